/** Nodes of a network map that are shown. */
export const MAX_MAPPED_NODES = 3000
/** Addresses that one of them lists. */
export const MAX_MAPPED_LISTS = 500
const MAX_TEXT = 200

/** A node as a crawler found it. Texts are the node's own. */
export interface MappedNode {
  /** `host:port` */
  readonly address: string
  readonly isReachable: boolean
  readonly isSeed: boolean
  readonly userAgent?: string
  /** Of its source; hex. */
  readonly revision?: string
  readonly platform?: string
  readonly headNumber?: number
  /** Seconds since 1970. */
  readonly headTime?: number
  readonly clockOffsetMs?: number
  readonly roundTripMs?: number
  /** Milliseconds since 1970. */
  readonly seenAt?: number
  /** Why it could not be asked. */
  readonly problem?: string
  /** The nodes it told of. */
  readonly lists: readonly string[]
}

/** What a crawl found. */
export interface NetworkMap {
  readonly nodes: readonly MappedNode[]
  /** How many nodes there were beyond what is shown. */
  readonly more: number
}

type Json = Readonly<Record<string, unknown>>

/**
 * A network map from the JSON that a crawler wrote: a list of nodes, or an object that has one as `nodes`. What is missing is
 * left out, what is of another kind, too. Undefined where there is no such list.
 */
export function readNodes(json: unknown): NetworkMap | undefined {
  const list = Array.isArray(json) ? (json as readonly unknown[]) : isObject(json) ? json['nodes'] : undefined
  if (!Array.isArray(list)) return undefined
  const nodes = list.slice(0, MAX_MAPPED_NODES).flatMap((each: unknown) => {
    const node = isObject(each) ? toNode(each) : undefined
    return node === undefined ? [] : [node]
  })
  return { nodes, more: Math.max(0, list.length - MAX_MAPPED_NODES) }
}

function toNode(json: Json): MappedNode | undefined {
  const address = textOf(json, 'address')
  if (address === undefined) return undefined
  const userAgent = textOf(json, 'userAgent', 'version')
  const revision = textOf(json, 'revision')
  const platform = textOf(json, 'platform')
  const problem = textOf(json, 'problem', 'error', 'reason')
  const headNumber = numberOf(json, 'headNumber')
  const headTime = timeOf(json, 'headTime')
  const clockOffsetMs = numberOf(json, 'clockOffsetMs')
  const roundTripMs = numberOf(json, 'roundTripMs')
  const seenAt = timeOf(json, 'seenAt')
  const { lists } = json
  return {
    address,
    isReachable: json['reachable'] === true || json['isReachable'] === true,
    isSeed: json['seed'] === true || json['isSeed'] === true,
    ...(userAgent !== undefined && { userAgent }),
    ...(revision !== undefined && { revision }),
    ...(platform !== undefined && { platform }),
    ...(headNumber !== undefined && { headNumber }),
    ...(headTime !== undefined && { headTime: Math.round(headTime / 1000) }),
    ...(clockOffsetMs !== undefined && { clockOffsetMs }),
    ...(roundTripMs !== undefined && { roundTripMs }),
    ...(seenAt !== undefined && { seenAt }),
    ...(problem !== undefined && { problem }),
    lists: Array.isArray(lists)
      ? lists
          .filter((each: unknown) => typeof each === 'string')
          .slice(0, MAX_MAPPED_LISTS)
          .map(cut)
      : [],
  }
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null
}

function textOf(json: Json, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = json[name]
    if (typeof value === 'string' && value !== '') return cut(value)
  }
  return undefined
}

function numberOf(json: Json, name: string): number | undefined {
  const value = json[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Milliseconds since 1970 of a time as text, in seconds or in milliseconds. */
function timeOf(json: Json, name: string): number | undefined {
  const value = json[name]
  if (typeof value === 'string') {
    const text = /[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`
    const time = Date.parse(text)
    return Number.isNaN(time) ? undefined : time
  }
  const number = numberOf(json, name)
  // Seconds until the year 5138, milliseconds since 1973.
  return number === undefined || number >= 1e11 ? number : number * 1000
}

function cut(text: string): string {
  return text.slice(0, MAX_TEXT)
}
