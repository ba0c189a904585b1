import { minReads, minSizeBytes } from '../../lib/protocol/layout.ts'
import { orderName } from '../../lib/protocol/order.ts'
import type { TypeExpression } from '../../lib/protocol/schema.ts'
import { variantTypes } from '../../lib/protocol/schema.ts'
import { isCompound, isEmpty } from './holding.ts'
import { pascalName, typeName } from './names.ts'
import type { Pieces } from './pieces.ts'
import { viewType } from './types.ts'

const METHODS: Readonly<Record<string, string>> = {
  time_point_sec: 'uint32()',
  string: 'string()',
  bytes: 'lengthPrefixed()',
  public_key: 'publicKey()',
  address: 'address()',
  object_id: 'anyObjectId()',
  vote_id: 'voteId()',
  ripemd160: 'hex(20)',
  sha1: 'hex(20)',
  hash160: 'hex(20)',
  sha256: 'hex(32)',
}

/** An expression that reads a value as the user sees it, at the reader that `reader` is an expression of. */
export function view(type: TypeExpression, reader: string, pieces: Pieces): string {
  if (typeof type === 'string') return `${reader}.${METHODS[type] ?? `${type}()`}`
  if ('object_id' in type) return `${reader}.objectId(${type.object_id.join(', ')})`
  if ('fixed_bytes' in type) return `${reader}.hex(${type.fixed_bytes})`
  if (isEmpty(type)) return 'NOTHING'
  if ('struct' in type) return `new ${pascalName(type.struct)}View(${reader})`
  if ('extension' in type) return `decode${pascalName(type.extension)}(${reader})`
  const name = `${isCompound(type) ? 'decode' : 'view'}${typeName(type)}`
  return `${pieces.need(name, () => generateView(name, type, pieces))}(${reader})`
}

function generateView(name: string, type: Exclude<TypeExpression, string>, pieces: Pieces): string {
  const head = `export function ${name}(r: ChainReader): ${qualified(type)} {`
  return `${head}\n${viewBody(type, pieces)}\n}`
}

function viewBody(type: Exclude<TypeExpression, string>, pieces: Pieces): string {
  if ('set' in type) return `return viewSet(r, ${orderName(type.set)}, (r) => ${view(type.set, 'r', pieces)})`
  if ('map' in type) {
    const [key, value] = type.map
    return `return viewMap(r, ${orderName(key)}, (r) => ${view(key, 'r', pieces)}, (r) => ${view(value, 'r', pieces)})`
  }
  if ('pair' in type) return `return [${type.pair.map((each) => view(each, 'r', pieces)).join(', ')}]`
  if ('vector' in type) return viewVector(type.vector, pieces)
  if ('named_variant' in type) return viewVariant(type.named_variant, pieces)
  throw new TypeError(`no view of ${JSON.stringify(type)}`)
}

/** An array grows to 17 elements with the first one that is pushed; most have one, and stay small this way. */
function viewVector(type: TypeExpression, pieces: Pieces): string {
  const element = view(type, 'r', pieces)
  return `const count = r.count(${minSizeBytes(type)}, undefined, ${minReads(type)})
  if (count === 0) return []
  const elements: (${qualified(type)})[] = [${element}]
  for (let index = 1; index < count; index += 1) elements.push(${element})
  return elements`
}

function viewVariant(name: string, pieces: Pieces): string {
  const types = variantTypes(name)
  const cases = types.map((type, tag) => {
    const content = view(type, 'r', pieces)
    const label = tag === types.length - 1 ? 'default' : `case ${tag}`
    return `${label}: return ${name === 'operation' ? content : `[${tag}, ${content}]`}`
  })
  return `switch (r.tag(${types.length}, '${name}')) {\n${cases.join('\n')}\n}`
}

const BUILT_IN = /\b(?:Readonly|Uint8Array|FutureExtensions|ObjectId|VoteId)\b/

/** The type of a view, in a file that imports the types as `types`. */
export function qualified(type: TypeExpression): string {
  return viewType(type).replace(/\b[A-Z]\w*/g, (name) => (BUILT_IN.test(name) ? name : `types.${name}`))
}
