import type { PeerFacts } from './facts.ts'

/** A connection as the dashboard shows it. */
export interface PeerRow extends PeerFacts {
  readonly receivedPerSecond: number
  readonly sentPerSecond: number
}

/** How much the newest rate counts in what is shown. */
const SMOOTHING = 0.4

/** The connections as they stand now, with their rates since the last look `passedMs` ago. */
export function updatePeers(
  rows: readonly PeerRow[],
  peers: readonly PeerFacts[],
  passedMs: number,
): readonly PeerRow[] {
  const before = new Map(rows.map((row) => [row.peer, row]))
  return peers.map((facts) => {
    const row = before.get(facts.peer)
    // A younger connection of the same address is another one.
    if (row === undefined || passedMs <= 0 || facts.ageMs < row.ageMs)
      return { ...facts, receivedPerSecond: 0, sentPerSecond: 0 }
    const rate = (now: number, then: number, shown: number): number =>
      shown + SMOOTHING * ((Math.max(0, now - then) * 1000) / passedMs - shown)
    return {
      ...facts,
      receivedPerSecond: rate(facts.bytesReceived, row.bytesReceived, row.receivedPerSecond),
      sentPerSecond: rate(facts.bytesSent, row.bytesSent, row.sentPerSecond),
    }
  })
}
