import type { SessionEvent } from '../../peer/session-event.ts'
import { budgetKey } from '../../pool/check-budget.ts'
import { endpointOf } from '../../pool/choose-advertised.ts'
import { isDialable } from '../../pool/is-dialable.ts'
import { learnAddresses } from '../../pool/learn-addresses.ts'
import { mayCheck } from '../../pool/may-check.ts'
import { addressRulesAt, momentOf } from '../connections.ts'
import type { NodeCommand, NodePeer, NodeState } from '../node-state.ts'
import type { CheckPeer, CheckScene } from './firewall-state.ts'
import { listConnections } from './list-connections.ts'
import { checkForPeer, takeMadeResult } from './reduce-made.ts'
import { askAboutUs, expireOwn, isOwnDue, NULL_ENDPOINT, NULL_NODE_ID, takeOwnResult } from './reduce-own.ts'
import { dropPassedOn, expirePassedOn, passOn, takePassedOnResult } from './reduce-passed-on.ts'

/** A peer is told who we are connected to once in so long. */
export const CONNECTIONS_GAP_MS = 300_000

/** What a peer's session says that concerns checks. */
export type FirewallEvent = Extract<
  SessionEvent,
  { readonly type: 'firewallAsked' | 'firewallTold' | 'connectionsAsked' }
>

/** A peer asks or tells about firewalls or connections (`node.cpp`, `on_message`). Nothing counts before its hello. */
export function takeFirewallEvent(
  state: NodeState,
  { key, name, hello }: NodePeer,
  event: FirewallEvent,
): readonly NodeCommand[] {
  const { firewall, context } = state
  const { at } = event
  if (!context.firewallChecks || hello === undefined || state.isStopping) return []
  if (event.type === 'connectionsAsked') {
    const last = firewall.listedAt.get(key)
    if (last !== undefined && at - last < CONNECTIONS_GAP_MS) return []
    firewall.listedAt.set(key, at)
    return [{ do: 'send', peer: key, message: listConnections(state, at) }]
  }
  const scene = sceneOf(state, at)
  const { nodeId, endpoint } = event
  firewall.speaks.set(key, true)
  if (event.type === 'firewallAsked') {
    const peer = scene.peers.get(key)
    if (peer === undefined) return []
    return nodeId === NULL_NODE_ID && endpoint === NULL_ENDPOINT
      ? passOn(firewall, peer, scene)
      : checkForPeer(firewall, peer, nodeId, endpoint, scene)
  }
  const { result } = event
  // Who is asked about us is asked about nobody else meanwhile. Of what nobody asked it for, nothing is believed.
  if (firewall.own.asking === key)
    return nodeId === scene.selfId ? takeOwnResult(firewall, name, endpoint, result, at) : []
  return takePassedOnResult(firewall, key, nodeId, endpoint, result, scene)
}

/** A check that we made is over. */
export function takeCheckResult(
  state: NodeState,
  check: number,
  isReached: boolean,
  at: number,
): readonly NodeCommand[] {
  return takeMadeResult(state.firewall, check, isReached, sceneOf(state, at))
}

/** Asks about us when it is time to, and looks after answers that are overdue. */
export function tickFirewall(state: NodeState, at: number): readonly NodeCommand[] {
  const { firewall, context } = state
  if (!context.firewallChecks || state.isStopping) return []
  expireOwn(firewall, at)
  if (firewall.passedOn.size === 0 && !isOwnDue(firewall, at)) return []
  const scene = sceneOf(state, at)
  return [...expirePassedOn(firewall, scene), ...askAboutUs(firewall, scene)]
}

/** A peer is going, or gone: nothing of it is kept, and what it was asked to find out others are asked. */
export function dropFirewallPeer(state: NodeState, key: number, at: number): readonly NodeCommand[] {
  const { firewall, context } = state
  if (!context.firewallChecks) return []
  const { own, speaks, listedAt } = firewall
  if (own.asking === key) own.asking = undefined
  for (const each of [own.lastAsked, speaks, listedAt]) each.delete(key)
  return dropPassedOn(firewall, key, sceneOf(state, at))
}

function sceneOf(state: NodeState, at: number): CheckScene {
  const { context, peers, book, firewall } = state
  const { publicHost } = firewall.own
  const { profile } = context.dialLimits
  const rules = addressRulesAt(state, at)
  const listening = context.listening()
  const port = listening === undefined ? undefined : Number(listening.slice(listening.lastIndexOf(':') + 1))
  return {
    at,
    selfId: context.self.nodeId,
    listens: listening !== undefined,
    peers: new Map([...peers.values()].flatMap((peer) => toCheckPeer(peer))),
    isConnectedTo: (endpoint) => [...peers.values()].some(({ name }) => name === endpoint),
    mayCheck: (address) =>
      mayCheck(address, rules, {
        port,
        hosts: () => new Set([...context.ownHosts(), ...(publicHost === undefined ? [] : [publicHost])]),
      }),
    mayPassOn: (address) => isDialable(address, profile),
    budgetKey: (address) => budgetKey(address, profile),
    learn(address, from) {
      learnAddresses(book, [address], { ...momentOf(state, at), from, rules, random: context.random })
    },
  }
}

function toCheckPeer({
  key,
  name,
  hello,
  direction,
  address,
  state,
}: NodePeer): readonly (readonly [number, CheckPeer])[] {
  if (hello === undefined || state === 'closing') return []
  const { nodeId, protocolVersion } = hello
  const endpoint = endpointOf(direction, address, hello)
  const isActive = state === 'active'
  return [[key, { key, name, nodeId, direction, protocolVersion, endpoint, isActive }]]
}
