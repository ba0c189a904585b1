import type { Cursor } from '../chain/cursor.ts'

/** Pending transactions that are followed at once; above it the oldest is let go without a word. */
export const MAX_TRACKED = 20_000

/**
 * What becomes of a transaction, in order: pending at most once, then included, or expired. When its block is undone it is
 * `returned`, and may be included again in another.
 */
export type TransactionEvent<T> =
  | {
      readonly status: 'pending'
      readonly id: string
      readonly transaction: T
      readonly at: number
      readonly peer: string
    }
  | {
      readonly status: 'included'
      readonly id: string
      readonly transaction: T
      readonly block: Cursor
      /** Milliseconds since it was seen pending, where it was. */
      readonly pendingForMs?: number
    }
  /** The block that included it was undone. */
  | { readonly status: 'returned'; readonly id: string; readonly transaction: T; readonly from: Cursor }
  | { readonly status: 'expired'; readonly id: string }

export interface TrackerState {
  /** When each pending transaction was seen (milliseconds) and when it expires (seconds), oldest first. */
  readonly pending: Map<string, { readonly at: number; readonly expiration: number }>
  /** Lowest expiration among the pending ones that may be due. */
  nextExpiration: number
}

export function createTrackerState(): TrackerState {
  return { pending: new Map(), nextExpiration: Number.POSITIVE_INFINITY }
}

/** A transaction was heard of. Undefined when it is followed already. */
export function trackPending<T extends { readonly id: string; readonly expiration: number }>(
  state: TrackerState,
  transaction: T,
  peer: string,
  at: number,
): TransactionEvent<T> | undefined {
  const { id, expiration } = transaction
  if (state.pending.has(id)) return undefined
  makeRoom(state)
  state.pending.set(id, { at, expiration })
  state.nextExpiration = Math.min(state.nextExpiration, expiration)
  return { status: 'pending', id, transaction, at, peer }
}

/** A block joined the chain: its transactions are included, and what expired before its time is over. */
export function trackBlock<T extends { readonly id: string }>(
  state: TrackerState,
  block: { readonly cursor: Cursor; readonly timestamp: number; readonly transactions: readonly T[] },
  at: number,
): readonly TransactionEvent<T>[] {
  const events: TransactionEvent<T>[] = []
  for (const transaction of block.transactions) {
    const { id } = transaction
    const seen = state.pending.get(id)
    const included = { status: 'included', id, transaction, block: block.cursor } as const
    events.push(seen === undefined ? included : { ...included, pendingForMs: at - seen.at })
    state.pending.delete(id)
  }
  if (block.timestamp > state.nextExpiration) {
    state.nextExpiration = Number.POSITIVE_INFINITY
    for (const [id, { expiration }] of state.pending) {
      if (expiration < block.timestamp) {
        state.pending.delete(id)
        events.push({ status: 'expired', id })
      } else state.nextExpiration = Math.min(state.nextExpiration, expiration)
    }
  }
  return events
}

/** A block was undone: its transactions are in no block any more, the last of them first. They may be included again. */
export function trackUndone<T extends { readonly id: string; readonly expiration: number }>(
  state: TrackerState,
  block: { readonly cursor: Cursor; readonly transactions: readonly T[] },
  at: number,
): readonly TransactionEvent<T>[] {
  return block.transactions.toReversed().map((transaction) => {
    const { id, expiration } = transaction
    makeRoom(state)
    state.pending.set(id, { at, expiration })
    state.nextExpiration = Math.min(state.nextExpiration, expiration)
    return { status: 'returned', id, transaction, from: block.cursor }
  })
}

function makeRoom({ pending }: TrackerState): void {
  if (pending.size < MAX_TRACKED) return
  const oldest = pending.keys().next().value
  if (oldest !== undefined) pending.delete(oldest)
}
