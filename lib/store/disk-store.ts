import { type SchedulerLike, Subject } from 'rxjs'
import { type BlockId, type Cursor, numberOfId } from '../chain/cursor.ts'
import { StoreError } from '../errors.ts'
import type { BlockStore, StorableBlock, StoredBlock, StoreEvent } from './block-store.ts'
import { createCommitQueue } from './commit-queue.ts'
import type { Change, LevelFiles } from './level-files.ts'
import { blockBelow, joinRun, type Span, toRun } from './link-run.ts'
import { createMessageHashes } from './message-hashes.ts'
import { readRecord } from './stored-record.ts'

/** A store in a directory. */
export interface DiskStore extends BlockStore {
  readonly directory: string
  /** 64 hex digits. */
  readonly chainId: string
  /**
   * Blocks at the end that were not what was written when the store was opened, and were taken away; both ends included.
   * They can be fetched again.
   */
  readonly cut: readonly [first: number, last: number] | undefined
}

/** Open files, and what was found in them. */
export interface OpenedFiles {
  readonly directory: string
  readonly chainId: string
  readonly files: LevelFiles
  readonly span: Span | undefined
  readonly cut: DiskStore['cut']
}

/** An append whose place is known, and what the store holds after it. */
interface Placed {
  readonly change: Change
  readonly span: Span
}

/** A store on files that are open already; `openDiskStore` opens them. */
export function createDiskStore(opened: OpenedFiles, scheduler: SchedulerLike): DiskStore {
  const { directory, chainId, files, cut } = opened
  const event$ = new Subject<StoreEvent>()
  let durable = opened.span
  /** With everything that waits. */
  let planned = opened.span
  /** Ids of what waits. */
  const waitingIds = new Map<number, BlockId>()
  /** Appends find their place one after the other. */
  let placing: Promise<unknown> = Promise.resolve()

  const hashes = createMessageHashes({
    get span() {
      return durable === undefined ? undefined : { first: durable.first, last: durable.last.number }
    },
    read,
  })
  const queue = createCommitQueue<Placed>({
    scheduler,
    async commit(placed) {
      await files.commit(placed.map(({ change }) => change))
      for (const { change, span } of placed) {
        durable = span
        for (const { number, id } of change.blocks) {
          if (waitingIds.get(number) === id) waitingIds.delete(number)
        }
        hashes.forgetFrom(change.blocks[0]?.number ?? Infinity)
      }
    },
    onFull: (waitingBlocks) => event$.next({ type: 'diskFull', directory, waitingBlocks }),
    onRoom: () => event$.next({ type: 'diskHasRoom', directory }),
  })

  async function place(blocks: readonly StorableBlock[]): Promise<Placed> {
    const run = toRun(blocks)
    const below = blockBelow(planned, run)
    const idBelow = below === undefined ? undefined : (waitingIds.get(below) ?? (await find(below))?.id)
    const span = joinRun(planned, run, idBelow)
    const top = planned?.last.number ?? 0
    // What has a successor is written over.
    const removed = top > run.last.number ? ([run.last.number + 1, top] as const) : undefined
    return { change: { removed, blocks }, span }
  }

  async function enqueue(blocks: readonly StorableBlock[]): Promise<{ readonly whenDurable: Promise<void> }> {
    const placed = await place(blocks)
    const bytes = blocks.reduce((sum, { raw }) => sum + raw.length, 0)
    const whenDurable = queue.push({ item: placed, blocks: blocks.length, bytes })
    planned = placed.span
    for (const { number, id } of blocks) waitingIds.set(number, id)
    return { whenDurable }
  }

  async function find(at: number | BlockId): Promise<StoredBlock | undefined> {
    const number = typeof at === 'number' ? at : numberOfId(at)
    const record = await files.get(number)
    if (record === undefined) {
      if (await isWithinFiles(number)) throw missing(number, number)
      return undefined
    }
    const block = readRecord(number, record)
    if (block === undefined) throw damaged(number)
    return typeof at === 'number' || block.id === at ? block : undefined
  }

  async function isWithinFiles(number: number): Promise<boolean> {
    const [first, last] = (await files.ends()) ?? [0, -1]
    return number >= first && number <= last
  }

  async function* read(from: number, to = Infinity): AsyncGenerator<StoredBlock> {
    if (durable === undefined) return
    let next = Math.max(from, durable.first)
    const end = Math.min(to, durable.last.number)
    for await (const entries of files.entries(next, end)) {
      for (const [number, record] of entries) {
        if (number !== next) throw missing(next, number - 1)
        const block = readRecord(number, record)
        if (block === undefined) throw damaged(number)
        next = number + 1
        yield block
      }
    }
    // A chain that became shorter while the loop began has no such block either.
    if (next <= end && (await isWithinFiles(end))) throw missing(next, end)
  }

  function damaged(number: number): StoreError {
    return new StoreError('DAMAGED', `block ${number} in ${directory} is not what was written there`, {
      range: [number, number],
    })
  }

  function missing(first: number, last: number): StoreError {
    const what = first === last ? `block ${first} is` : `blocks ${first} to ${last} are`
    return new StoreError('DAMAGED', `${what} missing in ${directory}`, { range: [first, last] })
  }

  return {
    directory,
    chainId,
    cut,
    event$: event$.asObservable(),
    async append(blocks) {
      const placed = placing.then(() => enqueue(blocks))
      placing = placed.catch(() => undefined)
      await (
        await placed
      ).whenDurable
      const { number, id } = blocks.at(-1) as StorableBlock
      return { number, id }
    },
    get: async (at) => (await find(at))?.raw,
    async getByMessageHash(hash) {
      const number = await hashes.find(hash)
      return number === undefined ? undefined : find(number)
    },
    read,
    first: async () => (durable === undefined ? undefined : toCursor(await find(durable.first))),
    last: () => Promise.resolve(durable?.last),
    async close() {
      await placing
      await queue.close()
      await files.close()
      event$.complete()
    },
  }
}

function toCursor(block: StoredBlock | undefined): Cursor | undefined {
  return block === undefined ? undefined : { number: block.number, id: block.id }
}
