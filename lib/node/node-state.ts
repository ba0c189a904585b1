import { LRUCache } from 'lru-cache'
import type { Cursor } from '../chain/cursor.ts'
import type { ChainChange } from '../chain/hold-back.ts'
import { createInventoryState, type InventoryState } from '../inventory/reduce-inventory.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import type { VerifiableBlock } from '../chain/verify-block.ts'
import type { PeerHello } from '../peer/hello.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { type AddressBook, createAddressBook } from '../pool/address-book.ts'
import type { DialLimits } from '../pool/choose-dials.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { createLocateState, type LocateState, type StartGoal } from '../sync/locate-start.ts'
import { createSyncState, type SyncState } from '../sync/sync-state.ts'
import { createStepBack, type StepBackState } from '../sync/step-back.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { Block } from './block.ts'
import { type ChainRules, createChainRules, type Verification } from './chain-rules.ts'
import type { NodeEvent, PeerStatus, Status } from './events.ts'
import { isWidelyHeard } from './is-widely-heard.ts'
import { NodeChain } from './node-chain.ts'

/** What the node's loop takes in: what sessions say, time, and what subscribers want. */
export type LoopEvent =
  | SessionEvent
  | { readonly type: 'tick'; readonly at: number }
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
  | { readonly do: 'emit'; readonly event: NodeEvent }
  /** The chain has changed. */
  | { readonly do: 'change'; readonly change: ChainChange<Block> }
  | { readonly do: 'report'; readonly status: Status; readonly peers: readonly PeerStatus[] }

/** One connection. The key is new with each connection, the address may come again. */
export interface NodePeer {
  readonly key: number
  readonly address: PeerAddress
  readonly name: string
  readonly direction: 'inbound' | 'outbound'
  readonly since: number
  state: PeerStatus['state']
  hello: PeerHello | undefined
  clockOffsetMs: number | undefined
  roundTripMs: number | undefined
  bytesReceived: number
  bytesSent: number
  blocksReceived: number
}

/** What the reducer has to know and cannot change. */
export interface NodeContext {
  readonly dialLimits: DialLimits
  readonly signatures: Status['signatures']
  readonly verification: Verification
  /** The key that signed a block, 66 hex digits; undefined if none can have. */
  signerOf(block: VerifiableBlock): string | undefined
  acceptBlock(this: void, block: Block): boolean
  acceptTransaction(transaction: Transaction): boolean
  /** Seconds since 1970 by the chain's clock. */
  chainSeconds(): number
  /** Milliseconds since 1970, for what is shown to people. */
  wallMs(): number
  /** In [0, 1), for jitter. */
  random(): number
}

/** Message hashes of items that were here: enough for hours of a busy chain. */
const MAX_SEEN_HASHES = 20_000
/** Transaction ids heard of, so that signature variants and late copies are told once. */
const MAX_HEARD_TRANSACTIONS = 20_000

export interface NodeState {
  readonly context: NodeContext
  readonly book: AddressBook
  readonly peers: Map<number, NodePeer>
  nextKey: number
  /** Where the chain stands; absent while the start is being located. */
  chain: NodeChain | undefined
  readonly rules: ChainRules
  readonly locate: LocateState | undefined
  /** Blocks below this number join the chain or leave it and are not told: the stream begins with this one. */
  emitFrom: number
  readonly stepBack: StepBackState
  /** Blocks whose time has not come. */
  early: Block[]
  readonly sync: SyncState
  readonly inventory: InventoryState
  readonly seenHashes: LRUCache<string, true>
  readonly heardTransactions: LRUCache<string, true>
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

/** Where a stream begins: after a block whose id is known, or at a goal that has to be looked for. */
export type Start = { readonly after: Cursor } | { readonly goal: StartGoal }

export function createNodeState(
  context: NodeContext,
  given: readonly PeerAddress[],
  seeds: readonly PeerAddress[],
  start: Start,
): NodeState {
  const goal = 'goal' in start ? start.goal : undefined
  const state: NodeState = {
    context,
    book: createAddressBook(given, seeds),
    peers: new Map(),
    nextKey: 1,
    chain: undefined,
    rules: createChainRules(context.verification, {
      signerOf: (block) => context.signerOf(block),
      isWidelyHeard: (block) => isWidelyHeard(state, block),
    }),
    locate: goal === undefined ? undefined : createLocateState(goal),
    emitFrom: goal?.kind === 'number' ? goal.number : 0,
    stepBack: createStepBack(),
    early: [],
    sync: createSyncState(),
    inventory: createInventoryState(),
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
  if ('after' in start) state.chain = createChain(state, start.after)
  return state
}

/** The chain of a run, from the block after `start` on. */
export function createChain({ rules, context }: NodeState, start: Cursor): NodeChain {
  return new NodeChain(start, rules, (block) => context.acceptBlock(block))
}
