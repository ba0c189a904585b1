import { type BlockId, type Cursor, numberOfId } from '../chain/cursor.ts'
import { createForkTree, type ForkTree, idInChain, isBeside, nodeOf } from '../chain/fork-tree.ts'
import type { ChainState } from '../chain/verify-block.ts'
import { prependBlock } from '../chain/prepend-block.ts'
import type { SyncChain } from '../sync/sync-chain.ts'
import type { Block } from './block.ts'
import type { ChainRules } from './chain-rules.ts'
import { createRecoveryQueue, hasRoom, type RecoveryQueue } from './recovery-queue.ts'

/** The chain of a run with its branches, and the blocks on their way into it. */
export class NodeChain implements SyncChain {
  readonly tree: ForkTree<Block, ChainState>
  /** Blocks that are here and not offered to the tree yet: their keys are being recovered, or their time has not come. */
  readonly waiting: Set<BlockId> = new Set()
  /** Those of them whose keys are being recovered. */
  readonly recovery: RecoveryQueue = createRecoveryQueue()

  /** A chain that begins after `start`. */
  constructor(start: Cursor, rules: ChainRules, accept: (block: Block) => boolean) {
    this.tree = createForkTree(start, rules.stateAt(start), {
      check: rules.check,
      irreversible: rules.irreversible,
      accept,
    })
  }

  get head(): Cursor {
    return this.tree.head
  }

  get headTime(): number {
    return this.tree.headTime
  }

  get oldest(): number {
    return this.tree.ids.oldest
  }

  get rootNumber(): number {
    return this.tree.root.number
  }

  get heldCount(): number {
    return this.tree.besideCount + this.waiting.size
  }

  get hasRoom(): boolean {
    return hasRoom(this.recovery)
  }

  idAt(number: number): BlockId | undefined {
    return idInChain(this.tree, number)
  }

  isHeld(id: BlockId): boolean {
    return isBeside(this.tree, id) || this.waiting.has(id)
  }

  /** Whether a block is in the chain. */
  has(id: BlockId): boolean {
    return this.idAt(numberOfId(id)) === id
  }

  /** The block of that id, if it is in the chain and has not been let go. */
  blockOf(id: BlockId): Block | undefined {
    return this.has(id) ? nodeOf(this.tree, id)?.block : undefined
  }

  /** The block at which the stream began, while it is not irreversible: only peers can tell what stands below it. */
  get givenRoot(): Cursor | undefined {
    const { number } = this.tree.root
    const id = number > 0 && this.oldest === number ? this.idAt(number) : undefined
    return id === undefined ? undefined : { number, id }
  }

  /** Puts the block of the root above the one it names as its predecessor: branches may part from there now. */
  prepend(block: Block, state: ChainState): void {
    prependBlock(this.tree, block, state)
  }

  /** The last irreversible block as bitshares-core has it; undefined while that cannot be known. */
  get irreversible(): Cursor | undefined {
    const number = this.tree.headNode.state?.track?.irreversible
    const id = number === undefined ? undefined : this.idAt(number)
    return number === undefined || id === undefined ? undefined : { number, id }
  }
}
