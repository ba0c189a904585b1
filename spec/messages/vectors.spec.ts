import test from 'ava'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import {
  decodeMessage,
  encodeMessage,
  messageName,
  MESSAGE_NAMES,
  messageNumber,
} from '../../lib/messages/registry.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { SESSION } from '../support/session-vectors.ts'

interface MessageVector {
  readonly type: number
  readonly name: string
  readonly raw: string
  readonly message_id: string
}

const vectors = readJsonLines('messages.jsonl.gz') as readonly MessageVector[]
const H1 = '0bdc9d2d256b3ee9daae347be6f4dc835a467ffe'
const H2 = 'cba513890be774d80d897e6fee6b841a33996f0f'
const NULL_NODE_ID = '00'.repeat(33)

for (const name of MESSAGE_NAMES) {
  test(`every ${name} of core reads and writes to the same bytes`, (t) => {
    const ofName = vectors.filter((vector) => vector.name === name)
    t.true(ofName.length > 0)
    for (const { type, raw, message_id } of ofName) {
      t.is(messageNumber(name), type)
      t.is(messageName(type), name)
      const payload = bytesOf(raw)
      const message = decodeMessage(type, payload)
      if (message.type === 'unknown_message') return t.fail()
      t.is(message.type, name)
      const encoded = encodeMessage(message)
      t.is(encoded.type, type)
      t.is(hexOf(encoded.payload), raw)
      t.is(toMessageHash(payload), message_id)
    }
  })
}

/** Payloads printed by core's own code, with the values that went in. */
const HANDMADE: readonly (readonly [number, string, object])[] = [
  [5001, `e8030000 02 ${H1} ${H2}`, { item_type: 1000, item_hashes_available: [H1, H2] }],
  [
    5002,
    `07000000 e9030000 01 ${H1}`,
    { total_remaining_item_count: 7, item_type: 1001, item_hashes_available: [H1] },
  ],
  [5003, 'e9030000 00', { item_type: 1001, blockchain_synopsis: [] }],
  [5004, `e9030000 01 ${H1}`, { item_type: 1001, items_to_fetch: [H1] }],
  [5005, `e9030000 ${H1}`, { requested_item: { item_type: 1001, item_hash: H1 } }],
  [5007, '', {}],
  [
    5008,
    '027561 6a000000 04030201f006 02 026e6f',
    {
      user_agent: 'ua',
      core_protocol_version: 106,
      remote_endpoint: '1.2.3.4:1776',
      reason_code: 2,
      reason_string: 'no',
    },
  ],
  [5009, '', {}],
  [
    5010,
    `01 04030201f006 00f15365 3930000000000000 ${hexOf(SESSION.node.publicKey)} 02 02`,
    {
      addresses: [
        {
          remote_endpoint: '1.2.3.4:1776',
          last_seen_time: 1_700_000_000,
          latency: 12_345n,
          node_id: hexOf(SESSION.node.publicKey),
          direction: 2,
          firewalled: 2,
        },
      ],
    },
  ],
  [5011, '03627965 00 00', { reason_for_closing: 'bye', closing_due_to_error: false, error: undefined }],
  [5012, '40222018240a0600', { request_sent_time: 1_700_000_000_123_456n }],
  [
    5013,
    '0100000000000000 0200000000000000 0300000000000000',
    { request_sent_time: 1n, request_received_time: 2n, reply_transmitted_time: 3n },
  ],
  [5014, '00'.repeat(39), { node_id: NULL_NODE_ID, endpoint_to_check: '0.0.0.0:0' }],
  [
    5015,
    `${NULL_NODE_ID} 04030201f006 02`,
    { node_id: NULL_NODE_ID, endpoint_checked: '1.2.3.4:1776', result: 2 },
  ],
  [5016, '', {}],
  [
    5017,
    `010000000200000003000000040000000500000006000000 01 09000000 04030201f006 ${NULL_NODE_ID}
     ffffffffffffffff 0200000000000000 01 00 00`.replaceAll('\n', ''),
    {
      upload_rate_one_minute: 1,
      download_rate_one_minute: 2,
      upload_rate_fifteen_minutes: 3,
      download_rate_fifteen_minutes: 4,
      upload_rate_one_hour: 5,
      download_rate_one_hour: 6,
      current_connections: [
        {
          connection_duration: 9,
          remote_endpoint: '1.2.3.4:1776',
          node_id: NULL_NODE_ID,
          clock_offset: -1n,
          round_trip_delay: 2n,
          connection_direction: 1,
          firewalled: 0,
          user_data: Object.create(null) as object,
        },
      ],
    },
  ],
]

for (const [number, hex, fields] of HANDMADE) {
  test(`message ${number} has the fields core packed`, (t) => {
    const message = decodeMessage(number, bytesOf(hex))
    t.deepEqual(message, { type: messageName(number), ...fields } as unknown)
    if (message.type !== 'unknown_message') t.deepEqual(encodeMessage(message).payload, bytesOf(hex))
  })
}

test('a hello has the fields core packed', (t) => {
  const message = decodeMessage(5006, SESSION.hello)
  if (message.type !== 'hello_message') return t.fail()
  t.is(message.user_agent, 'test/1')
  t.is(message.core_protocol_version, 106)
  t.is(message.inbound_address, '10.1.2.3')
  t.is(message.inbound_port, 1776)
  t.is(message.outbound_port, 40_000)
  t.is(message.node_public_key, hexOf(SESSION.node.publicKey))
  t.is(message.signed_shared_secret, hexOf(SESSION.node.signature))
  t.deepEqual(Object.entries(message.user_data), [
    ['platform', 'linux'],
    ['bitness', 64n],
  ])
  t.deepEqual(encodeMessage(message).payload, SESSION.hello)
})

test('bytes behind the last field are ignored', (t) => {
  t.deepEqual(decodeMessage(5007, bytesOf('0102')), { type: 'connection_accepted_message' })
  t.deepEqual(decodeMessage(5003, bytesOf('e9030000 00 ff')), {
    type: 'fetch_blockchain_item_ids_message',
    item_type: 1001,
    blockchain_synopsis: [],
  })
})

test('the payload of an item is handed on as it is, whatever it holds', (t) => {
  const payload = bytesOf('ff00')
  t.deepEqual(decodeMessage(1000, payload), { type: 'trx_message', payload })
  t.deepEqual(decodeMessage(1001, payload), { type: 'block_message', payload })
})

test('a number without a meaning keeps its number and bytes', (t) => {
  for (const number of [0, 999, 1002, 5000, 5018, 5099, 6000, 0xffff_ffff]) {
    const payload = bytesOf('0102')
    t.deepEqual(decodeMessage(number, payload), { type: 'unknown_message', number, payload })
  }
})
