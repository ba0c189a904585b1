import type { Socket } from 'node:net'
import { createSharedGate, type SharedGate } from '../flow/gate.ts'

/**
 * Pauses the reading of a socket while any reason holds.
 *
 * One a socket. A paused socket sees neither the other end's closing nor a reset, so deadlines must not depend on
 * reading.
 */
export function createReadGate(socket: Socket): SharedGate {
  return createSharedGate({
    close: () => void socket.pause(),
    open: () => void socket.resume(),
  })
}
