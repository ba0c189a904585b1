import { interval, map, type Observable } from 'rxjs'
import type { Clock } from './clock.ts'
import { REFRESH } from './reduce-handshake.ts'
import type { Timing } from './timing.ts'

/**
 * The times at which an active peer is asked again for addresses (`node.cpp`, `fetch_updated_peer_lists_loop`).
 *
 * Cold; never completes.
 */
export function fetchUpdatedPeerList(clock: Clock, timing: Timing): Observable<typeof REFRESH> {
  return interval(timing.addressesEveryMs, clock.scheduler).pipe(map(() => REFRESH))
}
