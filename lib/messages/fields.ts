import { DecodeError } from '../errors.ts'
import type { ByteReader } from '../wire/byte-reader.ts'
import type { ByteWriter } from '../wire/byte-writer.ts'
import { HASH_SIZE_BYTES, type Hashes, PackedHashes } from './hashes.ts'

/** How one field of a P2P message is read and written. */
export interface Field<T> {
  read(reader: ByteReader): T
  write(writer: ByteWriter, value: T): void
}

export const uint8: Field<number> = { read: (r) => r.uint8(), write: (w, value) => void w.uint8(value) }
export const uint16: Field<number> = { read: (r) => r.uint16(), write: (w, value) => void w.uint16(value) }
export const uint32: Field<number> = { read: (r) => r.uint32(), write: (w, value) => void w.uint32(value) }
export const int64: Field<bigint> = { read: (r) => r.int64(), write: (w, value) => void w.int64(value) }
export const bool: Field<boolean> = { read: (r) => r.bool(), write: (w, value) => void w.bool(value) }

/** Text of at most `limit` bytes. */
export function text(limit: number): Field<string> {
  return { read: (r) => r.string(limit), write: (w, value) => void w.string(value) }
}

/** A fixed number of bytes, as lower-case hex. */
export function hex(sizeBytes: number): Field<string> {
  return { read: (r) => r.hex(sizeBytes), write: (w, value) => void w.hex(value) }
}

/** A 20-byte hash: a block id, or the RIPEMD-160 of a message payload. */
export const hash20: Field<string> = hex(HASH_SIZE_BYTES)

/** At most `limit` of `item`, each of at least `itemSizeBytes`. */
export function list<T>(item: Field<T>, itemSizeBytes: number, limit: number): Field<readonly T[]> {
  return {
    read(r) {
      const count = r.count(itemSizeBytes, limit)
      const items: T[] = []
      for (let index = 0; index < count; index += 1) items.push(item.read(r))
      return items
    },
    write(w, items) {
      w.varint(items.length)
      for (const each of items) item.write(w, each)
    },
  }
}

/** At most `limit` hashes of 20 bytes, read as texts. */
export function hashes(limit: number): Field<Hashes> {
  const texts = list(hash20, HASH_SIZE_BYTES, limit)
  return {
    read: (r) => texts.read(r),
    write(w, value) {
      w.varint(value.length)
      if (value instanceof PackedHashes) w.raw(value.bytes)
      else for (const each of value) w.hex(each)
    },
  }
}

/** The same on the wire, read in one piece. */
export function packedHashes(limit: number): Field<PackedHashes> {
  return {
    read: (r) => new PackedHashes(r.bytes(r.count(HASH_SIZE_BYTES, limit) * HASH_SIZE_BYTES)),
    write: (w, { length, bytes }) => void w.varint(length).raw(bytes),
  }
}

/** Fields in a row, in wire order, as an object. */
export function struct<Value extends object>(fields: {
  readonly [Name in keyof Value]: Field<Value[Name]>
}): Field<{ readonly [Name in keyof Value]: Value[Name] }> {
  const entries = Object.entries(fields) as unknown as readonly (readonly [string, Field<unknown>])[]
  return {
    read(r) {
      const value: Record<string, unknown> = {}
      for (const [name, field] of entries) {
        try {
          value[name] = field.read(r)
        } catch (error) {
          throw inField(error, name)
        }
      }
      return value as Value
    },
    write(w, value) {
      const record = value as Readonly<Record<string, unknown>>
      for (const [name, field] of entries) field.write(w, record[name])
    },
  }
}

/** The same error with `name` in front of its path. */
export function inField(error: unknown, name: string): unknown {
  if (!(error instanceof DecodeError)) return error
  return new DecodeError(
    error.code,
    error.detail,
    error.offset,
    error.path === '' ? name : `${name}.${error.path}`,
  )
}

/**
 * An IPv4 address as text. The wire has the host-order number little-endian, so the octets stand reversed
 * (`fc/network/ip.hpp`, `fc::raw::pack(ip::address)`).
 */
export const ipAddress: Field<string> = {
  read(r) {
    const value = r.uint32()
    return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
  },
  write(w, value) {
    const octets = value.split('.').map(Number)
    w.uint32(octets.reduce((number, octet) => number * 256 + octet, 0))
  },
}

/** `a.b.c.d:port`. */
export const endpoint: Field<string> = {
  read: (r) => `${ipAddress.read(r)}:${r.uint16()}`,
  write(w, value) {
    const colon = value.lastIndexOf(':')
    ipAddress.write(w, value.slice(0, colon))
    w.uint16(Number(value.slice(colon + 1)))
  },
}

/** An enum of one byte (`fc::enum_type<uint8_t, E>`) as its number: core does not check the range either. */
export const enumByte: Field<number> = uint8
