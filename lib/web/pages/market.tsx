import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { type Market, marketsOf } from '../../view/reduce-orders.ts'
import { PriceChart } from '../charts/price-chart.tsx'
import { count, counted } from '../format.ts'
import { orders } from '../live/store.ts'
import { Card, Empty } from '../parts/card.tsx'
import { OrderRows } from '../parts/order-rows.tsx'

const ROWS = 40

/** Offers by market, with their limit prices over time. */
export function MarketPage(): JSX.Element {
  const wanted = useSignal<string | undefined>(undefined)
  const looked = useSignal<number | undefined>(undefined)
  const markets = useComputed(() => marketsOf(orders.value))
  const market = markets.value.find((each) => each.market === wanted.value) ?? markets.value[0]
  const flow = orders.value.filter((order) => order.market === market?.market)
  const drawn = flow.filter(({ isUndone }) => isUndone !== true)
  const { sells = 0, buys = 0, title = '' } = market ?? {}
  const [first = '', second = ''] = title.split('/')
  return (
    <div class="market">
      <div class="page-head">
        <h1>Order flow</h1>
        <p>
          What people offer, to the book and to pools, and the price up to which the offer is good. Whether it
          was filled is in no block: only a node with the whole state knows.
        </p>
      </div>
      {market === undefined ? (
        <Card title="Markets">
          <Empty>No offer yet.</Empty>
        </Card>
      ) : (
        <>
          <Card
            title="Markets"
            class="market-list"
            note={`of the last ${counted(orders.value.length, 'offer')}`}
          >
            <ul>
              {markets.value.slice(0, 40).map((each) => (
                <MarketLine
                  key={each.market}
                  market={each}
                  isChosen={each.market === market.market}
                  onChoose={() => {
                    wanted.value = each.market
                    looked.value = undefined
                  }}
                />
              ))}
            </ul>
          </Card>
          <Card title={title} class="market-chart" note={`limit price, ${second} for one ${first}`}>
            <p class="readout">
              <span class="side side-buy">
                <span aria-hidden="true">▲</span>
                <strong>{count(buys)}</strong> buy {first}
              </span>
              <span class="side side-sell">
                <span aria-hidden="true">▼</span>
                <strong>{count(sells)}</strong> sell {first}
              </span>
            </p>
            <PriceChart orders={drawn} onLook={(index) => (looked.value = index)} />
          </Card>
          <Card title="Newest offers" class="market-orders">
            <OrderRows
              orders={flow.slice(-ROWS).reverse()}
              withMarket={false}
              looked={looked.value === undefined ? undefined : drawn[looked.value]}
            />
          </Card>
        </>
      )}
    </div>
  )
}

function MarketLine(props: {
  readonly market: Market
  readonly isChosen: boolean
  readonly onChoose: () => void
}): JSX.Element {
  const { market, isChosen, onChoose } = props
  const { title, sells, buys, lastPrice } = market
  return (
    <li>
      <button type="button" class="market-line" aria-pressed={isChosen} onClick={onChoose}>
        <span class="strong">{title}</span>
        <span class="number">{lastPrice}</span>
        <span class="balance" style={{ '--share': buys / Math.max(1, buys + sells) }} aria-hidden="true" />
        <span class="muted">
          ▲ {count(buys)} ▼ {count(sells)}
        </span>
      </button>
    </li>
  )
}
