import { toHex } from '#platform'
import { UsageError } from '../errors.ts'
import { PUBLIC_KEY_SIZE_BYTES } from './key-text.ts'
import { DIGEST_SIZE_BYTES, isCanonical, SIGNATURE_SIZE_BYTES, type SignatureBackend } from './signatures.ts'

// Signatures on their way to a thread, and keys on their way back: one buffer each way, so that handing them over costs
// the same however many they are.

/** A digest and what somebody made of it with a private key. */
export interface SignedDigest {
  /** 32 bytes. */
  readonly digest: Uint8Array
  /** 65 bytes. */
  readonly signature: Uint8Array
}

/**
 * Why a signature names no key.
 *
 * - `NOT_CANONICAL`: r or s does not take exactly 32 bytes; bitshares-core refuses such a signature whatever its key.
 * - `NO_KEY`: no key can have made it.
 */
export type NoKeyReason = 'NOT_CANONICAL' | 'NO_KEY'

/** Bytes of one digest with its signature. */
const SIGNED_SIZE_BYTES = DIGEST_SIZE_BYTES + SIGNATURE_SIZE_BYTES
// Where a key begins with 2 or 3.
const NO_KEY = 0
const NOT_CANONICAL = 1

/** Puts digests and signatures in a row, in a buffer of its own. Throws {@link UsageError} `BAD_VALUE` for other lengths. */
export function packSignatures(signed: readonly SignedDigest[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(signed.length * SIGNED_SIZE_BYTES)
  let at = 0
  for (const { digest, signature } of signed) {
    if (digest.length !== DIGEST_SIZE_BYTES || signature.length !== SIGNATURE_SIZE_BYTES) {
      throw new UsageError(
        'BAD_VALUE',
        `a digest has ${DIGEST_SIZE_BYTES} bytes and a signature ${SIGNATURE_SIZE_BYTES}, not ${digest.length} and ${signature.length}`,
      )
    }
    packed.set(digest, at)
    packed.set(signature, at + DIGEST_SIZE_BYTES)
    at += SIGNED_SIZE_BYTES
  }
  return packed
}

/** How many signatures {@link packSignatures} put there. */
export function countPacked(packed: Uint8Array): number {
  return packed.length / SIGNED_SIZE_BYTES
}

/**
 * Recovers the keys of the signatures `start` up to `end` and writes them over the packed bytes, 33 a key, from the front:
 * a key takes the place of signatures that were read before, as long as this goes from the first to the last.
 *
 * As in bitshares-core a signature that is not canonical has no key (`fc/src/crypto/elliptic_common.cpp`, `public_key`).
 */
export function recoverPacked(
  packed: Uint8Array,
  backend: SignatureBackend,
  start = 0,
  end: number = countPacked(packed),
): void {
  for (let index = start; index < end; index += 1) {
    const from = index * SIGNED_SIZE_BYTES
    const digest = packed.subarray(from, from + DIGEST_SIZE_BYTES)
    const signature = packed.subarray(from + DIGEST_SIZE_BYTES, from + SIGNED_SIZE_BYTES)
    const isGood = isCanonical(signature)
    const key = isGood ? backend.recover(digest, signature) : undefined
    const to = index * PUBLIC_KEY_SIZE_BYTES
    if (key === undefined) packed.fill(0, to, to + PUBLIC_KEY_SIZE_BYTES)
    else packed.set(key, to)
    if (!isGood) packed[to] = NOT_CANONICAL
  }
}

/** The keys of a batch of signatures, in their order. */
export interface RecoveredKeys {
  /** How many signatures there were. */
  readonly length: number
  /** The compressed key of a signature, 33 bytes of their own; undefined if it names none. */
  keyAt(index: number): Uint8Array | undefined
  /** The same as 66 hex digits. */
  hexAt(index: number): string | undefined
  /** Why a signature names no key; undefined if it does. */
  reasonAt(index: number): NoKeyReason | undefined
}

/** What {@link recoverPacked} wrote. */
export function readKeys(bytes: Uint8Array, length: number): RecoveredKeys {
  const markAt = (index: number): number => {
    if (!Number.isInteger(index) || index < 0 || index >= length)
      throw new RangeError(`there are ${length} signatures, none of them is number ${index}`)
    return bytes[index * PUBLIC_KEY_SIZE_BYTES] as number
  }
  const hasKey = (index: number): boolean => markAt(index) > NOT_CANONICAL
  const startOf = (index: number): number => index * PUBLIC_KEY_SIZE_BYTES
  return {
    length,
    keyAt: (index) => (hasKey(index) ? bytes.slice(startOf(index), startOf(index + 1)) : undefined),
    hexAt: (index) => (hasKey(index) ? toHex(bytes, startOf(index), startOf(index + 1)) : undefined),
    reasonAt: (index) => {
      const mark = markAt(index)
      if (mark > NOT_CANONICAL) return undefined
      return mark === NO_KEY ? 'NO_KEY' : 'NOT_CANONICAL'
    },
  }
}
