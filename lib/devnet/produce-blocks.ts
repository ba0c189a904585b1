import {
  concat,
  concatMap,
  defer,
  EMPTY,
  from,
  map,
  mergeMap,
  type Observable,
  of,
  repeat,
  type SchedulerLike,
  timer,
} from 'rxjs'
import { toMessageHash } from '../protocol/identities.ts'
import type { BlockSource, PendingTransaction } from './block-source.ts'
import type { ChainClock } from './chain-clock.ts'
import type { ChainEvent } from './chain-event.ts'
import type { ServedBlock } from './served-block.ts'

/**
 * Lets time pass: a block every `intervalMs`, and before it the transactions that become known in between.
 *
 * Cold, for one subscriber: it moves `source` on. The times are counted from the subscription, so that delays do not add
 * up; after a pause of the process the blocks that are due come one after the other. Completes after the source's last
 * block.
 */
export function produceBlocks(
  source: BlockSource,
  clock: ChainClock,
  intervalMs: number,
  scheduler: SchedulerLike,
): Observable<ChainEvent> {
  return defer(() => {
    const startedAt = scheduler.now()
    let made = 0
    /** Emits at a point of the running interval. */
    function until(share: number): Observable<unknown> {
      return timer(Math.max(0, startedAt + (made + share) * intervalMs - scheduler.now()), scheduler)
    }

    clock.turn(source, startedAt)
    const round$ = defer(() => {
      if (source.nextSeconds === undefined) return EMPTY
      const transaction$ = from(source.pending()).pipe(
        concatMap((transaction) => until(transaction.at).pipe(map(() => toEvent(transaction)))),
      )
      const block$ = defer(() => until(1)).pipe(
        map((): ChainEvent => {
          const block = source.next()
          made += 1
          clock.turn(source, startedAt + made * intervalMs)
          return toBlockEvent(block)
        }),
      )
      return concat(transaction$, block$)
    })
    return round$.pipe(repeat({ delay: () => (source.nextSeconds === undefined ? EMPTY : of(true)) }))
  })
}

/**
 * Makes blocks as they are asked for: a block for each `request$`, at once, and after it the transactions that become known
 * before the next one. Those before the first come when it is subscribed.
 *
 * Cold, for one subscriber. Completes with `request$`.
 */
export function produceOnRequest(
  source: BlockSource,
  clock: ChainClock,
  request$: Observable<unknown>,
  scheduler: SchedulerLike,
): Observable<ChainEvent> {
  const transactions = (): readonly ChainEvent[] =>
    source.nextSeconds === undefined ? [] : source.pending().map(toEvent)
  return defer(() => {
    clock.turn(source, scheduler.now())
    const made$ = request$.pipe(
      mergeMap((): readonly ChainEvent[] => {
        if (source.nextSeconds === undefined) return []
        const event = toBlockEvent(source.next())
        clock.turn(source, scheduler.now())
        return [event, ...transactions()]
      }),
    )
    return concat(transactions(), made$)
  })
}

function toEvent(transaction: PendingTransaction): ChainEvent {
  return { type: 'transaction', transaction }
}

function toBlockEvent(block: ServedBlock): ChainEvent {
  return { type: 'block', block, hash: toMessageHash(block.payload) }
}
