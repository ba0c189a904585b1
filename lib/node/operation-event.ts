import type { Operation, OperationResult } from '../protocol/generated/types.ts'
import { toJson } from '../protocol/json.ts'
import type { Block } from './block.ts'

/** One operation of a block, with everything that says where it stands. */
export interface OperationEvent {
  readonly operation: Operation
  readonly block: Block
  readonly transactionIndex: number
  readonly operationIndex: number
  readonly transactionId: string
  /** Where the block carries results: those of producers before 6.0.0. */
  readonly result?: OperationResult
}

/** The operations of a block in chain order. */
export function toOperationEvents(block: Block): readonly OperationEvent[] {
  return block.transactions.flatMap((transaction, transactionIndex) => {
    const { operations, operation_results: results } = transaction
    return operations.map((operation, operationIndex): OperationEvent => {
      const result = results[operationIndex]
      const place = {
        operation,
        block,
        transactionIndex,
        operationIndex,
        // The id costs a digest: it is made when it is read.
        get transactionId() {
          return transaction.id
        },
      }
      return result === undefined ? place : Object.assign(place, { result })
    })
  })
}

/** Whether an object id (`1.2.17`) stands anywhere in an operation, nested ones of proposals included. */
export function mentions(operation: Operation, id: string): boolean {
  return holds(toJson('operation', operation), id)
}

function holds(json: unknown, id: string): boolean {
  if (typeof json === 'string') return json === id
  if (typeof json !== 'object' || json === null) return false
  return Object.values(json).some((value) => holds(value, id))
}
