import { countMatching, type FilteredBlock, hasWords, wordsOf } from './filter-rows.ts'
import { type RatedPeer, ratePeers } from './rate-peers.ts'
import { type TypeRate, typeRates } from './rates.ts'
import { sortRows, SORTS } from './sort-rows.ts'
import type { TransactionRow } from './transactions.ts'
import { type DashState, type Pane, shownFeed } from './view-state.ts'
import type { WitnessRow } from './witness-rows.ts'

/** What a filter is for a pane: while one is typed, that. */
export function filterOf({ view }: DashState, pane: Pane): string {
  return view.typed !== undefined && isFilteredAlike(pane, view.pane) ? view.typed : view.panes[pane].filter
}

/** Whether a filter of one pane is that of the other too: blocks, operations and transactions are filtered as one. */
export function isFilteredAlike(pane: Pane, other: Pane): boolean {
  const isOfChain = (each: Pane): boolean => each !== 'peers' && each !== 'witnesses'
  return pane === other || (isOfChain(pane) && isOfChain(other))
}

/** Blocks, filtered and sorted, the newest first. */
export function blockRows(state: DashState): readonly FilteredBlock[] {
  const words = wordsOf(filterOf(state, 'blocks'))
  const rows = shownFeed(state)
    .blocks.toReversed()
    .map((row) => ({ row, matching: words.length === 0 ? undefined : countMatching(row, words) }))
    .filter(({ row, matching }) => matching !== 0 || hasWords(words, row.witness, `#${row.number}`))
  return sortRows(rows, SORTS.blocks, state.view.panes.blocks)
}

/** Types of operations, filtered and sorted. */
export function operationRows(state: DashState): readonly TypeRate[] {
  const words = wordsOf(filterOf(state, 'operations'))
  const rates = typeRates(shownFeed(state))
  // A filter by an account says nothing of types.
  const matching = rates.filter(({ type }) => hasWords(words, type))
  return sortRows(matching.length === 0 ? rates : matching, SORTS.operations, state.view.panes.operations)
}

/** Transactions, those that wait before those that are settled. */
export function transactionRows(state: DashState): readonly TransactionRow[] {
  const words = wordsOf(filterOf(state, 'transactions'))
  const { pending, settled } = shownFeed(state).transactions
  const rows = [...settled, ...pending.values()]
    .reverse()
    .filter(({ id, type, sentence }) => hasWords(words, id, type, sentence))
  return sortRows(rows, SORTS.transactions, state.view.panes.transactions)
}

/** Witnesses, by name. */
export function witnessRows(state: DashState): readonly WitnessRow[] {
  const words = wordsOf(filterOf(state, 'witnesses'))
  const rows = [...shownFeed(state).witnesses.values()].filter(({ witness }) => hasWords(words, witness))
  return sortRows(rows, SORTS.witnesses, state.view.panes.witnesses)
}

/** Connections, in the order they were made. */
export function peerRows(state: DashState): readonly RatedPeer[] {
  const words = wordsOf(filterOf(state, 'peers'))
  const feed = shownFeed(state)
  const rows = ratePeers(feed).filter(({ row: { peer, userAgent, platform, state: stateOf } }) =>
    hasWords(words, peer, userAgent, platform, stateOf),
  )
  return sortRows(rows, SORTS.peers, state.view.panes.peers)
}

/** What the cursor moves over in a pane. */
export function rowKeys(state: DashState, pane: Pane): readonly string[] {
  switch (pane) {
    case 'blocks':
      return blockRows(state).map(({ row }) => row.id)
    case 'operations':
      return operationRows(state).map(({ type }) => type)
    case 'transactions':
      return transactionRows(state).map(({ id }) => id)
    case 'witnesses':
      return witnessRows(state).map(({ witness }) => witness)
    case 'peers':
      return peerRows(state).map(({ row }) => row.peer)
  }
}
