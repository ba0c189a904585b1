import { interval, map, type Observable, startWith } from 'rxjs'
import type { Clock } from '../../peer/clock.ts'
import type { LoopEvent } from '../node-state.ts'

const FETCH_SYNC_ITEMS_MS = 250

/**
 * Looks after the blocks that are asked for by their ids (`node.cpp`, `fetch_sync_items_loop`). Core's is driven by events alone; here most is done when a block or a list arrives, and this is for what does not arrive.
 *
 * Cold; emits at once and then every 250 ms, never completes.
 */
export function fetchSyncItemsLoop(clock: Clock): Observable<LoopEvent> {
  return interval(FETCH_SYNC_ITEMS_MS, clock.scheduler).pipe(
    startWith(0),
    map((): LoopEvent => ({ type: 'loop', loop: 'fetch_sync_items', at: clock.nowMs() })),
  )
}
