import type { BlockId, Cursor } from '../chain/cursor.ts'

/** All that catching up asks of the chain it is for. Nothing of it is asked once a block. */
export interface SyncChain {
  readonly head: Cursor
  /** Time of the head block in seconds, 0 before the first block. */
  readonly headTime: number
  /** The lowest number whose id is remembered. */
  readonly oldest: number
  /** The id of the chain's block of that number, while it is remembered. */
  idAt(number: number): BlockId | undefined
  /** How many blocks are here without being in the chain: they wait for an ancestor, or stand on a branch. */
  readonly heldCount: number
  /** Whether the block of that id is one of them. */
  isHeld(id: BlockId): boolean
}
