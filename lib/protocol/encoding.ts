import { addressFromText, publicKeyFromText } from '../crypto/key-text.ts'
import { UsageError } from '../errors.ts'
import { MAX_DEPTH } from '../wire/byte-reader.ts'
import { ByteWriter } from '../wire/byte-writer.ts'
import type { FutureExtensions } from './chain-reader.ts'
import { ChainReader } from './chain-reader.ts'
import { asElements, asMembers, atIndex, found, inMember, refuse } from './json/value-fault.ts'
import { instanceFromText, objectIdFromText, voteIdFromText } from './object-id.ts'
import type { Order } from './order.ts'
import { byVarint } from './order.ts'
import { inOrder } from './sets.ts'

/** Writes chain types. */
export class ChainWriter extends ByteWriter {
  /** What public keys and addresses begin with. */
  readonly prefix: string
  #depth = 0

  constructor(prefix: string, capacityBytes?: number) {
    super(capacityBytes)
    this.prefix = prefix
  }

  /** Goes one level down in values that contain values of their own kind; deeper than can be read is refused. */
  enter(): void {
    this.#depth += 1
    if (this.#depth > MAX_DEPTH) refuse(`nested deeper than ${MAX_DEPTH}`)
  }

  leave(): void {
    this.#depth -= 1
  }
}

/** Writes one value; refuses with a `ValueFault` what does not fit, whatever the declared type let through. */
export type Encode<T> = (w: ChainWriter, value: T) => void

/** Writes a member of a struct; a fault in it gets the member's name in front of its path. */
export function member<T>(w: ChainWriter, name: string, encode: Encode<T>, value: T): void {
  try {
    encode(w, value)
  } catch (fault) {
    throw inMember(fault, name)
  }
}

/** The value itself when it is an object, so that its members can be read. */
export function checkObject(value: object): void {
  asMembers(value)
}

function unsigned(bits: 8 | 16 | 32, write: (w: ChainWriter, value: number) => unknown): Encode<unknown> {
  const max = 2 ** bits - 1
  return (w, value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) write(w, value)
    else refuse(`expected an integer from 0 to ${max}, found ${found(value)}`)
  }
}

export const encodeUint8: Encode<unknown> = unsigned(8, (w, value) => w.uint8(value))
export const encodeUint16: Encode<unknown> = unsigned(16, (w, value) => w.uint16(value))
export const encodeUint32: Encode<unknown> = unsigned(32, (w, value) => w.uint32(value))

export const encodeUint64: Encode<unknown> = (w, value) => {
  if (typeof value === 'bigint' && BigInt.asUintN(64, value) === value) w.uint64(value)
  else refuse(`expected a bigint from 0 to 2^64 - 1, found ${found(value)}`)
}

export const encodeInt64: Encode<unknown> = (w, value) => {
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) w.int64(value)
  else refuse(`expected a bigint from -2^63 to 2^63 - 1, found ${found(value)}`)
}

export const encodeUint128: Encode<unknown> = (w, value) => {
  if (typeof value !== 'bigint' || BigInt.asUintN(128, value) !== value) {
    return refuse(`expected a bigint from 0 to 2^128 - 1, found ${found(value)}`)
  }
  w.uint64(value >> 64n).uint64(BigInt.asUintN(64, value))
}

export const encodeVaruint: Encode<unknown> = (w, value) => {
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  const isBigint = typeof value === 'bigint' && BigInt.asUintN(64, value) === value
  if (isNumber || isBigint) w.varint(value)
  else refuse(`expected an integer from 0 to 2^64 - 1, found ${found(value)}`)
}

export const encodeBool: Encode<unknown> = (w, value) => {
  if (typeof value === 'boolean') w.bool(value)
  else refuse(`expected true or false, found ${found(value)}`)
}

/** Text as UTF-8, or bytes as they are: core does not ask whether text is UTF-8. */
export const encodeString: Encode<unknown> = (w, value) => {
  if (typeof value === 'string') w.string(value)
  else if (value instanceof Uint8Array) w.lengthPrefixed(value)
  else refuse(`expected text, found ${found(value)}`)
}

export const encodeBytes: Encode<unknown> = (w, value) => {
  if (value instanceof Uint8Array) w.lengthPrefixed(value)
  else refuse(`expected bytes, found ${found(value)}`)
}

const HEX = /^[0-9a-f]*$/i

export function fixedBytes(sizeBytes: number): Encode<unknown> {
  return (w, value) => {
    if (typeof value === 'string' && value.length === sizeBytes * 2 && HEX.test(value)) w.hex(value)
    else refuse(`expected ${sizeBytes * 2} hex digits, found ${found(value)}`)
  }
}

/** RIPEMD-160, SHA-1 and both of them after SHA-256. */
export const encodeHash20: Encode<unknown> = fixedBytes(20)
export const encodeHash32: Encode<unknown> = fixedBytes(32)

export const encodePublicKey: Encode<unknown> = keyText(publicKeyFromText)
export const encodeAddress: Encode<unknown> = keyText(addressFromText)

function keyText(parse: (text: string, prefix: string) => Uint8Array): Encode<unknown> {
  return (w, value) => {
    if (typeof value !== 'string') return refuse(`expected the text of a key, found ${found(value)}`)
    try {
      w.raw(parse(value, w.prefix))
    } catch (error) {
      if (error instanceof UsageError) refuse(`${found(value)}: ${error.message}`)
      throw error
    }
  }
}

/** Ids whose space and type are given by where they stand: only the instance is written. */
export function objectId(space: number, type: number): Encode<unknown> {
  return (w, value) => void w.varint(instanceFromText(space, type, value))
}

export const encodeObjectId: Encode<unknown> = (w, value) => {
  const [space, type, instance] = objectIdFromText(value)
  w.uint32(instance % 2 ** 32).uint16(Math.floor(instance / 2 ** 32))
  w.uint8(type).uint8(space)
}

export const encodeVoteId: Encode<unknown> = (w, value) => void w.uint32(voteIdFromText(value))

export function optional<T>(encode: Encode<T>): Encode<T | undefined> {
  return (w, value) => {
    w.bool(value !== undefined)
    if (value !== undefined) encode(w, value)
  }
}

export function vector<T>(encode: Encode<T>): Encode<readonly T[]> {
  return (w, value) => {
    w.varint(asElements(value).length)
    for (let index = 0; index < value.length; index += 1) element(w, index, encode, value[index] as T)
  }
}

/** Elements in any order and number: they are written in core's order, each once. */
export function set<T>(encode: Encode<T>, order: Order): Encode<readonly T[]> {
  return (w, value) => {
    asElements(value)
    const entries = value.map((each, index) => {
      const writer = new ChainWriter(w.prefix, 64)
      element(writer, index, encode, each)
      const bytes = writer.done()
      return { key: order(new ChainReader(bytes, 0, bytes.length, w.prefix)), value: bytes }
    })
    const ordered = inOrder(entries)
    w.varint(ordered.length)
    for (const entry of ordered) w.raw(entry.value)
  }
}

const encodeVoidExtension: Encode<readonly unknown[]> = (w, value) => {
  if (asElements(value)[0] !== 0) refuse('expected [0, {}]')
  w.varint(0)
}

export const encodeExtensions: Encode<FutureExtensions> = set(encodeVoidExtension, byVarint)

/** Keys and values in any order: of two values with the same key the first is written, as core would keep it. */
export function map<K, V>(
  key: Encode<K>,
  order: Order,
  value: Encode<V>,
): Encode<readonly (readonly [K, V])[]> {
  return set(pair(key, value), order)
}

export function pair<A, B>(first: Encode<A>, second: Encode<B>): Encode<readonly [A, B]> {
  return (w, value) => {
    if (asElements(value).length !== 2) refuse(`expected two elements, found ${value.length}`)
    element(w, 0, first, value[0])
    element(w, 1, second, value[1])
  }
}

/** Refuses what is not a `[tag, value]`. */
export function checkArray(value: readonly unknown[]): void {
  if (asElements(value).length !== 2) refuse(`expected a tag and a value, found ${value.length} elements`)
}

/** Writes a variant's tag and what it stands for. */
export function tagged<T>(w: ChainWriter, tag: number, encode: Encode<T>, content: T): void {
  w.varint(tag)
  element(w, 1, encode, content)
}

/** Refuses a tag that none of a variant's types has. */
export function refuseTag(value: readonly unknown[], count: number): never {
  return refuse(`expected a tag below ${count}, found ${found(value[0])}`)
}

/** The members of an `extension<T>` in the order of their indices; those that are undefined are left out. */
export function extension<T extends object>(
  members: readonly (readonly [keyof T & string, Encode<never>])[],
): Encode<T> {
  return (w, value) => {
    checkObject(value)
    const present = members.filter(([name]) => value[name] !== undefined)
    w.varint(present.length)
    members.forEach(([name, encode], index) => {
      const content: unknown = value[name]
      if (content === undefined) return
      w.varint(index)
      member(w, name, encode as Encode<unknown>, content)
    })
  }
}

function element<T>(w: ChainWriter, index: number, encode: Encode<T>, value: T): void {
  try {
    encode(w, value)
  } catch (fault) {
    throw atIndex(fault, index)
  }
}
