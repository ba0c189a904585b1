import type { PeerRow } from './peer-row.ts'
import { addBlock, headOf, type ShownBlocks, undoBlock } from './reduce-blocks.ts'
import { addOperations, type Feed, undoOperations } from './reduce-feed.ts'
import {
  EMPTY_MEMPOOL,
  hearTransactions,
  includeTransactions,
  type Mempool,
  returnTransactions,
} from './reduce-mempool.ts'
import { addOrders, type OrderFlow, undoOrders } from './reduce-orders.ts'
import { addSlots, type Slots, undoSlot } from './reduce-slots.ts'
import { addThroughput, NO_THROUGHPUT, type Throughput, undoThroughput } from './reduce-throughput.ts'
import { addToWitnesses, undoOfWitness, type Witnesses } from './reduce-witnesses.ts'
import type { StatusRow } from './status-row.ts'
import type { ViewEvent } from './view-event.ts'

/** Everything a page or a terminal shows of a node: plain data, fit for JSON, each part new only when it changed. */
export interface ViewState {
  readonly blocks: ShownBlocks
  readonly feed: Feed
  readonly throughput: Throughput
  readonly slots: Slots
  readonly witnesses: Witnesses
  readonly mempool: Mempool
  readonly orders: OrderFlow
  readonly status: StatusRow | undefined
  readonly peers: readonly PeerRow[]
}

export const EMPTY_VIEW: ViewState = {
  blocks: [],
  feed: [],
  throughput: NO_THROUGHPUT,
  slots: [],
  witnesses: {},
  mempool: EMPTY_MEMPOOL,
  orders: [],
  status: undefined,
  peers: [],
}

/** The view after an event. An `undo` of a block that is not shown any more changes nothing. */
export function reduceView(state: ViewState, event: ViewEvent): ViewState {
  switch (event.type) {
    case 'block': {
      const { block } = event
      return {
        ...state,
        blocks: addBlock(state.blocks, block),
        feed: addOperations(state.feed, block),
        throughput: addThroughput(state.throughput, block),
        slots: addSlots(state.slots, block),
        witnesses: addToWitnesses(state.witnesses, block),
        mempool: includeTransactions(state.mempool, block),
        orders: addOrders(state.orders, block),
      }
    }
    case 'undo': {
      const undone = state.blocks.find(({ id }) => id === event.id)
      if (undone === undefined || undone.isUndone === true) return state
      return {
        ...state,
        blocks: undoBlock(state.blocks, event.id),
        feed: undoOperations(state.feed, event.id),
        throughput: undoThroughput(state.throughput, undone),
        slots: undoSlot(state.slots, event.id),
        witnesses: undoOfWitness(state.witnesses, undone),
        mempool: returnTransactions(state.mempool, event.number),
        orders: undoOrders(state.orders, event.id),
      }
    }
    case 'mempool':
      return { ...state, mempool: hearTransactions(state.mempool, event) }
    case 'status':
      return { ...state, status: event.status }
    case 'peers':
      return { ...state, peers: event.peers }
  }
}

/**
 * Whether an event continues the chain that the view shows. Where it does not, something was missed, and the view has to be
 * loaded anew.
 */
export function continuesView(state: ViewState, event: ViewEvent): boolean {
  if (event.type !== 'block' && event.type !== 'undo') return true
  const head = headOf(state.blocks)
  if (head === undefined) return true
  return event.type === 'block' ? event.block.previous === head.id : event.id === head.id
}
