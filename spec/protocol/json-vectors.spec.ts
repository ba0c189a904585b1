import test from 'ava'
import { fromJson, toJson } from '../../lib/protocol/json.ts'
import { readJsonLines } from '../support/json-lines.ts'

const VECTORS = {
  operation: 'operations.jsonl.gz',
  signed_transaction: 'transactions.jsonl.gz',
  signed_block: 'blocks.jsonl.gz',
} as const

for (const [type, file] of Object.entries(VECTORS)) {
  test(`what is read of core's JSON of a ${type} prints as the same`, (t) => {
    for (const { json } of readJsonLines(file) as readonly { readonly json: unknown }[]) {
      t.is(JSON.stringify(toJson(type, fromJson(type, json))), JSON.stringify(json))
    }
  })
}

test('a block as the RPC prints it is read, number and id in front or not', (t) => {
  for (const { json } of readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly json: object }[]) {
    const { block_num, block_id, ...block } = json as Readonly<Record<string, unknown>>
    t.deepEqual(fromJson('signed_block', json), fromJson('signed_block', block))
    const printed = {
      block_num,
      block_id,
      ...(toJson('signed_block', fromJson('signed_block', json)) as object),
    }
    t.is(JSON.stringify(printed), JSON.stringify(json))
  }
})
