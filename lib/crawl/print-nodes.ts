import type { Cursor } from '../chain/cursor.ts'
import { hostOf } from './host-of.ts'
import { isHidden, type MapNode, type NetworkMap } from './map-network.ts'
import { toProbeJson } from './probe-json.ts'
import { summarise } from './summarise.ts'

/** What a map is of, and what else is known. */
export interface MapContext {
  readonly chainId: string
  readonly blockIntervalSeconds: number
  /** When the crawl ended, in milliseconds since 1970. */
  readonly finishedMs: number
  readonly countryOf?: (host: string) => string | undefined
  /** What earlier runs know of an endpoint. */
  readonly pastOf?: (endpoint: string) => NodePast | undefined
}

/** A node's past, as it is written. */
export interface NodePast {
  readonly first_seen: string
  readonly last_seen: string
  readonly last_success?: string | undefined
  readonly visits: number
  readonly successes: number
}

/** The newest head that at least a third of the nodes have, undefined where nobody said. */
export function commonHead(map: NetworkMap): Cursor | undefined {
  const heads = map.nodes
    .flatMap(({ probe, isReachable }) =>
      isReachable && probe?.claims !== undefined ? probe.claims.head : [],
    )
    .sort((a, b) => b.number - a.number)
  return heads[Math.floor(heads.length / 3)]
}

/** `nodes.json`: everything that is known, one node a line. */
export function printNodes(map: NetworkMap, context: MapContext): string {
  const head = JSON.stringify({
    format: 'rx-bitshares nodes',
    version: 1,
    chain_id: context.chainId,
    finished: new Date(context.finishedMs).toISOString(),
    summary: summarise(map, context),
  })
  const nodes = map.nodes.map((node) => JSON.stringify(nodeJson(node, context)))
  return `${head.slice(0, -1)},"nodes":[\n${nodes.join(',\n')}\n]}\n`
}

function nodeJson(node: MapNode, context: MapContext): object {
  const { probe, aliases, listedBy } = node
  const country = context.countryOf?.(hostOf(node.id))
  const visit =
    probe === undefined
      ? { ...(isHidden(node) ? {} : { endpoint: node.id }), reachable: false, country }
      : toProbeJson(probe, context.blockIntervalSeconds, country)
  return {
    id: node.id,
    ...visit,
    aliases: aliases.length === 0 ? undefined : aliases,
    listed_by: listedBy,
    history: context.pastOf?.(node.id),
  }
}
