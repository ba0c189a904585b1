import type { IncomingMessage, ServerResponse } from 'node:http'
import { mergeMap, type Observable } from 'rxjs'
import { checkRequest, headOf, type ServedNames } from '../http/check-request.ts'
import { type HttpLimits, listenHttp } from '../http/listen-http.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { Metrics } from './create-metrics.ts'
import { MAX_METRICS_CONNECTIONS, METRICS_IDLE_MS, METRICS_REQUEST_MS } from './limits.ts'

/** What a metrics server tells: once, where it listens. */
export interface MetricsServing {
  readonly type: 'listening'
  /** `host:port`. */
  readonly address: string
}

type Served = Pick<Metrics, 'text' | 'contentType' | 'readiness'>

const LIMITS: HttpLimits = {
  maxConnections: MAX_METRICS_CONNECTIONS,
  idleMs: METRICS_IDLE_MS,
  requestTimeoutMs: METRICS_REQUEST_MS,
}

/**
 * Answers `/metrics`, `/healthz` (200 while the process lives) and `/readyz` (503 with the reason while the node is not fit
 * to be asked) over HTTP.
 *
 * Requests for a name that is neither `localhost` nor an address nor in `hosts` are refused: a page of somebody else could
 * have its own name point at us. Cold; tells where it listens and never completes, unsubscribing closes the port and every
 * connection. Errors with {@link UsageError} `BAD_OPTION`, in one sentence, when it cannot listen there.
 */
export function serveMetrics(
  metrics: Served,
  { host, port }: PeerAddress,
  hosts: readonly string[] = [],
): Observable<MetricsServing> {
  const names = new Set(['localhost', ...hosts.map((name) => name.toLowerCase())])
  const served: ServedNames = { has: (name) => isAddress(name) || names.has(name) }
  return listenHttp({ host, port }, LIMITS, 'cannot serve metrics at').pipe(
    mergeMap((event): readonly MetricsServing[] => {
      if (event.type === 'listening')
        return [{ type: 'listening', address: formatAddress({ host, port: event.address.port }) }]
      void answer(metrics, served, event.request, event.response)
      return []
    }),
  )
}

async function answer(
  metrics: Served,
  served: ServedNames,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setTimeout(METRICS_REQUEST_MS, () => response.destroy())
  const send = (status: number, text: string, more: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...more,
    })
    response.end(request.method === 'HEAD' ? undefined : text)
  }
  const refusal = checkRequest(headOf(request), served, '--metrics-host')
  if (refusal !== undefined) {
    const allow = refusal.status === 405 ? { allow: 'GET, HEAD' } : {}
    send(refusal.status, `${refusal.message}\n`, { ...allow, connection: 'close' })
    return
  }
  switch (request.url?.split('?', 1)[0]) {
    case '/metrics':
      try {
        send(200, await metrics.text(), { 'content-type': metrics.contentType })
      } catch {
        send(500, 'The figures could not be printed.\n')
      }
      return
    case '/healthz':
      send(200, 'ok\n')
      return
    case '/readyz': {
      const { isReady, reason } = metrics.readiness()
      send(isReady ? 200 : 503, `${reason}\n`)
      return
    }
    default:
      send(404, 'There are /metrics, /healthz and /readyz.\n')
  }
}

/** Whether a name is an address, which cannot be made to point elsewhere. */
function isAddress(name: string): boolean {
  return /^\[[\da-f:.]+\]$/.test(name) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)
}
