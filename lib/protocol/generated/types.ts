// Generated from schema.ts by `npm run generate`; do not edit.

import type { FutureExtensions } from '../chain-reader.ts'
import type { ObjectId, VoteId } from '../object-id.ts'

/** `account_name_eq_lit_predicate` */
export interface AccountNameEqLitPredicate {
  readonly account_id: ObjectId<1, 2>
  readonly name: string
}

/** `account_options` */
export interface AccountOptions {
  readonly memo_key: string
  readonly voting_account: ObjectId<1, 2>
  readonly num_witness: number
  readonly num_committee: number
  readonly votes: readonly VoteId[]
  readonly extensions: FutureExtensions
}

/** `asset` */
export interface Asset {
  readonly amount: bigint
  readonly asset_id: ObjectId<1, 3>
}

/** `asset_options` */
export interface AssetOptions {
  readonly max_supply: bigint
  readonly market_fee_percent: number
  readonly max_market_fee: bigint
  readonly issuer_permissions: number
  readonly flags: number
  readonly core_exchange_rate: Price
  readonly whitelist_authorities: readonly ObjectId<1, 2>[]
  readonly blacklist_authorities: readonly ObjectId<1, 2>[]
  readonly whitelist_markets: readonly ObjectId<1, 3>[]
  readonly blacklist_markets: readonly ObjectId<1, 3>[]
  readonly description: string
  readonly extensions: AdditionalAssetOptions
}

/** `asset_symbol_eq_lit_predicate` */
export interface AssetSymbolEqLitPredicate {
  readonly asset_id: ObjectId<1, 3>
  readonly symbol: string
}

/** `authority` */
export interface Authority {
  readonly weight_threshold: number
  readonly account_auths: readonly (readonly [ObjectId<1, 2>, number])[]
  readonly key_auths: readonly (readonly [string, number])[]
  readonly address_auths: readonly (readonly [string, number])[]
}

/** `bitasset_options` */
export interface BitassetOptions {
  readonly feed_lifetime_sec: number
  readonly minimum_feeds: number
  readonly force_settlement_delay_sec: number
  readonly force_settlement_offset_percent: number
  readonly maximum_force_settlement_volume: number
  readonly short_backing_asset: ObjectId<1, 3>
  readonly extensions: BitassetOptionsExtensions
}

/** `blind_input` */
export interface BlindInput {
  readonly commitment: string
  readonly owner: Authority
}

/** `blind_output` */
export interface BlindOutput {
  readonly commitment: string
  readonly range_proof: Uint8Array
  readonly owner: Authority
  readonly stealth_memo?: StealthConfirmation | undefined
}

/** `block_id_predicate` */
export interface BlockIdPredicate {
  readonly id: string
}

/** `burn_worker_initializer` */
export type BurnWorkerInitializer = Readonly<Record<string, never>>

/** `buyback_account_options` */
export interface BuybackAccountOptions {
  readonly asset_to_buy: ObjectId<1, 3>
  readonly asset_to_buy_issuer: ObjectId<1, 2>
  readonly markets: readonly ObjectId<1, 3>[]
}

/** `cdd_vesting_policy_initializer` */
export interface CddVestingPolicyInitializer {
  readonly start_claim: number
  readonly vesting_seconds: number
}

/** `chain_parameters` */
export interface ChainParameters {
  readonly current_fees: FeeSchedule
  readonly block_interval: number
  readonly maintenance_interval: number
  readonly maintenance_skip_slots: number
  readonly committee_proposal_review_period: number
  readonly maximum_transaction_size: number
  readonly maximum_block_size: number
  readonly maximum_time_until_expiration: number
  readonly maximum_proposal_lifetime: number
  readonly maximum_asset_whitelist_authorities: number
  readonly maximum_asset_feed_publishers: number
  readonly maximum_witness_count: number
  readonly maximum_committee_count: number
  readonly maximum_authority_membership: number
  readonly reserve_percent_of_fee: number
  readonly network_percent_of_fee: number
  readonly lifetime_referrer_percent_of_fee: number
  readonly cashback_vesting_period_seconds: number
  readonly cashback_vesting_threshold: bigint
  readonly count_non_member_votes: boolean
  readonly allow_non_member_whitelists: boolean
  readonly witness_pay_per_block: bigint
  readonly worker_budget_per_day: bigint
  readonly max_predicate_opcode: number
  readonly fee_liquidation_threshold: bigint
  readonly accounts_per_fee_scale: number
  readonly account_fee_scale_bitshifts: number
  readonly max_authority_depth: number
  readonly extensions: ChainParametersExtensions
}

/** `create_take_profit_order_action` */
export interface CreateTakeProfitOrderAction {
  readonly fee_asset_id: ObjectId<1, 3>
  readonly spread_percent: number
  readonly size_percent: number
  readonly expiration_seconds: number
  readonly repeat: boolean
  readonly extensions: FutureExtensions
}

/** `custom_authority_options_type` */
export interface CustomAuthorityOptionsType {
  readonly max_custom_authority_lifetime_seconds: number
  readonly max_custom_authorities_per_account: number
  readonly max_custom_authorities_per_account_op: number
  readonly max_custom_authority_restrictions: number
}

/** `fee_schedule` */
export interface FeeSchedule {
  readonly parameters: readonly FeeParameters[]
  readonly scale: number
}

/** `generic_exchange_operation_result` */
export interface GenericExchangeOperationResult {
  readonly paid: readonly Asset[]
  readonly received: readonly Asset[]
  readonly fees: readonly Asset[]
}

/** `generic_operation_result` */
export interface GenericOperationResult {
  readonly new_objects: readonly ObjectId[]
  readonly updated_objects: readonly ObjectId[]
  readonly removed_objects: readonly ObjectId[]
}

/** `htlc_options` */
export interface HtlcOptions {
  readonly max_timeout_secs: number
  readonly max_preimage_size: number
}

/** `instant_vesting_policy_initializer` */
export type InstantVestingPolicyInitializer = Readonly<Record<string, never>>

/** `linear_vesting_policy_initializer` */
export interface LinearVestingPolicyInitializer {
  readonly begin_timestamp: number
  readonly vesting_cliff_seconds: number
  readonly vesting_duration_seconds: number
}

/** `memo_data` */
export interface MemoData {
  readonly from: string
  readonly to: string
  readonly nonce: bigint
  readonly message: Uint8Array
}

/** `no_special_authority` */
export type NoSpecialAuthority = Readonly<Record<string, never>>

/** `op_wrapper` */
export interface OpWrapper {
  readonly op: Operation
}

/** `price` */
export interface Price {
  readonly base: Asset
  readonly quote: Asset
}

/** `price_feed` */
export interface PriceFeed {
  readonly settlement_price: Price
  readonly maintenance_collateral_ratio: number
  readonly maximum_short_squeeze_ratio: number
  readonly core_exchange_rate: Price
}

/** `refund_worker_initializer` */
export type RefundWorkerInitializer = Readonly<Record<string, never>>

/** `restriction` */
export interface Restriction {
  readonly member_index: number | bigint
  readonly restriction_type: number | bigint
  readonly argument: RestrictionArgument
  readonly extensions: FutureExtensions
}

/** `stealth_confirmation` */
export interface StealthConfirmation {
  readonly one_time_key: string
  readonly to?: string | undefined
  readonly encrypted_memo: Uint8Array
}

/** `top_holders_special_authority` */
export interface TopHoldersSpecialAuthority {
  readonly asset: ObjectId<1, 3>
  readonly num_top_holders: number
}

/** `vesting_balance_worker_initializer` */
export interface VestingBalanceWorkerInitializer {
  readonly pay_vesting_period_days: number
}

/** `void_result` */
export type VoidResult = Readonly<Record<string, never>>

/** `void_t` */
export type VoidT = Readonly<Record<string, never>>

/** `transfer_operation` */
export interface TransferOperation {
  readonly type: 'transfer'
  readonly fee: Asset
  readonly from: ObjectId<1, 2>
  readonly to: ObjectId<1, 2>
  readonly amount: Asset
  readonly memo?: MemoData | undefined
  readonly extensions: FutureExtensions
}

/** `limit_order_create_operation` */
export interface LimitOrderCreateOperation {
  readonly type: 'limit_order_create'
  readonly fee: Asset
  readonly seller: ObjectId<1, 2>
  readonly amount_to_sell: Asset
  readonly min_to_receive: Asset
  readonly expiration: number
  readonly fill_or_kill: boolean
  readonly extensions: LimitOrderCreateOperationExtensions
}

/** `limit_order_cancel_operation` */
export interface LimitOrderCancelOperation {
  readonly type: 'limit_order_cancel'
  readonly fee: Asset
  readonly fee_paying_account: ObjectId<1, 2>
  readonly order: ObjectId<1, 7>
  readonly extensions: FutureExtensions
}

/** `call_order_update_operation` */
export interface CallOrderUpdateOperation {
  readonly type: 'call_order_update'
  readonly fee: Asset
  readonly funding_account: ObjectId<1, 2>
  readonly delta_collateral: Asset
  readonly delta_debt: Asset
  readonly extensions: CallOrderUpdateOperationExtensions
}

/** `fill_order_operation` */
export interface FillOrderOperation {
  readonly type: 'fill_order'
  readonly fee: Asset
  readonly order_id: ObjectId
  readonly account_id: ObjectId<1, 2>
  readonly pays: Asset
  readonly receives: Asset
  readonly fill_price: Price
  readonly is_maker: boolean
}

/** `account_create_operation` */
export interface AccountCreateOperation {
  readonly type: 'account_create'
  readonly fee: Asset
  readonly registrar: ObjectId<1, 2>
  readonly referrer: ObjectId<1, 2>
  readonly referrer_percent: number
  readonly name: string
  readonly owner: Authority
  readonly active: Authority
  readonly options: AccountOptions
  readonly extensions: AccountCreateOperationExtensions
}

/** `account_update_operation` */
export interface AccountUpdateOperation {
  readonly type: 'account_update'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly owner?: Authority | undefined
  readonly active?: Authority | undefined
  readonly new_options?: AccountOptions | undefined
  readonly extensions: AccountUpdateOperationExtensions
}

/** `account_whitelist_operation` */
export interface AccountWhitelistOperation {
  readonly type: 'account_whitelist'
  readonly fee: Asset
  readonly authorizing_account: ObjectId<1, 2>
  readonly account_to_list: ObjectId<1, 2>
  readonly new_listing: number
  readonly extensions: FutureExtensions
}

/** `account_upgrade_operation` */
export interface AccountUpgradeOperation {
  readonly type: 'account_upgrade'
  readonly fee: Asset
  readonly account_to_upgrade: ObjectId<1, 2>
  readonly upgrade_to_lifetime_member: boolean
  readonly extensions: FutureExtensions
}

/** `account_transfer_operation` */
export interface AccountTransferOperation {
  readonly type: 'account_transfer'
  readonly fee: Asset
  readonly account_id: ObjectId<1, 2>
  readonly new_owner: ObjectId<1, 2>
  readonly extensions: FutureExtensions
}

/** `asset_create_operation` */
export interface AssetCreateOperation {
  readonly type: 'asset_create'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly symbol: string
  readonly precision: number
  readonly common_options: AssetOptions
  readonly bitasset_opts?: BitassetOptions | undefined
  readonly is_prediction_market: boolean
  readonly extensions: FutureExtensions
}

/** `asset_update_operation` */
export interface AssetUpdateOperation {
  readonly type: 'asset_update'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_to_update: ObjectId<1, 3>
  readonly new_issuer?: ObjectId<1, 2> | undefined
  readonly new_options: AssetOptions
  readonly extensions: AssetUpdateOperationExtensions
}

/** `asset_update_bitasset_operation` */
export interface AssetUpdateBitassetOperation {
  readonly type: 'asset_update_bitasset'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_to_update: ObjectId<1, 3>
  readonly new_options: BitassetOptions
  readonly extensions: FutureExtensions
}

/** `asset_update_feed_producers_operation` */
export interface AssetUpdateFeedProducersOperation {
  readonly type: 'asset_update_feed_producers'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_to_update: ObjectId<1, 3>
  readonly new_feed_producers: readonly ObjectId<1, 2>[]
  readonly extensions: FutureExtensions
}

/** `asset_issue_operation` */
export interface AssetIssueOperation {
  readonly type: 'asset_issue'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_to_issue: Asset
  readonly issue_to_account: ObjectId<1, 2>
  readonly memo?: MemoData | undefined
  readonly extensions: FutureExtensions
}

/** `asset_reserve_operation` */
export interface AssetReserveOperation {
  readonly type: 'asset_reserve'
  readonly fee: Asset
  readonly payer: ObjectId<1, 2>
  readonly amount_to_reserve: Asset
  readonly extensions: FutureExtensions
}

/** `asset_fund_fee_pool_operation` */
export interface AssetFundFeePoolOperation {
  readonly type: 'asset_fund_fee_pool'
  readonly fee: Asset
  readonly from_account: ObjectId<1, 2>
  readonly asset_id: ObjectId<1, 3>
  readonly amount: bigint
  readonly extensions: FutureExtensions
}

/** `asset_settle_operation` */
export interface AssetSettleOperation {
  readonly type: 'asset_settle'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly amount: Asset
  readonly extensions: FutureExtensions
}

/** `asset_global_settle_operation` */
export interface AssetGlobalSettleOperation {
  readonly type: 'asset_global_settle'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_to_settle: ObjectId<1, 3>
  readonly settle_price: Price
  readonly extensions: FutureExtensions
}

/** `asset_publish_feed_operation` */
export interface AssetPublishFeedOperation {
  readonly type: 'asset_publish_feed'
  readonly fee: Asset
  readonly publisher: ObjectId<1, 2>
  readonly asset_id: ObjectId<1, 3>
  readonly feed: PriceFeed
  readonly extensions: AssetPublishFeedOperationExtensions
}

/** `witness_create_operation` */
export interface WitnessCreateOperation {
  readonly type: 'witness_create'
  readonly fee: Asset
  readonly witness_account: ObjectId<1, 2>
  readonly url: string
  readonly block_signing_key: string
}

/** `witness_update_operation` */
export interface WitnessUpdateOperation {
  readonly type: 'witness_update'
  readonly fee: Asset
  readonly witness: ObjectId<1, 6>
  readonly witness_account: ObjectId<1, 2>
  readonly new_url?: string | undefined
  readonly new_signing_key?: string | undefined
}

/** `proposal_create_operation` */
export interface ProposalCreateOperation {
  readonly type: 'proposal_create'
  readonly fee: Asset
  readonly fee_paying_account: ObjectId<1, 2>
  readonly expiration_time: number
  readonly proposed_ops: readonly OpWrapper[]
  readonly review_period_seconds?: number | undefined
  readonly extensions: FutureExtensions
}

/** `proposal_update_operation` */
export interface ProposalUpdateOperation {
  readonly type: 'proposal_update'
  readonly fee: Asset
  readonly fee_paying_account: ObjectId<1, 2>
  readonly proposal: ObjectId<1, 10>
  readonly active_approvals_to_add: readonly ObjectId<1, 2>[]
  readonly active_approvals_to_remove: readonly ObjectId<1, 2>[]
  readonly owner_approvals_to_add: readonly ObjectId<1, 2>[]
  readonly owner_approvals_to_remove: readonly ObjectId<1, 2>[]
  readonly key_approvals_to_add: readonly string[]
  readonly key_approvals_to_remove: readonly string[]
  readonly extensions: FutureExtensions
}

/** `proposal_delete_operation` */
export interface ProposalDeleteOperation {
  readonly type: 'proposal_delete'
  readonly fee: Asset
  readonly fee_paying_account: ObjectId<1, 2>
  readonly using_owner_authority: boolean
  readonly proposal: ObjectId<1, 10>
  readonly extensions: FutureExtensions
}

/** `withdraw_permission_create_operation` */
export interface WithdrawPermissionCreateOperation {
  readonly type: 'withdraw_permission_create'
  readonly fee: Asset
  readonly withdraw_from_account: ObjectId<1, 2>
  readonly authorized_account: ObjectId<1, 2>
  readonly withdrawal_limit: Asset
  readonly withdrawal_period_sec: number
  readonly periods_until_expiration: number
  readonly period_start_time: number
}

/** `withdraw_permission_update_operation` */
export interface WithdrawPermissionUpdateOperation {
  readonly type: 'withdraw_permission_update'
  readonly fee: Asset
  readonly withdraw_from_account: ObjectId<1, 2>
  readonly authorized_account: ObjectId<1, 2>
  readonly permission_to_update: ObjectId<1, 12>
  readonly withdrawal_limit: Asset
  readonly withdrawal_period_sec: number
  readonly period_start_time: number
  readonly periods_until_expiration: number
}

/** `withdraw_permission_claim_operation` */
export interface WithdrawPermissionClaimOperation {
  readonly type: 'withdraw_permission_claim'
  readonly fee: Asset
  readonly withdraw_permission: ObjectId<1, 12>
  readonly withdraw_from_account: ObjectId<1, 2>
  readonly withdraw_to_account: ObjectId<1, 2>
  readonly amount_to_withdraw: Asset
  readonly memo?: MemoData | undefined
}

/** `withdraw_permission_delete_operation` */
export interface WithdrawPermissionDeleteOperation {
  readonly type: 'withdraw_permission_delete'
  readonly fee: Asset
  readonly withdraw_from_account: ObjectId<1, 2>
  readonly authorized_account: ObjectId<1, 2>
  readonly withdrawal_permission: ObjectId<1, 12>
}

/** `committee_member_create_operation` */
export interface CommitteeMemberCreateOperation {
  readonly type: 'committee_member_create'
  readonly fee: Asset
  readonly committee_member_account: ObjectId<1, 2>
  readonly url: string
}

/** `committee_member_update_operation` */
export interface CommitteeMemberUpdateOperation {
  readonly type: 'committee_member_update'
  readonly fee: Asset
  readonly committee_member: ObjectId<1, 5>
  readonly committee_member_account: ObjectId<1, 2>
  readonly new_url?: string | undefined
}

/** `committee_member_update_global_parameters_operation` */
export interface CommitteeMemberUpdateGlobalParametersOperation {
  readonly type: 'committee_member_update_global_parameters'
  readonly fee: Asset
  readonly new_parameters: ChainParameters
}

/** `vesting_balance_create_operation` */
export interface VestingBalanceCreateOperation {
  readonly type: 'vesting_balance_create'
  readonly fee: Asset
  readonly creator: ObjectId<1, 2>
  readonly owner: ObjectId<1, 2>
  readonly amount: Asset
  readonly policy: VestingPolicyInitializer
}

/** `vesting_balance_withdraw_operation` */
export interface VestingBalanceWithdrawOperation {
  readonly type: 'vesting_balance_withdraw'
  readonly fee: Asset
  readonly vesting_balance: ObjectId<1, 13>
  readonly owner: ObjectId<1, 2>
  readonly amount: Asset
}

/** `worker_create_operation` */
export interface WorkerCreateOperation {
  readonly type: 'worker_create'
  readonly fee: Asset
  readonly owner: ObjectId<1, 2>
  readonly work_begin_date: number
  readonly work_end_date: number
  readonly daily_pay: bigint
  readonly name: string
  readonly url: string
  readonly initializer: WorkerInitializer
}

/** `custom_operation` */
export interface CustomOperation {
  readonly type: 'custom'
  readonly fee: Asset
  readonly payer: ObjectId<1, 2>
  readonly required_auths: readonly ObjectId<1, 2>[]
  readonly id: number
  readonly data: Uint8Array
}

/** `assert_operation` */
export interface AssertOperation {
  readonly type: 'assert'
  readonly fee: Asset
  readonly fee_paying_account: ObjectId<1, 2>
  readonly predicates: readonly Predicate[]
  readonly required_auths: readonly ObjectId<1, 2>[]
  readonly extensions: FutureExtensions
}

/** `balance_claim_operation` */
export interface BalanceClaimOperation {
  readonly type: 'balance_claim'
  readonly fee: Asset
  readonly deposit_to_account: ObjectId<1, 2>
  readonly balance_to_claim: ObjectId<1, 15>
  readonly balance_owner_key: string
  readonly total_claimed: Asset
}

/** `override_transfer_operation` */
export interface OverrideTransferOperation {
  readonly type: 'override_transfer'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly from: ObjectId<1, 2>
  readonly to: ObjectId<1, 2>
  readonly amount: Asset
  readonly memo?: MemoData | undefined
  readonly extensions: FutureExtensions
}

/** `transfer_to_blind_operation` */
export interface TransferToBlindOperation {
  readonly type: 'transfer_to_blind'
  readonly fee: Asset
  readonly amount: Asset
  readonly from: ObjectId<1, 2>
  readonly blinding_factor: string
  readonly outputs: readonly BlindOutput[]
}

/** `blind_transfer_operation` */
export interface BlindTransferOperation {
  readonly type: 'blind_transfer'
  readonly fee: Asset
  readonly inputs: readonly BlindInput[]
  readonly outputs: readonly BlindOutput[]
}

/** `transfer_from_blind_operation` */
export interface TransferFromBlindOperation {
  readonly type: 'transfer_from_blind'
  readonly fee: Asset
  readonly amount: Asset
  readonly to: ObjectId<1, 2>
  readonly blinding_factor: string
  readonly inputs: readonly BlindInput[]
}

/** `asset_settle_cancel_operation` */
export interface AssetSettleCancelOperation {
  readonly type: 'asset_settle_cancel'
  readonly fee: Asset
  readonly settlement: ObjectId<1, 4>
  readonly account: ObjectId<1, 2>
  readonly amount: Asset
}

/** `asset_claim_fees_operation` */
export interface AssetClaimFeesOperation {
  readonly type: 'asset_claim_fees'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly amount_to_claim: Asset
  readonly extensions: AssetClaimFeesOperationExtensions
}

/** `fba_distribute_operation` */
export interface FbaDistributeOperation {
  readonly type: 'fba_distribute'
  readonly fee: Asset
  readonly account_id: ObjectId<1, 2>
  readonly fba_id: ObjectId
  readonly amount: bigint
}

/** `bid_collateral_operation` */
export interface BidCollateralOperation {
  readonly type: 'bid_collateral'
  readonly fee: Asset
  readonly bidder: ObjectId<1, 2>
  readonly additional_collateral: Asset
  readonly debt_covered: Asset
  readonly extensions: FutureExtensions
}

/** `execute_bid_operation` */
export interface ExecuteBidOperation {
  readonly type: 'execute_bid'
  readonly fee: Asset
  readonly bidder: ObjectId<1, 2>
  readonly debt: Asset
  readonly collateral: Asset
}

/** `asset_claim_pool_operation` */
export interface AssetClaimPoolOperation {
  readonly type: 'asset_claim_pool'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_id: ObjectId<1, 3>
  readonly amount_to_claim: Asset
  readonly extensions: FutureExtensions
}

/** `asset_update_issuer_operation` */
export interface AssetUpdateIssuerOperation {
  readonly type: 'asset_update_issuer'
  readonly fee: Asset
  readonly issuer: ObjectId<1, 2>
  readonly asset_to_update: ObjectId<1, 3>
  readonly new_issuer: ObjectId<1, 2>
  readonly extensions: FutureExtensions
}

/** `htlc_create_operation` */
export interface HtlcCreateOperation {
  readonly type: 'htlc_create'
  readonly fee: Asset
  readonly from: ObjectId<1, 2>
  readonly to: ObjectId<1, 2>
  readonly amount: Asset
  readonly preimage_hash: HtlcHash
  readonly preimage_size: number
  readonly claim_period_seconds: number
  readonly extensions: HtlcCreateOperationExtensions
}

/** `htlc_redeem_operation` */
export interface HtlcRedeemOperation {
  readonly type: 'htlc_redeem'
  readonly fee: Asset
  readonly htlc_id: ObjectId<1, 16>
  readonly redeemer: ObjectId<1, 2>
  readonly preimage: Uint8Array
  readonly extensions: FutureExtensions
}

/** `htlc_redeemed_operation` */
export interface HtlcRedeemedOperation {
  readonly type: 'htlc_redeemed'
  readonly fee: Asset
  readonly htlc_id: ObjectId<1, 16>
  readonly from: ObjectId<1, 2>
  readonly to: ObjectId<1, 2>
  readonly redeemer: ObjectId<1, 2>
  readonly amount: Asset
  readonly htlc_preimage_hash: HtlcHash
  readonly htlc_preimage_size: number
  readonly preimage: Uint8Array
}

/** `htlc_extend_operation` */
export interface HtlcExtendOperation {
  readonly type: 'htlc_extend'
  readonly fee: Asset
  readonly htlc_id: ObjectId<1, 16>
  readonly update_issuer: ObjectId<1, 2>
  readonly seconds_to_add: number
  readonly extensions: FutureExtensions
}

/** `htlc_refund_operation` */
export interface HtlcRefundOperation {
  readonly type: 'htlc_refund'
  readonly fee: Asset
  readonly htlc_id: ObjectId<1, 16>
  readonly to: ObjectId<1, 2>
  readonly original_htlc_recipient: ObjectId<1, 2>
  readonly htlc_amount: Asset
  readonly htlc_preimage_hash: HtlcHash
  readonly htlc_preimage_size: number
}

/** `custom_authority_create_operation` */
export interface CustomAuthorityCreateOperation {
  readonly type: 'custom_authority_create'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly enabled: boolean
  readonly valid_from: number
  readonly valid_to: number
  readonly operation_type: number | bigint
  readonly auth: Authority
  readonly restrictions: readonly Restriction[]
  readonly extensions: FutureExtensions
}

/** `custom_authority_update_operation` */
export interface CustomAuthorityUpdateOperation {
  readonly type: 'custom_authority_update'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly authority_to_update: ObjectId<1, 17>
  readonly new_enabled?: boolean | undefined
  readonly new_valid_from?: number | undefined
  readonly new_valid_to?: number | undefined
  readonly new_auth?: Authority | undefined
  readonly restrictions_to_remove: readonly number[]
  readonly restrictions_to_add: readonly Restriction[]
  readonly extensions: FutureExtensions
}

/** `custom_authority_delete_operation` */
export interface CustomAuthorityDeleteOperation {
  readonly type: 'custom_authority_delete'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly authority_to_delete: ObjectId<1, 17>
  readonly extensions: FutureExtensions
}

/** `ticket_create_operation` */
export interface TicketCreateOperation {
  readonly type: 'ticket_create'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly target_type: number | bigint
  readonly amount: Asset
  readonly extensions: FutureExtensions
}

/** `ticket_update_operation` */
export interface TicketUpdateOperation {
  readonly type: 'ticket_update'
  readonly fee: Asset
  readonly ticket: ObjectId<1, 18>
  readonly account: ObjectId<1, 2>
  readonly target_type: number | bigint
  readonly amount_for_new_target?: Asset | undefined
  readonly extensions: FutureExtensions
}

/** `liquidity_pool_create_operation` */
export interface LiquidityPoolCreateOperation {
  readonly type: 'liquidity_pool_create'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly asset_a: ObjectId<1, 3>
  readonly asset_b: ObjectId<1, 3>
  readonly share_asset: ObjectId<1, 3>
  readonly taker_fee_percent: number
  readonly withdrawal_fee_percent: number
  readonly extensions: FutureExtensions
}

/** `liquidity_pool_delete_operation` */
export interface LiquidityPoolDeleteOperation {
  readonly type: 'liquidity_pool_delete'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly pool: ObjectId<1, 19>
  readonly extensions: FutureExtensions
}

/** `liquidity_pool_deposit_operation` */
export interface LiquidityPoolDepositOperation {
  readonly type: 'liquidity_pool_deposit'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly pool: ObjectId<1, 19>
  readonly amount_a: Asset
  readonly amount_b: Asset
  readonly extensions: FutureExtensions
}

/** `liquidity_pool_withdraw_operation` */
export interface LiquidityPoolWithdrawOperation {
  readonly type: 'liquidity_pool_withdraw'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly pool: ObjectId<1, 19>
  readonly share_amount: Asset
  readonly extensions: FutureExtensions
}

/** `liquidity_pool_exchange_operation` */
export interface LiquidityPoolExchangeOperation {
  readonly type: 'liquidity_pool_exchange'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly pool: ObjectId<1, 19>
  readonly amount_to_sell: Asset
  readonly min_to_receive: Asset
  readonly extensions: FutureExtensions
}

/** `samet_fund_create_operation` */
export interface SametFundCreateOperation {
  readonly type: 'samet_fund_create'
  readonly fee: Asset
  readonly owner_account: ObjectId<1, 2>
  readonly asset_type: ObjectId<1, 3>
  readonly balance: bigint
  readonly fee_rate: number
  readonly extensions: FutureExtensions
}

/** `samet_fund_delete_operation` */
export interface SametFundDeleteOperation {
  readonly type: 'samet_fund_delete'
  readonly fee: Asset
  readonly owner_account: ObjectId<1, 2>
  readonly fund_id: ObjectId<1, 20>
  readonly extensions: FutureExtensions
}

/** `samet_fund_update_operation` */
export interface SametFundUpdateOperation {
  readonly type: 'samet_fund_update'
  readonly fee: Asset
  readonly owner_account: ObjectId<1, 2>
  readonly fund_id: ObjectId<1, 20>
  readonly delta_amount?: Asset | undefined
  readonly new_fee_rate?: number | undefined
  readonly extensions: FutureExtensions
}

/** `samet_fund_borrow_operation` */
export interface SametFundBorrowOperation {
  readonly type: 'samet_fund_borrow'
  readonly fee: Asset
  readonly borrower: ObjectId<1, 2>
  readonly fund_id: ObjectId<1, 20>
  readonly borrow_amount: Asset
  readonly extensions: FutureExtensions
}

/** `samet_fund_repay_operation` */
export interface SametFundRepayOperation {
  readonly type: 'samet_fund_repay'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly fund_id: ObjectId<1, 20>
  readonly repay_amount: Asset
  readonly fund_fee: Asset
  readonly extensions: FutureExtensions
}

/** `credit_offer_create_operation` */
export interface CreditOfferCreateOperation {
  readonly type: 'credit_offer_create'
  readonly fee: Asset
  readonly owner_account: ObjectId<1, 2>
  readonly asset_type: ObjectId<1, 3>
  readonly balance: bigint
  readonly fee_rate: number
  readonly max_duration_seconds: number
  readonly min_deal_amount: bigint
  readonly enabled: boolean
  readonly auto_disable_time: number
  readonly acceptable_collateral: readonly (readonly [ObjectId<1, 3>, Price])[]
  readonly acceptable_borrowers: readonly (readonly [ObjectId<1, 2>, bigint])[]
  readonly extensions: FutureExtensions
}

/** `credit_offer_delete_operation` */
export interface CreditOfferDeleteOperation {
  readonly type: 'credit_offer_delete'
  readonly fee: Asset
  readonly owner_account: ObjectId<1, 2>
  readonly offer_id: ObjectId<1, 21>
  readonly extensions: FutureExtensions
}

/** `credit_offer_update_operation` */
export interface CreditOfferUpdateOperation {
  readonly type: 'credit_offer_update'
  readonly fee: Asset
  readonly owner_account: ObjectId<1, 2>
  readonly offer_id: ObjectId<1, 21>
  readonly delta_amount?: Asset | undefined
  readonly fee_rate?: number | undefined
  readonly max_duration_seconds?: number | undefined
  readonly min_deal_amount?: bigint | undefined
  readonly enabled?: boolean | undefined
  readonly auto_disable_time?: number | undefined
  readonly acceptable_collateral?: readonly (readonly [ObjectId<1, 3>, Price])[] | undefined
  readonly acceptable_borrowers?: readonly (readonly [ObjectId<1, 2>, bigint])[] | undefined
  readonly extensions: FutureExtensions
}

/** `credit_offer_accept_operation` */
export interface CreditOfferAcceptOperation {
  readonly type: 'credit_offer_accept'
  readonly fee: Asset
  readonly borrower: ObjectId<1, 2>
  readonly offer_id: ObjectId<1, 21>
  readonly borrow_amount: Asset
  readonly collateral: Asset
  readonly max_fee_rate: number
  readonly min_duration_seconds: number
  readonly extensions: CreditOfferAcceptOperationExtensions
}

/** `credit_deal_repay_operation` */
export interface CreditDealRepayOperation {
  readonly type: 'credit_deal_repay'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly deal_id: ObjectId<1, 22>
  readonly repay_amount: Asset
  readonly credit_fee: Asset
  readonly extensions: FutureExtensions
}

/** `credit_deal_expired_operation` */
export interface CreditDealExpiredOperation {
  readonly type: 'credit_deal_expired'
  readonly fee: Asset
  readonly deal_id: ObjectId<1, 22>
  readonly offer_id: ObjectId<1, 21>
  readonly offer_owner: ObjectId<1, 2>
  readonly borrower: ObjectId<1, 2>
  readonly unpaid_amount: Asset
  readonly collateral: Asset
  readonly fee_rate: number
}

/** `liquidity_pool_update_operation` */
export interface LiquidityPoolUpdateOperation {
  readonly type: 'liquidity_pool_update'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly pool: ObjectId<1, 19>
  readonly taker_fee_percent?: number | undefined
  readonly withdrawal_fee_percent?: number | undefined
  readonly extensions: FutureExtensions
}

/** `credit_deal_update_operation` */
export interface CreditDealUpdateOperation {
  readonly type: 'credit_deal_update'
  readonly fee: Asset
  readonly account: ObjectId<1, 2>
  readonly deal_id: ObjectId<1, 22>
  readonly auto_repay: number
  readonly extensions: FutureExtensions
}

/** `limit_order_update_operation` */
export interface LimitOrderUpdateOperation {
  readonly type: 'limit_order_update'
  readonly fee: Asset
  readonly seller: ObjectId<1, 2>
  readonly order: ObjectId<1, 7>
  readonly new_price?: Price | undefined
  readonly delta_amount_to_sell?: Asset | undefined
  readonly new_expiration?: number | undefined
  readonly on_fill?: readonly LimitOrderAutoAction[] | undefined
  readonly extensions: FutureExtensions
}

/** `transfer_operation::fee_params_t` */
export interface TransferOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `limit_order_create_operation::fee_params_t` */
export interface LimitOrderCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `limit_order_cancel_operation::fee_params_t` */
export interface LimitOrderCancelOperationFeeParameters {
  readonly fee: bigint
}

/** `call_order_update_operation::fee_params_t` */
export interface CallOrderUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `fill_order_operation::fee_params_t` */
export type FillOrderOperationFeeParameters = Readonly<Record<string, never>>

/** `account_create_operation::fee_params_t` */
export interface AccountCreateOperationFeeParameters {
  readonly basic_fee: bigint
  readonly premium_fee: bigint
  readonly price_per_kbyte: number
}

/** `account_update_operation::fee_params_t` */
export interface AccountUpdateOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `account_whitelist_operation::fee_params_t` */
export interface AccountWhitelistOperationFeeParameters {
  readonly fee: bigint
}

/** `account_upgrade_operation::fee_params_t` */
export interface AccountUpgradeOperationFeeParameters {
  readonly membership_annual_fee: bigint
  readonly membership_lifetime_fee: bigint
}

/** `account_transfer_operation::fee_params_t` */
export interface AccountTransferOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_create_operation::fee_params_t` */
export interface AssetCreateOperationFeeParameters {
  readonly symbol3: bigint
  readonly symbol4: bigint
  readonly long_symbol: bigint
  readonly price_per_kbyte: number
}

/** `asset_update_operation::fee_params_t` */
export interface AssetUpdateOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `asset_update_bitasset_operation::fee_params_t` */
export interface AssetUpdateBitassetOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_update_feed_producers_operation::fee_params_t` */
export interface AssetUpdateFeedProducersOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_issue_operation::fee_params_t` */
export interface AssetIssueOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `asset_reserve_operation::fee_params_t` */
export interface AssetReserveOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_fund_fee_pool_operation::fee_params_t` */
export interface AssetFundFeePoolOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_settle_operation::fee_params_t` */
export interface AssetSettleOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_global_settle_operation::fee_params_t` */
export interface AssetGlobalSettleOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_publish_feed_operation::fee_params_t` */
export interface AssetPublishFeedOperationFeeParameters {
  readonly fee: bigint
}

/** `witness_create_operation::fee_params_t` */
export interface WitnessCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `witness_update_operation::fee_params_t` */
export interface WitnessUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `proposal_create_operation::fee_params_t` */
export interface ProposalCreateOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `proposal_update_operation::fee_params_t` */
export interface ProposalUpdateOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `proposal_delete_operation::fee_params_t` */
export interface ProposalDeleteOperationFeeParameters {
  readonly fee: bigint
}

/** `withdraw_permission_create_operation::fee_params_t` */
export interface WithdrawPermissionCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `withdraw_permission_update_operation::fee_params_t` */
export interface WithdrawPermissionUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `withdraw_permission_claim_operation::fee_params_t` */
export interface WithdrawPermissionClaimOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `withdraw_permission_delete_operation::fee_params_t` */
export interface WithdrawPermissionDeleteOperationFeeParameters {
  readonly fee: bigint
}

/** `committee_member_create_operation::fee_params_t` */
export interface CommitteeMemberCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `committee_member_update_operation::fee_params_t` */
export interface CommitteeMemberUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `committee_member_update_global_parameters_operation::fee_params_t` */
export interface CommitteeMemberUpdateGlobalParametersOperationFeeParameters {
  readonly fee: bigint
}

/** `vesting_balance_create_operation::fee_params_t` */
export interface VestingBalanceCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `vesting_balance_withdraw_operation::fee_params_t` */
export interface VestingBalanceWithdrawOperationFeeParameters {
  readonly fee: bigint
}

/** `worker_create_operation::fee_params_t` */
export interface WorkerCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `custom_operation::fee_params_t` */
export interface CustomOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `assert_operation::fee_params_t` */
export interface AssertOperationFeeParameters {
  readonly fee: bigint
}

/** `balance_claim_operation::fee_params_t` */
export type BalanceClaimOperationFeeParameters = Readonly<Record<string, never>>

/** `override_transfer_operation::fee_params_t` */
export interface OverrideTransferOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `transfer_to_blind_operation::fee_params_t` */
export interface TransferToBlindOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_output: number
}

/** `blind_transfer_operation::fee_params_t` */
export interface BlindTransferOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_output: number
}

/** `transfer_from_blind_operation::fee_params_t` */
export interface TransferFromBlindOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_settle_cancel_operation::fee_params_t` */
export type AssetSettleCancelOperationFeeParameters = Readonly<Record<string, never>>

/** `asset_claim_fees_operation::fee_params_t` */
export interface AssetClaimFeesOperationFeeParameters {
  readonly fee: bigint
}

/** `fba_distribute_operation::fee_params_t` */
export type FbaDistributeOperationFeeParameters = Readonly<Record<string, never>>

/** `bid_collateral_operation::fee_params_t` */
export interface BidCollateralOperationFeeParameters {
  readonly fee: bigint
}

/** `execute_bid_operation::fee_params_t` */
export type ExecuteBidOperationFeeParameters = Readonly<Record<string, never>>

/** `asset_claim_pool_operation::fee_params_t` */
export interface AssetClaimPoolOperationFeeParameters {
  readonly fee: bigint
}

/** `asset_update_issuer_operation::fee_params_t` */
export interface AssetUpdateIssuerOperationFeeParameters {
  readonly fee: bigint
}

/** `htlc_create_operation::fee_params_t` */
export interface HtlcCreateOperationFeeParameters {
  readonly fee: bigint
  readonly fee_per_day: bigint
}

/** `htlc_redeem_operation::fee_params_t` */
export interface HtlcRedeemOperationFeeParameters {
  readonly fee: bigint
  readonly fee_per_kb: bigint
}

/** `htlc_redeemed_operation::fee_params_t` */
export type HtlcRedeemedOperationFeeParameters = Readonly<Record<string, never>>

/** `htlc_extend_operation::fee_params_t` */
export interface HtlcExtendOperationFeeParameters {
  readonly fee: bigint
  readonly fee_per_day: bigint
}

/** `htlc_refund_operation::fee_params_t` */
export type HtlcRefundOperationFeeParameters = Readonly<Record<string, never>>

/** `custom_authority_create_operation::fee_params_t` */
export interface CustomAuthorityCreateOperationFeeParameters {
  readonly basic_fee: bigint
  readonly price_per_byte: number
}

/** `custom_authority_update_operation::fee_params_t` */
export interface CustomAuthorityUpdateOperationFeeParameters {
  readonly basic_fee: bigint
  readonly price_per_byte: number
}

/** `custom_authority_delete_operation::fee_params_t` */
export interface CustomAuthorityDeleteOperationFeeParameters {
  readonly fee: bigint
}

/** `ticket_create_operation::fee_params_t` */
export interface TicketCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `ticket_update_operation::fee_params_t` */
export interface TicketUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `liquidity_pool_create_operation::fee_params_t` */
export interface LiquidityPoolCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `liquidity_pool_delete_operation::fee_params_t` */
export interface LiquidityPoolDeleteOperationFeeParameters {
  readonly fee: bigint
}

/** `liquidity_pool_deposit_operation::fee_params_t` */
export interface LiquidityPoolDepositOperationFeeParameters {
  readonly fee: bigint
}

/** `liquidity_pool_withdraw_operation::fee_params_t` */
export interface LiquidityPoolWithdrawOperationFeeParameters {
  readonly fee: bigint
}

/** `liquidity_pool_exchange_operation::fee_params_t` */
export interface LiquidityPoolExchangeOperationFeeParameters {
  readonly fee: bigint
}

/** `samet_fund_create_operation::fee_params_t` */
export interface SametFundCreateOperationFeeParameters {
  readonly fee: bigint
}

/** `samet_fund_delete_operation::fee_params_t` */
export interface SametFundDeleteOperationFeeParameters {
  readonly fee: bigint
}

/** `samet_fund_update_operation::fee_params_t` */
export interface SametFundUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `samet_fund_borrow_operation::fee_params_t` */
export interface SametFundBorrowOperationFeeParameters {
  readonly fee: bigint
}

/** `samet_fund_repay_operation::fee_params_t` */
export interface SametFundRepayOperationFeeParameters {
  readonly fee: bigint
}

/** `credit_offer_create_operation::fee_params_t` */
export interface CreditOfferCreateOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `credit_offer_delete_operation::fee_params_t` */
export interface CreditOfferDeleteOperationFeeParameters {
  readonly fee: bigint
}

/** `credit_offer_update_operation::fee_params_t` */
export interface CreditOfferUpdateOperationFeeParameters {
  readonly fee: bigint
  readonly price_per_kbyte: number
}

/** `credit_offer_accept_operation::fee_params_t` */
export interface CreditOfferAcceptOperationFeeParameters {
  readonly fee: bigint
}

/** `credit_deal_repay_operation::fee_params_t` */
export interface CreditDealRepayOperationFeeParameters {
  readonly fee: bigint
}

/** `credit_deal_expired_operation::fee_params_t` */
export type CreditDealExpiredOperationFeeParameters = Readonly<Record<string, never>>

/** `liquidity_pool_update_operation::fee_params_t` */
export interface LiquidityPoolUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `credit_deal_update_operation::fee_params_t` */
export interface CreditDealUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `limit_order_update_operation::fee_params_t` */
export interface LimitOrderUpdateOperationFeeParameters {
  readonly fee: bigint
}

/** `transaction` */
export interface Transaction {
  readonly ref_block_num: number
  readonly ref_block_prefix: number
  readonly expiration: number
  readonly operations: readonly Operation[]
  readonly extensions: FutureExtensions
}

/** `signed_transaction` */
export interface SignedTransaction {
  readonly ref_block_num: number
  readonly ref_block_prefix: number
  readonly expiration: number
  readonly operations: readonly Operation[]
  readonly extensions: FutureExtensions
  readonly signatures: readonly string[]
}

/** `processed_transaction` */
export interface ProcessedTransaction {
  readonly ref_block_num: number
  readonly ref_block_prefix: number
  readonly expiration: number
  readonly operations: readonly Operation[]
  readonly extensions: FutureExtensions
  readonly signatures: readonly string[]
  readonly operation_results: readonly OperationResult[]
}

/** `block_header` */
export interface BlockHeader {
  readonly previous: string
  readonly timestamp: number
  readonly witness: ObjectId<1, 6>
  readonly transaction_merkle_root: string
  readonly extensions: FutureExtensions
}

/** `signed_block_header` */
export interface SignedBlockHeader {
  readonly previous: string
  readonly timestamp: number
  readonly witness: ObjectId<1, 6>
  readonly transaction_merkle_root: string
  readonly extensions: FutureExtensions
  readonly witness_signature: string
}

/** `signed_block` */
export interface SignedBlock {
  readonly previous: string
  readonly timestamp: number
  readonly witness: ObjectId<1, 6>
  readonly transaction_merkle_root: string
  readonly extensions: FutureExtensions
  readonly witness_signature: string
  readonly transactions: readonly ProcessedTransaction[]
}

/** `extension<additional_asset_options>`: what is absent is undefined. */
export interface AdditionalAssetOptions {
  readonly reward_percent?: number | undefined
  readonly whitelist_market_fee_sharing?: readonly ObjectId<1, 2>[] | undefined
  readonly taker_fee_percent?: number | undefined
}

/** `extension<bitasset_options::ext>`: what is absent is undefined. */
export interface BitassetOptionsExtensions {
  readonly initial_collateral_ratio?: number | undefined
  readonly maintenance_collateral_ratio?: number | undefined
  readonly maximum_short_squeeze_ratio?: number | undefined
  readonly margin_call_fee_ratio?: number | undefined
  readonly force_settle_fee_percent?: number | undefined
  readonly black_swan_response_method?: number | undefined
}

/** `extension<chain_parameters::ext>`: what is absent is undefined. */
export interface ChainParametersExtensions {
  readonly updatable_htlc_options?: HtlcOptions | undefined
  readonly custom_authority_options?: CustomAuthorityOptionsType | undefined
  readonly market_fee_network_percent?: number | undefined
  readonly maker_fee_discount_percent?: number | undefined
}

/** `extension<limit_order_create_operation::options_type>`: what is absent is undefined. */
export interface LimitOrderCreateOperationExtensions {
  readonly on_fill?: readonly LimitOrderAutoAction[] | undefined
}

/** `extension<call_order_update_operation::options_type>`: what is absent is undefined. */
export interface CallOrderUpdateOperationExtensions {
  readonly target_collateral_ratio?: number | undefined
}

/** `extension<account_create_operation::ext>`: what is absent is undefined. */
export interface AccountCreateOperationExtensions {
  readonly null_ext?: VoidT | undefined
  readonly owner_special_authority?: SpecialAuthority | undefined
  readonly active_special_authority?: SpecialAuthority | undefined
  readonly buyback_options?: BuybackAccountOptions | undefined
}

/** `extension<account_update_operation::ext>`: what is absent is undefined. */
export interface AccountUpdateOperationExtensions {
  readonly null_ext?: VoidT | undefined
  readonly owner_special_authority?: SpecialAuthority | undefined
  readonly active_special_authority?: SpecialAuthority | undefined
}

/** `extension<asset_update_operation::ext>`: what is absent is undefined. */
export interface AssetUpdateOperationExtensions {
  readonly new_precision?: number | undefined
  readonly skip_core_exchange_rate?: boolean | undefined
}

/** `extension<asset_publish_feed_operation::ext>`: what is absent is undefined. */
export interface AssetPublishFeedOperationExtensions {
  readonly initial_collateral_ratio?: number | undefined
}

/** `extension<asset_claim_fees_operation::additional_options_type>`: what is absent is undefined. */
export interface AssetClaimFeesOperationExtensions {
  readonly claim_from_asset_id?: ObjectId<1, 3> | undefined
}

/** `extension<htlc_create_operation::additional_options_type>`: what is absent is undefined. */
export interface HtlcCreateOperationExtensions {
  readonly memo?: MemoData | undefined
}

/** `extension<credit_offer_accept_operation::ext>`: what is absent is undefined. */
export interface CreditOfferAcceptOperationExtensions {
  readonly auto_repay?: number | undefined
}

/** `extension<extendable_operation_result_dtl>`: what is absent is undefined. */
export interface ExtendableOperationResultDtl {
  readonly impacted_accounts?: readonly ObjectId<1, 2>[] | undefined
  readonly new_objects?: readonly ObjectId[] | undefined
  readonly updated_objects?: readonly ObjectId[] | undefined
  readonly removed_objects?: readonly ObjectId[] | undefined
  readonly paid?: readonly Asset[] | undefined
  readonly received?: readonly Asset[] | undefined
  readonly fees?: readonly Asset[] | undefined
}

/** Any operation: `type` tells which. */
export type Operation =
  | TransferOperation
  | LimitOrderCreateOperation
  | LimitOrderCancelOperation
  | CallOrderUpdateOperation
  | FillOrderOperation
  | AccountCreateOperation
  | AccountUpdateOperation
  | AccountWhitelistOperation
  | AccountUpgradeOperation
  | AccountTransferOperation
  | AssetCreateOperation
  | AssetUpdateOperation
  | AssetUpdateBitassetOperation
  | AssetUpdateFeedProducersOperation
  | AssetIssueOperation
  | AssetReserveOperation
  | AssetFundFeePoolOperation
  | AssetSettleOperation
  | AssetGlobalSettleOperation
  | AssetPublishFeedOperation
  | WitnessCreateOperation
  | WitnessUpdateOperation
  | ProposalCreateOperation
  | ProposalUpdateOperation
  | ProposalDeleteOperation
  | WithdrawPermissionCreateOperation
  | WithdrawPermissionUpdateOperation
  | WithdrawPermissionClaimOperation
  | WithdrawPermissionDeleteOperation
  | CommitteeMemberCreateOperation
  | CommitteeMemberUpdateOperation
  | CommitteeMemberUpdateGlobalParametersOperation
  | VestingBalanceCreateOperation
  | VestingBalanceWithdrawOperation
  | WorkerCreateOperation
  | CustomOperation
  | AssertOperation
  | BalanceClaimOperation
  | OverrideTransferOperation
  | TransferToBlindOperation
  | BlindTransferOperation
  | TransferFromBlindOperation
  | AssetSettleCancelOperation
  | AssetClaimFeesOperation
  | FbaDistributeOperation
  | BidCollateralOperation
  | ExecuteBidOperation
  | AssetClaimPoolOperation
  | AssetUpdateIssuerOperation
  | HtlcCreateOperation
  | HtlcRedeemOperation
  | HtlcRedeemedOperation
  | HtlcExtendOperation
  | HtlcRefundOperation
  | CustomAuthorityCreateOperation
  | CustomAuthorityUpdateOperation
  | CustomAuthorityDeleteOperation
  | TicketCreateOperation
  | TicketUpdateOperation
  | LiquidityPoolCreateOperation
  | LiquidityPoolDeleteOperation
  | LiquidityPoolDepositOperation
  | LiquidityPoolWithdrawOperation
  | LiquidityPoolExchangeOperation
  | SametFundCreateOperation
  | SametFundDeleteOperation
  | SametFundUpdateOperation
  | SametFundBorrowOperation
  | SametFundRepayOperation
  | CreditOfferCreateOperation
  | CreditOfferDeleteOperation
  | CreditOfferUpdateOperation
  | CreditOfferAcceptOperation
  | CreditDealRepayOperation
  | CreditDealExpiredOperation
  | LiquidityPoolUpdateOperation
  | CreditDealUpdateOperation
  | LimitOrderUpdateOperation

/** `fee_parameters`: a tag and what it stands for. */
export type FeeParameters =
  | readonly [0, TransferOperationFeeParameters]
  | readonly [1, LimitOrderCreateOperationFeeParameters]
  | readonly [2, LimitOrderCancelOperationFeeParameters]
  | readonly [3, CallOrderUpdateOperationFeeParameters]
  | readonly [4, FillOrderOperationFeeParameters]
  | readonly [5, AccountCreateOperationFeeParameters]
  | readonly [6, AccountUpdateOperationFeeParameters]
  | readonly [7, AccountWhitelistOperationFeeParameters]
  | readonly [8, AccountUpgradeOperationFeeParameters]
  | readonly [9, AccountTransferOperationFeeParameters]
  | readonly [10, AssetCreateOperationFeeParameters]
  | readonly [11, AssetUpdateOperationFeeParameters]
  | readonly [12, AssetUpdateBitassetOperationFeeParameters]
  | readonly [13, AssetUpdateFeedProducersOperationFeeParameters]
  | readonly [14, AssetIssueOperationFeeParameters]
  | readonly [15, AssetReserveOperationFeeParameters]
  | readonly [16, AssetFundFeePoolOperationFeeParameters]
  | readonly [17, AssetSettleOperationFeeParameters]
  | readonly [18, AssetGlobalSettleOperationFeeParameters]
  | readonly [19, AssetPublishFeedOperationFeeParameters]
  | readonly [20, WitnessCreateOperationFeeParameters]
  | readonly [21, WitnessUpdateOperationFeeParameters]
  | readonly [22, ProposalCreateOperationFeeParameters]
  | readonly [23, ProposalUpdateOperationFeeParameters]
  | readonly [24, ProposalDeleteOperationFeeParameters]
  | readonly [25, WithdrawPermissionCreateOperationFeeParameters]
  | readonly [26, WithdrawPermissionUpdateOperationFeeParameters]
  | readonly [27, WithdrawPermissionClaimOperationFeeParameters]
  | readonly [28, WithdrawPermissionDeleteOperationFeeParameters]
  | readonly [29, CommitteeMemberCreateOperationFeeParameters]
  | readonly [30, CommitteeMemberUpdateOperationFeeParameters]
  | readonly [31, CommitteeMemberUpdateGlobalParametersOperationFeeParameters]
  | readonly [32, VestingBalanceCreateOperationFeeParameters]
  | readonly [33, VestingBalanceWithdrawOperationFeeParameters]
  | readonly [34, WorkerCreateOperationFeeParameters]
  | readonly [35, CustomOperationFeeParameters]
  | readonly [36, AssertOperationFeeParameters]
  | readonly [37, BalanceClaimOperationFeeParameters]
  | readonly [38, OverrideTransferOperationFeeParameters]
  | readonly [39, TransferToBlindOperationFeeParameters]
  | readonly [40, BlindTransferOperationFeeParameters]
  | readonly [41, TransferFromBlindOperationFeeParameters]
  | readonly [42, AssetSettleCancelOperationFeeParameters]
  | readonly [43, AssetClaimFeesOperationFeeParameters]
  | readonly [44, FbaDistributeOperationFeeParameters]
  | readonly [45, BidCollateralOperationFeeParameters]
  | readonly [46, ExecuteBidOperationFeeParameters]
  | readonly [47, AssetClaimPoolOperationFeeParameters]
  | readonly [48, AssetUpdateIssuerOperationFeeParameters]
  | readonly [49, HtlcCreateOperationFeeParameters]
  | readonly [50, HtlcRedeemOperationFeeParameters]
  | readonly [51, HtlcRedeemedOperationFeeParameters]
  | readonly [52, HtlcExtendOperationFeeParameters]
  | readonly [53, HtlcRefundOperationFeeParameters]
  | readonly [54, CustomAuthorityCreateOperationFeeParameters]
  | readonly [55, CustomAuthorityUpdateOperationFeeParameters]
  | readonly [56, CustomAuthorityDeleteOperationFeeParameters]
  | readonly [57, TicketCreateOperationFeeParameters]
  | readonly [58, TicketUpdateOperationFeeParameters]
  | readonly [59, LiquidityPoolCreateOperationFeeParameters]
  | readonly [60, LiquidityPoolDeleteOperationFeeParameters]
  | readonly [61, LiquidityPoolDepositOperationFeeParameters]
  | readonly [62, LiquidityPoolWithdrawOperationFeeParameters]
  | readonly [63, LiquidityPoolExchangeOperationFeeParameters]
  | readonly [64, SametFundCreateOperationFeeParameters]
  | readonly [65, SametFundDeleteOperationFeeParameters]
  | readonly [66, SametFundUpdateOperationFeeParameters]
  | readonly [67, SametFundBorrowOperationFeeParameters]
  | readonly [68, SametFundRepayOperationFeeParameters]
  | readonly [69, CreditOfferCreateOperationFeeParameters]
  | readonly [70, CreditOfferDeleteOperationFeeParameters]
  | readonly [71, CreditOfferUpdateOperationFeeParameters]
  | readonly [72, CreditOfferAcceptOperationFeeParameters]
  | readonly [73, CreditDealRepayOperationFeeParameters]
  | readonly [74, CreditDealExpiredOperationFeeParameters]
  | readonly [75, LiquidityPoolUpdateOperationFeeParameters]
  | readonly [76, CreditDealUpdateOperationFeeParameters]
  | readonly [77, LimitOrderUpdateOperationFeeParameters]

/** `operation_result`: a tag and what it stands for. */
export type OperationResult =
  | readonly [0, VoidResult]
  | readonly [1, ObjectId]
  | readonly [2, Asset]
  | readonly [3, GenericOperationResult]
  | readonly [4, GenericExchangeOperationResult]
  | readonly [5, ExtendableOperationResultDtl]

/** `special_authority`: a tag and what it stands for. */
export type SpecialAuthority = readonly [0, NoSpecialAuthority] | readonly [1, TopHoldersSpecialAuthority]

/** `htlc_hash`: a tag and what it stands for. */
export type HtlcHash =
  readonly [0, string] | readonly [1, string] | readonly [2, string] | readonly [3, string]

/** `limit_order_auto_action`: a tag and what it stands for. */
export type LimitOrderAutoAction = readonly [0, CreateTakeProfitOrderAction]

/** `predicate`: a tag and what it stands for. */
export type Predicate =
  | readonly [0, AccountNameEqLitPredicate]
  | readonly [1, AssetSymbolEqLitPredicate]
  | readonly [2, BlockIdPredicate]

/** `vesting_policy_initializer`: a tag and what it stands for. */
export type VestingPolicyInitializer =
  | readonly [0, LinearVestingPolicyInitializer]
  | readonly [1, CddVestingPolicyInitializer]
  | readonly [2, InstantVestingPolicyInitializer]

/** `worker_initializer`: a tag and what it stands for. */
export type WorkerInitializer =
  | readonly [0, RefundWorkerInitializer]
  | readonly [1, VestingBalanceWorkerInitializer]
  | readonly [2, BurnWorkerInitializer]

/** `restriction_argument`: a tag and what it stands for. */
export type RestrictionArgument =
  | readonly [0, VoidT]
  | readonly [1, boolean]
  | readonly [2, bigint]
  | readonly [3, string]
  | readonly [4, number]
  | readonly [5, string]
  | readonly [6, string]
  | readonly [7, ObjectId<1, 2>]
  | readonly [8, ObjectId<1, 3>]
  | readonly [9, ObjectId<1, 4>]
  | readonly [10, ObjectId<1, 5>]
  | readonly [11, ObjectId<1, 6>]
  | readonly [12, ObjectId<1, 7>]
  | readonly [13, ObjectId<1, 8>]
  | readonly [14, ObjectId<1, 9>]
  | readonly [15, ObjectId<1, 10>]
  | readonly [16, ObjectId<1, 12>]
  | readonly [17, ObjectId<1, 13>]
  | readonly [18, ObjectId<1, 14>]
  | readonly [19, ObjectId<1, 15>]
  | readonly [20, readonly boolean[]]
  | readonly [21, readonly bigint[]]
  | readonly [22, readonly string[]]
  | readonly [23, readonly number[]]
  | readonly [24, readonly string[]]
  | readonly [25, readonly string[]]
  | readonly [26, readonly ObjectId<1, 2>[]]
  | readonly [27, readonly ObjectId<1, 3>[]]
  | readonly [28, readonly ObjectId<1, 4>[]]
  | readonly [29, readonly ObjectId<1, 5>[]]
  | readonly [30, readonly ObjectId<1, 6>[]]
  | readonly [31, readonly ObjectId<1, 7>[]]
  | readonly [32, readonly ObjectId<1, 8>[]]
  | readonly [33, readonly ObjectId<1, 9>[]]
  | readonly [34, readonly ObjectId<1, 10>[]]
  | readonly [35, readonly ObjectId<1, 12>[]]
  | readonly [36, readonly ObjectId<1, 13>[]]
  | readonly [37, readonly ObjectId<1, 14>[]]
  | readonly [38, readonly ObjectId<1, 15>[]]
  | readonly [39, readonly Restriction[]]
  | readonly [40, readonly (readonly Restriction[])[]]
  | readonly [41, readonly [bigint, readonly Restriction[]]]

/** What a user sees of every type, by core's name of it. */
export interface TypeMap {
  readonly account_name_eq_lit_predicate: AccountNameEqLitPredicate
  readonly account_options: AccountOptions
  readonly asset: Asset
  readonly asset_options: AssetOptions
  readonly asset_symbol_eq_lit_predicate: AssetSymbolEqLitPredicate
  readonly authority: Authority
  readonly bitasset_options: BitassetOptions
  readonly blind_input: BlindInput
  readonly blind_output: BlindOutput
  readonly block_id_predicate: BlockIdPredicate
  readonly burn_worker_initializer: BurnWorkerInitializer
  readonly buyback_account_options: BuybackAccountOptions
  readonly cdd_vesting_policy_initializer: CddVestingPolicyInitializer
  readonly chain_parameters: ChainParameters
  readonly create_take_profit_order_action: CreateTakeProfitOrderAction
  readonly custom_authority_options_type: CustomAuthorityOptionsType
  readonly fee_schedule: FeeSchedule
  readonly generic_exchange_operation_result: GenericExchangeOperationResult
  readonly generic_operation_result: GenericOperationResult
  readonly htlc_options: HtlcOptions
  readonly instant_vesting_policy_initializer: InstantVestingPolicyInitializer
  readonly linear_vesting_policy_initializer: LinearVestingPolicyInitializer
  readonly memo_data: MemoData
  readonly no_special_authority: NoSpecialAuthority
  readonly op_wrapper: OpWrapper
  readonly price: Price
  readonly price_feed: PriceFeed
  readonly refund_worker_initializer: RefundWorkerInitializer
  readonly restriction: Restriction
  readonly stealth_confirmation: StealthConfirmation
  readonly top_holders_special_authority: TopHoldersSpecialAuthority
  readonly vesting_balance_worker_initializer: VestingBalanceWorkerInitializer
  readonly void_result: VoidResult
  readonly void_t: VoidT
  readonly transfer_operation: TransferOperation
  readonly limit_order_create_operation: LimitOrderCreateOperation
  readonly limit_order_cancel_operation: LimitOrderCancelOperation
  readonly call_order_update_operation: CallOrderUpdateOperation
  readonly fill_order_operation: FillOrderOperation
  readonly account_create_operation: AccountCreateOperation
  readonly account_update_operation: AccountUpdateOperation
  readonly account_whitelist_operation: AccountWhitelistOperation
  readonly account_upgrade_operation: AccountUpgradeOperation
  readonly account_transfer_operation: AccountTransferOperation
  readonly asset_create_operation: AssetCreateOperation
  readonly asset_update_operation: AssetUpdateOperation
  readonly asset_update_bitasset_operation: AssetUpdateBitassetOperation
  readonly asset_update_feed_producers_operation: AssetUpdateFeedProducersOperation
  readonly asset_issue_operation: AssetIssueOperation
  readonly asset_reserve_operation: AssetReserveOperation
  readonly asset_fund_fee_pool_operation: AssetFundFeePoolOperation
  readonly asset_settle_operation: AssetSettleOperation
  readonly asset_global_settle_operation: AssetGlobalSettleOperation
  readonly asset_publish_feed_operation: AssetPublishFeedOperation
  readonly witness_create_operation: WitnessCreateOperation
  readonly witness_update_operation: WitnessUpdateOperation
  readonly proposal_create_operation: ProposalCreateOperation
  readonly proposal_update_operation: ProposalUpdateOperation
  readonly proposal_delete_operation: ProposalDeleteOperation
  readonly withdraw_permission_create_operation: WithdrawPermissionCreateOperation
  readonly withdraw_permission_update_operation: WithdrawPermissionUpdateOperation
  readonly withdraw_permission_claim_operation: WithdrawPermissionClaimOperation
  readonly withdraw_permission_delete_operation: WithdrawPermissionDeleteOperation
  readonly committee_member_create_operation: CommitteeMemberCreateOperation
  readonly committee_member_update_operation: CommitteeMemberUpdateOperation
  readonly committee_member_update_global_parameters_operation: CommitteeMemberUpdateGlobalParametersOperation
  readonly vesting_balance_create_operation: VestingBalanceCreateOperation
  readonly vesting_balance_withdraw_operation: VestingBalanceWithdrawOperation
  readonly worker_create_operation: WorkerCreateOperation
  readonly custom_operation: CustomOperation
  readonly assert_operation: AssertOperation
  readonly balance_claim_operation: BalanceClaimOperation
  readonly override_transfer_operation: OverrideTransferOperation
  readonly transfer_to_blind_operation: TransferToBlindOperation
  readonly blind_transfer_operation: BlindTransferOperation
  readonly transfer_from_blind_operation: TransferFromBlindOperation
  readonly asset_settle_cancel_operation: AssetSettleCancelOperation
  readonly asset_claim_fees_operation: AssetClaimFeesOperation
  readonly fba_distribute_operation: FbaDistributeOperation
  readonly bid_collateral_operation: BidCollateralOperation
  readonly execute_bid_operation: ExecuteBidOperation
  readonly asset_claim_pool_operation: AssetClaimPoolOperation
  readonly asset_update_issuer_operation: AssetUpdateIssuerOperation
  readonly htlc_create_operation: HtlcCreateOperation
  readonly htlc_redeem_operation: HtlcRedeemOperation
  readonly htlc_redeemed_operation: HtlcRedeemedOperation
  readonly htlc_extend_operation: HtlcExtendOperation
  readonly htlc_refund_operation: HtlcRefundOperation
  readonly custom_authority_create_operation: CustomAuthorityCreateOperation
  readonly custom_authority_update_operation: CustomAuthorityUpdateOperation
  readonly custom_authority_delete_operation: CustomAuthorityDeleteOperation
  readonly ticket_create_operation: TicketCreateOperation
  readonly ticket_update_operation: TicketUpdateOperation
  readonly liquidity_pool_create_operation: LiquidityPoolCreateOperation
  readonly liquidity_pool_delete_operation: LiquidityPoolDeleteOperation
  readonly liquidity_pool_deposit_operation: LiquidityPoolDepositOperation
  readonly liquidity_pool_withdraw_operation: LiquidityPoolWithdrawOperation
  readonly liquidity_pool_exchange_operation: LiquidityPoolExchangeOperation
  readonly samet_fund_create_operation: SametFundCreateOperation
  readonly samet_fund_delete_operation: SametFundDeleteOperation
  readonly samet_fund_update_operation: SametFundUpdateOperation
  readonly samet_fund_borrow_operation: SametFundBorrowOperation
  readonly samet_fund_repay_operation: SametFundRepayOperation
  readonly credit_offer_create_operation: CreditOfferCreateOperation
  readonly credit_offer_delete_operation: CreditOfferDeleteOperation
  readonly credit_offer_update_operation: CreditOfferUpdateOperation
  readonly credit_offer_accept_operation: CreditOfferAcceptOperation
  readonly credit_deal_repay_operation: CreditDealRepayOperation
  readonly credit_deal_expired_operation: CreditDealExpiredOperation
  readonly liquidity_pool_update_operation: LiquidityPoolUpdateOperation
  readonly credit_deal_update_operation: CreditDealUpdateOperation
  readonly limit_order_update_operation: LimitOrderUpdateOperation
  readonly 'transfer_operation::fee_params_t': TransferOperationFeeParameters
  readonly 'limit_order_create_operation::fee_params_t': LimitOrderCreateOperationFeeParameters
  readonly 'limit_order_cancel_operation::fee_params_t': LimitOrderCancelOperationFeeParameters
  readonly 'call_order_update_operation::fee_params_t': CallOrderUpdateOperationFeeParameters
  readonly 'fill_order_operation::fee_params_t': FillOrderOperationFeeParameters
  readonly 'account_create_operation::fee_params_t': AccountCreateOperationFeeParameters
  readonly 'account_update_operation::fee_params_t': AccountUpdateOperationFeeParameters
  readonly 'account_whitelist_operation::fee_params_t': AccountWhitelistOperationFeeParameters
  readonly 'account_upgrade_operation::fee_params_t': AccountUpgradeOperationFeeParameters
  readonly 'account_transfer_operation::fee_params_t': AccountTransferOperationFeeParameters
  readonly 'asset_create_operation::fee_params_t': AssetCreateOperationFeeParameters
  readonly 'asset_update_operation::fee_params_t': AssetUpdateOperationFeeParameters
  readonly 'asset_update_bitasset_operation::fee_params_t': AssetUpdateBitassetOperationFeeParameters
  readonly 'asset_update_feed_producers_operation::fee_params_t': AssetUpdateFeedProducersOperationFeeParameters
  readonly 'asset_issue_operation::fee_params_t': AssetIssueOperationFeeParameters
  readonly 'asset_reserve_operation::fee_params_t': AssetReserveOperationFeeParameters
  readonly 'asset_fund_fee_pool_operation::fee_params_t': AssetFundFeePoolOperationFeeParameters
  readonly 'asset_settle_operation::fee_params_t': AssetSettleOperationFeeParameters
  readonly 'asset_global_settle_operation::fee_params_t': AssetGlobalSettleOperationFeeParameters
  readonly 'asset_publish_feed_operation::fee_params_t': AssetPublishFeedOperationFeeParameters
  readonly 'witness_create_operation::fee_params_t': WitnessCreateOperationFeeParameters
  readonly 'witness_update_operation::fee_params_t': WitnessUpdateOperationFeeParameters
  readonly 'proposal_create_operation::fee_params_t': ProposalCreateOperationFeeParameters
  readonly 'proposal_update_operation::fee_params_t': ProposalUpdateOperationFeeParameters
  readonly 'proposal_delete_operation::fee_params_t': ProposalDeleteOperationFeeParameters
  readonly 'withdraw_permission_create_operation::fee_params_t': WithdrawPermissionCreateOperationFeeParameters
  readonly 'withdraw_permission_update_operation::fee_params_t': WithdrawPermissionUpdateOperationFeeParameters
  readonly 'withdraw_permission_claim_operation::fee_params_t': WithdrawPermissionClaimOperationFeeParameters
  readonly 'withdraw_permission_delete_operation::fee_params_t': WithdrawPermissionDeleteOperationFeeParameters
  readonly 'committee_member_create_operation::fee_params_t': CommitteeMemberCreateOperationFeeParameters
  readonly 'committee_member_update_operation::fee_params_t': CommitteeMemberUpdateOperationFeeParameters
  readonly 'committee_member_update_global_parameters_operation::fee_params_t': CommitteeMemberUpdateGlobalParametersOperationFeeParameters
  readonly 'vesting_balance_create_operation::fee_params_t': VestingBalanceCreateOperationFeeParameters
  readonly 'vesting_balance_withdraw_operation::fee_params_t': VestingBalanceWithdrawOperationFeeParameters
  readonly 'worker_create_operation::fee_params_t': WorkerCreateOperationFeeParameters
  readonly 'custom_operation::fee_params_t': CustomOperationFeeParameters
  readonly 'assert_operation::fee_params_t': AssertOperationFeeParameters
  readonly 'balance_claim_operation::fee_params_t': BalanceClaimOperationFeeParameters
  readonly 'override_transfer_operation::fee_params_t': OverrideTransferOperationFeeParameters
  readonly 'transfer_to_blind_operation::fee_params_t': TransferToBlindOperationFeeParameters
  readonly 'blind_transfer_operation::fee_params_t': BlindTransferOperationFeeParameters
  readonly 'transfer_from_blind_operation::fee_params_t': TransferFromBlindOperationFeeParameters
  readonly 'asset_settle_cancel_operation::fee_params_t': AssetSettleCancelOperationFeeParameters
  readonly 'asset_claim_fees_operation::fee_params_t': AssetClaimFeesOperationFeeParameters
  readonly 'fba_distribute_operation::fee_params_t': FbaDistributeOperationFeeParameters
  readonly 'bid_collateral_operation::fee_params_t': BidCollateralOperationFeeParameters
  readonly 'execute_bid_operation::fee_params_t': ExecuteBidOperationFeeParameters
  readonly 'asset_claim_pool_operation::fee_params_t': AssetClaimPoolOperationFeeParameters
  readonly 'asset_update_issuer_operation::fee_params_t': AssetUpdateIssuerOperationFeeParameters
  readonly 'htlc_create_operation::fee_params_t': HtlcCreateOperationFeeParameters
  readonly 'htlc_redeem_operation::fee_params_t': HtlcRedeemOperationFeeParameters
  readonly 'htlc_redeemed_operation::fee_params_t': HtlcRedeemedOperationFeeParameters
  readonly 'htlc_extend_operation::fee_params_t': HtlcExtendOperationFeeParameters
  readonly 'htlc_refund_operation::fee_params_t': HtlcRefundOperationFeeParameters
  readonly 'custom_authority_create_operation::fee_params_t': CustomAuthorityCreateOperationFeeParameters
  readonly 'custom_authority_update_operation::fee_params_t': CustomAuthorityUpdateOperationFeeParameters
  readonly 'custom_authority_delete_operation::fee_params_t': CustomAuthorityDeleteOperationFeeParameters
  readonly 'ticket_create_operation::fee_params_t': TicketCreateOperationFeeParameters
  readonly 'ticket_update_operation::fee_params_t': TicketUpdateOperationFeeParameters
  readonly 'liquidity_pool_create_operation::fee_params_t': LiquidityPoolCreateOperationFeeParameters
  readonly 'liquidity_pool_delete_operation::fee_params_t': LiquidityPoolDeleteOperationFeeParameters
  readonly 'liquidity_pool_deposit_operation::fee_params_t': LiquidityPoolDepositOperationFeeParameters
  readonly 'liquidity_pool_withdraw_operation::fee_params_t': LiquidityPoolWithdrawOperationFeeParameters
  readonly 'liquidity_pool_exchange_operation::fee_params_t': LiquidityPoolExchangeOperationFeeParameters
  readonly 'samet_fund_create_operation::fee_params_t': SametFundCreateOperationFeeParameters
  readonly 'samet_fund_delete_operation::fee_params_t': SametFundDeleteOperationFeeParameters
  readonly 'samet_fund_update_operation::fee_params_t': SametFundUpdateOperationFeeParameters
  readonly 'samet_fund_borrow_operation::fee_params_t': SametFundBorrowOperationFeeParameters
  readonly 'samet_fund_repay_operation::fee_params_t': SametFundRepayOperationFeeParameters
  readonly 'credit_offer_create_operation::fee_params_t': CreditOfferCreateOperationFeeParameters
  readonly 'credit_offer_delete_operation::fee_params_t': CreditOfferDeleteOperationFeeParameters
  readonly 'credit_offer_update_operation::fee_params_t': CreditOfferUpdateOperationFeeParameters
  readonly 'credit_offer_accept_operation::fee_params_t': CreditOfferAcceptOperationFeeParameters
  readonly 'credit_deal_repay_operation::fee_params_t': CreditDealRepayOperationFeeParameters
  readonly 'credit_deal_expired_operation::fee_params_t': CreditDealExpiredOperationFeeParameters
  readonly 'liquidity_pool_update_operation::fee_params_t': LiquidityPoolUpdateOperationFeeParameters
  readonly 'credit_deal_update_operation::fee_params_t': CreditDealUpdateOperationFeeParameters
  readonly 'limit_order_update_operation::fee_params_t': LimitOrderUpdateOperationFeeParameters
  readonly transaction: Transaction
  readonly signed_transaction: SignedTransaction
  readonly processed_transaction: ProcessedTransaction
  readonly block_header: BlockHeader
  readonly signed_block_header: SignedBlockHeader
  readonly signed_block: SignedBlock
  readonly operation: Operation
  readonly fee_parameters: FeeParameters
  readonly operation_result: OperationResult
  readonly special_authority: SpecialAuthority
  readonly htlc_hash: HtlcHash
  readonly limit_order_auto_action: LimitOrderAutoAction
  readonly predicate: Predicate
  readonly vesting_policy_initializer: VestingPolicyInitializer
  readonly worker_initializer: WorkerInitializer
  readonly restriction_argument: RestrictionArgument
}
