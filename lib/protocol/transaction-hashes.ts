import { hashHex, toHex } from '#platform'
import { DIGEST_ROOM_SIZE_BYTES, type HashLanes, hashLanes } from '../crypto/hash-lanes.ts'
import type { TransactionPlace } from './block-layout.ts'
import { ID_SIZE_BYTES, type TransactionId } from './identities.ts'

// The hashes of a block's transactions, made in step.

/** Fewer are hashed sooner one by one. */
const MIN_TRANSACTIONS_IN_STEP = 3

/** See `toMerkleRoot`; undefined where it has to be made one by one. `block`: a packed block with these transactions. */
export function merkleRootInStep(block: Uint8Array, places: readonly TransactionPlace[]): string | undefined {
  const lanes = lanesFor(block, places)
  if (lanes === undefined) return undefined
  const at = lanes.put(block)
  for (const { start, end } of places) lanes.add(at + start, end - start)
  lanes.hash('sha256')
  for (let count = places.length; count > 1;) count = lanes.hashPairs(count)
  const last = lanes.digestAt(0)
  return hashHex('ripemd160', lanes.bytes.subarray(last, last + DIGEST_ROOM_SIZE_BYTES))
}

/** The ids of a block's transactions: all of them when one is asked for, as whoever wants one wants the others. */
export class TransactionIds {
  readonly #block: Uint8Array
  readonly #places: readonly TransactionPlace[]
  #ids: readonly TransactionId[] | undefined

  /** `block`: a packed block with these transactions. */
  constructor(block: Uint8Array, places: readonly TransactionPlace[]) {
    this.#block = block
    this.#places = places
  }

  /** The id of a transaction; undefined where it has to be made apart. */
  at(index: number): TransactionId | undefined {
    this.#ids ??= this.#makeAll()
    return this.#ids[index]
  }

  #makeAll(): readonly TransactionId[] {
    const lanes = lanesFor(this.#block, this.#places)
    if (lanes === undefined) return []
    const at = lanes.put(this.#block)
    for (const { start, unsignedEnd } of this.#places) lanes.add(at + start, unsignedEnd - start)
    lanes.hash('sha256')
    return this.#places.map((_, index) => {
      const digest = lanes.digestAt(index)
      return toHex(lanes.bytes, digest, digest + ID_SIZE_BYTES)
    })
  }
}

/** Ready for those transactions, if they are worth it and what is hashed stands in the block as it is. */
function lanesFor(block: Uint8Array, places: readonly TransactionPlace[]): HashLanes | undefined {
  if (places.length < MIN_TRANSACTIONS_IN_STEP || !places.every(({ isCanonical }) => isCanonical))
    return undefined
  const lanes = hashLanes()
  return lanes?.start(places.length, block.length) === true ? lanes : undefined
}
