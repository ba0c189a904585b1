import type { BlockId, Cursor } from '../chain/cursor.ts'

/** What catching up has to know of the chain. */
export interface SyncChain {
  readonly head: Cursor
  /** Seconds since 1970 of the head block; 0 before the first. */
  readonly headTime: number
  /** The number of the lowest block whose id is remembered. */
  readonly oldest: number
  /** The number of the block that cannot be undone any more: branches part from the chain at it or above. */
  readonly rootNumber: number
  /** How many blocks are here and not in the chain. */
  readonly heldCount: number
  /** False while so many blocks are being verified that no more are to be asked for. */
  readonly hasRoom: boolean
  /** The id of the chain's block of that number, while it is remembered. */
  idAt(number: number): BlockId | undefined
  /** Whether a block is here and not in the chain: on a branch, in doubt, being verified, or waiting for another. */
  isHeld(id: BlockId): boolean
}
