import { describe } from '../names/describe.ts'
import type { Names } from '../names/names.ts'
import type { Block } from '../node/block.ts'
import type { OperationEvent } from '../node/operation-event.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { toJson } from '../protocol/json.ts'

/** `#90000000.12.0 ` */
const PLACE_WIDTH = 16
/** Most types are shorter. */
const TYPE_WIDTH = 26
/** Of a transaction as many operations are told. */
const TOLD = 2

/** An operation and where it stands, as JSON. */
export function operationLine(event: OperationEvent): string {
  return JSON.stringify({
    block_num: event.block.number,
    trx_id: event.transactionId,
    trx_index: event.transactionIndex,
    op_index: event.operationIndex,
    op: toJson('operation', event.operation),
  })
}

/** The same for people: what it does, with names. */
export function describeOperation(event: OperationEvent, names: Names): string {
  const { operation, block, transactionIndex, operationIndex } = event
  const place = `#${block.number}.${transactionIndex}.${operationIndex}`
  return `${place.padEnd(PLACE_WIDTH)} ${operation.type.padEnd(TYPE_WIDTH)} ${describe(operation, names)}`
}

/** That a block was taken back, and so many of the operations that were told with it. */
export function describeUndoneOperations({ number, id }: Block, count: number): string {
  const what = count === 1 ? 'the operation of it above is' : `the ${count} operations of it above are`
  return `${`undone #${number}`.padEnd(PLACE_WIDTH)} ${what} not on the chain any more; block ${id}`
}

/** What some operations do in turn; of many the first. */
export function describeOperations(operations: readonly Operation[], names: Names): string {
  const told = operations.slice(0, TOLD).map((operation) => describe(operation, names))
  if (operations.length > TOLD) told.push(`and ${operations.length - TOLD} more`)
  return told.join('; ')
}
