/** A place in the chain. */
export interface Place {
  readonly number: number
  readonly id: string
}

/** How the node stands, for a page. */
export interface StatusRow {
  readonly state: 'stopped' | 'connecting' | 'locating' | 'syncing' | 'live' | 'forked'
  /** A sentence for people. */
  readonly reason: string
  readonly head?: Place
  /** Seconds since 1970, 0 before the first block. */
  readonly headTime: number
  /** Seconds by the chain's clock since the head block's time, when this was said. */
  readonly headAgeSeconds?: number
  /** The last block that cannot be undone any more. */
  readonly irreversible?: Place
  /** Share of the last 128 slots that have a block, 0 to 1. */
  readonly participation?: number
  /** How often blocks were undone for a longer branch. */
  readonly reorganizations: number
  readonly behindBlocks: number
  readonly blocksPerSecond: number
  readonly activePeers: number
  readonly connectingPeers: number
  readonly droppedAnnouncements: number
}
