import type { BlockId } from './cursor.ts'
import { extendChain, noneBuilt } from './extend-chain.ts'
import {
  type Added,
  type Check,
  type ForkTree,
  idInChain,
  idOf,
  nodeOf,
  type Reason,
  type TreeChange,
  type TreeOutcome,
} from './fork-tree.ts'
import { dropBlocks, holdBlock, releaseBlocks } from './held-blocks.ts'
import { type Changes, createChanges, makeRoom, passIrreversible, refuse } from './prune-tree.ts'
import { switchToLongest } from './switch-branch.ts'
import { blocksAbove, createNode, type TreeBlock, type TreeNode } from './tree-node.ts'

/** Held blocks are looked through for useless ones when the root has moved so far. */
const SWEEP_STEP = 64

/** What {@link addBlocks} gives. */
export interface AddedRun<Block, State> extends Added<Block, State> {
  /** How many blocks it is about: the `outcome` is that of the last, those before were applied. */
  readonly count: number
}

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
  return addBlocks(tree, [block], 0)
}

/**
 * Offers blocks to the tree, from `from` on, as {@link addBlock} does with one: the first of them, and those after it as long
 * as each simply continues the chain. What changed is that of all of them.
 */
export function addBlocks<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  blocks: readonly Block[],
  from: number,
): AddedRun<Block, State> {
  const changes = createChanges<Block, State>()
  const { count, check } = extendChain(tree, blocks, from, changes)
  if (check === undefined && count > 0) return toAdded(changes, 'applied', count)
  const block = blocks[from + count] as Block
  if (check === undefined) return placeBlock(tree, block, changes)
  linkChecked(tree, block, tree.headNode, check, changes)
  finish(tree, changes)
  const { verdict, reason } = check
  return toAdded(changes, verdict, count + 1, reason)
}

/** Finds a block's place, wherever that is. */
function placeBlock<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  changes: Changes<Block, State>,
): AddedRun<Block, State> {
  const { id, number } = block
  if (nodeOf(tree, id) !== undefined || idInChain(tree, number) === id || number < tree.ids.oldest)
    return toAdded(changes, 'known')
  if (tree.held.ids.has(id)) return toAdded(changes, 'held')
  const parent = nodeOf(tree, block.previous)
  const reason = tree.refused.get(id) ?? whyImpossible(tree, block, parent)
  if (reason !== undefined) {
    refuse(tree, block, reason, changes)
    return toAdded(changes, 'refused', 1, reason)
  }
  if (parent === undefined) {
    const isHeld = holdBlock(tree.held, block, tree.limits.maxHeldBlocks, tree.limits.maxHeldBytes)
    return toAdded(changes, isHeld ? 'held' : 'full')
  }
  if (!makeRoom(tree, block, parent, changes)) return toAdded(changes, 'full')
  const node = link(tree, block, parent, changes)
  finish(tree, changes)
  return outcomeOf(tree, id, node, changes)
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
  return dropBlocks(tree.held, isUseless)
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

/** Checks a block and puts it on a branch above its parent; undefined if it was refused. */
function link<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  parent: TreeNode<Block, State>,
  changes: Changes<Block, State>,
): TreeNode<Block, State> | undefined {
  const check = parent.state === undefined ? undefined : tree.rules.check(block, parent.state, noneBuilt)
  return linkChecked(tree, block, parent, check, changes)
}

/** The same after the check; there is none above a block in doubt. */
function linkChecked<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  block: Block,
  parent: TreeNode<Block, State>,
  check: Check<State> | undefined,
  changes: Changes<Block, State>,
): TreeNode<Block, State> | undefined {
  if (check?.verdict === 'refused') {
    refuse(tree, block, check.reason, changes)
    return undefined
  }
  const state = check?.verdict === 'ok' ? check.state : undefined
  tree.nodeCount += 1
  const node = createNode(block, parent, state, 'branch', tree.nodeCount)
  if (parent.children === undefined) {
    const next = tree.chain.at(parent.number + 1)
    parent.children = parent.place === 'chain' && next !== undefined ? [next] : []
  }
  parent.children.push(node)
  tree.branches.set(block.id, node)
  tree.sizeBytes += block.sizeBytes
  if (check?.verdict === 'ok') changes.grown.push(node)
  else if (check !== undefined) tree.doubted.set(node, check.reason)
  else {
    const below = doubtedBelow(tree, parent)
    if (!changes.touched.includes(below)) changes.touched.push(below)
  }
  changes.linked.push(node)
  return node
}

/** Does all that follows from what was linked: adopts blocks that waited, checks doubted ones again, moves the head. */
function finish<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  changes: Changes<Block, State>,
): void {
  if (tree.held.ids.size > 0) adoptHeld(tree, changes)
  for (const node of changes.touched) checkAgain(tree, node, changes)
  switchToLongest(tree, changes)
  passIrreversible(tree, changes)
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
    if (parent.place === 'gone') continue
    const id = idOf(tree, parent)
    // Where it continues the chain it has the right to make room at the other end.
    if (parent.parent === tree.headNode && tree.held.byPrevious.has(id)) switchToLongest(tree, changes)
    for (const block of releaseBlocks(tree.held, id)) {
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
    if (node.place === 'gone' || block === undefined || parent?.state === undefined) continue
    const at = node
    const check = tree.rules.check(block, parent.state, () => blocksAbove(at))
    if (check.verdict === 'ok') {
      tree.doubted.delete(node)
      node.state = check.state
      changes.grown.push(node)
      nodes.push(...(node.children ?? []))
    } else if (check.verdict === 'doubted') tree.doubted.set(node, check.reason)
    else refuse(tree, block, check.reason, changes)
  }
}

function outcomeOf<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  id: BlockId,
  node: TreeNode<Block, State> | undefined,
  changes: Changes<Block, State>,
): AddedRun<Block, State> {
  if (node === undefined || node.place === 'gone') {
    // Refused, or applied and irreversible at once.
    const reason = tree.refused.get(id)
    const others = changes.dropped.filter(({ block }) => block.id !== id)
    const outcome = reason === undefined ? 'applied' : 'refused'
    return toAdded({ ...changes, dropped: others }, outcome, 1, reason)
  }
  if (node.place === 'chain') return toAdded(changes, 'applied')
  if (node.state !== undefined) return toAdded(changes, 'branch')
  return toAdded(changes, 'doubted', 1, tree.doubted.get(doubtedBelow(tree, node)))
}

function toAdded<Block extends TreeBlock, State>(
  { undone, applied, states, irreversible, released, dropped }: TreeChange<Block, State>,
  outcome: TreeOutcome,
  count = 1,
  reason?: Reason,
): AddedRun<Block, State> {
  return { outcome, reason, count, undone, applied, states, irreversible, released, dropped }
}
