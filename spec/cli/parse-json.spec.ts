import test from 'ava'
import fc from 'fast-check'
import { parseJson } from '../../lib/cli/parse-json.ts'

test('keeps every digit of a long integer', (t) => {
  t.deepEqual(parseJson('{"amount":9007199254740993,"low":-9223372036854775808}'), {
    amount: '9007199254740993',
    low: '-9223372036854775808',
  })
})

test('leaves digits in texts and fractions alone', (t) => {
  t.deepEqual(parseJson('["12345678901234567890","a\\"12345678901234567890",0.12345678901234567,1e30]'), [
    '12345678901234567890',
    'a"12345678901234567890',
    0.12345678901234567,
    1e30,
  ])
})

test('is JSON.parse for everything else', (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify([value, '1111111111111111'])
      const digitsKept = (_key: string, each: unknown): unknown =>
        typeof each === 'number' && /^-?\d{16,}$/.test(String(each)) ? String(each) : each
      t.deepEqual(parseJson(text), JSON.parse(text, digitsKept))
    }),
  )
})

test('takes a text of megabytes', (t) => {
  const text = `"${'1'.repeat(8_000_000)}"`
  t.is((parseJson(text) as string).length, 8_000_000)
})
