import type { BlockSummary } from './block-summary.ts'
import { MAX_TRACED_TRANSACTIONS, MAX_WAITS } from './limits.ts'
import { appended } from './percentile.ts'
import type { MempoolTotals, PendingLine, ViewEvent } from './view-event.ts'

/** A transaction on its way into a block. */
export interface TracedTransaction extends PendingLine {
  readonly state: 'pending' | 'included' | 'expired'
  /** The block that has it. */
  readonly number?: number
  readonly waitMs?: number
}

/** From first sight to inclusion. */
export interface Mempool {
  readonly totals: MempoolTotals
  /** The newest last. */
  readonly traced: readonly TracedTransaction[]
  /** Milliseconds that transactions waited for their block, the newest last. */
  readonly waitsMs: readonly number[]
}

export const EMPTY_MEMPOOL: Mempool = {
  totals: { pending: 0, seen: 0, included: 0, expired: 0 },
  traced: [],
  waitsMs: [],
}

export function hearTransactions(
  mempool: Mempool,
  { totals, heard, expired }: Extract<ViewEvent, { readonly type: 'mempool' }>,
): Mempool {
  const over = new Set(expired)
  const traced =
    over.size === 0
      ? mempool.traced
      : mempool.traced.map((each) => (over.has(each.id) ? { ...each, state: 'expired' as const } : each))
  const known = new Set(traced.map(({ id }) => id))
  const news = heard
    .filter(({ id }) => !known.has(id))
    .map((line): TracedTransaction => ({ ...line, state: 'pending' }))
  return { ...mempool, totals, traced: appended(traced, news, MAX_TRACED_TRANSACTIONS) }
}

export function includeTransactions(mempool: Mempool, { number, transactions }: BlockSummary): Mempool {
  const waitOf = new Map(transactions.map(({ id, waitMs }) => [id, waitMs] as const))
  const waits = transactions.flatMap(({ waitMs }) => (waitMs === undefined ? [] : [waitMs]))
  return {
    ...mempool,
    traced: mempool.traced.map((each) => {
      if (!waitOf.has(each.id)) return each
      const waitMs = waitOf.get(each.id)
      return { ...each, state: 'included', number, ...(waitMs !== undefined && { waitMs }) }
    }),
    waitsMs: appended(mempool.waitsMs, waits, MAX_WAITS),
  }
}

/** Their block left the chain: they wait again. */
export function returnTransactions(mempool: Mempool, number: number): Mempool {
  return {
    ...mempool,
    traced: mempool.traced.map(({ number: block, waitMs, ...line }) =>
      block === number
        ? { ...line, state: 'pending' }
        : { ...line, ...(block !== undefined && { number: block }), ...(waitMs !== undefined && { waitMs }) },
    ),
  }
}
