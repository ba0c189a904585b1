import { StoreError } from '../errors.ts'
import { lastGood } from './last-good.ts'
import type { LevelFiles } from './level-files.ts'
import { previousOf, type Span } from './link-run.ts'
import type { StoreState } from './state-file.ts'
import { readRecord } from './stored-record.ts'

/** Numbers of blocks, both ends included. */
export type NumberRange = readonly [first: number, last: number]

/** What files that were just opened hold. */
export interface FoundSpan {
  readonly span: Span | undefined
  /** Of the last commit that is there. */
  readonly sequence: number
  /** Blocks at the end that are there and no good. */
  readonly useless: NumberRange | undefined
  /** Blocks at the end that were durable and are not there, or no good. */
  readonly lost: NumberRange | undefined
}

/**
 * Finds what files hold, and holds it against what the state says has to be there.
 *
 * Rejects with {@link StoreError} `DAMAGED` when more of the end is damaged than is looked at, or the first block, where
 * nothing else tells its id.
 */
export async function findSpan(
  directory: string,
  files: LevelFiles,
  state: StoreState | undefined,
): Promise<FoundSpan> {
  const ends = await files.ends()
  if (ends === undefined) {
    const lost = state === undefined ? undefined : ([state.first.number, state.last.number] as const)
    return { span: undefined, sequence: 0, useless: undefined, lost }
  }
  const [lowest, highest] = ends
  const good = await lastGood(files, lowest, highest)
  if (good === undefined) {
    throw new StoreError(
      'DAMAGED',
      `the blocks in ${directory} end with more damage than can be cut off: delete the directory, and they are fetched again`,
    )
  }
  const { number, id, sequence } = good
  const useless = highest > number ? ([number + 1, highest] as const) : undefined
  const start = (await readStart(files, lowest, state)) ?? state
  if (start === undefined) {
    throw new StoreError(
      'DAMAGED',
      `block ${lowest}, the first in ${directory}, is not what was written there`,
      {
        range: [lowest, lowest],
      },
    )
  }
  return {
    span: { first: start.first, base: start.base, last: { number, id } },
    sequence,
    useless,
    lost:
      state !== undefined && sequence < state.sequence
        ? [Math.min(number + 1, state.last.number), Math.max(highest, state.last.number)]
        : useless,
  }
}

/** How a store begins by its first record, if that is there and good. */
async function readStart(
  files: LevelFiles,
  lowest: number,
  state: StoreState | undefined,
): Promise<Pick<Span, 'first' | 'base'> | undefined> {
  if (state !== undefined && state.first.number < lowest) return undefined
  const record = await files.get(lowest)
  const block = record === undefined ? undefined : readRecord(lowest, record)
  if (block === undefined) return undefined
  return { first: { number: lowest, id: block.id }, base: previousOf(block.raw) }
}
