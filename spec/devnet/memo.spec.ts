import { createDecipheriv, createECDH, createHash } from 'node:crypto'
import test from 'ava'
import { deriveKeyPair } from '../../lib/devnet/key-pair.ts'
import { createMemoWriter } from '../../lib/devnet/memo.ts'
import { hexOf, plain } from '../support/hex.ts'

test('the receiver reads the memo with nothing but its own key', (t) => {
  const from = deriveKeyPair('spec', 'from')
  const to = deriveKeyPair('spec', 'to')
  const memo = createMemoWriter()(from, to, 123_456_789_012_345n, 'Grüße, 16 bytes!')
  t.is(memo.from, from.text)
  t.is(memo.to, to.text)

  const ecdh = createECDH('secp256k1')
  ecdh.setPrivateKey(to.privateKey)
  const secret = createHash('sha512').update(ecdh.computeSecret(from.publicKey)).digest('hex')
  const key = createHash('sha512').update(`123456789012345${secret}`).digest()
  const decipher = createDecipheriv('aes-256-cbc', key.subarray(0, 32), key.subarray(32, 48))
  const content = Buffer.concat([decipher.update(memo.message), decipher.final()])
  const text = content.subarray(4)
  t.is(text.toString(), 'Grüße, 16 bytes!')
  t.is(hexOf(content.subarray(0, 4)), createHash('sha256').update(text).digest('hex').slice(0, 8))
})

test('two writers write the same, and another nonce makes another memo', (t) => {
  const from = deriveKeyPair('spec', 'from')
  const to = deriveKeyPair('spec', 'to')
  const write = createMemoWriter()
  const message = plain(write(from, to, 1n, 'rent').message)
  t.deepEqual(plain(createMemoWriter()(from, to, 1n, 'rent').message), message)
  t.deepEqual(plain(write(from, to, 1n, 'rent').message), message)
  t.notDeepEqual(plain(write(from, to, 2n, 'rent').message), message)
})
