import { interval, map, type Observable, startWith } from 'rxjs'
import type { Clock } from '../../peer/clock.ts'
import type { LoopEvent } from '../node-state.ts'

const FETCH_ITEMS_MS = 250

/**
 * Looks after announced items that were asked for (`node.cpp`, `fetch_items_loop`): asked elsewhere when they do not come.
 *
 * Cold; emits at once and then every 250 ms, never completes.
 */
export function fetchItemsLoop(clock: Clock): Observable<LoopEvent> {
  return interval(FETCH_ITEMS_MS, clock.scheduler).pipe(
    startWith(0),
    map((): LoopEvent => ({ type: 'loop', loop: 'fetch_items', at: clock.nowMs() })),
  )
}
