import { hasBudget, takeBudget } from '../../pool/check-budget.ts'
import { formatAddress, type PeerAddress } from '../../transport/peer-address.ts'
import type { NodeCommand } from '../node-state.ts'
import { type CheckPeer, type CheckScene, type FirewallState, tellResult } from './firewall-state.ts'
import { NULL_NODE_ID } from './reduce-own.ts'

/**
 * A peer asks whether a node can be connected to: it is dialled, if that may be done, and its hello shows whether it is that
 * node (`node.cpp`, `on_check_firewall_message`). Of what cannot be found out the peer is told at once, where
 * bitshares-core forgets to: a node that we are connected to, an address that must not be dialled, or too many of them.
 */
export function checkForPeer(
  state: FirewallState,
  asker: CheckPeer,
  nodeId: string,
  endpoint: string,
  scene: CheckScene,
): readonly NodeCommand[] {
  const address = parseEndpoint(endpoint)
  if (!isCheckable(state, nodeId, endpoint, address, scene))
    return [tellResult(asker.key, nodeId, endpoint, 'unable_to_check')]
  takeBudget(state.makeBudget, scene.budgetKey(address), scene.at)
  const check = state.nextCheck
  state.nextCheck += 1
  state.made.set(check, { asker: asker.key, askerName: asker.name, nodeId, address })
  return [{ do: 'check', check, address, nodeId }]
}

/** It is known whether the node could be connected to: the peer that asked is told, if it is still there. */
export function takeMadeResult(
  state: FirewallState,
  check: number,
  isReached: boolean,
  scene: CheckScene,
): readonly NodeCommand[] {
  const made = state.made.get(check)
  if (made === undefined) return []
  state.made.delete(check)
  const asker = scene.peers.get(made.asker)
  if (isReached) scene.learn(made.address, asker?.endpoint.host ?? made.address.host)
  const endpoint = formatAddress(made.address)
  const result = isReached ? 'connection_successful' : 'unable_to_connect'
  const event = { type: 'addressChecked', peer: made.askerName, address: endpoint, result } as const
  return [
    { do: 'emit', event },
    ...(asker === undefined ? [] : [tellResult(made.asker, made.nodeId, endpoint, result)]),
  ]
}

function isCheckable(
  state: FirewallState,
  nodeId: string,
  endpoint: string,
  address: PeerAddress,
  scene: CheckScene,
): boolean {
  if (nodeId === NULL_NODE_ID || nodeId === scene.selfId || scene.isConnectedTo(endpoint)) return false
  for (const peer of scene.peers.values()) if (peer.nodeId === nodeId) return false
  return hasBudget(state.makeBudget, scene.budgetKey(address), scene.at) && scene.mayCheck(address)
}

/** An endpoint as messages have it: always numbers. */
function parseEndpoint(endpoint: string): PeerAddress {
  const colon = endpoint.lastIndexOf(':')
  return { host: endpoint.slice(0, colon), port: Number(endpoint.slice(colon + 1)) }
}
