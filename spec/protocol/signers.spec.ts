import test from 'ava'
import { publicKeyToText } from '../../lib/crypto/key-text.ts'
import { signatures } from '../../lib/crypto/signatures.ts'
import { UsageError } from '../../lib/errors.ts'
import { viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { encode } from '../../lib/protocol/encode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { signingDigest } from '../../lib/protocol/identities-of.ts'
import { readTransaction, type Transaction } from '../../lib/protocol/transaction.ts'
import { hashHex } from '../../lib/platform/node.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readFork } from '../support/fork-vectors.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { readSignatures } from '../support/signed-digests.ts'
import { readVectors } from '../support/vectors.ts'

const vectors = readJsonLines('transactions.jsonl.gz') as readonly Readonly<
  Record<'raw' | 'signer' | 'chain_id', string>
>[]
const recorded = readVectors('chain-keys.json') as {
  readonly chain_id: string
  readonly keys: readonly string[]
}
const CHAIN_ID = '11'.repeat(32)
const KEYS = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte))
const textOf = (privateKey: Uint8Array): string => publicKeyToText(signatures.publicKeyOf(privateKey))

/** A transaction signed with these keys, whose signatures `change` may change. */
function signed(
  keys: readonly Uint8Array[],
  change: (list: readonly string[]) => readonly string[] = (list) => list,
): Transaction {
  const value = { ...decode('signed_transaction', bytesOf(vectors[0]?.raw ?? '')), signatures: [] }
  const digest = signingDigest(value, CHAIN_ID)
  const list = keys.map((key) => hexOf(signatures.sign(digest, key)))
  return readTransaction(encode('signed_transaction', { ...value, signatures: change(list) }))
}

test('the first signer of each transaction is the one that core recovers', (t) => {
  t.is(vectors.length, 120)
  for (const { raw, signer, chain_id } of vectors) {
    const transaction = readTransaction(bytesOf(raw))
    const { keys, rejected } = transaction.signers(chain_id)
    t.is(keys[0], signer)
    t.deepEqual(rejected, [])
    t.is(keys.length, transaction.signatures.length)
    t.deepEqual(readTransaction(bytesOf(raw), { chainId: chain_id }).signers(), { keys, rejected })
  }
})

test('every signature that core made of a transaction is found in them', (t) => {
  const keyOf = new Map(readSignatures().map(({ signature, key }) => [hexOf(signature), key] as const))
  let compared = 0
  for (const { raw, chain_id } of vectors) {
    const transaction = readTransaction(bytesOf(raw))
    const { keys } = transaction.signers(chain_id)
    for (const [index, signature] of transaction.signatures.entries()) {
      const key = keyOf.get(signature)
      if (key === undefined) continue
      t.is(keys[index], key)
      compared += 1
    }
  }
  t.true(compared > 20)
})

test('everybody who signed in the recorded chain has a key that the chain had been told of', (t) => {
  const known = new Set(recorded.keys)
  let several = 0
  const blocks = readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly raw: string }[]
  const transactions = blocks.flatMap(({ raw }) => viewBlock(bytesOf(raw)).transactions)
  for (const transaction of transactions) {
    const { keys, rejected } = transaction.signers(recorded.chain_id)
    t.deepEqual(rejected, [])
    t.is(keys.length, transaction.signatures.length)
    t.true(keys.every((key) => known.has(key)))
    if (keys.length > 1) several += 1
  }
  t.true(transactions.length > 1400)
  t.true(several > 20)
  // The signatures are of this chain and no other.
  const strangers = transactions.slice(0, 20).flatMap((each) => each.signers(CHAIN_ID).keys)
  t.true(strangers.every((key) => !known.has(key)))
})

test('on both branches of the recorded fork everybody signed with a key of genesis or of an operation before', (t) => {
  const fork = readFork()
  const genesis = new TextDecoder().decode(fork.genesis)
  const chainId = hashHex('sha256', fork.genesis)
  const keysIn = (text: string): readonly string[] => text.match(/BTS\w{50}/g) ?? []
  for (const blocks of [fork.lost, fork.final]) {
    const known = new Set(keysIn(genesis))
    for (const transaction of blocks.flatMap(({ transactions }) => transactions)) {
      for (const key of keysIn(JSON.stringify(transaction))) known.add(key)
      const { keys, rejected } = transaction.signers(chainId)
      t.deepEqual(rejected, [])
      t.true(keys.length > 0 && keys.every((key) => known.has(key)))
    }
  }
})

test('signers come in the order of their signatures, with the prefix of the chain', (t) => {
  const [a, b, c] = KEYS as [Uint8Array, Uint8Array, Uint8Array]
  t.deepEqual(signed([c, a, b]).signers(CHAIN_ID), { keys: [c, a, b].map(textOf), rejected: [] })
  t.deepEqual(signed([]).signers(CHAIN_ID), { keys: [], rejected: [] })
  const test = readTransaction(signed([a]).raw, { prefix: 'TEST', chainId: CHAIN_ID })
  t.deepEqual(test.signers().keys, [textOf(a).replace('BTS', 'TEST')])
})

test('a signature that counts for nothing is told with the reason, and disturbs no other', (t) => {
  const [a, b, c] = KEYS as [Uint8Array, Uint8Array, Uint8Array]
  const transaction = signed(
    [a, b, a, c, c, a],
    ([first = '', second = '', third = '', fourth = '', fifth = '', last = '']) => [
      first,
      `${second.slice(0, 2)}80${second.slice(4)}`,
      third,
      `1a${fourth.slice(2)}`,
      fifth,
      `${last.slice(0, 66)}ff${last.slice(68)}`,
    ],
  )
  t.deepEqual(transaction.signers(CHAIN_ID), {
    keys: [a, c].map(textOf),
    rejected: [
      { index: 1, reason: 'NOT_CANONICAL' },
      { index: 2, reason: 'DUPLICATE' },
      { index: 3, reason: 'NO_KEY' },
      { index: 5, reason: 'NOT_CANONICAL' },
    ],
  })
})

test('a transaction of an unknown chain has no signers until the chain is named', (t) => {
  const [a] = KEYS as [Uint8Array]
  const transaction = signed([a])
  t.throws(() => transaction.signers(), {
    instanceOf: UsageError,
    code: 'BAD_VALUE',
    message: 'signatures sign the chain id too: say which chain the transaction is of',
  })
  t.throws(() => transaction.signers('mainnet'), { code: 'BAD_VALUE' })
})

test('the transactions of a block know the chain that the block was read for', (t) => {
  const { raw } = (readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly raw: string }[]).find(
    (line) => viewBlock(bytesOf(line.raw)).transactionCount > 0,
  ) ?? { raw: '' }
  const chainId = recorded.chain_id
  const bytes = bytesOf(raw)
  const expected = viewBlock(bytes).transactions.map((each) => each.signers(chainId))
  t.true(expected.length > 0)
  const block = viewBlock(bytes, { chainId })
  t.deepEqual(
    block.transactions.map((each) => each.signers()),
    expected,
  )
  const message = Uint8Array.from([...bytes, ...bytesOf(block.id)])
  t.deepEqual(
    viewBlockMessage(message, { chainId }).block.transactions.map((each) => each.signers()),
    expected,
  )
})

test('signatures that the wire writes otherwise than core are found all the same', (t) => {
  const [a] = KEYS as [Uint8Array]
  const { raw } = signed([a])
  // The count of signatures in two bytes instead of one.
  const at = raw.length - 66
  t.is(raw[at], 1)
  const longer = Uint8Array.from([...raw.subarray(0, at), 0x81, 0, ...raw.subarray(at + 1)])
  t.deepEqual(readTransaction(longer, { chainId: CHAIN_ID }).signers().keys, [textOf(a)])
})
