import test from 'ava'
import * as crypto from '../../lib/crypto.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { runPortable } from '../support/run-portable.ts'
import { SESSION } from '../support/session-vectors.ts'

const KEY = hexOf(SESSION.node.privateKey)
const DIGEST = hexOf(SESSION.key)

test('works without any module of Node, with the same results', async (t) => {
  const there = await runPortable(
    'crypto',
    `
    const bytes = (hex) => Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16))
    const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
    const key = bytes('${KEY}')
    const digest = bytes('${DIGEST}')
    const signature = entry.signatures.sign(digest, key)
    const secret = entry.createEphemeralKeys(key).computeSecret(bytes('${hexOf(SESSION.bob.publicKey)}'))
    return {
      backend: entry.signatures.name,
      names: Object.keys(entry).sort(),
      publicKey: entry.publicKeyToText(entry.signatures.publicKeyOf(key)),
      wif: entry.privateKeyToWif(key),
      signature: hex(signature),
      signer: hex(entry.signatures.recover(digest, signature)),
      secret: hex(secret),
      iv: hex(entry.cityHash128(secret)),
      random: entry.isPrivateKey(entry.generatePrivateKey()),
    }`,
  )
  const key = bytesOf(KEY)
  const digest = bytesOf(DIGEST)
  const signature = crypto.signatures.sign(digest, key)
  const secret = crypto.createEphemeralKeys(key).computeSecret(SESSION.bob.publicKey)
  t.deepEqual(there, {
    backend: 'noble',
    names: Object.keys(crypto).sort(),
    publicKey: crypto.publicKeyToText(crypto.signatures.publicKeyOf(key)),
    wif: crypto.privateKeyToWif(key),
    signature: hexOf(signature),
    signer: hexOf(SESSION.node.publicKey),
    secret: hexOf(secret),
    iv: hexOf(crypto.cityHash128(secret)),
    random: true,
  })
})

test('the check would notice a module of Node', async (t) => {
  const error = await t.throwsAsync(runPortable('platform/node', 'return 1'))
  t.regex(error.message, /node:(buffer|crypto) is asked for by/)
})
