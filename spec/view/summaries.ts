import type { BlockSummary, MissedSlot } from '../../lib/view/block-summary.ts'
import type { ViewEvent } from '../../lib/view/view-event.ts'
import { blockId } from '../support/blocks.ts'

const START = 1_700_000_040

/** A block of so many transfers, made by witness 1.6.(number % 7 + 1). */
export function summaryOf(number: number, members: Partial<BlockSummary> = {}, branch = 'a'): BlockSummary {
  const { operationCount = 2 } = members
  return {
    number,
    id: blockId(number, branch),
    previous: number === 1 ? '0'.repeat(40) : blockId(number - 1, 'a'),
    timestamp: START + number * 3,
    witness: `1.6.${(number % 7) + 1}`,
    transactionCount: operationCount,
    operationCount,
    sizeBytes: 500,
    receivedAt: (START + number * 3) * 1000 + 100,
    peer: '127.0.0.1:1776',
    types: { transfer: operationCount },
    missedBefore: [],
    transactions: [],
    operations: Array.from({ length: operationCount }, (_, index) => ({
      place: [index, 0] as const,
      type: 'transfer',
      text: `transfer ${index} of ${number}`,
      transactionId: `${number}.${index}`.padStart(40, '0'),
    })),
    orders: [],
    ...members,
  }
}

export function blockEvent(
  number: number,
  members?: Partial<BlockSummary>,
  branch?: string,
): ViewEvent & { readonly type: 'block' } {
  return { type: 'block', block: summaryOf(number, members, branch) }
}

export function undoEvent(number: number, branch = 'a'): ViewEvent & { readonly type: 'undo' } {
  return { type: 'undo', number, id: blockId(number, branch), previous: blockId(number - 1) }
}

export function missed(timestamp: number, witness = '1.6.9'): MissedSlot {
  return { timestamp, witness }
}
