import { interval, map, type Observable, startWith } from 'rxjs'
import type { Clock } from '../../peer/clock.ts'
import type { LoopEvent } from '../node-state.ts'

const BANDWIDTH_MONITOR_MS = 1000

/**
 * Measures what all connections move (`node.cpp`, `bandwidth_monitor_loop`).
 *
 * Cold; emits at once and then every 1000 ms, never completes.
 */
export function bandwidthMonitorLoop(clock: Clock): Observable<LoopEvent> {
  return interval(BANDWIDTH_MONITOR_MS, clock.scheduler).pipe(
    startWith(0),
    map((): LoopEvent => ({ type: 'loop', loop: 'bandwidth_monitor', at: clock.nowMs() })),
  )
}
