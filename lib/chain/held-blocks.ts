import type { BlockId } from './cursor.ts'
import type { TreeBlock } from './tree-node.ts'

/** Blocks whose predecessor is not here, by the id of that predecessor. */
export interface HeldBlocks<Block extends TreeBlock> {
  readonly byPrevious: Map<BlockId, Block[]>
  readonly ids: Set<BlockId>
  sizeBytes: number
}

export function createHeldBlocks<Block extends TreeBlock>(): HeldBlocks<Block> {
  return { byPrevious: new Map(), ids: new Set(), sizeBytes: 0 }
}

/** Keeps a block until its predecessor comes; false if there is no room for it. */
export function holdBlock<Block extends TreeBlock>(
  held: HeldBlocks<Block>,
  block: Block,
  maxBlocks: number,
  maxBytes: number,
): boolean {
  if (held.ids.size >= maxBlocks || held.sizeBytes + block.sizeBytes > maxBytes) return false
  const siblings = held.byPrevious.get(block.previous)
  if (siblings === undefined) held.byPrevious.set(block.previous, [block])
  else siblings.push(block)
  held.ids.add(block.id)
  held.sizeBytes += block.sizeBytes
  return true
}

/** Takes out the blocks that wait for `previous`. */
export function releaseBlocks<Block extends TreeBlock>(
  held: HeldBlocks<Block>,
  previous: BlockId,
): readonly Block[] {
  const blocks = held.byPrevious.get(previous)
  if (blocks === undefined) return NONE
  held.byPrevious.delete(previous)
  for (const block of blocks) {
    held.ids.delete(block.id)
    held.sizeBytes -= block.sizeBytes
  }
  return blocks
}

/** Takes out the blocks for which `isUseless` holds. */
export function dropBlocks<Block extends TreeBlock>(
  held: HeldBlocks<Block>,
  isUseless: (block: Block) => boolean,
): readonly Block[] {
  const dropped: Block[] = []
  for (const [previous, blocks] of held.byPrevious) {
    if (!blocks.some(isUseless)) continue
    for (const block of releaseBlocks(held, previous)) {
      if (isUseless(block)) dropped.push(block)
      else holdBlock(held, block, Infinity, Infinity)
    }
  }
  return dropped
}

const NONE: readonly never[] = Object.freeze([])
