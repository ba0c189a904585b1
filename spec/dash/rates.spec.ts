import test from 'ava'
import { ratesOf, typeRates } from '../../lib/dash/rates.ts'
import { MAX_BARS } from '../../lib/dash/tally.ts'
import { blockFacts, blocksEvent, feedAfter, NOON, STARTED } from '../support/dash-feed.ts'

/** A block every three seconds, each with two transactions and three operations. */
function steady(count: number) {
  const blocks = Array.from({ length: count }, (_, index) =>
    blockFacts(index + 1, {
      transactions: 2,
      operations: 3,
      counts: [
        { type: 'transfer', count: 2 },
        { type: 'limit_order_create', count: 1 },
      ],
    }),
  )
  return feedAfter([STARTED, ...blocks.map((block) => blocksEvent(block))])
}

test('there are no rates before anything was counted', (t) => {
  const feed = feedAfter([STARTED])
  t.is(ratesOf(feed), undefined)
  t.deepEqual(typeRates(feed), [])
})

test('rates are those of the time that was counted, up to a minute or an hour', (t) => {
  for (const count of [20, 100]) {
    const rates = ratesOf(steady(count))
    t.is(rates?.minute, 40 / 60)
    t.is(rates?.operations, 1)
    t.true(Math.abs((rates?.hour ?? 0) - 2 / 3) < 0.01)
  }
  t.is(ratesOf(steady(5))?.minute, 10 / 15, 'a quarter of a minute is not taken for a whole one')
})

test('types come with how many there are a minute, the most frequent first', (t) => {
  const types = typeRates(steady(40))
  t.deepEqual(
    types.map(({ type, perMinute }) => [type, perMinute]),
    [
      ['transfer', 40],
      ['limit_order_create', 20],
    ],
  )
  const bars = types[0]?.bars ?? []
  t.is(bars.length, MAX_BARS)
  t.is(
    bars.reduce((sum, count) => sum + count, 0),
    80,
  )
})

test('rates stand still until the next block, and fall when it does not come', (t) => {
  const feed = steady(40)
  const tick = (ms: number) => feedAfter([{ type: 'tick', at: feed.now + ms, chainMs: feed.now + ms }], feed)
  t.is(ratesOf(tick(2900))?.minute, ratesOf(feed)?.minute)
  t.is(ratesOf(tick(62_000))?.minute, 0)
})

test('a chain whose blocks come live with old times has rates, too', (t) => {
  const late = blockFacts(1, { timestamp: NOON - 259_200, receivedAt: NOON * 1000 })
  const feed = feedAfter([
    STARTED,
    { type: 'blocks', at: NOON * 1000, chainMs: NOON * 1000, blocks: [late], skipped: 0 },
  ])
  t.true((ratesOf(feed)?.tenSeconds ?? 0) > 0)
})
