import { nativeSecp256k1 } from '#platform'
import { UsageError } from '../errors.ts'
import type { CurveBackend } from './curve-backend.ts'
import { deterministicNonces } from './deterministic-nonces.ts'
import { isPrivateKey } from './key-text.ts'
import { createNativeBackend } from './native-backend.ts'
import { nobleBackend } from './noble-backend.ts'

/** Bytes of a compact signature: a header, then r and s, 32 bytes each, big-endian. */
export const SIGNATURE_SIZE_BYTES: number = 65
/** Bytes of a digest that is signed. */
export const DIGEST_SIZE_BYTES: number = 32

// 27, and 4 for a compressed key.
const HEADER_OF_RECOVERY_0 = 31
const MIN_HEADER = 27
const MAX_HEADER = 34

/** Signs and recovers. Both backends give the same bytes, which are also the bytes core gives. */
export interface SignatureBackend {
  /** Which arithmetic it runs on: the native library or @noble/curves. */
  readonly name: 'secp256k1' | 'noble'
  /**
   * The compact signature of a 32-byte digest, 65 bytes: 31 + recovery id, r, s.
   *
   * Deterministic: the nonces of RFC 6979 from the second on, one after the other until the signature
   * {@link isCanonical} (`fc/src/crypto/elliptic_impl_priv.cpp`, `sign_compact`). s is in the low half.
   * Throws {@link UsageError} `BAD_KEY` when `privateKey` is not one, `BAD_VALUE` when the digest is not 32 bytes.
   */
  sign(digest: Uint8Array, privateKey: Uint8Array): Uint8Array
  /**
   * The compressed key that made `signature`, or `undefined` when there is none: wrong length, a header outside
   * 27..34, numbers that name no point. Canonicity is not asked for; see {@link isCanonical}.
   */
  recover(digest: Uint8Array, signature: Uint8Array): Uint8Array | undefined
  /** The compressed public key of a private key. Throws {@link UsageError} `BAD_KEY` when it is not one. */
  publicKeyOf(privateKey: Uint8Array): Uint8Array
}

/**
 * Whether r and s take exactly 32 bytes as positive DER integers (`fc/src/crypto/elliptic_common.cpp`,
 * `is_canonical`): required of the signatures of blocks and transactions, not of hello.
 */
export function isCanonical(signature: Uint8Array): boolean {
  return signature.length === SIGNATURE_SIZE_BYTES && isMinimal(signature, 1) && isMinimal(signature, 33)
}

/** The backend by name, for specs and benches; `undefined` for `secp256k1` where the native library is missing. */
export function createSignatures(name: 'secp256k1' | 'noble'): SignatureBackend | undefined {
  if (name === 'noble') return over(nobleBackend)
  const native = nativeSecp256k1()
  return native === undefined ? undefined : over(createNativeBackend(native))
}

/** What this process signs and recovers with: the native library when it is installed. Chosen once, at start. */
export const signatures: SignatureBackend = createSignatures('secp256k1') ?? over(nobleBackend)

function over(curve: CurveBackend): SignatureBackend {
  return {
    name: curve.name,
    sign(digest, privateKey) {
      if (digest.length !== DIGEST_SIZE_BYTES)
        throw new UsageError('BAD_VALUE', `a digest has 32 bytes, not ${digest.length}`)
      checkPrivateKey(privateKey)
      const nonces = deterministicNonces(digest, privateKey)
      nonces.next() // core begins with the second
      // About half of them give a canonical signature, so this ends soon.
      for (;;) {
        const nonce = nonces.next().value
        if (!isPrivateKey(nonce)) continue
        const { compact, recovery } = curve.signWithNonce(digest, privateKey, nonce)
        const signature = new Uint8Array(SIGNATURE_SIZE_BYTES)
        signature[0] = HEADER_OF_RECOVERY_0 + recovery
        signature.set(compact, 1)
        if (isCanonical(signature)) return signature
      }
    },
    recover(digest, signature) {
      const header = signature[0]
      if (digest.length !== DIGEST_SIZE_BYTES || signature.length !== SIGNATURE_SIZE_BYTES) return undefined
      if (header === undefined || header < MIN_HEADER || header > MAX_HEADER) return undefined
      return curve.recover(digest, signature.subarray(1), (header - MIN_HEADER) & 3)
    },
    publicKeyOf(privateKey) {
      checkPrivateKey(privateKey)
      return curve.publicKeyOf(privateKey)
    },
  }
}

function checkPrivateKey(privateKey: Uint8Array): void {
  if (!isPrivateKey(privateKey))
    throw new UsageError('BAD_KEY', 'not a private key: not 32 bytes, zero, or not below the order')
}

function isMinimal(signature: Uint8Array, at: number): boolean {
  const first = signature[at] as number
  return first < 0x80 && !(first === 0 && (signature[at + 1] as number) < 0x80)
}
