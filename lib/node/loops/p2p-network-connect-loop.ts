import { interval, map, type Observable, startWith } from 'rxjs'
import type { Clock } from '../../peer/clock.ts'
import type { LoopEvent } from '../node-state.ts'

const P2P_NETWORK_CONNECT_MS = 250

/**
 * Looks whether there are connections to make (`node.cpp`, `p2p_network_connect_loop`). Core does so every 10 s; here a lost peer is made up for at once.
 *
 * Cold; emits at once and then every 250 ms, never completes.
 */
export function p2pNetworkConnectLoop(clock: Clock): Observable<LoopEvent> {
  return interval(P2P_NETWORK_CONNECT_MS, clock.scheduler).pipe(
    startWith(0),
    map((): LoopEvent => ({ type: 'loop', loop: 'p2p_network_connect', at: clock.nowMs() })),
  )
}
