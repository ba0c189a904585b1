import { MAX_TRACKED, type TransactionEvent } from '../inventory/track-transactions.ts'
import type { Operation } from '../protocol/generated/types.ts'
import type { Transaction } from '../protocol/transaction.ts'

/**
 * Returns what tells of each event of `trx$` in turn whether it is about a transaction with a wanted operation. Of one that
 * expires the operations are not told any more: it is wanted if it was before.
 */
export function wantedTransactions(
  isWanted: (operation: Operation) => boolean,
): (event: TransactionEvent<Transaction>) => boolean {
  const open = new Set<string>()
  return (event) => {
    const { id, status } = event
    if (status === 'expired') return open.delete(id)
    if (!event.transaction.operations.some(isWanted)) return false
    open.delete(id)
    if (status === 'included') return true
    open.add(id)
    const [oldest] = open
    if (open.size > MAX_TRACKED && oldest !== undefined) open.delete(oldest)
    return true
  }
}
