import type { Authority, Operation } from '../protocol/generated/types.ts'
import { objectIdFromText } from '../protocol/object-id.ts'
import { cleanText } from './clean-text.ts'

/** An object that an operation makes, with what a name book keeps of it. */
export type Creation =
  | { readonly kind: 'account'; readonly name: string }
  | { readonly kind: 'asset'; readonly symbol: string; readonly precision: number; readonly issuer: number }
  | { readonly kind: 'committee_member'; readonly account: number }
  | { readonly kind: 'witness'; readonly account: number }
  | {
      readonly kind: 'liquidity_pool'
      readonly assetA: number
      readonly assetB: number
      readonly shareAsset: number
    }
  | { readonly kind: 'proposal'; readonly proposal: ProposalFacts }

/** What an operation does to what a name book keeps. Plain data: it goes into files as it is. */
export type Effect =
  | { readonly type: 'creation'; readonly creation: Creation }
  /** An asset gets another issuer or precision. */
  | {
      readonly type: 'asset_change'
      readonly asset: number
      readonly issuer?: number | undefined
      readonly precision?: number | undefined
    }
  /** A proposal gets or loses approvals, on which it may run. */
  | { readonly type: 'approval'; readonly proposal: number; readonly isAdded: boolean }
  | { readonly type: 'removal'; readonly proposal: number }

/** What is kept of a proposal. */
export interface ProposalFacts {
  /** The number of the account that made it. */
  readonly proposer: number
  /** Seconds since 1970. */
  readonly expires: number
  /** One with a review period runs when it expires, never before (`proposal_update_evaluator::do_apply`). */
  readonly isReviewed: boolean
  /** What it does when it runs; only what a name book keeps. */
  readonly effects: readonly Effect[]
  /** Whether it might run without any approval: what it does is in the name of `temp-account`, which is everybody. */
  readonly isOpen: boolean
}

/** Of core's limits: `GRAPHENE_MAX_ACCOUNT_NAME_LENGTH`, `GRAPHENE_MAX_ASSET_SYMBOL_LENGTH`. */
export const NAME_LENGTH = 63
export const SYMBOL_LENGTH = 16

const TEMP_ACCOUNT = '1.2.4'

/** The number in the text of an object id. */
export function instanceOf(id: string): number {
  return objectIdFromText(id)[2]
}

/** What an operation does to what a name book keeps; mostly nothing. */
export function effectOf(operation: Operation): Effect | undefined {
  switch (operation.type) {
    case 'account_create':
      return creation({ kind: 'account', name: cleanText(operation.name, NAME_LENGTH) })
    case 'asset_create': {
      const { precision } = operation
      const symbol = cleanText(operation.symbol, SYMBOL_LENGTH)
      return creation({ kind: 'asset', symbol, precision, issuer: instanceOf(operation.issuer) })
    }
    case 'committee_member_create':
      return creation({ kind: 'committee_member', account: instanceOf(operation.committee_member_account) })
    case 'witness_create':
      return creation({ kind: 'witness', account: instanceOf(operation.witness_account) })
    case 'liquidity_pool_create':
      return creation({
        kind: 'liquidity_pool',
        assetA: instanceOf(operation.asset_a),
        assetB: instanceOf(operation.asset_b),
        shareAsset: instanceOf(operation.share_asset),
      })
    case 'proposal_create':
      return creation({ kind: 'proposal', proposal: proposalFacts(operation) })
    case 'proposal_update':
      return {
        type: 'approval',
        proposal: instanceOf(operation.proposal),
        isAdded:
          operation.active_approvals_to_add.length +
            operation.owner_approvals_to_add.length +
            operation.key_approvals_to_add.length >
          0,
      }
    case 'proposal_delete':
      return { type: 'removal', proposal: instanceOf(operation.proposal) }
    case 'asset_update':
      return assetChange(operation.asset_to_update, operation.new_issuer, operation.extensions.new_precision)
    case 'asset_update_issuer':
      return assetChange(operation.asset_to_update, operation.new_issuer, undefined)
    default:
      return undefined
  }
}

/**
 * Whether only one of two objects can be on a chain: names are unique, and an account is one witness at most. Pools can be
 * deleted, and their share assets used again.
 */
export function isSameObject(one: Creation, other: Creation): boolean {
  if (one.kind === 'account') return other.kind === 'account' && one.name === other.name
  if (one.kind === 'asset') return other.kind === 'asset' && one.symbol === other.symbol
  if (one.kind === 'proposal' || one.kind === 'liquidity_pool') return false
  return other.kind === one.kind && one.account === other.account
}

/** How much a proposal keeps in memory: itself and all its effects, those of nested proposals too. */
export function effectCountOf({ effects }: ProposalFacts): number {
  let count = 1
  for (const effect of effects) {
    count +=
      effect.type === 'creation' && effect.creation.kind === 'proposal'
        ? effectCountOf(effect.creation.proposal)
        : 1
  }
  return count
}

/** Whether an operation gives an authority that nobody has to satisfy. */
export function givesOpenAuthority(operation: Operation): boolean {
  switch (operation.type) {
    case 'account_create':
      return isOpenAuthority(operation.owner) || isOpenAuthority(operation.active)
    case 'account_update':
      return isOpenAuthority(operation.owner) || isOpenAuthority(operation.active)
    case 'custom_authority_create':
      return isOpenAuthority(operation.auth)
    case 'custom_authority_update':
      return isOpenAuthority(operation.new_auth)
    case 'proposal_create':
      return operation.proposed_ops.some(({ op }) => givesOpenAuthority(op))
    default:
      return false
  }
}

/** One without a threshold, or one that `temp-account`, which is everybody, satisfies alone. */
function isOpenAuthority(authority: Authority | undefined): boolean {
  if (authority === undefined) return false
  const { weight_threshold: threshold, account_auths: accounts } = authority
  return threshold === 0 || accounts.some(([id, weight]) => id === TEMP_ACCOUNT && weight >= threshold)
}

function creation(made: Creation): Effect {
  return { type: 'creation', creation: made }
}

function assetChange(
  asset: string,
  issuer: string | undefined,
  precision: number | undefined,
): Effect | undefined {
  if (issuer === undefined && precision === undefined) return undefined
  return {
    type: 'asset_change',
    asset: instanceOf(asset),
    ...(issuer === undefined ? {} : { issuer: instanceOf(issuer) }),
    ...(precision === undefined ? {} : { precision }),
  }
}

function proposalFacts(operation: Extract<Operation, { type: 'proposal_create' }>): ProposalFacts {
  const effects: Effect[] = []
  let isOpen = true
  for (const { op } of operation.proposed_ops) {
    const effect = effectOf(op)
    if (effect === undefined) continue
    effects.push(effect)
    if (payerOf(op) !== TEMP_ACCOUNT) isOpen = false
  }
  return {
    proposer: instanceOf(operation.fee_paying_account),
    expires: operation.expiration_time,
    isReviewed: operation.review_period_seconds !== undefined,
    effects,
    isOpen: isOpen && effects.length > 0,
  }
}

/** Who pays for an operation that has an effect, and so has to agree to it. */
function payerOf(operation: Operation): string | undefined {
  if ('registrar' in operation) return operation.registrar
  if ('issuer' in operation) return operation.issuer
  if ('fee_paying_account' in operation) return operation.fee_paying_account
  if ('committee_member_account' in operation) return operation.committee_member_account
  if ('witness_account' in operation) return operation.witness_account
  return operation.type === 'liquidity_pool_create' ? operation.account : undefined
}
