import { LRUCache } from 'lru-cache'
import type { Cursor } from '../chain/cursor.ts'
import type { ChainChange } from '../chain/hold-back.ts'
import { type AdvertisingState, createAdvertisingState } from '../inventory/reduce-advertising.ts'
import { createInventoryState, type InventoryState } from '../inventory/reduce-inventory.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import type { VerifiableBlock } from '../chain/verify-block.ts'
import type { PeerHello } from '../peer/hello.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import type { Tally } from '../peer/tally.ts'
import { type AddressBook, createAddressBook } from '../pool/address-book.ts'
import { type Admission, createAdmission, type InboundRules } from '../pool/admission.ts'
import type { Advertising } from '../pool/choose-advertised.ts'
import type { NodeName } from '../pool/choose-connection.ts'
import type { DialLimits } from '../pool/choose-dials.ts'
import { type Conduct, createConduct } from '../pool/conduct.ts'
import type { PeerContent } from '../pool/peer-file.ts'
import { restoreBook } from '../pool/restore-book.ts'
import { createDialBacks, type DialBacks } from '../pool/dial-back.ts'
import type { Signers } from '../protocol/signers.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { createLocateState, type LocateState, type StartGoal } from '../sync/locate-start.ts'
import { createSyncState, type SyncState } from '../sync/sync-state.ts'
import { createStepBack, type StepBackState } from '../sync/step-back.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { Block } from './block.ts'
import { type ChainRules, createChainRules, type Verification } from './chain-rules.ts'
import type { StreamBounds } from './change-log.ts'
import type { NodeEvent, PeerStatus, Status } from './events.ts'
import { type Bandwidth, createBandwidth } from './bandwidth.ts'
import { createFirewallState, type FirewallState } from './firewall/firewall-state.ts'
import { createItemCache, type ItemCache } from './item-cache.ts'
import type { LoopName } from './loops/loop-name.ts'
import type { OwnTransactions } from './own-transactions.ts'
import { isWidelyHeard } from './is-widely-heard.ts'
import { NodeChain } from './node-chain.ts'
import type { Workload } from './workload.ts'

/** What the node's loop takes in: what sessions say, time, and what subscribers want. */
export type LoopEvent =
  | SessionEvent
  /** The time or the occasion for one of the node's loops. */
  | { readonly type: 'loop'; readonly loop: LoopName; readonly at: number }
  /** The node is to end: every peer is told goodbye. */
  | { readonly type: 'stop'; readonly at: number }
  /** Somebody has connected to us; `socket` names the connection until it is a peer's. */
  | { readonly type: 'arrived'; readonly socket: number; readonly address: PeerAddress; readonly at: number }
  /** Who signed the blocks of a batch is known. */
  | { readonly type: 'recovered'; readonly batch: number; readonly at: number }
  /** Whether the node could be connected to that a check was about. */
  | { readonly type: 'checked'; readonly check: number; readonly isReached: boolean; readonly at: number }
  /** A transaction of ours is to be sent. */
  | {
      readonly type: 'broadcast'
      readonly transaction: Transaction
      readonly payload: Uint8Array
      readonly at: number
    }
  /** Whether anybody listens to transactions, and whether consumers have room for blocks. */
  | {
      readonly type: 'demand'
      readonly at: number
      readonly wantsTransactions: boolean
      readonly isOpen: boolean
    }

/** What the loop wants done, and what it has to say. */
export type NodeCommand =
  | PeerCommand
  | { readonly do: 'dial'; readonly peer: number; readonly address: PeerAddress }
  /** Finds out for a peer whether that node is at that address, without becoming its peer. */
  | { readonly do: 'check'; readonly check: number; readonly address: PeerAddress; readonly nodeId: string }
  /** Goes on with a connection somebody made, as that peer. */
  | { readonly do: 'accept'; readonly socket: number; readonly peer: number }
  /** Ends a connection somebody made, before anything was computed for it. */
  | { readonly do: 'turnAway'; readonly socket: number }
  /** Every peer is gone after a stop. */
  | { readonly do: 'finish' }
  /** Lets a loop run as soon as what happens now is over. */
  | { readonly do: 'wake'; readonly loop: LoopName }
  /** Has the keys recovered that signed these blocks; `recovered` says when {@link NodeContext.signerOf} knows them. */
  | { readonly do: 'recover'; readonly batch: number; readonly blocks: readonly Block[] }
  | { readonly do: 'emit'; readonly event: NodeEvent }
  /** The chain has changed. */
  | { readonly do: 'change'; readonly change: ChainChange<Block> }
  | {
      readonly do: 'report'
      readonly status: Status
      readonly peers: readonly PeerStatus[]
      /** As it is at the time of the report; computed for those who listen. */
      readWorkload(this: void): Workload
    }

/** One connection. The key is new with each connection, the address may come again. */
export interface NodePeer {
  readonly key: number
  readonly address: PeerAddress
  readonly name: string
  readonly direction: 'inbound' | 'outbound'
  readonly since: number
  state: PeerStatus['state']
  hello: PeerHello | undefined
  /** The highest block it is known to have, by what it said and sent. */
  headNumber: number
  clockOffsetMs: number | undefined
  roundTripMs: number | undefined
  bytesReceived: number
  bytesSent: number
  blocksReceived: number
  /** When it was the first to bring a block or a transaction, in monotonic milliseconds. */
  lastBlockAt: number | undefined
  lastTransactionAt: number | undefined
  /** Whether we could connect to where it says it listens. */
  isVerified: boolean
}

/** What the reducer has to know and cannot change. */
export interface NodeContext {
  readonly dialLimits: DialLimits
  readonly signatures: Status['signatures']
  readonly verification: Verification
  /** Whether new items are passed on. */
  readonly relays: boolean
  /** Whether the node takes part in checks of firewalls, and says who it is connected to. */
  readonly firewallChecks: boolean
  /** What others are told of our peers. */
  readonly advertising: Advertising
  /** What went over the connections. */
  readonly tally: Tally
  /** Who may connect to us, and how many. */
  readonly inbound: InboundRules
  /** Keys of nodes the user trusts. */
  readonly trustedKeys: ReadonlySet<string>
  /** `host:port` where others can connect. */
  listening(): string | undefined
  /** The addresses of this machine. */
  ownHosts(this: void): ReadonlySet<string>
  /** Who this node is. */
  readonly self: NodeName
  /** Who signed a transaction. */
  signersOf(transaction: Transaction): Signers
  /** The key that signed a block, 66 hex digits; undefined if none can have. */
  signerOf(block: VerifiableBlock): string | undefined
  acceptBlock(this: void, block: Block): boolean
  acceptTransaction(transaction: Transaction): boolean
  /** Seconds since 1970 by the chain's clock. */
  chainSeconds(): number
  /** Milliseconds since 1970, for what is shown to people. */
  wallMs(this: void): number
  /** In [0, 1), for jitter. */
  random(this: void): number
}

/** Message hashes of items that were here: enough for hours of a busy chain. */
const MAX_SEEN_HASHES = 20_000
/** Transaction ids heard of, so that signature variants and late copies are told once. */
const MAX_HEARD_TRANSACTIONS = 20_000

export interface NodeState {
  readonly context: NodeContext
  /** Every peer is being told goodbye, and no new one is talked to. */
  isStopping: boolean
  readonly book: AddressBook
  readonly peers: Map<number, NodePeer>
  nextKey: number
  /** Where the chain stands; absent while the start is being located. */
  chain: NodeChain | undefined
  readonly rules: ChainRules
  readonly locate: LocateState | undefined
  readonly bounds: StreamBounds
  readonly stepBack: StepBackState
  /** Blocks whose time has not come. */
  early: Block[]
  readonly sync: SyncState
  readonly inventory: InventoryState
  readonly advertising: AdvertisingState
  /** What was announced, to be served. */
  readonly items: ItemCache
  readonly own: OwnTransactions
  readonly admission: Admission
  readonly conduct: Conduct
  readonly dialBacks: DialBacks
  readonly bandwidth: Bandwidth
  readonly firewall: FirewallState
  readonly seenHashes: LRUCache<string, true>
  /** By id; false while no copy of it was good enough to be passed on, because an id says nothing of the signatures. */
  readonly heardTransactions: LRUCache<string, boolean>
  /** Since when blocks that do not continue the chain are around, 0: none. */
  strayingSince: number
  emittedBlocks: number
  /** How often blocks were undone for a longer branch. */
  reorganizations: number
  doubtsSeenAt: number
  /** The highest head so far, to see that the chain grew. */
  lastHead: number
  rate: { at: number; blocks: number; perSecond: number }
  lastClose: string
  reported: string
}

/**
 * Where a stream begins: after a block whose id is known, or at a goal that has to be looked for. `below` has the blocks that
 * lead to the first, highest first, as far as they are known: they can be undone.
 */
export type Start =
  { readonly after: Cursor; readonly below?: readonly Block[] } | { readonly goal: StartGoal }

export function createNodeState(
  context: NodeContext,
  given: readonly PeerAddress[],
  seeds: readonly PeerAddress[],
  start: Start,
  remembered?: PeerContent,
): NodeState {
  const goal = 'goal' in start ? start.goal : undefined
  const state: NodeState = {
    context,
    isStopping: false,
    book: openBook(context, given, seeds, remembered),
    peers: new Map(),
    nextKey: 1,
    chain: undefined,
    rules: createChainRules(context.verification, {
      signerOf: (block) => context.signerOf(block),
      isWidelyHeard: (block) => isWidelyHeard(state, block),
    }),
    locate: goal === undefined ? undefined : createLocateState(goal),
    bounds: {
      from: goal?.kind === 'number' ? goal.number : 0,
      appliedFrom: 'after' in start ? start.after.number + 1 : 0,
    },
    stepBack: createStepBack(),
    early: [],
    sync: createSyncState(),
    inventory: createInventoryState(),
    advertising: createAdvertisingState(),
    items: createItemCache(),
    own: new Map(),
    admission: createAdmission(context.inbound.limits),
    conduct: createConduct(),
    dialBacks: createDialBacks(),
    bandwidth: createBandwidth(),
    firewall: createFirewallState(),
    seenHashes: new LRUCache({ max: MAX_SEEN_HASHES }),
    heardTransactions: new LRUCache({ max: MAX_HEARD_TRANSACTIONS }),
    strayingSince: 0,
    emittedBlocks: 0,
    reorganizations: 0,
    doubtsSeenAt: 0,
    lastHead: 'after' in start ? start.after.number : 0,
    rate: { at: 0, blocks: 0, perSecond: 0 },
    lastClose: '',
    reported: '',
  }
  if ('after' in start) {
    const { after, below = [] } = start
    state.chain = createChain(state, after)
    for (const block of below) {
      state.chain.prepend(block, state.rules.stateAt({ number: block.number - 1, id: block.previous }))
    }
  }
  return state
}

/** The chain of a run, from the block after `start` on. */
export function createChain({ rules, context }: NodeState, start: Cursor): NodeChain {
  return new NodeChain(start, rules, (block) => context.acceptBlock(block))
}

/** The addresses that are known, with what an earlier run has learnt. */
function openBook(
  { dialLimits, wallMs }: NodeContext,
  given: readonly PeerAddress[],
  seeds: readonly PeerAddress[],
  remembered: PeerContent | undefined,
): AddressBook {
  const { profile } = dialLimits
  if (remembered === undefined) return createAddressBook(given, seeds, { profile })
  const book = createAddressBook(given, seeds, { profile, secret: remembered.secret })
  restoreBook(book, remembered, dialLimits, { at: 0, wallMs: wallMs() })
  return book
}
