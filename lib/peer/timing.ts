/** Deadlines towards a peer, in milliseconds. Core's own are shorter, but core may be validating when it is silent. */
export interface Timing {
  /** From the start of the connection to TCP and keys. Core gives 5 to 7 s. */
  readonly connectTimeoutMs: number
  /** From the start of the connection to active, whatever the peer sends meanwhile. */
  readonly handshakeTimeoutMs: number
  /** Silence after which the peer is asked for the time, so that it has something to answer. */
  readonly pingAfterMs: number
  /** Silence after which it is given up. A byte is enough to be alive. */
  readonly silenceTimeoutMs: number
  /** How often silence and traffic are looked at. */
  readonly watchEveryMs: number
  /** How often active peers are asked for addresses (`fetch_updated_peer_lists_loop`). */
  readonly addressesEveryMs: number
  /** A later request for addresses is answered again after this long; the first always is. */
  readonly addressesGapMs: number
  /** What a goodbye may take. */
  readonly goodbyeMs: number
}

export const DEFAULT_TIMING: Timing = {
  connectTimeoutMs: 10_000,
  handshakeTimeoutMs: 15_000,
  pingAfterMs: 15_000,
  silenceTimeoutMs: 60_000,
  watchEveryMs: 1000,
  addressesEveryMs: 900_000,
  addressesGapMs: 300_000,
  goodbyeMs: 1000,
}
