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
import type { ChainClock } from './chain-clock.ts'
import type { ChainEvent } from './chain-event.ts'
import type { AnnouncedTransaction, Timeline } from './timeline.ts'

/**
 * Lets time pass: a slot every `intervalMs`, and before it the transactions that become known in between.
 *
 * Cold, for one subscriber: it moves `timeline` on. The times are counted from the subscription, so that delays do not add
 * up; after a pause of the process the slots that are due come one after the other. Completes after the last one.
 */
export function produceBlocks(
  timeline: Timeline,
  clock: ChainClock,
  intervalMs: number,
  scheduler: SchedulerLike,
): Observable<ChainEvent> {
  return defer(() => {
    const startedAt = scheduler.now()
    let passed = 0
    /** Emits at a point of the running interval. */
    function until(share: number): Observable<unknown> {
      return timer(Math.max(0, startedAt + (passed + share) * intervalMs - scheduler.now()), scheduler)
    }

    clock.turn(timeline, startedAt)
    const round$ = defer(() => {
      if (timeline.nextSeconds === undefined) return EMPTY
      const transaction$ = from(timeline.announce()).pipe(
        concatMap((each) => until(each.transaction.at).pipe(map(() => toEvent(each)))),
      )
      const slot$ = defer(() => until(1)).pipe(
        mergeMap(() => {
          const events = timeline.next()
          passed += 1
          clock.turn(timeline, startedAt + passed * intervalMs)
          return events
        }),
      )
      return concat(transaction$, slot$)
    })
    return round$.pipe(repeat({ delay: () => (timeline.nextSeconds === undefined ? EMPTY : of(true)) }))
  })
}

/**
 * Tells what is made on request, and after it the transactions that become known then. Those before the first request come
 * when it is subscribed.
 *
 * Cold, for one subscriber. Completes with `made$`.
 *
 * @param made$ what came of each request to `timeline`
 */
export function produceOnRequest(
  timeline: Timeline,
  clock: ChainClock,
  made$: Observable<readonly ChainEvent[]>,
  scheduler: SchedulerLike,
): Observable<ChainEvent> {
  const transactions = (): readonly ChainEvent[] =>
    timeline.nextSeconds === undefined ? [] : timeline.announce().map(toEvent)
  return defer(() => {
    clock.turn(timeline, scheduler.now())
    const told$ = made$.pipe(
      mergeMap((events): readonly ChainEvent[] => {
        clock.turn(timeline, scheduler.now())
        return [...events, ...transactions()]
      }),
    )
    return concat(transactions(), told$)
  })
}

function toEvent(each: AnnouncedTransaction): ChainEvent {
  return { type: 'transaction', ...each }
}
