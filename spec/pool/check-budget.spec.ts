import test from 'ava'
import fc from 'fast-check'
import {
  budgetKey,
  CHECK_GAP_MS,
  createCheckBudget,
  hasBudget,
  MAX_CHECKED_ADDRESSES,
  MAX_CHECKS_PER_MINUTE,
  takeBudget,
} from '../../lib/pool/check-budget.ts'

test('six checks are made at once, and the next when the first is a minute old', (t) => {
  const budget = createCheckBudget()
  const hosts = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  t.deepEqual(
    hosts.map((host, index) => takeBudget(budget, host, 1000 + index)),
    [true, true, true, true, true, true, false],
  )
  t.false(takeBudget(budget, 'g', 60_999))
  t.true(takeBudget(budget, 'g', 61_000))
  t.false(takeBudget(budget, 'h', 61_000))
})

test('an address is checked once an hour', (t) => {
  const budget = createCheckBudget()
  t.true(takeBudget(budget, 'a', 0))
  t.false(takeBudget(budget, 'a', CHECK_GAP_MS - 1))
  t.true(takeBudget(budget, 'b', CHECK_GAP_MS - 1))
  t.true(takeBudget(budget, 'a', CHECK_GAP_MS))
})

test('to ask whether there is budget takes none', (t) => {
  const budget = createCheckBudget()
  for (let count = 0; count < 20; count += 1) t.true(hasBudget(budget, 'a', 0))
  t.true(takeBudget(budget, 'a', 0))
  t.false(hasBudget(budget, 'a', 0))
})

test('a host is one address with all its ports, but not where all nodes are on one machine', (t) => {
  const address = { host: '127.0.0.1', port: 5000 }
  t.is(budgetKey(address, 'public'), '127.0.0.1')
  t.is(budgetKey(address, 'local'), '127.0.0.1:5000')
})

test('whatever is asked when, no minute has more than six checks, no address two in an hour, and little is kept', (t) => {
  const asks = fc.array(
    fc.record({
      afterMs: fc.oneof(fc.constant(0), fc.nat(2000), fc.nat(20_000), fc.nat(CHECK_GAP_MS)),
      host: fc.nat(500),
    }),
    { maxLength: 800 },
  )
  fc.assert(
    fc.property(asks, (sequence) => {
      const budget = createCheckBudget()
      const made: number[] = []
      const lastAt = new Map<number, number>()
      let at = 0
      for (const { afterMs, host } of sequence) {
        at += afterMs
        if (!takeBudget(budget, String(host), at)) continue
        const sixthLast = made.at(-MAX_CHECKS_PER_MINUTE)
        t.true(sixthLast === undefined || at - sixthLast >= 60_000)
        t.true(at - (lastAt.get(host) ?? -Infinity) >= CHECK_GAP_MS)
        made.push(at)
        lastAt.set(host, at)
        t.true(budget.recent.length <= MAX_CHECKS_PER_MINUTE)
        t.true(budget.lastAt.size <= MAX_CHECKED_ADDRESSES)
      }
    }),
    { numRuns: 50 },
  )
})

test('an address that is asked for again and again among as many as there can be is not checked early', (t) => {
  const budget = createCheckBudget()
  let last = -Infinity
  for (let at = 0; at < 3 * CHECK_GAP_MS; at += 10_000) {
    if (takeBudget(budget, 'a', at)) {
      t.true(at - last >= CHECK_GAP_MS)
      last = at
    } else takeBudget(budget, `${at}`, at)
  }
  t.true(budget.lastAt.size <= MAX_CHECKED_ADDRESSES)
})
