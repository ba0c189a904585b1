import test from 'ava'
import { firstValueFrom } from 'rxjs'
import { recoverSigner } from '../../lib/chain/recover-signer.ts'
import { createVerifier, stateAtGenesis } from '../../lib/chain/verify-block.ts'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { UsageError } from '../../lib/errors.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import { createKnownSigners } from '../../lib/workers/known-signers.ts'
import { recoverSigners } from '../../lib/workers/recover-signers.ts'
import { createRecoveryPool } from '../../lib/workers/recovery-pool.ts'
import { sharedRecoveryPool } from '../../lib/workers/shared-pool.ts'
import { readFork } from '../support/fork-vectors.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { readVectors } from '../support/vectors.ts'

const recorded = readVectors('chain-keys.json') as {
  readonly chain_id: string
  readonly keys: readonly string[]
}
const blocks = (readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly raw: string }[]).map(
  ({ raw }) => viewBlock(bytesOf(raw), { chainId: recorded.chain_id }),
)
const transactions = blocks.flatMap(({ transactions }) => transactions)
const fork = readFork()

test('signers of many transactions are those of each alone, found by threads', async (t) => {
  const pool = createRecoveryPool({ threads: 1 })
  t.teardown(() => pool.close())
  const signers = await recoverSigners(transactions, undefined, { pool })
  t.is(signers.length, transactions.length)
  t.is(pool.status.threads, 1)
  const known = new Set(recorded.keys)
  for (const [index, { keys, rejected }] of signers.entries()) {
    t.deepEqual(rejected, [])
    t.true(keys.length > 0 && keys.every((key) => known.has(key)))
    if (index % 10 === 0) t.deepEqual(transactions[index]?.signers(), { keys, rejected })
  }
})

test('a few are found at once, and none are no work', async (t) => {
  const pool = createRecoveryPool({ threads: 1 })
  t.deepEqual(await recoverSigners([], undefined, { pool }), [])
  const [first] = transactions
  t.deepEqual(await recoverSigners(transactions.slice(0, 1), recorded.chain_id, { pool }), [
    first?.signers() ?? { keys: [], rejected: [] },
  ])
  t.is(pool.status.threads, 0)
})

test('without a pool of its own it takes the one of the process', async (t) => {
  const signers = await recoverSigners(transactions.slice(0, 40))
  t.true(signers.every(({ keys }) => keys.length > 0))
  t.is(sharedRecoveryPool(), sharedRecoveryPool())
  t.true(sharedRecoveryPool().status.threads > 0)
})

test('a transaction of an unknown chain is the caller to name', async (t) => {
  const unbound = blocks.flatMap(({ raw }) => viewBlock(raw).transactions).slice(0, 20)
  await t.throwsAsync(recoverSigners(unbound), { instanceOf: UsageError, code: 'BAD_VALUE' })
  const signers = await recoverSigners(unbound, recorded.chain_id)
  t.deepEqual(
    signers,
    transactions.slice(0, 20).map((transaction) => transaction.signers()),
  )
})

test('blocks whose signers were found before are verified without another recovery', async (t) => {
  const pool = createRecoveryPool({ threads: 1 })
  t.teardown(() => pool.close())
  const signers = createKnownSigners(pool)
  const chunk = fork.final.slice(0, 150)
  const genesis = readGenesis(fork.genesis)
  t.is(await firstValueFrom(signers.find(chunk), { defaultValue: 'done' }), 'done')
  const { timing, electorate } = genesis
  const verifier = createVerifier({ level: 'strict', timing, electorate, signerOf: signers.signerOf })
  let state = stateAtGenesis(genesis)
  for (const block of chunk) {
    t.is(signers.signerOf(block), recoverSigner(block))
    const check = verifier.check(block, state, () => [])
    if (check.verdict !== 'ok') return t.fail(check.reason.message)
    state = check.state
    t.like(state.verdict, { level: 'strict', signer: 'known' })
  }
})

test('a block that nobody can have signed is known as such, and one that was not looked at is looked at', async (t) => {
  const signers = createKnownSigners(createRecoveryPool({ threads: 0 }))
  const [first, second] = fork.final
  if (first === undefined || second === undefined) return t.fail()
  const { headerDigest } = first
  const unsigned = { headerDigest, witnessSignature: new Uint8Array(65) }
  await firstValueFrom(signers.find([unsigned, first]), { defaultValue: undefined })
  t.is(signers.signerOf(unsigned), undefined)
  t.is(signers.signerOf(first), recoverSigner(first))
  t.is(signers.signerOf(second), recoverSigner(second))
})

test('another object made of a block is known by what it was made of', async (t) => {
  const [first] = fork.final
  if (first === undefined) return t.fail()
  const { headerDigest, witnessSignature } = first
  const made = { of: first, headerDigest, witnessSignature: new Uint8Array(65) }
  const pool = createRecoveryPool({ threads: 0 })
  const signers = createKnownSigners(pool, (block) => ('of' in block ? (block.of as object) : block))
  await firstValueFrom(signers.find([{ ...made, witnessSignature }]), { defaultValue: undefined })
  t.is(signers.signerOf(made), recoverSigner(first))
  t.is(signers.signerOf(first), recoverSigner(first))
})
