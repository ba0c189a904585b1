import type { FirewallCheckResult } from '../../messages/handshake-messages.ts'
import { hasBudget, takeBudget } from '../../pool/check-budget.ts'
import { ipv4Number } from '../../pool/ipv4.ts'
import { formatAddress } from '../../transport/peer-address.ts'
import type { NodeCommand } from '../node-state.ts'
import {
  type CheckPeer,
  type CheckScene,
  findCheckers,
  type FirewallState,
  type PassedOn,
  tellResult,
} from './firewall-state.ts'
import { NULL_ENDPOINT } from './reduce-own.ts'

/** A peer that was asked to make a check for another and has not answered by then is not waited for. */
export const PASSED_ON_TIMEOUT_MS = 30_000
/** Peers that are asked to make one check, one after the other. */
export const MAX_CHECKERS = 3

/**
 * A peer asks whether it can be connected to: another peer of ours is asked to find out, because we are connected already
 * (`node.cpp`, `on_check_firewall_message`). Where to is what we see of it: the host its connection comes from and the
 * port it named in its hello, or where we connected to it.
 *
 * What others are made to dial is kept within the limits of what we would dial, counted apart.
 */
export function passOn(state: FirewallState, asker: CheckPeer, scene: CheckScene): readonly NodeCommand[] {
  const { nodeId, endpoint: address } = asker
  const unable = (): readonly NodeCommand[] => [
    tellResult(asker.key, nodeId, toEndpoint(asker), 'unable_to_check'),
  ]
  const isPending = [...state.passedOn.values()].some((other) => other.asker === asker.key)
  if (isPending || !scene.mayPassOn(address)) return unable()
  const key = scene.budgetKey(address)
  const check = { asker: asker.key, nodeId, address, tried: new Set<number>() }
  if (!hasBudget(state.passBudget, key, scene.at)) return unable()
  const asked = askNext(state, check, scene)
  if (asked === undefined) return unable()
  takeBudget(state.passBudget, key, scene.at)
  return [asked]
}

/** The endpoint of a peer as it goes into a message, which has no room for names. */
function toEndpoint({ endpoint }: CheckPeer): string {
  return ipv4Number(endpoint.host) === undefined ? NULL_ENDPOINT : formatAddress(endpoint)
}

/**
 * A peer says what came of a check that it made for another: that one is told, or the next peer is asked. What it was not
 * asked for counts for nothing.
 */
export function takePassedOnResult(
  state: FirewallState,
  checker: number,
  nodeId: string,
  endpoint: string,
  result: FirewallCheckResult,
  scene: CheckScene,
): readonly NodeCommand[] {
  const check = state.passedOn.get(checker)
  if (check?.nodeId !== nodeId || formatAddress(check.address) !== endpoint) return []
  if (result === 'unable_to_check') return goOn(state, checker, check, scene)
  state.passedOn.delete(checker)
  const asker = scene.peers.get(check.asker)
  if (asker === undefined) return []
  const from = scene.peers.get(checker)?.endpoint.host
  if (result === 'connection_successful' && from !== undefined) scene.learn(check.address, from)
  return [tellResult(check.asker, check.nodeId, formatAddress(check.address), result)]
}

/** Asks others where an answer is overdue. */
export function expirePassedOn(state: FirewallState, scene: CheckScene): readonly NodeCommand[] {
  return [...state.passedOn].flatMap(([checker, check]) => {
    if (scene.at - check.since < PASSED_ON_TIMEOUT_MS) return []
    state.speaks.set(checker, false)
    return goOn(state, checker, check, scene)
  })
}

/** A peer is gone: what it was asked to find out others are asked, what it wanted to know nobody needs any more. */
export function dropPassedOn(state: FirewallState, peer: number, scene: CheckScene): readonly NodeCommand[] {
  for (const [checker, { asker }] of state.passedOn) if (asker === peer) state.passedOn.delete(checker)
  const check = state.passedOn.get(peer)
  return check === undefined ? [] : goOn(state, peer, check, scene)
}

function goOn(
  state: FirewallState,
  checker: number,
  check: PassedOn,
  scene: CheckScene,
): readonly NodeCommand[] {
  const next = scene.peers.has(check.asker) ? askNext(state, check, scene) : undefined
  state.passedOn.delete(checker)
  if (next !== undefined) return [next]
  if (!scene.peers.has(check.asker)) return []
  return [tellResult(check.asker, check.nodeId, formatAddress(check.address), 'unable_to_check')]
}

/** Asks a peer that was not asked yet; undefined: there is none (`forward_firewall_check_to_next_available_peer`). */
function askNext(
  state: FirewallState,
  check: Omit<PassedOn, 'since'>,
  scene: CheckScene,
): NodeCommand | undefined {
  if (check.tried.size >= MAX_CHECKERS) return undefined
  const next = findCheckers(state, scene).find(
    ({ key, nodeId }) => key !== check.asker && nodeId !== check.nodeId && !check.tried.has(key),
  )
  if (next === undefined) return undefined
  state.passedOn.set(next.key, {
    ...check,
    tried: new Set([...check.tried, next.key]),
    since: scene.at,
  })
  const request = {
    type: 'check_firewall_message',
    node_id: check.nodeId,
    endpoint_to_check: formatAddress(check.address),
  } as const
  return { do: 'send', peer: next.key, message: request }
}
