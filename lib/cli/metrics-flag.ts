import { type Command, InvalidArgumentError } from 'commander'
import { EMPTY, endWith, ignoreElements, merge, type Observable, takeUntil, tap } from 'rxjs'
import type { Logger } from '../log/create-logger.ts'
import { createMetrics, type MetricsOptions } from '../metrics/create-metrics.ts'
import { serveMetrics } from '../metrics/serve-metrics.ts'
import type { Node } from '../node/create-node.ts'
import type { PeerAddress } from '../transport/peer-address.ts'

/** What can be told of metrics. */
export interface MetricsFlags {
  readonly metrics?: PeerAddress
  readonly metricsHost: readonly string[]
}

/** `--metrics` and what belongs to it. */
export function addMetricsOptions(command: Command): Command {
  return command
    .option(
      '--metrics <host:port>',
      'serve /metrics for Prometheus, /healthz and /readyz; a port alone is on 127.0.0.1',
      parseMetricsAddress,
    )
    .option(
      '--metrics-host <name>',
      'a name by which that may be asked beside localhost and addresses; may be repeated',
      collect,
      [],
    )
}

/** Feeds and serves the metrics of a node where the flags say so; emits nothing. Errors when it cannot listen there, completes with the node. */
export function runMetrics(
  node: Node,
  { metrics: address, metricsHost }: MetricsFlags,
  logger: Logger,
  options: MetricsOptions,
): Observable<never> {
  if (address === undefined) return EMPTY
  const metrics = createMetrics(node, options)
  const serving$ = serveMetrics(metrics, address, metricsHost).pipe(
    tap((serving) => logger.info('metrics are served', { address: serving.address })),
    ignoreElements(),
    takeUntil(node.event$.pipe(ignoreElements(), endWith(undefined))),
  )
  return merge(metrics.feed$, serving$)
}

/** `9100`, `host:port` or `[::1]:9100`. Throws what commander prints. */
export function parseMetricsAddress(text: string): PeerAddress {
  const [, inBrackets, plain, digits] =
    /^(?:(?:\[([\da-fA-F:.]+)\]|([\w.-]{1,253})):)?(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if (digits === undefined || port > 65_535)
    throw new InvalidArgumentError('Give host:port, or a port alone; port 0 takes any free one.')
  return { host: inBrackets ?? plain ?? '127.0.0.1', port }
}

function collect(text: string, before: readonly string[]): readonly string[] {
  return [...before, text]
}
