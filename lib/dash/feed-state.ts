import { type Announcements, NO_ANNOUNCEMENTS } from './announcements.ts'
import type { BlockFacts, SlotFacts, StatusFacts } from './facts.ts'
import type { PeerRow } from './peer-rows.ts'
import { EMPTY_TALLY, type Tally } from './tally.ts'
import { NO_TRANSACTIONS, type Transactions } from './transactions.ts'
import type { WitnessRows } from './witness-rows.ts'

/** A block as the dashboard shows it. */
export interface BlockRow extends BlockFacts {
  /** Another branch took its place. */
  readonly isUndone: boolean
  /** Characters that its details take. */
  readonly detailChars: number
}

/** Everything that was heard of the node, as far as it is kept. It follows from the feed alone. */
export interface FeedState {
  /** Of the newest event: milliseconds since 1970. */
  readonly now: number
  /** The chain's clock is ahead of that by so much, milliseconds. */
  readonly chainAheadMs: number
  readonly network:
    { readonly name: string; readonly chainId: string; readonly intervalSeconds: number } | undefined
  readonly status: StatusFacts | undefined
  /** The head when catching up began. */
  readonly syncedFrom: number | undefined
  /** The newest last. */
  readonly blocks: readonly BlockRow[]
  readonly tally: Tally
  readonly transactions: Transactions
  readonly peers: readonly PeerRow[]
  /** When the peers were looked at last. */
  readonly peersAt: number
  readonly announcements: Announcements
  readonly witnesses: WitnessRows
  readonly slots: readonly SlotFacts[]
  /** The connection that ended last. */
  readonly closed: { readonly peer: string; readonly reason: string } | undefined
}

/** Nothing was heard. */
export const EMPTY_FEED: FeedState = {
  now: 0,
  chainAheadMs: 0,
  network: undefined,
  status: undefined,
  syncedFrom: undefined,
  blocks: [],
  tally: EMPTY_TALLY,
  transactions: NO_TRANSACTIONS,
  peers: [],
  peersAt: 0,
  announcements: NO_ANNOUNCEMENTS,
  witnesses: new Map(),
  slots: [],
  closed: undefined,
}

/** Seconds since 1970 on the chain's clock. */
export function chainSeconds({ now, chainAheadMs }: FeedState): number {
  return (now + chainAheadMs) / 1000
}
