import { decimalText, percentText } from './amount-text.ts'
import { cleanText } from './clean-text.ts'
import { SYMBOL_LENGTH } from './effects.ts'
import type { Sentences } from './teller.ts'
import { counted, duration, joined, withMemo } from './teller.ts'

/** A collateral ratio as it is on the wire: 1750 is 175% (`GRAPHENE_COLLATERAL_RATIO_DENOM`). */
const RATIO = 1000

/** What issuers, and feed publishers, do with assets. */
export const ASSET_SENTENCES: Sentences<
  | 'asset_create'
  | 'asset_update'
  | 'asset_update_bitasset'
  | 'asset_update_feed_producers'
  | 'asset_issue'
  | 'asset_reserve'
  | 'asset_fund_fee_pool'
  | 'asset_settle'
  | 'asset_global_settle'
  | 'asset_publish_feed'
  | 'asset_settle_cancel'
  | 'asset_claim_fees'
  | 'asset_claim_pool'
  | 'asset_update_issuer'
> = {
  asset_create: (operation, tell) => {
    const { issuer, precision, common_options: options, bitasset_opts: backing } = operation
    const symbol = cleanText(operation.symbol, SYMBOL_LENGTH)
    const kind = operation.is_prediction_market
      ? 'prediction market'
      : backing === undefined
        ? 'asset'
        : 'smart coin'
    const backed = backing === undefined ? '' : `, backed by ${tell.asset(backing.short_backing_asset)}`
    return (
      `${tell.account(issuer)} creates the ${kind} ${symbol} with ${counted(precision, 'decimal')}` +
      `, of which there may be ${decimalText(options.max_supply, precision)}${backed}`
    )
  },

  asset_update: ({ issuer, asset_to_update: asset, new_issuer: next, extensions }, tell) => {
    const { new_precision: precision } = extensions
    const changes = [
      'sets its options',
      ...(precision === undefined ? [] : [`gives it ${counted(precision, 'decimal')}`]),
      ...(next === undefined ? [] : [`hands it over to ${tell.account(next)}`]),
    ]
    return `${tell.account(issuer)} updates ${tell.asset(asset)}: ${joined(changes)}`
  },

  asset_update_bitasset: ({ issuer, asset_to_update: asset, new_options: options }, tell) =>
    `${tell.account(issuer)} sets how ${tell.asset(asset)} is backed: by ${tell.asset(options.short_backing_asset)}, ` +
    `with at least ${counted(options.minimum_feeds, 'feed')}, each good for ${duration(options.feed_lifetime_sec)}`,

  asset_update_feed_producers: ({ issuer, asset_to_update: asset, new_feed_producers: producers }, tell) =>
    `${tell.account(issuer)} has the price of ${tell.asset(asset)} published by ` +
    (producers.length === 0 ? 'nobody' : tell.accounts(producers)),

  asset_issue: ({ issuer, asset_to_issue: amount, issue_to_account: to, memo }, tell) =>
    `${tell.account(issuer)} issues ${tell.amount(amount)} to ${tell.account(to)}${withMemo(memo)}`,

  asset_reserve: ({ payer, amount_to_reserve: amount }, tell) =>
    `${tell.account(payer)} takes ${tell.amount(amount)} out of circulation`,

  asset_fund_fee_pool: ({ from_account: from, asset_id: asset, amount }, tell) =>
    `${tell.account(from)} puts ${tell.core(amount)} into the fee pool of ${tell.asset(asset)}`,

  asset_settle: ({ account, amount }, tell) =>
    `${tell.account(account)} asks for the settlement of ${tell.amount(amount)}`,

  asset_global_settle: ({ issuer, asset_to_settle: asset, settle_price: price }, tell) =>
    `${tell.account(issuer)} orders the settlement of all ${tell.asset(asset)}, at ${tell.price(price)}`,

  asset_publish_feed: ({ publisher, asset_id: asset, feed }, tell) =>
    `${tell.account(publisher)} publishes a feed for ${tell.asset(asset)}: ${tell.price(feed.settlement_price)}, ` +
    `collateral of at least ${percentText(feed.maintenance_collateral_ratio, RATIO)}`,

  asset_settle_cancel: ({ settlement, account, amount }, tell) =>
    `settlement ${settlement} of ${tell.account(account)} over ${tell.amount(amount)} is cancelled`,

  asset_claim_fees: ({ issuer, amount_to_claim: amount, extensions }, tell) => {
    const source = extensions.claim_from_asset_id
    const from = source === undefined ? '' : ` from ${tell.asset(source)}`
    return `${tell.account(issuer)} claims ${tell.amount(amount)} of fees${from}`
  },

  asset_claim_pool: ({ issuer, asset_id: asset, amount_to_claim: amount }, tell) =>
    `${tell.account(issuer)} takes ${tell.amount(amount)} out of the fee pool of ${tell.asset(asset)}`,

  asset_update_issuer: ({ issuer, asset_to_update: asset, new_issuer: next }, tell) =>
    `${tell.account(issuer)} hands ${tell.asset(asset)} over to ${tell.account(next)}`,
}
