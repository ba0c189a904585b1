import test from 'ava'
import { MAX_FILTER_VALUES } from '../../lib/serve/limits.ts'
import { parseFilter } from '../../lib/serve/parse-filter.ts'
import { orderOf, transferOf } from '../support/page-world.ts'

const filterOf = (query: string) => parseFilter(new URLSearchParams(query))

test('without a query everything is wanted', (t) => {
  const { key, isWanted, withJson, topics } = filterOf('')
  t.is(key, '')
  t.is(isWanted, undefined)
  t.false(withJson)
  t.deepEqual([...topics].sort(), ['mempool', 'peers', 'status'])
})

test('values of one kind are alternatives, kinds add up', (t) => {
  const { isWanted } = filterOf('ops=transfer,limit_order_create&accounts=1.2.7')
  t.true(isWanted?.(transferOf(7, 8)))
  t.true(isWanted?.(orderOf(7, 1, 1)))
  t.false(isWanted?.(transferOf(9, 8)))
  t.false(filterOf('ops=limit_order_create').isWanted?.(transferOf(7, 8)) ?? true)
  t.true(filterOf('assets=1.3.1').isWanted?.(orderOf(7, 1, 1)))
})

test('filters that mean the same have the same key', (t) => {
  t.is(filterOf('ops=transfer,custom').key, filterOf('ops=custom,%20transfer,custom').key)
  t.not(filterOf('ops=transfer').key, filterOf('ops=transfer&json=1').key)
  t.is(filterOf('topics=chain').key, '')
})

test('topics are those that are named', (t) => {
  t.deepEqual([...filterOf('topics=chain').topics], [])
  t.deepEqual([...filterOf('topics=status,peers').topics].sort(), ['peers', 'status'])
})

for (const query of [
  'ops=transfers',
  'ops=',
  'accounts=alice',
  'accounts=1.3.0',
  'assets=BTS',
  'topics=everything',
  'colour=red',
  `accounts=${Array.from({ length: MAX_FILTER_VALUES + 1 }, (_, index) => `1.2.${index}`).join(',')}`,
]) {
  test(`${query.slice(0, 40)} is refused`, (t) => {
    t.throws(() => filterOf(query), { code: 'BAD_OPTION' })
  })
}
