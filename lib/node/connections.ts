import { PeerFault, type RxBitsharesError, LinkError } from '../errors.ts'
import { addAdvertisedPeer, removeAdvertisedPeer } from '../inventory/reduce-advertising.ts'
import { addInventoryPeer, removeInventoryPeer } from '../inventory/reduce-inventory.ts'
import type { PeerHello } from '../peer/hello.ts'
import { noteActive, noteClosed, noteDialling, noteVerified } from '../pool/address-book.ts'
import type { Moment } from '../pool/address-row.ts'
import type { AddressRules } from '../pool/address-rules.ts'
import { judgeArrival, noteGone, noteGreeted, noteOpened } from '../pool/admission.ts'
import { chooseConnection, isSameNode } from '../pool/choose-connection.ts'
import { chooseDials } from '../pool/choose-dials.ts'
import { isDiscouraged, penalise, pointsOf } from '../pool/conduct.ts'
import { takeDialBack } from '../pool/dial-back.ts'
import { checkPin } from '../pool/trusted-peers.ts'
import { addLocatePeer, removeLocatePeer } from '../sync/locate-start.ts'
import { addSyncPeer, removeSyncPeer } from '../sync/reduce-sync.ts'
import { removeStepPeer } from '../sync/step-back.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import { evictFor } from './admit-peer.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { printable } from './printable.ts'
import { stepPeers } from './take-step.ts'
import { withLocate } from './with-locate.ts'

/** Makes the connections that are wanted (`node.cpp`, `p2p_network_connect_loop`). */
export function dialWanted(state: NodeState, at: number): readonly NodeCommand[] {
  if (state.isStopping) return []
  const counts = { dialling: 0, open: 0 }
  for (const peer of state.peers.values()) {
    if (peer.direction === 'inbound') continue
    if (peer.state === 'active' || peer.state === 'closing') counts.open += 1
    else counts.dialling += 1
  }
  const chosen = chooseDials(state.book, counts, addressRulesAt(state, at), at, state.context.random)
  return chosen.flatMap((address) => dial(state, address, at))
}

/** Somebody has connected to us: lets it in, or turns it away before anything is computed for it. */
export function arrive(
  state: NodeState,
  socket: number,
  address: PeerAddress,
  at: number,
): readonly NodeCommand[] {
  if (state.isStopping) return [{ do: 'turnAway', socket }]
  const { inbound } = state.context
  const rules = { ...inbound, isShunned: (host: string) => isDiscouraged(state.conduct, host, at) }
  const refusal = judgeArrival(state.admission, address.host, rules, at)
  const name = formatAddress(address)
  if (refusal !== undefined) {
    return [
      { do: 'turnAway', socket },
      { do: 'emit', event: { type: 'peerTurnedAway', peer: name, reason: refusal } },
    ]
  }
  const peer = addPeer(state, address, 'inbound', at)
  noteOpened(state.admission, peer.key, address.host)
  return [
    { do: 'emit', event: { type: 'peerArrived', peer: name } },
    { do: 'accept', socket, peer: peer.key },
  ]
}

/** The peer's hello is all right. */
export function greet(state: NodeState, peer: NodePeer, hello: PeerHello): readonly NodeCommand[] {
  peer.hello = hello
  peer.headNumber = hello.head.number
  const greeted: NodeCommand = {
    do: 'emit',
    event: { type: 'peerGreeted', peer: peer.name, hello: toPrintable(hello) },
  }
  if (peer.direction === 'inbound') {
    noteGreeted(state.admission, peer.key, isTrusted(state, peer))
    return [greeted, ...evictFor(state, peer)]
  }
  const fault = checkPin(state.context.dialLimits.pins, peer.address, hello.publicKey)
  return fault === undefined ? [greeted] : [greeted, { do: 'disconnect', peer: peer.key, fault }]
}

/** The handshake is over: the peer is asked for what it has, and told of what is new. */
export function activate(state: NodeState, peer: NodePeer, at: number): readonly NodeCommand[] {
  peer.state = 'active'
  if (peer.direction === 'outbound') noteActive(state.book, peer.address, momentOf(state, at), peer.hello)
  addInventoryPeer(state.inventory, peer.key, at)
  addAdvertisedPeer(state.advertising, peer.key)
  // It may have what nobody had.
  state.stepBack.pausedUntil = 0
  const commands: NodeCommand[] = [{ do: 'emit', event: { type: 'peerActive', peer: peer.name } }]
  commands.push(...leaveTwin(state, peer), ...dialBack(state, peer, at))
  if (state.chain !== undefined) return [...commands, ...addSyncPeer(state.sync, state.chain, peer.key, at)]
  const { head, headTime } = peer.hello ?? { head: { number: 0, id: '' }, headTime: 0 }
  const claim = { key: peer.key, number: head.number, id: head.id, time: headTime }
  return [...commands, ...withLocate(state, at, (locate) => addLocatePeer(locate, claim, at))]
}

/** The connection is gone. */
export function close(
  state: NodeState,
  peer: NodePeer,
  error: RxBitsharesError,
  at: number,
): readonly NodeCommand[] {
  state.peers.delete(peer.key)
  noteGone(state.admission, peer.key)
  state.bandwidth.gone.received += peer.bytesReceived
  state.bandwidth.gone.sent += peer.bytesSent
  const { dialLimits, random } = state.context
  if (peer.direction === 'outbound') {
    noteClosed(state.book, peer.address, error, momentOf(state, at), random())
    if (error.code === 'DUPLICATE') verify(state, peer.address, at)
  }
  if (!isTrusted(state, peer))
    penalise(state.conduct, peer.address.host, pointsOf(error), dialLimits.profile, at)
  const message = printable(error.message)
  state.lastClose = `${peer.name}: ${message}`
  const isFault = error instanceof PeerFault
  return [
    { do: 'emit', event: { type: 'peerClosed', peer: peer.name, code: error.code, message, isFault } },
    ...letGo(state, peer, at),
  ]
}

/** The node ends: every peer is told. */
export function sayGoodbyeToAll(state: NodeState): readonly NodeCommand[] {
  state.isStopping = true
  const fault = new LinkError('STOPPED', 'the node is stopping')
  return [...state.peers.keys()].map((peer) => ({ do: 'disconnect', peer, fault }))
}

/** It brings nothing more: what it owes is asked from others at once. */
export function letGo(state: NodeState, { key }: NodePeer, at: number): readonly NodeCommand[] {
  removeAdvertisedPeer(state.advertising, key)
  const commands: NodeCommand[] = [...removeInventoryPeer(state.inventory, key, at)]
  state.locate?.unanswered.delete(key)
  if (state.chain === undefined) {
    commands.push(...withLocate(state, at, (locate) => removeLocatePeer(locate, key, at)))
  } else {
    commands.push(
      ...removeSyncPeer(state.sync, state.chain, key, at),
      ...removeStepPeer(state.stepBack, key, stepPeers(state), at),
    )
  }
  return commands
}

export function momentOf({ context }: NodeState, at: number): Moment {
  return { at, wallMs: context.wallMs() }
}

/** Which addresses may be connected to at a moment. */
export function addressRulesAt(
  state: NodeState,
  at: number,
): NodeState['context']['dialLimits'] & AddressRules {
  return {
    ...state.context.dialLimits,
    isShunned: (host) => isDiscouraged(state.conduct, host, at),
  }
}

/** Whether the user trusts the key that the peer proved. */
export function isTrusted({ context }: NodeState, { hello }: NodePeer): boolean {
  return hello !== undefined && context.trustedKeys.has(hello.publicKey)
}

function dial(state: NodeState, address: PeerAddress, at: number): readonly NodeCommand[] {
  const peer = addPeer(state, address, 'outbound', at)
  noteDialling(state.book, address, momentOf(state, at))
  return [
    { do: 'emit', event: { type: 'peerDialled', peer: peer.name } },
    { do: 'dial', peer: peer.key, address },
  ]
}

/** Of two connections to one node one stays, the same one for both sides. */
function leaveTwin(state: NodeState, peer: NodePeer): readonly NodeCommand[] {
  const incoming = toConnection(peer)
  if (incoming === undefined) return []
  for (const other of state.peers.values()) {
    const existing = other.key === peer.key || other.state !== 'active' ? undefined : toConnection(other)
    if (existing === undefined || !isSameNode(existing, incoming)) continue
    const choice = chooseConnection(existing, incoming, state.context.self)
    if (choice === 'keepBoth') continue
    const loser = choice === 'keepIncoming' ? other : peer
    const fault = new LinkError('DUPLICATE', 'there is another connection to this node')
    return [{ do: 'disconnect', peer: loser.key, fault }]
  }
  return []
}

function toConnection({
  direction,
  state,
  hello,
}: NodePeer): Parameters<typeof chooseConnection>[1] | undefined {
  if (hello === undefined) return undefined
  const { nodeId, publicKey } = hello
  return { direction, isActive: state === 'active', nodeId, publicKey }
}

/** Finds out whether a peer that connected to us can be connected to, so that others may be told. */
function dialBack(state: NodeState, peer: NodePeer, at: number): readonly NodeCommand[] {
  if (peer.direction !== 'inbound' || peer.hello === undefined || !state.context.relays) return []
  const { host } = peer.address
  const rules = addressRulesAt(state, at)
  const address = takeDialBack(state.dialBacks, state.book, host, peer.hello.inboundPort, rules, at)
  return address === undefined ? [] : dial(state, address, at)
}

/** A connection to where a peer says it listens has led to that very peer. */
function verify(state: NodeState, address: PeerAddress, at: number): void {
  for (const peer of state.peers.values()) {
    const { direction, hello, address: from } = peer
    if (direction !== 'inbound' || hello?.inboundPort !== address.port || from.host !== address.host) continue
    peer.isVerified = true
    noteVerified(state.book, address, hello, addressRulesAt(state, at), momentOf(state, at))
  }
}

function addPeer(
  state: NodeState,
  address: PeerAddress,
  direction: NodePeer['direction'],
  since: number,
): NodePeer {
  const peer: NodePeer = {
    key: state.nextKey,
    address,
    name: formatAddress(address),
    direction,
    since,
    state: 'connecting',
    hello: undefined,
    headNumber: 0,
    clockOffsetMs: undefined,
    roundTripMs: undefined,
    bytesReceived: 0,
    bytesSent: 0,
    blocksReceived: 0,
    lastBlockAt: undefined,
    lastTransactionAt: undefined,
    isVerified: direction === 'outbound',
  }
  state.nextKey += 1
  state.peers.set(peer.key, peer)
  return peer
}

function toPrintable(hello: PeerHello): PeerHello {
  return {
    ...hello,
    userAgent: printable(hello.userAgent),
    platform: printable(hello.platform),
    revision: printable(hello.revision),
  }
}
