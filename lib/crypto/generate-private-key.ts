import { randomBytes } from '#platform'
import { isPrivateKey, PRIVATE_KEY_SIZE_BYTES } from './key-text.ts'

/** 32 random bytes that are a private key, from the platform's secure source. */
export function generatePrivateKey(): Uint8Array {
  for (;;) {
    const bytes = randomBytes(PRIVATE_KEY_SIZE_BYTES)
    if (isPrivateKey(bytes)) return bytes
  }
}
