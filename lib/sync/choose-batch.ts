import { toHex } from '#platform'
import { HASH_SIZE_BYTES, PackedHashes } from '../messages/hashes.ts'
import type { BlocksInFlight } from './blocks-in-flight.ts'
import type { SyncChain } from './sync-chain.ts'
import { MAX_BYTES_IN_FLIGHT, type SyncPeer, SYNC_WINDOW_BLOCKS } from './sync-state.ts'

/** How many blocks a peer may owe at once: what its speed has earned it, bounded in bytes. */
export function roomFor(peer: SyncPeer): number {
  const byBytes = Math.max(1, Math.floor(MAX_BYTES_IN_FLIGHT / peer.averageBytes))
  return Math.min(peer.allowance, byBytes)
}

/**
 * The next blocks to ask `peer` for, in chain order; none while it still owes more than three quarters of what it may,
 * so that it always has work and no message is for a handful, and none while the chain has no room.
 *
 * Moves the peer's place in its queue past what was chosen. Nothing beyond the window is chosen: the blocks between
 * would have to be held.
 */
export function chooseBatch(peer: SyncPeer, chain: SyncChain, inFlight: BlocksInFlight): PackedHashes {
  const room = roomFor(peer)
  if (peer.owed * 4 > room * 3 || !chain.hasRoom) return NONE
  const { number: head } = chain.head
  peer.next = Math.max(peer.next, lowestWanted(peer, chain) - peer.first)
  const end = Math.min(peer.queue.length, head + 1 + SYNC_WINDOW_BLOCKS - peer.first)
  const ids = peer.queue.view(0, peer.queue.length)
  const isHere = (place: number): boolean => {
    const at = place * HASH_SIZE_BYTES
    if (inFlight.hasAt(ids, at)) return true
    return chain.heldCount > 0 && chain.isHeld(toHex(ids, at, at + HASH_SIZE_BYTES))
  }
  const most = room - peer.owed
  const batch = new Uint8Array(Math.max(0, Math.min(most, end - peer.next)) * HASH_SIZE_BYTES)
  let count = 0
  while (count < most && peer.next < end) {
    const from = peer.next
    peer.next += 1
    if (isHere(from)) continue
    // Nearly always one run is all of it.
    while (count + peer.next - from < most && peer.next < end && !isHere(peer.next)) peer.next += 1
    batch.set(peer.queue.view(from, peer.next), count * HASH_SIZE_BYTES)
    count += peer.next - from
  }
  return new PackedHashes(batch.subarray(0, count * HASH_SIZE_BYTES))
}

/** The number of the lowest block that a peer may be asked for: on a branch those beside our chain, too. */
function lowestWanted({ first, queue }: SyncPeer, chain: SyncChain): number {
  const { number: head } = chain.head
  const isBeside = queue.length > 0 && first <= head && chain.idAt(first) !== queue.at(0)
  return isBeside ? first : head + 1
}

const NONE = new PackedHashes(new Uint8Array(0))
