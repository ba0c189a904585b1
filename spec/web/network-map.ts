/** A network as a crawler might find it: always the same. */
export function networkMap(): readonly object[] {
  let seed = 7
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const below = (limit: number): number => Math.floor(random() * limit)
  const versions = [
    'BitShares 7.0.2',
    'BitShares 7.0.2',
    'BitShares 7.0.1',
    'BitShares 6.1.0',
    'rx-bitshares 0.1.0',
  ]
  const addresses = Array.from({ length: 140 }, (_, index) => `198.51.100.${index + 1}:1776`)
  return addresses.map((endpoint, index) => {
    const isReachable = random() < 0.55
    const isStuck = random() < 0.1
    const visit = { id: endpoint, endpoint, at: '2026-11-25T12:00:00.000Z' }
    const history = { visits: 12, successes: isReachable ? 12 - below(3) : below(3) }
    if (!isReachable)
      return { ...visit, result: 'unreachable', reachable: false, reason: 'no answer', history }
    return {
      ...visit,
      result: index % 3 === 0 ? 'rejected' : 'accepted',
      reachable: true,
      user_agent: versions[below(versions.length)],
      platform: random() < 0.85 ? 'linux' : 'osx',
      head_block_num: 90_000_000 - (isStuck ? below(1_000_000) : below(3)),
      head_age_seconds: isStuck ? 90_000 : below(6),
      stuck: isStuck || undefined,
      clock_offset_ms: Math.round((random() - 0.5) * (random() < 0.1 ? 9000 : 400)),
      round_trip_ms: 20 + below(280),
      lists: Array.from({ length: 8 + below(25) }, () => ({ endpoint: addresses[below(addresses.length)] })),
      history,
    }
  })
}

/** Those of it that everybody begins with. */
export const MAPPED_SEEDS: readonly string[] = Array.from(
  { length: 9 },
  (_, index) => `198.51.100.${index + 1}:1776`,
)
