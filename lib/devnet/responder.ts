import type { BlockId } from '../chain/cursor.ts'
import { numberOfId } from '../chain/cursor.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { Responder } from '../peer/responder.ts'
import type { BlockLog } from './block-log.ts'
import type { MessageCache } from './message-cache.ts'

/** What a node of a devnet serves. Its log and cache are others after the network has split or grown together. */
export interface SharedChain {
  readonly log: BlockLog
  readonly cache: MessageCache
}

/** Answers one peer as core does, and knows whether that peer is told of new items. */
export interface PeerResponder extends Responder {
  /**
   * Whether its last request for ids showed that it has all we have: only then it is sent inventory (`node.cpp`,
   * `on_fetch_blockchain_item_ids_message`, `peer_needs_sync_items_from_us`).
   */
  readonly isInSync: boolean
}

/**
 * One peer's view of the chain.
 *
 * @param drop called when core would break the connection without a word: the peer asks for what it cannot have been
 *   told of (`application.cpp`, `get_item`)
 */
export function createResponder(
  chain: SharedChain,
  listAddresses: () => MessageOf<'address_message'>['addresses'],
  drop: (reason: string) => void,
): PeerResponder {
  let isInSync = false
  return {
    get isInSync() {
      return isInSync
    },
    listIds(synopsis) {
      const list = chain.log.listIds(synopsis)
      const [first] = list.ids
      isInSync = first === undefined || (list.ids.length === 1 && synopsis.includes(first))
      return list
    },
    getItem(itemType, hash) {
      const { log, cache } = chain
      const cached = cache.get(hash)
      if (cached !== undefined) {
        if (cached.itemType === itemType) return cached.message
        drop(`${hash} is not of type ${itemType}`)
        return undefined
      }
      if (itemType !== ITEM_TYPE.block) {
        drop(`transaction ${hash} is not in the cache`)
        return undefined
      }
      const block = log.byId(hash)
      if (block !== undefined) return { type: 'block_message', payload: block.payload }
      if (isBelowHead(hash, log)) drop(`block ${hash} does not exist`)
      return undefined
    },
    listAddresses,
  }
}

/** Core looks such a block up by its number and asserts that it is there; above its head it says "not available". */
function isBelowHead(hash: BlockId, { head }: BlockLog): boolean {
  return numberOfId(hash) <= head.number
}
