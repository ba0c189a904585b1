import test from 'ava'
import fc from 'fast-check'
import { deterministicNonces } from '../../lib/crypto/deterministic-nonces.ts'
import { generatePrivateKey } from '../../lib/crypto/generate-private-key.ts'
import { isPrivateKey, publicKeyToText } from '../../lib/crypto/key-text.ts'
import {
  createSignatures,
  isCanonical,
  type SignatureBackend,
  signatures,
} from '../../lib/crypto/signatures.ts'
import { UsageError } from '../../lib/errors.ts'
import { hashBytes } from '../../lib/platform/node.ts'
import { bytesOf, hexOf, plain } from '../support/hex.ts'
import { SESSION } from '../support/session-vectors.ts'
import { readVectors } from '../support/vectors.ts'

interface Signed {
  readonly signatures: readonly {
    readonly digest: string
    readonly signature: string
    readonly key: string
  }[]
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const native = createSignatures('secp256k1')
const noble = createSignatures('noble') as SignatureBackend
const backends = native === undefined ? [noble] : [noble, native]
const sha256 = (text: string): Uint8Array => hashBytes('sha256', new TextEncoder().encode(text))

test('the native library is chosen where it is installed', (t) => {
  t.is(signatures.name, native === undefined ? 'noble' : 'secp256k1')
  if (native === undefined) t.log('the native library is not installed: only @noble/curves is looked at')
})

for (const backend of backends) {
  test(`${backend.name}: signs a hello and blocks with the very bytes of core`, (t) => {
    const { node, key } = SESSION
    t.deepEqual(plain(backend.publicKeyOf(node.privateKey)), node.publicKey)
    t.deepEqual(plain(backend.sign(key, node.privateKey)), node.signature)
    t.is(
      hexOf(
        backend.sign(
          bytesOf('bb9cd675f5206159e1d05c830c4dcf7a401d796f322d1cc0f16ec89881800127'),
          sha256('wit'),
        ),
      ),
      '1f0b0aa510bcca121119a13aec9b2118d9e621bb997d9c62a6a7d53e22fd8dfabc3f6b9d2f706a20753d1be078c484310c1633ef2d25921da0ac19579dcb504909',
    )
    t.is(
      hexOf(
        backend.sign(
          bytesOf('f240e66e784495d06e3aca8a7e4a50707c72f32e939f69d2090451c0e8a38e33'),
          sha256('wit'),
        ),
      ),
      '20420e87a7ee68339d3273da1a9cb4142b20d3fff46a52f0a7fb54d64943083ab6245537e7f33fa14e814c569fc5e839c52e0013c9fb6cf68d2ddb5e6aea5b93a7',
    )
  })

  test(`${backend.name}: recovers the keys that core recovers`, (t) => {
    for (const { digest, signature, key } of (readVectors('signatures.json') as Signed).signatures) {
      const recovered = backend.recover(bytesOf(digest), bytesOf(signature))
      t.is(recovered && publicKeyToText(recovered), key)
      t.true(isCanonical(bytesOf(signature)))
    }
  })

  test(`${backend.name}: recovers from any header from 27 to 34 and from a high s`, (t) => {
    const { node, key } = SESSION
    const signature = node.signature.slice()
    signature[0] = 28 // 32 without the mark of a compressed key
    t.deepEqual(backend.recover(key, signature)?.length, 33)
    t.deepEqual(plain(backend.recover(key, signature) as Uint8Array), node.publicKey)
    const mirrored = node.signature.slice()
    mirrored[0] = 31
    const s = BigInt(`0x${hexOf(mirrored.subarray(33))}`)
    mirrored.set(bytesOf((ORDER - s).toString(16).padStart(64, '0')), 33)
    t.deepEqual(plain(backend.recover(key, mirrored) as Uint8Array), node.publicKey)
    t.false(isCanonical(mirrored))
  })

  test(`${backend.name}: what is no signature has no key`, (t) => {
    const { signature } = SESSION.node
    const changed = (change: (bytes: Uint8Array) => unknown): Uint8Array => {
      const bytes = signature.slice()
      change(bytes)
      return bytes
    }
    const nothing = [
      new Uint8Array(65),
      new Uint8Array(0),
      signature.subarray(0, 64),
      changed((bytes) => (bytes[0] = 26)),
      changed((bytes) => (bytes[0] = 35)),
      changed((bytes) => (bytes[0] = 33)), // r + n is beyond the field
      changed((bytes) => bytes.fill(0, 1, 33)),
      changed((bytes) => bytes.fill(0, 33)),
      changed((bytes) => bytes.fill(0xff, 1, 33)),
      changed((bytes) => bytes.fill(0xff, 33)),
    ]
    for (const bytes of nothing) t.is(backend.recover(SESSION.key, bytes), undefined, hexOf(bytes))
    t.is(backend.recover(SESSION.key.subarray(1), signature), undefined)
  })

  test(`${backend.name}: refuses what is no private key or no digest`, (t) => {
    const bad = [new Uint8Array(32), new Uint8Array(32).fill(0xff), new Uint8Array(31).fill(1)]
    for (const key of bad) {
      t.throws(() => backend.sign(SESSION.key, key), { instanceOf: UsageError, code: 'BAD_KEY' })
      t.throws(() => backend.publicKeyOf(key), { instanceOf: UsageError, code: 'BAD_KEY' })
    }
    const privateKey = SESSION.node.privateKey
    t.throws(() => backend.sign(new Uint8Array(31), privateKey), {
      instanceOf: UsageError,
      code: 'BAD_VALUE',
    })
  })
}

test('both backends sign alike, canonically, and recover the signer', (t) => {
  const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(bytes32, bytes32.filter(isPrivateKey), (digest, privateKey) => {
      const expected = plain(noble.sign(digest, privateKey))
      const publicKey = plain(noble.publicKeyOf(privateKey))
      t.true(isCanonical(expected))
      for (const backend of backends) {
        t.deepEqual(plain(backend.sign(digest, privateKey)), expected)
        t.deepEqual(plain(backend.publicKeyOf(privateKey)), publicKey)
        t.deepEqual(plain(backend.recover(digest, expected) as Uint8Array), publicKey)
      }
    }),
    { numRuns: 200 },
  )
})

test('both backends recover the same from anything', (t) => {
  if (native === undefined) {
    t.pass()
    return
  }
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  fc.assert(
    fc.property(bytes(32), fc.integer({ min: 25, max: 36 }), bytes(64), (digest, header, compact) => {
      const signature = Uint8Array.from([header, ...compact])
      const key = native.recover(digest, signature)
      const other = noble.recover(digest, signature)
      t.deepEqual(key && plain(key), other && plain(other))
    }),
    { numRuns: 200 },
  )
})

test('the first nonce is that of RFC 6979', (t) => {
  // A vector that Bitcoin libraries share: private key 1, "Satoshi Nakamoto".
  const nonces = deterministicNonces(sha256('Satoshi Nakamoto'), bytesOf(`${'00'.repeat(31)}01`))
  t.is(hexOf(nonces.next().value), '8f8a276c19f4149656b280621e358cce24f5f52542772691ee69063b74f15d15')
})

test('canonical means minimal positive numbers of 32 bytes', (t) => {
  const withBytes = (r: string, s: string) => bytesOf(`1f${r}${'11'.repeat(30)}${s}${'11'.repeat(30)}`)
  t.true(isCanonical(withBytes('7fff', '7fff')))
  t.true(isCanonical(withBytes('0080', '0080')))
  t.false(isCanonical(withBytes('8000', '0100')))
  t.false(isCanonical(withBytes('0100', '8000')))
  t.false(isCanonical(withBytes('007f', '0100')))
  t.false(isCanonical(withBytes('0100', '007f')))
  t.false(isCanonical(new Uint8Array(64)))
})

test('generated private keys are keys and differ', (t) => {
  const keys = Array.from({ length: 20 }, generatePrivateKey)
  t.true(keys.every(isPrivateKey))
  t.is(new Set(keys.map(hexOf)).size, 20)
})
