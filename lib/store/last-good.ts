import type { StoredBlock } from './block-store.ts'
import { previousOf } from './link-run.ts'
import type { LevelFiles } from './level-files.ts'
import { readRecord, sequenceOf } from './stored-record.ts'

/** So many blocks at the end are looked at when a store is opened. */
export const CHECKED_BLOCKS = 1000

/** A block, and the commit it came with. */
export interface GoodBlock extends StoredBlock {
  readonly sequence: number
}

/**
 * The last block of an unbroken end: of the last {@link CHECKED_BLOCKS} between two numbers each up to it is what was
 * written, and they are one chain. Undefined when not even the first of those is good.
 */
export async function lastGood(
  files: LevelFiles,
  lowest: number,
  highest: number,
): Promise<GoodBlock | undefined> {
  const start = Math.max(lowest, highest - CHECKED_BLOCKS + 1)
  let good: GoodBlock | undefined
  for await (const entries of files.entries(start, highest)) {
    for (const [number, record] of entries) {
      const block = readRecord(number, record)
      if (block === undefined || !isNext(block, good, start)) return good
      good = { ...block, sequence: sequenceOf(record) }
    }
  }
  return good
}

function isNext(block: StoredBlock, before: StoredBlock | undefined, start: number): boolean {
  if (before === undefined) return block.number === start
  return block.number === before.number + 1 && previousOf(block.raw) === before.id
}
