import { type SchedulerLike, Subscription } from 'rxjs'
import { readKeys, type RecoveredKeys } from '../crypto/packed-signatures.ts'
import type { SignatureBackend } from '../crypto/signatures.ts'
import { recoverInSlices } from './recover-in-slices.ts'
import { type Batch, type RecoveryThread, startRecoveryThread } from './start-recovery-thread.ts'

/** Batches a thread has at a time: one at work, and one so that it need not wait for us. */
const BATCHES_PER_THREAD = 2

/** A batch, and whom its keys are for. */
export interface Job extends Batch {
  readonly count: number
  answer(keys: RecoveredKeys): void
  /** A bug of ours: there are no signatures that could not be answered. */
  fail(error: unknown): void
}

export interface RunnerOptions {
  readonly maxThreads: number
  readonly idleMs: number
  readonly backend: SignatureBackend
  readonly scheduler: SchedulerLike
  readonly threadFile: URL | undefined
}

/** Shares batches out among threads; without threads it does them here, one after the other. */
export interface BatchRunner {
  readonly threads: number
  /** Threads that broke down. */
  readonly lostThreads: number
  /** Why there are no threads, in one sentence; undefined while there may be some. */
  readonly whyMain: string | undefined
  add(job: Job): void
  /** Takes a batch back. False if a thread has it: then it is answered all the same, and keeps no process alive. */
  remove(job: Job): boolean
  /** Stops everything at once. */
  stop(): void
}

/** A runner that has started nothing yet. */
export function createBatchRunner(options: RunnerOptions): BatchRunner {
  const { maxThreads, idleMs, backend, scheduler, threadFile } = options
  const threads: RecoveryThread<Job>[] = []
  /** For a thread, or to be done here where there are none. */
  let waiting: Job[] = []
  /** To be done here: a thread broke down over each of them. */
  let rescued: Job[] = []
  let here: { readonly job: Job; readonly work: Subscription } | undefined
  let whyMain = maxThreads === 0 ? 'no threads are wanted' : undefined
  let lostThreads = 0
  let isStopped = false

  function dispatch(): void {
    while (whyMain === undefined && waiting.length > 0) {
      const thread = chooseThread()
      if (thread === undefined) break
      thread.give(waiting.shift() as Job)
    }
    if (here !== undefined) return
    const job = rescued.shift() ?? (whyMain === undefined ? undefined : waiting.shift())
    if (job !== undefined) recoverHere(job)
  }

  function recoverHere(job: Job): void {
    const work = new Subscription()
    here = { job, work }
    const key$ = recoverInSlices(job.packed, backend, scheduler)
    work.add(
      key$.subscribe({
        next(keys) {
          here = undefined
          dispatch()
          job.answer(keys)
        },
        error: (error: unknown) => job.fail(error),
      }),
    )
  }

  /** The one with the least to do, a new one if all have something, none if they have enough. */
  function chooseThread(): RecoveryThread<Job> | undefined {
    const [idlest] = threads.toSorted((a, b) => a.load - b.load)
    if ((idlest === undefined || idlest.load > 0) && threads.length < maxThreads) return addThread()
    return idlest !== undefined && idlest.load < BATCHES_PER_THREAD ? idlest : undefined
  }

  function addThread(): RecoveryThread<Job> | undefined {
    const thread = startRecoveryThread<Job>(
      { backend: backend.name, idleMs },
      {
        answered(job, bytes) {
          dispatch()
          job.answer(readKeys(bytes, job.count))
        },
        ended: (unanswered, error) => replace(thread, unanswered, error),
      },
      threadFile,
    )
    if (thread === undefined) whyMain = 'there are no threads here'
    else threads.push(thread)
    return thread
  }

  /** Does without a thread. What it had at work may be what broke it, so that is not given to another one. */
  function replace(
    thread: RecoveryThread<Job> | undefined,
    unanswered: readonly Job[],
    error: Error | undefined,
  ): void {
    if (isStopped || thread === undefined) return
    threads.splice(threads.indexOf(thread), 1)
    const isBroken = error !== undefined && thread.isReady
    if (isBroken) lostThreads += 1
    else if (error !== undefined) whyMain ??= `no thread could start: ${error.message}`
    const atWork = isBroken ? unanswered.slice(0, 1) : []
    rescued = [...rescued, ...atWork]
    waiting = [...unanswered.slice(atWork.length), ...waiting]
    dispatch()
  }

  return {
    get threads() {
      return threads.length
    },
    get lostThreads() {
      return lostThreads
    },
    get whyMain() {
      return whyMain
    },
    add(job) {
      waiting.push(job)
      dispatch()
    },
    remove(job) {
      if (here?.job === job) {
        here.work.unsubscribe()
        here = undefined
        dispatch()
        return true
      }
      const count = waiting.length + rescued.length
      waiting = waiting.filter((each) => each !== job)
      rescued = rescued.filter((each) => each !== job)
      for (const thread of threads) thread.giveUp(job)
      return waiting.length + rescued.length < count
    },
    stop() {
      isStopped = true
      waiting = []
      rescued = []
      here?.work.unsubscribe()
      here = undefined
      for (const thread of threads.splice(0)) thread.stop()
    },
  }
}
