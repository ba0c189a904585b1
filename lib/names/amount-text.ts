/** Precisions beyond this are not possible (`config.hpp`, asset precision is at most 12), and cost memory to print. */
const MAX_DIGITS = 255

/**
 * An amount of the smallest units as a decimal number: `1250000` with precision 5 is `12.5`.
 *
 * Exact: it is text from the first digit to the last. Zeros at the end are left out.
 */
export function decimalText(units: bigint, precision: number): string {
  const places = Math.min(Math.max(Math.trunc(precision), 0), MAX_DIGITS)
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** `part` of `whole` as a percentage: 25 of 10000 is `0.25%`. `whole` is a power of ten from 100 on. */
export function percentText(part: number | bigint, whole: number): string {
  return `${decimalText(BigInt(part), String(whole).length - 3)}%`
}
