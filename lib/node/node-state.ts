import { LRUCache } from 'lru-cache'
import type { Cursor } from '../chain/cursor.ts'
import { type Chain, createChain } from '../chain/join-chain.ts'
import { createInventoryState, type InventoryState } from '../inventory/reduce-inventory.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import type { PeerHello } from '../peer/hello.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { type AddressBook, createAddressBook } from '../pool/address-book.ts'
import type { DialLimits } from '../pool/choose-dials.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { createLocateState, type LocateState, type StartGoal } from '../sync/locate-start.ts'
import { createSyncState, type SyncState } from '../sync/sync-state.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { Block } from './block.ts'
import type { NodeEvent, PeerStatus, Status } from './events.ts'

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
  /** Blocks that joined the chain, in order. */
  | { readonly do: 'apply'; readonly blocks: readonly Block[] }
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
  acceptBlock(this: void, block: Block): boolean
  acceptTransaction(transaction: Transaction): boolean
  /** Seconds since 1970 by the chain's clock. */
  chainSeconds(): number
  /** Milliseconds since 1970, for what is shown to people. */
  wallMs(): number
  /** In [0, 1), for jitter. */
  random(this: void): number
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
  chain: Chain<Block> | undefined
  readonly locate: LocateState | undefined
  /** Blocks below this number join the chain and are not emitted: the start lies in the future. */
  readonly firstNumber: number
  readonly sync: SyncState
  readonly inventory: InventoryState
  readonly seenHashes: LRUCache<string, true>
  readonly heardTransactions: LRUCache<string, true>
  /** Since when blocks that do not continue the chain are around, 0: none. */
  strayingSince: number
  emittedBlocks: number
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
  return {
    context,
    book: createAddressBook(given, seeds, { profile: context.dialLimits.profile }),
    peers: new Map(),
    nextKey: 1,
    chain: 'after' in start ? createChain(start.after) : undefined,
    locate: goal === undefined ? undefined : createLocateState(goal),
    firstNumber: goal?.kind === 'number' ? goal.number : 0,
    sync: createSyncState(),
    inventory: createInventoryState(),
    seenHashes: new LRUCache({ max: MAX_SEEN_HASHES }),
    heardTransactions: new LRUCache({ max: MAX_HEARD_TRANSACTIONS }),
    strayingSince: 0,
    emittedBlocks: 0,
    lastHead: 'after' in start ? start.after.number : 0,
    rate: { at: 0, blocks: 0, perSecond: 0 },
    lastClose: '',
    reported: '',
  }
}
