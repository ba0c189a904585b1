import type { Socket } from 'node:net'
import { createSocketPair } from './socket-pair.ts'

/** What is done to the bytes on their way from the far end to the near one, by how many have passed. */
export type Tampering =
  /** After so many bytes the near end sees the end, a reset, or nothing more. */
  | { readonly do: 'end' | 'reset' | 'stall'; readonly afterBytes: number }
  /** One bit of all that passes is turned. */
  | { readonly do: 'flip'; readonly bit: number }

export interface TamperedPair {
  readonly ends: readonly [near: Socket, far: Socket]
  /** Bytes that have passed so far, from the far end to the near one. */
  readonly passedBytes: number
}

/** Two in-memory ends with somebody in between. */
export function createTamperedPair(tampering: Tampering): TamperedPair {
  const [near, middleNear] = createSocketPair()
  const [middleFar, far] = createSocketPair()
  let passedBytes = 0
  let isCut = false

  const cut = (how: 'end' | 'reset' | 'stall'): void => {
    isCut = true
    if (how === 'end') middleNear.end()
    else if (how === 'reset') middleNear.resetAndDestroy()
  }
  const pass = (chunk: Uint8Array): void => {
    if (isCut) return
    const bytes = Uint8Array.from(chunk)
    if (tampering.do === 'flip') {
      const at = (tampering.bit >> 3) - passedBytes
      if (at >= 0 && at < bytes.length) bytes[at] = (bytes[at] as number) ^ (1 << (tampering.bit & 7))
      passedBytes += bytes.length
      middleNear.write(bytes)
      return
    }
    const left = tampering.afterBytes - passedBytes
    const passing = bytes.subarray(0, left)
    passedBytes += passing.length
    if (passing.length > 0) middleNear.write(passing)
    if (passedBytes === tampering.afterBytes) cut(tampering.do)
  }
  for (const socket of [near, far, middleNear, middleFar]) socket.on('error', () => {})
  middleFar.on('data', pass)
  middleFar.on('end', () => {
    if (!isCut) middleNear.end()
  })
  middleNear.on('data', (chunk: Uint8Array) => {
    if (middleFar.writable) middleFar.write(chunk)
  })
  middleNear.on('close', () => middleFar.destroy())
  if (tampering.do !== 'flip' && tampering.afterBytes === 0) cut(tampering.do)
  return {
    ends: [near, far],
    get passedBytes() {
      return passedBytes
    },
  }
}
