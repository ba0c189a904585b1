import { describe } from '../names/describe.ts'
import type { Names } from '../names/names.ts'
import { cleanText } from '../names/clean-text.ts'
import type { Block } from '../node/block.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { toJson } from '../protocol/json.ts'
import type { BlockFacts, OperationFacts } from './facts.ts'
import {
  MAX_COUNTED_TYPES,
  MAX_DECODED_CHARS,
  MAX_DETAILED_OPERATIONS,
  MAX_IDS_PER_OPERATION,
  MAX_LABEL_CHARS,
  MAX_SENTENCE_CHARS,
} from './limits.ts'

/** How a block came, and how much of it is wanted. */
export interface BlockView {
  readonly names: Names
  /** The time on the chain when it arrived, milliseconds since 1970. */
  readonly chainMs: number
  /** Whether its operations count for the rates. */
  readonly isCounted: boolean
  /** Whether its operations are described. */
  readonly isDetailed: boolean
}

/** What the dashboard keeps of a block. Its operations are decoded only if they are counted or described. */
export function toBlockFacts(block: Block, view: BlockView): BlockFacts {
  const { names, isCounted, isDetailed } = view
  const isRead = isCounted || isDetailed
  const transactions = isRead ? block.transactions : []
  const counts = new Map<string, number>()
  let operations = 0
  for (const transaction of transactions) {
    for (const { type } of transaction.operations) {
      operations += 1
      if (counts.has(type) || counts.size < MAX_COUNTED_TYPES) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
  }
  const { received } = block
  const { level, signer } = block.verified
  return {
    number: block.number,
    id: block.id,
    previous: block.previous,
    timestamp: block.timestamp,
    witness: witnessName(block.witness, names),
    transactions: transactions.length,
    operations,
    sizeBytes: block.raw.length,
    latencyMs: received.source === 'live' ? view.chainMs - block.timestamp * 1000 : undefined,
    receivedAt: received.at,
    peer: cleanText(received.peer ?? '', MAX_LABEL_CHARS),
    source: received.source,
    isCounted,
    counts: [...counts].map(([type, count]) => ({ type, count })),
    details: isDetailed ? toDetails(transactions, names) : undefined,
    isOpaque: isRead && block.opaque !== undefined,
    level,
    signer,
  }
}

/** The name of a witness, or its id where that is not known. */
export function witnessName(witness: Block['witness'], names: Names): string {
  const account = names.witness(witness)
  const name = account === undefined ? undefined : names.account(account)
  return cleanText(name ?? witness, MAX_LABEL_CHARS)
}

function toDetails(transactions: Block['transactions'], names: Names): readonly OperationFacts[] {
  const details: OperationFacts[] = []
  for (const [index, { operations }] of transactions.entries()) {
    for (const operation of operations) {
      if (details.length >= MAX_DETAILED_OPERATIONS) return details
      details.push(toOperationFacts(index, operation, names))
    }
  }
  return details
}

function toOperationFacts(transaction: number, operation: Operation, names: Names): OperationFacts {
  const [, members] = toJson('operation', operation) as readonly [number, unknown]
  const json = JSON.stringify(members)
  return {
    transaction,
    type: operation.type,
    sentence: sentenceOf(operation, names),
    decoded: cleanText(json, MAX_DECODED_CHARS),
    ids: idsIn(json),
  }
}

/** What an operation does, cut to what one line of a list may keep. */
export function sentenceOf(operation: Operation, names: Names): string {
  return cleanText(describe(operation, names), MAX_SENTENCE_CHARS)
}

/** Ids of accounts, assets and other objects, each once. */
function idsIn(json: string): readonly string[] {
  const ids = new Set<string>()
  for (const [, id = ''] of json.matchAll(/"(\d{1,3}\.\d{1,3}\.\d{1,15})"/g)) {
    ids.add(id)
    if (ids.size >= MAX_IDS_PER_OPERATION) break
  }
  return [...ids]
}
