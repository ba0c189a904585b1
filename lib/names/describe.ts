import type { Operation } from '../protocol/generated/types.ts'
import { cleanText } from './clean-text.ts'
import type { Names } from './names.ts'
import { ACCOUNT_SENTENCES, OTHER_SENTENCES } from './sentences-of-accounts.ts'
import { ASSET_SENTENCES } from './sentences-of-assets.ts'
import { CREDIT_SENTENCES } from './sentences-of-credit.ts'
import { GOVERNANCE_SENTENCES } from './sentences-of-governance.ts'
import { MARKET_SENTENCES } from './sentences-of-markets.ts'
import { TRANSFER_SENTENCES } from './sentences-of-transfers.ts'
import type { Sentences } from './teller.ts'
import { Teller } from './teller.ts'

/** No description is longer. */
const LENGTH = 2000
/** Proposals within proposals are told to this depth. */
const DEPTH = 3

const SENTENCES: Sentences = {
  ...ACCOUNT_SENTENCES,
  ...ASSET_SENTENCES,
  ...CREDIT_SENTENCES,
  ...GOVERNANCE_SENTENCES,
  ...MARKET_SENTENCES,
  ...OTHER_SENTENCES,
  ...TRANSFER_SENTENCES,
}

/**
 * Returns a plain English sentence that says what an operation does, with names and amounts where `names` knows them, and
 * with ids and the smallest units where not.
 *
 * It says what was asked for, not what came of it: whether an order was filled and at what price is in no block, but in the
 * state of the chain alone (of the virtual operations, which report it, the sentences say so). Text of strangers in it is
 * cut, and free of control characters; memos stay closed. At most 2000 characters.
 *
 * ```ts
 * for (const { operations } of block.transactions) for (const each of operations) console.log(describe(each, book))
 * ```
 */
export function describe(operation: Operation, names?: Names): string {
  return cleanText(tellAt(operation, names, 0), LENGTH)
}

function tellAt(operation: Operation, names: Names | undefined, depth: number): string {
  if (depth > DEPTH) return `a further operation (${operation.type})`
  const tell = new Teller(names, (inner) => tellAt(inner, names, depth + 1))
  // The table has the sentence of each type under it, which the compiler cannot follow.
  const sentence = SENTENCES[operation.type] as (operation: Operation, tell: Teller) => string
  return sentence(operation, tell)
}
