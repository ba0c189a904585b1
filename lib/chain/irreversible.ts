/** Of a hundred active witnesses so many have to have built on a block (`config.hpp`, `GRAPHENE_IRREVERSIBLE_THRESHOLD`). */
const IRREVERSIBLE_PERCENT = 70

/**
 * Which of the active witnesses' last blocks, lowest first, is the last irreversible one: the fourth of 11, the ninth of 27.
 */
export function irreversibleIndex(witnessCount: number): number {
  return Math.floor(((100 - IRREVERSIBLE_PERCENT) * witnessCount) / 100)
}

/**
 * The number of the last irreversible block, before what came earlier is taken into account: it never falls
 * (`db_update.cpp`, `update_last_irreversible_block`).
 *
 * @param lastBlocks the number of the last block of each active witness; 0 for one that has none, or whose last one is not
 *   known and came before all the others
 */
export function lastIrreversible(lastBlocks: readonly number[]): number {
  // The lowest ones in order, as many as are needed: sorting all of them takes longer than the rest of a block's work.
  const lowest: number[] = []
  const needed = irreversibleIndex(lastBlocks.length) + 1
  for (const number of lastBlocks) {
    if (lowest.length === needed && number >= (lowest[needed - 1] as number)) continue
    let at = Math.min(lowest.length, needed - 1)
    for (; at > 0 && (lowest[at - 1] as number) > number; at -= 1) lowest[at] = lowest[at - 1] as number
    lowest[at] = number
  }
  return lowest[needed - 1] ?? 0
}

/**
 * The same after the last block of one of them, `before`, gave way to a newer one, from what it was until then: nearly always
 * without a look at the others, or with one.
 */
export function nextIrreversible(
  irreversible: number,
  before: number,
  lastBlocks: readonly number[],
): number {
  if (before > irreversible) return irreversible
  if (irreversible === 0) return lastIrreversible(lastBlocks)
  // One of the lowest is gone. No two witnesses have made the same block, so the next higher number takes its place.
  let next = Infinity
  for (const number of lastBlocks) if (number > irreversible && number < next) next = number
  return next
}
