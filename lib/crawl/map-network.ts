import { isReachable, type ListedPeer, type Probe } from './probe.ts'

/** A node, or what somebody says is one. */
export interface MapNode {
  /** Its endpoint; of a peer that does not listen `hidden:` and the beginning of its node id. */
  readonly id: string
  /** Other endpoints that lead to it. */
  readonly aliases: readonly string[]
  /** The last visit; undefined: it was never visited. */
  readonly probe: Probe | undefined
  readonly isReachable: boolean
  /** How many nodes list it. */
  readonly listedBy: number
}

/** One node lists another among its peers. */
export interface MapEdge {
  readonly from: string
  readonly to: string
  /** Who made the connection, seen from `from`. */
  readonly direction: ListedPeer['direction']
  /** As `from` says. */
  readonly latencyMs: number
  /** Whether `to` lists `from`, too. */
  readonly isMutual: boolean
}

/** Who is there and who is connected to whom, as far as nodes tell. */
export interface NetworkMap {
  /** In the order of their ids. */
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  /** Edges that found no room, themselves or the node they lead to. */
  readonly left: number
}

/** Edges a map holds; of a network as large as BitShares' there are some thousands. */
export const MAX_MAP_EDGES = 100_000
/** Nodes on a map that were not visited, which anybody can make up. */
export const MAX_UNVISITED_NODES = 10_000

const SHORT_ID_LENGTH = 16

/**
 * Draws the map of what visits brought. A node that answers at several endpoints, with one id and one proven key, is one
 * node; the first of the endpoints in order gives it its name.
 */
export function mapNetwork(probes: readonly Probe[]): NetworkMap {
  const sorted = [...probes].sort((a, b) => compare(a.endpoint, b.endpoint))
  const names = nameNodes(sorted)
  const nodes = new Map<string, MapNode>()
  const edges = new Map<string, MapEdge>()
  const listers = new Map<string, number>()
  let unvisited = 0
  let left = 0

  for (const probe of sorted) {
    const id = names.ofEndpoint(probe.endpoint)
    const known = nodes.get(id)
    if (known === undefined)
      nodes.set(id, { id, aliases: [], probe, isReachable: isReachable(probe), listedBy: 0 })
    else nodes.set(id, { ...known, aliases: [...known.aliases, probe.endpoint] })
  }
  for (const probe of sorted) {
    const from = names.ofEndpoint(probe.endpoint)
    for (const listed of probe.lists ?? []) {
      const to = names.ofListed(listed)
      const key = `${from} ${to}`
      if (to === from || edges.has(key)) continue
      if (edges.size >= MAX_MAP_EDGES || (!nodes.has(to) && unvisited >= MAX_UNVISITED_NODES)) {
        left += 1
        continue
      }
      if (!nodes.has(to)) {
        nodes.set(to, { id: to, aliases: [], probe: undefined, isReachable: false, listedBy: 0 })
        unvisited += 1
      }
      listers.set(to, (listers.get(to) ?? 0) + 1)
      edges.set(key, { from, to, direction: listed.direction, latencyMs: listed.latencyMs, isMutual: false })
    }
  }
  return {
    nodes: [...nodes.values()]
      .map((node) => ({ ...node, listedBy: listers.get(node.id) ?? 0 }))
      .sort((a, b) => compare(a.id, b.id)),
    edges: [...edges.values()]
      .map((edge) => ({ ...edge, isMutual: edges.has(`${edge.to} ${edge.from}`) }))
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to)),
    left,
  }
}

/** Whether it is a peer of others that does not listen, known by its node id alone. */
export function isHidden({ id }: MapNode): boolean {
  return id.startsWith(HIDDEN)
}

const HIDDEN = 'hidden:'

interface Names {
  ofEndpoint(endpoint: string): string
  ofListed(listed: ListedPeer): string
}

function nameNodes(sorted: readonly Probe[]): Names {
  const byIdentity = new Map<string, string>()
  const byEndpoint = new Map<string, string>()
  /** Ids are anybody's claim: one that several nodes claim names none of them. */
  const byNodeId = new Map<string, string | undefined>()
  for (const { endpoint, claims } of sorted) {
    if (claims === undefined) continue
    const identity = `${claims.nodeId} ${claims.publicKey}`
    const name = byIdentity.get(identity) ?? endpoint
    byIdentity.set(identity, name)
    byEndpoint.set(endpoint, name)
    const named = byNodeId.has(claims.nodeId) ? byNodeId.get(claims.nodeId) : name
    byNodeId.set(claims.nodeId, named === name ? name : undefined)
  }
  return {
    ofEndpoint: (endpoint) => byEndpoint.get(endpoint) ?? endpoint,
    ofListed({ endpoint, nodeId }) {
      if (!endpoint.endsWith(':0')) return byEndpoint.get(endpoint) ?? endpoint
      return byNodeId.get(nodeId) ?? `${HIDDEN}${nodeId.slice(0, SHORT_ID_LENGTH)}`
    },
  }
}

/** As code units stand, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
