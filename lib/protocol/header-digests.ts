import { toBlockDigest } from './identities.ts'

/** Room for the header of a plain block, with its signature: a little more than 112 bytes. */
const ROOM_SIZE_BYTES = 128

const room = new Int32Array(ROOM_SIZE_BYTES / 4)
/** By their size, the views of headers that stand in the room. */
const headers: (Uint8Array | undefined)[] = []

/**
 * Makes the digests of headers that stand in larger memory, many of them in the same.
 *
 * Hashing takes a view, and making a view of each header costs half of what its digest does. So it is copied to where there
 * is one already, in words of 32 bits.
 */
export class HeaderDigests {
  #bytes: Uint8Array | undefined
  #words: Int32Array = new Int32Array(0)

  /** See {@link toBlockDigest}. */
  digestOf(bytes: Uint8Array, start: number, sizeBytes: number): string {
    const offset = bytes.byteOffset + start
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#words = new Int32Array(bytes.buffer, 0, bytes.buffer.byteLength >>> 2)
    }
    const words = this.#words
    const from = offset >>> 2
    const count = (sizeBytes + 3) >>> 2
    if (offset % 4 !== 0 || count > room.length || from + count > words.length)
      return toBlockDigest(new Uint8Array(bytes.buffer, offset, sizeBytes))
    for (let index = 0; index < count; index += 1) room[index] = words[from + index] as number
    const header = (headers[sizeBytes] ??= new Uint8Array(room.buffer, 0, sizeBytes))
    return toBlockDigest(header)
  }
}
