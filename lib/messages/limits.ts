// What a single message may carry. All are above what bitshares-core sends.

/** Ids in one list of block ids; core sends 2000 (`get_block_ids`). */
export const MAX_LISTED_IDS = 20_000
/** Hashes in one inventory; core sends what is new, a handful. */
export const MAX_INVENTORY_IDS = 10_000
/** Ids in a synopsis; core sends about 30. */
export const MAX_SYNOPSIS_IDS = 256
/** Items one message may ask for; core asks for 200, its users may set more. */
export const MAX_FETCHED_IDS = 1000
/** Entries of an address message that are read at all; core uses the first 200. */
export const MAX_ADDRESSES = 2000
/** Bytes of a text such as a user agent or a reason; core's longest reasons are a few kilobytes. */
export const MAX_TEXT_BYTES = 16_384
