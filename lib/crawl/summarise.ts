import { hostOf } from './host-of.ts'
import { isHidden, type NetworkMap } from './map-network.ts'
import { isStuck } from './probe.ts'

/** A network in numbers, as it is written. */
export interface Summary {
  /** Nodes that are known of, reachable or not. */
  readonly nodes: number
  readonly reachable: number
  /** Of the reachable, those whose head is old. */
  readonly stuck: number
  /** Peers of others that do not listen. */
  readonly hidden: number
  readonly edges: number
  readonly mutual_edges: number
  /** Edges that were left out for want of room. */
  readonly left_out?: number | undefined
  /** Visited ones by what came of it. */
  readonly results: Readonly<Record<string, number>>
  /** Reachable ones by what they say they are, the commonest first. */
  readonly user_agents: Readonly<Record<string, number>>
  readonly platforms: Readonly<Record<string, number>>
  readonly countries?: Readonly<Record<string, number>> | undefined
}

/** Kinds that are counted one by one; the others are one. */
const MAX_KINDS = 20
const OTHERS = 'others'

/** Counts a map. */
export function summarise(
  map: NetworkMap,
  context: {
    readonly blockIntervalSeconds: number
    readonly countryOf?: (host: string) => string | undefined
  },
): Summary {
  const { nodes, edges, left } = map
  const reachable = nodes.filter(({ isReachable }) => isReachable)
  const claims = reachable.flatMap(({ probe }) => probe?.claims ?? [])
  const { countryOf, blockIntervalSeconds } = context
  return {
    nodes: nodes.length,
    reachable: reachable.length,
    stuck: claims.filter((each) => isStuck(each, blockIntervalSeconds)).length,
    hidden: nodes.filter(isHidden).length,
    edges: edges.length,
    mutual_edges: edges.filter(({ isMutual }) => isMutual).length,
    left_out: left === 0 ? undefined : left,
    results: countKinds(nodes.flatMap(({ probe }) => probe?.result ?? [])),
    user_agents: countKinds(claims.map(({ userAgent }) => userAgent)),
    platforms: countKinds(claims.map(({ platform }) => platform)),
    countries:
      countryOf === undefined
        ? undefined
        : countKinds(reachable.map(({ id }) => countryOf(hostOf(id)) ?? 'unknown')),
  }
}

function countKinds(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const sorted = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  const rest = sorted.slice(MAX_KINDS).reduce((sum, [, count]) => sum + count, 0)
  const shown = sorted.slice(0, MAX_KINDS)
  // Entries, not assignments: a node may call itself `__proto__`.
  return Object.fromEntries(rest === 0 ? shown : [...shown, [OTHERS, rest]])
}
