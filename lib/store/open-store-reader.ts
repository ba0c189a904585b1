import type { Cursor } from '../chain/cursor.ts'
import { StoreError } from '../errors.ts'
import type { StoredBlock } from './block-store.ts'
import type { NumberRange } from './find-span.ts'
import { type LevelFiles, openLevelFiles } from './level-files.ts'
import { findInFiles, readFiles } from './read-files.ts'
import { readState, type StoreState } from './state-file.ts'
import { readLabel } from './store-directory.ts'
import { sequenceOf } from './stored-record.ts'

/** The blocks of a directory as they are, damage and all. Nothing of them is changed. */
export interface StoreReader {
  /** 64 hex digits. */
  readonly chainId: string
  /** The lowest and the highest number that there has to be; undefined without blocks. */
  readonly ends: readonly [first: number, last: number] | undefined
  /** The block that has to be there because it was the last one to become durable; undefined where nothing is amiss. */
  readonly missed: Cursor | undefined
  /** The blocks of a range, in order. Throws {@link StoreError} `DAMAGED`; a loop may be begun anew behind the damage. */
  read(from: number, to: number): AsyncIterable<StoredBlock>
  /** One block. Looks at fewer files than {@link read} and rejects like it. */
  get(number: number): Promise<StoredBlock | undefined>
  close(): Promise<void>
}

/** Opens a directory for reading. Nobody else may have it open. Rejects with {@link StoreError}. */
export async function openStoreReader(directory: string): Promise<StoreReader> {
  const label = await readLabel(directory)
  if (label === undefined)
    throw new StoreError('WRONG_VERSION', `${directory} is not a directory in which blocks are kept`)
  const files = await openLevelFiles(directory)
  try {
    const state = await readState(directory)
    const found = await files.ends()
    const missed = (await isBehind(files, found, state)) ? state?.last : undefined
    const ends = toEnds(found, state, missed)
    const readable = { directory, files, expected: () => Promise.resolve(ends) }
    return {
      chainId: label.chainId,
      ends,
      missed,
      read: (from, to) => readFiles(readable, from, to),
      get: (number) => findInFiles(readable, number),
      close: () => files.close(),
    }
  } catch (error) {
    await files.close()
    throw error
  }
}

/** Whether the last commit that the state knows of is not there. */
async function isBehind(
  files: LevelFiles,
  found: NumberRange | undefined,
  state: StoreState | undefined,
): Promise<boolean> {
  if (state === undefined) return false
  const record = found === undefined ? undefined : await files.get(found[1])
  return record === undefined || sequenceOf(record) < state.sequence
}

function toEnds(
  found: NumberRange | undefined,
  state: StoreState | undefined,
  missed: Cursor | undefined,
): NumberRange | undefined {
  const [lowest = Infinity, highest = 0] = found ?? []
  const first = Math.min(lowest, state?.first.number ?? Infinity)
  const last = Math.max(highest, missed?.number ?? 0)
  return last === 0 ? undefined : [first, last]
}
