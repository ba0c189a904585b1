import test from 'ava'
import { decodeMessage, encodeMessage } from '../../lib/messages/registry.ts'
import { parseAddressList } from '../../lib/pool/address-list.ts'
import {
  type ActivePeer,
  type Advertising,
  chooseAdvertised,
  endpointOf,
  MAX_ADVERTISED,
} from '../../lib/pool/choose-advertised.ts'
import { parseAddress } from '../../lib/transport/peer-address.ts'
import { addressesOf, seededRandom } from '../support/pool-world.ts'

const NODE_ID = 'ab'.repeat(33)
const peerAt = (where: string, change: Partial<ActivePeer> = {}): ActivePeer => ({
  direction: 'outbound',
  nodeId: NODE_ID,
  endpoint: parseAddress(where),
  isVerified: true,
  ...change,
})
const tell = (
  peers: readonly ActivePeer[],
  advertising: Advertising = { mode: 'all' },
  profile: 'public' | 'local' = 'public',
): string[] =>
  chooseAdvertised(peers, advertising, profile, 1000.9, seededRandom(1))
    .map(({ remote_endpoint }) => remote_endpoint)
    .sort()

const PEERS = ['8.8.8.8:1776', '8.8.4.4:1776', '9.9.9.9:2000'].map((where) => peerAt(where))

test('all active peers are told, or none, those on a list, those not on a list', (t) => {
  const list = parseAddressList(['8.8.0.0/16', '9.9.9.9:1999'], 'advertise')
  t.deepEqual(tell(PEERS), ['8.8.4.4:1776', '8.8.8.8:1776', '9.9.9.9:2000'])
  t.deepEqual(tell(PEERS, { mode: 'nothing' }), [])
  t.deepEqual(tell(PEERS, { mode: 'list', list }), ['8.8.4.4:1776', '8.8.8.8:1776'])
  t.deepEqual(tell(PEERS, { mode: 'exclude_list', list }), ['9.9.9.9:2000'])
})

test('an entry is as bitshares-core builds it, without what would tell where we are', (t) => {
  const peers = [peerAt('8.8.8.8:1776', { direction: 'inbound', isVerified: false })]
  const addresses = chooseAdvertised(peers, { mode: 'all' }, 'public', 1000.9, () => 0)
  t.deepEqual(addresses, [
    {
      remote_endpoint: '8.8.8.8:1776',
      last_seen_time: 1000,
      latency: 0n,
      node_id: NODE_ID,
      direction: 1,
      firewalled: 0,
    },
  ])
  const message = { type: 'address_message', addresses } as const
  const encoded = encodeMessage(message)
  t.is(encoded.payload.length, 1 + 53)
  t.deepEqual(decodeMessage(encoded.type, encoded.payload), message as unknown)
})

test('nobody is told what he cannot dial, or must not', (t) => {
  const hidden = ['10.0.0.1:1776', '127.0.0.1:1776', '8.8.8.8:22'].map((where) => peerAt(where))
  const silent = { ...peerAt('8.8.8.8:1'), endpoint: { host: '8.8.8.8', port: 0 } }
  t.deepEqual(tell([...hidden, silent, peerAt('seed.example:1776')]), [])
  t.deepEqual(tell(hidden, { mode: 'all' }, 'local'), ['10.0.0.1:1776', '127.0.0.1:1776'])
})

test('an endpoint is told once, as a verified one where one of its connections is', (t) => {
  const twice = [peerAt('8.8.8.8:1776', { isVerified: false }), peerAt('8.8.8.8:1776')]
  for (const peers of [twice, [...twice].reverse()]) {
    const told = chooseAdvertised(peers, { mode: 'all' }, 'public', 0, () => 0)
    t.deepEqual(
      told.map(({ firewalled }) => firewalled),
      [2],
    )
  }
})

test('of too many a choice by chance is told', (t) => {
  const peers = addressesOf(1000).map((endpoint) => ({ ...peerAt('8.8.8.8:1'), endpoint }))
  const told = [1, 2].map((seed) =>
    chooseAdvertised(peers, { mode: 'all' }, 'public', 0, seededRandom(seed)).map(
      ({ remote_endpoint }) => remote_endpoint,
    ),
  )
  for (const each of told) t.is(new Set(each).size, MAX_ADVERTISED)
  t.notDeepEqual(told[0], told[1])
})

test('one that dialled us is at the host it came from, whatever its hello says', (t) => {
  const hello = { inboundAddress: '5.5.5.5', inboundPort: 1776 }
  const observed = { host: '::ffff:8.8.8.8', port: 40_000 }
  t.deepEqual(endpointOf('inbound', observed, hello), { host: '8.8.8.8', port: 1776 })
  t.deepEqual(endpointOf('inbound', observed, { inboundPort: 0 }), { host: '8.8.8.8', port: 0 })
  t.deepEqual(endpointOf('outbound', { host: '9.9.9.9', port: 2000 }, hello), { host: '9.9.9.9', port: 2000 })
})
