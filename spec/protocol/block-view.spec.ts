import test from 'ava'
import { DecodeError } from '../../lib/errors.ts'
import { viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import type { ProcessedTransaction, SignedBlock } from '../../lib/protocol/generated/types.ts'
import { blockId, merkleRoot, transactionId } from '../../lib/protocol/identities-of.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { bytesOf, hexOf } from '../support/hex.ts'

const ID = '00000007' + 'ab'.repeat(16)
const AMOUNT = { amount: 10n, asset_id: '1.3.2' } as const
const TRANSACTION: ProcessedTransaction = {
  ref_block_num: 1,
  ref_block_prefix: 0xfffffffe,
  expiration: 1_700_000_000,
  operations: [
    { type: 'transfer', fee: AMOUNT, from: '1.2.17', to: '1.2.300', amount: AMOUNT, extensions: [] },
  ],
  extensions: [],
  signatures: ['1f'.repeat(65)],
  operation_results: [[0, {}]],
}
const BLOCK: SignedBlock = withRoot({
  previous: `0000002a${'11'.repeat(16)}`,
  timestamp: 1_700_000_003,
  witness: '1.6.300',
  transaction_merkle_root: '00'.repeat(20),
  extensions: [],
  witness_signature: '20'.repeat(65),
  transactions: [TRANSACTION, { ...TRANSACTION, ref_block_num: 2 }, { ...TRANSACTION, ref_block_num: 3 }],
})
const RAW = hexOf(encode('signed_block', BLOCK))
const HEADER_HEX_LENGTH = 2 * (20 + 4 + 2 + 20 + 1 + 65)
const TRANSACTION_HEX = hexOf(encode('processed_transaction', TRANSACTION))

function withRoot(block: SignedBlock): SignedBlock {
  return { ...block, transaction_merkle_root: merkleRoot(block) }
}

test('has the members of a block and its identities', (t) => {
  const block = viewBlock(bytesOf(RAW))
  t.is(block.number, 43)
  t.is(block.id, blockId(BLOCK))
  t.is(block.previous, BLOCK.previous)
  t.is(block.timestamp, BLOCK.timestamp)
  t.is(block.witness, '1.6.300')
  t.is(block.witnessInstance, 300)
  t.is(block.transaction_merkle_root, BLOCK.transaction_merkle_root)
  t.deepEqual(block.extensions, [])
  t.is(block.witness_signature, BLOCK.witness_signature)
  t.is(block.merkle, 'ok')
  t.is(block.opaque, undefined)
  t.is(block.transactionCount, 3)
  t.is(hexOf(encode('signed_block', block)), RAW)
})

test('has its transactions', (t) => {
  const [first, , third] = viewBlock(bytesOf(RAW)).transactions
  t.is(third?.ref_block_num, 3)
  t.is(first?.ref_block_prefix, 0xfffffffe)
  t.is(first?.expiration, 1_700_000_000)
  t.is(first?.id, transactionId(TRANSACTION))
  t.deepEqual(first?.signatures, TRANSACTION.signatures)
  t.deepEqual(first?.operation_results, [[0, {}]])
  t.deepEqual(first?.extensions, [])
  t.is(first?.operations, first?.operations, 'decoded once')
  const [operation] = first?.operations ?? []
  t.is(operation?.type === 'transfer' ? operation.to : undefined, '1.2.300')
  t.is(hexOf(first?.raw ?? new Uint8Array(0)), TRANSACTION_HEX)
})

test('a block message has the block and the id its sender gives it', (t) => {
  const { block, blockId: claimed } = viewBlockMessage(bytesOf(`${RAW}${ID}ffff`))
  t.is(claimed, ID)
  t.not(block.id, ID)
  t.is(hexOf(block.raw), RAW)
})

test('tells its id from others without making a text of it, wherever it has it from', (t) => {
  const id = bytesOf(blockId(BLOCK))
  for (const end of [id, bytesOf(ID)]) {
    const bytes = bytesOf(`${RAW}${hexOf(end)}`)
    const block = viewBlock(bytes, { copy: false })
    for (let round = 0; round < 2; round += 1) {
      t.is(block.isFollowedByItsId(), end === id)
      t.true(block.isNamedAt(id, 0))
      t.true(block.isNamedAt(bytesOf(`ff${hexOf(id)}`), 1))
      for (const place of [0, 3, 4, 19]) t.false(block.isNamedAt(id.with(place, 0xee), 0))
      t.false(block.isNamedAt(id, 1))
    }
    t.is(block.id, hexOf(id))
    t.is(block.sizeBytes, RAW.length / 2)
  }
  t.false(viewBlock(bytesOf(RAW)).isFollowedByItsId())
})

test('a block message without an id says so', (t) => {
  const error = t.throws(() => viewBlockMessage(bytesOf(`${RAW}${ID.slice(2)}`)), { instanceOf: DecodeError })
  t.is(error.path, 'block_message.block_id')
  t.is(error.offset, RAW.length / 2)
})

test('a block can stand anywhere', (t) => {
  const block = viewBlock(bytesOf(`ffff${RAW}ff`), { offset: 2 })
  t.is(hexOf(block.raw), RAW)
  t.is(block.id, blockId(BLOCK))
  t.is(block.merkle, 'ok')
  t.is(block.transactions[2]?.ref_block_num, 3)
})

test('keeps its own bytes, or shares those it is given', (t) => {
  const bytes = bytesOf(`${RAW}${ID}`)
  const own = viewBlockMessage(bytes).block
  const shared = viewBlockMessage(bytes, { copy: false }).block
  t.is(own.raw.buffer.byteLength, RAW.length / 2)
  t.is(shared.raw.buffer, bytes.buffer)
  bytes.fill(0)
  t.is(hexOf(own.raw), RAW)
  t.is(own.transactions[2]?.ref_block_num, 3)
  t.is(shared.timestamp, BLOCK.timestamp, 'what was read before stays')
})

test('knows when transactions are not those the header names', (t) => {
  t.is(viewBlock(bytesOf(RAW.replace('0100feffffff', '0100fdffffff'))).merkle, 'bad')
  const other = encode('signed_block', { ...BLOCK, transactions: BLOCK.transactions.slice(1) })
  t.is(viewBlock(other).merkle, 'bad')
  const empty = encode('signed_block', { ...BLOCK, transactions: [] })
  t.is(viewBlock(empty).merkle, 'bad')
})

// Operation 78 does not exist yet.
const FUTURE_OPERATION = TRANSACTION_HEX.replace(/^(.{20}01)00/, '$14e')

for (const [what, future] of [
  ['an operation', FUTURE_OPERATION],
  ['an extension', TRANSACTION_HEX.replace(/00(01(?:1f){65})/, '0105$1')],
  ['an operation result', TRANSACTION_HEX.replace(/0100$/, '0109')],
] as const) {
  test(`${what} of a later protocol leaves the rest opaque`, (t) => {
    t.not(future, TRANSACTION_HEX)
    const head = RAW.slice(0, HEADER_HEX_LENGTH)
    const known = TRANSACTION_HEX
    const block = viewBlock(bytesOf(`${head}03${known}${future}deadbeef`))
    t.is(block.id, blockId(BLOCK))
    t.is(block.merkle, 'unchecked')
    t.is(block.transactionCount, 3)
    t.is(block.transactions.length, 1)
    t.is(block.transactions[0]?.id, transactionId(TRANSACTION))
    t.is(hexOf(block.opaque ?? new Uint8Array(0)), `${future}deadbeef`)
    t.is(hexOf(block.raw), `${head}03${known}${future}deadbeef`)

    const message = viewBlockMessage(bytesOf(`${head}03${known}${future}deadbeef${ID}`))
    t.is(message.blockId, ID)
    t.is(hexOf(message.block.raw), hexOf(block.raw))
    t.throws(() => decode('signed_block', block.raw), { code: 'TAG' })
  })
}

test('an opaque block message that is too short for an id is refused', (t) => {
  const bytes = bytesOf(`${RAW.slice(0, HEADER_HEX_LENGTH)}01${FUTURE_OPERATION}`).subarray(0, 130)
  t.throws(() => viewBlockMessage(bytes), { instanceOf: DecodeError })
})

test('bytes that are wrong in any protocol are refused with their path', (t) => {
  const cut = t.throws(() => viewBlock(bytesOf(RAW.slice(0, -2))), {
    instanceOf: DecodeError,
    code: 'LENGTH',
  })
  t.is(cut.path, 'signed_block.transactions[2].operation_results')
})

test('ids are those of what core would write, not of what arrived', (t) => {
  // The same operation with a longer instance: 1.2.17 as 91 00.
  const long = TRANSACTION_HEX.replace('0211ac02', '029100ac02')
  t.not(long, TRANSACTION_HEX)
  const received = `${RAW.slice(0, HEADER_HEX_LENGTH)}03${long}${RAW.slice(HEADER_HEX_LENGTH + 2 + TRANSACTION_HEX.length)}`
  const block = viewBlock(bytesOf(received))
  t.is(block.merkle, 'ok')
  t.is(block.transactions[0]?.id, transactionId(TRANSACTION))
  t.is(hexOf(block.raw), received, 'served as received')

  // A longer witness in the header: 300 as ac 82 00.
  const header = received.replace('ac02', 'ac8200')
  t.is(viewBlock(bytesOf(header)).id, blockId(BLOCK))
  t.deepEqual(viewBlock(bytesOf(header)).headerDigest, viewBlock(bytesOf(RAW)).headerDigest)
  t.is(viewBlock(bytesOf(header)).merkle, 'ok')
})

test('a transaction that is not canonical has the digest of what core would write', (t) => {
  const signed = hexOf(encode('signed_transaction', TRANSACTION))
  const long = readTransaction(bytesOf(signed.replace('0211ac02', '029100ac02')))
  const short = readTransaction(bytesOf(signed))
  t.is(long.id, short.id)
  t.deepEqual(long.signingDigest('00'.repeat(32)), short.signingDigest('00'.repeat(32)))
  t.is(short.id, transactionId(TRANSACTION))
})

test('a transaction that is not in a block has no results', (t) => {
  const transaction = readTransaction(encode('signed_transaction', TRANSACTION))
  t.deepEqual(transaction.operation_results, [])
  t.false('operation_results' in (transaction.toJSON() as object))
})

test('after the last number comes 0, as in core', (t) => {
  t.is(viewBlock(encode('signed_block', { ...BLOCK, previous: 'ff'.repeat(20) })).number, 0)
})
