import type { BranchIndex } from './chain-event.ts'
import { createRandom } from './random.ts'

/** When a devnet splits, and how far. */
export interface ForkRhythm {
  /** Blocks from the end of one split to the next. */
  readonly every: number
  /** How many blocks the losing branch gets, at least and at most. */
  readonly depth: readonly [least: number, most: number]
}

/** One split of a devnet. */
export interface PlannedFork {
  /** How many blocks the losing branch gets. */
  readonly depth: number
  readonly loser: BranchIndex
}

/**
 * The `index`-th split, from 0 on. Only the seed decides.
 *
 * @param isVisibleOnOne whether nodes that are all on branch 0 have to see it: then that one loses
 */
export function planFork(
  seed: string,
  index: number,
  { depth: [least, most] }: ForkRhythm,
  isVisibleOnOne: boolean,
): PlannedFork {
  const random = createRandom(`${seed} fork ${index}`)
  const depth = random.between(least, most)
  const loser = random.chance(0.5) || isVisibleOnOne ? 0 : 1
  return { depth, loser }
}
