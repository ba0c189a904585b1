import type { OperationFacts } from './facts.ts'
import type { BlockRow } from './feed-state.ts'

/** Characters of a filter. */
export const MAX_FILTER_CHARS = 60

/** A block, and how many of its operations the filter lets through; undefined without a filter. */
export interface FilteredBlock {
  readonly row: BlockRow
  readonly matching: number | undefined
}

const ID = /^\d+\.\d+\.\d+$/

/** Whether texts that belong to a row have every word of a filter. */
export function hasWords(words: readonly string[], ...texts: readonly string[]): boolean {
  if (words.length === 0) return true
  const all = texts.join(' ').toLowerCase()
  return words.every((word) => all.includes(word))
}

/** The words of a filter. */
export function wordsOf(filter: string): readonly string[] {
  return filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Whether an operation has every word: in its type or its description, or as an id that it names, which is whole. */
export function isMatching({ type, sentence, ids }: OperationFacts, words: readonly string[]): boolean {
  return words.every((word) => ids.includes(word) || (!ID.test(word) && hasWords([word], type, sentence)))
}

/** How many operations of a block match; of one whose operations were let go, by their types alone. */
export function countMatching({ details, counts }: BlockRow, words: readonly string[]): number {
  if (details !== undefined) return details.filter((each) => isMatching(each, words)).length
  return counts.reduce((sum, { type, count }) => sum + (hasWords(words, type) ? count : 0), 0)
}
