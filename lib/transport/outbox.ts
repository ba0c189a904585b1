import type { Socket } from 'node:net'
import type { CipherPair } from '../crypto/stream-cipher.ts'
import { PeerFault } from '../errors.ts'
import type { Gate } from '../flow/gate.ts'
import { packFrames } from './enframe.ts'
import { type Frame, frameSizeOf } from './frame.ts'

export interface OutboxLimits {
  /** Bytes waiting for the peer above which it is not read until they are gone. Default 1 MiB. */
  readonly softLimitBytes: number
  /** Bytes waiting above which the connection ends with `OVERFLOW`. Default 4 MiB. */
  readonly hardLimitBytes: number
}

/** What waits to be sent to one peer, in order. */
export interface Outbox {
  /**
   * Queues frames. Returns false, and queues nothing, when the connection is closed or this was too much for it.
   *
   * Never throws: a peer that does not read us ends its own connection (see {@link createOutbox}), not the work of
   * whoever had something to tell it.
   */
  send(...frames: readonly Frame[]): boolean
  /** Sends what is queued and then closes our half of the connection. */
  end(): void
  /** Bytes not yet taken by the operating system. */
  readonly queuedBytes: number
}

/** 1 MiB and 4 MiB; core closes at 1 MiB of its own (`GRAPHENE_NET_MAXIMUM_QUEUED_MESSAGES_IN_BYTES`). */
export const DEFAULT_OUTBOX_LIMITS: OutboxLimits = {
  softLimitBytes: 1024 * 1024,
  hardLimitBytes: 4 * 1024 * 1024,
}

/**
 * The sending side of a connection: frames are packed, encrypted and written in the order they were sent.
 *
 * All frames sent in one turn of the event loop leave in one piece. While more than `softLimitBytes` wait, `reading`
 * is closed, a gate of this outbox's own over the reading of the same socket: who does not read us is not read.
 * Beyond `hardLimitBytes` the socket is destroyed with {@link PeerFault} `OVERFLOW`, which `fromSocket` then errors
 * with. Two peers that both do not read wait for each other until the deadline for silence; keep that deadline apart
 * from reading.
 */
export function createOutbox(
  socket: Socket,
  cipher: Pick<CipherPair, 'encrypt'>,
  reading: Gate,
  { softLimitBytes, hardLimitBytes }: OutboxLimits = DEFAULT_OUTBOX_LIMITS,
): Outbox {
  let waiting: Frame[] = []
  let waitingBytes = 0

  const flush = (): void => {
    if (waiting.length === 0) return
    const frames = waiting
    waiting = []
    waitingBytes = 0
    if (!socket.writable) return
    const hasRoom = socket.write(cipher.encrypt(packFrames(frames)))
    if (!hasRoom && socket.writableLength > softLimitBytes) reading.close()
  }

  socket.on('drain', () => reading.open())

  return {
    send(...frames) {
      if (!socket.writable) return false
      let bytes = 0
      for (const { payload } of frames) bytes += frameSizeOf(payload.length)
      const queuedBytes = socket.writableLength + waitingBytes + bytes
      if (queuedBytes > hardLimitBytes) {
        socket.destroy(
          new PeerFault(
            'OVERFLOW',
            `${queuedBytes} bytes wait for the peer to read, at most ${hardLimitBytes} may`,
          ),
        )
        return false
      }
      if (waiting.length === 0 && frames.length > 0) queueMicrotask(flush)
      waiting.push(...frames)
      waitingBytes += bytes
      return true
    },
    end() {
      flush()
      socket.end()
    },
    get queuedBytes() {
      return socket.writableLength + waitingBytes
    },
  }
}
