import { LinkError } from '../errors.ts'
import type { PeerHello, Rejection } from '../peer/hello.ts'
import { type InboundPeer, chooseEviction } from '../pool/choose-eviction.ts'
import { chooseConnection, isSameNode } from '../pool/choose-connection.ts'
import { countPlacesTaken, judgeGreeting } from '../pool/admission.ts'
import type { NodeCommand, NodePeer, NodeState } from './node-state.ts'

/** Why there is no place for a peer whose hello is all right; undefined: there is, or somebody can be let go for it. */
export function whyNoPlace(state: NodeState, key: number, hello: PeerHello): Rejection | undefined {
  const peer = state.peers.get(key)
  if (peer === undefined || peer.direction === 'outbound') return undefined
  const { inbound, trustedKeys } = state.context
  const isTrusted = trustedKeys.has(hello.publicKey)
  const refusal = judgeGreeting(state.admission, peer.address.host, isTrusted, inbound)
  return refusal?.code === 4 && findEvictable(state, peer) !== undefined ? undefined : refusal
}

/** Whether there is a connection to that node already that stays. */
export function isConnectedTo(
  state: NodeState,
  key: number,
  name: { readonly nodeId: string; readonly publicKey: string },
): boolean {
  const direction = state.peers.get(key)?.direction ?? 'inbound'
  return [...state.peers.values()].some((other) => {
    if (other.key === key || other.hello === undefined || !isSameNode(other.hello, name)) return false
    const existing = { ...other.hello, direction: other.direction, isActive: other.state === 'active' }
    const incoming = { ...name, direction, isActive: false }
    return chooseConnection(existing, incoming, state.context.self) === 'keepExisting'
  })
}

/** When a new inbound peer makes one too many, another is let go. */
export function evictFor(state: NodeState, newcomer: NodePeer): readonly NodeCommand[] {
  const { maxInbound } = state.context.inbound.limits
  if (countPlacesTaken(state.admission) <= maxInbound) return []
  const victim = findEvictable(state, newcomer)
  if (victim === undefined) return []
  const fault = new LinkError('STOPPED', 'its place was needed for another peer')
  return [{ do: 'disconnect', peer: victim.key, fault }]
}

function findEvictable(state: NodeState, newcomer: NodePeer): InboundPeer | undefined {
  const { context, book } = state
  const candidates = [...state.peers.values()]
    .filter(
      ({ key, direction, state: at }) => key !== newcomer.key && direction === 'inbound' && at === 'active',
    )
    .map((peer): InboundPeer => {
      const { key, since, roundTripMs, lastBlockAt, lastTransactionAt, hello } = peer
      const isTrusted = hello !== undefined && context.trustedKeys.has(hello.publicKey)
      return { key, host: peer.address.host, since, isTrusted, roundTripMs, lastBlockAt, lastTransactionAt }
    })
  return chooseEviction(candidates, { profile: context.inbound.profile, secret: book.table.secret })
}
