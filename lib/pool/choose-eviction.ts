import { hmacSha256 } from '#platform'
import { networkGroup } from './ipv4.ts'
import type { AddressProfile } from './is-dialable.ts'

/** What is known of a connection somebody made to us. Times are monotonic milliseconds, undefined: never. */
export interface InboundPeer {
  readonly key: number
  readonly host: string
  /** When it connected. */
  readonly since: number
  readonly isTrusted: boolean
  readonly roundTripMs: number | undefined
  /** When it last was the first to bring a block. */
  readonly lastBlockAt: number | undefined
  /** When it last was the first to bring a transaction. */
  readonly lastTransactionAt: number | undefined
}

export interface EvictionRules {
  readonly profile: AddressProfile
  /** 32 bytes, known to nobody else. */
  readonly secret: Uint8Array
}

/** So many are kept for each merit. */
const KEPT_PER_MERIT = 4
/** Of the rest, the share that has been here longest. */
const KEPT_SHARE = 0.5

/**
 * The connection to let go for a new one when all places are taken; undefined: all have earned theirs.
 *
 * Each of some merits keeps its best, so that whoever wants all places has to be better than everybody in something that
 * costs him: to be in networks that only we rank, to be near, to have brought blocks, to have brought transactions, to
 * have been here long. Of those left the youngest of the most crowded network goes (the ladder of Bitcoin Core's
 * `eviction.cpp`). Trusted peers stay, and outbound ones are not asked about.
 */
export function chooseEviction(
  peers: readonly InboundPeer[],
  { profile, secret }: EvictionRules,
): InboundPeer | undefined {
  const groupOf = ({ host, key }: InboundPeer): string =>
    profile === 'local' ? String(key) : networkGroup(host)
  const ranks = new Map(peers.map((peer) => [peer.key, rankOf(groupOf(peer), secret)]))
  let left: readonly InboundPeer[] = peers.filter(({ isTrusted }) => !isTrusted)
  left = without(left, KEPT_PER_MERIT, ({ key }) => ranks.get(key) ?? 0)
  left = without(left, KEPT_PER_MERIT, ({ roundTripMs }) =>
    roundTripMs === undefined ? undefined : -roundTripMs,
  )
  left = without(left, KEPT_PER_MERIT, ({ lastBlockAt }) => lastBlockAt)
  left = without(left, KEPT_PER_MERIT, ({ lastTransactionAt }) => lastTransactionAt)
  left = without(left, Math.floor(left.length * KEPT_SHARE), ({ since }) => -since)

  const crowds = new Map<string, InboundPeer[]>()
  for (const peer of left) crowds.set(groupOf(peer), [...(crowds.get(groupOf(peer)) ?? []), peer])
  const youngest = (crowd: readonly InboundPeer[]): number => Math.max(...crowd.map(({ since }) => since))
  const [crowd = []] = [...crowds.values()].sort((a, b) => b.length - a.length || youngest(b) - youngest(a))
  return [...crowd].sort((a, b) => b.since - a.since || b.key - a.key)[0]
}

/** All but the best by a merit; who has none of it is not among the best. */
function without(
  peers: readonly InboundPeer[],
  count: number,
  meritOf: (peer: InboundPeer) => number | undefined,
): readonly InboundPeer[] {
  const merits = new Map(peers.map((peer) => [peer, meritOf(peer)]))
  const best = peers
    .filter((peer) => merits.get(peer) !== undefined)
    .sort((a, b) => (merits.get(b) ?? 0) - (merits.get(a) ?? 0))
    .slice(0, count)
  return peers.filter((peer) => !best.includes(peer))
}

function rankOf(group: string, secret: Uint8Array): number {
  const digest = hmacSha256(secret, new TextEncoder().encode(`eviction ${group}`))
  return new DataView(digest.buffer).getUint32(0)
}
