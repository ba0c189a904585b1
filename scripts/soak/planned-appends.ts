// What is appended to a store by a process that is killed, so that the one that killed it knows what may be there.
import { toServedBlock } from '../../lib/devnet/served-block.ts'
import { createRandom, type Random } from '../../lib/devnet/random.ts'
import { GENESIS } from '../../lib/chain/cursor.ts'
import type { StorableBlock } from '../../lib/store/block-store.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'

/** As much of a chain as the next append depends on. */
export interface ChainEnd {
  /** Number of the last block, 0: none. */
  readonly number: number
  idOf(this: void, number: number): string
}

const MAX_RUN = 400
const MAX_UNDONE = 30
const MAX_EXTRA_BYTES = 4000
const ID_SIZE_BYTES = 20

/** The append number `index` (from 0) of a plan: mostly more blocks, now and then another branch, longer or shorter. */
export function plannedAppend(seed: string, index: number, end: ChainEnd): readonly StorableBlock[] {
  const random = createRandom(`${seed} ${index}`)
  const undone = random.chance(0.15) ? Math.min(end.number, random.between(1, MAX_UNDONE)) : 0
  const base = end.number - undone
  const count = undone > 0 ? random.between(1, undone + 5) : random.between(1, MAX_RUN)
  return makeBlocks(random, base, base === 0 ? GENESIS.id : end.idOf(base), count)
}

/** Linked blocks of all sizes, signed by nobody, that follow a block. */
export function makeBlocks(
  random: Random,
  base: number,
  baseId: string,
  count: number,
): readonly StorableBlock[] {
  let previous = baseId
  return Array.from({ length: count }, (_, index) => {
    const number = base + 1 + index
    const extra = random.chance(0.2) ? random.below(MAX_EXTRA_BYTES) : 0
    const header = new ByteWriter(200).hex(previous).uint32(random.uint32()).varint(1)
    header
      .raw(new Uint8Array(ID_SIZE_BYTES + 1 + 65))
      .varint(0)
      .raw(new Uint8Array(extra).fill(random.below(256)))
    const raw = header.done()
    const payload = new Uint8Array(raw.length + ID_SIZE_BYTES)
    payload.set(raw)
    const { id } = toServedBlock(payload)
    const block = { number, id, previous, raw }
    previous = id
    return block
  })
}
