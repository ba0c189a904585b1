import { Counter, Gauge, Registry } from 'prom-client'
import { AnswerTimes } from './answer-times.ts'
import type { Figures, MetricRow } from './figures.ts'
import { NODE_ROWS } from './node-rows.ts'
import { WORK_ROWS } from './work-rows.ts'

/** Prints figures as Prometheus reads them. */
export interface MetricsPrinter {
  /** The type of the text. */
  readonly contentType: string
  print(figures: Figures): Promise<string>
}

/** A printer with a registry of its own: several nodes of one process do not meet in one. */
export function createMetricsPrinter(prefix: string): MetricsPrinter {
  const registry = new Registry()
  const setters = [...NODE_ROWS, ...WORK_ROWS].map((row) => toSetter(row, prefix, registry))
  let current: Figures | undefined
  // It adds itself to the registry.
  new AnswerTimes(
    `${prefix}request_seconds`,
    'What the whole answer to a request took.',
    registry,
    () => current?.workload?.requests ?? [],
  )
  return {
    contentType: registry.contentType,
    print(figures) {
      current = figures
      for (const set of setters) set(figures)
      return registry.metrics()
    },
  }
}

function toSetter(
  { name, help, type, labels, values }: MetricRow,
  prefix: string,
  registry: Registry,
): (figures: Figures) => void {
  const options = { name: `${prefix}${name}`, help, labelNames: [...labels], registers: [registry] }
  const metric = type === 'gauge' ? new Gauge(options) : new Counter(options)
  return (figures) => {
    // The totals are counted elsewhere: each print starts from nothing, and labels that are gone are gone.
    metric.reset()
    // A reset leaves 0 where there are no labels, which would pass for a value.
    if (labels.length === 0) metric.remove()
    for (const [value, ...labelValues] of values(figures)) metric.labels(...labelValues).inc(value)
  }
}
