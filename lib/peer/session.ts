import {
  catchError,
  concat,
  connect,
  defer,
  filter,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  take,
  takeWhile,
} from 'rxjs'
import { PeerFault, toRxBitsharesError } from '../errors.ts'
import { type ByType, connectByType } from '../flow/split-by-type.ts'
import type { DecodedMessage } from './decode.ts'
import { answerAddressRequests, answerSynopses, serveItems } from './answer-requests.ts'
import { createHello } from './hello.ts'
import { exchangeTimes } from './keep-alive.ts'
import { terminateInactiveConnection } from './terminate-inactive-connection.ts'
import type { Link } from './link.ts'
import type { PeerCommand } from './peer-command.ts'
import { readChecks } from './read-checks.ts'
import { readItems } from './read-items.ts'
import { sayGoodbye } from './say-goodbye.ts'
import type { SessionContext } from './session-context.ts'
import type { SessionEvent } from './session-event.ts'
import { shakeHands } from './shake-hands.ts'

/**
 * The life of one peer, as a stream of what it brings; `closed` with the reason is its last event.
 *
 * Cold: subscribing opens the link and says hello, unsubscribing destroys the connection. Never errors: a peer's fault
 * is the value of its last event, so whoever merges sessions is safe from all of them.
 */
export function runSession(link$: Observable<Link>, context: SessionContext): Observable<SessionEvent> {
  const { peer, clock, timing } = context
  const toClosed = (error: unknown): SessionEvent => ({
    type: 'closed',
    peer,
    at: clock.nowMs(),
    error: toRxBitsharesError(error),
  })
  return defer(() => {
    const deadlineAt = clock.nowMs() + timing.handshakeTimeoutMs
    return link$.pipe(
      switchMap((link) =>
        concat(
          of<SessionEvent>({ type: 'connected', peer, at: clock.nowMs() }),
          talk(link, context, deadlineAt),
        ).pipe(
          catchError((error: unknown) =>
            concat(
              of<SessionEvent>({ type: 'ending', peer, at: clock.nowMs() }),
              sayGoodbye(link, error, clock, timing.goodbyeMs),
              of(toClosed(error)),
            ),
          ),
        ),
      ),
      catchError((error: unknown) => of(toClosed(error))),
      takeWhile(({ type }) => type !== 'closed', true),
    )
  })
}

/** Everything that goes on over an open link, until something errors. */
function talk(link: Link, context: SessionContext, deadlineAt: number): Observable<SessionEvent> {
  const { peer, clock, timing, responder } = context
  return defer(() => {
    const hello = context.hello()
    link.send(createHello(hello, link.secret))
    return link.message$.pipe(
      connectByType((on) =>
        merge(
          // First: it has the say in why a connection ended.
          shakeHands(link, on, context, deadlineAt).pipe(
            connect((event$) => merge(event$, onceActive(event$, link, context))),
          ),
          readItems(on, context, hello.chainId),
          readChecks(on, context),
          exchangeTimes(
            on.of('current_time_request_message'),
            on.of('current_time_reply_message'),
            link,
            clock,
          ).pipe(
            map((measured) => ({ type: 'clockMeasured', peer, at: clock.nowMs(), ...measured }) as const),
          ),
          answerSynopses(on.of('fetch_blockchain_item_ids_message'), link, responder).pipe(
            map((answer) => ({ type: 'synopsisAnswered', peer, at: clock.nowMs(), ...answer }) as const),
          ),
          serveItems(on.of('fetch_items_message'), link, responder).pipe(
            map(({ hash }) => ({ type: 'transactionServed', peer, at: clock.nowMs(), hash }) as const),
          ),
          answerAddressRequests(on.of('address_request_message'), link, responder, clock, timing),
          obey(context.command$, link),
          refuseUnknown(on),
        ),
      ),
    )
  })
}

/** An active peer is kept alive and watched. */
function onceActive(
  event$: Observable<SessionEvent>,
  link: Link,
  { peer, clock, timing }: SessionContext,
): Observable<SessionEvent> {
  return event$.pipe(
    filter(({ type }) => type === 'active'),
    take(1),
    switchMap(() => terminateInactiveConnection(link, clock, timing)),
    map((traffic) => ({ type: 'traffic', peer, at: clock.nowMs(), ...traffic }) as const),
  )
}

function obey(command$: Observable<PeerCommand>, link: Link): Observable<never> {
  return command$.pipe(
    map((command) => {
      if (command.do === 'disconnect') throw command.fault
      link.send(command.message)
    }),
    ignoreElements(),
  )
}

/** Errors when the peer sends what has no meaning (`node.cpp`, `on_message`). */
function refuseUnknown(on: ByType<DecodedMessage>): Observable<never> {
  return on.of('unknown_message').pipe(
    map(({ number }) => {
      // Reserved for extensions; everything else counts as an item that nobody asked for.
      if (number >= 5000 && number <= 5099) return
      throw new PeerFault('UNREQUESTED_ITEM', `a message of type ${number}, which nobody asked for`)
    }),
    ignoreElements(),
  )
}
