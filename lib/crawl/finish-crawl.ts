import { type CrawlHistory, earlierProbes, mergeRun } from './history.ts'
import { printHistory, toNodePast } from './history-file.ts'
import { mapNetwork, type NetworkMap } from './map-network.ts'
import { printDot } from './print-dot.ts'
import { printGraphml } from './print-graphml.ts'
import { type MapContext, printNodes } from './print-nodes.ts'
import type { Probe } from './probe.ts'
import { type Summary, summarise } from './summarise.ts'

/** What is left when a crawl is over: the map, its numbers, the history with this run in it. */
export interface CrawlResult {
  readonly map: NetworkMap
  readonly summary: Summary
  readonly history: CrawlHistory
}

/** Draws the map of what a crawl found and of what earlier ones know, and adds the run to the history. */
export function finishCrawl(
  probes: readonly Probe[],
  history: CrawlHistory,
  context: Omit<MapContext, 'pastOf'>,
): CrawlResult {
  const map = mapNetwork([...probes, ...earlierProbes(history, probes)])
  const summary = summarise(map, context)
  const merged = mergeRun(history, { finishedMs: context.finishedMs, probes, map, summary })
  return { map, summary, history: merged }
}

/** The texts of a crawl's files, by name. */
export function printCrawl(
  { map, history }: CrawlResult,
  context: Omit<MapContext, 'pastOf'>,
): ReadonlyMap<string, string> {
  const pastOf: MapContext['pastOf'] = (endpoint) => {
    const past = history.endpoints.get(endpoint)
    return past === undefined ? undefined : toNodePast(past)
  }
  return new Map([
    ['nodes.json', printNodes(map, { ...context, pastOf })],
    ['network.graphml', printGraphml(map, context)],
    ['network.dot', printDot(map, context.blockIntervalSeconds)],
    ['history.json', printHistory(history, context.chainId, context.blockIntervalSeconds)],
  ])
}
