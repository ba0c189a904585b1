import fc from 'fast-check'
import { addressToText, publicKeyToText } from '../../lib/crypto/key-text.ts'
import type { Field, TypeExpression } from '../../lib/protocol/schema.ts'
import { OPERATION_NAMES, structFields, variantTypes } from '../../lib/protocol/schema.ts'
import { hexOf } from './hex.ts'

const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length })
const hex = (length: number): fc.Arbitrary<string> => bytes(length).map(hexOf)
const uint64 = fc.oneof(fc.bigInt(0n, 2n ** 64n - 1n), fc.bigInt(0n, 300n))
const instance = fc.oneof(
  fc.nat(300),
  fc.maxSafeInteger().map((value) => Math.abs(value) % 2 ** 48),
)

const PRIMITIVES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  uint8: fc.nat(0xff),
  uint16: fc.nat(0xffff),
  uint32: fc.nat(0xffffffff),
  uint64,
  uint128: fc.bigInt(0n, 2n ** 128n - 1n),
  int64: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  varuint: uint64.map((value) => (value <= Number.MAX_SAFE_INTEGER ? Number(value) : value)),
  bool: fc.boolean(),
  string: fc.string({ unit: 'binary', maxLength: 8 }),
  bytes: fc.uint8Array({ maxLength: 8 }),
  public_key: bytes(33).map((key) => publicKeyToText(key)),
  address: bytes(20).map((address) => addressToText(address)),
  ripemd160: hex(20),
  sha1: hex(20),
  sha256: hex(32),
  hash160: hex(20),
  object_id: fc.tuple(fc.nat(255), fc.nat(255), instance).map((parts) => parts.join('.')),
  vote_id: fc.tuple(fc.nat(255), fc.nat(0xffffff)).map((parts) => parts.join(':')),
  time_point_sec: fc.nat(0xffffffff),
  extensions: fc.oneof(
    { weight: 9, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([[0, {}]]) },
  ),
}

/** Any value of a type, as plain objects; sets and maps in any order, which need not be core's. */
export function anyValue(type: TypeExpression, depth = 2): fc.Arbitrary<unknown> {
  const of = (inner: TypeExpression): fc.Arbitrary<unknown> => anyValue(inner, depth)
  const few = (inner: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> =>
    fc.array(inner, { maxLength: depth <= 0 ? 0 : 3 })
  if (typeof type === 'string') return PRIMITIVES[type] ?? fc.constant(undefined)
  if ('object_id' in type) return instance.map((number) => `${type.object_id.join('.')}.${number}`)
  if ('fixed_bytes' in type) return hex(type.fixed_bytes)
  if ('vector' in type) return few(of(type.vector))
  if ('set' in type) return few(of(type.set))
  if ('map' in type) return few(fc.tuple(of(type.map[0]), of(type.map[1])))
  if ('pair' in type) return fc.tuple(of(type.pair[0]), of(type.pair[1]))
  if ('optional' in type) return fc.option(of(type.optional), { nil: undefined })
  if ('struct' in type) return anyMembers(structFields(type.struct), depth)
  if ('extension' in type) return anyMembers(structFields(type.extension), depth)
  if ('named_variant' in type) return anyVariant(type.named_variant, depth - 1)
  throw new TypeError(`no values of ${JSON.stringify(type)}`)
}

function anyMembers(fields: readonly Field[], depth: number): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(fields.map(({ name, type }) => [name, anyValue(type, depth)])))
}

function anyVariant(name: string, depth: number): fc.Arbitrary<unknown> {
  const types = variantTypes(name)
  return fc.nat(types.length - 1).chain((tag): fc.Arbitrary<unknown> => {
    const content = anyValue(types[tag] as TypeExpression, depth)
    if (name !== 'operation') return fc.tuple(fc.constant(tag), content)
    return content.map((members) => ({ type: OPERATION_NAMES[tag], ...(members as object) }))
  })
}
