import { readFileSync } from 'node:fs'
import { UsageError } from '../errors.ts'

/** The bytes of a file that an option names. Throws {@link UsageError} `BAD_OPTION` in one sentence if it cannot be read. */
export function readUserFile(option: string, path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new UsageError('BAD_OPTION', `${option}: ${path} cannot be read: ${reasonOf(cause)}`, { cause })
  }
}

/** The JSON in a file that an option names, in the same way. */
export function readJsonFile(option: string, path: string): unknown {
  const text = new TextDecoder().decode(readUserFile(option, path))
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError('BAD_OPTION', `${option}: ${path} is not JSON: ${reasonOf(cause)}`, { cause })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
