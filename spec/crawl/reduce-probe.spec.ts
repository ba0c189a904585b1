import test from 'ava'
import { LinkError, PeerFault, type RxBitsharesError } from '../../lib/errors.ts'
import type { Probe } from '../../lib/crawl/probe.ts'
import { isReachable, isStuck } from '../../lib/crawl/probe.ts'
import { createProbeState, type ProbeEvent, reduceProbe } from '../../lib/crawl/reduce-probe.ts'
import type { PeerHello } from '../../lib/peer/hello.ts'

const NOW = Date.UTC(2026, 0, 1)
const CHAIN_SECONDS = 1_700_000_100
const HELLO: PeerHello = {
  userAgent: `BitShares\u001b[31m ${'x'.repeat(100)}`,
  protocolVersion: 106,
  nodeId: 'aa'.repeat(33),
  publicKey: `02${'bb'.repeat(32)}`,
  chainId: 'cc'.repeat(32),
  inboundAddress: '1.2.3.4',
  inboundPort: 1776,
  outboundPort: 0,
  platform: 'linux',
  revision: 'dd'.repeat(20),
  head: { number: 7, id: `00000007${'ee'.repeat(16)}` },
  headTime: CHAIN_SECONDS - 5,
}
const at = { peer: 0, at: 1000 }
const reached: ProbeEvent = { type: 'reached', peer: 0, at: 1012.34 }
const connected: ProbeEvent = { type: 'connected', ...at }
const greeted: ProbeEvent = { type: 'greeted', ...at, hello: HELLO }
const active: ProbeEvent = { type: 'active', ...at }
const measured: ProbeEvent = { type: 'clockMeasured', ...at, clockOffsetMs: -12.345, roundTripMs: 3.21 }
const told = (count: number): ProbeEvent => ({
  type: 'addressesTold',
  ...at,
  addresses: [],
  entries: Array.from({ length: count }, (_, index) => ({
    remote_endpoint: `8.8.8.8:${index}`,
    last_seen_time: 1,
    latency: 1500n,
    node_id: 'ff'.repeat(33),
    direction: index,
    firewalled: 0,
  })),
})
const closed = (error: RxBitsharesError): ProbeEvent => ({ type: 'closed', ...at, error })
const stopped = closed(new LinkError('STOPPED', 'thank you, that is all'))

/** Lets events in one after the other; returns what was done for each, and the probe of the end. */
function run(...events: readonly ProbeEvent[]): {
  readonly done: readonly string[]
  readonly probe: Probe
} {
  let state = createProbeState({ host: '8.8.8.8', port: 1776 }, 1000, NOW)
  let probe: Probe | undefined
  const done = events.map((event) => {
    const [next, commands] = reduceProbe(state, event, CHAIN_SECONDS)
    state = next
    for (const command of commands) if (command.do === 'tell') ({ probe } = command)
    return commands.map((command) => command.do).join(' ')
  })
  return {
    done,
    get probe() {
      if (probe === undefined) throw new Error('the visit did not end')
      return probe
    },
  }
}

test('a node that takes us is asked for its time, and left when it has said everything', (t) => {
  const { done, probe } = run(reached, connected, greeted, told(3), active, measured, stopped)
  t.deepEqual(done, ['', '', 'askTime', '', 'wait', 'leave', 'tell'])
  t.like(probe, {
    endpoint: '8.8.8.8:1776',
    atMs: NOW,
    result: 'accepted',
    reason: undefined,
    connectMs: 12.3,
    roundTripMs: 3.2,
    clockOffsetMs: -12.3,
  })
  t.like(probe.claims, { nodeId: HELLO.nodeId, head: HELLO.head, headAgeSeconds: 5, inboundPort: 1776 })
  t.is(probe.claims?.userAgent, `BitShares[31m ${'x'.repeat(49)}…`)
  t.deepEqual(
    probe.lists?.map(({ endpoint, direction }) => [endpoint, direction]),
    [
      ['8.8.8.8:0', 'unknown'],
      ['8.8.8.8:1', 'inbound'],
      ['8.8.8.8:2', 'outbound'],
    ],
  )
  t.is(probe.lists?.[0]?.latencyMs, 1.5)
})

test('it is left as soon as it has said everything, in whatever order, and once', (t) => {
  t.deepEqual(run(greeted, measured, told(0), active, measured).done, ['askTime', '', '', 'wait leave', ''])
  t.deepEqual(run(greeted, active, measured, told(0), told(1)).done, ['askTime', 'wait', '', 'leave', ''])
})

test('a node that says nothing of the time is not waited for', (t) => {
  const { done, probe } = run(
    greeted,
    told(1),
    active,
    { type: 'waitedEnough' },
    { type: 'waitedEnough' },
    stopped,
  )
  t.deepEqual(done, ['askTime', '', 'wait', 'leave', '', 'tell'])
  t.like(probe, { result: 'accepted', clockOffsetMs: undefined })
})

test('one that rejects us counts as there, with what it told', (t) => {
  const error = new LinkError('REJECTED', 'the peer rejected us (not_accepting_connections): "full"')
  const { probe } = run(reached, connected, greeted, measured, told(2), closed(error))
  t.like(probe, { result: 'rejected', reason: error.message, clockOffsetMs: -12.3 })
  t.is(probe.lists?.length, 2)
  t.true(isReachable(probe))
})

const ENDS: readonly (readonly [string, readonly ProbeEvent[], RxBitsharesError, Probe['result']])[] = [
  ['refuses', [], new LinkError('UNREACHABLE', 'refused'), 'unreachable'],
  ['does not answer', [], new LinkError('TIMEOUT', 'late'), 'unreachable'],
  ['sends no key', [reached], new LinkError('TIMEOUT', 'no key came'), 'noHandshake'],
  ['is no node', [reached], new PeerFault('BAD_KEY', 'no point'), 'noHandshake'],
  ['sends rubbish', [reached, connected], new PeerFault('DECODE', 'x'), 'noHandshake'],
  ['drips', [reached, connected, greeted], new LinkError('TIMEOUT', 'the handshake'), 'noHandshake'],
  ['is on another chain', [reached, connected], new LinkError('WRONG_CHAIN', 'x'), 'otherChain'],
  ['is us', [reached, connected], new LinkError('SELF', 'x'), 'self'],
  [
    'breaks off when it has taken us',
    [reached, connected, greeted, active],
    new LinkError('RESET', 'x'),
    'accepted',
  ],
  ['knows us already', [reached, connected, greeted], new LinkError('DUPLICATE', 'x'), 'rejected'],
]
for (const [title, events, error, result] of ENDS) {
  test(`one that ${title}: ${result}`, (t) => {
    const { probe } = run(...events, closed(error))
    t.is(probe.result, result)
    t.is(probe.reason, result === 'accepted' ? undefined : error.message)
  })
}

test('of a list without end the beginning counts, and of a long reason', (t) => {
  const { probe } = run(
    reached,
    greeted,
    told(1000),
    closed(new LinkError('REJECTED', `no\n${'x'.repeat(1000)}`)),
  )
  t.is(probe.lists?.length, 200)
  t.is(probe.reason?.length, 200)
  t.false(probe.reason?.includes('\n'))
})

test('a head older than twenty intervals says that a node is stuck, none says nothing', (t) => {
  const aged = (headTime: number): boolean => {
    const { probe } = run(reached, { type: 'greeted', ...at, hello: { ...HELLO, headTime } }, stopped)
    return isStuck(probe.claims, 3)
  }
  t.false(aged(CHAIN_SECONDS - 60))
  t.true(aged(CHAIN_SECONDS - 61))
  t.false(aged(CHAIN_SECONDS + 1000))
  t.false(aged(0))
  t.false(isStuck(undefined, 3))
})
