import type { OperationFacts } from './facts.ts'
import { isMatching, wordsOf } from './filter-rows.ts'
import { filterOf } from './pane-rows.ts'
import { type DashState, shownFeed } from './view-state.ts'

/** The operations of a block that the filter lets through, as far as they are kept. All of them if it lets none through. */
export function detailOperations(state: DashState, id: string): readonly OperationFacts[] {
  const details = shownFeed(state).blocks.find((row) => row.id === id)?.details ?? []
  const words = wordsOf(filterOf(state, 'blocks'))
  const matching = details.filter((each) => isMatching(each, words))
  return matching.length === 0 ? details : matching
}
