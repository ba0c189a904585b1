import type { BlockId } from './cursor.ts'
import {
  type Added,
  type ForkTree,
  idInChain,
  type Reason,
  type TreeChange,
  type TreeOutcome,
} from './fork-tree.ts'
import { dropBlocks, holdBlock, releaseBlocks } from './held-blocks.ts'
import { type Changes, createChanges, makeRoom, moveRoot, refuse } from './prune-tree.ts'
import { switchToLongest } from './switch-branch.ts'
import { blocksAbove, type TreeBlock, type TreeNode } from './tree-node.ts'

/** Held blocks are looked through for useless ones when the root has moved so far. */
const SWEEP_STEP = 64

/**
 * Offers a block to the tree and returns what became of it, and how the chain changed.
 *
 * The longest branch of good blocks is the chain; one of equal length changes nothing (`fork_database.cpp`, `_push_block`,
 * and `db_block.cpp`, `_push_block`). Core finds out that a branch is bad while it switches to it, and switches back. Here
 * every block is checked before, against the state of its own branch, so that nothing is undone for a branch that does not
 * hold; the chain comes out the same.
 */
export function addBlock<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
): Added<Block, State> {
  const { id, number } = block
  const changes = createChanges<Block, State>()
  if (tree.nodes.has(id) || idInChain(tree, number) === id || number < tree.oldest)
    return toAdded(changes, 'known')
  if (tree.held.ids.has(id)) return toAdded(changes, 'held')
  // Nearly always it follows the head, which can be told without making a text of its `previous`.
  const parent = block.follows(tree.head.id) ? tree.headNode : tree.nodes.get(block.previous)
  const reason = tree.refused.get(id) ?? whyImpossible(tree, block, parent)
  if (reason !== undefined) {
    refuse(tree, block, reason, changes)
    return toAdded(changes, 'refused', reason)
  }
  if (parent === undefined) {
    const isHeld = holdBlock(tree.held, block, tree.limits.maxHeldBlocks, tree.limits.maxHeldBytes)
    if (isHeld) tree.heldIds.add(id)
    return toAdded(changes, isHeld ? 'held' : 'full')
  }
  if (!makeRoom(tree, block, parent, changes)) return toAdded(changes, 'full')
  link(tree, block, parent, changes)
  finish(tree, changes)
  return outcomeOf(tree, id, changes)
}

/** Checks all doubted blocks again, for a reason that is not in the tree: one more peer has told of a block. */
export function retryDoubted<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
): TreeChange<Block, State> {
  const changes = createChanges<Block, State>()
  changes.touched.push(...tree.doubted.keys())
  finish(tree, changes)
  return changes
}

/** Ids of the blocks that held ones wait for and that are not here: the ancestors to ask for. */
export function awaitedIds(tree: ForkTree<TreeBlock, unknown>): readonly BlockId[] {
  return [...tree.held.byPrevious.keys()].filter((id) => !tree.held.ids.has(id))
}

/** Lets go of waiting blocks for which `isUseless` holds, as when they have waited for too long. */
export function dropHeld<Block extends TreeBlock>(
  tree: ForkTree<Block, unknown>,
  isUseless: (block: Block) => boolean,
): readonly Block[] {
  const dropped = dropBlocks(tree.held, isUseless)
  for (const { id } of dropped) tree.heldIds.delete(id)
  return dropped
}

function whyImpossible<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  parent: TreeNode<Block, State> | undefined,
): Reason | undefined {
  const { number } = block
  if (parent !== undefined) {
    if (number === parent.number + 1) return undefined
    return {
      code: 'BAD_NUMBER',
      message: `block ${number} names block ${parent.number} as the one before it`,
    }
  }
  if (tree.refused.has(block.previous))
    return { code: 'ANCESTOR_REFUSED', message: 'the block before it was refused' }
  if (number > tree.root.number + 1) return undefined
  return {
    code: 'BELOW_IRREVERSIBLE',
    message: `block ${number} parts from the chain below block ${tree.root.number}, which cannot be undone`,
  }
}

/** Checks a block and puts it above its parent. */
function link<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  parent: TreeNode<Block, State>,
  changes: Changes<Block, State>,
): void {
  const { id, number, timestamp } = block
  const check = parent.state === undefined ? undefined : tree.rules.check(block, parent.state, noneBuilt)
  if (check?.verdict === 'refused') {
    refuse(tree, block, check.reason, changes)
    return
  }
  const state = check?.verdict === 'ok' ? check.state : undefined
  const node = {
    number,
    id,
    timestamp,
    block,
    parent,
    children: [],
    state,
    isApplied: false,
    isAccepted: false,
  }
  parent.children.push(node)
  tree.nodes.set(id, node)
  tree.heldIds.add(id)
  tree.sizeBytes += block.raw.length
  if (check?.verdict === 'ok') changes.grown.push(node)
  else if (check !== undefined) tree.doubted.set(node, check.reason)
  else {
    const below = doubtedBelow(tree, parent)
    if (!changes.touched.includes(below)) changes.touched.push(below)
  }
  changes.linked.push(node)
}

const noneBuilt = (): readonly never[] => []

/** Does all that follows from what was linked: adopts blocks that waited, checks doubted ones again, moves the head. */
function finish<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  changes: Changes<Block, State>,
): void {
  if (tree.held.ids.size > 0) adoptHeld(tree, changes)
  for (const node of changes.touched) checkAgain(tree, node, changes)
  switchToLongest(tree, changes)
  const { state } = tree.headNode
  const irreversible = state === undefined ? undefined : tree.rules.irreversible(state)
  const target = Math.min(irreversible ?? 0, tree.head.number)
  while (tree.root.number < target) moveRoot(tree, changes.irreversible, changes)
  if (tree.root.number - tree.sweptAt >= SWEEP_STEP && tree.held.ids.size > 0) {
    tree.sweptAt = tree.root.number
    const isBelow = (block: Block): boolean => whyImpossible(tree, block, undefined) !== undefined
    for (const block of dropHeld(tree, isBelow)) {
      changes.dropped.push({
        block,
        reason: { code: 'BELOW_IRREVERSIBLE', message: 'the chain has passed it' },
      })
    }
  }
}

function adoptHeld<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  changes: Changes<Block, State>,
): void {
  for (let index = 0; index < changes.linked.length; index += 1) {
    const parent = changes.linked[index] as TreeNode<Block, State>
    // It may have had to make room for another.
    if (tree.nodes.get(parent.id) !== parent) continue
    // Where it continues the chain it has the right to make room at the other end.
    if (parent.parent === tree.headNode && tree.held.byPrevious.has(parent.id)) switchToLongest(tree, changes)
    for (const block of releaseBlocks(tree.held, parent.id)) {
      tree.heldIds.delete(block.id)
      if (makeRoom(tree, block, parent, changes)) link(tree, block, parent, changes)
      else changes.dropped.push({ block, reason: { code: 'NO_ROOM', message: 'there is no room for it' } })
    }
  }
}

/** The doubted block that a node without a state stands on. */
function doubtedBelow<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  node: TreeNode<Block, State>,
): TreeNode<Block, State> {
  let at = node
  while (!tree.doubted.has(at) && at.parent !== undefined) at = at.parent
  return at
}

/** Checks a doubted block with what is built on it now; if it is good, those above it too. */
function checkAgain<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  first: TreeNode<Block, State>,
  changes: Changes<Block, State>,
): void {
  const nodes = [first]
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const { block, parent } = node
    if (tree.nodes.get(node.id) !== node || block === undefined || parent?.state === undefined) continue
    const at = node
    const check = tree.rules.check(block, parent.state, () => blocksAbove(at))
    if (check.verdict === 'ok') {
      tree.doubted.delete(node)
      node.state = check.state
      changes.grown.push(node)
      nodes.push(...node.children)
    } else if (check.verdict === 'doubted') tree.doubted.set(node, check.reason)
    else refuse(tree, block, check.reason, changes)
  }
}

function outcomeOf<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  id: BlockId,
  changes: Changes<Block, State>,
): Added<Block, State> {
  const node = tree.nodes.get(id)
  if (node === undefined) {
    // Applied and irreversible at once, or refused.
    const reason = tree.refused.get(id)
    const others = changes.dropped.filter(({ block }) => block.id !== id)
    return toAdded({ ...changes, dropped: others }, reason === undefined ? 'applied' : 'refused', reason)
  }
  if (node.isApplied) return toAdded(changes, 'applied')
  if (node.state !== undefined) return toAdded(changes, 'branch')
  return toAdded(changes, 'doubted', tree.doubted.get(doubtedBelow(tree, node)))
}

function toAdded<Block extends TreeBlock, State>(
  { undone, applied, states, irreversible, released, dropped }: TreeChange<Block, State>,
  outcome: TreeOutcome,
  reason?: Reason,
): Added<Block, State> {
  return { outcome, reason, undone, applied, states, irreversible, released, dropped }
}
