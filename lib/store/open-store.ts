import { StoreError } from '../errors.ts'
import type { BlockStore } from './block-store.ts'
import type { DiskStore } from './disk-store.ts'
import { createMemoryStore } from './memory-store.ts'
import { type DiskStoreOptions, openDiskStore } from './open-disk-store.ts'

/** A store, and where it is. */
export type OpenedStore =
  | { readonly kind: 'disk'; readonly store: DiskStore }
  /** `why` says in a sentence why the blocks are not on disk. */
  | { readonly kind: 'memory'; readonly store: BlockStore; readonly why: string }

/**
 * Opens a store on disk, or one in memory where the library for that is missing: for who would rather run without. Say so
 * then. Rejects as {@link openDiskStore} does for everything else.
 */
export async function openStore(options: DiskStoreOptions): Promise<OpenedStore> {
  try {
    return { kind: 'disk', store: await openDiskStore(options) }
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'UNAVAILABLE') throw error
    return { kind: 'memory', store: createMemoryStore(), why: error.message }
  }
}
