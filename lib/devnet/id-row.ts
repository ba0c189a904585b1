import { type BlockId, GENESIS, type IdList } from '../chain/cursor.ts'

/** Ids in one answer to a synopsis (`application.cpp`, `get_block_ids`). */
export const MAX_LISTED_BLOCKS = 2000

/** The ids of a chain's blocks, in order. */
export interface IdRow {
  readonly length: number
  /** Whether it begins with block 1. */
  readonly isWhole: boolean
  at(index: number): BlockId
  indexOf(id: BlockId): number | undefined
  slice(start: number, end: number): readonly BlockId[]
}

/** What follows the last known id of a synopsis, that one first (`application.cpp`, `get_block_ids`). */
export function listIds(row: IdRow, synopsis: readonly BlockId[]): IdList {
  const start = startOf(row, synopsis)
  if (start === undefined) return { ids: [], remaining: 0 }
  const end = Math.min(row.length, start + MAX_LISTED_BLOCKS)
  return { ids: row.slice(start, end), remaining: row.length - end }
}

/** The row in a few ids, oldest first, with halving gaps. */
export function toSynopsis(row: IdRow): readonly BlockId[] {
  const synopsis: BlockId[] = []
  for (let low = 0; low < row.length; low += Math.floor((row.length - low + 1) / 2))
    synopsis.push(row.at(low))
  return synopsis
}

/** Where in the ids a list starts, or undefined when nothing in the synopsis is known. */
function startOf(row: IdRow, synopsis: readonly BlockId[]): number | undefined {
  if (synopsis.length === 0) return row.isWhole ? 0 : undefined
  for (let at = synopsis.length - 1; at >= 0; at -= 1) {
    const id = synopsis[at] as BlockId
    const index = id === GENESIS.id && row.isWhole ? 0 : row.indexOf(id)
    if (index !== undefined) return index
  }
  return undefined
}
