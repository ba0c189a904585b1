import { type SchedulerLike, Subject } from 'rxjs'
import { type BlockId, numberOfId } from '../chain/cursor.ts'
import type { BlockStore, StorableBlock, StoredBlock, StoreEvent } from './block-store.ts'
import { createCommitQueue } from './commit-queue.ts'
import type { Change, LevelFiles } from './level-files.ts'
import { blockBelow, joinRun, type Span, toRun } from './link-run.ts'
import { createMessageHashes } from './message-hashes.ts'
import { findInFiles, type Readable, readFiles } from './read-files.ts'
import type { StateFile } from './state-file.ts'

/** A store in a directory. */
export interface DiskStore extends BlockStore {
  readonly directory: string
  /** 64 hex digits. */
  readonly chainId: string
  /**
   * Blocks at the end that had been durable, and when the store was opened were missing or not what was written; both ends
   * included. They can be fetched again.
   */
  readonly cut: readonly [first: number, last: number] | undefined
}

/** Open files, and what was found in them. */
export interface OpenedFiles {
  readonly directory: string
  readonly chainId: string
  readonly files: LevelFiles
  readonly stateFile: StateFile
  readonly span: Span | undefined
  /** Of the last commit. */
  readonly sequence: number
  readonly cut: DiskStore['cut']
}

/** An append whose place is known, and what the store holds after it. */
interface Placed {
  readonly change: Change
  readonly span: Span
}

/** A store on files that are open already; `openDiskStore` opens them. */
export function createDiskStore(opened: OpenedFiles, scheduler: SchedulerLike): DiskStore {
  const { directory, chainId, files, stateFile, cut } = opened
  const event$ = new Subject<StoreEvent>()
  let durable = opened.span
  let { sequence } = opened
  /** With everything that waits. */
  let planned = opened.span
  /** Ids of what waits. */
  const waitingIds = new Map<number, BlockId>()
  /** Appends find their place one after the other. */
  let placing: Promise<unknown> = Promise.resolve()

  const hashes = createMessageHashes({
    get span() {
      return durable === undefined ? undefined : { first: durable.first.number, last: durable.last.number }
    },
    read,
  })
  const queue = createCommitQueue<Placed>({
    scheduler,
    async commit(placed) {
      sequence += 1
      await files.commit(
        placed.map(({ change }) => change),
        sequence,
      )
      for (const { change, span } of placed) {
        durable = span
        for (const { number, id } of change.blocks) {
          if (waitingIds.get(number) === id) waitingIds.delete(number)
        }
        hashes.forgetFrom(change.blocks[0]?.number ?? Infinity)
      }
      // Where this fails, less is known to be missing should it ever be; the blocks are durable all the same.
      if (durable !== undefined) await stateFile.write({ sequence, ...durable }).catch(() => undefined)
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

  const readable: Readable = {
    directory,
    files,
    async expected() {
      // A shorter branch may have taken the place of blocks a moment ago.
      const [, highest] = (await files.ends()) ?? [0, 0]
      return durable === undefined ? undefined : [durable.first.number, highest]
    },
  }

  async function find(at: number | BlockId): Promise<StoredBlock | undefined> {
    const number = typeof at === 'number' ? at : numberOfId(at)
    const block = await findInFiles(readable, number)
    return typeof at === 'number' || block?.id === at ? block : undefined
  }

  async function* read(from: number, to = Infinity): AsyncGenerator<StoredBlock> {
    if (durable === undefined) return
    const { first, last } = durable
    yield* readFiles(readable, Math.max(from, first.number), Math.min(to, last.number))
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
    first: () => Promise.resolve(durable?.first),
    last: () => Promise.resolve(durable?.last),
    sizeBytes: files.sizeBytes,
    async close() {
      await placing
      await queue.close()
      await files.close()
      await stateFile.close()
      event$.complete()
    },
  }
}
