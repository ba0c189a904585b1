import type { Step } from './counting.ts'
import type { Creation } from './effects.ts'
import type { Kind } from './kinds.ts'
import type { Holds } from './narrow.ts'
import { narrow } from './narrow.ts'
import { dropIdleRuns, lose, setCount } from './queues.ts'
import { decide } from './runs.ts'

// What later blocks say decides which proposals ran.

/** An operation of the block proves that an object is there. */
export function exists(step: Step, kind: Kind, id: number): void {
  const before = step.state.counts[kind]
  if (!isOpen(step, kind, id) || id <= (before.proven ?? -1)) return
  conclude(step, kind, (_, next) => next > id)
  if (step.state.counts[kind] === before) setCount(step, kind, { proven: id })
}

/** An operation of the block proves of an object what only `fits` is true of. */
export function fits(step: Step, kind: Kind, id: number, fit: (creation: Creation) => boolean): void {
  if (!isOpen(step, kind, id)) return
  conclude(step, kind, (objectAt) => {
    const creation = objectAt(id)
    return creation !== undefined && fit(creation)
  })
}

/** A result says that the object that comes next has this id. It is believed whatever was counted. */
export function settle(step: Step, kind: Kind, id: number): void {
  if (step.state.counts[kind].next !== undefined) conclude(step, kind, (_, next) => next === id)
  const { next, waiting } = step.state.counts[kind]
  if (next === id && waiting.length === 0) return
  setCount(step, kind, { next: id, waiting: [], lost: undefined })
  dropIdleRuns(step)
}

/** Whether the object of an id is one of those that wait. */
function isOpen({ state }: Step, kind: Kind, id: number): boolean {
  const { next, waiting } = state.counts[kind]
  return next !== undefined && id >= next && waiting.length > 0
}

function conclude(step: Step, kind: Kind, holds: Holds): void {
  const { state } = step
  const { next = 0, waiting } = state.counts[kind]
  const decisions = narrow(next, waiting, state.runs, holds)
  if (decisions === undefined) {
    lose(step, kind, 'a block speaks of an object that cannot have that id')
    return
  }
  for (const [run, happened] of decisions) decide(step, run, happened)
}
