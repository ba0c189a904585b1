import type { Cursor } from '../chain/cursor.ts'
import { DecodeError, StoreError } from '../errors.ts'
import { viewBlock } from '../protocol/block-view.ts'
import type { StoredBlock } from './block-store.ts'
import { previousOf } from './link-run.ts'
import type { StoreReader } from './open-store-reader.ts'

/** What came of looking at a block, or at several of which nothing can be read. */
export interface VerifiedBlocks {
  readonly first: number
  readonly last: number
  /** What is wrong with them; undefined: nothing. */
  readonly problem: string | undefined
  /** The block has something of a later protocol in it, so that its merkle root could not be made. */
  readonly isUnchecked: boolean
}

/** What is looked at a block. */
interface Expectations {
  /** The id of the block before, where that could be read. */
  readonly before: string | undefined
  readonly missed: Cursor | undefined
  readonly prefix: string
}

/** Where the files give nothing, so many blocks are tried one by one. */
const TRIED_SINGLY = 2000

/**
 * Looks at every block of a store, lowest first: it is what was written, its id is that of its bytes, it continues the block
 * before, its transactions are those of its merkle root.
 *
 * `prefix` is in front of the chain's keys as text. Goes on behind what is wrong.
 */
export async function* verifyStore(reader: StoreReader, prefix: string): AsyncGenerator<VerifiedBlocks> {
  const [lowest, highest] = reader.ends ?? [1, 0]
  const { missed } = reader
  let next = lowest
  let before: string | undefined
  let singlyUntil = 0
  while (next <= highest) {
    try {
      // A file that cannot be read fails a whole batch of blocks, most of which are in others.
      const blocks = next <= singlyUntil ? getOne(reader, next) : reader.read(next, highest)
      for await (const block of blocks) {
        yield verifyBlock(block, { before, missed, prefix })
        before = block.id
        next = block.number + 1
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      before = undefined
      if (error.range !== undefined) {
        const [first, last] = error.range
        yield { first, last, problem: error.message, isUnchecked: false }
        next = last + 1
      } else if (next <= singlyUntil) {
        const problem = `block ${next} cannot be read: ${error.message}`
        yield { first: next, last: next, problem, isUnchecked: false }
        next += 1
      } else singlyUntil = next + TRIED_SINGLY - 1
    }
  }
}

async function* getOne(reader: StoreReader, number: number): AsyncGenerator<StoredBlock> {
  const block = await reader.get(number)
  if (block !== undefined) yield block
}

function verifyBlock(stored: StoredBlock, expectations: Expectations): VerifiedBlocks {
  const { number } = stored
  try {
    const block = viewBlock(stored.raw, { copy: false, prefix: expectations.prefix })
    const isUnchecked = block.merkle === 'unchecked'
    return { first: number, last: number, problem: problemOf(stored, block, expectations), isUnchecked }
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    const problem = `block ${number} is no block: ${error.message}`
    return { first: number, last: number, problem, isUnchecked: false }
  }
}

function problemOf(
  { number, id, raw }: StoredBlock,
  block: ReturnType<typeof viewBlock>,
  { before, missed }: Expectations,
): string | undefined {
  if (block.raw.length !== raw.length) return `block ${number} has bytes behind its end`
  if (block.number !== number || block.id !== id) return `block ${number} is not the one its id names`
  if (before !== undefined && previousOf(raw) !== before)
    return `block ${number} does not continue block ${number - 1}`
  if (missed?.number === number && missed.id !== id)
    return `block ${number} is not the one that was the last to become durable`
  if (block.merkle === 'bad') return `the transactions of block ${number} do not fit its merkle root`
  return undefined
}
