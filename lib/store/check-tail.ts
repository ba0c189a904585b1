import type { StoredBlock } from './block-store.ts'
import { previousOf } from './link-run.ts'
import type { LevelFiles } from './level-files.ts'
import { readRecord } from './stored-record.ts'

/** So many blocks at the end are looked at when a store is opened. */
export const CHECKED_BLOCKS = 1000

/** What the end of a store is like. */
export interface Tail {
  readonly first: StoredBlock
  /** The last block of an unbroken end, which others that are to be taken away may follow. */
  readonly last: StoredBlock
}

/**
 * Looks at the last {@link CHECKED_BLOCKS} blocks between two numbers: each is what was written, and they are one chain.
 *
 * Undefined when not even the first of those is good.
 */
export async function checkTail(files: LevelFiles, first: number, last: number): Promise<Tail | undefined> {
  const start = Math.max(first, last - CHECKED_BLOCKS + 1)
  const lowest = await readGood(files, first)
  let good: StoredBlock | undefined
  for await (const entries of files.entries(start, last)) {
    for (const [number, record] of entries) {
      const block = readRecord(number, record)
      const isNext = block !== undefined && (good === undefined ? number === start : follows(block, good))
      if (!isNext) return toTail(lowest, good)
      good = block
    }
  }
  return toTail(lowest, good)
}

function follows(block: StoredBlock, before: StoredBlock): boolean {
  return block.number === before.number + 1 && previousOf(block.raw) === before.id
}

function toTail(first: StoredBlock | undefined, last: StoredBlock | undefined): Tail | undefined {
  return first === undefined || last === undefined ? undefined : { first, last }
}

async function readGood(files: LevelFiles, number: number): Promise<StoredBlock | undefined> {
  const record = await files.get(number)
  return record === undefined ? undefined : readRecord(number, record)
}
