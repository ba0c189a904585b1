/** How many slots participation is about (`db_update.cpp`, `recent_slots_filled`). */
export const PARTICIPATION_SLOTS = 128

/** Which of the last slots have a block: a bit each, the newest lowest, in four numbers of 32 bits, the oldest first. */
export interface RecentSlots {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  /** How many of the bits tell something, up to {@link PARTICIPATION_SLOTS}. */
  readonly known: number
}

/** Nothing seen yet, in the middle of a chain. */
export const UNSEEN_SLOTS: RecentSlots = { a: 0, b: 0, c: 0, d: 0, known: 0 }

/** A chain begins as if none had been missed (`global_property_object.hpp`, `recent_slots_filled`). */
export const SLOTS_AT_GENESIS: RecentSlots = { a: ~0, b: ~0, c: ~0, d: ~0, known: PARTICIPATION_SLOTS }

/**
 * The slots after a block before which so many were missed.
 *
 * Core puts the block's bit above those of the slots missed before it (`db_update.cpp`, `update_global_dynamic_data`), and
 * the share is counted the same way here.
 */
export function addSlots(slots: RecentSlots, missed: number): RecentSlots {
  // A chain of which none is missed stays as it is.
  if (missed === 0 && slots.known === PARTICIPATION_SLOTS && isFull(slots)) return slots
  let next = shifted(slots, 1, 1, Math.min(slots.known + 1 + missed, PARTICIPATION_SLOTS))
  for (let left = Math.min(missed, PARTICIPATION_SLOTS); left > 0; left -= 31)
    next = shifted(next, Math.min(left, 31), 0, next.known)
  return next
}

/** The share of the last {@link PARTICIPATION_SLOTS} slots that have a block, 0 to 1; undefined while not all are known. */
export function participation({ a, b, c, d, known }: RecentSlots): number | undefined {
  if (known < PARTICIPATION_SLOTS) return undefined
  return (countBits(a) + countBits(b) + countBits(c) + countBits(d)) / PARTICIPATION_SLOTS
}

function isFull({ a, b, c, d }: RecentSlots): boolean {
  return (a & b & c & d) === ~0
}

/** All bits moved up by 1 to 31, with `lowest` in the place that comes free. */
function shifted({ a, b, c, d }: RecentSlots, by: number, lowest: number, known: number): RecentSlots {
  const rest = 32 - by
  return {
    a: (a << by) | (b >>> rest),
    b: (b << by) | (c >>> rest),
    c: (c << by) | (d >>> rest),
    d: (d << by) | lowest,
    known,
  }
}

function countBits(word: number): number {
  let count = 0
  for (let rest = word >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count += 1
  return count
}
