import { UsageError } from '../errors.ts'

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const NOT_A_DIGIT = 255
const DIGIT_OF: Uint8Array = new Uint8Array(128).fill(NOT_A_DIGIT)
for (let digit = 0; digit < 58; digit += 1) DIGIT_OF[ALPHABET.charCodeAt(digit)] = digit

// Three bytes a limb and four digits a step: 2^24 * 58^4 stays below 2^53, so plain numbers are exact.
const LIMB = 2 ** 24
const STEP_DIGITS = 4
const STEP = 58 ** STEP_DIGITS

/** Longest text and longest bytes taken: the work grows with the square, and no key needs more than 52 digits. */
export const MAX_BASE58_LENGTH: number = 128

/** Base58 text of `bytes` (the alphabet of Bitcoin); a leading zero byte is a leading `1`. */
export function encodeBase58(bytes: Uint8Array): string {
  if (bytes.length > MAX_BASE58_LENGTH) {
    throw new UsageError(
      'BAD_VALUE',
      `${bytes.length} bytes are too many for base58, at most ${MAX_BASE58_LENGTH}`,
    )
  }
  let zeros = 0
  while (zeros < bytes.length && bytes[zeros] === 0) zeros += 1
  const limbs: number[] = []
  for (let end = bytes.length; end > zeros; end -= 3) {
    const high = end - 3 >= zeros ? (bytes[end - 3] as number) : 0
    const middle = end - 2 >= zeros ? (bytes[end - 2] as number) : 0
    limbs.push(high * 65536 + middle * 256 + (bytes[end - 1] as number))
  }
  let digits = ''
  while (limbs.length > 0) {
    let remainder = 0
    for (let at = limbs.length - 1; at >= 0; at -= 1) {
      const value = remainder * LIMB + (limbs[at] as number)
      const quotient = Math.floor(value / STEP)
      limbs[at] = quotient
      remainder = value - quotient * STEP
    }
    while (limbs.length > 0 && limbs[limbs.length - 1] === 0) limbs.pop()
    for (let count = 0; count < STEP_DIGITS; count += 1) {
      if (limbs.length === 0 && remainder === 0) break
      digits = (ALPHABET[remainder % 58] as string) + digits
      remainder = Math.floor(remainder / 58)
    }
  }
  return '1'.repeat(zeros) + digits
}

/** The bytes of base58 text, or `undefined` when it is too long or has a character outside the alphabet. */
export function decodeBase58(text: string): Uint8Array | undefined {
  if (text.length > MAX_BASE58_LENGTH) return undefined
  const limbs: number[] = []
  let zeros = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const digit = code < 128 ? (DIGIT_OF[code] as number) : NOT_A_DIGIT
    if (digit === NOT_A_DIGIT) return undefined
    if (digit === 0 && zeros === at) zeros += 1
    let carry = digit
    for (let limb = 0; limb < limbs.length; limb += 1) {
      const value = (limbs[limb] as number) * 58 + carry
      limbs[limb] = value % LIMB
      carry = Math.floor(value / LIMB)
    }
    if (carry > 0) limbs.push(carry)
  }
  const significant: number[] = []
  for (const limb of limbs) significant.push(limb & 0xff, (limb >> 8) & 0xff, limb >> 16)
  while (significant.length > 0 && significant[significant.length - 1] === 0) significant.pop()
  const bytes = new Uint8Array(zeros + significant.length)
  bytes.set(significant.reverse(), zeros)
  return bytes
}
