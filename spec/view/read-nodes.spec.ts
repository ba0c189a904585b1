import test from 'ava'
import fc from 'fast-check'
import { MAX_MAPPED_LISTS, MAX_MAPPED_NODES, readNodes } from '../../lib/view/read-nodes.ts'
import { summarizeNetwork } from '../../lib/view/summarize-network.ts'

test('a node is read with what is there of it', (t) => {
  const node = {
    id: '192.0.2.1:1776',
    endpoint: '192.0.2.1:1776',
    at: '2026-11-25T12:00:05.000Z',
    result: 'accepted',
    reachable: true,
    country: 'CH',
    round_trip_ms: 40.5,
    clock_offset_ms: -5,
    user_agent: 'BitShares 7.0.2',
    platform: 'linux',
    revision: 'abc',
    node_id: '02aa',
    head_block_num: 90,
    head_block_time: '2026-11-25T12:00:00',
    head_age_seconds: 5,
    stuck: true,
    lists: [{ endpoint: '192.0.2.2:1776', node_id: '02bb' }, 7],
    listed_by: 4,
    history: { first_seen: '2026-11-01T00:00:00.000Z', visits: 9, successes: 8 },
  }
  t.deepEqual(
    readNodes({ format: 'rx-bitshares nodes', version: 1, nodes: [node] }, ['192.0.2.1:1776'])?.nodes[0],
    {
      address: '192.0.2.1:1776',
      isReachable: true,
      isSeed: true,
      isStuck: true,
      userAgent: 'BitShares 7.0.2',
      revision: 'abc',
      platform: 'linux',
      country: 'CH',
      headNumber: 90,
      headAgeSeconds: 5,
      clockOffsetMs: -5,
      roundTripMs: 40.5,
      seenAt: Date.UTC(2026, 10, 25, 12, 0, 5),
      visits: 9,
      successes: 8,
      lists: ['192.0.2.2:1776'],
    },
  )
  t.deepEqual(readNodes([{ address: 'a:1' }])?.nodes, [
    { address: 'a:1', isReachable: false, isSeed: false, isStuck: false, lists: [] },
  ])
})

test('a listed node is found by its address, by another address of it, or by its id', (t) => {
  const lists = [
    { endpoint: 'b:1', node_id: '00' },
    { endpoint: 'b:2', node_id: '00' },
    { endpoint: 'x:0', node_id: '02cc' },
    { endpoint: 'c:9', node_id: '02cc' },
    { endpoint: 'y:0', node_id: '02dd' },
    { endpoint: 'd:0', node_id: '0123456789abcdef0123' },
    { endpoint: 'e:1', node_id: '02ee' },
    'b:2',
  ]
  const nodes = [
    { id: 'a:1', lists },
    { id: 'b:1', aliases: ['b:2'] },
    { id: 'c:1', node_id: '02cc' },
    { id: 'hidden:0123456789abcdef' },
    { id: 'one:1', node_id: '02dd' },
    { id: 'other:1', node_id: '02dd' },
  ]
  t.deepEqual(readNodes(nodes)?.nodes[0]?.lists, [
    'b:1',
    'b:1',
    'c:1',
    'c:9',
    'y:0',
    'hidden:0123456789abcdef',
    'e:1',
    'b:1',
  ])
})

test('the age of a head is that of its time, in seconds, milliseconds or text', (t) => {
  const ages = readNodes([
    { address: 'a:1', headTime: 1_795_600_000, seenAt: 1_795_600_003_000 },
    { address: 'b:1', headTime: 1_795_600_000_000, seenAt: 1_795_600_003 },
    { address: 'c:1', head_block_time: '2026-11-25T12:00:00', at: '2026-11-25T12:00:03Z' },
  ])?.nodes.map(({ headAgeSeconds }) => headAgeSeconds)
  t.deepEqual(ages, [3, 3, 3])
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
      id: value,
      reachable: value,
      user_agent: value,
      at: value,
      lists: value,
      aliases: value,
      clock_offset_ms: value,
      history: value,
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
