import { toHex } from '#platform'
import { ByteWriter } from '../wire/byte-writer.ts'

/** Bytes of a block id, or of the RIPEMD-160 of a message's payload. */
export const HASH_SIZE_BYTES = 20

/** Hashes of 20 bytes in a row, as lower-case hex to whoever looks at one. An array of texts is such a row. */
export interface Hashes extends Iterable<string> {
  readonly length: number
  /** Counted from the end where it is negative, as in an array. */
  at(index: number): string | undefined
}

/**
 * Hashes as they stand on the wire.
 *
 * A follower of a long chain gets millions of ids and asks for each: as bytes they go from the one message into the other in
 * one piece, and no text is made that nobody reads.
 */
export class PackedHashes implements Hashes {
  /** One after the other, {@link HASH_SIZE_BYTES} each. */
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get length(): number {
    return this.bytes.length / HASH_SIZE_BYTES
  }

  at(index: number): string | undefined {
    const place = index < 0 ? this.length + index : index
    if (place < 0 || place >= this.length) return undefined
    return toHex(this.bytes, place * HASH_SIZE_BYTES, (place + 1) * HASH_SIZE_BYTES)
  }

  /** Those from `start` up to `end`, or to the last, over the same bytes. */
  slice(start: number, end: number): PackedHashes {
    return new PackedHashes(this.bytes.subarray(start * HASH_SIZE_BYTES, end * HASH_SIZE_BYTES))
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let at = 0; at < this.bytes.length; at += HASH_SIZE_BYTES)
      yield toHex(this.bytes, at, at + HASH_SIZE_BYTES)
  }
}

/** The same hashes packed; those that are already are not copied. */
export function packHashes(hashes: Hashes): PackedHashes {
  if (hashes instanceof PackedHashes) return hashes
  const writer = new ByteWriter(hashes.length * HASH_SIZE_BYTES)
  for (const hash of hashes) writer.hex(hash)
  return new PackedHashes(writer.done())
}
