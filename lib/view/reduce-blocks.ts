import { type BlockHeadline, type BlockSummary, toHeadline } from './block-summary.ts'
import { MAX_SHOWN_BLOCKS } from './limits.ts'
import { appended } from './percentile.ts'

/** A block of a list; an undone one stays where it was. */
export type ShownBlock = BlockHeadline & { readonly isUndone?: true }

/** The newest blocks, in the order in which they came, the newest last. */
export type ShownBlocks = readonly ShownBlock[]

/** A block joined the chain; one that was undone and comes back is shown once. */
export function addBlock(blocks: ShownBlocks, block: BlockSummary): ShownBlocks {
  const others = blocks.some(({ id }) => id === block.id)
    ? blocks.filter(({ id }) => id !== block.id)
    : blocks
  return appended(others, [toHeadline(block)], MAX_SHOWN_BLOCKS)
}

/** A block left the chain. */
export function undoBlock(blocks: ShownBlocks, id: string): ShownBlocks {
  return blocks.map((block) => (block.id === id ? { ...block, isUndone: true } : block))
}

/** The end of the chain; undefined without a block. */
export function headOf(blocks: ShownBlocks): ShownBlock | undefined {
  return blocks.findLast(({ isUndone }) => isUndone !== true)
}
