import type { Primitive, TypeExpression } from './schema.ts'
import { structFields, variantTypes } from './schema.ts'

const PRIMITIVE_SIZE_BYTES: Readonly<Record<Primitive, number>> = {
  uint8: 1,
  uint16: 2,
  uint32: 4,
  uint64: 8,
  uint128: 16,
  int64: 8,
  varuint: 1,
  bool: 1,
  string: 1,
  bytes: 1,
  public_key: 33,
  address: 20,
  ripemd160: 20,
  sha1: 20,
  sha256: 32,
  hash160: 20,
  object_id: 8,
  vote_id: 4,
  time_point_sec: 4,
  extensions: 1,
}

/** The size of a primitive, or undefined where values differ in size. */
export function fixedSizeBytes(type: TypeExpression): number | undefined {
  if (typeof type === 'object') return 'fixed_bytes' in type ? type.fixed_bytes : undefined
  return type === 'varuint' || type === 'string' || type === 'bytes' || type === 'extensions'
    ? undefined
    : PRIMITIVE_SIZE_BYTES[type]
}

/** The fewest bytes a value of this type has. */
export function minSizeBytes(type: TypeExpression): number {
  return least(type, (primitive) => PRIMITIVE_SIZE_BYTES[primitive], fixedSizeBytes)
}

/** The fewest primitive reads that a value of this type takes. */
export function minReads(type: TypeExpression): number {
  return least(
    type,
    () => 1,
    () => 1,
  )
}

/** Whether values of this struct may contain others of it: operations in proposals, restrictions in restrictions. */
export function isRecursive(struct: string): boolean {
  return struct === 'op_wrapper' || struct === 'restriction'
}

function least(
  type: TypeExpression,
  ofPrimitive: (primitive: Primitive) => number,
  ofFixed: (type: TypeExpression) => number | undefined,
): number {
  const of = (inner: TypeExpression): number => least(inner, ofPrimitive, ofFixed)
  const sum = (types: readonly TypeExpression[]): number =>
    types.reduce((total, inner) => total + of(inner), 0)
  if (typeof type === 'string') return ofPrimitive(type)
  if ('fixed_bytes' in type) return ofFixed(type) ?? 1
  if ('struct' in type) return sum(structFields(type.struct).map((field) => field.type))
  if ('pair' in type) return sum(type.pair)
  if ('named_variant' in type) return 1 + Math.min(...variantTypes(type.named_variant).map(of))
  // An instance, a count or a bool that says that nothing follows.
  return 1
}
