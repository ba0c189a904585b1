import type { BlockId } from '../chain/cursor.ts'
import { type BuiltTransaction, buildTransaction } from './build-transaction.ts'
import { chooseDeed } from './choose-deed.ts'
import type { Deed, Scene } from './deed.ts'
import { OPENING } from './opening.ts'
import { shareOfInterval } from './share-of-interval.ts'

/** How many transactions accounts make. */
export interface TrafficLevel {
  /** Transactions a block, on average. */
  readonly perBlock: number
  /** Exactly so many in each block, all in the next one; for benches. */
  readonly isExact: boolean
}

/** A transaction and what is going to become of it. */
export interface PlannedTransaction extends BuiltTransaction {
  /** When it becomes known, as a share of the interval before the next block. */
  readonly at: number
  /** How many blocks it is passed over by; `Infinity`: until it has expired. */
  readonly delayBlocks: number
}

/** Where the chain stands when accounts make transactions. */
export interface PlanContext extends Scene {
  /** Number of the block they are made for. */
  readonly number: number
  /** Ids of the newest blocks, the head last; empty before block 1. */
  readonly recentIds: readonly BlockId[]
  readonly blockIntervalSeconds: number
  readonly chainId: string
}

/** Transactions refer to the head or one of the blocks just below it: so many in all. */
const REFERENCE_BLOCKS = 3

/** The transactions that become known before the next block. Only the random numbers decide, never a clock. */
export function planTraffic(context: PlanContext, level: TrafficLevel): readonly PlannedTransaction[] {
  const { random } = context
  if (level.perBlock === 0) return []
  const opening = level.isExact ? undefined : OPENING[context.number - 1]
  if (opening !== undefined) {
    return opening(context).map((deed, index, { length }) =>
      plan(context, deed, shareOfInterval(index, length), 0),
    )
  }
  const count = level.isExact ? level.perBlock : random.between(0, 2 * level.perBlock)
  return Array.from({ length: count }, (_, index) =>
    plan(
      context,
      chooseDeed(context),
      shareOfInterval(index, count),
      level.isExact ? 0 : chooseDelay(context),
    ),
  )
}

function plan(
  context: PlanContext,
  { by, operations }: Deed,
  at: number,
  delayBlocks: number,
): PlannedTransaction {
  const { random, recentIds, headSeconds, blockIntervalSeconds, chainId } = context
  const reference = recentIds.at(-1 - random.below(Math.min(REFERENCE_BLOCKS, Math.max(1, recentIds.length))))
  const lifetimeBlocks = delayBlocks === Infinity ? random.between(3, 5) : random.between(20, 60)
  const value = {
    ...toReference(reference),
    expiration: headSeconds + lifetimeBlocks * blockIntervalSeconds,
    operations,
    extensions: [],
  }
  return { ...buildTransaction(value, [by.active], chainId), at, delayBlocks }
}

/** Which block a transaction builds on: the number's low 16 bits, four bytes of the id (`transaction.cpp`, `set_reference_block`). */
function toReference(id: BlockId = '0'.repeat(40)): {
  readonly ref_block_num: number
  readonly ref_block_prefix: number
} {
  const prefix = id.slice(8, 16)
  const littleEndian = prefix.slice(6, 8) + prefix.slice(4, 6) + prefix.slice(2, 4) + prefix.slice(0, 2)
  return {
    ref_block_num: Number.parseInt(id.slice(4, 8), 16),
    ref_block_prefix: Number.parseInt(littleEndian, 16),
  }
}

/** Most are included at once, a few are left to a later block, now and then one is forgotten. */
function chooseDelay({ random }: PlanContext): number {
  const share = random.below(100)
  if (share < 88) return 0
  if (share < 95) return 1
  return share < 98 ? 2 : Infinity
}
