import { hashBytes } from '#platform'
import { isPrivateKey, privateKeyToWif, publicKeyToText } from '../crypto/key-text.ts'
import { signatures } from '../crypto/signatures.ts'

/** A key of the devnet. Everybody who knows the seed knows it. */
export interface KeyPair {
  /** 32 bytes. */
  readonly privateKey: Uint8Array
  /** 33 bytes, compressed. */
  readonly publicKey: Uint8Array
  /** The public key as text, `BTS…`. */
  readonly text: string
  /** The private key in wallet import format. */
  readonly wif: string
}

/** The key that belongs to a label: SHA-256 of seed and label, as wallets make keys of a brain key and a number. */
export function deriveKeyPair(seed: string, label: string): KeyPair {
  for (let attempt = 0; ; attempt += 1) {
    const privateKey = hashBytes('sha256', new TextEncoder().encode(`${seed} ${label} ${attempt}`))
    if (!isPrivateKey(privateKey)) continue
    const publicKey = signatures.publicKeyOf(privateKey)
    return { privateKey, publicKey, text: publicKeyToText(publicKey), wif: privateKeyToWif(privateKey) }
  }
}
