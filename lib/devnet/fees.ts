import { InternalError } from '../errors.ts'
import type { Asset } from '../protocol/generated/types.ts'
import { OPERATION_NAMES, structFields } from '../protocol/schema.ts'

type OperationName = (typeof OPERATION_NAMES)[number]
/** Fee parameters as a genesis file has them. */
type FeeParameters = Readonly<Record<string, number>>

// Where bitshares-core's defaults (`fee_schedule::get_default`) matter to what the accounts do.
const FEES: Readonly<Partial<Record<OperationName, FeeParameters>>> = {
  transfer: { fee: 2_000_000, price_per_kbyte: 1_000_000 },
  limit_order_create: { fee: 500_000 },
  limit_order_cancel: { fee: 0 },
  call_order_update: { fee: 2_000_000 },
  account_create: { basic_fee: 500_000, premium_fee: 200_000_000, price_per_kbyte: 100_000 },
  asset_issue: { fee: 2_000_000, price_per_kbyte: 100_000 },
  proposal_create: { fee: 2_000_000, price_per_kbyte: 10 },
  proposal_update: { fee: 2_000_000, price_per_kbyte: 10 },
  liquidity_pool_create: { fee: 5_000_000 },
}
const DEFAULT_FEE = 100_000
const BYTES_PER_KBYTE = 1024

/** The parameters of every operation, by tag, as `initial_parameters.current_fees` has them. */
export function feeParameters(): readonly (readonly [tag: number, parameters: FeeParameters])[] {
  return OPERATION_NAMES.map((name, tag) => [tag, parametersOf(name)])
}

/** The fee of an operation with so many bytes that are paid for by size. */
export function feeFor(name: OperationName, sizeBytes = 0): Asset {
  const parameters = parametersOf(name)
  const base = parameters['fee'] ?? parameters['basic_fee']
  if (base === undefined) throw new InternalError(`nobody pays a fee for ${name}`)
  const bySize = Math.floor(((parameters['price_per_kbyte'] ?? 0) * sizeBytes) / BYTES_PER_KBYTE)
  return { amount: BigInt(base + bySize), asset_id: '1.3.0' }
}

function parametersOf(name: OperationName): FeeParameters {
  const chosen = FEES[name]
  if (chosen !== undefined) return chosen
  const fields = structFields(`${name}_operation::fee_params_t`)
  return Object.fromEntries(fields.map((field) => [field.name, DEFAULT_FEE]))
}
