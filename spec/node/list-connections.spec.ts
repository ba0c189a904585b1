import test from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { decodeMessage, encodeMessage } from '../../lib/messages/registry.ts'
import { MAX_BANDWIDTH_MINUTES, createBandwidth, sampleBandwidth } from '../../lib/node/bandwidth.ts'
import { listConnections, MAX_TOLD_CONNECTIONS } from '../../lib/node/firewall/list-connections.ts'
import {
  CONNECTIONS_GAP_MS,
  dropFirewallPeer,
  takeFirewallEvent,
} from '../../lib/node/firewall/take-firewall.ts'
import type { NodeContext, NodePeer, NodeState } from '../../lib/node/node-state.ts'
import { parseAddressList } from '../../lib/pool/address-list.ts'
import { createNodeWorld } from '../support/node-world.ts'
import { makeTestChain } from '../support/test-chain.ts'

const chain = makeTestChain(1)

function peerOf(key: number, change: Partial<NodePeer> = {}): NodePeer {
  const address = { host: `9.9.9.${key % 250}`, port: 2000 + key }
  return {
    key,
    address,
    name: `${address.host}:${address.port}`,
    direction: 'outbound',
    since: 1000,
    state: 'active',
    hello: {
      userAgent: 'core',
      protocolVersion: 106,
      nodeId: 'aa'.repeat(33),
      publicKey: '02'.repeat(33),
      chainId: chain.chainId,
      inboundAddress: '0.0.0.0',
      inboundPort: 1776,
      outboundPort: 0,
      platform: 'linux',
      revision: 'ab'.repeat(20),
      head: { number: 5, id: `00000005${'cd'.repeat(16)}` },
      headTime: 1_600_000_000,
    },
    headNumber: 5,
    clockOffsetMs: -1.5,
    roundTripMs: 20,
    bytesReceived: 0,
    bytesSent: 0,
    blocksReceived: 0,
    lastBlockAt: undefined,
    lastTransactionAt: undefined,
    isVerified: true,
    ...change,
  }
}

function stateWith(peers: readonly NodePeer[], context: Partial<NodeContext> = {}): NodeState {
  const { state } = createNodeWorld({ chain, head: 1, start: { after: GENESIS }, addresses: [], context })
  for (const peer of peers) state.peers.set(peer.key, peer)
  return state
}

test('tells of each active peer what core told, and can be read again', (t) => {
  const handshaking = peerOf(2, { state: 'handshaking' })
  const reply = listConnections(stateWith([peerOf(1), handshaking]), 61_900)
  t.deepEqual(reply.current_connections, [
    {
      connection_duration: 60,
      remote_endpoint: '9.9.9.1:2001',
      node_id: 'aa'.repeat(33),
      clock_offset: -1500n,
      round_trip_delay: 20_000n,
      connection_direction: 2,
      firewalled: 2,
      user_data: {
        fc_git_revision_sha: 'ab'.repeat(20),
        platform: 'linux',
        user_agent: 'core',
        last_known_block_hash: `00000005${'cd'.repeat(16)}`,
        last_known_block_number: 5n,
        last_known_block_time: '2020-09-13T12:26:40',
      },
    },
  ])
  const { type, payload } = encodeMessage(reply)
  t.like(decodeMessage(type, payload), {
    type: 'get_current_connections_reply_message',
    upload_rate_one_hour: 0,
  })
})

test('a peer that is known by a name alone has no endpoint', (t) => {
  const named = peerOf(1, { address: { host: 'seed.example.org', port: 1776 } })
  const [connection] = listConnections(stateWith([named]), 2000).current_connections
  t.is(connection?.remote_endpoint, '0.0.0.0:0')
})

test('what is not advertised is not told here either', (t) => {
  const told = (advertising: NodeContext['advertising']): readonly string[] =>
    listConnections(stateWith([peerOf(1), peerOf(2)], { advertising }), 2000).current_connections.map(
      ({ remote_endpoint }) => remote_endpoint,
    )
  const list = parseAddressList(['9.9.9.2'], 'advertise')
  t.deepEqual(told({ mode: 'nothing' }), [])
  t.deepEqual(told({ mode: 'list', list }), ['9.9.9.2:2002'])
  t.deepEqual(told({ mode: 'exclude_list', list }), ['9.9.9.1:2001'])
})

test('an answer is bounded, whatever peers say of themselves and how many they are', (t) => {
  const { hello } = peerOf(1)
  if (hello === undefined) return t.fail()
  const long = {
    ...hello,
    userAgent: 'x'.repeat(16_000),
    platform: 'y\u0000'.repeat(8000),
    revision: 'z'.repeat(16_000),
  }
  const peers = Array.from({ length: 300 }, (_, index) => peerOf(index, { hello: long }))
  const reply = listConnections(stateWith(peers), 2000)
  t.is(reply.current_connections.length, MAX_TOLD_CONNECTIONS)
  t.is(reply.current_connections[0]?.user_data['platform'], 'y '.repeat(128))
  t.true(encodeMessage(reply).payload.length < MAX_TOLD_CONNECTIONS * 1200)
})

test('a peer is told again after five minutes, and what it was told is forgotten with it', (t) => {
  const [peer, other] = [peerOf(1), peerOf(2)]
  const state = stateWith([peer, other], { firewallChecks: true })
  const answersAt = (at: number, asker = peer): number =>
    takeFirewallEvent(state, asker, { type: 'connectionsAsked', peer: asker.key, at }).length
  t.deepEqual([answersAt(0), answersAt(1), answersAt(CONNECTIONS_GAP_MS - 1)], [1, 0, 0])
  t.is(answersAt(2, other), 1)
  t.is(answersAt(CONNECTIONS_GAP_MS), 1)
  dropFirewallPeer(state, peer.key, CONNECTIONS_GAP_MS + 1)
  t.deepEqual([...state.firewall.listedAt.keys()], [other.key])
})

const UNTOLD: readonly [string, Partial<NodePeer>, Partial<NodeContext>, boolean][] = [
  ['without the switch', {}, { firewallChecks: false }, false],
  ['that has not said hello', { hello: undefined }, {}, false],
  ['while the node is stopping', {}, {}, true],
]
for (const [which, change, context, isStopping] of UNTOLD) {
  test(`a peer ${which} is told nothing`, (t) => {
    const peer = peerOf(1, change)
    const state = stateWith([peer], { firewallChecks: true, ...context })
    state.isStopping = isStopping
    t.deepEqual(takeFirewallEvent(state, peer, { type: 'connectionsAsked', peer: 1, at: 0 }), [])
    const about = { peer: 1, at: 0, nodeId: 'cc'.repeat(33), endpoint: '5.5.5.5:2001' }
    t.deepEqual(takeFirewallEvent(state, peer, { type: 'firewallAsked', ...about }), [])
  })
}

test('rates are averages of whole minutes, and an hour of them is kept', (t) => {
  const state = stateWith([])
  const ratesAfter = (seconds: number): readonly number[] => {
    const bandwidth = createBandwidth()
    // The first minute moves 60 bytes a second out and 6 in, the second 120 and 12, and so on.
    let [received, sent] = [0, 0]
    sampleBandwidth(bandwidth, received, sent, 1000)
    for (let second = 1; second <= seconds; second += 1) {
      const minute = Math.ceil(second / 60)
      received += 6 * minute
      sent += 60 * minute
      sampleBandwidth(bandwidth, received, sent, 1000 + 1000 * second)
    }
    t.true(bandwidth.minutes.received.length <= MAX_BANDWIDTH_MINUTES)
    Object.assign(state, { bandwidth })
    const reply = listConnections(state, 0)
    return [
      reply.upload_rate_one_minute,
      reply.download_rate_one_minute,
      reply.upload_rate_fifteen_minutes,
      reply.download_rate_fifteen_minutes,
      reply.upload_rate_one_hour,
      reply.download_rate_one_hour,
    ]
  }
  t.deepEqual(ratesAfter(59), [0, 0, 0, 0, 0, 0])
  t.deepEqual(ratesAfter(60), [60, 6, 60, 6, 60, 6])
  t.deepEqual(ratesAfter(150), [120, 12, 90, 9, 90, 9])
  t.deepEqual(ratesAfter(100 * 60), [6000, 600, 5580, 558, 4230, 423])
})
