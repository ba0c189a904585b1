import type { Asset } from '../protocol/generated/types.ts'
import { percentText } from './amount-text.ts'
import type { Sentences, Teller } from './teller.ts'
import { joined } from './teller.ts'

/** Orders and debts, and the pools that trade. What came of an order is not in it: only state tells. */
export const MARKET_SENTENCES: Sentences<
  | 'limit_order_create'
  | 'limit_order_update'
  | 'limit_order_cancel'
  | 'call_order_update'
  | 'bid_collateral'
  | 'fill_order'
  | 'execute_bid'
  | 'liquidity_pool_create'
  | 'liquidity_pool_update'
  | 'liquidity_pool_delete'
  | 'liquidity_pool_deposit'
  | 'liquidity_pool_withdraw'
  | 'liquidity_pool_exchange'
> = {
  limit_order_create: (operation, tell) => {
    const { seller, amount_to_sell: sold, min_to_receive: asked, expiration, extensions } = operation
    return (
      `${tell.account(seller)} offers ${tell.amount(sold)} for at least ${tell.amount(asked)} ` +
      (operation.fill_or_kill ? 'at once or not at all' : `until ${tell.time(expiration)}`) +
      ((extensions.on_fill?.length ?? 0) === 0 ? '' : ', to be followed by a take-profit order')
    )
  },

  limit_order_update: (operation, tell) => {
    const { seller, order, new_price: price, delta_amount_to_sell: delta, new_expiration: end } = operation
    const changes = [
      ...(price === undefined ? [] : [`asks ${tell.price({ base: price.quote, quote: price.base })}`]),
      ...(delta === undefined ? [] : [changeOf(delta, 'adds', 'takes back', tell)]),
      ...(end === undefined ? [] : [`lets it stand until ${tell.time(end)}`]),
      ...(operation.on_fill === undefined ? [] : ['sets what follows when it is filled']),
    ]
    return `${tell.account(seller)} updates order ${order}${changes.length === 0 ? '' : `: ${joined(changes)}`}`
  },

  limit_order_cancel: ({ fee_paying_account: account, order }, tell) =>
    `${tell.account(account)} cancels order ${order}`,

  call_order_update: ({ funding_account: account, delta_collateral, delta_debt, extensions }, tell) => {
    const ratio = extensions.target_collateral_ratio
    const changes = [
      ...(delta_collateral.amount === 0n
        ? []
        : [changeOf(delta_collateral, 'adds', 'takes back', tell, ' of collateral')]),
      ...(delta_debt.amount === 0n ? [] : [changeOf(delta_debt, 'borrows', 'pays back', tell)]),
      ...(ratio === undefined ? [] : [`aims at ${percentText(ratio, 1000)} of collateral`]),
    ]
    const debt = tell.asset(delta_debt.asset_id)
    return changes.length === 0
      ? `${tell.account(account)} updates its debt in ${debt}`
      : `${tell.account(account)} ${joined(changes)}${delta_debt.amount === 0n ? ` for its debt in ${debt}` : ''}`
  },

  bid_collateral: ({ bidder, additional_collateral: collateral, debt_covered: debt }, tell) =>
    debt.amount === 0n
      ? `${tell.account(bidder)} withdraws its bid for debt in ${tell.asset(debt.asset_id)}`
      : `${tell.account(bidder)} bids ${tell.amount(collateral)} of collateral for taking over ${tell.amount(debt)} of debt`,

  fill_order: ({ order_id: order, account_id: account, pays, receives, is_maker: isMaker }, tell) =>
    `${tell.account(account)} pays ${tell.amount(pays)} and receives ${tell.amount(receives)} ` +
    `as ${isMaker ? 'maker' : 'taker'} for order ${order}`,

  execute_bid: ({ bidder, debt, collateral }, tell) =>
    `${tell.account(bidder)} takes over ${tell.amount(debt)} of debt with ${tell.amount(collateral)} of collateral, as it bid`,

  liquidity_pool_create: (operation, tell) =>
    `${tell.account(operation.account)} creates a liquidity pool of ${tell.asset(operation.asset_a)} and ` +
    `${tell.asset(operation.asset_b)} with shares in ${tell.asset(operation.share_asset)}` +
    `, for ${feesText(operation.taker_fee_percent, operation.withdrawal_fee_percent)}`,

  liquidity_pool_update: (operation, tell) => {
    const { account, pool, taker_fee_percent: taker, withdrawal_fee_percent: withdrawal } = operation
    const fees = feesText(taker, withdrawal)
    return `${tell.account(account)} updates ${tell.pool(pool)}${fees === '' ? '' : `: ${fees}`}`
  },

  liquidity_pool_delete: ({ account, pool }, tell) => `${tell.account(account)} deletes ${tell.pool(pool)}`,

  liquidity_pool_deposit: ({ account, pool, amount_a: one, amount_b: other }, tell) =>
    `${tell.account(account)} offers up to ${tell.amount(one)} and ${tell.amount(other)} to ${tell.pool(pool)} for shares`,

  liquidity_pool_withdraw: ({ account, pool, share_amount: shares }, tell) =>
    `${tell.account(account)} hands in ${tell.amount(shares)} to ${tell.pool(pool)}`,

  liquidity_pool_exchange: ({ account, pool, amount_to_sell: sold, min_to_receive: asked }, tell) =>
    `${tell.account(account)} offers ${tell.amount(sold)} to ${tell.pool(pool)} for at least ${tell.amount(asked)}`,
}

function changeOf(delta: Asset, more: string, less: string, tell: Teller, of = ''): string {
  return `${delta.amount < 0n ? less : more} ${tell.size(delta)}${of}`
}

function feesText(taker: number | undefined, withdrawal: number | undefined): string {
  return joined([
    ...(taker === undefined ? [] : [`a taker fee of ${percentText(taker, 10_000)}`]),
    ...(withdrawal === undefined ? [] : [`a withdrawal fee of ${percentText(withdrawal, 10_000)}`]),
  ])
}
