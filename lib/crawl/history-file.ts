import { readFileSync, statSync } from 'node:fs'
import { setAside } from '../pool/write-file.ts'
import {
  type CrawlHistory,
  MAX_PAST_ENDPOINTS,
  MAX_PAST_RUNS,
  MAX_PAST_VERSIONS,
  NO_HISTORY,
} from './history.ts'
import type { PastEndpoint, PastRun, PastVersion } from './history.ts'
import { readProbeJson, toProbeJson } from './probe-json.ts'
import type { NodePast } from './print-nodes.ts'
import type { Summary } from './summarise.ts'
import { cleanText } from '../names/clean-text.ts'

const FORMAT = 'rx-bitshares crawl history'
const VERSION = 1
/** A file that is larger is not one of ours. */
export const MAX_HISTORY_FILE_SIZE_BYTES: number = 64 * 1024 * 1024
const TEXT_LENGTH = 200

/** The history as the text of a file, an endpoint and a run a line. */
export function printHistory(history: CrawlHistory, chainId: string, blockIntervalSeconds: number): string {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, chain_id: chainId })
  const runs = history.runs.map(({ finishedMs, visited, summary }) =>
    JSON.stringify({ finished: toTime(finishedMs), visited, ...summary }),
  )
  const endpoints = [...history.endpoints].map(([endpoint, past]) =>
    JSON.stringify({
      endpoint,
      ...toNodePast(past),
      failures: past.failures,
      versions: past.versions.map(({ sinceMs, userAgent, revision }) => ({
        since: toTime(sinceMs),
        user_agent: userAgent,
        revision,
      })),
      last: past.last === undefined ? undefined : toProbeJson(past.last, blockIntervalSeconds),
    }),
  )
  return `${head.slice(0, -1)},"runs":[\n${runs.join(',\n')}\n],"endpoints":[\n${endpoints.join(',\n')}\n]}\n`
}

/** What outputs tell of an endpoint's past. */
export function toNodePast(past: PastEndpoint): NodePast {
  return {
    first_seen: toTime(past.firstSeenMs),
    last_seen: toTime(past.lastSeenMs),
    last_success: past.lastSuccessMs === undefined ? undefined : toTime(past.lastSuccessMs),
    visits: past.visits,
    successes: past.successes,
  }
}

/** What an earlier run left. */
export interface LoadedHistory {
  readonly history: CrawlHistory
  /** What somebody should know about the file, in one sentence. */
  readonly notice: string | undefined
}

/** Reads a history. Never throws: a file that cannot be used is set aside, and the crawl begins a new one. */
export function loadHistory(path: string, chainId: string): LoadedHistory {
  const notUsed = (suffix: string, reason: string): LoadedHistory => ({
    history: NO_HISTORY,
    notice: `the history in ${path} is not used: ${reason}; ${setAside(path, suffix)}`,
  })
  let text: string
  try {
    if (statSync(path).size > MAX_HISTORY_FILE_SIZE_BYTES) return notUsed('broken', 'it is far too large')
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { history: NO_HISTORY, notice: undefined }
    const reason = error instanceof Error ? error.message : String(error)
    return { history: NO_HISTORY, notice: `cannot read the history in ${path}: ${reason}` }
  }
  const file = parse(text)
  if (file?.['format'] !== FORMAT || file['version'] !== VERSION)
    return notUsed('broken', 'it is not a history of crawls that this version wrote')
  const { chain_id: chain } = file
  if (chain !== chainId) {
    const name = typeof chain === 'string' ? (/^[0-9a-f]{8}/.exec(chain)?.[0] ?? 'other') : 'other'
    return notUsed(`chain-${name}`, 'it is that of another chain')
  }
  return { history: readHistory(file), notice: undefined }
}

function readHistory(file: Readonly<Record<string, unknown>>): CrawlHistory {
  const { runs, endpoints } = file
  const rows = asList(endpoints).slice(0, MAX_PAST_ENDPOINTS).flatMap(readEndpoint)
  return { endpoints: new Map(rows), runs: asList(runs).slice(-MAX_PAST_RUNS).flatMap(readRun) }
}

function readEndpoint(json: unknown): readonly (readonly [string, PastEndpoint])[] {
  const form = asRecord(json)
  const firstSeenMs = toMs(form['first_seen'])
  const lastSeenMs = toMs(form['last_seen'])
  const last = readProbeJson(form['last'])
  if (last === undefined || firstSeenMs === undefined || lastSeenMs === undefined) return []
  const past: PastEndpoint = {
    firstSeenMs,
    lastSeenMs,
    lastSuccessMs: toMs(form['last_success']),
    visits: toCount(form['visits']),
    successes: toCount(form['successes']),
    failures: toCount(form['failures']),
    versions: asList(form['versions']).slice(-MAX_PAST_VERSIONS).flatMap(readVersion),
    last,
  }
  return [[last.endpoint, past]]
}

function readVersion(json: unknown): readonly PastVersion[] {
  const { since, user_agent: userAgent, revision } = asRecord(json)
  const sinceMs = toMs(since)
  if (sinceMs === undefined) return []
  return [{ sinceMs, userAgent: toText(userAgent), revision: toText(revision) }]
}

function readRun(json: unknown): readonly PastRun[] {
  const { finished, visited, ...summary } = asRecord(json)
  const finishedMs = toMs(finished)
  // Numbers of an earlier run are only written out again; nothing is decided by them.
  return finishedMs === undefined
    ? []
    : [{ finishedMs, visited: toCount(visited), summary: summary as unknown as Summary }]
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asRecord(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {}
}

function asList(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? (json as readonly unknown[]) : []
}

function toTime(ms: number): string {
  return new Date(ms).toISOString()
}

function toMs(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function toCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0
}

function toText(value: unknown): string {
  return typeof value === 'string' ? cleanText(value, TEXT_LENGTH) : ''
}
