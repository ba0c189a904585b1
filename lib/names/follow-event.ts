import type { NamedBlock } from './learn-names.ts'
import { learnNames, unlearnNames } from './learn-names.ts'
import type { NameBook } from './name-book.ts'
import { stateOf } from './name-book.ts'

/** What happens to a chain, as far as names go; the events of a node's `chain$` are such. */
export interface NamedEvent {
  readonly type: 'block_applied' | 'block_undone' | 'block_irreversible'
  readonly block: NamedBlock
}

/**
 * Keeps a book in step with a chain: learns from a block that is applied, forgets what one that is undone said. One that
 * the book did not learn from is passed; what follows then shows that something is missing.
 */
export function followEvent(book: NameBook, { type, block }: NamedEvent): void {
  if (type === 'block_applied') learnNames(book, block)
  else if (type === 'block_undone' && stateOf(book).changes.at(-1)?.number === block.number)
    unlearnNames(book, block)
}
