import type { Names } from '../names/names.ts'
import { Teller } from '../names/teller.ts'
import type { Asset, Operation } from '../protocol/generated/types.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import type { OrderLine } from './block-summary.ts'
import { ratioText } from './ratio-text.ts'

/**
 * The offer in an operation, with its limit price: an order to the book or a request to a pool. Undefined for anything else.
 *
 * It is what somebody asked for. Whether it was filled, and at what price, is in no block.
 */
export function toOrder(
  operation: Operation,
  transactionId: string,
  names: Names | undefined,
): OrderLine | undefined {
  if (operation.type === 'limit_order_create') {
    const { seller, amount_to_sell: gives, min_to_receive: asks } = operation
    return toLine({ kind: 'order', account: seller, gives, asks, transactionId }, names)
  }
  if (operation.type === 'liquidity_pool_exchange') {
    const { account, amount_to_sell: gives, min_to_receive: asks } = operation
    return toLine({ kind: 'pool', account, gives, asks, transactionId }, names)
  }
  return undefined
}

interface Offer {
  readonly kind: OrderLine['kind']
  readonly account: ObjectId<1, 2>
  readonly gives: Asset
  readonly asks: Asset
  readonly transactionId: string
}

function toLine(offer: Offer, names: Names | undefined): OrderLine | undefined {
  const { kind, account, gives, asks, transactionId } = offer
  const isSale = instanceOf(gives.asset_id) < instanceOf(asks.asset_id)
  const [base, quote] = isSale ? [gives, asks] : [asks, gives]
  const precisions = [base, quote].map(({ asset_id: id }) => names?.asset(id)?.precision)
  // One of whole coins and one of units would be a price that nobody can read.
  const areKnown = precisions.every((precision) => precision !== undefined)
  const [first = 0, second = 0] = areKnown ? precisions : []
  const price = ratioText(
    { units: quote.amount, precision: second },
    { units: base.amount, precision: first },
  )
  if (price === undefined) return undefined
  const tell = new Teller(names, ({ type }) => type)
  return {
    kind,
    transactionId,
    account: tell.account(account),
    market: `${base.asset_id}/${quote.asset_id}`,
    title: `${tell.asset(base.asset_id)}/${tell.asset(quote.asset_id)}`,
    side: isSale ? 'sell' : 'buy',
    gives: tell.amount(gives),
    asks: tell.amount(asks),
    price,
  }
}

function instanceOf(id: ObjectId): number {
  return Number(id.slice(id.lastIndexOf('.') + 1))
}
