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
  tap,
} from 'rxjs'
import { UsageError } from '../errors.ts'
import type { MessageOf } from '../messages/registry.ts'
import type { NetworkDescription } from '../node/networks.ts'
import { encode } from '../protocol/encode.ts'
import { readTransaction, type Transaction } from '../protocol/transaction.ts'
import { createClock } from '../peer/clock.ts'
import { formatAddress } from '../transport/peer-address.ts'
import { createChainClock } from './chain-clock.ts'
import type { BranchIndex, ChainEvent } from './chain-event.ts'
import { type DevnetOptions, resolveDevnetOptions } from './devnet-options.ts'
import type { Devnet, DevnetEvent } from './devnet.ts'
import { createDevnetNode, type DevnetNode, type NodeRun } from './devnet-node.ts'
import { openChain } from './open-chain.ts'
import { withTraits } from './node-traits.ts'
import { produceBlocks, produceOnRequest } from './produce-blocks.ts'
import { createSides, isToldOn } from './sides.ts'
import { startFork } from './start-fork.ts'
import { createTakenTransactions } from './taken-transactions.ts'
import { isNodeEvent, toDevnetBlock, toDevnetEvent } from './to-devnet-event.ts'

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
  const isManual = production === 'manual'
  const sides = createSides(Math.max(KEEP_MESSAGES_BLOCKS, Math.ceil(KEEP_MESSAGES_MS / intervalMs)))
  const { log } = sides.chains[0]
  const taken = createTakenTransactions(sides.chains)
  const { timeline, forking, history, chainId, genesis, cast, blockIntervalSeconds } = openChain(
    resolved,
    (branch, headSeconds) => taken.due(branch, headSeconds),
  )
  const chainClock = createChainClock(timeline, isManual ? Infinity : intervalMs, scheduler)
  const genesisBytes = genesis === undefined ? undefined : new TextEncoder().encode(genesis)
  const made$ = new Subject<readonly ChainEvent[]>()
  const taken$ = new Subject<ChainEvent>()
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
    for (let made = 0; made < history; made += 1) {
      const block = timeline.makePast()
      if (block === undefined) break
      sides.append(block)
    }
    const happening$ = isManual
      ? produceOnRequest(timeline, chainClock, made$, scheduler)
      : produceBlocks(timeline, chainClock, intervalMs, scheduler)
    const clock = createClock(options.scheduler)
    return merge(happening$, taken$).pipe(
      tap((event) => {
        sides.keep(event)
        taken.follow(event)
      }),
      connect((chainEvent$) =>
        merge(
          ...runs.map((each, index) =>
            each.run(
              withTraits(resolved.traits[index], nodes, {
                userAgent: USER_AGENT,
                chainId,
                chain: sides.chains[sideOf(index)],
                event$: chainEvent$.pipe(filter((event) => isToldOn(sideOf(index), event))),
                clock,
                take: forking && ((transaction, peer) => takeAt(index, transaction, peer) === undefined),
                listAddresses: () => listOthers(nodes, index, clock.wallMs()),
              }),
            ),
          ),
          chainEvent$.pipe(map(toDevnetEvent)),
        ),
      ),
    )
  }

  /** Takes a transaction at a node and tells of it, or says why not. */
  function takeAt(node: number, transaction: Transaction, peer?: number): string | undefined {
    const side = sideOf(node)
    if (forking?.includes(side, transaction.id) === true) return 'a block includes it already'
    // Read again from bytes of its own: those it came in belong to something larger.
    const result = taken.take(side, readTransaction(transaction.message ?? transaction.raw, { chainId }))
    if (typeof result === 'string') return result
    taken$.next({
      type: 'transaction',
      transaction: result,
      branch: taken.branchOf(side),
      ...(peer === undefined ? {} : { from: { node, peer } }),
    })
    return undefined
  }

  function checkManual(what: string): void {
    if (isManual && subscription?.closed === false) return
    throw new UsageError('BAD_OPTION', `${what} is for a running devnet with production: 'manual'`)
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
      return log.head
    },
    block$: event$.pipe(
      filter((event) => event.type === 'blockMade'),
      map(({ block }) => block),
    ),
    event$,
    block(number) {
      const block = log.byNumber(number)
      return block === undefined ? undefined : toDevnetBlock(block)
    },
    produce(count = 1) {
      checkManual('produce()')
      for (let made = 0; made < count && timeline.nextSeconds !== undefined; made += 1)
        made$.next(timeline.next())
    },
    fork({ after } = {}) {
      checkManual('fork()')
      if (forking === undefined) throw new UsageError('BAD_OPTION', 'a recording has no forks but its own')
      return startFork(forking, after, (event) => made$.next([event]))
    },
    submit(transaction, node = 0) {
      if (forking === undefined) throw new UsageError('BAD_OPTION', 'a recording takes no transactions')
      if (subscription?.closed !== false)
        throw new UsageError('BAD_OPTION', 'submit() is for a running devnet')
      if (nodes[node] === undefined) throw new UsageError('BAD_OPTION', `there is no node ${node}`)
      const outgoing = readTransaction(encode('signed_transaction', transaction), { chainId })
      const reason = takeAt(node, outgoing)
      if (reason !== undefined) throw new UsageError('BAD_VALUE', `the transaction is not taken: ${reason}`)
      return outgoing.id
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

/** Nodes with odd numbers are on branch 1 when there is one. */
function sideOf(node: number): BranchIndex {
  return node % 2 === 0 ? 0 : 1
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
