import type { BlockId } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import type { Operation, OperationResult } from '../protocol/generated/types.ts'
import { objectIdFromText } from '../protocol/object-id.ts'
import type { BookState } from './book-state.ts'
import { countApproval, countCreation, countExpired, countRemoval, doubt } from './count-ids.ts'
import type { Step } from './counting.ts'
import { effectOf, givesOpenAuthority } from './effects.ts'
import { countEvidence } from './evidence.ts'
import { Journal } from './journal.ts'
import type { Kind } from './kinds.ts'
import { TYPE_OF } from './kinds.ts'
import { learnOperation } from './learn-operation.ts'
import type { NameBook } from './name-book.ts'
import { stateOf } from './name-book.ts'
import { NameWriter } from './name-writer.ts'
import { loseAll } from './queues.ts'

/** What a name book looks at in a block: any of ours has it. */
export interface NamedBlock {
  readonly number: number
  /** With it, and `previous` of the next one, a book notices that it goes on with another branch. */
  readonly id?: BlockId
  readonly previous?: BlockId
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly transactions: readonly {
    readonly operations: readonly Operation[]
    readonly operation_results: readonly OperationResult[]
  }[]
  /** The rest of a block that cannot be read. */
  readonly opaque?: Uint8Array | undefined
}

/**
 * Adds what a block says to a book: the block after {@link NameBook.head}. After another one nothing is known of new ids,
 * and {@link NameBook.certainty} says so.
 *
 * Blocks are believed: they are those of the chain that is followed.
 */
export function learnNames(names: NameBook, block: NamedBlock): void {
  const book = stateOf(names)
  const { counting: state, limits } = book
  const journal = new Journal()
  const findings = new NameWriter(book.content, journal, limits)
  const step: Step = { state, limits, journal, findings, block: block.number }
  try {
    begin(step, book, block)
    for (const transaction of block.transactions) applyTransaction(step, findings, transaction)
    if (block.opaque !== undefined && state.isComplete) loseAll(step, 'a part of the block cannot be read')
    countExpired(step, block.timestamp)
    journal.assign(book, 'head', block.number)
    journal.assign(book, 'headId', block.id)
  } catch (failure) {
    // All of a block or nothing of it.
    journal.undo()
    throw failure
  }
  book.changes.push({ number: block.number, journal })
  if (book.changes.length > limits.maxUndoBlocks) book.changes.shift()
}

/**
 * Takes back the last block that was applied.
 *
 * Throws {@link UsageError} `BAD_VALUE` if it is another one, or so old that what it changed is forgotten.
 */
export function unlearnNames(names: NameBook, block: Pick<NamedBlock, 'number' | 'id'>): void {
  const book = stateOf(names)
  const change = book.changes.at(-1)
  const { id = book.headId } = block
  if (change?.number !== block.number || (book.headId !== undefined && id !== book.headId)) {
    throw new UsageError('BAD_VALUE', `block ${block.number} is not the one to undo: ${lastOf(book, block)}`)
  }
  book.changes.pop()
  change.journal.undo()
}

function lastOf({ changes }: BookState, { number }: Pick<NamedBlock, 'number'>): string {
  const last = changes.at(-1)
  if (last === undefined) return 'none can be undone'
  return last.number === number ? 'the last one has another id' : `the last one is ${last.number}`
}

function applyTransaction(
  step: Step,
  writer: NameWriter,
  { operations, operation_results: results }: NamedBlock['transactions'][number],
): void {
  for (const [index, operation] of operations.entries()) {
    if (step.state.runs.size > 0) countEvidence(step, operation)
    learnOperation(operation, writer)
    count(step, operation, results[index])
  }
}

function begin(step: Step, { head, headId }: BookState, { number, previous }: NamedBlock): void {
  const { state, journal } = step
  if (head !== undefined) {
    if (!state.isComplete) return
    if (number !== head + 1) loseAll(step, `the last block seen before it was ${head}`)
    else if (headId !== undefined && previous !== undefined && previous !== headId)
      loseAll(step, `it does not follow the block ${head} that was known`)
  } else if (number === 1) {
    // Whatever genesis has, it has no proposals and no pools.
    journal.assign(state, 'isComplete', true)
    for (const kind of ['proposal', 'liquidity_pool'] as const) {
      journal.assign(state.counts, kind, { next: 0, waiting: [] })
    }
  }
}

function count(step: Step, operation: Operation, result: OperationResult | undefined): void {
  if (givesOpenAuthority(operation)) step.journal.assign(step.state, 'hasOpenAuthority', true)
  const effect = effectOf(operation)
  switch (effect?.type) {
    case 'creation': {
      countCreation(step, effect.creation, idIn(result, effect.creation.kind))
      return
    }
    case 'approval': {
      countApproval(step, effect.proposal, effect.isAdded)
      return
    }
    case 'removal': {
      countRemoval(step, effect.proposal)
      return
    }
    case 'asset_change': {
      doubt(step, effect.asset)
      return
    }
    case undefined:
  }
}

/** The number of the new object of a kind that a result names, if it names one. */
function idIn(result: OperationResult | undefined, kind: Kind): number | undefined {
  const found = idsIn(result)
    .map(objectIdFromText)
    .filter(([space, type]) => space === 1 && type === TYPE_OF[kind])
  return found.length === 1 ? found[0]?.[2] : undefined
}

function idsIn(result: OperationResult | undefined): readonly string[] {
  switch (result?.[0]) {
    case 1:
      return [result[1]]
    case 3:
      return result[1].new_objects
    case 5:
      return result[1].new_objects ?? []
    default:
      return []
  }
}
