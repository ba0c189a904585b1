import { toHex } from '#platform'
import { isCanonical, signatures } from '../crypto/signatures.ts'

/** What a witness signed, and how. */
export interface SignedHeader {
  /** 32 bytes. */
  readonly headerDigest: Uint8Array
  /** 65 bytes. */
  readonly witnessSignature: Uint8Array
}

/**
 * The key that signed a block, as 66 hex digits; undefined if no key can have, or the signature is not canonical
 * (`block.cpp`, `signed_block_header::signee`).
 */
export function recoverSigner({ headerDigest, witnessSignature }: SignedHeader): string | undefined {
  if (!isCanonical(witnessSignature)) return undefined
  const key = signatures.recover(headerDigest, witnessSignature)
  return key === undefined ? undefined : toHex(key)
}
