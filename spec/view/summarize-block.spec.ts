import test from 'ava'
import { generateChain } from '../../lib/devnet/generate-chain.ts'
import { learnNames } from '../../lib/names/learn-names.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import { operationFilter } from '../../lib/names/filters.ts'
import { viewBlock, type BlockView } from '../../lib/protocol/block-view.ts'
import { rawOf } from '../../lib/devnet/served-block.ts'
import type { Operation } from '../../lib/protocol/generated/types.ts'
import { MAX_LINE_LENGTH, MAX_LISTED_OPERATIONS, MAX_LISTED_TRANSACTIONS } from '../../lib/view/limits.ts'
import { summarizeBlock } from '../../lib/view/summarize-block.ts'
import { operationOf } from '../names/chain-model.ts'

const source = generateChain({
  seed: 'spec',
  startSeconds: 1_700_000_000,
  blockIntervalSeconds: 3,
  witnesses: 7,
  traffic: { perBlock: 20, isExact: false },
})
const names = createNameBook({ genesis: JSON.parse(source.genesis) })
const blocks: BlockView[] = []
for (let number = 1; number <= 12; number += 1) {
  const block = viewBlock(rawOf(source.next()))
  learnNames(names, block)
  blocks.push(block)
}
const FROM = { names, receivedAt: 1_700_000_012_345, peer: '127.0.0.1:1776' }

test('a block becomes plain data that JSON keeps', (t) => {
  for (const block of blocks) {
    const summary = summarizeBlock(block, { ...FROM, latencyMs: 12 })
    t.deepEqual(JSON.parse(JSON.stringify(summary)), summary)
    t.is(summary.id, block.id)
    t.is(summary.sizeBytes, block.raw.length)
    const operations = block.transactions.flatMap((transaction) => transaction.operations)
    t.is(summary.operationCount, operations.length)
    t.is(
      Object.values(summary.types).reduce((sum, count) => sum + count, 0),
      operations.length,
    )
    t.deepEqual(
      summary.operations.map(({ type }) => type),
      operations.map(({ type }) => type),
    )
    t.regex(summary.witnessName ?? '', /^witness\d$/)
  }
})

test('orders have limit prices, the same way round for both sides', (t) => {
  const orders = blocks.flatMap((block) => summarizeBlock(block, FROM).orders)
  t.true(orders.length > 10)
  const dollars = orders.filter(({ title }) => title === 'BTS/USD')
  t.deepEqual([...new Set(dollars.map(({ side }) => side))].sort(), ['buy', 'sell'])
  for (const { side, gives, asks, price } of dollars) {
    const amount = (text: string) => Number(text.split(' ')[0])
    const [bts, usd] = side === 'sell' ? [gives, asks] : [asks, gives]
    t.true(bts.endsWith(' BTS') && usd.endsWith(' USD'))
    const told = Math.abs(Number(price) / (amount(usd) / amount(bts)) - 1)
    t.true(told < 1e-5, `${usd} for ${bts} is not ${price}`)
  }
})

test('only wanted operations are told, figures are of all', (t) => {
  const isWanted = operationFilter({ types: ['transfer'] })
  for (const block of blocks) {
    const all = summarizeBlock(block, FROM)
    const some = summarizeBlock(block, { ...FROM, isWanted, withJson: true })
    t.deepEqual(some.types, all.types)
    t.is(some.operations.length, all.types['transfer'] ?? 0)
    for (const { op } of some.operations) t.is((op as readonly unknown[])[0], 0)
  }
})

test('the wait of a transaction is told where it is known', (t) => {
  const [block] = blocks
  const [first, second] = summarizeBlock(block as BlockView, {
    ...FROM,
    waitOf: (id) => (id === block?.transactions[0]?.id ? 5 : undefined),
  }).transactions
  t.is(first?.waitMs, 5)
  t.false('waitMs' in (second ?? {}))
})

test('however large a block is, what is told of it is not', (t) => {
  const pay = operationOf('transfer', {
    from: '1.2.7',
    to: '1.2.8',
    amount: { amount: 1, asset_id: '1.3.0' },
  })
  const order = operationOf('limit_order_create', {
    seller: '1.2.7',
    amount_to_sell: { amount: 1, asset_id: '1.3.0' },
    min_to_receive: { amount: 1, asset_id: '1.3.1' },
  })
  const transaction = (operations: readonly Operation[]) => ({ id: '0'.repeat(40), operations })
  const large = {
    raw: new Uint8Array(5),
    timestamp: 1_700_000_000,
    number: 1,
    id: '',
    previous: '',
    witness: '1.6.1',
    transactions: Array.from({ length: 1000 }, () => transaction([pay, order])),
  } as const
  const summary = summarizeBlock(large, FROM)
  t.is(summary.transactionCount, 1000)
  t.is(summary.operationCount, 2000)
  t.is(summary.transactions.length, MAX_LISTED_TRANSACTIONS)
  t.is(summary.operations.length, MAX_LISTED_OPERATIONS)
  t.is(summary.orders.length, MAX_LISTED_OPERATIONS)
})

test('sentences are cut and hold nothing that steers a terminal', (t) => {
  const name = `x${'<script>alert(1)</script>\u001b[2J\u202e'.repeat(40)}`
  const create = operationOf('account_create', {
    registrar: '1.2.7',
    referrer: '1.2.7',
    name,
    owner: { weight_threshold: 1, account_auths: [], key_auths: [], address_auths: [] },
    active: { weight_threshold: 1, account_auths: [], key_auths: [], address_auths: [] },
    options: {
      memo_key: 'BTS1111111111111111111111111111111114T1Anm',
      voting_account: '1.2.5',
      num_witness: 0,
      num_committee: 0,
      votes: [],
    },
  })
  const odd = {
    raw: new Uint8Array(5),
    timestamp: 1_700_000_000,
    number: 1,
    id: '',
    previous: '',
    witness: '1.6.1',
    transactions: [{ id: '', operations: [create] }],
  } as const
  const [line] = summarizeBlock(odd, FROM).operations
  t.true((line?.text.length ?? 0) <= MAX_LINE_LENGTH)
  t.notRegex(line?.text ?? '', /[\u0000-\u001f\u202e]/)
})
