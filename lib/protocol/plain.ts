import type { TypeName, TypeOf } from './decode.ts'
import { typeNamed } from './json.ts'
import type { Field, TypeExpression } from './schema.ts'
import { OPERATION_NAMES, structFields, variantTypes } from './schema.ts'
import { UsageError } from '../errors.ts'

/**
 * Returns the same value made of plain objects and arrays, with all text made: what object spread, `structuredClone` and
 * deep comparison need. Absent members are left out.
 *
 * A value from `decode` makes its ids and text when they are read, so that its own properties are not its members.
 */
export function toPlain<Name extends TypeName>(type: Name, value: TypeOf<Name>): TypeOf<Name> {
  const expression = typeNamed(type)
  if (expression === undefined) throw new UsageError('BAD_OPTION', `there is no type ${JSON.stringify(type)}`)
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- too large a union for the rule
  return copy(expression, value) as TypeOf<Name>
}

function copy(type: TypeExpression, value: unknown): unknown {
  if (typeof type === 'string') return value instanceof Uint8Array ? Uint8Array.from(value) : value
  if ('struct' in type) return copyMembers(structFields(type.struct), value as Members)
  if ('extension' in type) return copyMembers(structFields(type.extension), value as Members)
  if ('named_variant' in type) return copyVariant(type.named_variant, value)
  if ('optional' in type) return value === undefined ? undefined : copy(type.optional, value)
  if ('vector' in type) return (value as readonly unknown[]).map((each) => copy(type.vector, each))
  if ('set' in type) return (value as readonly unknown[]).map((each) => copy(type.set, each))
  if ('map' in type) return (value as readonly Pair[]).map((each) => copyPair(type.map, each))
  if ('pair' in type) return copyPair(type.pair, value as Pair)
  return value
}

type Members = Readonly<Record<string, unknown>>
type Pair = readonly [unknown, unknown]

function copyMembers(fields: readonly Field[], value: Members): Members {
  const copied: Record<string, unknown> = {}
  for (const { name, type } of fields) {
    const member = value[name]
    if (member !== undefined) copied[name] = copy(type, member)
  }
  return copied
}

function copyPair([first, second]: readonly [TypeExpression, TypeExpression], [left, right]: Pair): Pair {
  return [copy(first, left), copy(second, right)]
}

function copyVariant(name: string, value: unknown): unknown {
  const types = variantTypes(name)
  if (name === 'operation') {
    const { type } = value as { readonly type: (typeof OPERATION_NAMES)[number] }
    const members = copy(types[OPERATION_NAMES.indexOf(type)] as TypeExpression, value)
    return { type, ...(members as Members) }
  }
  const [tag, content] = value as readonly [number, unknown]
  return [tag, copy(types[tag] as TypeExpression, content)]
}
