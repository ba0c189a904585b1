import type { Cursor } from '../chain/cursor.ts'

/**
 * What came of visiting an endpoint.
 *
 * - `accepted`: it took us as a peer.
 * - `rejected`: it turned us away, and said so; it may have told who it is and whom it knows all the same.
 * - `otherChain`: it belongs to another network.
 * - `self`: it says it is us.
 * - `noHandshake`: something listens there, and does not talk as a node does, or not in time.
 * - `unreachable`: nothing answers.
 */
export type ProbeResult = 'accepted' | 'rejected' | 'otherChain' | 'self' | 'noHandshake' | 'unreachable'

/** A peer that a node told of. Nobody has checked any of it. */
export interface ListedPeer {
  /** `host:port`; port 0: it does not listen. */
  readonly endpoint: string
  /** 66 hex digits. */
  readonly nodeId: string
  /** Seen from the node that told. */
  readonly direction: 'unknown' | 'inbound' | 'outbound'
  readonly latencyMs: number
}

/** What a node says of itself; texts are cleaned and cut. */
export interface NodeClaims {
  readonly userAgent: string
  readonly protocolVersion: number
  readonly platform: string
  readonly revision: string
  /** 66 hex digits, its own word. */
  readonly nodeId: string
  /** 66 hex digits, proved. */
  readonly publicKey: string
  /** 0: it does not accept connections, it says. */
  readonly inboundPort: number
  readonly head: Cursor
  /** Seconds since 1970, 0: it did not say. */
  readonly headTime: number
  /** Seconds that its head was behind the chain's clock when it said so. */
  readonly headAgeSeconds: number | undefined
}

/** One visit to one endpoint. */
export interface Probe {
  /** `host:port`. */
  readonly endpoint: string
  /** When it began, in milliseconds since 1970. */
  readonly atMs: number
  readonly result: ProbeResult
  /** Why it ended, where it did not end well, in one sentence; cleaned and cut. */
  readonly reason: string | undefined
  /** Until the port was open. */
  readonly connectMs: number | undefined
  readonly roundTripMs: number | undefined
  /** Positive: its clock is ahead of ours. */
  readonly clockOffsetMs: number | undefined
  readonly claims: NodeClaims | undefined
  /** Whom it told of; undefined: it did not answer that. */
  readonly lists: readonly ListedPeer[] | undefined
}

/** Whether a node of our chain is there. */
export function isReachable({ result }: Pick<Probe, 'result'>): boolean {
  return result === 'accepted' || result === 'rejected'
}

/** A head older than so many block intervals says that a node is stuck or still catching up. */
export const STUCK_AFTER_INTERVALS = 20

/** Whether a node that said its head stands still, or is far behind. */
export function isStuck(claims: NodeClaims | undefined, blockIntervalSeconds: number): boolean {
  const age = claims?.headAgeSeconds
  return age !== undefined && age > STUCK_AFTER_INTERVALS * blockIntervalSeconds
}
