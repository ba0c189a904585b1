import {
  asyncScheduler,
  defer,
  finalize,
  from,
  map,
  type Observable,
  of,
  repeat,
  type SchedulerLike,
  switchMap,
  takeWhile,
  timer,
} from 'rxjs'
import type { FeedEvent } from './feed-event.ts'

/**
 * Emits events at the distances their times have, divided by `speed`. Asks for the next only when one was emitted.
 *
 * Cold; completes after the last, errors as `events` does.
 */
export function replay(
  events: AsyncIterable<FeedEvent>,
  speed: number,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<readonly FeedEvent[]> {
  return defer(() => {
    const iterator = events[Symbol.asyncIterator]()
    let begun: { readonly recorded: number; readonly now: number } | undefined
    const dueIn = ({ at }: FeedEvent): number => {
      begun ??= { recorded: at, now: scheduler.now() }
      return begun.now + (at - begun.recorded) / speed - scheduler.now()
    }
    const next$ = defer(() => from(iterator.next())).pipe(
      switchMap((result) => {
        if (result.done === true) return of(undefined)
        const dueMs = dueIn(result.value)
        return dueMs < 1 ? of(result.value) : timer(dueMs, scheduler).pipe(map(() => result.value))
      }),
    )
    return next$.pipe(
      repeat(),
      takeWhile((event) => event !== undefined),
      map((event) => [event]),
      finalize(() => void iterator.return?.()),
    )
  })
}
