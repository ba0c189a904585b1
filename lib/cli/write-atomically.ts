import { open, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CliError } from './exit-codes.ts'

/**
 * Writes a file so that there is the old one or the whole new one, whatever happens in between: beside it first, to the
 * disk, and then in its place. Throws {@link CliError} in one sentence.
 */
export async function writeAtomically(path: string, pieces: Iterable<string>): Promise<void> {
  const beside = besides(path)
  try {
    const file = await open(beside, 'w')
    try {
      for (const piece of pieces) await file.writeFile(piece)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await unlink(beside).catch(() => undefined)
    throw cannotWrite(path, error)
  }
}

/** Throws what {@link writeAtomically} would, before there is anything to write. Leaves the file as it is. */
export async function checkWritable(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory() === true) throw new CliError(`cannot write ${path}: it is a folder`)
  const beside = besides(path)
  try {
    await (await open(beside, 'w')).close()
    await unlink(beside)
  } catch (error) {
    throw cannotWrite(path, error)
  }
}

/** Its name is ours alone: another process may write to the same file. */
function besides(path: string): string {
  return `${path}.${process.pid}.part`
}

/** Some systems cannot, and do not have to. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

function cannotWrite(path: string, error: unknown): CliError {
  return new CliError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`)
}
