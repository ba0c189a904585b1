import type { JSX } from 'preact'
import { orders } from '../live/store.ts'
import { Card, Empty } from './card.tsx'
import { Icon } from './icon.tsx'
import { OrderRows } from './order-rows.tsx'

const ROWS = 12

/** The newest offers of all markets. */
export function OrdersCard(): JSX.Element {
  const shown = orders.value.slice(-ROWS).reverse()
  return (
    <Card
      title="Order flow"
      class="flow"
      note="offers and their limit prices, not trades"
      aside={
        <a class="more" href="/market">
          By market
          <Icon name="arrow" />
        </a>
      }
    >
      {shown.length === 0 ? <Empty>No offer yet.</Empty> : <OrderRows orders={shown} withMarket />}
    </Card>
  )
}
