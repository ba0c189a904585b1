import type { TreeChange } from '../chain/fork-tree.ts'
import type { ChainState } from '../chain/verify-block.ts'
import type { Block } from './block.ts'
import type { NodeCommand } from './node-state.ts'

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
  readonly #from: number
  readonly #changes: Changes[] = []
  #last: Changes | undefined
  appliedCount = 0

  /** `from`: lower blocks are none of the stream's. */
  constructor(from: number) {
    this.#from = from
  }

  add({ undone, applied, irreversible, released }: TreeChange<Block, ChainState>): void {
    if (applied.length === 0 && irreversible.length === 0 && released.length === 0) return
    if (undone.length > 0) this.#last = undefined
    if (this.#last === undefined) {
      this.#last = { undone: [], applied: [], irreversible: [] }
      this.#changes.push(this.#last)
    }
    this.#take(undone, this.#last.undone)
    const before = this.#last.applied.length
    this.#take(applied, this.#last.applied)
    this.appliedCount += this.#last.applied.length - before
    // What had to be let go cannot be undone by us either.
    this.#take(released, this.#last.irreversible)
    this.#take(irreversible, this.#last.irreversible)
  }

  commands(): readonly NodeCommand[] {
    return this.#changes
      .filter(({ undone, applied, irreversible }) => undone.length + applied.length + irreversible.length > 0)
      .map((change) => ({ do: 'change', change }))
  }

  #take(blocks: readonly Block[], into: Block[]): void {
    for (const block of blocks) if (block.number >= this.#from) into.push(block)
  }
}
