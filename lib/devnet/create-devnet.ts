import {
  connect,
  connectable,
  defer,
  filter,
  lastValueFrom,
  map,
  merge,
  mergeMap,
  type Observable,
  Subject,
  type Subscription,
  take,
  takeUntil,
} from 'rxjs'
import { UsageError } from '../errors.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { createClock } from '../peer/clock.ts'
import type { ObjectId } from '../protocol/object-id.ts'
import { formatAddress } from '../transport/peer-address.ts'
import { createBlockLog } from './block-log.ts'
import { createChainClock } from './chain-clock.ts'
import type { ChainEvent } from './chain-event.ts'
import { type DevnetOptions, resolveDevnetOptions } from './devnet-options.ts'
import type { Devnet, DevnetBlock, DevnetEvent } from './devnet.ts'
import { createDevnetNode, type DevnetNode, type NodeRun } from './devnet-node.ts'
import { createMessageCache } from './message-cache.ts'
import type { DevnetNodeEvent } from './node-event.ts'
import { openChain } from './open-chain.ts'
import { produceBlocks, produceOnRequest } from './produce-blocks.ts'
import type { SharedChain } from './responder.ts'
import { rawOf, type ServedBlock } from './served-block.ts'

/** Messages are kept for so long at least, however short the interval; core's 5 blocks are 15 s. */
const KEEP_MESSAGES_MS = 15_000
const KEEP_MESSAGES_BLOCKS = 5
const USER_AGENT = 'rx-bitshares devnet'
const OUTBOUND = 2

/**
 * A devnet that has not started. It is for tests and demonstrations: whoever knows the seed knows every key.
 *
 * ```ts
 * const devnet = createDevnet({ intervalMs: 200 })
 * await devnet.start()
 * createNode({ network: devnet.network }).block$.subscribe((block) => console.log(block.number))
 * ```
 *
 * Memory grows with the chain: all blocks are kept. Throws {@link UsageError} `BAD_OPTION` for an option that cannot be.
 */
export function createDevnet(options: DevnetOptions = {}): Devnet {
  const resolved = resolveDevnetOptions(options)
  const { intervalMs, production, scheduler, seed, host, port } = resolved
  const { source, history, chainId, genesis, cast, blockIntervalSeconds } = openChain(resolved)
  const isManual = production === 'manual'
  const chain: SharedChain = {
    log: createBlockLog(),
    cache: createMessageCache(Math.max(KEEP_MESSAGES_BLOCKS, Math.ceil(KEEP_MESSAGES_MS / intervalMs))),
  }
  const chainClock = createChainClock(source, isManual ? Infinity : intervalMs, scheduler)
  const genesisBytes = genesis === undefined ? undefined : new TextEncoder().encode(genesis)
  const request$ = new Subject<void>()
  const close$ = new Subject<void>()
  let subscription: Subscription | undefined

  const event$ = connectable<DevnetEvent>(defer(runDevnet).pipe(takeUntil(close$)), {
    connector: () => new Subject(),
    resetOnDisconnect: false,
  })
  const nodeEvent$ = event$.pipe(filter(isNodeEvent))
  const runs: readonly NodeRun[] = Array.from({ length: resolved.nodes }, (_, index) =>
    createDevnetNode(index, seed, { host, port: port === 0 ? 0 : port + index }, nodeEvent$),
  )
  const nodes = runs.map(({ node }) => node)

  function runDevnet(): Observable<DevnetEvent> {
    for (let made = 0; made < history && source.nextSeconds !== undefined; made += 1)
      chain.log.append(source.next())
    const made$ = isManual
      ? produceOnRequest(source, chainClock, request$, scheduler)
      : produceBlocks(source, chainClock, intervalMs, scheduler)
    const clock = createClock(options.scheduler)
    return made$.pipe(
      map((event) => keep(chain, event)),
      connect((chainEvent$) =>
        merge(
          ...runs.map((each, index) =>
            each.run({
              userAgent: USER_AGENT,
              chainId,
              chain,
              event$: chainEvent$,
              clock,
              listAddresses: () => listOthers(nodes, index, clock.wallMs()),
            }),
          ),
          chainEvent$.pipe(map(toDevnetEvent)),
        ),
      ),
    )
  }

  const devnet: Devnet = {
    chainId,
    genesis,
    get network(): NetworkDescription {
      return {
        name: 'devnet',
        chainId,
        prefix: 'BTS',
        seeds: nodes.filter(({ address }) => address.port !== 0).map(({ address }) => formatAddress(address)),
        blockIntervalSeconds,
        ...(genesisBytes === undefined ? {} : { genesis: genesisBytes }),
        profile: 'local',
        chainSeconds: () => chainClock.seconds(),
      }
    },
    get address() {
      return nodes[0]?.address ?? { host, port }
    },
    get addresses() {
      return nodes.map(({ address }) => address)
    },
    nodes,
    accounts: cast?.accounts ?? [],
    witnesses: cast?.witnesses ?? [],
    get head() {
      return chain.log.head
    },
    block$: event$.pipe(
      filter((event) => event.type === 'blockMade'),
      map(({ block }) => block),
    ),
    event$,
    block(number) {
      const block = chain.log.byNumber(number)
      return block === undefined ? undefined : toDevnetBlock(block)
    },
    produce(count = 1) {
      if (!isManual || subscription?.closed !== false) {
        throw new UsageError('BAD_OPTION', "produce() is for a running devnet with production: 'manual'")
      }
      for (let made = 0; made < count; made += 1) request$.next()
    },
    async start() {
      if (subscription !== undefined) throw new UsageError('BAD_OPTION', 'a devnet starts once only')
      const listening$ = nodeEvent$.pipe(
        mergeMap((event) => {
          if (event.type === 'listenFailed') throw event.error
          return event.type === 'listening' ? [event] : []
        }),
        take(nodes.length),
      )
      const listening = lastValueFrom(listening$, { defaultValue: undefined })
      subscription = event$.connect()
      try {
        await listening
      } catch (error) {
        close$.next()
        throw error
      }
    },
    close() {
      close$.next()
      return Promise.resolve()
    },
  }
  return devnet
}

/** Takes an event into what is served, before anybody is told of it. */
function keep({ log, cache }: SharedChain, event: ChainEvent): ChainEvent {
  if (event.type === 'transaction') {
    const { payload, hash, id } = event.transaction
    // Core also finds a transaction by its id (`db_block.cpp`, `get_recent_transaction`).
    cache.add({ itemType: ITEM_TYPE.trx, message: { type: 'trx_message', payload } }, hash, id)
    return event
  }
  log.append(event.block)
  cache.tick()
  const { payload } = event.block
  cache.add({ itemType: ITEM_TYPE.block, message: { type: 'block_message', payload } }, event.hash)
  return event
}

function toDevnetEvent(event: ChainEvent): DevnetEvent {
  if (event.type === 'block') return { type: 'blockMade', block: toDevnetBlock(event.block) }
  const { id, hash } = event.transaction
  return { type: 'transactionMade', id, hash }
}

function toDevnetBlock(block: ServedBlock): DevnetBlock {
  const { number, id, previous, timestamp, witness, transactions } = block
  return {
    number,
    id,
    previous,
    timestamp,
    witness: `1.6.${witness}` as ObjectId<1, 6>,
    transactions,
    raw: rawOf(block),
  }
}

function isNodeEvent(event: DevnetEvent): event is DevnetNodeEvent {
  return event.type !== 'blockMade' && event.type !== 'transactionMade'
}

/** The other nodes that listen, as a node tells them to who asks. */
function listOthers(
  nodes: readonly DevnetNode[],
  self: number,
  wallMs: number,
): MessageOf<'address_message'>['addresses'] {
  return nodes
    .filter((node, index) => index !== self && node.isListening)
    .map(({ address, publicKey }) => ({
      remote_endpoint: formatAddress(address),
      last_seen_time: Math.floor(wallMs / 1000),
      latency: 1000n,
      node_id: publicKey,
      direction: OUTBOUND,
      firewalled: 0,
    }))
}
