import { type BlockId, numberOfId } from '../chain/cursor.ts'
import { StoreError } from '../errors.ts'
import type { BlockStore, StorableBlock, StoredBlock } from './block-store.ts'
import { blockBelow, joinRun, type Span, toRun } from './link-run.ts'
import { createMessageHashes } from './message-hashes.ts'

export interface MemoryStoreOptions {
  /** Above it the oldest blocks are let go. Default 20 000. */
  readonly maxBlocks?: number
  /** The same in bytes of packed blocks; the newest block always stays. Default 64 MiB. */
  readonly maxBytes?: number
}

/** Blocks a store in memory keeps unless told otherwise: seventeen hours of a chain with a block every 3 s. */
export const MAX_MEMORY_BLOCKS = 20_000
/** The same in bytes. */
export const MAX_MEMORY_BYTES: number = 64 * 1024 * 1024

/** Places of blocks that were let go, before the others move up. */
const TRIMMED_AT_A_TIME = 1000

/**
 * A store that lasts as long as the process, and keeps the newest blocks only. What is appended is durable at once, as far
 * as anything is here.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): BlockStore {
  const { maxBlocks = MAX_MEMORY_BLOCKS, maxBytes = MAX_MEMORY_BYTES } = options
  /** The oldest is at `start`: moving all of them for each that goes would cost more than the place. */
  let blocks: StoredBlock[] = []
  let start = 0
  let bytes = 0
  let span: Span | undefined
  let isClosed = false

  const at = (number: number): StoredBlock | undefined =>
    span === undefined || number < span.first.number ? undefined : blocks[start + number - span.first.number]
  const hashes = createMessageHashes({
    get span() {
      return span === undefined ? undefined : { first: span.first.number, last: span.last.number }
    },
    read,
  })

  function keep(run: readonly StorableBlock[], joined: Span): void {
    const kept = joined.last.number - run.length - joined.first.number + 1
    for (const { raw } of blocks.splice(start + kept)) bytes -= raw.length
    for (const { number, id, raw } of run) {
      blocks.push({ number, id, raw: raw.slice() })
      bytes += raw.length
    }
    span = joined
    while (blocks.length - start > 1 && (blocks.length - start > maxBlocks || bytes > maxBytes)) {
      const [gone, next] = blocks.slice(start, start + 2) as [StoredBlock, StoredBlock]
      start += 1
      bytes -= gone.raw.length
      span = { ...span, first: { number: next.number, id: next.id }, base: gone.id }
    }
    if (start < TRIMMED_AT_A_TIME) return
    blocks = blocks.slice(start)
    start = 0
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a store on disk has to wait
  async function* read(from: number, to = Infinity): AsyncGenerator<StoredBlock> {
    assertOpen()
    if (span === undefined) return
    const end = start + Math.min(to, span.last.number) + 1 - span.first.number
    const found = blocks.slice(start + Math.max(0, from - span.first.number), Math.max(0, end))
    yield* found
  }

  function assertOpen(): void {
    if (isClosed) throw new StoreError('CLOSED', 'the store is closed')
  }

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- what is thrown has to be a rejection
    async append(run) {
      assertOpen()
      const ends = toRun(run)
      const below = blockBelow(span, ends)
      const joined = joinRun(span, ends, below === undefined ? undefined : at(below)?.id)
      hashes.forgetFrom(ends.first.number)
      keep(run, joined)
      return ends.last
    },
    get: (at) => Promise.resolve(find(at)?.raw),
    async getByMessageHash(hash) {
      const number = await hashes.find(hash)
      return number === undefined ? undefined : at(number)
    },
    read,
    first: () => Promise.resolve(span?.first),
    last: () => Promise.resolve(span?.last),
    sizeBytes: () => Promise.resolve(bytes),
    close() {
      isClosed = true
      blocks = []
      bytes = 0
      span = undefined
      return Promise.resolve()
    },
  }

  function find(place: number | BlockId): StoredBlock | undefined {
    if (typeof place === 'number') return at(place)
    const block = at(numberOfId(place))
    return block?.id === place ? block : undefined
  }
}
