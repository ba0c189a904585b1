import type { Moment } from '../../lib/pool/address-row.ts'
import type { Telling } from '../../lib/pool/learn-addresses.ts'
import type { PeerAddress } from '../../lib/transport/peer-address.ts'

export const HOUR_MS = 3_600_000
const EPOCH_MS = Date.UTC(2026, 0, 1)

/** A moment of a test, so many milliseconds from its start. */
export function momentAt(at: number): Moment {
  return { at, wallMs: EPOCH_MS + at }
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How a peer of the internet tells addresses. */
export function tellingAt(
  at: number,
  from = '9.9.9.9',
  random: () => number = seededRandom(at + 1),
): Telling {
  return { ...momentAt(at), from, rules: { profile: 'public' }, random }
}

/** So many public addresses, each in a network of its own as long as there are any. */
export function addressesOf(count: number, first = 0): readonly PeerAddress[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index
    return {
      host: `${20 + (number % 70)}.${Math.floor(number / 70) % 256}.${1 + Math.floor(number / 17_920)}.1`,
      port: 1776,
    }
  })
}
