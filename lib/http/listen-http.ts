import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Observable } from 'rxjs'
import { UsageError } from '../errors.ts'
import { reasonOf } from '../transport/link-error.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import {
  CHECK_CONNECTIONS_MS,
  HEADERS_TIMEOUT_MS,
  MAX_HEADER_BYTES,
  MAX_REQUESTS_PER_CONNECTION,
  REQUEST_TIMEOUT_MS,
} from './limits.ts'

/** What connections may take. */
export interface HttpLimits {
  /** At once; more are closed as they come. */
  readonly maxConnections: number
  /** What a connection may be idle between two requests. */
  readonly idleMs: number
  /** Default {@link HEADERS_TIMEOUT_MS}. */
  readonly headersTimeoutMs?: number
  /** Default {@link REQUEST_TIMEOUT_MS}. */
  readonly requestTimeoutMs?: number
  /** Default {@link CHECK_CONNECTIONS_MS}. */
  readonly checkEveryMs?: number
}

/**
 * What happens at an HTTP port.
 *
 * - `listening`: once, first. `address.port` is the real one when 0 was asked for.
 * - `request`: it belongs to the subscriber, which has to answer it.
 */
export type HttpEvent =
  | { readonly type: 'listening'; readonly address: PeerAddress }
  | { readonly type: 'request'; readonly request: IncomingMessage; readonly response: ServerResponse }

/**
 * Answers HTTP while subscribed.
 *
 * Cold; never completes. Unsubscribing closes the port and every connection; what was written before still goes out as far
 * as the kernel has it. Errors with {@link UsageError} `BAD_OPTION`, in one sentence that begins with `failure`, when the address
 * cannot be listened at.
 */
export function listenHttp(
  { host, port }: PeerAddress,
  limits: HttpLimits,
  failure = 'cannot listen at',
): Observable<HttpEvent> {
  return new Observable<HttpEvent>((subscriber) => {
    const server = createServer({
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: limits.headersTimeoutMs ?? HEADERS_TIMEOUT_MS,
      requestTimeout: limits.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: limits.checkEveryMs ?? CHECK_CONNECTIONS_MS,
      keepAliveTimeout: limits.idleMs,
      noDelay: true,
    })
    server.maxConnections = limits.maxConnections
    server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION
    const onListening = (): void => {
      const bound = server.address()
      const address =
        bound === null || typeof bound === 'string'
          ? { host, port }
          : { host: bound.address, port: bound.port }
      subscriber.next({ type: 'listening', address })
    }
    const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
      // The other end may go at any time, also after it was answered.
      request.on('error', ignore)
      response.on('error', ignore)
      // What somebody sends along is not kept.
      request.resume()
      subscriber.next({ type: 'request', request, response })
    }
    const onError = (error: Error): void => {
      // One connection that could not be accepted (too many open files) is no reason to stop.
      if (server.listening) return
      const message = `${failure} ${formatAddress({ host, port })}: ${reasonOf(error)}`
      subscriber.error(new UsageError('BAD_OPTION', message, { cause: error }))
    }

    server.on('listening', onListening)
    server.on('request', onRequest)
    server.on('error', onError)
    try {
      server.listen({ host, port })
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
    }

    return () => {
      server.off('request', onRequest)
      server.off('listening', onListening)
      server.off('error', onError)
      server.on('error', ignore)
      server.close()
      server.closeAllConnections()
    }
  })
}

function ignore(): void {}
