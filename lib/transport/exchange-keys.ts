import type { Socket } from 'node:net'
import { Observable } from 'rxjs'
import { createEphemeralKeys } from '../crypto/key-agreement.ts'
import { PUBLIC_KEY_SIZE_BYTES } from '../crypto/key-text.ts'
import { LinkError } from '../errors.ts'
import { toLinkError } from './link-error.ts'

/**
 * Sends a fresh public key and reads the peer's: emits the 64-byte secret they share and completes.
 *
 * Both sides do the same and neither waits for the other (`libraries/net/stcp_socket.cpp`, `do_key_exchange`). What the
 * peer sent after its key stays in the socket for `fromSocket`.
 *
 * Cold and unicast. The socket belongs to the subscriber from the emission on; unsubscribing before that, or an error,
 * destroys it. Errors with {@link PeerFault} `BAD_KEY`, or {@link LinkError} `CLOSED` or `RESET` when the key does not
 * come. There is no deadline in here: the caller's covers the whole handshake.
 */
export function exchangeKeys(socket: Socket, createKeys = createEphemeralKeys): Observable<Uint8Array> {
  return new Observable<Uint8Array>((subscriber) => {
    const keys = createKeys()
    let isHandedOver = false

    const onReadable = (): void => {
      const received = socket.read(PUBLIC_KEY_SIZE_BYTES) as Uint8Array | null
      if (received === null) return
      // At the end of the stream `read` gives what there is.
      if (received.length < PUBLIC_KEY_SIZE_BYTES) {
        onClose()
        return
      }
      try {
        const secret = keys.computeSecret(Uint8Array.from(received))
        isHandedOver = true
        release()
        subscriber.next(secret)
        subscriber.complete()
      } catch (fault) {
        subscriber.error(fault)
      }
    }
    const onError = (error: Error): void => subscriber.error(toLinkError(error))
    const onClose = (): void =>
      subscriber.error(new LinkError('CLOSED', 'the peer closed the connection before it sent its key'))
    const release = (): void => {
      socket.off('close', onClose)
      socket.off('error', onError)
      socket.off('readable', onReadable)
    }

    // It stays: a late 'error' on a socket without a listener would end the process.
    socket.on('error', ignore)
    socket.on('readable', onReadable)
    socket.on('error', onError)
    socket.on('close', onClose)
    if (socket.writable) socket.write(keys.publicKey)
    else if (socket.errored !== null) onError(socket.errored)
    else if (socket.closed) onClose()

    return () => {
      release()
      if (!isHandedOver) socket.destroy()
    }
  })
}

function ignore(): void {}
