import { exists, settle } from './conclude.ts'
import type { Item, Pending, Step } from './counting.ts'
import type { Creation, Effect } from './effects.ts'
import { isSameObject } from './effects.ts'
import type { Kind } from './kinds.ts'
import { append, flush, lose, loseAll } from './queues.ts'
import { decide, didNotRun, forget, itemOf, takeSerial } from './runs.ts'

// Ids of new objects are handed out in order, one counter a kind, and what fails gives its ids back
// (`undo_database::undo`), so that they can be counted from genesis on. But proposals make objects too when they run, and
// blocks show neither that nor what it takes (balances and votes): only when they could have. Ids of what is made after such
// a place wait until something later in the chain fits only one of the possibilities. What cannot be thought through is
// given up, never guessed.

/** More possible runs among the objects of a kind than this are not thought through: each doubles their combinations. */
export const MOST_RUNS = 8

/** An operation made an object. `id` is what its result says, where the block has results. */
export function countCreation(step: Step, creation: Creation, id: number | undefined): void {
  const { state, findings } = step
  const { kind } = creation
  if (!state.isComplete) {
    if (id !== undefined) findings.named(id, creation, false)
    return
  }
  const item = itemOf(step, creation)
  if (item === undefined) return
  if (id !== undefined) settle(step, kind, id)
  if (state.counts[kind].next === undefined) return
  for (const { items, run } of state.counts[kind].waiting) {
    // Names are unique: had the proposal made it, this operation would have failed.
    if (run !== undefined && items.some((other) => isSameObject(other.creation, creation)))
      decide(step, run, false)
  }
  append(step, kind, { items: [item] })
  flush(step, kind)
}

/** A proposal got or lost approvals: it was there, and may have run now. */
export function countApproval(step: Step, id: number, isAdded: boolean): void {
  const { state } = step
  if (!state.isComplete) return
  exists(step, 'proposal', id)
  const serial = state.serials.get(id)
  if (serial !== undefined) {
    // It is still there, so it did not run before.
    didNotRun(step, serial)
    approve(step, serial, isAdded)
    if (state.pending.get(serial)?.isReviewed === false) mayRun(step, serial)
    return
  }
  const { next } = state.counts.proposal
  if (next !== undefined && id < next) {
    loseAll(step, `proposal 1.10.${id} is not one of those seen`)
    return
  }
  wakeUnnamed(step, isAdded, new Set())
}

/** A proposal was taken back. */
export function countRemoval(step: Step, id: number): void {
  if (!step.state.isComplete) return
  exists(step, 'proposal', id)
  const serial = step.state.serials.get(id)
  if (serial === undefined) return
  didNotRun(step, serial)
  forget(step, serial)
}

/** The end of a block of this time, in seconds: what expires may run, the earliest first (`clear_expired_proposals`). */
export function countExpired(step: Step, seconds: number): void {
  const { state, journal } = step
  if (seconds < state.earliestExpiry) return
  const due = [...state.pending].filter(([, { expires }]) => expires <= seconds)
  due.sort(([a, { expires: first }], [b, { expires: second }]) => first - second || a - b)
  for (const [serial] of due) {
    mayRun(step, serial)
    forget(step, serial)
  }
  let earliest = Number.POSITIVE_INFINITY
  for (const { expires } of state.pending.values()) earliest = Math.min(earliest, expires)
  journal.assign(state, 'earliestExpiry', earliest)
}

/** Remembers that an asset changed that has no name yet. */
export function doubt({ state, journal, limits }: Step, asset: number): void {
  const { next } = state.counts.asset
  if (next === undefined || asset < next || state.doubted.size >= limits.maxWaiting) return
  journal.put(state.doubted, asset, true)
}

function approve({ state, journal }: Step, serial: number, isAdded: boolean): void {
  const proposal = state.pending.get(serial)
  if (isAdded && proposal !== undefined)
    journal.put(state.pending, serial, { ...proposal, wasApproved: true })
}

/** A proposal may run here. */
function mayRun(step: Step, serial: number): void {
  const { state, journal } = step
  const proposal = state.pending.get(serial)
  if (proposal === undefined || proposal.effects.length === 0) return
  if (!proposal.wasApproved && !proposal.isOpen && !state.hasOpenAuthority) return
  if (isInVain(step, proposal)) return
  const run = takeSerial(step)
  doubtAndWake(step, proposal, new Set([serial]))
  const made = new Map<Kind, Item[]>()
  for (const creation of creationsOf(proposal)) {
    const item = itemOf(step, creation)
    if (item === undefined) return
    made.set(creation.kind, [...(made.get(creation.kind) ?? []), item])
  }
  for (const [kind, items] of made) {
    if (state.counts[kind].next === undefined) continue
    journal.put(state.runs, run, { serial, block: step.block })
    append(step, kind, { items, run })
    if (state.counts[kind].waiting.filter((each) => each.run !== undefined).length > MOST_RUNS) {
      lose(step, kind, 'too many proposals may have run')
    }
  }
}

/** What a possible run does besides making objects. */
function doubtAndWake(step: Step, proposal: Pending, seen: Set<number>): void {
  for (const effect of proposal.effects) {
    if (effect.type === 'asset_change') {
      doubt(step, effect.asset)
      step.findings.doubted(effect.asset)
    }
    if (effect.type !== 'approval') continue
    const target = step.state.serials.get(effect.proposal)
    if (target === undefined) {
      wakeUnnamed(step, effect.isAdded, seen)
    } else {
      approve(step, target, effect.isAdded)
      giveUp(step, target, seen)
    }
  }
}

/** Whether a proposal is about another one that is gone, so that it fails. */
function isInVain({ state }: Step, { effects }: Pending): boolean {
  const { next = 0 } = state.counts.proposal
  return effects.some(
    (effect) =>
      (effect.type === 'approval' || effect.type === 'removal') &&
      effect.proposal < next &&
      !state.serials.has(effect.proposal),
  )
}

/** One of the proposals that have no id so far got or lost approvals. */
function wakeUnnamed(step: Step, isAdded: boolean, seen: Set<number>): void {
  // In an order that does not depend on what was undone.
  for (const [serial, { id }] of [...step.state.pending].sort(([a], [b]) => a - b)) {
    if (id !== undefined) continue
    approve(step, serial, isAdded)
    giveUp(step, serial, seen)
  }
}

/** A proposal may have run in the middle of others: where its objects are among theirs is not thought through. */
function giveUp(step: Step, serial: number, seen: Set<number>): void {
  const proposal = step.state.pending.get(serial)
  if (proposal === undefined || proposal.isReviewed || seen.has(serial) || isInVain(step, proposal)) return
  seen.add(serial)
  for (const creation of creationsOf(proposal)) {
    itemOf(step, creation)
    lose(step, creation.kind, 'a proposal may have run that makes an object of this kind')
  }
  doubtAndWake(step, proposal, seen)
}

function creationsOf({ effects }: { readonly effects: readonly Effect[] }): readonly Creation[] {
  return effects.flatMap((effect) => (effect.type === 'creation' ? [effect.creation] : []))
}
