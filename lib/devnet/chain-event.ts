import type { Cursor } from '../chain/cursor.ts'
import type { PendingTransaction } from './block-source.ts'
import type { ServedBlock } from './served-block.ts'

/**
 * One of the two branches while a devnet is split: 0 is that of the nodes with even numbers, 1 that of the others. Witnesses
 * are divided in the same way, in the order of their ids.
 */
export type BranchIndex = 0 | 1

/** A peer of one of the nodes. */
export interface ItemGiver {
  readonly node: number
  readonly peer: number
}

/** A block, and what it is announced by. */
export interface AnnouncedBlock {
  readonly block: ServedBlock
  readonly hash: string
}

/** What happens on the chain of a devnet. `branch` is undefined for what is on both: while it is not split, that is all. */
export type ChainEvent =
  /** A transaction became known. */
  | {
      readonly type: 'transaction'
      readonly transaction: PendingTransaction
      readonly branch: BranchIndex | undefined
      /** Who gave it to which node; undefined for one of the cast's. */
      readonly from?: ItemGiver
    }
  /** A block was made. */
  | ({ readonly type: 'block'; readonly branch: BranchIndex | undefined } & AnnouncedBlock)
  /** The nodes fell apart: the last block that both branches have. Branch 0 goes on with the blocks there are, if any. */
  | { readonly type: 'forked'; readonly after: Cursor }
  /** All nodes go on on one branch; those of the other undid `undone`, highest first, and applied `applied`, lowest first. */
  | {
      readonly type: 'joined'
      readonly winner: BranchIndex
      readonly undone: readonly ServedBlock[]
      readonly applied: readonly AnnouncedBlock[]
    }
