import { inspect } from 'node:util'
import test from 'ava'
import { DecodeError, UsageError } from '../../lib/errors.ts'
import type { TypeName } from '../../lib/protocol/decode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import type { Asset, Operation } from '../../lib/protocol/generated/types.ts'
import type { ObjectId } from '../../lib/protocol/object-id.ts'
import { toPlain } from '../../lib/protocol/plain.ts'
import { bytesOf, hexOf } from '../support/hex.ts'

const KEY = '02c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf'
// fee 5 of 1.3.0, 1.2.17 pays 1.2.300 10 of 1.3.2, with a memo
const MEMO = `${KEY} ${KEY} 0700000000000000 03 616263`
const TRANSFER = `00 0500000000000000 00 11 ac02 0a00000000000000 02 01 ${MEMO} 00`
const PLAIN_TRANSFER = `00 0500000000000000 00 11 ac02 0a00000000000000 02 00 00`

function transfer(hex: string = TRANSFER): Extract<Operation, { type: 'transfer' }> {
  const operation = decode('operation', bytesOf(hex))
  if (operation.type !== 'transfer') throw new TypeError('not a transfer')
  return operation
}

test('gives an operation with the names of the wire', (t) => {
  const operation = transfer()
  // That this compiles is half of the test: the union is narrowed by its type.
  const amount: bigint = operation.amount.amount
  const from: ObjectId<1, 2> = operation.from
  t.is(amount, 10n)
  t.is(from, '1.2.17')
  t.is(operation.to, '1.2.300')
  t.is(operation.amount.asset_id, '1.3.2')
  t.is(operation.memo?.nonce, 7n)
  t.deepEqual(operation.memo?.message, bytesOf('616263'))
  t.deepEqual(operation.extensions, [])
  t.is(transfer(PLAIN_TRANSFER).memo, undefined)
})

test('gives keys as text with the prefix of the network', (t) => {
  const memo = decode('memo_data', bytesOf(MEMO))
  const there = decode('memo_data', bytesOf(MEMO), { prefix: 'TEST' })
  t.regex(memo.from, /^BTS[1-9A-Za-z]{50}/)
  t.is(there.from, memo.from.replace('BTS', 'TEST'))
  t.is(hexOf(encode('memo_data', there, { prefix: 'TEST' })), MEMO.replaceAll(' ', ''))
  t.throws(() => encode('memo_data', there), { code: 'BAD_VALUE', message: /^memo_data\.from: / })
})

test('shows the names of the wire in the console', (t) => {
  const shown = inspect(transfer(), { depth: 4 })
  t.regex(shown, /type: 'transfer'/)
  t.regex(shown, /from: '1\.2\.17'/)
  t.regex(shown, /amount: 10n/)
  t.notRegex(shown, /_from/)
})

test('is JSON as core prints it', (t) => {
  t.is(
    JSON.stringify(transfer(PLAIN_TRANSFER)),
    '[0,{"fee":{"amount":5,"asset_id":"1.3.0"},"from":"1.2.17","to":"1.2.300","amount":{"amount":10,"asset_id":"1.3.2"},"extensions":[]}]',
  )
  t.is(JSON.stringify(transfer().amount), '{"amount":10,"asset_id":"1.3.2"}')
})

test('becomes plain objects', (t) => {
  const plain = toPlain('operation', transfer(PLAIN_TRANSFER))
  t.deepEqual(structuredClone(plain), {
    type: 'transfer',
    fee: { amount: 5n, asset_id: '1.3.0' },
    from: '1.2.17',
    to: '1.2.300',
    amount: { amount: 10n, asset_id: '1.3.2' },
    extensions: [],
  })
})

test('does not see later changes of the bytes', (t) => {
  const bytes = bytesOf(TRANSFER)
  const operation = decode('operation', bytes)
  bytes.fill(0xff)
  t.is(hexOf(encode('operation', operation)), TRANSFER.replaceAll(' ', ''))
})

test('ignores what follows the value, as core does', (t) => {
  t.is(decode('asset', bytesOf('0100000000000000 05 ffff')).asset_id, '1.3.5')
})

test('reads the extremes of an asset', (t) => {
  t.is(decode('asset', bytesOf('0000000000000080 00')).amount, -(2n ** 63n))
  t.is(decode('asset', bytesOf('0000000000000000 ffffffffffff3f')).asset_id, `1.3.${2n ** 48n - 1n}`)
})

const isCanonically = test.macro((t, type: TypeName, received: string, canonical: string, json: string) => {
  const value = decode(type, bytesOf(received))
  t.is(hexOf(encode(type, value)), canonical.replaceAll(' ', ''))
  const plain = JSON.stringify(toPlain(type, value), (_, each: unknown) =>
    typeof each === 'bigint' ? Number(each) : each,
  )
  t.is(plain, json)
})

test(
  'puts sets in order and drops what is there twice',
  isCanonically,
  'custom_operation',
  '0000000000000000 00 01 04 8001 05 05 8500 0000 00',
  '0000000000000000 00 01 02 05 8001 0000 00',
  '{"fee":{"amount":0,"asset_id":"1.3.0"},"payer":"1.2.1","required_auths":["1.2.5","1.2.128"],"id":0,"data":{}}',
)

test(
  'keeps the first of two values with the same key in a map',
  isCanonically,
  'authority',
  '01000000 03 02 0100 01 0200 02 0300 00 00',
  '01000000 02 01 0200 02 0100 00 00',
  '{"weight_threshold":1,"account_auths":[["1.2.1",2],["1.2.2",1]],"key_auths":[],"address_auths":[]}',
)

test(
  'keeps the first of two fee parameters with the same tag',
  isCanonically,
  'fee_schedule',
  '03 02 0100000000000000 00 0200000000000000 00000000 02 0300000000000000 10270000',
  '02 00 0200000000000000 00000000 02 0100000000000000 10270000',
  '{"parameters":[[0,{"fee":2,"price_per_kbyte":0}],[2,{"fee":1}]],"scale":10000}',
)

test(
  'makes long varints short',
  isCanonically,
  'asset',
  '0100000000000000 858000',
  '0100000000000000 05',
  '{"amount":1,"asset_id":"1.3.5"}',
)

test(
  'knows the one extension that extensions can have',
  isCanonically,
  'limit_order_cancel_operation',
  '0000000000000000 00 01 02 02 00 00',
  '0000000000000000 00 01 02 01 00',
  '{"fee":{"amount":0,"asset_id":"1.3.0"},"fee_paying_account":"1.2.1","order":"1.7.2","extensions":[[0,{}]]}',
)

test('text that is not UTF-8 comes back as it was', (t) => {
  const symbol = 'ff80c3'
  const predicate = `05 03${symbol}`
  const value = decode('asset_symbol_eq_lit_predicate', bytesOf(predicate))
  t.true(value.symbol.includes('\ufffd'))
  t.is(hexOf(encode('asset_symbol_eq_lit_predicate', value)), predicate.replaceAll(' ', ''))

  // The same inside what is only read when it is asked for: a restriction on text, and on a set of texts.
  for (const argument of [`03 03${symbol}`, `16 02 01ff 02fffe`]) {
    const restriction = `00 00 ${argument} 00`.replaceAll(' ', '')
    t.is(hexOf(encode('restriction', decode('restriction', bytesOf(restriction)))), restriction)
  }
  const update = `${'00'.repeat(9)} 01 02 01 01ff 00`.replaceAll(' ', '')
  t.is(hexOf(encode('witness_update_operation', decode('witness_update_operation', bytesOf(update)))), update)
})

test('members of an extension that are absent are undefined', (t) => {
  const { extensions } = decode('bitasset_options', bytesOf('00000000 01 00000000 0000 0000 00 01 03 0700'))
  t.is(extensions.margin_call_fee_ratio, 7)
  t.is(extensions.initial_collateral_ratio, undefined)
})

const fails = test.macro((t, type: TypeName, hex: string, code: string, path: string, offset: number) => {
  const error = t.throws(() => decode(type, bytesOf(hex)), { instanceOf: DecodeError, code })
  t.is(error.path, path)
  t.is(error.offset, offset)
  t.true(error.message.startsWith(`${path}: `))
})

test('says where bytes end', fails, 'asset', '01', 'SHORT', 'asset.amount', 0)
test(
  'says where a struct in an operation ends',
  fails,
  'operation',
  '00 0500000000000000',
  'SHORT',
  'operation.fee.asset_id',
  9,
)
test(
  'says which bool is none',
  fails,
  'operation',
  PLAIN_TRANSFER.replace(/00 00$/, '02 00'),
  'BOOL',
  'operation.memo',
  22,
)
test('says which tag is unknown', fails, 'operation', '4e', 'TAG', 'operation', 0)
test(
  'says which element of a set is cut',
  fails,
  'authority',
  '01000000 00 00 01 aabb',
  'LENGTH',
  'authority.address_auths',
  6,
)
test(
  'says which instance is too large',
  fails,
  'asset',
  '0000000000000000 ffffffffffff7f',
  'VALUE',
  'asset.asset_id',
  8,
)
test(
  'says which member of an extension is unknown',
  fails,
  'bitasset_options',
  '00000000 01 00000000 0000 0000 00 01 06 0700',
  'TAG',
  'bitasset_options.extensions',
  15,
)
test(
  'refuses members of an extension out of order',
  fails,
  'bitasset_options',
  '00000000 01 00000000 0000 0000 00 02 01 0100 00 0100',
  'TAG',
  'bitasset_options.extensions',
  18,
)
test(
  'refuses a tag of extensions but 0',
  fails,
  'op_wrapper',
  '02 0000000000000000 00 01 02 01 01',
  'TAG',
  'op_wrapper.op.extensions',
  13,
)
test(
  'says where in a block the failure is',
  fails,
  'signed_block',
  `${'00'.repeat(111)} 01 0000 00000000 00000000 01 00 0500000000000000 00 11 ac02 0a00000000000000`,
  'SHORT',
  'signed_block.transactions[0].operations[0].amount.asset_id',
  144,
)
test(
  'says where in a variant the failure is',
  fails,
  'vesting_balance_create_operation',
  `${'00'.repeat(9)} 01 02 ${'00'.repeat(9)} 01 00000000`,
  'SHORT',
  'vesting_balance_create_operation.policy[1].vesting_seconds',
  25,
)

test('refuses a type that does not exist', (t) => {
  t.throws(() => decode('steal' as TypeName, new Uint8Array(0)), {
    instanceOf: UsageError,
    code: 'BAD_OPTION',
  })
})

test('an amount can be put into an operation of plain objects', (t) => {
  const fee: Asset = transfer().fee
  const bytes = encode('operation', {
    type: 'transfer',
    fee,
    from: '1.2.17',
    to: '1.2.300',
    amount: { amount: 10n, asset_id: '1.3.2' },
    extensions: [],
  })
  t.is(hexOf(bytes), PLAIN_TRANSFER.replaceAll(' ', ''))
})
