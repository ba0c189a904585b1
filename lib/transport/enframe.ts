import { map, type OperatorFunction } from 'rxjs'
import { type Frame, FRAME_HEADER_SIZE_BYTES, frameSizeOf } from './frame.ts'

/** The bytes of frames, one after the other, each filled up with zeros to whole cipher blocks. */
export function packFrames(frames: readonly Frame[]): Uint8Array {
  let size = 0
  for (const { payload } of frames) size += frameSizeOf(payload.length)
  // Zeroed by construction: what stood in this memory before must not leave through the padding.
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const { type, payload } of frames) {
    view.setUint32(at, payload.length, true)
    view.setUint32(at + 4, type, true)
    bytes.set(payload, at + FRAME_HEADER_SIZE_BYTES)
    at += frameSizeOf(payload.length)
  }
  return bytes
}

/** The counterpart of `deframe`: each list of frames becomes the bytes to encrypt. */
export function enframe(): OperatorFunction<readonly Frame[], Uint8Array> {
  return (frames$) => frames$.pipe(map(packFrames))
}
