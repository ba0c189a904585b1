import test from 'ava'
import { isCanonical, signatures } from '../../lib/crypto/signatures.ts'
import { publicKeyToText } from '../../lib/crypto/key-text.ts'
import { generateChain, type GeneratedChain } from '../../lib/devnet/generate-chain.ts'
import { rawOf, type ServedBlock } from '../../lib/devnet/served-block.ts'
import {
  advanceWitnessSchedule,
  createWitnessSchedule,
  scheduledWitness,
} from '../../lib/devnet/witness-schedule.ts'
import { type BlockView, viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import type { Operation } from '../../lib/protocol/generated/types.ts'
import { hexOf } from '../support/hex.ts'

const START = 1_767_225_600
const RECIPE = {
  seed: 'spec',
  startSeconds: START,
  blockIntervalSeconds: 3,
  witnesses: 5,
  traffic: { perBlock: 6, isExact: false },
}
const COUNT = 150

interface Genesis {
  readonly initial_accounts: readonly { readonly name: string; readonly active_key: string }[]
  readonly initial_witness_candidates: readonly { readonly block_signing_key: string }[]
}

function make(chain: GeneratedChain, count: number): readonly ServedBlock[] {
  return Array.from({ length: count }, () => chain.next())
}

const chain = generateChain(RECIPE)
const genesis = JSON.parse(chain.genesis) as Genesis
const pendingIds = new Map<string, number>()
const blocks = Array.from({ length: COUNT }, (_, index) => {
  for (const { id } of chain.pending()) pendingIds.set(id, index + 1)
  return chain.next()
})
const views: readonly BlockView[] = blocks.map((block) => viewBlock(rawOf(block)))
const operations: readonly Operation[] = views.flatMap((view) =>
  view.transactions.flatMap((transaction) => [...transaction.operations]),
)

test('the same recipe makes the same bytes', (t) => {
  const again = generateChain(RECIPE)
  t.is(again.chainId, chain.chainId)
  t.deepEqual(
    make(again, 30).map(({ payload }) => hexOf(payload)),
    blocks.slice(0, 30).map(({ payload }) => hexOf(payload)),
  )
})

test('another seed, start time or number of witnesses makes another chain', (t) => {
  const others = [{ seed: 'other' }, { startSeconds: START + 3 }, { witnesses: 6 }]
  const ids = [RECIPE, ...others].map((change) => generateChain({ ...RECIPE, ...change }).chainId)
  t.is(new Set(ids).size, ids.length)
})

test('every block links to the one before and has the id and merkle root of its bytes', (t) => {
  let previous = '0'.repeat(40)
  for (const [index, { payload, number, id }] of blocks.entries()) {
    const { block, blockId } = viewBlockMessage(payload)
    t.is(block.number, index + 1)
    t.is(block.number, number)
    t.is(block.previous, previous)
    t.is(block.id, id)
    t.is(blockId, id)
    t.is(block.merkle, 'ok')
    previous = block.id
  }
})

test('block n has the time of genesis plus n intervals', (t) => {
  t.deepEqual(
    views.map(({ timestamp }) => timestamp),
    views.map((_, index) => START + (index + 1) * 3),
  )
})

test('every block is signed with the key of the witness that is due, as genesis names it', (t) => {
  const keys = genesis.initial_witness_candidates.map(({ block_signing_key }) => block_signing_key)
  const active = keys.map((_, index) => index + 1)
  let schedule = createWitnessSchedule(active)
  for (const view of views) {
    const due = scheduledWitness(schedule, 1)
    t.is(view.witnessInstance, due)
    t.true(isCanonical(view.witnessSignature))
    const signer = signatures.recover(view.headerDigest, view.witnessSignature)
    t.is(signer && publicKeyToText(signer), keys[due - 1])
    schedule = advanceWitnessSchedule(schedule, active, view, 1)
  }
})

test('every transaction is signed by the account that pays for it, and is alive when it is included', (t) => {
  const keys = new Map<string, string>(
    genesis.initial_accounts.map(({ active_key }, index) => [`1.2.${6 + index}`, active_key]),
  )
  const seen = new Set<string>()
  for (const view of views) {
    for (const transaction of view.transactions) {
      const [operation] = transaction.operations
      const payer = operation && payerOf(operation)
      const [signature, ...more] = transaction.signatures.map((text) => Buffer.from(text, 'hex'))
      t.is(more.length, 0)
      t.true(signature !== undefined && isCanonical(signature))
      const signer = signature && signatures.recover(transaction.signingDigest(chain.chainId), signature)
      t.is(signer && publicKeyToText(signer), keys.get(payer ?? ''))
      t.true(transaction.expiration > view.timestamp)
      t.deepEqual(transaction.operation_results, [])
      t.false(seen.has(transaction.id))
      seen.add(transaction.id)
    }
  }
})

test('transactions refer to one of the newest blocks', (t) => {
  for (const view of views.slice(3)) {
    for (const { ref_block_num, ref_block_prefix } of view.transactions) {
      t.true(ref_block_num < view.number && ref_block_num >= view.number - 6)
      const id = Buffer.from(blocks[ref_block_num - 1]?.id ?? '', 'hex')
      t.is(ref_block_prefix, id.readUInt32LE(4))
    }
  }
})

test('accounts do what one sees on a market, and orders are cancelled once, by their owner', (t) => {
  const types = new Set(operations.map(({ type }) => type))
  const expected = [
    'transfer',
    'limit_order_create',
    'limit_order_cancel',
    'asset_publish_feed',
    'liquidity_pool_exchange',
    'proposal_create',
    'account_create',
  ] as const
  for (const type of expected) t.true(types.has(type), type)
  const owners: string[] = []
  const cancelled = new Set<string>()
  for (const operation of operations) {
    if (operation.type === 'limit_order_create') owners.push(operation.seller)
    if (operation.type !== 'limit_order_cancel') continue
    t.is(owners[Number(operation.order.slice('1.7.'.length))], operation.fee_paying_account)
    t.false(cancelled.has(operation.order))
    cancelled.add(operation.order)
  }
  t.true(operations.some((operation) => operation.type === 'transfer' && operation.memo !== undefined))
})

test('most transactions are included at once, a few later, now and then one never', (t) => {
  const included = new Map(
    views.flatMap((view) => view.transactions.map(({ id }) => [id, view.number] as const)),
  )
  const delays = [...pendingIds].map(([id, number]) => {
    const at = included.get(id)
    return at === undefined ? 'never' : at - number
  })
  // The last blocks leave some that would have been included.
  const early = delays.slice(0, -20)
  const share = (delay: number | 'never'): number =>
    early.filter((each) => each === delay).length / early.length
  t.true(share(0) > 0.8)
  t.true(share(1) > 0)
  t.true(share(2) > 0)
  t.true(share('never') > 0 && share('never') < 0.05)
})

test('makes blocks without transactions, or with exactly so many', (t) => {
  const exact = generateChain({ ...RECIPE, traffic: { perBlock: 3, isExact: true } })
  t.deepEqual(
    make(exact, 4).map(({ transactions }) => transactions),
    [3, 3, 3, 3],
  )
  const empty = generateChain({ ...RECIPE, traffic: { perBlock: 0, isExact: false }, lastBlock: 2 })
  t.deepEqual(
    make(empty, 2).map(({ transactions }) => transactions),
    [0, 0],
  )
  t.is(empty.nextSeconds, undefined)
})

function payerOf(operation: Operation): string | undefined {
  switch (operation.type) {
    case 'transfer':
      return operation.from
    case 'limit_order_create':
      return operation.seller
    case 'limit_order_cancel':
    case 'proposal_create':
    case 'proposal_update':
      return operation.fee_paying_account
    case 'asset_publish_feed':
      return operation.publisher
    case 'liquidity_pool_create':
    case 'liquidity_pool_deposit':
    case 'liquidity_pool_exchange':
      return operation.account
    case 'account_create':
      return operation.registrar
    case 'asset_issue':
      return operation.issuer
    case 'balance_claim':
      return operation.deposit_to_account
    case 'call_order_update':
      return operation.funding_account
    case 'custom':
      return operation.payer
    default:
      return undefined
  }
}
