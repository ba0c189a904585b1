import { startThread } from '#platform'

/** What a thread is told when it starts. */
export interface RecoveryThreadData {
  readonly backend: 'secp256k1' | 'noble'
  /** Milliseconds without a batch after which it ends. */
  readonly idleMs: number
  /** How many batches were posted, in memory that both ends share. */
  readonly posted: Int32Array<SharedArrayBuffer>
}

/** A batch of signatures, as `packSignatures` gives them. */
export interface Batch {
  readonly packed: Uint8Array<ArrayBuffer>
}

/** A thread that recovers keys, batch by batch. */
export interface RecoveryThread<Job extends Batch> {
  /** Batches it has and has not answered. */
  readonly load: number
  /** Whether it has loaded what it needs. */
  readonly isReady: boolean
  /** Gives it a copy of one more. The process stays alive until it is answered, or not wanted any more. */
  give(job: Job): void
  /** Nobody waits for the answer any more; it comes all the same. */
  giveUp(job: Job): void
  /** Stops it at once. */
  stop(): void
}

/** What is told of a recovery thread. */
export interface RecoveryThreadListener<Job extends Batch> {
  /** `bytes` are what `recoverPacked` made of the job's. */
  answered(job: Job, bytes: Uint8Array): void
  /** It is over: with an error if it failed, else because it had nothing to do. The first of `unanswered` was at work. */
  ended(unanswered: readonly Job[], error: Error | undefined): void
}

/** The thread's file, beside this one. */
function threadFile(): URL {
  const file = new URL('./recover-thread.js', import.meta.url)
  // The sources run as they are, too.
  if (import.meta.url.endsWith('.ts')) file.pathname = file.pathname.replace(/js$/, 'ts')
  return file
}

/** Starts a thread; undefined where there are none. */
export function startRecoveryThread<Job extends Batch>(
  { backend, idleMs }: Pick<RecoveryThreadData, 'backend' | 'idleMs'>,
  listener: RecoveryThreadListener<Job>,
  file: URL = threadFile(),
): RecoveryThread<Job> | undefined {
  const posted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const jobs: Job[] = []
  const wanted = new Set<Job>()
  let isReady = false
  const letGo = (job: Job): void => {
    if (wanted.delete(job) && wanted.size === 0) thread?.keepAlive(false)
  }
  const data: RecoveryThreadData = { backend, idleMs, posted }
  const thread = startThread(file, data, {
    received(value) {
      isReady = true
      if (!(value instanceof Uint8Array)) return
      const job = jobs.shift()
      if (job === undefined) return
      letGo(job)
      listener.answered(job, value)
    },
    ended: (error) => listener.ended(jobs, error),
  })
  return (
    thread && {
      get load() {
        return jobs.length
      },
      get isReady() {
        return isReady
      },
      give(job) {
        jobs.push(job)
        wanted.add(job)
        thread.keepAlive(true)
        // A copy goes: what a thread takes with it when it dies is still here.
        thread.post(job.packed.slice())
        Atomics.add(posted, 0, 1)
        Atomics.notify(posted, 0)
      },
      giveUp: letGo,
      stop: () => thread.stop(),
    }
  )
}
