import { hashBytes, hashLatin1, toLatin1 } from '#platform'
import { InternalError } from '../errors.ts'
import type { ChainReader } from './chain-reader.ts'
import type { TypeExpression } from './schema.ts'

/**
 * Reads, at the front of a value, what decides its place in a set: it compares with `<` as core's own `operator<` does.
 *
 * Bytes become text of one character a byte, which compares like `memcmp`.
 */
export type Order = (reader: ChainReader) => number | bigint | string

export const byUint16: Order = (r) => r.uint16()
export const byUint32: Order = (r) => r.uint32()
export const byUint64: Order = (r) => r.uint64()
export const byInt64: Order = (r) => r.int64()
export const byBool: Order = (r) => r.uint8()
/** Instances, and the tags of variants: `static_variant` compares nothing else. */
export const byVarint: Order = (r) => r.varint()
export const byText: Order = (r) => latin1(r, r.length())
export const byBytes20: Order = (r) => latin1(r, 20)
export const byBytes32: Order = (r) => latin1(r, 32)
/** Keys stand in the order of their addresses (`types.cpp`, `operator<` of `public_key_type`). */
export const byAddressOfKey: Order = (r) => {
  const at = r.take(33)
  return hashLatin1('ripemd160', hashBytes('sha512', r.source.subarray(at, at + 33)))
}

/** The names of the orders above, by type; {@link orderOf} is the same at run time. */
export function orderName(type: TypeExpression): keyof typeof ORDERS {
  if (typeof type === 'object' && ('object_id' in type || 'named_variant' in type)) return 'byVarint'
  const name = typeof type === 'string' ? ORDER_NAMES[type] : undefined
  if (name === undefined) throw new InternalError(`no order of ${JSON.stringify(type)}`)
  return name
}

export function orderOf(type: TypeExpression): Order {
  return ORDERS[orderName(type)]
}

const ORDERS = {
  byUint16,
  byUint32,
  byUint64,
  byInt64,
  byBool,
  byVarint,
  byText,
  byBytes20,
  byBytes32,
  byAddressOfKey,
}

const ORDER_NAMES: Readonly<Record<string, keyof typeof ORDERS>> = {
  uint16: 'byUint16',
  uint32: 'byUint32',
  int64: 'byInt64',
  bool: 'byBool',
  string: 'byText',
  time_point_sec: 'byUint32',
  vote_id: 'byUint32',
  object_id: 'byUint64',
  address: 'byBytes20',
  sha256: 'byBytes32',
  public_key: 'byAddressOfKey',
}

function latin1(r: ChainReader, count: number): string {
  const at = r.take(count)
  return toLatin1(r.source, at, at + count)
}
