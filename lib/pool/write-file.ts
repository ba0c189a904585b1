import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Nobody else's business, unless somebody says so: what is written may tell whom we talk to. */
const PRIVATE = 0o600

export interface WriteOptions {
  /** Asked once more before the old file is replaced; false: all stays as it was. */
  readonly isWanted?: () => boolean
  /** Who may read a new file, as `chmod` takes it. Default: nobody but us. */
  readonly mode?: number
}

/**
 * Replaces a file so that at every moment, also after a power cut, either all of the old or all of the new text is there. Makes
 * the folder if need be. Rejects with what the file system throws.
 */
export async function writeFileAtomically(
  path: string,
  text: string,
  { isWanted = () => true, mode = PRIVATE }: WriteOptions = {},
): Promise<void> {
  const temporary = `${path}.tmp`
  await mkdir(dirname(path), { recursive: true })
  const file = await open(temporary, 'w', mode)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  if (!isWanted()) {
    await rm(temporary, { force: true })
    return
  }
  await rename(temporary, path)
  syncFolder(path)
}

/** The same at once, for the moment before the process ends. Throws what the file system throws. */
export function writeFileAtomicallySync(path: string, text: string): void {
  // Another name: the one above may be in the middle of its work.
  const temporary = `${path}.last.tmp`
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(temporary, 'w', PRIVATE)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolder(path)
}

/**
 * Gives a file that cannot be used another name, so that it is neither lost nor written over. Never throws: returns what
 * became of it, as the end of a sentence.
 */
export function setAside(path: string, suffix: string): string {
  const aside = `${path}.${suffix}`
  try {
    renameSync(path, aside)
    return `the file was set aside as ${aside}`
  } catch (error) {
    return `it could not be set aside: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Makes the new name of a file last. Windows cannot, and need not. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
