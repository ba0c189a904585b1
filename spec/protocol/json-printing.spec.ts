import test from 'ava'
import { toJson } from '../../lib/protocol/json.ts'

const ASSET_ID = '1.3.0'
const KEY = 'BTS1111111111111111111111111111111114T1Anm'

const printsAmount = test.macro((t, amount: bigint | number, text: string) => {
  t.is(
    JSON.stringify(toJson('asset', { amount, asset_id: ASSET_ID })),
    `{"amount":${text},"asset_id":"1.3.0"}`,
  )
})

test('prints the largest int64 that is a number', printsAmount, 2147483647n, '2147483647')
test('prints a larger int64 as text', printsAmount, 2147483648n, '"2147483648"')
test('prints the smallest int64 that is a number', printsAmount, -2147483648n, '-2147483648')
test('prints a smaller int64 as text', printsAmount, -2147483649n, '"-2147483649"')
test('prints the extremes of int64', printsAmount, -(2n ** 63n), '"-9223372036854775808"')
test('prints an int64 given as a number', printsAmount, 2147483648, '"2147483648"')

const printsFee = test.macro((t, fee: bigint, text: string) => {
  t.is(JSON.stringify(toJson('fee_parameters', [1, { fee }])), `[1,{"fee":${text}}]`)
})

test('prints the largest uint64 that is a number', printsFee, 4294967295n, '4294967295')
test('prints a larger uint64 as text', printsFee, 4294967296n, '"4294967296"')
test('prints the largest uint64', printsFee, 2n ** 64n - 1n, '"18446744073709551615"')

const prints = test.macro((t, type: string, value: unknown, text: string) => {
  t.is(JSON.stringify(toJson(type, value)), text)
})

test('prints a bool that is a variant as 1', prints, 'restriction_argument', [1, true], '[1,1]')
test(
  'prints bools in a set as bools',
  prints,
  'restriction_argument',
  [20, [false, true]],
  '[20,[false,true]]',
)
test('prints the first second', prints, 'restriction_argument', [4, 0], '[4,"1970-01-01T00:00:00"]')
test('prints a time after 2038', prints, 'restriction_argument', [4, 2147483648], '[4,"2038-01-19T03:14:08"]')
test('prints the last second', prints, 'restriction_argument', [4, 0xffffffff], '[4,"2106-02-07T06:28:15"]')
test('prints empty text', prints, 'restriction_argument', [3, ''], '[3,""]')
test('prints what is not ASCII as it is', prints, 'restriction_argument', [3, 'é€😀'], '[3,"é€😀"]')
test(
  'escapes control characters',
  prints,
  'restriction_argument',
  [3, '\0\b\n"\\\x1f\x7f'],
  '[3,"\\u0000\\b\\n\\"\\\\\\u001f\x7f"]',
)
test('leaves out absent members of an extension', prints, 'bitasset_options', bitasset(), bitassetText('{}'))
test(
  'prints present members of an extension',
  prints,
  'bitasset_options',
  bitasset({ margin_call_fee_ratio: 3 }),
  bitassetText('{"margin_call_fee_ratio":3}'),
)
test('prints bytes as hex', prints, 'memo_data', memo(Uint8Array.of(0, 255)), memoText('00ff'))
test('prints no bytes as empty text', prints, 'memo_data', memo(new Uint8Array(0)), memoText(''))

test('refuses what does not fit with its path', (t) => {
  t.throws(() => toJson('asset', { amount: 'x', asset_id: ASSET_ID }), {
    code: 'BAD_VALUE',
    message: 'asset.amount: expected a number, found "x"',
  })
  t.throws(() => toJson('operation', { type: 'steal' }), {
    code: 'BAD_VALUE',
    message: 'operation: there is no operation "steal"',
  })
  t.throws(() => toJson('restriction_argument', [99, 1]), {
    code: 'BAD_VALUE',
    message: 'restriction_argument: no tag 99',
  })
})

test('prints keys with the prefix of the network', (t) => {
  const printed = JSON.stringify(toJson('memo_data', memo(new Uint8Array(0)), { prefix: 'TEST' }))
  t.is(printed, memoText('').replaceAll('BTS', 'TEST'))
})

function memo(message: Uint8Array): unknown {
  return { from: KEY, to: KEY, nonce: 0n, message }
}

function memoText(message: string): string {
  return `{"from":"${KEY}","to":"${KEY}","nonce":0,"message":"${message}"}`
}

function bitasset(extensions: object = {}): unknown {
  return {
    feed_lifetime_sec: 1,
    minimum_feeds: 1,
    force_settlement_delay_sec: 1,
    force_settlement_offset_percent: 1,
    maximum_force_settlement_volume: 1,
    short_backing_asset: ASSET_ID,
    extensions,
  }
}

function bitassetText(extensions: string): string {
  return `{"feed_lifetime_sec":1,"minimum_feeds":1,"force_settlement_delay_sec":1,"force_settlement_offset_percent":1,"maximum_force_settlement_volume":1,"short_backing_asset":"1.3.0","extensions":${extensions}}`
}
