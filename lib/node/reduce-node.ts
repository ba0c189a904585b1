import { noteKnownItems, noteSynopsisAnswered } from '../inventory/reduce-advertising.ts'
import { takeInventory, takeItemNotAvailable } from '../inventory/reduce-inventory.ts'
import { ITEM_TYPE } from '../messages/item-messages.ts'
import type { ReceivedBlock } from '../peer/read-block.ts'
import type { SessionEvent } from '../peer/session-event.ts'
import { learnAddresses } from '../pool/learn-addresses.ts'
import { settleLocateList, takeLocateList, takeLocateRefusal } from '../sync/locate-start.ts'
import { noteBytes, resyncWith, setOpen, takeIdList, takeNotAvailable } from '../sync/reduce-sync.ts'
import { takeStepRefusal } from '../sync/step-back.ts'
import {
  activate,
  addressRulesAt,
  arrive,
  close,
  greet,
  letGo,
  momentOf,
  sayGoodbyeToAll,
} from './connections.ts'
import { dropFirewallPeer, takeCheckResult, takeFirewallEvent } from './firewall/take-firewall.ts'
import type { LoopEvent, NodeCommand, NodePeer, NodeState } from './node-state.ts'
import { followOwn, noteEcho, noteServed, takeBroadcast, tellOwn } from './own-transaction-events.ts'
import { takeRecovered } from './recover-first.ts'
import { relayBlocks } from './relay-blocks.ts'
import { runNodeLoop } from './run-loops.ts'
import { takeBlocks } from './take-item.ts'
import { stepBackIfLost, stepPeers } from './take-step.ts'
import { takeTransaction } from './take-transaction.ts'
import { withLocate } from './with-locate.ts'

/**
 * The node's one reducer: routes each event to the part it concerns and collects what they want done.
 *
 * The state is changed in place (tables of thousands of ids), and nowhere but in here and what is called from here.
 */
export function reduceNode(state: NodeState, event: LoopEvent): readonly NodeCommand[] {
  const commands = route(state, event)
  if (state.isStopping) return state.peers.size === 0 ? [...commands, { do: 'finish' }] : commands
  if (!state.context.relays && state.own.size === 0) return commands
  const applied = commands.flatMap((command) => (command.do === 'change' ? command.change.applied : []))
  return [...commands, ...relayBlocks(state, applied, event.at), ...followOwn(state, commands)]
}

function route(state: NodeState, event: LoopEvent): readonly NodeCommand[] {
  switch (event.type) {
    case 'loop':
      return runNodeLoop(state, event.loop, event.at)
    case 'stop':
      return sayGoodbyeToAll(state)
    case 'arrived':
      return arrive(state, event.socket, event.address, event.at)
    case 'recovered':
      return takeRecovered(state, event.batch, event.at)
    case 'broadcast':
      return takeBroadcast(state, event.transaction, event.payload, event.at)
    case 'checked':
      return takeCheckResult(state, event.check, event.isReached, event.at)
    case 'demand': {
      state.inventory.wantsTransactions = event.wantsTransactions || state.context.relays
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
      return takeDelivered(state, peer, event.blocks, at)
    case 'transactionReceived':
      return takeTransaction(state, peer, event.hash, event.transaction, at)
    case 'announced': {
      const { itemType, hashes } = event
      noteKnownItems(state.advertising, peer.key, hashes, at)
      const isSeen = (hash: string): boolean => state.seenHashes.has(hash)
      const name = itemType === ITEM_TYPE.block ? 'block' : 'transaction'
      return [
        { do: 'emit', event: { type: 'announced', peer: peer.name, itemType: name, count: hashes.length } },
        ...takeInventory(state.inventory, peer.key, itemType, hashes, isSeen, at),
        ...noteEcho(state, peer, hashes),
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
    case 'greeted':
      return greet(state, peer, event.hello)
    case 'active':
      return activate(state, peer, at)
    case 'addressesTold': {
      const { random } = state.context
      const rules = addressRulesAt(state, at)
      const telling = { ...momentOf(state, at), from: peer.address.host, rules, random }
      const count = learnAddresses(state.book, event.addresses, telling)
      return [{ do: 'emit', event: { type: 'addressesLearnt', peer: peer.name, count } }]
    }
    case 'synopsisAnswered': {
      noteSynopsisAnswered(state.advertising, peer.key, event.isInSync)
      const told = event.isInSync ? tellOwn(state) : []
      // It has what we do not know: it is asked where its chain goes (`node.cpp`, `on_fetch_blockchain_item_ids_message`).
      if (event.unknown === undefined || state.chain?.isHeld(event.unknown) !== false) return told
      const isInSync = state.sync.peers.get(peer.key)?.mode === 'inSync'
      return isInSync ? [...told, ...resyncWith(state.sync, state.chain, peer.key, at)] : told
    }
    case 'transactionServed':
      return noteServed(state, peer, event.hash)
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
      return [...letGo(state, peer, at), ...dropFirewallPeer(state, peer.key, at)]
    case 'closed':
      return [...close(state, peer, event.error, at), ...dropFirewallPeer(state, peer.key, at)]
    case 'firewallAsked':
    case 'firewallTold':
    case 'connectionsAsked':
      return takeFirewallEvent(state, peer, event)
  }
}

function takeDelivered(
  state: NodeState,
  peer: NodePeer,
  blocks: readonly ReceivedBlock[],
  at: number,
): readonly NodeCommand[] {
  peer.headNumber = Math.max(peer.headNumber, blocks.at(-1)?.number ?? 0)
  const before = state.chain?.head.number ?? 0
  const commands = takeBlocks(state, peer, blocks, at)
  if ((state.chain?.head.number ?? 0) > before) peer.lastBlockAt = at
  return commands
}
