import test from 'ava'
import {
  type Electorate,
  NO_FACTS,
  readWitnessFacts,
  type SeenTransaction,
  toKey,
  type WitnessOperation,
} from '../../lib/chain/witness-operations.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import type * as types from '../../lib/protocol/generated/types.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const ELEVEN: Electorate = { count: 11, isShort: false }
const KEY = 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV'
const KEY_HEX = '02c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf'

/** The operations of the schema are what is read here. */
const asRead = (
  operation: Extract<types.Operation, { readonly type: WitnessOperation['type'] }>,
): WitnessOperation => operation

interface Line {
  readonly raw: string
  readonly json: {
    readonly block_num: number
    readonly transactions: readonly {
      readonly operations: readonly (readonly [number, Record<string, unknown>])[]
    }[]
  }
}
const lines = readJsonLines('chain-blocks.jsonl.gz') as readonly Line[]

/** A transaction of operations whose tags are not looked at. */
const of = (...operations: readonly WitnessOperation[]): SeenTransaction => ({
  raw: new Uint8Array(20),
  operations,
  operation_results: [],
})
const vote = (num_witness: number, ...votes: readonly string[]): WitnessOperation => ({
  type: 'account_update',
  new_options: { num_witness, votes },
})
const mayChange = (operation: WitnessOperation, electorate = ELEVEN): boolean =>
  readWitnessFacts([of(operation)], true, electorate, 'BTS').mayChangeWitnesses

test('finds all keys in the operations of recorded blocks', (t) => {
  const found: unknown[] = []
  const expected: unknown[] = []
  for (const { raw, json } of lines) {
    const block = viewBlock(bytesOf(raw))
    const { created, updated } = readWitnessFacts(block.transactions, true, ELEVEN, 'BTS')
    found.push(
      ...created.map(({ key }) => ['made', key]),
      ...updated.map(({ witness, key }) => [witness, key]),
    )
    for (const [tag, value] of json.transactions.flatMap(({ operations }) => operations)) {
      if (tag === 20) expected.push(['made', toKey(value['block_signing_key'] as string, 'BTS')])
      if (tag === 21 && value['new_signing_key'] !== undefined) {
        const witness = Number((value['witness'] as string).slice('1.6.'.length))
        expected.push([witness, toKey(value['new_signing_key'] as string, 'BTS')])
      }
    }
  }
  t.deepEqual(found, expected)
  t.true(found.length >= 6)
})

test('nothing in the recorded blocks may make others active', (t) => {
  for (const { raw } of lines) {
    const { transactions } = viewBlock(bytesOf(raw))
    t.false(readWitnessFacts(transactions, true, ELEVEN, 'BTS').mayChangeWitnesses)
  }
})

test('operations are not decoded where the tag of the only one says that it is about something else', (t) => {
  const transfer: SeenTransaction = {
    raw: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0),
    get operations(): never {
      throw new Error('decoded')
    },
    operation_results: [],
  }
  t.deepEqual(readWitnessFacts([transfer], true, ELEVEN, 'BTS'), NO_FACTS)
})

test('votes for those who are active anyway change nothing, others may', (t) => {
  t.false(mayChange(vote(0)))
  t.false(mayChange(vote(11, '1:0', '1:10', '0:11', '2:44')))
  t.true(mayChange(vote(0, '1:11')))
  t.false(mayChange({ type: 'account_update' }))
  t.true(mayChange({ type: 'account_create', options: { num_witness: 0, votes: ['1:300'] } }))
})

test('asking for more witnesses than there are may change them', (t) => {
  t.deepEqual(
    [0, 3, 11, 12, 13].map((count) => mayChange(vote(count))),
    [false, false, false, true, true],
  )
})

test('a new witness becomes active where there are too few', (t) => {
  const create: WitnessOperation = { type: 'witness_create', block_signing_key: KEY }
  t.false(mayChange(create))
  t.true(mayChange(create, { count: 5, isShort: true }))
})

test('a proposal may do all that is in it, and in proposals in it', (t) => {
  const proposal = (...ops: readonly { readonly type: string }[]): WitnessOperation => ({
    type: 'proposal_create',
    proposed_ops: ops.map((op) => ({ op })),
  })
  const update: WitnessOperation = { type: 'witness_update', witness: '1.6.4', new_signing_key: KEY }
  const create: WitnessOperation = { type: 'witness_create', block_signing_key: KEY }
  const facts = readWitnessFacts(
    [of(proposal({ type: 'transfer' }, proposal(update)), proposal(create), proposal(vote(0, '1:12')))],
    true,
    ELEVEN,
    'BTS',
  )
  t.deepEqual(facts, {
    updated: [],
    created: [],
    proposed: [{ witness: 4, key: KEY_HEX }],
    mayCreateUnseen: true,
    mayChangeWitnesses: true,
  })
})

test('the number of a new witness is read from the result, where an old block has one', (t) => {
  const create: WitnessOperation = { type: 'witness_create', block_signing_key: KEY }
  const transaction: SeenTransaction = { ...of(create), operation_results: [[1, '1.6.77']] }
  t.deepEqual(readWitnessFacts([transaction], true, ELEVEN, 'BTS').created, [{ witness: 77, key: KEY_HEX }])
  t.deepEqual(readWitnessFacts([of(create)], true, ELEVEN, 'BTS').created, [
    { witness: undefined, key: KEY_HEX },
  ])
})

test('what cannot be read may be anything, and without an electorate anybody may become active', (t) => {
  t.like(readWitnessFacts([], false, ELEVEN, 'BTS'), { mayCreateUnseen: true, mayChangeWitnesses: true })
  t.true(readWitnessFacts([], true, undefined, 'BTS').mayChangeWitnesses)
  t.is(readWitnessFacts([], true, ELEVEN, 'BTS'), NO_FACTS)
})

test('the schema has these operations as they are read', (t) => {
  t.is(asRead.length, 1)
})
