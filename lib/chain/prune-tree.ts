import type { BlockId } from './cursor.ts'
import type { Dropped, ForkTree, Reason, TreeChange } from './fork-tree.ts'
import { releaseBlocks } from './held-blocks.ts'
import { subtreeOf, type TreeBlock, type TreeNode } from './tree-node.ts'

/** What one call has changed so far. */
export interface Changes<Block extends TreeBlock, State> extends TreeChange<Block, State> {
  readonly undone: Block[]
  readonly applied: Block[]
  readonly states: State[]
  readonly irreversible: Block[]
  readonly released: Block[]
  readonly dropped: Dropped<Block>[]
  /** Nodes that are new, in the order they came. */
  readonly linked: TreeNode<Block, State>[]
  /** Nodes that have a state now. */
  readonly grown: TreeNode<Block, State>[]
  /** Doubted nodes above which something is new. */
  readonly touched: TreeNode<Block, State>[]
}

export function createChanges<Block extends TreeBlock, State>(): Changes<Block, State> {
  return {
    undone: [],
    applied: [],
    states: [],
    irreversible: [],
    released: [],
    dropped: [],
    linked: [],
    grown: [],
    touched: [],
  }
}

const ANCESTOR_REFUSED: Reason = { code: 'ANCESTOR_REFUSED', message: 'a block below it was refused' }
const NO_ROOM: Reason = { code: 'NO_ROOM', message: 'there is no room for it' }

/** Throws out a block, whether it is in the tree or not, with all that stand on it or wait for it, and remembers that. */
export function refuse<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  reason: Reason,
  changes: Changes<Block, State>,
): void {
  const { id } = block
  const node = tree.branches.get(id)
  if (node !== undefined) removeSubtree(tree, node, reason, changes)
  else {
    remember(tree, id, reason)
    dropWaiting(tree, id, changes)
  }
}

/** Whether there is room for one more block. */
export function hasRoom<Block extends TreeBlock>(tree: ForkTree<Block, unknown>, block: Block): boolean {
  const { maxBlocks, maxBytes } = tree.limits
  return tree.blockCount < maxBlocks && tree.sizeBytes + block.sizeBytes <= maxBytes
}

/**
 * Makes room for a block above `parent`: the lowest tips of branches go first, then the chain's lowest blocks, which can
 * then not be undone any more. False if the block is not worth that.
 */
export function makeRoom<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  parent: TreeNode<Block, State>,
  changes: Changes<Block, State>,
): boolean {
  while (!hasRoom(tree, block)) {
    const continuesChain = parent === tree.headNode
    const tip = lowestTip(tree, parent)
    if (tip !== undefined && tip.number < block.number + Number(continuesChain)) {
      if (tip.block !== undefined) changes.dropped.push({ block: tip.block, reason: NO_ROOM })
      removeNode(tree, tip)
      detach(tip)
    } else if (continuesChain && tree.root !== tree.headNode) moveRoot(tree, changes.released, changes)
    else return false
  }
  return true
}

/** Makes the chain's next block the root: it cannot be undone any more, and branches that part below it are dead. */
export function moveRoot<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  passed: Block[],
  changes: Changes<Block, State>,
): void {
  const { root } = tree
  const next = tree.chain.at(root.number + 1)
  if (next?.block === undefined) return
  if (root.children !== undefined) {
    const message = `it parts from the chain below block ${next.number}, which cannot be undone`
    for (const child of [...root.children]) {
      if (child !== next) removeSubtree(tree, child, { code: 'BELOW_IRREVERSIBLE', message }, changes)
    }
    // Were it left here, the garbage collector would take it for older than it is, and with it all that comes after.
    root.children = undefined
  }
  root.place = 'gone'
  tree.chain.shift()
  tree.sizeBytes -= next.block.sizeBytes
  passed.push(next.block)
  next.block = undefined
  next.parent = undefined
}

/** Moves the root up to what is irreversible by the state of the head. */
export function passIrreversible<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  changes: Changes<Block, State>,
): void {
  const { state, number } = tree.headNode
  const irreversible = state === undefined ? undefined : tree.rules.irreversible(state)
  const target = Math.min(irreversible ?? 0, number)
  while (tree.root.number < target) moveRoot(tree, changes.irreversible, changes)
}

function lowestTip<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  except: TreeNode<Block, State>,
): TreeNode<Block, State> | undefined {
  let lowest: TreeNode<Block, State> | undefined
  for (const node of tree.branches.values()) {
    if ((node.children?.length ?? 0) > 0 || node === except) continue
    const isLower = lowest === undefined || node.number < lowest.number
    if (isLower || (node.number === lowest?.number && node.order < lowest.order)) lowest = node
  }
  return lowest
}

function removeSubtree<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  top: TreeNode<Block, State>,
  reason: Reason,
  changes: Changes<Block, State>,
): void {
  detach(top)
  for (const node of subtreeOf(top)) {
    // What was doubted and came to nothing was bad for that reason.
    const why = tree.doubted.get(node) ?? (node === top ? reason : ANCESTOR_REFUSED)
    const { block } = node
    if (block === undefined) continue
    const { id } = block
    changes.dropped.push({ block, reason: why })
    removeNode(tree, node)
    remember(tree, id, why)
    dropWaiting(tree, id, changes)
  }
}

/** Takes a node of a branch out. */
function removeNode<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  node: TreeNode<Block, State>,
): void {
  node.place = 'gone'
  tree.doubted.delete(node)
  if (node.block === undefined) return
  tree.branches.delete(node.block.id)
  tree.sizeBytes -= node.block.sizeBytes
}

function detach(node: TreeNode<TreeBlock, unknown>): void {
  const siblings = node.parent?.children
  siblings?.splice(siblings.indexOf(node), 1)
}

/** Throws out the blocks that wait for one that will not come. */
function dropWaiting<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  id: BlockId,
  changes: Changes<Block, State>,
): void {
  const ids = [id]
  for (let next = ids.pop(); next !== undefined && tree.held.ids.size > 0; next = ids.pop()) {
    for (const block of releaseBlocks(tree.held, next)) {
      changes.dropped.push({ block, reason: ANCESTOR_REFUSED })
      remember(tree, block.id, ANCESTOR_REFUSED)
      ids.push(block.id)
    }
  }
}

function remember<Block extends TreeBlock>(
  tree: ForkTree<Block, unknown>,
  id: BlockId,
  reason: Reason,
): void {
  tree.refused.set(id, reason)
  if (tree.refused.size <= tree.limits.maxRefusedIds) return
  const [oldest] = tree.refused.keys()
  if (oldest !== undefined) tree.refused.delete(oldest)
}
