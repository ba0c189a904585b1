import type { JSX } from 'preact'
import uPlot from 'uplot'
import type { PlacedOrder } from '../../view/reduce-orders.ts'
import { clock } from '../format.ts'
import { axis, Chart, cursor, type Palette, timeAxis } from './chart.tsx'

const MARK_PX = 5

/** Limit prices of the newest offers of one market: a triangle that points up for who buys, down for who sells. */
export function PriceChart(props: {
  readonly orders: readonly PlacedOrder[]
  readonly onLook: (index: number | undefined) => void
}): JSX.Element {
  const { orders, onLook } = props
  const price = (side: PlacedOrder['side']) =>
    orders.map((order) => (order.side === side ? Number(order.price) : undefined))
  const data = [spreadTimes(orders), price('buy'), price('sell')] as unknown as uPlot.AlignedData
  const last = orders.at(-1)
  return (
    <Chart
      data={data}
      height={260}
      label={`Limit prices of ${orders.length} offers${last === undefined ? '' : `, the newest ${last.price} at ${clock(last.timestamp)}`}`}
      options={(palette) => options(palette, onLook)}
    />
  )
}

/** Offers of one block stand side by side, so that each can be pointed at. */
function spreadTimes(orders: readonly PlacedOrder[]): readonly number[] {
  let last = 0
  return orders.map(({ timestamp }) => {
    last = Math.max(timestamp, last + 0.001)
    return last
  })
}

function options(
  palette: Palette,
  onLook: (index: number | undefined) => void,
): Omit<uPlot.Options, 'width' | 'height'> {
  return {
    ...cursor(onLook),
    padding: [12, 28, 0, 0],
    scales: { x: { time: true }, y: { range: (_, min, max) => withMargin(min, max) } },
    axes: [
      timeAxis(palette),
      axis(palette, {
        size: 72,
        values: (_, ticks) => ticks.map((tick) => String(Number(tick.toPrecision(6)))),
      }),
    ],
    series: [
      {},
      { paths: triangles(palette.buy, -1), points: { show: false } },
      { paths: triangles(palette.sell, 1), points: { show: false } },
    ],
  }
}

function withMargin(min: number, max: number): [number, number] {
  const margin = max > min ? (max - min) * 0.12 : Math.abs(max) * 0.05
  return [min - margin, max + margin]
}

function triangles(color: string, direction: 1 | -1): uPlot.Series.PathBuilder {
  return (plot, series, from, to) => {
    const { ctx } = plot
    const size = MARK_PX * uPlot.pxRatio
    const [times = []] = plot.data
    const prices = plot.data[series] ?? []
    ctx.save()
    ctx.fillStyle = color
    for (let index = from; index <= to; index += 1) {
      const [time, price] = [times[index], prices[index]]
      if (time === undefined || price === undefined || price === null) continue
      const x = plot.valToPos(time, 'x', true)
      const y = plot.valToPos(price, 'y', true)
      ctx.beginPath()
      ctx.moveTo(x - size, y - direction * size * 0.7)
      ctx.lineTo(x + size, y - direction * size * 0.7)
      ctx.lineTo(x, y + direction * size)
      ctx.closePath()
      ctx.fill()
    }
    ctx.restore()
    return null
  }
}
