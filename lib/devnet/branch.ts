import { type BlockId, type Cursor, GENESIS } from '../chain/cursor.ts'
import { InternalError } from '../errors.ts'
import { buildBlock } from './build-block.ts'
import type { Cast } from './cast.ts'
import type { EncryptMemo } from './memo.ts'
import { type PlannedTransaction, planTraffic, type TrafficLevel } from './plan-traffic.ts'
import { createRandom } from './random.ts'
import type { ServedBlock } from './served-block.ts'
import { createTrafficState, noteIncluded, type TrafficState } from './traffic-state.ts'
import {
  advanceWitnessSchedule,
  createWitnessSchedule,
  scheduledWitness,
  type WitnessSchedule,
} from './witness-schedule.ts'

/** What all branches of a chain have in common. */
export interface BranchRecipe {
  /** Keys and traffic follow from it. */
  readonly seed: string
  readonly chainId: string
  readonly cast: Cast
  readonly blockIntervalSeconds: number
  readonly traffic: TrafficLevel
  readonly encryptMemo: EncryptMemo
}

/** A chain as it is made, block by block, which can part in two at any of its newest blocks. It knows no clock. */
export interface Branch {
  readonly head: Cursor
  readonly headSeconds: number
  /** The transactions that become known before the next block; the same list until it is made. */
  pending(): readonly PlannedTransaction[]
  /** The witness whose turn is the `slot`-th slot after the head, from 1 on. */
  witnessOf(slot: number): number
  /** Whether a block of this branch includes the transaction with that id and it has not expired yet. */
  includes(id: string): boolean
  /**
   * Makes the block of the `slot`-th slot after the head, signed by that witness; the slots before it are missed.
   *
   * @param others transactions of others to be included if no block of this branch does yet
   */
  make(slot: number, others?: readonly OtherTransaction[]): ServedBlock
  /**
   * Another branch, which begins after a block of this one: its head, or one of the {@link MAX_BLOCKS_BACK} before; undefined for
   * any other. What is pending at the head is so in both; from then on each has traffic of its own.
   *
   * @param label makes the traffic of this branch differ from that of others
   */
  part(after: number, label: string): Branch | undefined
}

/** A transaction that none of the cast made. */
export type OtherTransaction = Pick<PlannedTransaction, 'id' | 'payload' | 'value'>

/** How far below its head a branch can part. */
export const MAX_BLOCKS_BACK = 100
/** Ids that transactions may refer to. */
const RECENT_IDS = 8
/** After so many blocks each, what has expired is forgotten. */
const FORGET_BLOCKS = 100

/** Where a branch stands after a block. Never changed. */
interface Standing {
  readonly head: Cursor
  readonly headSeconds: number
  readonly recentIds: readonly BlockId[]
  readonly schedule: WitnessSchedule
  readonly traffic: Readonly<TrafficState>
  /** Passed over so far, with the number of blocks that are still to pass. */
  readonly waiting: readonly PlannedTransaction[]
}

/** Transactions in blocks, by id: in which, and until when they are valid. */
type Included = Map<string, { readonly number: number; readonly expiration: number }>

/** What is planned for the next block, and the traffic's state with it. */
interface Plan {
  readonly transactions: readonly PlannedTransaction[]
  readonly traffic: TrafficState
}

/** The branch that begins at genesis. */
export function createTrunk(recipe: BranchRecipe, startSeconds: number): Branch {
  const standing = {
    head: GENESIS,
    headSeconds: startSeconds,
    recentIds: [],
    schedule: createWitnessSchedule(instancesOf(recipe.cast)),
    traffic: createTrafficState(recipe.cast),
    waiting: [],
  }
  return growFrom(recipe, [], standing, undefined, new Map(), '')
}

function growFrom(
  recipe: BranchRecipe,
  past: readonly Standing[],
  from: Standing,
  begun: Plan | undefined,
  included: Included,
  label: string,
): Branch {
  const { seed, cast, blockIntervalSeconds, encryptMemo, chainId } = recipe
  const instances = instancesOf(cast)
  /** The newest standings, the present one last. */
  const standings = [...past, from]
  let now = from
  let plan = begun

  function planned(): Plan {
    if (plan !== undefined) return plan
    const { head, headSeconds, recentIds } = now
    const number = head.number + 1
    const state: TrafficState = { ...now.traffic }
    const random = createRandom(`${seed}${label} traffic ${number}`)
    const place = { number, headSeconds, recentIds, blockIntervalSeconds, chainId }
    const transactions = planTraffic({ seed, cast, state, random, encryptMemo, ...place }, recipe.traffic)
    return (plan = { transactions, traffic: state })
  }

  const branch: Branch = {
    get head() {
      return now.head
    },
    get headSeconds() {
      return now.headSeconds
    },
    pending: () => planned().transactions,
    witnessOf: (slot) => scheduledWitness(now.schedule, slot),
    includes: (id) => included.has(id),
    make(slot, others = []) {
      const { transactions: fresh, traffic } = planned()
      const candidates = [...now.waiting, ...fresh]
      const own = candidates.filter(({ delayBlocks }) => delayBlocks === 0)
      const waiting = stillWaiting(candidates)
      const isNew = ({ id }: OtherTransaction): boolean =>
        !included.has(id) && !candidates.some((each) => each.id === id)
      const due: readonly OtherTransaction[] = others.length === 0 ? own : [...own, ...others.filter(isNew)]
      const block = signBlock(recipe, now, slot, due)
      for (const { value } of due) noteIncluded(traffic, seed, cast, value)
      now = {
        head: { number: block.number, id: block.id },
        headSeconds: block.timestamp,
        recentIds: [...now.recentIds, block.id].slice(-RECENT_IDS),
        schedule: advanceWitnessSchedule(now.schedule, instances, block, slot),
        traffic,
        waiting,
      }
      for (const { id, value } of due)
        included.set(id, { number: block.number, expiration: value.expiration })
      if (block.number % FORGET_BLOCKS === 0) forgetExpired(included, block.timestamp)
      standings.push(now)
      if (standings.length > MAX_BLOCKS_BACK + 1) standings.shift()
      plan = undefined
      return block
    },
    part(after, other) {
      const index = standings.findIndex(({ head }) => head.number === after)
      const there = standings[index]
      if (there === undefined) return undefined
      const shared = after === now.head.number ? plan : undefined
      const copy = shared && { ...shared, traffic: { ...shared.traffic } }
      const shares = new Map([...included].filter(([, { number }]) => number <= after))
      return growFrom(recipe, standings.slice(0, index), there, copy, shares, ` ${other}`)
    },
  }
  return branch
}

function signBlock(
  { cast, blockIntervalSeconds }: BranchRecipe,
  { head, headSeconds, schedule }: Standing,
  slot: number,
  transactions: readonly OtherTransaction[],
): ServedBlock {
  const instance = scheduledWitness(schedule, slot)
  const witness = cast.witnesses.find((each) => each.instance === instance)
  if (witness === undefined) throw new InternalError(`witness ${instance} is not in the cast`)
  return buildBlock(
    {
      number: head.number + 1,
      previous: head.id,
      timestamp: headSeconds + slot * blockIntervalSeconds,
      witness: instance,
      transactions: transactions.map(({ payload }) => payload),
    },
    witness.signing.privateKey,
  )
}

/** Those whose turn comes later, except those that will never be included. */
function stillWaiting(candidates: readonly PlannedTransaction[]): readonly PlannedTransaction[] {
  return candidates
    .filter(({ delayBlocks }) => delayBlocks > 0 && delayBlocks !== Infinity)
    .map((each) => ({ ...each, delayBlocks: each.delayBlocks - 1 }))
}

function forgetExpired(included: Included, headSeconds: number): void {
  for (const [id, { expiration }] of included) if (expiration < headSeconds) included.delete(id)
}

function instancesOf({ witnesses }: Cast): readonly number[] {
  return witnesses.map(({ instance }) => instance)
}
