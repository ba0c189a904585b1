import { toHex } from '#platform'
import { DecodeError } from '../errors.ts'

/** What one message may make us read: a full block of 2 MiB needs 270 000 primitive reads. */
export const MAX_READS: number = 1_000_000
/** How deep values may be nested in values of their own kind; core's counter (`FC_PACK_MAX_DEPTH`) ends near 200 too. */
export const MAX_DEPTH: number = 200
/** `fc::raw::unpack` refuses strings and byte vectors from here on (`MAX_ARRAY_ALLOC_SIZE`). */
const MAX_LENGTH_BYTES = 10 * 1024 * 1024 - 1

/**
 * Reads little-endian values from bytes, each bounds-checked before it is read.
 *
 * Throws {@link DecodeError} with the offset and without a path; who knows the path adds it.
 */
export class ByteReader {
  readonly source: Uint8Array
  readonly view: DataView
  readonly end: number
  offset: number
  /** False once something was read that is written otherwise: a varint longer than needed, a set out of order. */
  canonical = true
  /** How many values of the same kind are around the one that is read. */
  depth = 0
  /** Primitive reads that containers may still announce. */
  budget: number = MAX_READS

  constructor(source: Uint8Array, offset = 0, end: number = source.length) {
    this.source = source
    this.view = new DataView(source.buffer, source.byteOffset, source.byteLength)
    this.offset = offset
    this.end = end
  }

  get remaining(): number {
    return this.end - this.offset
  }

  /** Moves on by `count` bytes and returns where they start. */
  take(count: number): number {
    const at = this.offset
    if (count > this.end - at) throw short(count, this.end - at, at)
    this.offset = at + count
    return at
  }

  uint8(): number {
    return this.source[this.take(1)] as number
  }

  uint16(): number {
    return this.view.getUint16(this.take(2), true)
  }

  uint32(): number {
    return this.view.getUint32(this.take(4), true)
  }

  int64(): bigint {
    return this.view.getBigInt64(this.take(8), true)
  }

  uint64(): bigint {
    return this.view.getBigUint64(this.take(8), true)
  }

  bool(): boolean {
    const byte = this.uint8()
    if (byte > 1) throw new DecodeError('BOOL', `a bool is 0 or 1, not ${byte}`, this.offset - 1)
    return byte === 1
  }

  /**
   * A variable-length integer of up to 53 bits.
   *
   * Non-minimal forms are accepted, as `fc::raw::unpack` accepts them; more than ten bytes or 64 bits is `VARINT`,
   * and a value above 2^53 - 1, which no count or instance on a real chain reaches, is `VALUE`.
   */
  varint(): number {
    const at = this.take(1)
    const first = this.source[at] as number
    return first < 0x80 ? first : longVarint(this, first)
  }

  /** A variable-length integer of 64 bits: a number where that is exact, else a bigint. */
  varuint(): number | bigint {
    const at = this.offset
    const first = this.uint8()
    if (first < 0x80) return first
    const value = sumVarint(this, first, at)
    return value <= Number.MAX_SAFE_INTEGER ? value : bigVarint(this.source, at, this.offset)
  }

  /**
   * The count in front of a container, refused when that many elements cannot fit in what is left.
   *
   * Elements of no bytes (`elementSizeBytes` 0) are limited to 1024. `reads` is how many primitive reads an element
   * takes at least: containers together may take {@link MAX_READS}, so that small bytes cannot become large objects.
   */
  count(elementSizeBytes: number, limit: number = Number.MAX_SAFE_INTEGER, reads = 1): number {
    const at = this.offset
    const count = this.varint()
    if (count === 0) return 0
    this.budget -= count * reads
    const left = this.end - this.offset
    if (
      count > limit ||
      this.budget < 0 ||
      (elementSizeBytes === 0 ? count > 1024 : count * elementSizeBytes > left)
    ) {
      throw this.#tooMany(count, elementSizeBytes, limit, at)
    }
    return count
  }

  /** Goes one level down in values that contain values of their own kind. */
  enter(): void {
    this.depth += 1
    if (this.depth > MAX_DEPTH) throw new DecodeError('DEPTH', `nested deeper than ${MAX_DEPTH}`, this.offset)
  }

  leave(): void {
    this.depth -= 1
  }

  /** Passes length-prefixed bytes and returns where their prefix starts. */
  prefixed(): number {
    const at = this.offset
    this.take(this.length())
    return at
  }

  /** Bytes of their own, copied out so that a small id does not keep a large message alive. */
  bytes(count: number): Uint8Array {
    const at = this.take(count)
    return this.source.slice(at, at + count)
  }

  /** Lower-case hex of the next `count` bytes. */
  hex(count: number): string {
    const at = this.take(count)
    return toHex(this.source, at, at + count)
  }

  /** Length-prefixed bytes, copied out. */
  lengthPrefixed(limit?: number): Uint8Array {
    return this.bytes(this.length(limit))
  }

  /** Length-prefixed text. Bytes that are not UTF-8 become replacement characters: core does not check either. */
  string(limit?: number): string {
    const count = this.length(limit)
    const at = this.take(count)
    return UTF_8.decode(this.source.subarray(at, at + count))
  }

  /** How many bytes follow, from their prefix; refused when more than are left, or than `limit`. */
  length(limit: number = MAX_LENGTH_BYTES): number {
    const at = this.offset
    const count = this.varint()
    const left = this.end - this.offset
    if (count > left) throw tooMany(count, `${left} bytes can follow`, at)
    if (count > limit) throw tooMany(count, `${limit} bytes are allowed`, at)
    return count
  }

  #tooMany(count: number, elementSizeBytes: number, limit: number, at: number): DecodeError {
    const possible = elementSizeBytes === 0 ? 1024 : Math.floor((this.end - this.offset) / elementSizeBytes)
    if (count > possible) return tooMany(count, `${possible} elements can follow`, at)
    if (count > limit) return tooMany(count, `${limit} elements are allowed`, at)
    return tooMany(count, `${MAX_READS} values in all are allowed`, at)
  }
}

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

// The errors are made in functions of their own: that keeps the methods above small enough to be inlined.

function short(count: number, left: number, at: number): DecodeError {
  return new DecodeError('SHORT', `needs ${count} bytes, ${left} are left`, at)
}

function tooMany(count: number, most: string, at: number): DecodeError {
  return new DecodeError('LENGTH', `announces ${count}, at most ${most}`, at)
}

/** The rest of a varint of two bytes or more; up to five bytes, which hold most instances, go without a loop. */
function longVarint(reader: ByteReader, first: number): number {
  const { source } = reader
  const at = reader.offset
  if (reader.end - at < 4) return wideVarint(reader, first, at - 1)
  const second = source[at] as number
  if (second < 0x80) return lastGroup(reader, at + 1, second, (first & 0x7f) | (second << 7))
  const third = source[at + 1] as number
  const two = (first & 0x7f) | ((second & 0x7f) << 7)
  if (third < 0x80) return lastGroup(reader, at + 2, third, two | (third << 14))
  const fourth = source[at + 2] as number
  const three = two | ((third & 0x7f) << 14)
  if (fourth < 0x80) return lastGroup(reader, at + 3, fourth, three | (fourth << 21))
  const fifth = source[at + 3] as number
  if (fifth < 0x80)
    return lastGroup(reader, at + 4, fifth, (three | ((fourth & 0x7f) << 21)) + fifth * 2 ** 28)
  return wideVarint(reader, first, at - 1)
}

function lastGroup(reader: ByteReader, next: number, group: number, value: number): number {
  if (group === 0) reader.canonical = false
  reader.offset = next
  return value
}

function wideVarint(reader: ByteReader, first: number, at: number): number {
  const value = sumVarint(reader, first, at)
  if (value > Number.MAX_SAFE_INTEGER) throw new DecodeError('VALUE', `${value} is above 2^53 - 1`, at)
  return value
}

/** The value as a double, which is exact up to 2^53. */
function sumVarint(reader: ByteReader, first: number, at: number): number {
  let value = first & 0x7f
  let unit = 128
  for (let index = 1; index < 10; index += 1) {
    const byte = reader.uint8()
    if (index === 9 && (byte & 0x7f) > 1) break
    value += (byte & 0x7f) * unit
    unit *= 128
    if (byte < 0x80) {
      if (byte === 0) reader.canonical = false
      return value
    }
  }
  throw new DecodeError('VARINT', 'a variable-length integer of more than 64 bits', at)
}

function bigVarint(source: Uint8Array, start: number, end: number): bigint {
  let value = 0n
  for (let at = end - 1; at >= start; at -= 1) value = (value << 7n) | BigInt((source[at] as number) & 0x7f)
  return value
}
