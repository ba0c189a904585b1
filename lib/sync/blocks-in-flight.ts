import { toHex } from '#platform'
import { type BlockId, numberOfId } from '../chain/cursor.ts'
import { HASH_SIZE_BYTES, type PackedHashes } from '../messages/hashes.ts'
import { isSame } from '../wire/bytes.ts'
import { matchesHex } from '../wire/hex.ts'
import { numberAt } from './id-queue.ts'

/** A block as it can be told from others. */
export interface NamedBlock {
  readonly number: number
  readonly id: BlockId
  /** Whether the 20 bytes there are its id. */
  isNamedAt(bytes: Uint8Array, at: number): boolean
}

/** Heights that have a place: more than are asked for at once, and a power of two. */
const PLACES = 4096
const NOBODY = -1

/**
 * Which peer, by its key, owes which block.
 *
 * What a Map from ids would be, made for ids that come and go by the hundred thousand: nearly always all in flight are of
 * different heights and within the window, so every height has its place. An id that finds its place taken, because it is of
 * another branch or the one there is long overdue, goes into a map beside it.
 */
export class BlocksInFlight {
  readonly #owners: Int32Array = new Int32Array(PLACES).fill(NOBODY)
  readonly #ids: Uint8Array = new Uint8Array(PLACES * HASH_SIZE_BYTES)
  readonly #beside = new Map<BlockId, number>()
  #inPlace = 0

  get size(): number {
    return this.#inPlace + this.#beside.size
  }

  /** Who owes the block of that id. */
  get(id: BlockId): number | undefined {
    const place = placeOf(numberOfId(id))
    return this.#isAt(place, id) ? this.#owners[place] : this.#beside.get(id)
  }

  /** Whether anybody owes the block whose id stands there. */
  hasAt(ids: Uint8Array, at: number): boolean {
    const place = placeOf(numberAt(ids, at))
    if (
      this.#owners[place] !== NOBODY &&
      isSame(this.#ids, place * HASH_SIZE_BYTES, ids, at, HASH_SIZE_BYTES)
    )
      return true
    return this.#beside.size > 0 && this.#beside.has(toHex(ids, at, at + HASH_SIZE_BYTES))
  }

  /** Notes that a peer owes these, which nobody owes so far. */
  add({ bytes }: PackedHashes, owner: number): void {
    for (let at = 0; at < bytes.length;) {
      const place = placeOf(numberAt(bytes, at))
      if (this.#owners[place] !== NOBODY) {
        this.#beside.set(toHex(bytes, at, at + HASH_SIZE_BYTES), owner)
        at += HASH_SIZE_BYTES
        continue
      }
      // Nearly always heights follow each other, and so do their places: all of their ids are copied at once.
      let count = 0
      let end = at
      do {
        this.#owners[place + count] = owner
        count += 1
        end += HASH_SIZE_BYTES
      } while (
        end < bytes.length &&
        placeOf(numberAt(bytes, end)) === place + count &&
        this.#owners[place + count] === NOBODY
      )
      this.#ids.set(bytes.subarray(at, end), place * HASH_SIZE_BYTES)
      this.#inPlace += count
      at = end
    }
  }

  /** Strikes off a block that this peer delivered; false if it does not owe it. */
  settle(block: NamedBlock, owner: number): boolean {
    const place = placeOf(block.number)
    if (this.#owners[place] === owner && block.isNamedAt(this.#ids, place * HASH_SIZE_BYTES)) {
      this.#free(place)
      return true
    }
    return this.#beside.size > 0 && this.delete(block.id, owner)
  }

  /** Strikes off an id that this peer owes; false if it does not. */
  delete(id: BlockId, owner: number): boolean {
    const place = placeOf(numberOfId(id))
    if (this.#owners[place] === owner && this.#isAt(place, id)) {
      this.#free(place)
      return true
    }
    return this.#beside.get(id) === owner && this.#beside.delete(id)
  }

  /** Strikes off all that a peer owes, and returns it. */
  release(owner: number): readonly BlockId[] {
    const ids: BlockId[] = []
    for (let place = 0; place < PLACES; place += 1) {
      if (this.#owners[place] !== owner) continue
      this.#free(place)
      const at = place * HASH_SIZE_BYTES
      ids.push(toHex(this.#ids, at, at + HASH_SIZE_BYTES))
    }
    for (const [id, each] of this.#beside) {
      if (each === owner && this.#beside.delete(id)) ids.push(id)
    }
    return ids
  }

  /** Who owes, once for each block. */
  *values(): IterableIterator<number> {
    for (const owner of this.#owners) if (owner !== NOBODY) yield owner
    yield* this.#beside.values()
  }

  #isAt(place: number, id: BlockId): boolean {
    return this.#owners[place] !== NOBODY && matchesHex(this.#ids, place * HASH_SIZE_BYTES, id)
  }

  #free(place: number): void {
    this.#owners[place] = NOBODY
    this.#inPlace -= 1
  }
}

function placeOf(number: number): number {
  return number & (PLACES - 1)
}
