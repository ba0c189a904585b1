import test from 'ava'
import { UsageError } from '../../lib/errors.ts'
import type { TypeName, TypeOf } from '../../lib/protocol/decode.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import { hexOf } from '../support/hex.ts'

const ASSET = { amount: 1n, asset_id: '1.3.0' } as const
const KEY_A = 'BTS1111111111111111111111111111111114T1Anm'

const encodes = test.macro(
  <Name extends TypeName>(
    t: import('ava').ExecutionContext,
    type: Name,
    value: TypeOf<Name>,
    hex: string,
  ) => {
    t.is(hexOf(encode(type, value)), hex.replaceAll(' ', ''))
  },
)

test('writes an asset', encodes, 'asset', ASSET, '0100000000000000 00')
test('writes an id of any kind', encodes, 'operation_result', [1, '1.7.258'], '01 0201000000000701')
test('writes a bool in a variant', encodes, 'restriction_argument', [1, true], '01 01')
test(
  'writes a bigint as a varuint',
  encodes,
  'restriction',
  { member_index: 2n ** 64n - 1n, restriction_type: 1, argument: [0, {}], extensions: [] },
  'ffffffffffffffffff01 01 00 00',
)
test(
  'writes numbers of a set in order and once',
  encodes,
  'restriction_argument',
  [21, [5n, -1n, 5n]],
  '15 02 ffffffffffffffff 0500000000000000',
)
test(
  'writes texts of a set in the order of their bytes',
  encodes,
  'restriction_argument',
  [22, ['é', 'z', '']],
  '16 03 00 017a 02c3a9',
)
test(
  'writes ids of a set by number',
  encodes,
  'restriction_argument',
  [26, ['1.2.10', '1.2.9']],
  '1a 02 09 0a',
)
test(
  'writes members of an extension that are there',
  encodes,
  'bitasset_options',
  {
    feed_lifetime_sec: 0,
    minimum_feeds: 0,
    force_settlement_delay_sec: 0,
    force_settlement_offset_percent: 0,
    maximum_force_settlement_volume: 0,
    short_backing_asset: '1.3.0',
    extensions: {
      black_swan_response_method: 3,
      initial_collateral_ratio: 1,
      margin_call_fee_ratio: undefined,
    },
  },
  '00000000 00 00000000 0000 0000 00 02 00 0100 05 03',
)

test('writes votes by number, then kind, as core has them in 32 bits', (t) => {
  const options = {
    memo_key: KEY_A,
    voting_account: '1.2.5',
    num_witness: 0,
    num_committee: 0,
    extensions: [],
  } as const
  const bytes = encode('account_options', { ...options, votes: ['1:2', '0:2', '1:1'] })
  t.true(hexOf(bytes).endsWith('03 01010000 00020000 01020000 00'.replaceAll(' ', '')))
  t.deepEqual(decode('account_options', bytes).votes, ['1:1', '0:2', '1:2'])
})

const refuses = test.macro((t, type: TypeName, value: unknown, message: RegExp) => {
  t.throws(() => encode(type, value as TypeOf<typeof type>), {
    instanceOf: UsageError,
    code: 'BAD_VALUE',
    message,
  })
})

const TRANSFER = { type: 'transfer', fee: ASSET, from: '1.2.1', to: '1.2.2', amount: ASSET, extensions: [] }

test(
  'refuses an amount that is a number',
  refuses,
  'asset',
  { ...ASSET, amount: 5 },
  /^asset\.amount: expected a bigint .*, found 5/,
)
test('refuses an amount above int64', refuses, 'asset', { ...ASSET, amount: 2n ** 63n }, /^asset\.amount: /)
test(
  'refuses an id of another type',
  refuses,
  'asset',
  { ...ASSET, asset_id: '1.2.0' },
  /^asset\.asset_id: expected an object id like 1\.3\.0/,
)
test(
  'refuses an instance above 2^48',
  refuses,
  'asset',
  { ...ASSET, asset_id: '1.3.281474976710656' },
  /^asset\.asset_id: there is no object/,
)
test(
  'refuses an instance with a leading zero',
  refuses,
  'asset',
  { ...ASSET, asset_id: '1.3.01' },
  /^asset\.asset_id: /,
)
test(
  'refuses an operation nobody knows',
  refuses,
  'operation',
  { type: 'steal' },
  /^operation: there is no operation "steal"/,
)
test(
  'refuses what is no object',
  refuses,
  'operation',
  undefined,
  /^operation: expected an object, found nothing/,
)
test(
  'refuses a member that is missing',
  refuses,
  'operation',
  { ...TRANSFER, amount: undefined },
  /^operation\.amount: expected an object/,
)
test(
  'refuses a member deep inside',
  refuses,
  'op_wrapper',
  { op: { ...TRANSFER, amount: { amount: 1n } } },
  /^op_wrapper\.op\.amount\.asset_id: .*found nothing/,
)
test(
  'refuses an element of a list',
  refuses,
  'signed_transaction',
  {
    ref_block_num: 0,
    ref_block_prefix: 0,
    expiration: 0,
    extensions: [],
    signatures: ['00'],
    operations: [TRANSFER],
  },
  /^signed_transaction\.signatures\[0\]: expected 130 hex digits/,
)
test(
  'refuses an operation in a list',
  refuses,
  'signed_transaction',
  {
    ref_block_num: 0,
    ref_block_prefix: 0,
    expiration: 0,
    extensions: [],
    signatures: [],
    operations: [TRANSFER, { ...TRANSFER, to: 1 }],
  },
  /^signed_transaction\.operations\[1\]\.to: /,
)
test(
  'refuses a uint16 that is too large',
  refuses,
  'signed_transaction',
  { ref_block_num: 65536 },
  /^signed_transaction\.ref_block_num: expected an integer from 0 to 65535/,
)
test(
  'refuses a fraction',
  refuses,
  'signed_transaction',
  { ref_block_num: 1.5 },
  /^signed_transaction\.ref_block_num: /,
)
test(
  'refuses a key with a wrong checksum',
  refuses,
  'memo_data',
  { from: `${KEY_A.slice(0, -1)}1` },
  /^memo_data\.from: /,
)
test(
  'refuses an address that is a key',
  refuses,
  'authority',
  { weight_threshold: 1, account_auths: [], key_auths: [], address_auths: [[KEY_A, 1]] },
  /^authority\.address_auths\[0\]\[0\]: /,
)
test(
  'refuses a pair of three',
  refuses,
  'authority',
  { weight_threshold: 1, account_auths: [['1.2.1', 1, 1]] },
  /^authority\.account_auths\[0\]: expected two elements, found 3/,
)
test(
  'refuses a tag nobody knows',
  refuses,
  'restriction_argument',
  [99, 1],
  /^restriction_argument: expected a tag below 42, found 99/,
)
test(
  'refuses a variant that is no pair',
  refuses,
  'restriction_argument',
  5,
  /^restriction_argument: expected an array/,
)
test(
  'refuses what a variant stands for',
  refuses,
  'restriction_argument',
  [26, ['1.3.0']],
  /^restriction_argument\[1\]\[0\]: /,
)
test(
  'refuses an extension of the future',
  refuses,
  'op_wrapper',
  { op: { ...TRANSFER, extensions: [[1, {}]] } },
  /^op_wrapper\.op\.extensions\[0\]: expected \[0, \{\}\]/,
)
test(
  'refuses a vote that is none',
  refuses,
  'account_options',
  { memo_key: KEY_A, voting_account: '1.2.5', num_witness: 0, num_committee: 0, votes: ['1:16777216'] },
  /^account_options\.votes\[0\]: there is no vote/,
)
test(
  'refuses bytes that are hex',
  refuses,
  'custom_operation',
  { fee: ASSET, payer: '1.2.1', required_auths: [], id: 0, data: '00' },
  /^custom_operation\.data: expected bytes/,
)

test('refuses proposals nested deeper than can be read', (t) => {
  let operation: unknown = TRANSFER
  for (let depth = 0; depth < 201; depth += 1) {
    operation = {
      type: 'proposal_create',
      fee: ASSET,
      fee_paying_account: '1.2.1',
      expiration_time: 0,
      extensions: [],
      proposed_ops: [{ op: operation }],
    }
  }
  t.throws(() => encode('operation', operation as TypeOf<'operation'>), {
    code: 'BAD_VALUE',
    message: /nested deeper than 200/,
  })
})

test('refuses a type that does not exist', (t) => {
  t.throws(() => encode('steal' as 'asset', ASSET), { instanceOf: UsageError, code: 'BAD_OPTION' })
})
