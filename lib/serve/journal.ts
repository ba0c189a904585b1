import { formatCursor } from '../chain/cursor.ts'
import type { BlockSummary } from '../view/block-summary.ts'
import { MAX_JOURNAL_BYTES, MAX_JOURNAL_EVENTS } from './limits.ts'

/** A step of the chain: a block that joined it or left it. */
export type ChainStep =
  | { readonly type: 'block'; readonly block: BlockSummary; readonly raw: Uint8Array }
  | { readonly type: 'undo'; readonly number: number; readonly id: string; readonly previous: string }

/** A step with its place in the journal. */
export interface JournalEntry {
  readonly step: ChainStep
  /** The head of the chain after it, as a cursor. */
  readonly after: string
  /** The event for those who want all of it. */
  readonly bytes: Uint8Array
}

/** Where a client that comes back with a cursor goes on. */
export type Resumption =
  | { readonly found: true; readonly position: number }
  /** `isAhead`: the chain has not come so far yet, and may still. */
  | { readonly found: false; readonly isAhead: boolean }

/**
 * The last steps of the chain, numbered one by one, so that a client that was away hears what it missed: blocks undone
 * included, once each and in order. What is older than the limits allow is forgotten.
 */
export class Journal {
  readonly #entries: JournalEntry[] = []
  #first = 0
  #bytes = 0
  /** The head of the chain before the first entry. */
  #base: string | undefined

  /** Position of the oldest entry that is left. */
  get first(): number {
    return this.#first
  }

  /** Position the next entry will have. */
  get end(): number {
    return this.#first + this.#entries.length
  }

  /** The head of the chain, as a cursor; empty before the first block. */
  get head(): string {
    return this.#entries.at(-1)?.after ?? this.#base ?? ''
  }

  at(position: number): JournalEntry | undefined {
    return this.#entries[position - this.#first]
  }

  push(step: ChainStep, bytes: Uint8Array): JournalEntry {
    const entry = { step, after: cursorAfter(step), bytes }
    this.#base ??= cursorBefore(step)
    this.#entries.push(entry)
    this.#bytes += sizeOf(entry)
    while (
      this.#entries.length > MAX_JOURNAL_EVENTS ||
      (this.#bytes > MAX_JOURNAL_BYTES && this.#entries.length > 1)
    ) {
      const oldest = this.#entries.shift()
      if (oldest === undefined) break
      this.#base = oldest.after
      this.#bytes -= sizeOf(oldest)
      this.#first += 1
    }
    return entry
  }

  /** What comes after a cursor. An empty one stands for the beginning of a node that has told everything since. */
  resume(cursor: string): Resumption {
    if (cursor === '') {
      return this.#first === 0 ? { found: true, position: 0 } : { found: false, isAhead: false }
    }
    // The newest place with that head: from there on, everything that happened happened to a chain that ends in it.
    const index = this.#entries.findLastIndex(({ after }) => after === cursor)
    if (index >= 0) return { found: true, position: this.#first + index + 1 }
    if (cursor === this.#base) return { found: true, position: this.#first }
    return { found: false, isAhead: this.head === '' || numberOf(cursor) > numberOf(this.head) }
  }
}

function sizeOf({ bytes, step }: JournalEntry): number {
  return bytes.length + (step.type === 'block' ? step.raw.length : 0)
}

/** The head of the chain after a step, as a cursor. */
export function cursorAfter(step: ChainStep): string {
  return step.type === 'block'
    ? formatCursor(step.block)
    : formatCursor({ number: step.number - 1, id: step.previous })
}

function cursorBefore(step: ChainStep): string {
  return step.type === 'block'
    ? formatCursor({ number: step.block.number - 1, id: step.block.previous })
    : formatCursor(step)
}

function numberOf(cursor: string): number {
  return Number(cursor.slice(0, cursor.indexOf(':')))
}
