import test from 'ava'
import fc from 'fast-check'
import { MAX_MAPPED_LISTS, MAX_MAPPED_NODES, readNodes } from '../../lib/view/read-nodes.ts'
import { summarizeNetwork } from '../../lib/view/summarize-network.ts'

test('a node is read with what is there of it', (t) => {
  const node = {
    address: '192.0.2.1:1776',
    reachable: true,
    seed: true,
    userAgent: 'BitShares 7.0.2',
    platform: 'linux',
    headNumber: 90,
    headTime: '2026-11-25T12:00:00',
    clockOffsetMs: -5,
    roundTripMs: 40.5,
    seenAt: 1_795_600_000_000,
    lists: ['192.0.2.2:1776', 7],
  }
  t.deepEqual(readNodes([node])?.nodes[0], {
    address: '192.0.2.1:1776',
    isReachable: true,
    isSeed: true,
    userAgent: 'BitShares 7.0.2',
    platform: 'linux',
    headNumber: 90,
    headTime: Date.UTC(2026, 10, 25, 12) / 1000,
    clockOffsetMs: -5,
    roundTripMs: 40.5,
    seenAt: 1_795_600_000_000,
    lists: ['192.0.2.2:1776'],
  })
  t.deepEqual(readNodes({ nodes: [{ address: 'a:1' }] })?.nodes, [
    { address: 'a:1', isReachable: false, isSeed: false, lists: [] },
  ])
})

test('times are understood in seconds and in milliseconds', (t) => {
  const [one, other] =
    readNodes([
      { address: 'a:1', headTime: 1_795_600_000, seenAt: 1_795_600_000 },
      { address: 'b:1', headTime: 1_795_600_000_000, seenAt: 1_795_600_000_000 },
    ])?.nodes ?? []
  t.is(one?.headTime, 1_795_600_000)
  t.is(other?.headTime, 1_795_600_000)
  t.is(one?.seenAt, other?.seenAt)
})

test('what is no list of nodes is none', (t) => {
  for (const json of [undefined, null, 7, 'nodes', {}, { nodes: {} }]) t.is(readNodes(json), undefined)
  t.deepEqual(readNodes([null, 7, {}, { address: 7 }])?.nodes, [])
})

test('so many nodes are read, and so much of each', (t) => {
  const lists = Array.from({ length: MAX_MAPPED_LISTS + 5 }, (_, index) => `b:${index}`)
  const all = Array.from({ length: MAX_MAPPED_NODES + 5 }, (_, index) => ({ address: `a:${index}` }))
  const map = readNodes([{ address: 'x'.repeat(5000), lists }, ...all])
  t.is(map?.nodes.length, MAX_MAPPED_NODES)
  t.is(map?.more, 6)
  t.is(map?.nodes[0]?.lists.length, MAX_MAPPED_LISTS)
  t.is(map?.nodes[0]?.address.length, 200)
})

test('whatever is in the file, it can be read and summarized', (t) => {
  const value = fc.anything()
  const node = fc.record(
    {
      address: value,
      reachable: value,
      userAgent: value,
      headTime: value,
      seenAt: value,
      lists: value,
      clockOffsetMs: value,
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(value, fc.array(node)), (json) => {
      const map = readNodes(json)
      if (map !== undefined) summarizeNetwork(map)
    }),
  )
  t.pass()
})
