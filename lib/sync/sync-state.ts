import type { BlockId } from '../chain/cursor.ts'
import { BlocksInFlight } from './blocks-in-flight.ts'
import { IdQueue } from './id-queue.ts'

/** How many blocks beyond the head are asked for at most (`MAX_SYNC_BLOCKS_TO_PREFETCH`). */
export const SYNC_WINDOW_BLOCKS = 4000
/** Ids kept from one peer before we stop asking it for more (`GRAPHENE_NET_MIN_BLOCK_IDS_TO_PREFETCH` is 10 000). */
export const MAX_QUEUED_IDS = 8000
/** Ids in one `fetch_items_message` (`GRAPHENE_NET_MAX_BLOCKS_PER_PEER_DURING_SYNCING`). */
export const MAX_IDS_PER_FETCH = 200
/** Blocks in flight from one peer: where we start, and between what the measured speed moves it. */
export const FIRST_ALLOWANCE = 50
export const MAX_ALLOWANCE = 2000
/** Bytes that may be in flight from one peer, by the average size of its blocks so far. */
export const MAX_BYTES_IN_FLIGHT: number = 16 * 1024 * 1024
/** An answer to `fetch_blockchain_item_ids_message` is waited for this long; core may be validating meanwhile. */
export const ID_LIST_TIMEOUT_MS = 20_000
/** A peer that owes blocks and sends no byte for this long is let go. */
export const BLOCK_TIMEOUT_MS = 15_000
/** The block that all others wait for is asked elsewhere after this long, then twice that, up to the maximum. */
export const FIRST_STALL_MS = 2000
export const MAX_STALL_MS = 32_000
/** A peer that could work and has had nothing to do for this long takes the work of slow ones. */
export const IDLE_MS = 500
/** Slow is less than this share of the speed of one that has nothing to do. */
export const SLOW_SHARE = 0.1
/** Before it has had work for this long nobody is called slow. */
export const MEASURE_MS = 1000
/** A peer that had nothing new for us is asked again after this long without a block. */
export const POLL_MS = 15_000
/** A peer whose chain is another one is asked again after this long: it may have come over to ours. */
export const ELSEWHERE_MS = 60_000
/** A peer that lists blocks and does not have them, or lists nothing new again and again, rests this long. */
export const REST_MS = 30_000
/** So many lists without a new id, or refused batches, and a peer rests. */
export const MAX_FRUITLESS_ROUNDS = 3

/**
 * Where we stand with one peer.
 *
 * - `asking`: a synopsis is on its way or its answer is.
 * - `fetching`: it listed blocks that we are getting.
 * - `inSync`: it has nothing that we have not, in our chain or beside it; it announces new blocks.
 * - `elsewhere`: it knows none of our blocks, or its chain left ours where that cannot be changed any more.
 * - `resting`: it promised what it did not have.
 */
export type SyncMode = 'asking' | 'fetching' | 'inSync' | 'elsewhere' | 'resting'

export interface SyncPeer {
  readonly key: number
  mode: SyncMode
  /** What the unanswered request said, while there is one. */
  synopsis: readonly BlockId[] | undefined
  askedAt: number
  /** Ids it listed that were not in our chain, consecutive; the number of the first, and which is to be asked for next. */
  readonly queue: IdQueue
  first: number
  next: number
  /** How many more it has beyond the queue, by its own word. */
  remaining: number
  /** How many blocks it owes: those that `inFlight` names it for. */
  owed: number
  /** Ids it was asked for whose delivery was given to another: its answer may still come. */
  readonly late: Set<BlockId>
  allowance: number
  /** When it was asked for blocks for the first time. */
  firstFetchAt: number | undefined
  lastFetchAt: number
  lastProgressAt: number
  stallMs: number
  fruitless: number
  averageBytes: number
  restUntil: number
  /** Blocks delivered since the last look, and the most a second at any look. */
  delivered: number
  peakSpeed: number
}

export interface SyncState {
  readonly peers: Map<number, SyncPeer>
  /** Which peer owes which block. */
  readonly inFlight: BlocksInFlight
  /** False while the consumer has no room: nothing is asked for. */
  isOpen: boolean
  lastAppliedAt: number
  lookedAt: number
  /** Since when the block after the head is missing although somebody listed it. */
  frontSince: number
}

export function createSyncState(): SyncState {
  return {
    peers: new Map(),
    inFlight: new BlocksInFlight(),
    isOpen: true,
    lastAppliedAt: 0,
    lookedAt: 0,
    frontSince: 0,
  }
}

export function createSyncPeer(key: number, at: number): SyncPeer {
  return {
    key,
    mode: 'asking',
    synopsis: undefined,
    askedAt: at,
    queue: new IdQueue(),
    first: 0,
    next: 0,
    remaining: 0,
    owed: 0,
    late: new Set(),
    allowance: FIRST_ALLOWANCE,
    firstFetchAt: undefined,
    lastFetchAt: at,
    lastProgressAt: at,
    stallMs: FIRST_STALL_MS,
    fruitless: 0,
    averageBytes: 1000,
    restUntil: 0,
    delivered: 0,
    peakSpeed: 0,
  }
}
