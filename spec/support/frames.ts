import { map, type OperatorFunction } from 'rxjs'
import { type Frame, ReceivedFrame } from '../../lib/transport/frame.ts'

/** A frame as it is received, with a payload of its own. */
export function frameOf(type: number, payload: Uint8Array, truncated?: true): ReceivedFrame {
  return new ReceivedFrame(type, payload, 0, payload.length, truncated)
}

/** What a received frame says, to compare it with what was sent. */
export function saysFrame({ type, payload, truncated }: Frame): Frame {
  return truncated === undefined ? { type, payload } : { type, payload, truncated }
}

/** Makes of received frames what they say. */
export function saysFrames(): OperatorFunction<readonly ReceivedFrame[], readonly Frame[]> {
  return map((frames) => frames.map(saysFrame))
}
