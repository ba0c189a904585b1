import { toMessageHash } from '../protocol/identities.ts'
import { viewBlock } from '../protocol/block-view.ts'
import type { BlockSource, PendingTransaction } from './block-source.ts'
import { shareOfInterval } from './share-of-interval.ts'
import { rawOf, type ServedBlock } from './served-block.ts'

/** A recorded chain, one block after the other. The transactions of a block become known before it. */
export function replayChain(blocks: readonly ServedBlock[]): BlockSource {
  const [first] = blocks
  let made = 0
  const last = (): ServedBlock | undefined => blocks[made - 1]
  return {
    get head() {
      const { number, id } = last() ?? { number: (first?.number ?? 1) - 1, id: first?.previous ?? '' }
      return { number, id }
    },
    get headSeconds() {
      return last()?.timestamp ?? first?.timestamp ?? 0
    },
    get nextSeconds() {
      return blocks[made]?.timestamp
    },
    pending() {
      const block = blocks[made]
      return block === undefined ? [] : transactionsOf(block)
    },
    next() {
      made += 1
      return last() as ServedBlock
    },
  }
}

/** The transactions as they were before they were in the block: without the results, which is a count of zero at the end. */
function transactionsOf(block: ServedBlock): readonly PendingTransaction[] {
  const { transactions } = viewBlock(rawOf(block), { copy: false })
  return transactions
    .filter(({ operation_results }) => operation_results.length === 0)
    .map(({ id, raw }, index, { length }) => {
      const payload = raw.subarray(0, raw.length - 1)
      return { id, payload, hash: toMessageHash(payload), at: shareOfInterval(index, length) }
    })
}
