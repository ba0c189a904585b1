import { UsageError } from '../errors.ts'
import { toKey } from './witness-operations.ts'

const WITNESS_ID = /^1\.6\.(\d{1,15})$/

/**
 * The signing keys of witnesses from elsewhere, as 66 hex digits by the witness's number.
 *
 * Throws {@link UsageError} `BAD_OPTION` with the entry that is not a witness's id or a key that begins with `prefix`.
 */
export function readCheckpoint(
  keys: Readonly<Record<string, unknown>>,
  prefix: string,
): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(keys).map(([id, key]) => {
      const instance = WITNESS_ID.exec(id)?.[1]
      if (instance === undefined)
        throw new UsageError('BAD_OPTION', `checkpoint: "${id}" is not the id of a witness, such as 1.6.5`)
      return [Number(instance), toKeyOf(id, key, prefix)]
    }),
  )
}

function toKeyOf(id: string, key: unknown, prefix: string): string {
  try {
    if (typeof key === 'string') return toKey(key, prefix)
  } catch {
    // Said below.
  }
  throw new UsageError('BAD_OPTION', `checkpoint: ${id} has no key that begins with ${prefix}`)
}
