import { UsageError } from '../errors.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import { parseAddressList } from './address-list.ts'
import type { AddressRules } from './address-rules.ts'
import type { Advertising } from './choose-advertised.ts'
import type { AddressProfile } from './is-dialable.ts'
import {
  formatTrustedPeer,
  parseTrustedPeer,
  type TrustedPeer,
  type TrustedPeers,
  toTrustedPeers,
} from './trusted-peers.ts'

/** Whom a node connects to and lets in. */
export interface PoolOptions {
  /** Connect to `peers` and `trusted` and nobody else. Default false. */
  readonly only?: boolean
  /**
   * Peers known by the key their hello proves: `KEY@HOST:PORT` or `KEY`. Who answers at that address with another key is let
   * go; who comes with a trusted key is let in whatever the limits say, and not let go for others.
   */
  readonly trusted?: readonly (string | TrustedPeer)[]
  /** Addresses, networks such as `192.0.2.0/24`, hosts or `HOST:PORT`: with it nobody else is connected to or let in. */
  readonly allow?: readonly string[]
  /** In the same form: never connected to and never let in. */
  readonly deny?: readonly string[]
}

/** What is told to peers that ask for addresses. Default `all`. */
export type AdvertiseOption =
  'all' | 'nothing' | { readonly list: readonly string[] } | { readonly excludeList: readonly string[] }

/** The options of a pool, checked. */
export interface ResolvedPool {
  readonly trusted: TrustedPeers
  readonly rules: AddressRules
}

/**
 * Checks the options. Throws {@link UsageError} `BAD_OPTION` with a sentence that names the option.
 *
 * @param prefix in front of the network's keys as text
 */
export function resolvePool(options: PoolOptions, prefix: string, profile: AddressProfile): ResolvedPool {
  const trusted = toTrustedPeers(
    (options.trusted ?? []).map((peer) =>
      parseTrustedPeer(typeof peer === 'string' ? peer : formatTrustedPeer(peer), prefix),
    ),
  )
  const { allow, deny } = options
  return {
    trusted,
    rules: {
      profile,
      isOnly: options.only === true,
      pins: trusted.pins,
      ...(allow === undefined ? {} : { allow: parseAddressList(allow, 'allow') }),
      ...(deny === undefined ? {} : { deny: parseAddressList(deny, 'deny') }),
    },
  }
}

/** Checks what is to be advertised. Throws {@link UsageError} `BAD_OPTION`. */
export function toAdvertising(option: AdvertiseOption = 'all'): Advertising {
  if (option === 'all' || option === 'nothing') return { mode: option }
  if (typeof option !== 'object') {
    throw new UsageError('BAD_OPTION', `advertise "${String(option)}" is unknown: all, nothing or a list`)
  }
  if ('list' in option) return { mode: 'list', list: parseAddressList(option.list, 'advertise') }
  return { mode: 'exclude_list', list: parseAddressList(option.excludeList, 'advertise') }
}

/** The seeds of a network, unless they are those of another chain: a chain of one's own never dials the default ones. */
export function seedsFor(
  network: { readonly chainId: string; readonly seeds: readonly string[] },
  known: readonly { readonly chainId: string; readonly seeds: readonly string[] }[],
): readonly string[] {
  const foreign = new Set(
    known.filter(({ chainId }) => chainId !== network.chainId).flatMap(({ seeds }) => seeds),
  )
  return network.seeds.filter((seed) => !foreign.has(seed))
}

/** Addresses in their order, each once. */
export function joinAddresses(...lists: readonly (readonly PeerAddress[])[]): readonly PeerAddress[] {
  return [...new Map(lists.flat().map((address) => [formatAddress(address), address])).values()]
}
