import {
  MAX_COUNTED_TYPES,
  MAX_DECODED_CHARS,
  MAX_DETAILED_OPERATIONS,
  MAX_IDS_PER_OPERATION,
  MAX_LABEL_CHARS,
  MAX_REASON_CHARS,
  MAX_SENTENCE_CHARS,
} from './limits.ts'
import { flag, list, number, oneOf, optional, record, type ShapeOf, text } from './shape.ts'

/** A name, an address, a version. */
export const label = text(MAX_LABEL_CHARS)
/** Why something is so. */
export const reason = text(MAX_REASON_CHARS)
/** Of a block or transaction. */
export const id = text(40)
const countShape = record({ type: label, count: number })

const operationShape = record({
  transaction: number,
  type: label,
  /** What it does, for people. */
  sentence: text(MAX_SENTENCE_CHARS),
  /** Its members as JSON, cut. */
  decoded: text(MAX_DECODED_CHARS),
  ids: list(label, MAX_IDS_PER_OPERATION),
})

/** @see {@link BlockFacts} */
export const blockShape = record({
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
  source: oneOf('sync', 'live', 'store'),
  /** Whether its operations count for the rates: it is of the last hour. */
  isCounted: flag,
  counts: list(countShape, MAX_COUNTED_TYPES),
  /** Its first operations; undefined where they were not looked at. */
  details: optional(list(operationShape, MAX_DETAILED_OPERATIONS)),
  /** An operation of a later protocol ended the reading. */
  isOpaque: flag,
  /** How far it was checked, and what is known of the key that signed it. */
  level: oneOf('links', 'signatures', 'strict'),
  signer: oneOf('known', 'first_use', 'unknown'),
})

/** @see {@link PeerFacts} */
export const peerShape = record({
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

/** @see {@link StatusFacts} */
export const statusShape = record({
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

/** @see {@link SlotFacts} */
export const slotShape = record({
  /** Seconds since 1970. */
  timestamp: number,
  witness: optional(label),
  isProduced: flag,
  isUndone: flag,
})

/** @see {@link PendingFacts} */
export const pendingShape = record({
  id,
  /** Who told it; undefined: its block was undone. */
  peer: optional(label),
  operations: number,
  type: label,
  sentence: text(MAX_SENTENCE_CHARS),
})

/** @see {@link SettledFacts} */
export const settledShape = record({
  id,
  /** The block it is in; undefined: it expired. */
  block: optional(number),
  pendingForMs: optional(number),
})

/** What is kept of a block. */
export type BlockFacts = ShapeOf<typeof blockShape>
/** What is kept of an operation, to look into. */
export type OperationFacts = ShapeOf<typeof operationShape>
/** What is kept of a connection. */
export type PeerFacts = ShapeOf<typeof peerShape>
/** How the node stands. */
export type StatusFacts = ShapeOf<typeof statusShape>
/** A slot of the schedule of the witnesses. */
export type SlotFacts = ShapeOf<typeof slotShape>
/** A transaction that waits for its block. */
export type PendingFacts = ShapeOf<typeof pendingShape>
/** The end of one. */
export type SettledFacts = ShapeOf<typeof settledShape>
/** How many operations of a type there are. */
export type TypeCount = ShapeOf<typeof countShape>
