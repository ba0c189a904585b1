import {
  asyncScheduler,
  auditTime,
  defer,
  map,
  merge,
  type Observable,
  type SchedulerLike,
  tap,
  throttleTime,
} from 'rxjs'
import { spread } from '../flow/spread.ts'
import type { NameBook } from '../names/name-book.ts'
import type { Block } from '../node/block.ts'
import type { ChainEvent } from '../node/chain-event.ts'
import type { Node } from '../node/create-node.ts'
import type { PeerStatus, Status } from '../node/events.ts'
import { followNames } from '../node/follow-names.ts'
import type { WitnessSlot } from '../node/witness-slot.ts'
import type { MissedSlot } from '../view/block-summary.ts'
import { nameOfWitness, summarizeBlock } from '../view/summarize-block.ts'
import { toPeerRows, toStatusRow } from '../view/to-rows.ts'
import type { ViewEvent } from '../view/view-event.ts'
import { PEERS_EVERY_MS, PENDING_EVERY_MS } from './limits.ts'
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
  /** Follows the chain; nobody else may let it. */
  readonly names: NameBook
  readonly mempool: MempoolWatch
  /** The chain's clock, in seconds since 1970. */
  chainSeconds(this: void): number
  readonly scheduler?: SchedulerLike
}

/** What of a node a page is made of. */
export type PageSource = Pick<Node, 'chain$' | 'witness$' | 'trx$' | 'peers$' | 'status$'>

/**
 * A node as steps of a view: blocks and undone blocks in order; transactions, connections and the node's standing a few times
 * a second at most.
 *
 * Cold; completes and errors with the node.
 */
export function watchNode(source: PageSource, context: WatchContext): Observable<NodeStep> {
  const { mempool, scheduler = asyncScheduler } = context
  return defer(() => {
    const slots = new MissedSlots(context.names)
    const slots$ = source.witness$.pipe(
      tap((slot) => {
        slots.note(slot)
      }),
      map((): readonly NodeStep[] => []),
    )
    const chain$ = source.chain$.pipe(
      followNames(context.names),
      map((event): readonly NodeStep[] => toSteps(event, slots.take(event.block.id), context)),
    )
    const mempool$ = source.trx$.pipe(
      tap((event) => {
        mempool.note(event, scheduler.now())
      }),
      auditTime(PENDING_EVERY_MS, scheduler),
      map((): readonly NodeStep[] => [{ type: 'mempool', event: mempool.take() }]),
    )
    const status$ = source.status$.pipe(
      map((status): readonly NodeStep[] => {
        const row = toStatusRow(status, context.chainSeconds())
        return [{ type: 'status', event: { type: 'status', status: row }, status }]
      }),
    )
    const peers$ = source.peers$.pipe(
      throttleTime(PEERS_EVERY_MS, scheduler, { leading: true, trailing: true }),
      map((peers): readonly NodeStep[] => [
        { type: 'peers', event: { type: 'peers', peers: toPeerRows(peers) }, peers },
      ]),
    )
    // Slots first: those of a change are told before its blocks are.
    return merge(slots$, chain$, mempool$, status$, peers$).pipe(spread())
  })
}

/** Missed slots, until the block that follows them is told. */
class MissedSlots {
  readonly #names: NameBook
  readonly #before = new Map<string, readonly MissedSlot[]>()
  #missed: MissedSlot[] = []

  constructor(names: NameBook) {
    this.#names = names
  }

  note({ timestamp, witness, isUndone, block }: WitnessSlot): void {
    // A view takes back by itself what an undone block told.
    if (isUndone) return
    if (block !== undefined) {
      if (this.#missed.length > 0) this.#before.set(block.id, this.#missed)
      this.#missed = []
      return
    }
    const witnessName = witness === undefined ? undefined : nameOfWitness(witness, this.#names)
    this.#missed.push({
      timestamp,
      ...(witness !== undefined && { witness }),
      ...(witnessName !== undefined && { witnessName }),
    })
  }

  take(blockId: string): readonly MissedSlot[] {
    const missed = this.#before.get(blockId) ?? []
    this.#before.delete(blockId)
    return missed
  }
}

function toSteps(
  { type, block }: ChainEvent,
  missedBefore: readonly MissedSlot[],
  { names, mempool, chainSeconds }: WatchContext,
): readonly NodeStep[] {
  switch (type) {
    case 'block_applied': {
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
      const { number, id, previous } = block
      return [{ type: 'undo', event: { type: 'undo', number, id, previous } }]
    }
    case 'block_irreversible':
      // The status says which block that is.
      return []
  }
}
