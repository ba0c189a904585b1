import { toHex } from '#platform'
import type { BlockId } from '../chain/cursor.ts'
import { HASH_SIZE_BYTES, type PackedHashes } from '../messages/hashes.ts'
import { uint32BigEndian } from '../wire/bytes.ts'

/** Block ids in a row, packed: new ones come at the end, done ones go from the front, none is made a text on the way. */
export class IdQueue {
  /** The ids and, before and behind them, room. */
  #bytes: Uint8Array = new Uint8Array(0)
  #start = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Counted from the end where it is negative, as in an array. */
  at(index: number): BlockId | undefined {
    const place = index < 0 ? this.#length + index : index
    if (place < 0 || place >= this.#length) return undefined
    const at = (this.#start + place) * HASH_SIZE_BYTES
    return toHex(this.#bytes, at, at + HASH_SIZE_BYTES)
  }

  /** Those from `from` up to `to`, which are in it, packed; good until the queue changes. */
  view(from: number, to: number): Uint8Array {
    const at = this.#start * HASH_SIZE_BYTES
    return this.#bytes.subarray(at + from * HASH_SIZE_BYTES, at + to * HASH_SIZE_BYTES)
  }

  /** Adds those of `ids` that stand from `from` on. */
  append({ bytes, length }: PackedHashes, from: number): void {
    const added = bytes.subarray(from * HASH_SIZE_BYTES)
    this.#makeRoom(length - from)
    this.#bytes.set(added, (this.#start + this.#length) * HASH_SIZE_BYTES)
    this.#length += length - from
  }

  dropFirst(count: number): void {
    this.#start += count
    this.#length -= count
  }

  clear(): void {
    this.#bytes = new Uint8Array(0)
    this.#start = 0
    this.#length = 0
  }

  #makeRoom(count: number): void {
    const capacity = this.#bytes.length / HASH_SIZE_BYTES
    if (this.#start + this.#length + count <= capacity) return
    const ids = this.view(0, this.#length)
    const needed = this.#length + count
    // Moving to the front of the same bytes is enough where that makes more room than it moves.
    if (needed <= capacity && this.#start >= this.#length) this.#bytes.set(ids)
    else {
      const larger = new Uint8Array(Math.max(needed, this.#length * 2) * HASH_SIZE_BYTES)
      larger.set(ids)
      this.#bytes = larger
    }
    this.#start = 0
  }
}

/** The height that the packed id there names: its first four bytes. */
export function numberAt(ids: Uint8Array, at: number): number {
  return uint32BigEndian(ids, at)
}
