import type { Field, TypeExpression } from '../../lib/protocol/schema.ts'
import { STRUCTS, VARIANTS } from '../../lib/protocol/schema.ts'
import { EXTENSION_STRUCTS, operationName, pascalName, PLAIN_STRUCTS } from './names.ts'

const PRIMITIVES: Readonly<Record<string, string>> = {
  uint8: 'number',
  uint16: 'number',
  uint32: 'number',
  uint64: 'bigint',
  uint128: 'bigint',
  int64: 'bigint',
  varuint: 'number | bigint',
  bool: 'boolean',
  bytes: 'Uint8Array',
  object_id: 'ObjectId',
  vote_id: 'VoteId',
  time_point_sec: 'number',
  extensions: 'FutureExtensions',
}

/** What a user sees of a type. */
export function viewType(type: TypeExpression): string {
  if (typeof type === 'string') return PRIMITIVES[type] ?? 'string'
  if ('object_id' in type) return `ObjectId<${type.object_id.join(', ')}>`
  if ('struct' in type) return pascalName(type.struct)
  if ('extension' in type) return pascalName(type.extension)
  if ('named_variant' in type) return pascalName(type.named_variant)
  if ('vector' in type) return arrayOf(type.vector)
  if ('set' in type) return arrayOf(type.set)
  if ('map' in type) return `readonly (readonly [${type.map.map(viewType).join(', ')}])[]`
  if ('pair' in type) return `readonly [${type.pair.map(viewType).join(', ')}]`
  if ('optional' in type) return `${viewType(type.optional)} | undefined`
  return 'string'
}

function arrayOf(type: TypeExpression): string {
  const element = viewType(type)
  return /^[\w<>, ]+$/.test(element) && !element.startsWith('readonly')
    ? `readonly ${element}[]`
    : `readonly (${element})[]`
}

/** The file of types: an interface a struct, a union a variant, and the map of all of them by core's names. */
export function generateTypes(): string {
  const structs = [...PLAIN_STRUCTS, ...EXTENSION_STRUCTS].map((name) => generateInterface(name))
  const variants = Object.entries(VARIANTS).map(([name, types]) => generateUnion(name, types))
  const names = [...PLAIN_STRUCTS, ...Object.keys(VARIANTS)]
  return `
import type { FutureExtensions } from '../chain-reader.ts'
import type { ObjectId, VoteId } from '../object-id.ts'

${structs.join('\n\n')}

${variants.join('\n\n')}

/** What a user sees of every type, by core's name of it. */
export interface TypeMap {
${names.map((name) => `  readonly '${name}': ${pascalName(name)}`).join('\n')}
}
`
}

function generateInterface(name: string): string {
  const fields = STRUCTS[name] ?? []
  const operation = operationName(name)
  const type = operation === undefined ? [] : [`  readonly type: '${operation}'`]
  const members = [...type, ...fields.map((field) => generateMember(field))]
  const doc = EXTENSION_STRUCTS.has(name)
    ? `/** \`extension<${name}>\`: what is absent is undefined. */`
    : `/** \`${name}\` */`
  if (members.length === 0) return `${doc}\nexport type ${pascalName(name)} = Readonly<Record<string, never>>`
  return `${doc}\nexport interface ${pascalName(name)} {\n${members.join('\n')}\n}`
}

function generateMember({ name, type }: Field): string {
  const isOptional = typeof type === 'object' && 'optional' in type
  return `  readonly ${name}${isOptional ? '?' : ''}: ${viewType(type)}`
}

function generateUnion(name: string, types: readonly TypeExpression[]): string {
  if (name === 'operation') {
    return `/** Any operation: \`type\` tells which. */\nexport type Operation = ${types.map(viewType).join(' | ')}`
  }
  const members = types.map((type, tag) => `readonly [${tag}, ${viewType(type)}]`)
  return `/** \`${name}\`: a tag and what it stands for. */\nexport type ${pascalName(name)} = ${members.join(' | ')}`
}
