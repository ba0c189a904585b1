import { DecodeError } from '../errors.ts'
import { ByteWriter } from '../wire/byte-writer.ts'
import { ChainReader } from './chain-reader.ts'
import { fixedSizeBytes, isRecursive, minReads, minSizeBytes } from './layout.ts'
import { orderOf } from './order.ts'
import type { TypeExpression } from './schema.ts'
import { structFields, variantTypes } from './schema.ts'
import type { Entry } from './sets.ts'
import { inOrder, MAX_UNORDERED, OrderWatch } from './sets.ts'

/**
 * The value at the reader as core would write it after reading it: varints minimal, sets in order, each element once.
 *
 * Ids, digests and merkle leaves are hashes of this form (protocol: what core hashes is a value, not what arrived). It
 * interprets the schema, slowly, so it is for bytes that are known not to be canonical already.
 */
export function canonicalBytes(type: TypeExpression, reader: ChainReader): Uint8Array {
  const writer = new ByteWriter()
  new Transcoder(reader).copy(type, writer)
  return writer.done()
}

/**
 * The error that reading `type` from `offset` ends with, with the path of the field from `name` on.
 *
 * Generated decoders do not keep track of where they are, which is what makes them fast; after a failure the bytes are
 * read again from the start by this slower reader that does. `failure` is what they threw.
 */
export function withPath(
  failure: unknown,
  name: string,
  type: TypeExpression,
  reader: ChainReader,
  offset: number,
): unknown {
  if (!(failure instanceof DecodeError)) return failure
  const transcoder = new Transcoder(new ChainReader(reader.source, offset, reader.end, reader.prefix))
  try {
    transcoder.copy(type, new ByteWriter())
  } catch (error) {
    if (error instanceof DecodeError) {
      return new DecodeError(error.code, error.detail, error.offset, name + transcoder.path.join(''))
    }
    throw error
  }
  return new DecodeError(failure.code, failure.detail, failure.offset, name)
}

class Transcoder {
  /** The steps to the value that is read; after a failure, to the one that failed. */
  readonly path: string[] = []
  readonly #r: ChainReader

  constructor(reader: ChainReader) {
    this.#r = reader
  }

  copy(type: TypeExpression, w: ByteWriter): void {
    const size = fixedSizeBytes(type)
    if (type === 'bool') w.bool(this.#r.bool())
    else if (size !== undefined) w.raw(this.#r.bytes(size))
    else if (type === 'varuint') w.varint(this.#r.varuint())
    else if (type === 'string' || type === 'bytes') w.lengthPrefixed(this.#r.lengthPrefixed())
    else if (type === 'extensions') this.#extensions(w)
    else if (typeof type === 'object') this.#compound(type, w)
  }

  #compound(type: Exclude<TypeExpression, string>, w: ByteWriter): void {
    if ('object_id' in type) w.varint(this.#r.instance())
    else if ('optional' in type) this.#optional(type.optional, w)
    else if ('vector' in type) this.#vector(type.vector, w)
    else if ('set' in type) this.#set(type.set, [type.set], w)
    else if ('map' in type) this.#set(type.map[0], type.map, w)
    else if ('pair' in type) type.pair.forEach((each, index) => this.#step(`[${index}]`, each, w))
    else if ('struct' in type) this.#struct(type.struct, w)
    else if ('extension' in type) this.#extension(type.extension, w)
    else if ('named_variant' in type) this.#variant(type.named_variant, w)
  }

  #step(step: string, type: TypeExpression, w: ByteWriter): void {
    this.path.push(step)
    this.copy(type, w)
    this.path.pop()
  }

  #struct(name: string, w: ByteWriter): void {
    const nests = isRecursive(name)
    if (nests) this.#r.enter()
    for (const each of structFields(name)) this.#step(`.${each.name}`, each.type, w)
    if (nests) this.#r.leave()
  }

  #extensions(w: ByteWriter): void {
    const extensions = this.#r.extensions()
    w.varint(extensions.length)
    for (const [tag] of extensions) w.varint(tag)
  }

  #optional(type: TypeExpression, w: ByteWriter): void {
    const isPresent = this.#r.bool()
    w.bool(isPresent)
    if (isPresent) this.copy(type, w)
  }

  #vector(type: TypeExpression, w: ByteWriter): void {
    const count = this.#r.count(minSizeBytes(type), undefined, minReads(type))
    w.varint(count)
    for (let index = 0; index < count; index += 1) this.#step(`[${index}]`, type, w)
  }

  /** A set's elements are of one type, a map's of two, of which the first is the key. */
  #set(key: TypeExpression, types: readonly TypeExpression[], w: ByteWriter): void {
    const pair: TypeExpression =
      types.length === 1 ? key : { pair: types as [TypeExpression, TypeExpression] }
    const order = orderOf(key)
    const r = this.#r
    const at = r.offset
    const count = r.count(minSizeBytes(pair), undefined, minReads(pair))
    if (count > MAX_UNORDERED) {
      // Accepted only in order: there is nothing to put right, and keeping all elements would cost too much.
      const watch = new OrderWatch(r, count, at)
      w.varint(count)
      for (let index = 0; index < count; index += 1) {
        watch.next(order)
        this.#step(`[${index}]`, pair, w)
      }
      return
    }
    const entries: Entry<Uint8Array>[] = []
    for (let index = 0; index < count; index += 1) {
      const start = r.offset
      const key = order(r)
      r.offset = start
      const element = new ByteWriter(64)
      this.#step(`[${index}]`, pair, element)
      entries.push({ key, value: element.done() })
    }
    const ordered = inOrder(entries)
    w.varint(ordered.length)
    for (const { value } of ordered) w.raw(value)
  }

  #extension(name: string, w: ByteWriter): void {
    const members = structFields(name)
    const count = this.#r.count(1)
    w.varint(count)
    let index = -1
    for (let left = count; left > 0; left -= 1) {
      index = this.#r.memberAfter(index, members.length)
      w.varint(index)
      const { name: member, type } = members[index] as (typeof members)[number]
      this.#step(`.${member}`, typeof type === 'object' && 'optional' in type ? type.optional : type, w)
    }
  }

  #variant(name: string, w: ByteWriter): void {
    const types = variantTypes(name)
    const tag = this.#r.tag(types.length, name)
    w.varint(tag)
    // The content of an operation has its members directly in it, that of the others stands beside the tag.
    const content = types[tag] as TypeExpression
    if (name === 'operation') this.copy(content, w)
    else this.#step('[1]', content, w)
  }
}
