/** One message as it stands between cipher and codec (`message_header` in `net/message.hpp`). */
export interface Frame {
  readonly type: number
  readonly payload: Uint8Array
  /** Present when the payload was longer than kept: `payload` is its beginning, the rest was read and thrown away. */
  readonly truncated?: true
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
