import type { BlockId } from '../chain/cursor.ts'
import type { SyncChain } from './sync-chain.ts'

/**
 * Our chain in a few ids, oldest first: every remembered id near the head, ever fewer below it.
 *
 * A responder looks for the last id it knows (`application.cpp`, `get_block_ids`), so the head must come last; the halving
 * gaps are those of `application.cpp`, `get_blockchain_synopsis`. Empty while there is no block, which asks for block 1.
 */
export function toSynopsis(chain: SyncChain): readonly BlockId[] {
  const { head } = chain
  if (head.number === 0) return []
  const ids: BlockId[] = []
  let low = Math.max(chain.oldest, 1)
  do {
    const id = chain.idAt(low)
    if (id !== undefined) ids.push(id)
    low += Math.floor((head.number - low + 2) / 2)
  } while (low <= head.number)
  return ids
}
