import test from 'ava'
import fc from 'fast-check'
import { ratioText } from '../../lib/view/ratio-text.ts'

const units = (amount: bigint, precision: number) => ({ units: amount, precision })

const ROWS = [
  // 5 USD for 100 BTS
  [units(50_000n, 4), units(10_000_000n, 5), '0.05'],
  [units(1n, 0), units(3n, 0), '0.333333'],
  [units(2n, 0), units(3n, 0), '0.666667'],
  [units(1_234_567_890n, 0), units(1n, 0), '1234567890'],
  [units(1n, 0), units(7n, 5), '14285.7'],
  [units(1n, 12), units(10n ** 15n, 0), '0.000000000000000000000000001'],
] as const

for (const [part, whole, text] of ROWS) {
  test(`tells ${part.units} of precision ${part.precision} for one of ${whole.units} as ${text}`, (t) => {
    t.is(ratioText(part, whole), text)
  })
}

test('there is no ratio with nothing', (t) => {
  t.is(ratioText(units(0n, 0), units(1n, 0)), undefined)
  t.is(ratioText(units(1n, 0), units(0n, 0)), undefined)
  t.is(ratioText(units(-1n, 0), units(1n, 0)), undefined)
})

test('it is off by less than a hundred-thousandth', (t) => {
  const amount = fc.record({ units: fc.bigInt(1n, 2n ** 63n - 1n), precision: fc.nat(12) })
  fc.assert(
    fc.property(amount, amount, (part, whole) => {
      const exact = (Number(part.units) / Number(whole.units)) * 10 ** (whole.precision - part.precision)
      const told = Number(ratioText(part, whole))
      return Math.abs(told / exact - 1) < 1e-5
    }),
  )
  t.pass()
})
