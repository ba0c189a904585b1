import {
  asyncScheduler,
  bufferTime,
  defer,
  filter,
  interval,
  map,
  merge,
  type Observable,
  type SchedulerLike,
  startWith,
  switchMap,
  take,
  throttleTime,
} from 'rxjs'
import type { NameBook } from '../names/name-book.ts'
import type { Node } from '../node/create-node.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { FEED_VERSION, type FeedEvent } from './feed-event.ts'
import { type Heard, tellHeard } from './tell-heard.ts'

/** What is heard is told so often: often enough for the eye, seldom enough for a slow line. */
const FLUSH_MS = 100
/** So much may be heard in between; then it is told at once. */
const MAX_HEARD = 4000
const PEERS_MS = 1000
const TICK_MS = 1000

/** What the feed of a node needs beside it. */
export interface FollowOptions {
  readonly network: NetworkDescription
  /** Learns from the blocks, and names what they hold. */
  readonly names: NameBook
  /** Drives the timers and is asked for the time. Default: the machine's. */
  readonly scheduler?: SchedulerLike
}

/** What was heard, before the time is put to it. */
type Said = Heard extends infer H ? (H extends Heard ? Omit<H, 'at' | 'chainMs'> : never) : never

/**
 * Everything the dashboard shows of a node, in batches, ten a second at most. Pending transactions are listened to from the
 * moment on that the node is live: to follow those of the past would only slow the catching up.
 *
 * Cold. It goes on until it is unsubscribed from.
 */
export function followNode(node: Node, options: FollowOptions): Observable<readonly FeedEvent[]> {
  const { network, names, scheduler = asyncScheduler } = options
  const chainMs = (): number => (network.chainSeconds?.() ?? scheduler.now() / 1000) * 1000
  const step$ = node.chain$.pipe(filter((step) => step.type !== 'block_irreversible'))
  const transaction$ = node.status$.pipe(
    filter(({ state }) => state === 'live'),
    take(1),
    switchMap(() => node.trx$),
  )
  const peers$ = node.peers$.pipe(throttleTime(PEERS_MS, scheduler, { leading: true, trailing: true }))
  const said$ = merge(
    step$.pipe(map((step): Said => ({ kind: 'step', step }))),
    node.witness$.pipe(map((slot): Said => ({ kind: 'slot', slot }))),
    node.event$.pipe(map((event): Said => ({ kind: 'event', event }))),
    transaction$.pipe(map((event): Said => ({ kind: 'transaction', event }))),
    node.status$.pipe(map((status): Said => ({ kind: 'status', status }))),
    peers$.pipe(map((peers): Said => ({ kind: 'peers', peers }))),
    interval(TICK_MS, scheduler).pipe(map((): Said => ({ kind: 'tick' }))),
  )
  const told$ = said$.pipe(
    map((said): Heard => ({ ...said, at: scheduler.now(), chainMs: chainMs() })),
    bufferTime(FLUSH_MS, null, MAX_HEARD, scheduler),
    filter((heard) => heard.length > 0),
    map((heard) => tellHeard(heard, names)),
  )
  return defer(() => told$.pipe(startWith(begin(network, scheduler.now(), chainMs()))))
}

function begin(
  { name, chainId, blockIntervalSeconds }: NetworkDescription,
  at: number,
  chainMs: number,
): readonly FeedEvent[] {
  return [
    {
      type: 'started',
      at,
      version: FEED_VERSION,
      network: name,
      chainId,
      intervalSeconds: blockIntervalSeconds,
    },
    { type: 'tick', at, chainMs },
  ]
}
