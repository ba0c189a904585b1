import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  asyncScheduler,
  defer,
  endWith,
  ignoreElements,
  interval,
  merge,
  mergeMap,
  Observable,
  type SchedulerLike,
  Subject,
  takeWhile,
  tap,
} from 'rxjs'
import type { NameBook } from '../names/name-book.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { answerRequest, type Door } from './answer-request.ts'
import type { Desk } from './answer-route.ts'
import { hostNameOf, LOOPBACK_HOSTS, urlHost } from '../http/check-request.ts'
import { HEARTBEAT_MS, IDLE_CONNECTION_MS, MAX_CONNECTIONS, WATCH_CLIENTS_MS } from './limits.ts'
import { type HttpLimits, listenHttp } from '../http/listen-http.ts'
import { createNodesReader } from './nodes-file.ts'
import type { PageFiles } from './page-files.ts'
import { PageState } from './page-state.ts'
import type { BlockSource } from './recent-blocks.ts'
import { MempoolWatch } from './watch-mempool.ts'
import { type PageSource, watchNode } from './watch-node.ts'

/** What is served, where and to whom. */
export interface ServeOptions {
  readonly source: PageSource
  readonly network: NetworkDescription
  /** Grows with the blocks; nobody else may write to it. */
  readonly names: NameBook
  readonly files: PageFiles
  /** Of this package. */
  readonly version: string
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** Names that clients may call this server by, besides the address it listens at and, on loopback, `localhost`. */
  readonly allowedHosts?: readonly string[]
  /** What clients have to show; undefined lets everybody in. */
  readonly token?: string
  /** Where blocks are that are not among the recent ones. */
  readonly blocks?: BlockSource
  /** The file that `rx-bitshares crawl` writes. */
  readonly nodesFile?: string
  /** What `/metrics` says, in the format of Prometheus. */
  readonly metrics?: () => Promise<string>
  /** What connections may take, where it is to be something else than usual. */
  readonly limits?: Partial<HttpLimits>
  readonly scheduler?: SchedulerLike
}

const HTTP_LIMITS: HttpLimits = { maxConnections: MAX_CONNECTIONS, idleMs: IDLE_CONNECTION_MS }

/** What happens while a page is served. */
export type ServeEvent =
  /** Once, first. `url` is what to open. */
  | { readonly type: 'listening'; readonly url: string; readonly port: number }
  /** A listener was dropped. */
  | { readonly type: 'clientDropped'; readonly reason: string }
  /** A question could not be answered, through no fault of who asked. */
  | { readonly type: 'answerFailed'; readonly error: unknown }

/**
 * Serves a page about a node, its data as JSON, and what happens as server-sent events.
 *
 * Cold: subscribing starts the node and listens, unsubscribing closes the port and every connection. Completes with the node;
 * errors with it, and with {@link UsageError} `BAD_OPTION`, in one sentence, when the address cannot be listened at.
 */
export function servePage(options: ServeOptions): Observable<ServeEvent> {
  return defer(() => {
    const { source, network, names, host, port, scheduler = asyncScheduler } = options
    const nowMs = (): number => scheduler.now()
    const chainSeconds = network.chainSeconds ?? ((): number => nowMs() / 1000)
    const event$ = new Subject<ServeEvent>()
    // Now, not at somebody's request, it may look through all names; from then on it knows them.
    names.accountNamed('')
    const state = new PageState(names, network.prefix, (reason) => {
      event$.next({ type: 'clientDropped', reason })
    })
    const mempool = new MempoolWatch(names)
    const desk: Desk = {
      state,
      names,
      mempool,
      network,
      chainSeconds,
      version: `${options.version}+${options.files.version}`,
      blocks: options.blocks,
      nodes:
        options.nodesFile === undefined ? undefined : createNodesReader(options.nodesFile, network.seeds),
      metrics: options.metrics,
    }
    const door: Door = {
      hosts: hostsOf(host, options.allowedHosts ?? []),
      token: options.token,
      files: options.files.files,
      nowMs,
      openRequests: 0,
      onFailure: (error) => {
        event$.next({ type: 'answerFailed', error })
      },
    }
    // The first to be unsubscribed, before the port is closed: those who listen see an end and not an error.
    const closing$ = new Observable<never>(() => () => {
      state.clients.close()
    })

    const answered$ = listenHttp({ host, port }, { ...HTTP_LIMITS, ...options.limits }).pipe(
      mergeMap((event) => {
        if (event.type === 'listening') return [toListening(event.address, options)]
        answer(event.request, event.response)
        return []
      }),
    )
    function answer(request: IncomingMessage, response: ServerResponse): void {
      answerRequest(request, response, door, desk)
    }
    const watched$ = watchNode(source, { names, mempool, chainSeconds, scheduler }).pipe(
      tap((step) => {
        state.apply(step, nowMs())
      }),
      ignoreElements(),
      // The node has come to its end.
      endWith(undefined),
    )
    const heartbeat$ = interval(HEARTBEAT_MS, scheduler).pipe(
      tap(() => {
        state.clients.heartbeat()
      }),
      ignoreElements(),
    )
    const dropped$ = interval(WATCH_CLIENTS_MS, scheduler).pipe(
      tap(() => {
        state.clients.dropStalled(nowMs())
      }),
      ignoreElements(),
    )
    return merge(closing$, event$, answered$, watched$, heartbeat$, dropped$).pipe(
      takeWhile((event) => event !== undefined),
    )
  })
}

const WILDCARDS = new Set(['0.0.0.0', '::', '[::]'])

/** Whether an address stands for all a machine has. */
export function isWildcard(host: string): boolean {
  return WILDCARDS.has(host)
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function hostsOf(host: string, allowed: readonly string[]): ReadonlySet<string> {
  const own = isLoopback(host) ? LOOPBACK_HOSTS : isWildcard(host) ? [] : [urlHost(host)]
  return new Set([...own, ...allowed].map(hostNameOf))
}

function toListening(
  address: { readonly host: string; readonly port: number },
  { host, allowedHosts = [], token }: ServeOptions,
): ServeEvent {
  const [named] = allowedHosts
  const shown = isWildcard(host) && named !== undefined ? hostNameOf(named) : urlHost(host)
  const query = token === undefined ? '' : `?token=${token}`
  return { type: 'listening', url: `http://${shown}:${address.port}/${query}`, port: address.port }
}
