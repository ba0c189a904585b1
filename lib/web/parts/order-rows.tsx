import type { JSX } from 'preact'
import type { PlacedOrder } from '../../view/reduce-orders.ts'
import { clock, moment } from '../format.ts'

/** Offers as rows of a table, the newest first. */
export function OrderRows(props: {
  readonly orders: readonly PlacedOrder[]
  /** Whether the market is told, where they are of several. */
  readonly withMarket: boolean
  readonly looked?: PlacedOrder | undefined
}): JSX.Element {
  const { orders, withMarket, looked } = props
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Newest offers">
      <table class="table orders">
        <thead>
          <tr>
            <th scope="col">Side</th>
            {withMarket && <th scope="col">Market</th>}
            <th scope="col" class="number">
              Limit price
            </th>
            <th scope="col" class="number">
              Gives
            </th>
            <th scope="col" class="number is-extra">
              Asks at least
            </th>
            <th scope="col" class="is-extra">
              Account
            </th>
            <th scope="col" class="is-extra">
              To
            </th>
            <th scope="col" class="number is-extra">
              Time
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order, index) => (
            <tr
              key={`${order.blockId}.${order.transactionId}.${index}`}
              class={`${order.isUndone === true ? 'is-undone' : ''}${order === looked ? ' is-looked' : ''}`}
            >
              <td>
                <span class={`side side-${order.side}`}>
                  <span aria-hidden="true">{order.side === 'buy' ? '▲' : '▼'}</span>
                  {order.side}
                </span>
              </td>
              {withMarket && <td>{order.title}</td>}
              <td class="number strong">{order.price}</td>
              <td class="number">{order.gives}</td>
              <td class="number is-extra">{order.asks}</td>
              <td class="is-extra">{order.account}</td>
              <td class="is-extra">
                <a href={`/transaction/${order.transactionId}`}>{order.kind === 'pool' ? 'pool' : 'book'}</a>
              </td>
              <td class="number muted is-extra">
                <time title={moment(order.timestamp)}>{clock(order.timestamp)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
