import { Buffer } from 'node:buffer'
import { InternalError, UsageError } from '../errors.ts'
import { messageFromJson, messageToJson } from '../messages/json.ts'
import type { MessageName } from '../messages/registry.ts'
import { decodeMessage, encodeMessage, MESSAGE_NAMES, messageNumber } from '../messages/registry.ts'
import type { TypeName, TypeOf } from '../protocol/decode.ts'
import { decode } from '../protocol/decode.ts'
import { encode } from '../protocol/encode.ts'
import { fromJson, toJson } from '../protocol/json.ts'
import { minSizeBytes } from '../protocol/layout.ts'
import { STRUCTS, VARIANTS } from '../protocol/schema.ts'
import { isHex } from '../wire/hex.ts'
import { toHex } from '#platform'
import { parseJson } from './parse-json.ts'

/** What turns a line of hex into a line of JSON and back, for one type. */
export interface LineCodec {
  /** Whether no bytes are a value, as of messages without fields. */
  readonly canBeEmpty: boolean
  /** JSON of the bytes, as core prints it. Throws {@link DecodeError}, or {@link UsageError} for what is not hex. */
  toJsonLine(hex: string): string
  /** Hex of the bytes. Throws {@link UsageError}, or a SyntaxError for what is not JSON. */
  toHexLine(json: string): string
}

const EMPTY_MESSAGES: ReadonlySet<MessageName> = new Set([
  'connection_accepted_message',
  'address_request_message',
  'get_current_connections_request_message',
])

/** The names of all types and messages. */
export const TYPE_NAMES: readonly string[] = [
  ...Object.keys(VARIANTS),
  ...Object.keys(STRUCTS),
  ...MESSAGE_NAMES,
]

/** The codec of a type of the chain or a message, if there is one of that name. `prefix`: what keys begin with. */
export function lineCodecOf(name: string, prefix: string): LineCodec | undefined {
  if (!TYPE_NAMES.includes(name)) return undefined
  return isMessageName(name) ? messageCodec(name, prefix) : chainCodec(name as TypeName, prefix)
}

function chainCodec(type: TypeName, prefix: string): LineCodec {
  return {
    canBeEmpty: Object.hasOwn(STRUCTS, type) && minSizeBytes({ struct: type }) === 0,
    toJsonLine: (hex) => JSON.stringify(toJson(type, decode(type, bytesOf(hex), { prefix }))),
    toHexLine(json) {
      const value = fromJson(type, parseJson(json), { prefix }) as TypeOf<TypeName>
      return toHex(encode(type, value, { prefix }))
    },
  }
}

function messageCodec(name: MessageName, prefix: string): LineCodec {
  return {
    canBeEmpty: EMPTY_MESSAGES.has(name),
    toJsonLine(hex) {
      const message = decodeMessage(messageNumber(name), bytesOf(hex))
      if (message.type === 'unknown_message') throw new InternalError(`${name} has no number`)
      return JSON.stringify(messageToJson(message, { prefix }))
    },
    toHexLine: (json) => toHex(encodeMessage(messageFromJson(name, parseJson(json), { prefix })).payload),
  }
}

function isMessageName(name: string): name is MessageName {
  return (MESSAGE_NAMES as readonly string[]).includes(name)
}

function bytesOf(hex: string): Uint8Array {
  if (!isHex(hex)) throw new UsageError('BAD_VALUE', 'not hex digits in pairs')
  return Buffer.from(hex, 'hex')
}
