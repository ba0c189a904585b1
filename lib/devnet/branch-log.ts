import { type BlockId, type Cursor, GENESIS } from '../chain/cursor.ts'
import { InternalError } from '../errors.ts'
import type { BlockLog, TrunkLog } from './block-log.ts'
import { type IdRow, listIds, toSynopsis } from './id-row.ts'
import type { ServedBlock } from './served-block.ts'

/** A log that shares the blocks of another up to a number, and goes on by itself. The other one must not be cut meanwhile. */
export function createBranchLog(trunk: TrunkLog, after: number): BlockLog {
  const blocks: ServedBlock[] = []
  const indexById = new Map<BlockId, number>()
  const shared = trunk.byNumber(after)
  const base = shared === undefined ? 0 : (trunk.row.indexOf(shared.id) ?? 0) + 1
  let head: Cursor = shared === undefined ? GENESIS : { number: after, id: shared.id }

  const row: IdRow = {
    get length() {
      return base + blocks.length
    },
    get isWhole() {
      return base === 0 ? blocks.length > 0 : trunk.row.isWhole
    },
    at: (index) => (index < base ? trunk.row.at(index) : (blocks[index - base] as ServedBlock).id),
    indexOf(id) {
      const own = indexById.get(id)
      if (own !== undefined) return own
      const index = trunk.row.indexOf(id)
      return index !== undefined && index < base ? index : undefined
    },
    slice: (start, end) => [
      ...trunk.row.slice(Math.min(start, base), Math.min(end, base)),
      ...blocks.slice(Math.max(0, start - base), Math.max(0, end - base)).map(({ id }) => id),
    ],
  }
  return {
    get head() {
      return head
    },
    get headSeconds() {
      return (blocks.at(-1) ?? shared)?.timestamp ?? 0
    },
    append(block) {
      const { number, id, previous } = block
      if (previous !== head.id) throw new InternalError(`block ${number} does not follow ${head.id}`)
      indexById.set(id, base + blocks.length)
      blocks.push(block)
      head = { number, id }
    },
    byNumber: (number) => (number > after ? blocks[number - after - 1] : trunk.byNumber(number)),
    byId(id) {
      const index = indexById.get(id)
      return index === undefined ? trunk.byId(id) : blocks[index - base]
    },
    listIds: (synopsis) => listIds(row, synopsis),
    toSynopsis: () => toSynopsis(row),
  }
}
