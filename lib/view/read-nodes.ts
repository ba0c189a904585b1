/** Nodes of a network map that are shown. */
export const MAX_MAPPED_NODES = 3000
/** Nodes that one of them lists. */
export const MAX_MAPPED_LISTS = 500
const MAX_TEXT = 200

/** A node as a crawler found it. Texts are the node's own. */
export interface MappedNode {
  /** `host:port`; of one that does not listen, what the crawler calls it. */
  readonly address: string
  readonly isReachable: boolean
  readonly isSeed: boolean
  readonly userAgent?: string
  /** Of its source; hex. */
  readonly revision?: string
  readonly platform?: string
  readonly country?: string
  readonly headNumber?: number
  /** How old its head was when it was asked. */
  readonly headAgeSeconds?: number
  /** Whether the crawler says that its head does not move. */
  readonly isStuck: boolean
  readonly clockOffsetMs?: number
  readonly roundTripMs?: number
  /** Milliseconds since 1970. */
  readonly seenAt?: number
  /** Of all visits there were, how many it answered. */
  readonly visits?: number
  readonly successes?: number
  /** Why it could not be asked. */
  readonly problem?: string
  /** Addresses of the nodes it told of, as they stand in this map. */
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
 * A network map from the `nodes.json` that `rx-bitshares crawl` writes: an object that has a list as `nodes`, or the list.
 * What is missing is left out, what is of another kind, too. Undefined where there is no such list.
 *
 * `seeds` are the addresses that everybody begins with.
 */
export function readNodes(json: unknown, seeds: readonly string[] = []): NetworkMap | undefined {
  const list = Array.isArray(json) ? (json as readonly unknown[]) : isObject(json) ? json['nodes'] : undefined
  if (!Array.isArray(list)) return undefined
  const found = list.slice(0, MAX_MAPPED_NODES).filter(isNode)
  const nameOf = namesBy(found)
  const isSeed = new Set(seeds)
  return {
    nodes: found.map((node) => toNode(node, nameOf, isSeed)),
    more: Math.max(0, list.length - MAX_MAPPED_NODES),
  }
}

function isNode(json: unknown): json is Json {
  return isObject(json) && addressOf(json) !== undefined
}

function addressOf(json: Json): string | undefined {
  return textOf(json, 'id', 'endpoint', 'address')
}

/** Under which address a node is in the map that goes by an endpoint or a node id. */
function namesBy(nodes: readonly Json[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const claimed = new Set<string>()
  for (const node of nodes) {
    const address = addressOf(node) ?? ''
    const nodeId = textOf(node, 'node_id')
    if (nodeId !== undefined) {
      // Ids are anybody's claim: one that several nodes claim names none of them.
      if (claimed.has(nodeId)) names.delete(nodeId)
      else names.set(nodeId, address)
      claimed.add(nodeId)
    }
    for (const alias of listOf(node, 'aliases')) if (typeof alias === 'string') names.set(cut(alias), address)
  }
  // What it is called itself counts more than what others share with it.
  for (const node of nodes) {
    const address = addressOf(node) ?? ''
    names.set(address, address)
  }
  return names
}

function toNode(json: Json, nameOf: ReadonlyMap<string, string>, isSeed: ReadonlySet<string>): MappedNode {
  const address = addressOf(json) ?? ''
  const aliases = listOf(json, 'aliases').filter((alias) => typeof alias === 'string')
  const past = isObject(json['history']) ? json['history'] : {}
  const headTime = timeOf(json, 'head_block_time', 'headTime')
  const seenAt = timeOf(json, 'at', 'seenAt')
  const age =
    numberOf(json, 'head_age_seconds') ??
    (headTime === undefined || seenAt === undefined ? undefined : (seenAt - headTime) / 1000)
  return {
    address,
    isReachable: json['reachable'] === true,
    isSeed: json['seed'] === true || isSeed.has(address) || aliases.some((alias) => isSeed.has(alias)),
    isStuck: json['stuck'] === true,
    ...present({
      userAgent: textOf(json, 'user_agent', 'userAgent', 'version'),
      revision: textOf(json, 'revision'),
      platform: textOf(json, 'platform'),
      country: textOf(json, 'country'),
      headNumber: numberOf(json, 'head_block_num', 'headNumber'),
      headAgeSeconds: age === undefined ? undefined : Math.max(0, age),
      clockOffsetMs: numberOf(json, 'clock_offset_ms', 'clockOffsetMs'),
      roundTripMs: numberOf(json, 'round_trip_ms', 'roundTripMs'),
      seenAt,
      visits: numberOf(past, 'visits'),
      successes: numberOf(past, 'successes'),
      problem: textOf(json, 'reason', 'error'),
    }),
    lists: listOf(json, 'lists')
      .slice(0, MAX_MAPPED_LISTS)
      .flatMap((listed) => nameOfListed(listed, nameOf)),
  }
}

function nameOfListed(listed: unknown, nameOf: ReadonlyMap<string, string>): readonly string[] {
  if (typeof listed === 'string') return [nameOf.get(cut(listed)) ?? cut(listed)]
  if (!isObject(listed)) return []
  const endpoint = textOf(listed, 'endpoint') ?? ''
  // One that does not listen has no port, and is known by its id alone.
  const nodeId = endpoint.endsWith(':0') ? (textOf(listed, 'node_id') ?? '') : ''
  const name = nameOf.get(endpoint) ?? nameOf.get(nodeId) ?? nameOf.get(`hidden:${nodeId.slice(0, 16)}`)
  return endpoint === '' ? [] : [name ?? endpoint]
}

/** The members that are there. */
function present<T extends object>(members: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>
  }
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null
}

function listOf(json: Json, name: string): readonly unknown[] {
  const value = json[name]
  return Array.isArray(value) ? value : []
}

function textOf(json: Json, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = json[name]
    if (typeof value === 'string' && value !== '') return cut(value)
  }
  return undefined
}

function numberOf(json: Json, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = json[name]
    if (typeof value === 'number' && Number.isFinite(value)) return value
  }
  return undefined
}

/** Milliseconds since 1970 of a time as text, in seconds or in milliseconds. */
function timeOf(json: Json, ...names: readonly string[]): number | undefined {
  const text = textOf(json, ...names)
  if (text !== undefined) {
    const time = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text}Z`)
    return Number.isNaN(time) ? undefined : time
  }
  const number = numberOf(json, ...names)
  // Seconds until the year 5138, milliseconds since 1973.
  return number === undefined || number >= 1e11 ? number : number * 1000
}

function cut(text: string): string {
  return text.slice(0, MAX_TEXT)
}
