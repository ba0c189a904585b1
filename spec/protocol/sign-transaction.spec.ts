import test from 'ava'
import { privateKeyToWif, publicKeyToText } from '../../lib/crypto/key-text.ts'
import { isCanonical, signatures } from '../../lib/crypto/signatures.ts'
import { UsageError } from '../../lib/errors.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import { draftTransaction, signTransaction } from '../../lib/protocol/sign-transaction.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { recordedBlocks } from '../support/recorded-blocks.ts'

interface Vector {
  readonly raw: string
  /** The digest that core signs. */
  readonly sig_digest: string
  /** The key that core recovers from the first signature. */
  readonly signer: string
  readonly chain_id: string
}

const vectors = readJsonLines('transactions.jsonl.gz') as readonly Vector[]
const KEY = new Uint8Array(32).fill(7)
const WIF = privateKeyToWif(KEY)
const BLOCK = { number: 0x1_2345, id: `00012345aabbccdd${'00'.repeat(12)}`, timestamp: 1000 }

test('a signature is of the digest that core signs, and stands behind those that were there', (t) => {
  t.is(vectors.length, 120)
  for (const { raw, sig_digest, signer, chain_id } of vectors) {
    const before = decode('signed_transaction', bytesOf(raw))
    const after = signTransaction(before, WIF, chain_id)
    t.deepEqual(after.signatures.slice(0, -1), before.signatures)
    const signature = bytesOf(after.signatures.at(-1) ?? '')
    t.is(hexOf(signature), hexOf(signatures.sign(bytesOf(sig_digest), KEY)))
    t.true(isCanonical(signature))
    const { keys, rejected } = readTransaction(encode('signed_transaction', after)).signers(chain_id)
    t.deepEqual([keys[0], keys.at(-1)], [signer, publicKeyToText(signatures.publicKeyOf(KEY))])
    t.deepEqual(rejected, [])
  }
})

test('a transaction without signatures gets its first', (t) => {
  const signed = signTransaction(draftTransaction([], BLOCK), WIF, '11'.repeat(32))
  t.is(signed.signatures.length, 1)
  t.not(
    signed.signatures[0],
    signTransaction(draftTransaction([], BLOCK), WIF, '22'.repeat(32)).signatures[0],
  )
})

test('a draft refers to a block by the end of its number and four bytes of its id, and is valid for a minute', (t) => {
  t.deepEqual(draftTransaction([], BLOCK), {
    ref_block_num: 0x2345,
    ref_block_prefix: 0xddccbbaa,
    expiration: 1060,
    operations: [],
    extensions: [],
  })
  t.is(draftTransaction([], BLOCK, { validSeconds: 86_400 }).expiration, 87_400)
})

test('a draft refers to a block as the transactions do that core included', (t) => {
  const blocks = recordedBlocks()
  let compared = 0
  for (const block of blocks.values()) {
    for (const { ref_block_num, ref_block_prefix } of block.transactions) {
      const number = block.number - 1 - ((block.number - 1 - ref_block_num) & 0xffff)
      const referred = blocks.get(number)
      if (referred === undefined) continue
      t.like(draftTransaction([], referred), { ref_block_num, ref_block_prefix })
      compared += 1
    }
  }
  t.true(compared > 0)
})

test('a time that cannot be is refused', (t) => {
  for (const validSeconds of [0, -1, 1.5, 86_401, Number.NaN]) {
    const error = t.throws(() => draftTransaction([], BLOCK, { validSeconds }), { instanceOf: UsageError })
    t.is(error.code, 'BAD_VALUE')
  }
})

test('what is no key, no chain id and no transaction is refused, and the key is never repeated', (t) => {
  const draft = draftTransaction([], BLOCK)
  const chainId = '11'.repeat(32)
  const key = t.throws(() => signTransaction(draft, `${WIF}x`, chainId), { instanceOf: UsageError })
  t.is(key.code, 'BAD_KEY')
  t.false(key.message.includes(WIF))
  t.throws(() => signTransaction(draft, WIF, '11'), { code: 'BAD_VALUE', message: /64 hex digits/ })
  t.throws(() => signTransaction({ ...draft, expiration: -1 }, WIF, chainId), { code: 'BAD_VALUE' })
})
