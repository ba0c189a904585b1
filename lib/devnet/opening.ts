import type { ObjectId } from '../protocol/object-id.ts'
import { APPLE, CORE, POOL, POOL_SHARE, USD } from './cast.ts'
import type { Deed, Scene } from './deed.ts'
import { feeFor } from './fees.ts'
import { INITIAL_BALANCE } from './genesis.ts'
import { feedOf } from './market-deeds.ts'

/**
 * What has to be done before there can be a market, by block: balances are claimed, apples issued, the dollar gets a
 * price, the pool is made and filled, dollars are borrowed.
 */
export const OPENING: readonly ((scene: Scene) => readonly Deed[])[] = [claimBalances, makeMarket, fillMarket]

const APPLES_EACH = 2_000_000_000n
const NO_EXTENSIONS = [] as const

function claimBalances({ cast }: Scene): readonly Deed[] {
  return cast.accounts.map((by, index) => ({
    by,
    operations: [
      {
        type: 'balance_claim',
        fee: { amount: 0n, asset_id: CORE },
        deposit_to_account: by.id,
        balance_to_claim: `1.15.${index}` as ObjectId<1, 15>,
        balance_owner_key: by.active.text,
        total_claimed: { amount: INITIAL_BALANCE, asset_id: CORE },
      },
    ],
  }))
}

function makeMarket({ cast: { market, accounts, witnesses }, state }: Scene): readonly Deed[] {
  const feeds = witnesses.map(({ account }) => feedOf(account, state.price))
  const issues: Deed = {
    by: market,
    operations: accounts.map(({ id }) => ({
      type: 'asset_issue',
      fee: feeFor('asset_issue'),
      issuer: market.id,
      asset_to_issue: { amount: APPLES_EACH, asset_id: APPLE },
      issue_to_account: id,
      extensions: NO_EXTENSIONS,
    })),
  }
  const pool: Deed = {
    by: market,
    operations: [
      {
        type: 'liquidity_pool_create',
        fee: feeFor('liquidity_pool_create'),
        account: market.id,
        asset_a: CORE,
        asset_b: APPLE,
        share_asset: POOL_SHARE,
        taker_fee_percent: 20,
        withdrawal_fee_percent: 10,
        extensions: NO_EXTENSIONS,
      },
    ],
  }
  return [...feeds, issues, pool]
}

function fillMarket({ cast: { market, accounts } }: Scene): readonly Deed[] {
  const apples = APPLES_EACH / 2n
  const deposit: Deed = {
    by: market,
    operations: [
      {
        type: 'liquidity_pool_deposit',
        fee: feeFor('liquidity_pool_deposit'),
        account: market.id,
        pool: POOL,
        amount_a: { amount: apples * 500n, asset_id: CORE },
        amount_b: { amount: apples, asset_id: APPLE },
        extensions: NO_EXTENSIONS,
      },
    ],
  }
  const loans = accounts.map((by): Deed => ({
    by,
    operations: [
      {
        type: 'call_order_update',
        fee: feeFor('call_order_update'),
        funding_account: by.id,
        delta_collateral: { amount: INITIAL_BALANCE / 4n, asset_id: CORE },
        delta_debt: { amount: 100_000_000n, asset_id: USD },
        extensions: {},
      },
    ],
  }))
  return [deposit, ...loans]
}
