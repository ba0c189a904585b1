import { LinkError, type RxBitsharesError } from '../errors.ts'
import type { MessageOf } from '../messages/registry.ts'
import { cleanText } from '../names/clean-text.ts'
import type { PeerHello } from '../peer/hello.ts'
import type { PeerCommand } from '../peer/peer-command.ts'
import type { VisitEvent } from '../peer/visit-peer.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { ListedPeer, NodeClaims, Probe, ProbeResult } from './probe.ts'

/** Entries of a node's list that count; bitshares-core reads no more. */
export const MAX_LISTED_PEERS = 200
/** Characters that are kept of a text a node says of itself. */
const CLAIM_LENGTH = 64
const REASON_LENGTH = 200

/** A visit under way. */
export interface ProbeState {
  readonly endpoint: string
  readonly startedAt: number
  readonly startedMs: number
  readonly reachedAt: number | undefined
  readonly isActive: boolean
  readonly isLeaving: boolean
  readonly claims: NodeClaims | undefined
  readonly lists: readonly ListedPeer[] | undefined
  readonly clock: { readonly clockOffsetMs: number; readonly roundTripMs: number } | undefined
}

/** `waitedEnough`: a node that took us has had time for the rest of what it may say. */
export type ProbeEvent = VisitEvent | { readonly type: 'waitedEnough' }

/** What a step wants done. `askTime`: the clock is asked for; `wait`: not for ever; `tell`: the visit is over. */
export type ProbeCommand =
  | { readonly do: 'askTime' }
  | { readonly do: 'wait' }
  | { readonly do: 'leave'; readonly command: PeerCommand }
  | { readonly do: 'tell'; readonly probe: Probe }

export function createProbeState(address: PeerAddress, at: number, wallMs: number): ProbeState {
  return {
    endpoint: formatAddress(address),
    startedAt: at,
    startedMs: wallMs,
    reachedAt: undefined,
    isActive: false,
    isLeaving: false,
    claims: undefined,
    lists: undefined,
    clock: undefined,
  }
}

/**
 * Takes one event of a visit: notes what the node says, leaves when there is nothing more to learn, tells what came of it.
 *
 * @param chainSeconds the chain's clock, in seconds since 1970
 */
export function reduceProbe(
  state: ProbeState,
  event: ProbeEvent,
  chainSeconds: number,
): readonly [ProbeState, readonly ProbeCommand[]] {
  switch (event.type) {
    case 'reached':
      return [{ ...state, reachedAt: event.at }, []]
    case 'greeted':
      return [{ ...state, claims: toClaims(event.hello, chainSeconds) }, [{ do: 'askTime' }]]
    case 'addressesTold':
      return leaveIfDone({ ...state, lists: toListedPeers(event.entries) })
    case 'clockMeasured':
      return leaveIfDone({ ...state, clock: state.clock ?? event })
    case 'active': {
      const [next, commands] = leaveIfDone({ ...state, isActive: true })
      return [next, [{ do: 'wait' }, ...commands]]
    }
    case 'waitedEnough':
      return state.isLeaving ? [state, []] : leave(state)
    case 'closed':
      return [state, [{ do: 'tell', probe: toProbe(state, event.error) }]]
    default:
      return [state, []]
  }
}

function leaveIfDone(state: ProbeState): readonly [ProbeState, readonly ProbeCommand[]] {
  const isDone = state.isActive && state.lists !== undefined && state.clock !== undefined
  return isDone && !state.isLeaving ? leave(state) : [state, []]
}

function leave(state: ProbeState): readonly [ProbeState, readonly ProbeCommand[]] {
  const fault = new LinkError('STOPPED', 'thank you, that is all')
  return [{ ...state, isLeaving: true }, [{ do: 'leave', command: { do: 'disconnect', peer: 0, fault } }]]
}

function toProbe(state: ProbeState, error: RxBitsharesError): Probe {
  const { endpoint, startedAt, startedMs, reachedAt, claims, lists, clock } = state
  const result = toResult(state, error)
  return {
    endpoint,
    atMs: startedMs,
    result,
    reason: result === 'accepted' ? undefined : cleanText(error.message, REASON_LENGTH),
    connectMs: reachedAt === undefined ? undefined : rounded(reachedAt - startedAt),
    roundTripMs: clock && rounded(clock.roundTripMs),
    clockOffsetMs: clock && rounded(clock.clockOffsetMs),
    claims,
    lists,
  }
}

/** To a tenth: finer, it says nothing. */
function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}

function toResult({ isActive, reachedAt }: ProbeState, { code }: RxBitsharesError): ProbeResult {
  if (code === 'WRONG_CHAIN') return 'otherChain'
  if (code === 'SELF') return 'self'
  if (isActive) return 'accepted'
  if (code === 'REJECTED' || code === 'DUPLICATE') return 'rejected'
  return reachedAt === undefined ? 'unreachable' : 'noHandshake'
}

function toClaims(hello: PeerHello, chainSeconds: number): NodeClaims {
  const { head, headTime } = hello
  return {
    userAgent: cleanText(hello.userAgent, CLAIM_LENGTH),
    protocolVersion: hello.protocolVersion,
    platform: cleanText(hello.platform, CLAIM_LENGTH),
    revision: cleanText(hello.revision, CLAIM_LENGTH),
    nodeId: hello.nodeId,
    publicKey: hello.publicKey,
    inboundPort: hello.inboundPort,
    head,
    headTime,
    headAgeSeconds: headTime === 0 ? undefined : Math.round(chainSeconds - headTime),
  }
}

const DIRECTIONS = ['unknown', 'inbound', 'outbound'] as const

function toListedPeers(entries: MessageOf<'address_message'>['addresses']): readonly ListedPeer[] {
  return entries.slice(0, MAX_LISTED_PEERS).map((entry) => ({
    endpoint: entry.remote_endpoint,
    nodeId: entry.node_id,
    direction: DIRECTIONS[entry.direction] ?? 'unknown',
    latencyMs: Number(entry.latency) / 1000,
  }))
}
