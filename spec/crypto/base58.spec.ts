import test from 'ava'
import fc from 'fast-check'
import { decodeBase58, encodeBase58, MAX_BASE58_LENGTH } from '../../lib/crypto/base58.ts'
import { UsageError } from '../../lib/errors.ts'
import { bytesOf } from '../support/hex.ts'

const is = test.macro((t, hex: string, text: string) => {
  t.is(encodeBase58(bytesOf(hex)), text)
  t.deepEqual(decodeBase58(text), bytesOf(hex))
})

// The first six are the examples of the IETF draft on base58 and of Bitcoin Core's base58_encode_decode.json.
test('no bytes are no text', is, '', '')
test('a zero byte is a 1', is, '00', '1')
test('leading zeros are kept', is, '0000287fb4cd', '11233QC4')
test('one digit', is, '39', 'z')
test('two digits', is, '61', '2g')
test('ten bytes', is, '572e4794', '3EFU7m')
test('a greeting', is, '48656c6c6f20576f726c6421', '2NEpo7TZRRrLZSi2U')

test('characters outside the alphabet are refused', (t) => {
  for (const text of ['0', 'O', 'I', 'l', 'a b', 'é', '\u{1f600}', 'abc\n'])
    t.is(decodeBase58(text), undefined, text)
})

test('long input is refused before any work', (t) => {
  t.is(decodeBase58('z'.repeat(MAX_BASE58_LENGTH + 1)), undefined)
  t.throws(() => encodeBase58(new Uint8Array(MAX_BASE58_LENGTH + 1)), {
    instanceOf: UsageError,
    code: 'BAD_VALUE',
  })
})

test('decoding gives back what was encoded', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      t.deepEqual(decodeBase58(encodeBase58(bytes)), bytes)
    }),
    { numRuns: 500 },
  )
})

test('agrees with plain long division', (t) => {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (bytes) => {
      let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
      let digits = ''
      for (; number > 0n; number /= 58n) digits = alphabet.charAt(Number(number % 58n)) + digits
      const zeros = bytes.findIndex((byte) => byte !== 0)
      t.is(encodeBase58(bytes), '1'.repeat(zeros < 0 ? bytes.length : zeros) + digits)
    }),
  )
})
