import { defer, filter, map, type OperatorFunction } from 'rxjs'
import type { ReceivedFrame } from './frame.ts'
import { frameLimitOf, type FrameLimitOf } from './frame-limits.ts'
import { createDeframer } from './deframer.ts'

/**
 * Cuts plain bytes into frames: emits, for each chunk that completes any, the frames it completed.
 *
 * Each subscription has its own state. A payload over its type's limit either errors with {@link PeerFault}
 * `FRAME_TOO_LARGE` at its header, before anything is buffered, or arrives `truncated`; `limitOf` says which.
 * A frame cut short by the end of the bytes is dropped without an error, as core does.
 */
export function deframe(
  limitOf: FrameLimitOf = frameLimitOf,
): OperatorFunction<Uint8Array, readonly ReceivedFrame[]> {
  return (byte$) =>
    defer(() => {
      const deframer = createDeframer(limitOf)
      return byte$.pipe(
        map((chunk) => deframer.push(chunk)),
        filter((frames) => frames.length > 0),
      )
    })
}
