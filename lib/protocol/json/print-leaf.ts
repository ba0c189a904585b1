import type { Primitive } from '../schema.ts'
import { toHex } from '#platform'
import { timeToText } from './time-text.ts'
import { found, refuse } from './value-fault.ts'

/** What prints one value as what `JSON.stringify` takes. */
export type Print = (value: unknown) => unknown

const INT32_MAX = 0x7fffffff
const INT32_MIN = -0x80000000
const UINT32_MAX = 0xffffffff

/**
 * How core prints each primitive. Integers are numbers as long as a JavaScript reader surely keeps them, and text beyond:
 * int64 outside 32 signed bits, uint64 above 2^32 - 1 (`fc/src/io/json.cpp`, `stringify_large_ints_and_doubles`).
 */
export const PRINT_PRIMITIVE: Readonly<Record<Primitive, Print>> = {
  uint8: printNumber,
  uint16: printNumber,
  uint32: printNumber,
  uint64: printUint64,
  varuint: printUint64,
  // `to_variant(uint128_t)` makes text of it, whatever its size.
  uint128: (value) => (typeof value === 'bigint' ? value.toString() : String(printNumber(value))),
  int64: printInt64,
  bool: printBool,
  string: printText,
  bytes: (value) =>
    value instanceof Uint8Array ? toHex(value) : refuse(`expected bytes, found ${found(value)}`),
  public_key: printText,
  address: printText,
  ripemd160: printText,
  sha1: printText,
  sha256: printText,
  hash160: printText,
  object_id: printText,
  vote_id: printText,
  time_point_sec: (value) => timeToText(printNumber(value)),
  extensions: (value) => (value === undefined ? [] : value),
}

/** A bool that stands by itself in a variant: core hands it on as an integer (`fc/static_variant.hpp`, `from_static_variant`). */
export function printBoolAsNumber(value: unknown): number {
  return printBool(value) ? 1 : 0
}

function printNumber(value: unknown): number {
  return typeof value === 'number' ? value : refuse(`expected a number, found ${found(value)}`)
}

function printInt64(value: unknown): number | string {
  if (typeof value === 'bigint') return BigInt.asIntN(32, value) === value ? Number(value) : value.toString()
  const number = printNumber(value)
  return number >= INT32_MIN && number <= INT32_MAX ? number : String(number)
}

function printUint64(value: unknown): number | string {
  if (typeof value === 'bigint') return BigInt.asUintN(32, value) === value ? Number(value) : value.toString()
  const number = printNumber(value)
  return number <= UINT32_MAX ? number : String(number)
}

function printBool(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse(`expected true or false, found ${found(value)}`)
}

function printText(value: unknown): string {
  return typeof value === 'string' ? value : refuse(`expected text, found ${found(value)}`)
}
