import { UsageError } from '../errors.ts'

/** A block id as text: 40 hex digits, the height in the first eight. */
export type BlockId = string

/** Bytes of a block id. */
export const BLOCK_ID_SIZE_BYTES = 20

/** A place in the chain. The id makes it unambiguous across forks. */
export interface Cursor {
  readonly number: number
  readonly id: BlockId
}

/** Consecutive block ids, and how many more there are. */
export interface IdList {
  readonly ids: readonly BlockId[]
  readonly remaining: number
}

/** What stands before block 1: number 0 and an id of zeros, as block 1 has it in `previous`. */
export const GENESIS: Cursor = { number: 0, id: '0'.repeat(40) }

const BLOCK_ID = /^[0-9a-f]{40}$/

/** Whether a text has the form of a block id. */
export function isBlockId(text: string): boolean {
  return BLOCK_ID.test(text)
}

/** The height a block id names (`block_header::num_from_id`: its first four bytes, big-endian). */
export function numberOfId(id: BlockId): number {
  return Number.parseInt(id.slice(0, 8), 16)
}

/** `number:id`. */
export function formatCursor(cursor: Cursor): string {
  return `${cursor.number}:${cursor.id}`
}

/** The cursor that {@link formatCursor} printed. Throws {@link UsageError} for any other text. */
export function parseCursor(text: string): Cursor {
  const [number, id, ...rest] = text.split(':')
  const cursor = { number: Number(number), id: id ?? '' }
  if (rest.length > 0 || !isBlockId(cursor.id) || numberOfId(cursor.id) !== cursor.number) {
    throw new UsageError(
      'BAD_OPTION',
      `"${text}" is not a cursor: it is a block number, a colon and the block's id`,
    )
  }
  return cursor
}
