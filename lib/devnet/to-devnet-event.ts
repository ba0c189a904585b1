import type { ObjectId } from '../protocol/object-id.ts'
import type { BranchIndex, ChainEvent } from './chain-event.ts'
import type { DevnetBlock, DevnetEvent } from './devnet.ts'
import type { DevnetNodeEvent } from './node-event.ts'
import { rawOf, type ServedBlock } from './served-block.ts'

/** What happens on the chain, as users are told of it. */
export function toDevnetEvent(event: ChainEvent): DevnetEvent {
  switch (event.type) {
    case 'block':
      return { type: 'blockMade', block: toDevnetBlock(event.block, event.branch) }
    case 'transaction': {
      const { id, hash } = event.transaction
      return { type: 'transactionMade', id, hash }
    }
    case 'forked':
      return event
    case 'joined': {
      const { type, winner, undone, applied } = event
      const loser = winner === 0 ? 1 : 0
      return {
        type,
        winner,
        undone: undone.map((block) => toDevnetBlock(block, loser)),
        applied: applied.map(({ block }) => toDevnetBlock(block, winner)),
      }
    }
  }
}

/** A block as users see it. */
export function toDevnetBlock(block: ServedBlock, branch?: BranchIndex): DevnetBlock {
  const { number, id, previous, timestamp, witness, transactions } = block
  return {
    number,
    id,
    previous,
    timestamp,
    witness: `1.6.${witness}` as ObjectId<1, 6>,
    transactions,
    raw: rawOf(block),
    branch,
  }
}

/** Whether an event is about one of the nodes. */
export function isNodeEvent(event: DevnetEvent): event is DevnetNodeEvent {
  return 'node' in event
}
