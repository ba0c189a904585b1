import type { BlockSource } from './block-source.ts'
import { type Branch, createTrunk } from './branch.ts'
import { type Cast, createCast } from './cast.ts'
import { chainIdOf, createGenesis } from './genesis.ts'
import { createMemoWriter } from './memo.ts'
import type { TrafficLevel } from './plan-traffic.ts'

export interface ChainRecipe {
  /** Keys and traffic follow from it. */
  readonly seed: string
  /** Chain time of genesis in seconds. */
  readonly startSeconds: number
  readonly blockIntervalSeconds: number
  readonly witnesses: number
  readonly traffic: TrafficLevel
  /** Number of the last block; default: there is none. */
  readonly lastBlock?: number
}

/** What a chain begins from, and its first branch. */
export interface OpenedTrunk {
  readonly trunk: Branch
  readonly cast: Cast
  /** The genesis document. */
  readonly genesis: string
  readonly chainId: string
}

/** A chain with what it began from. */
export interface GeneratedChain extends BlockSource, Omit<OpenedTrunk, 'trunk'> {}

/** Makes the genesis of a chain, and nothing of the chain yet. */
export function openTrunk(recipe: Omit<ChainRecipe, 'lastBlock'>): OpenedTrunk {
  const { seed, blockIntervalSeconds, traffic } = recipe
  // Slots are counted in whole intervals since 1970.
  const startSeconds = recipe.startSeconds - (recipe.startSeconds % blockIntervalSeconds)
  const cast = createCast(seed, recipe.witnesses)
  const genesis = createGenesis(cast, { startSeconds, blockIntervalSeconds })
  const chainId = chainIdOf(genesis)
  const encryptMemo = createMemoWriter()
  const branchRecipe = { seed, chainId, cast, blockIntervalSeconds, traffic, encryptMemo }
  return { trunk: createTrunk(branchRecipe, startSeconds), cast, genesis, chainId }
}

/**
 * Witnesses at work: every block and transaction follows from the recipe alone, so the same recipe gives the same bytes.
 *
 * No slot is missed: block n has the time of genesis plus n intervals.
 */
export function generateChain(recipe: ChainRecipe): GeneratedChain {
  const { blockIntervalSeconds, lastBlock = Infinity } = recipe
  const { trunk, cast, genesis, chainId } = openTrunk(recipe)
  return {
    cast,
    genesis,
    chainId,
    get head() {
      return trunk.head
    },
    get headSeconds() {
      return trunk.headSeconds
    },
    get nextSeconds() {
      return trunk.head.number < lastBlock ? trunk.headSeconds + blockIntervalSeconds : undefined
    },
    pending: () => trunk.pending(),
    next: () => trunk.make(1),
  }
}
