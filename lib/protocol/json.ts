import { UsageError } from '../errors.ts'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import type { Print } from './json/print-leaf.ts'
import { JsonPrinter } from './json/print-json.ts'
import type { Read } from './json/read-leaf.ts'
import { JsonReader } from './json/read-json.ts'
import { asUsageError } from './json/value-fault.ts'
import type { TypeExpression } from './schema.ts'
import { STRUCTS, VARIANTS } from './schema.ts'

export interface JsonOptions {
  /** What public keys and addresses begin with, where it is not `BTS`. */
  readonly prefix?: string
}

const printers = new Map<string, JsonPrinter>()
const readers = new Map<string, JsonReader>()

/**
 * Returns `value` as bitshares-core 7.0.2 prints it over RPC, in the form that `JSON.stringify` takes.
 *
 * `type` is the name of a struct or variant of the schema: `operation`, `signed_transaction`, `signed_block`, `asset` …
 * 64-bit integers are numbers within 32 bits and text beyond, absent optionals are left out, members keep the order of
 * the wire. Throws {@link UsageError} `BAD_VALUE` with the path of what does not fit the type.
 */
export function toJson(type: string, value: unknown, options: JsonOptions = {}): unknown {
  const print = printerOf(type, options.prefix ?? DEFAULT_KEY_PREFIX)
  return asUsageError(type, () => print(value))
}

/**
 * Reads JSON into plain objects that `encode` takes.
 *
 * It is as lenient in form as core: numbers may be text, hex may be upper case, what is optional may be left out or null,
 * a missing member is what core makes it (mostly zero or empty), members that the type does not have are ignored. What
 * core would cut to make it fit (300 in a uint8, a fraction, hex that is too long) is refused. Throws
 * {@link UsageError} `BAD_VALUE` with the path.
 */
export function fromJson(type: string, json: unknown, options: JsonOptions = {}): unknown {
  return asUsageError(type, () => readValue(type, json, options))
}

/** {@link fromJson} inside of something else: what it refuses is a `ValueFault`, whose path the caller goes on with. */
export function readValue(type: string, json: unknown, options: JsonOptions = {}): unknown {
  return readerOf(type, options.prefix ?? DEFAULT_KEY_PREFIX)(json)
}

/** The type of a name: a struct or a variant of the schema. */
export function typeNamed(name: string): TypeExpression | undefined {
  if (Object.hasOwn(VARIANTS, name)) return { named_variant: name }
  if (Object.hasOwn(STRUCTS, name)) return { struct: name }
  return undefined
}

function printerOf(name: string, prefix: string): Print {
  const printer = printers.get(prefix) ?? new JsonPrinter(prefix)
  printers.set(prefix, printer)
  return printer.printerOf(knownType(name))
}

function readerOf(name: string, prefix: string): Read {
  const reader = readers.get(prefix) ?? new JsonReader(prefix)
  readers.set(prefix, reader)
  return reader.readerOf(knownType(name))
}

function knownType(name: string): TypeExpression {
  const type = typeNamed(name)
  if (type === undefined) throw new UsageError('BAD_OPTION', `there is no type ${JSON.stringify(name)}`)
  return type
}
