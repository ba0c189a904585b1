import { GENESIS, isBlockId } from '../chain/cursor.ts'
import { cleanText } from '../names/clean-text.ts'
import {
  isReachable,
  isStuck,
  type ListedPeer,
  type NodeClaims,
  type Probe,
  type ProbeResult,
} from './probe.ts'

/** A visit as it is written, in lines and files. What is not known is left out. */
export interface ProbeJson {
  readonly endpoint: string
  /** ISO, UTC. */
  readonly at: string
  readonly result: ProbeResult
  readonly reachable: boolean
  readonly reason?: string | undefined
  readonly country?: string | undefined
  readonly connect_ms?: number | undefined
  readonly round_trip_ms?: number | undefined
  readonly clock_offset_ms?: number | undefined
  readonly user_agent?: string | undefined
  readonly protocol_version?: number | undefined
  readonly platform?: string | undefined
  readonly revision?: string | undefined
  readonly node_id?: string | undefined
  readonly node_public_key?: string | undefined
  readonly inbound_port?: number | undefined
  readonly head_block_num?: number | undefined
  readonly head_block_id?: string | undefined
  readonly head_block_time?: string | undefined
  readonly head_age_seconds?: number | undefined
  readonly stuck?: true | undefined
  readonly lists?: readonly ListedPeerJson[] | undefined
}

export interface ListedPeerJson {
  readonly endpoint: string
  readonly node_id: string
  readonly direction: ListedPeer['direction']
  readonly latency_ms: number
}

/** A visit as plain data. */
export function toProbeJson(probe: Probe, blockIntervalSeconds: number, country?: string): ProbeJson {
  const { endpoint, result, reason, claims, lists } = probe
  return {
    endpoint,
    at: new Date(probe.atMs).toISOString(),
    result,
    reachable: isReachable(probe),
    reason,
    country,
    connect_ms: probe.connectMs,
    round_trip_ms: probe.roundTripMs,
    clock_offset_ms: probe.clockOffsetMs,
    ...(claims === undefined ? {} : claimsJson(claims, blockIntervalSeconds)),
    lists: lists?.map(({ endpoint, nodeId, direction, latencyMs }) => ({
      endpoint,
      node_id: nodeId,
      direction,
      latency_ms: latencyMs,
    })),
  }
}

function claimsJson(claims: NodeClaims, blockIntervalSeconds: number): Partial<ProbeJson> {
  return {
    user_agent: claims.userAgent,
    protocol_version: claims.protocolVersion,
    platform: claims.platform,
    revision: claims.revision,
    node_id: claims.nodeId,
    node_public_key: claims.publicKey,
    inbound_port: claims.inboundPort,
    head_block_num: claims.head.number,
    head_block_id: claims.head.id,
    head_block_time:
      claims.headTime === 0 ? undefined : new Date(claims.headTime * 1000).toISOString().slice(0, 19),
    head_age_seconds: claims.headAgeSeconds,
    stuck: isStuck(claims, blockIntervalSeconds) || undefined,
  }
}

const RESULTS: readonly ProbeResult[] = [
  'accepted',
  'rejected',
  'otherChain',
  'self',
  'noHandshake',
  'unreachable',
]
const DIRECTIONS: readonly ListedPeer['direction'][] = ['unknown', 'inbound', 'outbound']
const ENDPOINT = /^[A-Za-z0-9._-]{1,253}:\d{1,5}$/
const KEY = /^[0-9a-f]{66}$/
const TEXT_LENGTH = 200
const MOST_LISTED = 200

/** A visit from plain data, as far as it can be; undefined: it is none. */
export function readProbeJson(json: unknown): Probe | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const form = json as { readonly [Name in keyof ProbeJson]?: unknown }
  const atMs = typeof form.at === 'string' ? Date.parse(form.at) : Number.NaN
  const { endpoint } = form
  const result = RESULTS.find((each) => each === form.result)
  if (typeof endpoint !== 'string' || !ENDPOINT.test(endpoint)) return undefined
  if (Number.isNaN(atMs) || result === undefined) return undefined
  return {
    endpoint,
    atMs,
    result,
    reason: optionalText(form.reason),
    connectMs: optionalNumber(form.connect_ms),
    roundTripMs: optionalNumber(form.round_trip_ms),
    clockOffsetMs: optionalNumber(form.clock_offset_ms),
    claims: readClaims(form),
    lists: Array.isArray(form.lists)
      ? (form.lists as readonly unknown[]).slice(0, MOST_LISTED).flatMap(readListed)
      : undefined,
  }
}

function readClaims(form: { readonly [Name in keyof ProbeJson]?: unknown }): NodeClaims | undefined {
  const { node_id: nodeId, node_public_key: publicKey, head_block_id: id, head_block_time: time } = form
  if (typeof nodeId !== 'string' || typeof publicKey !== 'string') return undefined
  if (!KEY.test(nodeId) || !KEY.test(publicKey)) return undefined
  const headTime = typeof time === 'string' ? Date.parse(`${time}Z`) / 1000 : 0
  return {
    userAgent: optionalText(form.user_agent) ?? '',
    protocolVersion: optionalNumber(form.protocol_version) ?? 0,
    platform: optionalText(form.platform) ?? '',
    revision: optionalText(form.revision) ?? '',
    nodeId,
    publicKey,
    inboundPort: optionalNumber(form.inbound_port) ?? 0,
    head: {
      number: optionalNumber(form.head_block_num) ?? 0,
      id: typeof id === 'string' && isBlockId(id) ? id : GENESIS.id,
    },
    headTime: Number.isNaN(headTime) ? 0 : headTime,
    headAgeSeconds: optionalNumber(form.head_age_seconds),
  }
}

function readListed(json: unknown): readonly ListedPeer[] {
  if (typeof json !== 'object' || json === null) return []
  const form = json as { readonly [Name in keyof ListedPeerJson]?: unknown }
  const { endpoint, node_id: nodeId } = form
  if (typeof endpoint !== 'string' || typeof nodeId !== 'string') return []
  if (!ENDPOINT.test(endpoint) || !KEY.test(nodeId)) return []
  const direction = DIRECTIONS.find((each) => each === form.direction) ?? 'unknown'
  return [{ endpoint, nodeId, direction, latencyMs: optionalNumber(form.latency_ms) ?? 0 }]
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? cleanText(value, TEXT_LENGTH) : undefined
}

function optionalNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
