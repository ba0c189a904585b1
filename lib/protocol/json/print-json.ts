import type { Field, TypeExpression } from '../schema.ts'
import { OPERATION_NAMES, structFields, variantTypes } from '../schema.ts'
import { DEFAULT_KEY_PREFIX } from '../../crypto/key-text.ts'
import type { Print } from './print-leaf.ts'
import { PRINT_PRIMITIVE, printBoolAsNumber } from './print-leaf.ts'
import { asElements, asMembers, atIndex, found, inMember, refuse } from './value-fault.ts'

const OPERATION_TAG: ReadonlyMap<unknown, number> = new Map(OPERATION_NAMES.map((name, tag) => [name, tag]))

/**
 * Turns the schema into functions, each type once: `printerOf` gives the one that prints values of `type` the way
 * bitshares-core does. Written for speed where a block passes many times: indexed loops, no destructuring of arrays.
 */
export class JsonPrinter {
  readonly #named = new Map<string, Print>()
  readonly #printKey: Print

  /** `prefix`: what public keys and addresses are to begin with. */
  constructor(prefix: string) {
    this.#printKey = prefix === DEFAULT_KEY_PREFIX ? PRINT_PRIMITIVE.public_key : printKeyWith(prefix)
  }

  printerOf(type: TypeExpression): Print {
    if (type === 'public_key' || type === 'address') return this.#printKey
    if (typeof type === 'string') return PRINT_PRIMITIVE[type]
    if ('object_id' in type) return PRINT_PRIMITIVE.object_id
    if ('fixed_bytes' in type) return PRINT_PRIMITIVE.ripemd160
    if ('vector' in type) return printList(this.printerOf(type.vector))
    if ('set' in type) return printList(this.printerOf(type.set))
    if ('map' in type) return printList(this.#pair(type.map))
    if ('pair' in type) return this.#pair(type.pair)
    if ('optional' in type) return printOptional(this.printerOf(type.optional))
    if ('static_variant' in type) return this.#variant(type.static_variant)
    if ('struct' in type) {
      return this.#once(`struct ${type.struct}`, () => this.#members(structFields(type.struct)))
    }
    if ('extension' in type) {
      return this.#once(`extension ${type.extension}`, () => this.#extension(structFields(type.extension)))
    }
    const types = variantTypes(type.named_variant)
    return this.#once(`variant ${type.named_variant}`, () =>
      type.named_variant === 'operation' ? this.#operation(types) : this.#variant(types),
    )
  }

  /** Made at the first call, so that types may contain themselves: operations in proposals, restrictions in restrictions. */
  #once(key: string, make: () => Print): Print {
    const known = this.#named.get(key)
    if (known !== undefined) return known
    let made: Print | undefined
    const print: Print = (value) => (made ??= make())(value)
    this.#named.set(key, print)
    return print
  }

  #members(fields: readonly Field[]): Print {
    const names = fields.map(({ name }) => name)
    const isOptional = fields.map(({ type }) => typeof type === 'object' && 'optional' in type)
    const prints = fields.map(({ type }) => this.printerOf(type))
    return (value) => {
      const source = asMembers(value)
      const printed: Record<string, unknown> = {}
      let index = 0
      try {
        for (; index < names.length; index += 1) {
          const name = names[index] as string
          const member = source[name]
          if (member === undefined && isOptional[index] === true) continue
          printed[name] = (prints[index] as Print)(member)
        }
      } catch (fault) {
        throw inMember(fault, names[index] as string)
      }
      return printed
    }
  }

  #extension(fields: readonly Field[]): Print {
    const print = this.#members(fields)
    return (value) => (value === undefined ? {} : print(value))
  }

  #pair([first, second]: readonly [TypeExpression, TypeExpression]): Print {
    const printFirst = this.printerOf(first)
    const printSecond = this.printerOf(second)
    return (value) => {
      const elements = asElements(value)
      return [at(0, printFirst, elements[0]), at(1, printSecond, elements[1])]
    }
  }

  #variant(types: readonly TypeExpression[]): Print {
    const prints = types.map((type) => (type === 'bool' ? printBoolAsNumber : this.printerOf(type)))
    return (value) => {
      const elements = asElements(value)
      const tag = elements[0]
      const print = prints[tag as number] ?? refuse(`no tag ${found(tag)}`)
      return [tag, at(1, print, elements[1])]
    }
  }

  #operation(types: readonly TypeExpression[]): Print {
    const prints = types.map((type) => this.printerOf(type))
    return (value) => {
      const name = asMembers(value)['type']
      const tag = OPERATION_TAG.get(name) ?? refuse(`there is no operation ${found(name)}`)
      return [tag, (prints[tag] as Print)(value)]
    }
  }
}

function printList(print: Print): Print {
  return (value) => {
    const elements = asElements(value)
    const printed: unknown[] = []
    let index = 0
    try {
      for (; index < elements.length; index += 1) printed.push(print(elements[index]))
    } catch (fault) {
      throw atIndex(fault, index)
    }
    return printed
  }
}

function printOptional(print: Print): Print {
  return (value) => (value === undefined ? null : print(value))
}

function at(index: number, print: Print, value: unknown): unknown {
  try {
    return print(value)
  } catch (fault) {
    throw atIndex(fault, index)
  }
}

/** The checksum does not cover the prefix, so that another one can take its place. */
function printKeyWith(prefix: string): Print {
  return (value) => {
    const text = String(PRINT_PRIMITIVE.public_key(value))
    return text.startsWith(DEFAULT_KEY_PREFIX) ? prefix + text.slice(DEFAULT_KEY_PREFIX.length) : text
  }
}
