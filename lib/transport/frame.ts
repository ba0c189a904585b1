/** One message as it stands between cipher and codec (`message_header` in `net/message.hpp`). */
export interface Frame {
  readonly type: number
  readonly payload: Uint8Array
  /** Present when the payload was longer than kept: `payload` is its beginning, the rest was read and thrown away. */
  readonly truncated?: true | undefined
}

/**
 * A frame that was received. Its payload stands in memory that it may share with others; a view of it costs more than the
 * frame, so it is made when it is asked for.
 */
export class ReceivedFrame implements Frame {
  readonly type: number
  readonly bytes: Uint8Array
  /** Where the payload begins and ends in `bytes`. */
  readonly start: number
  readonly end: number
  readonly truncated: true | undefined

  constructor(type: number, bytes: Uint8Array, start: number, end: number, truncated?: true) {
    this.type = type
    this.bytes = bytes
    this.start = start
    this.end = end
    this.truncated = truncated
  }

  get payload(): Uint8Array {
    return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + this.start, this.end - this.start)
  }
}

/** Bytes of the header: the payload's length, then the message type, both uint32. */
export const FRAME_HEADER_SIZE_BYTES: number = 8
/** Frames are filled up to a multiple of this, so that they are whole cipher blocks. */
export const FRAME_ALIGNMENT_BYTES: number = 16

/** Bytes of a whole frame with a payload of that size. */
export function frameSizeOf(payloadSizeBytes: number): number {
  const bytes = FRAME_HEADER_SIZE_BYTES + payloadSizeBytes
  return Math.ceil(bytes / FRAME_ALIGNMENT_BYTES) * FRAME_ALIGNMENT_BYTES
}
