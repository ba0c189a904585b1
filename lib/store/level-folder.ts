import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClassicLevel } from 'classic-level'
import { StoreError } from '../errors.ts'

/** The library over a folder, with keys and values as bytes. */
export type Level = ClassicLevel<Uint8Array, Uint8Array>

/** Above it the library turns its log into a table, which needs as much room again: small, so that little room is enough. */
const WRITE_BUFFER_BYTES = 2 * 1024 * 1024
const CACHE_BYTES = 8 * 1024 * 1024
/** A table that is merged with others; those of blocks in order are only moved. */
const TABLE_BYTES = 16 * 1024 * 1024
/** Records that are compressed and read together. */
export const PAGE_BYTES: number = 16 * 1024

/** Loads the library; returns what makes one for a folder. Rejects with {@link StoreError} `UNAVAILABLE`. */
export async function importLevel(folder: string): Promise<() => Level> {
  try {
    const { ClassicLevel } = await import('classic-level')
    return () =>
      new ClassicLevel<Uint8Array, Uint8Array>(folder, {
        keyEncoding: 'view',
        valueEncoding: 'view',
        writeBufferSize: WRITE_BUFFER_BYTES,
        cacheSize: CACHE_BYTES,
        maxFileSize: TABLE_BYTES,
        blockSize: PAGE_BYTES,
      })
  } catch (error) {
    throw new StoreError(
      'UNAVAILABLE',
      'blocks cannot be kept on disk: the package classic-level is not installed or has no build for this machine',
      { cause: error },
    )
  }
}

/**
 * Without the file that names all others the library would begin anew, and throw the others away. Rejects with
 * {@link StoreError} `DAMAGED` then.
 */
export async function assertNotHeadless(folder: string, directory: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  if (names.includes('CURRENT') || !names.some((name) => /\.(?:ldb|log)$/.test(name))) return
  throw new StoreError(
    'DAMAGED',
    `${directory} has lost the file blocks/CURRENT, without which its blocks cannot be read: delete the directory, and they are fetched again`,
  )
}

/** Bytes of the files whose names end so. `.log` is the log, which opening turns into a table. */
export async function folderBytes(folder: string, ending = ''): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending))
  // The library deletes files at any time.
  const sizes = await Promise.all(
    names.map((name) => stat(join(folder, name)).then(({ size }) => size, ifMissing)),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function ifMissing(error: NodeJS.ErrnoException): number {
  if (error.code === 'ENOENT') return 0
  throw error
}
