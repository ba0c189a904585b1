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
  const sorted = Float64Array.from(lastBlocks).sort()
  return sorted[irreversibleIndex(lastBlocks.length)] ?? 0
}
