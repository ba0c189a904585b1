import test from 'ava'
import {
  createTrackerState,
  MAX_TRACKED,
  trackBlock,
  trackPending,
} from '../../lib/inventory/track-transactions.ts'

const trx = (id: string, expiration = 1000): { id: string; expiration: number } => ({ id, expiration })
const block = (
  number: number,
  timestamp: number,
  ...transactions: { id: string; expiration: number }[]
): {
  cursor: { number: number; id: string }
  timestamp: number
  transactions: { id: string; expiration: number }[]
} => ({
  cursor: { number, id: String(number) },
  timestamp,
  transactions,
})

test('a transaction is pending once, then included with the time it waited', (t) => {
  const state = createTrackerState()
  t.is(trackPending(state, trx('a'), 'p', 10)?.status, 'pending')
  t.is(trackPending(state, trx('a'), 'q', 20), undefined)
  t.deepEqual(trackBlock(state, block(1, 500, trx('a')), 110), [
    { status: 'included', id: 'a', transaction: trx('a'), block: { number: 1, id: '1' }, pendingForMs: 100 },
  ])
})

test('one that was never seen pending is included without a waiting time', (t) => {
  const [event] = trackBlock(createTrackerState(), block(1, 500, trx('a')), 110)
  t.deepEqual(event, { status: 'included', id: 'a', transaction: trx('a'), block: { number: 1, id: '1' } })
})

test('one that is not included until the chain passes its expiration has expired', (t) => {
  const state = createTrackerState()
  trackPending(state, trx('a', 1000), 'p', 0)
  trackPending(state, trx('b', 2000), 'p', 0)
  t.deepEqual(trackBlock(state, block(1, 1000), 0), [])
  t.deepEqual(trackBlock(state, block(2, 1001), 0), [{ status: 'expired', id: 'a' }])
  t.deepEqual(trackBlock(state, block(3, 3000), 0), [{ status: 'expired', id: 'b' }])
  t.is(state.pending.size, 0)
})

test('no more are followed than the limit', (t) => {
  const state = createTrackerState()
  for (let index = 0; index <= MAX_TRACKED; index += 1) trackPending(state, trx(String(index)), 'p', 0)
  t.is(state.pending.size, MAX_TRACKED)
})
