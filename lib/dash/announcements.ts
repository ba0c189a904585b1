import { dropOldest } from './drop-oldest.ts'

/** Blocks whose first announcement is remembered. */
export const MAX_ANNOUNCED_BLOCKS = 64
/** Peers remembered; those that are connected are far fewer. */
export const MAX_ANNOUNCING_PEERS = 400
/** How much the newest delay of a peer counts in its average. */
const SMOOTHING = 0.2

/** Who announced a block first, and when: milliseconds since 1970. */
export interface FirstAnnounced {
  readonly peer: string
  readonly at: number
  /** When the second peer did. */
  readonly secondAt: number | undefined
}

/** What a peer's announcements say of it. */
export interface Announcer {
  /** The newest block it is known to have. */
  readonly newest: number
  /** How long after the first peer it announces, on average, milliseconds. */
  readonly delayMs: number | undefined
}

/** Who announces blocks how early. */
export interface Announcements {
  readonly blocks: ReadonlyMap<number, FirstAnnounced>
  readonly peers: ReadonlyMap<string, Announcer>
}

/** Nobody has announced anything. */
export const NO_ANNOUNCEMENTS: Announcements = { blocks: new Map(), peers: new Map() }

/** Where our chain stands when a peer announces. */
export interface Head {
  readonly number: number
  /** When it came, milliseconds since 1970. */
  readonly receivedAt: number
  /** How long after it the next one is due. */
  readonly intervalMs: number
}

/**
 * A peer announced blocks. The announcement does not say which, and peers announce each block once: of a peer that has the
 * head it is the next one; of another it is the head if that has come lately, and the next if that is due.
 */
export function noteAnnounced(
  announcements: Announcements,
  peer: string,
  at: number,
  head: Head,
): Announcements {
  const known = announcements.peers.get(peer)
  const hasHead = known !== undefined && known.newest >= head.number
  const isLate = !hasHead && at - head.receivedAt < head.intervalMs / 2
  const newest = isLate ? head.number : head.number + 1
  if (known !== undefined && newest <= known.newest) return announcements
  const first = announcements.blocks.get(newest)
  const delayMs = first === undefined ? 0 : Math.max(0, at - first.at)
  const blocks = new Map(announcements.blocks)
  if (first === undefined) blocks.set(newest, { peer, at, secondAt: undefined })
  else if (first.secondAt === undefined && first.peer !== peer) blocks.set(newest, { ...first, secondAt: at })
  dropOldest(blocks, MAX_ANNOUNCED_BLOCKS)
  const average =
    known?.delayMs === undefined ? delayMs : known.delayMs + SMOOTHING * (delayMs - known.delayMs)
  return { blocks, peers: withPeer(announcements, peer, { newest, delayMs: average }) }
}

/** A peer delivered a block: it has it. */
export function noteDelivered(announcements: Announcements, peer: string, number: number): Announcements {
  const known = announcements.peers.get(peer)
  if (known !== undefined && known.newest >= number) return announcements
  return {
    ...announcements,
    peers: withPeer(announcements, peer, { newest: number, delayMs: known?.delayMs }),
  }
}

/** Forgets the peers that are not connected any more. */
export function keepAnnouncers(announcements: Announcements, connected: ReadonlySet<string>): Announcements {
  const peers = [...announcements.peers].filter(([peer]) => connected.has(peer))
  return peers.length === announcements.peers.size
    ? announcements
    : { ...announcements, peers: new Map(peers) }
}

function withPeer(
  { peers }: Announcements,
  peer: string,
  announcer: Announcer,
): ReadonlyMap<string, Announcer> {
  const changed = new Map(peers).set(peer, announcer)
  dropOldest(changed, MAX_ANNOUNCING_PEERS)
  return changed
}
