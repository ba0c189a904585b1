import { toJson } from './json.ts'
import { OPERATION_NAMES, structFields } from './schema.ts'

const OPERATION_STRUCTS: ReadonlySet<string> = new Set(OPERATION_NAMES.map((name) => `${name}_operation`))
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

/**
 * Gives the class of a struct what makes its values readable: `toJSON`, which is the JSON bitshares-core prints, and for
 * `console.log` the members by the names they have on the wire.
 */
export function furnish(view: { readonly prototype: object }, struct: string): void {
  const isOperation = OPERATION_STRUCTS.has(struct)
  Object.defineProperties(view.prototype, {
    toJSON: { value: toJSON, configurable: true },
    [INSPECT]: { value: inspect, configurable: true },
  })

  function toJSON(this: object): unknown {
    return toJson(isOperation ? 'operation' : struct, this)
  }

  function inspect(this: object): object {
    return toPlainMembers(this, struct, isOperation)
  }
}

function toPlainMembers(value: object, struct: string, isOperation: boolean): object {
  const members = value as Readonly<Record<string, unknown>>
  const names = structFields(struct).map(({ name }) => name)
  const shown = isOperation ? ['type', ...names] : names
  const plain: Record<string, unknown> = {}
  for (const name of shown) {
    if (members[name] !== undefined) plain[name] = members[name]
  }
  return plain
}
