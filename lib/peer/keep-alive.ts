import { defer, ignoreElements, interval, map, merge, mergeMap, type Observable, of, throwError } from 'rxjs'
import { LinkError } from '../errors.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { Clock } from './clock.ts'
import type { Link } from './link.ts'
import type { Timing } from './timing.ts'

/** What the clocks of both sides have to do with each other. */
export interface ClockMeasurement {
  /** Positive: the peer's clock is ahead of ours. */
  readonly clockOffsetMs: number
  readonly roundTripMs: number
}

/** Bytes that have come and gone so far. */
export interface Traffic {
  readonly bytesReceived: number
  readonly bytesSent: number
}

/** Microseconds since 1970, as times travel in messages 5012 and 5013. */
export function wallMicros(clock: Clock): bigint {
  return BigInt(Math.round(clock.wallMs() * 1000))
}

/**
 * Compares clocks from the four times of a request and its reply (`node.cpp`, `on_current_time_reply_message`).
 *
 * The times are the peer's word: an absurd answer gives undefined.
 */
export function measureClock(
  reply: MessageOf<'current_time_reply_message'>,
  receivedMicros: bigint,
): ClockMeasurement | undefined {
  const { request_sent_time: t0, request_received_time: t1, reply_transmitted_time: t2 } = reply
  const offset = (t1 - t0 + (t2 - receivedMicros)) / 2n
  const roundTrip = receivedMicros - t0 - (t2 - t1)
  const day = 86_400_000_000n
  if (roundTrip < 0n || roundTrip > day || offset > day || offset < -day) return undefined
  return { clockOffsetMs: Number(offset) / 1000, roundTripMs: Number(roundTrip) / 1000 }
}

/**
 * Keeps an active connection alive and watches it: asks for the time at once and after a silence, and emits the traffic
 * at each look. Errors with `TIMEOUT` after too long a silence. A silence is broken by any byte, not only by a whole
 * message, so that a large block on a slow line does not end the connection it comes through.
 */
export function keepAlive(link: Link, clock: Clock, timing: Timing): Observable<Traffic> {
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

/** Answers requests for the time; each reply to ours becomes a measurement. */
export function exchangeTimes(
  request$: Observable<MessageOf<'current_time_request_message'>>,
  reply$: Observable<MessageOf<'current_time_reply_message'>>,
  link: Link,
  clock: Clock,
): Observable<ClockMeasurement> {
  const answer$ = request$.pipe(
    map(({ request_sent_time }) => {
      const now = wallMicros(clock)
      link.send({
        type: 'current_time_reply_message',
        request_sent_time,
        request_received_time: now,
        reply_transmitted_time: now,
      })
    }),
    ignoreElements(),
  )
  const measurement$ = reply$.pipe(
    mergeMap((reply) => {
      const measured = measureClock(reply, wallMicros(clock))
      return measured === undefined ? [] : [measured]
    }),
  )
  return merge(answer$, measurement$)
}

function sendTimeRequest(link: Link, clock: Clock): void {
  link.send({ type: 'current_time_request_message', request_sent_time: wallMicros(clock) })
}
