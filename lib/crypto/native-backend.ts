import type { NativeSecp256k1 } from '#platform'
import type { CurveBackend } from './curve-backend.ts'

/** The curve in the native library. */
export function createNativeBackend(native: NativeSecp256k1): CurveBackend {
  return {
    name: 'secp256k1',
    signWithNonce(digest, privateKey, nonce) {
      const { signature, recid } = native.ecdsaSign(digest, privateKey, { noncefn: () => nonce })
      return { compact: signature, recovery: recid }
    },
    recover(digest, compact, recovery) {
      try {
        return native.ecdsaRecover(compact, recovery, digest)
      } catch {
        return undefined
      }
    },
    publicKeyOf: (privateKey) => native.publicKeyCreate(privateKey),
  }
}
