import type { BlockId, Cursor } from './cursor.ts'

/** How many ids back from the head are remembered: for synopses, and to tell a known block from a competing one. */
export const MAX_RECENT_IDS = 8192
/** Blocks that may wait for their predecessor, and the bytes they may hold. */
export const MAX_HELD_BLOCKS = 4096
export const MAX_HELD_BYTES: number = 64 * 1024 * 1024

/** What the chain needs to know of a block to decide where it belongs. */
export interface Linked {
  readonly number: number
  readonly id: BlockId
  readonly previous: BlockId
  readonly timestamp: number
  readonly raw: Uint8Array
  /** Whether `previous` is that. */
  follows(id: BlockId): boolean
}

/**
 * What becomes of an offered block.
 *
 * - `applied`: it continues the chain; those that had waited for it may have followed.
 * - `known`: it is in the chain already.
 * - `held`: its predecessor is not here yet.
 * - `competing`: it stands beside a block of the chain, or continues one that does.
 * - `full`: it would have to be held, but there is no room.
 * - `refused`: the application does not accept it, or its time does not come after its predecessor's.
 */
export type Outcome = 'applied' | 'known' | 'held' | 'competing' | 'full' | 'refused'

/** The chain as far as a follower needs it: the head, the ids just below it, and blocks that wait for an ancestor. */
export interface Chain<Block extends Linked> {
  head: Cursor
  /** Time of the head block in seconds, 0 before the first block. */
  headTime: number
  /** Ids by number modulo {@link MAX_RECENT_IDS}. */
  readonly recent: BlockId[]
  /** The lowest number `recent` still has. */
  oldest: number
  /** Blocks that wait, by the id of the block they wait for. */
  readonly held: Map<BlockId, Block[]>
  readonly heldIds: Set<BlockId>
  heldBytes: number
  /** What catching up asks of a chain, see `sync/sync-chain.ts`. */
  readonly heldCount: number
  idAt(number: number): BlockId | undefined
  isHeld(id: BlockId): boolean
}

/** A chain that begins after `start`: the first block to be applied names it as its `previous`. */
export function createChain<Block extends Linked>(start: Cursor): Chain<Block> {
  const recent = new Array<BlockId>(MAX_RECENT_IDS).fill('')
  recent[start.number % MAX_RECENT_IDS] = start.id
  const chain: Chain<Block> = {
    head: start,
    headTime: 0,
    recent,
    oldest: start.number,
    held: new Map(),
    heldIds: new Set(),
    heldBytes: 0,
    get heldCount() {
      return chain.heldIds.size
    },
    idAt: (number) => idAt(chain, number),
    isHeld: (id) => chain.heldIds.has(id),
  }
  return chain
}

/** The id of the block of that number, while it is remembered. */
export function idAt(chain: Chain<Linked>, number: number): BlockId | undefined {
  if (number < chain.oldest || number > chain.head.number) return undefined
  return chain.recent[number % MAX_RECENT_IDS]
}

/**
 * Offers a block to the chain, returns what became of it and adds the blocks that joined to `joined`, in order.
 *
 * This is the one stage that decides what joins. It never undoes: a competing block is named and left out.
 * `accept` may refuse a block that would join; the chain then waits for another in its place.
 */
export function joinChain<Block extends Linked>(
  chain: Chain<Block>,
  block: Block,
  accept: (block: Block) => boolean,
  joined: Block[],
): Outcome {
  if (block.follows(chain.head.id)) {
    if (!apply(chain, block, accept)) return 'refused'
    joined.push(block)
    if (chain.held.size > 0) applyHeld(chain, accept, joined)
    return 'applied'
  }
  if (block.number <= chain.head.number) {
    const isKnown = idAt(chain, block.number) === block.id || block.number < chain.oldest
    return isKnown ? 'known' : 'competing'
  }
  const outcome = hold(chain, block)
  return outcome === 'held' && block.number === chain.head.number + 1 ? 'competing' : outcome
}

function apply<Block extends Linked>(
  chain: Chain<Block>,
  block: Block,
  accept: (block: Block) => boolean,
): boolean {
  if (block.timestamp <= chain.headTime || !accept(block)) return false
  chain.head = { number: block.number, id: block.id }
  chain.headTime = block.timestamp
  chain.recent[block.number % MAX_RECENT_IDS] = block.id
  if (block.number - chain.oldest >= MAX_RECENT_IDS) chain.oldest = block.number - MAX_RECENT_IDS + 1
  return true
}

function applyHeld<Block extends Linked>(
  chain: Chain<Block>,
  accept: (block: Block) => boolean,
  joined: Block[],
): void {
  const before = chain.head.number
  for (;;) {
    const next = release(chain, chain.head.id).find((block) => apply(chain, block, accept))
    if (next === undefined) break
    joined.push(next)
  }
  if (chain.head.number > before) dropBelow(chain, chain.head.number)
}

function hold<Block extends Linked>(chain: Chain<Block>, block: Block): 'held' | 'full' {
  if (chain.heldIds.has(block.id)) return 'held'
  const sizeBytes = block.raw.length
  if (chain.heldIds.size >= MAX_HELD_BLOCKS || chain.heldBytes + sizeBytes > MAX_HELD_BYTES) return 'full'
  const siblings = chain.held.get(block.previous)
  if (siblings === undefined) chain.held.set(block.previous, [block])
  else siblings.push(block)
  chain.heldIds.add(block.id)
  chain.heldBytes += sizeBytes
  return 'held'
}

function release<Block extends Linked>(chain: Chain<Block>, previous: BlockId): readonly Block[] {
  const blocks = chain.held.get(previous)
  if (blocks === undefined) return []
  chain.held.delete(previous)
  for (const block of blocks) {
    chain.heldIds.delete(block.id)
    chain.heldBytes -= block.raw.length
  }
  return blocks
}

/** Lets go of held blocks that the chain has passed: they belong to another branch. */
function dropBelow<Block extends Linked>(chain: Chain<Block>, number: number): void {
  for (const [previous, blocks] of chain.held) {
    if (blocks.every((block) => block.number <= number)) release(chain, previous)
  }
}
