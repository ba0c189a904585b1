import type { Message } from '../messages/registry.ts'

/** An item that was announced a short while ago. */
export interface CachedItem {
  readonly itemType: number
  readonly message: Message
}

/**
 * What was announced lately, by message hash (`node.cpp`, `blockchain_tied_message_cache`).
 *
 * Items leave after a number of blocks; core keeps them for 5. An item may have several names.
 */
export interface MessageCache {
  add(item: CachedItem, ...names: readonly string[]): void
  get(hash: string): CachedItem | undefined
  /** A block was accepted: what is too old goes. */
  tick(): void
  /** Another cache with the same items, which goes its own way. */
  copy(): MessageCache
  /** Everything another cache has, as if it had just come. */
  addAll(other: MessageCache): void
  /** All items with their names. */
  entries(): Iterable<readonly [name: string, item: CachedItem]>
}

/** Most names kept, whatever their age. */
export const MAX_CACHED_NAMES = 20_000

export function createMessageCache(keepBlocks: number): MessageCache {
  return cacheOf(keepBlocks, new Map(), [[]])
}

/** @param generations names by the block they came with, the newest last */
function cacheOf(keepBlocks: number, items: Map<string, CachedItem>, generations: string[][]): MessageCache {
  const cache: MessageCache = {
    add(item, ...names) {
      if (items.size + names.length > MAX_CACHED_NAMES) forget(items, generations.shift())
      if (generations.length === 0) generations.push([])
      for (const name of names) items.set(name, item)
      generations.at(-1)?.push(...names)
    },
    get: (hash) => items.get(hash),
    tick() {
      generations.push([])
      if (generations.length > keepBlocks + 1) forget(items, generations.shift())
    },
    copy: () =>
      cacheOf(
        keepBlocks,
        new Map(items),
        generations.map((names) => [...names]),
      ),
    addAll(other) {
      for (const [name, item] of other.entries()) if (!items.has(name)) cache.add(item, name)
    },
    entries: () => items,
  }
  return cache
}

function forget(items: Map<string, CachedItem>, names: readonly string[] = []): void {
  for (const name of names) items.delete(name)
}
