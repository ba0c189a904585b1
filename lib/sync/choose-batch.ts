import type { BlockId } from '../chain/cursor.ts'
import { MAX_BYTES_IN_FLIGHT, type SyncPeer, SYNC_WINDOW_BLOCKS } from './sync-state.ts'

/** What decides whether a listed block is worth asking for. */
export interface Wanted {
  readonly headNumber: number
  /** The lowest block that is wanted: above the head, or on a branch beside the chain. */
  readonly lowestNumber: number
  readonly inFlightCount: number
  readonly heldCount: number
  isInFlight(id: BlockId): boolean
  isHeld(id: BlockId): boolean
}

/** How many blocks a peer may owe at once: what its speed has earned it, bounded in bytes. */
export function roomFor(peer: SyncPeer): number {
  const byBytes = Math.max(1, Math.floor(MAX_BYTES_IN_FLIGHT / peer.averageBytes))
  return Math.min(peer.allowance, byBytes)
}

/**
 * The next blocks to ask `peer` for, in chain order; empty while it still owes more than three quarters of what it may,
 * so that it always has work and no message is for a handful.
 *
 * Moves the peer's place in its queue past what was chosen. Nothing beyond the window is chosen: the blocks between
 * would have to be held.
 */
export function chooseBatch(peer: SyncPeer, wanted: Wanted): readonly BlockId[] {
  const room = roomFor(peer)
  if (peer.owed * 4 > room * 3) return []
  const batch: BlockId[] = []
  const last = wanted.headNumber + SYNC_WINDOW_BLOCKS - peer.first
  peer.next = Math.max(peer.next, wanted.lowestNumber - peer.first)
  // Beyond what was ever asked for, and with nobody else at work, no look-up can find anything.
  const isAlone = wanted.inFlightCount === peer.owed && wanted.heldCount === 0
  while (batch.length + peer.owed < room && peer.next < peer.queue.length && peer.next <= last) {
    const id = peer.queue[peer.next] as BlockId
    peer.next += 1
    const isFresh = isAlone && peer.next > peer.reached
    if (isFresh || (!wanted.isInFlight(id) && !wanted.isHeld(id))) batch.push(id)
  }
  peer.reached = Math.max(peer.reached, peer.next)
  return batch
}
