/** How a chain changed: undo `undone`, apply `applied`, then `irreversible` can be relied on. */
export interface ChainChange<Block> {
  /** Highest first. */
  readonly undone: readonly Block[]
  /** Lowest first. */
  readonly applied: readonly Block[]
  /** Lowest first; all of them were applied before. */
  readonly irreversible: readonly Block[]
}

/** How sure of a block a stream has to be: not at all, quite, or by so many blocks on top of it. */
export type StreamMode = 'head' | 'irreversible' | { readonly confirmations: number }

/**
 * Returns what makes changes come late: blocks pass when they are irreversible or have their confirmations, and those that
 * are undone before never do. An undo of a block that has passed does so at once.
 *
 * What waits is no more than a fork tree holds, or the confirmations.
 */
export function createHoldBack<Block extends { readonly number: number }>(
  mode: StreamMode,
): (change: ChainChange<Block>) => ChainChange<Block> {
  if (mode === 'head') return (change) => change
  const confirmations = mode === 'irreversible' ? Infinity : mode.confirmations
  let waiting: Block[] = []
  let final: Block[] = []
  return ({ undone, applied, irreversible }) => {
    const takenBack: Block[] = []
    for (const block of undone) {
      if (waiting.at(-1)?.number === block.number) waiting.pop()
      else takenBack.push(block)
    }
    waiting.push(...applied)
    final.push(...irreversible)
    const head = waiting.at(-1)?.number ?? 0
    const until = Math.max(head - confirmations, mode === 'irreversible' ? (final.at(-1)?.number ?? 0) : 0)
    const passed = waiting.filter(({ number }) => number <= until)
    waiting = waiting.slice(passed.length)
    const lowestWaiting = waiting[0]?.number ?? Infinity
    const told = final.filter(({ number }) => number < lowestWaiting)
    final = final.slice(told.length)
    return { undone: takenBack, applied: passed, irreversible: told }
  }
}
