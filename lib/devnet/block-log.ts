import { type BlockId, type Cursor, GENESIS, type IdList } from '../chain/cursor.ts'
import { InternalError } from '../errors.ts'
import type { ServedBlock } from './served-block.ts'

/** Ids in one answer to a synopsis (`application.cpp`, `get_block_ids`). */
export const MAX_LISTED_BLOCKS = 2000

/** All blocks of a chain so far, in order, found by number or id. It grows with the chain and forgets nothing. */
export interface BlockLog {
  readonly head: Cursor
  /** Time of the head block in seconds, 0 without one. */
  readonly headSeconds: number
  /** Adds the next block; anything else is our bug. */
  append(block: ServedBlock): void
  byNumber(number: number): ServedBlock | undefined
  byId(id: BlockId): ServedBlock | undefined
  /** What follows the last known id of a synopsis, that one first (`application.cpp`, `get_block_ids`). */
  listIds(synopsis: readonly BlockId[]): IdList
  /** The log in a few ids, oldest first: the halving gaps of `get_blockchain_synopsis`, over the whole log. */
  toSynopsis(): readonly BlockId[]
}

/** An empty log. Its first block may have any number: what is before it is not served, like a pruned node's past. */
export function createBlockLog(): BlockLog {
  const blocks: ServedBlock[] = []
  /** In chain order; before a first block other than block 1 the id of the one that it follows, which can be named but not given. */
  const ids: BlockId[] = []
  const indexById = new Map<BlockId, number>()
  let head = GENESIS

  function addId(id: BlockId): void {
    indexById.set(id, ids.length)
    ids.push(id)
  }

  /** Where in the ids a list starts, or undefined when nothing in the synopsis is known. */
  function startOf(synopsis: readonly BlockId[]): number | undefined {
    const isWhole = blocks[0]?.number === 1
    if (synopsis.length === 0) return isWhole ? 0 : undefined
    for (let at = synopsis.length - 1; at >= 0; at -= 1) {
      const id = synopsis[at] as BlockId
      const index = id === GENESIS.id && isWhole ? 0 : indexById.get(id)
      if (index !== undefined) return index
    }
    return undefined
  }

  return {
    get head() {
      return head
    },
    get headSeconds() {
      return blocks.at(-1)?.timestamp ?? 0
    },
    append(block) {
      const { number, id, previous } = block
      if (blocks.length > 0 && previous !== head.id) {
        throw new InternalError(`block ${number} does not follow ${head.id}`)
      }
      if (blocks.length === 0 && number !== 1) addId(previous)
      blocks.push(block)
      addId(id)
      head = { number, id }
    },
    byNumber: (number) => blocks[number - (blocks[0]?.number ?? 1)],
    byId(id) {
      const index = indexById.get(id)
      return index === undefined ? undefined : blocks[index - (ids.length - blocks.length)]
    },
    listIds(synopsis) {
      const start = startOf(synopsis)
      if (start === undefined) return { ids: [], remaining: 0 }
      const end = Math.min(ids.length, start + MAX_LISTED_BLOCKS)
      return { ids: ids.slice(start, end), remaining: ids.length - end }
    },
    toSynopsis() {
      const synopsis: BlockId[] = []
      for (let low = 0; low < ids.length; low += Math.floor((ids.length - low + 1) / 2)) {
        synopsis.push(ids[low] as BlockId)
      }
      return synopsis
    },
  }
}
