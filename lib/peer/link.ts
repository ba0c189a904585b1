import type { Socket } from 'node:net'
import {
  catchError,
  connect,
  defer,
  EMPTY,
  finalize,
  fromEvent,
  ignoreElements,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  tap,
} from 'rxjs'
import { createCipherPair } from '../crypto/stream-cipher.ts'
import { encodeMessage, type Message } from '../messages/registry.ts'
import { decrypt } from '../transport/decrypt.ts'
import { deframe } from '../transport/deframe.ts'
import { exchangeKeys } from '../transport/exchange-keys.ts'
import type { ReceivedFrame } from '../transport/frame.ts'
import { earlyFrameLimitOf, frameLimitOf } from '../transport/frame-limits.ts'
import { fromSocket } from '../transport/from-socket.ts'
import { createOutbox } from '../transport/outbox.ts'
import { createReadGate } from '../transport/read-gate.ts'
import { trafficOf } from '../transport/traffic.ts'
import { decode, type DecodedMessage } from './decode.ts'
import type { LinkTally, Tally } from './tally.ts'

/** An encrypted connection on which messages go both ways. */
export interface Link {
  /** The 64 bytes both sides share; the hello is signed over them. */
  readonly secret: Uint8Array
  /**
   * What the peer sends, in order. Hot, any number of subscribers. Errors with PeerFault for bytes that fit nothing and
   * with LinkError `RESET`; completes when the peer has closed.
   */
  readonly message$: Observable<DecodedMessage>
  /** Queues a message. Never throws: a peer that does not read ends `message$` with `OVERFLOW`. */
  send(message: Message): void
  /** Sends what is queued, then closes our half. */
  end(): void
  /** Bytes queued that the network has not taken yet. */
  readonly queuedBytes: number
  /** Emits when a full queue has run empty. Hot. */
  readonly drain$: Observable<unknown>
  readonly bytesReceived: number
  readonly bytesSent: number
  /** Lifts the limits that hold for strangers: the peer has said who it is. */
  trust(): void
}

/**
 * Exchanges keys on a connected socket and emits the link, once.
 *
 * Cold and unicast: the subscription owns the socket, unsubscribing destroys it. Does not complete while the connection
 * is up, nor after: the subscriber decides when it has said everything. Errors only until the link is there, with what
 * `exchangeKeys` errors with; afterwards the link's `message$` tells.
 *
 * Inbound everything is one synchronous call chain from the socket to the subscriber, so that a slow subscriber makes the
 * kernel's buffer fill and the sender wait. Messages are counted in `tally` where there is one.
 *
 * @param readsChecks whether messages 5014 to 5016 are read, see `decode`
 */
export function openLink(
  socket: Socket,
  tally?: Pick<Tally, 'openLink'>,
  readsChecks = false,
): Observable<Link> {
  return exchangeKeys(socket).pipe(mergeMap((secret) => secured(socket, secret, tally, readsChecks)))
}

function secured(
  socket: Socket,
  secret: Uint8Array,
  tally: Pick<Tally, 'openLink'> | undefined,
  readsChecks: boolean,
): Observable<Link> {
  return defer(() => {
    const cipher = createCipherPair(secret)
    const outbox = createOutbox(socket, cipher, createReadGate(socket).addReason())
    const traffic = trafficOf(socket)
    const counted = tally?.openLink(() => outbox.queuedBytes)
    let isTrusted = false
    const frames$ = fromSocket(socket).pipe(
      decrypt(cipher),
      deframe((type) => (isTrusted ? frameLimitOf(type) : earlyFrameLimitOf(type))),
    )
    const received$ =
      counted === undefined ? frames$.pipe(decode(readsChecks)) : countReceived(frames$, counted, readsChecks)
    const toLink = (message$: Observable<DecodedMessage>): Link => ({
      secret,
      message$,
      send(message) {
        const frame = encodeMessage(message)
        if (outbox.send(frame)) counted?.sent(message, frame.payload.length)
      },
      end() {
        outbox.end()
      },
      get queuedBytes() {
        return outbox.queuedBytes
      },
      drain$: fromEvent(socket, 'drain'),
      get bytesReceived() {
        return traffic.bytesReceived
      },
      get bytesSent() {
        return traffic.bytesSent
      },
      trust() {
        isTrusted = true
      },
    })
    return received$.pipe(
      connect((message$) =>
        merge(
          of(toLink(message$)),
          // The subscribers of `message$` hear the error; here it would end the link before they have said goodbye.
          message$.pipe(
            ignoreElements(),
            catchError(() => EMPTY),
          ),
          NEVER,
        ),
      ),
      finalize(() => counted?.close()),
    )
  })
}

function countReceived(
  frames$: Observable<readonly ReceivedFrame[]>,
  counted: LinkTally,
  readsChecks: boolean,
): Observable<DecodedMessage> {
  return frames$.pipe(
    tap<readonly ReceivedFrame[]>(counted.framesReceived),
    decode(readsChecks),
    tap(counted.messageReceived),
  )
}
