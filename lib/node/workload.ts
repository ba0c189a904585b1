import { MAX_NEW_ITEMS } from '../inventory/reduce-advertising.ts'
import { MAX_WANTED } from '../inventory/reduce-inventory.ts'
import type { RequestFigures } from '../peer/request-times.ts'
import type { MessageFigures, Tally } from '../peer/tally.ts'
import { MAX_QUEUED_IDS, SYNC_WINDOW_BLOCKS } from '../sync/sync-state.ts'
import { DEFAULT_OUTBOX_LIMITS } from '../transport/outbox.ts'
import { MAX_EARLY_BLOCKS } from './early-blocks.ts'
import { MAX_CACHED_ITEM_BYTES, MAX_CACHED_ITEMS } from './item-cache.ts'
import type { NodeState } from './node-state.ts'
import { MAX_OWN_TRANSACTIONS } from './own-transactions.ts'
import { MAX_RECOVERING_BLOCKS, MAX_RECOVERING_BYTES } from './recovery-queue.ts'

/** What waits somewhere, beside the most that may. */
export interface QueueFigures {
  /**
   * - `wantedItems`: announced and not come yet. `newItems`: to be announced.
   * - `syncIds`: ids listed by the peer that has most of them waiting. `blocksInFlight`: asked for by id.
   * - `recoveringBlocks`, `recoveringBytes`: until it is known who signed them; what is on its way at the limit still comes.
   * - `heldBlocks`, `heldBytes`: without their predecessor. `earlyBlocks`: before their time.
   * - `cachedItems`, `cachedBytes`: kept to be served. `ownTransactions`: ours on their way.
   * - `outboxBytes`: what the peer that reads least has not read yet.
   * - `inboundPeers`: connections that others made.
   */
  readonly name:
    | 'wantedItems'
    | 'newItems'
    | 'syncIds'
    | 'blocksInFlight'
    | 'recoveringBlocks'
    | 'recoveringBytes'
    | 'heldBlocks'
    | 'heldBytes'
    | 'earlyBlocks'
    | 'cachedItems'
    | 'cachedBytes'
    | 'ownTransactions'
    | 'outboxBytes'
    | 'inboundPeers'
  readonly length: number
  readonly limit: number
}

/** What a node has to do, since its run began. */
export interface Workload {
  /** Over all connections, those that are gone included; types of which none went that way are left out. */
  readonly messages: readonly MessageFigures[]
  readonly requests: readonly RequestFigures[]
  readonly queues: readonly QueueFigures[]
}

/** What the node has to do at a moment. */
export function toWorkload(state: NodeState, tally: Tally): Workload {
  return {
    messages: tally.readMessages(),
    requests: tally.readRequests(),
    queues: toQueues(state, tally.readQueuedBytes()),
  }
}

function toQueues(state: NodeState, outboxBytes: number): readonly QueueFigures[] {
  const { inventory, advertising, sync, chain, items, own, early, peers, context } = state
  const syncIds = Math.max(0, ...[...sync.peers.values()].map(({ queue }) => queue.length))
  const inbound = [...peers.values()].filter(({ direction }) => direction === 'inbound').length
  const held =
    chain === undefined
      ? []
      : ([
          { name: 'recoveringBlocks', length: chain.recovery.blockCount, limit: MAX_RECOVERING_BLOCKS },
          { name: 'recoveringBytes', length: chain.recovery.sizeBytes, limit: MAX_RECOVERING_BYTES },
          { name: 'heldBlocks', length: chain.tree.held.ids.size, limit: chain.tree.limits.maxHeldBlocks },
          { name: 'heldBytes', length: chain.tree.held.sizeBytes, limit: chain.tree.limits.maxHeldBytes },
        ] as const)
  return [
    { name: 'wantedItems', length: inventory.wanted.size, limit: MAX_WANTED },
    { name: 'newItems', length: advertising.fresh.size, limit: MAX_NEW_ITEMS },
    { name: 'syncIds', length: syncIds, limit: MAX_QUEUED_IDS },
    { name: 'blocksInFlight', length: sync.inFlight.size, limit: SYNC_WINDOW_BLOCKS },
    ...held,
    { name: 'earlyBlocks', length: early.length, limit: MAX_EARLY_BLOCKS },
    { name: 'cachedItems', length: items.size, limit: MAX_CACHED_ITEMS },
    { name: 'cachedBytes', length: items.calculatedSize, limit: MAX_CACHED_ITEM_BYTES },
    { name: 'ownTransactions', length: own.size, limit: MAX_OWN_TRANSACTIONS },
    { name: 'outboxBytes', length: outboxBytes, limit: DEFAULT_OUTBOX_LIMITS.hardLimitBytes },
    { name: 'inboundPeers', length: inbound, limit: context.inbound.limits.maxInbound },
  ]
}
