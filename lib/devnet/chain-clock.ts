import type { SchedulerLike } from 'rxjs'
import type { Timeline } from './timeline.ts'

/** The time on a chain whose blocks may come faster or slower than their times say. */
export interface ChainClock {
  /** Seconds since 1970, with fractions: goes evenly from the time of the last slot to that of the next, and waits there. */
  seconds(): number
  /** The slot that has just passed belongs to this moment of the machine's clock. */
  turn(timeline: Slots, atMs: number): void
}

/** Where a chain stands among its slots. */
export type Slots = Pick<Timeline, 'headSeconds' | 'nextSeconds'>

/** @param intervalMs from one block to the next; `Infinity`: the time stands still in between */
export function createChainClock(timeline: Slots, intervalMs: number, scheduler: SchedulerLike): ChainClock {
  let headSeconds = timeline.headSeconds
  let nextSeconds = headSeconds
  let headAtMs = scheduler.now()
  return {
    seconds() {
      const passed = Math.min(1, Math.max(0, (scheduler.now() - headAtMs) / intervalMs))
      return headSeconds + passed * (nextSeconds - headSeconds)
    },
    turn(turned, atMs) {
      headSeconds = turned.headSeconds
      nextSeconds = turned.nextSeconds ?? headSeconds
      headAtMs = atMs
    },
  }
}
