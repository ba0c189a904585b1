import test from 'ava'
import { isCanonical, signatures } from '../../lib/crypto/signatures.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import { transactionId } from '../../lib/protocol/identities-of.ts'
import { OPERATION_NAMES } from '../../lib/protocol/schema.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const CHAIN_ID = 'a4500db82c72779f99e87350c170194697a384eef912d51506ec38fa3595b9d4'

const blocks = readJsonLines('chain-blocks.jsonl.gz') as readonly {
  readonly raw: string
  readonly json: {
    readonly block_num: number
    readonly block_id: string
    readonly transactions: readonly unknown[]
  }
}[]

test('each block is what the node printed', (t) => {
  for (const { raw, json } of blocks) {
    const block = viewBlock(bytesOf(raw))
    t.is(block.number, json.block_num)
    t.is(block.id, json.block_id)
    const printed = { block_num: block.number, block_id: block.id, ...(block.toJSON() as object) }
    t.is(JSON.stringify(printed), JSON.stringify(json))
    t.is(hexOf(encode('signed_block', block)), raw)
  }
})

test('blocks link and their merkle roots hold', (t) => {
  const views = blocks.map(({ raw }) => viewBlock(bytesOf(raw)))
  let links = 0
  for (const [index, block] of views.entries()) {
    t.is(block.merkle, 'ok')
    const before = views[index - 1]
    if (before?.number !== block.number - 1) continue
    t.is(block.previous, before.id)
    links += 1
  }
  t.true(links > 80)
})

test('the types of operation that the chain has are all there', (t) => {
  const types = new Set(
    blocks.flatMap(({ raw }) =>
      viewBlock(bytesOf(raw)).transactions.flatMap(({ operations }) => operations.map(({ type }) => type)),
    ),
  )
  t.is(types.size, 66)
  t.true([...types].every((type) => OPERATION_NAMES.includes(type)))
})

test('every signature is canonical and recovers a key', (t) => {
  for (const { raw } of blocks) {
    const block = viewBlock(bytesOf(raw))
    t.true(isCanonical(block.witnessSignature))
    t.truthy(signatures.recover(block.headerDigest, block.witnessSignature))
    for (const transaction of block.transactions.slice(0, 3)) {
      const digest = transaction.signingDigest(CHAIN_ID)
      for (const signature of transaction.signatures) t.truthy(signatures.recover(digest, bytesOf(signature)))
    }
  }
})

test('a transaction has the same id in its bytes and as a value', (t) => {
  for (const { raw } of blocks) {
    const value = decode('signed_block', bytesOf(raw))
    t.deepEqual(
      viewBlock(bytesOf(raw)).transactions.map(({ id }) => id),
      value.transactions.map((transaction) => transactionId(transaction)),
    )
  }
})
