import { firstValueFrom, race, type SchedulerLike, Subject, timer } from 'rxjs'
import { StoreError, UsageError } from '../errors.ts'

/** Blocks that may wait to become durable; more are refused. */
export const MAX_WAITING_BLOCKS = 200_000
/** The same in bytes. */
export const MAX_WAITING_BYTES: number = 64 * 1024 * 1024
/** Appends are written together up to so many blocks. */
const COMMIT_BLOCKS = 5000
const COMMIT_BYTES = 4 * 1024 * 1024
/** Pause before a full disk is tried again. */
export const RETRY_MS = 5000

/** Something to be made durable, and how much it is. */
export interface Load<T> {
  readonly item: T
  readonly blocks: number
  readonly bytes: number
}

export interface CommitQueueOptions<T> {
  /** Makes items durable, all of them or none. Rejected with `DISK_FULL` it is tried again, with anything else never. */
  readonly commit: (items: readonly T[]) => Promise<void>
  /** The disk is full, so many blocks wait. Told once, until {@link onRoom}. */
  readonly onFull: (waitingBlocks: number) => void
  /** The first commit after that has succeeded. */
  readonly onRoom: () => void
  readonly scheduler: SchedulerLike
}

/** Makes items durable one after the other, many at a time when they come faster than the disk takes them. */
export interface CommitQueue<T> {
  /**
   * Resolves when the item is durable, rejects with {@link StoreError} when it cannot be.
   *
   * Throws {@link UsageError} `OVERFLOW` when too much waits already, and {@link StoreError} when the queue is closed or an
   * earlier commit failed, because what comes later builds on it.
   */
  push(load: Load<T>): Promise<void>
  /** Resolves when everything is durable; what waits for a full disk is rejected instead. */
  close(): Promise<void>
}

interface Waiter<T> extends Load<T> {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export function createCommitQueue<T>(options: CommitQueueOptions<T>): CommitQueue<T> {
  const { commit, onFull, onRoom, scheduler } = options
  const close$ = new Subject<void>()
  let waiting: Waiter<T>[] = []
  let blocks = 0
  let bytes = 0
  let isClosing = false
  let failure: StoreError | undefined
  let working: Promise<void> | undefined

  /** As many from the front as go into one commit, at least one. */
  function nextBatch(): readonly Waiter<T>[] {
    let size = { blocks: 0, bytes: 0 }
    const end = waiting.findIndex((load) => {
      size = { blocks: size.blocks + load.blocks, bytes: size.bytes + load.bytes }
      return size.blocks > COMMIT_BLOCKS || size.bytes > COMMIT_BYTES
    })
    return waiting.slice(0, end === -1 ? undefined : Math.max(1, end))
  }

  async function commitWhenThereIsRoom(items: readonly T[]): Promise<void> {
    for (let isFull = false; ; isFull = true) {
      try {
        await commit(items)
        if (isFull) onRoom()
        return
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'DISK_FULL') throw error
        if (!isFull) onFull(blocks)
        // What is closed already does not say so again.
        if (!isClosing) await firstValueFrom(race(timer(RETRY_MS, scheduler), close$), { defaultValue: 0 })
        if (isClosing) throw new StoreError('CLOSED', `closed on a full disk: ${blocks} blocks are not kept`)
      }
    }
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch()
      try {
        await commitWhenThereIsRoom(batch.map(({ item }) => item))
        take(batch.length)
        for (const { resolve } of batch) resolve()
      } catch (error) {
        failure = error instanceof StoreError ? error : new StoreError('IO', String(error), { cause: error })
        for (const { reject } of take(waiting.length)) reject(failure)
      }
    }
    working = undefined
  }

  function take(count: number): readonly Waiter<T>[] {
    const taken = waiting.slice(0, count)
    waiting = waiting.slice(count)
    for (const load of taken) {
      blocks -= load.blocks
      bytes -= load.bytes
    }
    return taken
  }

  return {
    push(load) {
      if (failure !== undefined) throw failure
      if (isClosing) throw new StoreError('CLOSED', 'the store is closed')
      if (blocks + load.blocks > MAX_WAITING_BLOCKS || bytes + load.bytes > MAX_WAITING_BYTES) {
        const why = `${blocks} blocks (${bytes} bytes) wait for the disk already: await what append returns`
        throw new UsageError('OVERFLOW', why)
      }
      return new Promise((resolve, reject) => {
        waiting.push({ ...load, resolve, reject })
        blocks += load.blocks
        bytes += load.bytes
        working ??= work()
      })
    },
    async close() {
      isClosing = true
      close$.next()
      await working
    },
  }
}
