import type { Names } from '../names/name-book.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { toJson } from '../protocol/json.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { BlockView } from '../protocol/block-view.ts'
import { describeOperation, nameOfWitness } from '../view/summarize-block.ts'
import { MAX_PAGE_TRANSACTIONS } from './limits.ts'

/** An operation on a page: a sentence, and all of it as bitshares-core prints it. */
export interface OperationPage {
  readonly type: string
  readonly text: string
  readonly op: unknown
}

/** A transaction on a page. */
export interface TransactionPage {
  readonly id: string
  /** Seconds since 1970. */
  readonly expiration: number
  readonly operations: readonly OperationPage[]
  /** How many keys signed it. */
  readonly signatures: number
  readonly sizeBytes: number
}

/** Whether a block is on the chain. */
export type Standing = 'applied' | 'irreversible' | 'undone'

/** A block with a part of its transactions. */
export interface BlockPage {
  readonly number: number
  readonly id: string
  readonly previous: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly witness: string
  readonly witnessName?: string
  readonly witnessSignature: string
  readonly standing: Standing
  readonly sizeBytes: number
  readonly receivedAt?: number
  readonly peer?: string
  readonly latencyMs?: number
  readonly transactionCount: number
  /** Where in the block the listed transactions begin. */
  readonly firstTransaction: number
  readonly transactions: readonly TransactionPage[]
  /** Bytes at the end that this version cannot read. */
  readonly unreadBytes?: number
}

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
