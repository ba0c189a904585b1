/** How many connections others may make to us, and how fast. */
export interface InboundLimits {
  /** Connections others made, whose hello was accepted. Trusted peers come on top. */
  readonly maxInbound: number
  /** Connections others made that have not said hello yet. */
  readonly maxPendingInbound: number
  /** Connections of one host. */
  readonly maxInboundPerHost: number
  /** Connections of one network of 24 bits. */
  readonly maxInboundPerSubnet: number
  /** Connections of one network of 16 bits. */
  readonly maxInboundPerNetwork: number
  /** Connections accepted a second on average. */
  readonly acceptsPerSecond: number
  /** The same, at once. */
  readonly acceptBurst: number
  /** Attempts of one host in ten seconds. */
  readonly maxAttemptsPerHost: number
}

/** In profile `local` the limits per host and network, and those of attempts, do not count. */
export const DEFAULT_INBOUND_LIMITS: InboundLimits = {
  maxInbound: 64,
  maxPendingInbound: 16,
  maxInboundPerHost: 3,
  maxInboundPerSubnet: 8,
  maxInboundPerNetwork: 16,
  acceptsPerSecond: 20,
  acceptBurst: 40,
  maxAttemptsPerHost: 5,
}

/** Connections accepted a second where keys and signatures are computed without native code. */
export const SLOW_ACCEPTS_PER_SECOND = 8
