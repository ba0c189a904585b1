import { InternalError } from '../errors.ts'
import type { ForkTree, Reason } from './fork-tree.ts'
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
      if (node.number > highest.number && node.place !== 'gone') highest = node
    }
    if (highest === tree.headNode) return
    const branch: TreeNode<Block, State>[] = []
    let fork = highest
    for (; fork.place !== 'chain' && fork.parent !== undefined; fork = fork.parent) branch.push(fork)
    branch.reverse()
    // All are asked for before anything is undone.
    if (!branch.every((node) => isAccepted(tree, node, changes))) continue
    while (tree.headNode !== fork) leaveHead(tree, changes)
    for (const node of branch) {
      const { block, state } = node
      if (block === undefined || state === undefined) continue
      tree.branches.delete(block.id)
      setHead(tree, node, block)
      changes.applied.push(block)
      changes.states.push(state)
    }
    return
  }
}

/** Makes a node, which stands on the head, the head. */
export function setHead<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  node: TreeNode<Block, State>,
  block: Block,
): void {
  node.place = 'chain'
  tree.chain.push(node)
  tree.ids.push(block)
}

/** Makes the block before the head the head; that block is on a branch then. */
function leaveHead<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  changes: Changes<Block, State>,
): void {
  const node = tree.headNode
  const { block, parent } = node
  if (block === undefined || parent === undefined) throw new InternalError('the root cannot be undone')
  // As long as it was in the chain, and alone, that went without saying.
  parent.children ??= [node]
  node.place = 'branch'
  tree.chain.pop()
  tree.ids.pop()
  tree.branches.set(block.id, node)
  undo(block, changes)
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
  if (!node.isAccepted) refuse(tree, node.block, NOT_ACCEPTED, changes)
  return node.isAccepted
}

/** Why a block is refused of which the application says no. */
export const NOT_ACCEPTED: Reason = { code: 'NOT_ACCEPTED', message: 'the application does not accept it' }
