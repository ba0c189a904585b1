import { defer, merge, type Observable, Subject, switchMap, takeWhile, tap, throwError, timeout } from 'rxjs'
import { LinkError } from '../errors.ts'
import { connectTcp } from '../transport/connect-tcp.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import { openLink } from './link.ts'
import { EMPTY_RESPONDER } from './responder.ts'
import { runSession } from './session.ts'
import type { SessionContext } from './session-context.ts'
import type { SessionEvent } from './session-event.ts'
import { DEFAULT_TIMING } from './timing.ts'

/** What happens on a visit: `reached` when the port is open, then what the session says; its `closed` is the last. */
export type VisitEvent =
  SessionEvent | { readonly type: 'reached'; readonly peer: number; readonly at: number }

/** What a visitor has to say of itself, and wants sent. The session is that of peer 0. */
export type Visitor = Pick<SessionContext, 'clock' | 'keyPrefix' | 'command$' | 'hello'>

const PEER = 0

/**
 * Connects to one node to ask it things, without being a node: it has no blocks, and listens nowhere.
 *
 * Cold: unsubscribing breaks the connection. Completes after `closed`, never errors.
 */
export function visitPeer(address: PeerAddress, visitor: Visitor): Observable<VisitEvent> {
  const { clock } = visitor
  const { connectTimeoutMs } = DEFAULT_TIMING
  return defer(() => {
    const reached$ = new Subject<VisitEvent>()
    const link$ = connectTcp(address, { timeoutMs: connectTimeoutMs, scheduler: clock.scheduler }).pipe(
      tap(() => reached$.next({ type: 'reached', peer: PEER, at: clock.nowMs() })),
      switchMap((socket) => openLink(socket)),
      timeout({
        first: connectTimeoutMs,
        with: () =>
          throwError(
            () => new LinkError('TIMEOUT', 'no key came: this is no BitShares node, or an overloaded one'),
          ),
        scheduler: clock.scheduler,
      }),
    )
    const session$ = runSession(link$, {
      ...visitor,
      peer: PEER,
      direction: 'outbound',
      hello: () => visitor.hello(),
      timing: DEFAULT_TIMING,
      responder: EMPTY_RESPONDER,
      isConnectedTo: () => false,
    })
    return merge(reached$, session$).pipe(takeWhile(({ type }) => type !== 'closed', true))
  })
}
