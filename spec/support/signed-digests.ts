import type { SignedDigest } from '../../lib/crypto/packed-signatures.ts'
import { signatures } from '../../lib/crypto/signatures.ts'
import { hashBytes } from '../../lib/platform/node.ts'
import { bytesOf } from './hex.ts'
import { readVectors } from './vectors.ts'

/** Digests signed by bitshares-core, and the keys it recovers. */
export interface SignedVector extends SignedDigest {
  /** As text. */
  readonly key: string
}

export function readSignatures(): readonly SignedVector[] {
  const { signatures: vectors } = readVectors('signatures.json') as {
    readonly signatures: readonly Readonly<Record<'digest' | 'signature' | 'key', string>>[]
  }
  return vectors.map(({ digest, signature, key }) => ({
    digest: bytesOf(digest),
    signature: bytesOf(signature),
    key,
  }))
}

/** Digests that differ, signed by one key. */
export function signMany(count: number, privateKey: Uint8Array = new Uint8Array(32).fill(9)): SignedDigest[] {
  return Array.from({ length: count }, (_, index) => {
    const digest = hashBytes('sha256', Uint8Array.of(index, index >> 8))
    return { digest, signature: signatures.sign(digest, privateKey) }
  })
}
