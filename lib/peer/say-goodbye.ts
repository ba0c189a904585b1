import { catchError, defer, EMPTY, ignoreElements, type Observable, takeUntil, timer } from 'rxjs'
import { LinkError, PeerFault } from '../errors.ts'
import type { Clock } from './clock.ts'
import type { Link } from './link.ts'

/** Longest reason sent. */
const MAX_REASON_LENGTH = 256

/**
 * Tells the peer why we part and waits until it has closed, or for `goodbyeMs`. Emits nothing, never errors.
 *
 * Core does nothing when it gets this message (`node.cpp`, `on_closing_connection_message`), so closing is ours. A
 * connection that broke, or that the peer closed, is not spoken to.
 */
export function sayGoodbye(link: Link, error: unknown, clock: Clock, goodbyeMs: number): Observable<never> {
  return defer(() => {
    if (error instanceof LinkError && (error.code === 'CLOSED' || error.code === 'RESET')) return EMPTY
    const reason = error instanceof Error ? error.message : 'internal error'
    link.send({
      type: 'closing_connection_message',
      reason_for_closing: reason.slice(0, MAX_REASON_LENGTH),
      closing_due_to_error: error instanceof PeerFault,
      error: undefined,
    })
    link.end()
    const closed$ = link.message$.pipe(
      ignoreElements(),
      catchError(() => EMPTY),
    )
    return closed$.pipe(takeUntil(timer(goodbyeMs, clock.scheduler)))
  })
}
