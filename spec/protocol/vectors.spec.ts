import test from 'ava'
import { publicKeyToText } from '../../lib/crypto/key-text.ts'
import { signatures } from '../../lib/crypto/signatures.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import type { TypeName, TypeOf } from '../../lib/protocol/decode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import {
  blockId,
  headerDigest,
  merkleRoot,
  signingDigest,
  transactionId,
} from '../../lib/protocol/identities-of.ts'
import { fromJson } from '../../lib/protocol/json.ts'
import { toPlain } from '../../lib/protocol/plain.ts'
import { OPERATION_NAMES } from '../../lib/protocol/schema.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { hashHex } from '#platform'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

interface Vector {
  readonly raw: string
  readonly json: unknown
}
interface OperationVector extends Vector {
  readonly op: number
  readonly name: string
}
interface TransactionVector extends Vector {
  readonly id: string
  readonly digest: string
  readonly sig_digest: string
  readonly chain_id: string
  readonly signer: string
}
interface BlockVector extends Vector {
  readonly id: string
  readonly num: number
  readonly header_digest: string
  readonly signee: string
}

const operations = readJsonLines('operations.jsonl.gz') as readonly OperationVector[]
const transactions = readJsonLines('transactions.jsonl.gz') as readonly TransactionVector[]
const blocks = readJsonLines('blocks.jsonl.gz') as readonly BlockVector[]

/** Bytes to a value and back, to JSON, and from JSON to the bytes. */
function checkVector(type: TypeName, { raw, json }: Vector): readonly string[] {
  const value = decode(type, bytesOf(raw))
  const faults: string[] = []
  if (hexOf(encode(type, value)) !== raw) faults.push('encode(decode) differs')
  if (hexOf(encode(type, toPlain(type, value))) !== raw) faults.push('encode(toPlain(decode)) differs')
  if (JSON.stringify(value) !== JSON.stringify(json)) faults.push('JSON differs')
  if (hexOf(encode(type, fromJson(type, json) as TypeOf<TypeName>)) !== raw)
    faults.push('encode(fromJson) differs')
  return faults
}

for (const [tag, name] of OPERATION_NAMES.entries()) {
  test(`${name}_operation goes from bytes to a value and back`, (t) => {
    const vectors = operations.filter(({ op }) => op === tag)
    t.is(vectors.length, 8)
    for (const vector of vectors) {
      t.is(vector.name, `${name}_operation`)
      t.deepEqual(checkVector('operation', vector), [])
      t.is(decode('operation', bytesOf(vector.raw)).type, name)
    }
  })
}

test('transactions go from bytes to a value and back', (t) => {
  t.is(transactions.length, 120)
  for (const vector of transactions) t.deepEqual(checkVector('signed_transaction', vector), [])
})

test('transactions have their id, digests and signer', (t) => {
  for (const { raw, id, digest, sig_digest, chain_id, signer, json } of transactions) {
    const transaction = readTransaction(bytesOf(raw))
    t.is(transaction.id, id)
    t.is(hexOf(transaction.signingDigest(chain_id)), sig_digest)
    t.is(JSON.stringify(transaction), JSON.stringify(json))
    t.is(hexOf(transaction.raw), raw)

    const value = decode('signed_transaction', bytesOf(raw))
    t.is(transactionId(value), id)
    t.is(hashHex('sha256', encode('transaction', value)), digest)
    t.is(hexOf(signingDigest(value, chain_id)), sig_digest)
    const [signature = ''] = value.signatures
    const key = signatures.recover(bytesOf(sig_digest), bytesOf(signature))
    t.is(key === undefined ? undefined : publicKeyToText(key), signer)
  }
})

test('blocks go from bytes to a value and back', (t) => {
  t.is(blocks.length, 60)
  for (const vector of blocks) t.deepEqual(checkVector('signed_block', vector), [])
})

test('blocks have their id, digest, merkle root and signer', (t) => {
  for (const { raw, id, num, header_digest, signee, json } of blocks) {
    const block = viewBlock(bytesOf(raw))
    t.is(block.id, id)
    t.is(block.number, num)
    t.is(hexOf(block.headerDigest), header_digest)
    t.is(block.merkle, 'ok')
    t.is(JSON.stringify(block), JSON.stringify(json))
    t.is(hexOf(block.raw), raw)
    const key = signatures.recover(block.headerDigest, block.witnessSignature)
    t.is(key === undefined ? undefined : publicKeyToText(key), signee)

    const value = decode('signed_block', bytesOf(raw))
    t.is(blockId(value), id)
    t.is(hexOf(headerDigest(value)), header_digest)
    t.is(merkleRoot(value), value.transaction_merkle_root)
  }
})
