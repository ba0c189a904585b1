import { type BlockId, type Cursor, GENESIS, type IdList } from '../chain/cursor.ts'
import { InternalError } from '../errors.ts'
import { type IdRow, listIds, toSynopsis } from './id-row.ts'
import type { ServedBlock } from './served-block.ts'

/** Blocks of branches that were lost and are still given to who asks for them by id. */
export const MAX_LOST_BLOCKS = 200

/** All blocks of a chain so far, in order, found by number or id. It grows with the chain and forgets nothing. */
export interface BlockLog {
  readonly head: Cursor
  /** Time of the head block in seconds, 0 without one. */
  readonly headSeconds: number
  /** Adds the next block; anything else is our bug. */
  append(block: ServedBlock): void
  byNumber(number: number): ServedBlock | undefined
  /** A block of the chain, or of a branch that was lost lately. */
  byId(id: BlockId): ServedBlock | undefined
  /** What follows the last known id of a synopsis, that one first (`application.cpp`, `get_block_ids`). */
  listIds(synopsis: readonly BlockId[]): IdList
  /** The log in a few ids, oldest first: the halving gaps of `get_blockchain_synopsis`, over the whole log. */
  toSynopsis(): readonly BlockId[]
}

/** A log that can go over to another branch. */
export interface TrunkLog extends BlockLog {
  readonly row: IdRow
  /** Takes the blocks above a number off, which stay known by id, and returns them. */
  cut(after: number): readonly ServedBlock[]
  /** Blocks of a lost branch: known by id from now on. */
  remember(blocks: readonly ServedBlock[]): void
}

/** An empty log. Its first block may have any number: what is before it is not served, like a pruned node's past. */
export function createBlockLog(): TrunkLog {
  const blocks: ServedBlock[] = []
  /** In chain order; before a first block other than block 1 the id of the one that it follows, which can be named but not given. */
  const ids: BlockId[] = []
  const indexById = new Map<BlockId, number>()
  const lost = new Map<BlockId, ServedBlock>()
  let head = GENESIS

  function addId(id: BlockId): void {
    indexById.set(id, ids.length)
    ids.push(id)
  }

  function remember(gone: readonly ServedBlock[]): void {
    for (const block of gone) lost.set(block.id, block)
    for (const id of [...lost.keys()].slice(0, -MAX_LOST_BLOCKS)) lost.delete(id)
  }

  const row: IdRow = {
    get length() {
      return ids.length
    },
    get isWhole() {
      return blocks[0]?.number === 1
    },
    at: (index) => ids[index] as BlockId,
    indexOf: (id) => indexById.get(id),
    slice: (start, end) => ids.slice(start, end),
  }
  return {
    row,
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
      return index === undefined ? lost.get(id) : blocks[index - (ids.length - blocks.length)]
    },
    listIds: (synopsis) => listIds(row, synopsis),
    toSynopsis: () => toSynopsis(row),
    cut(after) {
      const first = blocks[0]?.number ?? 1
      const gone = blocks.splice(Math.max(0, after + 1 - first))
      for (const { id } of gone) indexById.delete(id)
      ids.length -= gone.length
      const last = blocks.at(-1)
      head = last === undefined ? GENESIS : { number: last.number, id: last.id }
      remember(gone)
      return gone
    },
    remember,
  }
}
