import { type CrawlLimits, MAX_REVISIT_MS } from './crawl-limits.ts'
import { hostOf } from './host-of.ts'
import type { NetworkMap } from './map-network.ts'
import { isReachable, type Probe } from './probe.ts'
import type { Summary } from './summarise.ts'

/** Endpoints whose past is kept. */
export const MAX_PAST_ENDPOINTS = 5000
/** Runs whose numbers are kept. */
export const MAX_PAST_RUNS = 1000
/** Versions of one endpoint that are kept. */
export const MAX_PAST_VERSIONS = 16
/** Peers listed in the last visits, of all endpoints together, that are kept. */
export const MAX_PAST_LISTED = 50_000
/** An endpoint that nobody lists and that does not answer is forgotten after so long. */
export const FORGOTTEN_AFTER_MS: number = 90 * 86_400_000

/** What a node said it was, and since when. */
export interface PastVersion {
  readonly sinceMs: number
  readonly userAgent: string
  readonly revision: string
}

/** An endpoint over all runs. Times in milliseconds since 1970. */
export interface PastEndpoint {
  readonly firstSeenMs: number
  /** When it was last listed, or answered. */
  readonly lastSeenMs: number
  readonly lastSuccessMs: number | undefined
  readonly visits: number
  readonly successes: number
  /** Visits that found nobody, in a row. */
  readonly failures: number
  /** Oldest first. */
  readonly versions: readonly PastVersion[]
  readonly last: Probe | undefined
}

/** One crawl in numbers. */
export interface PastRun {
  readonly finishedMs: number
  readonly visited: number
  readonly summary: Summary
}

/** What all crawls of a chain have found. */
export interface CrawlHistory {
  readonly endpoints: ReadonlyMap<string, PastEndpoint>
  /** Oldest first. */
  readonly runs: readonly PastRun[]
}

export const NO_HISTORY: CrawlHistory = { endpoints: new Map(), runs: [] }

/** What a run brings to the history. */
export interface FinishedRun {
  readonly finishedMs: number
  /** Visits of this run. */
  readonly probes: readonly Probe[]
  readonly map: NetworkMap
  readonly summary: Summary
}

/** The history with one more run in it. */
export function mergeRun(history: CrawlHistory, run: FinishedRun): CrawlHistory {
  const { finishedMs, probes, map, summary } = run
  const endpoints = new Map(history.endpoints)
  for (const probe of probes) endpoints.set(probe.endpoint, addProbe(endpoints.get(probe.endpoint), probe))
  for (const { to } of map.edges) {
    const known = endpoints.get(to)
    if (known !== undefined) endpoints.set(to, { ...known, lastSeenMs: finishedMs })
  }
  const kept = [...endpoints]
    .filter(([, { lastSeenMs }]) => finishedMs - lastSeenMs <= FORGOTTEN_AFTER_MS)
    .sort(([a, one], [b, other]) => other.lastSeenMs - one.lastSeenMs || (a < b ? -1 : 1))
    .slice(0, MAX_PAST_ENDPOINTS)
  const runs = [...history.runs, { finishedMs, visited: probes.length, summary }]
  return { endpoints: new Map(withBoundedLists(kept)), runs: runs.slice(-MAX_PAST_RUNS) }
}

/** Lists of those seen last are kept before others. */
function withBoundedLists(
  endpoints: readonly (readonly [string, PastEndpoint])[],
): readonly (readonly [string, PastEndpoint])[] {
  let left = MAX_PAST_LISTED
  return endpoints.map(([endpoint, past]) => {
    left -= past.last?.lists?.length ?? 0
    if (left >= 0 || past.last === undefined) return [endpoint, past]
    return [endpoint, { ...past, last: { ...past.last, lists: undefined } }]
  })
}

/**
 * Until when an endpoint is left alone after its last visit, in milliseconds since 1970: twice as long after each visit
 * that found nobody, a day at most. 0: it was never visited.
 */
export function restsUntilMs(history: CrawlHistory, endpoint: string, { revisitMs }: CrawlLimits): number {
  const past = history.endpoints.get(endpoint)
  if (past?.last === undefined) return 0
  const doublings = Math.min(30, Math.max(0, past.failures - 1))
  return past.last.atMs + Math.max(revisitMs, Math.min(MAX_REVISIT_MS, revisitMs * 2 ** doublings))
}

/** The last visits of endpoints that were not visited this time, so that a map shows them as well. */
export function earlierProbes(history: CrawlHistory, probes: readonly Probe[]): readonly Probe[] {
  const visited = new Set(probes.map(({ endpoint }) => endpoint))
  return [...history.endpoints].flatMap(([endpoint, { last }]) =>
    last === undefined || visited.has(endpoint) ? [] : last,
  )
}

function addProbe(past: PastEndpoint | undefined, probe: Probe): PastEndpoint {
  const { atMs, claims } = probe
  const isThere = isReachable(probe)
  const versions = past?.versions ?? []
  const newest = versions.at(-1)
  const isNew =
    isThere &&
    claims !== undefined &&
    (newest?.userAgent !== claims.userAgent || newest.revision !== claims.revision)
  const version = isNew ? [{ sinceMs: atMs, userAgent: claims.userAgent, revision: claims.revision }] : []
  return {
    firstSeenMs: Math.min(past?.firstSeenMs ?? atMs, atMs),
    lastSeenMs: isThere || past === undefined ? atMs : past.lastSeenMs,
    lastSuccessMs: isThere ? atMs : past?.lastSuccessMs,
    visits: (past?.visits ?? 0) + 1,
    successes: (past?.successes ?? 0) + (isThere ? 1 : 0),
    failures: isThere ? 0 : (past?.failures ?? 0) + 1,
    versions: [...versions, ...version].slice(-MAX_PAST_VERSIONS),
    last: probe,
  }
}

/** Endpoints of the past to begin with, those that answered last first. */
export function pastStarts(
  history: CrawlHistory,
): readonly { readonly host: string; readonly port: number }[] {
  return [...history.endpoints]
    .sort(([, a], [, b]) => (b.lastSuccessMs ?? 0) - (a.lastSuccessMs ?? 0))
    .map(([endpoint]) => ({
      host: hostOf(endpoint),
      port: Number(endpoint.slice(endpoint.lastIndexOf(':') + 1)),
    }))
}
