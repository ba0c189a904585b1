import type { Socket } from 'node:net'
import {
  concat,
  defer,
  EMPTY,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  Subject,
  switchMap,
  take,
  takeUntil,
  timer,
} from 'rxjs'
import { GENESIS } from '../chain/cursor.ts'
import { signatures } from '../crypto/signatures.ts'
import { runLoop } from '../flow/run-loop.ts'
import { type Clock, createClock } from '../peer/clock.ts'
import { createIdentity } from '../peer/identity.ts'
import type { NodeIdentity } from '../peer/hello.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import { EMPTY_RESPONDER } from '../peer/responder.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { createTally } from '../peer/tally.ts'
import { type ActivePeer, chooseAdvertised, endpointOf } from '../pool/choose-advertised.ts'
import { keepPeerFile, type LoadedPeers, loadPeerFile } from '../pool/keep-peer-file.ts'
import { readOwnHosts } from '../pool/own-hosts.ts'
import { printPeerFile } from '../pool/peer-file.ts'
import { listenTcp } from '../transport/listen-tcp.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import { createKnownSigners, type KnownSigners } from '../workers/known-signers.ts'
import { recoverAnyway } from '../workers/recover-anyway.ts'
import { sharedRecoveryPool } from '../workers/shared-pool.ts'
import { isConnectedTo, whyNoPlace } from './admit-peer.ts'
import type { OutgoingTransaction } from './broadcast.ts'
import type { NodeEvent } from './events.ts'
import { checkAddress } from './firewall/check-address.ts'
import { advertiseInventoryLoop } from './loops/advertise-inventory-loop.ts'
import { bandwidthMonitorLoop } from './loops/bandwidth-monitor-loop.ts'
import { fetchItemsLoop } from './loops/fetch-items-loop.ts'
import { fetchSyncItemsLoop } from './loops/fetch-sync-items-loop.ts'
import { p2pNetworkConnectLoop } from './loops/p2p-network-connect-loop.ts'
import { reportStatusLoop } from './loops/report-status-loop.ts'
import { createNodeResponder, itemOf } from './node-responder.ts'
import {
  createNodeState,
  type LoopEvent,
  type NodeCommand,
  type NodeContext,
  type NodeState,
} from './node-state.ts'
import { openSession } from './open-session.ts'
import type { NodeOptions, ResolvedOptions } from './options.ts'
import { reduceNode } from './reduce-node.ts'

/** What subscribers want of a run. */
export interface Demand {
  readonly wantsTransactions: boolean
  readonly isOpen: boolean
}

/** What saying goodbye to all peers may take. */
export const STOP_MS = 1800

/** What a run says: events one by one, and from time to time how everything stands. */
export type RunOutput = Extract<NodeCommand, { readonly do: 'emit' | 'change' | 'report' }>

/**
 * One run of a node: opens and takes connections, follows the chain, serves it, says what happens.
 *
 * Cold: each subscription is a run of its own, with its own state; unsubscribing closes every socket and timer at once.
 * When `stop$` emits, every peer is told goodbye first; completes when they are gone, or after {@link STOP_MS}. Errors with {@link UsageError} when it cannot listen where it should, and with a bug of ours.
 */
export function runNode(
  options: NodeOptions,
  resolved: ResolvedOptions,
  demand$: Observable<Demand>,
  outgoing$: Observable<OutgoingTransaction>,
  stop$: Observable<unknown>,
): Observable<RunOutput> {
  return defer(() => {
    const clock = createClock(options.scheduler)
    const { network } = resolved
    const identity = createIdentity(options.nodeKey)
    const output$ = new Subject<RunOutput>()
    const woken$ = new Subject<void>()
    const finished$ = new Subject<void>()
    const links = new Map<number, Subject<PeerCommand>>()
    /** Connections somebody made that are nobody's yet. */
    const arrived = new Map<number, Socket>()
    const own = new Set<string>()
    let listening: PeerAddress | undefined
    const remembered = loadPeers(options.peersFile, network.chainId)
    const signers = createSigners(options)
    const context = toContext(options, resolved, clock, identity, signers, own, () => listening)
    const state: NodeState = createNodeState(
      context,
      resolved.given,
      resolved.seeds,
      resolved.start,
      remembered.content,
    )
    const responder = resolved.relays
      ? createNodeResponder({
          chain: () => state.chain,
          items: state.items,
          store: options.store,
          listAddresses: () => listAddresses(state, resolved, clock),
        })
      : // The transactions of our own, and nothing else.
        {
          ...EMPTY_RESPONDER,
          getItem: (itemType: number, hash: string) => itemOf(state.items, itemType, hash),
        }

    function converse(peer: number, over: PeerAddress | Socket): Observable<SessionEvent> {
      const command$ = new Subject<PeerCommand>()
      links.set(peer, command$)
      return openSession(over, {
        peer,
        clock,
        tally: context.tally,
        timing: resolved.limits,
        responder,
        keyPrefix: network.prefix,
        command$,
        readsChecks: resolved.firewallChecks,
        hello: (localHost, localPort) => ({
          identity,
          chainId: network.chainId,
          userAgent: resolved.userAgent,
          ...(listening === undefined ? {} : { inbound: inboundAt(listening, localHost) }),
          // Peers have the port checked that we come from, unless we say that it is not the one we listen at.
          ...(resolved.firewallChecks ? { outboundPort: localPort } : {}),
          head: state.chain?.head ?? GENESIS,
          headTime: state.chain?.headTime ?? 0,
        }),
        isConnectedTo: (nodeId, publicKey) => isConnectedTo(state, peer, { nodeId, publicKey }),
        refuse: (hello) => whyNoPlace(state, peer, hello),
      }).pipe(finalize(() => links.delete(peer)))
    }

    function perform(command: NodeCommand): Observable<LoopEvent> | undefined {
      switch (command.do) {
        case 'send':
        case 'disconnect':
          links.get(command.peer)?.next(command)
          return undefined
        case 'dial':
          return converse(command.peer, command.address)
        case 'check':
          return checkAddress(command, network, resolved.userAgent, clock)
        case 'accept': {
          const socket = takeSocket(arrived, command.socket)
          return socket === undefined ? undefined : converse(command.peer, socket)
        }
        case 'turnAway':
          takeSocket(arrived, command.socket)?.resetAndDestroy()
          return undefined
        case 'recover': {
          const { batch, blocks } = command
          return concat(
            signers.find(blocks),
            defer(() => of<LoopEvent>({ type: 'recovered', batch, at: clock.nowMs() })),
          )
        }
        case 'wake':
          woken$.next()
          return undefined
        case 'finish':
          finished$.next()
          return undefined
        case 'emit':
        case 'change':
        case 'report':
          output$.next(command)
          return undefined
      }
    }

    const say = (event: NodeEvent): void => output$.next({ do: 'emit', event })
    let sockets = 0
    const arrival$ =
      resolved.listen === undefined
        ? EMPTY
        : listenTcp(resolved.listen).pipe(
            mergeMap((event): Observable<LoopEvent> => {
              switch (event.type) {
                case 'listening':
                  listening = event.address
                  own.add(formatAddress(event.address))
                  say({ type: 'listening', address: formatAddress(event.address) })
                  return EMPTY
                case 'acceptFailed':
                  say({ type: 'acceptFailed', message: event.error.message })
                  return EMPTY
                case 'connection': {
                  const { socket } = event
                  const { remoteAddress: host, remotePort: port } = socket
                  // Gone before anybody could ask who it was.
                  if (host === undefined || port === undefined) return EMPTY
                  sockets += 1
                  arrived.set(sockets, socket)
                  return of({ type: 'arrived', socket: sockets, address: { host, port }, at: clock.nowMs() })
                }
              }
            }),
          )
    const loop$ = runLoop<NodeState, LoopEvent, NodeCommand>({
      event$: merge(
        demand$.pipe(map((demand): LoopEvent => ({ type: 'demand', at: clock.nowMs(), ...demand }))),
        outgoing$.pipe(map((each): LoopEvent => ({ type: 'broadcast', at: clock.nowMs(), ...each }))),
        stop$.pipe(
          take(1),
          map((): LoopEvent => ({ type: 'stop', at: clock.nowMs() })),
        ),
        arrival$,
        p2pNetworkConnectLoop(clock),
        fetchSyncItemsLoop(clock),
        fetchItemsLoop(clock),
        advertiseInventoryLoop(woken$, clock),
        bandwidthMonitorLoop(clock),
        reportStatusLoop(clock),
      ),
      createState: () => state,
      reduce: (_, event) => [state, reduceNode(state, event)],
      perform,
    })
    const kept$ = keepPeers(options.peersFile, state, resolved, clock).pipe(
      map((event): RunOutput => ({ do: 'emit', event })),
    )
    const notice$ = remembered.notice === undefined ? EMPTY : of(toNotice(remembered.notice))
    // The output is subscribed before the loop, whose first turn speaks at once.
    const late$ = stop$.pipe(
      take(1),
      switchMap(() => timer(STOP_MS, clock.scheduler)),
    )
    return merge(output$, notice$, kept$, loop$.pipe(ignoreElements())).pipe(
      takeUntil(merge(finished$, late$)),
      finalize(() => {
        for (const socket of arrived.values()) socket.destroy()
      }),
    )
  })
}

function takeSocket(arrived: Map<number, Socket>, key: number): Socket | undefined {
  const socket = arrived.get(key)
  arrived.delete(key)
  return socket
}

/** Where others can connect: where we listen, or if that is anywhere, at the address by which this peer sees us. */
function inboundAt(listening: PeerAddress, localHost: string): { address: string; port: number } {
  const isAnywhere = listening.host === '0.0.0.0' || listening.host === '::'
  return { address: isAnywhere ? localHost : listening.host, port: listening.port }
}

function toContext(
  options: NodeOptions,
  resolved: ResolvedOptions,
  clock: Clock,
  self: NodeIdentity,
  signers: KnownSigners,
  own: ReadonlySet<string>,
  listening: () => PeerAddress | undefined,
): NodeContext {
  const { network, verification } = resolved
  return {
    dialLimits: { ...resolved.dialLimits, own },
    signatures: signatures.name,
    verification,
    relays: resolved.relays,
    firewallChecks: resolved.firewallChecks,
    advertising: resolved.advertising,
    ownHosts: readOwnHosts,
    tally: createTally(clock),
    inbound: resolved.inbound,
    trustedKeys: resolved.trusted.keys,
    self,
    listening: () => {
      const address = listening()
      return address === undefined ? undefined : formatAddress(address)
    },
    signersOf: (transaction) => transaction.signers(network.chainId),
    signerOf: signers.signerOf,
    acceptBlock: (block) => options.accept?.block?.(block) ?? true,
    acceptTransaction: (transaction) => options.accept?.transaction?.(transaction) ?? true,
    chainSeconds: network.chainSeconds ?? (() => clock.wallMs() / 1000),
    wallMs: () => clock.wallMs(),
    random: Math.random,
  }
}

/** Remembers who signed the blocks for whose keys a pool was asked. */
function createSigners({ recoveryPool = sharedRecoveryPool() }: NodeOptions): KnownSigners {
  return createKnownSigners({ recover: (packed) => recoverAnyway(recoveryPool, packed) })
}

function listAddresses(
  state: NodeState,
  { advertising, network }: ResolvedOptions,
  clock: Clock,
): ReturnType<typeof chooseAdvertised> {
  const peers = [...state.peers.values()].flatMap(
    ({ direction, hello, address, isVerified, state: at }): ActivePeer[] =>
      hello === undefined || at !== 'active'
        ? []
        : [{ direction, nodeId: hello.nodeId, endpoint: endpointOf(direction, address, hello), isVerified }],
  )
  return chooseAdvertised(peers, advertising, network.profile, clock.wallMs() / 1000, Math.random)
}

function loadPeers(path: string | undefined, chainId: string): LoadedPeers {
  return path === undefined ? { content: undefined, notice: undefined } : loadPeerFile(path, chainId)
}

function keepPeers(
  path: string | undefined,
  state: NodeState,
  { network }: ResolvedOptions,
  clock: Clock,
): Observable<NodeEvent> {
  if (path === undefined) return EMPTY
  const print = (): string => printPeerFile(state.book, network.chainId, clock.wallMs())
  return keepPeerFile(path, { print, scheduler: clock.scheduler }).pipe(
    filter((event) => event.type === 'peersNotWritten'),
    map(({ message }): NodeEvent => ({ type: 'peersFileTrouble', message })),
  )
}

function toNotice(message: string): RunOutput {
  return { do: 'emit', event: { type: 'peersFileTrouble', message } }
}
