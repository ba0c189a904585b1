import type { Block } from './block.ts'
import type { NodePeer } from './node-state.ts'

/** Blocks in one batch: some 15 milliseconds' work for a thread, and what is offered to the chain in one turn. */
export const MAX_BATCH_BLOCKS = 100
/**
 * Batches that are out at a time: enough for threads to have work while the chain takes what they have done, also where they
 * are small, because the blocks of several peers come in turns.
 */
export const MAX_BATCHES_OUT = 32
/** With so many blocks in the queue no more are asked for; what is on its way still comes. */
export const MAX_RECOVERING_BLOCKS = 2000
/** With so many bytes of them neither. */
export const MAX_RECOVERING_BYTES: number = 32 * 1024 * 1024

/** Blocks of one peer, consecutive in the order in which they came. */
export interface RecoveryBatch {
  readonly number: number
  readonly peer: NodePeer
  readonly blocks: readonly Block[]
}

interface QueuedBatch extends RecoveryBatch {
  readonly blocks: Block[]
  /** `here`: it may still grow. `out`: its keys are being recovered. `done`: they are known. */
  state: 'here' | 'out' | 'done'
}

/**
 * Blocks whose keys are recovered before they are offered to the chain, in the order in which they came. Batches may be done
 * in another order; they leave in this one, so that no block overtakes one that its sender sent before it.
 */
export interface RecoveryQueue {
  batches: readonly QueuedBatch[]
  nextNumber: number
  blockCount: number
  sizeBytes: number
}

export function createRecoveryQueue(): RecoveryQueue {
  return { batches: [], nextNumber: 1, blockCount: 0, sizeBytes: 0 }
}

/** Whether more blocks may be asked for. */
export function hasRoom({ blockCount, sizeBytes }: RecoveryQueue): boolean {
  return blockCount < MAX_RECOVERING_BLOCKS && sizeBytes < MAX_RECOVERING_BYTES
}

/** Whether blocks that this peer has sent are in the queue. */
export function hasBlocksOf({ batches }: RecoveryQueue, peer: NodePeer): boolean {
  return batches.some((batch) => batch.peer === peer)
}

/** Puts blocks behind all others. */
export function enqueue(queue: RecoveryQueue, peer: NodePeer, blocks: readonly Block[]): void {
  for (const block of blocks) {
    openBatch(queue, peer).blocks.push(block)
    queue.blockCount += 1
    queue.sizeBytes += block.sizeBytes
  }
}

/** The last batch, if it may still grow and is of this peer, or a new one. */
function openBatch(queue: RecoveryQueue, peer: NodePeer): QueuedBatch {
  const last = queue.batches.at(-1)
  const isOpen = last?.state === 'here' && last.peer === peer && last.blocks.length < MAX_BATCH_BLOCKS
  if (last !== undefined && isOpen) return last
  const batch: QueuedBatch = { number: queue.nextNumber, peer, blocks: [], state: 'here' }
  queue.nextNumber += 1
  queue.batches = [...queue.batches, batch]
  return batch
}

/** The batches whose keys are to be recovered next; `here → out`. */
export function takeOutgoing(queue: RecoveryQueue): readonly RecoveryBatch[] {
  const free = MAX_BATCHES_OUT - queue.batches.filter(({ state }) => state === 'out').length
  if (free <= 0) return []
  const outgoing = queue.batches.filter(({ state }) => state === 'here').slice(0, free)
  for (const batch of outgoing) batch.state = 'out'
  return outgoing
}

/** Notes that the keys of a batch are known, unless it was dropped; `out → done`. */
export function settleBatch({ batches }: RecoveryQueue, number: number): void {
  const batch = batches.find((each) => each.number === number)
  if (batch !== undefined) batch.state = 'done'
}

/** Takes the first batch out, if its keys are known. */
export function takeDone(queue: RecoveryQueue): RecoveryBatch | undefined {
  const [first] = queue.batches
  if (first?.state !== 'done') return undefined
  remove(queue, (batch) => batch === first)
  return first
}

/** Takes out all that a peer has sent. */
export function dropBatchesOf(queue: RecoveryQueue, peer: NodePeer): readonly RecoveryBatch[] {
  return remove(queue, (batch) => batch.peer === peer)
}

function remove(queue: RecoveryQueue, isGone: (batch: QueuedBatch) => boolean): readonly RecoveryBatch[] {
  const gone = queue.batches.filter(isGone)
  queue.batches = queue.batches.filter((batch) => !gone.includes(batch))
  for (const { sizeBytes } of gone.flatMap(({ blocks }) => blocks)) {
    queue.blockCount -= 1
    queue.sizeBytes -= sizeBytes
  }
  return gone
}
