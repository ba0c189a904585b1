import test from 'ava'
import { createEphemeralKeys } from '../../lib/crypto/key-agreement.ts'
import { PeerFault } from '../../lib/errors.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { SESSION } from '../support/session-vectors.ts'

const BAD_KEY = { instanceOf: PeerFault, code: 'BAD_KEY' }

test('both sides get the secret that core gets', (t) => {
  const alice = createEphemeralKeys(SESSION.alice.privateKey)
  const bob = createEphemeralKeys(SESSION.bob.privateKey)
  t.deepEqual(alice.publicKey, SESSION.alice.publicKey)
  t.deepEqual(bob.publicKey, SESSION.bob.publicKey)
  t.deepEqual(alice.computeSecret(bob.publicKey), SESSION.secret)
  t.deepEqual(bob.computeSecret(alice.publicKey), SESSION.secret)
})

test('keys are fresh each time and 33 bytes long', (t) => {
  const all = Array.from({ length: 20 }, () => createEphemeralKeys().publicKey)
  t.is(new Set(all.map(hexOf)).size, 20)
  for (const key of all) t.true(key.length === 33 && (key[0] === 2 || key[0] === 3))
})

const refuses = test.macro((t, key: Uint8Array) => {
  t.throws(() => createEphemeralKeys(SESSION.alice.privateKey).computeSecret(key), BAD_KEY)
})

const x = hexOf(SESSION.bob.publicKey).slice(2)

test('zeros are refused', refuses, new Uint8Array(33))
test('a point off the curve is refused', refuses, bytesOf(`02${'00'.repeat(31)}05`))
test('an X beyond the field is refused', refuses, bytesOf(`02${'ff'.repeat(32)}`))
test('a short key is refused', refuses, SESSION.bob.publicKey.subarray(0, 32))
test('no key is refused', refuses, new Uint8Array(0))
test('an uncompressed key is refused', refuses, bytesOf(`04${x}${x}`))
test('a hybrid prefix is refused', refuses, bytesOf(`06${x}`))
test('our own key sent back is refused', refuses, SESSION.alice.publicKey)
test('our own key mirrored is refused', refuses, bytesOf(`03${hexOf(SESSION.alice.publicKey).slice(2)}`))
