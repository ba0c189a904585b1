import { asyncScheduler, defer, finalize, ignoreElements, merge, type Observable, tap } from 'rxjs'
import { signatures } from '../crypto/signatures.ts'
import { UsageError } from '../errors.ts'
import type { Node } from '../node/create-node.ts'
import type { PeerStatus, Status } from '../node/events.ts'
import type { Workload } from '../node/workload.ts'
import type { BlockStore } from '../store/block-store.ts'
import { readVersion } from '../version.ts'
import type { BuildFigures, ProcessFigures } from './figures.ts'
import { createMetricsPrinter } from './print-metrics.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { countEvent, createEventCounts } from './reduce-metrics.ts'
import { type ProcessWatch, watchProcess } from './watch-process.ts'
import { watchStore } from './watch-store.ts'

/** What metrics need beside the node. */
export interface MetricsOptions {
  /** In front of every name. Default `rx_bitshares_`. */
  readonly prefix?: string
  /** The chain's clock, in seconds since 1970. Default: the machine's. */
  readonly chainSeconds?: () => number
  /** The store of the node, for figures of it. */
  readonly store?: Pick<BlockStore, 'last' | 'sizeBytes'> | undefined
}

/** A node in figures. */
export interface Metrics {
  /**
   * Feeds the figures and emits nothing. Cold; subscribing starts the node if nobody has, and goes on as long as it does.
   * Errors with what the node errors with. Subscribe once: a second subscription would count everything twice.
   */
  readonly feed$: Observable<never>
  /** The `content-type` of the text. */
  readonly contentType: string
  /** All figures as Prometheus reads them; those of connections are at most 250 ms old. */
  text(this: void): Promise<string>
  /** Whether the node is fit to be asked. */
  readiness(this: void): Readiness
}

/**
 * Metrics of a node for Prometheus.
 *
 * ```ts
 * const metrics = createMetrics(node)
 * metrics.feed$.subscribe()
 * console.log(await metrics.text())
 * ```
 *
 * Throws {@link UsageError} `BAD_OPTION` for a prefix that no metric may begin with.
 */
export function createMetrics(
  node: Pick<Node, 'event$' | 'status$' | 'peers$' | 'workload$'>,
  { prefix = 'rx_bitshares_', chainSeconds = () => asyncScheduler.now() / 1000, store }: MetricsOptions = {},
): Metrics {
  if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$|^$/.test(prefix))
    throw new UsageError('BAD_OPTION', `prefix "${prefix}" has more than letters, digits and _`)
  const printer = createMetricsPrinter(prefix)
  const counts = createEventCounts()
  const readStore = watchStore(store)
  const build: BuildFigures = { version: readVersion(), node: process.version, signatures: signatures.name }
  let status: Status | undefined
  let peers: readonly PeerStatus[] = []
  let workload: Workload | undefined
  let watch: ProcessWatch | undefined

  return {
    feed$: defer(() => {
      const started = watchProcess()
      watch = started
      return merge(
        node.event$.pipe(tap((event) => countEvent(counts, event))),
        node.status$.pipe(tap((now) => (status = now))),
        node.peers$.pipe(tap((now) => (peers = now))),
        node.workload$.pipe(tap((now) => (workload = now))),
      ).pipe(
        ignoreElements(),
        finalize(() => {
          started.stop()
          watch = undefined
          status = undefined
          peers = []
        }),
      )
    }),
    contentType: printer.contentType,
    async text() {
      const stored = await readStore()
      return printer.print({
        counts,
        status,
        peers,
        workload,
        chainSeconds: chainSeconds(),
        process: readProcess(watch),
        build,
        store: stored,
      })
    },
    readiness: () => readinessOf(status, peers, chainSeconds()),
  }
}

/** Also without a feed there is a process. */
function readProcess(watch: ProcessWatch | undefined): ProcessFigures {
  if (watch !== undefined) return watch.read()
  const once = watchProcess()
  const figures = once.read()
  once.stop()
  return figures
}
