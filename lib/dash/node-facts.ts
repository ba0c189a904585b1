import { cleanText } from '../names/clean-text.ts'
import type { Names } from '../names/names.ts'
import type { PeerStatus, Status } from '../node/events.ts'
import type { TransactionEvent } from '../inventory/track-transactions.ts'
import type { Transaction } from '../protocol/transaction.ts'
import type { WitnessSlot } from '../node/witness-slot.ts'
import { sentenceOf, witnessName } from './block-facts.ts'
import type { PeerFacts, PendingFacts, SettledFacts, SlotFacts, StatusFacts } from './facts.ts'
import { MAX_LABEL_CHARS, MAX_REASON_CHARS, MAX_SHOWN_PEERS } from './limits.ts'

/** What the dashboard keeps of how a node stands. */
export function toStatusFacts(status: Status): StatusFacts {
  return {
    state: status.state,
    reason: cleanText(status.reason, MAX_REASON_CHARS),
    headNumber: status.head?.number ?? 0,
    headTime: status.headTime,
    irreversibleNumber: status.irreversible?.number,
    participation: status.participation,
    reorganizations: status.reorganizations,
    behindBlocks: status.behindBlocks,
    blocksPerSecond: status.blocksPerSecond,
    activePeers: status.activePeers,
    connectingPeers: status.connectingPeers,
  }
}

/** The same of its connections: at most {@link MAX_SHOWN_PEERS}, those that are active first. */
export function toPeerFacts(peers: readonly PeerStatus[]): readonly PeerFacts[] {
  const isActive = ({ state }: PeerStatus): boolean => state === 'active'
  const shown =
    peers.length <= MAX_SHOWN_PEERS
      ? peers
      : [...peers.filter(isActive), ...peers.filter((peer) => !isActive(peer))].slice(0, MAX_SHOWN_PEERS)
  return shown.map(({ hello, ...peer }) => ({
    peer: cleanText(peer.peer, MAX_LABEL_CHARS),
    direction: peer.direction,
    state: peer.state,
    sync: peer.sync,
    userAgent: cleanText(hello?.userAgent ?? '', MAX_LABEL_CHARS),
    revision: cleanText(hello?.revision ?? '', MAX_LABEL_CHARS),
    platform: cleanText(hello?.platform ?? '', MAX_LABEL_CHARS),
    headNumber: hello?.head.number ?? 0,
    ageMs: Math.round(peer.ageMs),
    clockOffsetMs: rounded(peer.clockOffsetMs),
    roundTripMs: rounded(peer.roundTripMs),
    bytesReceived: peer.bytesReceived,
    bytesSent: peer.bytesSent,
    blocksReceived: peer.blocksReceived,
  }))
}

/** The same of a slot of the schedule. */
export function toSlotFacts(
  { timestamp, witness, isProduced, isUndone }: WitnessSlot,
  names: Names,
): SlotFacts {
  return {
    timestamp,
    witness: witness === undefined ? undefined : witnessName(witness, names),
    isProduced,
    isUndone,
  }
}

/** The same of a transaction that waits: it was heard of, or its block was undone. Undefined of others. */
export function toPendingFacts(event: TransactionEvent<Transaction>, names: Names): PendingFacts | undefined {
  if (event.status !== 'pending' && event.status !== 'returned') return undefined
  const { operations } = event.transaction
  const [first] = operations
  return {
    id: event.id,
    peer: event.status === 'pending' ? cleanText(event.peer, MAX_LABEL_CHARS) : undefined,
    operations: operations.length,
    type: first?.type ?? 'none',
    sentence: first === undefined ? '' : sentenceOf(first, names),
  }
}

/** The same of the end of one that was pending; undefined of one that nobody heard of before. */
export function toSettledFacts(event: TransactionEvent<Transaction>): SettledFacts | undefined {
  if (event.status === 'expired') return { id: event.id, block: undefined, pendingForMs: undefined }
  if (event.status !== 'included' || event.pendingForMs === undefined) return undefined
  return { id: event.id, block: event.block.number, pendingForMs: Math.round(event.pendingForMs) }
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 10) / 10
}
