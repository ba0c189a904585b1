import { toHex } from '#platform'
import { PUBLIC_KEY_SIZE_BYTES, publicKeyFromText } from '../crypto/key-text.ts'
import { PeerFault, UsageError } from '../errors.ts'
import { formatAddress, parseAddress, type PeerAddress } from '../transport/peer-address.ts'

/** A peer known by the key its hello has to prove. */
export interface TrustedPeer {
  /** 66 hex digits. */
  readonly publicKey: string
  /** Where it is dialled; without it, it is known when it comes. */
  readonly address?: PeerAddress
}

/** Peers the user trusts. */
export interface TrustedPeers {
  readonly keys: ReadonlySet<string>
  /** The key that is expected at an address, by `host:port`. */
  readonly pins: ReadonlyMap<string, string>
  readonly addresses: readonly PeerAddress[]
}

const HEX_KEY = new RegExp(`^[0-9a-f]{${2 * PUBLIC_KEY_SIZE_BYTES}}$`)

/**
 * Reads `KEY` or `KEY@HOST:PORT`; the key is 66 hex digits, or text that begins with the network's prefix.
 *
 * Throws {@link UsageError} `BAD_OPTION` for anything else.
 */
export function parseTrustedPeer(text: string, prefix: string): TrustedPeer {
  const at = text.indexOf('@')
  const key = at < 0 ? text : text.slice(0, at)
  const publicKey = HEX_KEY.test(key.toLowerCase()) ? key.toLowerCase() : fromKeyText(key, prefix)
  return at < 0 ? { publicKey } : { publicKey, address: parseAddress(text.slice(at + 1)) }
}

/** `KEY` or `KEY@HOST:PORT`. */
export function formatTrustedPeer({ publicKey, address }: TrustedPeer): string {
  return address === undefined ? publicKey : `${publicKey}@${formatAddress(address)}`
}

/** Throws {@link UsageError} `BAD_OPTION` where one address is to have two keys. */
export function toTrustedPeers(peers: readonly TrustedPeer[]): TrustedPeers {
  const keys = new Set<string>()
  const pins = new Map<string, string>()
  const addresses: PeerAddress[] = []
  for (const { publicKey, address } of peers) {
    keys.add(publicKey)
    if (address === undefined) continue
    const where = formatAddress(address)
    const pinned = pins.get(where)
    if (pinned !== undefined && pinned !== publicKey)
      throw new UsageError('BAD_OPTION', `trusted: ${where} cannot have two keys`)
    if (pinned === undefined) addresses.push(address)
    pins.set(where, publicKey)
  }
  return { keys, pins, addresses }
}

/**
 * What is wrong with the node that answered at an address: the user knows who should be there, and it is somebody else.
 * Undefined: nothing.
 *
 * @param pins the keys that are expected, by `host:port`
 */
export function checkPin(
  pins: ReadonlyMap<string, string> | undefined,
  address: PeerAddress,
  publicKey: string,
): PeerFault | undefined {
  const where = formatAddress(address)
  const pinned = pins?.get(where)
  if (pinned === undefined || pinned === publicKey) return undefined
  return new PeerFault('BAD_HELLO', `${where} is not the peer you trust: it has another key`)
}

function fromKeyText(text: string, prefix: string): string {
  try {
    return toHex(publicKeyFromText(text, prefix))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError('BAD_OPTION', `trusted: "${text}" is no key of a node: ${reason}`)
  }
}
