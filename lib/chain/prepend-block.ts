import type { ForkTree } from './fork-tree.ts'
import type { TreeBlock, TreeNode } from './tree-node.ts'

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
  const number = root.number - 1
  const id = block.previous
  const below: TreeNode<Block, State> = {
    number,
    id,
    timestamp: 0,
    block: undefined,
    parent: undefined,
    children: [root],
    state: stateBefore,
    isApplied: true,
    isAccepted: true,
  }
  root.block = block
  root.parent = below
  tree.root = below
  tree.sizeBytes += block.raw.length
  tree.nodes.set(id, below)
  tree.recent[number % tree.recent.length] = id
  tree.oldest = Math.min(tree.oldest, number)
  tree.sweptAt = Math.min(tree.sweptAt, number)
}
