import { addressFromText, publicKeyFromText } from '../../crypto/key-text.ts'
import { UsageError } from '../../errors.ts'
import type { Primitive } from '../schema.ts'
import { timeFromText } from './time-text.ts'
import { asElements, asMembers, found, refuse } from './value-fault.ts'

/** What reads one value from what `JSON.parse` gives. */
export type Read = (json: unknown) => unknown

const MAX_UINT64 = 0xffffffffffffffffn
const MAX_UINT128 = 0xffffffffffffffffffffffffffffffffn
const MAX_INT64 = 0x7fffffffffffffffn
const MIN_INT64 = -0x8000000000000000n
/** `GRAPHENE_DB_MAX_INSTANCE_ID`. */
const MAX_INSTANCE = 0xffffffffffffn

/** How each primitive is read, except those whose text carries the prefix of a network. */
export const READ_PRIMITIVE: Readonly<Record<Exclude<Primitive, 'public_key' | 'address'>, Read>> = {
  uint8: readUint(8),
  uint16: readUint(16),
  uint32: readUint(32),
  uint64: (json) => readInteger(json, 0n, MAX_UINT64, 'a uint64'),
  uint128: (json) => readInteger(json, 0n, MAX_UINT128, 'a uint128'),
  int64: (json) => readInteger(json, MIN_INT64, MAX_INT64, 'an int64'),
  varuint: (json) => {
    const value = readInteger(json, 0n, MAX_UINT64, 'a varuint')
    return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
  },
  bool: readBool,
  string: readString,
  bytes: (json) => hexToBytes(readHex(json)),
  ripemd160: readFixedBytes(20),
  sha1: readFixedBytes(20),
  sha256: readFixedBytes(32),
  hash160: readFixedBytes(20),
  object_id: readObjectId,
  vote_id: readVoteId,
  time_point_sec: timeFromText,
  extensions: readExtensions,
}

/**
 * An integer in any form that `fc::variant::as_int64` and `as_uint64` take (`fc/src/variant.cpp`): a number, decimal text,
 * a bool, or null as 0. What core would cut to fit, a fraction or what is out of range, is refused.
 */
function readInteger(json: unknown, min: bigint, max: bigint, what: string): bigint {
  const value = toBigint(json, what)
  return value >= min && value <= max ? value : refuse(`${found(json)} is out of the range of ${what}`)
}

const DECIMAL = /^[+-]?\d{1,40}$/

function toBigint(json: unknown, what: string): bigint {
  if (typeof json === 'number') {
    if (Number.isSafeInteger(json)) return BigInt(json)
    return refuse(
      Number.isInteger(json)
        ? `${json} may have lost digits on its way: write it as text`
        : `expected ${what}, found ${json}`,
    )
  }
  if (typeof json === 'string' && DECIMAL.test(json))
    return BigInt(json.startsWith('+') ? json.slice(1) : json)
  if (typeof json === 'bigint') return json
  if (typeof json === 'boolean') return json ? 1n : 0n
  if (json === null) return 0n
  return refuse(`expected ${what}, found ${found(json)}`)
}

function readUint(bits: 8 | 16 | 32): Read {
  const max = 2 ** bits - 1
  return (json) => {
    if (typeof json === 'number' && json >= 0 && json <= max && Number.isInteger(json)) return json
    return Number(readInteger(json, 0n, BigInt(max), `a uint${bits}`))
  }
}

/** `fc::variant::as_bool`: true, false, the same as text, a number (0 is false), or null as false. */
function readBool(json: unknown): boolean {
  if (typeof json === 'boolean') return json
  if (json === 'true') return true
  if (json === 'false' || json === null) return false
  if (typeof json === 'number') return json !== 0
  return refuse(`expected true or false, found ${found(json)}`)
}

const LONE_SURROGATE = /\p{Surrogate}/u

/** `fc::variant::as_string`: text, a number or bool as text, or null as the empty text. */
function readString(json: unknown): string {
  if (typeof json === 'string') {
    return LONE_SURROGATE.test(json) ? refuse('half of a surrogate pair has no UTF-8 form') : json
  }
  if (typeof json === 'number' || typeof json === 'bigint' || typeof json === 'boolean') return String(json)
  return json === null ? '' : refuse(`expected text, found ${found(json)}`)
}

const HEX = /^(?:[0-9a-f]{2})*$/

function readHex(json: unknown): string {
  const text = json === null ? '' : json
  if (typeof text !== 'string') return refuse(`expected hex digits, found ${found(json)}`)
  const hex = text.toLowerCase()
  return HEX.test(hex) ? hex : refuse(`expected hex digits in pairs, found ${found(json)}`)
}

/**
 * Hex of exactly `length` bytes. Less than that fills the front and leaves the rest zero, as core does
 * (`fc/include/fc/crypto/hex.hpp`, `from_variant` of `std::array`); more, which core cuts, is refused.
 */
export function readFixedBytes(length: number): Read {
  return (json) => {
    const hex = readHex(json)
    if (hex.length > length * 2) return refuse(`expected ${length} bytes of hex, found ${hex.length / 2}`)
    return hex.padEnd(length * 2, '0')
  }
}

function hexToBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}

/** `extensions_type`: no element, or ones that say nothing, `[0, {}]` (`base.hpp`, `future_extensions`). */
function readExtensions(json: unknown): readonly unknown[] {
  return asElements(json).map((element) => {
    const [tag, content] = asElements(element)
    asMembers(content)
    return tag === 0 ? [0, {}] : refuse(`there is no extension ${found(tag)}`)
  })
}

const OBJECT_ID = /^(\d{1,20})\.(\d{1,20})\.(\d{1,20})$/

function readObjectId(json: unknown): string {
  const parts = typeof json === 'string' ? OBJECT_ID.exec(json) : null
  if (parts === null) return refuse(`expected an object id like 1.2.3, found ${found(json)}`)
  const [space, type, instance] = parts.slice(1).map(BigInt) as [bigint, bigint, bigint]
  if (space > 255n || type > 255n || instance > MAX_INSTANCE)
    return refuse(`there is no object ${found(json)}`)
  return `${space}.${type}.${instance}`
}

/** An object id whose space and type are given by where it stands. */
export function readTypedId([space, type]: readonly [number, number]): Read {
  const prefix = `${space}.${type}.`
  return (json) => {
    const id = readObjectId(json)
    return id.startsWith(prefix) ? id : refuse(`expected an object id like ${prefix}0, found ${found(json)}`)
  }
}

const VOTE_ID = /^(\d{1,3}):(\d{1,8})$/
const MAX_VOTE_INSTANCE = 0xffffff

function readVoteId(json: unknown): string {
  const parts = typeof json === 'string' ? VOTE_ID.exec(json) : null
  if (parts === null) return refuse(`expected a vote like 1:23, found ${found(json)}`)
  const [type, instance] = parts.slice(1).map(Number) as [number, number]
  return type > 255 || instance > MAX_VOTE_INSTANCE
    ? refuse(`there is no vote ${found(json)}`)
    : `${type}:${instance}`
}

/** A public key's text: prefix, length and checksum have to hold. */
export function readPublicKey(prefix: string): Read {
  return (json) => readKeyText(json, (text) => publicKeyFromText(text, prefix))
}

/** The text of an address, checked like that of a key. */
export function readAddress(prefix: string): Read {
  return (json) => readKeyText(json, (text) => addressFromText(text, prefix))
}

function readKeyText(json: unknown, check: (text: string) => Uint8Array): string {
  if (typeof json !== 'string') return refuse(`expected the text of a key, found ${found(json)}`)
  try {
    check(json)
  } catch (error) {
    if (error instanceof UsageError) return refuse(`${found(json)}: ${error.message}`)
    throw error
  }
  return json
}
