import type { BlockId, Cursor } from './cursor.ts'
import { createHeldBlocks, type HeldBlocks } from './held-blocks.ts'
import type { TreeBlock, TreeNode } from './tree-node.ts'

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

/** How many ids back from the head are remembered, also of blocks that are no longer in the tree. */
export const RECENT_IDS = 8192

/**
 * The chain with its branches, as far back as it can still change.
 */
export interface ForkTree<Block extends TreeBlock, State> {
  readonly rules: TreeRules<Block, State>
  readonly limits: TreeLimits
  head: Cursor
  /** Time of the head block in seconds, 0 before the first block. */
  headTime: number
  headNode: TreeNode<Block, State>
  /** Where the tree begins: the last irreversible block, or the highest that had to be let go. Nothing below is undone. */
  root: TreeNode<Block, State>
  readonly nodes: Map<BlockId, TreeNode<Block, State>>
  sizeBytes: number
  /** Nodes whose own check said `doubted`, and why. */
  readonly doubted: Map<TreeNode<Block, State>, Reason>
  readonly held: HeldBlocks<Block>
  /** Ids of blocks that are here and not applied: on branches, or waiting for their predecessor. */
  readonly heldIds: Set<BlockId>
  /** Refused blocks, oldest first. */
  readonly refused: Map<BlockId, Reason>
  /** Ids by number modulo their count. */
  readonly recent: BlockId[]
  /** The lowest number `recent` still has. */
  oldest: number
  /** Number of the root when held blocks were last looked through. */
  sweptAt: number
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
  const root: TreeNode<Block, State> = {
    ...start,
    timestamp: 0,
    block: undefined,
    parent: undefined,
    children: [],
    state,
    isApplied: true,
    isAccepted: true,
  }
  const recent = new Array<BlockId>(RECENT_IDS).fill('')
  recent[start.number % RECENT_IDS] = start.id
  return {
    rules,
    limits: { ...TREE_LIMITS, ...limits },
    head: start,
    headTime: 0,
    headNode: root,
    root,
    nodes: new Map([[start.id, root]]),
    sizeBytes: 0,
    doubted: new Map(),
    held: createHeldBlocks(),
    heldIds: new Set(),
    refused: new Map(),
    recent,
    oldest: start.number,
    sweptAt: start.number,
  }
}

/** The id of the chain's block of that number, while it is remembered. */
export function idInChain(tree: ForkTree<TreeBlock, unknown>, number: number): BlockId | undefined {
  if (number < tree.oldest || number > tree.head.number) return undefined
  return tree.recent[number % RECENT_IDS]
}

/** Makes a node's block the head. */
export function setHead<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  node: TreeNode<Block, State>,
): void {
  const { number, id, timestamp } = node
  node.isApplied = true
  tree.heldIds.delete(id)
  tree.head = { number, id }
  tree.headTime = timestamp
  tree.headNode = node
  tree.recent[number % RECENT_IDS] = id
  if (number - tree.oldest >= RECENT_IDS) tree.oldest = number - RECENT_IDS + 1
}
