import * as decoders from '../lib/protocol/generated/decoders.ts'
import type { TypeExpression } from '../lib/protocol/schema.ts'
import { STRUCTS, structFields, variantTypes } from '../lib/protocol/schema.ts'
import { slot } from '../scripts/generate-codec/decoders.ts'
import { holding, isEmpty } from '../scripts/generate-codec/holding.ts'
import { pascalName } from '../scripts/generate-codec/names.ts'

/** A decoded value that can count its leaves. */
interface Walkable {
  walk(): number
}

/**
 * Gives all decoded values a method that reads every leaf they have and counts those that are what they should be:
 * numbers, bigints, bools, and the places of what becomes text when it is read, which it is not.
 *
 * Decoding that left something for later would be found out by it. It is made from the schema, a function for each class,
 * because a walk over property names takes longer than decoding.
 */
export function teachToWalk(): (value: object) => number {
  const views = decoders as unknown as Readonly<Record<string, { readonly prototype: Walkable } | undefined>>
  for (const struct of Object.keys(STRUCTS)) {
    const view = views[`${pascalName(struct)}View`]
    if (view !== undefined) view.prototype.walk = makeWalk(struct)
  }
  return (value) => (value as Walkable).walk()
}

function makeWalk(struct: string): () => number {
  const counts = structFields(struct).map((field) => count(field.type, `this.${slot(field)}`))
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a bench is not a browser
  const make = new Function('walkAll', `return function () { return ${counts.join(' + ')} }`) as (
    all: typeof walkAll,
  ) => () => number
  return make(walkAll)
}

/** An expression that counts the leaves of what `held` is an expression of. */
function count(type: TypeExpression, held: string): string {
  if (typeof type === 'object' && 'optional' in type) {
    return `(${held} === undefined ? 0 : ${count(type.optional, held)})`
  }
  if (holding(type) !== 'plain') return `(${held} >= 0 ? 1 : 0)`
  if (type === 'extensions') return `${held}.length`
  if (type === 'bool') return `(${held} === true || ${held} === false ? 1 : 0)`
  if (type === 'int64' || type === 'uint64') return `(typeof ${held} === 'bigint' ? 1 : 0)`
  if (typeof type === 'string') return `(${held} >= 0 ? 1 : 0)`
  if (isEmpty(type)) return '0'
  if ('vector' in type) return `walkAll(${held})`
  if ('named_variant' in type && variantTypes(type.named_variant).some(isEmpty)) return `walkAll(${held})`
  return `${held}.walk()`
}

function walkAll(values: readonly unknown[]): number {
  let leaves = 0
  for (const value of values) {
    if (typeof value !== 'object' || value === null) leaves += 1
    else if (Array.isArray(value)) leaves += walkAll(value as readonly unknown[])
    else if ('walk' in value) leaves += (value as Walkable).walk()
  }
  return leaves
}
