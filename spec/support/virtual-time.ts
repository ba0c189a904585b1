import type { ExecutionContext } from 'ava'
import { VirtualTimeScheduler } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { type Clock, createClock } from '../../lib/peer/clock.ts'

/** Time that passes only when told to, for code that also waits for sockets. */
export interface VirtualTime {
  readonly scheduler: VirtualTimeScheduler
  readonly clock: Clock
  /** Timers that are set. */
  readonly timers: number
  /** Lets so much time pass; timers that are due fire in their order. */
  advance(ms: number): void
}

export function createVirtualTime(): VirtualTime {
  const scheduler = new VirtualTimeScheduler(undefined, 0)
  return {
    scheduler,
    clock: createClock(scheduler),
    get timers() {
      return scheduler.actions.length
    },
    advance(ms) {
      const until = scheduler.frame + ms
      scheduler.maxFrames = until
      scheduler.flush()
      scheduler.frame = until
    },
  }
}

type RunHelpers = Parameters<Parameters<TestScheduler['run']>[0]>[0]

/** As `runMarbles`, with the clock of that virtual time. */
export function runWithClock(t: ExecutionContext, body: (helpers: RunHelpers, clock: Clock) => void): void {
  const scheduler = new TestScheduler((actual, expected) => t.deepEqual(actual, expected))
  scheduler.run((helpers) => body(helpers, createClock(scheduler)))
}
