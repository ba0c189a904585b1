import { secp256k1 } from '@noble/curves/secp256k1.js'
import type { CurveBackend } from './curve-backend.ts'

const { BASE, Fn } = secp256k1.Point

/** The curve in plain JavaScript: where there is no native library, and the check on it. */
export const nobleBackend: CurveBackend = {
  name: 'noble',
  signWithNonce(digest, privateKey, nonce) {
    const k = numberOf(nonce)
    const point = BASE.multiply(k).toAffine()
    const r = Fn.create(point.x)
    const s = Fn.mul(Fn.inv(k), Fn.create(Fn.create(numberOf(digest)) + r * numberOf(privateKey)))
    const isHigh = s > Fn.ORDER >> 1n
    const overflow = point.x === r ? 0 : 2
    const parity = Number(point.y & 1n)
    const compact = new Uint8Array(64)
    compact.set(Fn.toBytes(r), 0)
    compact.set(Fn.toBytes(isHigh ? Fn.neg(s) : s), 32)
    return { compact, recovery: overflow + (isHigh ? 1 - parity : parity) }
  },
  recover(digest, compact, recovery) {
    try {
      const signature = secp256k1.Signature.fromBytes(compact, 'compact').addRecoveryBit(recovery)
      const point = secp256k1.Point.fromBytes(signature.recoverPublicKey(digest).toBytes())
      return point.toBytes(true)
    } catch {
      return undefined
    }
  },
  publicKeyOf: (privateKey) => secp256k1.getPublicKey(privateKey, true),
}

function numberOf(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return value
}
