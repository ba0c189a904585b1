import {
  asyncScheduler,
  defer,
  filter,
  merge,
  Observable,
  type SchedulerLike,
  startWith,
  Subject,
  take,
} from 'rxjs'
import { countCores } from '#platform'
import { countPacked, type RecoveredKeys } from '../crypto/packed-signatures.ts'
import { createSignatures, type SignatureBackend, signatures } from '../crypto/signatures.ts'
import { UsageError } from '../errors.ts'
import { createBatchRunner, type Job } from './run-batches.ts'

/** Signatures a pool takes before it has answered the first of them: two megabytes. */
export const MAX_QUEUED_SIGNATURES = 20_000
/** Threads of one pool. */
export const MAX_RECOVERY_THREADS = 64
const DEFAULT_IDLE_MS = 3000

export interface RecoveryPoolOptions {
  /** Threads at most, 0 to 64; with 0 all is done on the main thread. Default: one less than cores, at least 1. */
  readonly threads?: number
  /** Milliseconds without work after which a thread ends; default 3000. The next work starts another. */
  readonly idleMs?: number
  /** What recovers keys. Default: what this process uses, the native library when it is installed. */
  readonly backend?: SignatureBackend['name']
  /** The file that threads run, where a bundler has moved it. Default: the one in the package. */
  readonly threadFile?: URL
  /** Divides the work that is done on the main thread. Default: the machine's time. */
  readonly scheduler?: SchedulerLike
}

/** A pool as it stands. */
export interface RecoveryStatus {
  /** What recovers keys, in the threads as on the main thread. */
  readonly backend: SignatureBackend['name']
  /** Where: in `threads`, also while none is needed, or on the `main` thread, a few at a time. */
  readonly where: 'threads' | 'main'
  /** Why not in threads, in one sentence. */
  readonly reason: string | undefined
  /** Threads that run. */
  readonly threads: number
  /** Threads that broke down; the batch each of them had at work was done on the main thread. */
  readonly lostThreads: number
  /** Signatures given to the pool and not answered yet. */
  readonly queuedSignatures: number
}

/** Threads that recover keys from signatures. The first work starts them, and idle ones keep no process alive. */
export interface RecoveryPool {
  readonly status: RecoveryStatus
  /** Whether so many more signatures may be given to it now. */
  hasRoom(count: number): boolean
  /**
   * Emits once, when there is room for so many signatures, and completes; at once if there is. Cold. Errors with
   * {@link UsageError}: `OVERFLOW` for more than there ever is room for, `BAD_OPTION` when the pool is closed.
   */
  whenRoom(count: number): Observable<undefined>
  /**
   * Recovers the keys of signatures that `packSignatures` packed, and leaves those bytes as they are.
   *
   * Cold: each subscription is one batch. Emits the keys, in the order of the signatures, and completes; unsubscribing gives
   * them up. A process with a batch under way stays alive. Errors with {@link UsageError}: `BAD_VALUE` for bytes that are no
   * packed signatures, `OVERFLOW` where {@link RecoveryPool.hasRoom} is false, `BAD_OPTION` when the pool is closed.
   */
  recover(packed: Uint8Array<ArrayBuffer>): Observable<RecoveredKeys>
  /** Ends all threads at once; what is under way errors. */
  close(): void
}

/** Makes a pool and starts nothing. Throws {@link UsageError} `BAD_OPTION` for an option that cannot be. */
export function createRecoveryPool(options: RecoveryPoolOptions = {}): RecoveryPool {
  const { idleMs = DEFAULT_IDLE_MS, scheduler = asyncScheduler, threadFile } = options
  const maxThreads = checkThreads(
    options.threads ?? Math.min(MAX_RECOVERY_THREADS, Math.max(1, countCores() - 1)),
  )
  if (!(idleMs >= 0)) throw new UsageError('BAD_OPTION', `idleMs is ${idleMs}, not a number from 0 on`)
  const backend = options.backend === undefined ? signatures : createSignatures(options.backend)
  if (backend === undefined) throw new UsageError('BAD_OPTION', 'the native secp256k1 is not installed')
  const runner = createBatchRunner({ maxThreads, idleMs, backend, scheduler, threadFile })
  const freed$ = new Subject<undefined>()
  /** Errors when the pool is closed, and from then on. */
  const closed$ = new Subject<never>()
  let queuedSignatures = 0
  let isClosed = false
  const hasRoom = (count: number): boolean => queuedSignatures + count <= MAX_QUEUED_SIGNATURES

  const pool: RecoveryPool = {
    get status(): RecoveryStatus {
      return {
        backend: backend.name,
        where: runner.whyMain === undefined ? 'threads' : 'main',
        reason: runner.whyMain,
        threads: runner.threads,
        lostThreads: runner.lostThreads,
        queuedSignatures,
      }
    },
    hasRoom: (count) => !isClosed && hasRoom(count),
    whenRoom: (count) =>
      defer(() => {
        if (count > MAX_QUEUED_SIGNATURES) throw tooMany(count)
        return merge(closed$, freed$.pipe(startWith(undefined))).pipe(
          filter(() => hasRoom(count)),
          take(1),
        )
      }),
    recover: (packed) =>
      new Observable((subscriber) => {
        const count = countPacked(packed)
        subscriber.add(closed$.subscribe({ error: (error: unknown) => subscriber.error(error) }))
        if (subscriber.closed) return undefined
        if (!Number.isInteger(count)) throw notPacked(packed)
        if (!hasRoom(count)) throw tooMany(count)
        let isOpen = true
        const settle = (): void => {
          isOpen = false
          queuedSignatures -= count
          freed$.next(undefined)
        }
        const job: Job = {
          packed,
          count,
          answer(keys) {
            settle()
            subscriber.next(keys)
            subscriber.complete()
          },
          fail(error) {
            settle()
            subscriber.error(error)
          },
        }
        queuedSignatures += count
        runner.add(job)
        return () => {
          if (isOpen && runner.remove(job)) settle()
        }
      }),
    close() {
      isClosed = true
      runner.stop()
      closed$.error(new UsageError('BAD_OPTION', 'the pool is closed'))
    },
  }
  return pool
}

function checkThreads(threads: number): number {
  if (Number.isInteger(threads) && threads >= 0 && threads <= MAX_RECOVERY_THREADS) return threads
  throw new UsageError(
    'BAD_OPTION',
    `threads is ${threads}, not a whole number from 0 to ${MAX_RECOVERY_THREADS}`,
  )
}

function tooMany(count: number): UsageError {
  return new UsageError(
    'OVERFLOW',
    `there is no room for ${count} signatures, the pool takes ${MAX_QUEUED_SIGNATURES} at a time: wait for whenRoom()`,
  )
}

function notPacked({ length }: Uint8Array): UsageError {
  return new UsageError('BAD_VALUE', `${length} bytes are no packed signatures: use packSignatures()`)
}
