import type { Item, Run, Waiting } from './counting.ts'
import type { Creation } from './effects.ts'

/**
 * What is asked of a possibility: `objectAt` gives the object of an id in it, `next` is the id after its last object.
 */
export type Holds = (objectAt: (id: number) => Creation | undefined, next: number) => boolean

/**
 * Which of the possible runs among the waiting objects must have happened, and which cannot have, if `holds` is true of the
 * chain; undefined if it is true of no combination of them. `first` is the id of the first waiting object.
 */
export function narrow(
  first: number,
  waiting: readonly Waiting[],
  runs: ReadonlyMap<number, Run>,
  holds: Holds,
): ReadonlyMap<number, boolean> | undefined {
  const open = waiting.filter(({ run }) => run !== undefined)
  const openItems = open.reduce((sum, { items }) => sum + items.length, 0)
  const firmNext = first + waiting.reduce((sum, { items }) => sum + items.length, 0) - openItems
  let always = -1
  let ever = 0
  let isPossible = false
  for (let chosen = 0; chosen < 1 << open.length; chosen += 1) {
    const happened = open.filter((_, index) => (chosen & (1 << index)) !== 0)
    if (runsTwice(happened, runs)) continue
    const objectAt = (id: number): Creation | undefined => {
      const there = waiting.filter((each) => each.run === undefined || happened.includes(each))
      return itemAt(there, id - first)?.creation
    }
    const next = happened.reduce((sum, { items }) => sum + items.length, firmNext)
    if (!holds(objectAt, next)) continue
    isPossible = true
    always &= chosen
    ever |= chosen
  }
  if (!isPossible) return undefined
  const decisions = new Map<number, boolean>()
  for (const [index, { run = -1 }] of open.entries()) {
    const bit = 1 << index
    if ((always & bit) !== 0) decisions.set(run, true)
    else if ((ever & bit) === 0) decisions.set(run, false)
  }
  return decisions
}

/** No proposal runs twice. */
function runsTwice(happened: readonly Waiting[], runs: ReadonlyMap<number, Run>): boolean {
  return new Set(happened.map(({ run = -1 }) => runs.get(run)?.serial)).size < happened.length
}

function itemAt(waiting: readonly Waiting[], place: number): Item | undefined {
  let left = place
  for (const { items } of waiting) {
    if (left < items.length) return items[left]
    left -= items.length
  }
  return undefined
}
