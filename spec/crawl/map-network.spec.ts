import test from 'ava'
import fc from 'fast-check'
import { mapNetwork, MAX_MAP_EDGES, MAX_UNVISITED_NODES } from '../../lib/crawl/map-network.ts'
import { commonHead } from '../../lib/crawl/print-nodes.ts'
import type { Probe } from '../../lib/crawl/probe.ts'
import { SAMPLE } from './sample.ts'

const [first] = SAMPLE as readonly [Probe, ...Probe[]]
const idOf = (number: number): string => number.toString(16).padStart(8, '0').padEnd(66, '0')
const probeOf = (
  endpoint: string,
  id: number,
  lists: readonly (readonly [string, number])[] = [],
): Probe => ({
  ...first,
  endpoint,
  claims: { ...(first.claims as NonNullable<Probe['claims']>), nodeId: idOf(id), publicKey: idOf(id) },
  lists: lists.map(([where, who]) => ({
    endpoint: where,
    nodeId: idOf(who),
    direction: 'outbound',
    latencyMs: 0,
  })),
})

test('a node at several endpoints is one node, and edges lead to it', (t) => {
  const map = mapNetwork(SAMPLE)
  const node = map.nodes.find(({ id }) => id === '8.8.4.4:1776')
  t.deepEqual(node?.aliases, ['8.8.8.8:1776'])
  t.deepEqual(
    map.edges.map(({ from, to, isMutual }) => `${from} ${isMutual ? '=' : '-'} ${to}`),
    [
      '8.8.4.4:1776 - 7.7.7.7:1776',
      '8.8.4.4:1776 = 9.9.9.9:2000',
      '8.8.4.4:1776 - hidden:5555555555555555',
      '9.9.9.9:2000 - 6.6.6.6:22',
      '9.9.9.9:2000 = 8.8.4.4:1776',
    ],
  )
})

test('one that claims the id of another, whose key it has not, is a node of its own', (t) => {
  const honest = probeOf('8.8.8.8:1776', 1)
  const liar = probeOf('9.9.9.9:1776', 1)
  const claims = { ...(liar.claims as NonNullable<Probe['claims']>), publicKey: idOf(2) }
  const third = probeOf('7.7.7.7:1776', 3, [['6.6.6.6:0', 1]])
  const map = mapNetwork([honest, { ...liar, claims }, third])
  t.is(map.nodes.filter(({ isReachable }) => isReachable).length, 3)
  t.deepEqual(
    map.edges.map(({ to }) => to),
    ['hidden:0000000100000000'],
    'nor does the id lead to either',
  )
})

test('a peer that does not listen where it is told, but was visited elsewhere, is that node', (t) => {
  const map = mapNetwork([probeOf('8.8.8.8:1776', 1), probeOf('9.9.9.9:1776', 2, [['8.8.8.8:0', 1]])])
  t.deepEqual(
    map.edges.map(({ to }) => to),
    ['8.8.8.8:1776'],
  )
  t.is(map.nodes.length, 2)
})

test('the order of visits does not change the map', (t) => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...SAMPLE], { minLength: SAMPLE.length }), (shuffled) => {
      t.deepEqual(mapNetwork(shuffled), mapNetwork(SAMPLE))
    }),
  )
})

test('who makes up peers fills a map only so far', (t) => {
  const probes = Array.from({ length: 600 }, (_, node) =>
    probeOf(
      `8.8.${node >> 8}.${node & 255}:1776`,
      node + 1,
      Array.from({ length: 200 }, (__, index) => [
        index % 2 === 0 ? `9.${node >> 8}.${node & 255}.${index}:1776` : '1.1.1.1:0',
        1_000_000 + node * 200 + index,
      ]),
    ),
  )
  const map = mapNetwork(probes)
  t.is(map.nodes.filter(({ probe }) => probe === undefined).length, MAX_UNVISITED_NODES)
  t.true(map.edges.length <= MAX_MAP_EDGES)
  t.is(map.left, 120_000 - map.edges.length)
})

test('the common head is one that a third of the nodes have, whatever some claim', (t) => {
  const at = (endpoint: string, number: number): Probe => {
    const probe = probeOf(endpoint, number)
    const claims = {
      ...(probe.claims as NonNullable<Probe['claims']>),
      head: { number, id: idOf(number).slice(0, 40) },
    }
    return { ...probe, claims }
  }
  const heads = [4_000_000_000, 3_999_999_999, 101, 100, 100, 100, 99, 12]
  t.is(commonHead(mapNetwork(heads.map((number, index) => at(`8.8.8.${index}:1776`, number))))?.number, 101)
  t.is(commonHead(mapNetwork([])), undefined)
})
