import type { BlockId } from './cursor.ts'

/** What a tree needs to know of a block to decide where it belongs. */
export interface TreeBlock {
  readonly number: number
  readonly id: BlockId
  readonly previous: BlockId
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly raw: Uint8Array
  /** Whether `previous` is that. */
  follows(id: BlockId): boolean
}

/** A block in its place. The root has none: it is where the tree begins, and cannot be undone. */
export interface TreeNode<Block extends TreeBlock, State> {
  readonly number: number
  readonly id: BlockId
  readonly timestamp: number
  block: Block | undefined
  parent: TreeNode<Block, State> | undefined
  readonly children: TreeNode<Block, State>[]
  /** The state after it; undefined while it, or a block below it, is doubted. */
  state: State | undefined
  /** Whether it is in the chain. */
  isApplied: boolean
  /** Whether the application has accepted it. */
  isAccepted: boolean
}

/** Blocks above a node on its longest branch, lowest first; of branches of one length the one that came first. */
export function blocksAbove<Block extends TreeBlock>(node: TreeNode<Block, unknown>): readonly Block[] {
  const blocks: Block[] = []
  for (let at = highestOf(node); at !== node && at?.block !== undefined; at = at.parent) blocks.push(at.block)
  return blocks.reverse()
}

/** All nodes of a subtree, each before its children, without recursion: a branch may be as long as the tree is large. */
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
