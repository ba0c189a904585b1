import { defer, ignoreElements, interval, map, merge, type Observable, of, Subject, takeWhile } from 'rxjs'
import { runLoop } from '../flow/run-loop.ts'
import type { NetworkDescription } from '../node/networks.ts'
import type { Clock } from '../peer/clock.ts'
import { createIdentity } from '../peer/identity.ts'
import type { AddressRules } from '../pool/address-rules.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { CrawlLimits } from './crawl-limits.ts'
import type { Probe } from './probe.ts'
import { probePeer } from './probe-peer.ts'
import {
  createCrawlState,
  type CrawlCommand,
  type CrawlEvent,
  type CrawlInput,
  type CrawlState,
  reduceCrawl,
  type StartPoint,
} from './reduce-crawl.ts'
import { type ResolvedHost, resolveHost } from './resolve-host.ts'

/** What a crawl is told. */
export interface CrawlOptions {
  readonly network: NetworkDescription
  readonly from: readonly StartPoint[]
  readonly rules: AddressRules
  readonly limits: CrawlLimits
  /** What the visited are told we are. */
  readonly userAgent: string
  readonly clock: Clock
  /** Until when an endpoint is left alone, in milliseconds since 1970. */
  restsUntilMs(this: void, endpoint: string): number
  /** Default: a visit over TCP. */
  probe?(this: void, address: PeerAddress): Observable<Probe>
  /** Default: the system's resolver. */
  resolve?(this: void, host: string): Observable<ResolvedHost>
}

/** How often waiting endpoints are looked at. */
const TICK_MS = 200

/**
 * Visits every node that can be found, each once, beginning with some: what one tells of others is where it goes next.
 *
 * Cold; `finished` is its last event, then it completes. Never errors because of a node; unsubscribing breaks all connections.
 */
export function runCrawl(options: CrawlOptions): Observable<CrawlEvent> {
  const { network, clock, rules, limits, userAgent, restsUntilMs } = options
  return defer(() => {
    // One identity for all visits, so that nodes that compare notes see one visitor.
    const identity = createIdentity()
    const event$ = new Subject<CrawlEvent>()
    const context = { rules, limits, restsUntilMs, wallMs: () => clock.wallMs() }

    function visit(address: PeerAddress): Observable<Probe> {
      return options.probe?.(address) ?? probePeer(address, { network, clock, identity, userAgent })
    }

    function perform(command: CrawlCommand): Observable<CrawlInput> | undefined {
      switch (command.do) {
        case 'resolve':
          return (options.resolve ?? resolveHost)(command.point.address.host).pipe(
            map((found): CrawlInput => ({
              type: 'resolved',
              at: clock.nowMs(),
              point: command.point,
              ...found,
            })),
          )
        case 'visit':
          return visit(command.address).pipe(
            map((found): CrawlInput => ({ type: 'probed', at: clock.nowMs(), probe: found })),
          )
        case 'emit':
          event$.next(command.event)
          return undefined
      }
    }

    const start: CrawlInput = { type: 'start', at: clock.nowMs(), from: options.from }
    const tick$ = interval(TICK_MS, clock.scheduler).pipe(
      map((): CrawlInput => ({ type: 'tick', at: clock.nowMs() })),
    )
    const loop$ = runLoop<CrawlState, CrawlInput, CrawlCommand>({
      event$: merge(of(start), tick$),
      createState: () => createCrawlState(context, clock.nowMs()),
      reduce: (state, input) => [state, reduceCrawl(state, input)],
      perform,
    })
    return merge(event$, loop$.pipe(ignoreElements())).pipe(
      takeWhile(({ type }) => type !== 'finished', true),
    )
  })
}
