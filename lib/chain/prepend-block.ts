import type { ForkTree } from './fork-tree.ts'
import { createRoot, type TreeBlock } from './tree-node.ts'

/**
 * Puts the block of the root into the tree, and what it names as its predecessor below it as the new root, with the state
 * there. A tree that began in the middle of a chain can then undo that block: there is a branch that parts below it.
 *
 * The block has to be the one the root is called after. Number and time of the new root are all that is known of it.
 */
export function prependBlock<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  stateBefore: State,
): void {
  const { root } = tree
  const below = createRoot<Block, State>(root.number - 1, stateBefore)
  root.block = block
  root.parent = below
  tree.chain.unshift(below)
  tree.ids.unshift(block.previous)
  tree.sizeBytes += block.sizeBytes
  tree.sweptAt = Math.min(tree.sweptAt, below.number)
  // What parted from the chain too far down may be in its place now, and what was built on it.
  for (const [refused, { code }] of tree.refused) {
    if (code === 'BELOW_IRREVERSIBLE' || code === 'ANCESTOR_REFUSED') tree.refused.delete(refused)
  }
}
