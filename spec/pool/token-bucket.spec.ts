import test from 'ava'
import fc from 'fast-check'
import { createTokenBucket, takeToken, tokensAt } from '../../lib/pool/token-bucket.ts'

test('a budget fills up to its burst and no further, and time that goes back takes nothing', (t) => {
  const rate = { burst: 3, perSecond: 2 }
  const bucket = createTokenBucket(rate, 1000)
  t.deepEqual(
    [1, 2, 3, 4].map(() => takeToken(bucket, rate, 1000)),
    [true, true, true, false],
  )
  t.is(tokensAt(bucket, rate, 1500), 1)
  t.is(tokensAt(bucket, rate, 1_000_000), 3)
  t.true(takeToken(bucket, rate, 1500))
  t.is(tokensAt(bucket, rate, 0), 0)
})

test('over any time no more is taken than the burst and what filled in', (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { maxLength: 200 }), (gaps) => {
      const rate = { burst: 5, perSecond: 3 }
      const bucket = createTokenBucket(rate, 0)
      let at = 0
      let taken = 0
      for (const gap of gaps) {
        at += gap
        if (takeToken(bucket, rate, at)) taken += 1
        t.true(taken <= rate.burst + (at / 1000) * rate.perSecond + 1e-6)
      }
    }),
  )
})
