import type { Count, Item, Step, Waiting } from './counting.ts'
import type { Kind } from './kinds.ts'
import { KINDS } from './kinds.ts'

// The objects of each kind that have no id yet, and what ends their waiting.

/** Changes how a kind stands. What followed from nothing may follow when others wait. */
export function setCount({ state, journal }: Step, kind: Kind, change: Partial<Count>): void {
  const isOther = change.waiting !== undefined
  journal.assign(state.counts, kind, {
    ...state.counts[kind],
    ...(isOther ? { proven: undefined } : {}),
    ...change,
  })
}

/** Gives ids to those that wait for nothing any more. */
export function flush(step: Step, kind: Kind): void {
  const { next, waiting } = step.state.counts[kind]
  if (next === undefined || waiting.length === 0) return
  const firstRun = waiting.findIndex(({ run }) => run !== undefined)
  const free = firstRun === -1 ? waiting.length : firstRun
  if (free === 0) return
  const items = waiting.slice(0, free).flatMap((each) => each.items)
  setCount(step, kind, { next: next + items.length, waiting: waiting.slice(free) })
  for (const [index, item] of items.entries()) name(step, next + index, item)
}

/** Puts what was made at the end of its kind. */
export function append(step: Step, kind: Kind, made: Waiting): void {
  const { waiting } = step.state.counts[kind]
  const last = waiting.at(-1)
  if (last === undefined || last.run !== undefined || made.run !== undefined) {
    setCount(step, kind, { waiting: [...waiting, made] })
  } else {
    step.journal.push(last.items, ...made.items)
    // The same list, but others wait in it.
    setCount(step, kind, { waiting })
  }
  const count = waiting.reduce((sum, { items }) => sum + items.length, 0)
  if (count > step.limits.maxWaiting) lose(step, kind, 'too many objects wait for whether a proposal ran')
}

/** The same objects in as few groups as there can be. */
export function grouped(waiting: readonly Waiting[]): readonly Waiting[] {
  const groups: Waiting[] = []
  for (const each of waiting) {
    const last = groups.at(-1)
    if (last === undefined || last.run !== undefined || each.run !== undefined) groups.push(each)
    else groups[groups.length - 1] = { items: [...last.items, ...each.items] }
  }
  return groups
}

/** From here on nobody knows the ids of a kind, unless results say them. */
export function lose(step: Step, kind: Kind, because: string): void {
  // Since the first time.
  if (step.state.counts[kind].next === undefined) return
  setCount(step, kind, { next: undefined, waiting: [], lost: { block: step.block, because } })
  dropIdleRuns(step)
}

/** From here on nobody knows any new id. */
export function loseAll(step: Step, because: string): void {
  const { state, journal } = step
  for (const kind of KINDS) lose(step, kind, because)
  journal.assign(state, 'isComplete', false)
  journal.assign(state, 'pending', new Map())
  journal.assign(state, 'serials', new Map())
  journal.assign(state, 'doubted', new Map())
  journal.assign(state, 'effectCount', 0)
  journal.assign(state, 'earliestExpiry', Number.POSITIVE_INFINITY)
}

/** Forgets the possible runs that nothing waits for. */
export function dropIdleRuns({ state, journal }: Step): void {
  if (state.runs.size === 0) return
  const used = new Set(KINDS.flatMap((kind) => state.counts[kind].waiting.map(({ run }) => run)))
  for (const run of [...state.runs.keys()]) if (!used.has(run)) journal.remove(state.runs, run)
}

function name({ state, journal, findings }: Step, id: number, { creation, serial }: Item): void {
  const proposal = serial === undefined ? undefined : state.pending.get(serial)
  if (serial !== undefined && proposal !== undefined) {
    journal.put(state.pending, serial, { ...proposal, id })
    journal.put(state.serials, id, serial)
  }
  const isDoubted = creation.kind === 'asset' && state.doubted.has(id)
  if (isDoubted) journal.remove(state.doubted, id)
  findings.named(id, creation, isDoubted)
}
