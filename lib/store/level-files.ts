import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../errors.ts'
import type { StorableBlock } from './block-store.ts'
import { assertNotHeadless, folderBytes, importLevel, PAGE_BYTES } from './level-folder.ts'
import { isClosedIterator, toStoreError } from './level-errors.ts'
import { syncFolder } from './store-directory.ts'
import { RECORD_OVERHEAD_BYTES, writeRecord } from './stored-record.ts'

/** Blocks to write, and numbers whose blocks give way to them. */
export interface Change {
  /** Both ends included; taken away before the blocks are written. */
  readonly removed: readonly [first: number, last: number] | undefined
  readonly blocks: readonly StorableBlock[]
}

/** A record and the number it is kept under. */
export type Entry = readonly [number: number, record: Uint8Array]

/**
 * The records of a store, by number, in the files of classic-level. One process at a time may have them open.
 *
 * All methods reject with {@link StoreError}.
 */
export interface LevelFiles {
  get(number: number): Promise<Uint8Array | undefined>
  /** Records of `[from, to]` in order, as they are when the loop begins, in batches. */
  entries(from: number, to: number): AsyncIterable<readonly Entry[]>
  /** The lowest and the highest number there is. */
  ends(): Promise<readonly [first: number, last: number] | undefined>
  /**
   * Writes all of it or nothing, as commit number `sequence`; resolves when it is durable.
   *
   * After a failure the library refuses everything until it is opened anew, so that is how the next call begins. While
   * there is no room for what that needs, it rejects with `DISK_FULL` and leaves the files open for reading.
   */
  commit(changes: readonly Change[], sequence: number): Promise<void>
  /** Bytes of all files. */
  sizeBytes(this: void): Promise<number>
  close(): Promise<void>
}

const BATCH_RECORDS = 1000
const BATCH_BYTES = 1024 * 1024
/** What opening needs beyond the log that it turns into a table. */
const SLACK_BYTES = 256 * 1024

/**
 * Opens the files in the folder `blocks` of a directory, which are made where there are none. Rejects with {@link StoreError} `UNAVAILABLE`,
 * `LOCKED`, `DAMAGED`, `DISK_FULL` or `IO`.
 */
export async function openLevelFiles(directory: string): Promise<LevelFiles> {
  const folder = join(directory, 'blocks')
  const create = await importLevel(folder)
  await assertNotHeadless(folder, directory)
  const scratch = createScratch()
  let level = create()
  let isFailed = false
  /** Who reads waits for it. */
  let opening: Promise<unknown> = level.open()

  async function attempt<T>(run: () => Promise<T>): Promise<T> {
    try {
      await opening
      return await run()
    } catch (error) {
      throw toStoreError(error, directory)
    }
  }

  async function reopen(pendingBytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(folder)
    // The old log goes before a new one grows.
    const neededBytes = Math.max(await folderBytes(folder, '.log'), pendingBytes) + SLACK_BYTES
    if (bavail * bsize < neededBytes) throw new StoreError('DISK_FULL', `the disk of ${directory} is full`)
    opening = level.close().then(() => {
      level = create()
      return level.open()
    })
    await opening
  }

  async function* entries(from: number, to: number): AsyncGenerator<readonly Entry[]> {
    for (let next = from; next <= to;) {
      const iterator = await attempt(() => Promise.resolve(level.iterator(rangeOf(next, to))))
      try {
        for (;;) {
          const batch = await iterator.nextv(BATCH_RECORDS)
          const found = batch.map(([key, record]): Entry => [numberOf(key), record])
          const last = found.at(-1)
          if (last === undefined) return
          next = last[0] + 1
          yield found
        }
      } catch (error) {
        // Files that were opened anew took the iterator with them.
        if (!isClosedIterator(error)) throw toStoreError(error, directory)
      } finally {
        await iterator.close()
      }
    }
  }

  await attempt(() => syncFolder(folder))
  return {
    entries,
    get: (number) => attempt(() => level.get(keyOf(number))),
    ends: () =>
      attempt(async () => {
        const range = { ...rangeOf(0, 0xffff_ffff), limit: 1 }
        const [lowest] = await level.keys(range).all()
        const [highest] = await level.keys({ ...range, reverse: true }).all()
        if (lowest === undefined || highest === undefined) return undefined
        return [numberOf(lowest), numberOf(highest)]
      }),
    async commit(changes, sequence) {
      try {
        if (isFailed) await reopen(sizeOf(changes))
        isFailed = true
        const batch = level.batch()
        for (const { removed: [first, last] = [1, 0], blocks } of changes) {
          for (let number = first; number <= last; number += 1) batch.del(scratch.key(number))
          for (const block of blocks) batch.put(scratch.key(block.number), scratch.record(block, sequence))
        }
        await batch.write({ sync: true })
        isFailed = false
      } catch (error) {
        throw toStoreError(error, directory)
      }
    },
    sizeBytes: () => attempt(() => folderBytes(folder)),
    async close() {
      await opening.catch(() => undefined)
      await level.close()
    },
  }
}

/** Keys and records made in the same memory over and over: a batch takes a copy of what it is given at once. */
function createScratch(): {
  key(number: number): Uint8Array
  record(block: StorableBlock, sequence: number): Uint8Array
} {
  const key = keyOf(0)
  const view = new DataView(key.buffer)
  let bytes = new Uint8Array(PAGE_BYTES)
  return {
    key(number) {
      view.setUint32(1, number)
      return key
    },
    record(block, sequence) {
      const most = block.raw.length + RECORD_OVERHEAD_BYTES
      if (bytes.length < most) bytes = new Uint8Array(most)
      return bytes.subarray(0, writeRecord(block, sequence, bytes))
    },
  }
}

const BLOCK_KEY = 0x62

/** Big-endian, so that the library's order is that of the chain. */
function keyOf(number: number): Uint8Array<ArrayBuffer> {
  const key = new Uint8Array(5)
  key[0] = BLOCK_KEY
  new DataView(key.buffer).setUint32(1, number)
  return key
}

function numberOf(key: Uint8Array): number {
  return new DataView(key.buffer, key.byteOffset).getUint32(1)
}

function rangeOf(
  from: number,
  to: number,
): { readonly gte: Uint8Array; readonly lte: Uint8Array; readonly highWaterMarkBytes: number } {
  return { gte: keyOf(from), lte: keyOf(to), highWaterMarkBytes: BATCH_BYTES }
}

function sizeOf(changes: readonly Change[]): number {
  return changes.reduce(
    (sum, { blocks }) => sum + blocks.reduce((size, { raw }) => size + raw.length + RECORD_OVERHEAD_BYTES, 0),
    0,
  )
}
