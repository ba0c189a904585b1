import test from 'ava'
import fc from 'fast-check'
import { DecodeError, UsageError } from '../../lib/errors.ts'
import { messageFromJson, messageToJson } from '../../lib/messages/json.ts'
import type { Message, MessageName } from '../../lib/messages/registry.ts'
import { decodeMessage, encodeMessage, MESSAGE_NAMES, messageNumber } from '../../lib/messages/registry.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const vectors = readJsonLines('messages.jsonl.gz') as readonly {
  readonly type: number
  readonly name: MessageName
  readonly raw: string
  readonly json: unknown
}[]

/** Core prints the times of these in whole seconds, so that their JSON does not say all that their bytes say. */
const HAVE_PARTS_OF_SECONDS: readonly string[] = [
  'current_time_request_message',
  'current_time_reply_message',
]

function decoded(name: MessageName, hex: string): Message {
  const message = decodeMessage(messageNumber(name), bytesOf(hex))
  if (message.type === 'unknown_message') throw new Error(`no ${name}`)
  return message
}

for (const name of MESSAGE_NAMES) {
  test(`${name} goes from bytes to JSON and back`, (t) => {
    const ofName = vectors.filter((vector) => vector.name === name)
    t.is(ofName.length, 8)
    for (const { type, raw, json } of ofName) {
      t.is(messageNumber(name), type)
      t.is(JSON.stringify(messageToJson(decoded(name, raw))), JSON.stringify(json))
      const again = encodeMessage(messageFromJson(name, json))
      t.is(again.type, type)
      if (HAVE_PARTS_OF_SECONDS.includes(name)) {
        t.is(JSON.stringify(messageToJson(decoded(name, hexOf(again.payload)))), JSON.stringify(json))
      } else t.is(hexOf(again.payload), raw)
    }
  })
}

const reads = test.macro((t, name: MessageName, json: unknown, expected: unknown) => {
  t.deepEqual(JSON.parse(JSON.stringify(messageToJson(messageFromJson(name, json)))), expected)
})

const refuses = test.macro((t, name: MessageName, json: unknown, message: string) => {
  t.throws(() => messageFromJson(name, json), { instanceOf: UsageError, code: 'BAD_VALUE', message })
})

test('prints an enum that has no name as its number', (t) => {
  const raw = `${'00'.repeat(33)}04030201f00609`
  t.deepEqual(messageToJson(decoded('check_firewall_reply_message', raw)), {
    node_id: '00'.repeat(33),
    endpoint_checked: '1.2.3.4:1776',
    result: '9',
  })
})
test(
  'reads an enum from its number',
  reads,
  'check_firewall_reply_message',
  firewallReply(2),
  firewallReply('connection_successful'),
)
test('prints a time before 1970 as core does', (t) => {
  const printed = messageToJson({ type: 'current_time_request_message', request_sent_time: -1_500_000n })
  t.deepEqual(printed, { request_sent_time: '2106-02-07T06:28:15' })
})
test(
  'refuses an endpoint without a port',
  refuses,
  'check_firewall_message',
  firewall('1.2.3.4'),
  'check_firewall_message.endpoint_to_check: expected an endpoint like 1.2.3.4:1776, found "1.2.3.4"',
)
test(
  'refuses a port above 65535',
  refuses,
  'check_firewall_message',
  firewall('1.2.3.4:65536'),
  'check_firewall_message.endpoint_to_check: expected an endpoint like 1.2.3.4:1776, found "1.2.3.4:65536"',
)
test(
  'refuses an octet above 255',
  refuses,
  'check_firewall_message',
  firewall('1.2.3.256:1'),
  'check_firewall_message.endpoint_to_check: expected an address like 1.2.3.4, found "1.2.3.256"',
)
test(
  'refuses a missing member',
  refuses,
  'fetch_items_message',
  { item_type: 1000 },
  'fetch_items_message.items_to_fetch: expected an array, found nothing',
)
test(
  'names the way to what it refuses',
  refuses,
  'block_message',
  { block: { transactions: [{ expiration: 5 }] } },
  'block_message.block.transactions[0].expiration: expected a time like 2024-03-19T05:42:57, found 5',
)
test(
  'refuses a fraction in user data',
  refuses,
  'get_current_connections_reply_message',
  connections({ a: [0.5] }),
  'get_current_connections_reply_message.current_connections[0].user_data.a[0]: expected a uint64, found 0.5',
)

test('names the way to what cannot be unpacked', (t) => {
  const block = vectors.find(({ name }) => name === 'block_message')?.raw ?? ''
  t.throws(() => messageToJson(decoded('block_message', block.slice(0, 40))), {
    instanceOf: DecodeError,
    message: 'block_message.block.timestamp: needs 4 bytes, 0 are left (at byte 20)',
  })
  t.throws(() => messageToJson(decoded('block_message', block.slice(0, -2))), {
    instanceOf: DecodeError,
    message: /^block_message\.block_id: needs 20 bytes, 19 are left/,
  })
})

test('keeps keys such as __proto__ in user data', (t) => {
  const userData: unknown = JSON.parse('{"__proto__":{"x":1},"constructor":2,"big":"1"}')
  const message = messageFromJson('get_current_connections_reply_message', connections(userData))
  const again = decoded('get_current_connections_reply_message', hexOf(encodeMessage(message).payload))
  t.true(
    JSON.stringify(messageToJson(again)).includes(
      '"user_data":{"__proto__":{"x":1},"constructor":2,"big":"1"}',
    ),
  )
  t.is(({} as { readonly x?: number }).x, undefined)
})

test('reads anything or refuses it with BAD_VALUE', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...MESSAGE_NAMES), fc.jsonValue(), (name, json) => {
      try {
        messageFromJson(name, json)
      } catch (error) {
        t.true(error instanceof UsageError && error.code === 'BAD_VALUE', String(error))
      }
    }),
  )
})

function firewall(endpoint: string): unknown {
  return { node_id: '00'.repeat(33), endpoint_to_check: endpoint }
}

function firewallReply(result: unknown): unknown {
  return { node_id: '00'.repeat(33), endpoint_checked: '1.2.3.4:1776', result }
}

function connections(userData: unknown): unknown {
  const vector = vectors.find(
    ({ name, json }) => name === 'get_current_connections_reply_message' && hasConnection(json),
  )
  const reply = structuredClone(vector?.json) as { current_connections: { user_data: unknown }[] }
  const [first] = reply.current_connections
  return { ...reply, current_connections: [{ ...first, user_data: userData }] }
}

function hasConnection(json: unknown): boolean {
  return (json as { readonly current_connections: readonly unknown[] }).current_connections.length > 0
}
