import { UsageError } from '../errors.ts'
import { readJsonFile } from './read-user-file.ts'

/**
 * Signing keys of witnesses from a file `{"witnesses": {"1.6.5": "BTS…"}}`, for the `checkpoint` option of a node, which
 * looks at ids and keys. Throws {@link UsageError} `BAD_OPTION` for a file of another form.
 */
export function readCheckpointFile(path: string): Readonly<Record<string, string>> {
  const file = readJsonFile('--checkpoint', path)
  const witnesses: unknown = isObject(file) ? file['witnesses'] : undefined
  if (!isObject(witnesses) || !Object.values(witnesses).every((key) => typeof key === 'string')) {
    throw new UsageError(
      'BAD_OPTION',
      `--checkpoint: ${path} has to be a file such as {"witnesses": {"1.6.5": "BTS…"}}`,
    )
  }
  return witnesses as Readonly<Record<string, string>>
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
