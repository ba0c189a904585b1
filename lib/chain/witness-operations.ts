import { toHex } from '#platform'
import { publicKeyFromText } from '../crypto/key-text.ts'

/** What is read of a transaction in a block. */
export interface SeenTransaction {
  /** Its bytes. */
  readonly raw: Uint8Array
  readonly operations: readonly { readonly type: string }[]
  /** Tag and value of each result: in blocks made before core 6.0.0. */
  readonly operation_results: readonly (readonly [number, unknown])[]
}

/** How an account votes, as far as witnesses go. */
interface Votes {
  readonly num_witness: number
  readonly votes: readonly string[]
}

/** The operations that bear on witnesses, with the members that do. */
export type WitnessOperation =
  | { readonly type: 'account_create'; readonly options: Votes }
  | { readonly type: 'account_update'; readonly new_options?: Votes | undefined }
  | { readonly type: 'witness_create'; readonly block_signing_key: string }
  | {
      readonly type: 'witness_update'
      readonly witness: string
      readonly new_signing_key?: string | undefined
    }
  | {
      readonly type: 'proposal_create'
      readonly proposed_ops: readonly { readonly op: { readonly type: string } }[]
    }

/** A key for a witness, as 66 hex digits. */
export interface KeyOfWitness {
  /** 5 for `1.6.5`. */
  readonly witness: number
  readonly key: string
}

/** What a block tells about witnesses. */
export interface WitnessFacts {
  /** Keys that are replaced, in order. */
  readonly updated: readonly KeyOfWitness[]
  /** Witnesses that are made, in order. Their number is known where the block has results. */
  readonly created: readonly { readonly witness: number | undefined; readonly key: string }[]
  /** Keys that are replaced if a proposal is executed. */
  readonly proposed: readonly KeyOfWitness[]
  /** Whether witnesses may be made later without a trace: by a proposal, or by what cannot be read. */
  readonly mayCreateUnseen: boolean
  /** Whether other witnesses may become active when votes are counted next. */
  readonly mayChangeWitnesses: boolean
}

/** Of a block that says nothing about witnesses. */
export const NO_FACTS: WitnessFacts = {
  updated: [],
  created: [],
  proposed: [],
  mayCreateUnseen: false,
  mayChangeWitnesses: false,
}

/** Who is active as long as no vote says otherwise. */
export interface Electorate {
  /** How many are active: witnesses 1 to `count`, for whom votes are `1:0` and so on. */
  readonly count: number
  /** Whether there are fewer witnesses than there should be active ones, so that a new one becomes active. */
  readonly isShort: boolean
}

const TAGS: ReadonlySet<number> = new Set([5, 6, 20, 21, 22])
const TYPES: ReadonlySet<string> = new Set<WitnessOperation['type']>([
  'account_create',
  'account_update',
  'witness_create',
  'witness_update',
  'proposal_create',
])
// Bytes of ref_block_num, ref_block_prefix and expiration (`transaction.hpp`).
const OPERATION_COUNT_AT = 10
const RESULT_IS_OBJECT = 1

/**
 * Reads what a block tells about witnesses. Operations are only decoded where one may be about them.
 *
 * Without an `electorate` nothing is known of who is active, and any block may change it.
 *
 * @param isComplete false if not all of the block's transactions could be read
 */
export function readWitnessFacts(
  transactions: readonly SeenTransaction[],
  isComplete: boolean,
  electorate: Electorate | undefined,
  prefix: string,
): WitnessFacts {
  if (transactions.length === 0 && isComplete && electorate !== undefined) return NO_FACTS
  const facts = {
    updated: [] as KeyOfWitness[],
    created: [] as { readonly witness: number | undefined; readonly key: string }[],
    proposed: [] as KeyOfWitness[],
    mayCreateUnseen: !isComplete,
    mayChangeWitnesses: !isComplete || electorate === undefined,
  }
  for (const transaction of transactions) {
    if (!mayMatter(transaction.raw)) continue
    for (const [index, operation] of transaction.operations.entries()) {
      if (!isWitnessOperation(operation)) continue
      facts.mayChangeWitnesses ||= electorate !== undefined && mayChange(operation, electorate)
      switch (operation.type) {
        case 'witness_create': {
          const key = toKey(operation.block_signing_key, prefix)
          facts.created.push({ witness: resultOf(transaction, index), key })
          break
        }
        case 'witness_update':
          facts.updated.push(...keysIn(operation, prefix))
          break
        case 'proposal_create':
          for (const proposed of operationsIn(operation)) {
            if (proposed.type === 'witness_update') facts.proposed.push(...keysIn(proposed, prefix))
            facts.mayCreateUnseen ||= proposed.type === 'witness_create'
          }
          break
        case 'account_create':
        case 'account_update':
      }
    }
  }
  return facts
}

/** Whether one of the operations may be about witnesses: nearly all transactions have one, which its tag tells. */
function mayMatter(raw: Uint8Array): boolean {
  return raw[OPERATION_COUNT_AT] !== 1 || TAGS.has(raw[OPERATION_COUNT_AT + 1] as number)
}

function isWitnessOperation(operation: { readonly type: string }): operation is WitnessOperation {
  return TYPES.has(operation.type)
}

/** The operations of a proposal that are about witnesses, also of proposals in it. */
function operationsIn(proposal: WitnessOperation): readonly WitnessOperation[] {
  if (proposal.type !== 'proposal_create') return [proposal]
  return proposal.proposed_ops.flatMap(({ op }) => (isWitnessOperation(op) ? operationsIn(op) : []))
}

/**
 * Whether an operation may make other witnesses active (`db_maint.cpp`, `update_active_witnesses`).
 *
 * So many as there are stay so many as long as nobody asks for more; they stay the same ones as long as nobody votes for
 * another, because of equal votes the lower number decides.
 */
function mayChange(operation: WitnessOperation, electorate: Electorate): boolean {
  switch (operation.type) {
    case 'account_create':
      return mayElect(operation.options, electorate)
    case 'account_update':
      return operation.new_options !== undefined && mayElect(operation.new_options, electorate)
    case 'witness_create':
      return electorate.isShort
    case 'witness_update':
      return false
    case 'proposal_create':
      return operationsIn(operation).some((each) => mayChange(each, electorate))
  }
}

function mayElect({ num_witness, votes }: Votes, { count }: Electorate): boolean {
  const asked = Math.floor(num_witness / 2) * 2 + 1
  return asked > count || votes.some((vote) => vote.startsWith('1:') && Number(vote.slice(2)) >= count)
}

function keysIn(
  { witness, new_signing_key }: WitnessOperation & { readonly type: 'witness_update' },
  prefix: string,
): readonly KeyOfWitness[] {
  if (new_signing_key === undefined) return []
  return [{ witness: instanceOf(witness), key: toKey(new_signing_key, prefix) }]
}

function resultOf({ operation_results }: SeenTransaction, index: number): number | undefined {
  const [tag, value] = operation_results[index] ?? []
  return tag === RESULT_IS_OBJECT && typeof value === 'string' ? instanceOf(value) : undefined
}

function instanceOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1))
}

/** A key's text as 66 hex digits. */
export function toKey(text: string, prefix: string): string {
  return toHex(publicKeyFromText(text, prefix))
}
