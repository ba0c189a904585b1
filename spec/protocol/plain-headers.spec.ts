import test from 'ava'
import { type BlockView, viewBlock, viewNamedBlock } from '../../lib/protocol/block-view.ts'
import { DecodeError } from '../../lib/errors.ts'
import { encode } from '../../lib/protocol/encode.ts'
import type { SignedBlock } from '../../lib/protocol/generated/types.ts'
import { type PayloadPlace, PlainHeaders } from '../../lib/protocol/plain-headers.ts'
import { ReceivedFrame } from '../../lib/transport/frame.ts'
import { objectIdToText } from '../../lib/protocol/object-id.ts'
import { bytesOf, hexOf } from '../support/hex.ts'

const BLOCK_MESSAGE = 1001

function blockOf(number: number, fields: Partial<SignedBlock> = {}): SignedBlock {
  return {
    previous: `${(number - 1).toString(16).padStart(8, '0')}${'5a'.repeat(16)}`,
    timestamp: 1_700_000_000 + number,
    witness: objectIdToText(1, 6, number % 200),
    transaction_merkle_root: '00'.repeat(20),
    extensions: [],
    witness_signature: '20'.repeat(65),
    transactions: [],
    ...fields,
  }
}

/** What a peer sends: the block, its id or another one, perhaps something behind it. */
function messageOf(block: SignedBlock, id = viewBlock(encode('signed_block', block)).id, rest = ''): string {
  return `${hexOf(encode('signed_block', block))}${id}${rest}`
}

/** All in one piece of memory, as in a chunk of a socket. */
function placesOf(messages: readonly string[]): readonly PayloadPlace[] {
  const bytes = bytesOf(messages.map((message) => `ffffffffffffffff${message}`).join(''))
  let end = 0
  return messages.map((message) => {
    const start = end + 8
    end = start + message.length / 2
    return new ReceivedFrame(BLOCK_MESSAGE, bytes, start, end)
  })
}

function read(places: readonly PayloadPlace[]): readonly (BlockView | undefined)[] {
  const headers = new PlainHeaders(places)
  return places.map((place, index) => viewNamedBlock(place, 'BTS', headers, index))
}

for (const count of [1, 2, 3, 4, 50, 300]) {
  test(`${count} plain blocks in one chunk are what each is alone`, (t) => {
    const blocks = Array.from({ length: count }, (_, index) => blockOf(index + 120))
    const views = read(placesOf(blocks.map((block) => messageOf(block))))
    t.is(views.length, count)
    for (const [index, view] of views.entries()) {
      const alone = viewBlock(encode('signed_block', blocks[index] as SignedBlock))
      t.is(view?.number, index + 120)
      t.is(view?.id, alone.id)
      t.is(view?.witness, alone.witness)
      t.is(view?.merkle, 'ok')
      t.is(hexOf(view?.raw ?? bytesOf('')), hexOf(alone.raw))
      t.is(view?.messageHash.length, 40)
    }
  })
}

test('a block under the name of another is found out in the middle of others', (t) => {
  const messages = Array.from({ length: 9 }, (_, index) => messageOf(blockOf(index + 1)))
  const right = read(placesOf(messages)).map((view) => view?.id ?? '')
  const wrong = [
    `00000099${(right[4] ?? '').slice(8)}`,
    `${(right[4] ?? '').slice(0, 38)}ee`,
    `${(right[4] ?? '').slice(0, 8)}ee${(right[4] ?? '').slice(10)}`,
    right[3],
  ]
  for (const id of wrong) {
    const views = read(placesOf(messages.with(4, messageOf(blockOf(5), id))))
    t.deepEqual(
      views.map((view) => view?.id),
      right.map((each, index) => (index === 4 ? undefined : each)),
    )
  }
})

test('blocks that are not plain, and memory of their own, are no obstacle', (t) => {
  const full = blockOf(7, { extensions: [[0, {}]] })
  const blocks = [blockOf(1), blockOf(2), full, blockOf(4), blockOf(5, { witness: '1.6.300' }), blockOf(6)]
  const shared = placesOf(blocks.map((block) => messageOf(block)))
  const apart = blocks.flatMap((block) => placesOf([messageOf(block)]))
  const ids = blocks.map((block) => viewBlock(encode('signed_block', block)).id)
  t.deepEqual(
    read([...shared, ...apart]).map((view) => view?.id),
    [...ids, ...ids],
  )
})

test('what stands behind the id is part of the message', (t) => {
  const messages = [1, 2, 3].map((number) => messageOf(blockOf(number), undefined, 'abcd'))
  const [first] = read(placesOf(messages))
  const [alone] = read(placesOf(messages.slice(0, 1)))
  t.is(first?.messageHash, alone?.messageHash)
})

test('a message that ends before the id says so, alone and among others', (t) => {
  const messages = [1, 2, 3, 4].map((number) => messageOf(blockOf(number)))
  const cut = (messages[3] as string).slice(0, -2)
  for (const all of [[cut], messages.with(3, cut)]) {
    const error = t.throws(() => read(placesOf(all)), { instanceOf: DecodeError })
    t.is(error.path, 'block_message.block_id')
  }
})
