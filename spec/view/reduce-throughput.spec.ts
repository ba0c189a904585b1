import test from 'ava'
import {
  addThroughput,
  currentRates,
  familiesOf,
  NO_THROUGHPUT,
  rateSeries,
  type Throughput,
} from '../../lib/view/reduce-throughput.ts'
import { summaryOf } from './summaries.ts'

const steady = (blocks: number): Throughput =>
  Array.from({ length: blocks }, (_, index) => summaryOf(index + 1)).reduce(addThroughput, NO_THROUGHPUT)

test('a block each three seconds with two operations is twenty blocks and forty operations a minute', (t) => {
  t.deepEqual(currentRates(steady(100).points), { blocks: 20, transactions: 40, operations: 40 })
})

test('less than a minute is scaled up to one, from ten seconds on', (t) => {
  t.is(currentRates(steady(4).points), undefined)
  t.deepEqual(currentRates(steady(5).points), { blocks: 20, transactions: 40, operations: 40 })
})

test('the series has the rate of the minute up to each block', (t) => {
  const { points } = [
    ...Array.from({ length: 20 }, (_, index) => summaryOf(index + 1, { operationCount: 0 })),
    ...Array.from({ length: 20 }, (_, index) => summaryOf(index + 21, { operationCount: 3 })),
  ].reduce(addThroughput, NO_THROUGHPUT)
  const { times, operations, blocks } = rateSeries(points)
  t.is(times.length, 36)
  t.deepEqual(
    operations.slice(-20),
    Array.from({ length: 20 }, (_, index) => (index + 1) * 3),
  )
  t.true(blocks.every((rate) => Math.abs(rate - 20) < 1e-9))
})

test('operations of the last minutes are counted by family', (t) => {
  const { minutes } = [
    summaryOf(1, { types: { transfer: 1 }, timestamp: 60 }),
    summaryOf(2, { types: { transfer: 2, custom: 1 }, timestamp: 120 }),
    summaryOf(3, { types: { limit_order_create: 4 }, timestamp: 180 }),
  ].reduce(addThroughput, NO_THROUGHPUT)
  const families = familiesOf(minutes, 2)
  t.is(families.transfer, 2)
  t.is(families.order, 4)
  t.is(families.other, 1)
})
