import { createDiffieHellman, hashBytes } from '#platform'
import { PeerFault } from '../errors.ts'
import { PUBLIC_KEY_SIZE_BYTES } from './key-text.ts'

/** The key pair of one connection. The private half never leaves it. */
export interface EphemeralKeys {
  /** 33 bytes, compressed: the first bytes either side sends. */
  readonly publicKey: Uint8Array
  /**
   * The 64-byte secret shared with the owner of `remotePublicKey`: SHA-512 of the bare X coordinate
   * (`fc/src/crypto/elliptic_secp256k1.cpp`, `get_shared_secret`).
   *
   * Throws {@link PeerFault} `BAD_KEY` for anything but a compressed point of the curve, and for our own key sent back.
   */
  computeSecret(remotePublicKey: Uint8Array): Uint8Array
}

/** Fresh keys for one connection; `privateKey` fixes them, for vectors. Never use a pair twice. */
export function createEphemeralKeys(privateKey?: Uint8Array): EphemeralKeys {
  const own = createDiffieHellman(privateKey)
  return {
    publicKey: own.publicKey,
    computeSecret(remotePublicKey) {
      if (!isCompressed(remotePublicKey))
        throw new PeerFault('BAD_KEY', 'the key sent at connect is not 33 bytes beginning with 02 or 03')
      // The mirrored point has the same X and would give the same secret, so the sign does not matter.
      if (hasSameX(remotePublicKey, own.publicKey))
        throw new PeerFault('BAD_KEY', 'the key sent at connect is our own')
      const x = own.computeX(remotePublicKey)
      if (x === undefined)
        throw new PeerFault('BAD_KEY', 'the key sent at connect is not a point of the curve')
      return hashBytes('sha512', x)
    },
  }
}

function isCompressed(key: Uint8Array): boolean {
  return key.length === PUBLIC_KEY_SIZE_BYTES && (key[0] === 2 || key[0] === 3)
}

function hasSameX(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 1; at < PUBLIC_KEY_SIZE_BYTES; at += 1) if (a[at] !== b[at]) return false
  return true
}
