import type { BlockStore } from '../store/block-store.ts'
import type { StoreFigures } from './figures.ts'

/** What of a store there are figures of. */
export type WatchedStore = Pick<BlockStore, 'last' | 'sizeBytes'>

/**
 * Looks at a store. Those who ask while it is looked at share the answer: however often metrics are asked for, the disk is
 * asked by one at a time. A store that fails, or is closed, has no figures: that it failed is told elsewhere.
 */
export function watchStore(store: WatchedStore | undefined): () => Promise<StoreFigures | undefined> {
  let looking: Promise<StoreFigures | undefined> | undefined
  return () => {
    if (store === undefined) return Promise.resolve(undefined)
    looking ??= look(store)
      .catch(() => undefined)
      .finally(() => (looking = undefined))
    return looking
  }
}

async function look(store: WatchedStore): Promise<StoreFigures> {
  const [last, sizeBytes] = await Promise.all([store.last(), store.sizeBytes?.()])
  return { durableBlock: last?.number, sizeBytes }
}
