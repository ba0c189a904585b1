import type { BlockFacts } from './facts.ts'

/** Length of a bar of a sparkline. */
export const BAR_SECONDS = 10
/** Bars kept: ten minutes. */
export const MAX_BARS = 60
/** Minutes kept: the hour of the longest rate. */
export const MAX_MINUTES = 60

/** What the blocks of a stretch of chain time had. */
export interface Stretch {
  /** Seconds since 1970 of its start. */
  readonly start: number
  readonly transactions: number
  readonly operations: number
  readonly counts: ReadonlyMap<string, number>
}

/** Operations and transactions counted by chain time, the newest stretch last. */
export interface Tally {
  readonly bars: readonly Stretch[]
  readonly minutes: readonly Stretch[]
  /** Seconds since 1970 from which on all blocks were counted; undefined before the first. */
  readonly since: number | undefined
}

/** Nothing was counted. */
export const EMPTY_TALLY: Tally = { bars: [], minutes: [], since: undefined }

/** Counts a block in, or with `sign` -1 out again. */
export function countBlock(
  tally: Tally,
  block: BlockFacts,
  intervalSeconds: number,
  sign: 1 | -1 = 1,
): Tally {
  return {
    bars: addTo(tally.bars, block, BAR_SECONDS, MAX_BARS, sign),
    minutes: addTo(tally.minutes, block, 60, MAX_MINUTES, sign),
    since: tally.since ?? block.timestamp - intervalSeconds,
  }
}

function addTo(
  stretches: readonly Stretch[],
  block: BlockFacts,
  seconds: number,
  maxLength: number,
  sign: 1 | -1,
): readonly Stretch[] {
  const start = Math.floor(block.timestamp / seconds) * seconds
  const at = stretches.findLastIndex((stretch) => stretch.start <= start)
  const found = stretches[at]
  if (found?.start !== start) {
    if (sign === -1) return stretches
    const added = addBlock({ start, transactions: 0, operations: 0, counts: new Map() }, block, 1)
    return stretches.toSpliced(at + 1, 0, added).slice(-maxLength)
  }
  return stretches.with(at, addBlock(found, block, sign))
}

function addBlock(stretch: Stretch, block: BlockFacts, sign: 1 | -1): Stretch {
  const counts = new Map(stretch.counts)
  for (const { type, count } of block.counts) counts.set(type, (counts.get(type) ?? 0) + sign * count)
  return {
    start: stretch.start,
    transactions: stretch.transactions + sign * block.transactions,
    operations: stretch.operations + sign * block.operations,
    counts,
  }
}
