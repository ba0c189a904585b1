import test from 'ava'
import fc from 'fast-check'
import { decimalText, percentText } from '../../lib/names/amount-text.ts'

test('puts the point where the precision says', (t) => {
  const rows: readonly (readonly [bigint, number, string])[] = [
    [1_250_000n, 5, '12.5'],
    [1n, 5, '0.00001'],
    [0n, 5, '0'],
    [100_000n, 5, '1'],
    [-150n, 2, '-1.5'],
    [-5n, 2, '-0.05'],
    [42n, 0, '42'],
    [9_223_372_036_854_775_807n, 8, '92233720368.54775807'],
    [-9_223_372_036_854_775_808n, 12, '-9223372.036854775808'],
  ]
  for (const [units, precision, text] of rows) t.is(decimalText(units, precision), text)
})

test('loses nothing', (t) => {
  fc.assert(
    fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.nat(20), (units, precision) => {
      const [whole = '', fraction = ''] = decimalText(units, precision).split('.')
      t.false(fraction.endsWith('0'))
      t.is(BigInt(whole + fraction.padEnd(precision, '0')), units)
    }),
  )
})

test('prints shares of powers of ten', (t) => {
  t.is(percentText(25, 10_000), '0.25%')
  t.is(percentText(10_000, 10_000), '100%')
  t.is(percentText(1750, 1000), '175%')
  t.is(percentText(1, 1_000_000), '0.0001%')
})
