import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Observable } from 'rxjs'
import { UsageError } from '../errors.ts'
import { reasonOf } from '../transport/link-error.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { Metrics } from './create-metrics.ts'
import {
  MAX_METRICS_CONNECTIONS,
  MAX_METRICS_HEADER_BYTES,
  MAX_METRICS_REQUESTS,
  METRICS_IDLE_MS,
  METRICS_REQUEST_MS,
} from './limits.ts'

/** What a metrics server tells: once, where it listens. */
export interface MetricsServing {
  readonly type: 'listening'
  /** `host:port`. */
  readonly address: string
}

type Served = Pick<Metrics, 'text' | 'contentType' | 'readiness'>

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
  return new Observable((subscriber) => {
    const names = new Set(['localhost', ...hosts.map((name) => name.toLowerCase())])
    const server = createServer(
      {
        maxHeaderSize: MAX_METRICS_HEADER_BYTES,
        headersTimeout: METRICS_REQUEST_MS,
        requestTimeout: METRICS_REQUEST_MS,
        keepAliveTimeout: METRICS_IDLE_MS,
      },
      (request, response) => {
        // The other end may go at any time, also while it is answered.
        request.on('error', ignore)
        response.on('error', ignore)
        request.resume()
        void answer(metrics, names, request, response)
      },
    )
    server.maxConnections = MAX_METRICS_CONNECTIONS
    server.maxRequestsPerSocket = MAX_METRICS_REQUESTS
    server.on('error', (error) => {
      // One connection that could not be accepted is no reason to stop.
      if (server.listening) return
      const message = `cannot serve metrics at ${formatAddress({ host, port })}: ${reasonOf(error)}`
      subscriber.error(new UsageError('BAD_OPTION', message, { cause: error }))
    })
    server.listen({ host, port }, () => {
      const bound = server.address()
      const at = typeof bound === 'object' && bound !== null ? bound.port : port
      subscriber.next({ type: 'listening', address: formatAddress({ host, port: at }) })
    })
    return () => {
      server.close()
      server.closeAllConnections()
    }
  })
}

async function answer(
  metrics: Served,
  names: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setTimeout(METRICS_REQUEST_MS, () => response.destroy())
  const send = (status: number, text: string, type = 'text/plain; charset=utf-8'): void => {
    response.writeHead(status, {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : text)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    send(405, 'Only GET and HEAD are answered.\n')
    return
  }
  if (!isServed(request.headers.host ?? '', names)) {
    send(403, 'This name is not served. Allow it with --metrics-host if it is meant to be.\n')
    return
  }
  switch (request.url?.split('?', 1)[0]) {
    case '/metrics':
      try {
        send(200, await metrics.text(), metrics.contentType)
      } catch {
        send(500, 'The figures could not be printed.\n')
      }
      return
    case '/healthz':
      send(200, 'alive\n')
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

/** Whether a `Host` header names us: an address cannot be made to point elsewhere, names have to be known. */
function isServed(header: string, names: ReadonlySet<string>): boolean {
  if (/^\[[\da-fA-F:.]+\](?::\d+)?$/.test(header)) return true
  const name = header.split(':', 1)[0] ?? ''
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || names.has(name.toLowerCase())
}

function ignore(): void {}
