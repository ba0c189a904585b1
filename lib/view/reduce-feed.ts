import type { BlockSummary, OperationLine } from './block-summary.ts'
import { MAX_FEED_LINES } from './limits.ts'
import { appended } from './percentile.ts'

/** An operation, and the block it is in. */
export interface FeedLine extends OperationLine {
  readonly number: number
  readonly blockId: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly isUndone?: true
}

/** The newest operations, the newest last. */
export type Feed = readonly FeedLine[]

export function addOperations(feed: Feed, { number, id, timestamp, operations }: BlockSummary): Feed {
  const lines = operations.map((line) => ({ ...line, number, blockId: id, timestamp }))
  return appended(without(feed, id), lines, MAX_FEED_LINES)
}

/** A block that was undone and comes back is shown once. */
function without(feed: Feed, id: string): Feed {
  return feed.some(({ blockId }) => blockId === id) ? feed.filter(({ blockId }) => blockId !== id) : feed
}

/** The operations of a block that left the chain; they may come again with another. */
export function undoOperations(feed: Feed, blockId: string): Feed {
  return feed.map((line) => (line.blockId === blockId ? { ...line, isUndone: true } : line))
}
