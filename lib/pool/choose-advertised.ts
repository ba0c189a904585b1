import type { MessageOf } from '../messages/registry.ts'
import type { PeerHello } from '../peer/hello.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import { type AddressList, isAddressListed } from './address-list.ts'
import { plainHost } from './ipv4.ts'
import { type AddressProfile, isDialable } from './is-dialable.ts'

/** Addresses one answer carries at most; bitshares-core reads no more (`GRAPHENE_NET_MAX_ADDRESSES_TO_HANDLE_AT_ONCE`). */
export const MAX_ADVERTISED = 200

/** What is told to peers that ask for addresses (`p2p-advertise-peer-algorithm`). */
export type Advertising =
  | { readonly mode: 'all' }
  | { readonly mode: 'nothing' }
  /** Only peers on the list. */
  | { readonly mode: 'list'; readonly list: AddressList }
  /** All but those on the list. */
  | { readonly mode: 'exclude_list'; readonly list: AddressList }

/** A peer as it is told to others. */
export interface ActivePeer {
  readonly direction: 'inbound' | 'outbound'
  readonly nodeId: string
  /** Where it can be dialled, as far as we know; port 0: it does not listen. */
  readonly endpoint: PeerAddress
  /** Whether a connection to the endpoint has shown that it is there. */
  readonly isVerified: boolean
}

type AddressInfo = MessageOf<'address_message'>['addresses'][number]

/** `peer_connection_direction`, as it is told to others. */
export const DIRECTION = { inbound: 1, outbound: 2 } as const
/** `firewalled_state`: unknown, or known not to be. */
export const FIREWALLED = { unknown: 0, no: 2 } as const

/**
 * Where a peer can be dialled: one that we dialled where we did, one that dialled us at the host its connection came from
 * and the port it named. Another host in its hello is not believed: it may be anybody's.
 */
export function endpointOf(
  direction: 'inbound' | 'outbound',
  address: PeerAddress,
  hello: Pick<PeerHello, 'inboundPort'>,
): PeerAddress {
  if (direction === 'outbound') return address
  return { host: plainHost(address.host), port: hello.inboundPort }
}

/**
 * What an answer to a request for addresses carries: active peers that others can dial, as bitshares-core tells them
 * (`node.cpp`, `on_address_request_message`), a choice by chance where there are too many. The round trip to a peer is
 * not told: from several of them one could tell where we are.
 *
 * @param wallSeconds now, in seconds since 1970
 * @param random in [0, 1)
 */
export function chooseAdvertised(
  peers: readonly ActivePeer[],
  advertising: Advertising,
  profile: AddressProfile,
  wallSeconds: number,
  random: () => number,
): readonly AddressInfo[] {
  if (advertising.mode === 'nothing') return []
  const isWanted = ({ endpoint }: ActivePeer): boolean => {
    return isDialable(endpoint, profile) && isAdvertised(endpoint, advertising)
  }
  const left = unique(peers.filter(isWanted))
  const told: AddressInfo[] = []
  while (left.length > 0 && told.length < MAX_ADVERTISED) {
    const [peer] = left.splice(Math.floor(random() * left.length), 1)
    if (peer === undefined) break
    told.push({
      remote_endpoint: formatAddress(peer.endpoint),
      last_seen_time: Math.floor(wallSeconds),
      latency: 0n,
      node_id: peer.nodeId,
      direction: DIRECTION[peer.direction],
      firewalled: peer.isVerified ? FIREWALLED.no : FIREWALLED.unknown,
    })
  }
  return told
}

/** Whether others may be told of the peer at that endpoint. */
export function isAdvertised(endpoint: PeerAddress, advertising: Advertising): boolean {
  if (advertising.mode === 'all' || advertising.mode === 'nothing') return advertising.mode === 'all'
  return isAddressListed(advertising.list, endpoint) === (advertising.mode === 'list')
}

/** One for each endpoint, a verified one where there is. */
function unique(peers: readonly ActivePeer[]): ActivePeer[] {
  const byEndpoint = new Map<string, ActivePeer>()
  for (const peer of peers) {
    const where = formatAddress(peer.endpoint)
    if (peer.isVerified || !byEndpoint.has(where)) byEndpoint.set(where, peer)
  }
  return [...byEndpoint.values()]
}
