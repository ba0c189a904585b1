import { connect, type Socket } from 'node:net'
import { Observable, type SchedulerLike, throwError, timeout } from 'rxjs'
import { LinkError, UsageError } from '../errors.ts'
import { reasonOf } from './link-error.ts'
import type { PeerAddress } from './peer-address.ts'

export interface ConnectOptions {
  /** Until TCP has connected, name lookup included. */
  readonly timeoutMs: number
  /** Default `asyncScheduler`. */
  readonly scheduler?: SchedulerLike
}

/** Idle time after which the operating system probes whether the other end is still there. */
export const KEEP_ALIVE_DELAY_MS: number = 60_000

/**
 * Connects when subscribed: emits one connected socket and completes.
 *
 * Cold: each subscription opens a connection of its own. The socket belongs to the subscriber from its emission on, and
 * has an `error` listener already; unsubscribing before that destroys it. Errors with {@link LinkError} `UNREACHABLE`
 * or, after `timeoutMs`, `TIMEOUT`, each in one sentence that names the address; with {@link UsageError} `BAD_OPTION` for a
 * port that cannot be.
 */
export function connectTcp(
  { host, port }: PeerAddress,
  { timeoutMs, scheduler }: ConnectOptions,
): Observable<Socket> {
  const where = `${host}:${port}`
  const opened$ = new Observable<Socket>((subscriber) => {
    if (!isPort(port)) throw new UsageError('BAD_OPTION', `cannot connect to ${where}: a port is 1 to 65535`)
    let isHandedOver = false
    const socket = connect({
      host,
      port,
      family: 4,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
    })
    const onConnect = (): void => {
      isHandedOver = true
      subscriber.next(socket)
      subscriber.complete()
    }
    // It stays for the life of the socket: an 'error' that nobody listens for would end the process.
    socket.on('error', (error) =>
      subscriber.error(
        new LinkError('UNREACHABLE', `cannot connect to ${where}: ${reasonOf(error)}`, { cause: error }),
      ),
    )
    socket.on('connect', onConnect)
    return () => {
      socket.off('connect', onConnect)
      if (!isHandedOver) socket.destroy()
    }
  })
  const late$ = throwError(
    () => new LinkError('TIMEOUT', `cannot connect to ${where}: no answer in ${timeoutMs / 1000} s`),
  )
  return opened$.pipe(
    timeout({ first: timeoutMs, with: () => late$, ...(scheduler === undefined ? {} : { scheduler }) }),
  )
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65536
}
