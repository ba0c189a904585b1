import { dropOldest } from './drop-oldest.ts'
import type { PendingFacts, SettledFacts } from './facts.ts'

/** Pending transactions shown; above it the oldest is let go. */
export const MAX_PENDING_ROWS = 5000
/** Transactions shown after they were included or have expired. */
export const MAX_SETTLED_ROWS = 200
/** Times to inclusion that the median is of. */
export const MAX_INCLUSIONS = 500

/** A transaction as the dashboard shows it. */
export interface TransactionRow extends PendingFacts {
  /** When it was heard of: milliseconds since 1970. */
  readonly heardAt: number
  readonly state: 'pending' | 'included' | 'expired'
  /** The block it is in. */
  readonly block: number | undefined
  readonly pendingForMs: number | undefined
}

/** What is known of transactions that came before their block. */
export interface Transactions {
  readonly pending: ReadonlyMap<string, TransactionRow>
  /** The newest last. */
  readonly settled: readonly TransactionRow[]
  /** Milliseconds from hearing of a transaction to its block, the newest last. */
  readonly inclusionsMs: readonly number[]
}

/** None was heard of. */
export const NO_TRANSACTIONS: Transactions = { pending: new Map(), settled: [], inclusionsMs: [] }

/** Transactions were heard of, or their block was undone. */
export function addPending(
  { pending, settled, inclusionsMs }: Transactions,
  added: readonly PendingFacts[],
  at: number,
): Transactions {
  const rows = new Map(pending)
  const ids = new Set(added.map(({ id }) => id))
  for (const facts of added) {
    rows.set(facts.id, { ...facts, heardAt: at, state: 'pending', block: undefined, pendingForMs: undefined })
  }
  dropOldest(rows, MAX_PENDING_ROWS)
  return { pending: rows, settled: settled.filter(({ id }) => !ids.has(id)), inclusionsMs }
}

/** Transactions are in a block, or have expired. */
export function settle(transactions: Transactions, ended: readonly SettledFacts[]): Transactions {
  const pending = new Map(transactions.pending)
  const settled: TransactionRow[] = []
  const inclusionsMs: number[] = []
  for (const { id, block, pendingForMs } of ended) {
    if (block !== undefined && pendingForMs !== undefined) inclusionsMs.push(pendingForMs)
    const row = pending.get(id)
    if (row === undefined) continue
    pending.delete(id)
    settled.push({ ...row, state: block === undefined ? 'expired' : 'included', block, pendingForMs })
  }
  return {
    pending,
    settled: [...transactions.settled, ...settled].slice(-MAX_SETTLED_ROWS),
    inclusionsMs: [...transactions.inclusionsMs, ...inclusionsMs].slice(-MAX_INCLUSIONS),
  }
}

/** The value that so many of a hundred are below, or undefined of none. */
export function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]
}
