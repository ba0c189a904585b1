import { asyncScheduler, type SchedulerLike } from 'rxjs'

/** The two times of a node: one that only goes forward, for deadlines, and one that people and chains use. */
export interface Clock {
  readonly scheduler: SchedulerLike
  /** Milliseconds from an arbitrary start, monotonic. */
  nowMs(): number
  /** Milliseconds since 1970. */
  wallMs(): number
}

/** The clock of this machine, or that of a scheduler such as `TestScheduler`, whose one time serves as both. */
export function createClock(scheduler?: SchedulerLike): Clock {
  if (scheduler !== undefined) {
    return { scheduler, nowMs: () => scheduler.now(), wallMs: () => scheduler.now() }
  }
  return { scheduler: asyncScheduler, nowMs: () => performance.now(), wallMs: () => asyncScheduler.now() }
}
