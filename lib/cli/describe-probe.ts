import type { CrawlEvent } from '../crawl/reduce-crawl.ts'
import { isReachable, isStuck, type Probe } from '../crawl/probe.ts'
import { toProbeJson } from '../crawl/probe-json.ts'
import type { Summary } from '../crawl/summarise.ts'

/** A visit, as JSON. */
export function probeLine(probe: Probe, blockIntervalSeconds: number, country: string | undefined): string {
  return JSON.stringify({ event: 'probe', ...toProbeJson(probe, blockIntervalSeconds, country) })
}

/** A visit, for people. */
export function describeProbe(
  probe: Probe,
  blockIntervalSeconds: number,
  country: string | undefined,
): string {
  const { endpoint, result, reason, claims, lists, clockOffsetMs, connectMs } = probe
  const where = `${isReachable(probe) ? '✓' : '✗'} ${endpoint.padEnd(21)} ${(country ?? '').padEnd(2)} ${result.padEnd(11)}`
  if (claims === undefined) return `${where} ${reason ?? ''}`.trimEnd()
  const age = claims.headAgeSeconds === undefined ? '' : ` ${claims.headAgeSeconds} s old`
  const head = `#${claims.head.number}${age}${isStuck(claims, blockIntervalSeconds) ? ', stuck' : ''}`
  const clock = clockOffsetMs === undefined ? '' : `clock ${signed(clockOffsetMs)} ms`
  const near = connectMs === undefined ? '' : `${connectMs.toFixed(0)} ms away`
  const knows = lists === undefined ? '' : `lists ${lists.length}`
  return [where, claims.userAgent.padEnd(34), claims.platform.padEnd(5), head, clock, near, knows]
    .filter((text) => text !== '')
    .join('  ')
}

/** How a crawl ended, as JSON. */
export function finishedLine(event: CrawlEvent & { type: 'finished' }, summary: Summary): string {
  const { visited, unvisited } = event
  return JSON.stringify({ event: 'finished', visited, unvisited, ...summary })
}

/** How a crawl ended, for people. */
export function describeFinished(
  { visited, unvisited }: CrawlEvent & { type: 'finished' },
  summary: Summary,
): string {
  const { nodes, reachable, stuck, hidden, edges } = summary
  const rest =
    unvisited.resting === 0 ? '' : `, ${unvisited.resting} left alone because they were visited lately`
  return [
    `${visited} visited${rest}: ${reachable} of ${nodes} known nodes can be reached, ${stuck} of them stuck,`,
    `${hidden} do not listen; ${edges} connections told of`,
  ].join(' ')
}

function signed(ms: number): string {
  return `${ms < 0 ? '' : '+'}${ms.toFixed(0)}`
}
