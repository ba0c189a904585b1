import test from 'ava'
import { lastValueFrom, type Observable, toArray } from 'rxjs'
import { DEFAULT_CRAWL_LIMITS } from '../../lib/crawl/crawl-limits.ts'
import { finishCrawl } from '../../lib/crawl/finish-crawl.ts'
import { type CrawlHistory, NO_HISTORY, pastStarts, restsUntilMs } from '../../lib/crawl/history.ts'
import { isStuck, type Probe } from '../../lib/crawl/probe.ts'
import type { CrawlEvent } from '../../lib/crawl/reduce-crawl.ts'
import { type CrawlOptions, runCrawl } from '../../lib/crawl/run-crawl.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { varyNodes } from '../../lib/devnet/node-traits.ts'
import { createClock } from '../../lib/peer/clock.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { listen } from '../support/loopback.ts'
import { startDevnet } from '../support/with-devnet.ts'

const NODES = 30
const limits = { ...DEFAULT_CRAWL_LIMITS, maxVisits: 4 }

function crawl(devnet: Devnet, change: Partial<CrawlOptions> = {}): Observable<CrawlEvent> {
  return runCrawl({
    network: devnet.network,
    from: [{ address: devnet.address, source: 'user' }],
    rules: { profile: 'local' },
    limits,
    userAgent: 'rx-bitshares crawl, a spec',
    clock: createClock(),
    restsUntilMs: () => 0,
    ...change,
  })
}
async function probesOf(event$: Observable<CrawlEvent>): Promise<Probe[]> {
  const events = await lastValueFrom(event$.pipe(toArray()))
  return events.flatMap((event) => (event.type === 'probed' ? event.probe : []))
}
const contextOf = ({ network }: Devnet) => ({
  chainId: network.chainId,
  blockIntervalSeconds: network.blockIntervalSeconds,
  finishedMs: createClock().wallMs(),
})

test('from one node of thirty all are found, with what each says and whom it lists', async (t) => {
  const seed = 'crawl'
  const devnet = await startDevnet(t, { seed, nodes: NODES, varied: true, history: 60 })
  const userAgents: string[] = []
  devnet.event$.subscribe((event) => {
    if (event.type === 'peerActive') userAgents.push(event.userAgent)
  })
  const connections = devnet.nodes.map(() => 0)
  devnet.event$.subscribe((event) => {
    if (event.type === 'peerConnected') connections[event.node] = (connections[event.node] ?? 0) + 1
  })
  const probes = await probesOf(crawl(devnet))
  const traits = varyNodes(seed, NODES)
  const endpoints = devnet.addresses.map(formatAddress)
  const byEndpoint = new Map(probes.map((probe) => [probe.endpoint, probe]))

  t.is(probes.length, NODES)
  t.deepEqual(
    connections,
    devnet.nodes.map(() => 1),
    'each gets one connection',
  )
  for (const [index, trait] of traits.entries()) {
    const probe = byEndpoint.get(endpoints[index] ?? '')
    if (probe === undefined) return t.fail(`node ${index} was not found`)
    const { claims, lists = [], clockOffsetMs = Number.NaN } = probe
    t.is(probe.result, trait.isFull === true ? 'rejected' : 'accepted')
    t.like(claims, { userAgent: trait.userAgent, platform: trait.platform, revision: trait.revision })
    t.is(claims?.publicKey, devnet.nodes[index]?.publicKey)
    t.is(claims?.head.number, Math.min(60, trait.stuckAt ?? 60))
    t.is(isStuck(claims, devnet.network.blockIntervalSeconds), trait.stuckAt !== undefined)
    // The two clocks of the measurement are one; how long the answer took is all that can be wrong.
    t.true(Math.abs(clockOffsetMs - trait.clockOffsetMs) <= (probe.roundTripMs ?? 0) + 1, `node ${index}`)
    const expected = [...trait.tellsOf.map((other) => endpoints[other] ?? ''), ...(trait.tellsFalsely ?? [])]
    t.deepEqual(lists.map(({ endpoint }) => endpoint).sort(), expected.sort())
  }
  const { summary, map } = finishCrawl(probes, NO_HISTORY, contextOf(devnet))
  t.is(summary.reachable, NODES)
  t.is(summary.stuck, traits.filter(({ stuckAt }) => stuckAt !== undefined).length)
  t.true(summary.stuck >= 2)
  t.is(summary.results['rejected'], 3)
  t.is(summary.hidden, 1)
  const edges = new Set(map.edges.map(({ from, to }) => `${from} ${to}`))
  for (const [index, { tellsOf }] of traits.entries())
    for (const other of tellsOf) t.true(edges.has(`${endpoints[index] ?? ''} ${endpoints[other] ?? ''}`))
  t.deepEqual([...new Set(userAgents)], ['rx-bitshares crawl, a spec'])
})

test('a second crawl leaves alone whom the first visited, until an hour is over', async (t) => {
  const devnet = await startDevnet(t, { nodes: 6, varied: true })
  const again = (history: CrawlHistory, laterMs: number): Promise<CrawlEvent[]> => {
    const clock = createClock()
    const wallMs = (): number => clock.wallMs() + laterMs
    const event$ = crawl(devnet, {
      from: pastStarts(history).map((address) => ({ address, source: 'peer' })),
      clock: { scheduler: clock.scheduler, nowMs: () => clock.nowMs(), wallMs },
      restsUntilMs: (endpoint) => restsUntilMs(history, endpoint, limits),
    })
    return lastValueFrom(event$.pipe(toArray()))
  }
  const first = await probesOf(crawl(devnet))
  const { history } = finishCrawl(first, NO_HISTORY, contextOf(devnet))
  t.is(first.length, 6)

  const soon = await again(history, 60_000)
  t.is(soon.filter(({ type }) => type === 'resting').length, 6)
  t.is(soon.filter(({ type }) => type === 'probed').length, 0)
  const { map } = finishCrawl([], history, contextOf(devnet))
  t.is(map.nodes.filter(({ isReachable }) => isReachable).length, 6, 'they are on the map all the same')

  devnet.nodes[3]?.stop()
  const later = await again(history, 3_700_000)
  const probes = later.flatMap((event) => (event.type === 'probed' ? event.probe : []))
  t.is(probes.filter(({ result }) => result === 'unreachable').length, 1)
  const gone = finishCrawl(probes, history, contextOf(devnet)).history.endpoints
  t.like(gone.get(formatAddress(devnet.addresses[3] ?? devnet.address)), {
    visits: 2,
    successes: 1,
    failures: 1,
  })
})

test('a node of another chain is told apart, and so is what is no node at all', async (t) => {
  const devnet = await startDevnet(t)
  const other = await startDevnet(t, { seed: 'other' })
  // It takes the connection and says something else.
  const listener = await listen(t)
  const { address } = listener
  const answered = listener.accepted().then((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const silent = { host: '127.0.0.1', port: 1 }
  const from = [devnet.address, other.address, address, silent].map(
    (each) => ({ address: each, source: 'user' }) as const,
  )
  const probes = await probesOf(crawl(devnet, { from }))
  const resultOf = (where: { host: string; port: number }): string | undefined =>
    probes.find(({ endpoint }) => endpoint === formatAddress(where))?.result
  t.is(resultOf(devnet.address), 'accepted')
  t.is(resultOf(other.address), 'otherChain')
  t.is(resultOf(address), 'noHandshake')
  t.is(resultOf(silent), 'unreachable')
  await answered
})

test('unsubscribing breaks off all visits', async (t) => {
  const devnet = await startDevnet(t, { nodes: 10, varied: true })
  const events: CrawlEvent[] = []
  await new Promise<void>((resolve) => {
    const subscription = crawl(devnet).subscribe((event) => {
      events.push(event)
      if (event.type === 'probed') {
        subscription.unsubscribe()
        resolve()
      }
    })
  })
  t.is(events.filter(({ type }) => type === 'probed').length, 1)
})
