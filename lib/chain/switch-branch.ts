import { type ForkTree, setHead } from './fork-tree.ts'
import { type Changes, refuse } from './prune-tree.ts'
import type { TreeBlock, TreeNode } from './tree-node.ts'

/** Moves to the highest of the blocks that have turned out good, if it is higher than the head. */
export function switchToLongest<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  changes: Changes<Block, State>,
): void {
  for (;;) {
    let highest = tree.headNode
    for (const node of changes.grown) {
      if (node.number > highest.number && tree.nodes.get(node.id) === node) highest = node
    }
    if (highest === tree.headNode) return
    const branch: TreeNode<Block, State>[] = []
    let fork = highest
    for (; !fork.isApplied && fork.parent !== undefined; fork = fork.parent) branch.push(fork)
    branch.reverse()
    // All are asked for before anything is undone.
    if (!branch.every((node) => isAccepted(tree, node, changes))) continue
    for (let node = tree.headNode; node !== fork && node.parent !== undefined; node = node.parent) {
      node.isApplied = false
      tree.heldIds.add(node.id)
      if (node.block !== undefined) undo(node.block, changes)
    }
    for (const node of branch) {
      setHead(tree, node)
      if (node.block === undefined || node.state === undefined) continue
      changes.applied.push(node.block)
      changes.states.push(node.state)
    }
    return
  }
}

/** Takes a block back: one that was applied by this very change has never been told. */
function undo<Block extends TreeBlock, State>(block: Block, changes: Changes<Block, State>): void {
  if (changes.applied.at(-1) === block) {
    changes.applied.pop()
    changes.states.pop()
  } else changes.undone.push(block)
}

function isAccepted<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  node: TreeNode<Block, State>,
  changes: Changes<Block, State>,
): boolean {
  if (node.isAccepted || node.block === undefined) return true
  node.isAccepted = tree.rules.accept(node.block)
  if (!node.isAccepted) {
    refuse(tree, node.block, { code: 'NOT_ACCEPTED', message: 'the application does not accept it' }, changes)
  }
  return node.isAccepted
}
