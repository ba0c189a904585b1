import test from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { encode, type SignedTransaction } from '../../lib/codec.ts'
import { privateKeyToWif } from '../../lib/crypto/key-text.ts'
import {
  MAX_EXPIRATION_SECONDS,
  MAX_RELAYED_BYTES,
  MAX_SIGNATURES,
  type RelayChain,
  whyNotRelayed,
} from '../../lib/node/check-relay.ts'
import { draftTransaction, signTransaction } from '../../lib/protocol/sign-transaction.ts'
import { readTransaction, type Transaction } from '../../lib/protocol/transaction.ts'
import { FIRST_LOST, readFork } from '../support/fork-vectors.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { recordedBlocks } from '../support/recorded-blocks.ts'
import { readVectors } from '../support/vectors.ts'

const vectors = readJsonLines('transactions.jsonl.gz') as readonly Readonly<
  Record<'raw' | 'chain_id', string>
>[]
const { chain_id: RECORDED_CHAIN } = readVectors('chain-keys.json') as { readonly chain_id: string }
const CHAIN_ID = '11'.repeat(32)
const WIF = privateKeyToWif(new Uint8Array(32).fill(7))

/** What a node says of a transaction that came in a message of its own. */
function judge(payload: Uint8Array, chain: RelayChain, chainId: string, behind = 0): string | undefined {
  const message = new Uint8Array(payload.length + behind)
  message.set(payload)
  return whyNotRelayed(readTransaction(message), message, chain, (each) => each.signers(chainId))
}

/** The block id that a transaction means by its reference, where that block has this number. */
function idMeant({ ref_block_prefix: prefix }: Transaction, number: number): string {
  const bytes = [prefix & 0xff, (prefix >>> 8) & 0xff, (prefix >>> 16) & 0xff, prefix >>> 24]
  return [number.toString(16).padStart(8, '0'), ...bytes.map((byte) => byte.toString(16).padStart(2, '0'))]
    .join('')
    .padEnd(40, '9')
}

/** A chain whose head is so far above the block that a transaction refers to, and so old that it has not expired. */
function chainFor(
  transaction: Transaction,
  {
    above = 0,
    validSeconds = 60,
    laps = 1,
    id,
  }: Partial<Record<'above' | 'validSeconds' | 'laps', number>> & {
    readonly id?: string
  } = {},
): RelayChain {
  const number = laps * 0x1_0000 + transaction.ref_block_num
  return {
    head: { number: number + above },
    headTime: transaction.expiration - validSeconds,
    idAt: (at) => (at === number ? (id ?? idMeant(transaction, number)) : undefined),
  }
}

test('each transaction that core packed and signed is passed on while it is valid', (t) => {
  let passed = 0
  for (const { raw, chain_id } of vectors) {
    const payload = bytesOf(raw)
    const transaction = readTransaction(payload)
    if (transaction.operations.length === 0) continue
    t.is(judge(payload, chainFor(transaction), chain_id), undefined)
    passed += 1
  }
  t.true(passed > 100)
})

test('each transaction of a recorded chain is passed on by who has the block before its own', (t) => {
  const blocks = recordedBlocks()
  let passed = 0
  for (let number = 1500; number <= 1570; number += 1) {
    const before = blocks.get(number - 1)
    for (const transaction of blocks.get(number)?.transactions ?? []) {
      // The recording has not all blocks that are referred to.
      if (before === undefined || !blocks.has(transaction.ref_block_num)) continue
      const chain = {
        head: before,
        headTime: before.timestamp,
        idAt: (at: number) => blocks.get(at)?.id,
      }
      const payload = encode('signed_transaction', transaction)
      t.is(judge(payload, chain, RECORDED_CHAIN), undefined, `${transaction.id} of ${number}`)
      passed += 1
    }
  }
  t.true(passed > 100)
})

test('a transaction is valid until the time of the head block, and for a day from it', (t) => {
  const { raw, chain_id } = vectors[0] ?? { raw: '', chain_id: '' }
  const transaction = readTransaction(bytesOf(raw))
  const after = (validSeconds: number): string | undefined =>
    judge(bytesOf(raw), chainFor(transaction, { validSeconds }), chain_id)
  // As in core (`db_block.cpp`, `_apply_transaction`): it may be in the block that follows this head.
  t.is(after(0), undefined)
  t.is(after(-1), 'it has expired')
  t.is(after(MAX_EXPIRATION_SECONDS), undefined)
  t.is(after(MAX_EXPIRATION_SECONDS + 1), 'it would be valid for more than a day')
  t.is(MAX_EXPIRATION_SECONDS, 86_400)
})

test('bytes behind a transaction are not passed on', (t) => {
  const { raw, chain_id } = vectors[0] ?? { raw: '', chain_id: '' }
  const chain = chainFor(readTransaction(bytesOf(raw)))
  t.is(judge(bytesOf(raw), chain, chain_id, 0), undefined)
  t.is(judge(bytesOf(raw), chain, chain_id, 1), 'there are bytes behind it')
})

const HEAD = { number: 70_000, id: `00011170${'0badcafe'.repeat(4)}`, timestamp: 1_700_000_000 }
const AT_HEAD: RelayChain = {
  head: HEAD,
  headTime: HEAD.timestamp,
  idAt: (number) => (number === HEAD.number ? HEAD.id : undefined),
}

/** A transaction of one operation with so many bytes of data in it, signed. */
function withData(sizeBytes: number): Uint8Array {
  const draft = draftTransaction(
    [
      {
        type: 'custom',
        fee: { amount: 1n, asset_id: '1.3.0' },
        payer: '1.2.3',
        required_auths: [],
        id: 0,
        data: new Uint8Array(sizeBytes),
      },
    ],
    HEAD,
  )
  return encode('signed_transaction', signTransaction(draft, WIF, CHAIN_ID))
}

test('256 KiB are passed on, and not a byte more', (t) => {
  const overhead = withData(MAX_RELAYED_BYTES).length - MAX_RELAYED_BYTES
  const largest = withData(MAX_RELAYED_BYTES - overhead)
  t.is(largest.length, 256 * 1024)
  t.is(judge(largest, AT_HEAD, CHAIN_ID), undefined)
  t.is(judge(withData(MAX_RELAYED_BYTES - overhead + 1), AT_HEAD, CHAIN_ID), 'it has 262145 bytes')
})

const transfer = (count = 1): SignedTransaction => ({
  ...draftTransaction(
    Array.from({ length: count }, () => ({
      type: 'transfer' as const,
      fee: { amount: 100n, asset_id: '1.3.0' },
      from: '1.2.17',
      to: '1.2.18',
      amount: { amount: 1n, asset_id: '1.3.0' },
      extensions: [],
    })),
    HEAD,
  ),
  signatures: [],
})
const signedBy = (wifs: readonly string[], change: Partial<SignedTransaction> = {}): SignedTransaction =>
  wifs.reduce((signed, wif) => signTransaction(signed, wif, CHAIN_ID), { ...transfer(), ...change })
const pack = (transaction: SignedTransaction): Uint8Array => encode('signed_transaction', transaction)

test('who says nothing or signs nothing is not passed on', (t) => {
  t.is(judge(pack(signedBy([WIF])), AT_HEAD, CHAIN_ID), undefined)
  t.is(judge(pack(signedBy([WIF], { operations: [] })), AT_HEAD, CHAIN_ID), 'it has no operations')
  t.is(judge(pack(transfer()), AT_HEAD, CHAIN_ID), 'it is not signed')
})

test('sixty-four signatures are looked at, sixty-five are not', (t) => {
  const wifs = Array.from({ length: MAX_SIGNATURES + 1 }, (_, index) =>
    privateKeyToWif(new Uint8Array(32).fill(index + 1)),
  )
  t.is(judge(pack(signedBy(wifs.slice(0, MAX_SIGNATURES))), AT_HEAD, CHAIN_ID), undefined)
  const message = pack(signedBy(wifs))
  const reason = whyNotRelayed(readTransaction(message), message, AT_HEAD, () => {
    throw new Error('its keys are recovered')
  })
  t.is(reason, 'it has 65 signatures')
  t.is(MAX_SIGNATURES, 64)
})

test('a signature that nobody can have made counts for nothing, nor does a second one of the same key', (t) => {
  const signed = signedBy([WIF])
  const [signature = ''] = signed.signatures
  const rows: readonly [string, readonly string[]][] = [
    ['no recovery id', [`00${signature.slice(2)}`]],
    ['no point', [`1f${'ff'.repeat(64)}`]],
    ['zeros', ['00'.repeat(65)]],
    ['one that is good beside one that is not', [signature, '00'.repeat(65)]],
    ['twice', [signature, signature]],
  ]
  for (const [name, signatures] of rows)
    t.is(
      judge(pack({ ...signed, signatures }), AT_HEAD, CHAIN_ID),
      'it has a signature that counts for nothing',
      name,
    )
})

test('keys are recovered only where everything else is in order', (t) => {
  const signersOf = (): never => {
    throw new Error('its keys are recovered')
  }
  const message = pack(signedBy([WIF]))
  const transaction = readTransaction(message)
  t.throws(() => whyNotRelayed(transaction, message, AT_HEAD, signersOf), { message: /recovered/ })
  const rows: readonly RelayChain[] = [
    { ...AT_HEAD, headTime: HEAD.timestamp + 61 },
    { ...AT_HEAD, headTime: 0 },
    { ...AT_HEAD, idAt: () => undefined },
    { ...AT_HEAD, idAt: () => `${HEAD.id.slice(0, 8)}${'0badcaff'.repeat(4)}` },
  ]
  for (const chain of rows) t.is(typeof whyNotRelayed(transaction, message, chain, signersOf), 'string')
})

test('a reference means the newest block whose number ends in these 16 bits', (t) => {
  const rows: readonly [head: number, low: number, number: number][] = [
    [70_000, 70_000 & 0xffff, 70_000],
    [70_000, (70_000 & 0xffff) - 1, 69_999],
    [0x1_0000, 0, 0x1_0000],
    [0x1_0000, 0xffff, 0xffff],
    [0x1_0005, 0xfff0, 0xfff0],
    [0x2_0000, 0xffff, 0x1_ffff],
    [0x1_0005, 6, 6],
    [0x2_0005, 6, 0x1_0006],
    [100_000_000, (100_000_000 - 65_535) & 0xffff, 100_000_000 - 65_535],
    [0xffff_ffff, 0xffff, 0xffff_ffff],
  ]
  for (const [head, low, number] of rows) {
    const message = pack(signedBy([WIF], { ref_block_num: low }))
    const asked: number[] = []
    const chain: RelayChain = {
      head: { number: head },
      headTime: HEAD.timestamp,
      idAt(at) {
        asked.push(at)
        return `${at.toString(16).padStart(8, '0')}${HEAD.id.slice(8)}`
      },
    }
    t.is(judge(message, chain, CHAIN_ID), undefined, `${low} at ${head}`)
    t.deepEqual(asked, [number], `${low} at ${head}`)
  }
})

test('a block that is not there yet, or so old that nobody remembers it, cannot be referred to', (t) => {
  const { raw, chain_id } = vectors[0] ?? { raw: '', chain_id: '' }
  const transaction = readTransaction(bytesOf(raw))
  const unknown = 'it refers to a block that is not known here'
  t.is(judge(bytesOf(raw), chainFor(transaction, { above: -1 }), chain_id), unknown)
  t.is(judge(bytesOf(raw), chainFor(transaction, { above: 0xffff }), chain_id), undefined)
  t.is(judge(bytesOf(raw), chainFor(transaction, { above: 0x1_0000 }), chain_id), unknown)
  // Below the 65 536th block the number cannot be that of an earlier lap.
  t.is(judge(bytesOf(raw), chainFor(transaction, { laps: 0, above: -1 }), chain_id), unknown)
  t.is(judge(bytesOf(raw), chainFor(transaction, { laps: 0 }), chain_id), undefined)
})

test('a transaction that was made before block 1 refers to none', (t) => {
  const chain = { head: { number: 3 }, headTime: HEAD.timestamp, idAt: () => undefined }
  const signed = (prefix: number): Uint8Array =>
    pack(signedBy([WIF], { ref_block_num: 0, ref_block_prefix: prefix }))
  t.is(judge(signed(0), chain, CHAIN_ID), undefined)
  t.is(judge(signed(1), chain, CHAIN_ID), 'it refers to a block of another branch')
  const later = { ...chain, head: { number: 0x1_0000 }, idAt: () => `00010000${'ab'.repeat(16)}` }
  t.is(judge(signed(0), later, CHAIN_ID), 'it refers to a block of another branch')
  t.is(GENESIS.id, '0'.repeat(40))
})

test('a transaction of a branch that lost is passed on by those alone who are on it', (t) => {
  const { lost, final } = readFork()
  const number = FIRST_LOST + 2
  const block = lost[number - 1]
  if (block === undefined) throw new Error('the recording has no such block')
  const signed = (at: typeof block): Uint8Array =>
    pack(signTransaction({ ...draftTransaction(transfer().operations, at), signatures: [] }, WIF, CHAIN_ID))
  const chainOf = (blocks: typeof lost): RelayChain => ({
    head: { number: number + 3 },
    headTime: block.timestamp,
    idAt: (at) => blocks[at - 1]?.id,
  })
  t.is(judge(signed(block), chainOf(lost), CHAIN_ID), undefined)
  t.is(judge(signed(block), chainOf(final), CHAIN_ID), 'it refers to a block of another branch')
  const common = lost[FIRST_LOST - 2]
  if (common === undefined) throw new Error('the branches have nothing in common')
  const early = pack(
    signTransaction(
      {
        ...draftTransaction(transfer().operations, {
          number: common.number,
          id: common.id,
          timestamp: block.timestamp,
        }),
        signatures: [],
      },
      WIF,
      CHAIN_ID,
    ),
  )
  t.is(judge(early, chainOf(final), CHAIN_ID), undefined)
})
