import test from 'ava'
import fc from 'fast-check'
import { publicKeyToText } from '../../lib/crypto/key-text.ts'
import {
  countPacked,
  packSignatures,
  readKeys,
  recoverPacked,
  type RecoveredKeys,
  type SignedDigest,
} from '../../lib/crypto/packed-signatures.ts'
import { createSignatures, isCanonical, type SignatureBackend } from '../../lib/crypto/signatures.ts'
import { UsageError } from '../../lib/errors.ts'
import { hexOf } from '../support/hex.ts'
import { readSignatures, signMany } from '../support/signed-digests.ts'

const native = createSignatures('secp256k1')
const noble = createSignatures('noble') as SignatureBackend
const vectors = readSignatures()

function recover(signed: readonly SignedDigest[], backend: SignatureBackend): RecoveredKeys {
  const packed = packSignatures(signed)
  recoverPacked(packed, backend)
  return readKeys(packed, signed.length)
}

for (const backend of native === undefined ? [noble] : [noble, native]) {
  test(`${backend.name}: the keys of packed signatures are those that core recovers, in their order`, (t) => {
    const keys = recover(vectors, backend)
    t.is(keys.length, vectors.length)
    for (const [index, { key }] of vectors.entries()) {
      const bytes = keys.keyAt(index)
      t.is(bytes && publicKeyToText(bytes), key)
      t.is(keys.hexAt(index), bytes && hexOf(bytes))
      t.is(keys.reasonAt(index), undefined)
    }
  })

  test(`${backend.name}: a signature without a key is told from one that is not canonical`, (t) => {
    const [first, second, third, fourth] = signMany(4) as [
      SignedDigest,
      SignedDigest,
      SignedDigest,
      SignedDigest,
    ]
    const nobody = second.signature.slice()
    nobody[0] = 26
    const high = third.signature.slice()
    high[33] = 0x80
    const keys = recover(
      [first, { ...second, signature: nobody }, { ...third, signature: high }, fourth],
      backend,
    )
    t.deepEqual(
      [0, 1, 2, 3].map((index) => keys.reasonAt(index)),
      [undefined, 'NO_KEY', 'NOT_CANONICAL', undefined],
    )
    t.is(keys.keyAt(1), undefined)
    t.is(keys.hexAt(2), undefined)
    t.is(keys.hexAt(0), keys.hexAt(3))
  })
}

test('recovered in pieces, the keys are the same', (t) => {
  const backend = native ?? noble
  const signed = vectors.slice(0, 11)
  const whole = recover(signed, backend)
  fc.assert(
    fc.property(fc.nat(11), fc.nat(11), (a, b) => {
      const packed = packSignatures(signed)
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      recoverPacked(packed, backend, 0, low)
      recoverPacked(packed, backend, low, high)
      recoverPacked(packed, backend, high)
      const keys = readKeys(packed, signed.length)
      for (let index = 0; index < signed.length; index += 1) t.is(keys.hexAt(index), whole.hexAt(index))
    }),
    { numRuns: 20 },
  )
})

test('anything of the right length is recovered as one signature alone is', (t) => {
  const backend = native ?? noble
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  const anySigned = fc.record({ digest: bytes(32), signature: bytes(65) })
  fc.assert(
    fc.property(fc.array(anySigned, { maxLength: 5 }), (signed) => {
      const keys = recover(signed, backend)
      for (const [index, { digest, signature }] of signed.entries()) {
        const key = isCanonical(signature) ? backend.recover(digest, signature) : undefined
        t.is(keys.hexAt(index), key && hexOf(key))
      }
    }),
    { numRuns: 100 },
  )
})

test('says how many are packed, and refuses other lengths and other numbers', (t) => {
  t.is(countPacked(packSignatures(signMany(3))), 3)
  t.is(countPacked(packSignatures([])), 0)
  const [signed] = signMany(1) as [SignedDigest]
  for (const bad of [
    { ...signed, digest: new Uint8Array(31) },
    { ...signed, signature: new Uint8Array(64) },
  ]) {
    t.throws(() => packSignatures([signed, bad]), { instanceOf: UsageError, code: 'BAD_VALUE' })
  }
  const keys = recover([signed], noble)
  for (const index of [-1, 1, 0.5, Number.NaN]) t.throws(() => keys.hexAt(index), { instanceOf: RangeError })
})

test('a key outlives the bytes it was read from', (t) => {
  const [signed] = signMany(1) as [SignedDigest]
  const packed = packSignatures([signed])
  recoverPacked(packed, noble)
  const keys = readKeys(packed, 1)
  const key = keys.keyAt(0) as Uint8Array
  const hex = hexOf(key)
  packed.fill(0)
  t.is(hexOf(key), hex)
})
