import type { Socket } from 'node:net'
import { defer, type Observable, of, switchMap, tap, throwError, timeout } from 'rxjs'
import { LinkError } from '../errors.ts'
import type { HelloOptions } from '../peer/hello.ts'
import { openLink } from '../peer/link.ts'
import { runSession } from '../peer/session.ts'
import type { SessionContext } from '../peer/session-context.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import type { Tally } from '../peer/tally.ts'
import { connectTcp } from '../transport/connect-tcp.ts'
import type { PeerAddress } from '../transport/peer-address.ts'

/** What a conversation needs besides the connection. */
export interface ConversationContext extends Omit<SessionContext, 'direction' | 'hello'> {
  /** What we say of ourselves; `localHost` and `localPort` are our end of the connection. */
  hello(localHost: string, localPort: number): HelloOptions
  /** Where messages are counted. */
  readonly tally?: Pick<Tally, 'openLink'>
  /** Whether messages 5014 to 5016 are read. Default: they are read past. */
  readonly readsChecks?: boolean
}

/**
 * Talks to a peer: over a connection that is made to its address, or one that it has made.
 *
 * Cold; the events of {@link runSession}. Unsubscribing closes the connection.
 */
export function openSession(
  over: PeerAddress | Socket,
  context: ConversationContext,
): Observable<SessionEvent> {
  return defer(() => {
    const { clock, timing } = context
    const { scheduler } = clock
    const timeoutMs = timing.connectTimeoutMs
    let localHost = '0.0.0.0'
    let localPort = 0
    const late$ = throwError(() => new LinkError('TIMEOUT', 'keys were not exchanged in time'))
    const isTheirs = 'remoteAddress' in over
    const link$ = (isTheirs ? of(over) : connectTcp(over, { timeoutMs, scheduler })).pipe(
      tap((socket) => {
        localHost = socket.localAddress ?? localHost
        localPort = socket.localPort ?? localPort
      }),
      switchMap((socket) => openLink(socket, context.tally, context.readsChecks)),
      timeout({ first: timeoutMs, with: () => late$, scheduler }),
    )
    return runSession(link$, {
      ...context,
      direction: isTheirs ? 'inbound' : 'outbound',
      hello: () => context.hello(localHost, localPort),
    })
  })
}
