import type { FilteredBlock } from './filter-rows.ts'
import type { RatedPeer } from './rate-peers.ts'
import type { TypeRate } from './rates.ts'
import { percentile, type TransactionRow } from './transactions.ts'
import type { Pane, PaneView } from './view-state.ts'
import type { WitnessRow } from './witness-rows.ts'

/** A way to sort the rows of a pane: the heading of the column, and what is compared; the largest or first letter leads. */
export interface Sort<T> {
  readonly column: string
  readonly value: (row: T) => number | string
}

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

/** The ways to sort each pane; the first is how it comes. */
export const SORTS = {
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

/** Rows in the order that a pane is looked at in. */
export function sortRows<T>(rows: readonly T[], sorts: readonly Sort<T>[], view: PaneView): readonly T[] {
  const value = sorts[view.sort]?.value ?? (() => 0)
  const result = rows.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)]
    if (a === b) return 0
    if (typeof a === 'number' && typeof b === 'number') return b - a
    return a < b ? -1 : 1
  })
  return view.isReversed ? result.reverse() : result
}
