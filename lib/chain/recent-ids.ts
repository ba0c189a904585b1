import { toHex } from '#platform'
import { fromHex } from '../wire/hex.ts'
import { BLOCK_ID_SIZE_BYTES, type BlockId, type Cursor } from './cursor.ts'

/**
 * How many ids back from the head are remembered, also of blocks that are no longer in the tree: as far as a transaction's
 * reference to a block reaches, which has 16 bits (`transaction.cpp`, `set_reference_block`).
 */
export const RECENT_IDS = 65_536

/** A block as far as its id goes. */
export interface IdentifiedBlock {
  /** Writes its id there, 20 bytes. */
  writeId(into: Uint8Array, at: number): void
  /** Whether the 20 bytes there are the id it names as that of the block before it. */
  followsAt(bytes: Uint8Array, at: number): boolean
}

/** The ids of a chain's newest blocks, as bytes: most are never looked at, and a text costs more than all else about them. */
export class RecentIds {
  /** By number modulo their count. */
  readonly #bytes: Uint8Array = new Uint8Array(RECENT_IDS * BLOCK_ID_SIZE_BYTES)
  #oldest: number
  #newest: number

  constructor({ number, id }: Cursor) {
    this.#oldest = number
    this.#newest = number
    this.#bytes.set(fromHex(id), placeOf(number))
  }

  /** The lowest number that is remembered. */
  get oldest(): number {
    return this.#oldest
  }

  /** The id of the chain's block of that number, while it is remembered. */
  at(number: number): BlockId | undefined {
    if (number < this.#oldest || number > this.#newest) return undefined
    const at = placeOf(number)
    return toHex(this.#bytes, at, at + BLOCK_ID_SIZE_BYTES)
  }

  /** Whether a block names the newest one as the one before it. */
  areFollowedBy(block: IdentifiedBlock): boolean {
    return block.followsAt(this.#bytes, placeOf(this.#newest))
  }

  /** Adds the id of the block after the newest one. */
  push(block: IdentifiedBlock): void {
    this.#newest += 1
    block.writeId(this.#bytes, placeOf(this.#newest))
    if (this.#newest - this.#oldest >= RECENT_IDS) this.#oldest = this.#newest - RECENT_IDS + 1
  }

  /** Forgets the newest one. */
  pop(): void {
    this.#newest -= 1
  }

  /** Puts the id of the block before the oldest one below it. */
  unshift(id: BlockId): void {
    this.#oldest -= 1
    this.#bytes.set(fromHex(id), placeOf(this.#oldest))
  }
}

function placeOf(number: number): number {
  return (number % RECENT_IDS) * BLOCK_ID_SIZE_BYTES
}
