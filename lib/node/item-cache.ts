import { LRUCache } from 'lru-cache'
import type { Message } from '../messages/registry.ts'

/** Bytes of items that are kept to be served; bitshares-core keeps those of five blocks, whatever their size. */
export const MAX_CACHED_ITEM_BYTES: number = 32 * 1024 * 1024
/** How many of them. */
export const MAX_CACHED_ITEMS = 20_000

/** An item that was announced, as it will be served. */
export interface CachedItem {
  readonly itemType: number
  readonly message: Message & { readonly payload: Uint8Array }
}

/** Items by the hash of their message, the ones used longest ago leave first. */
export type ItemCache = LRUCache<string, CachedItem>

export function createItemCache(): ItemCache {
  return new LRUCache({
    max: MAX_CACHED_ITEMS,
    maxSize: MAX_CACHED_ITEM_BYTES,
    sizeCalculation: ({ message }) => message.payload.length + 1,
  })
}
