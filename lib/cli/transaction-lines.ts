import type { TransactionEvent } from '../inventory/track-transactions.ts'
import type { Names } from '../names/names.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { describeOperations } from './operation-lines.ts'

const STATE_WIDTH = 20

/** What became of a transaction, as JSON. */
export function transactionLine(event: TransactionEvent<Transaction>): string {
  const { id, status } = event
  switch (event.status) {
    case 'pending':
      return JSON.stringify({ trx_id: id, status, peer: event.peer })
    case 'included': {
      const { block, pendingForMs } = event
      const pendingMs = pendingForMs === undefined ? {} : { pending_ms: Math.round(pendingForMs) }
      return JSON.stringify({ trx_id: id, status, block_num: block.number, block_id: block.id, ...pendingMs })
    }
    case 'returned':
      return JSON.stringify({ trx_id: id, status, block_num: event.from.number, block_id: event.from.id })
    case 'expired':
      return JSON.stringify({ trx_id: id, status })
  }
}

/** The same for people: what it does when it is heard of, then where it went. */
export function describeTransaction(event: TransactionEvent<Transaction>, names: Names): string {
  const line = (state: string, rest = ''): string =>
    `${state.padEnd(STATE_WIDTH)} ${event.id}  ${rest}`.trimEnd()
  switch (event.status) {
    case 'pending':
      return line('pending', describeOperations(event.transaction.operations, names))
    case 'included': {
      const { block, pendingForMs } = event
      return line(
        `in #${block.number}`,
        pendingForMs === undefined ? '' : `after ${Math.round(pendingForMs)} ms`,
      )
    }
    case 'returned':
      return line(`returned by #${event.from.number}`, 'its block was undone')
    case 'expired':
      return line('expired')
  }
}
