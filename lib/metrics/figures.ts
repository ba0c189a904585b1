import type { PeerStatus, Status } from '../node/events.ts'
import type { Workload } from '../node/workload.ts'
import type { EventCounts } from './reduce-metrics.ts'

/** What is known of a node at a moment, to be printed. */
export interface Figures {
  readonly counts: EventCounts
  readonly status: Status | undefined
  readonly peers: readonly PeerStatus[]
  readonly workload: Workload | undefined
  /** Seconds since 1970 by the chain's clock. */
  readonly chainSeconds: number
  readonly process: ProcessFigures
  readonly build: BuildFigures
  /** Undefined without a store, or while it cannot say. */
  readonly store: StoreFigures | undefined
}

/** What runs. */
export interface BuildFigures {
  /** Of this package. */
  readonly version: string
  /** Of Node.js. */
  readonly node: string
  /** What recovers and makes signatures. */
  readonly signatures: string
}

/** How a store stands. */
export interface StoreFigures {
  /** The highest block that is durable. */
  readonly durableBlock: number | undefined
  readonly sizeBytes: number | undefined
}

/** How the process stands. */
export interface ProcessFigures {
  readonly residentBytes: number
  readonly heapBytes: number
  readonly externalBytes: number
  readonly cpuSeconds: number
  readonly uptimeSeconds: number
  /** How late the event loop came to what was due, since the last look. */
  readonly loopDelay: {
    readonly meanSeconds: number
    readonly p99Seconds: number
    readonly maxSeconds: number
  }
}

/** One metric: what it says, and its values with their labels. */
export interface MetricRow {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge'
  readonly labels: readonly string[]
  readonly values: (figures: Figures) => readonly LabelledValue[]
}

/** A value with the values of its labels, in the order of their names. */
export type LabelledValue = readonly [value: number, ...labels: readonly string[]]
