import type { SchedulerLike } from 'rxjs'
import { type Cursor, GENESIS, isBlockId, numberOfId } from '../chain/cursor.ts'
import { type Genesis, readGenesis } from '../chain/genesis-document.ts'
import type { StreamMode } from '../chain/hold-back.ts'
import { readCheckpoint } from '../chain/read-checkpoint.ts'
import type { VerifyLevel } from '../chain/verify-block.ts'
import { UsageError } from '../errors.ts'
import type { BlockStore } from '../store/block-store.ts'
import { DEFAULT_TIMING, type Timing } from '../peer/timing.ts'
import { signatures } from '../crypto/signatures.ts'
import type { DialLimits } from '../pool/choose-dials.ts'
import {
  DEFAULT_INBOUND_LIMITS,
  type InboundLimits,
  SLOW_ACCEPTS_PER_SECOND,
} from '../pool/inbound-limits.ts'
import type { InboundRules } from '../pool/admission.ts'
import type { Advertising } from '../pool/choose-advertised.ts'
import { fitOpenFiles, readOpenFileLimit } from '../pool/open-files.ts'
import {
  type AdvertiseOption,
  joinAddresses,
  type PoolOptions,
  type ResolvedPool,
  resolvePool,
  seedsFor,
  toAdvertising,
} from '../pool/pool-options.ts'
import type { TrustedPeers } from '../pool/trusted-peers.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { formatAddress, parseAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { RecoveryPool } from '../workers/recovery-pool.ts'
import type { Block } from './block.ts'
import type { Verification } from './chain-rules.ts'
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
  /**
   * Keeps the blocks as they are told; `event$` says what is durable. Where it has some already the stream goes on after the
   * last of them, whatever `from` says; what it has can be read from the store. Blocks that peers have left for a longer
   * branch are undone first. The stream errors with the store's {@link StoreError}; closing the store is the caller's.
   */
  readonly store?: BlockStore
  /**
   * When blocks are told: as soon as they are the longest chain (`head`, the default), when they cannot be undone any more,
   * or with so many blocks on top of them, 1 to 1000. `status$` tells the head in any case.
   */
  readonly mode?: StreamMode
  /**
   * How much is asked of a block before it is applied; {@link Block.verified} says what it passed. Default `signatures`.
   *
   * - `links`: what every level checks: its id, that it continues the block before, its merkle root, its time and size.
   * - `signatures`: and that its witness's key signed it. Keys are known from genesis when the stream begins there, from
   *   operations since, from `checkpoint`, or from a witness's first block.
   * - `strict`: and that it was that witness's turn, where the order is known: from genesis on, or after a round or two.
   */
  readonly verify?: VerifyLevel
  /** The genesis document of the network, if its description has none. Its SHA-256 has to be the chain id. */
  readonly genesis?: Uint8Array
  /** Signing keys of witnesses (`1.6.5`) from elsewhere, such as a full node, for streams that begin in the middle. */
  readonly checkpoint?: Readonly<Record<string, string>>
  readonly limits?: Partial<Limits>
  /** The application layer: a block or transaction for which this returns false is left out. */
  readonly accept?: {
    readonly block?: (block: Block) => boolean
    readonly transaction?: (transaction: Transaction) => boolean
  }
  /**
   * Where to take connections: `host:port`, port 0 for any free one. Default: nowhere. A node that listens also serves blocks
   * and passes items on, unless `relay` says otherwise.
   */
  readonly listen?: string | PeerAddress | false
  /**
   * Whether to serve blocks and to pass on new blocks and transactions. Default: if it listens. With `verify: 'links'` blocks
   * are served and not passed on, because no signature is looked at.
   */
  readonly relay?: boolean
  /** What is told to peers that ask for addresses. Default `all`: the peers we are connected to that others can reach. */
  readonly advertise?: AdvertiseOption
  /**
   * Takes part in what peers up to bitshares-core 6.0 do to find out whether others can connect to them: asks about itself,
   * passes such questions on, and connects to public addresses at a peer's word, six times a minute and once an hour to
   * one address; and tells peers that ask who it is connected to, within what `advertise` allows. Default: no.
   */
  readonly firewallChecks?: boolean
  /** A file in which addresses of peers are kept from one run to the next. Default: none. */
  readonly peersFile?: string
  /** Told to peers. Default `rx-bitshares`. */
  readonly userAgent?: string
  /** 32 bytes; the node's lasting identity. Default: a new one. */
  readonly nodeKey?: Uint8Array
  /** Milliseconds the node goes on after its last subscriber has left. Default 0: everything closes at once. */
  readonly graceMs?: number
  /**
   * Finds out who signed blocks of the past, so that they keep nothing waiting. Closing it is the caller's; what is left then
   * is done on the main thread. Default: a pool that the process shares.
   */
  readonly recoveryPool?: RecoveryPool
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
  readonly mode: StreamMode
  readonly verification: Verification
  readonly limits: Limits
  readonly dialLimits: DialLimits
  readonly trusted: TrustedPeers
  readonly inbound: InboundRules
  readonly listen: PeerAddress | undefined
  readonly relays: boolean
  readonly firewallChecks: boolean
  readonly advertising: Advertising
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
  const listen = toListenAddress(options.listen ?? false)
  if (given.length === 0 && seeds.length === 0 && listen === undefined) {
    throw new UsageError('BAD_OPTION', `network ${network.name} has no seeds: give at least one peer`)
  }
  const limits = { ...withOpenFiles(listen), ...slowerWithoutNativeCrypto(), ...options.limits }
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
    mode: checkMode(options.mode ?? 'head'),
    verification: toVerification(options, network),
    limits,
    dialLimits: { ...rules, maxOutbound, maxDialling },
    trusted,
    inbound: toInboundRules(options, given, limits, rules, trusted),
    listen,
    relays: options.relay ?? listen !== undefined,
    firewallChecks: options.firewallChecks ?? false,
    advertising: toAdvertising(options.advertise),
    userAgent: options.userAgent ?? 'rx-bitshares',
  }
}

function withOpenFiles(listen: PeerAddress | undefined): Limits {
  return listen === undefined ? DEFAULT_LIMITS : fitOpenFiles(DEFAULT_LIMITS, readOpenFileLimit())
}

function toListenAddress(listen: string | PeerAddress | false): PeerAddress | undefined {
  if (listen === false) return undefined
  const text = typeof listen === 'string' ? listen : formatAddress(listen)
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? []
  if (host === undefined || Number(port) > 65_535)
    throw new UsageError('BAD_OPTION', `listen: "${text}" is not HOST:PORT, such as 0.0.0.0:1776`)
  return { host, port: Number(port) }
}

function toInboundRules(
  options: NodeOptions,
  given: readonly PeerAddress[],
  limits: Limits,
  { profile, deny, allow }: ResolvedPool['rules'],
  trusted: TrustedPeers,
): InboundRules {
  return {
    profile,
    limits,
    hasTrusted: trusted.keys.size > 0,
    ...(deny === undefined ? {} : { deny }),
    ...(allow === undefined ? {} : { allow }),
    ...(options.only === true ? { only: new Set(given.map(({ host }) => host)) } : {}),
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

const MAX_CONFIRMATIONS = 1000

function checkMode(mode: StreamMode): StreamMode {
  if (mode === 'head' || mode === 'irreversible') return mode
  const count: unknown = typeof mode === 'object' ? mode.confirmations : undefined
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MAX_CONFIRMATIONS)
    return mode
  throw new UsageError(
    'BAD_OPTION',
    `mode is neither "head", "irreversible" nor {confirmations} from 1 to ${MAX_CONFIRMATIONS}`,
  )
}

function toVerification(options: NodeOptions, network: NetworkDescription): Verification {
  const { verify: level = 'signatures', genesis = network.genesis, checkpoint = {} } = options
  if (!LEVELS.includes(level))
    throw new UsageError('BAD_OPTION', `verify: "${level}" is none of ${LEVELS.join(', ')}`)
  const { prefix } = network
  return {
    level,
    genesis: genesis === undefined ? undefined : checkGenesis(readGenesis(genesis, prefix), network),
    timing: network.timing,
    checkpoint: readCheckpoint(checkpoint, prefix),
    prefix,
  }
}

const LEVELS: readonly VerifyLevel[] = ['links', 'signatures', 'strict']

function checkGenesis(genesis: Genesis, { chainId, name }: NetworkDescription): Genesis {
  if (genesis.chainId === chainId) return genesis
  throw new UsageError(
    'BAD_OPTION',
    `the genesis document is that of chain ${genesis.chainId}, not of ${name}, which is ${chainId}`,
  )
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
