import type { FirewallCheckResult } from '../../messages/handshake-messages.ts'
import type { NodeCommand } from '../node-state.ts'
import { type CheckPeer, type CheckScene, findCheckers, type FirewallState } from './firewall-state.ts'

/** A peer is asked about us at most once in so long, as long as we do not know (`node.cpp`, `on_connection_accepted_message`). */
export const ASK_GAP_MS = 300_000
/** What we know of ourselves for so long is asked for again. */
export const STALE_MS = 86_400_000
/** A peer that has not answered by then is not asked again: it may have to ask several others, one after the other. */
export const ASKED_TIMEOUT_MS = 120_000

/** Stands for ourselves in a request: the peer knows better where we are (`node.cpp`, `on_check_firewall_message`). */
export const NULL_NODE_ID: string = '0'.repeat(66)
export const NULL_ENDPOINT = '0.0.0.0:0'

/** Whether it is time to ask somebody about us. */
export function isOwnDue({ own }: FirewallState, at: number): boolean {
  if (own.asking !== undefined || at - own.askedAt < ASK_GAP_MS) return false
  return own.isFirewalled === undefined || at - own.knownAt >= STALE_MS
}

/**
 * Asks a peer whether we can be connected to, if it is time to. One that we connected to: to others we have shown
 * already that we can be. Never twice the same one where there is another.
 */
export function askAboutUs(state: FirewallState, scene: CheckScene): readonly NodeCommand[] {
  const { own } = state
  if (!scene.listens || !isOwnDue(state, scene.at)) return []
  const lastAsked = ({ key }: CheckPeer): number => own.lastAsked.get(key) ?? Number.NEGATIVE_INFINITY
  let chosen: CheckPeer | undefined
  for (const peer of findCheckers(state, scene)) {
    if (peer.direction === 'outbound' && (chosen === undefined || lastAsked(peer) < lastAsked(chosen)))
      chosen = peer
  }
  if (chosen === undefined) return []
  own.asking = chosen.key
  own.askedAt = scene.at
  own.lastAsked.set(chosen.key, scene.at)
  const request = {
    type: 'check_firewall_message',
    node_id: NULL_NODE_ID,
    endpoint_to_check: NULL_ENDPOINT,
  } as const
  return [{ do: 'send', peer: chosen.key, message: request }]
}

/** The peer that was asked about us has answered (`node.cpp`, `on_check_firewall_reply_message`). */
export function takeOwnResult(
  state: FirewallState,
  name: string,
  endpoint: string,
  result: FirewallCheckResult,
  at: number,
): readonly NodeCommand[] {
  const { own } = state
  own.asking = undefined
  if (result !== 'unable_to_check') {
    own.isFirewalled = result === 'unable_to_connect'
    own.publicHost = own.isFirewalled ? undefined : endpoint.slice(0, endpoint.lastIndexOf(':'))
    own.knownAt = at
  }
  return [{ do: 'emit', event: { type: 'firewallChecked', peer: name, address: endpoint, result } }]
}

/** Waits no longer for an answer about us when its time is over. */
export function expireOwn(state: FirewallState, at: number): void {
  const { own } = state
  if (own.asking === undefined || at - own.askedAt < ASKED_TIMEOUT_MS) return
  state.speaks.set(own.asking, false)
  own.asking = undefined
}
