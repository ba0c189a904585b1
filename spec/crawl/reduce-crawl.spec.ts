import test from 'ava'
import { DEFAULT_CRAWL_LIMITS } from '../../lib/crawl/crawl-limits.ts'
import type { Probe } from '../../lib/crawl/probe.ts'
import {
  type CrawlCommand,
  type CrawlContext,
  type CrawlInput,
  createCrawlState,
  reduceCrawl,
  type StartPoint,
  type Unvisited,
} from '../../lib/crawl/reduce-crawl.ts'
import { parseAddressList } from '../../lib/pool/address-list.ts'
import { parseAddress } from '../../lib/transport/peer-address.ts'

const NODE_ID = 'ab'.repeat(33)
const limits = { ...DEFAULT_CRAWL_LIMITS, visitsPerSecond: 1000, maxVisits: 1000 }

const user = (where: string): StartPoint => ({ address: parseAddress(where), source: 'user' })
const seed = (where: string): StartPoint => ({ address: parseAddress(where), source: 'seed' })

function probeOf(endpoint: string, listed: readonly string[]): Probe {
  return {
    endpoint,
    atMs: 0,
    result: 'accepted',
    reason: undefined,
    connectMs: 1,
    roundTripMs: 1,
    clockOffsetMs: 0,
    claims: undefined,
    lists: listed.map((each) => ({ endpoint: each, nodeId: NODE_ID, direction: 'outbound', latencyMs: 1 })),
  }
}

/** A crawl that has not begun. */
function createWorld(change: Partial<CrawlContext> = {}) {
  const context: CrawlContext = {
    rules: { profile: 'public' },
    limits,
    restsUntilMs: () => 0,
    wallMs: () => 1000,
    ...change,
  }
  const state = createCrawlState(context, 0)
  const take = (input: CrawlInput): readonly CrawlCommand[] => reduceCrawl(state, input)
  const visitsOf = (commands: readonly CrawlCommand[]): readonly string[] =>
    commands.flatMap((command) =>
      command.do === 'visit' ? `${command.address.host}:${command.address.port}` : [],
    )
  const finishedOf = (
    commands: readonly CrawlCommand[],
  ): { visited: number; unvisited: Unvisited } | undefined => {
    for (const command of commands)
      if (command.do === 'emit' && command.event.type === 'finished') return command.event
    return undefined
  }
  return {
    state,
    take,
    finishedOf,
    start: (...from: readonly StartPoint[]) => visitsOf(take({ type: 'start', at: 0, from })),
    probed: (endpoint: string, listed: readonly string[], at = 0) =>
      visitsOf(take({ type: 'probed', at, probe: probeOf(endpoint, listed) })),
    tick: (at: number) => visitsOf(take({ type: 'tick', at })),
  }
}

test('begins with what was given, goes on to what is told, and visits nobody twice', (t) => {
  const world = createWorld()
  t.deepEqual(world.start(user('8.8.8.8:1776'), user('8.8.8.8:1776')), ['8.8.8.8:1776'])
  t.deepEqual(
    world.probed('8.8.8.8:1776', ['9.9.9.9:1776', '7.7.7.7:2000', '8.8.8.8:1776', '9.9.9.9:1776']),
    ['9.9.9.9:1776', '7.7.7.7:2000'],
  )
  t.deepEqual(world.probed('9.9.9.9:1776', ['7.7.7.7:2000', '8.8.8.8:1776', '6.6.6.6:0']), [])
  const last = world.take({ type: 'probed', at: 0, probe: probeOf('7.7.7.7:2000', []) })
  t.like(world.finishedOf(last), { visited: 3 })
})

test('of what is told only addresses of the internet and ports of nodes are visited', (t) => {
  const world = createWorld()
  world.start(user('8.8.8.8:1776'))
  const told = [
    '10.0.0.1:1776',
    '127.0.0.1:1776',
    '0.0.0.0:1776',
    '9.9.9.9:22',
    '9.9.9.9:6379',
    '224.0.0.1:1776',
  ]
  t.deepEqual(world.probed('8.8.8.8:1776', told), [])
  t.is(world.state.unvisited.forbidden, 6)
})

test('on local nets loopback and private addresses are visited', (t) => {
  const world = createWorld({ rules: { profile: 'local' } })
  world.start(user('127.0.0.1:2000'))
  t.deepEqual(world.probed('127.0.0.1:2000', ['127.0.0.1:2001', '10.0.0.1:1776', '0.0.0.0:1776']), [
    '127.0.0.1:2001',
    '10.0.0.1:1776',
  ])
})

test('who is denied is not visited, even where the user named him, nor is his name looked up', (t) => {
  const deny = parseAddressList(['9.9.0.0/16', 'seed.example', '8.8.8.8:1'], 'deny')
  const world = createWorld({ rules: { profile: 'public', deny } })
  const commands = world.take({
    type: 'start',
    at: 0,
    from: [user('9.9.9.9:1776'), seed('seed.example:1776'), user('8.8.8.8:1'), user('8.8.8.8:2000')],
  })
  t.deepEqual(
    commands.map((command) => command.do),
    ['visit', 'emit'],
  )
  t.is(world.state.unvisited.forbidden, 3)
})

test('names are looked up first, and a name that leads into a private net leads nowhere', (t) => {
  const world = createWorld()
  const commands = world.take({ type: 'start', at: 0, from: [seed('seed.example:1776')] })
  t.deepEqual(commands[0], { do: 'resolve', point: seed('seed.example:1776') })
  t.is(world.finishedOf(commands), undefined, 'the crawl waits for it')
  const found = world.take({
    type: 'resolved',
    at: 0,
    point: seed('seed.example:1776'),
    hosts: ['8.8.8.8', '10.0.0.1', '8.8.8.8'],
    problem: undefined,
  })
  t.deepEqual(found[0], { do: 'visit', address: { host: '8.8.8.8', port: 1776 } })
  t.is(found.length, 2)
})

test('a name that cannot be found is told, and does not hold up the end', (t) => {
  const world = createWorld()
  world.take({ type: 'start', at: 0, from: [seed('seed.example:1776')] })
  const commands = world.take({
    type: 'resolved',
    at: 0,
    point: seed('seed.example:1776'),
    hosts: [],
    problem: 'seed.example cannot be found',
  })
  t.like(commands[0], { event: { type: 'unresolved', host: 'seed.example' } })
  t.like(world.finishedOf(commands), { visited: 0 })
})

test('only so many visits run at a time, and only so many begin a second', (t) => {
  const told = Array.from({ length: 100 }, (_, index) => `${20 + index}.1.1.1:1776`)
  const few = createWorld({ limits: { ...limits, maxVisits: 3 } })
  few.start(user('8.8.8.8:1776'))
  t.is(few.probed('8.8.8.8:1776', told).length, 3)
  t.is(few.tick(60_000).length, 0)
  t.is(few.probed('20.1.1.1:1776', []).length, 1)

  const slow = createWorld({ limits: { ...limits, visitsPerSecond: 5 } })
  slow.start(user('8.8.8.8:1776'))
  t.is(slow.probed('8.8.8.8:1776', told).length, 4)
  t.is(slow.tick(1000).length, 5)
  t.is(slow.tick(1200).length, 1)
  t.is(slow.tick(61_000).length, 5)

  const local = createWorld({ rules: { profile: 'local' }, limits: { ...limits, visitsPerSecond: 5 } })
  local.start(user('8.8.8.8:1776'))
  t.is(local.probed('8.8.8.8:1776', told).length, 100)
})

test('of one host and one network only some endpoints are visited, on local nets any', (t) => {
  const ports = Array.from({ length: 20 }, (_, index) => `9.9.9.9:${2000 + index}`)
  const hosts = Array.from({ length: 200 }, (_, index) => `7.7.7.${index}:1776`)
  for (const [profile, expected] of [
    ['public', [4, 32]],
    ['local', [20, 200]],
  ] as const) {
    const world = createWorld({ rules: { profile } })
    world.start(user('8.8.8.8:1776'))
    t.is(world.probed('8.8.8.8:1776', ports).length, expected[0])
    t.is(world.probed('9.9.9.9:2000', hosts).length, expected[1])
    t.is(world.state.unvisited.crowded, 220 - expected[0] - expected[1])
  }
})

test('no more endpoints are kept than the limit', (t) => {
  const world = createWorld({ limits: { ...limits, maxEndpoints: 50 } })
  world.start(user('8.8.8.8:1776'))
  for (let round = 0; round < 10; round += 1) {
    const told = Array.from({ length: 200 }, (_, index) => `${20 + round}.${index}.1.1:1776`)
    world.probed('8.8.8.8:1776', told)
  }
  t.is(world.state.known.size, 50)
  t.is(world.state.unvisited.overflow, 2000 - 49)
})

test('who was visited lately is left alone, and said to be', (t) => {
  const world = createWorld({ restsUntilMs: (endpoint) => (endpoint.startsWith('8.') ? 2000 : 1000) })
  const commands = world.take({ type: 'start', at: 0, from: [user('8.8.8.8:1776'), user('9.9.9.9:1776')] })
  t.deepEqual(commands[0], { do: 'emit', event: { type: 'resting', endpoint: '8.8.8.8:1776' } })
  t.like(commands[1], { do: 'visit', address: { host: '9.9.9.9' } })
  const last = world.take({ type: 'probed', at: 0, probe: probeOf('9.9.9.9:1776', ['8.8.8.8:1776']) })
  t.like(world.finishedOf(last), { visited: 1, unvisited: { resting: 1 } })
})

test('only what was given is visited where only that is wanted', (t) => {
  const world = createWorld({ rules: { profile: 'public', isOnly: true } })
  t.deepEqual(world.start(user('8.8.8.8:1776')), ['8.8.8.8:1776'])
  t.deepEqual(world.probed('8.8.8.8:1776', ['9.9.9.9:1776']), [])
})

test('a crawl of nothing is over at once', (t) => {
  const world = createWorld()
  t.like(world.finishedOf(world.take({ type: 'start', at: 0, from: [] })), { visited: 0 })
})
