import { cleanText } from '../names/clean-text.ts'
import { describe } from '../names/describe.ts'
import type { Names } from '../names/names.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { toJson } from '../protocol/json.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { BlockSummary, MissedSlot, OperationLine, OrderLine, TransactionLine } from './block-summary.ts'
import { MAX_LINE_LENGTH, MAX_LISTED_OPERATIONS, MAX_LISTED_TRANSACTIONS, MAX_TOLD_MISSES } from './limits.ts'
import { toOrder } from './to-orders.ts'

/** What a summary needs of a block; every block of ours has it. */
export interface SummarizedBlock {
  readonly number: number
  readonly id: string
  readonly previous: string
  readonly timestamp: number
  readonly witness: ObjectId<1, 6>
  readonly raw: Uint8Array
  readonly transactions: readonly { readonly id: string; readonly operations: readonly Operation[] }[]
}

/** What is known of a block besides its bytes. */
export interface Circumstances {
  readonly names?: Names | undefined
  readonly receivedAt: number
  readonly peer?: string | undefined
  readonly latencyMs?: number | undefined
  readonly missedBefore?: readonly MissedSlot[]
  /** How long a transaction waited, where it was seen before. */
  readonly waitOf?: (transactionId: string) => number | undefined
  /** Which operations are told one by one; default: all. Figures and orders are of all of them. */
  readonly isWanted?: (operation: Operation) => boolean
  /** Whether lines carry the operation as bitshares-core prints it; default false. */
  readonly withJson?: boolean
}

/** A block as plain data, with a sentence about each of its operations. */
export function summarizeBlock(block: SummarizedBlock, circumstances: Circumstances): BlockSummary {
  const { names, receivedAt, peer, latencyMs, missedBefore = [], waitOf } = circumstances
  const types: Record<string, number> = {}
  const transactions: TransactionLine[] = []
  const operations: OperationLine[] = []
  const orders: OrderLine[] = []
  let operationCount = 0
  for (const [index, transaction] of block.transactions.entries()) {
    operationCount += transaction.operations.length
    if (transactions.length < MAX_LISTED_TRANSACTIONS) {
      const waitMs = waitOf?.(transaction.id)
      const line = { id: transaction.id, operations: transaction.operations.length }
      transactions.push(waitMs === undefined ? line : { ...line, waitMs })
    }
    for (const [place, operation] of transaction.operations.entries()) {
      types[operation.type] = (types[operation.type] ?? 0) + 1
      if (orders.length < MAX_LISTED_OPERATIONS) {
        const order = toOrder(operation, transaction.id, names)
        if (order !== undefined) orders.push(order)
      }
      if (operations.length >= MAX_LISTED_OPERATIONS || circumstances.isWanted?.(operation) === false)
        continue
      const line = describeOperation(operation, names)
      operations.push({
        place: [index, place],
        ...line,
        transactionId: transaction.id,
        ...(circumstances.withJson === true && { op: toJson('operation', operation) }),
      })
    }
  }
  const witnessName = nameOfWitness(block.witness, names)
  return {
    number: block.number,
    id: block.id,
    previous: block.previous,
    timestamp: block.timestamp,
    witness: block.witness,
    ...(witnessName !== undefined && { witnessName }),
    transactionCount: block.transactions.length,
    operationCount,
    sizeBytes: block.raw.length,
    receivedAt,
    ...(peer !== undefined && { peer }),
    ...(latencyMs !== undefined && { latencyMs }),
    types,
    missedBefore: missedBefore.slice(-MAX_TOLD_MISSES),
    transactions,
    operations,
    orders,
  }
}

/** The sentence about an operation, no longer than a line of a feed may be. */
export function describeOperation(
  operation: Operation,
  names: Names | undefined,
): { readonly type: string; readonly text: string } {
  return { type: operation.type, text: cleanText(describe(operation, names), MAX_LINE_LENGTH) }
}

/** What the account of a witness is called. */
export function nameOfWitness(witness: ObjectId<1, 6>, names: Names | undefined): string | undefined {
  const account = names?.witness(witness)
  return account === undefined ? undefined : names?.account(account)
}
