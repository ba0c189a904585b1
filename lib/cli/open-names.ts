import { UsageError } from '../errors.ts'
import { createNameBook, type NameBook } from '../names/name-book.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { readJsonFile } from './read-user-file.ts'

/**
 * The name book of a network: what is built in for it, its genesis document, and the names in a file. Throws
 * {@link UsageError} in one sentence that says which of them does not fit, and where.
 */
export function openNames(network: NetworkDescription, genesis?: Uint8Array, path?: string): NameBook {
  const options = { network, ...(genesis === undefined ? {} : { genesis }) }
  const names = path === undefined ? undefined : readJsonFile('--names', path)
  try {
    return createNameBook(names === undefined ? options : { ...options, names })
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause
    const source = cause.message.startsWith('genesis') ? '--genesis: the document' : `--names: ${path}`
    throw new UsageError('BAD_OPTION', `${source} does not fit: ${cause.message}`, { cause })
  }
}
