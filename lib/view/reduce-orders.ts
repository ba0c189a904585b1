import type { BlockSummary, OrderLine } from './block-summary.ts'
import { MAX_ORDERS } from './limits.ts'
import { appended } from './percentile.ts'

/** An offer, and the block it is in. */
export interface PlacedOrder extends OrderLine {
  readonly number: number
  readonly blockId: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly isUndone?: true
}

/** The newest offers, the newest last. */
export type OrderFlow = readonly PlacedOrder[]

export function addOrders(flow: OrderFlow, { number, id, timestamp, orders }: BlockSummary): OrderFlow {
  const placed = orders.map((order) => ({ ...order, number, blockId: id, timestamp }))
  // A block that was undone and comes back is shown once.
  const others = flow.some(({ blockId }) => blockId === id)
    ? flow.filter(({ blockId }) => blockId !== id)
    : flow
  return appended(others, placed, MAX_ORDERS)
}

export function undoOrders(flow: OrderFlow, blockId: string): OrderFlow {
  return flow.map((order) => (order.blockId === blockId ? { ...order, isUndone: true } : order))
}

/** A market by what was offered in it. */
export interface Market {
  /** See {@link OrderLine.market}. */
  readonly market: string
  readonly title: string
  readonly sells: number
  readonly buys: number
  /** The newest limit price. */
  readonly lastPrice: string
}

/** The markets of the newest offers, the busiest first. */
export function marketsOf(flow: OrderFlow): readonly Market[] {
  const markets = new Map<string, Market>()
  for (const { market, title, side, price, isUndone } of flow) {
    if (isUndone === true) continue
    const { sells = 0, buys = 0 } = markets.get(market) ?? {}
    const more = side === 'sell' ? { sells: sells + 1, buys } : { sells, buys: buys + 1 }
    markets.set(market, { market, title, ...more, lastPrice: price })
  }
  return [...markets.values()].sort(
    (a, b) => b.sells + b.buys - (a.sells + a.buys) || (a.market < b.market ? -1 : 1),
  )
}
