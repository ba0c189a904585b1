import type { BlockHeadline } from './block-summary.ts'
import { MAX_MINUTES, MAX_POINTS } from './limits.ts'
import { countFamilies, OPERATION_FAMILIES, type OperationFamily } from './operation-family.ts'
import { appended } from './percentile.ts'

/** What a minute of the chain's time had. */
export interface Minute {
  /** Minutes since 1970. */
  readonly minute: number
  readonly blocks: number
  readonly transactions: number
  readonly operations: number
  readonly families: Readonly<Record<OperationFamily, number>>
}

/** One block as a point of a chart. */
export interface BlockPoint {
  readonly number: number
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly transactions: number
  readonly operations: number
  readonly latencyMs?: number
}

/** How much there was when: the newest blocks one by one, and sums of minutes for longer. Both oldest first. */
export interface Throughput {
  readonly points: readonly BlockPoint[]
  readonly minutes: readonly Minute[]
}

export const NO_THROUGHPUT: Throughput = { points: [], minutes: [] }

export function addThroughput({ points, minutes }: Throughput, block: BlockHeadline): Throughput {
  const { number, id, timestamp, transactionCount, operationCount, latencyMs } = block
  const point = { number, id, timestamp, transactions: transactionCount, operations: operationCount }
  return {
    points: appended(points, [latencyMs === undefined ? point : { ...point, latencyMs }], MAX_POINTS),
    minutes: withBlock(minutes, block, 1),
  }
}

export function undoThroughput({ points, minutes }: Throughput, block: BlockHeadline): Throughput {
  return { points: points.filter(({ id }) => id !== block.id), minutes: withBlock(minutes, block, -1) }
}

function withBlock(minutes: readonly Minute[], block: BlockHeadline, sign: 1 | -1): readonly Minute[] {
  const minute = Math.floor(block.timestamp / 60)
  const families = countFamilies(block.types)
  const index = minutes.findLastIndex((each) => each.minute === minute)
  const before = minutes[index]
  if (before === undefined) {
    if (sign === -1) return minutes
    const { transactionCount: transactions, operationCount: operations } = block
    return appended(minutes, [{ minute, blocks: 1, transactions, operations, families }], MAX_MINUTES)
  }
  return minutes.with(index, {
    minute,
    blocks: before.blocks + sign,
    transactions: before.transactions + sign * block.transactionCount,
    operations: before.operations + sign * block.operationCount,
    families: sumOf(before.families, families, sign),
  })
}

function sumOf(
  one: Minute['families'],
  other: Minute['families'],
  sign: 1 | -1,
): Record<OperationFamily, number> {
  const sum = { ...one }
  for (const family of OPERATION_FAMILIES) sum[family] += sign * other[family]
  return sum
}

/** Blocks, transactions and operations a minute. */
export interface Rates {
  readonly blocks: number
  readonly transactions: number
  readonly operations: number
}

/** What {@link rateSeries} makes: lists of one length. */
export interface RateSeries {
  /** Seconds since 1970. */
  readonly times: readonly number[]
  readonly blocks: readonly number[]
  readonly transactions: readonly number[]
  readonly operations: readonly number[]
}

const WINDOW_SECONDS = 60

/**
 * At each block, what the minute up to it had. Where less than a minute is known, what there was is scaled up to one, from
 * ten seconds on.
 */
export function rateSeries(points: readonly BlockPoint[]): RateSeries {
  const series = {
    times: [] as number[],
    blocks: [] as number[],
    transactions: [] as number[],
    operations: [] as number[],
  }
  const [oldest] = points
  let first = 0
  let transactions = 0
  let operations = 0
  for (const [index, point] of points.entries()) {
    transactions += point.transactions
    operations += point.operations
    for (let left = points[first]; left !== undefined; left = points[first]) {
      if (left.timestamp > point.timestamp - WINDOW_SECONDS) break
      transactions -= left.transactions
      operations -= left.operations
      first += 1
    }
    const known = Math.min(WINDOW_SECONDS, point.timestamp - (oldest?.timestamp ?? 0))
    if (known < SHORTEST_SECONDS) continue
    // The first block is at the very beginning of what is known, so it does not count as something in that time.
    const own = first === 0 ? oldest : undefined
    const scale = WINDOW_SECONDS / known
    series.times.push(point.timestamp)
    series.blocks.push((index - first + 1 - (own === undefined ? 0 : 1)) * scale)
    series.transactions.push((transactions - (own?.transactions ?? 0)) * scale)
    series.operations.push((operations - (own?.operations ?? 0)) * scale)
  }
  return series
}

const SHORTEST_SECONDS = 10

/** The rates of the last minute; undefined while too little is known. */
export function currentRates(points: readonly BlockPoint[]): Rates | undefined {
  const { timestamp: end = 0 } = points.at(-1) ?? {}
  // A little more than the window: where that is all there is, the rate comes out the same.
  const { blocks, transactions, operations } = rateSeries(
    points.filter(({ timestamp }) => timestamp >= end - 2 * WINDOW_SECONDS),
  )
  const [lastBlocks, lastTransactions, lastOperations] = [blocks, transactions, operations].map((list) =>
    list.at(-1),
  )
  if (lastBlocks === undefined || lastTransactions === undefined || lastOperations === undefined) {
    return undefined
  }
  return { blocks: lastBlocks, transactions: lastTransactions, operations: lastOperations }
}

/** How many operations of each family the last minutes had. */
export function familiesOf(minutes: readonly Minute[], count: number): Record<OperationFamily, number> {
  const newest = minutes.at(-1)?.minute ?? 0
  return minutes
    .filter(({ minute }) => minute > newest - count)
    .reduce((sum, { families }) => sumOf(sum, families, 1), countFamilies({}))
}
