import type { MessageOf } from '../../messages/registry.ts'
import type { PeerHello } from '../../peer/hello.ts'
import { DIRECTION, endpointOf, FIREWALLED, isAdvertised } from '../../pool/choose-advertised.ts'
import { ipv4Number, plainHost } from '../../pool/ipv4.ts'
import { formatAddress, type PeerAddress } from '../../transport/peer-address.ts'
import { averageOf } from '../bandwidth.ts'
import type { NodePeer, NodeState } from '../node-state.ts'
import { printable } from '../printable.ts'
import { NULL_ENDPOINT } from './reduce-own.ts'

type Connections = MessageOf<'get_current_connections_reply_message'>

/** Connections that one answer lists. */
export const MAX_TOLD_CONNECTIONS = 200

const MAX_UINT32 = 0xffff_ffff

/**
 * Who we are connected to and how fast we are, as bitshares-core told it up to 5.1 (`node.cpp`,
 * `on_get_current_connections_request_message`): averages of whole minutes, none in the first one; of peers what they said
 * of themselves, their texts cut. Peers that are not told to those who ask for addresses are not told here either.
 */
export function listConnections(state: NodeState, at: number): Connections {
  const { received, sent } = state.bandwidth.minutes
  const told = [...state.peers.values()].flatMap((peer) => toConnection(state, peer, at))
  return {
    type: 'get_current_connections_reply_message',
    upload_rate_one_minute: rateOf(sent, 1),
    download_rate_one_minute: rateOf(received, 1),
    upload_rate_fifteen_minutes: rateOf(sent, 15),
    download_rate_fifteen_minutes: rateOf(received, 15),
    upload_rate_one_hour: rateOf(sent, 60),
    download_rate_one_hour: rateOf(received, 60),
    current_connections: told.slice(0, MAX_TOLD_CONNECTIONS),
  }
}

function rateOf(minutes: readonly number[], count: number): number {
  return Math.min(MAX_UINT32, Math.round(averageOf(minutes.slice(-count))))
}

function toConnection(
  { context: { advertising } }: NodeState,
  { direction, address, hello, state, since, clockOffsetMs, roundTripMs, isVerified }: NodePeer,
  at: number,
): Connections['current_connections'] {
  if (hello === undefined || state !== 'active') return []
  if (!isAdvertised(endpointOf(direction, address, hello), advertising)) return []
  return [
    {
      connection_duration: Math.max(0, Math.floor((at - since) / 1000)),
      remote_endpoint: toEndpoint(address),
      node_id: hello.nodeId,
      clock_offset: toMicros(clockOffsetMs),
      round_trip_delay: toMicros(roundTripMs),
      connection_direction: DIRECTION[direction],
      firewalled: isVerified ? FIREWALLED.no : FIREWALLED.unknown,
      user_data: toUserData(hello),
    },
  ]
}

/** Messages have no room for names. */
function toEndpoint({ host, port }: PeerAddress): string {
  const plain = plainHost(host)
  return ipv4Number(plain) === undefined ? NULL_ENDPOINT : formatAddress({ host: plain, port })
}

function toMicros(ms: number | undefined): bigint {
  return BigInt(Math.round((ms ?? 0) * 1000))
}

function toUserData({
  revision,
  platform,
  userAgent,
  head,
  headTime,
}: PeerHello): Record<string, string | bigint> {
  return {
    ...(revision === '' ? {} : { fc_git_revision_sha: printable(revision) }),
    ...(platform === '' ? {} : { platform: printable(platform) }),
    user_agent: printable(userAgent),
    last_known_block_hash: head.id,
    last_known_block_number: BigInt(head.number),
    last_known_block_time: new Date(headTime * 1000).toISOString().slice(0, 19),
  }
}
