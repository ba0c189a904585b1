import { Observable, type OperatorFunction } from 'rxjs'
import { DecodeError, PeerFault } from '../errors.ts'
import {
  decodeBlockIds,
  decodeMessage,
  messageNumber,
  type PackedBlockIds,
  type ReceivedMessage,
} from '../messages/registry.ts'
import type { ReceivedFrame } from '../transport/frame.ts'

const BLOCK_MESSAGE = messageNumber('block_message')
const BLOCK_IDS = messageNumber('blockchain_item_ids_inventory_message')
/** Messages that are of use when they are cut short, because what matters stands first. */
const READABLE_WHEN_CUT: ReadonlySet<number> = new Set([messageNumber('closing_connection_message')])
/** 5017, which answers what we never ask; core ignores it, too. */
const CONNECTIONS = messageNumber('get_current_connections_reply_message')
/** 5014 to 5016: core ignores them without a look at what is in them (`node.cpp`, `on_message`). */
const CHECKS: ReadonlySet<number> = new Set(
  (
    [
      'check_firewall_message',
      'check_firewall_reply_message',
      'get_current_connections_request_message',
    ] as const
  ).map(messageNumber),
)
/** What is over its limit and not the peer's fault is treated as an extension we do not know: read past. */
const IGNORED_NUMBER = 5000

/** Block messages that came one right after the other, as their frames. */
export interface BlockMessages {
  readonly type: 'block_messages'
  readonly frames: readonly ReceivedFrame[]
}

/** What {@link decode} emits: messages one by one, but blocks in runs, and lists of block ids packed. */
export type DecodedMessage =
  | Exclude<ReceivedMessage, { readonly type: 'block_message' | 'blockchain_item_ids_inventory_message' }>
  | BlockMessages
  | PackedBlockIds

/**
 * Reads the message in each frame; blocks that arrived one after the other in one chunk come as one value, for while
 * catching up there are hundreds of them in a chunk.
 *
 * Errors with {@link PeerFault} `DECODE` when a payload does not fit its message; the cause names field and offset. A
 * payload that was cut because it is over its limit, which an honest peer's can be, is passed on as an unknown message
 * that is ignored, unless its beginning is enough; so are the messages that nobody answers any more (5014 to 5017).
 *
 * @param readsChecks reads 5014 to 5016 all the same, for a node that answers them
 */
export function decode(readsChecks = false): OperatorFunction<readonly ReceivedFrame[], DecodedMessage> {
  return (frames$) =>
    new Observable((subscriber) =>
      frames$.subscribe({
        next(frames) {
          /** Where the run of blocks began that lasts up to here. */
          let start = 0
          const endRun = (end: number): void => {
            const run = start === 0 && end === frames.length ? frames : frames.slice(start, end)
            if (run.length > 0) subscriber.next({ type: 'block_messages', frames: run })
          }
          for (let index = 0; index < frames.length; index += 1) {
            const frame = frames[index] as ReceivedFrame
            if (frame.type === BLOCK_MESSAGE) continue
            endRun(index)
            start = index + 1
            let message: DecodedMessage
            try {
              message = decodeFrame(frame, readsChecks)
            } catch (error) {
              subscriber.error(error)
              return
            }
            subscriber.next(message)
          }
          endRun(frames.length)
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    )
}

/** The message in one frame; see {@link decode}. */
export function decodeFrame(frame: ReceivedFrame, readsChecks = false): DecodedMessage {
  const { type, payload, truncated } = frame
  if (truncated === true && !READABLE_WHEN_CUT.has(type)) {
    return { type: 'unknown_message', number: IGNORED_NUMBER, payload }
  }
  if (type === CONNECTIONS || (!readsChecks && CHECKS.has(type)))
    return { type: 'unknown_message', number: type, payload }
  if (type === BLOCK_MESSAGE) return { type: 'block_messages', frames: [frame] }
  try {
    if (type === BLOCK_IDS) return decodeBlockIds(payload)
    // What is a message of its own here was told apart before.
    return decodeMessage(type, payload) as DecodedMessage
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    throw new PeerFault('DECODE', error.message, { cause: error })
  }
}
