import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { isDark } from '../live/theme.ts'

/** Colours of the page, for what is drawn on a canvas. */
export interface Palette {
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly accentSoft: string
  readonly buy: string
  readonly sell: string
  readonly warn: string
  readonly surface: string
}

interface ChartProps {
  readonly data: uPlot.AlignedData
  /** What is drawn and how; asked again when the colours change. */
  readonly options: (palette: Palette) => Omit<uPlot.Options, 'width' | 'height'>
  readonly height: number
  /** What there is to be seen, in words. */
  readonly label: string
  /** Changes with what `options` depends on. */
  readonly variant?: string
}

/** A chart that fills its width. */
export function Chart({ data, options, height, label, variant = '' }: ChartProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | undefined>(undefined)
  const dark = isDark.value
  useEffect(() => {
    const { current } = frame
    if (current === null) return undefined
    const made = new uPlot(
      { ...options(readPalette(current)), width: current.clientWidth, height },
      data,
      current,
    )
    plot.current = made
    const observer = new ResizeObserver(() => {
      made.setSize({ width: current.clientWidth, height })
    })
    observer.observe(current)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = undefined
    }
  }, [dark, variant, height])
  useEffect(() => {
    plot.current?.setData(data)
  }, [data])
  return <div class="chart" ref={frame} role="img" aria-label={label} style={{ height: `${height}px` }} />
}

function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ink: read('--ink'),
    muted: read('--ink-3'),
    line: read('--line'),
    accent: read('--accent'),
    accentSoft: read('--accent-soft'),
    buy: read('--buy'),
    sell: read('--sell'),
    warn: read('--warn'),
    surface: read('--surface'),
  }
}

const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

/** An axis in the page's manner: small letters, thin lines, no ticks. */
export function axis(palette: Palette, more: uPlot.Axis = {}): uPlot.Axis {
  return {
    font: FONT,
    stroke: palette.muted,
    grid: { stroke: palette.line, width: 1 },
    ticks: { show: false },
    gap: 6,
    ...more,
  }
}

/** An axis of time, by the clock of the reader. */
export function timeAxis(palette: Palette): uPlot.Axis {
  return axis(palette, {
    grid: { show: false },
    size: 26,
    space: 80,
    values: (_, ticks, __, ___, step) =>
      ticks.map((tick) => {
        const text = new Date(tick * 1000).toTimeString()
        return step < 60 ? text.slice(0, 8) : text.slice(0, 5)
      }),
  })
}

/** A line under the pointer, and nothing that can be dragged. */
export function cursor(onMove: (index: number | undefined) => void): uPlot.Options {
  const options: Pick<uPlot.Options, 'cursor' | 'hooks' | 'legend'> = {
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    hooks: {
      setCursor: [
        (plot) => {
          onMove(plot.cursor.idx ?? undefined)
        },
      ],
    },
  }
  return options as uPlot.Options
}
