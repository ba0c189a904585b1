import { defer, interval, mergeMap, type Observable, of, throwError } from 'rxjs'
import { LinkError } from '../errors.ts'
import type { Clock } from './clock.ts'
import { sendTimeRequest } from './keep-alive.ts'
import type { Link } from './link.ts'
import type { Timing } from './timing.ts'

/** Bytes that have come and gone so far. */
export interface Traffic {
  readonly bytesReceived: number
  readonly bytesSent: number
}

/**
 * Keeps an active connection alive and watches it (`node.cpp`, `terminate_inactive_connections_loop`): asks for the time at once and after a silence, and emits the traffic
 * at each look. Errors with `TIMEOUT` after too long a silence. A silence is broken by any byte, not only by a whole
 * message, so that a large block on a slow line does not end the connection it comes through.
 */
export function terminateInactiveConnection(link: Link, clock: Clock, timing: Timing): Observable<Traffic> {
  return defer(() => {
    let heardAt = clock.nowMs()
    let pingedAt = heardAt
    let bytes = link.bytesReceived
    sendTimeRequest(link, clock)
    return interval(timing.watchEveryMs, clock.scheduler).pipe(
      mergeMap(() => {
        const now = clock.nowMs()
        if (link.bytesReceived !== bytes) {
          bytes = link.bytesReceived
          heardAt = now
        }
        const silentMs = now - heardAt
        if (silentMs >= timing.silenceTimeoutMs) {
          return throwError(
            () => new LinkError('TIMEOUT', `the peer was silent for ${Math.round(silentMs / 1000)} s`),
          )
        }
        if (silentMs >= timing.pingAfterMs && now - pingedAt >= timing.pingAfterMs) {
          pingedAt = now
          sendTimeRequest(link, clock)
        }
        return of({ bytesReceived: bytes, bytesSent: link.bytesSent })
      }),
    )
  })
}
