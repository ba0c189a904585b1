import { FIREWALL_CHECK_RESULTS, type FirewallCheckResult } from '../../messages/handshake-messages.ts'
import { type CheckBudget, createCheckBudget } from '../../pool/check-budget.ts'
import type { PeerAddress } from '../../transport/peer-address.ts'
import type { NodeCommand } from '../node-state.ts'

/** A peer that has said hello, as far as checks are concerned. */
export interface CheckPeer {
  readonly key: number
  readonly name: string
  readonly nodeId: string
  readonly direction: 'inbound' | 'outbound'
  readonly protocolVersion: number
  /** Where it can be connected to, if it can be at all; port 0: it does not listen. */
  readonly endpoint: PeerAddress
  readonly isActive: boolean
}

/** What the rules of checks look at, and cannot change. */
export interface CheckScene {
  readonly at: number
  readonly selfId: string
  /** Whether others could connect to us, if nothing is in the way. */
  readonly listens: boolean
  readonly peers: ReadonlyMap<number, CheckPeer>
  /** Whether there is a connection to that `host:port`, or one is being made. */
  isConnectedTo(endpoint: string): boolean
  /** Whether we may ever dial that address for others. */
  mayCheck(address: PeerAddress): boolean
  /** Whether others can be expected to. */
  mayPassOn(address: PeerAddress): boolean
  /** What counts as one address. */
  budgetKey(address: PeerAddress): string
  /** An address has been found to be that of a node, by the word of the host `from`. */
  learn(address: PeerAddress, from: string): void
}

/** What we know of ourselves (`node.cpp`, `_is_firewalled`), and whom we asked. */
export interface OwnFirewall {
  /** Whether others cannot connect to us; undefined: not known. */
  isFirewalled: boolean | undefined
  /** Where a peer that found out says we are: the address of this machine as the internet sees it. */
  publicHost: string | undefined
  knownAt: number
  /** When a peer was last asked, and which one has not answered yet. */
  askedAt: number
  asking: number | undefined
  /** When each peer that is still connected was asked. */
  readonly lastAsked: Map<number, number>
}

/** A check that a peer makes for another (`peer_connection.hpp`, `firewall_check_state_data`). */
export interface PassedOn {
  /** Who wants to know. */
  readonly asker: number
  readonly nodeId: string
  readonly address: PeerAddress
  /** Who was asked to make it so far, the one that is at it included. */
  readonly tried: ReadonlySet<number>
  /** When that one was asked. */
  readonly since: number
}

/** A check that we make for a peer. */
export interface MadeCheck {
  readonly asker: number
  readonly askerName: string
  readonly nodeId: string
  readonly address: PeerAddress
}

/** All that checks of firewalls have to remember. Nothing in it grows with what peers send. */
export interface FirewallState {
  readonly own: OwnFirewall
  /** By the peer that is at it; one at a time for each. */
  readonly passedOn: Map<number, PassedOn>
  /** By number. As many as the budget lets begin within the time one takes. */
  readonly made: Map<number, MadeCheck>
  nextCheck: number
  /** Whether a peer that is still connected speaks of checks: it has, or was asked and did not answer. */
  readonly speaks: Map<number, boolean>
  readonly makeBudget: CheckBudget
  readonly passBudget: CheckBudget
  /** When each peer that is still connected was told who we are connected to. */
  readonly listedAt: Map<number, number>
}

export function createFirewallState(): FirewallState {
  return {
    own: {
      isFirewalled: undefined,
      publicHost: undefined,
      knownAt: Number.NEGATIVE_INFINITY,
      askedAt: Number.NEGATIVE_INFINITY,
      asking: undefined,
      lastAsked: new Map(),
    },
    passedOn: new Map(),
    made: new Map(),
    nextCheck: 1,
    speaks: new Map(),
    makeBudget: createCheckBudget(),
    passBudget: createCheckBudget(),
    listedAt: new Map(),
  }
}

/** Protocol versions from here on know of checks (`node.cpp`, `forward_firewall_check_to_next_available_peer`). */
const LEAST_PROTOCOL_VERSION = 106

/**
 * The peers that a check can be asked of, best first: active ones that are not at one already, those that speak of checks
 * before those of which that is not known; never those that were asked and did not answer.
 */
export function findCheckers(state: FirewallState, { peers }: CheckScene): readonly CheckPeer[] {
  const free = [...peers.values()].filter(
    ({ key, isActive, protocolVersion }) =>
      isActive &&
      protocolVersion >= LEAST_PROTOCOL_VERSION &&
      key !== state.own.asking &&
      !state.passedOn.has(key) &&
      state.speaks.get(key) !== false,
  )
  const speaks = ({ key }: CheckPeer): number => (state.speaks.get(key) === true ? 1 : 0)
  return free.sort((a, b) => speaks(b) - speaks(a))
}

/** Tells a peer what came of a check it asked for. */
export function tellResult(
  peer: number,
  nodeId: string,
  endpoint: string,
  result: FirewallCheckResult,
): NodeCommand {
  return {
    do: 'send',
    peer,
    message: {
      type: 'check_firewall_reply_message',
      node_id: nodeId,
      endpoint_checked: endpoint,
      result: FIREWALL_CHECK_RESULTS.indexOf(result),
    },
  }
}
