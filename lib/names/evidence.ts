import type { Operation } from '../protocol/generated/types.ts'
import { exists, fits } from './conclude.ts'
import type { Step } from './counting.ts'
import type { Creation } from './effects.ts'
import { instanceOf } from './effects.ts'
import type { Kind } from './kinds.ts'

/**
 * Counts what an operation in a block proves of objects that wait for their ids: that one is there, or what it is. Only what
 * bitshares-core checks when it applies the operation; accounts in lists and authorities need not exist.
 */
export function countEvidence(step: Step, operation: Operation): void {
  for (const id of accountsOf(operation)) exists(step, 'account', instanceOf(id))
  for (const id of assetsOf(operation)) exists(step, 'asset', instanceOf(id))
  if (operation.type === 'liquidity_pool_update' || operation.type === 'liquidity_pool_delete')
    exists(step, 'liquidity_pool', instanceOf(operation.pool))
  const said = statementOf(operation)
  if (said === undefined || (said.kind === 'asset' && step.state.doubted.size > 0)) return
  fits(step, said.kind, instanceOf(said.id), said.fit)
}

/** Who signs, and who receives. */
function accountsOf(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'transfer':
      return [operation.from, operation.to]
    case 'limit_order_create':
    case 'limit_order_update':
      return [operation.seller]
    case 'call_order_update':
      return [operation.funding_account]
    case 'account_create':
      return [operation.registrar, operation.referrer]
    case 'account_upgrade':
      return [operation.account_to_upgrade]
    case 'asset_issue':
      return [operation.issuer, operation.issue_to_account]
    case 'override_transfer':
      return [operation.issuer, operation.from, operation.to]
    case 'balance_claim':
      return [operation.deposit_to_account]
    case 'asset_publish_feed':
      return [operation.publisher]
    case 'vesting_balance_create':
      return [operation.creator, operation.owner]
    case 'custom':
      return [operation.payer]
    default:
      if ('account' in operation) return [operation.account]
      if ('fee_paying_account' in operation) return [operation.fee_paying_account]
      if ('issuer' in operation) return [operation.issuer]
      if ('owner_account' in operation) return [operation.owner_account]
      if ('borrower' in operation) return [operation.borrower]
      if ('witness_account' in operation) return [operation.witness_account]
      return []
  }
}

function assetsOf(operation: Operation): readonly string[] {
  const { fee } = operation
  switch (operation.type) {
    case 'transfer':
    case 'override_transfer':
      return [fee.asset_id, operation.amount.asset_id]
    case 'limit_order_create':
      return [fee.asset_id, operation.amount_to_sell.asset_id, operation.min_to_receive.asset_id]
    case 'asset_publish_feed':
    case 'asset_fund_fee_pool':
      return [fee.asset_id, operation.asset_id]
    case 'asset_reserve':
      return [fee.asset_id, operation.amount_to_reserve.asset_id]
    case 'liquidity_pool_create':
      return [fee.asset_id, operation.asset_a, operation.asset_b, operation.share_asset]
    default:
      return [fee.asset_id]
  }
}

interface Statement {
  readonly kind: Kind
  readonly id: string
  readonly fit: (creation: Creation) => boolean
}

/** What an operation says of the object that it is about. */
function statementOf(operation: Operation): Statement | undefined {
  switch (operation.type) {
    case 'asset_issue':
      return issuedBy(operation.asset_to_issue.asset_id, operation.issuer)
    case 'asset_update':
    case 'asset_update_bitasset':
    case 'asset_update_feed_producers':
    case 'asset_update_issuer':
      return issuedBy(operation.asset_to_update, operation.issuer)
    case 'witness_update':
      return ownedBy('witness', operation.witness, operation.witness_account)
    case 'committee_member_update':
      return ownedBy('committee_member', operation.committee_member, operation.committee_member_account)
    case 'liquidity_pool_deposit': {
      const assetA = instanceOf(operation.amount_a.asset_id)
      const assetB = instanceOf(operation.amount_b.asset_id)
      return pool(operation.pool, (made) => made.assetA === assetA && made.assetB === assetB)
    }
    case 'liquidity_pool_withdraw': {
      const shareAsset = instanceOf(operation.share_amount.asset_id)
      return pool(operation.pool, (made) => made.shareAsset === shareAsset)
    }
    case 'liquidity_pool_exchange': {
      const sold = instanceOf(operation.amount_to_sell.asset_id)
      const bought = instanceOf(operation.min_to_receive.asset_id)
      return pool(
        operation.pool,
        ({ assetA, assetB }) =>
          (assetA === sold && assetB === bought) || (assetA === bought && assetB === sold),
      )
    }
    default:
      return undefined
  }
}

function issuedBy(id: string, account: string): Statement {
  const issuer = instanceOf(account)
  return { kind: 'asset', id, fit: (creation) => creation.kind === 'asset' && creation.issuer === issuer }
}

function ownedBy(kind: 'witness' | 'committee_member', id: string, owner: string): Statement {
  const account = instanceOf(owner)
  return { kind, id, fit: (creation) => creation.kind === kind && creation.account === account }
}

function pool(
  id: string,
  fit: (creation: Extract<Creation, { kind: 'liquidity_pool' }>) => boolean,
): Statement {
  return {
    kind: 'liquidity_pool',
    id,
    fit: (creation) => creation.kind === 'liquidity_pool' && fit(creation),
  }
}
