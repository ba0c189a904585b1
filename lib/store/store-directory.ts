import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StoreError } from '../errors.ts'
import { toStoreError } from './level-errors.ts'

/** What a directory says of itself, in `store.json`. */
export interface StoreLabel {
  /** Of the files beside it; a later version may write another. */
  readonly format: number
  /** 64 hex digits. */
  readonly chainId: string
}

const FORMAT = 1
const LABEL_FILE = 'store.json'

/**
 * Reads the label of a directory; undefined where there is none.
 *
 * Rejects with {@link StoreError} `WRONG_VERSION` for one that this version does not understand, and `IO`.
 */
export async function readLabel(directory: string): Promise<StoreLabel | undefined> {
  const text = await readIfThere(join(directory, LABEL_FILE), directory)
  if (text === undefined) return undefined
  const label = parseLabel(text)
  if (label === undefined) {
    throw new StoreError(
      'WRONG_VERSION',
      `${join(directory, LABEL_FILE)} is not what rx-bitshares writes there`,
    )
  }
  if (label.format !== FORMAT) {
    throw new StoreError(
      'WRONG_VERSION',
      `${directory} was written by a later version of rx-bitshares (format ${label.format}, this one knows ${FORMAT})`,
    )
  }
  return label
}

/** Makes the directory, if need be. Rejects with {@link StoreError}. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
  } catch (error) {
    throw toStoreError(error, directory)
  }
}

/** Labels a directory, durably and whole. The caller has its lock. Rejects with {@link StoreError}. */
export async function writeLabel(directory: string, chainId: string): Promise<void> {
  const label: StoreLabel = { format: FORMAT, chainId }
  const path = join(directory, LABEL_FILE)
  try {
    const file = await open(`${path}.new`, 'w')
    try {
      await file.writeFile(`${JSON.stringify(label)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.new`, path)
    await syncFolder(directory)
    await syncFolder(dirname(directory))
  } catch (error) {
    throw toStoreError(error, directory)
  }
}

/** A new or renamed file is durable when its folder is; Windows knows no such thing. */
export async function syncFolder(directory: string): Promise<void> {
  const folder = await open(directory, 'r').catch(() => undefined)
  try {
    await folder?.sync()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EPERM') throw error
  } finally {
    await folder?.close()
  }
}

/** The text of a file; undefined where there is none. Rejects with {@link StoreError}. */
export async function readIfThere(path: string, directory: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw toStoreError(error, directory)
  }
}

function parseLabel(text: string): StoreLabel | undefined {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json !== 'object' || json === null || !('format' in json) || !('chainId' in json))
      return undefined
    const { format, chainId } = json
    return typeof format === 'number' && typeof chainId === 'string' ? { format, chainId } : undefined
  } catch {
    return undefined
  }
}
