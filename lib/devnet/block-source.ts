import type { Cursor } from '../chain/cursor.ts'
import type { ServedBlock } from './served-block.ts'

/** A transaction that becomes known before the next block. */
export interface PendingTransaction {
  /** Transaction id, 40 hex digits. */
  readonly id: string
  /** The packed `signed_transaction`. */
  readonly payload: Uint8Array
  /** RIPEMD-160 of the payload. */
  readonly hash: string
  /** When, as a share of the interval before the next block. */
  readonly at: number
}

/** What makes a chain, block by block: witnesses at work, or a recording. It knows no clock. */
export interface BlockSource {
  /** Number and id of the block made last; number 0 before block 1. */
  readonly head: Cursor
  /** Time of that block in seconds, that of genesis before block 1. */
  readonly headSeconds: number
  /** Time of the next block in seconds; undefined when there will be none. */
  readonly nextSeconds: number | undefined
  /** The transactions that become known before the next block, in that order; the same until it is made. */
  pending(): readonly PendingTransaction[]
  /** Makes the next block. Not to be called when `nextSeconds` is undefined. */
  next(): ServedBlock
}
