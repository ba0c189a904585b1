import { countMatching, hasWords, wordsOf } from './filter-rows.ts'
import type { BlockRow, FeedState } from './feed-state.ts'
import type { PeerRow } from './peer-rows.ts'
import { type TypeRate, typeRates } from './rates.ts'
import { percentile, type TransactionRow } from './transactions.ts'
import { type DashState, type Pane, type PaneView, shownFeed } from './view-state.ts'
import type { WitnessRow } from './witness-rows.ts'

/** A way to sort the rows of a pane: the heading of the column, and what is compared; the largest or first letter leads. */
interface Sort<T> {
  readonly column: string
  readonly value: (row: T) => number | string
}

/** A block, and how many of its operations the filter lets through; undefined without a filter. */
export interface FilteredBlock {
  readonly row: BlockRow
  readonly matching: number | undefined
}

/** A connection, and what was found out about it. */
export interface RatedPeer {
  readonly row: PeerRow
  /** Which part of the newest blocks it delivered first. */
  readonly firstShare: number | undefined
  /** By how many blocks what it is known to have is behind our head. */
  readonly lagBlocks: number | undefined
  /** How long after the first it announces. */
  readonly delayMs: number | undefined
}

/** Blocks that shares of first deliveries are of. */
const SHARE_BLOCKS = 128

const BLOCK_SORTS: readonly Sort<FilteredBlock>[] = [
  // Undone and applied blocks of one number: the one that came later leads.
  { column: 'block', value: () => 0 },
  { column: 'ops', value: ({ row }) => row.operations },
  { column: 'size', value: ({ row }) => row.sizeBytes },
  { column: 'latency', value: ({ row }) => row.latencyMs ?? -Infinity },
]
const OPERATION_SORTS: readonly Sort<TypeRate>[] = [
  { column: '/min', value: ({ perMinute }) => perMinute },
  { column: 'operation', value: ({ type }) => type },
]
const TRANSACTION_SORTS: readonly Sort<TransactionRow>[] = [
  { column: 'heard', value: ({ heardAt }) => heardAt },
  { column: 'waited', value: ({ pendingForMs }) => pendingForMs ?? -Infinity },
  { column: 'ops', value: ({ operations }) => operations },
]
const WITNESS_SORTS: readonly Sort<WitnessRow>[] = [
  { column: 'witness', value: ({ witness }) => witness },
  { column: 'blocks', value: ({ produced }) => produced },
  { column: 'missed', value: ({ missed }) => missed },
  { column: 'latency', value: ({ latenciesMs }) => percentile(latenciesMs, 50) ?? -Infinity },
]
const PEER_SORTS: readonly Sort<RatedPeer>[] = [
  { column: 'peer', value: () => 0 },
  { column: 'first', value: ({ firstShare }) => firstShare ?? -1 },
  { column: 'rtt', value: ({ row }) => row.roundTripMs ?? -Infinity },
  { column: 'in', value: ({ row }) => row.bytesReceived },
  { column: 'offset', value: ({ row }) => Math.abs(row.clockOffsetMs ?? 0) },
]

const SORTS = {
  blocks: BLOCK_SORTS,
  operations: OPERATION_SORTS,
  transactions: TRANSACTION_SORTS,
  witnesses: WITNESS_SORTS,
  peers: PEER_SORTS,
} as const satisfies Readonly<Record<Pane, readonly Sort<never>[]>>

/** How many ways there are to sort a pane. */
export function sortCount(pane: Pane): number {
  return SORTS[pane].length
}

/** The heading of the column that a pane is sorted by. */
export function sortColumn(pane: Pane, { sort }: PaneView): string {
  return SORTS[pane][sort]?.column ?? ''
}

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
  return sorted(rows, BLOCK_SORTS, state.view.panes.blocks)
}

/** Types of operations, filtered and sorted. */
export function operationRows(state: DashState): readonly TypeRate[] {
  const words = wordsOf(filterOf(state, 'operations'))
  const rates = typeRates(shownFeed(state))
  // A filter by an account says nothing of types.
  const matching = rates.filter(({ type }) => hasWords(words, type))
  return sorted(matching.length === 0 ? rates : matching, OPERATION_SORTS, state.view.panes.operations)
}

/** Transactions, those that wait before those that are settled. */
export function transactionRows(state: DashState): readonly TransactionRow[] {
  const words = wordsOf(filterOf(state, 'transactions'))
  const { pending, settled } = shownFeed(state).transactions
  const rows = [...settled, ...pending.values()]
    .reverse()
    .filter(({ id, type, sentence }) => hasWords(words, id, type, sentence))
  return sorted(rows, TRANSACTION_SORTS, state.view.panes.transactions)
}

/** Witnesses, by name. */
export function witnessRows(state: DashState): readonly WitnessRow[] {
  const words = wordsOf(filterOf(state, 'witnesses'))
  const rows = [...shownFeed(state).witnesses.values()].filter(({ witness }) => hasWords(words, witness))
  return sorted(rows, WITNESS_SORTS, state.view.panes.witnesses)
}

/** Connections, in the order they were made. */
export function peerRows(state: DashState): readonly RatedPeer[] {
  const words = wordsOf(filterOf(state, 'peers'))
  const feed = shownFeed(state)
  const shares = firstShares(feed)
  const head = feed.blocks.at(-1)?.number ?? feed.status?.headNumber ?? 0
  const rows = feed.peers
    .filter(({ peer, userAgent, platform, state }) => hasWords(words, peer, userAgent, platform, state))
    .map((row): RatedPeer => {
      const announcer = feed.announcements.peers.get(row.peer)
      const newest = Math.max(announcer?.newest ?? 0, row.headNumber)
      return {
        row,
        firstShare: shares?.get(row.peer) ?? (shares === undefined || row.state !== 'active' ? undefined : 0),
        lagBlocks: newest === 0 || head === 0 ? undefined : Math.max(0, head - newest),
        delayMs: announcer?.delayMs,
      }
    })
  return sorted(rows, PEER_SORTS, state.view.panes.peers)
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

function sorted<T>(rows: readonly T[], sorts: readonly Sort<T>[], view: PaneView): readonly T[] {
  const value = sorts[view.sort]?.value ?? (() => 0)
  const result = rows.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)]
    if (a === b) return 0
    if (typeof a === 'number' && typeof b === 'number') return b - a
    return a < b ? -1 : 1
  })
  return view.isReversed ? result.reverse() : result
}

/** Of the newest blocks that came live, which part each peer delivered. */
function firstShares({ blocks }: FeedState): ReadonlyMap<string, number> | undefined {
  const live = blocks.filter(({ source }) => source === 'live').slice(-SHARE_BLOCKS)
  if (live.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const { peer } of live) counts.set(peer, (counts.get(peer) ?? 0) + 1)
  return new Map([...counts].map(([peer, count]) => [peer, count / live.length]))
}
