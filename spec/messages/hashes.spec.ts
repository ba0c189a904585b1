import test from 'ava'
import { DecodeError } from '../../lib/errors.ts'
import { PackedHashes, packHashes } from '../../lib/messages/hashes.ts'
import { messageToJson } from '../../lib/messages/json.ts'
import { MAX_LISTED_IDS } from '../../lib/messages/limits.ts'
import { decodeBlockIds, decodeMessage, encodeMessage } from '../../lib/messages/registry.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const HASHES = ['01', '02', '03'].map((byte) => byte.repeat(20))
const LISTS = (readJsonLines('messages.jsonl.gz') as readonly { type: number; raw: string }[]).filter(
  ({ type }) => type === 5002,
)

test('packed hashes read like an array of texts', (t) => {
  const packed = packHashes(HASHES)
  t.is(hexOf(packed.bytes), HASHES.join(''))
  t.is(packed.length, 3)
  t.deepEqual([...packed], HASHES)
  for (const index of [0, 2, 3, -1, -3, -4]) t.is(packed.at(index), HASHES.at(index))
  t.deepEqual([...packed.slice(1, 3)], HASHES.slice(1))
  t.is(packHashes(packed), packed)
})

test('a request is written the same from packed hashes as from texts', (t) => {
  const fields = { type: 'fetch_items_message', item_type: 1001 } as const
  const message = { ...fields, items_to_fetch: packHashes(HASHES) }
  const fromTexts = { ...fields, items_to_fetch: HASHES }
  t.deepEqual(encodeMessage(message), encodeMessage(fromTexts))
  t.deepEqual(messageToJson(message), messageToJson(fromTexts))
})

test('every list of block ids of core says the same packed', (t) => {
  t.true(LISTS.length > 0)
  for (const { raw } of LISTS) {
    const { type, item_hashes_available: ids, ...rest } = decodeBlockIds(bytesOf(raw))
    t.is(type, 'packed_block_ids')
    t.deepEqual(
      { type: 'blockchain_item_ids_inventory_message', item_hashes_available: [...ids], ...rest } as unknown,
      decodeMessage(5002, bytesOf(raw)),
    )
  }
})

test('packed ids are copied out of their message', (t) => {
  const payload = bytesOf(`07000000 e9030000 01 ${HASHES[0] ?? ''}`)
  const { item_hashes_available: ids } = decodeBlockIds(payload)
  payload.fill(0xff)
  t.deepEqual([...ids], HASHES.slice(0, 1))
  t.true(ids instanceof PackedHashes && ids.bytes.buffer.byteLength === 20)
})

test('a list that is cut, or announces more than is allowed, is refused with the field', (t) => {
  const path = 'blockchain_item_ids_inventory_message.item_hashes_available'
  const cut = bytesOf(`07000000 e9030000 02 ${HASHES[0] ?? ''}`)
  t.like(
    t.throws(() => decodeBlockIds(cut), { instanceOf: DecodeError, code: 'LENGTH' }),
    {
      path,
      offset: 8,
    },
  )
  const listOf = (count: number): Uint8Array =>
    new ByteWriter()
      .raw(bytesOf('07000000 e9030000'))
      .varint(count)
      .raw(new Uint8Array(count * 20))
      .done()
  t.is(decodeBlockIds(listOf(MAX_LISTED_IDS)).item_hashes_available.length, MAX_LISTED_IDS)
  t.throws(() => decodeBlockIds(listOf(MAX_LISTED_IDS + 1)), { code: 'LENGTH' })
})
