import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Nobody else's business: what is written may say whom we talk to. */
const MODE = 0o600

/**
 * Replaces a file so that at every moment, also after a power cut, either all of the old or all of the new text is there. Makes
 * the folder if need be. Rejects with what the file system throws.
 *
 * @param isWanted asked once more before the old file is replaced; false: all stays as it was
 */
export async function writeFileAtomically(
  path: string,
  text: string,
  isWanted: () => boolean = () => true,
): Promise<void> {
  const temporary = `${path}.tmp`
  await mkdir(dirname(path), { recursive: true })
  const file = await open(temporary, 'w', MODE)
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
  const file = openSync(temporary, 'w', MODE)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolder(path)
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
