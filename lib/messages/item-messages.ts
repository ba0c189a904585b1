import { hash20, hashes, list, packedHashes, struct, uint32 } from './fields.ts'
import { HASH_SIZE_BYTES } from './hashes.ts'
import { MAX_FETCHED_IDS, MAX_INVENTORY_IDS, MAX_LISTED_IDS, MAX_SYNOPSIS_IDS } from './limits.ts'

/** The two kinds of item; the numbers are those of the messages that carry them (`core_messages.hpp`). */
export const ITEM_TYPE = { trx: 1000, block: 1001 } as const

/** 5001 `item_ids_inventory_message`: what the sender has to offer, by message hash. */
export const itemIdsInventoryMessage = struct({
  item_type: uint32,
  item_hashes_available: list(hash20, HASH_SIZE_BYTES, MAX_INVENTORY_IDS),
})

/** 5002 `blockchain_item_ids_inventory_message`: block ids in chain order, the first one known to the asker. */
export const blockchainItemIdsInventoryMessage = struct({
  total_remaining_item_count: uint32,
  item_type: uint32,
  item_hashes_available: list(hash20, HASH_SIZE_BYTES, MAX_LISTED_IDS),
})

/** The same, its ids read in one piece. */
export const packedBlockIds = struct({
  total_remaining_item_count: uint32,
  item_type: uint32,
  item_hashes_available: packedHashes(MAX_LISTED_IDS),
})

/** 5003 `fetch_blockchain_item_ids_message`: the asker's chain in a few ids, oldest first. */
export const fetchBlockchainItemIdsMessage = struct({
  item_type: uint32,
  blockchain_synopsis: list(hash20, HASH_SIZE_BYTES, MAX_SYNOPSIS_IDS),
})

/** 5004 `fetch_items_message`: by block id while catching up, by message hash afterwards. */
export const fetchItemsMessage = struct({
  item_type: uint32,
  items_to_fetch: hashes(MAX_FETCHED_IDS),
})

/** 5005 `item_not_available_message`. */
export const itemNotAvailableMessage = struct({
  requested_item: struct({ item_type: uint32, item_hash: hash20 }),
})
