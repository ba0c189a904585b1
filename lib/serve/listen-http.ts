import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Observable } from 'rxjs'
import { UsageError } from '../errors.ts'
import { reasonOf } from '../transport/link-error.ts'
import {
  HEADERS_TIMEOUT_MS,
  IDLE_CONNECTION_MS,
  MAX_CONNECTIONS,
  MAX_HEADER_BYTES,
  MAX_REQUESTS_PER_CONNECTION,
  REQUEST_TIMEOUT_MS,
} from './limits.ts'

/**
 * What happens at an HTTP port.
 *
 * - `listening`: once, first. `address.port` is the real one when 0 was asked for.
 * - `request`: it belongs to the subscriber, which has to answer it.
 */
export type HttpEvent =
  | { readonly type: 'listening'; readonly address: { readonly host: string; readonly port: number } }
  | { readonly type: 'request'; readonly request: IncomingMessage; readonly response: ServerResponse }

/**
 * Answers HTTP while subscribed.
 *
 * Cold; never completes. Unsubscribing closes the port and every connection; what was written before still goes out as far
 * as the kernel has it. Errors with {@link UsageError} `BAD_OPTION`, in one sentence, when the address cannot be listened at.
 */
export function listenHttp(host: string, port: number): Observable<HttpEvent> {
  return new Observable<HttpEvent>((subscriber) => {
    const server = createServer({
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: IDLE_CONNECTION_MS,
      noDelay: true,
    })
    server.maxConnections = MAX_CONNECTIONS
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
      subscriber.next({ type: 'request', request, response })
    }
    const onError = (error: Error): void => {
      // One connection that could not be accepted (too many open files) is no reason to stop.
      if (server.listening) return
      const message = `cannot listen at ${host}:${port}: ${reasonOf(error)}`
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
