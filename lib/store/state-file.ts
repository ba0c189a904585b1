import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { type Cursor, isBlockId, numberOfId } from '../chain/cursor.ts'
import { toStoreError } from './level-errors.ts'
import type { Span } from './link-run.ts'
import { readIfThere } from './store-directory.ts'

/** What a store had when it last made something durable. */
export interface StoreState extends Span {
  /** Counts what was made durable; see `stored-record.ts`. */
  readonly sequence: number
}

/**
 * A file beside the blocks that says what has to be there.
 *
 * The library drops the end of its log, and whole tables, when their bytes are not what they were, and says nothing. This
 * is written behind each commit, in place and without waiting for the disk: so it may know less than the blocks do, after a
 * power cut, and never more.
 */
export interface StateFile {
  /** What was read when it was opened; undefined when there was nothing, or nothing that can be relied on. */
  readonly state: StoreState | undefined
  /** Undefined: there are no blocks. */
  write(state: StoreState | undefined): Promise<void>
  close(): Promise<void>
}

const STATE_FILE = 'state.json'
/** Filled up with spaces, so that writing it anew takes no more room. */
const SIZE_BYTES = 512

/** Opens the state of a directory that is labelled and locked. Rejects with {@link StoreError}. */
export async function openStateFile(directory: string): Promise<StateFile> {
  const path = join(directory, STATE_FILE)
  try {
    const file = await open(path, 'r+').catch(() => createFile(path))
    return {
      state: parseState(await file.readFile('utf8')),
      async write(state) {
        await file.write(formatState(state), 0)
      },
      close: () => file.close(),
    }
  } catch (error) {
    throw toStoreError(error, directory)
  }
}

/** What the state of a directory says; see {@link StateFile}. Rejects with {@link StoreError}. */
export async function readState(directory: string): Promise<StoreState | undefined> {
  const text = await readIfThere(join(directory, STATE_FILE), directory)
  return text === undefined ? undefined : parseState(text)
}

async function createFile(path: string): Promise<FileHandle> {
  const file = await open(path, 'w+')
  await file.write(' '.repeat(SIZE_BYTES))
  await file.sync()
  return file
}

function formatState(state: StoreState | undefined): string {
  if (state === undefined) return ' '.repeat(SIZE_BYTES)
  const { sequence, first, base, last } = state
  const written = { sequence, first: first.id, base, last: last.id }
  return JSON.stringify({ ...written, checksum: checksum(written) }).padEnd(SIZE_BYTES)
}

function parseState(text: string): StoreState | undefined {
  const json = parseJson(text.trim())
  if (json === undefined) return undefined
  const { sequence, first, base, last } = json
  if (typeof sequence !== 'number' || json['checksum'] !== checksum({ sequence, first, base, last }))
    return undefined
  if (typeof first !== 'string' || typeof base !== 'string' || typeof last !== 'string') return undefined
  if (![first, base, last].every(isBlockId)) return undefined
  return { sequence, first: toCursor(first), base, last: toCursor(last) }
}

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? { ...json } : undefined
  } catch {
    return undefined
  }
}

function checksum(state: unknown): number {
  return crc32(JSON.stringify(state))
}

function toCursor(id: string): Cursor {
  return { number: numberOfId(id), id }
}
