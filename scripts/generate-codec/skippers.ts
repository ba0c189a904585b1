import { fixedSizeBytes, isRecursive, minReads, minSizeBytes } from '../../lib/protocol/layout.ts'
import { orderName } from '../../lib/protocol/order.ts'
import type { TypeExpression } from '../../lib/protocol/schema.ts'
import { structFields, variantTypes } from '../../lib/protocol/schema.ts'
import { typeName } from './names.ts'
import type { Pieces } from './pieces.ts'

/** An expression that passes a value at `r` and, if it is not a number or an instance, says where it starts. */
export function skip(type: TypeExpression, pieces: Pieces): string {
  const size = fixedSizeBytes(type)
  if (type === 'bool') return 'r.bool()'
  if (size !== undefined) return `r.take(${size})`
  if (type === 'varuint') return 'r.varuint()'
  if (type === 'extensions') return 'r.extensions()'
  if (typeof type === 'string') return 'r.prefixed()'
  if ('object_id' in type) return 'r.instance()'
  const name = `skip${typeName(type)}`
  return `${pieces.need(name, () => generateSkip(name, type, pieces))}(r)`
}

function generateSkip(name: string, type: Exclude<TypeExpression, string>, pieces: Pieces): string {
  const head = `export function ${name}(r: ChainReader): number {`
  if ('set' in type) return `${head}\n return ${skipSet(type.set, type.set, pieces)}\n}`
  if ('map' in type) return `${head}\n return ${skipSet(type.map[0], { pair: type.map }, pieces)}\n}`
  return `${head}\n const at = r.offset\n${skipBody(type, pieces)}\n return at\n}`
}

function skipSet(key: TypeExpression, element: TypeExpression, pieces: Pieces): string {
  const call = skip(element, pieces)
  const skipElement = /^skip\w+\(r\)$/.test(call) ? call.slice(0, -3) : `(r) => ${call}`
  return `skipSet(r, ${minSizeBytes(element)}, ${minReads(element)}, ${orderName(key)}, ${skipElement})`
}

function skipBody(type: Exclude<TypeExpression, string>, pieces: Pieces): string {
  if ('struct' in type) return skipStruct(type.struct, pieces)
  if ('pair' in type) return type.pair.map((each) => skip(each, pieces)).join('\n')
  if ('optional' in type) return skipMember(type, pieces)
  if ('vector' in type) return skipVector(type.vector, pieces)
  if ('extension' in type) return skipExtension(type.extension, pieces)
  if ('named_variant' in type) return skipVariant(type.named_variant, pieces)
  throw new TypeError(`nothing passes ${JSON.stringify(type)}`)
}

function skipStruct(name: string, pieces: Pieces): string {
  const members = structFields(name).map((field) => skipMember(field.type, pieces))
  return (isRecursive(name) ? ['r.enter()', ...members, 'r.leave()'] : members).join('\n')
}

function skipMember(type: TypeExpression, pieces: Pieces): string {
  if (typeof type === 'object' && 'optional' in type) return `if (r.bool()) ${skip(type.optional, pieces)}`
  return skip(type, pieces)
}

function skipVector(type: TypeExpression, pieces: Pieces): string {
  const size = fixedSizeBytes(type)
  if (size !== undefined) return `r.take(r.count(${size}) * ${size})`
  return `for (let left = r.count(${minSizeBytes(type)}, undefined, ${minReads(type)}); left > 0; left -= 1) ${skip(type, pieces)}`
}

function skipExtension(name: string, pieces: Pieces): string {
  const members = structFields(name)
  const cases = members.map(({ type }, index) => {
    const inner = typeof type === 'object' && 'optional' in type ? type.optional : type
    return `case ${index}: ${skip(inner, pieces)}\n break`
  })
  return `if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, ${members.length})
    switch (index) {\n${cases.join('\n')}\n}
  }`
}

function skipVariant(name: string, pieces: Pieces): string {
  const types = variantTypes(name)
  const cases = types.map((type, tag) => `case ${tag}: ${skip(type, pieces)}\n break`)
  return `switch (r.tag(${types.length}, '${name}')) {\n${cases.join('\n')}\n}`
}
