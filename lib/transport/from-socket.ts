import type { Socket } from 'node:net'
import { Observable } from 'rxjs'
import { toLinkError } from './link-error.ts'

/**
 * The bytes a socket receives, as a stream of chunks of up to 64 KiB.
 *
 * Cold and unicast: the first subscription owns the socket, unsubscribing destroys it. Completes when the socket has
 * closed without an error. Errors with {@link LinkError} `RESET` when the connection broke, and with the error itself
 * when one of ours was given to `socket.destroy`. Pausing goes through `createReadGate`.
 */
export function fromSocket(socket: Socket): Observable<Uint8Array> {
  return new Observable<Uint8Array>((subscriber) => {
    const onData = (chunk: Uint8Array): void => subscriber.next(chunk)
    const onError = (error: Error): void => subscriber.error(toLinkError(error))
    const onClose = (): void => subscriber.complete()

    // A late 'error' on a socket without a listener would end the process, so this one stays.
    socket.on('error', ignore)
    socket.on('error', onError)
    socket.on('close', onClose)
    if (socket.errored !== null) {
      subscriber.error(toLinkError(socket.errored))
    } else if (socket.closed) {
      subscriber.complete()
    } else {
      socket.on('data', onData)
    }

    return () => {
      socket.off('data', onData)
      socket.off('close', onClose)
      socket.off('error', onError)
      socket.destroy()
    }
  })
}

function ignore(): void {}
