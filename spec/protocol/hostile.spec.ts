import test from 'ava'
import { DecodeError } from '../../lib/errors.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import type { TypeName } from '../../lib/protocol/decode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf } from '../support/hex.ts'

const MAX_COUNT = 'ffffffffffffffffff01'
const TWO_MIB = 2 * 1024 * 1024
const FEE = '0000000000000000 00'

const refuses = test.macro((t, type: TypeName, bytes: string | Uint8Array, code: string, path: string) => {
  const given = typeof bytes === 'string' ? bytesOf(bytes) : bytes
  const error = t.throws(() => decode(type, given), { instanceOf: DecodeError, code })
  t.is(error.path, path)
})

/** `count` as a varint after `head`, then bytes that fill two mebibytes. */
function filled(head: string, count: number, fill: (index: number) => number): Uint8Array {
  const body = new Uint8Array(TWO_MIB).map((_, index) => fill(index))
  return new ByteWriter(TWO_MIB + 64).raw(bytesOf(head)).varint(count).raw(body).done()
}

for (const [type, head, path] of [
  ['custom_operation', `${FEE} 01`, 'required_auths'],
  ['custom_operation', `${FEE} 01 00 0000`, 'data'],
  ['account_options', `${'00'.repeat(33)} 05 0000 0000`, 'votes'],
  ['authority', '00000000', 'account_auths'],
  ['authority', '00000000 00', 'key_auths'],
  ['assert_operation', `${FEE} 01`, 'predicates'],
  ['fee_schedule', '', 'parameters'],
  ['proposal_create_operation', `${FEE} 01 00000000`, 'proposed_ops'],
  ['signed_transaction', '0000 00000000 00000000', 'operations'],
  ['signed_transaction', '0000 00000000 00000000 00', 'extensions'],
  ['signed_transaction', '0000 00000000 00000000 00 00', 'signatures'],
  ['signed_block', '00'.repeat(111), 'transactions'],
  ['bitasset_options', '00000000 01 00000000 0000 0000 00', 'extensions'],
  ['blind_transfer_operation', FEE, 'inputs'],
  ['asset_symbol_eq_lit_predicate', '00', 'symbol'],
] as const) {
  test(
    `a count of 2^64 - 1 in ${type}.${path} is refused`,
    refuses,
    type,
    head + MAX_COUNT,
    'VALUE',
    `${type}.${path}`,
  )
  const large = new ByteWriter().raw(bytesOf(head)).varint(1_000_000).done()
  test(
    `a count that cannot follow in ${type}.${path} is refused`,
    refuses,
    type,
    large,
    'LENGTH',
    `${type}.${path}`,
  )
}

test(
  'two mebibytes of predicates are refused for their number',
  refuses,
  'assert_operation',
  filled(`${FEE} 01`, 690_000, (index) => (index % 3 === 0 ? 1 : 0)),
  'LENGTH',
  'assert_operation.predicates',
)
test(
  'two mebibytes of one account are refused for their number',
  refuses,
  'custom_operation',
  filled(`${FEE} 01`, TWO_MIB, () => 5),
  'LENGTH',
  'custom_operation.required_auths',
)
test(
  'a million accounts out of order are refused',
  refuses,
  'custom_operation',
  filled(`${FEE} 01`, 900_000, () => 5),
  'LENGTH',
  'custom_operation.required_auths',
)
test(
  'ten thousand and one accounts out of order are refused',
  refuses,
  'custom_operation',
  filled(`${FEE} 01`, 10_001, (index) => 100 - (index % 2)),
  'LENGTH',
  'custom_operation.required_auths',
)

test('ten thousand accounts out of order are put in order', (t) => {
  const bytes = filled(`${FEE} 01`, 10_000, (index) => 100 - (index % 2))
  t.deepEqual(decode('custom_operation', bytes).required_auths, ['1.2.99', '1.2.100'])
})

/** Proposals in proposals around a transfer. */
function proposals(depth: number): Uint8Array {
  const w = new ByteWriter()
  for (let level = 0; level < depth; level += 1) w.uint8(22).raw(bytesOf(`${FEE} 01 00000000 01`))
  w.raw(bytesOf(`00 ${FEE} 01 02 ${FEE} 00 00`))
  for (let level = 0; level < depth; level += 1) w.raw(bytesOf('00 00'))
  return w.done()
}

/** Restrictions in restrictions, by the tag of `vector<restriction>`. */
function restrictions(depth: number): Uint8Array {
  const w = new ByteWriter()
  for (let level = 0; level < depth; level += 1) w.raw(bytesOf('00 00 27 01'))
  w.raw(bytesOf('00 00 01 01 00'))
  for (let level = 0; level < depth; level += 1) w.uint8(0)
  return w.done()
}

test('proposals in proposals are read to some depth', (t) => {
  let operation = decode('operation', proposals(200))
  for (let level = 0; level < 200; level += 1) {
    operation =
      operation.type === 'proposal_create' ? (operation.proposed_ops[0]?.op ?? operation) : operation
  }
  t.is(operation.type, 'transfer')
})

test('proposals in proposals end', (t) => {
  for (const depth of [201, 1000, 50_000]) {
    const error = t.throws(() => decode('operation', proposals(depth)), {
      instanceOf: DecodeError,
      code: 'DEPTH',
    })
    t.true(error.path.startsWith('operation.proposed_ops[0].op.proposed_ops[0].op.'))
  }
})

test('restrictions in restrictions are read to some depth, and end', (t) => {
  t.is(decode('restriction', restrictions(199)).argument[0], 39)
  for (const depth of [200, 1000, 50_000]) {
    t.throws(() => decode('restriction', restrictions(depth)), { instanceOf: DecodeError, code: 'DEPTH' })
  }
})

test('bombs in messages are refused too', (t) => {
  const bomb = filled('0000 00000000 00000000 01 23 0000000000000000 00 01', TWO_MIB, () => 5)
  t.throws(() => readTransaction(bomb), {
    code: 'LENGTH',
    message: /^signed_transaction\.operations\[0\]\.required_auths: /,
  })
  const block = filled('00'.repeat(111), 145_000, () => 0)
  t.throws(() => viewBlock(block), { code: 'LENGTH', message: /^signed_block\.transactions: / })
})

test('names of object members are only names', (t) => {
  const name = '__proto__'
  const bytes = new ByteWriter().varint(5).string(name).done()
  const value = decode('asset_symbol_eq_lit_predicate', bytes)
  t.is(value.symbol, name)
  t.is(Object.getPrototypeOf(JSON.parse(JSON.stringify(value))), Object.prototype)
})
