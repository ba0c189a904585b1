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
  return addresses.map((address, index) => {
    const isReachable = random() < 0.55
    const isStuck = random() < 0.1
    if (!isReachable) return { address, reachable: false, seed: index < 9, error: 'no answer', lists: [] }
    return {
      address,
      reachable: true,
      seed: index < 9,
      userAgent: versions[below(versions.length)],
      platform: random() < 0.85 ? 'linux' : 'osx',
      headNumber: 90_000_000 - (isStuck ? below(1_000_000) : below(3)),
      headTime: 1_795_600_000 - (isStuck ? 90_000 : below(6)),
      clockOffsetMs: Math.round((random() - 0.5) * (random() < 0.1 ? 9000 : 400)),
      roundTripMs: 20 + below(280),
      seenAt: 1_795_600_000_000,
      lists: Array.from({ length: 8 + below(25) }, () => addresses[below(addresses.length)]),
    }
  })
}
