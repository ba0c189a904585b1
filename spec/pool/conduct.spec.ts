import test from 'ava'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import {
  createConduct,
  isDiscouraged,
  MAX_DISCOURAGED,
  MAX_SCORED,
  penalise,
  pointsOf,
  scoreOf,
} from '../../lib/pool/conduct.ts'

const HALF_LIFE_MS = 600_000
const DAY_MS = 86_400_000

test('points add up, end connections at twenty and discourage a host at fifty', (t) => {
  const conduct = createConduct()
  const verdicts = [10, 10, 10, 10, 10].map((points) => penalise(conduct, '8.8.8.8', points, 'public', 0))
  t.deepEqual(verdicts, ['none', 'disconnect', 'disconnect', 'disconnect', 'discourage'])
  t.true(isDiscouraged(conduct, '8.8.8.8', 0))
  t.false(isDiscouraged(conduct, '8.8.8.9', 0))
})

test('points halve in ten minutes', (t) => {
  const conduct = createConduct()
  penalise(conduct, '8.8.8.8', 40, 'public', 0)
  t.is(scoreOf(conduct, '8.8.8.8', HALF_LIFE_MS), 20)
  t.is(scoreOf(conduct, '8.8.8.8', 3 * HALF_LIFE_MS), 5)
  t.is(penalise(conduct, '8.8.8.8', 10, 'public', 3 * HALF_LIFE_MS), 'none')
  t.is(scoreOf(conduct, '8.8.8.8', 3 * HALF_LIFE_MS), 15)
})

test('a host is left alone for a day', (t) => {
  const conduct = createConduct()
  penalise(conduct, '::ffff:8.8.8.8', 50, 'public', 1000)
  t.true(isDiscouraged(conduct, '8.8.8.8', 1000 + DAY_MS - 1))
  t.false(isDiscouraged(conduct, '8.8.8.8', 1000 + DAY_MS))
  t.is(conduct.discouraged.size, 0)
})

test('on local nets, where many share a host, only connections end', (t) => {
  const conduct = createConduct()
  t.is(penalise(conduct, '127.0.0.1', 1000, 'local', 0), 'disconnect')
  t.false(isDiscouraged(conduct, '127.0.0.1', 0))
})

test('bytes that somebody on the line may have flipped cost nothing, nor does a lost connection', (t) => {
  for (const code of ['DECODE', 'FRAME_TOO_LARGE', 'BAD_KEY', 'BAD_HELLO'] as const)
    t.is(pointsOf(new PeerFault(code, 'x')), 0)
  for (const code of ['RESET', 'TIMEOUT', 'DUPLICATE', 'WRONG_CHAIN'] as const)
    t.is(pointsOf(new LinkError(code, 'x')), 0)
  t.is(penalise(createConduct(), '8.8.8.8', 0, 'public', 0), 'none')
})

test('a false block discourages at once, what nobody asked for at the third time', (t) => {
  t.is(
    penalise(createConduct(), '8.8.8.8', pointsOf(new PeerFault('BAD_BLOCK', 'x')), 'public', 0),
    'discourage',
  )
  const conduct = createConduct()
  const points = pointsOf(new PeerFault('UNREQUESTED_ITEM', 'x'))
  const verdicts = [0, 1, 2].map((at) => penalise(conduct, '8.8.8.8', points, 'public', at * 1000))
  t.deepEqual(verdicts, ['disconnect', 'disconnect', 'discourage'])
})

test('no more hosts are remembered than the limits; the oldest are forgotten', (t) => {
  const conduct = createConduct()
  for (let number = 0; number < 12_000; number += 1)
    penalise(conduct, `${number % 200}.${Math.floor(number / 200)}.1.1`, 60, 'public', number)
  t.is(conduct.scores.size, MAX_SCORED)
  t.is(conduct.discouraged.size, MAX_DISCOURAGED)
  t.false(isDiscouraged(conduct, '0.0.1.1', 12_000))
  t.true(isDiscouraged(conduct, '199.59.1.1', 12_000))
})
