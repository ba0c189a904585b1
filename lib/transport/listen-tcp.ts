import { createServer, type Socket } from 'node:net'
import { Observable } from 'rxjs'
import { LinkError, UsageError } from '../errors.ts'
import { KEEP_ALIVE_DELAY_MS } from './connect-tcp.ts'
import { reasonOf } from './link-error.ts'
import type { PeerAddress } from './peer-address.ts'

/**
 * What happens at a listening port.
 *
 * - `listening`: once, first. `address.port` is the real one when 0 was asked for.
 * - `connection`: the socket has an `error` listener already and belongs to the subscriber.
 * - `acceptFailed`: one connection could not be accepted (too many open files); listening goes on.
 */
export type ListenEvent =
  | { readonly type: 'listening'; readonly address: PeerAddress }
  | { readonly type: 'connection'; readonly socket: Socket }
  | { readonly type: 'acceptFailed'; readonly error: LinkError }

const READ_SIZE_BYTES = 64 * 1024

/**
 * Listens while subscribed.
 *
 * Cold; never completes. Unsubscribing closes the port and leaves the sockets it gave to their owners. Errors with
 * {@link UsageError} `BAD_OPTION`, in one sentence, when the address cannot be listened at. Port 0 takes any free one.
 */
export function listenTcp({ host, port }: PeerAddress): Observable<ListenEvent> {
  return new Observable<ListenEvent>((subscriber) => {
    const server = createServer({
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
      highWaterMark: READ_SIZE_BYTES,
    })
    const onListening = (): void => {
      const bound = server.address()
      const address =
        bound === null || typeof bound === 'string'
          ? { host, port }
          : { host: bound.address, port: bound.port }
      subscriber.next({ type: 'listening', address })
    }
    const onConnection = (socket: Socket): void => {
      // At once: a connection that is reset right after it was accepted errors before anybody else can listen.
      socket.on('error', ignore)
      subscriber.next({ type: 'connection', socket })
    }
    const onError = (error: Error): void => {
      if (server.listening) {
        const failure = new LinkError(
          'UNREACHABLE',
          `a connection could not be accepted: ${reasonOf(error)}`,
          { cause: error },
        )
        subscriber.next({ type: 'acceptFailed', error: failure })
        return
      }
      subscriber.error(
        new UsageError('BAD_OPTION', `cannot listen at ${host}:${port}: ${reasonOf(error)}`, {
          cause: error,
        }),
      )
    }

    server.on('listening', onListening)
    server.on('connection', onConnection)
    server.on('error', onError)
    try {
      server.listen({ host, port })
    } catch (error) {
      // A port outside 0..65535 is thrown at once.
      onError(error instanceof Error ? error : new Error(String(error)))
    }

    return () => {
      server.off('connection', onConnection)
      server.off('listening', onListening)
      server.off('error', onError)
      server.on('error', ignore)
      server.on('connection', (late: Socket) => late.destroy())
      server.close()
    }
  })
}

function ignore(): void {}
