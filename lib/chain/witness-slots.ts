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
  const { head } = before
  const slot = head === undefined ? 1 : slotAt(head, block.timestamp, timing)
  return [...missedSlots(before, slot, timing), ownSlot(block)]
}

/** The slot of a block itself. */
export function ownSlot({ timestamp, witnessInstance }: Omit<WitnessedBlock, 'number'>): WitnessSlot {
  return { timestamp, witness: witnessInstance, isProduced: true }
}

/** Those of {@link slotsUpTo} that were missed, when the block is in the `slot`-th after the head of `before`. */
export function missedSlots(before: WitnessTrack, slot: number, timing: ChainTiming): readonly WitnessSlot[] {
  const { head } = before
  const missed = slot - 1
  if (missed <= 0 || head === undefined || !before.isCounting) return NONE
  if (missed >= (before.active?.count ?? MAX_BLAMED_SLOTS)) return NONE
  return Array.from({ length: missed }, (_, index) => ({
    timestamp: slotTime(head, index + 1, timing),
    witness: witnessOfSlot(before, index + 1),
    isProduced: false,
  }))
}

/** Slots missed in a row that are told while the number of witnesses is not known. */
const MAX_BLAMED_SLOTS = 101
const NONE: readonly WitnessSlot[] = []
