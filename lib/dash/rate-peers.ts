import type { FeedState } from './feed-state.ts'
import type { PeerRow } from './peer-rows.ts'

/** A connection, and what was found out about it. */
export interface RatedPeer {
  readonly row: PeerRow
  /** Which part of the newest blocks it delivered first. */
  readonly firstShare: number | undefined
  /** By how many blocks what it is known to have is behind our head. */
  readonly lagBlocks: number | undefined
  /** How long after the first it announces. */
  readonly delayMs: number | undefined
}

/** Blocks that shares of first deliveries are of. */
const SHARE_BLOCKS = 128

/** The connections in the order they were made, with what was found out about them. */
export function ratePeers(feed: FeedState): readonly RatedPeer[] {
  const shares = firstShares(feed)
  const head = feed.blocks.at(-1)?.number ?? feed.status?.headNumber ?? 0
  return feed.peers.map((row) => {
    const announcer = feed.announcements.peers.get(row.peer)
    const newest = Math.max(announcer?.newest ?? 0, row.headNumber)
    return {
      row,
      firstShare: shares?.get(row.peer) ?? (shares === undefined || row.state !== 'active' ? undefined : 0),
      lagBlocks: newest === 0 || head === 0 ? undefined : Math.max(0, head - newest),
      delayMs: announcer?.delayMs,
    }
  })
}

/** Of the newest blocks that came live, which part each peer delivered. */
function firstShares({ blocks }: FeedState): ReadonlyMap<string, number> | undefined {
  const live = blocks.filter(({ source }) => source === 'live').slice(-SHARE_BLOCKS)
  if (live.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const { peer } of live) counts.set(peer, (counts.get(peer) ?? 0) + 1)
  return new Map([...counts].map(([peer, count]) => [peer, count / live.length]))
}
