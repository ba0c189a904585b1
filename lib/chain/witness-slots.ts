import { type ChainTiming, slotAt, slotTime } from './slots.ts'
import { type WitnessedBlock, witnessOfSlot, type WitnessTrack } from './track-witnesses.ts'

/** One slot, and whether its witness used it. */
export interface WitnessSlot {
  /** Seconds since 1970. */
  readonly timestamp: number
  /** The number of its witness; undefined while the order is not known. */
  readonly witness: number | undefined
  readonly isProduced: boolean
}

/**
 * The slots from the head of `before` up to a block: the missed ones, then its own.
 *
 * Slots skipped for maintenance are none. When a whole round or more was missed nobody is blamed for it, as in core
 * (`db_witness_schedule.cpp`, `update_witness_missed_blocks`), and only the block's own is told.
 */
export function slotsUpTo(
  before: WitnessTrack,
  block: WitnessedBlock,
  timing: ChainTiming,
): readonly WitnessSlot[] {
  const own = { timestamp: block.timestamp, witness: block.witnessInstance, isProduced: true }
  const { head } = before
  if (head === undefined || !before.isCounting) return [own]
  const missed = slotAt(head, block.timestamp, timing) - 1
  if (missed <= 0 || missed >= (before.active?.count ?? MAX_BLAMED_SLOTS)) return [own]
  const slots = Array.from({ length: missed }, (_, index) => ({
    timestamp: slotTime(head, index + 1, timing),
    witness: witnessOfSlot(before, index + 1),
    isProduced: false,
  }))
  return [...slots, own]
}

/** Slots missed in a row that are told while the number of witnesses is not known. */
const MAX_BLAMED_SLOTS = 101
