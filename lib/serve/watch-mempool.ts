import type { TransactionEvent } from '../inventory/track-transactions.ts'
import type { Names } from '../names/names.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { describeOperation } from '../view/summarize-block.ts'
import type { MempoolTotals, PendingLine, ViewEvent } from '../view/view-event.ts'
import { MAX_PENDING, MAX_PENDING_LINES } from './limits.ts'

/** A transaction that waits for its block. */
export interface PendingTransaction {
  readonly transaction: Transaction
  /** Milliseconds since 1970. */
  readonly at: number
}

/** Follows transactions from first sight to their block, and tells what is new in turns. */
export class MempoolWatch {
  readonly #pending = new Map<string, PendingTransaction>()
  readonly #names: Names
  #totals: MempoolTotals = { pending: 0, seen: 0, included: 0, expired: 0 }
  #heard: PendingLine[] = []
  #expired: string[] = []

  constructor(names: Names) {
    this.#names = names
  }

  find(id: string): PendingTransaction | undefined {
    return this.#pending.get(id)
  }

  /** `atMs`: when it happened, in milliseconds since 1970. */
  note(event: TransactionEvent<Transaction>, atMs: number): void {
    const { pending, seen, included, expired } = this.#totals
    if (event.status === 'returned') {
      this.#totals = { pending: pending + 1, seen, included: Math.max(0, included - 1), expired }
      this.#keep(event.id, { transaction: event.transaction, at: atMs })
    } else if (event.status === 'pending') {
      this.#totals = { pending: pending + 1, seen: seen + 1, included, expired }
      this.#keep(event.id, { transaction: event.transaction, at: event.at })
      // Of a flood, some are enough; the totals have all.
      if (this.#heard.length < MAX_PENDING_LINES) this.#heard.push(this.#toLine(event))
    } else if (event.status === 'expired') {
      this.#totals = { pending: pending - 1, seen, included, expired: expired + 1 }
      this.#pending.delete(event.id)
      if (this.#expired.length < MAX_PENDING_LINES) this.#expired.push(event.id)
    } else if (event.pendingForMs !== undefined) {
      this.#totals = { pending: pending - 1, seen, included: included + 1, expired }
    }
  }

  /** How long a transaction waited for a block that came at that time; it waits no more. */
  include(id: string, receivedAt: number): number | undefined {
    const waiting = this.#pending.get(id)
    this.#pending.delete(id)
    return waiting === undefined ? undefined : Math.max(0, Math.round(receivedAt - waiting.at))
  }

  /** What is new since the last time. */
  take(): ViewEvent & { readonly type: 'mempool' } {
    const heard = this.#heard
    const expired = this.#expired
    this.#heard = []
    this.#expired = []
    return { type: 'mempool', totals: this.#totals, heard, expired }
  }

  #keep(id: string, pending: PendingTransaction): void {
    this.#pending.set(id, pending)
    if (this.#pending.size <= MAX_PENDING) return
    const oldest = this.#pending.keys().next().value
    if (oldest !== undefined) this.#pending.delete(oldest)
  }

  #toLine({
    id,
    at,
    transaction,
  }: TransactionEvent<Transaction> & { readonly status: 'pending' }): PendingLine {
    const { operations } = transaction
    const [first] = operations
    const told = first === undefined ? { type: '', text: 'nothing' } : describeOperation(first, this.#names)
    return { id, at: Math.round(at), operations: operations.length, ...told }
  }
}
