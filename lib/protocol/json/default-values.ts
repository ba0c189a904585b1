import type { TypeExpression } from '../schema.ts'

/**
 * What core constructs for members that are not in the JSON (`fc/reflect/variant.hpp`, `from_variant_visitor` leaves
 * them as they were made), where that is not zero or empty. Given as JSON.
 */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  account_options: { voting_account: '1.2.5' },
  asset_options: { max_supply: '1000000000000000', max_market_fee: '1000000000000000' },
  bitasset_options: {
    feed_lifetime_sec: 86_400,
    minimum_feeds: 1,
    force_settlement_delay_sec: 86_400,
    maximum_force_settlement_volume: 2000,
  },
  fee_schedule: { scale: 10_000 },
  limit_order_create_operation: { expiration: '2106-02-07T06:28:15' },
  price_feed: { maintenance_collateral_ratio: 1750, maximum_short_squeeze_ratio: 1500 },
  top_holders_special_authority: { num_top_holders: 1 },
}

/** Members that core fills with what was compiled in for a network, or with nothing defined: they have to be there. */
const REQUIRED: Readonly<Record<string, readonly string[] | 'all'>> = {
  asset_options: ['issuer_permissions', 'core_exchange_rate'],
  chain_parameters: 'all',
  custom_authority_options_type: 'all',
  fill_order_operation: ['is_maker'],
  htlc_options: 'all',
}

/** The JSON that stands for a missing member, or undefined where it may not be missing. */
export function defaultJson(struct: string, member: string, type: TypeExpression): unknown {
  const required = struct.endsWith('::fee_params_t') ? 'all' : REQUIRED[struct]
  if (required === 'all' || required?.includes(member) === true) return undefined
  return DEFAULTS[struct]?.[member] ?? zeroJson(type)
}

/** Zero or empty of a type. */
function zeroJson(type: TypeExpression): unknown {
  if (typeof type === 'object') {
    if ('object_id' in type) return `${type.object_id[0]}.${type.object_id[1]}.0`
    if ('vector' in type || 'set' in type || 'map' in type) return []
    if ('struct' in type || 'extension' in type) return {}
    if ('fixed_bytes' in type) return ''
    return undefined
  }
  if (type === 'object_id') return '0.0.0'
  if (type === 'vote_id') return '0:0'
  if (type === 'time_point_sec') return '1970-01-01T00:00:00'
  if (type === 'extensions') return []
  if (type === 'public_key' || type === 'address') return undefined
  return null
}
