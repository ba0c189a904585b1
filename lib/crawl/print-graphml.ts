import { hostOf } from './host-of.ts'
import type { MapNode, NetworkMap } from './map-network.ts'
import type { MapContext } from './print-nodes.ts'
import { isStuck } from './probe.ts'

type Value = string | number | boolean | undefined

/** What a node of the graph carries, by name and type. */
const NODE_KEYS = {
  reachable: 'boolean',
  result: 'string',
  user_agent: 'string',
  platform: 'string',
  revision: 'string',
  node_public_key: 'string',
  head_block_num: 'long',
  head_age_seconds: 'long',
  stuck: 'boolean',
  clock_offset_ms: 'double',
  round_trip_ms: 'double',
  country: 'string',
  listed_by: 'int',
} as const

const EDGE_KEYS = { direction: 'string', latency_ms: 'double', mutual: 'boolean' } as const

/** The map as GraphML, for Gephi, yEd, networkx and their like; an edge leads from who lists to who is listed. */
export function printGraphml(map: NetworkMap, context: MapContext): string {
  const keys = [
    ...Object.entries(NODE_KEYS).map(([name, type]) => keyLine('node', name, type)),
    ...Object.entries(EDGE_KEYS).map(([name, type]) => keyLine('edge', name, type)),
  ]
  const nodes = map.nodes.flatMap((node) => [
    `    <node id="${escapeXml(node.id)}">`,
    ...dataLines('node', nodeData(node, context)),
    '    </node>',
  ])
  const edges = map.edges.flatMap(({ from, to, direction, latencyMs, isMutual }) => [
    `    <edge source="${escapeXml(from)}" target="${escapeXml(to)}">`,
    ...dataLines('edge', { direction, latency_ms: latencyMs, mutual: isMutual }),
    '    </edge>',
  ])
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    `  <graph id="${escapeXml(context.chainId)}" edgedefault="directed">`,
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n')
}

function nodeData(
  { id, probe, isReachable, listedBy }: MapNode,
  { countryOf, blockIntervalSeconds }: MapContext,
): Readonly<Record<keyof typeof NODE_KEYS, Value>> {
  const claims = probe?.claims
  return {
    reachable: isReachable,
    result: probe?.result,
    user_agent: claims?.userAgent,
    platform: claims?.platform,
    revision: claims?.revision,
    node_public_key: claims?.publicKey,
    head_block_num: claims?.head.number,
    head_age_seconds: claims?.headAgeSeconds,
    stuck: claims === undefined ? undefined : isStuck(claims, blockIntervalSeconds),
    clock_offset_ms: probe?.clockOffsetMs,
    round_trip_ms: probe?.roundTripMs,
    country: countryOf?.(hostOf(id)),
    listed_by: listedBy,
  }
}

function keyLine(owner: 'node' | 'edge', name: string, type: string): string {
  return `  <key id="${owner}_${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`
}

function dataLines(owner: 'node' | 'edge', data: Readonly<Record<string, Value>>): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) =>
    value === undefined ? [] : `      <data key="${owner}_${name}">${escapeXml(String(value))}</data>`,
  )
}

// Characters that XML 1.0 has no way to write, and those that mean something in it.
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
