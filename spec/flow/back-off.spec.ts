import test from 'ava'
import fc from 'fast-check'
import { backOffMs } from '../../lib/flow/back-off.ts'

const plain = { firstMs: 1000, maxMs: 60_000, jitter: 0 }

test('doubles with each failure up to the longest wait', (t) => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 2000].map((attempt) => backOffMs(attempt, plain, 0.3))
  t.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
})

test('no failure yet waits as the first', (t) => {
  t.is(backOffMs(0, plain, 0), 1000)
  t.is(backOffMs(-3, plain, 0), 1000)
})

test('jitter spreads evenly around the wait', (t) => {
  const options = { ...plain, jitter: 0.5 }
  t.is(backOffMs(1, options, 0), 750)
  t.is(backOffMs(1, options, 0.5), 1000)
  t.is(backOffMs(1, options, 0.999_999), 1250)
})

test('every wait is whole and within its bounds', (t) => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, random, jitter) => {
        const waitMs = backOffMs(attempt, { firstMs: 500, maxMs: 30_000, jitter }, random)
        t.true(Number.isInteger(waitMs))
        t.true(waitMs >= 500 * (1 - jitter / 2) - 1 && waitMs <= 30_000 * (1 + jitter / 2) + 1)
      },
    ),
  )
})
