import { UsageError } from '../errors.ts'
import {
  blockShape,
  id,
  label,
  peerShape,
  pendingShape,
  reason,
  settledShape,
  slotShape,
  statusShape,
} from './facts.ts'
import { MAX_PER_EVENT, MAX_SHOWN_PEERS } from './limits.ts'
import { list, number, oneOf, record, type Shape, type ShapeOf, text } from './shape.ts'

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
    blocks: list(blockShape, MAX_PER_EVENT),
    skipped: number,
  }),
  undone: record({ type: oneOf('undone'), at: number, number, id }),
  slots: record({ type: oneOf('slots'), at: number, slots: list(slotShape, MAX_PER_EVENT) }),
  status: record({ type: oneOf('status'), at: number, status: statusShape }),
  peers: record({ type: oneOf('peers'), at: number, peers: list(peerShape, MAX_SHOWN_PEERS) }),
  /** A peer announced a block. */
  announced: record({ type: oneOf('announced'), at: number, peer: label }),
  pending: record({
    type: oneOf('pending'),
    at: number,
    transactions: list(pendingShape, MAX_PER_EVENT),
    skipped: number,
  }),
  settled: record({ type: oneOf('settled'), at: number, transactions: list(settledShape, MAX_PER_EVENT) }),
  closed: record({ type: oneOf('closed'), at: number, peer: label, reason }),
  tick: record({ type: oneOf('tick'), at: number, chainMs: number }),
} as const

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
