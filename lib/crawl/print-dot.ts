import type { MapNode, NetworkMap } from './map-network.ts'
import { isStuck } from './probe.ts'

/**
 * The map for Graphviz: a solid line between two that list each other, a dashed arrow where only one lists the other.
 * Reachable nodes are filled, stuck ones red.
 */
export function printDot(map: NetworkMap, blockIntervalSeconds: number): string {
  const nodes = map.nodes.map((node) => `  ${quote(node.id)} [${nodeStyle(node, blockIntervalSeconds)}];`)
  const edges = map.edges.flatMap(({ from, to, isMutual }) => {
    if (!isMutual) return `  ${quote(from)} -> ${quote(to)} [style=dashed];`
    return from < to ? `  ${quote(from)} -> ${quote(to)} [dir=none];` : []
  })
  return [
    'digraph network {',
    '  graph [overlap=false, splines=true];',
    '  node [shape=box, fontname="sans-serif", fontsize=10];',
    ...nodes,
    ...edges,
    '}',
    '',
  ].join('\n')
}

function nodeStyle({ id, probe, isReachable }: MapNode, blockIntervalSeconds: number): string {
  const claims = probe?.claims
  const lines = claims === undefined ? [id] : [id, claims.userAgent, `block ${claims.head.number}`]
  const label = `label=${quote(lines.join('\n'))}`
  if (!isReachable) return `${label}, color=gray, fontcolor=gray`
  const color = isStuck(claims, blockIntervalSeconds) ? 'lightcoral' : 'lightblue'
  return `${label}, style=filled, fillcolor=${color}`
}

/** A text of DOT; line ends become those of a label. */
function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
