import { hashBytes, toHex } from '#platform'
import { type Cursor, isBlockId } from '../chain/cursor.ts'
import { signatures } from '../crypto/signatures.ts'
import { PeerFault } from '../errors.ts'
import type { HelloMessage, Message } from '../messages/registry.ts'
import type { Variant } from '../messages/variant.ts'
import { fromHex } from '../wire/hex.ts'

/** The version bitshares-core has sent since its first release (`GRAPHENE_NET_PROTOCOL_VERSION`). */
export const CORE_PROTOCOL_VERSION = 106

/** What core calls the systems it runs on (`node.cpp`, `generate_hello_user_data`). */
const PLATFORM_NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'linux',
  darwin: 'osx',
  win32: 'win32',
  openbsd: 'obsd',
}

/** Who this node is: a lasting key, proved in each hello, and an id that is new with each process. */
export interface NodeIdentity {
  /** 32 bytes. */
  readonly privateKey: Uint8Array
  /** 33 bytes as hex. */
  readonly publicKey: string
  /** 33 random bytes as hex. */
  readonly nodeId: string
}

/** What we say of ourselves. */
export interface HelloOptions {
  readonly identity: NodeIdentity
  /** 64 hex digits. */
  readonly chainId: string
  readonly userAgent: string
  /** Where we accept connections; absent when we do not. */
  readonly inbound?: { readonly address: string; readonly port: number }
  /** The port this connection comes from. Default: as if from where we accept connections. */
  readonly outboundPort?: number
  /** The head of our chain and its time in seconds. */
  readonly head: Cursor
  readonly headTime: number
  /** The system we say we run on. Default: the one it is, as core calls it. */
  readonly platform?: string
  /** 40 hex digits that say which sources we were made of. Default: zeros. */
  readonly revision?: string
}

/** What a peer said of itself, checked as far as it can be. Texts are as received: cut and escape before showing. */
export interface PeerHello {
  readonly userAgent: string
  readonly protocolVersion: number
  /** What core calls the peer's identity: `user_data.node_id`, else its public key. Hex, unproven. */
  readonly nodeId: string
  /** Hex, proved by the hello's signature. */
  readonly publicKey: string
  readonly chainId: string
  readonly inboundAddress: string
  /** 0: it does not accept connections. */
  readonly inboundPort: number
  readonly outboundPort: number
  readonly platform: string
  readonly revision: string
  readonly head: Cursor
  /** Seconds since 1970, 0 when it did not say. */
  readonly headTime: number
}

/** The hello for a session, signed with the node key over SHA-256 of the session's secret (`node.cpp`, `send_hello_message`). */
export function createHello(options: HelloOptions, secret: Uint8Array): Message & { type: 'hello_message' } {
  const { identity, inbound, head, headTime } = options
  return {
    type: 'hello_message',
    user_agent: options.userAgent,
    core_protocol_version: CORE_PROTOCOL_VERSION,
    inbound_address: inbound?.address ?? '0.0.0.0',
    inbound_port: inbound?.port ?? 0,
    outbound_port: options.outboundPort ?? inbound?.port ?? 0,
    node_public_key: identity.publicKey,
    signed_shared_secret: toHex(signatures.sign(hashBytes('sha256', secret), identity.privateKey)),
    chain_id: options.chainId,
    user_data: {
      fc_git_revision_sha: options.revision ?? '0'.repeat(40),
      fc_git_revision_unix_timestamp: 0n,
      platform: options.platform ?? PLATFORM_NAMES[process.platform] ?? 'other',
      bitness: 64n,
      node_id: identity.nodeId,
      last_known_block_hash: head.id,
      last_known_block_number: BigInt(head.number),
      last_known_block_time: new Date(headTime * 1000).toISOString().slice(0, 19),
    },
  }
}

/** Why a hello is refused, as it goes into `connection_rejected_message`; `code` indexes `REJECTION_REASONS`. */
export interface Rejection {
  readonly code: number
  readonly reason: string
}

/** Against what a hello is checked. */
export interface HelloCheck {
  readonly chainId: string
  readonly identity: NodeIdentity
  readonly secret: Uint8Array
  /** Whether another connection to the node of that id, which proved that key, is open. */
  isConnectedTo(nodeId: string, publicKey: string): boolean
  /** Why there is no place for a peer that is all right; undefined: there is. */
  refuse?(hello: PeerHello): Rejection | undefined
}

/**
 * Reads a hello and checks it in core's order (`node.cpp`, `on_hello_message`): chain, signature, node id, self, duplicate,
 * whether there is a place.
 *
 * Throws {@link PeerFault} `BAD_HELLO` for a node id that is null or not hex, which core answers by closing.
 */
export function checkHello(message: HelloMessage, check: HelloCheck): PeerHello | Rejection {
  if (message.chain_id !== check.chainId) {
    return { code: 1, reason: `You are on a different chain (${message.chain_id}) than I am` }
  }
  const digest = hashBytes('sha256', check.secret)
  const signer = signatures.recover(digest, fromHex(message.signed_shared_secret))
  if (signer === undefined || toHex(signer) !== message.node_public_key) {
    return { code: 6, reason: 'Invalid signature in hello message' }
  }
  const hello = readHello(message)
  if (/^0+$/.test(hello.nodeId)) throw new PeerFault('BAD_HELLO', 'the node id in its hello is null')
  if (hello.nodeId === check.identity.nodeId || hello.publicKey === check.identity.publicKey) {
    return { code: 3, reason: 'I am connected to myself' }
  }
  if (check.isConnectedTo(hello.nodeId, hello.publicKey)) {
    return { code: 2, reason: 'I am already connected to you' }
  }
  return check.refuse?.(hello) ?? hello
}

export function isRejection(answer: PeerHello | Rejection): answer is Rejection {
  return 'code' in answer
}

function readHello(message: HelloMessage): PeerHello {
  const data = message.user_data
  const headId = asText(data['last_known_block_hash'])
  const time = Date.parse(`${asText(data['last_known_block_time'])}Z`)
  return {
    userAgent: message.user_agent,
    protocolVersion: message.core_protocol_version,
    nodeId: toNodeId(data['node_id'], message.node_public_key),
    publicKey: message.node_public_key,
    chainId: message.chain_id,
    inboundAddress: message.inbound_address,
    inboundPort: message.inbound_port,
    outboundPort: message.outbound_port,
    platform: asText(data['platform']),
    revision: asText(data['fc_git_revision_sha'] ?? data['graphene_git_revision_sha']),
    head: {
      number: asNumber(data['last_known_block_number']),
      id: isBlockId(headId) ? headId : '0'.repeat(40),
    },
    headTime: Number.isNaN(time) ? 0 : time / 1000,
  }
}

/** As `fc::from_variant` fills 33 bytes from hex: shorter input leaves zeros, longer is cut, any other character throws. */
function toNodeId(value: Variant | undefined, publicKey: string): string {
  if (value === undefined) return publicKey
  const text = asText(value).toLowerCase()
  if (!/^[0-9a-f]*$/.test(text)) throw new PeerFault('BAD_HELLO', 'the node id in its hello is not hex')
  return text.slice(0, 66).padEnd(66, '0')
}

function asText(value: Variant | undefined): string {
  if (typeof value === 'string') return value
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : ''
}

function asNumber(value: Variant | undefined): number {
  const number = typeof value === 'bigint' || typeof value === 'string' ? Number(value) : 0
  return Number.isSafeInteger(number) && number > 0 && number <= 0xffff_ffff ? number : 0
}
