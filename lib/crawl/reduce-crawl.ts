import { type AddressRules, mayDial } from '../pool/address-rules.ts'
import type { AddressSource } from '../pool/address-row.ts'
import { ipv4Number, networkGroup } from '../pool/ipv4.ts'
import {
  createTokenBucket,
  takeToken,
  type TokenBucket,
  type TokenRate,
  tokensAt,
} from '../pool/token-bucket.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { CrawlLimits } from './crawl-limits.ts'
import type { Probe } from './probe.ts'

/** What a crawl goes by. */
export interface CrawlContext {
  readonly rules: AddressRules
  readonly limits: CrawlLimits
  /** Until when an endpoint is left alone, in milliseconds since 1970; 0: it was never visited. */
  restsUntilMs(this: void, endpoint: string): number
  /** Milliseconds since 1970. */
  wallMs(this: void): number
}

/** Endpoints that are known of and not visited, by reason. */
export interface Unvisited {
  /** Private, reserved, a port of other services, denied. */
  forbidden: number
  /** Too many of one host or network. */
  crowded: number
  /** Told when as many as are kept were known; those told twice count twice. */
  overflow: number
  /** Visited not long ago. */
  resting: number
}

export interface CrawlState {
  readonly context: CrawlContext
  /** Every endpoint that was looked at, by `host:port`. */
  readonly known: Set<string>
  readonly waiting: PeerAddress[]
  readonly perHost: Map<string, number>
  readonly perSubnet: Map<string, number>
  readonly budget: TokenBucket
  readonly unvisited: Unvisited
  /** Names being looked up. */
  resolving: number
  visiting: number
  visited: number
}

export type CrawlInput =
  /** Where to begin. Names are looked up, so that no node is visited under two of them. */
  | { readonly type: 'start'; readonly at: number; readonly from: readonly StartPoint[] }
  | {
      readonly type: 'resolved'
      readonly at: number
      readonly point: StartPoint
      readonly hosts: readonly string[]
      readonly problem: string | undefined
    }
  | { readonly type: 'probed'; readonly at: number; readonly probe: Probe }
  | { readonly type: 'tick'; readonly at: number }

export interface StartPoint {
  readonly address: PeerAddress
  readonly source: AddressSource
}

/** What happens in a crawl. */
export type CrawlEvent =
  | { readonly type: 'probed'; readonly probe: Probe }
  /** It was visited not long ago, and is left alone. */
  | { readonly type: 'resting'; readonly endpoint: string }
  /** A name that leads nowhere, in one sentence. */
  | { readonly type: 'unresolved'; readonly host: string; readonly message: string }
  | {
      readonly type: 'progress'
      readonly visited: number
      readonly visiting: number
      readonly waiting: number
    }
  | { readonly type: 'finished'; readonly visited: number; readonly unvisited: Unvisited }

export type CrawlCommand =
  | { readonly do: 'resolve'; readonly point: StartPoint }
  | { readonly do: 'visit'; readonly address: PeerAddress }
  | { readonly do: 'emit'; readonly event: CrawlEvent }

export function createCrawlState(context: CrawlContext, at: number): CrawlState {
  return {
    context,
    known: new Set(),
    waiting: [],
    perHost: new Map(),
    perSubnet: new Map(),
    budget: createTokenBucket(rateOf(context.limits), at),
    unvisited: { forbidden: 0, crowded: 0, overflow: 0, resting: 0 },
    resolving: 0,
    visiting: 0,
    visited: 0,
  }
}

/** The crawl's one reducer. The state is changed in place: it holds thousands of endpoints. */
export function reduceCrawl(state: CrawlState, input: CrawlInput): readonly CrawlCommand[] {
  switch (input.type) {
    case 'start': {
      const commands: CrawlCommand[] = []
      for (const point of input.from) {
        if (ipv4Number(point.address.host) !== undefined) commands.push(...learn(state, point))
        else if (isDenied(state, point)) state.unvisited.forbidden += 1
        else {
          state.resolving += 1
          commands.push({ do: 'resolve', point })
        }
      }
      return [...commands, ...proceed(state, input.at)]
    }
    case 'resolved': {
      const { point, hosts, problem } = input
      const { address, source } = point
      state.resolving -= 1
      const told: CrawlCommand[] =
        problem === undefined
          ? []
          : [{ do: 'emit', event: { type: 'unresolved', host: address.host, message: problem } }]
      const found = hosts.flatMap((host) => learn(state, { address: { host, port: address.port }, source }))
      return [...told, ...found, ...proceed(state, input.at)]
    }
    case 'probed': {
      const { probe } = input
      state.visiting -= 1
      state.visited += 1
      const commands: CrawlCommand[] = [{ do: 'emit', event: { type: 'probed', probe } }]
      for (const { endpoint } of probe.lists ?? []) {
        const address = toAddress(endpoint)
        if (address !== undefined) commands.push(...learn(state, { address, source: 'peer' }))
      }
      return [...commands, ...proceed(state, input.at)]
    }
    case 'tick':
      return proceed(state, input.at)
  }
}

/** Takes an endpoint in, unless it is known, must not be visited, or was not long ago. */
function learn(state: CrawlState, { address, source }: StartPoint): readonly CrawlCommand[] {
  const { context, known, unvisited } = state
  const { rules, limits } = context
  const key = formatAddress(address)
  if (known.has(key) || (source === 'peer' && rules.isOnly === true)) return []
  if (known.size >= limits.maxEndpoints) {
    unvisited.overflow += 1
    return []
  }
  known.add(key)
  // A seed's name is trusted, where it leads to is not: names can lead into any net.
  if (!mayDial(address, source === 'seed' ? 'peer' : source, rules)) {
    unvisited.forbidden += 1
    return []
  }
  if (source === 'peer' && isCrowded(state, address.host)) {
    unvisited.crowded += 1
    return []
  }
  count(state.perHost, address.host)
  count(state.perSubnet, networkGroup(address.host, 3))
  if (context.restsUntilMs(key) > context.wallMs()) {
    unvisited.resting += 1
    return [{ do: 'emit', event: { type: 'resting', endpoint: key } }]
  }
  state.waiting.push(address)
  return []
}

/** Begins visits as far as there is room; says so when there is nothing left to do. */
function proceed(state: CrawlState, at: number): readonly CrawlCommand[] {
  const { waiting, context, budget } = state
  const { limits, rules } = context
  const rate = rateOf(limits)
  const commands: CrawlCommand[] = []
  while (waiting.length > 0 && state.visiting < limits.maxVisits) {
    if (rules.profile === 'public' && tokensAt(budget, rate, at) < 1) break
    const address = waiting.shift()
    if (address === undefined) break
    takeToken(budget, rate, at)
    state.visiting += 1
    commands.push({ do: 'visit', address })
  }
  const { visited, visiting } = state
  if (visiting === 0 && waiting.length === 0 && state.resolving === 0) {
    const unvisited = { ...state.unvisited }
    return [...commands, { do: 'emit', event: { type: 'finished', visited, unvisited } }]
  }
  return [
    ...commands,
    { do: 'emit', event: { type: 'progress', visited, visiting, waiting: waiting.length } },
  ]
}

function isDenied({ context }: CrawlState, { address }: StartPoint): boolean {
  return !mayDial(address, 'user', context.rules)
}

function isCrowded({ context, perHost, perSubnet }: CrawlState, host: string): boolean {
  if (context.rules.profile === 'local') return false
  const { maxPerHost, maxPerSubnet } = context.limits
  return (perHost.get(host) ?? 0) >= maxPerHost || (perSubnet.get(networkGroup(host, 3)) ?? 0) >= maxPerSubnet
}

function rateOf({ visitsPerSecond }: CrawlLimits): TokenRate {
  return { burst: Math.max(1, visitsPerSecond), perSecond: visitsPerSecond }
}

/** An endpoint as a node tells it; undefined for one that does not listen. */
function toAddress(endpoint: string): PeerAddress | undefined {
  const colon = endpoint.lastIndexOf(':')
  const port = Number(endpoint.slice(colon + 1))
  return port > 0 ? { host: endpoint.slice(0, colon), port } : undefined
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
