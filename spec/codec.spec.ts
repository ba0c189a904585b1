import test from 'ava'
import * as codec from '../lib/codec.ts'
import { bytesOf, hexOf } from './support/hex.ts'
import { runPortable } from './support/run-portable.ts'
import { readJsonLines } from './support/json-lines.ts'

const [first] = readJsonLines('chain-blocks.jsonl.gz').slice(-1) as readonly {
  readonly raw: string
  readonly json: unknown
}[]
const RAW = first?.raw ?? ''

test('works without any module of Node, with the same results', async (t) => {
  const there = await runPortable(
    'codec',
    `
    const bytes = Uint8Array.from('${RAW}'.match(/../g), (byte) => parseInt(byte, 16))
    const block = entry.viewBlock(bytes)
    const value = entry.decode('signed_block', bytes)
    const again = entry.encode('signed_block', entry.fromJson('signed_block', JSON.parse(JSON.stringify(value))))
    return {
      names: Object.keys(entry).sort(),
      id: block.id,
      merkle: block.merkle,
      ids: block.transactions.map(({ id }) => id),
      json: block,
      raw: Array.from(again, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    }`,
  )
  const block = codec.viewBlock(bytesOf(RAW))
  t.true(block.transactions.length > 5)
  t.deepEqual(there, {
    names: Object.keys(codec).sort(),
    id: block.id,
    merkle: 'ok',
    ids: block.transactions.map(({ id }) => id),
    json: JSON.parse(JSON.stringify(block)) as unknown,
    raw: RAW,
  })
})

test('types follow the name that is asked for', (t) => {
  const value: codec.TypeOf<'asset'> = codec.fromJson('asset', { amount: '5', asset_id: '1.3.0' })
  const amount: bigint = value.amount
  t.is(amount, 5n)
  t.deepEqual(codec.toJson('asset', value), { amount: 5, asset_id: '1.3.0' })
  t.is(hexOf(codec.encode('asset', value)), '050000000000000000')
})
