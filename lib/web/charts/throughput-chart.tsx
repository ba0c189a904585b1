import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type uPlot from 'uplot'
import { type RateSeries, rateSeries, type Throughput } from '../../view/reduce-throughput.ts'
import { clock, compact } from '../format.ts'
import { throughput } from '../live/store.ts'
import { Card, Choice, Empty } from '../parts/card.tsx'
import { axis, Chart, cursor, type Palette, timeAxis } from './chart.tsx'

type Range = 'minutes' | 'hour' | 'day'

const RANGES = [
  ['minutes', '10 min'],
  ['hour', '1 h'],
  ['day', '24 h'],
] as const
/** uPlot numbers the sides from the top on, clockwise; the names of the numbers are in its types alone. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- see above
const RIGHT = 1 as uPlot.Axis.Side
const SECONDS: Readonly<Record<Range, number>> = { minutes: 600, hour: 3600, day: 86_400 }

/** Operations, transactions and blocks a minute. */
export function ThroughputChart(): JSX.Element {
  const range = useSignal<Range>('minutes')
  const looked = useSignal<number | undefined>(undefined)
  const series = useComputed(() => toSeries(throughput.value, range.value))
  const { times, operations, transactions, blocks } = series.value
  const index = looked.value ?? times.length - 1
  const [at, ops, trx, made] = [times[index], operations[index], transactions[index], blocks[index]]
  const told = [ops, trx, made].map((value) => (value === undefined ? '—' : compact(value)))
  const label = `${told[0] ?? ''} operations, ${told[1] ?? ''} transactions and ${told[2] ?? ''} blocks a minute`
  return (
    <Card
      title="Throughput"
      note="a minute"
      class="throughput"
      aside={
        <Choice
          label="Time shown"
          options={RANGES}
          value={range.value}
          onChoose={(value) => {
            range.value = value
          }}
        />
      }
    >
      <p class="readout">
        <span class="key key-accent">
          <strong>{told[0]}</strong> operations
        </span>
        <span class="key key-ink">
          <strong>{told[1]}</strong> transactions
        </span>
        <span class="key key-dashed">
          <strong>{told[2]}</strong> blocks
        </span>
        <span class="readout-time muted">{at === undefined ? '' : clock(at)}</span>
      </p>
      {times.length < 2 ? (
        <Empty>Drawn as soon as there are a few blocks.</Empty>
      ) : (
        <Chart
          data={[times, operations, transactions, blocks] as unknown as uPlot.AlignedData}
          height={190}
          label={label}
          options={(palette) => options(palette, (at) => (looked.value = at))}
        />
      )}
    </Card>
  )
}

function options(
  palette: Palette,
  onMove: (index: number | undefined) => void,
): Omit<uPlot.Options, 'width' | 'height'> {
  return {
    ...cursor(onMove),
    padding: [10, 0, 0, 0],
    scales: {
      x: { time: true },
      y: { range: (_, __, max) => [0, Math.max(10, max * 1.1)] },
      blocks: { range: (_, __, max) => [0, Math.max(4, max * 1.6)] },
    },
    axes: [
      timeAxis(palette),
      axis(palette, { size: 44, values: (_, ticks) => ticks.map(compact) }),
      axis(palette, { side: RIGHT, scale: 'blocks', size: 36, grid: { show: false } }),
    ],
    series: [
      {},
      {
        stroke: palette.accent,
        width: 2,
        points: { show: false },
        fill: (plot) => fade(plot, palette),
      },
      { stroke: palette.ink, width: 1.25, points: { show: false } },
      { scale: 'blocks', stroke: palette.muted, width: 1.25, dash: [4, 4], points: { show: false } },
    ],
  }
}

function fade(plot: uPlot, { accent }: Palette): CanvasGradient | string {
  const { top, height } = plot.bbox
  if (height <= 0) return 'transparent'
  const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height)
  gradient.addColorStop(0, `${accent}47`)
  gradient.addColorStop(1, `${accent}05`)
  return gradient
}

/** Block by block for the last minutes, minute by minute for longer. The minute that goes on is left out. */
function toSeries({ points, minutes }: Throughput, range: Range): RateSeries {
  const end = points.at(-1)?.timestamp ?? 0
  if (range === 'minutes') {
    return rateSeries(points.filter(({ timestamp }) => timestamp > end - SECONDS.minutes - 60))
  }
  const shown = minutes.slice(0, -1).filter(({ minute }) => minute * 60 > end - SECONDS[range])
  return {
    times: shown.map(({ minute }) => minute * 60),
    blocks: shown.map((each) => each.blocks),
    transactions: shown.map((each) => each.transactions),
    operations: shown.map((each) => each.operations),
  }
}
