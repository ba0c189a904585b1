import test from 'ava'
import {
  addPending,
  MAX_INCLUSIONS,
  MAX_PENDING_ROWS,
  MAX_SETTLED_ROWS,
  NO_TRANSACTIONS,
  percentile,
  settle,
} from '../../lib/dash/transactions.ts'

const pending = (id: string) => ({ id, peer: 'a:1', operations: 1, type: 'transfer', sentence: 'a pays b' })

test('a transaction is pending until it is in a block or expires', (t) => {
  const heard = addPending(NO_TRANSACTIONS, [pending('x'), pending('y'), pending('z')], 5000)
  const {
    pending: left,
    settled,
    inclusionsMs,
  } = settle(heard, [
    { id: 'x', block: 7, pendingForMs: 800 },
    { id: 'y', block: undefined, pendingForMs: undefined },
  ])
  t.deepEqual([...left.keys()], ['z'])
  t.deepEqual(
    settled.map(({ id, state, block }) => [id, state, block]),
    [
      ['x', 'included', 7],
      ['y', 'expired', undefined],
    ],
  )
  t.deepEqual(inclusionsMs, [800])
})

test('the time to inclusion counts for a transaction whose row was let go', (t) => {
  const { settled, inclusionsMs } = settle(NO_TRANSACTIONS, [{ id: 'x', block: 7, pendingForMs: 800 }])
  t.deepEqual([settled.length, inclusionsMs], [0, [800]])
})

test('rows and times are kept up to a number, the newest of them', (t) => {
  const ids = Array.from({ length: MAX_PENDING_ROWS + 10 }, (_, index) => String(index))
  const full = addPending(NO_TRANSACTIONS, ids.map(pending), 0)
  t.is(full.pending.size, MAX_PENDING_ROWS)
  t.false(full.pending.has('9'))
  const { settled, inclusionsMs } = settle(
    full,
    ids.map((id) => ({ id, block: 1, pendingForMs: 1 })),
  )
  t.is(settled.length, MAX_SETTLED_ROWS)
  t.is(settled.at(-1)?.id, ids.at(-1))
  t.is(inclusionsMs.length, MAX_INCLUSIONS)
})

test('a percentile is a value that so many are below', (t) => {
  t.is(percentile([], 50), undefined)
  t.is(percentile([3], 90), 3)
  t.is(percentile([5, 1, 3], 50), 3)
  t.is(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90), 10)
})
