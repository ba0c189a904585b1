import test from 'ava'
import fc from 'fast-check'
import { encodeBase58 } from '../../lib/crypto/base58.ts'
import {
  addressFromText,
  addressToText,
  isPrivateKey,
  privateKeyToWif,
  publicKeyFromText,
  publicKeyToAddress,
  publicKeyToText,
  wifToPrivateKey,
} from '../../lib/crypto/key-text.ts'
import { UsageError } from '../../lib/errors.ts'
import { hashBytes } from '../../lib/platform/node.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readVectors } from '../support/vectors.ts'

interface Keys {
  readonly publicKeys: readonly (readonly [text: string, hex: string])[]
  readonly addresses: readonly (readonly [text: string, hex: string])[]
}

const KEY = 'BTS5qcBM4epxQknReBaZpUKbsFzgGJqhAGB1nTYu1e66up96LfrC2'
const BAD_KEY = { instanceOf: UsageError, code: 'BAD_KEY' }
// The private key of "nathan" in core's own tests: SHA-256 of its name.
const WIF = '5KQwrPbwdL6PhXujxW37FSSQZ1JiwsST4cqQzDeyXtP79zkvFD3'

test('keys and addresses are the text that core prints', (t) => {
  const { publicKeys, addresses } = readVectors('keys.json') as Keys
  t.true(publicKeys.length >= 40 && addresses.length >= 20)
  for (const [text, hex] of publicKeys) {
    t.is(publicKeyToText(bytesOf(hex)), text)
    t.is(hexOf(publicKeyFromText(text)), hex)
  }
  for (const [text, hex] of addresses) {
    t.is(addressToText(bytesOf(hex)), text)
    t.is(hexOf(addressFromText(text)), hex)
  }
})

test('the null key has the text that core gives it', (t) => {
  const text = 'BTS1111111111111111111111111111111114T1Anm'
  t.is(publicKeyToText(new Uint8Array(33)), text)
  t.deepEqual(publicKeyFromText(text), new Uint8Array(33))
})

test('the prefix is that of the network', (t) => {
  const bytes = publicKeyFromText(KEY)
  const text = publicKeyToText(bytes, 'TEST')
  t.is(text, `TEST${KEY.slice(3)}`)
  t.deepEqual(publicKeyFromText(text, 'TEST'), bytes)
  t.throws(() => publicKeyFromText(text), { ...BAD_KEY, message: /does not begin with BTS/ })
})

test('a changed character, another length and an address in place of a key are refused', (t) => {
  const { addresses } = readVectors('keys.json') as Keys
  t.throws(() => publicKeyFromText(`${KEY.slice(0, -1)}3`), { ...BAD_KEY, message: /checksum/ })
  t.throws(() => publicKeyFromText(KEY.slice(0, -1)), BAD_KEY)
  t.throws(() => publicKeyFromText(`${KEY}1`), BAD_KEY)
  t.throws(() => publicKeyFromText(`BTS${'z'.repeat(100_000)}`), BAD_KEY)
  t.throws(() => publicKeyFromText(addresses[0]?.[0] ?? ''), BAD_KEY)
  t.throws(() => addressFromText(KEY), BAD_KEY)
  t.throws(() => publicKeyToText(new Uint8Array(32)), BAD_KEY)
  t.throws(() => addressToText(new Uint8Array(21)), BAD_KEY)
  t.throws(() => publicKeyFromText(''), BAD_KEY)
})

test('the address of a key is RIPEMD-160 of SHA-512 of its bytes', (t) => {
  const key = publicKeyFromText(KEY)
  t.deepEqual(publicKeyToAddress(key), hashBytes('ripemd160', hashBytes('sha512', key)))
})

test('a private key is read from and written in wallet import format', (t) => {
  const privateKey = hashBytes('sha256', new TextEncoder().encode('nathan'))
  t.is(privateKeyToWif(privateKey), WIF)
  t.deepEqual(wifToPrivateKey(WIF), privateKey)
})

test('a damaged private key is refused without repeating it', (t) => {
  const compressed = encodeBase58(Uint8Array.from([0x80, ...new Uint8Array(33).fill(1), 1, 2, 3, 4]))
  for (const text of [`${WIF.slice(0, -1)}4`, WIF.slice(1), `${WIF}1`, '', 'secret', compressed]) {
    const error = t.throws(() => wifToPrivateKey(text), BAD_KEY)
    t.false(text.length > 0 && error.message.includes(text))
  }
})

test('a private key is a number above zero and below the order of the curve', (t) => {
  const order = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141'
  t.false(isPrivateKey(new Uint8Array(32)))
  t.false(isPrivateKey(new Uint8Array(31).fill(1)))
  t.false(isPrivateKey(bytesOf(order)))
  t.true(isPrivateKey(bytesOf(order.replace(/41$/, '40'))))
  t.true(isPrivateKey(bytesOf(`${'00'.repeat(31)}01`)))
  t.throws(() => privateKeyToWif(bytesOf(order)), BAD_KEY)
  t.throws(() => privateKeyToWif(new Uint8Array(32)), BAD_KEY)
})

test('any 33 and any 20 bytes survive their text', (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 33, maxLength: 33 }), (bytes) => {
      t.deepEqual(publicKeyFromText(publicKeyToText(bytes)), bytes)
      t.deepEqual(addressFromText(addressToText(bytes.slice(0, 20))), bytes.slice(0, 20))
    }),
  )
})

test('no text makes the readers throw anything but BAD_KEY', (t) => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 })),
      (text) => {
        for (const read of [publicKeyFromText, addressFromText, wifToPrivateKey]) {
          t.throws(() => read(`BTS${text}`), BAD_KEY)
        }
      },
    ),
  )
})
