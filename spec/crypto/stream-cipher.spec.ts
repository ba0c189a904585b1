import test from 'ava'
import fc from 'fast-check'
import { CIPHER_BLOCK_SIZE_BYTES, cipherKeyOf, createCipherPair } from '../../lib/crypto/stream-cipher.ts'
import { hashHex } from '../../lib/platform/node.ts'
import { packFrames } from '../../lib/transport/enframe.ts'
import { hexOf, plain } from '../support/hex.ts'
import { SESSION } from '../support/session-vectors.ts'
import { cut } from '../support/cut.ts'

test('the key is the digest that hello signs', (t) => {
  t.deepEqual(cipherKeyOf(SESSION.secret), SESSION.key)
})

test('the same frame twice gives the two ciphertexts of core', (t) => {
  const cipher = createCipherPair(SESSION.secret)
  t.deepEqual(plain(cipher.encrypt(SESSION.addressRequest)), SESSION.encryptedOnce)
  t.deepEqual(plain(cipher.encrypt(SESSION.addressRequest)), SESSION.encryptedTwice)
})

test('a hello and the acceptance after it are encrypted as core does', (t) => {
  const cipher = createCipherPair(SESSION.secret)
  const hello = cipher.encrypt(packFrames([{ type: 5006, payload: SESSION.hello }]))
  t.is(hello.length, 192)
  t.true(hexOf(hello).startsWith('407dc6b18f82519128aae2e19be06dac'))
  t.true(hexOf(hello).endsWith('3127f9aff6a5d10a0165b75d384c22c7'))
  t.is(hashHex('sha256', hello), 'c0a85ba105ac67691423060da295277a1e3046ffb6ad8090a9e08835b5475b3c')
  const accepted = cipher.encrypt(packFrames([{ type: 5007, payload: new Uint8Array(0) }]))
  t.is(hexOf(accepted), '6649acf3ec51c0dc27dddfe6272945a0')
})

test('both directions begin alike and go on apart', (t) => {
  const alice = createCipherPair(SESSION.secret)
  const bob = createCipherPair(SESSION.secret)
  const fromAlice = alice.encrypt(new Uint8Array(32))
  t.deepEqual(plain(bob.encrypt(new Uint8Array(32))), plain(fromAlice))
  t.deepEqual(plain(bob.decrypt(fromAlice)), new Uint8Array(32))
  t.is(alice.decrypt(bob.encrypt(new Uint8Array(16))).length, 16)
})

test('a decrypted piece comes as soon as its block is whole', (t) => {
  const cipher = createCipherPair(SESSION.secret)
  const sent = cipher.encrypt(new Uint8Array(32).fill(7))
  t.is(cipher.decrypt(sent.subarray(0, 15)).length, 0)
  t.deepEqual(plain(cipher.decrypt(sent.subarray(15, 16))), new Uint8Array(16).fill(7))
  t.is(cipher.decrypt(sent.subarray(16, 31)).length, 0)
  t.deepEqual(plain(cipher.decrypt(sent.subarray(31))), new Uint8Array(16).fill(7))
})

test('bytes that are not whole blocks are not encrypted', (t) => {
  const cipher = createCipherPair(SESSION.secret)
  t.throws(() => cipher.encrypt(new Uint8Array(17)), { instanceOf: RangeError })
  t.deepEqual(plain(cipher.encrypt(SESSION.addressRequest)), SESSION.encryptedOnce)
})

test('any cut of the ciphertext and of the plaintext gives the same bytes', (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }),
      (pieces, sizes) => {
        const near = createCipherPair(SESSION.secret)
        const far = createCipherPair(SESSION.secret)
        const blocks = pieces.map((piece) => padded(piece))
        const sent = Buffer.concat(blocks.map((block) => near.encrypt(block)))
        const received = Buffer.concat(cut(sent, sizes).map((chunk) => far.decrypt(chunk)))
        t.deepEqual(received, Buffer.concat(blocks))
      },
    ),
    { numRuns: 300 },
  )
})

function padded(piece: Uint8Array): Uint8Array {
  const block = new Uint8Array(Math.ceil(piece.length / CIPHER_BLOCK_SIZE_BYTES) * CIPHER_BLOCK_SIZE_BYTES)
  block.set(piece)
  return block
}
