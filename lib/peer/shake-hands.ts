import {
  catchError,
  concat,
  concatMap,
  defer,
  EMPTY,
  map,
  merge,
  type Observable,
  of,
  scan,
  throwError,
  timer,
} from 'rxjs'
import { LinkError, toRxBitsharesError } from '../errors.ts'
import type { ByType } from '../flow/split-by-type.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { DecodedMessage } from './decode.ts'
import { type PeerAddress, parseAddress } from '../transport/peer-address.ts'
import { fetchUpdatedPeerList } from './fetch-updated-peer-list.ts'
import { checkHello } from './hello.ts'
import type { Link } from './link.ts'
import {
  createHandshakeState,
  DEADLINE,
  type Ended,
  type HandshakeCommand,
  reduceHandshake,
} from './reduce-handshake.ts'
import type { SessionContext } from './session-context.ts'
import type { SessionEvent } from './session-event.ts'

/**
 * Says who we are, judges who the peer is, and asks for addresses; emits `greeted`, `addressesTold` and `active`.
 *
 * Goes on as long as the messages do, for an active peer is asked for addresses again and again. Errors with what ends
 * the connection: rejected, refused, out of turn, too slow (nothing the peer sends puts the deadline off), goodbye, closed,
 * broken. Subscribe it before all others that read from the link: it knows the reason best.
 *
 * @param deadlineAt when the peer has to be active, by the context's clock
 */
export function shakeHands(
  link: Link,
  on: ByType<DecodedMessage>,
  context: SessionContext,
  deadlineAt: number,
): Observable<SessionEvent> {
  const { clock, timing, direction } = context
  return defer(() => {
    const { identity, chainId } = context.hello()
    const judge = (message: MessageOf<'hello_message'>): ReturnType<typeof checkHello> =>
      checkHello(message, {
        chainId,
        identity,
        secret: link.secret,
        isConnectedTo: (nodeId, publicKey) => context.isConnectedTo(nodeId, publicKey),
        refuse: (hello) => context.refuse?.(hello),
      })
    const message$ = merge(
      on.of('hello_message'),
      on.of('connection_accepted_message'),
      on.of('connection_rejected_message'),
      on.of('address_request_message'),
      on.of('address_message'),
      on.of('fetch_blockchain_item_ids_message'),
      on.of('fetch_items_message'),
      on.of('item_ids_inventory_message'),
      on.of('closing_connection_message'),
    )
    return merge(
      concat(message$, of(ended(new LinkError('CLOSED', 'the peer closed the connection')))).pipe(
        catchError((error: unknown) => of(ended(error))),
      ),
      timer(Math.max(0, deadlineAt - clock.nowMs()), clock.scheduler).pipe(map(() => DEADLINE)),
      fetchUpdatedPeerList(clock, timing),
    ).pipe(
      scan(([state], message) => reduceHandshake(state, message, judge), [
        createHandshakeState(direction),
        [],
      ] as ReturnType<typeof reduceHandshake>),
      concatMap(([, commands]) => commands),
      concatMap((command) => perform(command, link, context)),
    )
  })
}

function ended(error: unknown): Ended {
  return { type: 'ended', error: toRxBitsharesError(error) }
}

function perform(
  command: HandshakeCommand,
  link: Link,
  { peer, clock, responder }: SessionContext,
): Observable<SessionEvent> {
  const at = clock.nowMs()
  switch (command.do) {
    case 'send':
      link.send(command.message)
      return EMPTY
    case 'answerAddresses':
      link.send({ type: 'address_message', addresses: responder.listAddresses() })
      return EMPTY
    case 'greet':
      link.trust()
      return of({ type: 'greeted', peer, at, hello: command.hello })
    case 'activate':
      return of({ type: 'active', peer, at })
    case 'tellAddresses':
      return of({
        type: 'addressesTold',
        peer,
        at,
        addresses: toAddresses(command.message),
        entries: command.message.addresses,
      })
    case 'end':
      return throwError(() => command.error)
  }
}

/** Those that listen; port 0 says that one does not. */
function toAddresses({ addresses }: MessageOf<'address_message'>): readonly PeerAddress[] {
  return addresses
    .filter(({ remote_endpoint }) => !remote_endpoint.endsWith(':0'))
    .map(({ remote_endpoint }) => parseAddress(remote_endpoint))
}
