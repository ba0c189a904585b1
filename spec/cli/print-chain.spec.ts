import test from 'ava'
import { Subject } from 'rxjs'
import { type ChainPrinting, printChain, type Printed } from '../../lib/cli/print-chain.ts'
import type { TransactionEvent } from '../../lib/inventory/track-transactions.ts'
import { operationFilter } from '../../lib/names/filters.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import type { Block } from '../../lib/node/block.ts'
import type { ChainEvent } from '../../lib/node/chain-event.ts'
import type { Transaction } from '../../lib/protocol/transaction.ts'
import { recordedBlocks } from '../support/recorded-blocks.ts'

const blocks = recordedBlocks()
const [first, second] = [blocks.get(893), blocks.get(894)] as [Block, Block]
const ALICE = '1.2.59'
const NAMES = {
  format: 'rx-bitshares names',
  version: 1,
  accounts: { [ALICE]: 'alice', '1.2.60': 'bob', '1.2.61': 'carol' },
}

/** What is printed of events that are given by hand. */
function printer(options: Partial<ChainPrinting> = {}) {
  const chain$ = new Subject<ChainEvent>()
  const trx$ = new Subject<TransactionEvent<Transaction>>()
  const printed: Printed[] = []
  const names = createNameBook({ names: NAMES })
  const printing: ChainPrinting = {
    format: 'json',
    isWanted: undefined,
    withTransactions: false,
    to: undefined,
    names,
    followsNames: true,
    ...options,
  }
  printChain({ chain$, trx$ }, printing).subscribe((each) => printed.push(each))
  return { chain$, trx$, names, printed, lines: () => printed.flatMap(({ lines }) => lines()) }
}

test('blocks are lines in the order of the chain, undone ones too, final ones not again', (t) => {
  const { chain$, printed, lines } = printer()
  chain$.next({ type: 'block_applied', block: first })
  chain$.next({ type: 'block_applied', block: second })
  chain$.next({ type: 'block_undone', block: second })
  chain$.next({ type: 'block_irreversible', block: first })
  t.deepEqual(
    printed.map(({ number }) => number),
    [893, 894, undefined],
  )
  const parsed = lines().map((line) => JSON.parse(line) as object)
  t.like(parsed, [
    { block_num: 893, block_id: first.id },
    { block_num: 894, block_id: second.id },
    { undo: true, block_num: 894, block_id: second.id },
  ])
})

test('names are those of the block whose turn it is, however long its lines wait', (t) => {
  const { chain$, names, printed } = printer({ format: 'pretty' })
  chain$.next({ type: 'block_applied', block: first })
  chain$.next({ type: 'block_applied', block: second })
  chain$.next({ type: 'block_undone', block: second })
  const heads = printed.map(({ lines }) => {
    lines()
    return names.head
  })
  t.deepEqual(heads, [893, 894, 893])
})

test('a book that is not asked for is left alone', (t) => {
  const { chain$, names, lines } = printer({ followsNames: false })
  chain$.next({ type: 'block_applied', block: first })
  t.is(lines().length, 1)
  t.is(names.head, undefined)
})

test('operations that are wanted are lines with names, and taken back with their block', (t) => {
  const isWanted = operationFilter({ types: ['transfer'], accounts: [ALICE], assets: ['1.3.0'] })
  const pretty = printer({ format: 'pretty', isWanted })
  const json = printer({ isWanted })
  for (const { chain$ } of [pretty, json]) {
    for (const block of [first, second]) chain$.next({ type: 'block_applied', block })
    for (const block of [second, first]) chain$.next({ type: 'block_undone', block })
  }
  t.deepEqual(pretty.lines(), [
    '#893.0.0         transfer                   alice sends 12.5 BTS to bob with a memo',
    `undone #893      the operation of it above is not on the chain any more; block ${first.id}`,
  ])
  t.like(
    json.lines().map((line) => JSON.parse(line) as object),
    [
      { block_num: 893, trx_index: 0, op_index: 0, op: { 0: 0 } },
      { undo: true, block_num: 893, block_id: first.id },
    ],
  )
})

test('transactions are told before the block that includes them, and none of a block after the last', (t) => {
  const { chain$, trx$, lines } = printer({ withTransactions: true, to: 893 })
  const [transaction] = first.transactions as readonly [Transaction]
  const { id } = transaction
  trx$.next({ status: 'pending', id, transaction, at: 0, peer: 'a:1' })
  trx$.next({ status: 'included', id, transaction, block: first.cursor })
  chain$.next({ type: 'block_applied', block: first })
  trx$.next({ status: 'returned', id, transaction, from: first.cursor })
  trx$.next({ status: 'included', id, transaction, block: second.cursor })
  t.like(
    lines().map((line) => JSON.parse(line) as object),
    [
      { trx_id: id, status: 'pending' },
      { trx_id: id, status: 'included', block_num: 893 },
      { block_num: 893, witness: first.witness },
      { trx_id: id, status: 'returned', block_num: 893, block_id: first.id },
    ],
  )
})

test('of transactions those are told that have a wanted operation, to their end', (t) => {
  const isWanted = operationFilter({ types: ['transfer'] })
  const { trx$, lines } = printer({ withTransactions: true, isWanted })
  const [transfer, orders] = first.transactions as readonly [Transaction, Transaction]
  for (const transaction of [transfer, orders]) {
    const { id } = transaction
    trx$.next({ status: 'pending', id, transaction, at: 0, peer: 'a:1' })
    trx$.next({ status: 'included', id, transaction, block: first.cursor })
    trx$.next({ status: 'returned', id, transaction, from: first.cursor })
    trx$.next({ status: 'expired', id })
    trx$.next({ status: 'expired', id })
  }
  t.like(
    lines().map((line) => JSON.parse(line) as object),
    ['pending', 'included', 'returned', 'expired'].map((status) => ({ status, trx_id: transfer.id })),
  )
})

test('leaving ends all of it', (t) => {
  const chain$ = new Subject<ChainEvent>()
  const trx$ = new Subject<TransactionEvent<Transaction>>()
  const printing: ChainPrinting = {
    format: 'json',
    isWanted: undefined,
    withTransactions: true,
    to: undefined,
    names: createNameBook(),
    followsNames: false,
  }
  const subscription = printChain({ chain$, trx$ }, printing).subscribe()
  t.true(chain$.observed && trx$.observed)
  subscription.unsubscribe()
  t.false(chain$.observed || trx$.observed)
})
