import { PeerFault, type RxBitsharesError } from '../errors.ts'
import {
  addInventoryPeer,
  removeInventoryPeer,
  takeInventory,
  takeItemNotAvailable,
  tickInventory,
} from '../inventory/reduce-inventory.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { PeerHello } from '../peer/hello.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { learnAddresses, noteActive, noteClosed, noteDialling } from '../pool/address-book.ts'
import { chooseDials } from '../pool/choose-dials.ts'
import {
  addLocatePeer,
  removeLocatePeer,
  settleLocateList,
  takeLocateList,
  takeLocateRefusal,
  tickLocate,
} from '../sync/locate-start.ts'
import {
  addSyncPeer,
  noteBytes,
  removeSyncPeer,
  setOpen,
  takeIdList,
  takeNotAvailable,
  tickSync,
} from '../sync/reduce-sync.ts'
import { removeStepPeer, takeStepRefusal, tickStepBack } from '../sync/step-back.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { LoopEvent, NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { toPeerStatuses, toStatus } from './node-status.ts'
import { printable } from './printable.ts'
import { retryDoubts } from './retry-doubts.ts'
import { takeBlocks, takeEarlyBlocks, takeTransaction } from './take-item.ts'
import { stepBackIfLost, stepPeers } from './take-step.ts'
import { withLocate } from './with-locate.ts'

/**
 * The node's one reducer: routes each event to the part it concerns and collects what they want done.
 *
 * The state is changed in place (tables of thousands of ids), and nowhere but in here and what is called from here.
 */
export function reduceNode(state: NodeState, event: LoopEvent): readonly NodeCommand[] {
  switch (event.type) {
    case 'tick':
      return tick(state, event.at)
    case 'demand': {
      state.inventory.wantsTransactions = event.wantsTransactions
      state.inventory.isOpen = event.isOpen
      if (state.chain !== undefined) return setOpen(state.sync, state.chain, event.isOpen, event.at)
      state.sync.isOpen = event.isOpen
      return []
    }
    default: {
      const peer = state.peers.get(event.peer)
      return peer === undefined ? [] : takeSessionEvent(state, peer, event)
    }
  }
}

function takeSessionEvent(state: NodeState, peer: NodePeer, event: SessionEvent): readonly NodeCommand[] {
  const { at } = event
  switch (event.type) {
    case 'blocksReceived':
      peer.blocksReceived += event.blocks.length
      return takeBlocks(state, peer, event.blocks, at)
    case 'transactionReceived':
      return takeTransaction(state, peer, event.hash, event.transaction)
    case 'announced': {
      const { itemType, hashes } = event
      const isSeen = (hash: string): boolean => state.seenHashes.has(hash)
      const name = itemType === ITEM_TYPE.block ? 'block' : 'transaction'
      return [
        { do: 'emit', event: { type: 'announced', peer: peer.name, itemType: name, count: hashes.length } },
        ...takeInventory(state.inventory, peer.key, itemType, hashes, isSeen, at),
      ]
    }
    case 'idsListed': {
      if (state.chain === undefined) {
        const { ids, remaining } = event
        return withLocate(state, at, (locate) => takeLocateList(locate, peer.key, ids, remaining, at))
      }
      // Asked for while the start was looked for, and late.
      if (state.locate !== undefined && settleLocateList(state.locate, peer.key)) return []
      const commands = takeIdList(state.sync, state.chain, peer.key, event, at, state.context.chainSeconds())
      return [...commands, ...stepBackIfLost(state, at)]
    }
    case 'notAvailable': {
      if (state.chain === undefined)
        return withLocate(state, at, (locate) => takeLocateRefusal(locate, peer.key, event.hash, at))
      const commands = takeItemNotAvailable(state.inventory, peer.key, event.hash, at)
      if (event.itemType !== ITEM_TYPE.block) return commands
      return [
        ...commands,
        ...takeNotAvailable(state.sync, state.chain, peer.key, event.hash, at),
        ...takeStepRefusal(state.stepBack, peer.key, event.hash, stepPeers(state), at),
      ]
    }
    case 'connected':
      peer.state = 'handshaking'
      return []
    case 'greeted': {
      peer.hello = event.hello
      return [
        { do: 'emit', event: { type: 'peerGreeted', peer: peer.name, hello: toPrintable(event.hello) } },
      ]
    }
    case 'active':
      return activate(state, peer, at)
    case 'addressesTold': {
      const count = learnAddresses(state.book, event.addresses, state.context.dialLimits.profile)
      return [{ do: 'emit', event: { type: 'addressesLearnt', peer: peer.name, count } }]
    }
    case 'clockMeasured': {
      const { clockOffsetMs, roundTripMs } = event
      peer.clockOffsetMs = clockOffsetMs
      peer.roundTripMs = roundTripMs
      return [{ do: 'emit', event: { type: 'clockMeasured', peer: peer.name, clockOffsetMs, roundTripMs } }]
    }
    case 'traffic': {
      noteBytes(state.sync, peer.key, event.bytesReceived - peer.bytesReceived, at)
      peer.bytesReceived = event.bytesReceived
      peer.bytesSent = event.bytesSent
      return []
    }
    case 'ending':
      peer.state = 'closing'
      return letGo(state, peer, at)
    case 'closed':
      return close(state, peer, event.error, at)
  }
}

function tick(state: NodeState, at: number): readonly NodeCommand[] {
  const commands: NodeCommand[] = dial(state, at)
  if (state.chain === undefined) commands.push(...withLocate(state, at, (locate) => tickLocate(locate, at)))
  else {
    commands.push(
      ...takeEarlyBlocks(state, at),
      ...retryDoubts(state, state.chain, at),
      ...tickSync(state.sync, state.chain, at),
      ...tickStepBack(state.stepBack, stepPeers(state), at),
      ...stepBackIfLost(state, at),
    )
  }
  commands.push(...tickInventory(state.inventory, at))
  commands.push({ do: 'report', status: toStatus(state, at), peers: toPeerStatuses(state, at) })
  return commands
}

function dial(state: NodeState, at: number): NodeCommand[] {
  const counts = { dialling: 0, open: 0 }
  for (const peer of state.peers.values()) {
    if (peer.direction === 'inbound') continue
    if (peer.state === 'active' || peer.state === 'closing') counts.open += 1
    else counts.dialling += 1
  }
  const chosen = chooseDials(state.book, counts, state.context.dialLimits, at)
  return chosen.flatMap((address): NodeCommand[] => {
    const peer = addPeer(state, address, 'outbound', at)
    noteDialling(state.book, address)
    return [
      { do: 'emit', event: { type: 'peerDialled', peer: peer.name } },
      { do: 'dial', peer: peer.key, address },
    ]
  })
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
    clockOffsetMs: undefined,
    roundTripMs: undefined,
    bytesReceived: 0,
    bytesSent: 0,
    blocksReceived: 0,
  }
  state.nextKey += 1
  state.peers.set(peer.key, peer)
  return peer
}

function activate(state: NodeState, peer: NodePeer, at: number): readonly NodeCommand[] {
  peer.state = 'active'
  noteActive(state.book, peer.address)
  addInventoryPeer(state.inventory, peer.key, at)
  // It may have what nobody had.
  state.stepBack.pausedUntil = 0
  const told: NodeCommand = { do: 'emit', event: { type: 'peerActive', peer: peer.name } }
  if (state.chain !== undefined) return [told, ...addSyncPeer(state.sync, state.chain, peer.key, at)]
  const { head, headTime } = peer.hello ?? { head: { number: 0, id: '' }, headTime: 0 }
  const claim = { key: peer.key, number: head.number, id: head.id, time: headTime }
  return [told, ...withLocate(state, at, (locate) => addLocatePeer(locate, claim, at))]
}

function close(
  state: NodeState,
  peer: NodePeer,
  error: RxBitsharesError,
  at: number,
): readonly NodeCommand[] {
  state.peers.delete(peer.key)
  noteClosed(state.book, peer.address, error, at, state.context.random())
  const message = printable(error.message)
  state.lastClose = `${peer.name}: ${message}`
  const isFault = error instanceof PeerFault
  const commands: NodeCommand[] = [
    { do: 'emit', event: { type: 'peerClosed', peer: peer.name, code: error.code, message, isFault } },
  ]
  commands.push(...letGo(state, peer, at))
  return commands
}

/** It brings nothing more: what it owes is asked from others at once. */
function letGo(state: NodeState, { key }: NodePeer, at: number): readonly NodeCommand[] {
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

function toPrintable(hello: PeerHello): PeerHello {
  return {
    ...hello,
    userAgent: printable(hello.userAgent),
    platform: printable(hello.platform),
    revision: printable(hello.revision),
  }
}
