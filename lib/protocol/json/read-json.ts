import { MAX_DEPTH } from '../../wire/byte-reader.ts'
import type { Field, TypeExpression } from '../schema.ts'
import { OPERATION_NAMES, structFields, variantTypes } from '../schema.ts'
import { defaultJson } from './default-values.ts'
import type { Read } from './read-leaf.ts'
import { READ_PRIMITIVE, readAddress, readFixedBytes, readPublicKey, readTypedId } from './read-leaf.ts'
import { asElements, asMembers, atIndex, found, inMember, refuse } from './value-fault.ts'

/** Turns the schema into functions, each type once: `readerOf` gives the one that reads values of `type` from JSON. */
export class JsonReader {
  readonly #named = new Map<string, Read>()
  readonly #prefix: string
  #nesting = 0

  /** `prefix`: what public keys and addresses begin with. */
  constructor(prefix: string) {
    this.#prefix = prefix
  }

  readerOf(type: TypeExpression): Read {
    if (type === 'public_key') return readPublicKey(this.#prefix)
    if (type === 'address') return readAddress(this.#prefix)
    if (typeof type === 'string') return READ_PRIMITIVE[type]
    if ('object_id' in type) return readTypedId(type.object_id)
    if ('fixed_bytes' in type) return readFixedBytes(type.fixed_bytes)
    if ('vector' in type) return readList(this.readerOf(type.vector))
    if ('set' in type) return readList(this.readerOf(type.set))
    if ('map' in type) return readList(this.#pair(type.map))
    if ('pair' in type) return this.#pair(type.pair)
    if ('optional' in type) return readOptional(this.readerOf(type.optional))
    if ('static_variant' in type) return this.#variant(type.static_variant)
    if ('struct' in type) {
      return this.#once(`struct ${type.struct}`, () => this.#members(type.struct, structFields(type.struct)))
    }
    if ('extension' in type) {
      return this.#once(`extension ${type.extension}`, () => this.#extension(structFields(type.extension)))
    }
    const types = variantTypes(type.named_variant)
    return this.#once(`variant ${type.named_variant}`, () =>
      this.#nested(type.named_variant === 'operation' ? this.#operation(types) : this.#variant(types)),
    )
  }

  /** Made at the first call, so that types may contain themselves. */
  #once(key: string, make: () => Read): Read {
    const known = this.#named.get(key)
    if (known !== undefined) return known
    let made: Read | undefined
    const read: Read = (json) => (made ??= make())(json)
    this.#named.set(key, read)
    return read
  }

  /** Proposals in proposals and restrictions in restrictions go as deep as a decoder follows them. */
  #nested(read: Read): Read {
    return (json) => {
      if (this.#nesting >= MAX_DEPTH) return refuse(`nested deeper than ${MAX_DEPTH}`)
      this.#nesting += 1
      try {
        return read(json)
      } finally {
        this.#nesting -= 1
      }
    }
  }

  #members(struct: string, fields: readonly Field[]): Read {
    const members = fields.map(({ name, type }) => ({
      name,
      isOptional: typeof type === 'object' && 'optional' in type,
      missing: defaultJson(struct, name, type),
      read: this.readerOf(type),
    }))
    return (json) => {
      const source = asMembers(json)
      const value: Record<string, unknown> = {}
      for (const { name, isOptional, missing, read } of members) {
        const isThere = Object.hasOwn(source, name)
        if (isOptional && !isThere) {
          value[name] = undefined
          continue
        }
        const member = isThere ? source[name] : missing
        try {
          value[name] = read(member)
        } catch (fault) {
          throw inMember(fault, name)
        }
      }
      return value
    }
  }

  /** `graphene_extension_from_variant_visitor` (ext.hpp): null and [] are empty, a member nobody knows is an error. */
  #extension(fields: readonly Field[]): Read {
    const read = this.#members('', fields)
    const names = new Set(fields.map(({ name }) => name))
    return (json) => {
      if (json === null || (Array.isArray(json) && json.length === 0)) return read({})
      const unknown = Object.keys(asMembers(json)).find((name) => !names.has(name))
      return unknown === undefined ? read(json) : refuse(`there is no extension ${found(unknown)}`)
    }
  }

  #pair([first, second]: readonly [TypeExpression, TypeExpression]): Read {
    const readFirst = this.readerOf(first)
    const readSecond = this.readerOf(second)
    return (json) => {
      const [left, right] = asPair(json)
      return [at(0, readFirst, left), at(1, readSecond, right)]
    }
  }

  #variant(types: readonly TypeExpression[]): Read {
    const reads = types.map((type) => this.readerOf(type))
    return (json) => {
      const [tagJson, content] = asPair(json)
      const tag = readTag(tagJson, reads.length)
      return [tag, at(1, reads[tag] as Read, content)]
    }
  }

  #operation(types: readonly TypeExpression[]): Read {
    const reads = types.map((type) => this.readerOf(type))
    return (json) => {
      const [tagJson, content] = asPair(json)
      const tag = readTag(tagJson, reads.length)
      const fields = at(1, reads[tag] as Read, content)
      return { type: OPERATION_NAMES[tag], ...asMembers(fields) }
    }
  }
}

function readTag(json: unknown, count: number): number {
  const tag = at(0, READ_PRIMITIVE.varuint, json)
  return typeof tag === 'number' && tag < count ? tag : refuse(`no tag ${found(json)}, there are ${count}`)
}

function asPair(json: unknown): readonly unknown[] {
  const elements = asElements(json)
  return elements.length === 2 ? elements : refuse(`expected two elements, found ${elements.length}`)
}

function readList(read: Read): Read {
  return (json) => {
    const elements = asElements(json)
    const values: unknown[] = []
    for (let index = 0; index < elements.length; index += 1) values.push(at(index, read, elements[index]))
    return values
  }
}

function readOptional(read: Read): Read {
  return (json) => (json === null || json === undefined ? undefined : read(json))
}

function at(index: number, read: Read, json: unknown): unknown {
  try {
    return read(json)
  } catch (fault) {
    throw atIndex(fault, index)
  }
}
