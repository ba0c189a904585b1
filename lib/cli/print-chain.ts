import { defer, filter, map, merge, type Observable } from 'rxjs'
import { followEvent } from '../names/follow-event.ts'
import type { NameBook } from '../names/name-book.ts'
import type { ChainEvent } from '../node/chain-event.ts'
import type { Node } from '../node/create-node.ts'
import { type OperationEvent, toOperationEvents } from '../node/operation-event.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { blockLine, describeBlock, describeUndone, undoLine } from './block-lines.ts'
import { describeOperation, describeUndoneOperations, operationLine } from './operation-lines.ts'
import { describeTransaction, transactionLine } from './transaction-lines.ts'
import { wantedTransactions } from './wanted-transactions.ts'

/** What one event prints. */
export interface Printed {
  /** Made when its turn comes: the name book is then as it was for that event, and lines that wait take no memory. */
  lines(this: void): readonly string[]
  /** The number of the block that was applied. */
  readonly number?: number
}

/** What of a chain is printed, and how. */
export interface ChainPrinting {
  readonly format: 'json' | 'pretty'
  /** Operations for which this is true, instead of blocks, and transactions that have one. */
  readonly isWanted: ((operation: Operation) => boolean) | undefined
  readonly withTransactions: boolean
  /** The last block, where there is one. */
  readonly to: number | undefined
  readonly names: NameBook
  /** Whether the book learns from the blocks. */
  readonly followsNames: boolean
}

/** Returns what an event of a chain prints. */
export function chainPrinter(printing: ChainPrinting): (event: ChainEvent) => Printed {
  const { isWanted, names, followsNames } = printing
  const toLines = isWanted === undefined ? blockLines(printing) : operationLines(printing, isWanted)
  return (event) => {
    const lines = (): readonly string[] => {
      if (followsNames) followEvent(names, event)
      return toLines(event)
    }
    return event.type === 'block_applied' ? { lines, number: event.block.number } : { lines }
  }
}

/** What a node's chain prints, in the order of its events. */
export function printChain(
  node: Pick<Node, 'chain$' | 'trx$'>,
  printing: ChainPrinting,
): Observable<Printed> {
  const { format, isWanted, names, to } = printing
  const chain$ = node.chain$.pipe(
    filter(({ type }) => type !== 'block_irreversible'),
    map(chainPrinter(printing)),
  )
  if (!printing.withTransactions) return chain$
  const toLine = format === 'pretty' ? describeTransaction : transactionLine
  // Before the blocks, so that what a block includes is told before the block itself.
  const transaction$ = defer(() =>
    node.trx$.pipe(
      filter(isWanted === undefined ? () => true : wantedTransactions(isWanted)),
      filter((event) => event.status !== 'included' || to === undefined || event.block.number <= to),
      map((event): Printed => ({ lines: () => [toLine(event, names)] })),
    ),
  )
  return merge(transaction$, chain$)
}

type ToLines = (event: ChainEvent) => readonly string[]

function blockLines({ format, names }: ChainPrinting): ToLines {
  const [applied, undone] = format === 'pretty' ? [describeBlock, describeUndone] : [blockLine, undoLine]
  return ({ type, block }) => [(type === 'block_undone' ? undone : applied)(block, names)]
}

function operationLines(
  { format, names }: ChainPrinting,
  isWanted: (operation: Operation) => boolean,
): ToLines {
  const toLine = format === 'pretty' ? describeOperation : operationLine
  return ({ type, block }) => {
    const events = toOperationEvents(block).filter(({ operation }: OperationEvent) => isWanted(operation))
    if (type === 'block_applied') return events.map((event) => toLine(event, names))
    // A block of which nothing was told is not taken back either.
    if (events.length === 0) return []
    return [format === 'pretty' ? describeUndoneOperations(block, events.length) : undoLine(block)]
  }
}
