import { DecodeError } from '../errors.ts'
import type { ByteReader } from '../wire/byte-reader.ts'
import type { ByteWriter } from '../wire/byte-writer.ts'
import type { Field } from './fields.ts'

/**
 * A value of `fc::variant`. Numbers are bigint: below zero they travel as int64, else as uint64, as fc makes them
 * from JSON. Objects have no prototype, so a key such as `__proto__` is a key like any other.
 */
export type Variant = null | bigint | boolean | string | readonly Variant[] | VariantObject
export interface VariantObject {
  readonly [key: string]: Variant
}

/** Deepest nesting read. Core's guard counts to 1000 in steps of several a level; nothing sensible needs 16. */
export const MAX_VARIANT_DEPTH = 16
/** Most keys of one object. Core's hello has eight. */
export const MAX_VARIANT_KEYS = 1000

const TAG = { null: 0, int64: 1, uint64: 2, bool: 4, string: 5, array: 6, object: 7 } as const

/** One tagged value (`fc/io/raw_variant.hpp`). Doubles and blobs are refused, as in fc. */
export const variant: Field<Variant> = {
  read: (r) => readVariant(r, MAX_VARIANT_DEPTH),
  write: writeVariant,
}

/** Key and value pairs without a tag in front, in the order written; a repeated key overwrites the earlier value. */
export const variantObject: Field<VariantObject> = {
  read: (r) => readObject(r, MAX_VARIANT_DEPTH),
  write: writeObject,
}

function readVariant(r: ByteReader, depth: number): Variant {
  const at = r.offset
  if (depth === 0) throw new DecodeError('DEPTH', `variants nested deeper than ${MAX_VARIANT_DEPTH}`, at)
  const tag = r.uint8()
  switch (tag) {
    case TAG.null:
      return null
    case TAG.int64:
      return r.int64()
    case TAG.uint64:
      return r.uint64()
    case TAG.bool:
      return r.bool()
    case TAG.string:
      return r.string()
    case TAG.array: {
      const count = r.count(1)
      const items: Variant[] = []
      for (let index = 0; index < count; index += 1) items.push(readVariant(r, depth - 1))
      return items
    }
    case TAG.object:
      return readObject(r, depth - 1)
    default:
      throw new DecodeError('TAG', `unknown variant tag ${tag}`, at)
  }
}

function readObject(r: ByteReader, depth: number): VariantObject {
  const count = r.count(2, MAX_VARIANT_KEYS)
  const object = Object.create(null) as Record<string, Variant>
  for (let index = 0; index < count; index += 1) {
    const key = r.string()
    object[key] = readVariant(r, depth)
  }
  return object
}

function writeVariant(w: ByteWriter, value: Variant): void {
  if (value === null) w.uint8(TAG.null)
  else if (typeof value === 'bigint') {
    if (value < 0n) w.uint8(TAG.int64).int64(value)
    else w.uint8(TAG.uint64).uint64(value)
  } else if (typeof value === 'boolean') w.uint8(TAG.bool).bool(value)
  else if (typeof value === 'string') w.uint8(TAG.string).string(value)
  else if (isList(value)) {
    w.uint8(TAG.array).varint(value.length)
    for (const item of value) writeVariant(w, item)
  } else {
    w.uint8(TAG.object)
    writeObject(w, value)
  }
}

function writeObject(w: ByteWriter, object: VariantObject): void {
  const entries = Object.entries(object)
  w.varint(entries.length)
  for (const [key, value] of entries) {
    w.string(key)
    writeVariant(w, value)
  }
}

function isList(value: readonly Variant[] | VariantObject): value is readonly Variant[] {
  return Array.isArray(value)
}
