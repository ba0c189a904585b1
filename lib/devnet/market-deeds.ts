import { APPLE, CORE, type DevnetAccount, POOL, USD } from './cast.ts'
import { accountOf, DAY_SECONDS, type Deed, type Scene } from './deed.ts'
import { feeFor } from './fees.ts'

/** An order for core against dollars near the price, which wanders a little with each. */
export function placeOrder({ cast, state, random, headSeconds }: Scene): Deed {
  const by = random.pick(cast.accounts)
  // A walk of at most one percent an order.
  state.price = Math.max(1000, Math.round(state.price * (1 + (random.below(201) - 100) / 10_000)))
  const core = BigInt(random.between(10_000, 90_000_000))
  // A core unit has five digits, a dollar four.
  const dollars = (core * BigInt(state.price)) / 10_000_000n + 1n
  const inMarket = { amount: core, asset_id: CORE }
  const inDollars = { amount: dollars, asset_id: USD }
  const isSale = random.chance(0.5)
  return {
    by,
    operations: [
      {
        type: 'limit_order_create',
        fee: feeFor('limit_order_create'),
        seller: by.id,
        amount_to_sell: isSale ? inMarket : inDollars,
        min_to_receive: isSale ? inDollars : inMarket,
        expiration: headSeconds + random.between(1, 28) * DAY_SECONDS,
        fill_or_kill: random.chance(0.03),
        extensions: {},
      },
    ],
  }
}

/** Somebody takes an order back. */
export function cancelOrder({ cast, state, random }: Scene): Deed | undefined {
  if (state.orders.length === 0) return undefined
  const order = random.pick(state.orders)
  const by = accountOf(cast, order.seller)
  state.orders = state.orders.filter((each) => each !== order)
  return {
    by,
    operations: [
      {
        type: 'limit_order_cancel',
        fee: feeFor('limit_order_cancel'),
        fee_paying_account: by.id,
        order: order.id,
        extensions: [],
      },
    ],
  }
}

/** A witness says what a dollar is worth. */
export function publishFeed({ cast, state, random }: Scene): Deed {
  const price = Math.round(state.price * (1 + (random.below(101) - 50) / 10_000))
  return feedOf(random.pick(cast.witnesses).account, price)
}

/** A feed of that price, in millionths of a dollar for a unit of core. */
export function feedOf(by: DevnetAccount, price: number): Deed {
  const rate = {
    base: { amount: BigInt(price), asset_id: USD },
    quote: { amount: 10_000_000n, asset_id: CORE },
  }
  return {
    by,
    operations: [
      {
        type: 'asset_publish_feed',
        fee: feeFor('asset_publish_feed'),
        publisher: by.id,
        asset_id: USD,
        feed: {
          settlement_price: rate,
          maintenance_collateral_ratio: 1750,
          maximum_short_squeeze_ratio: 1100,
          core_exchange_rate: rate,
        },
        extensions: {},
      },
    ],
  }
}

/** Core against apples in the pool; an apple is about five units of core. */
export function swap({ cast, random }: Scene): Deed {
  const by = random.pick(cast.accounts)
  const isSale = random.chance(0.5)
  const apples = BigInt(random.between(100, 50_000))
  const core = apples * 500n
  const [sold, least] = isSale ? [core, (apples * 98n) / 100n] : [apples, (core * 98n) / 100n]
  return {
    by,
    operations: [
      {
        type: 'liquidity_pool_exchange',
        fee: feeFor('liquidity_pool_exchange'),
        account: by.id,
        pool: POOL,
        amount_to_sell: { amount: sold, asset_id: isSale ? CORE : APPLE },
        min_to_receive: { amount: least, asset_id: isSale ? APPLE : CORE },
        extensions: [],
      },
    ],
  }
}
