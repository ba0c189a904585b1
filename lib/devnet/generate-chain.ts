import { type BlockId, type Cursor, GENESIS } from '../chain/cursor.ts'
import { InternalError } from '../errors.ts'
import type { BlockSource } from './block-source.ts'
import { buildBlock } from './build-block.ts'
import { type Cast, createCast } from './cast.ts'
import { chainIdOf, createGenesis } from './genesis.ts'
import { createMemoWriter } from './memo.ts'
import { type PlannedTransaction, planTraffic, type TrafficLevel } from './plan-traffic.ts'
import { createRandom } from './random.ts'
import type { ServedBlock } from './served-block.ts'
import { createTrafficState, noteIncluded } from './traffic-state.ts'
import { advanceWitnessSchedule, createWitnessSchedule, scheduledWitness } from './witness-schedule.ts'

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

/** A chain with what it began from. */
export interface GeneratedChain extends BlockSource {
  readonly cast: Cast
  /** The genesis document. */
  readonly genesis: string
  readonly chainId: string
}

/** Ids that transactions may refer to. */
const RECENT_IDS = 8

/**
 * Witnesses at work: every block and transaction follows from the recipe alone, so the same recipe gives the same bytes.
 *
 * No slot is missed: block n has the time of genesis plus n intervals.
 */
export function generateChain(recipe: ChainRecipe): GeneratedChain {
  const { seed, blockIntervalSeconds, traffic, lastBlock = Infinity } = recipe
  // Slots are counted in whole intervals since 1970.
  const startSeconds = recipe.startSeconds - (recipe.startSeconds % blockIntervalSeconds)
  const cast = createCast(seed, recipe.witnesses)
  const genesis = createGenesis(cast, { startSeconds, blockIntervalSeconds })
  const chainId = chainIdOf(genesis)
  const encryptMemo = createMemoWriter()
  const instances = cast.witnesses.map(({ instance }) => instance)
  const state = createTrafficState(cast)

  let head: Cursor = GENESIS
  let headSeconds = startSeconds
  let recentIds: readonly BlockId[] = []
  let schedule = createWitnessSchedule(instances)
  let planned: readonly PlannedTransaction[] | undefined
  /** Passed over so far, with the number of blocks that are still to pass. */
  let waiting: readonly PlannedTransaction[] = []

  function pending(): readonly PlannedTransaction[] {
    const number = head.number + 1
    planned ??= planTraffic(
      {
        seed,
        cast,
        state,
        random: createRandom(`${seed} traffic ${number}`),
        number,
        headSeconds,
        recentIds,
        blockIntervalSeconds,
        encryptMemo,
        chainId,
      },
      traffic,
    )
    return planned
  }

  /** Those whose turn it is; the others wait on, except those that will never be included. */
  function takeDue(): readonly PlannedTransaction[] {
    const candidates = [...waiting, ...pending()]
    waiting = candidates
      .filter(({ delayBlocks }) => delayBlocks > 0 && delayBlocks !== Infinity)
      .map((each) => ({ ...each, delayBlocks: each.delayBlocks - 1 }))
    return candidates.filter(({ delayBlocks }) => delayBlocks === 0)
  }

  function next(): ServedBlock {
    const number = head.number + 1
    const timestamp = headSeconds + blockIntervalSeconds
    const instance = scheduledWitness(schedule, 1)
    const witness = cast.witnesses.find((each) => each.instance === instance)
    if (witness === undefined) throw new InternalError(`witness ${instance} is not in the cast`)
    const transactions = takeDue()
    const block = buildBlock(
      {
        number,
        previous: head.id,
        timestamp,
        witness: instance,
        transactions: transactions.map(({ payload }) => payload),
      },
      witness.signing.privateKey,
    )
    for (const { value } of transactions) noteIncluded(state, seed, cast, value)
    schedule = advanceWitnessSchedule(schedule, instances, block, 1)
    head = { number, id: block.id }
    headSeconds = timestamp
    recentIds = [...recentIds, block.id].slice(-RECENT_IDS)
    planned = undefined
    return block
  }

  return {
    cast,
    genesis,
    chainId,
    get head() {
      return head
    },
    get headSeconds() {
      return headSeconds
    },
    get nextSeconds() {
      return head.number < lastBlock ? headSeconds + blockIntervalSeconds : undefined
    },
    pending,
    next,
  }
}
