import { useComputed, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type uPlot from 'uplot'
import { percentile } from '../../view/percentile.ts'
import { count, latency } from '../format.ts'
import { throughput } from '../live/store.ts'
import { Card, Empty } from '../parts/card.tsx'
import { axis, Chart, cursor, type Palette, timeAxis } from './chart.tsx'

const SECONDS = 600

/** How long after its slot each block came. */
export function LatencyChart(): JSX.Element {
  const looked = useSignal<number | undefined>(undefined)
  const points = useComputed(() => {
    const end = throughput.value.points.at(-1)?.timestamp ?? 0
    return throughput.value.points.flatMap(({ latencyMs, timestamp, number }) =>
      latencyMs === undefined || timestamp <= end - SECONDS ? [] : [{ latencyMs, timestamp, number }],
    )
  })
  const values = points.value.map(({ latencyMs }) => latencyMs)
  const median = percentile(values, 0.5)
  const high = percentile(values, 0.95)
  const point = looked.value === undefined ? undefined : points.value[looked.value]
  const text = (value: number | undefined): string => (value === undefined ? '—' : latency(value))
  const data = [
    points.value.map(({ timestamp }) => timestamp),
    values,
    values.map(() => median),
  ] as unknown as uPlot.AlignedData
  return (
    <Card title="Arrival latency" note="from slot to here" class="latency">
      <p class="readout">
        <span class="key key-dashed">
          <strong>{text(median)}</strong> median
        </span>
        <span>
          <strong>{text(high)}</strong> for 95 %
        </span>
        <span class="readout-time muted">
          {point === undefined ? '' : `${count(point.number)}: ${latency(point.latencyMs)}`}
        </span>
      </p>
      {values.length < 2 ? (
        <Empty>Drawn as live blocks arrive.</Empty>
      ) : (
        <Chart
          data={data}
          height={190}
          label={`Latency of ${values.length} blocks: median ${text(median)}, 95 percent within ${text(high)}`}
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
    padding: [10, 28, 0, 0],
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, Math.max(20, max * 1.15)] } },
    axes: [
      timeAxis(palette),
      axis(palette, { size: 52, values: (_, ticks) => ticks.map((tick) => latency(tick)) }),
    ],
    series: [
      {},
      {
        paths: () => null,
        points: { show: true, size: 5, width: 0, fill: palette.accent, stroke: palette.accent },
      },
      { stroke: palette.muted, width: 1.25, dash: [4, 4], points: { show: false } },
    ],
  }
}
