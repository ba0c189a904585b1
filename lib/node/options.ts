import type { SchedulerLike } from 'rxjs'
import { type Cursor, GENESIS, isBlockId, numberOfId } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import { DEFAULT_TIMING, type Timing } from '../peer/timing.ts'
import { signatures } from '../crypto/signatures.ts'
import type { DialLimits } from '../pool/choose-dials.ts'
import {
  DEFAULT_INBOUND_LIMITS,
  type InboundLimits,
  SLOW_ACCEPTS_PER_SECOND,
} from '../pool/inbound-limits.ts'
import { joinAddresses, type PoolOptions, resolvePool, seedsFor } from '../pool/pool-options.ts'
import type { TrustedPeers } from '../pool/trusted-peers.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { formatAddress, parseAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { Block } from './block.ts'
import { MAINNET, type NetworkDescription, TESTNET } from './networks.ts'
import type { Start } from './node-state.ts'

/** How much of what a node may take. All have defaults. */
export interface Limits extends Timing, InboundLimits {
  /** Connections the node makes. Default 8. */
  readonly maxOutbound: number
  /** Connections in the making at once. Default 4. */
  readonly maxDialling: number
}

export const DEFAULT_LIMITS: Limits = {
  ...DEFAULT_TIMING,
  ...DEFAULT_INBOUND_LIMITS,
  maxOutbound: 8,
  maxDialling: 4,
}

export interface NodeOptions extends PoolOptions {
  /** Default `'mainnet'`. A devnet or private network comes as its description. */
  readonly network?: 'mainnet' | 'testnet' | NetworkDescription
  /** `host:port`, added to the network's seeds and tried before them. */
  readonly peers?: readonly (string | PeerAddress)[]
  /**
   * The first block of the stream: the head of the moment (default), block 1, a height, the first block not before a
   * time, or the block after a cursor. A height or time is walked to from block 1 or back from the head, whichever is
   * shorter; `status$` shows how far that is.
   */
  readonly from?: 'head' | 'genesis' | number | Date | Cursor
  readonly limits?: Partial<Limits>
  /** The application layer: a block or transaction for which this returns false is left out. */
  readonly accept?: {
    readonly block?: (block: Block) => boolean
    readonly transaction?: (transaction: Transaction) => boolean
  }
  /** Told to peers. Default `rx-bitshares`. */
  readonly userAgent?: string
  /** 32 bytes; the node's lasting identity. Default: a new one. */
  readonly nodeKey?: Uint8Array
  /** Milliseconds the node goes on after its last subscriber has left. Default 0: everything closes at once. */
  readonly graceMs?: number
  /** Drives every timer and is asked for the time. Default: the machine's clocks. */
  readonly scheduler?: SchedulerLike
  /** Aborted, the node closes and its streams complete. */
  readonly signal?: AbortSignal
}

/** Options with everything filled in and checked. */
export interface ResolvedOptions {
  readonly network: NetworkDescription
  readonly given: readonly PeerAddress[]
  readonly seeds: readonly PeerAddress[]
  readonly start: Start
  readonly limits: Limits
  readonly dialLimits: DialLimits
  readonly trusted: TrustedPeers
  readonly userAgent: string
}

/** Fills in defaults. Throws {@link UsageError} `BAD_OPTION` with a sentence that names the option. */
export function resolveOptions(options: NodeOptions): ResolvedOptions {
  const network = toNetwork(options.network ?? 'mainnet')
  const { trusted, rules } = resolvePool(options, network.prefix, network.profile)
  const peers = (options.peers ?? []).map((peer) =>
    typeof peer === 'string' ? parseAddress(peer) : checkAddress(peer),
  )
  const given = joinAddresses(peers, trusted.addresses)
  const seeds = options.only === true ? [] : seedsFor(network, [MAINNET, TESTNET]).map(parseAddress)
  if (given.length === 0 && seeds.length === 0) {
    throw new UsageError('BAD_OPTION', `network ${network.name} has no seeds: give at least one peer`)
  }
  const limits = { ...DEFAULT_LIMITS, ...slowerWithoutNativeCrypto(), ...options.limits }
  for (const [name, value] of Object.entries<number>(limits)) {
    if (!Number.isFinite(value) || value < 0)
      throw new UsageError('BAD_OPTION', `limits.${name} is ${value}, not a number from 0 on`)
  }
  // What the user named is dialled at once, so that silent ones do not keep the others waiting.
  const maxOutbound = Math.max(limits.maxOutbound, given.length)
  const maxDialling = Math.max(limits.maxDialling, Math.min(given.length, limits.maxOutbound))
  return {
    network,
    given,
    seeds,
    start: toStart(options.from ?? 'head'),
    limits,
    dialLimits: { ...rules, maxOutbound, maxDialling },
    trusted,
    userAgent: options.userAgent ?? 'rx-bitshares',
  }
}

/** A handshake costs many times as much where nothing native computes it. */
function slowerWithoutNativeCrypto(): Partial<Limits> {
  return signatures.name === 'noble' ? { acceptsPerSecond: SLOW_ACCEPTS_PER_SECOND } : {}
}

function toNetwork(network: 'mainnet' | 'testnet' | NetworkDescription): NetworkDescription {
  if (network === 'mainnet') return MAINNET
  if (network === 'testnet') return TESTNET
  if (typeof network !== 'object') {
    throw new UsageError(
      'BAD_OPTION',
      `network "${String(network)}" is unknown: mainnet, testnet or a description`,
    )
  }
  if (!/^[0-9a-f]{64}$/.test(network.chainId)) {
    throw new UsageError('BAD_OPTION', `"${network.chainId}" is not a chain id: it has 64 hex digits`)
  }
  return network
}

function checkAddress(address: PeerAddress): PeerAddress {
  return parseAddress(formatAddress(address))
}

function toStart(from: NonNullable<NodeOptions['from']>): Start {
  if (from === 'genesis') return { after: GENESIS }
  if (from === 'head') return { goal: { kind: 'head' } }
  if (typeof from === 'number') {
    if (!Number.isInteger(from) || from < 0 || from > 0xffff_ffff) {
      throw new UsageError('BAD_OPTION', `from: ${from} is not a block number`)
    }
    return from <= 1 ? { after: GENESIS } : { goal: { kind: 'number', number: from } }
  }
  if (from instanceof Date) {
    const seconds = Math.ceil(from.getTime() / 1000)
    if (Number.isNaN(seconds)) throw new UsageError('BAD_OPTION', 'from is not a valid date')
    return { goal: { kind: 'time', seconds } }
  }
  if (typeof from !== 'object' || !isBlockId(from.id) || numberOfId(from.id) !== from.number) {
    throw new UsageError(
      'BAD_OPTION',
      'from is neither "head", "genesis", a number, a Date nor a cursor {number, id}',
    )
  }
  return { after: { number: from.number, id: from.id } }
}
