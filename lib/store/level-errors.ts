import { StoreError } from '../errors.ts'

/** What the C library and LevelDB call a disk without room, or a quota that is used up. */
const NO_ROOM = /no space left|disk quota exceeded|not enough space on the disk/i

/** What classic-level or the file system threw, in a sentence. An error that is ours already stays. */
export function toStoreError(thrown: unknown, directory: string): StoreError {
  if (thrown instanceof StoreError) return thrown
  const { code, message } = innermost(thrown)
  const because = { cause: thrown }
  if (code === 'LEVEL_LOCKED') {
    return new StoreError(
      'LOCKED',
      `${directory} is in use by another process: one at a time may have it open`,
      because,
    )
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || NO_ROOM.test(message)) {
    return new StoreError('DISK_FULL', `the disk of ${directory} is full`, because)
  }
  if (code === 'LEVEL_CORRUPTION') {
    return new StoreError(
      'DAMAGED',
      `the files of ${directory} are damaged (${message}): delete the directory, and its blocks are fetched again`,
      because,
    )
  }
  if (code === 'LEVEL_DATABASE_NOT_OPEN') return new StoreError('CLOSED', `${directory} is not open`, because)
  return new StoreError('IO', `${directory} cannot be used: ${message}`, because)
}

/** Whether an iterator ended because its files were closed. */
export function isClosedIterator(thrown: unknown): boolean {
  return innermost(thrown).code === 'LEVEL_ITERATOR_NOT_OPEN'
}

/** classic-level wraps what LevelDB says in an error of its own. */
function innermost(thrown: unknown): { readonly code: string; readonly message: string } {
  if (!(thrown instanceof Error)) return { code: '', message: String(thrown) }
  if (thrown.cause instanceof Error) return innermost(thrown.cause)
  return { code: 'code' in thrown ? String(thrown.code) : '', message: thrown.message }
}
