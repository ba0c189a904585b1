import type { Check, ForkTree } from './fork-tree.ts'
import { type Changes, hasRoom, makeRoom, passIrreversible } from './prune-tree.ts'
import { NOT_ACCEPTED, setHead } from './switch-branch.ts'
import { createNode, type TreeBlock } from './tree-node.ts'

/** How far {@link extendChain} came. */
export interface Extension<State> {
  /** How many blocks were applied. */
  readonly count: number
  /** What is wrong with the next one, which follows the head, too; undefined: it was not looked at. */
  readonly check: Exclude<Check<State>, { readonly verdict: 'ok' }> | undefined
}

/**
 * Applies blocks, from `from` on, as long as there is nothing to do but that: each follows the head and is good, and neither
 * is anything beside the chain nor waits for one of them.
 *
 * Catching up is nothing else for hundreds of thousands of blocks. What it does to the tree, and tells, is what finding a
 * place for one after the other comes to.
 */
export function extendChain<Block extends TreeBlock, State>(
  tree: ForkTree<Block, State>,
  blocks: readonly Block[],
  from: number,
  changes: Changes<Block, State>,
): Extension<State> {
  if (tree.besideCount > 0) return NONE
  const { rules, refused, ids } = tree
  let at = from
  for (; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    const head = tree.headNode
    if (block.number !== head.number + 1 || head.state === undefined || !ids.areFollowedBy(block)) break
    if (refused.size > 0 && refused.has(block.id)) break
    // What had to be let go is told before what is irreversible.
    if (changes.irreversible.length > 0 && !hasRoom(tree, block)) break
    if (!makeRoom(tree, block, head, changes)) break
    const check = rules.check(block, head.state, noneBuilt)
    if (check.verdict !== 'ok') return { count: at - from, check }
    if (!rules.accept(block)) return { count: at - from, check: { verdict: 'refused', reason: NOT_ACCEPTED } }
    tree.nodeCount += 1
    // Nothing beside the chain: what was there is gone.
    head.children = undefined
    setHead(tree, createNode(block, head, check.state, 'chain', tree.nodeCount), block)
    tree.sizeBytes += block.sizeBytes
    changes.applied.push(block)
    changes.states.push(check.state)
    passIrreversible(tree, changes)
  }
  return { count: at - from, check: undefined }
}

/** What is built on a block that has just come. */
export const noneBuilt = (): readonly never[] => []

const NONE = { count: 0, check: undefined } as const
