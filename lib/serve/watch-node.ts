import { asyncScheduler, auditTime, defer, map, merge, type Observable, type SchedulerLike, tap } from 'rxjs'
import { spread } from '../flow/spread.ts'
import { applyBlock, undoBlock } from '../names/apply-block.ts'
import type { NameBook } from '../names/name-book.ts'
import type { Block } from '../node/block.ts'
import type { PeerStatus, Status } from '../node/events.ts'
import type { MissedSlot } from '../view/block-summary.ts'
import { MAX_TOLD_MISSES } from '../view/limits.ts'
import { nameOfWitness, summarizeBlock } from '../view/summarize-block.ts'
import { toPeerRows, toStatusRow } from '../view/to-rows.ts'
import type { ViewEvent } from '../view/view-event.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { PEERS_EVERY_MS, PENDING_EVERY_MS } from './limits.ts'
import type { ChainChange, PageSource, SlotChange } from './page-source.ts'
import type { MempoolWatch } from './watch-mempool.ts'

/** What happened, for the view, and what it was made of. */
export type NodeStep =
  | { readonly type: 'block'; readonly event: Told<'block'>; readonly block: Block }
  | { readonly type: 'undo'; readonly event: Told<'undo'> }
  | { readonly type: 'mempool'; readonly event: Told<'mempool'> }
  | { readonly type: 'status'; readonly event: Told<'status'>; readonly status: Status }
  | { readonly type: 'peers'; readonly event: Told<'peers'>; readonly peers: readonly PeerStatus[] }

type Told<Type extends ViewEvent['type']> = Extract<ViewEvent, { readonly type: Type }>

/** What a node is watched with. */
export interface WatchContext {
  /** Grows with the blocks. */
  readonly names: NameBook
  readonly mempool: MempoolWatch
  /** The chain's clock, in seconds since 1970. */
  chainSeconds(this: void): number
  readonly scheduler?: SchedulerLike
}

/**
 * A node as steps of a view: blocks and undone blocks in order; transactions, connections and the node's standing a few times
 * a second at most.
 *
 * Cold; completes and errors with the node.
 */
export function watchNode(source: PageSource, context: WatchContext): Observable<NodeStep> {
  const { mempool, scheduler = asyncScheduler } = context
  return defer(() => {
    const missed: MissedSlot[] = []
    const slots$ = source.slot$.pipe(
      tap((slot) => {
        noteSlot(missed, slot, context)
      }),
      map((): readonly NodeStep[] => []),
    )
    const chain$ = source.chain$.pipe(
      map((change): readonly NodeStep[] => toSteps(change, missed.splice(0), context)),
    )
    const mempool$ = source.trx$.pipe(
      tap((event) => {
        mempool.note(event)
      }),
      auditTime(PENDING_EVERY_MS, scheduler),
      map((): readonly NodeStep[] => [{ type: 'mempool', event: mempool.take() }]),
    )
    const status$ = source.status$.pipe(
      map((status): readonly NodeStep[] => [
        {
          type: 'status',
          event: { type: 'status', status: toStatusRow(status, context.chainSeconds()) },
          status,
        },
      ]),
    )
    const peers$ = source.peers$.pipe(
      auditTime(PEERS_EVERY_MS, scheduler),
      map((peers): readonly NodeStep[] => [
        { type: 'peers', event: { type: 'peers', peers: toPeerRows(peers) }, peers },
      ]),
    )
    // Slots first: those that were missed before a block are told before it.
    return merge(slots$, chain$, mempool$, status$, peers$).pipe(spread())
  })
}

function noteSlot(missed: MissedSlot[], slot: SlotChange, { names }: WatchContext): void {
  if (slot.isProduced || slot.isUndone) return
  const { timestamp, witness } = slot
  const name = witness === undefined ? undefined : nameOfWitness(witness as ObjectId<1, 6>, names)
  missed.push({
    timestamp,
    ...(witness !== undefined && { witness }),
    ...(name !== undefined && { witnessName: name }),
  })
  if (missed.length > MAX_TOLD_MISSES) missed.shift()
}

function toSteps(
  { type, block }: ChainChange,
  missedBefore: readonly MissedSlot[],
  { names, mempool, chainSeconds }: WatchContext,
): readonly NodeStep[] {
  switch (type) {
    case 'block_applied': {
      applyBlock(names, block)
      const { at, peer, source } = block.received
      const late = Math.max(0, Math.round((chainSeconds() - block.timestamp) * 1000))
      const summary = summarizeBlock(block, {
        names,
        receivedAt: Math.round(at),
        peer,
        missedBefore,
        latencyMs: source === 'live' ? late : undefined,
        waitOf: (id) => mempool.include(id, at),
      })
      return [{ type: 'block', event: { type: 'block', block: summary }, block }]
    }
    case 'block_undone': {
      undoBlock(names, block)
      const { number, id, previous } = block
      return [{ type: 'undo', event: { type: 'undo', number, id, previous } }]
    }
    case 'block_irreversible':
      // The status says which block that is.
      return []
  }
}
