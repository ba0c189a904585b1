import type { Item, Step } from './counting.ts'
import type { Creation } from './effects.ts'
import { effectCountOf } from './effects.ts'
import { KINDS } from './kinds.ts'
import { flush, grouped, loseAll, setCount } from './queues.ts'

// Pending proposals, and what becomes of the places where they may have run.

/** A new object; a proposal is pending from now on. Undefined if there are too many of them to go on counting. */
export function itemOf(step: Step, creation: Creation): Item | undefined {
  if (creation.kind !== 'proposal') return { creation }
  const { state, journal, limits } = step
  const { proposal } = creation
  const serial = takeSerial(step)
  journal.put(state.pending, serial, { ...proposal, wasApproved: false })
  journal.assign(state, 'effectCount', state.effectCount + effectCountOf(proposal))
  journal.assign(state, 'earliestExpiry', Math.min(state.earliestExpiry, proposal.expires))
  if (state.pending.size > limits.maxProposals || state.effectCount > limits.maxEffects) {
    loseAll(step, 'too many proposals are pending')
    return undefined
  }
  return { creation, serial }
}

export function takeSerial({ state, journal }: Step): number {
  const serial = state.nextSerial
  journal.assign(state, 'nextSerial', serial + 1)
  return serial
}

/** A proposal is gone. */
export function forget({ state, journal }: Step, serial: number): void {
  const proposal = state.pending.get(serial)
  if (proposal === undefined) return
  journal.remove(state.pending, serial)
  if (proposal.id !== undefined) journal.remove(state.serials, proposal.id)
  journal.assign(state, 'effectCount', state.effectCount - effectCountOf(proposal))
}

/** None of the places where a proposal may have run so far was one. */
export function didNotRun(step: Step, serial: number): void {
  const runs = [...step.state.runs].filter(([, run]) => run.serial === serial).map(([run]) => run)
  for (const run of runs.sort((a, b) => a - b)) decide(step, run, false)
}

/** A proposal ran at that place, or did not. */
export function decide(step: Step, run: number, happened: boolean): void {
  const { state, journal } = step
  const found = state.runs.get(run)
  if (found === undefined) return
  journal.remove(state.runs, run)
  const nested: number[] = []
  for (const kind of KINDS) {
    const { waiting } = state.counts[kind]
    const at = waiting.findIndex((each) => each.run === run)
    if (at === -1) continue
    const items = waiting[at]?.items ?? []
    nested.push(...items.flatMap(({ serial }) => (serial === undefined ? [] : [serial])))
    setCount(step, kind, { waiting: grouped(waiting.toSpliced(at, 1, ...(happened ? [{ items }] : []))) })
  }
  // A proposal that ran is gone, and ran nowhere else. One that would have been made by another that did not run never was.
  for (const serial of happened ? [found.serial] : nested) {
    didNotRun(step, serial)
    forget(step, serial)
  }
  for (const kind of KINDS) flush(step, kind)
}
