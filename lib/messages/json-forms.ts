import type { Primitive } from '../protocol/schema.ts'
import type { Print } from '../protocol/json/print-leaf.ts'
import { PRINT_PRIMITIVE } from '../protocol/json/print-leaf.ts'
import type { Read } from '../protocol/json/read-leaf.ts'
import { READ_PRIMITIVE, readFixedBytes } from '../protocol/json/read-leaf.ts'
import { timeFromText, timeToText } from '../protocol/json/time-text.ts'
import { asElements, asMembers, atIndex, found, inMember, refuse } from '../protocol/json/value-fault.ts'
import { HASH_SIZE_BYTES, PackedHashes } from './hashes.ts'

/** How one kind of field stands in JSON. */
export interface JsonForm {
  readonly print: Print
  readonly read: Read
  /** Left out of the JSON where there is no value. */
  readonly optional?: boolean
}

/** A number, text or bool as in the chain's types. */
export function primitive(type: Exclude<Primitive, 'public_key' | 'address'>): JsonForm {
  return { print: PRINT_PRIMITIVE[type], read: READ_PRIMITIVE[type] }
}

/** Fixed bytes as hex. */
export function hexForm(sizeBytes: number): JsonForm {
  return { print: PRINT_PRIMITIVE.ripemd160, read: readFixedBytes(sizeBytes) }
}

/** A one-byte enum by name; core prints a number without a name as its decimal text. */
export function enumForm(names: readonly string[]): JsonForm {
  return {
    print: (value) => names[value as number] ?? String(value),
    read(json) {
      const index = names.findIndex((name) => name === json)
      return index === -1 ? READ_PRIMITIVE.uint8(json) : index
    },
  }
}

/** Microseconds since 1970: core prints whole seconds and drops the rest (`fc/src/time.cpp`, `time_point::operator string`). */
export const timePointForm: JsonForm = {
  print: (value) =>
    typeof value === 'bigint'
      ? timeToText(Number(BigInt.asUintN(32, value / 1_000_000n)))
      : refuse(`expected microseconds, found ${found(value)}`),
  read: (json) => BigInt(timeFromText(json)) * 1_000_000n,
}

const IP_ADDRESS = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/
const ENDPOINT = /^([\d.]+):(\d{1,5})$/

/** `a.b.c.d`. */
export const ipAddressForm: JsonForm = { print: PRINT_PRIMITIVE.string, read: readIpAddress }

/** `a.b.c.d:port`. */
export const endpointForm: JsonForm = {
  print: PRINT_PRIMITIVE.string,
  read(json) {
    const parts = typeof json === 'string' ? ENDPOINT.exec(json) : null
    if (parts === null || Number(parts[2]) > 0xffff) {
      return refuse(`expected an endpoint like 1.2.3.4:1776, found ${found(json)}`)
    }
    return `${readIpAddress(parts[1])}:${Number(parts[2])}`
  },
}

function readIpAddress(json: unknown): string {
  const parts = typeof json === 'string' ? IP_ADDRESS.exec(json) : null
  const octets = parts?.slice(1).map(Number)
  if (octets === undefined || octets.some((octet) => octet > 255)) {
    return refuse(`expected an address like 1.2.3.4, found ${found(json)}`)
  }
  return octets.join('.')
}

/** A list of `form`. */
export function listForm(form: JsonForm): JsonForm {
  return { print: each(form.print), read: each(form.read) }
}

/** A list of hashes, packed or not. */
export function hashesForm(): JsonForm {
  const { print, read } = listForm(hexForm(HASH_SIZE_BYTES))
  return { print: (value) => print(value instanceof PackedHashes ? [...value] : value), read }
}

function each(convert: (value: unknown) => unknown): (value: unknown) => unknown {
  return (value) =>
    asElements(value).map((element, index) => {
      try {
        return convert(element)
      } catch (fault) {
        throw atIndex(fault, index)
      }
    })
}

/** An object with exactly these members, printed in this order; members it does not have are ignored when read. */
export function objectForm(members: Readonly<Record<string, JsonForm>>): JsonForm {
  const entries = Object.entries(members)
  const convert = (source: Readonly<Record<string, unknown>>, way: 'print' | 'read'): unknown => {
    const converted: Record<string, unknown> = {}
    for (const [name, form] of entries) {
      const member = Object.hasOwn(source, name) ? source[name] : undefined
      if (form.optional === true && (member === undefined || member === null)) {
        if (way === 'read') converted[name] = undefined
        continue
      }
      try {
        converted[name] = form[way](member)
      } catch (fault) {
        throw inMember(fault, name)
      }
    }
    return converted
  }
  return {
    print: (value) => convert(asMembers(value), 'print'),
    read: (json) => convert(asMembers(json), 'read'),
  }
}
