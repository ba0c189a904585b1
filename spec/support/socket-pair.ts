import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** Bytes that may wait in one end before the other end's writes do not find room. */
const HIGH_WATER_MARK_BYTES = 16 * 1024

/**
 * Two in-memory ends joined head to tail: what one writes the other reads.
 *
 * They behave as two connected sockets do where it matters: writes wait while the other end does not read, `end` is seen
 * as the end, `resetAndDestroy` as ECONNRESET, and both count their bytes.
 */
export function createSocketPair(): readonly [Socket, Socket] {
  const near = new PairedEnd()
  const far = new PairedEnd()
  near.other = far
  far.other = near
  return [near as unknown as Socket, far as unknown as Socket]
}

class PairedEnd extends Duplex {
  other: PairedEnd | undefined
  bytesRead = 0
  bytesWritten = 0
  #resume: (() => void) | undefined

  constructor() {
    super({ allowHalfOpen: false, highWaterMark: HIGH_WATER_MARK_BYTES })
  }

  override _read(): void {
    const resume = this.#resume
    this.#resume = undefined
    resume?.()
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
    const { other } = this
    this.bytesWritten += chunk.length
    if (other === undefined || other.destroyed) return
    other.bytesRead += chunk.length
    if (other.push(chunk)) done()
    else other.#resume = done
  }

  override _final(done: () => void): void {
    this.other?.push(null)
    done()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { other } = this
    if (other !== undefined && !other.destroyed && !other.readableEnded) other.push(null)
    done(error)
  }

  resetAndDestroy(): this {
    const { other } = this
    this.other = undefined
    this.destroy()
    other?.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
    return this
  }
}
