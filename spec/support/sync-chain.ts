import { addBlock } from '../../lib/chain/add-block.ts'
import type { Cursor } from '../../lib/chain/cursor.ts'
import {
  createForkTree,
  type ForkTree,
  idInChain,
  isBeside,
  type TreeOutcome,
} from '../../lib/chain/fork-tree.ts'
import type { TreeBlock } from '../../lib/chain/tree-node.ts'
import type { SyncChain } from '../../lib/sync/sync-chain.ts'

/** A fork tree that finds every block good and irreversible as deep as asked, as catching up sees it. */
export interface TestSyncChain extends SyncChain {
  readonly tree: ForkTree<TreeBlock, null>
  add(block: TreeBlock): TreeOutcome
}

/** `depth`: how many blocks can be undone; default all. */
export function createSyncChain(start: Cursor, depth = Infinity): TestSyncChain {
  const tree: ForkTree<TreeBlock, null> = createForkTree<TreeBlock, null>(start, null, {
    check: ({ timestamp }) =>
      timestamp > 0
        ? { verdict: 'ok', state: null }
        : { verdict: 'refused', reason: { code: 'TIME', message: 'it has no time' } },
    accept: () => true,
    irreversible: (): number => Math.max(0, tree.head.number - depth),
  })
  return {
    tree,
    get head() {
      return tree.head
    },
    get headTime() {
      return tree.headTime
    },
    get oldest() {
      return tree.ids.oldest
    },
    get rootNumber() {
      return tree.root.number
    },
    get heldCount() {
      return tree.besideCount
    },
    hasRoom: true,
    idAt: (number) => idInChain(tree, number),
    isHeld: (id) => isBeside(tree, id),
    add: (block) => addBlock(tree, block).outcome,
  }
}
