import test from 'ava'
import fc from 'fast-check'
import { DecodeError, type DecodeErrorCode } from '../../lib/errors.ts'
import {
  MAX_ADDRESSES,
  MAX_FETCHED_IDS,
  MAX_INVENTORY_IDS,
  MAX_LISTED_IDS,
  MAX_SYNOPSIS_IDS,
} from '../../lib/messages/limits.ts'
import { decodeMessage, encodeMessage, messageName, messageNumber } from '../../lib/messages/registry.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const vectors = readJsonLines('messages.jsonl.gz') as readonly {
  readonly type: number
  readonly raw: string
}[]
const FIELDS = vectors.filter(({ type }) => type !== 1000 && type !== 1001)
const HASH = '0b'.repeat(20)
/** A hello up to its user data. */
const HELLO = `00 6a000000 04030201 f006 409c ${'02'.repeat(33)} ${'1f'.repeat(65)} ${'40'.repeat(32)}`
const HELLO_SIZE_BYTES = bytesOf(HELLO).length

const CASES: readonly (readonly [string, number, string, DecodeErrorCode, string, number])[] = [
  ['an inventory cut in its type', 5001, 'e903', 'SHORT', 'item_ids_inventory_message.item_type', 0],
  [
    'an inventory that announces more hashes than follow',
    5001,
    `e9030000 02 ${HASH}`,
    'LENGTH',
    'item_ids_inventory_message.item_hashes_available',
    4,
  ],
  [
    'a list of ids cut in its count',
    5002,
    '07000000 e9030000',
    'SHORT',
    'blockchain_item_ids_inventory_message.item_hashes_available',
    8,
  ],
  [
    'a synopsis with an endless count',
    5003,
    'e9030000 ffffffffffffffffffff01',
    'VARINT',
    'fetch_blockchain_item_ids_message.blockchain_synopsis',
    4,
  ],
  [
    'a refusal cut in its hash',
    5005,
    'e9030000 0b0b',
    'SHORT',
    'item_not_available_message.requested_item.item_hash',
    4,
  ],
  ['a hello cut in its name', 5006, '05 6162', 'LENGTH', 'hello_message.user_agent', 0],
  [
    'a hello cut in its key',
    5006,
    '00 6a000000 04030201 f006 409c 0203',
    'SHORT',
    'hello_message.node_public_key',
    13,
  ],
  [
    'a hello with a double in its user data',
    5006,
    `${HELLO} 01 0161 03 0000000000000000`,
    'TAG',
    'hello_message.user_data',
    HELLO_SIZE_BYTES + 3,
  ],
  [
    'a rejection cut in its reason',
    5008,
    '00 6a000000 04030201f006 02 05 6e6f',
    'LENGTH',
    'connection_rejected_message.reason_string',
    12,
  ],
  [
    'an address list cut in its second entry',
    5010,
    `02 ${'00'.repeat(53)} ${'00'.repeat(52)}`,
    'LENGTH',
    'address_message.addresses',
    0,
  ],
  [
    'a goodbye with a bool that is none',
    5011,
    '00 02',
    'BOOL',
    'closing_connection_message.closing_due_to_error',
    1,
  ],
  [
    'a time request of four bytes',
    5012,
    '00000000',
    'SHORT',
    'current_time_request_message.request_sent_time',
    0,
  ],
  [
    'a time reply cut in its last time',
    5013,
    '00'.repeat(20),
    'SHORT',
    'current_time_reply_message.reply_transmitted_time',
    16,
  ],
]

for (const [title, number, hex, code, path, offset] of CASES) {
  test(`${title} is refused with the field and the byte`, (t) => {
    const error = t.throws(() => decodeMessage(number, bytesOf(hex)), { instanceOf: DecodeError })
    t.is(error.code, code)
    t.is(error.path, path)
    t.is(error.offset, offset)
    t.true(error.message.startsWith(`${path}: `))
  })
}

/** Message, where its count stands, the size of an element, and how many are allowed. */
const LIMITS: readonly (readonly [number, string, number, number])[] = [
  [5001, 'e9030000', 20, MAX_INVENTORY_IDS],
  [5002, '00000000e9030000', 20, MAX_LISTED_IDS],
  [5003, 'e9030000', 20, MAX_SYNOPSIS_IDS],
  [5004, 'e9030000', 20, MAX_FETCHED_IDS],
  [5010, '', 53, MAX_ADDRESSES],
  [5017, '00'.repeat(24), 62, MAX_ADDRESSES],
]

for (const [number, before, elementSizeBytes, limit] of LIMITS) {
  const payload = (count: number): Uint8Array =>
    new ByteWriter()
      .raw(bytesOf(before))
      .varint(count)
      .raw(new Uint8Array(count * elementSizeBytes))
      .done()
  test(`${messageName(number)} takes ${limit} elements and not one more`, (t) => {
    t.notThrows(() => decodeMessage(number, payload(limit)))
    t.throws(() => decodeMessage(number, payload(limit + 1)), { instanceOf: DecodeError, code: 'LENGTH' })
  })

  test(`${messageName(number)} refuses a count that its bytes cannot hold before anything is made`, (t) => {
    for (const count of [2 ** 32 - 1, 2 ** 53 - 1]) {
      const bytes = new ByteWriter().raw(bytesOf(before)).varint(count).raw(new Uint8Array(100)).done()
      t.throws(() => decodeMessage(number, bytes), { instanceOf: DecodeError, code: 'LENGTH' })
    }
  })
}

test('a message cut anywhere gives a DecodeError that names it, or what of it can do without the rest', (t) => {
  for (const { type, raw } of FIELDS) {
    const payload = bytesOf(raw)
    for (let size = 0; size < payload.length; size += 1) {
      try {
        const message = decodeMessage(type, payload.subarray(0, size))
        t.is(message.type, 'closing_connection_message', `message ${type} cut after ${size} bytes`)
      } catch (error) {
        if (!(error instanceof DecodeError)) throw error
        t.true(error.path.startsWith(`${messageName(type)}.`), error.path)
        t.true(error.offset >= 0 && error.offset <= size)
      }
    }
  }
})

test('whatever the bytes are, nothing but a DecodeError is thrown', (t) => {
  const numbers = [...new Set(FIELDS.map(({ type }) => type))]
  fc.assert(
    fc.property(fc.constantFrom(...numbers), fc.uint8Array({ maxLength: 400 }), (number, payload) => {
      try {
        const message = decodeMessage(number, payload)
        // What was read can be written again.
        if (message.type !== 'unknown_message') encodeMessage(message)
      } catch (error) {
        t.true(error instanceof DecodeError, String(error))
      }
    }),
    { numRuns: 2000 },
  )
})

test('the exception behind a goodbye is left out where it cannot be read', (t) => {
  const whole = FIELDS.find(({ type, raw }) => type === 5011 && raw.length > 400)
  const payload = bytesOf(whole?.raw ?? '')
  const message = decodeMessage(5011, payload)
  if (message.type !== 'closing_connection_message') return t.fail()
  t.is(message.error?.name, 'exception')
  const cut = decodeMessage(5011, payload.subarray(0, -1))
  t.deepEqual(cut, { ...message, error: undefined })
})

test('ids are copied out of the message, so that it can go', (t) => {
  const payload = bytesOf(`e9030000 ${HASH}`)
  const message = decodeMessage(messageNumber('item_not_available_message'), payload)
  payload.fill(0xff)
  t.deepEqual(message, {
    type: 'item_not_available_message',
    requested_item: { item_type: 1001, item_hash: HASH },
  })
})
