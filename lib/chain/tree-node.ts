import type { BlockId } from './cursor.ts'
import type { IdentifiedBlock } from './recent-ids.ts'

/** What a tree needs to know of a block to decide where it belongs. */
export interface TreeBlock extends IdentifiedBlock {
  readonly number: number
  readonly id: BlockId
  readonly previous: BlockId
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Bytes of the packed block. */
  readonly sizeBytes: number
}

/** A block in its place. The root has none: it is where the tree begins, and cannot be undone. */
export interface TreeNode<Block extends TreeBlock, State> {
  readonly number: number
  readonly timestamp: number
  block: Block | undefined
  parent: TreeNode<Block, State> | undefined
  /**
   * What stands directly on it, in the order it came. Undefined: nothing but the next one of the chain, if it is in the chain
   * and not its head. Nearly all nodes never have another.
   */
  children: TreeNode<Block, State>[] | undefined
  /** The state after it; undefined while it, or a block below it, is doubted. */
  state: State | undefined
  /** In the chain, beside it, or no longer in the tree. */
  place: 'chain' | 'branch' | 'gone'
  /** Whether the application has accepted it. */
  isAccepted: boolean
  /** Which of the tree's nodes it is in the order they came. */
  readonly order: number
}

/** Where a tree begins: after a block of which only the state is known. */
export function createRoot<Block extends TreeBlock, State>(
  number: number,
  state: State,
): TreeNode<Block, State> {
  return {
    number,
    timestamp: 0,
    block: undefined,
    parent: undefined,
    children: undefined,
    state,
    place: 'chain',
    isAccepted: true,
    order: 0,
  }
}

/** A block above its parent, which does not know of it yet. */
export function createNode<Block extends TreeBlock, State>(
  block: Block,
  parent: TreeNode<Block, State>,
  state: State | undefined,
  place: TreeNode<Block, State>['place'],
  order: number,
): TreeNode<Block, State> {
  return {
    number: block.number,
    timestamp: block.timestamp,
    block,
    parent,
    children: undefined,
    state,
    place,
    isAccepted: place === 'chain',
    order,
  }
}

/** Blocks above one on a branch, of the longest way, lowest first; of ways of one length the one that came first. */
export function blocksAbove<Block extends TreeBlock>(node: TreeNode<Block, unknown>): readonly Block[] {
  const blocks: Block[] = []
  for (let at = highestOf(node); at !== node && at?.block !== undefined; at = at.parent) blocks.push(at.block)
  return blocks.reverse()
}

/** All nodes of a branch from one on, each before its children, without recursion: it may be as long as the tree is large. */
export function subtreeOf<Block extends TreeBlock, State>(
  node: TreeNode<Block, State>,
): readonly TreeNode<Block, State>[] {
  const nodes = [node]
  for (let index = 0; index < nodes.length; index += 1) nodes.push(...(nodes[index]?.children ?? []))
  return nodes
}

function highestOf<Block extends TreeBlock, State>(
  node: TreeNode<Block, State>,
): TreeNode<Block, State> | undefined {
  let highest = node
  for (const each of subtreeOf(node)) if (each.number > highest.number) highest = each
  return highest
}
