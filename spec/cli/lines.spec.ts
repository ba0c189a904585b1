import test from 'ava'
import { blockLine, describeBlock, describeUndone, undoLine, witnessName } from '../../lib/cli/block-lines.ts'
import {
  describeOperation,
  describeOperations,
  describeUndoneOperations,
  operationLine,
} from '../../lib/cli/operation-lines.ts'
import { describeTransaction, transactionLine } from '../../lib/cli/transaction-lines.ts'
import type { TransactionEvent } from '../../lib/inventory/track-transactions.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import type { Block } from '../../lib/node/block.ts'
import { toOperationEvents } from '../../lib/node/operation-event.ts'
import type { Transaction } from '../../lib/protocol/transaction.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { recordedBlocks } from '../support/recorded-blocks.ts'

const block = recordedBlocks().get(896) as Block
const id = '000003803e5214c16ad5b10572c93cf037d2c1ae'
const names = createNameBook({
  names: {
    format: 'rx-bitshares names',
    version: 1,
    accounts: { '1.2.59': 'alice', '1.2.60': 'bob', '1.2.6': 'witness-one' },
    witnesses: { [block.witness]: '1.2.6' },
  },
})
const [, transaction] = block.transactions as readonly [Transaction, Transaction]
const transfer = toOperationEvents(block).find(({ operation }) => operation.type === 'transfer')

test('a block is a line of JSON as bitshares-core prints it, or one for people with the name of its witness', (t) => {
  const recorded = readJsonLines('chain-blocks.jsonl.gz').find(
    (line) => (line as { readonly json: { readonly block_num: number } }).json.block_num === 896,
  ) as { readonly json: object }
  t.deepEqual(JSON.parse(blockLine(block)), recorded.json)
  t.is(describeBlock(block), `#896        2026-11-23T09:51:42Z  1.6.2       5 trx    7 ops    0.7 kB  ${id}`)
  t.is(
    describeBlock(block, names),
    `#896        2026-11-23T09:51:42Z  witness-one         5 trx    7 ops    0.7 kB  ${id}`,
  )
  t.is(witnessName(block.witness, names), 'witness-one')
  t.is(witnessName('1.6.999', names), '1.6.999')
})

test('an undone block is seen as such', (t) => {
  t.is(undoLine(block), `{"undo":true,"block_num":896,"block_id":"${id}"}`)
  t.is(describeUndone(block, names), `undone ${describeBlock(block, names)}`)
  t.is(
    describeUndoneOperations(block, 2),
    `undone #896      the 2 operations of it above are not on the chain any more; block ${id}`,
  )
  t.is(
    describeUndoneOperations(block, 1),
    `undone #896      the operation of it above is not on the chain any more; block ${id}`,
  )
})

test('an operation is a line of JSON, or its place, type and a sentence with names', (t) => {
  t.truthy(transfer)
  if (transfer === undefined) return
  t.like(JSON.parse(operationLine(transfer)), {
    block_num: 896,
    trx_id: transaction.id,
    trx_index: 1,
    op_index: 0,
    op: { 0: 0 },
  })
  t.is(
    describeOperation(transfer, names),
    '#896.1.0         transfer                   alice sends 100 BTS to bob',
  )
})

test('of many operations the first are told', (t) => {
  const { operations } = transaction
  const [one, other] = operations.map((operation) => describeOperations([operation], names))
  t.is(describeOperations(operations, names), `${one}; ${other}`)
  t.is(describeOperations([...operations, ...operations], names), `${one}; ${other}; and 2 more`)
  t.is(describeOperations([], names), '')
})

test('what becomes of a transaction is a line', (t) => {
  const at = { number: 896, id }
  const trx = transaction.id
  const rows: readonly (readonly [TransactionEvent<Transaction>, object, string])[] = [
    [
      { status: 'pending', id: trx, transaction, at: 0, peer: '127.0.0.1:1776' },
      { trx_id: trx, status: 'pending', peer: '127.0.0.1:1776' },
      `pending              ${trx}  ${describeOperations(transaction.operations, names)}`,
    ],
    [
      { status: 'included', id: trx, transaction, block: at, pendingForMs: 1234.5 },
      { trx_id: trx, status: 'included', block_num: 896, block_id: id, pending_ms: 1235 },
      `in #896              ${trx}  after 1235 ms`,
    ],
    [
      { status: 'included', id: trx, transaction, block: at },
      { trx_id: trx, status: 'included', block_num: 896, block_id: id },
      `in #896              ${trx}`,
    ],
    [
      { status: 'returned', id: trx, transaction, from: at },
      { trx_id: trx, status: 'returned', block_num: 896, block_id: id },
      `returned by #896     ${trx}  its block was undone`,
    ],
    [{ status: 'expired', id: trx }, { trx_id: trx, status: 'expired' }, `expired              ${trx}`],
  ]
  for (const [event, json, text] of rows) {
    t.deepEqual(JSON.parse(transactionLine(event)), json, event.status)
    t.is(describeTransaction(event, names), text)
  }
})
