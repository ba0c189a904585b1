import test from 'ava'
import type { MappedNode } from '../../lib/view/read-nodes.ts'
import { isLate, summarizeNetwork } from '../../lib/view/summarize-network.ts'

const nodeOf = (members: Partial<MappedNode>): MappedNode => ({
  address: 'a:1',
  isReachable: true,
  isSeed: false,
  isStuck: false,
  lists: [],
  ...members,
})

test('a network is told in figures', (t) => {
  const nodes = [
    nodeOf({
      userAgent: 'one',
      platform: 'linux',
      headAgeSeconds: 3,
      clockOffsetMs: 0,
    }),
    nodeOf({
      userAgent: 'two',
      platform: 'linux',
      headAgeSeconds: 7200,
      clockOffsetMs: 9000,
    }),
    nodeOf({ userAgent: 'two', isSeed: true, clockOffsetMs: -2000 }),
    nodeOf({ isReachable: false, userAgent: 'three' }),
  ]
  const summary = summarizeNetwork({ nodes, more: 0 })
  t.is(summary.total, 4)
  t.is(summary.reachable, 3)
  t.deepEqual(
    summary.versions.map(({ text, count }) => [text, count]),
    [
      ['two', 2],
      ['one', 1],
    ],
  )
  t.deepEqual(
    summary.platforms.map(({ text, count }) => [text, count]),
    [
      ['linux', 2],
      ['not told', 1],
    ],
  )
  t.deepEqual(
    summary.lags.map(({ count }) => count),
    [1, 0, 0, 1, 0],
  )
  t.deepEqual(
    summary.clocks.map(({ count }) => count),
    [0, 1, 1, 0, 1],
  )
  t.deepEqual(summary.stuck, [nodes[1]])
  t.deepEqual(summary.seeds, [nodes[2]])
})

test('of many versions the most frequent are told, and the rest as one', (t) => {
  const nodes = Array.from({ length: 12 }, (_, index) => nodeOf({ userAgent: `v${index}` }))
  const { versions } = summarizeNetwork({ nodes, more: 0 })
  t.is(versions.length, 9)
  t.deepEqual(versions.at(-1), { text: 'others', count: 4, isOdd: false })
})

test('a node that tells no time is stuck when it is many blocks behind', (t) => {
  t.true(isLate(nodeOf({ headNumber: 900 }), 1000))
  t.false(isLate(nodeOf({ headNumber: 901 }), 1000))
  t.false(isLate(nodeOf({}), 1000))
  t.true(isLate(nodeOf({ isStuck: true }), 1000))
})
