import type { PeerStatus, Status } from '../node/events.ts'
import { printable } from '../node/printable.ts'
import { MAX_SHOWN_PEERS } from './limits.ts'
import type { PeerRow } from './peer-row.ts'
import type { StatusRow } from './status-row.ts'

/** Connections as rows of a table; what they say of themselves is cut and printable. */
export function toPeerRows(peers: readonly PeerStatus[]): readonly PeerRow[] {
  return peers.slice(0, MAX_SHOWN_PEERS).map(toPeerRow)
}

function toPeerRow(status: PeerStatus): PeerRow {
  const { peer, direction, state, sync, hello, ageMs, clockOffsetMs, roundTripMs } = status
  const { bytesReceived, bytesSent, blocksReceived } = status
  return {
    peer,
    direction,
    state,
    ...(sync !== undefined && { sync }),
    ...(hello !== undefined && {
      userAgent: printable(hello.userAgent),
      platform: printable(hello.platform),
      revision: printable(hello.revision),
      head: hello.head.number,
    }),
    ageMs: Math.round(ageMs),
    ...(clockOffsetMs !== undefined && { clockOffsetMs: Math.round(clockOffsetMs) }),
    ...(roundTripMs !== undefined && { roundTripMs: Math.round(roundTripMs * 10) / 10 }),
    bytesReceived,
    bytesSent,
    blocksReceived,
  }
}

/** How the node stands at a time of the chain's clock. */
export function toStatusRow(status: Status, chainSeconds: number): StatusRow {
  const { state, reason, head, headTime, behindBlocks, blocksPerSecond } = status
  const { activePeers, connectingPeers, droppedAnnouncements, irreversible, participation } = status
  return {
    state,
    reason,
    ...(head !== undefined && { head: { number: head.number, id: head.id } }),
    headTime,
    ...(headTime > 0 && { headAgeSeconds: Math.round((chainSeconds - headTime) * 10) / 10 }),
    ...(irreversible !== undefined && { irreversible: { number: irreversible.number, id: irreversible.id } }),
    ...(participation !== undefined && { participation }),
    reorganizations: status.reorganizations,
    behindBlocks,
    blocksPerSecond: Math.round(blocksPerSecond * 10) / 10,
    activePeers,
    connectingPeers,
    droppedAnnouncements,
  }
}
