import { type BlockId, type IdList, numberOfId } from '../chain/cursor.ts'

/** How far ahead of now an announced chain may reach (`GRAPHENE_NET_FUTURE_SYNC_BLOCKS_GRACE_PERIOD_SEC`). */
export const FUTURE_GRACE_SECONDS = 3600
/** Shortest time between two blocks (`GRAPHENE_MIN_BLOCK_INTERVAL`). */
export const MIN_BLOCK_INTERVAL_SECONDS = 1

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
  list: IdList,
  synopsis: readonly BlockId[],
  headTime: number,
  nowSeconds: number,
): string | undefined {
  const { ids, remaining } = list
  const first = ids[0]
  if (first === undefined) {
    return remaining === 0 ? undefined : `an empty list that leaves ${remaining} blocks to be asked for`
  }
  const start = numberOfId(first)
  for (let index = 1; index < ids.length; index += 1) {
    if (numberOfId(ids[index] as BlockId) !== start + index) return `a gap after block ${start + index - 1}`
  }
  if (synopsis.length === 0 ? start !== 1 : !synopsis.includes(first)) {
    return `a list that starts at block ${start}, which we did not ask for`
  }
  if (headTime + remaining * MIN_BLOCK_INTERVAL_SECONDS > nowSeconds + FUTURE_GRACE_SECONDS) {
    return `${remaining} more blocks than can exist`
  }
  return undefined
}
