import type { BlockId } from '../chain/cursor.ts'
import { HASH_SIZE_BYTES, type Hashes, packHashes } from '../messages/hashes.ts'
import { numberAt } from './id-queue.ts'

/** How far ahead of now an announced chain may reach (`GRAPHENE_NET_FUTURE_SYNC_BLOCKS_GRACE_PERIOD_SEC`). */
export const FUTURE_GRACE_SECONDS = 3600
/** Shortest time between two blocks (`GRAPHENE_MIN_BLOCK_INTERVAL`). */
export const MIN_BLOCK_INTERVAL_SECONDS = 1

/** Consecutive block ids as a peer lists them, and how many more it says there are. */
export interface ListedIds {
  readonly ids: Hashes
  readonly remaining: number
}

/**
 * What is wrong with a list of block ids, or undefined.
 *
 * The rules are those of `node.cpp`, `on_blockchain_item_ids_inventory_message`: consecutive numbers, a first id that
 * was in the synopsis (number 1 after an empty one), and no more blocks than can have been made until an hour from now.
 *
 * @param headTime time of our head block in seconds, 0 when unknown
 * @param nowSeconds time of the chain's clock
 */
export function findFaultInIdList(
  list: ListedIds,
  synopsis: readonly BlockId[],
  headTime: number,
  nowSeconds: number,
): string | undefined {
  const { remaining } = list
  const ids = packHashes(list.ids)
  const first = ids.at(0)
  if (first === undefined) {
    return remaining === 0 ? undefined : `an empty list that leaves ${remaining} blocks to be asked for`
  }
  const start = numberAt(ids.bytes, 0)
  for (let index = 1; index < ids.length; index += 1) {
    if (numberAt(ids.bytes, index * HASH_SIZE_BYTES) !== start + index)
      return `a gap after block ${start + index - 1}`
  }
  if (synopsis.length === 0 ? start !== 1 : !synopsis.includes(first)) {
    return `a list that starts at block ${start}, which we did not ask for`
  }
  if (headTime + remaining * MIN_BLOCK_INTERVAL_SECONDS > nowSeconds + FUTURE_GRACE_SECONDS) {
    return `${remaining} more blocks than can exist`
  }
  return undefined
}
