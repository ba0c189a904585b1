import test from 'ava'
import fc from 'fast-check'
import type { FirewallCheckResult } from '../../lib/messages/handshake-messages.ts'
import { CHECK_TIMEOUT_MS } from '../../lib/node/firewall/confirm-node.ts'
import {
  type CheckPeer,
  type CheckScene,
  createFirewallState,
  type FirewallState,
} from '../../lib/node/firewall/firewall-state.ts'
import { checkForPeer, takeMadeResult } from '../../lib/node/firewall/reduce-made.ts'
import {
  ASK_GAP_MS,
  askAboutUs,
  ASKED_TIMEOUT_MS,
  expireOwn,
  STALE_MS,
  takeOwnResult,
} from '../../lib/node/firewall/reduce-own.ts'
import {
  dropPassedOn,
  expirePassedOn,
  MAX_CHECKERS,
  passOn,
  PASSED_ON_TIMEOUT_MS,
  takePassedOnResult,
} from '../../lib/node/firewall/reduce-passed-on.ts'
import type { NodeCommand } from '../../lib/node/node-state.ts'
import { budgetKey, CHECK_GAP_MS, MAX_CHECKS_PER_MINUTE } from '../../lib/pool/check-budget.ts'
import { isDialable } from '../../lib/pool/is-dialable.ts'
import { mayCheck } from '../../lib/pool/may-check.ts'
import { formatAddress, type PeerAddress } from '../../lib/transport/peer-address.ts'

const OWN_HOSTS = new Set(['8.8.8.8'])

/** The node of peer `key`, at an address of its own. */
function peerOf(key: number, change: Partial<CheckPeer> = {}): CheckPeer {
  const endpoint = { host: `9.9.${key}.1`, port: 2000 + key }
  return {
    key,
    name: formatAddress(endpoint),
    nodeId: key.toString(16).padStart(66, 'a'),
    direction: 'outbound',
    protocolVersion: 106,
    endpoint,
    isActive: true,
    ...change,
  }
}

function sceneOf(at: number, peers: readonly CheckPeer[], change: Partial<CheckScene> = {}): CheckScene {
  return {
    at,
    selfId: 'ff'.repeat(33),
    listens: true,
    peers: new Map(peers.map((peer) => [peer.key, peer])),
    isConnectedTo: (endpoint) => peers.some(({ name }) => name === endpoint),
    mayCheck: (address) => mayCheck(address, { profile: 'public' }, { port: 1776, hosts: () => OWN_HOSTS }),
    mayPassOn: (address) => isDialable(address, 'public'),
    budgetKey: (address) => budgetKey(address, 'public'),
    learn: () => {},
    ...change,
  }
}

/** One word for each thing that is done. */
const deedsOf = (commands: readonly NodeCommand[]): readonly string[] =>
  commands.map((command) => {
    if (command.do === 'check') return `check ${formatAddress(command.address)}`
    if (command.do === 'emit') return command.event.type
    if (command.do !== 'send') return command.do
    const { message, peer } = command
    if (message.type === 'check_firewall_message') return `ask ${peer} about ${message.endpoint_to_check}`
    return message.type === 'check_firewall_reply_message' ? `tell ${peer} ${message.result}` : message.type
  })
const MYSELF = '0.0.0.0:0'
const [one, two, three, four, five] = [1, 2, 3, 4, 5].map((key) => peerOf(key)) as [
  CheckPeer,
  CheckPeer,
  CheckPeer,
  CheckPeer,
  CheckPeer,
]

const ASKABLE: readonly [string, Partial<CheckPeer>, boolean][] = [
  ['that we connected to', {}, true],
  ['that connected to us', { direction: 'inbound' }, false],
  ['that is not active yet', { isActive: false }, false],
  ['of an older protocol', { protocolVersion: 105 }, false],
]
for (const [which, change, isAsked] of ASKABLE) {
  test(`a peer ${which} is ${isAsked ? '' : 'not '}asked about us`, (t) => {
    const commands = askAboutUs(createFirewallState(), sceneOf(0, [peerOf(1, change)]))
    t.deepEqual(deedsOf(commands), isAsked ? [`ask 1 about ${MYSELF}`] : [])
  })
}

test('who listens nowhere asks nobody', (t) => {
  t.deepEqual(askAboutUs(createFirewallState(), sceneOf(0, [one], { listens: false })), [])
})

test('as long as nothing is known another peer is asked every five minutes, and a silent one never again', (t) => {
  const state = createFirewallState()
  const ask = (at: number): readonly string[] => {
    expireOwn(state, at)
    return deedsOf(askAboutUs(state, sceneOf(at, [one, two])))
  }
  t.deepEqual(ask(0), [`ask 1 about ${MYSELF}`])
  t.deepEqual(ask(ASK_GAP_MS - 1), [])
  // It did not answer.
  t.deepEqual(ask(ASK_GAP_MS), [`ask 2 about ${MYSELF}`])
  takeOwnResult(state, two.name, 'x', 'unable_to_check', ASK_GAP_MS + 1)
  t.deepEqual(ask(2 * ASK_GAP_MS), [`ask 2 about ${MYSELF}`])
})

test('what is known is asked for again after a day', (t) => {
  const state = createFirewallState()
  askAboutUs(state, sceneOf(0, [one, two]))
  takeOwnResult(state, one.name, 'x', 'unable_to_connect', 1000)
  t.is(state.own.isFirewalled, true)
  t.is(state.own.publicHost, undefined)
  t.deepEqual(askAboutUs(state, sceneOf(STALE_MS, [one, two])), [])
  t.deepEqual(deedsOf(askAboutUs(state, sceneOf(STALE_MS + 1000, [one, two]))), [`ask 2 about ${MYSELF}`])
  // The old knowledge stands until there is new.
  takeOwnResult(state, two.name, 'x', 'unable_to_check', STALE_MS + 2000)
  t.is(state.own.isFirewalled, true)
})

test('an answer about us is waited for until three peers can have been asked, and not until the next question', (t) => {
  const waits = [MAX_CHECKERS * PASSED_ON_TIMEOUT_MS, ASKED_TIMEOUT_MS, ASK_GAP_MS]
  t.deepEqual(
    [...waits].sort((a, b) => a - b),
    waits,
  )
})

test('peers that speak of checks are asked before others', (t) => {
  const state = createFirewallState()
  state.speaks.set(3, true)
  t.deepEqual(deedsOf(passOn(state, one, sceneOf(0, [one, two, three]))), [`ask 3 about ${one.name}`])
})

test('a check goes to three peers, and then the one that asked is told', (t) => {
  const state = createFirewallState()
  const peers = [one, two, three, four, five]
  t.deepEqual(deedsOf(passOn(state, one, sceneOf(0, peers))), [`ask 2 about ${one.name}`])
  const expire = (at: number): readonly string[] => deedsOf(expirePassedOn(state, sceneOf(at, peers)))
  t.deepEqual(expire(PASSED_ON_TIMEOUT_MS - 1), [])
  t.deepEqual(expire(PASSED_ON_TIMEOUT_MS), [`ask 3 about ${one.name}`])
  const unable = takePassedOnResult(
    state,
    3,
    one.nodeId,
    one.name,
    'unable_to_check',
    sceneOf(PASSED_ON_TIMEOUT_MS, peers),
  )
  t.deepEqual(deedsOf(unable), [`ask 4 about ${one.name}`])
  t.deepEqual(deedsOf(dropPassedOn(state, 4, sceneOf(40_000, [one, two, three, five]))), ['tell 1 0'])
  t.is(state.passedOn.size, 0)
})

test('a peer waits for one answer before its next question is passed on, and for an hour after', (t) => {
  const state = createFirewallState()
  const peers = [one, two, three]
  const ask = (at: number): readonly string[] => deedsOf(passOn(state, one, sceneOf(at, peers)))
  t.deepEqual(ask(0), [`ask 2 about ${one.name}`])
  t.deepEqual(ask(1), ['tell 1 0'])
  takePassedOnResult(state, 2, one.nodeId, one.name, 'connection_successful', sceneOf(2, peers))
  t.deepEqual(ask(3), ['tell 1 0'])
  t.deepEqual(ask(CHECK_GAP_MS), [`ask 2 about ${one.name}`])
})

test('an answer about another node or another address is not passed on', (t) => {
  const state = createFirewallState()
  const scene = sceneOf(0, [one, two, three])
  passOn(state, one, scene)
  t.deepEqual(takePassedOnResult(state, 2, two.nodeId, one.name, 'connection_successful', scene), [])
  t.deepEqual(takePassedOnResult(state, 2, one.nodeId, two.name, 'connection_successful', scene), [])
  t.deepEqual(takePassedOnResult(state, 3, one.nodeId, one.name, 'connection_successful', scene), [])
  t.is(state.passedOn.size, 1)
})

test('an address where a node was found is learnt, from whoever said so', (t) => {
  const learnt: string[] = []
  const learn = (address: PeerAddress, from: string): void => {
    learnt.push(`${formatAddress(address)} from ${from}`)
  }
  const state = createFirewallState()
  const scene = sceneOf(0, [one, two], { learn })
  passOn(state, one, scene)
  takePassedOnResult(state, 2, one.nodeId, one.name, 'connection_successful', scene)
  for (const [endpoint, isReached] of [
    ['5.5.5.5:2001', true],
    ['5.5.5.6:2001', false],
  ] as const) {
    checkForPeer(state, two, 'bb'.repeat(33), endpoint, scene)
    takeMadeResult(state, state.nextCheck - 1, isReached, scene)
  }
  t.deepEqual(learnt, [`${one.name} from ${two.endpoint.host}`, `5.5.5.5:2001 from ${two.endpoint.host}`])
})

test('who asked and has gone is told nothing, and nothing is kept of it', (t) => {
  const state = createFirewallState()
  checkForPeer(state, one, 'bb'.repeat(33), '5.5.5.5:2001', sceneOf(0, [one, two]))
  t.deepEqual(deedsOf(takeMadeResult(state, 1, true, sceneOf(1, [two]))), ['addressChecked'])
  t.deepEqual(takeMadeResult(state, 1, true, sceneOf(2, [two])), [])
  passOn(state, one, sceneOf(3, [one, two]))
  t.deepEqual(dropPassedOn(state, 1, sceneOf(4, [two])), [])
  t.is(state.made.size + state.passedOn.size, 0)
})

/** What peers may do to a node, in any order. */
type Deed =
  | { readonly do: 'askAbout'; readonly peer: number; readonly node: number; readonly target: string }
  | { readonly do: 'askOwn'; readonly peer: number }
  | {
      readonly do: 'tell'
      readonly peer: number
      readonly about: number
      readonly result: FirewallCheckResult
    }
  | { readonly do: 'leave' | 'come'; readonly peer: number }
  | { readonly do: 'wait'; readonly ms: number }

const KEYS = 12
const peer = fc.integer({ min: 1, max: KEYS })
const port = fc.constantFrom(0, 22, 80, 1023, 1024, 1776, 2001, 3306, 65_535)
const host = fc.oneof(
  fc.constantFrom('127.0.0.1', '10.0.0.1', '192.168.3.4', '0.0.0.0', '255.255.255.255', '8.8.8.8'),
  fc.integer({ min: 0, max: 40 }).map((last) => `5.6.7.${last}`),
  fc.ipV4(),
)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('askAbout' as const),
    peer,
    node: fc.integer({ min: 1, max: 40 }),
    target: fc.tuple(host, port).map(([name, number]) => `${name}:${number}`),
  }),
  fc.record({ do: fc.constant('askOwn' as const), peer }),
  fc.record({
    do: fc.constant('tell' as const),
    peer,
    about: peer,
    result: fc.constantFrom('unable_to_check', 'unable_to_connect', 'connection_successful'),
  }),
  fc.record({ do: fc.constantFrom('leave' as const, 'come' as const), peer }),
  fc.record({
    do: fc.constant('wait' as const),
    ms: fc.oneof(fc.nat(1000), fc.nat(30_000), fc.nat(CHECK_GAP_MS)),
  }),
)

/** Takes one deed, and what time brings with it. */
function take(
  state: FirewallState,
  each: Deed,
  here: Map<number, CheckPeer>,
  at: number,
): readonly NodeCommand[] {
  const scene = sceneOf(at, [...here.values()])
  const asker = 'peer' in each ? here.get(each.peer) : undefined
  switch (each.do) {
    case 'askAbout':
      return asker === undefined
        ? []
        : checkForPeer(state, asker, peerOf(each.node).nodeId, each.target, scene)
    case 'askOwn':
      return asker === undefined ? [] : passOn(state, asker, scene)
    case 'tell': {
      const { nodeId, name } = peerOf(each.about)
      return asker === undefined ? [] : takePassedOnResult(state, each.peer, nodeId, name, each.result, scene)
    }
    case 'come':
      here.set(each.peer, peerOf(each.peer))
      return []
    case 'leave': {
      here.delete(each.peer)
      state.speaks.delete(each.peer)
      return dropPassedOn(state, each.peer, sceneOf(at, [...here.values()]))
    }
    case 'wait':
      return expirePassedOn(state, scene)
  }
}

test('whatever peers ask and tell, the limits of dialling hold and nothing grows', (t) => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 300 }), (deeds) => {
      const state = createFirewallState()
      const here = new Map([1, 2, 3, 4].map((key) => [key, peerOf(key)]))
      const begun = new Map<number, number>()
      const dialled: { readonly host: string; readonly at: number }[] = []
      let at = 0
      for (const each of deeds) {
        if (each.do === 'wait') at += each.ms
        // No check takes longer than that.
        for (const [check, since] of begun) {
          if (at - since < CHECK_TIMEOUT_MS) continue
          begun.delete(check)
          takeMadeResult(state, check, check % 2 === 0, sceneOf(at, [...here.values()]))
        }
        for (const command of take(state, each, here, at)) {
          if (command.do !== 'check') continue
          const { address, nodeId } = command
          t.true(isDialable(address, 'public') && !OWN_HOSTS.has(address.host) && address.port >= 1024)
          t.false([...here.values()].some((other) => other.nodeId === nodeId))
          t.true(dialled.filter((other) => at - other.at < 60_000).length < MAX_CHECKS_PER_MINUTE)
          t.false(dialled.some((other) => other.host === address.host && at - other.at < CHECK_GAP_MS))
          dialled.push({ host: address.host, at })
          begun.set(command.check, at)
        }
        t.is(state.made.size, begun.size)
        t.true(state.made.size <= MAX_CHECKS_PER_MINUTE)
        t.true([...state.passedOn.keys()].every((checker) => here.has(checker)))
        t.true(
          [...state.passedOn.values()].every(
            ({ asker, tried }) => here.has(asker) && tried.size <= MAX_CHECKERS,
          ),
        )
        const askers = [...state.passedOn.values()].map(({ asker }) => asker)
        t.is(new Set(askers).size, askers.length)
      }
    }),
    { numRuns: 200 },
  )
})

test('every question is answered at once, passed on, or looked into', (t) => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 100 }), (deeds) => {
      const state = createFirewallState()
      const here = new Map([1, 2, 3, 4].map((key) => [key, peerOf(key)]))
      let at = 0
      for (const each of deeds) {
        if (each.do === 'wait') at += each.ms
        const isAsked = (each.do === 'askAbout' || each.do === 'askOwn') && here.has(each.peer)
        const commands = take(state, each, here, at)
        if (isAsked)
          t.is(commands.filter((command) => command.do === 'send' || command.do === 'check').length, 1)
      }
    }),
  )
})

test('what came of a check is told as an event', (t) => {
  const state = createFirewallState()
  askAboutUs(state, sceneOf(0, [one]))
  checkForPeer(state, one, 'bb'.repeat(33), '5.5.5.5:2001', sceneOf(0, [one]))
  const commands = [
    ...takeOwnResult(state, one.name, '4.4.4.4:1776', 'connection_successful', 1),
    ...takeMadeResult(state, 1, false, sceneOf(1, [one])),
  ]
  t.deepEqual(deedsOf(commands), ['firewallChecked', 'addressChecked', 'tell 1 1'])
})
