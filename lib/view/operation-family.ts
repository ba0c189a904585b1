/** What an operation is about, as people ask for it: few enough to choose from. */
export type OperationFamily =
  'transfer' | 'order' | 'pool' | 'feed' | 'account' | 'asset' | 'governance' | 'credit' | 'other'

/** In the order in which they are offered. */
export const OPERATION_FAMILIES: readonly OperationFamily[] = [
  'transfer',
  'order',
  'pool',
  'feed',
  'account',
  'asset',
  'governance',
  'credit',
  'other',
]

/** By the beginning of the name; the first that fits counts. */
const BEGINNINGS: readonly (readonly [string, OperationFamily])[] = [
  ['asset_publish_feed', 'feed'],
  ['asset_settle', 'order'],
  ['asset_global_settle', 'order'],
  ['limit_order', 'order'],
  ['call_order', 'order'],
  ['fill_order', 'order'],
  ['bid_collateral', 'order'],
  ['execute_bid', 'order'],
  ['liquidity_pool', 'pool'],
  ['transfer', 'transfer'],
  ['override_transfer', 'transfer'],
  ['blind_transfer', 'transfer'],
  ['balance_claim', 'transfer'],
  ['vesting_balance', 'transfer'],
  ['htlc', 'transfer'],
  ['account', 'account'],
  ['custom_authority', 'account'],
  ['withdraw_permission', 'account'],
  ['asset', 'asset'],
  ['fba_distribute', 'asset'],
  ['witness', 'governance'],
  ['committee_member', 'governance'],
  ['proposal', 'governance'],
  ['worker', 'governance'],
  ['ticket', 'governance'],
  ['samet_fund', 'credit'],
  ['credit', 'credit'],
]

/** The family of an operation by its name; `other` for what is none of them or not known. */
export function operationFamily(type: string): OperationFamily {
  return BEGINNINGS.find(([beginning]) => type.startsWith(beginning))?.[1] ?? 'other'
}

/** How many operations of each family are among those of each type. */
export function countFamilies(types: Readonly<Record<string, number>>): Record<OperationFamily, number> {
  const counts = Object.fromEntries(OPERATION_FAMILIES.map((family) => [family, 0])) as Record<
    OperationFamily,
    number
  >
  for (const [type, count] of Object.entries(types)) counts[operationFamily(type)] += count
  return counts
}
