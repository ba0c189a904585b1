import { UsageError } from '../errors.ts'
import { flag, list, number, oneOf, optional, record, type Shape, type ShapeOf, text } from './shape.ts'

/** Blocks that one event tells, and transactions. What is more goes into the next. */
export const MAX_PER_EVENT = 500
/** Connections shown. */
export const MAX_SHOWN_PEERS = 200
/** Operations of a block that are kept for looking into it. */
export const MAX_DETAILED_OPERATIONS = 300
/** Characters of the sentence about an operation. */
export const MAX_SENTENCE_CHARS = 400
/** Characters of a decoded operation. */
export const MAX_DECODED_CHARS = 1000
/** Ids of objects kept of an operation, for the filter. */
export const MAX_IDS_PER_OPERATION = 32
/** Kinds of operations told apart in a block; there are 78. */
export const MAX_COUNTED_TYPES = 128
/** Characters of a name, an address, a version. */
export const MAX_LABEL_CHARS = 64
/** Characters of a reason. */
export const MAX_REASON_CHARS = 256

const label = text(MAX_LABEL_CHARS)
const reason = text(MAX_REASON_CHARS)
const id = text(40)
const count = record({ type: label, count: number })

const operation = record({
  transaction: number,
  type: label,
  /** What it does, for people. */
  sentence: text(MAX_SENTENCE_CHARS),
  /** Its members as JSON, cut. */
  decoded: text(MAX_DECODED_CHARS),
  ids: list(label, MAX_IDS_PER_OPERATION),
})

const block = record({
  number,
  id,
  previous: id,
  /** Seconds since 1970. */
  timestamp: number,
  witness: label,
  transactions: number,
  operations: number,
  sizeBytes: number,
  /** From its time to its arrival by the chain's clock; undefined for a block of the past. */
  latencyMs: optional(number),
  /** When it arrived: milliseconds since 1970. */
  receivedAt: number,
  peer: label,
  source: oneOf('sync', 'live'),
  /** Whether its operations count for the rates: it is of the last hour. */
  isCounted: flag,
  counts: list(count, MAX_COUNTED_TYPES),
  /** Its first operations; undefined where they were not looked at. */
  details: optional(list(operation, MAX_DETAILED_OPERATIONS)),
  /** An operation of a later protocol ended the reading. */
  isOpaque: flag,
  /** How far it was checked, and what is known of the key that signed it. */
  level: oneOf('links', 'signatures', 'strict'),
  signer: oneOf('known', 'first_use', 'unknown'),
})

const peer = record({
  peer: label,
  direction: oneOf('inbound', 'outbound'),
  state: oneOf('connecting', 'handshaking', 'active', 'closing'),
  sync: optional(oneOf('asking', 'fetching', 'inSync', 'elsewhere', 'resting')),
  userAgent: label,
  revision: label,
  platform: label,
  /** The block it said in its hello that it was at. */
  headNumber: number,
  ageMs: number,
  clockOffsetMs: optional(number),
  roundTripMs: optional(number),
  bytesReceived: number,
  bytesSent: number,
  blocksReceived: number,
})

const status = record({
  state: oneOf('stopped', 'connecting', 'locating', 'syncing', 'live', 'forked'),
  reason,
  headNumber: number,
  /** Seconds since 1970, 0: there is none. */
  headTime: number,
  irreversibleNumber: optional(number),
  /** 0 to 1. */
  participation: optional(number),
  reorganizations: number,
  behindBlocks: number,
  blocksPerSecond: number,
  activePeers: number,
  connectingPeers: number,
})

const slot = record({
  /** Seconds since 1970. */
  timestamp: number,
  witness: optional(label),
  isProduced: flag,
  isUndone: flag,
})

const pending = record({
  id,
  /** Who told it; undefined: its block was undone. */
  peer: optional(label),
  operations: number,
  type: label,
  sentence: text(MAX_SENTENCE_CHARS),
})

const settled = record({
  id,
  /** The block it is in; undefined: it expired. */
  block: optional(number),
  pendingForMs: optional(number),
})

/** `at` of all of them: milliseconds since 1970. */
const EVENTS = {
  started: record({
    type: oneOf('started'),
    at: number,
    version: number,
    network: label,
    chainId: text(64),
    intervalSeconds: number,
  }),
  /** `skipped`: blocks of the past that were only counted. `chainMs`: the time on the chain, milliseconds since 1970. */
  blocks: record({
    type: oneOf('blocks'),
    at: number,
    chainMs: number,
    blocks: list(block, MAX_PER_EVENT),
    skipped: number,
  }),
  undone: record({ type: oneOf('undone'), at: number, number, id }),
  slots: record({ type: oneOf('slots'), at: number, slots: list(slot, MAX_PER_EVENT) }),
  status: record({ type: oneOf('status'), at: number, status }),
  peers: record({ type: oneOf('peers'), at: number, peers: list(peer, MAX_SHOWN_PEERS) }),
  /** A peer announced a block. */
  announced: record({ type: oneOf('announced'), at: number, peer: label }),
  pending: record({
    type: oneOf('pending'),
    at: number,
    transactions: list(pending, MAX_PER_EVENT),
    skipped: number,
  }),
  settled: record({ type: oneOf('settled'), at: number, transactions: list(settled, MAX_PER_EVENT) }),
  closed: record({ type: oneOf('closed'), at: number, peer: label, reason }),
  tick: record({ type: oneOf('tick'), at: number, chainMs: number }),
} as const

export type BlockFacts = ShapeOf<typeof block>
export type OperationFacts = ShapeOf<typeof operation>
export type PeerFacts = ShapeOf<typeof peer>
export type StatusFacts = ShapeOf<typeof status>
export type SlotFacts = ShapeOf<typeof slot>
export type PendingFacts = ShapeOf<typeof pending>
export type SettledFacts = ShapeOf<typeof settled>
export type TypeCount = ShapeOf<typeof count>

/** What the dashboard hears of a node, told apart by `type`. It is what a recording holds, a line each. */
export type FeedEvent = { [K in keyof typeof EVENTS]: ShapeOf<(typeof EVENTS)[K]> }[keyof typeof EVENTS]

/** The version that `started` of a recording carries; another one is refused. */
export const FEED_VERSION = 1

/** Reads an event from parsed JSON. Throws {@link UsageError} `BAD_VALUE` with the path of what does not fit. */
export function readFeedEvent(value: unknown): FeedEvent {
  const name = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  if (typeof name !== 'string' || !Object.hasOwn(EVENTS, name)) {
    throw new UsageError('BAD_VALUE', 'it is no event of a recording')
  }
  const shape: Shape<FeedEvent> = EVENTS[name as keyof typeof EVENTS]
  return shape(value, '')
}
