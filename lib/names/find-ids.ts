import type { ChainReader } from '../protocol/chain-reader.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { fixedSizeBytes } from '../protocol/layout.ts'
import type { Field, TypeExpression } from '../protocol/schema.ts'
import { OPERATION_NAMES, structFields, variantTypes } from '../protocol/schema.ts'

/** The ids looked for, all of one space and type: by number, and by text where a value has no number. */
export interface Wanted {
  readonly numbers: ReadonlySet<number>
  readonly texts: ReadonlySet<string>
}

/** Whether a value has one of the ids in it. */
type Match = (value: unknown, wanted: Wanted) => boolean
/** The same of the bytes at a reader. */
type Read = (reader: ChainReader, wanted: Wanted) => boolean
type Members = Readonly<Record<string, unknown>>

const OPERATION_STRUCTS: ReadonlySet<string> = new Set(OPERATION_NAMES.map((name) => `${name}_operation`))

/**
 * Looks for ids of one kind in operations, where the schema says that they can be, and nowhere else: most operations are
 * passed after a few numbers were compared.
 *
 * Decoded operations hold ids as numbers, and sets of them as the place of their bytes; no text is made of either. Plain
 * objects have text, which is compared.
 */
export class IdFinder {
  readonly #space: number
  readonly #type: number
  readonly #withFees: boolean
  readonly #structs = new Map<string, Match | undefined>()
  readonly #operations = new Map<string, Match | undefined>()

  /** `withFees`: whether an asset is in an operation that only its fee is paid in. */
  constructor(space: number, type: number, withFees: boolean) {
    this.#space = space
    this.#type = type
    this.#withFees = withFees
    for (const name of OPERATION_NAMES) this.#operations.set(name, this.#struct(`${name}_operation`))
  }

  /** Whether one of the ids is anywhere in an operation, those within proposals included. */
  has(operation: Operation, wanted: Wanted): boolean {
    const match = this.#operations.get(operation.type)
    return match !== undefined && match(operation, wanted)
  }

  #struct(name: string): Match | undefined {
    if (this.#structs.has(name)) return this.#structs.get(name)
    // A struct within itself is looked into only if something else in it can hold an id.
    this.#structs.set(name, (value, wanted) => this.#structs.get(name)?.(value, wanted) ?? false)
    const fields = structFields(name).filter(
      (field) => this.#withFees || field.name !== 'fee' || !OPERATION_STRUCTS.has(name),
    )
    const match = any(fields.flatMap((field) => this.#member(field) ?? []))
    this.#structs.set(name, match)
    return match
  }

  /** A member of a struct. */
  #member({ name, type }: Field): Match | undefined {
    const inner = typeof type === 'object' && 'optional' in type ? type.optional : type
    const slot = `_${name}`
    if (this.#isWanted(inner)) {
      return (value, { numbers, texts }) => {
        const number = (value as Members)[slot]
        return typeof number === 'number'
          ? numbers.has(number)
          : texts.has((value as Members)[name] as string)
      }
    }
    const match = this.#value(inner)
    if (match === undefined) return undefined
    const ofMember: Match = (value, wanted) => {
      const member = (value as Members)[name]
      return member !== undefined && match(member, wanted)
    }
    const read =
      typeof inner === 'object' && ('set' in inner || 'map' in inner) ? this.#reader(inner) : undefined
    if (read === undefined) return ofMember
    return (value, wanted) => {
      const place = (value as Members)[slot]
      if (typeof place !== 'number') return ofMember(value, wanted)
      return read((value as { readonly _r: ChainReader })._r.at(place), wanted)
    }
  }

  /** What a user sees of a type. */
  #value(type: TypeExpression): Match | undefined {
    if (type === 'object_id' || this.#isWanted(type)) return (value, { texts }) => texts.has(value as string)
    if (typeof type === 'string' || 'object_id' in type || 'fixed_bytes' in type) return undefined
    if ('struct' in type) return this.#struct(type.struct)
    if ('extension' in type) return this.#struct(type.extension)
    if ('optional' in type) return this.#value(type.optional)
    if ('vector' in type) return each(this.#value(type.vector))
    if ('set' in type) return each(this.#value(type.set))
    if ('map' in type) return each(this.#pair(type.map))
    if ('pair' in type) return this.#pair(type.pair)
    if ('static_variant' in type) return this.#variant(type.static_variant)
    if (type.named_variant === 'operation') return (value, wanted) => this.has(value as Operation, wanted)
    return this.#variant(variantTypes(type.named_variant))
  }

  #pair([first, second]: readonly [TypeExpression, TypeExpression]): Match | undefined {
    const matches = [this.#value(first), this.#value(second)]
    if (matches.every((match) => match === undefined)) return undefined
    return (value, wanted) =>
      matches.some((match, index) => match?.((value as readonly unknown[])[index], wanted) ?? false)
  }

  #variant(types: readonly TypeExpression[]): Match | undefined {
    const matches = types.map((type) => this.#value(type))
    if (matches.every((match) => match === undefined)) return undefined
    return (value, wanted) => {
      const [tag, content] = value as readonly [number, unknown]
      return matches[tag]?.(content, wanted) ?? false
    }
  }

  /** How the bytes of a type are read; undefined for those that are better looked at as values. */
  #reader(type: TypeExpression): Read | undefined {
    const size = fixedSizeBytes(type)
    if (size !== undefined && type !== 'object_id') {
      return (reader) => {
        reader.take(size)
        return false
      }
    }
    if (typeof type === 'string') return undefined
    if ('object_id' in type) {
      const isWanted = this.#isWanted(type)
      return (reader, { numbers }) => numbers.has(reader.instance()) && isWanted
    }
    if ('set' in type) return repeat(this.#reader(type.set))
    if ('map' in type) return repeat(inTurn(type.map.map((part) => this.#reader(part))))
    if ('struct' in type) return inTurn(structFields(type.struct).map((field) => this.#reader(field.type)))
    return undefined
  }

  #isWanted(type: TypeExpression): boolean {
    return (
      typeof type === 'object' &&
      'object_id' in type &&
      type.object_id[0] === this.#space &&
      type.object_id[1] === this.#type
    )
  }
}

function any(matches: readonly Match[]): Match | undefined {
  if (matches.length === 0) return undefined
  const [only] = matches
  if (matches.length === 1) return only
  return (value, wanted) => {
    for (const match of matches) if (match(value, wanted)) return true
    return false
  }
}

function each(match: Match | undefined): Match | undefined {
  if (match === undefined) return undefined
  return (value, wanted) => (value as readonly unknown[]).some((element) => match(element, wanted))
}

function repeat(read: Read | undefined): Read | undefined {
  if (read === undefined) return undefined
  return (reader, wanted) => {
    for (let left = reader.varint(); left > 0; left -= 1) if (read(reader, wanted)) return true
    return false
  }
}

/** Undefined if one of them cannot be read, as what follows it would not be found then. */
function inTurn(reads: readonly (Read | undefined)[]): Read | undefined {
  const known = reads.filter((read) => read !== undefined)
  if (known.length < reads.length) return undefined
  return (reader, wanted) => {
    for (const read of known) if (read(reader, wanted)) return true
    return false
  }
}
