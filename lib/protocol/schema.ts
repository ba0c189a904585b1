import { InternalError } from '../errors.ts'

// The layout of every chain type, as data. It was reflected from bitshares-core 7.0.2 (FC_REFLECT of libraries/protocol):
// names and order are core's, and order is the wire. Types, decoder, encoder, skipper (`npm run generate`) and JSON
// follow from it.

/** A type that is written in one step. */
export type Primitive =
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'uint128'
  | 'int64'
  | 'varuint'
  | 'bool'
  | 'string'
  | 'bytes'
  | 'public_key'
  | 'address'
  | 'ripemd160'
  | 'sha1'
  | 'sha256'
  | 'hash160'
  | 'object_id'
  | 'vote_id'
  | 'time_point_sec'
  | 'extensions'

/**
 * How a value is laid out. Core's names of the forms:
 *
 * - `'object_id'` is `object_id_type` (space, type and instance), `{ object_id: [space, type] }` the instance alone;
 * - `'extensions'` is `extensions_type`, a set of nothing, empty until a hard fork gives it a member;
 * - `extension` is `extension<T>`: a count, then index and value of each member that is present;
 * - `named_variant` is a tag and a value, one of {@link VARIANTS}; a `static_variant` would list its types in place.
 */
export type TypeExpression =
  | Primitive
  | { readonly object_id: readonly [space: number, type: number] }
  | { readonly fixed_bytes: number }
  | { readonly vector: TypeExpression }
  | { readonly set: TypeExpression }
  | { readonly map: readonly [key: TypeExpression, value: TypeExpression] }
  | { readonly pair: readonly [first: TypeExpression, second: TypeExpression] }
  | { readonly optional: TypeExpression }
  | { readonly static_variant: readonly TypeExpression[] }
  | { readonly named_variant: string }
  | { readonly struct: string }
  | { readonly extension: string }

/** One member of a struct. */
export interface Field {
  readonly name: string
  readonly type: TypeExpression
}

const struct = (name: string): TypeExpression => ({ struct: name })
const extension = (name: string): TypeExpression => ({ extension: name })
const namedVariant = (name: string): TypeExpression => ({ named_variant: name })
const objectId = (type: number): TypeExpression => ({ object_id: [1, type] })
const fixedBytes = (length: number): TypeExpression => ({ fixed_bytes: length })
const vector = (type: TypeExpression): TypeExpression => ({ vector: type })
const set = (type: TypeExpression): TypeExpression => ({ set: type })
const map = (key: TypeExpression, value: TypeExpression): TypeExpression => ({ map: [key, value] })
const pair = (first: TypeExpression, second: TypeExpression): TypeExpression => ({ pair: [first, second] })
const optional = (type: TypeExpression): TypeExpression => ({ optional: type })
const fields = (types: Readonly<Record<string, TypeExpression>>): readonly Field[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }))

const ACCOUNT = objectId(2)
const ASSET_ID = objectId(3)
const FORCE_SETTLEMENT = objectId(4)
const COMMITTEE_MEMBER = objectId(5)
const WITNESS = objectId(6)
const LIMIT_ORDER = objectId(7)
const CALL_ORDER = objectId(8)
const CUSTOM = objectId(9)
const PROPOSAL = objectId(10)
const WITHDRAW_PERMISSION = objectId(12)
const VESTING_BALANCE = objectId(13)
const WORKER = objectId(14)
const BALANCE = objectId(15)
const HTLC = objectId(16)
const CUSTOM_AUTHORITY = objectId(17)
const TICKET = objectId(18)
const LIQUIDITY_POOL = objectId(19)
const SAMET_FUND = objectId(20)
const CREDIT_OFFER = objectId(21)
const CREDIT_DEAL = objectId(22)

const ASSET = struct('asset')
const PRICE = struct('price')
const AUTHORITY = struct('authority')
const SPECIAL_AUTHORITY = namedVariant('special_authority')
const HTLC_HASH = namedVariant('htlc_hash')
const LIMIT_ORDER_ACTION = namedVariant('limit_order_auto_action')

/** Operation names by tag, core's `operation` without the suffix `_operation`. */
// prettier-ignore
export const OPERATION_NAMES = [
  'transfer', 'limit_order_create', 'limit_order_cancel', 'call_order_update', 'fill_order', 'account_create',
  'account_update', 'account_whitelist', 'account_upgrade', 'account_transfer', 'asset_create',
  'asset_update', 'asset_update_bitasset', 'asset_update_feed_producers', 'asset_issue', 'asset_reserve',
  'asset_fund_fee_pool', 'asset_settle', 'asset_global_settle', 'asset_publish_feed', 'witness_create',
  'witness_update', 'proposal_create', 'proposal_update', 'proposal_delete', 'withdraw_permission_create',
  'withdraw_permission_update', 'withdraw_permission_claim', 'withdraw_permission_delete',
  'committee_member_create', 'committee_member_update', 'committee_member_update_global_parameters',
  'vesting_balance_create', 'vesting_balance_withdraw', 'worker_create', 'custom', 'assert', 'balance_claim',
  'override_transfer', 'transfer_to_blind', 'blind_transfer', 'transfer_from_blind', 'asset_settle_cancel',
  'asset_claim_fees', 'fba_distribute', 'bid_collateral', 'execute_bid', 'asset_claim_pool',
  'asset_update_issuer', 'htlc_create', 'htlc_redeem', 'htlc_redeemed', 'htlc_extend', 'htlc_refund',
  'custom_authority_create', 'custom_authority_update', 'custom_authority_delete', 'ticket_create',
  'ticket_update', 'liquidity_pool_create', 'liquidity_pool_delete', 'liquidity_pool_deposit',
  'liquidity_pool_withdraw', 'liquidity_pool_exchange', 'samet_fund_create', 'samet_fund_delete',
  'samet_fund_update', 'samet_fund_borrow', 'samet_fund_repay', 'credit_offer_create', 'credit_offer_delete',
  'credit_offer_update', 'credit_offer_accept', 'credit_deal_repay', 'credit_deal_expired',
  'liquidity_pool_update', 'credit_deal_update', 'limit_order_update',
] as const

// prettier-ignore
const BASIC_STRUCTS: Readonly<Record<string, readonly Field[]>> = {
  account_name_eq_lit_predicate: fields({ account_id: ACCOUNT, name: 'string' }),
  account_options: fields({
    memo_key: 'public_key', voting_account: ACCOUNT, num_witness: 'uint16', num_committee: 'uint16',
    votes: set('vote_id'), extensions: 'extensions',
  }),
  additional_asset_options: fields({
    reward_percent: optional('uint16'), whitelist_market_fee_sharing: optional(set(ACCOUNT)),
    taker_fee_percent: optional('uint16'),
  }),
  asset: fields({ amount: 'int64', asset_id: ASSET_ID }),
  asset_options: fields({
    max_supply: 'int64', market_fee_percent: 'uint16', max_market_fee: 'int64', issuer_permissions: 'uint16',
    flags: 'uint16', core_exchange_rate: PRICE, whitelist_authorities: set(ACCOUNT),
    blacklist_authorities: set(ACCOUNT), whitelist_markets: set(ASSET_ID), blacklist_markets: set(ASSET_ID),
    description: 'string', extensions: extension('additional_asset_options'),
  }),
  asset_symbol_eq_lit_predicate: fields({ asset_id: ASSET_ID, symbol: 'string' }),
  authority: fields({
    weight_threshold: 'uint32', account_auths: map(ACCOUNT, 'uint16'), key_auths: map('public_key', 'uint16'),
    address_auths: map('address', 'uint16'),
  }),
  bitasset_options: fields({
    feed_lifetime_sec: 'uint32', minimum_feeds: 'uint8', force_settlement_delay_sec: 'uint32',
    force_settlement_offset_percent: 'uint16', maximum_force_settlement_volume: 'uint16',
    short_backing_asset: ASSET_ID, extensions: extension('bitasset_options::ext'),
  }),
  'bitasset_options::ext': fields({
    initial_collateral_ratio: optional('uint16'), maintenance_collateral_ratio: optional('uint16'),
    maximum_short_squeeze_ratio: optional('uint16'), margin_call_fee_ratio: optional('uint16'),
    force_settle_fee_percent: optional('uint16'), black_swan_response_method: optional('uint8'),
  }),
  blind_input: fields({ commitment: fixedBytes(33), owner: AUTHORITY }),
  blind_output: fields({
    commitment: fixedBytes(33), range_proof: 'bytes', owner: AUTHORITY,
    stealth_memo: optional(struct('stealth_confirmation')),
  }),
  block_id_predicate: fields({ id: 'ripemd160' }),
  burn_worker_initializer: [],
  buyback_account_options: fields({
    asset_to_buy: ASSET_ID, asset_to_buy_issuer: ACCOUNT, markets: set(ASSET_ID),
  }),
  cdd_vesting_policy_initializer: fields({ start_claim: 'time_point_sec', vesting_seconds: 'uint32' }),
  chain_parameters: fields({
    current_fees: struct('fee_schedule'), block_interval: 'uint8', maintenance_interval: 'uint32',
    maintenance_skip_slots: 'uint8', committee_proposal_review_period: 'uint32',
    maximum_transaction_size: 'uint32', maximum_block_size: 'uint32', maximum_time_until_expiration: 'uint32',
    maximum_proposal_lifetime: 'uint32', maximum_asset_whitelist_authorities: 'uint8',
    maximum_asset_feed_publishers: 'uint8', maximum_witness_count: 'uint16',
    maximum_committee_count: 'uint16', maximum_authority_membership: 'uint16',
    reserve_percent_of_fee: 'uint16', network_percent_of_fee: 'uint16',
    lifetime_referrer_percent_of_fee: 'uint16', cashback_vesting_period_seconds: 'uint32',
    cashback_vesting_threshold: 'int64', count_non_member_votes: 'bool', allow_non_member_whitelists: 'bool',
    witness_pay_per_block: 'int64', worker_budget_per_day: 'int64', max_predicate_opcode: 'uint16',
    fee_liquidation_threshold: 'int64', accounts_per_fee_scale: 'uint16',
    account_fee_scale_bitshifts: 'uint8', max_authority_depth: 'uint8',
    extensions: extension('chain_parameters::ext'),
  }),
  'chain_parameters::ext': fields({
    updatable_htlc_options: optional(struct('htlc_options')),
    custom_authority_options: optional(struct('custom_authority_options_type')),
    market_fee_network_percent: optional('uint16'), maker_fee_discount_percent: optional('uint16'),
  }),
  create_take_profit_order_action: fields({
    fee_asset_id: ASSET_ID, spread_percent: 'uint16', size_percent: 'uint16', expiration_seconds: 'uint32',
    repeat: 'bool', extensions: 'extensions',
  }),
  custom_authority_options_type: fields({
    max_custom_authority_lifetime_seconds: 'uint32', max_custom_authorities_per_account: 'uint32',
    max_custom_authorities_per_account_op: 'uint32', max_custom_authority_restrictions: 'uint32',
  }),
  extendable_operation_result_dtl: fields({
    impacted_accounts: optional(set(ACCOUNT)), new_objects: optional(set('object_id')),
    updated_objects: optional(set('object_id')), removed_objects: optional(set('object_id')),
    paid: optional(vector(ASSET)), received: optional(vector(ASSET)), fees: optional(vector(ASSET)),
  }),
  fee_schedule: fields({ parameters: set(namedVariant('fee_parameters')), scale: 'uint32' }),
  generic_exchange_operation_result: fields({
    paid: vector(ASSET), received: vector(ASSET), fees: vector(ASSET),
  }),
  generic_operation_result: fields({
    new_objects: set('object_id'), updated_objects: set('object_id'), removed_objects: set('object_id'),
  }),
  htlc_options: fields({ max_timeout_secs: 'uint32', max_preimage_size: 'uint32' }),
  instant_vesting_policy_initializer: [],
  linear_vesting_policy_initializer: fields({
    begin_timestamp: 'time_point_sec', vesting_cliff_seconds: 'uint32', vesting_duration_seconds: 'uint32',
  }),
  memo_data: fields({ from: 'public_key', to: 'public_key', nonce: 'uint64', message: 'bytes' }),
  no_special_authority: [],
  op_wrapper: fields({ op: namedVariant('operation') }),
  price: fields({ base: ASSET, quote: ASSET }),
  price_feed: fields({
    settlement_price: PRICE, maintenance_collateral_ratio: 'uint16', maximum_short_squeeze_ratio: 'uint16',
    core_exchange_rate: PRICE,
  }),
  refund_worker_initializer: [],
  restriction: fields({
    member_index: 'varuint', restriction_type: 'varuint', argument: namedVariant('restriction_argument'),
    extensions: 'extensions',
  }),
  stealth_confirmation: fields({
    one_time_key: 'public_key', to: optional('public_key'), encrypted_memo: 'bytes',
  }),
  top_holders_special_authority: fields({ asset: ASSET_ID, num_top_holders: 'uint8' }),
  vesting_balance_worker_initializer: fields({ pay_vesting_period_days: 'uint16' }),
  void_result: [],
  void_t: [],
}

// prettier-ignore
const OPERATION_STRUCTS: Readonly<Record<string, readonly Field[]>> = {
  transfer_operation: fields({
    fee: ASSET, from: ACCOUNT, to: ACCOUNT, amount: ASSET, memo: optional(struct('memo_data')),
    extensions: 'extensions',
  }),
  limit_order_create_operation: fields({
    fee: ASSET, seller: ACCOUNT, amount_to_sell: ASSET, min_to_receive: ASSET, expiration: 'time_point_sec',
    fill_or_kill: 'bool', extensions: extension('limit_order_create_operation::options_type'),
  }),
  'limit_order_create_operation::options_type': fields({ on_fill: optional(vector(LIMIT_ORDER_ACTION)) }),
  limit_order_cancel_operation: fields({
    fee: ASSET, fee_paying_account: ACCOUNT, order: LIMIT_ORDER, extensions: 'extensions',
  }),
  call_order_update_operation: fields({
    fee: ASSET, funding_account: ACCOUNT, delta_collateral: ASSET, delta_debt: ASSET,
    extensions: extension('call_order_update_operation::options_type'),
  }),
  'call_order_update_operation::options_type': fields({ target_collateral_ratio: optional('uint16') }),
  fill_order_operation: fields({
    fee: ASSET, order_id: 'object_id', account_id: ACCOUNT, pays: ASSET, receives: ASSET, fill_price: PRICE,
    is_maker: 'bool',
  }),
  account_create_operation: fields({
    fee: ASSET, registrar: ACCOUNT, referrer: ACCOUNT, referrer_percent: 'uint16', name: 'string',
    owner: AUTHORITY, active: AUTHORITY, options: struct('account_options'),
    extensions: extension('account_create_operation::ext'),
  }),
  'account_create_operation::ext': fields({
    null_ext: optional(struct('void_t')), owner_special_authority: optional(SPECIAL_AUTHORITY),
    active_special_authority: optional(SPECIAL_AUTHORITY),
    buyback_options: optional(struct('buyback_account_options')),
  }),
  account_update_operation: fields({
    fee: ASSET, account: ACCOUNT, owner: optional(AUTHORITY), active: optional(AUTHORITY),
    new_options: optional(struct('account_options')), extensions: extension('account_update_operation::ext'),
  }),
  'account_update_operation::ext': fields({
    null_ext: optional(struct('void_t')), owner_special_authority: optional(SPECIAL_AUTHORITY),
    active_special_authority: optional(SPECIAL_AUTHORITY),
  }),
  account_whitelist_operation: fields({
    fee: ASSET, authorizing_account: ACCOUNT, account_to_list: ACCOUNT, new_listing: 'uint8',
    extensions: 'extensions',
  }),
  account_upgrade_operation: fields({
    fee: ASSET, account_to_upgrade: ACCOUNT, upgrade_to_lifetime_member: 'bool', extensions: 'extensions',
  }),
  account_transfer_operation: fields({
    fee: ASSET, account_id: ACCOUNT, new_owner: ACCOUNT, extensions: 'extensions',
  }),
  asset_create_operation: fields({
    fee: ASSET, issuer: ACCOUNT, symbol: 'string', precision: 'uint8',
    common_options: struct('asset_options'), bitasset_opts: optional(struct('bitasset_options')),
    is_prediction_market: 'bool', extensions: 'extensions',
  }),
  asset_update_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_to_update: ASSET_ID, new_issuer: optional(ACCOUNT),
    new_options: struct('asset_options'), extensions: extension('asset_update_operation::ext'),
  }),
  'asset_update_operation::ext': fields({
    new_precision: optional('uint8'), skip_core_exchange_rate: optional('bool'),
  }),
  asset_update_bitasset_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_to_update: ASSET_ID, new_options: struct('bitasset_options'),
    extensions: 'extensions',
  }),
  asset_update_feed_producers_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_to_update: ASSET_ID, new_feed_producers: set(ACCOUNT),
    extensions: 'extensions',
  }),
  asset_issue_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_to_issue: ASSET, issue_to_account: ACCOUNT,
    memo: optional(struct('memo_data')), extensions: 'extensions',
  }),
  asset_reserve_operation: fields({
    fee: ASSET, payer: ACCOUNT, amount_to_reserve: ASSET, extensions: 'extensions',
  }),
  asset_fund_fee_pool_operation: fields({
    fee: ASSET, from_account: ACCOUNT, asset_id: ASSET_ID, amount: 'int64', extensions: 'extensions',
  }),
  asset_settle_operation: fields({ fee: ASSET, account: ACCOUNT, amount: ASSET, extensions: 'extensions' }),
  asset_global_settle_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_to_settle: ASSET_ID, settle_price: PRICE, extensions: 'extensions',
  }),
  asset_publish_feed_operation: fields({
    fee: ASSET, publisher: ACCOUNT, asset_id: ASSET_ID, feed: struct('price_feed'),
    extensions: extension('asset_publish_feed_operation::ext'),
  }),
  'asset_publish_feed_operation::ext': fields({ initial_collateral_ratio: optional('uint16') }),
  witness_create_operation: fields({
    fee: ASSET, witness_account: ACCOUNT, url: 'string', block_signing_key: 'public_key',
  }),
  witness_update_operation: fields({
    fee: ASSET, witness: WITNESS, witness_account: ACCOUNT, new_url: optional('string'),
    new_signing_key: optional('public_key'),
  }),
  proposal_create_operation: fields({
    fee: ASSET, fee_paying_account: ACCOUNT, expiration_time: 'time_point_sec',
    proposed_ops: vector(struct('op_wrapper')), review_period_seconds: optional('uint32'),
    extensions: 'extensions',
  }),
  proposal_update_operation: fields({
    fee: ASSET, fee_paying_account: ACCOUNT, proposal: PROPOSAL, active_approvals_to_add: set(ACCOUNT),
    active_approvals_to_remove: set(ACCOUNT), owner_approvals_to_add: set(ACCOUNT),
    owner_approvals_to_remove: set(ACCOUNT), key_approvals_to_add: set('public_key'),
    key_approvals_to_remove: set('public_key'), extensions: 'extensions',
  }),
  proposal_delete_operation: fields({
    fee: ASSET, fee_paying_account: ACCOUNT, using_owner_authority: 'bool', proposal: PROPOSAL,
    extensions: 'extensions',
  }),
  withdraw_permission_create_operation: fields({
    fee: ASSET, withdraw_from_account: ACCOUNT, authorized_account: ACCOUNT, withdrawal_limit: ASSET,
    withdrawal_period_sec: 'uint32', periods_until_expiration: 'uint32', period_start_time: 'time_point_sec',
  }),
  withdraw_permission_update_operation: fields({
    fee: ASSET, withdraw_from_account: ACCOUNT, authorized_account: ACCOUNT,
    permission_to_update: WITHDRAW_PERMISSION, withdrawal_limit: ASSET, withdrawal_period_sec: 'uint32',
    period_start_time: 'time_point_sec', periods_until_expiration: 'uint32',
  }),
  withdraw_permission_claim_operation: fields({
    fee: ASSET, withdraw_permission: WITHDRAW_PERMISSION, withdraw_from_account: ACCOUNT,
    withdraw_to_account: ACCOUNT, amount_to_withdraw: ASSET, memo: optional(struct('memo_data')),
  }),
  withdraw_permission_delete_operation: fields({
    fee: ASSET, withdraw_from_account: ACCOUNT, authorized_account: ACCOUNT,
    withdrawal_permission: WITHDRAW_PERMISSION,
  }),
  committee_member_create_operation: fields({ fee: ASSET, committee_member_account: ACCOUNT, url: 'string' }),
  committee_member_update_operation: fields({
    fee: ASSET, committee_member: COMMITTEE_MEMBER, committee_member_account: ACCOUNT,
    new_url: optional('string'),
  }),
  committee_member_update_global_parameters_operation: fields({
    fee: ASSET, new_parameters: struct('chain_parameters'),
  }),
  vesting_balance_create_operation: fields({
    fee: ASSET, creator: ACCOUNT, owner: ACCOUNT, amount: ASSET,
    policy: namedVariant('vesting_policy_initializer'),
  }),
  vesting_balance_withdraw_operation: fields({
    fee: ASSET, vesting_balance: VESTING_BALANCE, owner: ACCOUNT, amount: ASSET,
  }),
  worker_create_operation: fields({
    fee: ASSET, owner: ACCOUNT, work_begin_date: 'time_point_sec', work_end_date: 'time_point_sec',
    daily_pay: 'int64', name: 'string', url: 'string',
    initializer: namedVariant('worker_initializer'),
  }),
  custom_operation: fields({
    fee: ASSET, payer: ACCOUNT, required_auths: set(ACCOUNT), id: 'uint16', data: 'bytes',
  }),
  assert_operation: fields({
    fee: ASSET, fee_paying_account: ACCOUNT,
    predicates: vector(namedVariant('predicate')),
    required_auths: set(ACCOUNT), extensions: 'extensions',
  }),
  balance_claim_operation: fields({
    fee: ASSET, deposit_to_account: ACCOUNT, balance_to_claim: BALANCE, balance_owner_key: 'public_key',
    total_claimed: ASSET,
  }),
  override_transfer_operation: fields({
    fee: ASSET, issuer: ACCOUNT, from: ACCOUNT, to: ACCOUNT, amount: ASSET,
    memo: optional(struct('memo_data')), extensions: 'extensions',
  }),
  transfer_to_blind_operation: fields({
    fee: ASSET, amount: ASSET, from: ACCOUNT, blinding_factor: 'sha256',
    outputs: vector(struct('blind_output')),
  }),
  blind_transfer_operation: fields({
    fee: ASSET, inputs: vector(struct('blind_input')), outputs: vector(struct('blind_output')),
  }),
  transfer_from_blind_operation: fields({
    fee: ASSET, amount: ASSET, to: ACCOUNT, blinding_factor: 'sha256', inputs: vector(struct('blind_input')),
  }),
  asset_settle_cancel_operation: fields({
    fee: ASSET, settlement: FORCE_SETTLEMENT, account: ACCOUNT, amount: ASSET,
  }),
  asset_claim_fees_operation: fields({
    fee: ASSET, issuer: ACCOUNT, amount_to_claim: ASSET,
    extensions: extension('asset_claim_fees_operation::additional_options_type'),
  }),
  'asset_claim_fees_operation::additional_options_type': fields({ claim_from_asset_id: optional(ASSET_ID) }),
  fba_distribute_operation: fields({ fee: ASSET, account_id: ACCOUNT, fba_id: 'object_id', amount: 'int64' }),
  bid_collateral_operation: fields({
    fee: ASSET, bidder: ACCOUNT, additional_collateral: ASSET, debt_covered: ASSET, extensions: 'extensions',
  }),
  execute_bid_operation: fields({ fee: ASSET, bidder: ACCOUNT, debt: ASSET, collateral: ASSET }),
  asset_claim_pool_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_id: ASSET_ID, amount_to_claim: ASSET, extensions: 'extensions',
  }),
  asset_update_issuer_operation: fields({
    fee: ASSET, issuer: ACCOUNT, asset_to_update: ASSET_ID, new_issuer: ACCOUNT, extensions: 'extensions',
  }),
  htlc_create_operation: fields({
    fee: ASSET, from: ACCOUNT, to: ACCOUNT, amount: ASSET, preimage_hash: HTLC_HASH, preimage_size: 'uint16',
    claim_period_seconds: 'uint32', extensions: extension('htlc_create_operation::additional_options_type'),
  }),
  'htlc_create_operation::additional_options_type': fields({ memo: optional(struct('memo_data')) }),
  htlc_redeem_operation: fields({
    fee: ASSET, htlc_id: HTLC, redeemer: ACCOUNT, preimage: 'bytes', extensions: 'extensions',
  }),
  htlc_redeemed_operation: fields({
    fee: ASSET, htlc_id: HTLC, from: ACCOUNT, to: ACCOUNT, redeemer: ACCOUNT, amount: ASSET,
    htlc_preimage_hash: HTLC_HASH, htlc_preimage_size: 'uint16', preimage: 'bytes',
  }),
  htlc_extend_operation: fields({
    fee: ASSET, htlc_id: HTLC, update_issuer: ACCOUNT, seconds_to_add: 'uint32', extensions: 'extensions',
  }),
  htlc_refund_operation: fields({
    fee: ASSET, htlc_id: HTLC, to: ACCOUNT, original_htlc_recipient: ACCOUNT, htlc_amount: ASSET,
    htlc_preimage_hash: HTLC_HASH, htlc_preimage_size: 'uint16',
  }),
  custom_authority_create_operation: fields({
    fee: ASSET, account: ACCOUNT, enabled: 'bool', valid_from: 'time_point_sec', valid_to: 'time_point_sec',
    operation_type: 'varuint', auth: AUTHORITY, restrictions: vector(struct('restriction')),
    extensions: 'extensions',
  }),
  custom_authority_update_operation: fields({
    fee: ASSET, account: ACCOUNT, authority_to_update: CUSTOM_AUTHORITY, new_enabled: optional('bool'),
    new_valid_from: optional('time_point_sec'), new_valid_to: optional('time_point_sec'),
    new_auth: optional(AUTHORITY), restrictions_to_remove: set('uint16'),
    restrictions_to_add: vector(struct('restriction')), extensions: 'extensions',
  }),
  custom_authority_delete_operation: fields({
    fee: ASSET, account: ACCOUNT, authority_to_delete: CUSTOM_AUTHORITY, extensions: 'extensions',
  }),
  ticket_create_operation: fields({
    fee: ASSET, account: ACCOUNT, target_type: 'varuint', amount: ASSET, extensions: 'extensions',
  }),
  ticket_update_operation: fields({
    fee: ASSET, ticket: TICKET, account: ACCOUNT, target_type: 'varuint',
    amount_for_new_target: optional(ASSET), extensions: 'extensions',
  }),
  liquidity_pool_create_operation: fields({
    fee: ASSET, account: ACCOUNT, asset_a: ASSET_ID, asset_b: ASSET_ID, share_asset: ASSET_ID,
    taker_fee_percent: 'uint16', withdrawal_fee_percent: 'uint16', extensions: 'extensions',
  }),
  liquidity_pool_delete_operation: fields({
    fee: ASSET, account: ACCOUNT, pool: LIQUIDITY_POOL, extensions: 'extensions',
  }),
  liquidity_pool_deposit_operation: fields({
    fee: ASSET, account: ACCOUNT, pool: LIQUIDITY_POOL, amount_a: ASSET, amount_b: ASSET,
    extensions: 'extensions',
  }),
  liquidity_pool_withdraw_operation: fields({
    fee: ASSET, account: ACCOUNT, pool: LIQUIDITY_POOL, share_amount: ASSET, extensions: 'extensions',
  }),
  liquidity_pool_exchange_operation: fields({
    fee: ASSET, account: ACCOUNT, pool: LIQUIDITY_POOL, amount_to_sell: ASSET, min_to_receive: ASSET,
    extensions: 'extensions',
  }),
  samet_fund_create_operation: fields({
    fee: ASSET, owner_account: ACCOUNT, asset_type: ASSET_ID, balance: 'int64', fee_rate: 'uint32',
    extensions: 'extensions',
  }),
  samet_fund_delete_operation: fields({
    fee: ASSET, owner_account: ACCOUNT, fund_id: SAMET_FUND, extensions: 'extensions',
  }),
  samet_fund_update_operation: fields({
    fee: ASSET, owner_account: ACCOUNT, fund_id: SAMET_FUND, delta_amount: optional(ASSET),
    new_fee_rate: optional('uint32'), extensions: 'extensions',
  }),
  samet_fund_borrow_operation: fields({
    fee: ASSET, borrower: ACCOUNT, fund_id: SAMET_FUND, borrow_amount: ASSET, extensions: 'extensions',
  }),
  samet_fund_repay_operation: fields({
    fee: ASSET, account: ACCOUNT, fund_id: SAMET_FUND, repay_amount: ASSET, fund_fee: ASSET,
    extensions: 'extensions',
  }),
  credit_offer_create_operation: fields({
    fee: ASSET, owner_account: ACCOUNT, asset_type: ASSET_ID, balance: 'int64', fee_rate: 'uint32',
    max_duration_seconds: 'uint32', min_deal_amount: 'int64', enabled: 'bool',
    auto_disable_time: 'time_point_sec', acceptable_collateral: map(ASSET_ID, PRICE),
    acceptable_borrowers: map(ACCOUNT, 'int64'), extensions: 'extensions',
  }),
  credit_offer_delete_operation: fields({
    fee: ASSET, owner_account: ACCOUNT, offer_id: CREDIT_OFFER, extensions: 'extensions',
  }),
  credit_offer_update_operation: fields({
    fee: ASSET, owner_account: ACCOUNT, offer_id: CREDIT_OFFER, delta_amount: optional(ASSET),
    fee_rate: optional('uint32'), max_duration_seconds: optional('uint32'),
    min_deal_amount: optional('int64'), enabled: optional('bool'),
    auto_disable_time: optional('time_point_sec'), acceptable_collateral: optional(map(ASSET_ID, PRICE)),
    acceptable_borrowers: optional(map(ACCOUNT, 'int64')), extensions: 'extensions',
  }),
  credit_offer_accept_operation: fields({
    fee: ASSET, borrower: ACCOUNT, offer_id: CREDIT_OFFER, borrow_amount: ASSET, collateral: ASSET,
    max_fee_rate: 'uint32', min_duration_seconds: 'uint32',
    extensions: extension('credit_offer_accept_operation::ext'),
  }),
  'credit_offer_accept_operation::ext': fields({ auto_repay: optional('uint8') }),
  credit_deal_repay_operation: fields({
    fee: ASSET, account: ACCOUNT, deal_id: CREDIT_DEAL, repay_amount: ASSET, credit_fee: ASSET,
    extensions: 'extensions',
  }),
  credit_deal_expired_operation: fields({
    fee: ASSET, deal_id: CREDIT_DEAL, offer_id: CREDIT_OFFER, offer_owner: ACCOUNT, borrower: ACCOUNT,
    unpaid_amount: ASSET, collateral: ASSET, fee_rate: 'uint32',
  }),
  liquidity_pool_update_operation: fields({
    fee: ASSET, account: ACCOUNT, pool: LIQUIDITY_POOL, taker_fee_percent: optional('uint16'),
    withdrawal_fee_percent: optional('uint16'), extensions: 'extensions',
  }),
  credit_deal_update_operation: fields({
    fee: ASSET, account: ACCOUNT, deal_id: CREDIT_DEAL, auto_repay: 'uint8', extensions: 'extensions',
  }),
  limit_order_update_operation: fields({
    fee: ASSET, seller: ACCOUNT, order: LIMIT_ORDER, new_price: optional(PRICE),
    delta_amount_to_sell: optional(ASSET), new_expiration: optional('time_point_sec'),
    on_fill: optional(vector(LIMIT_ORDER_ACTION)), extensions: 'extensions',
  }),
}

// Fee parameters by operation, where they are more or less than `{ fee: uint64 }`.
// prettier-ignore
const FEE_PARAMETERS: Readonly<Record<string, readonly Field[]>> = {
  transfer: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  fill_order: [],
  account_create: fields({ basic_fee: 'uint64', premium_fee: 'uint64', price_per_kbyte: 'uint32' }),
  account_update: fields({ fee: 'int64', price_per_kbyte: 'uint32' }),
  account_whitelist: fields({ fee: 'int64' }),
  account_upgrade: fields({ membership_annual_fee: 'uint64', membership_lifetime_fee: 'uint64' }),
  asset_create: fields({
    symbol3: 'uint64', symbol4: 'uint64', long_symbol: 'uint64', price_per_kbyte: 'uint32',
  }),
  asset_update: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  asset_issue: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  witness_update: fields({ fee: 'int64' }),
  proposal_create: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  proposal_update: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  withdraw_permission_claim: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  custom: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  balance_claim: [],
  override_transfer: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  transfer_to_blind: fields({ fee: 'uint64', price_per_output: 'uint32' }),
  blind_transfer: fields({ fee: 'uint64', price_per_output: 'uint32' }),
  asset_settle_cancel: [],
  fba_distribute: [],
  execute_bid: [],
  htlc_create: fields({ fee: 'uint64', fee_per_day: 'uint64' }),
  htlc_redeem: fields({ fee: 'uint64', fee_per_kb: 'uint64' }),
  htlc_redeemed: [],
  htlc_extend: fields({ fee: 'uint64', fee_per_day: 'uint64' }),
  htlc_refund: [],
  custom_authority_create: fields({ basic_fee: 'uint64', price_per_byte: 'uint32' }),
  custom_authority_update: fields({ basic_fee: 'uint64', price_per_byte: 'uint32' }),
  credit_offer_create: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  credit_offer_update: fields({ fee: 'uint64', price_per_kbyte: 'uint32' }),
  credit_deal_expired: [],
}

const FEE_PARAMETERS_STRUCTS = Object.fromEntries(
  OPERATION_NAMES.map((name) => [
    `${name}_operation::fee_params_t`,
    FEE_PARAMETERS[name] ?? fields({ fee: 'uint64' }),
  ]),
)

const TRANSACTION = fields({
  ref_block_num: 'uint16',
  ref_block_prefix: 'uint32',
  expiration: 'time_point_sec',
  operations: vector(namedVariant('operation')),
  extensions: 'extensions',
})
const SIGNED_TRANSACTION = [...TRANSACTION, ...fields({ signatures: vector(fixedBytes(65)) })]
const PROCESSED_TRANSACTION = [
  ...SIGNED_TRANSACTION,
  ...fields({ operation_results: vector(namedVariant('operation_result')) }),
]
const BLOCK_HEADER = fields({
  previous: 'ripemd160',
  timestamp: 'time_point_sec',
  witness: WITNESS,
  transaction_merkle_root: 'ripemd160',
  extensions: 'extensions',
})
const SIGNED_BLOCK_HEADER = [...BLOCK_HEADER, ...fields({ witness_signature: fixedBytes(65) })]
const SIGNED_BLOCK = [
  ...SIGNED_BLOCK_HEADER,
  ...fields({ transactions: vector(struct('processed_transaction')) }),
]

/** Every struct: its members in the order of the wire. */
export const STRUCTS: Readonly<Record<string, readonly Field[]>> = {
  ...BASIC_STRUCTS,
  ...OPERATION_STRUCTS,
  ...FEE_PARAMETERS_STRUCTS,
  transaction: TRANSACTION,
  signed_transaction: SIGNED_TRANSACTION,
  processed_transaction: PROCESSED_TRANSACTION,
  block_header: BLOCK_HEADER,
  signed_block_header: SIGNED_BLOCK_HEADER,
  signed_block: SIGNED_BLOCK,
}

/** Every variant, by core's name of the type: its types by tag. */
export const VARIANTS: Readonly<Record<string, readonly TypeExpression[]>> = {
  operation: OPERATION_NAMES.map((name) => struct(`${name}_operation`)),
  fee_parameters: OPERATION_NAMES.map((name) => struct(`${name}_operation::fee_params_t`)),
  operation_result: [
    struct('void_result'),
    'object_id',
    ASSET,
    struct('generic_operation_result'),
    struct('generic_exchange_operation_result'),
    extension('extendable_operation_result_dtl'),
  ],
  special_authority: [struct('no_special_authority'), struct('top_holders_special_authority')],
  htlc_hash: ['ripemd160', 'sha1', 'sha256', 'hash160'],
  limit_order_auto_action: [struct('create_take_profit_order_action')],
  predicate: [
    struct('account_name_eq_lit_predicate'),
    struct('asset_symbol_eq_lit_predicate'),
    struct('block_id_predicate'),
  ],
  vesting_policy_initializer: [
    struct('linear_vesting_policy_initializer'),
    struct('cdd_vesting_policy_initializer'),
    struct('instant_vesting_policy_initializer'),
  ],
  worker_initializer: [
    struct('refund_worker_initializer'),
    struct('vesting_balance_worker_initializer'),
    struct('burn_worker_initializer'),
  ],
  // prettier-ignore
  restriction_argument: [
    struct('void_t'), 'bool', 'int64', 'string', 'time_point_sec', 'public_key', 'sha256',
    ACCOUNT, ASSET_ID, FORCE_SETTLEMENT, COMMITTEE_MEMBER, WITNESS, LIMIT_ORDER, CALL_ORDER, CUSTOM, PROPOSAL,
    WITHDRAW_PERMISSION, VESTING_BALANCE, WORKER, BALANCE,
    set('bool'), set('int64'), set('string'), set('time_point_sec'), set('public_key'), set('sha256'),
    set(ACCOUNT), set(ASSET_ID), set(FORCE_SETTLEMENT), set(COMMITTEE_MEMBER), set(WITNESS), set(LIMIT_ORDER),
    set(CALL_ORDER), set(CUSTOM), set(PROPOSAL), set(WITHDRAW_PERMISSION), set(VESTING_BALANCE), set(WORKER),
    set(BALANCE),
    vector(struct('restriction')), vector(vector(struct('restriction'))), pair('int64', vector(struct('restriction'))),
  ],
}

/** The members of a struct; asking for one that is not in the schema is our bug. */
export function structFields(name: string): readonly Field[] {
  const found = STRUCTS[name]
  if (found === undefined) throw new InternalError(`no struct ${name} in the schema`)
  return found
}

/** The types of a named variant by tag; asking for one that is not in the schema is our bug. */
export function variantTypes(name: string): readonly TypeExpression[] {
  const found = VARIANTS[name]
  if (found === undefined) throw new InternalError(`no variant ${name} in the schema`)
  return found
}
