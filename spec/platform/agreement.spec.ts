import test from 'ava'
import fc from 'fast-check'
import { InternalError } from '../../lib/errors.ts'
import * as node from '../../lib/platform/node.ts'
import * as portable from '../../lib/platform/portable.ts'
import { SESSION } from '../support/session-vectors.ts'
import { hexOf, plain } from '../support/hex.ts'

const HASHES = ['sha256', 'sha224', 'sha512', 'ripemd160'] as const
const bytes = (max: number) => fc.uint8Array({ maxLength: max })

test('both platforms export the same names', (t) => {
  t.deepEqual(Object.keys(portable).sort(), Object.keys(node).sort())
  t.is(node.platform, 'node')
  t.is(portable.platform, 'portable')
})

test('both hash alike in every form', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...HASHES), bytes(300), (name, input) => {
      t.deepEqual(portable.hashBytes(name, input), node.hashBytes(name, input))
      t.is(portable.hashHex(name, input), node.hashHex(name, input))
      t.is(portable.hashLatin1(name, input), node.hashLatin1(name, input))
    }),
  )
})

test('both authenticate alike', (t) => {
  fc.assert(
    fc.property(bytes(100), bytes(200), (key, message) => {
      t.deepEqual(portable.hmacSha256(key, message), node.hmacSha256(key, message))
    }),
  )
})

test('both turn bytes into text and back alike', (t) => {
  fc.assert(
    fc.property(bytes(100), fc.nat(100), fc.nat(100), (input, a, b) => {
      const start = Math.min(a, b, input.length)
      const end = Math.min(Math.max(a, b), input.length)
      for (const view of [input, Buffer.from(input)]) {
        t.is(portable.toHex(view, start, end), node.toHex(view, start, end))
        t.is(portable.toLatin1(view, start, end), node.toLatin1(view, start, end))
      }
      t.is(portable.toHex(input), node.toHex(input))
      const text = node.toLatin1(input)
      const written = [portable, node].map(({ writeLatin1 }) => {
        const into = new Uint8Array(50)
        writeLatin1(text, into, Math.min(start, 50))
        return into
      })
      t.deepEqual(written[0], written[1])
    }),
  )
})

test('both agree on a key exchange', (t) => {
  const { alice, bob } = SESSION
  for (const { createDiffieHellman } of [portable, node]) {
    const own = createDiffieHellman(alice.privateKey)
    t.deepEqual(plain(own.publicKey), alice.publicKey)
    const x = own.computeX(bob.publicKey)
    t.deepEqual(x && portable.hashBytes('sha512', x), SESSION.secret)
    t.is(own.computeX(new Uint8Array(33)), undefined)
  }
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.constantFrom(2, 3), (x, sign) => {
      const point = Uint8Array.from([sign, ...x])
      const [here, there] = [portable, node].map((platform) =>
        platform.createDiffieHellman(alice.privateKey).computeX(point),
      )
      t.deepEqual(here && plain(here), there && plain(there))
    }),
    { numRuns: 30 },
  )
})

test('both give random bytes of the length asked for', (t) => {
  for (const { randomBytes } of [portable, node]) {
    t.is(randomBytes(33).length, 33)
    t.not(hexOf(randomBytes(16)), hexOf(randomBytes(16)))
  }
})

test('only Node has the cipher of a connection', (t) => {
  const streams = node.createAes256Cbc(SESSION.key, SESSION.iv)
  t.deepEqual(plain(streams.encrypt(SESSION.addressRequest)), SESSION.encryptedOnce)
  t.deepEqual(plain(streams.decrypt(SESSION.encryptedOnce)), SESSION.addressRequest)
  t.throws(() => portable.createAes256Cbc(SESSION.key, SESSION.iv), { instanceOf: InternalError })
  t.is(portable.nativeSecp256k1(), undefined)
})
