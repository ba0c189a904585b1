import test from 'ava'
import fc from 'fast-check'
import { columnsOf, cutTo, fit, steady, wrap } from '../../lib/dash/columns.ts'

test('texts are as wide as a terminal shows them', (t) => {
  const table: readonly (readonly [string, number])[] = [
    ['', 0],
    ['transfer', 8],
    ['Zürich', 6],
    ['比特股', 6],
    ['ビット', 6],
    ['한국', 4],
    ['！', 2],
    ['▁█·…→', 5],
  ]
  for (const [text, columns] of table) t.is(columnsOf(text), columns, text)
})

test('what terminals draw differently becomes a question mark', (t) => {
  t.is(steady('ok 😀 \u05d0 \u0e01\u0e35'), 'ok ? ? ?')
  t.is(steady('e\u0301'), '\u00e9')
  t.is(steady('x\u0301'), 'x')
  t.is(steady('a\u001b[31mb\tc'), 'a?[31mb?c')
})

test('a text is cut before a wide character that has no room', (t) => {
  t.is(cutTo('比特股', 5), '比特…')
  t.is(cutTo('比特股', 4), '比…')
  t.is(fit('比特股', 4), '比… ')
  t.is(fit('12', 4, 'right'), '  12')
  t.is(cutTo('abc', 1), '…')
  t.is(cutTo('abc', 0), '')
})

test('a text is broken between words, and within one that is too long', (t) => {
  t.deepEqual(wrap('alice sends 1 BTS to bob', 12, 9), ['alice sends', '1 BTS to bob'])
  t.deepEqual(wrap('aaaaaaaaaaaaaaaa', 6, 9), ['aaaaaa', 'aaaaaa', 'aaaa'])
  t.deepEqual(wrap('one two three four', 9, 1), ['one two …'])
})

test('any text fits any width exactly', (t) => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 0, max: 40 }),
      (text, columns) => {
        t.is(columnsOf(fit(text, columns)), columns)
        for (const line of wrap(text, Math.max(2, columns), 20))
          t.true(columnsOf(line) <= Math.max(2, columns))
      },
    ),
  )
})
