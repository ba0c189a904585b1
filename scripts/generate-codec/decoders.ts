import { isRecursive } from '../../lib/protocol/layout.ts'
import type { Field, TypeExpression } from '../../lib/protocol/schema.ts'
import { structFields, VARIANTS } from '../../lib/protocol/schema.ts'
import { holding, isEmpty } from './holding.ts'
import { EXTENSION_STRUCTS, operationName, pascalName, PLAIN_STRUCTS } from './names.ts'
import { Pieces } from './pieces.ts'
import { skip } from './skippers.ts'
import { qualified, view } from './views.ts'

/** The file of decoders: a class a struct, and functions for what is not a struct. */
export function generateDecoders(): string {
  const pieces = new Pieces()
  const structs = PLAIN_STRUCTS.filter((name) => !isEmpty({ struct: name }))
  const classes = structs.map((name) => generateClass(name, pieces))
  const extensions = [...EXTENSION_STRUCTS].map((name) => generateExtension(name, pieces))
  for (const name of ['signed_block', 'signed_transaction', 'transaction']) skip({ struct: name }, pieces)
  const table = [
    ...PLAIN_STRUCTS.map((name) => [name, view({ struct: name }, 'r', pieces)]),
    ...Object.keys(VARIANTS).map((name) => [name, view({ named_variant: name }, 'r', pieces)]),
  ]
  const code = `${classes.join('\n\n')}

${extensions.join('\n\n')}

${pieces.toString()}

/** What decodes a type, by core's name of it. */
export const DECODERS: ReadonlyMap<string, (r: ChainReader) => unknown> = new Map<string, (r: ChainReader) => unknown>([
${table.map(([name, expression]) => `['${name}', ${expression === 'NOTHING' ? '()' : '(r)'} => ${expression}],`).join('\n')}
])
`
  const orders = [...new Set(code.match(/\bby[A-Z]\w+/g))].sort()
  const named = ['FutureExtensions', 'ObjectId', 'VoteId'].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(code),
  )
  return `
import type { FutureExtensions } from '../chain-reader.ts'
import { ChainReader } from '../chain-reader.ts'
import { furnish } from '../furnish.ts'
import type { ${named.filter((name) => name !== 'FutureExtensions').join(', ')} } from '../object-id.ts'
import { objectIdToText } from '../object-id.ts'
import { ${orders.join(', ')} } from '../order.ts'
import { skipSet, viewMap, viewSet } from '../sets.ts'
import type * as types from './types.ts'

/** What an empty struct decodes to. */
const NOTHING: Readonly<Record<string, never>> = Object.freeze({})

${code}`
}

/** The name a member is held under: its own if it is the value that a user sees. */
export function slot({ name, type }: Field): string {
  return holding(type) === 'plain' ? name : `_${name}`
}

function generateClass(name: string, pieces: Pieces): string {
  const fields = structFields(name)
  const operation = operationName(name)
  const keepsReader = fields.some(({ type }) => holding(type) === 'place')
  const members = fields.map((field) => `declare readonly ${slot(field)}: ${slotType(field.type)}`)
  const sets = fields.map((field) => `this.${slot(field)} = ${decode(field.type, pieces)}`)
  const type = operation === undefined ? '' : `get type(): '${operation}' { return '${operation}' }`
  return `export class ${pascalName(name)}View implements types.${pascalName(name)} {
${members.join('\n')}
${keepsReader ? 'declare readonly _r: ChainReader' : ''}

constructor(r: ChainReader) {
${isRecursive(name) ? ['r.enter()', ...sets, 'r.leave()'].join('\n') : sets.join('\n')}
${keepsReader ? 'this._r = r' : ''}
}

${[type, ...getters(fields, pieces)].join('\n\n')}
}
furnish(${pascalName(name)}View, '${name}')`
}

/** A struct whose members come after their index, if they are present. */
function generateExtension(name: string, pieces: Pieces): string {
  const fields = structFields(name)
  const keepsReader = fields.some(({ type }) => holding(type) === 'place')
  const className = `${pascalName(name)}View`
  const members = fields.map((field) => `declare readonly ${slot(field)}: ${slotType(field.type)}`)
  const locals = fields.map((field) => `let ${slot(field)}: ${slotType(field.type)}`)
  const cases = fields.map(
    (field, index) => `case ${index}: ${slot(field)} = ${decode(present(field.type), pieces)}\n break`,
  )
  const sets = fields.map((field) => `this.${slot(field)} = ${slot(field)}`)
  return `export class ${className} implements types.${pascalName(name)} {
${members.join('\n')}
${keepsReader ? 'declare readonly _r: ChainReader' : ''}

constructor(r: ChainReader) {
${locals.join('\n')}
let index = -1
for (let left = r.count(1); left > 0; left -= 1) {
index = r.memberAfter(index, ${fields.length})
switch (index) {
${cases.join('\n')}
}
}
${sets.join('\n')}
${keepsReader ? 'this._r = r' : ''}
}

${getters(fields, pieces).join('\n\n')}
}
furnish(${className}, '${name}')
const no${pascalName(name)} = Object.freeze(new ${className}(new ChainReader(new Uint8Array(1), 0, 1, '')))

export function decode${pascalName(name)}(r: ChainReader): types.${pascalName(name)} {
return r.passZero() ? no${pascalName(name)} : new ${className}(r)
}`
}

function getters(fields: readonly Field[], pieces: Pieces): string[] {
  return fields.filter(({ type }) => holding(type) !== 'plain').map((field) => generateGetter(field, pieces))
}

function generateGetter(field: Field, pieces: Pieces): string {
  const held = `this.${slot(field)}`
  const type = present(field.type)
  const text =
    typeof type === 'object' && 'object_id' in type
      ? `objectIdToText(${type.object_id.join(', ')}, ${held})`
      : view(type, `this._r.at(${held})`, pieces)
  const value = type === field.type ? text : `${held} === undefined ? undefined : ${text}`
  return `get ${field.name}(): ${qualified(field.type)} { return ${value} }`
}

function present(type: TypeExpression): TypeExpression {
  return typeof type === 'object' && 'optional' in type ? type.optional : type
}

function slotType(type: TypeExpression): string {
  if (holding(type) === 'plain') return qualified(type)
  return present(type) === type ? 'number' : 'number | undefined'
}

/** An expression that reads what a member is held as. */
function decode(type: TypeExpression, pieces: Pieces): string {
  const inner = present(type)
  if (inner !== type) return `r.bool() ? ${decode(inner, pieces)} : undefined`
  switch (holding(type)) {
    case 'plain':
      return view(type, 'r', pieces)
    case 'instance':
      return 'r.instance()'
    case 'place':
      return skip(type, pieces)
  }
}
