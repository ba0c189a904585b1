import {
  Gauge,
  type MetricObjectWithValues,
  type MetricType,
  type MetricValueWithName,
  type Registry,
} from 'prom-client'
import { ANSWER_SECONDS, type RequestFigures } from '../peer/request-times.ts'

type Labels = 'kind' | 'le'

/**
 * A histogram of what answers took, in seconds, by kind of request; adds itself to the registry.
 *
 * The node has counted the answers by class already, and prom-client's own histogram can only be told one observation after
 * the other: so this prints the classes itself.
 */
export class AnswerTimes extends Gauge<Labels> {
  readonly #name: string
  readonly #read: () => readonly RequestFigures[]

  constructor(name: string, help: string, registry: Registry, read: () => readonly RequestFigures[]) {
    super({ name, help, labelNames: ['kind', 'le'], registers: [registry] })
    this.#name = name
    this.#read = read
  }

  override async get(): Promise<MetricObjectWithValues<MetricValueWithName<Labels>>> {
    const values = this.#read().flatMap((figures) => this.#valuesOf(figures))
    // The enum of the types is not there when the program runs; its values are these words.
    return { ...(await super.get()), type: 'histogram' as unknown as MetricType, values }
  }

  #valuesOf({ kind, answered, seconds, classes }: RequestFigures): MetricValueWithName<Labels>[] {
    let sum = 0
    const buckets = [...ANSWER_SECONDS, '+Inf'].map((le, index) => {
      sum += classes[index] ?? 0
      return { metricName: `${this.#name}_bucket`, labels: { kind, le }, value: sum }
    })
    return [
      ...buckets,
      { metricName: `${this.#name}_sum`, labels: { kind }, value: seconds },
      { metricName: `${this.#name}_count`, labels: { kind }, value: answered },
    ]
  }
}
