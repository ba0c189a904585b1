import test from 'ava'
import { cleanText, quoted } from '../../lib/names/clean-text.ts'

test('takes out what a terminal obeys and what nobody sees', (t) => {
  t.is(cleanText('a\u001b[31mb\r\n\u0000c\u009b2J', 40), 'a[31mbc2J')
  t.is(cleanText('\u202Eabc\u200b\u2066\ufeff', 40), 'abc')
  t.is(cleanText('a\ud800b', 40), 'ab')
  t.is(cleanText('Grüße 漢字 🎉', 40), 'Grüße 漢字 🎉')
})

test('cuts what is long, and says so', (t) => {
  t.is(cleanText('abcdef', 6), 'abcdef')
  t.is(cleanText('abcdefg', 6), 'abcde…')
  t.is(cleanText('x'.repeat(10_000_000), 3), 'xx…')
  t.is(cleanText('\n'.repeat(100) + 'abc', 5), '…')
  t.is(cleanText('🎉'.repeat(20), 3), '🎉🎉…')
})

test('marks where a quotation ends', (t) => {
  t.is(quoted('a”, he “said"', 40), "“a', he 'said'”")
})
