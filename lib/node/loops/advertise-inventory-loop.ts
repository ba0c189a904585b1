import { asapScheduler, map, type Observable, observeOn } from 'rxjs'
import type { Clock } from '../../peer/clock.ts'
import type { LoopEvent } from '../node-state.ts'

/**
 * Tells peers of new items (`node.cpp`, `advertise_inventory_loop`), woken when an item was accepted: at the end of the turn,
 * so that all that came in one piece is told in one message.
 *
 * Cold; emits once for each emission of `woken$`, completes with it.
 */
export function advertiseInventoryLoop(woken$: Observable<unknown>, clock: Clock): Observable<LoopEvent> {
  return woken$.pipe(
    observeOn(asapScheduler),
    map((): LoopEvent => ({ type: 'loop', loop: 'advertise_inventory', at: clock.nowMs() })),
  )
}
