import { defer, ignoreElements, map, merge, type Observable, Subject, take, timer } from 'rxjs'
import { GENESIS } from '../chain/cursor.ts'
import { runLoop } from '../flow/run-loop.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { Clock } from '../peer/clock.ts'
import type { NodeIdentity } from '../peer/hello.ts'
import { wallMicros } from '../peer/keep-alive.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import { visitPeer } from '../peer/visit-peer.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { Probe } from './probe.ts'
import {
  createProbeState,
  type ProbeCommand,
  type ProbeEvent,
  type ProbeState,
  reduceProbe,
} from './reduce-probe.ts'

/** What all visits of a crawl have in common. */
export interface ProbeContext {
  readonly network: NetworkDescription
  readonly clock: Clock
  readonly identity: NodeIdentity
  readonly userAgent: string
}

/** A node that took us has so long for what is left to say. */
const PATIENCE_MS = 3000

/**
 * Visits one endpoint once: says hello, takes down what the node says of itself and whom it knows, compares clocks, says
 * goodbye.
 *
 * Cold: emits one probe and completes, never errors; unsubscribing breaks the connection.
 */
export function probePeer(address: PeerAddress, context: ProbeContext): Observable<Probe> {
  const { network, clock, identity, userAgent } = context
  return defer(() => {
    const command$ = new Subject<PeerCommand>()
    const probe$ = new Subject<Probe>()
    const visit$ = visitPeer(address, {
      clock,
      keyPrefix: network.prefix,
      command$,
      hello: () => ({ identity, chainId: network.chainId, userAgent, head: GENESIS, headTime: 0 }),
    })

    function perform(command: ProbeCommand): Observable<ProbeEvent> | undefined {
      switch (command.do) {
        case 'askTime':
          command$.next({
            do: 'send',
            peer: 0,
            message: { type: 'current_time_request_message', request_sent_time: wallMicros(clock) },
          })
          return undefined
        case 'wait':
          return timer(PATIENCE_MS, clock.scheduler).pipe(map((): ProbeEvent => ({ type: 'waitedEnough' })))
        case 'leave':
          command$.next(command.command)
          return undefined
        case 'tell':
          probe$.next(command.probe)
          return undefined
      }
    }

    const chainSeconds = (): number => network.chainSeconds?.() ?? clock.wallMs() / 1000
    const loop$ = runLoop<ProbeState, ProbeEvent, ProbeCommand>({
      event$: visit$,
      createState: () => createProbeState(address, clock.nowMs(), clock.wallMs()),
      reduce: (state, event) => reduceProbe(state, event, chainSeconds()),
      perform,
    })
    return merge(probe$, loop$.pipe(ignoreElements())).pipe(take(1))
  })
}
