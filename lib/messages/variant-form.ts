import { PRINT_PRIMITIVE } from '../protocol/json/print-leaf.ts'
import { READ_PRIMITIVE } from '../protocol/json/read-leaf.ts'
import { asElements, asMembers, atIndex, inMember, refuse } from '../protocol/json/value-fault.ts'
import type { FcException } from './exception.ts'
import type { JsonForm } from './json-forms.ts'
import { listForm, objectForm, primitive } from './json-forms.ts'
import type { Variant } from './variant.ts'
import { MAX_VARIANT_DEPTH } from './variant.ts'

/** `fc::variant` in JSON: itself, with large integers as text. Fractions cannot travel and are refused, as by core. */
export const variantForm: JsonForm = {
  print: printVariant,
  read: (json) => readVariant(json, MAX_VARIANT_DEPTH),
}

/** `fc::variant_object`. */
export const variantObjectForm: JsonForm = {
  print: (value) => printVariant(asMembers(value)),
  read: (json) => readVariant(asMembers(json), MAX_VARIANT_DEPTH),
}

function printVariant(value: unknown): unknown {
  if (typeof value === 'bigint')
    return value < 0n ? PRINT_PRIMITIVE.int64(value) : PRINT_PRIMITIVE.uint64(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return asElements(value).map(printVariant)
  const printed = Object.create(null) as Record<string, unknown>
  for (const [name, member] of Object.entries(value)) printed[name] = printVariant(member)
  return printed
}

function readVariant(json: unknown, depth: number): Variant {
  if (depth === 0) return refuse(`nested deeper than ${MAX_VARIANT_DEPTH}`)
  if (json === null || typeof json === 'boolean' || typeof json === 'string') return json
  if (typeof json === 'number' || typeof json === 'bigint') {
    return READ_PRIMITIVE[json < 0 ? 'int64' : 'uint64'](json) as bigint
  }
  if (Array.isArray(json)) {
    return json.map((element: unknown, index) => {
      try {
        return readVariant(element, depth - 1)
      } catch (fault) {
        throw atIndex(fault, index)
      }
    })
  }
  const object = Object.create(null) as Record<string, Variant>
  for (const [name, member] of Object.entries(asMembers(json))) {
    try {
      object[name] = readVariant(member, depth - 1)
    } catch (fault) {
      throw inMember(fault, name)
    }
  }
  return object
}

const exceptionObject = objectForm({
  code: primitive('int64'),
  name: primitive('string'),
  message: primitive('string'),
  stack: listForm(variantForm),
})

/** `fc::exception`, whose members have other names in JSON than in the code (`fc/src/exception.cpp`, `to_variant`). */
export const exceptionForm: JsonForm = {
  optional: true,
  print(value) {
    const { code, name, what, log } = asMembers(value)
    return exceptionObject.print({ code, name, message: what, stack: log })
  },
  read(json): FcException {
    const { code, name, message, stack } = asMembers(exceptionObject.read(json))
    return {
      code: code as bigint,
      name: name as string,
      what: message as string,
      log: stack as readonly Variant[],
    }
  },
}
