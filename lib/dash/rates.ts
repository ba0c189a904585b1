import { chainSeconds, type FeedState } from './feed-state.ts'
import { BAR_SECONDS, MAX_BARS, type Stretch } from './tally.ts'

/** After so many intervals without a block the rates fall. */
const STALLED_INTERVALS = 3

/** How much happens on the chain, counted by chain time. */
export interface Rates {
  /** Transactions a second over ten seconds, a minute and an hour. */
  readonly tenSeconds: number
  readonly minute: number
  readonly hour: number
  /** Operations a second over a minute. */
  readonly operations: number
  /** Operations in each stretch of {@link BAR_SECONDS}, the newest last. */
  readonly bars: readonly number[]
}

/** How often a type of operation comes. */
export interface TypeRate {
  readonly type: string
  readonly perMinute: number
  /** How many in each stretch of {@link BAR_SECONDS}, the newest last. */
  readonly bars: readonly number[]
}

/** Rates of the time up to the head, or up to now where the head is old; undefined while nothing was counted. */
export function ratesOf(feed: FeedState): Rates | undefined {
  const { since } = feed.tally
  if (since === undefined) return undefined
  const end = endOf(feed)
  const over = (seconds: number, of: 'transactions' | 'operations'): number => {
    const sum = countedSince(feed, end - seconds).reduce((total, row) => total + row[of], 0)
    return sum / lengthOf(seconds, end, since)
  }
  const hour = feed.tally.minutes.filter(({ start }) => start > end - 3600)
  const hourly = hour.reduce((total, { transactions }) => total + transactions, 0)
  return {
    tenSeconds: over(10, 'transactions'),
    minute: over(60, 'transactions'),
    hour: hourly / lengthOf(3600, end, since),
    operations: over(60, 'operations'),
    bars: barsOf(feed.tally.bars, end, ({ operations }) => operations),
  }
}

/** Types of operations seen lately, the most frequent first. */
export function typeRates(feed: FeedState): readonly TypeRate[] {
  const { since, bars } = feed.tally
  if (since === undefined) return []
  const end = endOf(feed)
  const minute = new Map<string, number>()
  for (const { counts } of countedSince(feed, end - 60)) {
    for (const { type, count } of counts) minute.set(type, (minute.get(type) ?? 0) + count)
  }
  const types = new Set(bars.flatMap(({ counts }) => [...counts.keys()]))
  const scale = 60 / lengthOf(60, end, since)
  return [...types]
    .map((type) => ({
      type,
      perMinute: (minute.get(type) ?? 0) * scale,
      bars: barsOf(bars, end, ({ counts }) => counts.get(type) ?? 0),
    }))
    .toSorted(
      (a, b) =>
        b.perMinute - a.perMinute ||
        (b.bars.at(-1) ?? 0) - (a.bars.at(-1) ?? 0) ||
        (a.type < b.type ? -1 : 1),
    )
}

/** Up to the head, so that figures change with blocks and not with the clock; up to now when blocks stay away. */
function endOf(feed: FeedState): number {
  const head = feed.blocks.findLast(({ isUndone }) => !isUndone)
  const intervalMs = (feed.network?.intervalSeconds ?? 0) * 1000
  return head !== undefined && feed.now - head.receivedAt <= STALLED_INTERVALS * intervalMs
    ? head.timestamp
    : Math.floor(chainSeconds(feed))
}

function countedSince({ blocks }: FeedState, after: number): FeedState['blocks'] {
  const first = blocks.findLastIndex(({ timestamp }) => timestamp <= after) + 1
  return blocks.slice(first).filter(({ isCounted, isUndone }) => isCounted && !isUndone)
}

/** How long was counted, at most so many seconds. */
function lengthOf(seconds: number, end: number, since: number): number {
  return Math.max(1, Math.min(seconds, end - since))
}

function barsOf(
  stretches: readonly Stretch[],
  end: number,
  count: (stretch: Stretch) => number,
): readonly number[] {
  const counts = new Map(stretches.map((stretch) => [stretch.start, count(stretch)]))
  const newest = Math.floor(end / BAR_SECONDS) * BAR_SECONDS
  return Array.from(
    { length: MAX_BARS },
    (_, index) => counts.get(newest - (MAX_BARS - 1 - index) * BAR_SECONDS) ?? 0,
  )
}
