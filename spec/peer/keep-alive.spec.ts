import test from 'ava'
import { Subject } from 'rxjs'
import { LinkError } from '../../lib/errors.ts'
import type { MessageOf } from '../../lib/messages/registry.ts'
import type { Clock } from '../../lib/peer/clock.ts'
import { exchangeTimes, measureClock } from '../../lib/peer/keep-alive.ts'
import { terminateInactiveConnection } from '../../lib/peer/terminate-inactive-connection.ts'
import { DEFAULT_TIMING } from '../../lib/peer/timing.ts'
import { createFakeLink, type FakeLink } from '../support/fake-link.ts'
import { runWithClock } from '../support/virtual-time.ts'

const DAY = 86_400_000_000n
const HOUR = DAY / 24n
/** Sent, received there, answered there, received here, in microseconds; offset and round trip in milliseconds. */
const TIMES: readonly (readonly [
  string,
  bigint,
  bigint,
  bigint,
  bigint,
  readonly [number, number] | undefined,
])[] = [
  ['equal clocks and a quick line', 1_000n, 2_000n, 2_000n, 3_000n, [0, 2]],
  ['a clock ahead', 1_000n, 7_000n, 7_000n, 3_000n, [5, 2]],
  ['a clock behind', 10_000n, 6_000n, 6_000n, 12_000n, [-5, 2]],
  ['time spent over there is not time on the line', 0n, 1_000n, 9_000n, 10_000n, [0, 2]],
  ['no time at all', 5n, 5n, 5n, 5n, [0, 0]],
  ['half a microsecond is cut', 0n, 1n, 1n, 1n, [0, 0.001]],
  ['a clock most of a day ahead', 0n, DAY - HOUR, DAY - HOUR, 0n, [86_400_000 - 3_600_000, 0]],
  ['a reply before the request', 3_000n, 2_000n, 2_000n, 1_000n, undefined],
  ['more time over there than in all', 0n, 0n, 5_000n, 1_000n, undefined],
  ['a clock more than a day ahead', 0n, DAY + 1n, DAY + 1n, 0n, undefined],
  ['a clock more than a day behind', DAY * 2n, 0n, 0n, DAY * 2n, undefined],
  ['a round trip of more than a day', 0n, 1n, 1n, DAY + 1n, undefined],
  ['the highest and the lowest time', 0n, 2n ** 63n - 1n, -(2n ** 63n), 1n, undefined],
]
for (const [title, t0, t1, t2, t3, expected] of TIMES) {
  test(`compares clocks: ${title}`, (t) => {
    const measured = measureClock(
      {
        type: 'current_time_reply_message',
        request_sent_time: t0,
        request_received_time: t1,
        reply_transmitted_time: t2,
      },
      t3,
    )
    t.deepEqual(measured, expected && { clockOffsetMs: expected[0], roundTripMs: expected[1] })
  })
}

const timing = DEFAULT_TIMING

/** A link that notes when it was asked for the time. */
function createWatchedLink(clock: Clock): { readonly link: FakeLink; readonly pingsAt: readonly number[] } {
  const pingsAt: number[] = []
  const link = createFakeLink()
  link.send = ({ type }) => {
    if (type === 'current_time_request_message') pingsAt.push(clock.nowMs())
  }
  return { link, pingsAt }
}

test('asks for the time at once and after each 15 s of silence, and gives up after 60 s', (t) => {
  runWithClock(t, ({ expectObservable, flush }, clock) => {
    const { link, pingsAt } = createWatchedLink(clock)
    const looks = `1s a ${'999ms a '.repeat(58)} 999ms #`
    const error = new LinkError('TIMEOUT', 'the peer was silent for 60 s')
    expectObservable(terminateInactiveConnection(link, clock, timing)).toBe(
      looks,
      { a: { bytesReceived: 0, bytesSent: 0 } },
      error,
    )
    flush()
    t.deepEqual(pingsAt, [0, 15_000, 30_000, 45_000])
  })
})

test('a single byte keeps it alive', (t) => {
  runWithClock(t, ({ cold, flush }, clock) => {
    const { link, pingsAt } = createWatchedLink(clock)
    let endedAt: number | undefined
    cold('58500ms a').subscribe(() => (link.bytesReceived += 1))
    terminateInactiveConnection(link, clock, timing).subscribe({ error: () => (endedAt = clock.nowMs()) })
    flush()
    // The byte is noticed at the look after it.
    t.is(endedAt, 59_000 + 60_000)
    t.deepEqual(pingsAt, [0, 15_000, 30_000, 45_000, 74_000, 89_000, 104_000])
  })
})

test('a peer that goes on sending is not asked', (t) => {
  runWithClock(t, ({ hot, flush }, clock) => {
    const { link, pingsAt } = createWatchedLink(clock)
    hot('9999ms a '.repeat(20)).subscribe(() => (link.bytesReceived += 32))
    const subscription = terminateInactiveConnection(link, clock, timing).subscribe()
    hot('200s a').subscribe(() => subscription.unsubscribe())
    flush()
    t.deepEqual(pingsAt, [0])
  })
})

test('tells the traffic at each look, and stops with the subscription', (t) => {
  runWithClock(t, ({ expectObservable }, clock) => {
    const link = createFakeLink()
    link.bytesReceived = 10
    link.bytesSent = 20
    const subs = '    ^ 2500ms !'
    const expected = '1s a 999ms a'
    expectObservable(terminateInactiveConnection(link, clock, timing), subs).toBe(expected, {
      a: { bytesReceived: 10, bytesSent: 20 },
    })
  })
})

const micros = (ms: number): bigint => BigInt(ms) * 1000n
const request = (ms: number): MessageOf<'current_time_request_message'> => ({
  type: 'current_time_request_message',
  request_sent_time: micros(ms),
})
const reply = (ms: number): MessageOf<'current_time_reply_message'> => ({
  type: 'current_time_reply_message',
  request_sent_time: micros(ms),
  request_received_time: micros(ms + 1),
  reply_transmitted_time: micros(ms + 1),
})

test('answers requests for the time with the time, echoing what was sent', (t) => {
  runWithClock(t, ({ hot, expectObservable, expectSubscriptions, flush }, clock) => {
    const link = createFakeLink()
    const request$ = hot('5ms a 4ms b 4ms -', { a: request(-7), b: request(1_000_000) })
    const subs = '        ^ 14ms !'
    expectObservable(exchangeTimes(request$, new Subject(), link, clock), subs).toBe('')
    expectSubscriptions(request$.subscriptions).toBe(subs)
    flush()
    const answer = (sent: number, now: number): object => ({
      type: 'current_time_reply_message',
      request_sent_time: micros(sent),
      request_received_time: micros(now),
      reply_transmitted_time: micros(now),
    })
    t.deepEqual(link.sent, [answer(-7, 5), answer(1_000_000, 10)] as unknown)
  })
})

test('replies become measurements, absurd ones become nothing', (t) => {
  runWithClock(t, ({ hot, expectObservable, expectSubscriptions }, clock) => {
    const reply$ = hot('  5ms a b c', { a: reply(2), b: reply(999_999_999), c: reply(3) })
    const subs = '        ^ 19ms !'
    const expected = '    5ms a - c'
    const measured$ = exchangeTimes(new Subject(), reply$, createFakeLink(), clock)
    expectObservable(measured$, subs).toBe(expected, {
      a: { clockOffsetMs: -0.5, roundTripMs: 3 },
      c: { clockOffsetMs: -1, roundTripMs: 4 },
    })
    expectSubscriptions(reply$.subscriptions).toBe(subs)
  })
})
