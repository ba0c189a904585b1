/** One connection, for a table. Texts are the peer's own: text and nothing else. */
export interface PeerRow {
  /** `host:port` */
  readonly peer: string
  readonly direction: 'inbound' | 'outbound'
  readonly state: 'connecting' | 'handshaking' | 'active' | 'closing'
  readonly sync?: 'asking' | 'fetching' | 'inSync' | 'elsewhere' | 'resting'
  readonly userAgent?: string
  readonly platform?: string
  /** Of its source, as it says; hex. */
  readonly revision?: string
  /** The head it said it had when the connection began. */
  readonly head?: number
  readonly ageMs: number
  readonly clockOffsetMs?: number
  readonly roundTripMs?: number
  readonly bytesReceived: number
  readonly bytesSent: number
  readonly blocksReceived: number
}
