import { interval, map, type Observable, startWith } from 'rxjs'
import type { Clock } from '../../peer/clock.ts'
import type { LoopEvent } from '../node-state.ts'

const REPORT_STATUS_MS = 250

/**
 * Says how the node stands; core writes it to its log (`node.cpp`, `dump_node_status_task`).
 *
 * Cold; emits at once and then every 250 ms, never completes.
 */
export function reportStatusLoop(clock: Clock): Observable<LoopEvent> {
  return interval(REPORT_STATUS_MS, clock.scheduler).pipe(
    startWith(0),
    map((): LoopEvent => ({ type: 'loop', loop: 'report_status', at: clock.nowMs() })),
  )
}
