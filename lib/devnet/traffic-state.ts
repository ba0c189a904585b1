import type { ObjectId } from '../protocol/object-id.ts'
import type { Operation, Transaction } from '../protocol/generated/types.ts'
import type { Cast, DevnetAccount } from './cast.ts'
import { deriveKeyPair } from './key-pair.ts'

/** An order that its owner may still cancel. */
export interface OpenOrder {
  readonly id: ObjectId<1, 7>
  readonly seller: ObjectId<1, 2>
}

/** A proposal that waits for the approval of one account. */
export interface OpenProposal {
  readonly id: ObjectId<1, 10>
  readonly approver: ObjectId<1, 2>
}

/** What the accounts know of their chain: ids are counted as the chain itself counts them, by inclusion. */
export interface TrafficState {
  nextOrder: number
  nextProposal: number
  nextAccount: number
  /** Names taken so far by accounts that were made on the way. */
  namesTaken: number
  /** Millionths of a dollar for one unit of the core asset. */
  price: number
  orders: readonly OpenOrder[]
  proposals: readonly OpenProposal[]
  /** Who can be paid: the cast, and the newest of those that were made on the way. */
  recipients: readonly DevnetAccount[]
}

/** Open orders and proposals remembered; older ones are left alone. */
const MAX_OPEN = 200
/** Accounts made on the way that are still paid. */
const MAX_NEW_RECIPIENTS = 40
const FIRST_PRICE = 12_500

export function createTrafficState(cast: Cast): TrafficState {
  const lastAccount = cast.accounts.at(-1)?.id ?? '1.2.0'
  return {
    nextOrder: 0,
    nextProposal: 0,
    nextAccount: instanceOf(lastAccount) + 1,
    namesTaken: 0,
    price: FIRST_PRICE,
    orders: [],
    proposals: [],
    recipients: cast.accounts,
  }
}

/** Takes note of a transaction that a block includes. */
export function noteIncluded(state: TrafficState, seed: string, cast: Cast, transaction: Transaction): void {
  for (const operation of transaction.operations) noteOperation(state, seed, cast, operation)
}

function noteOperation(state: TrafficState, seed: string, cast: Cast, operation: Operation): void {
  switch (operation.type) {
    case 'limit_order_create': {
      const order: OpenOrder = { id: `1.7.${state.nextOrder}` as ObjectId<1, 7>, seller: operation.seller }
      state.nextOrder += 1
      state.orders = [...state.orders, order].slice(-MAX_OPEN)
      break
    }
    case 'proposal_create': {
      const approver = payerOf(operation.proposed_ops[0]?.op)
      const id = `1.10.${state.nextProposal}` as ObjectId<1, 10>
      state.nextProposal += 1
      if (approver !== undefined) state.proposals = [...state.proposals, { id, approver }].slice(-MAX_OPEN)
      break
    }
    case 'account_create': {
      const { name } = operation
      const account: DevnetAccount = {
        name,
        id: `1.2.${state.nextAccount}` as ObjectId<1, 2>,
        ...deriveAccountKeys(seed, name),
      }
      state.nextAccount += 1
      const made = [...state.recipients.slice(cast.accounts.length), account]
      state.recipients = [...cast.accounts, ...made.slice(-MAX_NEW_RECIPIENTS)]
      break
    }
    default:
  }
}

/** The keys of an account that was made on the way. */
export function deriveAccountKeys(seed: string, name: string): Pick<DevnetAccount, 'owner' | 'active'> {
  return { owner: deriveKeyPair(seed, `${name} owner`), active: deriveKeyPair(seed, `${name} active`) }
}

function payerOf(operation: Operation | undefined): ObjectId<1, 2> | undefined {
  return operation?.type === 'transfer' ? operation.from : undefined
}

function instanceOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('.') + 1))
}
