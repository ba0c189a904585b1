import { createAes256Cbc, hashBytes } from '#platform'
import { cityHash128 } from './city-hash.ts'

/** Bytes of a cipher block; everything on the wire after the keys is a multiple of it. */
export const CIPHER_BLOCK_SIZE_BYTES: number = 16

/** Both directions of one connection. Each goes on where it stopped, so it belongs to one connection for its life. */
export interface CipherPair {
  /** Ciphertext of the next `plain` bytes, whose length is a multiple of 16. Throws `RangeError` for another length. */
  encrypt(plain: Uint8Array): Uint8Array
  /** The plain bytes that `chunk`, of any length, completes; up to 15 bytes wait for the next one. */
  decrypt(chunk: Uint8Array): Uint8Array
}

/**
 * The cipher of a connection: AES-256-CBC without padding, one object a direction, both beginning with the same key
 * and vector (`libraries/net/stcp_socket.cpp`, `do_key_exchange`). Needs Node: a browser has no synchronous AES.
 */
export function createCipherPair(secret: Uint8Array): CipherPair {
  const aes = createAes256Cbc(cipherKeyOf(secret), cityHash128(secret))
  return {
    encrypt(plain) {
      if (plain.length % CIPHER_BLOCK_SIZE_BYTES !== 0)
        throw new RangeError(`${plain.length} bytes are not whole cipher blocks`)
      return aes.encrypt(plain)
    },
    decrypt: (chunk) => aes.decrypt(chunk),
  }
}

/** SHA-256 of the secret: the key of the cipher and at the same time the digest that `hello` signs. Never log it. */
export function cipherKeyOf(secret: Uint8Array): Uint8Array {
  return hashBytes('sha256', secret)
}
