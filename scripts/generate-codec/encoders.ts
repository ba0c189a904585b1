import { isRecursive } from '../../lib/protocol/layout.ts'
import { orderName } from '../../lib/protocol/order.ts'
import type { TypeExpression } from '../../lib/protocol/schema.ts'
import { OPERATION_NAMES, structFields, VARIANTS, variantTypes } from '../../lib/protocol/schema.ts'
import { slot } from './decoders.ts'
import { holdsText } from './holding.ts'
import { pascalName, PLAIN_STRUCTS, typeName } from './names.ts'
import { Pieces } from './pieces.ts'
import { qualified } from './views.ts'

/** The file of encoders: a constant for what is put together from others, a function a struct or variant. */
export function generateEncoders(): string {
  const needs: Needs = { constants: new Pieces(), functions: new Map() }
  const names = [
    ...PLAIN_STRUCTS.map((name) => [name, encoder({ struct: name }, needs)]),
    ...Object.keys(VARIANTS).map((name) => [name, encoder({ named_variant: name }, needs)]),
  ]
  const functions: string[] = []
  // A Map also gives what is added while it is gone through.
  for (const generate of needs.functions.values()) functions.push(generate())
  const code = `${needs.constants.toString()}

${functions.join('\n\n')}

/** What encodes a type, by core's name of it. */
export const ENCODERS: ReadonlyMap<string, Encode<never>> = new Map<string, Encode<never>>([
${names.map(([name, encode]) => `['${name}', ${encode}],`).join('\n')}
])
`
  const imported = (pattern: RegExp): string => [...new Set(code.match(pattern))].sort().join(', ')
  const own = [...code.matchAll(/(?:function|const) (encode\w+)/g)].map((match) => match[1])
  const leaves = [...new Set(code.match(/\bencode[A-Z]\w+/g))].filter((name) => !own.includes(name)).sort()
  return `
import { ${imported(/\w+View\b/g)} } from './decoders.ts'
import type * as types from './types.ts'
import type { ChainWriter, Encode } from '../encoding.ts'
import { checkArray, checkObject, ${leaves.join(', ')}, extension, fixedBytes, map, member, objectId, optional, pair, refuseTag, set, tagged, vector } from '../encoding.ts'
import { found, refuse } from '../json/value-fault.ts'
import type { ObjectId, VoteId } from '../object-id.ts'
import { ${imported(/\bby[A-Z]\w+/g)} } from '../order.ts'
import { canonicalBytes } from '../transcode.ts'

${code}`
}

/** Constants are made of constants that stand before them; functions may contain each other, and come after. */
interface Needs {
  readonly constants: Pieces
  readonly functions: Map<string, () => string>
}

/** The name of what encodes a type. */
function encoder(type: TypeExpression, needs: Needs): string {
  if (typeof type === 'string') return LEAVES[type] ?? `encode${pascalName(type)}`
  const name = `encode${typeName(type)}`
  const known = needs.functions.get(name)
  if ('struct' in type) needs.functions.set(name, known ?? (() => generateStruct(name, type.struct, needs)))
  else if ('named_variant' in type)
    needs.functions.set(name, known ?? (() => generateVariant(name, type.named_variant, needs)))
  else needs.constants.need(name, () => `const ${name}: Encode<${qualified(type)}> = ${combine(type, needs)}`)
  return name
}

const LEAVES: Readonly<Record<string, string>> = {
  time_point_sec: 'encodeUint32',
  ripemd160: 'encodeHash20',
  sha1: 'encodeHash20',
  hash160: 'encodeHash20',
  sha256: 'encodeHash32',
}

function combine(type: Exclude<TypeExpression, string>, needs: Needs): string {
  const of = (inner: TypeExpression): string => encoder(inner, needs)
  if ('object_id' in type) return `objectId(${type.object_id.join(', ')})`
  if ('fixed_bytes' in type) return `fixedBytes(${type.fixed_bytes})`
  if ('vector' in type) return `vector(${of(type.vector)})`
  if ('set' in type) return `set(${of(type.set)}, ${orderName(type.set)})`
  if ('map' in type) return `map(${of(type.map[0])}, ${orderName(type.map[0])}, ${of(type.map[1])})`
  if ('pair' in type) return `pair(${of(type.pair[0])}, ${of(type.pair[1])})`
  if ('optional' in type) return `optional(${of(type.optional)})`
  if ('extension' in type) {
    const members = structFields(type.extension).map(
      (field) => `['${field.name}', ${of(present(field.type))}]`,
    )
    return `extension([${members.join(', ')}])`
  }
  throw new TypeError(`nothing encodes ${JSON.stringify(type)}`)
}

function generateStruct(name: string, struct: string, needs: Needs): string {
  const fields = structFields(struct)
  const type = pascalName(struct)
  const writes = fields.map((field) => {
    const write = `member(w, '${field.name}', ${encoder(field.type, needs)}, value.${field.name})`
    if (!holdsText(field.type)) return write
    // Text that came from the wire goes back as the bytes it had.
    const held = `value.${slot(field)}`
    const inner = present(field.type)
    const there = inner === field.type ? '' : ` && ${held} !== undefined`
    const flag = inner === field.type ? '' : 'w.bool(true)\n'
    return `if (value instanceof ${type}View${there}) {
      ${flag}w.raw(canonicalBytes(${JSON.stringify(inner)}, value._r.at(${held})))
    } else {
      ${write}
    }`
  })
  const body = isRecursive(struct) ? ['w.enter()', ...writes, 'w.leave()'] : writes
  const value = fields.length === 0 ? '_w: ChainWriter, value' : 'w: ChainWriter, value'
  return `export function ${name}(${value}: types.${type}): void {\ncheckObject(value)\n${body.join('\n')}\n}`
}

function generateVariant(name: string, variant: string, needs: Needs): string {
  const types = variantTypes(variant)
  const encoders = types.map((type) => encoder(type, needs))
  const head = `export function ${name}(w: ChainWriter, value: types.${pascalName(variant)}): void {`
  if (variant === 'operation') {
    const cases = encoders.map(
      (encode, tag) => `case '${OPERATION_NAMES[tag] ?? ''}':\nw.varint(${tag})\n${encode}(w, value)\nbreak`,
    )
    const other = `default: refuse(\`there is no operation \${found((value as { type?: unknown }).type)}\`)`
    return `${head}\ncheckObject(value)\nswitch (value.type) {\n${cases.join('\n')}\n${other}\n}\n}`
  }
  const cases = encoders.map((encode, tag) => `case ${tag}:\ntagged(w, ${tag}, ${encode}, value[1])\nbreak`)
  const other = `default: refuseTag(value, ${types.length})`
  return `${head}\ncheckArray(value)\nswitch (value[0]) {\n${cases.join('\n')}\n${other}\n}\n}`
}

function present(type: TypeExpression): TypeExpression {
  return typeof type === 'object' && 'optional' in type ? type.optional : type
}
