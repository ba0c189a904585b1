import type { TypeExpression } from '../../lib/protocol/schema.ts'
import { structFields, variantTypes } from '../../lib/protocol/schema.ts'

/**
 * How a member is held by a decoded value.
 *
 * - `plain`: the value itself, as an own property of the wire name;
 * - `instance`: the number of an object id, whose text is made when it is read;
 * - `place`: where the value's bytes start, for what is costly to make: text, bytes, hex, sets and what contains them.
 */
export type Holding = 'plain' | 'instance' | 'place'

// prettier-ignore
const PLAIN: ReadonlySet<TypeExpression> = new Set<TypeExpression>([
  'uint8', 'uint16', 'uint32', 'uint64', 'uint128', 'int64', 'varuint', 'bool', 'time_point_sec', 'extensions',
])

export function holding(type: TypeExpression): Holding {
  if (typeof type === 'string') return PLAIN.has(type) ? 'plain' : 'place'
  if ('object_id' in type) return 'instance'
  if ('optional' in type) return holding(type.optional)
  return isCompound(type) ? 'plain' : 'place'
}

/** Made of structs, which are decoded at once. */
export function isCompound(type: TypeExpression): boolean {
  if (typeof type === 'string') return false
  if ('struct' in type || 'extension' in type) return true
  if ('vector' in type) return isCompound(type.vector)
  return 'named_variant' in type && variantTypes(type.named_variant).every((each) => isCompound(each))
}

/** A struct without members: one constant stands for all its values. */
export function isEmpty(type: TypeExpression): boolean {
  return typeof type === 'object' && 'struct' in type && structFields(type.struct).length === 0
}

/** Whether text is in it that a user sees as such, but that need not be UTF-8. */
export function holdsText(type: TypeExpression): boolean {
  if (typeof type === 'string') return type === 'string'
  if ('optional' in type) return holdsText(type.optional)
  if ('set' in type) return holdsText(type.set)
  return 'named_variant' in type && variantTypes(type.named_variant).some((each) => holdsText(each))
}
