import test from 'ava'
import type { OrderLine } from '../../lib/view/block-summary.ts'
import { addOrders, marketsOf, undoOrders } from '../../lib/view/reduce-orders.ts'
import { blockId } from '../support/blocks.ts'
import { summaryOf } from './summaries.ts'

const order = (title: string, side: OrderLine['side'], price: string): OrderLine => ({
  kind: 'order',
  transactionId: '',
  account: 'alice',
  market: title,
  title,
  side,
  gives: '',
  asks: '',
  price,
})

test('markets are told by their offers, the busiest first', (t) => {
  const flow = [
    summaryOf(1, { orders: [order('BTS/USD', 'sell', '1'), order('BTS/APPLE', 'sell', '7')] }),
    summaryOf(2, { orders: [order('BTS/USD', 'buy', '2')] }),
  ].reduce(addOrders, [])
  t.deepEqual(marketsOf(flow), [
    { market: 'BTS/USD', title: 'BTS/USD', sells: 1, buys: 1, lastPrice: '2' },
    { market: 'BTS/APPLE', title: 'BTS/APPLE', sells: 1, buys: 0, lastPrice: '7' },
  ])
  t.deepEqual(marketsOf(undoOrders(flow, blockId(2)))[1], {
    market: 'BTS/USD',
    title: 'BTS/USD',
    sells: 1,
    buys: 0,
    lastPrice: '1',
  })
})
