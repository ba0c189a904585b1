import { MESSAGE_NAMES, type Message, type MessageName, messageNumber } from '../messages/registry.ts'
import { type Frame, frameSizeOf, ReceivedFrame } from '../transport/frame.ts'
import type { Clock } from './clock.ts'
import type { DecodedMessage } from './decode.ts'
import {
  createRequestTotals,
  OpenRequests,
  REQUEST_KINDS,
  type RequestFigures,
  type RequestKind,
  type RequestTotals,
} from './request-times.ts'

/** Messages of one type that went one way. */
export interface MessageFigures {
  /** `unknown_message` stands for every number without a name. */
  readonly type: MessageName | 'unknown_message'
  readonly direction: 'received' | 'sent'
  readonly count: number
  /** With headers and filling; of what is over its limit only what was kept. */
  readonly bytes: number
}

/** Counts what goes over one connection. */
export interface LinkTally {
  /** Frames as they arrived, of which only number and size matter. */
  framesReceived(this: void, frames: readonly Frame[]): void
  messageReceived(this: void, message: DecodedMessage): void
  sent(message: Message, payloadSizeBytes: number): void
  /** The connection is gone. */
  close(this: void): void
}

/** Counts what goes over all connections, those that are gone included. */
export interface Tally {
  /** `queuedBytes` says how much waits for the peer at the moment. */
  openLink(queuedBytes: () => number): LinkTally
  readMessages(): readonly MessageFigures[]
  readRequests(): readonly RequestFigures[]
  /** What waits for the peer for which most does, in bytes. */
  readQueuedBytes(): number
}

type Counts = Record<'received' | 'sent', { count: number; bytes: number }>

/** A tally that has counted nothing. Its memory is bounded: message types are those of the protocol, see {@link OpenRequests} for the rest. */
export function createTally(clock: Pick<Clock, 'nowMs'>): Tally {
  const unknown = createCounts()
  const byNumber = new Map<number, Counts>(MESSAGE_NAMES.map((name) => [messageNumber(name), createCounts()]))
  const requests = new Map<RequestKind, RequestTotals>(
    REQUEST_KINDS.map((kind) => [kind, createRequestTotals()]),
  )
  const queues = new Set<() => number>()

  const count = (number: number, direction: 'received' | 'sent', payloadSizeBytes: number): void => {
    const counts = (byNumber.get(number) ?? unknown)[direction]
    counts.count += 1
    counts.bytes += frameSizeOf(payloadSizeBytes)
  }

  return {
    openLink(queuedBytes) {
      const open = new OpenRequests(requests)
      queues.add(queuedBytes)
      return {
        framesReceived(frames) {
          for (const frame of frames) count(frame.type, 'received', payloadSizeOf(frame))
        },
        messageReceived(message) {
          open.received(message, clock.nowMs())
        },
        sent(message, payloadSizeBytes) {
          count(messageNumber(message.type), 'sent', payloadSizeBytes)
          open.sent(message, clock.nowMs())
        },
        close() {
          queues.delete(queuedBytes)
          open.close()
        },
      }
    },
    readMessages() {
      const named = MESSAGE_NAMES.flatMap((type) => toFigures(type, byNumber.get(messageNumber(type))))
      return [...named, ...toFigures('unknown_message', unknown)]
    },
    readRequests: () =>
      [...requests].map(([kind, totals]) => ({ kind, ...totals, classes: [...totals.classes] })),
    readQueuedBytes: () => Math.max(0, ...[...queues].map((queuedBytes) => queuedBytes())),
  }
}

function createCounts(): Counts {
  return { received: { count: 0, bytes: 0 }, sent: { count: 0, bytes: 0 } }
}

/** Both directions, where anything went. */
function toFigures(type: MessageFigures['type'], counts: Counts | undefined): readonly MessageFigures[] {
  if (counts === undefined) return []
  return (['received', 'sent'] as const).flatMap((direction) =>
    counts[direction].count === 0 ? [] : [{ type, direction, ...counts[direction] }],
  )
}

/** Asking a received frame for its payload would make a view of it, for every frame. */
function payloadSizeOf(frame: Frame): number {
  return frame instanceof ReceivedFrame ? frame.end - frame.start : frame.payload.length
}
