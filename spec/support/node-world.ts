import { GENESIS } from '../../lib/chain/cursor.ts'
import type { ChainChange } from '../../lib/chain/hold-back.ts'
import { recoverSigner } from '../../lib/chain/recover-signer.ts'
import { LinkError, PeerFault, type RxBitsharesError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { Message } from '../../lib/messages/registry.ts'
import type { Block } from '../../lib/node/block.ts'
import type { Verification } from '../../lib/node/chain-rules.ts'
import type { NodeEvent, Status } from '../../lib/node/events.ts'
import {
  createNodeState,
  type LoopEvent,
  type NodeCommand,
  type NodeContext,
  type NodeState,
  type Start,
} from '../../lib/node/node-state.ts'
import { reduceNode } from '../../lib/node/reduce-node.ts'
import { DEFAULT_INBOUND_LIMITS } from '../../lib/pool/inbound-limits.ts'
import type { DialLimits } from '../../lib/pool/choose-dials.ts'
import { parseAddress } from '../../lib/transport/peer-address.ts'
import type { SessionEvent } from '../../lib/peer/session-event.ts'
import { createTally } from '../../lib/peer/tally.ts'
import type { TestChain } from './test-chain.ts'

/** How a simulated peer is. All of it may change at any time. */
export interface SimulatedPeer {
  readonly name: string
  /** Milliseconds from a message of ours to the answer. */
  latencyMs: number
  /** Milliseconds between two blocks it sends. */
  blockEveryMs: number
  /** How many blocks it is behind the network. */
  lag: number
  /** Accepts connections. */
  isUp: boolean
  /** Nothing of what it sends arrives, until this is over. */
  isStalled: boolean
  /** Not what it should be: may be let go for it. */
  isLiar: boolean
  /** What it serves instead of the network's chain. */
  chain: TestChain
  /** Of ids it lists it delivers none. */
  hasNoItems: boolean
}

interface Connection {
  readonly key: number
  readonly peer: SimulatedPeer
  isOpen: boolean
  /** Nothing that it sends counts any more. */
  isEnding: boolean
  /** Whether it tells us of new blocks, as core does when our last synopsis showed that we have everything. */
  isInSync: boolean
  /** When what was sent last arrives: a connection keeps its order. */
  busyUntil: number
  readonly onItsWay: { readonly at: number; readonly event: () => SessionEvent }[]
}

/** The node's reducer among simulated peers, in simulated time: everything that a test wants to be repeatable. */
export interface NodeWorld {
  readonly state: NodeState
  readonly now: number
  /** What was sent to peers about firewalls and connections, and the checks that were made for them. */
  readonly checking: readonly CheckingCommand[]
  /** Numbers of the blocks that were applied and not undone, in order. */
  readonly emitted: readonly number[]
  /** Numbers of the blocks that were undone, in the order of that. */
  readonly undone: readonly number[]
  /** Numbers of the blocks that were told to be irreversible, in order. */
  readonly irreversible: readonly number[]
  readonly blocks: readonly Block[]
  readonly events: readonly NodeEvent[]
  readonly status: Status | undefined
  /** Block ids or hashes asked for so far. */
  readonly fetched: number
  /** Faults that honest peers were let go for. */
  readonly wronged: readonly string[]
  /** Number of the network's newest block. */
  head: number
  addPeer(peer: Partial<SimulatedPeer>): SimulatedPeer
  /** Does something so many milliseconds from now. */
  after(ms: number, action: () => void): void
  /** Breaks a peer's connection, if it has one. */
  drop(peer: SimulatedPeer): void
  /** The network makes a block; peers in sync announce it. */
  produce(): void
  advance(ms: number): void
  /** Calls with every change of the chain from now on. */
  onChange(listener: (change: ChainChange<Block>) => void): void
  /** Lets an event in, as if a session had said it. */
  take(event: LoopEvent): readonly NodeCommand[]
}

/** What a node does about firewalls. */
export type CheckingCommand = Extract<NodeCommand, { readonly do: 'send' | 'check' }>

export interface NodeWorldOptions {
  readonly chain: TestChain
  readonly head: number
  readonly start: Start
  /** Names of the peers the node knows of. */
  readonly addresses: readonly string[]
  readonly acceptBlock?: (block: Block) => boolean
  /** What else holds for dialling. */
  readonly dialLimits?: Partial<DialLimits>
  /** What else is different. */
  readonly context?: Partial<NodeContext>
  /** How far the clock is ahead of the newest block. */
  readonly aheadSeconds?: number
  /** How long it takes to recover the keys of blocks that are given away for that. Default: 10 ms. */
  readonly recoverMs?: (blocks: readonly Block[]) => number
  /** Who signed a block. Default: found out. */
  readonly signerOf?: NodeState['context']['signerOf']
  /** Default: links alone, and nothing known of the chain's timing. */
  readonly verification?: Verification
}

const UNVERIFIED: Verification = {
  level: 'links',
  genesis: undefined,
  timing: undefined,
  checkpoint: new Map(),
  prefix: 'BTS',
}

/** What a node's reducer is given, where a test cares for a part of it. */
export function createContext(change: Partial<NodeContext> = {}): NodeContext {
  return {
    dialLimits: { maxOutbound: 8, maxDialling: 8, profile: 'local' },
    signatures: 'noble',
    tally: createTally({ nowMs: () => 0 }),
    verification: UNVERIFIED,
    signerOf: recoverSigner,
    relays: false,
    firewallChecks: false,
    advertising: { mode: 'all' },
    ownHosts: () => new Set(),
    inbound: { profile: 'local', limits: DEFAULT_INBOUND_LIMITS, hasTrusted: false },
    trustedKeys: new Set(),
    listening: () => undefined,
    self: { nodeId: 'ours', publicKey: 'ours' },
    signersOf: () => ({ keys: [], rejected: [] }),
    acceptBlock: () => true,
    acceptTransaction: () => true,
    chainSeconds: () => 0,
    wallMs: () => 0,
    random: () => 0.5,
    ...change,
  }
}

const TICK_MS = 250
const LOOPS = ['p2p_network_connect', 'fetch_sync_items', 'fetch_items', 'report_status'] as const
const GOODBYE_MS = 1000
const STALL_LOOK_MS = 50
const IDS_PER_LIST = 2000

export function createNodeWorld(options: NodeWorldOptions): NodeWorld {
  const { chain, head, start, addresses, acceptBlock, verification, dialLimits, aheadSeconds = 60 } = options
  const { recoverMs = () => 10, signerOf = recoverSigner } = options
  let now = 1000
  let order = 0
  const agenda: { readonly at: number; readonly order: number; readonly action: () => void }[] = []
  const connections = new Map<number, Connection>()
  const peers = new Map<string, SimulatedPeer>()
  const emitted: number[] = []
  const undone: number[] = []
  const irreversible: number[] = []
  const blocks: Block[] = []
  const events: NodeEvent[] = []
  const wronged: string[] = []
  const checking: CheckingCommand[] = []
  const listeners: ((change: ChainChange<Block>) => void)[] = []
  let fetched = 0
  let status: Status | undefined

  const state = createNodeState(
    createContext({
      dialLimits: { maxOutbound: 8, maxDialling: 8, profile: 'local', ...dialLimits },
      ...(verification === undefined ? {} : { verification }),
      signerOf,
      acceptBlock: acceptBlock ?? (() => true),
      // Tests send blocks from a little above the head.
      chainSeconds: () => chain.served(world.head).timestamp + aheadSeconds,
      wallMs: () => now,
      ...options.context,
    }),
    addresses.map(parseAddress),
    [],
    start,
  )

  const after = (ms: number, action: () => void): void => {
    agenda.push({ at: now + ms, order: (order += 1), action })
    agenda.sort((a, b) => a.at - b.at || a.order - b.order)
  }
  const take = (event: LoopEvent): readonly NodeCommand[] => {
    const commands = reduceNode(state, event)
    for (const command of commands) perform(command)
    return commands
  }
  const close = (connection: Connection, error: RxBitsharesError): void => {
    if (!connection.isOpen) return
    connection.isOpen = false
    take({ type: 'closed', peer: connection.key, at: now, error })
  }
  /** Lets arrive what is due; of a stalled peer nothing is, but it comes afterwards. */
  const arrive = (connection: Connection): void => {
    while (connection.isOpen && !connection.isEnding) {
      const next = connection.onItsWay[0]
      if (next === undefined || next.at > now) return
      if (connection.peer.isStalled) {
        after(STALL_LOOK_MS, () => arrive(connection))
        return
      }
      connection.onItsWay.shift()
      take({ ...next.event(), at: now })
    }
  }
  /** Sends something to the node, behind everything that is on its way already. */
  const answer = (connection: Connection, event: () => SessionEvent, extraMs = 0): void => {
    const at = Math.max(connection.busyUntil, now + connection.peer.latencyMs) + extraMs
    connection.busyUntil = at
    connection.onItsWay.push({ at, event })
    after(at - now, () => arrive(connection))
  }

  /** Number of the newest block it has. */
  function headOf({ chain: own, lag }: SimulatedPeer): number {
    return Math.max(0, Math.min(own.length, world.head - lag))
  }

  function dial(key: number, name: string): void {
    const peer = peers.get(name)
    const connection: Connection = {
      key,
      peer: peer ?? { ...HONEST, name, chain },
      isOpen: true,
      isEnding: false,
      isInSync: false,
      busyUntil: 0,
      onItsWay: [],
    }
    connections.set(key, connection)
    if (peer?.isUp !== true) {
      after(5, () => close(connection, new LinkError('UNREACHABLE', 'nothing listens there')))
      return
    }
    answer(connection, () => ({ type: 'connected', peer: key, at: now }))
    answer(connection, () => {
      const number = headOf(peer)
      const block = number === 0 ? undefined : peer.chain.served(number)
      return {
        type: 'greeted',
        peer: key,
        at: now,
        hello: {
          userAgent: 'simulated',
          protocolVersion: 106,
          nodeId: name,
          publicKey: name,
          chainId: chain.chainId,
          inboundAddress: '127.0.0.1',
          inboundPort: 0,
          outboundPort: 0,
          platform: '',
          revision: '',
          head: block === undefined ? GENESIS : { number, id: block.id },
          headTime: block?.timestamp ?? 0,
        },
      }
    })
    answer(connection, () => ({ type: 'active', peer: key, at: now }))
    after(15_000, () => {
      if (state.peers.get(key)?.state !== 'active') close(connection, new LinkError('TIMEOUT', 'handshake'))
    })
  }

  function listIds(connection: Connection, synopsis: readonly string[]): SessionEvent {
    const { peer } = connection
    const top = headOf(peer)
    let from = synopsis.length === 0 ? 1 : 0
    for (let at = synopsis.length - 1; at >= 0 && from === 0; at -= 1) {
      const known = peer.chain.byId(synopsis[at] ?? '')
      if (known !== undefined && known.number <= top) from = known.number
    }
    const to = from === 0 ? -1 : Math.min(top, from + IDS_PER_LIST - 1)
    const ids = Array.from(
      { length: Math.max(0, to - from + 1) },
      (_, index) => peer.chain.served(from + index).id,
    )
    connection.isInSync = ids.length === 0 || (ids.length === 1 && synopsis.includes(ids[0] ?? ''))
    return {
      type: 'idsListed',
      peer: connection.key,
      at: now,
      ids,
      remaining: ids.length === 0 ? 0 : top - to,
    }
  }

  function sendItem(connection: Connection, itemType: number, hash: string): void {
    const { key, peer } = connection
    const block = peer.chain.byId(hash) ?? peer.chain.byHash(hash)
    const isHere = block !== undefined && !peer.hasNoItems && block.number <= headOf(peer)
    const event: SessionEvent = isHere
      ? { type: 'blocksReceived', peer: key, at: now, blocks: [peer.chain.received(block.number)] }
      : { type: 'notAvailable', peer: key, at: now, itemType, hash }
    answer(connection, () => event, isHere ? peer.blockEveryMs : 0)
  }

  function send(connection: Connection, message: Message): void {
    if (!connection.isOpen) return
    if (message.type === 'fetch_blockchain_item_ids_message') {
      // Made now, told later: what happens in between is not in it.
      const list = listIds(connection, message.blockchain_synopsis)
      answer(connection, () => list)
    } else if (message.type === 'fetch_items_message') {
      fetched += message.items_to_fetch.length
      for (const hash of message.items_to_fetch) sendItem(connection, message.item_type, hash)
    } else throw new Error(`the node sent ${message.type}`)
  }

  function perform(command: NodeCommand): void {
    switch (command.do) {
      case 'dial':
        dial(command.peer, `${command.address.host}:${command.address.port}`)
        return
      case 'send': {
        const connection = connections.get(command.peer)
        if (connection === undefined) throw new Error(`${command.message.type} to a peer that never was`)
        if (/firewall|current_connections/.test(command.message.type)) checking.push(command)
        else send(connection, command.message)
        return
      }
      case 'check':
        checking.push(command)
        return
      case 'disconnect': {
        const connection = connections.get(command.peer)
        if (connection === undefined || !connection.isOpen) return
        const { peer } = connection
        if (!peer.isLiar && command.fault instanceof PeerFault)
          wronged.push(`${peer.name}: ${command.fault.message}`)
        // The peer has the time of a goodbye before the connection is closed.
        after(0, () => {
          if (connection.isOpen) take({ type: 'ending', peer: command.peer, at: now })
          connection.isEnding = true
        })
        after(GOODBYE_MS, () => close(connection, command.fault))
        return
      }
      case 'change':
        for (const listener of listeners) listener(command.change)
        for (const block of command.change.undone) {
          undone.push(block.number)
          // Below the first that was applied: the stream began on a branch that was left.
          const isBefore = emitted.length === 0 && 'after' in start && block.number <= start.after.number
          if (emitted.at(-1) === block.number) {
            emitted.pop()
            blocks.pop()
          } else if (!isBefore) throw new Error(`block ${block.number} is not the last that was applied`)
        }
        for (const block of command.change.applied) {
          emitted.push(block.number)
          blocks.push(block)
        }
        for (const block of command.change.irreversible) irreversible.push(block.number)
        return
      case 'emit':
        events.push(command.event)
        return
      case 'report':
        status = command.status
        return
      case 'recover': {
        const { batch, blocks } = command
        after(recoverMs(blocks), () => take({ type: 'recovered', batch, at: now }))
        return
      }
      case 'accept':
      case 'turnAway':
      case 'wake':
      case 'finish':
    }
  }

  const tick = (): void => {
    for (const loop of LOOPS) take({ type: 'loop', loop, at: now })
    after(TICK_MS, tick)
  }
  after(0, tick)

  const world: NodeWorld = {
    state,
    get now() {
      return now
    },
    checking,
    emitted,
    undone,
    irreversible,
    blocks,
    events,
    get status() {
      return status
    },
    get fetched() {
      return fetched
    },
    wronged,
    head,
    addPeer(change) {
      const peer: SimulatedPeer = { ...HONEST, name: addresses[peers.size] ?? '', chain, ...change }
      peers.set(peer.name, peer)
      return peer
    },
    after,
    drop(peer) {
      for (const connection of connections.values()) {
        if (connection.peer === peer && connection.isOpen) {
          close(connection, new LinkError('RESET', 'connection lost'))
        }
      }
    },
    produce() {
      world.head += 1
      for (const connection of connections.values()) {
        const { key, peer, isOpen, isInSync } = connection
        const number = headOf(peer)
        if (!isOpen || !isInSync || number !== world.head - peer.lag || number < 1) continue
        const hashes = [peer.chain.received(number).messageHash]
        answer(connection, () => ({
          type: 'announced',
          peer: key,
          at: now,
          itemType: ITEM_TYPE.block,
          hashes,
        }))
      }
    },
    advance(ms) {
      const until = now + ms
      for (;;) {
        const next = agenda[0]
        if (next === undefined || next.at > until) break
        agenda.shift()
        now = next.at
        next.action()
      }
      now = until
    },
    onChange(listener) {
      listeners.push(listener)
    },
    take,
  }
  return world
}

const HONEST = {
  latencyMs: 20,
  blockEveryMs: 1,
  lag: 0,
  isUp: true,
  isStalled: false,
  isLiar: false,
  hasNoItems: false,
} as const
