import type { TreeChange } from '../chain/fork-tree.ts'
import type { ChainState } from '../chain/verify-block.ts'
import type { Block } from './block.ts'
import type { NodeCommand } from './node-state.ts'

/** Which blocks a stream is about. */
export interface StreamBounds {
  /** Lower blocks join the chain or leave it and are not told: the stream begins with this one. */
  from: number
  /** The lowest block that this run has applied: of those below it, it was told before that they are irreversible, or not. */
  appliedFrom: number
}

interface Changes {
  readonly undone: Block[]
  readonly applied: Block[]
  readonly irreversible: Block[]
}

/**
 * Collects how blocks offered one after the other changed the chain: one change for all, unless blocks are undone after
 * others were applied.
 */
export class ChangeLog {
  readonly #bounds: StreamBounds
  readonly #changes: Changes[] = []
  #last: Changes | undefined
  appliedCount = 0

  constructor(bounds: StreamBounds) {
    this.#bounds = bounds
  }

  add({ undone, applied, irreversible, released }: TreeChange<Block, ChainState>): void {
    if (applied.length === 0 && irreversible.length === 0 && released.length === 0) return
    if (undone.length > 0) this.#last = undefined
    if (this.#last === undefined) {
      this.#last = { undone: [], applied: [], irreversible: [] }
      this.#changes.push(this.#last)
    }
    const { from } = this.#bounds
    take(undone, from, this.#last.undone)
    const before = this.#last.applied.length
    take(applied, from, this.#last.applied)
    this.appliedCount += this.#last.applied.length - before
    // The last of the undone ones is the lowest: the blocks in their place are this run's.
    this.#bounds.appliedFrom = Math.min(this.#bounds.appliedFrom, undone.at(-1)?.number ?? Infinity)
    const told = Math.max(from, this.#bounds.appliedFrom)
    // What had to be let go cannot be undone by us either.
    take(released, told, this.#last.irreversible)
    take(irreversible, told, this.#last.irreversible)
  }

  commands(): readonly NodeCommand[] {
    return this.#changes
      .filter(({ undone, applied, irreversible }) => undone.length + applied.length + irreversible.length > 0)
      .map((change) => ({ do: 'change', change }))
  }
}

function take(blocks: readonly Block[], from: number, into: Block[]): void {
  for (const block of blocks) if (block.number >= from) into.push(block)
}
