import test from 'ava'
import { lastValueFrom, toArray } from 'rxjs'
import type { FeedEvent } from '../../lib/dash/feed-event.ts'
import { replay } from '../../lib/dash/replay.ts'
import { createVirtualTime } from '../support/virtual-time.ts'

const tick = (at: number): FeedEvent => ({ type: 'tick', at, chainMs: at })

/** Lets what promises have to do be done, and the timers of a virtual time so long. */
async function pass(time: ReturnType<typeof createVirtualTime>, ms: number): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  time.advance(ms)
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

async function* recorded(...events: readonly FeedEvent[]): AsyncGenerator<FeedEvent> {
  for (const event of events) yield await Promise.resolve(event)
}

test('events come at their distances, divided by the speed', async (t) => {
  const time = createVirtualTime()
  const seen: [number, number][] = []
  const subscription = replay(
    recorded(tick(5000), tick(5000), tick(6000), tick(9000)),
    10,
    time.scheduler,
  ).subscribe(([event]) => seen.push([event?.at ?? 0, time.scheduler.now()]))
  await pass(time, 0)
  t.deepEqual(seen, [
    [5000, 0],
    [5000, 0],
  ])
  await pass(time, 99)
  t.is(seen.length, 2)
  await pass(time, 1)
  t.deepEqual(seen.at(-1), [6000, 100])
  await pass(time, 300)
  t.deepEqual(seen.at(-1), [9000, 400])
  await pass(time, 0)
  t.true(subscription.closed)
})

test('a clock of the recording that went back delays nothing', async (t) => {
  const events = await lastValueFrom(replay(recorded(tick(9000), tick(10), tick(9000)), 1).pipe(toArray()))
  t.deepEqual(
    events.flat().map(({ at }) => at),
    [9000, 10, 9000],
  )
})

test('unsubscribing takes the timer away and closes the recording', async (t) => {
  const time = createVirtualTime()
  let isClosed = false
  async function* watched(): AsyncGenerator<FeedEvent> {
    try {
      yield* recorded(tick(0), tick(60_000), tick(120_000))
    } finally {
      isClosed = true
    }
  }
  const subscription = replay(watched(), 1, time.scheduler).subscribe()
  await pass(time, 0)
  t.is(time.timers, 1)
  subscription.unsubscribe()
  await pass(time, 0)
  t.is(time.timers, 0)
  t.true(isClosed)
})

test('what is wrong with the recording is an error of the stream', async (t) => {
  async function* broken(): AsyncGenerator<FeedEvent> {
    yield await Promise.resolve(tick(0))
    throw new Error('line 2')
  }
  await t.throwsAsync(lastValueFrom(replay(broken(), 1)), { message: 'line 2' })
})
