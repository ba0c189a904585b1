import type { TypeExpression } from '../../lib/protocol/schema.ts'
import { OPERATION_NAMES, STRUCTS } from '../../lib/protocol/schema.ts'

/** The name of a struct or variant in TypeScript: `transfer_operation` is `TransferOperation`. */
export function pascalName(name: string): string {
  const [own = '', nested] = name.split('::')
  const pascal = own.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  if (nested === undefined) return pascal
  return pascal + (nested === 'fee_params_t' ? 'FeeParameters' : 'Extensions')
}

/** A name for what is done with a type: `set<account_id_type>` is `SetOfAccountId`. */
export function typeName(type: TypeExpression): string {
  if (typeof type === 'string') return pascalName(type)
  if ('object_id' in type) return `${OBJECT_NAMES[type.object_id[1]] ?? 'Object'}Id`
  if ('fixed_bytes' in type) return `FixedBytes${type.fixed_bytes}`
  if ('struct' in type) return pascalName(type.struct)
  if ('extension' in type) return pascalName(type.extension)
  if ('named_variant' in type) return pascalName(type.named_variant)
  if ('vector' in type) return `VectorOf${typeName(type.vector)}`
  if ('set' in type) return `SetOf${typeName(type.set)}`
  if ('map' in type) return `MapOf${typeName(type.map[0])}To${typeName(type.map[1])}`
  if ('pair' in type) return `PairOf${typeName(type.pair[0])}And${typeName(type.pair[1])}`
  if ('optional' in type) return `Optional${typeName(type.optional)}`
  throw new TypeError(`no name for ${JSON.stringify(type)}`)
}

/** The operation that a struct belongs to, `transfer` for `transfer_operation`. */
export function operationName(struct: string): string | undefined {
  return OPERATION_NAMES.find((name) => `${name}_operation` === struct)
}

/** Structs that are written member by member, each optional, after their index. */
export const EXTENSION_STRUCTS: ReadonlySet<string> = new Set(
  Object.values(STRUCTS)
    .flat()
    .flatMap(({ type }) => (typeof type === 'object' && 'extension' in type ? [type.extension] : []))
    .concat('extendable_operation_result_dtl'),
)

/** Everything but extensions, in the order of the schema. */
export const PLAIN_STRUCTS: readonly string[] = Object.keys(STRUCTS).filter(
  (name) => !EXTENSION_STRUCTS.has(name),
)

// `types.hpp`, GRAPHENE_DEFINE_IDS.
const OBJECT_NAMES: Readonly<Record<number, string>> = {
  2: 'Account',
  3: 'Asset',
  4: 'ForceSettlement',
  5: 'CommitteeMember',
  6: 'Witness',
  7: 'LimitOrder',
  8: 'CallOrder',
  9: 'Custom',
  10: 'Proposal',
  12: 'WithdrawPermission',
  13: 'VestingBalance',
  14: 'Worker',
  15: 'Balance',
  16: 'Htlc',
  17: 'CustomAuthority',
  18: 'Ticket',
  19: 'LiquidityPool',
  20: 'SametFund',
  21: 'CreditOffer',
  22: 'CreditDeal',
}
