import { type BlockId, type Cursor, numberOfId } from './cursor.ts'
import { createHeldBlocks, type HeldBlocks } from './held-blocks.ts'
import { NumberedRow } from './numbered-row.ts'
import { RecentIds } from './recent-ids.ts'
import { createRoot, type TreeBlock, type TreeNode } from './tree-node.ts'

/** Why a block is not in the chain: `code` is stable, `message` a sentence for people. */
export interface Reason {
  readonly code: string
  readonly message: string
}

/**
 * What a check says of a block.
 *
 * - `ok`: it is good, and this is the state after it.
 * - `doubted`: it does not fit what is known, but what is known may be out of date. It is kept, not applied, and checked
 *   again with each block that is built on it.
 * - `refused`: it can never be good.
 */
export type Check<State> =
  | { readonly verdict: 'ok'; readonly state: State }
  | { readonly verdict: 'doubted' | 'refused'; readonly reason: Reason }

/** What a tree asks of its owner. */
export interface TreeRules<Block, State> {
  /**
   * Whether a block may follow the one that `before` is the state after. `built` gives the blocks above it on its longest
   * branch, lowest first. Called for each block as soon as all below it are good, whether it is applied then or not.
   */
  check(block: Block, before: State, built: () => readonly Block[]): Check<State>
  /** Whether the application accepts a block that is about to be applied. Asked once for each. */
  accept(block: Block): boolean
  /** The number of the last irreversible block after the block with this state; undefined while it is not known. */
  irreversible(state: State): number | undefined
}

/** How much a tree keeps. */
export interface TreeLimits {
  /** Blocks that can be undone or stand on a branch. */
  readonly maxBlocks: number
  readonly maxBytes: number
  /** Blocks that wait for their predecessor. */
  readonly maxHeldBlocks: number
  readonly maxHeldBytes: number
  /** Ids of refused blocks that are remembered. */
  readonly maxRefusedIds: number
}

/** The limits of a tree that gets no others. */
export const TREE_LIMITS: TreeLimits = {
  maxBlocks: 2048,
  maxBytes: 128 * 1024 * 1024,
  maxHeldBlocks: 4096,
  maxHeldBytes: 64 * 1024 * 1024,
  maxRefusedIds: 4096,
}

/**
 * The chain with its branches, as far back as it can still change.
 */
export class ForkTree<Block extends TreeBlock, State> {
  readonly rules: TreeRules<Block, State>
  readonly limits: TreeLimits
  /** The chain, from the root to the head. */
  readonly chain: NumberedRow<TreeNode<Block, State>>
  /** Nodes on branches beside the chain. */
  readonly branches: Map<BlockId, TreeNode<Block, State>> = new Map()
  sizeBytes = 0
  /** Nodes whose own check said `doubted`, and why. */
  readonly doubted: Map<TreeNode<Block, State>, Reason> = new Map()
  readonly held: HeldBlocks<Block> = createHeldBlocks()
  /** Refused blocks, oldest first. */
  readonly refused: Map<BlockId, Reason> = new Map()
  /** Ids of the chain's blocks, further down than the tree goes. */
  readonly ids: RecentIds
  /** Number of the root when held blocks were last looked through. */
  sweptAt: number
  /** How many nodes there have been. */
  nodeCount = 0

  constructor(start: Cursor, state: State, rules: TreeRules<Block, State>, limits: Partial<TreeLimits>) {
    this.rules = rules
    this.limits = { ...TREE_LIMITS, ...limits }
    this.chain = new NumberedRow(createRoot<Block, State>(start.number, state))
    this.ids = new RecentIds(start)
    this.sweptAt = start.number
  }

  get head(): Cursor {
    const { number } = this.chain.last
    return { number, id: this.ids.at(number) ?? '' }
  }

  /** Time of the head block in seconds, 0 before the first block. */
  get headTime(): number {
    return this.chain.last.timestamp
  }

  get headNode(): TreeNode<Block, State> {
    return this.chain.last
  }

  /** Where the tree begins: the last irreversible block, or the highest that had to be let go. Nothing below is undone. */
  get root(): TreeNode<Block, State> {
    return this.chain.first
  }

  /** Blocks that can be undone or stand on a branch. */
  get blockCount(): number {
    return this.chain.length - 1 + this.branches.size
  }

  /** Blocks that are here and not applied: on branches, or waiting for their predecessor. */
  get besideCount(): number {
    return this.branches.size + this.held.ids.size
  }
}

/**
 * What becomes of an offered block.
 *
 * - `applied`: it is in the chain now; those that had waited for it may be too.
 * - `known`: it was here already.
 * - `held`: its predecessor is not here yet.
 * - `branch`: it stands beside the chain, on a branch that is not longer.
 * - `doubted`: it, or a block below it, is in doubt.
 * - `refused`: it is not good, comes after one that is not, or parts from the chain where that is irreversible.
 * - `full`: there is no room for it.
 */
export type TreeOutcome = 'applied' | 'known' | 'held' | 'branch' | 'doubted' | 'refused' | 'full'

/** What changed: undo `undone`, apply `applied`, then what is `irreversible` can be relied on. */
export interface TreeChange<Block, State> {
  /** Blocks taken back, highest first. */
  readonly undone: readonly Block[]
  /** Blocks that joined the chain, lowest first. */
  readonly applied: readonly Block[]
  /** The states after each of `applied`. */
  readonly states: readonly State[]
  /** Blocks of the chain that cannot be undone any more, lowest first. Each is told once, unless it was released. */
  readonly irreversible: readonly Block[]
  /** Blocks of the chain let go for want of room before they were irreversible, lowest first. They stay in the chain. */
  readonly released: readonly Block[]
  /**
   * Blocks beside the chain that were thrown out: refused after all, on a dead branch, or for want of room. The reason of
   * a doubted one is what it was doubted for.
   */
  readonly dropped: readonly Dropped<Block>[]
}

export interface Dropped<Block> {
  readonly block: Block
  readonly reason: Reason
}

/** What {@link addBlock} gives. */
export interface Added<Block, State> extends TreeChange<Block, State> {
  readonly outcome: TreeOutcome
  /** Why it is `doubted` or `refused`. */
  readonly reason: Reason | undefined
}

/** A tree that begins after `start`, with the state there: the first block to be applied names it as its `previous`. */
export function createForkTree<Block extends TreeBlock, State>(
  start: Cursor,
  state: State,
  rules: TreeRules<Block, State>,
  limits: Partial<TreeLimits> = {},
): ForkTree<Block, State> {
  return new ForkTree(start, state, rules, limits)
}

/** The id of the chain's block of that number, while it is remembered. */
export function idInChain(tree: ForkTree<TreeBlock, unknown>, number: number): BlockId | undefined {
  return tree.ids.at(number)
}

/** Whether a block is here and not applied: on a branch, or waiting for its predecessor. */
export function isBeside(tree: ForkTree<TreeBlock, unknown>, id: BlockId): boolean {
  return tree.branches.has(id) || tree.held.ids.has(id)
}

/** The id of a node's block. */
export function idOf<Block extends TreeBlock>(
  tree: ForkTree<Block, unknown>,
  { block, number }: TreeNode<Block, unknown>,
): BlockId {
  // The root has no block any more, and is in the chain.
  return block?.id ?? tree.ids.at(number) ?? ''
}

/** The node with that id, in the chain or beside it. */
export function nodeOf<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  id: BlockId,
): TreeNode<Block, State> | undefined {
  const node = tree.chain.at(numberOfId(id))
  return node !== undefined && idOf(tree, node) === id ? node : tree.branches.get(id)
}
