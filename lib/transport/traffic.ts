import type { Socket } from 'node:net'

/** What has gone over one connection so far, keys included. Read it when you need it: the figures are live. */
export interface Traffic {
  readonly bytesReceived: number
  /** Bytes handed to the operating system or waiting for it. */
  readonly bytesSent: number
}

/** The counters of a socket. Liveness looks at these, so that a large message on a slow line is not silence. */
export function trafficOf(socket: Socket): Traffic {
  return {
    get bytesReceived() {
      return socket.bytesRead
    },
    get bytesSent() {
      return socket.bytesWritten
    },
  }
}
