import type { Names } from '../names/names.ts'
import { viewBlock } from '../protocol/block-view.ts'
import type { BlockSummary } from '../view/block-summary.ts'
import { summarizeBlock } from '../view/summarize-block.ts'
import { encodeEvent } from './encode-event.ts'
import { type ChainStep, cursorAfter, type JournalEntry } from './journal.ts'
import { MAX_OPERATION_JSON } from './limits.ts'
import type { EventFilter } from './parse-filter.ts'

/** The event of a step for those who want all of it. */
export function encodeStep(step: ChainStep): Uint8Array {
  const after = cursorAfter(step)
  if (step.type === 'undo') return encodeEvent({ event: 'undo', id: after, data: step })
  return encodeEvent({ event: 'block', id: after, data: { type: 'block', block: step.block } })
}

/** The event of an entry for a filter: the block with the operations that are wanted. It is read again from its bytes. */
export function encodeFiltered(
  { step, after, bytes }: JournalEntry,
  { isWanted, withJson }: EventFilter,
  names: Names,
  prefix: string,
): Uint8Array {
  if (step.type === 'undo') return bytes
  const { block: told, raw } = step
  const { receivedAt, peer, latencyMs, missedBefore, transactions } = told
  const waits = new Map(transactions.map(({ id, waitMs }) => [id, waitMs] as const))
  const block = summarizeBlock(viewBlock(raw, { prefix }), {
    names,
    receivedAt,
    peer,
    latencyMs,
    missedBefore,
    waitOf: (id) => waits.get(id),
    ...(isWanted !== undefined && { isWanted }),
    withJson,
  })
  return encodeEvent({
    event: 'block',
    id: after,
    data: { type: 'block', block: withJson ? withoutLongJson(block) : block },
  })
}

/** One operation may be as large as a block; then only its sentence is told. */
function withoutLongJson(block: BlockSummary): BlockSummary {
  const operations = block.operations.map(({ op, ...line }) =>
    JSON.stringify(op).length > MAX_OPERATION_JSON ? line : { ...line, op },
  )
  return { ...block, operations }
}

/**
 * Remembers what was encoded for which filter of the newest entries, so that clients with the same filter cost one. Older
 * entries are asked for by those who come back, one at a time.
 */
export function createEncoder(
  encode: (entry: JournalEntry, filter: EventFilter) => Uint8Array,
): (entry: JournalEntry, filter: EventFilter) => Uint8Array {
  let newest: JournalEntry | undefined
  let encoded = new Map<string, Uint8Array>()
  return (entry, filter) => {
    if (entry !== newest) {
      newest = entry
      encoded = new Map()
    }
    const bytes = encoded.get(filter.key) ?? encode(entry, filter)
    encoded.set(filter.key, bytes)
    return bytes
  }
}
