import { toHex } from '#platform'
import { type BlockId, type Cursor, GENESIS, isBlockId, numberOfId } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import type { StorableBlock } from './block-store.ts'

/** What a store holds, without the blocks. */
export interface Span {
  readonly first: Cursor
  /** What the first block has in `previous`. */
  readonly base: BlockId
  readonly last: Cursor
}

/** Blocks an append may replace. Chains undo some thousand at the very most. */
export const MAX_REPLACED_BLOCKS = 100_000

const ID_SIZE_BYTES = 20

/** The id of the block before, from packed bytes. */
export function previousOf(raw: Uint8Array): BlockId {
  return toHex(raw, 0, ID_SIZE_BYTES)
}

/**
 * Checks that blocks follow each other, and returns the ends of them. Throws {@link UsageError} `NOT_LINKED`, and
 * `BAD_VALUE` for no blocks at all or an id of another number.
 */
export function toRun(blocks: readonly StorableBlock[]): Span {
  let before: StorableBlock | undefined
  for (const block of blocks) {
    if (!isBlockId(block.id) || numberOfId(block.id) !== block.number || block.number < 1) {
      throw new UsageError('BAD_VALUE', `block ${block.number} has an id that is not its own: ${block.id}`)
    }
    if (before !== undefined && (block.number !== before.number + 1 || block.previous !== before.id)) {
      throw notLinked(`block ${block.number} does not follow block ${before.number}`)
    }
    before = block
  }
  const [first] = blocks
  if (first === undefined || before === undefined) throw new UsageError('BAD_VALUE', 'no blocks to keep')
  return {
    first: { number: first.number, id: first.id },
    base: first.previous,
    last: { number: before.number, id: before.id },
  }
}

/**
 * The number of the stored block that a run has to continue, or undefined where the span itself tells its id: see
 * {@link joinRun}. Throws {@link UsageError} `NOT_LINKED` for a run that leaves a gap, begins below the store or replaces
 * more than {@link MAX_REPLACED_BLOCKS}.
 */
export function blockBelow(span: Span | undefined, run: Span): number | undefined {
  const { number } = run.first
  if (span === undefined || number === span.last.number + 1 || number === span.first.number) return undefined
  if (number > span.last.number) {
    throw notLinked(`block ${number} leaves a gap: the store ends with block ${span.last.number}`)
  }
  if (number < span.first.number) {
    throw notLinked(`block ${number} is below the store, which begins with block ${span.first.number}`)
  }
  if (span.last.number - number >= MAX_REPLACED_BLOCKS) {
    const many = `more than ${MAX_REPLACED_BLOCKS} blocks`
    throw notLinked(`block ${number} would replace ${many}: the store ends with block ${span.last.number}`)
  }
  return number - 1
}

/**
 * What a store holds after a run. `below` is the id of {@link blockBelow}, where that named one. Throws {@link UsageError}
 * `NOT_LINKED` when the run continues another block.
 */
export function joinRun(span: Span | undefined, run: Span, below: BlockId | undefined): Span {
  const base = expectedBase(span, run, below)
  if (run.base !== base) {
    throw notLinked(`block ${run.first.number} has to continue ${base}, and continues ${run.base}`)
  }
  if (span === undefined || span.first.number === run.first.number) return run
  return { ...span, last: run.last }
}

/** What the block before a run has to be. Of what comes before an empty store nothing is known but genesis. */
function expectedBase(span: Span | undefined, run: Span, below: BlockId | undefined): BlockId {
  const { number } = run.first
  if (number === 1) return GENESIS.id
  if (span === undefined) return run.base
  if (number === span.first.number) return span.base
  return number === span.last.number + 1 ? span.last.id : (below ?? '')
}

function notLinked(message: string): UsageError {
  return new UsageError('NOT_LINKED', message)
}
