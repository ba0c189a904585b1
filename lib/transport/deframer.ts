import { PeerFault } from '../errors.ts'
import { uint32LittleEndian, viewOf } from '../wire/bytes.ts'
import { FRAME_HEADER_SIZE_BYTES, frameSizeOf, ReceivedFrame } from './frame.ts'
import { type FrameLimitOf, MAX_MESSAGE_SIZE_BYTES } from './frame-limits.ts'

/** Cuts plain bytes into frames; the state of one connection. */
export interface Deframer {
  /**
   * The frames that `chunk`, of any length, completes. Throws {@link PeerFault} `FRAME_TOO_LARGE`.
   *
   * Payloads may be views of a small chunk, so its bytes must not change afterwards.
   */
  push(chunk: Uint8Array): readonly ReceivedFrame[]
  /** Bytes still to come until the frame that has begun is whole; 0 between frames. */
  readonly missingBytes: number
}

/** Small payloads of one chunk share a copy of at most this size, as they would share a slab of Node's buffer pool. */
const SLAB_SIZE_BYTES = 8192
/** First reservation for a payload that comes in pieces. */
const MIN_RESERVED_BYTES = 1024
const NONE: readonly ReceivedFrame[] = []

/** A frame that ended in a later chunk than it began. */
interface Partial {
  readonly type: number
  readonly sizeBytes: number
  readonly keepBytes: number
  /** Grows with what arrives and ends at exactly `keepBytes`. */
  kept: Uint8Array
  received: number
  /** Payload and padding not yet received. */
  missing: number
}

/**
 * The state machine behind {@link deframe}, free of RxJS.
 *
 * What it returns holds on to little: frames up to 8 KiB share copies of up to 8 KiB, larger ones own their bytes, and
 * no chunk is kept alive. What has begun but is not whole never takes more than twice the bytes that have arrived.
 */
export function createDeframer(limitOf: FrameLimitOf): Deframer {
  const header = new Uint8Array(FRAME_HEADER_SIZE_BYTES)
  let headerFilled = 0
  let partial: Partial | undefined

  /** Checks the header at `at` and returns the payload bytes to keep. */
  const keepBytesOf = (bytes: Uint8Array, at: number): number => {
    const sizeBytes = uint32LittleEndian(bytes, at)
    const type = uint32LittleEndian(bytes, at + 4)
    const limit = limitOf(type)
    const keepBytes = Math.min(limit.keepBytes, MAX_MESSAGE_SIZE_BYTES)
    if (sizeBytes <= keepBytes) return sizeBytes
    const most = limit.excess === 'truncate' ? MAX_MESSAGE_SIZE_BYTES : keepBytes
    if (sizeBytes > most) {
      throw new PeerFault(
        'FRAME_TOO_LARGE',
        `message ${type} of ${sizeBytes} bytes, at most ${most} are allowed`,
      )
    }
    return keepBytes
  }

  const begin = (bytes: Uint8Array, at: number): Partial => {
    const keepBytes = keepBytesOf(bytes, at)
    const sizeBytes = uint32LittleEndian(bytes, at)
    return {
      type: uint32LittleEndian(bytes, at + 4),
      sizeBytes,
      keepBytes,
      kept: new Uint8Array(0),
      received: 0,
      missing: frameSizeOf(sizeBytes) - FRAME_HEADER_SIZE_BYTES,
    }
  }

  /** Feeds the frame that has begun; returns where its bytes end in `chunk`. */
  const feed = (frame: Partial, chunk: Uint8Array, at: number): number => {
    const end = at + Math.min(frame.missing, chunk.length - at)
    const wanted = Math.min(frame.keepBytes - frame.received, end - at)
    if (wanted > 0) {
      const needed = frame.received + wanted
      if (needed > frame.kept.length) frame.kept = grown(frame.kept, needed, frame.keepBytes)
      frame.kept.set(viewOf(chunk, at, at + wanted), frame.received)
      frame.received = needed
    }
    frame.missing -= end - at
    return end
  }

  /** Where the run of whole, untruncated frames from `at` on ends that share one copy; `at` when there is none. */
  const runEnd = (chunk: Uint8Array, at: number): number => {
    let end = at
    while (chunk.length - end >= FRAME_HEADER_SIZE_BYTES) {
      const sizeBytes = uint32LittleEndian(chunk, end)
      if (sizeBytes > MAX_MESSAGE_SIZE_BYTES) break
      const next = end + frameSizeOf(sizeBytes)
      if (next > chunk.length || next - at > SLAB_SIZE_BYTES) break
      if (keepBytesOf(chunk, end) < sizeBytes) break
      end = next
    }
    return end
  }

  const push = (chunk: Uint8Array): readonly ReceivedFrame[] => {
    const frames: ReceivedFrame[] = []
    let at = 0
    while (at < chunk.length) {
      if (partial !== undefined) {
        at = feed(partial, chunk, at)
        if (partial.missing > 0) break
        frames.push(finished(partial))
        partial = undefined
        continue
      }
      if (headerFilled === 0) {
        const end = runEnd(chunk, at)
        if (end > at) {
          cutRun(chunk, at, end, frames)
          at = end
          continue
        }
      }
      while (headerFilled < FRAME_HEADER_SIZE_BYTES && at < chunk.length) {
        header[headerFilled] = chunk[at] as number
        headerFilled += 1
        at += 1
      }
      if (headerFilled < FRAME_HEADER_SIZE_BYTES) break
      headerFilled = 0
      partial = begin(header, 0)
    }
    return frames.length === 0 ? NONE : frames
  }

  return {
    push,
    get missingBytes() {
      if (partial !== undefined) return partial.missing
      return headerFilled === 0 ? 0 : FRAME_HEADER_SIZE_BYTES - headerFilled
    },
  }
}

/** Cuts whole frames out of one copy of the bytes they stand in. */
function cutRun(chunk: Uint8Array, at: number, end: number, into: ReceivedFrame[]): void {
  // A small chunk is what it would be copied into.
  const isSmall = chunk.buffer.byteLength <= SLAB_SIZE_BYTES
  const slab = isSmall ? viewOf(chunk, 0, chunk.length) : new Uint8Array(viewOf(chunk, at, end))
  const base = isSmall ? 0 : at
  let offset = at
  while (offset < end) {
    const sizeBytes = uint32LittleEndian(chunk, offset)
    const start = offset - base + FRAME_HEADER_SIZE_BYTES
    into.push(new ReceivedFrame(uint32LittleEndian(chunk, offset + 4), slab, start, start + sizeBytes))
    offset += frameSizeOf(sizeBytes)
  }
}

function finished({ type, kept, keepBytes, sizeBytes }: Partial): ReceivedFrame {
  return new ReceivedFrame(type, kept, 0, kept.length, keepBytes < sizeBytes ? true : undefined)
}

/** Doubles, so that many small pieces cost no more than a few copies, and stops at exactly `most`. */
function grown(bytes: Uint8Array, needed: number, most: number): Uint8Array {
  const larger = new Uint8Array(Math.min(most, Math.max(needed, bytes.length * 2, MIN_RESERVED_BYTES)))
  larger.set(bytes)
  return larger
}
