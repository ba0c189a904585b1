import type { Cursor } from '../chain/cursor.ts'
import type { ChainChange } from '../chain/hold-back.ts'
import { type ObjectId, objectIdToText } from '../protocol/object-id.ts'
import { type Block, verdictOf } from './block.ts'

/** One slot of the witnesses' schedule. Slots left out for maintenance are none. */
export interface WitnessSlot {
  /** Seconds since 1970, by the chain's clock. */
  readonly timestamp: number
  /** Whose slot it was; undefined for a missed one while the order is not known. */
  readonly witness: ObjectId<1, 6> | undefined
  /** Whether there is a block of it. */
  readonly isProduced: boolean
  /** The block was taken back, and with it all that was told of the slots up to it: they are told once more, so marked. */
  readonly isUndone: boolean
  /** The block of a slot that has one. */
  readonly block: Cursor | undefined
}

/** The slots between the blocks of a change, oldest first; of undone blocks newest first. */
export function toWitnessSlots({ undone, applied }: ChainChange<Block>): readonly WitnessSlot[] {
  return [
    ...undone.flatMap((block) => slotsOf(block, true).toReversed()),
    ...applied.flatMap((block) => slotsOf(block, false)),
  ]
}

function slotsOf(block: Block, isUndone: boolean): readonly WitnessSlot[] {
  const slots = verdictOf(block)?.slots ?? []
  return slots.map(({ timestamp, witness, isProduced }) => ({
    timestamp,
    witness: witness === undefined ? undefined : objectIdToText(1, 6, witness),
    isProduced,
    isUndone,
    block: isProduced ? block.cursor : undefined,
  }))
}
