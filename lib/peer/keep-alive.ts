import { ignoreElements, map, merge, mergeMap, type Observable } from 'rxjs'
import type { MessageOf } from '../messages/registry.ts'
import type { Clock } from './clock.ts'
import type { Link } from './link.ts'

/** What the clocks of both sides have to do with each other. */
export interface ClockMeasurement {
  /** Positive: the peer's clock is ahead of ours. */
  readonly clockOffsetMs: number
  readonly roundTripMs: number
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

/** Asks for the time: a peer that lives has something to answer. */
export function sendTimeRequest(link: Link, clock: Clock): void {
  link.send({ type: 'current_time_request_message', request_sent_time: wallMicros(clock) })
}
