import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'ava'
import { DEFAULT_CRAWL_LIMITS } from '../../lib/crawl/crawl-limits.ts'
import { finishCrawl } from '../../lib/crawl/finish-crawl.ts'
import {
  type CrawlHistory,
  earlierProbes,
  FORGOTTEN_AFTER_MS,
  MAX_PAST_ENDPOINTS,
  MAX_PAST_LISTED,
  MAX_PAST_RUNS,
  MAX_PAST_VERSIONS,
  NO_HISTORY,
  pastStarts,
  restsUntilMs,
} from '../../lib/crawl/history.ts'
import { loadHistory, printHistory } from '../../lib/crawl/history-file.ts'
import type { Probe } from '../../lib/crawl/probe.ts'
import { SAMPLE, SAMPLE_CHAIN_ID } from './sample.ts'

const HOUR_MS = 3_600_000
const START_MS = Date.UTC(2026, 0, 1)
const [answering] = SAMPLE as readonly [Probe, ...Probe[]]
const visit = (atMs: number, change: Partial<Probe> = {}): Probe => ({
  ...answering,
  lists: [],
  atMs,
  ...change,
})
const failed = { result: 'unreachable', claims: undefined, lists: undefined, reason: 'refused' } as const

/** The history after runs at some hours, each with the visits it made. */
function historyOf(...runs: readonly (readonly [hours: number, probes: readonly Probe[]])[]): CrawlHistory {
  return runs.reduce((history, [hours, probes]) => {
    const finishedMs = START_MS + hours * HOUR_MS
    const context = { chainId: SAMPLE_CHAIN_ID, blockIntervalSeconds: 3, finishedMs }
    return finishCrawl(probes, history, context).history
  }, NO_HISTORY)
}
const at = (hours: number, change: Partial<Probe> = {}): Probe => visit(START_MS + hours * HOUR_MS, change)

test('a history counts visits and successes, and keeps when an endpoint was seen first and last', (t) => {
  const history = historyOf(
    [0, [at(0)]],
    [1, [at(1, failed)]],
    [2, [at(2)]],
    [3, [at(3, failed)]],
    [4, [at(4, failed)]],
  )
  t.like(history.endpoints.get('8.8.8.8:1776'), {
    firstSeenMs: START_MS,
    lastSeenMs: START_MS + 2 * HOUR_MS,
    lastSuccessMs: START_MS + 2 * HOUR_MS,
    visits: 5,
    successes: 2,
    failures: 2,
  })
  t.deepEqual(
    history.runs.map(({ visited, summary }) => [visited, summary.reachable]),
    [
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 0],
    ],
  )
})

test('versions are kept with the time they were first seen', (t) => {
  const claims = answering.claims as NonNullable<Probe['claims']>
  const version = (name: string): Partial<Probe> => ({ claims: { ...claims, userAgent: name } })
  const history = historyOf(
    [0, [at(0, version('one'))]],
    [1, [at(1, version('one'))]],
    [2, [at(2, failed)]],
    [3, [at(3, version('two'))]],
    [4, [at(4, version('one'))]],
  )
  t.deepEqual(
    history.endpoints
      .get('8.8.8.8:1776')
      ?.versions.map(({ sinceMs, userAgent }) => [sinceMs - START_MS, userAgent]),
    [
      [0, 'one'],
      [3 * HOUR_MS, 'two'],
      [4 * HOUR_MS, 'one'],
    ],
  )
  const many = historyOf(
    ...Array.from({ length: 40 }, (_, run) => [run, [at(run, version(`v${run}`))]] as const),
  )
  t.is(many.endpoints.get('8.8.8.8:1776')?.versions.length, MAX_PAST_VERSIONS)
  t.is(many.endpoints.get('8.8.8.8:1776')?.versions.at(-1)?.userAgent, 'v39')
})

test('an endpoint rests an hour after a visit, twice as long after each that failed, a day at most', (t) => {
  const restsHours = (...results: readonly boolean[]): number => {
    const history = historyOf(
      ...results.map((isThere, run) => [run, [at(run, isThere ? {} : failed)]] as const),
    )
    const until = restsUntilMs(history, '8.8.8.8:1776', DEFAULT_CRAWL_LIMITS)
    return (until - START_MS) / HOUR_MS - (results.length - 1)
  }
  t.is(restsUntilMs(NO_HISTORY, '8.8.8.8:1776', DEFAULT_CRAWL_LIMITS), 0)
  t.is(restsHours(true), 1)
  t.is(restsHours(false), 1)
  t.is(restsHours(false, false), 2)
  t.is(restsHours(false, false, false), 4)
  t.is(restsHours(false, false, true), 1)
  t.is(restsHours(...Array<boolean>(60).fill(false)), 24)
})

test('what was not visited this time is on the map as it was seen last', (t) => {
  const history = historyOf([0, [at(0), at(0, { endpoint: '9.9.9.9:1776', claims: undefined })]])
  const probes = [at(1)]
  t.deepEqual(
    earlierProbes(history, probes).map(({ endpoint }) => endpoint),
    ['9.9.9.9:1776'],
  )
  const { map } = finishCrawl(probes, history, {
    chainId: '',
    blockIntervalSeconds: 3,
    finishedMs: START_MS + HOUR_MS,
  })
  t.is(map.nodes.length, 2)
  t.is(map.nodes.find(({ id }) => id === '8.8.8.8:1776')?.probe, probes[0])
})

test('a crawl begins with those that answered last', (t) => {
  const endpoint = (name: string): Partial<Probe> => ({ endpoint: `${name}:1776`, claims: undefined })
  const history = historyOf(
    [
      0,
      [at(0, endpoint('1.1.1.1')), at(0, endpoint('2.2.2.2')), at(0, { ...failed, endpoint: '3.3.3.3:5' })],
    ],
    [1, [at(1, endpoint('2.2.2.2'))]],
  )
  t.deepEqual(pastStarts(history), [
    { host: '2.2.2.2', port: 1776 },
    { host: '1.1.1.1', port: 1776 },
    { host: '3.3.3.3', port: 5 },
  ])
})

test('who is not seen for a quarter of a year is forgotten, who is still listed is not', (t) => {
  const lists = [
    { endpoint: '7.7.7.7:1776', nodeId: '77'.repeat(33), direction: 'outbound', latencyMs: 0 },
  ] as const
  const others = [
    at(0, { ...failed, endpoint: '6.6.6.6:1776' }),
    at(0, { ...failed, endpoint: '7.7.7.7:1776' }),
  ]
  const days = FORGOTTEN_AFTER_MS / HOUR_MS
  const history = historyOf([0, others], [days - 1, [at(days - 1, { lists })]], [days + 1, [at(days + 1)]])
  t.deepEqual([...history.endpoints.keys()].sort(), ['7.7.7.7:1776', '8.8.8.8:1776'])
})

test('a history does not grow without end', (t) => {
  const many = (run: number): readonly Probe[] =>
    Array.from({ length: 3000 }, (_, index) => {
      const lists = Array.from({ length: 20 }, (__, listed) => ({
        endpoint: `1.1.1.${listed}:1776`,
        nodeId: '11'.repeat(33),
        direction: 'outbound' as const,
        latencyMs: 0,
      }))
      return at(run, { endpoint: `9.${run}.${index >> 8}.${index & 255}:1776`, claims: undefined, lists })
    })
  const history = historyOf([0, many(0)], [1, many(1)])
  t.is(history.endpoints.size, MAX_PAST_ENDPOINTS)
  t.true([...history.endpoints.keys()].filter((endpoint) => endpoint.startsWith('9.1.')).length === 3000)
  const listed = [...history.endpoints.values()].reduce(
    (sum, { last }) => sum + (last?.lists?.length ?? 0),
    0,
  )
  t.true(listed <= MAX_PAST_LISTED)
  const runs = historyOf(...Array.from({ length: MAX_PAST_RUNS + 5 }, (_, run) => [run, []] as const))
  t.is(runs.runs.length, MAX_PAST_RUNS)
})

test('a history is the same after it was written and read', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'history.json')
  t.deepEqual(loadHistory(path, SAMPLE_CHAIN_ID), { history: NO_HISTORY, notice: undefined })
  const history = historyOf([0, SAMPLE], [1, [at(1, failed)]])
  await writeFile(path, printHistory(history, SAMPLE_CHAIN_ID, 3))
  const loaded = loadHistory(path, SAMPLE_CHAIN_ID)
  t.is(loaded.notice, undefined)
  t.deepEqual(loaded.history.endpoints, history.endpoints)
  t.is(printHistory(loaded.history, SAMPLE_CHAIN_ID, 3), printHistory(history, SAMPLE_CHAIN_ID, 3))

  const other = loadHistory(path, 'ab'.repeat(32))
  t.is(other.history, NO_HISTORY)
  t.regex(other.notice ?? '', /it is that of another chain; the file was set aside as .*\.chain-c0c0c0c0$/)
  await writeFile(path, '{"half": ')
  t.regex(
    loadHistory(path, SAMPLE_CHAIN_ID).notice ?? '',
    /is not used: .*; the file was set aside as .*\.broken$/,
  )
  t.deepEqual((await readdir(folder)).sort(), ['history.json.broken', 'history.json.chain-c0c0c0c0'])
})
