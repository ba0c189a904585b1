import { decimalText } from '../names/amount-text.ts'

/** An amount of the smallest units, and how many digits are after the point. */
export interface Units {
  readonly units: bigint
  readonly precision: number
}

/**
 * `part` for one of `whole`, as a decimal number of about so many digits, rounded to the nearest. Undefined where there is
 * no such number.
 */
export function ratioText(part: Units, whole: Units, digits = 6): string | undefined {
  if (part.units <= 0n || whole.units <= 0n) return undefined
  const numerator = part.units * 10n ** BigInt(whole.precision)
  const denominator = whole.units * 10n ** BigInt(part.precision)
  const magnitude = String(numerator).length - String(denominator).length
  const places = Math.max(0, digits - magnitude)
  const scaled = (numerator * 10n ** BigInt(places) * 2n + denominator) / (denominator * 2n)
  return decimalText(scaled, places)
}
