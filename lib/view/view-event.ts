import type { BlockSummary } from './block-summary.ts'
import type { PeerRow } from './peer-row.ts'
import type { StatusRow } from './status-row.ts'

/** Transactions that wait for a block, in all, since the node was started. */
export interface MempoolTotals {
  /** Seen and in no block yet. */
  readonly pending: number
  /** Seen before they were in a block. */
  readonly seen: number
  readonly included: number
  readonly expired: number
}

/** A transaction that was heard of. */
export interface PendingLine {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly operations: number
  /** Type and sentence of its first operation. */
  readonly type: string
  readonly text: string
}

/**
 * What a view is made of, told apart by `type`: plain data, fit for JSON.
 *
 * `block` and `undo` are the chain and come each once and in order. Of the others only the newest counts, except that
 * `mempool` tells what is new in it.
 */
export type ViewEvent =
  | { readonly type: 'block'; readonly block: BlockSummary }
  | { readonly type: 'undo'; readonly number: number; readonly id: string; readonly previous: string }
  | {
      readonly type: 'mempool'
      readonly totals: MempoolTotals
      /** Some of the transactions heard of since the last time. */
      readonly heard: readonly PendingLine[]
      /** Ids of some that are over. */
      readonly expired: readonly string[]
    }
  | { readonly type: 'status'; readonly status: StatusRow }
  | { readonly type: 'peers'; readonly peers: readonly PeerRow[] }
