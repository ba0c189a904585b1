import test from 'ava'
import fc from 'fast-check'
import { UsageError } from '../../lib/errors.ts'
import { fromJson, toJson } from '../../lib/protocol/json.ts'

const KEY = 'BTS5qcBM4epxQknReBaZpUKbsFzgGJqhAGB1nTYu1e66up96LfrC2'

/** What reading `json` as `type` is refused with. */
function refusal(type: string, json: unknown): string {
  try {
    fromJson(type, json)
  } catch (error) {
    if (error instanceof UsageError) return `${error.code} ${error.message}`
    throw error
  }
  return 'accepted'
}

const reads = test.macro((t, type: string, json: unknown, expected: unknown) => {
  t.deepEqual(fromJson(type, json), expected)
})

const refuses = test.macro((t, type: string, json: unknown, expected: string) => {
  t.is(refusal(type, json), expected)
})

test('reads an integer from a number', reads, 'asset', { amount: 5, asset_id: '1.3.0' }, asset(5n))
test('reads an integer from text', reads, 'asset', { amount: '-9223372036854775808' }, asset(-(2n ** 63n)))
test('reads an integer from text with a plus sign', reads, 'asset', { amount: '+7' }, asset(7n))
test('reads an integer from a bigint', reads, 'asset', { amount: 2n ** 63n - 1n }, asset(2n ** 63n - 1n))
test('reads an integer from true', reads, 'asset', { amount: true }, asset(1n))
test('reads null as zero', reads, 'asset', { amount: null }, asset(0n))
test('reads a missing amount and asset as zero', reads, 'asset', {}, asset(0n))
test(
  'reads a number of 32 bits from text',
  reads,
  'htlc_options',
  htlcOptions('4294967295'),
  htlcOptions(4294967295),
)
test('drops leading zeros of an object id', reads, 'asset', { asset_id: '01.003.0012' }, asset(0n, '1.3.12'))
test('ignores members it does not know', reads, 'asset', { amount: 1, colour: 'red' }, asset(1n))

test('reads a bool from text', reads, 'restriction_argument', [1, 'true'], [1, true])
test('reads a bool from a number', reads, 'restriction_argument', [1, 0], [1, false])
test('reads a tag from text', reads, 'restriction_argument', ['1', 1], [1, true])
test('reads text from a number', reads, 'restriction_argument', [3, 17], [3, '17'])
test('reads null as empty text', reads, 'restriction_argument', [3, null], [3, ''])
test('reads upper-case hex', reads, 'block_id_predicate', { id: 'AB'.repeat(20) }, { id: 'ab'.repeat(20) })
test(
  'fills short hex with zeros',
  reads,
  'block_id_predicate',
  { id: 'abcd' },
  { id: 'abcd'.padEnd(40, '0') },
)
test(
  'reads a time without delimiters',
  reads,
  'restriction_argument',
  [4, '20240319T054257'],
  [4, 1710826977],
)
test(
  'drops fractions of a second',
  reads,
  'restriction_argument',
  [4, '2024-03-19T05:42:57.999'],
  [4, 1710826977],
)
test(
  'reads the last second of 32 bits',
  reads,
  'restriction_argument',
  [4, '2106-02-07T06:28:15'],
  [4, 0xffffffff],
)

test('reads null as an absent optional', reads, 'buyback_account_options', buyback(), buyback())
test('reads an empty array as an empty extension', (t) => {
  const read = fromJson('operation', [43, { extensions: [] }]) as { extensions: unknown }
  t.deepEqual(read.extensions, { claim_from_asset_id: undefined })
})
test('takes what core constructs for members that are missing', (t) => {
  t.deepEqual(fromJson('limit_order_create_operation', {}), {
    fee: asset(0n),
    seller: '1.2.0',
    amount_to_sell: asset(0n),
    min_to_receive: asset(0n),
    expiration: 0xffffffff,
    fill_or_kill: false,
    extensions: { on_fill: undefined },
  })
})

test(
  'refuses a word as a number',
  refuses,
  'asset',
  { amount: 'ten' },
  bad('asset.amount', 'expected an int64, found "ten"'),
)
test(
  'refuses a fraction',
  refuses,
  'asset',
  { amount: 1.5 },
  bad('asset.amount', 'expected an int64, found 1.5'),
)
test(
  'refuses a number above 2^53, which may have lost digits',
  refuses,
  'asset',
  { amount: 9007199254740993 },
  bad('asset.amount', '9007199254740992 may have lost digits on its way: write it as text'),
)
test(
  'refuses an integer that is out of range',
  refuses,
  'asset',
  { amount: '9223372036854775808' },
  bad('asset.amount', '"9223372036854775808" is out of the range of an int64'),
)
test(
  'refuses 256 in a uint8, which core would cut to 0',
  refuses,
  'operation',
  [7, { new_listing: 256 }],
  bad('operation[1].new_listing', '256 is out of the range of a uint8'),
)
test(
  'refuses a negative number in a uint16',
  refuses,
  'vesting_balance_worker_initializer',
  { pay_vesting_period_days: -1 },
  bad('vesting_balance_worker_initializer.pay_vesting_period_days', '-1 is out of the range of a uint16'),
)
test(
  'refuses an object id of another type',
  refuses,
  'asset',
  { asset_id: '1.2.0' },
  bad('asset.asset_id', 'expected an object id like 1.3.0, found "1.2.0"'),
)
test(
  'refuses an object id that is not one',
  refuses,
  'asset',
  { asset_id: '1.3' },
  bad('asset.asset_id', 'expected an object id like 1.2.3, found "1.3"'),
)
test(
  'refuses an instance of more than 48 bits',
  refuses,
  'asset',
  { asset_id: '1.3.281474976710656' },
  bad('asset.asset_id', 'there is no object "1.3.281474976710656"'),
)
test(
  'refuses hex that is too long',
  refuses,
  'block_id_predicate',
  { id: '00'.repeat(21) },
  bad('block_id_predicate.id', 'expected 20 bytes of hex, found 21'),
)
test(
  'refuses half a byte',
  refuses,
  'block_id_predicate',
  { id: 'abc' },
  bad('block_id_predicate.id', 'expected hex digits in pairs, found "abc"'),
)
test(
  'refuses a day that does not exist',
  refuses,
  'restriction_argument',
  [4, '2023-02-29T00:00:00'],
  bad('restriction_argument[1]', 'there is no time "2023-02-29T00:00:00"'),
)
test(
  'refuses a time outside 32 bits',
  refuses,
  'restriction_argument',
  [4, '2106-02-07T06:28:16'],
  bad('restriction_argument[1]', '"2106-02-07T06:28:16" is outside 1970 to 2106'),
)
test('refuses an unknown tag', refuses, 'operation', [78, {}], bad('operation', 'no tag 78, there are 78'))
test(
  'refuses a variant without a value',
  refuses,
  'operation',
  [0],
  bad('operation', 'expected two elements, found 1'),
)
test(
  'refuses an unknown extension',
  refuses,
  'operation',
  [43, { extensions: { x: 1 } }],
  bad('operation[1].extensions', 'there is no extension "x"'),
)
test(
  'refuses a missing key',
  refuses,
  'memo_data',
  { from: KEY },
  bad('memo_data.to', 'expected the text of a key, found nothing'),
)
test(
  'refuses a missing fee, which core would fill with one that was compiled in',
  refuses,
  'fee_parameters',
  [0, { price_per_kbyte: 1 }],
  bad('fee_parameters[1].fee', 'expected a uint64, found nothing'),
)
test(
  'refuses null as an object',
  refuses,
  'signed_block',
  null,
  bad('signed_block', 'expected an object, found null'),
)
test(
  'refuses half of a surrogate pair',
  refuses,
  'restriction_argument',
  [3, '\ud800'],
  bad('restriction_argument[1]', 'half of a surrogate pair has no UTF-8 form'),
)

test('names the way to what it refuses', (t) => {
  const block = { transactions: [{}, { operations: [[0, { amount: { amount: 'x' } }]] }] }
  t.is(
    refusal('signed_block', block),
    bad('signed_block.transactions[1].operations[0][1].amount.amount', 'expected an int64, found "x"'),
  )
})

test('refuses a key with a wrong checksum or prefix', (t) => {
  t.regex(refusal('memo_data', { from: KEY.replace('C2', 'C3') }), /^BAD_VALUE memo_data\.from: .*checksum/)
  t.regex(
    refusal('memo_data', { from: KEY.replace('BTS', 'TEST') }),
    /^BAD_VALUE memo_data\.from: .*begin with BTS/,
  )
})

test('refuses proposals in proposals without end', (t) => {
  let json: unknown = [0, {}]
  for (let depth = 0; depth < 5000; depth += 1) json = [22, { proposed_ops: [{ op: json }] }]
  t.regex(refusal('operation', json), /nested deeper than 200$/)
})

test('keeps away from what an untrusted key could reach', (t) => {
  const json: unknown = JSON.parse('{"__proto__":{"amount":5},"amount":7,"constructor":1}')
  const value = fromJson('asset', json)
  t.deepEqual(value, asset(7n))
  t.is(Object.getPrototypeOf(value), Object.prototype)
  t.deepEqual(fromJson('asset', { __proto__: { amount: 5 } }), asset(0n))
  t.regex(
    refusal('bitasset_options', JSON.parse('{"extensions":{"__proto__":1}}')),
    /no extension "__proto__"/,
  )
})

test('knows no type by the name of a member of Object', (t) => {
  for (const name of ['__proto__', 'constructor', 'toString', 'no_such']) {
    t.throws(() => fromJson(name, {}), { code: 'BAD_OPTION', message: `there is no type "${name}"` })
  }
})

test('reads keys of another network with its prefix', (t) => {
  const json = { from: KEY.replace('BTS', 'TEST'), to: KEY.replace('BTS', 'TEST'), nonce: 1, message: '00ff' }
  const value = fromJson('memo_data', json, { prefix: 'TEST' })
  t.deepEqual(toJson('memo_data', value, { prefix: 'TEST' }), json)
})

test('reads anything or refuses it with BAD_VALUE', (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom('operation', 'signed_transaction', 'signed_block', 'authority', 'restriction'),
      fc.oneof(
        fc.jsonValue(),
        fc.tuple(fc.nat(80), fc.object({ key: fc.constantFrom('fee', 'op', 'extensions', 'options') })),
      ),
      (type, json) => {
        const outcome = refusal(type, json)
        t.true(outcome === 'accepted' || outcome.startsWith(`BAD_VALUE ${type}`), outcome)
      },
    ),
  )
})

function bad(path: string, detail: string): string {
  return `BAD_VALUE ${path}: ${detail}`
}

function asset(amount: bigint, id = '1.3.0'): unknown {
  return { amount, asset_id: id }
}

function htlcOptions(seconds: unknown): unknown {
  return { max_timeout_secs: seconds, max_preimage_size: 0 }
}

function buyback(): unknown {
  return { asset_to_buy: '1.3.1', asset_to_buy_issuer: '1.2.3', markets: ['1.3.4'] }
}
