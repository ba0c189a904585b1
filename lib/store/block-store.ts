import type { Observable } from 'rxjs'
import type { BlockId, Cursor } from '../chain/cursor.ts'

/** What a store has to know of a block; every {@link Block} is one. */
export interface StorableBlock {
  readonly number: number
  readonly id: BlockId
  /** The id of the block before; zeros for block 1. */
  readonly previous: BlockId
  /** The packed `signed_block` as received. */
  readonly raw: Uint8Array
}

/** A block as it comes out of a store. */
export interface StoredBlock {
  readonly number: number
  readonly id: BlockId
  /** The same bytes that went in. */
  readonly raw: Uint8Array
}

/** What happens to a store. Each condition is told once, and once more when it is over. */
export type StoreEvent =
  /** There is no room on the disk: nothing more becomes durable, so many blocks wait. What was durable stays. */
  | { readonly type: 'diskFull'; readonly directory: string; readonly waitingBlocks: number }
  /** There is room again, and what waited is durable. */
  | { readonly type: 'diskHasRoom'; readonly directory: string }

/**
 * Where the blocks of a chain are kept: consecutive, from any height on, one branch of them.
 *
 * All methods reject with {@link StoreError}. After `close` only `close` may be called.
 */
export interface BlockStore {
  /**
   * Keeps consecutive blocks; resolves with the last of them when they are durable.
   *
   * They go on where the store ends, or lower: then they have to continue the stored block below, and everything from
   * their first number on gives way to them, all at once. An empty store takes any. Several calls may wait at a time, up to
   * a limit. Rejects with {@link UsageError} `NOT_LINKED` for blocks that do not continue the store, and `OVERFLOW` for
   * more than may wait; then nothing is changed.
   */
  append(blocks: readonly StorableBlock[]): Promise<Cursor>
  /** The packed `signed_block` of that number or id, or undefined when the store does not have it. */
  get(at: number | BlockId): Promise<Uint8Array | undefined>
  /**
   * The block whose message has this hash, if it is one of the newest: peers ask for what was announced to them by it, and
   * nobody asks for long.
   */
  getByMessageHash(hash: string): Promise<StoredBlock | undefined>
  /**
   * Blocks in order, both ends included, as far as the store has them when the loop begins.
   *
   * Throws {@link StoreError} `DAMAGED` at a block that is not what was written; a loop may be begun anew behind it.
   */
  read(from: number, to?: number): AsyncIterable<StoredBlock>
  /** The lowest block that is kept. */
  first(): Promise<Cursor | undefined>
  /** The highest block that is durable. */
  last(): Promise<Cursor | undefined>
  /** Bytes that it takes where the blocks are, about. */
  sizeBytes?(): Promise<number>
  /** Resolves when what was given is durable and everything is let go of. Blocks that wait for a full disk are given up. */
  close(): Promise<void>
  /** What happens to the store. Hot; completes when it is closed. */
  readonly event$?: Observable<StoreEvent>
}
