import { StoreError } from '../errors.ts'
import type { StoredBlock } from './block-store.ts'
import type { LevelFiles } from './level-files.ts'
import { readRecord } from './stored-record.ts'

/** Files, what they are called in a message, and what has to be in them. */
export interface Readable {
  readonly directory: string
  readonly files: LevelFiles
  /** The lowest and the highest number that there has to be; undefined: there are no blocks. */
  expected(this: void): Promise<readonly [first: number, last: number] | undefined>
}

/**
 * The blocks of `[from, to]`, in order.
 *
 * Throws {@link StoreError} `DAMAGED` at one that is missing or not what was written.
 */
export async function* readFiles(readable: Readable, from: number, to: number): AsyncGenerator<StoredBlock> {
  const { files, directory } = readable
  let next = from
  for await (const entries of files.entries(from, to)) {
    for (const [number, record] of entries) {
      if (number !== next) throw missing(directory, next, number - 1)
      const block = readRecord(number, record)
      if (block === undefined) throw damaged(directory, number)
      next = number + 1
      yield block
    }
  }
  if (next <= to && (await isExpected(readable, to))) throw missing(directory, next, to)
}

/** The block of a number, or undefined when there does not have to be one. Rejects like {@link readFiles}. */
export async function findInFiles(readable: Readable, number: number): Promise<StoredBlock | undefined> {
  const record = await readable.files.get(number)
  if (record === undefined) {
    if (await isExpected(readable, number)) throw missing(readable.directory, number, number)
    return undefined
  }
  const block = readRecord(number, record)
  if (block === undefined) throw damaged(readable.directory, number)
  return block
}

async function isExpected({ expected }: Readable, number: number): Promise<boolean> {
  const [first, last] = (await expected()) ?? [1, 0]
  return number >= first && number <= last
}

function damaged(directory: string, number: number): StoreError {
  return new StoreError('DAMAGED', `block ${number} in ${directory} is not what was written there`, {
    range: [number, number],
  })
}

function missing(directory: string, first: number, last: number): StoreError {
  const what = first === last ? `block ${first} is` : `blocks ${first} to ${last} are`
  return new StoreError('DAMAGED', `${what} missing in ${directory}`, { range: [first, last] })
}
