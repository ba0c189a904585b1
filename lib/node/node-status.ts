import { participation } from '../chain/recent-slots.ts'
import { blocksBehind } from '../sync/reduce-sync.ts'
import { averageOf } from './bandwidth.ts'
import type { PeerStatus, Status } from './events.ts'
import type { NodeChain } from './node-chain.ts'
import type { NodeState } from './node-state.ts'

/** Blocks around that do not continue the chain for this long mean that we are on a branch of our own. */
export const FORKED_AFTER_MS = 30_000
/** The rate is that of the last seconds. */
const RATE_WINDOW_MS = 2000

/** The node as it stands at a moment. Moves the window of the measured rate on. */
export function toStatus(state: NodeState, at: number): Status {
  const { chain, rate } = state
  if (at - rate.at >= RATE_WINDOW_MS) {
    const isFirst = rate.at === 0
    const perSecond = isFirst ? 0 : ((state.emittedBlocks - rate.blocks) * 1000) / (at - rate.at)
    state.rate = { at, blocks: state.emittedBlocks, perSecond }
  }
  const peers = [...state.peers.values()]
  const activePeers = peers.filter((peer) => peer.state === 'active').length
  const behindBlocks = chain === undefined ? 0 : blocksBehind(state.sync, chain)
  const where = toStateAndReason(state, activePeers, behindBlocks, at)
  return {
    ...where,
    head: chain?.head,
    headTime: chain?.headTime ?? 0,
    irreversible: chain?.irreversible,
    participation: chain === undefined ? undefined : participationOf(chain),
    reorganizations: state.reorganizations,
    behindBlocks,
    blocksPerSecond: state.rate.perSecond,
    activePeers,
    inboundPeers: peers.filter((peer) => peer.state === 'active' && peer.direction === 'inbound').length,
    listening: state.context.listening(),
    firewalled: state.firewall.own.isFirewalled,
    receivedPerSecond: averageOf(state.bandwidth.received),
    sentPerSecond: averageOf(state.bandwidth.sent),
    connectingPeers: peers.filter(({ state }) => state === 'connecting' || state === 'handshaking').length,
    droppedAnnouncements: state.inventory.dropped,
    droppedTransactions: 0,
    signatures: state.context.signatures,
  }
}

function participationOf({ tree }: NodeChain): number | undefined {
  const track = tree.headNode.state?.track
  return track === undefined ? undefined : participation(track.recent)
}

function toStateAndReason(
  state: NodeState,
  activePeers: number,
  behindBlocks: number,
  at: number,
): Pick<Status, 'state' | 'reason'> {
  if (activePeers === 0) {
    const reason =
      state.lastClose === '' ? 'no peer has answered yet' : `no peer is connected; ${state.lastClose}`
    return { state: 'connecting', reason }
  }
  if (state.chain === undefined) {
    const { walked, total } = state.locate ?? { walked: 0, total: 0 }
    return { state: 'locating', reason: `looking for the first block, ${walked} of about ${total} steps` }
  }
  if (state.strayingSince > 0 && at - state.strayingSince > FORKED_AFTER_MS) {
    const [doubt] = state.chain.tree.doubted.values()
    const reason =
      doubt === undefined
        ? 'peers have blocks that do not continue ours'
        : `a block is in doubt: ${doubt.message}`
    return { state: 'forked', reason }
  }
  const modes = [...state.sync.peers.values()].map((peer) => peer.mode)
  if (modes.includes('fetching') || state.chain.recovery.batches.length > 0)
    return { state: 'syncing', reason: `${behindBlocks} blocks behind` }
  if (modes.includes('inSync')) return { state: 'live', reason: 'at the head' }
  if (modes.length > 0 && modes.every((mode) => mode === 'elsewhere')) {
    const { number } = state.chain.tree.root
    return {
      state: 'forked',
      reason: `no peer has block ${number} of this chain, so theirs parts from it where it cannot be changed; start anew, or from another cursor`,
    }
  }
  return { state: 'syncing', reason: 'asking peers what they have' }
}

/** Every connection as it stands at a moment. */
export function toPeerStatuses(state: NodeState, at: number): readonly PeerStatus[] {
  return [...state.peers.values()].map((peer) => ({
    peer: peer.name,
    direction: peer.direction,
    state: peer.state,
    sync: state.sync.peers.get(peer.key)?.mode,
    hello: peer.hello,
    ageMs: at - peer.since,
    clockOffsetMs: peer.clockOffsetMs,
    roundTripMs: peer.roundTripMs,
    bytesReceived: peer.bytesReceived,
    bytesSent: peer.bytesSent,
    blocksReceived: peer.blocksReceived,
  }))
}
