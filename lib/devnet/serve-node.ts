import type { Socket } from 'node:net'
import { LRUCache } from 'lru-cache'
import {
  defer,
  EMPTY,
  finalize,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  startWith,
  Subject,
  take,
  takeWhile,
  tap,
  throwError,
  timeout,
} from 'rxjs'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { LinkError, PeerFault } from '../errors.ts'
import { MAX_REMEMBERED_ITEMS } from '../inventory/reduce-advertising.ts'
import {
  addInventoryPeer,
  createInventoryState,
  type InventoryState,
  removeInventoryPeer,
  takeInventory,
  takeItem,
  takeItemNotAvailable,
  tickInventory,
} from '../inventory/reduce-inventory.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { Message, MessageOf } from '../messages/registry.ts'
import type { Clock } from '../peer/clock.ts'
import type { NodeIdentity, Rejection } from '../peer/hello.ts'
import { openLink } from '../peer/link.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import { runSession } from '../peer/session.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { DEFAULT_TIMING } from '../peer/timing.ts'
import type { Transaction } from '../protocol/transaction.ts'
import { listenTcp } from '../transport/listen-tcp.ts'
import type { PeerAddress } from '../transport/peer-address.ts'
import type { ChainEvent } from './chain-event.ts'
import type { DevnetNodeEvent } from './node-event.ts'
import { createResponder, type PeerResponder, type SharedChain } from './responder.ts'

/** Connections a node accepts; more are closed at once (`GRAPHENE_NET_DEFAULT_MAX_CONNECTIONS`). */
export const MAX_DEVNET_CONNECTIONS = 200
/** Transactions remembered that were not good, so that they are not asked for again. */
export const MAX_REFUSED_HASHES = 5000

/** What one node of a devnet needs to serve. */
export interface NodeServerContext {
  /** Counts from 0. */
  readonly node: number
  readonly address: PeerAddress
  readonly identity: NodeIdentity
  readonly userAgent: string
  /** What it says it runs on and was made of, where that is not the truth. */
  readonly platform?: string
  readonly revision?: string
  readonly chainId: string
  readonly chain: SharedChain
  /** What peers are told of. Hot. */
  readonly event$: Observable<ChainEvent>
  /** Each emission breaks all connections. Hot. */
  readonly cut$: Observable<unknown>
  readonly clock: Clock
  /** The other nodes, for peers that ask. */
  listAddresses(): MessageOf<'address_message'>['addresses']
  /** Takes a transaction that a peer brought, and says whether it was good; undefined: none is asked for. */
  readonly take?: ((this: void, transaction: Transaction, peer: number) => boolean) | undefined
  /** Why there is no place for anybody. */
  refuse?(this: void): Rejection | undefined
}

interface OpenSession {
  readonly peer: number
  readonly command$: Subject<PeerCommand>
  readonly responder: PeerResponder
  /** What it announced: it does not have to be told. */
  readonly knows: LRUCache<string, true>
  nodeId: string | undefined
  userAgent: string
}

/** The connections of a node, and what was asked for over them. */
interface ServedPeers {
  readonly sessions: Map<number, OpenSession>
  readonly inventory: InventoryState
  /** Hashes of transactions that were not good. */
  readonly refused: LRUCache<string, true>
}

/**
 * One node: listens, shakes hands as the side that is called, lists ids, gives items, fetches the transactions that peers
 * announce, and announces what is new to those that have everything else, all as bitshares-core does. It is more patient
 * than core with peers that are slow to answer, so that a test at a breakpoint is not cut off, and fetches no blocks.
 *
 * Cold: unsubscribing closes the port and all connections. Errors with {@link UsageError} `BAD_OPTION` when the address
 * cannot be listened at.
 */
export function serveNode(context: NodeServerContext): Observable<DevnetNodeEvent> {
  return defer(() => {
    const { node } = context
    const sessions = new Map<number, OpenSession>()
    const inventory = createInventoryState()
    inventory.wantsTransactions = context.take !== undefined
    const peers: ServedPeers = { sessions, inventory, refused: new LRUCache({ max: MAX_REFUSED_HASHES }) }
    let count = 0
    let port = context.address.port

    const announce$ = context.event$.pipe(
      tap((event) => announce(event, node, sessions)),
      ignoreElements(),
    )
    const served$ = listenTcp(context.address).pipe(
      mergeMap((event): Observable<DevnetNodeEvent> => {
        switch (event.type) {
          case 'listening':
            port = event.address.port
            return of({ type: 'listening', node, address: event.address })
          case 'acceptFailed':
            return EMPTY
          case 'connection': {
            if (sessions.size < MAX_DEVNET_CONNECTIONS) {
              count += 1
              return serveSession(event.socket, count, port, peers, context)
            }
            event.socket.destroy()
            return EMPTY
          }
        }
      }),
    )
    return merge(announce$, served$)
  })
}

/** Tells an item to every peer that is in sync; one that is not learns of it when it asks for ids (`node.cpp`, `advertise_inventory_loop`). */
function announce(event: ChainEvent, node: number, sessions: ReadonlyMap<number, OpenSession>): void {
  const all = hashesOf(event)
  if (all.length === 0) return
  const giver = event.type === 'transaction' && event.from?.node === node ? event.from.peer : undefined
  for (const { peer, responder, command$, knows } of sessions.values()) {
    const hashes = all.filter((hash) => !knows.has(hash))
    if (!responder.isInSync || hashes.length === 0 || peer === giver) continue
    const message: Message = {
      type: 'item_ids_inventory_message',
      item_type: event.type === 'transaction' ? ITEM_TYPE.trx : ITEM_TYPE.block,
      item_hashes_available: hashes,
    }
    command$.next({ do: 'send', peer, message })
  }
}

/** What is new with an event. A node that goes over to another branch tells of its blocks as if they had just been made. */
function hashesOf(event: ChainEvent): readonly string[] {
  switch (event.type) {
    case 'transaction':
      return [event.transaction.hash]
    case 'block':
      return [event.hash]
    case 'forked':
      return []
    case 'joined':
      return event.applied.map(({ hash }) => hash)
  }
}

function serveSession(
  socket: Socket,
  peer: number,
  port: number,
  peers: ServedPeers,
  context: NodeServerContext,
): Observable<DevnetNodeEvent> {
  const { sessions, inventory } = peers
  const { node, identity, userAgent, platform, revision, chainId, chain, clock } = context
  return defer(() => {
    const command$ = new Subject<PeerCommand>()
    const drop = (reason: string): void =>
      command$.next({ do: 'disconnect', peer, fault: new LinkError('RESET', reason) })
    const responder = createResponder(chain, () => context.listAddresses(), drop)
    const knows = new LRUCache<string, true>({ max: MAX_REMEMBERED_ITEMS })
    const session: OpenSession = { peer, command$, responder, knows, nodeId: undefined, userAgent: '' }
    sessions.set(peer, session)

    const late$ = throwError(() => new LinkError('TIMEOUT', 'keys were not exchanged in time'))
    const link$ = openLink(socket).pipe(
      timeout({ first: DEFAULT_TIMING.connectTimeoutMs, with: () => late$, scheduler: clock.scheduler }),
    )
    const session$ = runSession(link$, {
      peer,
      direction: 'inbound',
      clock,
      timing: DEFAULT_TIMING,
      responder,
      keyPrefix: DEFAULT_KEY_PREFIX,
      command$,
      hello: () => ({
        identity,
        chainId,
        userAgent,
        ...(platform === undefined ? {} : { platform }),
        ...(revision === undefined ? {} : { revision }),
        inbound: { address: context.address.host, port },
        head: chain.log.head,
        headTime: chain.log.headSeconds,
      }),
      isConnectedTo: (nodeId) => [...sessions.values()].some((other) => other.nodeId === nodeId),
      refuse: () => context.refuse?.(),
    })
    const cut$ = context.cut$.pipe(
      take(1),
      map((): DevnetNodeEvent => ({ type: 'peerClosed', node, peer, reason: 'it was cut off' })),
    )
    const event$ = session$.pipe(mergeMap((event) => toNodeEvents(event, session, peers, context)))
    return merge(event$, cut$).pipe(
      takeWhile(({ type }) => type !== 'peerClosed', true),
      startWith<DevnetNodeEvent>({ type: 'peerConnected', node, peer }),
      finalize(() => {
        sessions.delete(peer)
        ask(sessions, removeInventoryPeer(inventory, peer, clock.nowMs()))
      }),
    )
  })
}

function toNodeEvents(
  event: SessionEvent,
  session: OpenSession,
  { sessions, inventory, refused }: ServedPeers,
  { node, chain, take }: NodeServerContext,
): readonly DevnetNodeEvent[] {
  const { peer, command$ } = session
  switch (event.type) {
    case 'greeted':
      session.nodeId = event.hello.nodeId
      session.userAgent = event.hello.userAgent
      return []
    case 'active': {
      addInventoryPeer(inventory, peer, event.at)
      // Core asks whoever becomes active for what it has (`node.cpp`, `new_peer_just_added`).
      const message: Message = {
        type: 'fetch_blockchain_item_ids_message',
        item_type: ITEM_TYPE.block,
        blockchain_synopsis: chain.log.toSynopsis(),
      }
      command$.next({ do: 'send', peer, message })
      return [{ type: 'peerActive', node, peer, userAgent: session.userAgent }]
    }
    case 'announced': {
      const { itemType, hashes, at } = event
      for (const hash of hashes) session.knows.set(hash, true)
      if (itemType !== ITEM_TYPE.trx) return []
      const isSeen = (hash: string): boolean => chain.cache.get(hash) !== undefined || refused.has(hash)
      ask(sessions, tickInventory(inventory, at))
      ask(sessions, takeInventory(inventory, peer, itemType, hashes, isSeen, at))
      return []
    }
    case 'notAvailable':
      ask(sessions, takeItemNotAvailable(inventory, peer, event.hash, event.at))
      return []
    case 'transactionReceived': {
      const { hash, transaction } = event
      if (!takeItem(inventory, peer, hash)) return refuseItem(session, 'a transaction')
      if (take?.(transaction, peer) !== true) refused.set(hash, true)
      return []
    }
    case 'blocksReceived':
      return refuseItem(session, 'a block')
    case 'closed':
      return [{ type: 'peerClosed', node, peer, reason: event.error.message }]
    default:
      return []
  }
}

/** Passes on what peers are asked for. */
function ask(sessions: ReadonlyMap<number, OpenSession>, commands: readonly PeerCommand[]): void {
  for (const command of commands) sessions.get(command.peer)?.command$.next(command)
}

function refuseItem({ peer, command$ }: OpenSession, what: string): readonly DevnetNodeEvent[] {
  const fault = new PeerFault('UNREQUESTED_ITEM', `you sent ${what} that I did not ask for`)
  command$.next({ do: 'disconnect', peer, fault })
  return []
}
