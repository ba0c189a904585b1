import type { Socket } from 'node:net'
import { Observable } from 'rxjs'
import { LinkError } from '../errors.ts'

/**
 * Writes `bytes` when subscribed; completes once the socket has room for more. Emits nothing.
 *
 * Cold: each subscription writes again. Errors with {@link LinkError} `CLOSED` when the socket is closed, or closes
 * before there is room. Unsubscribing does not take the bytes back.
 */
export function writeTo(socket: Socket, bytes: Uint8Array): Observable<never> {
  return new Observable<never>((subscriber) => {
    const onDrain = (): void => subscriber.complete()
    const onClose = (): void =>
      subscriber.error(new LinkError('CLOSED', 'the connection closed while writing'))

    if (!socket.writable) {
      onClose()
      return undefined
    }
    if (socket.write(bytes)) {
      onDrain()
      return undefined
    }
    socket.on('drain', onDrain)
    socket.on('close', onClose)
    return () => {
      socket.off('close', onClose)
      socket.off('drain', onDrain)
    }
  })
}
