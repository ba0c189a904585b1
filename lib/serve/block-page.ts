import type { Names } from '../names/names.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { toJson } from '../protocol/json.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { BlockView } from '../protocol/block-view.ts'
import type { BlockPage, OperationPage, Standing, TransactionPage } from '../view/page-types.ts'
import { describeOperation, nameOfWitness } from '../view/summarize-block.ts'
import { MAX_PAGE_TRANSACTIONS } from './limits.ts'

/** What is known of a block beside its bytes. */
export interface BlockFacts {
  readonly standing: Standing
  readonly receivedAt?: number | undefined
  readonly peer?: string | undefined
  readonly latencyMs?: number | undefined
}

/** A block with the transactions from `first` on, as many as a page has. */
export function toBlockPage(block: BlockView, facts: BlockFacts, names: Names, first: number): BlockPage {
  const { standing, receivedAt, peer, latencyMs } = facts
  const { witness } = block
  const witnessName = nameOfWitness(witness, names)
  return {
    number: block.number,
    id: block.id,
    previous: block.previous,
    timestamp: block.timestamp,
    witness,
    ...(witnessName !== undefined && { witnessName }),
    witnessSignature: block.witness_signature,
    standing,
    sizeBytes: block.raw.length,
    ...(receivedAt !== undefined && { receivedAt }),
    ...(peer !== undefined && { peer }),
    ...(latencyMs !== undefined && { latencyMs }),
    transactionCount: block.transactions.length,
    firstTransaction: first,
    transactions: block.transactions
      .slice(first, first + MAX_PAGE_TRANSACTIONS)
      .map((transaction) => toTransactionPage(transaction, names)),
    ...(block.opaque !== undefined && { unreadBytes: block.opaque.length }),
  }
}

export function toTransactionPage(transaction: Transaction, names: Names): TransactionPage {
  return {
    id: transaction.id,
    expiration: transaction.expiration,
    operations: transaction.operations.map((operation) => toOperationPage(operation, names)),
    signatures: transaction.signatures.length,
    sizeBytes: transaction.raw.length,
  }
}

function toOperationPage(operation: Operation, names: Names): OperationPage {
  return { ...describeOperation(operation, names), op: toJson('operation', operation) }
}
