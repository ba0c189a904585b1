// Generated from schema.ts by `npm run generate`; do not edit.

import type { FutureExtensions } from '../chain-reader.ts'
import { ChainReader } from '../chain-reader.ts'
import { furnish } from '../furnish.ts'
import type { ObjectId, VoteId } from '../object-id.ts'
import { objectIdToText } from '../object-id.ts'
import {
  byAddressOfKey,
  byBool,
  byBytes20,
  byBytes32,
  byInt64,
  byText,
  byUint16,
  byUint32,
  byUint64,
  byVarint,
} from '../order.ts'
import { skipSet, viewMap, viewSet } from '../sets.ts'
import type * as types from './types.ts'

/** What an empty struct decodes to. */
const NOTHING: Readonly<Record<string, never>> = Object.freeze({})

export class AccountNameEqLitPredicateView implements types.AccountNameEqLitPredicate {
  declare readonly _account_id: number
  declare readonly _name: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._account_id = r.instance()
    this._name = r.prefixed()
    this._r = r
  }

  get account_id(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account_id)
  }

  get name(): string {
    return this._r.at(this._name).string()
  }
}
furnish(AccountNameEqLitPredicateView, 'account_name_eq_lit_predicate')

export class AccountOptionsView implements types.AccountOptions {
  declare readonly _memo_key: number
  declare readonly _voting_account: number
  declare readonly num_witness: number
  declare readonly num_committee: number
  declare readonly _votes: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._memo_key = r.take(33)
    this._voting_account = r.instance()
    this.num_witness = r.uint16()
    this.num_committee = r.uint16()
    this._votes = skipSetOfVoteId(r)
    this.extensions = r.extensions()
    this._r = r
  }

  get memo_key(): string {
    return this._r.at(this._memo_key).publicKey()
  }

  get voting_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._voting_account)
  }

  get votes(): readonly VoteId[] {
    return viewSetOfVoteId(this._r.at(this._votes))
  }
}
furnish(AccountOptionsView, 'account_options')

export class AssetView implements types.Asset {
  declare readonly amount: bigint
  declare readonly _asset_id: number

  constructor(r: ChainReader) {
    this.amount = r.int64()
    this._asset_id = r.instance()
  }

  get asset_id(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_id)
  }
}
furnish(AssetView, 'asset')

export class AssetOptionsView implements types.AssetOptions {
  declare readonly max_supply: bigint
  declare readonly market_fee_percent: number
  declare readonly max_market_fee: bigint
  declare readonly issuer_permissions: number
  declare readonly flags: number
  declare readonly core_exchange_rate: types.Price
  declare readonly _whitelist_authorities: number
  declare readonly _blacklist_authorities: number
  declare readonly _whitelist_markets: number
  declare readonly _blacklist_markets: number
  declare readonly _description: number
  declare readonly extensions: types.AdditionalAssetOptions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.max_supply = r.int64()
    this.market_fee_percent = r.uint16()
    this.max_market_fee = r.int64()
    this.issuer_permissions = r.uint16()
    this.flags = r.uint16()
    this.core_exchange_rate = new PriceView(r)
    this._whitelist_authorities = skipSetOfAccountId(r)
    this._blacklist_authorities = skipSetOfAccountId(r)
    this._whitelist_markets = skipSetOfAssetId(r)
    this._blacklist_markets = skipSetOfAssetId(r)
    this._description = r.prefixed()
    this.extensions = decodeAdditionalAssetOptions(r)
    this._r = r
  }

  get whitelist_authorities(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._whitelist_authorities))
  }

  get blacklist_authorities(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._blacklist_authorities))
  }

  get whitelist_markets(): readonly ObjectId<1, 3>[] {
    return viewSetOfAssetId(this._r.at(this._whitelist_markets))
  }

  get blacklist_markets(): readonly ObjectId<1, 3>[] {
    return viewSetOfAssetId(this._r.at(this._blacklist_markets))
  }

  get description(): string {
    return this._r.at(this._description).string()
  }
}
furnish(AssetOptionsView, 'asset_options')

export class AssetSymbolEqLitPredicateView implements types.AssetSymbolEqLitPredicate {
  declare readonly _asset_id: number
  declare readonly _symbol: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._asset_id = r.instance()
    this._symbol = r.prefixed()
    this._r = r
  }

  get asset_id(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_id)
  }

  get symbol(): string {
    return this._r.at(this._symbol).string()
  }
}
furnish(AssetSymbolEqLitPredicateView, 'asset_symbol_eq_lit_predicate')

export class AuthorityView implements types.Authority {
  declare readonly weight_threshold: number
  declare readonly _account_auths: number
  declare readonly _key_auths: number
  declare readonly _address_auths: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.weight_threshold = r.uint32()
    this._account_auths = skipMapOfAccountIdToUint16(r)
    this._key_auths = skipMapOfPublicKeyToUint16(r)
    this._address_auths = skipMapOfAddressToUint16(r)
    this._r = r
  }

  get account_auths(): readonly (readonly [ObjectId<1, 2>, number])[] {
    return viewMapOfAccountIdToUint16(this._r.at(this._account_auths))
  }

  get key_auths(): readonly (readonly [string, number])[] {
    return viewMapOfPublicKeyToUint16(this._r.at(this._key_auths))
  }

  get address_auths(): readonly (readonly [string, number])[] {
    return viewMapOfAddressToUint16(this._r.at(this._address_auths))
  }
}
furnish(AuthorityView, 'authority')

export class BitassetOptionsView implements types.BitassetOptions {
  declare readonly feed_lifetime_sec: number
  declare readonly minimum_feeds: number
  declare readonly force_settlement_delay_sec: number
  declare readonly force_settlement_offset_percent: number
  declare readonly maximum_force_settlement_volume: number
  declare readonly _short_backing_asset: number
  declare readonly extensions: types.BitassetOptionsExtensions

  constructor(r: ChainReader) {
    this.feed_lifetime_sec = r.uint32()
    this.minimum_feeds = r.uint8()
    this.force_settlement_delay_sec = r.uint32()
    this.force_settlement_offset_percent = r.uint16()
    this.maximum_force_settlement_volume = r.uint16()
    this._short_backing_asset = r.instance()
    this.extensions = decodeBitassetOptionsExtensions(r)
  }

  get short_backing_asset(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._short_backing_asset)
  }
}
furnish(BitassetOptionsView, 'bitasset_options')

export class BlindInputView implements types.BlindInput {
  declare readonly _commitment: number
  declare readonly owner: types.Authority
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._commitment = r.take(33)
    this.owner = new AuthorityView(r)
    this._r = r
  }

  get commitment(): string {
    return this._r.at(this._commitment).hex(33)
  }
}
furnish(BlindInputView, 'blind_input')

export class BlindOutputView implements types.BlindOutput {
  declare readonly _commitment: number
  declare readonly _range_proof: number
  declare readonly owner: types.Authority
  declare readonly stealth_memo: types.StealthConfirmation | undefined
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._commitment = r.take(33)
    this._range_proof = r.prefixed()
    this.owner = new AuthorityView(r)
    this.stealth_memo = r.bool() ? new StealthConfirmationView(r) : undefined
    this._r = r
  }

  get commitment(): string {
    return this._r.at(this._commitment).hex(33)
  }

  get range_proof(): Uint8Array {
    return this._r.at(this._range_proof).lengthPrefixed()
  }
}
furnish(BlindOutputView, 'blind_output')

export class BlockIdPredicateView implements types.BlockIdPredicate {
  declare readonly _id: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._id = r.take(20)
    this._r = r
  }

  get id(): string {
    return this._r.at(this._id).hex(20)
  }
}
furnish(BlockIdPredicateView, 'block_id_predicate')

export class BuybackAccountOptionsView implements types.BuybackAccountOptions {
  declare readonly _asset_to_buy: number
  declare readonly _asset_to_buy_issuer: number
  declare readonly _markets: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._asset_to_buy = r.instance()
    this._asset_to_buy_issuer = r.instance()
    this._markets = skipSetOfAssetId(r)
    this._r = r
  }

  get asset_to_buy(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_to_buy)
  }

  get asset_to_buy_issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._asset_to_buy_issuer)
  }

  get markets(): readonly ObjectId<1, 3>[] {
    return viewSetOfAssetId(this._r.at(this._markets))
  }
}
furnish(BuybackAccountOptionsView, 'buyback_account_options')

export class CddVestingPolicyInitializerView implements types.CddVestingPolicyInitializer {
  declare readonly start_claim: number
  declare readonly vesting_seconds: number

  constructor(r: ChainReader) {
    this.start_claim = r.uint32()
    this.vesting_seconds = r.uint32()
  }
}
furnish(CddVestingPolicyInitializerView, 'cdd_vesting_policy_initializer')

export class ChainParametersView implements types.ChainParameters {
  declare readonly current_fees: types.FeeSchedule
  declare readonly block_interval: number
  declare readonly maintenance_interval: number
  declare readonly maintenance_skip_slots: number
  declare readonly committee_proposal_review_period: number
  declare readonly maximum_transaction_size: number
  declare readonly maximum_block_size: number
  declare readonly maximum_time_until_expiration: number
  declare readonly maximum_proposal_lifetime: number
  declare readonly maximum_asset_whitelist_authorities: number
  declare readonly maximum_asset_feed_publishers: number
  declare readonly maximum_witness_count: number
  declare readonly maximum_committee_count: number
  declare readonly maximum_authority_membership: number
  declare readonly reserve_percent_of_fee: number
  declare readonly network_percent_of_fee: number
  declare readonly lifetime_referrer_percent_of_fee: number
  declare readonly cashback_vesting_period_seconds: number
  declare readonly cashback_vesting_threshold: bigint
  declare readonly count_non_member_votes: boolean
  declare readonly allow_non_member_whitelists: boolean
  declare readonly witness_pay_per_block: bigint
  declare readonly worker_budget_per_day: bigint
  declare readonly max_predicate_opcode: number
  declare readonly fee_liquidation_threshold: bigint
  declare readonly accounts_per_fee_scale: number
  declare readonly account_fee_scale_bitshifts: number
  declare readonly max_authority_depth: number
  declare readonly extensions: types.ChainParametersExtensions

  constructor(r: ChainReader) {
    this.current_fees = new FeeScheduleView(r)
    this.block_interval = r.uint8()
    this.maintenance_interval = r.uint32()
    this.maintenance_skip_slots = r.uint8()
    this.committee_proposal_review_period = r.uint32()
    this.maximum_transaction_size = r.uint32()
    this.maximum_block_size = r.uint32()
    this.maximum_time_until_expiration = r.uint32()
    this.maximum_proposal_lifetime = r.uint32()
    this.maximum_asset_whitelist_authorities = r.uint8()
    this.maximum_asset_feed_publishers = r.uint8()
    this.maximum_witness_count = r.uint16()
    this.maximum_committee_count = r.uint16()
    this.maximum_authority_membership = r.uint16()
    this.reserve_percent_of_fee = r.uint16()
    this.network_percent_of_fee = r.uint16()
    this.lifetime_referrer_percent_of_fee = r.uint16()
    this.cashback_vesting_period_seconds = r.uint32()
    this.cashback_vesting_threshold = r.int64()
    this.count_non_member_votes = r.bool()
    this.allow_non_member_whitelists = r.bool()
    this.witness_pay_per_block = r.int64()
    this.worker_budget_per_day = r.int64()
    this.max_predicate_opcode = r.uint16()
    this.fee_liquidation_threshold = r.int64()
    this.accounts_per_fee_scale = r.uint16()
    this.account_fee_scale_bitshifts = r.uint8()
    this.max_authority_depth = r.uint8()
    this.extensions = decodeChainParametersExtensions(r)
  }
}
furnish(ChainParametersView, 'chain_parameters')

export class CreateTakeProfitOrderActionView implements types.CreateTakeProfitOrderAction {
  declare readonly _fee_asset_id: number
  declare readonly spread_percent: number
  declare readonly size_percent: number
  declare readonly expiration_seconds: number
  declare readonly repeat: boolean
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this._fee_asset_id = r.instance()
    this.spread_percent = r.uint16()
    this.size_percent = r.uint16()
    this.expiration_seconds = r.uint32()
    this.repeat = r.bool()
    this.extensions = r.extensions()
  }

  get fee_asset_id(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._fee_asset_id)
  }
}
furnish(CreateTakeProfitOrderActionView, 'create_take_profit_order_action')

export class CustomAuthorityOptionsTypeView implements types.CustomAuthorityOptionsType {
  declare readonly max_custom_authority_lifetime_seconds: number
  declare readonly max_custom_authorities_per_account: number
  declare readonly max_custom_authorities_per_account_op: number
  declare readonly max_custom_authority_restrictions: number

  constructor(r: ChainReader) {
    this.max_custom_authority_lifetime_seconds = r.uint32()
    this.max_custom_authorities_per_account = r.uint32()
    this.max_custom_authorities_per_account_op = r.uint32()
    this.max_custom_authority_restrictions = r.uint32()
  }
}
furnish(CustomAuthorityOptionsTypeView, 'custom_authority_options_type')

export class FeeScheduleView implements types.FeeSchedule {
  declare readonly _parameters: number
  declare readonly scale: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._parameters = skipSetOfFeeParameters(r)
    this.scale = r.uint32()
    this._r = r
  }

  get parameters(): readonly types.FeeParameters[] {
    return viewSetOfFeeParameters(this._r.at(this._parameters))
  }
}
furnish(FeeScheduleView, 'fee_schedule')

export class GenericExchangeOperationResultView implements types.GenericExchangeOperationResult {
  declare readonly paid: readonly types.Asset[]
  declare readonly received: readonly types.Asset[]
  declare readonly fees: readonly types.Asset[]

  constructor(r: ChainReader) {
    this.paid = decodeVectorOfAsset(r)
    this.received = decodeVectorOfAsset(r)
    this.fees = decodeVectorOfAsset(r)
  }
}
furnish(GenericExchangeOperationResultView, 'generic_exchange_operation_result')

export class GenericOperationResultView implements types.GenericOperationResult {
  declare readonly _new_objects: number
  declare readonly _updated_objects: number
  declare readonly _removed_objects: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._new_objects = skipSetOfObjectId(r)
    this._updated_objects = skipSetOfObjectId(r)
    this._removed_objects = skipSetOfObjectId(r)
    this._r = r
  }

  get new_objects(): readonly ObjectId[] {
    return viewSetOfObjectId(this._r.at(this._new_objects))
  }

  get updated_objects(): readonly ObjectId[] {
    return viewSetOfObjectId(this._r.at(this._updated_objects))
  }

  get removed_objects(): readonly ObjectId[] {
    return viewSetOfObjectId(this._r.at(this._removed_objects))
  }
}
furnish(GenericOperationResultView, 'generic_operation_result')

export class HtlcOptionsView implements types.HtlcOptions {
  declare readonly max_timeout_secs: number
  declare readonly max_preimage_size: number

  constructor(r: ChainReader) {
    this.max_timeout_secs = r.uint32()
    this.max_preimage_size = r.uint32()
  }
}
furnish(HtlcOptionsView, 'htlc_options')

export class LinearVestingPolicyInitializerView implements types.LinearVestingPolicyInitializer {
  declare readonly begin_timestamp: number
  declare readonly vesting_cliff_seconds: number
  declare readonly vesting_duration_seconds: number

  constructor(r: ChainReader) {
    this.begin_timestamp = r.uint32()
    this.vesting_cliff_seconds = r.uint32()
    this.vesting_duration_seconds = r.uint32()
  }
}
furnish(LinearVestingPolicyInitializerView, 'linear_vesting_policy_initializer')

export class MemoDataView implements types.MemoData {
  declare readonly _from: number
  declare readonly _to: number
  declare readonly nonce: bigint
  declare readonly _message: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._from = r.take(33)
    this._to = r.take(33)
    this.nonce = r.uint64()
    this._message = r.prefixed()
    this._r = r
  }

  get from(): string {
    return this._r.at(this._from).publicKey()
  }

  get to(): string {
    return this._r.at(this._to).publicKey()
  }

  get message(): Uint8Array {
    return this._r.at(this._message).lengthPrefixed()
  }
}
furnish(MemoDataView, 'memo_data')

export class OpWrapperView implements types.OpWrapper {
  declare readonly op: types.Operation

  constructor(r: ChainReader) {
    r.enter()
    this.op = decodeOperation(r)
    r.leave()
  }
}
furnish(OpWrapperView, 'op_wrapper')

export class PriceView implements types.Price {
  declare readonly base: types.Asset
  declare readonly quote: types.Asset

  constructor(r: ChainReader) {
    this.base = new AssetView(r)
    this.quote = new AssetView(r)
  }
}
furnish(PriceView, 'price')

export class PriceFeedView implements types.PriceFeed {
  declare readonly settlement_price: types.Price
  declare readonly maintenance_collateral_ratio: number
  declare readonly maximum_short_squeeze_ratio: number
  declare readonly core_exchange_rate: types.Price

  constructor(r: ChainReader) {
    this.settlement_price = new PriceView(r)
    this.maintenance_collateral_ratio = r.uint16()
    this.maximum_short_squeeze_ratio = r.uint16()
    this.core_exchange_rate = new PriceView(r)
  }
}
furnish(PriceFeedView, 'price_feed')

export class RestrictionView implements types.Restriction {
  declare readonly member_index: number | bigint
  declare readonly restriction_type: number | bigint
  declare readonly _argument: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    r.enter()
    this.member_index = r.varuint()
    this.restriction_type = r.varuint()
    this._argument = skipRestrictionArgument(r)
    this.extensions = r.extensions()
    r.leave()
    this._r = r
  }

  get argument(): types.RestrictionArgument {
    return viewRestrictionArgument(this._r.at(this._argument))
  }
}
furnish(RestrictionView, 'restriction')

export class StealthConfirmationView implements types.StealthConfirmation {
  declare readonly _one_time_key: number
  declare readonly _to: number | undefined
  declare readonly _encrypted_memo: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._one_time_key = r.take(33)
    this._to = r.bool() ? r.take(33) : undefined
    this._encrypted_memo = r.prefixed()
    this._r = r
  }

  get one_time_key(): string {
    return this._r.at(this._one_time_key).publicKey()
  }

  get to(): string | undefined {
    return this._to === undefined ? undefined : this._r.at(this._to).publicKey()
  }

  get encrypted_memo(): Uint8Array {
    return this._r.at(this._encrypted_memo).lengthPrefixed()
  }
}
furnish(StealthConfirmationView, 'stealth_confirmation')

export class TopHoldersSpecialAuthorityView implements types.TopHoldersSpecialAuthority {
  declare readonly _asset: number
  declare readonly num_top_holders: number

  constructor(r: ChainReader) {
    this._asset = r.instance()
    this.num_top_holders = r.uint8()
  }

  get asset(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset)
  }
}
furnish(TopHoldersSpecialAuthorityView, 'top_holders_special_authority')

export class VestingBalanceWorkerInitializerView implements types.VestingBalanceWorkerInitializer {
  declare readonly pay_vesting_period_days: number

  constructor(r: ChainReader) {
    this.pay_vesting_period_days = r.uint16()
  }
}
furnish(VestingBalanceWorkerInitializerView, 'vesting_balance_worker_initializer')

export class TransferOperationView implements types.TransferOperation {
  declare readonly fee: types.Asset
  declare readonly _from: number
  declare readonly _to: number
  declare readonly amount: types.Asset
  declare readonly memo: types.MemoData | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._from = r.instance()
    this._to = r.instance()
    this.amount = new AssetView(r)
    this.memo = r.bool() ? new MemoDataView(r) : undefined
    this.extensions = r.extensions()
  }

  get type(): 'transfer' {
    return 'transfer'
  }

  get from(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._from)
  }

  get to(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._to)
  }
}
furnish(TransferOperationView, 'transfer_operation')

export class LimitOrderCreateOperationView implements types.LimitOrderCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _seller: number
  declare readonly amount_to_sell: types.Asset
  declare readonly min_to_receive: types.Asset
  declare readonly expiration: number
  declare readonly fill_or_kill: boolean
  declare readonly extensions: types.LimitOrderCreateOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._seller = r.instance()
    this.amount_to_sell = new AssetView(r)
    this.min_to_receive = new AssetView(r)
    this.expiration = r.uint32()
    this.fill_or_kill = r.bool()
    this.extensions = decodeLimitOrderCreateOperationExtensions(r)
  }

  get type(): 'limit_order_create' {
    return 'limit_order_create'
  }

  get seller(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._seller)
  }
}
furnish(LimitOrderCreateOperationView, 'limit_order_create_operation')

export class LimitOrderCancelOperationView implements types.LimitOrderCancelOperation {
  declare readonly fee: types.Asset
  declare readonly _fee_paying_account: number
  declare readonly _order: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._fee_paying_account = r.instance()
    this._order = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'limit_order_cancel' {
    return 'limit_order_cancel'
  }

  get fee_paying_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._fee_paying_account)
  }

  get order(): ObjectId<1, 7> {
    return objectIdToText(1, 7, this._order)
  }
}
furnish(LimitOrderCancelOperationView, 'limit_order_cancel_operation')

export class CallOrderUpdateOperationView implements types.CallOrderUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _funding_account: number
  declare readonly delta_collateral: types.Asset
  declare readonly delta_debt: types.Asset
  declare readonly extensions: types.CallOrderUpdateOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._funding_account = r.instance()
    this.delta_collateral = new AssetView(r)
    this.delta_debt = new AssetView(r)
    this.extensions = decodeCallOrderUpdateOperationExtensions(r)
  }

  get type(): 'call_order_update' {
    return 'call_order_update'
  }

  get funding_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._funding_account)
  }
}
furnish(CallOrderUpdateOperationView, 'call_order_update_operation')

export class FillOrderOperationView implements types.FillOrderOperation {
  declare readonly fee: types.Asset
  declare readonly _order_id: number
  declare readonly _account_id: number
  declare readonly pays: types.Asset
  declare readonly receives: types.Asset
  declare readonly fill_price: types.Price
  declare readonly is_maker: boolean
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._order_id = r.take(8)
    this._account_id = r.instance()
    this.pays = new AssetView(r)
    this.receives = new AssetView(r)
    this.fill_price = new PriceView(r)
    this.is_maker = r.bool()
    this._r = r
  }

  get type(): 'fill_order' {
    return 'fill_order'
  }

  get order_id(): ObjectId {
    return this._r.at(this._order_id).anyObjectId()
  }

  get account_id(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account_id)
  }
}
furnish(FillOrderOperationView, 'fill_order_operation')

export class AccountCreateOperationView implements types.AccountCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _registrar: number
  declare readonly _referrer: number
  declare readonly referrer_percent: number
  declare readonly _name: number
  declare readonly owner: types.Authority
  declare readonly active: types.Authority
  declare readonly options: types.AccountOptions
  declare readonly extensions: types.AccountCreateOperationExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._registrar = r.instance()
    this._referrer = r.instance()
    this.referrer_percent = r.uint16()
    this._name = r.prefixed()
    this.owner = new AuthorityView(r)
    this.active = new AuthorityView(r)
    this.options = new AccountOptionsView(r)
    this.extensions = decodeAccountCreateOperationExtensions(r)
    this._r = r
  }

  get type(): 'account_create' {
    return 'account_create'
  }

  get registrar(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._registrar)
  }

  get referrer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._referrer)
  }

  get name(): string {
    return this._r.at(this._name).string()
  }
}
furnish(AccountCreateOperationView, 'account_create_operation')

export class AccountUpdateOperationView implements types.AccountUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly owner: types.Authority | undefined
  declare readonly active: types.Authority | undefined
  declare readonly new_options: types.AccountOptions | undefined
  declare readonly extensions: types.AccountUpdateOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this.owner = r.bool() ? new AuthorityView(r) : undefined
    this.active = r.bool() ? new AuthorityView(r) : undefined
    this.new_options = r.bool() ? new AccountOptionsView(r) : undefined
    this.extensions = decodeAccountUpdateOperationExtensions(r)
  }

  get type(): 'account_update' {
    return 'account_update'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }
}
furnish(AccountUpdateOperationView, 'account_update_operation')

export class AccountWhitelistOperationView implements types.AccountWhitelistOperation {
  declare readonly fee: types.Asset
  declare readonly _authorizing_account: number
  declare readonly _account_to_list: number
  declare readonly new_listing: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._authorizing_account = r.instance()
    this._account_to_list = r.instance()
    this.new_listing = r.uint8()
    this.extensions = r.extensions()
  }

  get type(): 'account_whitelist' {
    return 'account_whitelist'
  }

  get authorizing_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._authorizing_account)
  }

  get account_to_list(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account_to_list)
  }
}
furnish(AccountWhitelistOperationView, 'account_whitelist_operation')

export class AccountUpgradeOperationView implements types.AccountUpgradeOperation {
  declare readonly fee: types.Asset
  declare readonly _account_to_upgrade: number
  declare readonly upgrade_to_lifetime_member: boolean
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account_to_upgrade = r.instance()
    this.upgrade_to_lifetime_member = r.bool()
    this.extensions = r.extensions()
  }

  get type(): 'account_upgrade' {
    return 'account_upgrade'
  }

  get account_to_upgrade(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account_to_upgrade)
  }
}
furnish(AccountUpgradeOperationView, 'account_upgrade_operation')

export class AccountTransferOperationView implements types.AccountTransferOperation {
  declare readonly fee: types.Asset
  declare readonly _account_id: number
  declare readonly _new_owner: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account_id = r.instance()
    this._new_owner = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'account_transfer' {
    return 'account_transfer'
  }

  get account_id(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account_id)
  }

  get new_owner(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._new_owner)
  }
}
furnish(AccountTransferOperationView, 'account_transfer_operation')

export class AssetCreateOperationView implements types.AssetCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _symbol: number
  declare readonly precision: number
  declare readonly common_options: types.AssetOptions
  declare readonly bitasset_opts: types.BitassetOptions | undefined
  declare readonly is_prediction_market: boolean
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._symbol = r.prefixed()
    this.precision = r.uint8()
    this.common_options = new AssetOptionsView(r)
    this.bitasset_opts = r.bool() ? new BitassetOptionsView(r) : undefined
    this.is_prediction_market = r.bool()
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'asset_create' {
    return 'asset_create'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get symbol(): string {
    return this._r.at(this._symbol).string()
  }
}
furnish(AssetCreateOperationView, 'asset_create_operation')

export class AssetUpdateOperationView implements types.AssetUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _asset_to_update: number
  declare readonly _new_issuer: number | undefined
  declare readonly new_options: types.AssetOptions
  declare readonly extensions: types.AssetUpdateOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._asset_to_update = r.instance()
    this._new_issuer = r.bool() ? r.instance() : undefined
    this.new_options = new AssetOptionsView(r)
    this.extensions = decodeAssetUpdateOperationExtensions(r)
  }

  get type(): 'asset_update' {
    return 'asset_update'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get asset_to_update(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_to_update)
  }

  get new_issuer(): ObjectId<1, 2> | undefined {
    return this._new_issuer === undefined ? undefined : objectIdToText(1, 2, this._new_issuer)
  }
}
furnish(AssetUpdateOperationView, 'asset_update_operation')

export class AssetUpdateBitassetOperationView implements types.AssetUpdateBitassetOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _asset_to_update: number
  declare readonly new_options: types.BitassetOptions
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._asset_to_update = r.instance()
    this.new_options = new BitassetOptionsView(r)
    this.extensions = r.extensions()
  }

  get type(): 'asset_update_bitasset' {
    return 'asset_update_bitasset'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get asset_to_update(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_to_update)
  }
}
furnish(AssetUpdateBitassetOperationView, 'asset_update_bitasset_operation')

export class AssetUpdateFeedProducersOperationView implements types.AssetUpdateFeedProducersOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _asset_to_update: number
  declare readonly _new_feed_producers: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._asset_to_update = r.instance()
    this._new_feed_producers = skipSetOfAccountId(r)
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'asset_update_feed_producers' {
    return 'asset_update_feed_producers'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get asset_to_update(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_to_update)
  }

  get new_feed_producers(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._new_feed_producers))
  }
}
furnish(AssetUpdateFeedProducersOperationView, 'asset_update_feed_producers_operation')

export class AssetIssueOperationView implements types.AssetIssueOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly asset_to_issue: types.Asset
  declare readonly _issue_to_account: number
  declare readonly memo: types.MemoData | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this.asset_to_issue = new AssetView(r)
    this._issue_to_account = r.instance()
    this.memo = r.bool() ? new MemoDataView(r) : undefined
    this.extensions = r.extensions()
  }

  get type(): 'asset_issue' {
    return 'asset_issue'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get issue_to_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issue_to_account)
  }
}
furnish(AssetIssueOperationView, 'asset_issue_operation')

export class AssetReserveOperationView implements types.AssetReserveOperation {
  declare readonly fee: types.Asset
  declare readonly _payer: number
  declare readonly amount_to_reserve: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._payer = r.instance()
    this.amount_to_reserve = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'asset_reserve' {
    return 'asset_reserve'
  }

  get payer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._payer)
  }
}
furnish(AssetReserveOperationView, 'asset_reserve_operation')

export class AssetFundFeePoolOperationView implements types.AssetFundFeePoolOperation {
  declare readonly fee: types.Asset
  declare readonly _from_account: number
  declare readonly _asset_id: number
  declare readonly amount: bigint
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._from_account = r.instance()
    this._asset_id = r.instance()
    this.amount = r.int64()
    this.extensions = r.extensions()
  }

  get type(): 'asset_fund_fee_pool' {
    return 'asset_fund_fee_pool'
  }

  get from_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._from_account)
  }

  get asset_id(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_id)
  }
}
furnish(AssetFundFeePoolOperationView, 'asset_fund_fee_pool_operation')

export class AssetSettleOperationView implements types.AssetSettleOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly amount: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this.amount = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'asset_settle' {
    return 'asset_settle'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }
}
furnish(AssetSettleOperationView, 'asset_settle_operation')

export class AssetGlobalSettleOperationView implements types.AssetGlobalSettleOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _asset_to_settle: number
  declare readonly settle_price: types.Price
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._asset_to_settle = r.instance()
    this.settle_price = new PriceView(r)
    this.extensions = r.extensions()
  }

  get type(): 'asset_global_settle' {
    return 'asset_global_settle'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get asset_to_settle(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_to_settle)
  }
}
furnish(AssetGlobalSettleOperationView, 'asset_global_settle_operation')

export class AssetPublishFeedOperationView implements types.AssetPublishFeedOperation {
  declare readonly fee: types.Asset
  declare readonly _publisher: number
  declare readonly _asset_id: number
  declare readonly feed: types.PriceFeed
  declare readonly extensions: types.AssetPublishFeedOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._publisher = r.instance()
    this._asset_id = r.instance()
    this.feed = new PriceFeedView(r)
    this.extensions = decodeAssetPublishFeedOperationExtensions(r)
  }

  get type(): 'asset_publish_feed' {
    return 'asset_publish_feed'
  }

  get publisher(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._publisher)
  }

  get asset_id(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_id)
  }
}
furnish(AssetPublishFeedOperationView, 'asset_publish_feed_operation')

export class WitnessCreateOperationView implements types.WitnessCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _witness_account: number
  declare readonly _url: number
  declare readonly _block_signing_key: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._witness_account = r.instance()
    this._url = r.prefixed()
    this._block_signing_key = r.take(33)
    this._r = r
  }

  get type(): 'witness_create' {
    return 'witness_create'
  }

  get witness_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._witness_account)
  }

  get url(): string {
    return this._r.at(this._url).string()
  }

  get block_signing_key(): string {
    return this._r.at(this._block_signing_key).publicKey()
  }
}
furnish(WitnessCreateOperationView, 'witness_create_operation')

export class WitnessUpdateOperationView implements types.WitnessUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _witness: number
  declare readonly _witness_account: number
  declare readonly _new_url: number | undefined
  declare readonly _new_signing_key: number | undefined
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._witness = r.instance()
    this._witness_account = r.instance()
    this._new_url = r.bool() ? r.prefixed() : undefined
    this._new_signing_key = r.bool() ? r.take(33) : undefined
    this._r = r
  }

  get type(): 'witness_update' {
    return 'witness_update'
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this._witness)
  }

  get witness_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._witness_account)
  }

  get new_url(): string | undefined {
    return this._new_url === undefined ? undefined : this._r.at(this._new_url).string()
  }

  get new_signing_key(): string | undefined {
    return this._new_signing_key === undefined ? undefined : this._r.at(this._new_signing_key).publicKey()
  }
}
furnish(WitnessUpdateOperationView, 'witness_update_operation')

export class ProposalCreateOperationView implements types.ProposalCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _fee_paying_account: number
  declare readonly expiration_time: number
  declare readonly proposed_ops: readonly types.OpWrapper[]
  declare readonly review_period_seconds: number | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._fee_paying_account = r.instance()
    this.expiration_time = r.uint32()
    this.proposed_ops = decodeVectorOfOpWrapper(r)
    this.review_period_seconds = r.bool() ? r.uint32() : undefined
    this.extensions = r.extensions()
  }

  get type(): 'proposal_create' {
    return 'proposal_create'
  }

  get fee_paying_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._fee_paying_account)
  }
}
furnish(ProposalCreateOperationView, 'proposal_create_operation')

export class ProposalUpdateOperationView implements types.ProposalUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _fee_paying_account: number
  declare readonly _proposal: number
  declare readonly _active_approvals_to_add: number
  declare readonly _active_approvals_to_remove: number
  declare readonly _owner_approvals_to_add: number
  declare readonly _owner_approvals_to_remove: number
  declare readonly _key_approvals_to_add: number
  declare readonly _key_approvals_to_remove: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._fee_paying_account = r.instance()
    this._proposal = r.instance()
    this._active_approvals_to_add = skipSetOfAccountId(r)
    this._active_approvals_to_remove = skipSetOfAccountId(r)
    this._owner_approvals_to_add = skipSetOfAccountId(r)
    this._owner_approvals_to_remove = skipSetOfAccountId(r)
    this._key_approvals_to_add = skipSetOfPublicKey(r)
    this._key_approvals_to_remove = skipSetOfPublicKey(r)
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'proposal_update' {
    return 'proposal_update'
  }

  get fee_paying_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._fee_paying_account)
  }

  get proposal(): ObjectId<1, 10> {
    return objectIdToText(1, 10, this._proposal)
  }

  get active_approvals_to_add(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._active_approvals_to_add))
  }

  get active_approvals_to_remove(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._active_approvals_to_remove))
  }

  get owner_approvals_to_add(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._owner_approvals_to_add))
  }

  get owner_approvals_to_remove(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._owner_approvals_to_remove))
  }

  get key_approvals_to_add(): readonly string[] {
    return viewSetOfPublicKey(this._r.at(this._key_approvals_to_add))
  }

  get key_approvals_to_remove(): readonly string[] {
    return viewSetOfPublicKey(this._r.at(this._key_approvals_to_remove))
  }
}
furnish(ProposalUpdateOperationView, 'proposal_update_operation')

export class ProposalDeleteOperationView implements types.ProposalDeleteOperation {
  declare readonly fee: types.Asset
  declare readonly _fee_paying_account: number
  declare readonly using_owner_authority: boolean
  declare readonly _proposal: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._fee_paying_account = r.instance()
    this.using_owner_authority = r.bool()
    this._proposal = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'proposal_delete' {
    return 'proposal_delete'
  }

  get fee_paying_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._fee_paying_account)
  }

  get proposal(): ObjectId<1, 10> {
    return objectIdToText(1, 10, this._proposal)
  }
}
furnish(ProposalDeleteOperationView, 'proposal_delete_operation')

export class WithdrawPermissionCreateOperationView implements types.WithdrawPermissionCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _withdraw_from_account: number
  declare readonly _authorized_account: number
  declare readonly withdrawal_limit: types.Asset
  declare readonly withdrawal_period_sec: number
  declare readonly periods_until_expiration: number
  declare readonly period_start_time: number

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._withdraw_from_account = r.instance()
    this._authorized_account = r.instance()
    this.withdrawal_limit = new AssetView(r)
    this.withdrawal_period_sec = r.uint32()
    this.periods_until_expiration = r.uint32()
    this.period_start_time = r.uint32()
  }

  get type(): 'withdraw_permission_create' {
    return 'withdraw_permission_create'
  }

  get withdraw_from_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._withdraw_from_account)
  }

  get authorized_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._authorized_account)
  }
}
furnish(WithdrawPermissionCreateOperationView, 'withdraw_permission_create_operation')

export class WithdrawPermissionUpdateOperationView implements types.WithdrawPermissionUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _withdraw_from_account: number
  declare readonly _authorized_account: number
  declare readonly _permission_to_update: number
  declare readonly withdrawal_limit: types.Asset
  declare readonly withdrawal_period_sec: number
  declare readonly period_start_time: number
  declare readonly periods_until_expiration: number

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._withdraw_from_account = r.instance()
    this._authorized_account = r.instance()
    this._permission_to_update = r.instance()
    this.withdrawal_limit = new AssetView(r)
    this.withdrawal_period_sec = r.uint32()
    this.period_start_time = r.uint32()
    this.periods_until_expiration = r.uint32()
  }

  get type(): 'withdraw_permission_update' {
    return 'withdraw_permission_update'
  }

  get withdraw_from_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._withdraw_from_account)
  }

  get authorized_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._authorized_account)
  }

  get permission_to_update(): ObjectId<1, 12> {
    return objectIdToText(1, 12, this._permission_to_update)
  }
}
furnish(WithdrawPermissionUpdateOperationView, 'withdraw_permission_update_operation')

export class WithdrawPermissionClaimOperationView implements types.WithdrawPermissionClaimOperation {
  declare readonly fee: types.Asset
  declare readonly _withdraw_permission: number
  declare readonly _withdraw_from_account: number
  declare readonly _withdraw_to_account: number
  declare readonly amount_to_withdraw: types.Asset
  declare readonly memo: types.MemoData | undefined

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._withdraw_permission = r.instance()
    this._withdraw_from_account = r.instance()
    this._withdraw_to_account = r.instance()
    this.amount_to_withdraw = new AssetView(r)
    this.memo = r.bool() ? new MemoDataView(r) : undefined
  }

  get type(): 'withdraw_permission_claim' {
    return 'withdraw_permission_claim'
  }

  get withdraw_permission(): ObjectId<1, 12> {
    return objectIdToText(1, 12, this._withdraw_permission)
  }

  get withdraw_from_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._withdraw_from_account)
  }

  get withdraw_to_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._withdraw_to_account)
  }
}
furnish(WithdrawPermissionClaimOperationView, 'withdraw_permission_claim_operation')

export class WithdrawPermissionDeleteOperationView implements types.WithdrawPermissionDeleteOperation {
  declare readonly fee: types.Asset
  declare readonly _withdraw_from_account: number
  declare readonly _authorized_account: number
  declare readonly _withdrawal_permission: number

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._withdraw_from_account = r.instance()
    this._authorized_account = r.instance()
    this._withdrawal_permission = r.instance()
  }

  get type(): 'withdraw_permission_delete' {
    return 'withdraw_permission_delete'
  }

  get withdraw_from_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._withdraw_from_account)
  }

  get authorized_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._authorized_account)
  }

  get withdrawal_permission(): ObjectId<1, 12> {
    return objectIdToText(1, 12, this._withdrawal_permission)
  }
}
furnish(WithdrawPermissionDeleteOperationView, 'withdraw_permission_delete_operation')

export class CommitteeMemberCreateOperationView implements types.CommitteeMemberCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _committee_member_account: number
  declare readonly _url: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._committee_member_account = r.instance()
    this._url = r.prefixed()
    this._r = r
  }

  get type(): 'committee_member_create' {
    return 'committee_member_create'
  }

  get committee_member_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._committee_member_account)
  }

  get url(): string {
    return this._r.at(this._url).string()
  }
}
furnish(CommitteeMemberCreateOperationView, 'committee_member_create_operation')

export class CommitteeMemberUpdateOperationView implements types.CommitteeMemberUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _committee_member: number
  declare readonly _committee_member_account: number
  declare readonly _new_url: number | undefined
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._committee_member = r.instance()
    this._committee_member_account = r.instance()
    this._new_url = r.bool() ? r.prefixed() : undefined
    this._r = r
  }

  get type(): 'committee_member_update' {
    return 'committee_member_update'
  }

  get committee_member(): ObjectId<1, 5> {
    return objectIdToText(1, 5, this._committee_member)
  }

  get committee_member_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._committee_member_account)
  }

  get new_url(): string | undefined {
    return this._new_url === undefined ? undefined : this._r.at(this._new_url).string()
  }
}
furnish(CommitteeMemberUpdateOperationView, 'committee_member_update_operation')

export class CommitteeMemberUpdateGlobalParametersOperationView
  implements types.CommitteeMemberUpdateGlobalParametersOperation
{
  declare readonly fee: types.Asset
  declare readonly new_parameters: types.ChainParameters

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this.new_parameters = new ChainParametersView(r)
  }

  get type(): 'committee_member_update_global_parameters' {
    return 'committee_member_update_global_parameters'
  }
}
furnish(
  CommitteeMemberUpdateGlobalParametersOperationView,
  'committee_member_update_global_parameters_operation',
)

export class VestingBalanceCreateOperationView implements types.VestingBalanceCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _creator: number
  declare readonly _owner: number
  declare readonly amount: types.Asset
  declare readonly policy: types.VestingPolicyInitializer

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._creator = r.instance()
    this._owner = r.instance()
    this.amount = new AssetView(r)
    this.policy = decodeVestingPolicyInitializer(r)
  }

  get type(): 'vesting_balance_create' {
    return 'vesting_balance_create'
  }

  get creator(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._creator)
  }

  get owner(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner)
  }
}
furnish(VestingBalanceCreateOperationView, 'vesting_balance_create_operation')

export class VestingBalanceWithdrawOperationView implements types.VestingBalanceWithdrawOperation {
  declare readonly fee: types.Asset
  declare readonly _vesting_balance: number
  declare readonly _owner: number
  declare readonly amount: types.Asset

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._vesting_balance = r.instance()
    this._owner = r.instance()
    this.amount = new AssetView(r)
  }

  get type(): 'vesting_balance_withdraw' {
    return 'vesting_balance_withdraw'
  }

  get vesting_balance(): ObjectId<1, 13> {
    return objectIdToText(1, 13, this._vesting_balance)
  }

  get owner(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner)
  }
}
furnish(VestingBalanceWithdrawOperationView, 'vesting_balance_withdraw_operation')

export class WorkerCreateOperationView implements types.WorkerCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _owner: number
  declare readonly work_begin_date: number
  declare readonly work_end_date: number
  declare readonly daily_pay: bigint
  declare readonly _name: number
  declare readonly _url: number
  declare readonly initializer: types.WorkerInitializer
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner = r.instance()
    this.work_begin_date = r.uint32()
    this.work_end_date = r.uint32()
    this.daily_pay = r.int64()
    this._name = r.prefixed()
    this._url = r.prefixed()
    this.initializer = decodeWorkerInitializer(r)
    this._r = r
  }

  get type(): 'worker_create' {
    return 'worker_create'
  }

  get owner(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner)
  }

  get name(): string {
    return this._r.at(this._name).string()
  }

  get url(): string {
    return this._r.at(this._url).string()
  }
}
furnish(WorkerCreateOperationView, 'worker_create_operation')

export class CustomOperationView implements types.CustomOperation {
  declare readonly fee: types.Asset
  declare readonly _payer: number
  declare readonly _required_auths: number
  declare readonly id: number
  declare readonly _data: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._payer = r.instance()
    this._required_auths = skipSetOfAccountId(r)
    this.id = r.uint16()
    this._data = r.prefixed()
    this._r = r
  }

  get type(): 'custom' {
    return 'custom'
  }

  get payer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._payer)
  }

  get required_auths(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._required_auths))
  }

  get data(): Uint8Array {
    return this._r.at(this._data).lengthPrefixed()
  }
}
furnish(CustomOperationView, 'custom_operation')

export class AssertOperationView implements types.AssertOperation {
  declare readonly fee: types.Asset
  declare readonly _fee_paying_account: number
  declare readonly predicates: readonly types.Predicate[]
  declare readonly _required_auths: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._fee_paying_account = r.instance()
    this.predicates = decodeVectorOfPredicate(r)
    this._required_auths = skipSetOfAccountId(r)
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'assert' {
    return 'assert'
  }

  get fee_paying_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._fee_paying_account)
  }

  get required_auths(): readonly ObjectId<1, 2>[] {
    return viewSetOfAccountId(this._r.at(this._required_auths))
  }
}
furnish(AssertOperationView, 'assert_operation')

export class BalanceClaimOperationView implements types.BalanceClaimOperation {
  declare readonly fee: types.Asset
  declare readonly _deposit_to_account: number
  declare readonly _balance_to_claim: number
  declare readonly _balance_owner_key: number
  declare readonly total_claimed: types.Asset
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._deposit_to_account = r.instance()
    this._balance_to_claim = r.instance()
    this._balance_owner_key = r.take(33)
    this.total_claimed = new AssetView(r)
    this._r = r
  }

  get type(): 'balance_claim' {
    return 'balance_claim'
  }

  get deposit_to_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._deposit_to_account)
  }

  get balance_to_claim(): ObjectId<1, 15> {
    return objectIdToText(1, 15, this._balance_to_claim)
  }

  get balance_owner_key(): string {
    return this._r.at(this._balance_owner_key).publicKey()
  }
}
furnish(BalanceClaimOperationView, 'balance_claim_operation')

export class OverrideTransferOperationView implements types.OverrideTransferOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _from: number
  declare readonly _to: number
  declare readonly amount: types.Asset
  declare readonly memo: types.MemoData | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._from = r.instance()
    this._to = r.instance()
    this.amount = new AssetView(r)
    this.memo = r.bool() ? new MemoDataView(r) : undefined
    this.extensions = r.extensions()
  }

  get type(): 'override_transfer' {
    return 'override_transfer'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get from(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._from)
  }

  get to(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._to)
  }
}
furnish(OverrideTransferOperationView, 'override_transfer_operation')

export class TransferToBlindOperationView implements types.TransferToBlindOperation {
  declare readonly fee: types.Asset
  declare readonly amount: types.Asset
  declare readonly _from: number
  declare readonly _blinding_factor: number
  declare readonly outputs: readonly types.BlindOutput[]
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this.amount = new AssetView(r)
    this._from = r.instance()
    this._blinding_factor = r.take(32)
    this.outputs = decodeVectorOfBlindOutput(r)
    this._r = r
  }

  get type(): 'transfer_to_blind' {
    return 'transfer_to_blind'
  }

  get from(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._from)
  }

  get blinding_factor(): string {
    return this._r.at(this._blinding_factor).hex(32)
  }
}
furnish(TransferToBlindOperationView, 'transfer_to_blind_operation')

export class BlindTransferOperationView implements types.BlindTransferOperation {
  declare readonly fee: types.Asset
  declare readonly inputs: readonly types.BlindInput[]
  declare readonly outputs: readonly types.BlindOutput[]

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this.inputs = decodeVectorOfBlindInput(r)
    this.outputs = decodeVectorOfBlindOutput(r)
  }

  get type(): 'blind_transfer' {
    return 'blind_transfer'
  }
}
furnish(BlindTransferOperationView, 'blind_transfer_operation')

export class TransferFromBlindOperationView implements types.TransferFromBlindOperation {
  declare readonly fee: types.Asset
  declare readonly amount: types.Asset
  declare readonly _to: number
  declare readonly _blinding_factor: number
  declare readonly inputs: readonly types.BlindInput[]
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this.amount = new AssetView(r)
    this._to = r.instance()
    this._blinding_factor = r.take(32)
    this.inputs = decodeVectorOfBlindInput(r)
    this._r = r
  }

  get type(): 'transfer_from_blind' {
    return 'transfer_from_blind'
  }

  get to(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._to)
  }

  get blinding_factor(): string {
    return this._r.at(this._blinding_factor).hex(32)
  }
}
furnish(TransferFromBlindOperationView, 'transfer_from_blind_operation')

export class AssetSettleCancelOperationView implements types.AssetSettleCancelOperation {
  declare readonly fee: types.Asset
  declare readonly _settlement: number
  declare readonly _account: number
  declare readonly amount: types.Asset

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._settlement = r.instance()
    this._account = r.instance()
    this.amount = new AssetView(r)
  }

  get type(): 'asset_settle_cancel' {
    return 'asset_settle_cancel'
  }

  get settlement(): ObjectId<1, 4> {
    return objectIdToText(1, 4, this._settlement)
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }
}
furnish(AssetSettleCancelOperationView, 'asset_settle_cancel_operation')

export class AssetClaimFeesOperationView implements types.AssetClaimFeesOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly amount_to_claim: types.Asset
  declare readonly extensions: types.AssetClaimFeesOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this.amount_to_claim = new AssetView(r)
    this.extensions = decodeAssetClaimFeesOperationExtensions(r)
  }

  get type(): 'asset_claim_fees' {
    return 'asset_claim_fees'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }
}
furnish(AssetClaimFeesOperationView, 'asset_claim_fees_operation')

export class FbaDistributeOperationView implements types.FbaDistributeOperation {
  declare readonly fee: types.Asset
  declare readonly _account_id: number
  declare readonly _fba_id: number
  declare readonly amount: bigint
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account_id = r.instance()
    this._fba_id = r.take(8)
    this.amount = r.int64()
    this._r = r
  }

  get type(): 'fba_distribute' {
    return 'fba_distribute'
  }

  get account_id(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account_id)
  }

  get fba_id(): ObjectId {
    return this._r.at(this._fba_id).anyObjectId()
  }
}
furnish(FbaDistributeOperationView, 'fba_distribute_operation')

export class BidCollateralOperationView implements types.BidCollateralOperation {
  declare readonly fee: types.Asset
  declare readonly _bidder: number
  declare readonly additional_collateral: types.Asset
  declare readonly debt_covered: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._bidder = r.instance()
    this.additional_collateral = new AssetView(r)
    this.debt_covered = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'bid_collateral' {
    return 'bid_collateral'
  }

  get bidder(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._bidder)
  }
}
furnish(BidCollateralOperationView, 'bid_collateral_operation')

export class ExecuteBidOperationView implements types.ExecuteBidOperation {
  declare readonly fee: types.Asset
  declare readonly _bidder: number
  declare readonly debt: types.Asset
  declare readonly collateral: types.Asset

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._bidder = r.instance()
    this.debt = new AssetView(r)
    this.collateral = new AssetView(r)
  }

  get type(): 'execute_bid' {
    return 'execute_bid'
  }

  get bidder(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._bidder)
  }
}
furnish(ExecuteBidOperationView, 'execute_bid_operation')

export class AssetClaimPoolOperationView implements types.AssetClaimPoolOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _asset_id: number
  declare readonly amount_to_claim: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._asset_id = r.instance()
    this.amount_to_claim = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'asset_claim_pool' {
    return 'asset_claim_pool'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get asset_id(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_id)
  }
}
furnish(AssetClaimPoolOperationView, 'asset_claim_pool_operation')

export class AssetUpdateIssuerOperationView implements types.AssetUpdateIssuerOperation {
  declare readonly fee: types.Asset
  declare readonly _issuer: number
  declare readonly _asset_to_update: number
  declare readonly _new_issuer: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._issuer = r.instance()
    this._asset_to_update = r.instance()
    this._new_issuer = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'asset_update_issuer' {
    return 'asset_update_issuer'
  }

  get issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._issuer)
  }

  get asset_to_update(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_to_update)
  }

  get new_issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._new_issuer)
  }
}
furnish(AssetUpdateIssuerOperationView, 'asset_update_issuer_operation')

export class HtlcCreateOperationView implements types.HtlcCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _from: number
  declare readonly _to: number
  declare readonly amount: types.Asset
  declare readonly _preimage_hash: number
  declare readonly preimage_size: number
  declare readonly claim_period_seconds: number
  declare readonly extensions: types.HtlcCreateOperationExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._from = r.instance()
    this._to = r.instance()
    this.amount = new AssetView(r)
    this._preimage_hash = skipHtlcHash(r)
    this.preimage_size = r.uint16()
    this.claim_period_seconds = r.uint32()
    this.extensions = decodeHtlcCreateOperationExtensions(r)
    this._r = r
  }

  get type(): 'htlc_create' {
    return 'htlc_create'
  }

  get from(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._from)
  }

  get to(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._to)
  }

  get preimage_hash(): types.HtlcHash {
    return viewHtlcHash(this._r.at(this._preimage_hash))
  }
}
furnish(HtlcCreateOperationView, 'htlc_create_operation')

export class HtlcRedeemOperationView implements types.HtlcRedeemOperation {
  declare readonly fee: types.Asset
  declare readonly _htlc_id: number
  declare readonly _redeemer: number
  declare readonly _preimage: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._htlc_id = r.instance()
    this._redeemer = r.instance()
    this._preimage = r.prefixed()
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'htlc_redeem' {
    return 'htlc_redeem'
  }

  get htlc_id(): ObjectId<1, 16> {
    return objectIdToText(1, 16, this._htlc_id)
  }

  get redeemer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._redeemer)
  }

  get preimage(): Uint8Array {
    return this._r.at(this._preimage).lengthPrefixed()
  }
}
furnish(HtlcRedeemOperationView, 'htlc_redeem_operation')

export class HtlcRedeemedOperationView implements types.HtlcRedeemedOperation {
  declare readonly fee: types.Asset
  declare readonly _htlc_id: number
  declare readonly _from: number
  declare readonly _to: number
  declare readonly _redeemer: number
  declare readonly amount: types.Asset
  declare readonly _htlc_preimage_hash: number
  declare readonly htlc_preimage_size: number
  declare readonly _preimage: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._htlc_id = r.instance()
    this._from = r.instance()
    this._to = r.instance()
    this._redeemer = r.instance()
    this.amount = new AssetView(r)
    this._htlc_preimage_hash = skipHtlcHash(r)
    this.htlc_preimage_size = r.uint16()
    this._preimage = r.prefixed()
    this._r = r
  }

  get type(): 'htlc_redeemed' {
    return 'htlc_redeemed'
  }

  get htlc_id(): ObjectId<1, 16> {
    return objectIdToText(1, 16, this._htlc_id)
  }

  get from(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._from)
  }

  get to(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._to)
  }

  get redeemer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._redeemer)
  }

  get htlc_preimage_hash(): types.HtlcHash {
    return viewHtlcHash(this._r.at(this._htlc_preimage_hash))
  }

  get preimage(): Uint8Array {
    return this._r.at(this._preimage).lengthPrefixed()
  }
}
furnish(HtlcRedeemedOperationView, 'htlc_redeemed_operation')

export class HtlcExtendOperationView implements types.HtlcExtendOperation {
  declare readonly fee: types.Asset
  declare readonly _htlc_id: number
  declare readonly _update_issuer: number
  declare readonly seconds_to_add: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._htlc_id = r.instance()
    this._update_issuer = r.instance()
    this.seconds_to_add = r.uint32()
    this.extensions = r.extensions()
  }

  get type(): 'htlc_extend' {
    return 'htlc_extend'
  }

  get htlc_id(): ObjectId<1, 16> {
    return objectIdToText(1, 16, this._htlc_id)
  }

  get update_issuer(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._update_issuer)
  }
}
furnish(HtlcExtendOperationView, 'htlc_extend_operation')

export class HtlcRefundOperationView implements types.HtlcRefundOperation {
  declare readonly fee: types.Asset
  declare readonly _htlc_id: number
  declare readonly _to: number
  declare readonly _original_htlc_recipient: number
  declare readonly htlc_amount: types.Asset
  declare readonly _htlc_preimage_hash: number
  declare readonly htlc_preimage_size: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._htlc_id = r.instance()
    this._to = r.instance()
    this._original_htlc_recipient = r.instance()
    this.htlc_amount = new AssetView(r)
    this._htlc_preimage_hash = skipHtlcHash(r)
    this.htlc_preimage_size = r.uint16()
    this._r = r
  }

  get type(): 'htlc_refund' {
    return 'htlc_refund'
  }

  get htlc_id(): ObjectId<1, 16> {
    return objectIdToText(1, 16, this._htlc_id)
  }

  get to(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._to)
  }

  get original_htlc_recipient(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._original_htlc_recipient)
  }

  get htlc_preimage_hash(): types.HtlcHash {
    return viewHtlcHash(this._r.at(this._htlc_preimage_hash))
  }
}
furnish(HtlcRefundOperationView, 'htlc_refund_operation')

export class CustomAuthorityCreateOperationView implements types.CustomAuthorityCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly enabled: boolean
  declare readonly valid_from: number
  declare readonly valid_to: number
  declare readonly operation_type: number | bigint
  declare readonly auth: types.Authority
  declare readonly restrictions: readonly types.Restriction[]
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this.enabled = r.bool()
    this.valid_from = r.uint32()
    this.valid_to = r.uint32()
    this.operation_type = r.varuint()
    this.auth = new AuthorityView(r)
    this.restrictions = decodeVectorOfRestriction(r)
    this.extensions = r.extensions()
  }

  get type(): 'custom_authority_create' {
    return 'custom_authority_create'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }
}
furnish(CustomAuthorityCreateOperationView, 'custom_authority_create_operation')

export class CustomAuthorityUpdateOperationView implements types.CustomAuthorityUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _authority_to_update: number
  declare readonly new_enabled: boolean | undefined
  declare readonly new_valid_from: number | undefined
  declare readonly new_valid_to: number | undefined
  declare readonly new_auth: types.Authority | undefined
  declare readonly _restrictions_to_remove: number
  declare readonly restrictions_to_add: readonly types.Restriction[]
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._authority_to_update = r.instance()
    this.new_enabled = r.bool() ? r.bool() : undefined
    this.new_valid_from = r.bool() ? r.uint32() : undefined
    this.new_valid_to = r.bool() ? r.uint32() : undefined
    this.new_auth = r.bool() ? new AuthorityView(r) : undefined
    this._restrictions_to_remove = skipSetOfUint16(r)
    this.restrictions_to_add = decodeVectorOfRestriction(r)
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'custom_authority_update' {
    return 'custom_authority_update'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get authority_to_update(): ObjectId<1, 17> {
    return objectIdToText(1, 17, this._authority_to_update)
  }

  get restrictions_to_remove(): readonly number[] {
    return viewSetOfUint16(this._r.at(this._restrictions_to_remove))
  }
}
furnish(CustomAuthorityUpdateOperationView, 'custom_authority_update_operation')

export class CustomAuthorityDeleteOperationView implements types.CustomAuthorityDeleteOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _authority_to_delete: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._authority_to_delete = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'custom_authority_delete' {
    return 'custom_authority_delete'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get authority_to_delete(): ObjectId<1, 17> {
    return objectIdToText(1, 17, this._authority_to_delete)
  }
}
furnish(CustomAuthorityDeleteOperationView, 'custom_authority_delete_operation')

export class TicketCreateOperationView implements types.TicketCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly target_type: number | bigint
  declare readonly amount: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this.target_type = r.varuint()
    this.amount = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'ticket_create' {
    return 'ticket_create'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }
}
furnish(TicketCreateOperationView, 'ticket_create_operation')

export class TicketUpdateOperationView implements types.TicketUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _ticket: number
  declare readonly _account: number
  declare readonly target_type: number | bigint
  declare readonly amount_for_new_target: types.Asset | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._ticket = r.instance()
    this._account = r.instance()
    this.target_type = r.varuint()
    this.amount_for_new_target = r.bool() ? new AssetView(r) : undefined
    this.extensions = r.extensions()
  }

  get type(): 'ticket_update' {
    return 'ticket_update'
  }

  get ticket(): ObjectId<1, 18> {
    return objectIdToText(1, 18, this._ticket)
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }
}
furnish(TicketUpdateOperationView, 'ticket_update_operation')

export class LiquidityPoolCreateOperationView implements types.LiquidityPoolCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _asset_a: number
  declare readonly _asset_b: number
  declare readonly _share_asset: number
  declare readonly taker_fee_percent: number
  declare readonly withdrawal_fee_percent: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._asset_a = r.instance()
    this._asset_b = r.instance()
    this._share_asset = r.instance()
    this.taker_fee_percent = r.uint16()
    this.withdrawal_fee_percent = r.uint16()
    this.extensions = r.extensions()
  }

  get type(): 'liquidity_pool_create' {
    return 'liquidity_pool_create'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get asset_a(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_a)
  }

  get asset_b(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_b)
  }

  get share_asset(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._share_asset)
  }
}
furnish(LiquidityPoolCreateOperationView, 'liquidity_pool_create_operation')

export class LiquidityPoolDeleteOperationView implements types.LiquidityPoolDeleteOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _pool: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._pool = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'liquidity_pool_delete' {
    return 'liquidity_pool_delete'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get pool(): ObjectId<1, 19> {
    return objectIdToText(1, 19, this._pool)
  }
}
furnish(LiquidityPoolDeleteOperationView, 'liquidity_pool_delete_operation')

export class LiquidityPoolDepositOperationView implements types.LiquidityPoolDepositOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _pool: number
  declare readonly amount_a: types.Asset
  declare readonly amount_b: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._pool = r.instance()
    this.amount_a = new AssetView(r)
    this.amount_b = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'liquidity_pool_deposit' {
    return 'liquidity_pool_deposit'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get pool(): ObjectId<1, 19> {
    return objectIdToText(1, 19, this._pool)
  }
}
furnish(LiquidityPoolDepositOperationView, 'liquidity_pool_deposit_operation')

export class LiquidityPoolWithdrawOperationView implements types.LiquidityPoolWithdrawOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _pool: number
  declare readonly share_amount: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._pool = r.instance()
    this.share_amount = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'liquidity_pool_withdraw' {
    return 'liquidity_pool_withdraw'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get pool(): ObjectId<1, 19> {
    return objectIdToText(1, 19, this._pool)
  }
}
furnish(LiquidityPoolWithdrawOperationView, 'liquidity_pool_withdraw_operation')

export class LiquidityPoolExchangeOperationView implements types.LiquidityPoolExchangeOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _pool: number
  declare readonly amount_to_sell: types.Asset
  declare readonly min_to_receive: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._pool = r.instance()
    this.amount_to_sell = new AssetView(r)
    this.min_to_receive = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'liquidity_pool_exchange' {
    return 'liquidity_pool_exchange'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get pool(): ObjectId<1, 19> {
    return objectIdToText(1, 19, this._pool)
  }
}
furnish(LiquidityPoolExchangeOperationView, 'liquidity_pool_exchange_operation')

export class SametFundCreateOperationView implements types.SametFundCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _owner_account: number
  declare readonly _asset_type: number
  declare readonly balance: bigint
  declare readonly fee_rate: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner_account = r.instance()
    this._asset_type = r.instance()
    this.balance = r.int64()
    this.fee_rate = r.uint32()
    this.extensions = r.extensions()
  }

  get type(): 'samet_fund_create' {
    return 'samet_fund_create'
  }

  get owner_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner_account)
  }

  get asset_type(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_type)
  }
}
furnish(SametFundCreateOperationView, 'samet_fund_create_operation')

export class SametFundDeleteOperationView implements types.SametFundDeleteOperation {
  declare readonly fee: types.Asset
  declare readonly _owner_account: number
  declare readonly _fund_id: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner_account = r.instance()
    this._fund_id = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'samet_fund_delete' {
    return 'samet_fund_delete'
  }

  get owner_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner_account)
  }

  get fund_id(): ObjectId<1, 20> {
    return objectIdToText(1, 20, this._fund_id)
  }
}
furnish(SametFundDeleteOperationView, 'samet_fund_delete_operation')

export class SametFundUpdateOperationView implements types.SametFundUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _owner_account: number
  declare readonly _fund_id: number
  declare readonly delta_amount: types.Asset | undefined
  declare readonly new_fee_rate: number | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner_account = r.instance()
    this._fund_id = r.instance()
    this.delta_amount = r.bool() ? new AssetView(r) : undefined
    this.new_fee_rate = r.bool() ? r.uint32() : undefined
    this.extensions = r.extensions()
  }

  get type(): 'samet_fund_update' {
    return 'samet_fund_update'
  }

  get owner_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner_account)
  }

  get fund_id(): ObjectId<1, 20> {
    return objectIdToText(1, 20, this._fund_id)
  }
}
furnish(SametFundUpdateOperationView, 'samet_fund_update_operation')

export class SametFundBorrowOperationView implements types.SametFundBorrowOperation {
  declare readonly fee: types.Asset
  declare readonly _borrower: number
  declare readonly _fund_id: number
  declare readonly borrow_amount: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._borrower = r.instance()
    this._fund_id = r.instance()
    this.borrow_amount = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'samet_fund_borrow' {
    return 'samet_fund_borrow'
  }

  get borrower(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._borrower)
  }

  get fund_id(): ObjectId<1, 20> {
    return objectIdToText(1, 20, this._fund_id)
  }
}
furnish(SametFundBorrowOperationView, 'samet_fund_borrow_operation')

export class SametFundRepayOperationView implements types.SametFundRepayOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _fund_id: number
  declare readonly repay_amount: types.Asset
  declare readonly fund_fee: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._fund_id = r.instance()
    this.repay_amount = new AssetView(r)
    this.fund_fee = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'samet_fund_repay' {
    return 'samet_fund_repay'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get fund_id(): ObjectId<1, 20> {
    return objectIdToText(1, 20, this._fund_id)
  }
}
furnish(SametFundRepayOperationView, 'samet_fund_repay_operation')

export class CreditOfferCreateOperationView implements types.CreditOfferCreateOperation {
  declare readonly fee: types.Asset
  declare readonly _owner_account: number
  declare readonly _asset_type: number
  declare readonly balance: bigint
  declare readonly fee_rate: number
  declare readonly max_duration_seconds: number
  declare readonly min_deal_amount: bigint
  declare readonly enabled: boolean
  declare readonly auto_disable_time: number
  declare readonly _acceptable_collateral: number
  declare readonly _acceptable_borrowers: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner_account = r.instance()
    this._asset_type = r.instance()
    this.balance = r.int64()
    this.fee_rate = r.uint32()
    this.max_duration_seconds = r.uint32()
    this.min_deal_amount = r.int64()
    this.enabled = r.bool()
    this.auto_disable_time = r.uint32()
    this._acceptable_collateral = skipMapOfAssetIdToPrice(r)
    this._acceptable_borrowers = skipMapOfAccountIdToInt64(r)
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'credit_offer_create' {
    return 'credit_offer_create'
  }

  get owner_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner_account)
  }

  get asset_type(): ObjectId<1, 3> {
    return objectIdToText(1, 3, this._asset_type)
  }

  get acceptable_collateral(): readonly (readonly [ObjectId<1, 3>, types.Price])[] {
    return viewMapOfAssetIdToPrice(this._r.at(this._acceptable_collateral))
  }

  get acceptable_borrowers(): readonly (readonly [ObjectId<1, 2>, bigint])[] {
    return viewMapOfAccountIdToInt64(this._r.at(this._acceptable_borrowers))
  }
}
furnish(CreditOfferCreateOperationView, 'credit_offer_create_operation')

export class CreditOfferDeleteOperationView implements types.CreditOfferDeleteOperation {
  declare readonly fee: types.Asset
  declare readonly _owner_account: number
  declare readonly _offer_id: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner_account = r.instance()
    this._offer_id = r.instance()
    this.extensions = r.extensions()
  }

  get type(): 'credit_offer_delete' {
    return 'credit_offer_delete'
  }

  get owner_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner_account)
  }

  get offer_id(): ObjectId<1, 21> {
    return objectIdToText(1, 21, this._offer_id)
  }
}
furnish(CreditOfferDeleteOperationView, 'credit_offer_delete_operation')

export class CreditOfferUpdateOperationView implements types.CreditOfferUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _owner_account: number
  declare readonly _offer_id: number
  declare readonly delta_amount: types.Asset | undefined
  declare readonly fee_rate: number | undefined
  declare readonly max_duration_seconds: number | undefined
  declare readonly min_deal_amount: bigint | undefined
  declare readonly enabled: boolean | undefined
  declare readonly auto_disable_time: number | undefined
  declare readonly _acceptable_collateral: number | undefined
  declare readonly _acceptable_borrowers: number | undefined
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._owner_account = r.instance()
    this._offer_id = r.instance()
    this.delta_amount = r.bool() ? new AssetView(r) : undefined
    this.fee_rate = r.bool() ? r.uint32() : undefined
    this.max_duration_seconds = r.bool() ? r.uint32() : undefined
    this.min_deal_amount = r.bool() ? r.int64() : undefined
    this.enabled = r.bool() ? r.bool() : undefined
    this.auto_disable_time = r.bool() ? r.uint32() : undefined
    this._acceptable_collateral = r.bool() ? skipMapOfAssetIdToPrice(r) : undefined
    this._acceptable_borrowers = r.bool() ? skipMapOfAccountIdToInt64(r) : undefined
    this.extensions = r.extensions()
    this._r = r
  }

  get type(): 'credit_offer_update' {
    return 'credit_offer_update'
  }

  get owner_account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._owner_account)
  }

  get offer_id(): ObjectId<1, 21> {
    return objectIdToText(1, 21, this._offer_id)
  }

  get acceptable_collateral(): readonly (readonly [ObjectId<1, 3>, types.Price])[] | undefined {
    return this._acceptable_collateral === undefined
      ? undefined
      : viewMapOfAssetIdToPrice(this._r.at(this._acceptable_collateral))
  }

  get acceptable_borrowers(): readonly (readonly [ObjectId<1, 2>, bigint])[] | undefined {
    return this._acceptable_borrowers === undefined
      ? undefined
      : viewMapOfAccountIdToInt64(this._r.at(this._acceptable_borrowers))
  }
}
furnish(CreditOfferUpdateOperationView, 'credit_offer_update_operation')

export class CreditOfferAcceptOperationView implements types.CreditOfferAcceptOperation {
  declare readonly fee: types.Asset
  declare readonly _borrower: number
  declare readonly _offer_id: number
  declare readonly borrow_amount: types.Asset
  declare readonly collateral: types.Asset
  declare readonly max_fee_rate: number
  declare readonly min_duration_seconds: number
  declare readonly extensions: types.CreditOfferAcceptOperationExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._borrower = r.instance()
    this._offer_id = r.instance()
    this.borrow_amount = new AssetView(r)
    this.collateral = new AssetView(r)
    this.max_fee_rate = r.uint32()
    this.min_duration_seconds = r.uint32()
    this.extensions = decodeCreditOfferAcceptOperationExtensions(r)
  }

  get type(): 'credit_offer_accept' {
    return 'credit_offer_accept'
  }

  get borrower(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._borrower)
  }

  get offer_id(): ObjectId<1, 21> {
    return objectIdToText(1, 21, this._offer_id)
  }
}
furnish(CreditOfferAcceptOperationView, 'credit_offer_accept_operation')

export class CreditDealRepayOperationView implements types.CreditDealRepayOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _deal_id: number
  declare readonly repay_amount: types.Asset
  declare readonly credit_fee: types.Asset
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._deal_id = r.instance()
    this.repay_amount = new AssetView(r)
    this.credit_fee = new AssetView(r)
    this.extensions = r.extensions()
  }

  get type(): 'credit_deal_repay' {
    return 'credit_deal_repay'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get deal_id(): ObjectId<1, 22> {
    return objectIdToText(1, 22, this._deal_id)
  }
}
furnish(CreditDealRepayOperationView, 'credit_deal_repay_operation')

export class CreditDealExpiredOperationView implements types.CreditDealExpiredOperation {
  declare readonly fee: types.Asset
  declare readonly _deal_id: number
  declare readonly _offer_id: number
  declare readonly _offer_owner: number
  declare readonly _borrower: number
  declare readonly unpaid_amount: types.Asset
  declare readonly collateral: types.Asset
  declare readonly fee_rate: number

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._deal_id = r.instance()
    this._offer_id = r.instance()
    this._offer_owner = r.instance()
    this._borrower = r.instance()
    this.unpaid_amount = new AssetView(r)
    this.collateral = new AssetView(r)
    this.fee_rate = r.uint32()
  }

  get type(): 'credit_deal_expired' {
    return 'credit_deal_expired'
  }

  get deal_id(): ObjectId<1, 22> {
    return objectIdToText(1, 22, this._deal_id)
  }

  get offer_id(): ObjectId<1, 21> {
    return objectIdToText(1, 21, this._offer_id)
  }

  get offer_owner(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._offer_owner)
  }

  get borrower(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._borrower)
  }
}
furnish(CreditDealExpiredOperationView, 'credit_deal_expired_operation')

export class LiquidityPoolUpdateOperationView implements types.LiquidityPoolUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _pool: number
  declare readonly taker_fee_percent: number | undefined
  declare readonly withdrawal_fee_percent: number | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._pool = r.instance()
    this.taker_fee_percent = r.bool() ? r.uint16() : undefined
    this.withdrawal_fee_percent = r.bool() ? r.uint16() : undefined
    this.extensions = r.extensions()
  }

  get type(): 'liquidity_pool_update' {
    return 'liquidity_pool_update'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get pool(): ObjectId<1, 19> {
    return objectIdToText(1, 19, this._pool)
  }
}
furnish(LiquidityPoolUpdateOperationView, 'liquidity_pool_update_operation')

export class CreditDealUpdateOperationView implements types.CreditDealUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _account: number
  declare readonly _deal_id: number
  declare readonly auto_repay: number
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._account = r.instance()
    this._deal_id = r.instance()
    this.auto_repay = r.uint8()
    this.extensions = r.extensions()
  }

  get type(): 'credit_deal_update' {
    return 'credit_deal_update'
  }

  get account(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._account)
  }

  get deal_id(): ObjectId<1, 22> {
    return objectIdToText(1, 22, this._deal_id)
  }
}
furnish(CreditDealUpdateOperationView, 'credit_deal_update_operation')

export class LimitOrderUpdateOperationView implements types.LimitOrderUpdateOperation {
  declare readonly fee: types.Asset
  declare readonly _seller: number
  declare readonly _order: number
  declare readonly new_price: types.Price | undefined
  declare readonly delta_amount_to_sell: types.Asset | undefined
  declare readonly new_expiration: number | undefined
  declare readonly on_fill: readonly types.LimitOrderAutoAction[] | undefined
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.fee = new AssetView(r)
    this._seller = r.instance()
    this._order = r.instance()
    this.new_price = r.bool() ? new PriceView(r) : undefined
    this.delta_amount_to_sell = r.bool() ? new AssetView(r) : undefined
    this.new_expiration = r.bool() ? r.uint32() : undefined
    this.on_fill = r.bool() ? decodeVectorOfLimitOrderAutoAction(r) : undefined
    this.extensions = r.extensions()
  }

  get type(): 'limit_order_update' {
    return 'limit_order_update'
  }

  get seller(): ObjectId<1, 2> {
    return objectIdToText(1, 2, this._seller)
  }

  get order(): ObjectId<1, 7> {
    return objectIdToText(1, 7, this._order)
  }
}
furnish(LimitOrderUpdateOperationView, 'limit_order_update_operation')

export class TransferOperationFeeParametersView implements types.TransferOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(TransferOperationFeeParametersView, 'transfer_operation::fee_params_t')

export class LimitOrderCreateOperationFeeParametersView
  implements types.LimitOrderCreateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LimitOrderCreateOperationFeeParametersView, 'limit_order_create_operation::fee_params_t')

export class LimitOrderCancelOperationFeeParametersView
  implements types.LimitOrderCancelOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LimitOrderCancelOperationFeeParametersView, 'limit_order_cancel_operation::fee_params_t')

export class CallOrderUpdateOperationFeeParametersView
  implements types.CallOrderUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CallOrderUpdateOperationFeeParametersView, 'call_order_update_operation::fee_params_t')

export class AccountCreateOperationFeeParametersView implements types.AccountCreateOperationFeeParameters {
  declare readonly basic_fee: bigint
  declare readonly premium_fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.basic_fee = r.uint64()
    this.premium_fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(AccountCreateOperationFeeParametersView, 'account_create_operation::fee_params_t')

export class AccountUpdateOperationFeeParametersView implements types.AccountUpdateOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.int64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(AccountUpdateOperationFeeParametersView, 'account_update_operation::fee_params_t')

export class AccountWhitelistOperationFeeParametersView
  implements types.AccountWhitelistOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.int64()
  }
}
furnish(AccountWhitelistOperationFeeParametersView, 'account_whitelist_operation::fee_params_t')

export class AccountUpgradeOperationFeeParametersView implements types.AccountUpgradeOperationFeeParameters {
  declare readonly membership_annual_fee: bigint
  declare readonly membership_lifetime_fee: bigint

  constructor(r: ChainReader) {
    this.membership_annual_fee = r.uint64()
    this.membership_lifetime_fee = r.uint64()
  }
}
furnish(AccountUpgradeOperationFeeParametersView, 'account_upgrade_operation::fee_params_t')

export class AccountTransferOperationFeeParametersView
  implements types.AccountTransferOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AccountTransferOperationFeeParametersView, 'account_transfer_operation::fee_params_t')

export class AssetCreateOperationFeeParametersView implements types.AssetCreateOperationFeeParameters {
  declare readonly symbol3: bigint
  declare readonly symbol4: bigint
  declare readonly long_symbol: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.symbol3 = r.uint64()
    this.symbol4 = r.uint64()
    this.long_symbol = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(AssetCreateOperationFeeParametersView, 'asset_create_operation::fee_params_t')

export class AssetUpdateOperationFeeParametersView implements types.AssetUpdateOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(AssetUpdateOperationFeeParametersView, 'asset_update_operation::fee_params_t')

export class AssetUpdateBitassetOperationFeeParametersView
  implements types.AssetUpdateBitassetOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetUpdateBitassetOperationFeeParametersView, 'asset_update_bitasset_operation::fee_params_t')

export class AssetUpdateFeedProducersOperationFeeParametersView
  implements types.AssetUpdateFeedProducersOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(
  AssetUpdateFeedProducersOperationFeeParametersView,
  'asset_update_feed_producers_operation::fee_params_t',
)

export class AssetIssueOperationFeeParametersView implements types.AssetIssueOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(AssetIssueOperationFeeParametersView, 'asset_issue_operation::fee_params_t')

export class AssetReserveOperationFeeParametersView implements types.AssetReserveOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetReserveOperationFeeParametersView, 'asset_reserve_operation::fee_params_t')

export class AssetFundFeePoolOperationFeeParametersView
  implements types.AssetFundFeePoolOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetFundFeePoolOperationFeeParametersView, 'asset_fund_fee_pool_operation::fee_params_t')

export class AssetSettleOperationFeeParametersView implements types.AssetSettleOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetSettleOperationFeeParametersView, 'asset_settle_operation::fee_params_t')

export class AssetGlobalSettleOperationFeeParametersView
  implements types.AssetGlobalSettleOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetGlobalSettleOperationFeeParametersView, 'asset_global_settle_operation::fee_params_t')

export class AssetPublishFeedOperationFeeParametersView
  implements types.AssetPublishFeedOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetPublishFeedOperationFeeParametersView, 'asset_publish_feed_operation::fee_params_t')

export class WitnessCreateOperationFeeParametersView implements types.WitnessCreateOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(WitnessCreateOperationFeeParametersView, 'witness_create_operation::fee_params_t')

export class WitnessUpdateOperationFeeParametersView implements types.WitnessUpdateOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.int64()
  }
}
furnish(WitnessUpdateOperationFeeParametersView, 'witness_update_operation::fee_params_t')

export class ProposalCreateOperationFeeParametersView implements types.ProposalCreateOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(ProposalCreateOperationFeeParametersView, 'proposal_create_operation::fee_params_t')

export class ProposalUpdateOperationFeeParametersView implements types.ProposalUpdateOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(ProposalUpdateOperationFeeParametersView, 'proposal_update_operation::fee_params_t')

export class ProposalDeleteOperationFeeParametersView implements types.ProposalDeleteOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(ProposalDeleteOperationFeeParametersView, 'proposal_delete_operation::fee_params_t')

export class WithdrawPermissionCreateOperationFeeParametersView
  implements types.WithdrawPermissionCreateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(
  WithdrawPermissionCreateOperationFeeParametersView,
  'withdraw_permission_create_operation::fee_params_t',
)

export class WithdrawPermissionUpdateOperationFeeParametersView
  implements types.WithdrawPermissionUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(
  WithdrawPermissionUpdateOperationFeeParametersView,
  'withdraw_permission_update_operation::fee_params_t',
)

export class WithdrawPermissionClaimOperationFeeParametersView
  implements types.WithdrawPermissionClaimOperationFeeParameters
{
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(
  WithdrawPermissionClaimOperationFeeParametersView,
  'withdraw_permission_claim_operation::fee_params_t',
)

export class WithdrawPermissionDeleteOperationFeeParametersView
  implements types.WithdrawPermissionDeleteOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(
  WithdrawPermissionDeleteOperationFeeParametersView,
  'withdraw_permission_delete_operation::fee_params_t',
)

export class CommitteeMemberCreateOperationFeeParametersView
  implements types.CommitteeMemberCreateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CommitteeMemberCreateOperationFeeParametersView, 'committee_member_create_operation::fee_params_t')

export class CommitteeMemberUpdateOperationFeeParametersView
  implements types.CommitteeMemberUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CommitteeMemberUpdateOperationFeeParametersView, 'committee_member_update_operation::fee_params_t')

export class CommitteeMemberUpdateGlobalParametersOperationFeeParametersView
  implements types.CommitteeMemberUpdateGlobalParametersOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(
  CommitteeMemberUpdateGlobalParametersOperationFeeParametersView,
  'committee_member_update_global_parameters_operation::fee_params_t',
)

export class VestingBalanceCreateOperationFeeParametersView
  implements types.VestingBalanceCreateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(VestingBalanceCreateOperationFeeParametersView, 'vesting_balance_create_operation::fee_params_t')

export class VestingBalanceWithdrawOperationFeeParametersView
  implements types.VestingBalanceWithdrawOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(VestingBalanceWithdrawOperationFeeParametersView, 'vesting_balance_withdraw_operation::fee_params_t')

export class WorkerCreateOperationFeeParametersView implements types.WorkerCreateOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(WorkerCreateOperationFeeParametersView, 'worker_create_operation::fee_params_t')

export class CustomOperationFeeParametersView implements types.CustomOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(CustomOperationFeeParametersView, 'custom_operation::fee_params_t')

export class AssertOperationFeeParametersView implements types.AssertOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssertOperationFeeParametersView, 'assert_operation::fee_params_t')

export class OverrideTransferOperationFeeParametersView
  implements types.OverrideTransferOperationFeeParameters
{
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(OverrideTransferOperationFeeParametersView, 'override_transfer_operation::fee_params_t')

export class TransferToBlindOperationFeeParametersView
  implements types.TransferToBlindOperationFeeParameters
{
  declare readonly fee: bigint
  declare readonly price_per_output: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_output = r.uint32()
  }
}
furnish(TransferToBlindOperationFeeParametersView, 'transfer_to_blind_operation::fee_params_t')

export class BlindTransferOperationFeeParametersView implements types.BlindTransferOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly price_per_output: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_output = r.uint32()
  }
}
furnish(BlindTransferOperationFeeParametersView, 'blind_transfer_operation::fee_params_t')

export class TransferFromBlindOperationFeeParametersView
  implements types.TransferFromBlindOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(TransferFromBlindOperationFeeParametersView, 'transfer_from_blind_operation::fee_params_t')

export class AssetClaimFeesOperationFeeParametersView implements types.AssetClaimFeesOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetClaimFeesOperationFeeParametersView, 'asset_claim_fees_operation::fee_params_t')

export class BidCollateralOperationFeeParametersView implements types.BidCollateralOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(BidCollateralOperationFeeParametersView, 'bid_collateral_operation::fee_params_t')

export class AssetClaimPoolOperationFeeParametersView implements types.AssetClaimPoolOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetClaimPoolOperationFeeParametersView, 'asset_claim_pool_operation::fee_params_t')

export class AssetUpdateIssuerOperationFeeParametersView
  implements types.AssetUpdateIssuerOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(AssetUpdateIssuerOperationFeeParametersView, 'asset_update_issuer_operation::fee_params_t')

export class HtlcCreateOperationFeeParametersView implements types.HtlcCreateOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly fee_per_day: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.fee_per_day = r.uint64()
  }
}
furnish(HtlcCreateOperationFeeParametersView, 'htlc_create_operation::fee_params_t')

export class HtlcRedeemOperationFeeParametersView implements types.HtlcRedeemOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly fee_per_kb: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.fee_per_kb = r.uint64()
  }
}
furnish(HtlcRedeemOperationFeeParametersView, 'htlc_redeem_operation::fee_params_t')

export class HtlcExtendOperationFeeParametersView implements types.HtlcExtendOperationFeeParameters {
  declare readonly fee: bigint
  declare readonly fee_per_day: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.fee_per_day = r.uint64()
  }
}
furnish(HtlcExtendOperationFeeParametersView, 'htlc_extend_operation::fee_params_t')

export class CustomAuthorityCreateOperationFeeParametersView
  implements types.CustomAuthorityCreateOperationFeeParameters
{
  declare readonly basic_fee: bigint
  declare readonly price_per_byte: number

  constructor(r: ChainReader) {
    this.basic_fee = r.uint64()
    this.price_per_byte = r.uint32()
  }
}
furnish(CustomAuthorityCreateOperationFeeParametersView, 'custom_authority_create_operation::fee_params_t')

export class CustomAuthorityUpdateOperationFeeParametersView
  implements types.CustomAuthorityUpdateOperationFeeParameters
{
  declare readonly basic_fee: bigint
  declare readonly price_per_byte: number

  constructor(r: ChainReader) {
    this.basic_fee = r.uint64()
    this.price_per_byte = r.uint32()
  }
}
furnish(CustomAuthorityUpdateOperationFeeParametersView, 'custom_authority_update_operation::fee_params_t')

export class CustomAuthorityDeleteOperationFeeParametersView
  implements types.CustomAuthorityDeleteOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CustomAuthorityDeleteOperationFeeParametersView, 'custom_authority_delete_operation::fee_params_t')

export class TicketCreateOperationFeeParametersView implements types.TicketCreateOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(TicketCreateOperationFeeParametersView, 'ticket_create_operation::fee_params_t')

export class TicketUpdateOperationFeeParametersView implements types.TicketUpdateOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(TicketUpdateOperationFeeParametersView, 'ticket_update_operation::fee_params_t')

export class LiquidityPoolCreateOperationFeeParametersView
  implements types.LiquidityPoolCreateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LiquidityPoolCreateOperationFeeParametersView, 'liquidity_pool_create_operation::fee_params_t')

export class LiquidityPoolDeleteOperationFeeParametersView
  implements types.LiquidityPoolDeleteOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LiquidityPoolDeleteOperationFeeParametersView, 'liquidity_pool_delete_operation::fee_params_t')

export class LiquidityPoolDepositOperationFeeParametersView
  implements types.LiquidityPoolDepositOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LiquidityPoolDepositOperationFeeParametersView, 'liquidity_pool_deposit_operation::fee_params_t')

export class LiquidityPoolWithdrawOperationFeeParametersView
  implements types.LiquidityPoolWithdrawOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LiquidityPoolWithdrawOperationFeeParametersView, 'liquidity_pool_withdraw_operation::fee_params_t')

export class LiquidityPoolExchangeOperationFeeParametersView
  implements types.LiquidityPoolExchangeOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LiquidityPoolExchangeOperationFeeParametersView, 'liquidity_pool_exchange_operation::fee_params_t')

export class SametFundCreateOperationFeeParametersView
  implements types.SametFundCreateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(SametFundCreateOperationFeeParametersView, 'samet_fund_create_operation::fee_params_t')

export class SametFundDeleteOperationFeeParametersView
  implements types.SametFundDeleteOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(SametFundDeleteOperationFeeParametersView, 'samet_fund_delete_operation::fee_params_t')

export class SametFundUpdateOperationFeeParametersView
  implements types.SametFundUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(SametFundUpdateOperationFeeParametersView, 'samet_fund_update_operation::fee_params_t')

export class SametFundBorrowOperationFeeParametersView
  implements types.SametFundBorrowOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(SametFundBorrowOperationFeeParametersView, 'samet_fund_borrow_operation::fee_params_t')

export class SametFundRepayOperationFeeParametersView implements types.SametFundRepayOperationFeeParameters {
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(SametFundRepayOperationFeeParametersView, 'samet_fund_repay_operation::fee_params_t')

export class CreditOfferCreateOperationFeeParametersView
  implements types.CreditOfferCreateOperationFeeParameters
{
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(CreditOfferCreateOperationFeeParametersView, 'credit_offer_create_operation::fee_params_t')

export class CreditOfferDeleteOperationFeeParametersView
  implements types.CreditOfferDeleteOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CreditOfferDeleteOperationFeeParametersView, 'credit_offer_delete_operation::fee_params_t')

export class CreditOfferUpdateOperationFeeParametersView
  implements types.CreditOfferUpdateOperationFeeParameters
{
  declare readonly fee: bigint
  declare readonly price_per_kbyte: number

  constructor(r: ChainReader) {
    this.fee = r.uint64()
    this.price_per_kbyte = r.uint32()
  }
}
furnish(CreditOfferUpdateOperationFeeParametersView, 'credit_offer_update_operation::fee_params_t')

export class CreditOfferAcceptOperationFeeParametersView
  implements types.CreditOfferAcceptOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CreditOfferAcceptOperationFeeParametersView, 'credit_offer_accept_operation::fee_params_t')

export class CreditDealRepayOperationFeeParametersView
  implements types.CreditDealRepayOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CreditDealRepayOperationFeeParametersView, 'credit_deal_repay_operation::fee_params_t')

export class LiquidityPoolUpdateOperationFeeParametersView
  implements types.LiquidityPoolUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LiquidityPoolUpdateOperationFeeParametersView, 'liquidity_pool_update_operation::fee_params_t')

export class CreditDealUpdateOperationFeeParametersView
  implements types.CreditDealUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(CreditDealUpdateOperationFeeParametersView, 'credit_deal_update_operation::fee_params_t')

export class LimitOrderUpdateOperationFeeParametersView
  implements types.LimitOrderUpdateOperationFeeParameters
{
  declare readonly fee: bigint

  constructor(r: ChainReader) {
    this.fee = r.uint64()
  }
}
furnish(LimitOrderUpdateOperationFeeParametersView, 'limit_order_update_operation::fee_params_t')

export class TransactionView implements types.Transaction {
  declare readonly ref_block_num: number
  declare readonly ref_block_prefix: number
  declare readonly expiration: number
  declare readonly operations: readonly types.Operation[]
  declare readonly extensions: FutureExtensions

  constructor(r: ChainReader) {
    this.ref_block_num = r.uint16()
    this.ref_block_prefix = r.uint32()
    this.expiration = r.uint32()
    this.operations = decodeVectorOfOperation(r)
    this.extensions = r.extensions()
  }
}
furnish(TransactionView, 'transaction')

export class SignedTransactionView implements types.SignedTransaction {
  declare readonly ref_block_num: number
  declare readonly ref_block_prefix: number
  declare readonly expiration: number
  declare readonly operations: readonly types.Operation[]
  declare readonly extensions: FutureExtensions
  declare readonly _signatures: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.ref_block_num = r.uint16()
    this.ref_block_prefix = r.uint32()
    this.expiration = r.uint32()
    this.operations = decodeVectorOfOperation(r)
    this.extensions = r.extensions()
    this._signatures = skipVectorOfFixedBytes65(r)
    this._r = r
  }

  get signatures(): readonly string[] {
    return viewVectorOfFixedBytes65(this._r.at(this._signatures))
  }
}
furnish(SignedTransactionView, 'signed_transaction')

export class ProcessedTransactionView implements types.ProcessedTransaction {
  declare readonly ref_block_num: number
  declare readonly ref_block_prefix: number
  declare readonly expiration: number
  declare readonly operations: readonly types.Operation[]
  declare readonly extensions: FutureExtensions
  declare readonly _signatures: number
  declare readonly _operation_results: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this.ref_block_num = r.uint16()
    this.ref_block_prefix = r.uint32()
    this.expiration = r.uint32()
    this.operations = decodeVectorOfOperation(r)
    this.extensions = r.extensions()
    this._signatures = skipVectorOfFixedBytes65(r)
    this._operation_results = skipVectorOfOperationResult(r)
    this._r = r
  }

  get signatures(): readonly string[] {
    return viewVectorOfFixedBytes65(this._r.at(this._signatures))
  }

  get operation_results(): readonly types.OperationResult[] {
    return viewVectorOfOperationResult(this._r.at(this._operation_results))
  }
}
furnish(ProcessedTransactionView, 'processed_transaction')

export class BlockHeaderView implements types.BlockHeader {
  declare readonly _previous: number
  declare readonly timestamp: number
  declare readonly _witness: number
  declare readonly _transaction_merkle_root: number
  declare readonly extensions: FutureExtensions
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._previous = r.take(20)
    this.timestamp = r.uint32()
    this._witness = r.instance()
    this._transaction_merkle_root = r.take(20)
    this.extensions = r.extensions()
    this._r = r
  }

  get previous(): string {
    return this._r.at(this._previous).hex(20)
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this._witness)
  }

  get transaction_merkle_root(): string {
    return this._r.at(this._transaction_merkle_root).hex(20)
  }
}
furnish(BlockHeaderView, 'block_header')

export class SignedBlockHeaderView implements types.SignedBlockHeader {
  declare readonly _previous: number
  declare readonly timestamp: number
  declare readonly _witness: number
  declare readonly _transaction_merkle_root: number
  declare readonly extensions: FutureExtensions
  declare readonly _witness_signature: number
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._previous = r.take(20)
    this.timestamp = r.uint32()
    this._witness = r.instance()
    this._transaction_merkle_root = r.take(20)
    this.extensions = r.extensions()
    this._witness_signature = r.take(65)
    this._r = r
  }

  get previous(): string {
    return this._r.at(this._previous).hex(20)
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this._witness)
  }

  get transaction_merkle_root(): string {
    return this._r.at(this._transaction_merkle_root).hex(20)
  }

  get witness_signature(): string {
    return this._r.at(this._witness_signature).hex(65)
  }
}
furnish(SignedBlockHeaderView, 'signed_block_header')

export class SignedBlockView implements types.SignedBlock {
  declare readonly _previous: number
  declare readonly timestamp: number
  declare readonly _witness: number
  declare readonly _transaction_merkle_root: number
  declare readonly extensions: FutureExtensions
  declare readonly _witness_signature: number
  declare readonly transactions: readonly types.ProcessedTransaction[]
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    this._previous = r.take(20)
    this.timestamp = r.uint32()
    this._witness = r.instance()
    this._transaction_merkle_root = r.take(20)
    this.extensions = r.extensions()
    this._witness_signature = r.take(65)
    this.transactions = decodeVectorOfProcessedTransaction(r)
    this._r = r
  }

  get previous(): string {
    return this._r.at(this._previous).hex(20)
  }

  get witness(): ObjectId<1, 6> {
    return objectIdToText(1, 6, this._witness)
  }

  get transaction_merkle_root(): string {
    return this._r.at(this._transaction_merkle_root).hex(20)
  }

  get witness_signature(): string {
    return this._r.at(this._witness_signature).hex(65)
  }
}
furnish(SignedBlockView, 'signed_block')

export class AdditionalAssetOptionsView implements types.AdditionalAssetOptions {
  declare readonly reward_percent: number | undefined
  declare readonly _whitelist_market_fee_sharing: number | undefined
  declare readonly taker_fee_percent: number | undefined
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    let reward_percent: number | undefined
    let _whitelist_market_fee_sharing: number | undefined
    let taker_fee_percent: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 3)
      switch (index) {
        case 0:
          reward_percent = r.uint16()
          break
        case 1:
          _whitelist_market_fee_sharing = skipSetOfAccountId(r)
          break
        case 2:
          taker_fee_percent = r.uint16()
          break
      }
    }
    this.reward_percent = reward_percent
    this._whitelist_market_fee_sharing = _whitelist_market_fee_sharing
    this.taker_fee_percent = taker_fee_percent
    this._r = r
  }

  get whitelist_market_fee_sharing(): readonly ObjectId<1, 2>[] | undefined {
    return this._whitelist_market_fee_sharing === undefined
      ? undefined
      : viewSetOfAccountId(this._r.at(this._whitelist_market_fee_sharing))
  }
}
furnish(AdditionalAssetOptionsView, 'additional_asset_options')
const noAdditionalAssetOptions = Object.freeze(
  new AdditionalAssetOptionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeAdditionalAssetOptions(r: ChainReader): types.AdditionalAssetOptions {
  return r.passZero() ? noAdditionalAssetOptions : new AdditionalAssetOptionsView(r)
}

export class BitassetOptionsExtensionsView implements types.BitassetOptionsExtensions {
  declare readonly initial_collateral_ratio: number | undefined
  declare readonly maintenance_collateral_ratio: number | undefined
  declare readonly maximum_short_squeeze_ratio: number | undefined
  declare readonly margin_call_fee_ratio: number | undefined
  declare readonly force_settle_fee_percent: number | undefined
  declare readonly black_swan_response_method: number | undefined

  constructor(r: ChainReader) {
    let initial_collateral_ratio: number | undefined
    let maintenance_collateral_ratio: number | undefined
    let maximum_short_squeeze_ratio: number | undefined
    let margin_call_fee_ratio: number | undefined
    let force_settle_fee_percent: number | undefined
    let black_swan_response_method: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 6)
      switch (index) {
        case 0:
          initial_collateral_ratio = r.uint16()
          break
        case 1:
          maintenance_collateral_ratio = r.uint16()
          break
        case 2:
          maximum_short_squeeze_ratio = r.uint16()
          break
        case 3:
          margin_call_fee_ratio = r.uint16()
          break
        case 4:
          force_settle_fee_percent = r.uint16()
          break
        case 5:
          black_swan_response_method = r.uint8()
          break
      }
    }
    this.initial_collateral_ratio = initial_collateral_ratio
    this.maintenance_collateral_ratio = maintenance_collateral_ratio
    this.maximum_short_squeeze_ratio = maximum_short_squeeze_ratio
    this.margin_call_fee_ratio = margin_call_fee_ratio
    this.force_settle_fee_percent = force_settle_fee_percent
    this.black_swan_response_method = black_swan_response_method
  }
}
furnish(BitassetOptionsExtensionsView, 'bitasset_options::ext')
const noBitassetOptionsExtensions = Object.freeze(
  new BitassetOptionsExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeBitassetOptionsExtensions(r: ChainReader): types.BitassetOptionsExtensions {
  return r.passZero() ? noBitassetOptionsExtensions : new BitassetOptionsExtensionsView(r)
}

export class ChainParametersExtensionsView implements types.ChainParametersExtensions {
  declare readonly updatable_htlc_options: types.HtlcOptions | undefined
  declare readonly custom_authority_options: types.CustomAuthorityOptionsType | undefined
  declare readonly market_fee_network_percent: number | undefined
  declare readonly maker_fee_discount_percent: number | undefined

  constructor(r: ChainReader) {
    let updatable_htlc_options: types.HtlcOptions | undefined
    let custom_authority_options: types.CustomAuthorityOptionsType | undefined
    let market_fee_network_percent: number | undefined
    let maker_fee_discount_percent: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 4)
      switch (index) {
        case 0:
          updatable_htlc_options = new HtlcOptionsView(r)
          break
        case 1:
          custom_authority_options = new CustomAuthorityOptionsTypeView(r)
          break
        case 2:
          market_fee_network_percent = r.uint16()
          break
        case 3:
          maker_fee_discount_percent = r.uint16()
          break
      }
    }
    this.updatable_htlc_options = updatable_htlc_options
    this.custom_authority_options = custom_authority_options
    this.market_fee_network_percent = market_fee_network_percent
    this.maker_fee_discount_percent = maker_fee_discount_percent
  }
}
furnish(ChainParametersExtensionsView, 'chain_parameters::ext')
const noChainParametersExtensions = Object.freeze(
  new ChainParametersExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeChainParametersExtensions(r: ChainReader): types.ChainParametersExtensions {
  return r.passZero() ? noChainParametersExtensions : new ChainParametersExtensionsView(r)
}

export class LimitOrderCreateOperationExtensionsView implements types.LimitOrderCreateOperationExtensions {
  declare readonly on_fill: readonly types.LimitOrderAutoAction[] | undefined

  constructor(r: ChainReader) {
    let on_fill: readonly types.LimitOrderAutoAction[] | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 1)
      switch (index) {
        case 0:
          on_fill = decodeVectorOfLimitOrderAutoAction(r)
          break
      }
    }
    this.on_fill = on_fill
  }
}
furnish(LimitOrderCreateOperationExtensionsView, 'limit_order_create_operation::options_type')
const noLimitOrderCreateOperationExtensions = Object.freeze(
  new LimitOrderCreateOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeLimitOrderCreateOperationExtensions(
  r: ChainReader,
): types.LimitOrderCreateOperationExtensions {
  return r.passZero() ? noLimitOrderCreateOperationExtensions : new LimitOrderCreateOperationExtensionsView(r)
}

export class CallOrderUpdateOperationExtensionsView implements types.CallOrderUpdateOperationExtensions {
  declare readonly target_collateral_ratio: number | undefined

  constructor(r: ChainReader) {
    let target_collateral_ratio: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 1)
      switch (index) {
        case 0:
          target_collateral_ratio = r.uint16()
          break
      }
    }
    this.target_collateral_ratio = target_collateral_ratio
  }
}
furnish(CallOrderUpdateOperationExtensionsView, 'call_order_update_operation::options_type')
const noCallOrderUpdateOperationExtensions = Object.freeze(
  new CallOrderUpdateOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeCallOrderUpdateOperationExtensions(
  r: ChainReader,
): types.CallOrderUpdateOperationExtensions {
  return r.passZero() ? noCallOrderUpdateOperationExtensions : new CallOrderUpdateOperationExtensionsView(r)
}

export class AccountCreateOperationExtensionsView implements types.AccountCreateOperationExtensions {
  declare readonly null_ext: types.VoidT | undefined
  declare readonly owner_special_authority: types.SpecialAuthority | undefined
  declare readonly active_special_authority: types.SpecialAuthority | undefined
  declare readonly buyback_options: types.BuybackAccountOptions | undefined

  constructor(r: ChainReader) {
    let null_ext: types.VoidT | undefined
    let owner_special_authority: types.SpecialAuthority | undefined
    let active_special_authority: types.SpecialAuthority | undefined
    let buyback_options: types.BuybackAccountOptions | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 4)
      switch (index) {
        case 0:
          null_ext = NOTHING
          break
        case 1:
          owner_special_authority = decodeSpecialAuthority(r)
          break
        case 2:
          active_special_authority = decodeSpecialAuthority(r)
          break
        case 3:
          buyback_options = new BuybackAccountOptionsView(r)
          break
      }
    }
    this.null_ext = null_ext
    this.owner_special_authority = owner_special_authority
    this.active_special_authority = active_special_authority
    this.buyback_options = buyback_options
  }
}
furnish(AccountCreateOperationExtensionsView, 'account_create_operation::ext')
const noAccountCreateOperationExtensions = Object.freeze(
  new AccountCreateOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeAccountCreateOperationExtensions(
  r: ChainReader,
): types.AccountCreateOperationExtensions {
  return r.passZero() ? noAccountCreateOperationExtensions : new AccountCreateOperationExtensionsView(r)
}

export class AccountUpdateOperationExtensionsView implements types.AccountUpdateOperationExtensions {
  declare readonly null_ext: types.VoidT | undefined
  declare readonly owner_special_authority: types.SpecialAuthority | undefined
  declare readonly active_special_authority: types.SpecialAuthority | undefined

  constructor(r: ChainReader) {
    let null_ext: types.VoidT | undefined
    let owner_special_authority: types.SpecialAuthority | undefined
    let active_special_authority: types.SpecialAuthority | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 3)
      switch (index) {
        case 0:
          null_ext = NOTHING
          break
        case 1:
          owner_special_authority = decodeSpecialAuthority(r)
          break
        case 2:
          active_special_authority = decodeSpecialAuthority(r)
          break
      }
    }
    this.null_ext = null_ext
    this.owner_special_authority = owner_special_authority
    this.active_special_authority = active_special_authority
  }
}
furnish(AccountUpdateOperationExtensionsView, 'account_update_operation::ext')
const noAccountUpdateOperationExtensions = Object.freeze(
  new AccountUpdateOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeAccountUpdateOperationExtensions(
  r: ChainReader,
): types.AccountUpdateOperationExtensions {
  return r.passZero() ? noAccountUpdateOperationExtensions : new AccountUpdateOperationExtensionsView(r)
}

export class AssetUpdateOperationExtensionsView implements types.AssetUpdateOperationExtensions {
  declare readonly new_precision: number | undefined
  declare readonly skip_core_exchange_rate: boolean | undefined

  constructor(r: ChainReader) {
    let new_precision: number | undefined
    let skip_core_exchange_rate: boolean | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 2)
      switch (index) {
        case 0:
          new_precision = r.uint8()
          break
        case 1:
          skip_core_exchange_rate = r.bool()
          break
      }
    }
    this.new_precision = new_precision
    this.skip_core_exchange_rate = skip_core_exchange_rate
  }
}
furnish(AssetUpdateOperationExtensionsView, 'asset_update_operation::ext')
const noAssetUpdateOperationExtensions = Object.freeze(
  new AssetUpdateOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeAssetUpdateOperationExtensions(r: ChainReader): types.AssetUpdateOperationExtensions {
  return r.passZero() ? noAssetUpdateOperationExtensions : new AssetUpdateOperationExtensionsView(r)
}

export class AssetPublishFeedOperationExtensionsView implements types.AssetPublishFeedOperationExtensions {
  declare readonly initial_collateral_ratio: number | undefined

  constructor(r: ChainReader) {
    let initial_collateral_ratio: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 1)
      switch (index) {
        case 0:
          initial_collateral_ratio = r.uint16()
          break
      }
    }
    this.initial_collateral_ratio = initial_collateral_ratio
  }
}
furnish(AssetPublishFeedOperationExtensionsView, 'asset_publish_feed_operation::ext')
const noAssetPublishFeedOperationExtensions = Object.freeze(
  new AssetPublishFeedOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeAssetPublishFeedOperationExtensions(
  r: ChainReader,
): types.AssetPublishFeedOperationExtensions {
  return r.passZero() ? noAssetPublishFeedOperationExtensions : new AssetPublishFeedOperationExtensionsView(r)
}

export class AssetClaimFeesOperationExtensionsView implements types.AssetClaimFeesOperationExtensions {
  declare readonly _claim_from_asset_id: number | undefined

  constructor(r: ChainReader) {
    let _claim_from_asset_id: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 1)
      switch (index) {
        case 0:
          _claim_from_asset_id = r.instance()
          break
      }
    }
    this._claim_from_asset_id = _claim_from_asset_id
  }

  get claim_from_asset_id(): ObjectId<1, 3> | undefined {
    return this._claim_from_asset_id === undefined
      ? undefined
      : objectIdToText(1, 3, this._claim_from_asset_id)
  }
}
furnish(AssetClaimFeesOperationExtensionsView, 'asset_claim_fees_operation::additional_options_type')
const noAssetClaimFeesOperationExtensions = Object.freeze(
  new AssetClaimFeesOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeAssetClaimFeesOperationExtensions(
  r: ChainReader,
): types.AssetClaimFeesOperationExtensions {
  return r.passZero() ? noAssetClaimFeesOperationExtensions : new AssetClaimFeesOperationExtensionsView(r)
}

export class HtlcCreateOperationExtensionsView implements types.HtlcCreateOperationExtensions {
  declare readonly memo: types.MemoData | undefined

  constructor(r: ChainReader) {
    let memo: types.MemoData | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 1)
      switch (index) {
        case 0:
          memo = new MemoDataView(r)
          break
      }
    }
    this.memo = memo
  }
}
furnish(HtlcCreateOperationExtensionsView, 'htlc_create_operation::additional_options_type')
const noHtlcCreateOperationExtensions = Object.freeze(
  new HtlcCreateOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeHtlcCreateOperationExtensions(r: ChainReader): types.HtlcCreateOperationExtensions {
  return r.passZero() ? noHtlcCreateOperationExtensions : new HtlcCreateOperationExtensionsView(r)
}

export class CreditOfferAcceptOperationExtensionsView implements types.CreditOfferAcceptOperationExtensions {
  declare readonly auto_repay: number | undefined

  constructor(r: ChainReader) {
    let auto_repay: number | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 1)
      switch (index) {
        case 0:
          auto_repay = r.uint8()
          break
      }
    }
    this.auto_repay = auto_repay
  }
}
furnish(CreditOfferAcceptOperationExtensionsView, 'credit_offer_accept_operation::ext')
const noCreditOfferAcceptOperationExtensions = Object.freeze(
  new CreditOfferAcceptOperationExtensionsView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeCreditOfferAcceptOperationExtensions(
  r: ChainReader,
): types.CreditOfferAcceptOperationExtensions {
  return r.passZero()
    ? noCreditOfferAcceptOperationExtensions
    : new CreditOfferAcceptOperationExtensionsView(r)
}

export class ExtendableOperationResultDtlView implements types.ExtendableOperationResultDtl {
  declare readonly _impacted_accounts: number | undefined
  declare readonly _new_objects: number | undefined
  declare readonly _updated_objects: number | undefined
  declare readonly _removed_objects: number | undefined
  declare readonly paid: readonly types.Asset[] | undefined
  declare readonly received: readonly types.Asset[] | undefined
  declare readonly fees: readonly types.Asset[] | undefined
  declare readonly _r: ChainReader

  constructor(r: ChainReader) {
    let _impacted_accounts: number | undefined
    let _new_objects: number | undefined
    let _updated_objects: number | undefined
    let _removed_objects: number | undefined
    let paid: readonly types.Asset[] | undefined
    let received: readonly types.Asset[] | undefined
    let fees: readonly types.Asset[] | undefined
    let index = -1
    for (let left = r.count(1); left > 0; left -= 1) {
      index = r.memberAfter(index, 7)
      switch (index) {
        case 0:
          _impacted_accounts = skipSetOfAccountId(r)
          break
        case 1:
          _new_objects = skipSetOfObjectId(r)
          break
        case 2:
          _updated_objects = skipSetOfObjectId(r)
          break
        case 3:
          _removed_objects = skipSetOfObjectId(r)
          break
        case 4:
          paid = decodeVectorOfAsset(r)
          break
        case 5:
          received = decodeVectorOfAsset(r)
          break
        case 6:
          fees = decodeVectorOfAsset(r)
          break
      }
    }
    this._impacted_accounts = _impacted_accounts
    this._new_objects = _new_objects
    this._updated_objects = _updated_objects
    this._removed_objects = _removed_objects
    this.paid = paid
    this.received = received
    this.fees = fees
    this._r = r
  }

  get impacted_accounts(): readonly ObjectId<1, 2>[] | undefined {
    return this._impacted_accounts === undefined
      ? undefined
      : viewSetOfAccountId(this._r.at(this._impacted_accounts))
  }

  get new_objects(): readonly ObjectId[] | undefined {
    return this._new_objects === undefined ? undefined : viewSetOfObjectId(this._r.at(this._new_objects))
  }

  get updated_objects(): readonly ObjectId[] | undefined {
    return this._updated_objects === undefined
      ? undefined
      : viewSetOfObjectId(this._r.at(this._updated_objects))
  }

  get removed_objects(): readonly ObjectId[] | undefined {
    return this._removed_objects === undefined
      ? undefined
      : viewSetOfObjectId(this._r.at(this._removed_objects))
  }
}
furnish(ExtendableOperationResultDtlView, 'extendable_operation_result_dtl')
const noExtendableOperationResultDtl = Object.freeze(
  new ExtendableOperationResultDtlView(new ChainReader(new Uint8Array(1), 0, 1, '')),
)

export function decodeExtendableOperationResultDtl(r: ChainReader): types.ExtendableOperationResultDtl {
  return r.passZero() ? noExtendableOperationResultDtl : new ExtendableOperationResultDtlView(r)
}

export function skipSetOfVoteId(r: ChainReader): number {
  return skipSet(r, 4, 1, byUint32, (r) => r.take(4))
}

export function viewSetOfVoteId(r: ChainReader): readonly VoteId[] {
  return viewSet(r, byUint32, (r) => r.voteId())
}

export function skipSetOfAccountId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfAssetId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function viewSetOfAccountId(r: ChainReader): readonly ObjectId<1, 2>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 2))
}

export function viewSetOfAssetId(r: ChainReader): readonly ObjectId<1, 3>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 3))
}

export function skipPairOfAccountIdAndUint16(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.take(2)
  return at
}

export function skipMapOfAccountIdToUint16(r: ChainReader): number {
  return skipSet(r, 3, 2, byVarint, skipPairOfAccountIdAndUint16)
}

export function skipPairOfPublicKeyAndUint16(r: ChainReader): number {
  const at = r.offset
  r.take(33)
  r.take(2)
  return at
}

export function skipMapOfPublicKeyToUint16(r: ChainReader): number {
  return skipSet(r, 35, 2, byAddressOfKey, skipPairOfPublicKeyAndUint16)
}

export function skipPairOfAddressAndUint16(r: ChainReader): number {
  const at = r.offset
  r.take(20)
  r.take(2)
  return at
}

export function skipMapOfAddressToUint16(r: ChainReader): number {
  return skipSet(r, 22, 2, byBytes20, skipPairOfAddressAndUint16)
}

export function viewMapOfAccountIdToUint16(r: ChainReader): readonly (readonly [ObjectId<1, 2>, number])[] {
  return viewMap(
    r,
    byVarint,
    (r) => r.objectId(1, 2),
    (r) => r.uint16(),
  )
}

export function viewMapOfPublicKeyToUint16(r: ChainReader): readonly (readonly [string, number])[] {
  return viewMap(
    r,
    byAddressOfKey,
    (r) => r.publicKey(),
    (r) => r.uint16(),
  )
}

export function viewMapOfAddressToUint16(r: ChainReader): readonly (readonly [string, number])[] {
  return viewMap(
    r,
    byBytes20,
    (r) => r.address(),
    (r) => r.uint16(),
  )
}

export function skipTransferOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipLimitOrderCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLimitOrderCancelOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCallOrderUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipFillOrderOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipAccountCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(8)
  r.take(4)
  return at
}

export function skipAccountUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipAccountWhitelistOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAccountUpgradeOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(8)
  return at
}

export function skipAccountTransferOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(8)
  r.take(8)
  r.take(4)
  return at
}

export function skipAssetUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipAssetUpdateBitassetOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetUpdateFeedProducersOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetIssueOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipAssetReserveOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetFundFeePoolOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetSettleOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetGlobalSettleOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetPublishFeedOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipWitnessCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipWitnessUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipProposalCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipProposalUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipProposalDeleteOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipWithdrawPermissionCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipWithdrawPermissionUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipWithdrawPermissionClaimOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipWithdrawPermissionDeleteOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCommitteeMemberCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCommitteeMemberUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCommitteeMemberUpdateGlobalParametersOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipVestingBalanceCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipVestingBalanceWithdrawOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipWorkerCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCustomOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipAssertOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipBalanceClaimOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipOverrideTransferOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipTransferToBlindOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipBlindTransferOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipTransferFromBlindOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetSettleCancelOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipAssetClaimFeesOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipFbaDistributeOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipBidCollateralOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipExecuteBidOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipAssetClaimPoolOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipAssetUpdateIssuerOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipHtlcCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(8)
  return at
}

export function skipHtlcRedeemOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(8)
  return at
}

export function skipHtlcRedeemedOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipHtlcExtendOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(8)
  return at
}

export function skipHtlcRefundOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipCustomAuthorityCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipCustomAuthorityUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipCustomAuthorityDeleteOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipTicketCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipTicketUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLiquidityPoolCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLiquidityPoolDeleteOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLiquidityPoolDepositOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLiquidityPoolWithdrawOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLiquidityPoolExchangeOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipSametFundCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipSametFundDeleteOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipSametFundUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipSametFundBorrowOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipSametFundRepayOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCreditOfferCreateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipCreditOfferDeleteOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCreditOfferUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(4)
  return at
}

export function skipCreditOfferAcceptOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCreditDealRepayOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCreditDealExpiredOperationFeeParameters(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipLiquidityPoolUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipCreditDealUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipLimitOrderUpdateOperationFeeParameters(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  return at
}

export function skipFeeParameters(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(78, 'fee_parameters')) {
    case 0:
      skipTransferOperationFeeParameters(r)
      break
    case 1:
      skipLimitOrderCreateOperationFeeParameters(r)
      break
    case 2:
      skipLimitOrderCancelOperationFeeParameters(r)
      break
    case 3:
      skipCallOrderUpdateOperationFeeParameters(r)
      break
    case 4:
      skipFillOrderOperationFeeParameters(r)
      break
    case 5:
      skipAccountCreateOperationFeeParameters(r)
      break
    case 6:
      skipAccountUpdateOperationFeeParameters(r)
      break
    case 7:
      skipAccountWhitelistOperationFeeParameters(r)
      break
    case 8:
      skipAccountUpgradeOperationFeeParameters(r)
      break
    case 9:
      skipAccountTransferOperationFeeParameters(r)
      break
    case 10:
      skipAssetCreateOperationFeeParameters(r)
      break
    case 11:
      skipAssetUpdateOperationFeeParameters(r)
      break
    case 12:
      skipAssetUpdateBitassetOperationFeeParameters(r)
      break
    case 13:
      skipAssetUpdateFeedProducersOperationFeeParameters(r)
      break
    case 14:
      skipAssetIssueOperationFeeParameters(r)
      break
    case 15:
      skipAssetReserveOperationFeeParameters(r)
      break
    case 16:
      skipAssetFundFeePoolOperationFeeParameters(r)
      break
    case 17:
      skipAssetSettleOperationFeeParameters(r)
      break
    case 18:
      skipAssetGlobalSettleOperationFeeParameters(r)
      break
    case 19:
      skipAssetPublishFeedOperationFeeParameters(r)
      break
    case 20:
      skipWitnessCreateOperationFeeParameters(r)
      break
    case 21:
      skipWitnessUpdateOperationFeeParameters(r)
      break
    case 22:
      skipProposalCreateOperationFeeParameters(r)
      break
    case 23:
      skipProposalUpdateOperationFeeParameters(r)
      break
    case 24:
      skipProposalDeleteOperationFeeParameters(r)
      break
    case 25:
      skipWithdrawPermissionCreateOperationFeeParameters(r)
      break
    case 26:
      skipWithdrawPermissionUpdateOperationFeeParameters(r)
      break
    case 27:
      skipWithdrawPermissionClaimOperationFeeParameters(r)
      break
    case 28:
      skipWithdrawPermissionDeleteOperationFeeParameters(r)
      break
    case 29:
      skipCommitteeMemberCreateOperationFeeParameters(r)
      break
    case 30:
      skipCommitteeMemberUpdateOperationFeeParameters(r)
      break
    case 31:
      skipCommitteeMemberUpdateGlobalParametersOperationFeeParameters(r)
      break
    case 32:
      skipVestingBalanceCreateOperationFeeParameters(r)
      break
    case 33:
      skipVestingBalanceWithdrawOperationFeeParameters(r)
      break
    case 34:
      skipWorkerCreateOperationFeeParameters(r)
      break
    case 35:
      skipCustomOperationFeeParameters(r)
      break
    case 36:
      skipAssertOperationFeeParameters(r)
      break
    case 37:
      skipBalanceClaimOperationFeeParameters(r)
      break
    case 38:
      skipOverrideTransferOperationFeeParameters(r)
      break
    case 39:
      skipTransferToBlindOperationFeeParameters(r)
      break
    case 40:
      skipBlindTransferOperationFeeParameters(r)
      break
    case 41:
      skipTransferFromBlindOperationFeeParameters(r)
      break
    case 42:
      skipAssetSettleCancelOperationFeeParameters(r)
      break
    case 43:
      skipAssetClaimFeesOperationFeeParameters(r)
      break
    case 44:
      skipFbaDistributeOperationFeeParameters(r)
      break
    case 45:
      skipBidCollateralOperationFeeParameters(r)
      break
    case 46:
      skipExecuteBidOperationFeeParameters(r)
      break
    case 47:
      skipAssetClaimPoolOperationFeeParameters(r)
      break
    case 48:
      skipAssetUpdateIssuerOperationFeeParameters(r)
      break
    case 49:
      skipHtlcCreateOperationFeeParameters(r)
      break
    case 50:
      skipHtlcRedeemOperationFeeParameters(r)
      break
    case 51:
      skipHtlcRedeemedOperationFeeParameters(r)
      break
    case 52:
      skipHtlcExtendOperationFeeParameters(r)
      break
    case 53:
      skipHtlcRefundOperationFeeParameters(r)
      break
    case 54:
      skipCustomAuthorityCreateOperationFeeParameters(r)
      break
    case 55:
      skipCustomAuthorityUpdateOperationFeeParameters(r)
      break
    case 56:
      skipCustomAuthorityDeleteOperationFeeParameters(r)
      break
    case 57:
      skipTicketCreateOperationFeeParameters(r)
      break
    case 58:
      skipTicketUpdateOperationFeeParameters(r)
      break
    case 59:
      skipLiquidityPoolCreateOperationFeeParameters(r)
      break
    case 60:
      skipLiquidityPoolDeleteOperationFeeParameters(r)
      break
    case 61:
      skipLiquidityPoolDepositOperationFeeParameters(r)
      break
    case 62:
      skipLiquidityPoolWithdrawOperationFeeParameters(r)
      break
    case 63:
      skipLiquidityPoolExchangeOperationFeeParameters(r)
      break
    case 64:
      skipSametFundCreateOperationFeeParameters(r)
      break
    case 65:
      skipSametFundDeleteOperationFeeParameters(r)
      break
    case 66:
      skipSametFundUpdateOperationFeeParameters(r)
      break
    case 67:
      skipSametFundBorrowOperationFeeParameters(r)
      break
    case 68:
      skipSametFundRepayOperationFeeParameters(r)
      break
    case 69:
      skipCreditOfferCreateOperationFeeParameters(r)
      break
    case 70:
      skipCreditOfferDeleteOperationFeeParameters(r)
      break
    case 71:
      skipCreditOfferUpdateOperationFeeParameters(r)
      break
    case 72:
      skipCreditOfferAcceptOperationFeeParameters(r)
      break
    case 73:
      skipCreditDealRepayOperationFeeParameters(r)
      break
    case 74:
      skipCreditDealExpiredOperationFeeParameters(r)
      break
    case 75:
      skipLiquidityPoolUpdateOperationFeeParameters(r)
      break
    case 76:
      skipCreditDealUpdateOperationFeeParameters(r)
      break
    case 77:
      skipLimitOrderUpdateOperationFeeParameters(r)
      break
  }
  return at
}

export function skipSetOfFeeParameters(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, skipFeeParameters)
}

export function decodeFeeParameters(r: ChainReader): types.FeeParameters {
  switch (r.tag(78, 'fee_parameters')) {
    case 0:
      return [0, new TransferOperationFeeParametersView(r)]
    case 1:
      return [1, new LimitOrderCreateOperationFeeParametersView(r)]
    case 2:
      return [2, new LimitOrderCancelOperationFeeParametersView(r)]
    case 3:
      return [3, new CallOrderUpdateOperationFeeParametersView(r)]
    case 4:
      return [4, NOTHING]
    case 5:
      return [5, new AccountCreateOperationFeeParametersView(r)]
    case 6:
      return [6, new AccountUpdateOperationFeeParametersView(r)]
    case 7:
      return [7, new AccountWhitelistOperationFeeParametersView(r)]
    case 8:
      return [8, new AccountUpgradeOperationFeeParametersView(r)]
    case 9:
      return [9, new AccountTransferOperationFeeParametersView(r)]
    case 10:
      return [10, new AssetCreateOperationFeeParametersView(r)]
    case 11:
      return [11, new AssetUpdateOperationFeeParametersView(r)]
    case 12:
      return [12, new AssetUpdateBitassetOperationFeeParametersView(r)]
    case 13:
      return [13, new AssetUpdateFeedProducersOperationFeeParametersView(r)]
    case 14:
      return [14, new AssetIssueOperationFeeParametersView(r)]
    case 15:
      return [15, new AssetReserveOperationFeeParametersView(r)]
    case 16:
      return [16, new AssetFundFeePoolOperationFeeParametersView(r)]
    case 17:
      return [17, new AssetSettleOperationFeeParametersView(r)]
    case 18:
      return [18, new AssetGlobalSettleOperationFeeParametersView(r)]
    case 19:
      return [19, new AssetPublishFeedOperationFeeParametersView(r)]
    case 20:
      return [20, new WitnessCreateOperationFeeParametersView(r)]
    case 21:
      return [21, new WitnessUpdateOperationFeeParametersView(r)]
    case 22:
      return [22, new ProposalCreateOperationFeeParametersView(r)]
    case 23:
      return [23, new ProposalUpdateOperationFeeParametersView(r)]
    case 24:
      return [24, new ProposalDeleteOperationFeeParametersView(r)]
    case 25:
      return [25, new WithdrawPermissionCreateOperationFeeParametersView(r)]
    case 26:
      return [26, new WithdrawPermissionUpdateOperationFeeParametersView(r)]
    case 27:
      return [27, new WithdrawPermissionClaimOperationFeeParametersView(r)]
    case 28:
      return [28, new WithdrawPermissionDeleteOperationFeeParametersView(r)]
    case 29:
      return [29, new CommitteeMemberCreateOperationFeeParametersView(r)]
    case 30:
      return [30, new CommitteeMemberUpdateOperationFeeParametersView(r)]
    case 31:
      return [31, new CommitteeMemberUpdateGlobalParametersOperationFeeParametersView(r)]
    case 32:
      return [32, new VestingBalanceCreateOperationFeeParametersView(r)]
    case 33:
      return [33, new VestingBalanceWithdrawOperationFeeParametersView(r)]
    case 34:
      return [34, new WorkerCreateOperationFeeParametersView(r)]
    case 35:
      return [35, new CustomOperationFeeParametersView(r)]
    case 36:
      return [36, new AssertOperationFeeParametersView(r)]
    case 37:
      return [37, NOTHING]
    case 38:
      return [38, new OverrideTransferOperationFeeParametersView(r)]
    case 39:
      return [39, new TransferToBlindOperationFeeParametersView(r)]
    case 40:
      return [40, new BlindTransferOperationFeeParametersView(r)]
    case 41:
      return [41, new TransferFromBlindOperationFeeParametersView(r)]
    case 42:
      return [42, NOTHING]
    case 43:
      return [43, new AssetClaimFeesOperationFeeParametersView(r)]
    case 44:
      return [44, NOTHING]
    case 45:
      return [45, new BidCollateralOperationFeeParametersView(r)]
    case 46:
      return [46, NOTHING]
    case 47:
      return [47, new AssetClaimPoolOperationFeeParametersView(r)]
    case 48:
      return [48, new AssetUpdateIssuerOperationFeeParametersView(r)]
    case 49:
      return [49, new HtlcCreateOperationFeeParametersView(r)]
    case 50:
      return [50, new HtlcRedeemOperationFeeParametersView(r)]
    case 51:
      return [51, NOTHING]
    case 52:
      return [52, new HtlcExtendOperationFeeParametersView(r)]
    case 53:
      return [53, NOTHING]
    case 54:
      return [54, new CustomAuthorityCreateOperationFeeParametersView(r)]
    case 55:
      return [55, new CustomAuthorityUpdateOperationFeeParametersView(r)]
    case 56:
      return [56, new CustomAuthorityDeleteOperationFeeParametersView(r)]
    case 57:
      return [57, new TicketCreateOperationFeeParametersView(r)]
    case 58:
      return [58, new TicketUpdateOperationFeeParametersView(r)]
    case 59:
      return [59, new LiquidityPoolCreateOperationFeeParametersView(r)]
    case 60:
      return [60, new LiquidityPoolDeleteOperationFeeParametersView(r)]
    case 61:
      return [61, new LiquidityPoolDepositOperationFeeParametersView(r)]
    case 62:
      return [62, new LiquidityPoolWithdrawOperationFeeParametersView(r)]
    case 63:
      return [63, new LiquidityPoolExchangeOperationFeeParametersView(r)]
    case 64:
      return [64, new SametFundCreateOperationFeeParametersView(r)]
    case 65:
      return [65, new SametFundDeleteOperationFeeParametersView(r)]
    case 66:
      return [66, new SametFundUpdateOperationFeeParametersView(r)]
    case 67:
      return [67, new SametFundBorrowOperationFeeParametersView(r)]
    case 68:
      return [68, new SametFundRepayOperationFeeParametersView(r)]
    case 69:
      return [69, new CreditOfferCreateOperationFeeParametersView(r)]
    case 70:
      return [70, new CreditOfferDeleteOperationFeeParametersView(r)]
    case 71:
      return [71, new CreditOfferUpdateOperationFeeParametersView(r)]
    case 72:
      return [72, new CreditOfferAcceptOperationFeeParametersView(r)]
    case 73:
      return [73, new CreditDealRepayOperationFeeParametersView(r)]
    case 74:
      return [74, NOTHING]
    case 75:
      return [75, new LiquidityPoolUpdateOperationFeeParametersView(r)]
    case 76:
      return [76, new CreditDealUpdateOperationFeeParametersView(r)]
    default:
      return [77, new LimitOrderUpdateOperationFeeParametersView(r)]
  }
}

export function viewSetOfFeeParameters(r: ChainReader): readonly types.FeeParameters[] {
  return viewSet(r, byVarint, (r) => decodeFeeParameters(r))
}

export function decodeVectorOfAsset(r: ChainReader): readonly types.Asset[] {
  const count = r.count(9, undefined, 2)
  if (count === 0) return []
  const elements: types.Asset[] = [new AssetView(r)]
  for (let index = 1; index < count; index += 1) elements.push(new AssetView(r))
  return elements
}

export function skipSetOfObjectId(r: ChainReader): number {
  return skipSet(r, 8, 1, byUint64, (r) => r.take(8))
}

export function viewSetOfObjectId(r: ChainReader): readonly ObjectId[] {
  return viewSet(r, byUint64, (r) => r.anyObjectId())
}

export function decodeOperation(r: ChainReader): types.Operation {
  switch (r.tag(78, 'operation')) {
    case 0:
      return new TransferOperationView(r)
    case 1:
      return new LimitOrderCreateOperationView(r)
    case 2:
      return new LimitOrderCancelOperationView(r)
    case 3:
      return new CallOrderUpdateOperationView(r)
    case 4:
      return new FillOrderOperationView(r)
    case 5:
      return new AccountCreateOperationView(r)
    case 6:
      return new AccountUpdateOperationView(r)
    case 7:
      return new AccountWhitelistOperationView(r)
    case 8:
      return new AccountUpgradeOperationView(r)
    case 9:
      return new AccountTransferOperationView(r)
    case 10:
      return new AssetCreateOperationView(r)
    case 11:
      return new AssetUpdateOperationView(r)
    case 12:
      return new AssetUpdateBitassetOperationView(r)
    case 13:
      return new AssetUpdateFeedProducersOperationView(r)
    case 14:
      return new AssetIssueOperationView(r)
    case 15:
      return new AssetReserveOperationView(r)
    case 16:
      return new AssetFundFeePoolOperationView(r)
    case 17:
      return new AssetSettleOperationView(r)
    case 18:
      return new AssetGlobalSettleOperationView(r)
    case 19:
      return new AssetPublishFeedOperationView(r)
    case 20:
      return new WitnessCreateOperationView(r)
    case 21:
      return new WitnessUpdateOperationView(r)
    case 22:
      return new ProposalCreateOperationView(r)
    case 23:
      return new ProposalUpdateOperationView(r)
    case 24:
      return new ProposalDeleteOperationView(r)
    case 25:
      return new WithdrawPermissionCreateOperationView(r)
    case 26:
      return new WithdrawPermissionUpdateOperationView(r)
    case 27:
      return new WithdrawPermissionClaimOperationView(r)
    case 28:
      return new WithdrawPermissionDeleteOperationView(r)
    case 29:
      return new CommitteeMemberCreateOperationView(r)
    case 30:
      return new CommitteeMemberUpdateOperationView(r)
    case 31:
      return new CommitteeMemberUpdateGlobalParametersOperationView(r)
    case 32:
      return new VestingBalanceCreateOperationView(r)
    case 33:
      return new VestingBalanceWithdrawOperationView(r)
    case 34:
      return new WorkerCreateOperationView(r)
    case 35:
      return new CustomOperationView(r)
    case 36:
      return new AssertOperationView(r)
    case 37:
      return new BalanceClaimOperationView(r)
    case 38:
      return new OverrideTransferOperationView(r)
    case 39:
      return new TransferToBlindOperationView(r)
    case 40:
      return new BlindTransferOperationView(r)
    case 41:
      return new TransferFromBlindOperationView(r)
    case 42:
      return new AssetSettleCancelOperationView(r)
    case 43:
      return new AssetClaimFeesOperationView(r)
    case 44:
      return new FbaDistributeOperationView(r)
    case 45:
      return new BidCollateralOperationView(r)
    case 46:
      return new ExecuteBidOperationView(r)
    case 47:
      return new AssetClaimPoolOperationView(r)
    case 48:
      return new AssetUpdateIssuerOperationView(r)
    case 49:
      return new HtlcCreateOperationView(r)
    case 50:
      return new HtlcRedeemOperationView(r)
    case 51:
      return new HtlcRedeemedOperationView(r)
    case 52:
      return new HtlcExtendOperationView(r)
    case 53:
      return new HtlcRefundOperationView(r)
    case 54:
      return new CustomAuthorityCreateOperationView(r)
    case 55:
      return new CustomAuthorityUpdateOperationView(r)
    case 56:
      return new CustomAuthorityDeleteOperationView(r)
    case 57:
      return new TicketCreateOperationView(r)
    case 58:
      return new TicketUpdateOperationView(r)
    case 59:
      return new LiquidityPoolCreateOperationView(r)
    case 60:
      return new LiquidityPoolDeleteOperationView(r)
    case 61:
      return new LiquidityPoolDepositOperationView(r)
    case 62:
      return new LiquidityPoolWithdrawOperationView(r)
    case 63:
      return new LiquidityPoolExchangeOperationView(r)
    case 64:
      return new SametFundCreateOperationView(r)
    case 65:
      return new SametFundDeleteOperationView(r)
    case 66:
      return new SametFundUpdateOperationView(r)
    case 67:
      return new SametFundBorrowOperationView(r)
    case 68:
      return new SametFundRepayOperationView(r)
    case 69:
      return new CreditOfferCreateOperationView(r)
    case 70:
      return new CreditOfferDeleteOperationView(r)
    case 71:
      return new CreditOfferUpdateOperationView(r)
    case 72:
      return new CreditOfferAcceptOperationView(r)
    case 73:
      return new CreditDealRepayOperationView(r)
    case 74:
      return new CreditDealExpiredOperationView(r)
    case 75:
      return new LiquidityPoolUpdateOperationView(r)
    case 76:
      return new CreditDealUpdateOperationView(r)
    default:
      return new LimitOrderUpdateOperationView(r)
  }
}

export function skipVoidT(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipSetOfBool(r: ChainReader): number {
  return skipSet(r, 1, 1, byBool, (r) => r.bool())
}

export function skipSetOfInt64(r: ChainReader): number {
  return skipSet(r, 8, 1, byInt64, (r) => r.take(8))
}

export function skipSetOfString(r: ChainReader): number {
  return skipSet(r, 1, 1, byText, (r) => r.prefixed())
}

export function skipSetOfTimePointSec(r: ChainReader): number {
  return skipSet(r, 4, 1, byUint32, (r) => r.take(4))
}

export function skipSetOfPublicKey(r: ChainReader): number {
  return skipSet(r, 33, 1, byAddressOfKey, (r) => r.take(33))
}

export function skipSetOfSha256(r: ChainReader): number {
  return skipSet(r, 32, 1, byBytes32, (r) => r.take(32))
}

export function skipSetOfForceSettlementId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfCommitteeMemberId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfWitnessId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfLimitOrderId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfCallOrderId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfCustomId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfProposalId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfWithdrawPermissionId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfVestingBalanceId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfWorkerId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipSetOfBalanceId(r: ChainReader): number {
  return skipSet(r, 1, 1, byVarint, (r) => r.instance())
}

export function skipRestriction(r: ChainReader): number {
  const at = r.offset
  r.enter()
  r.varuint()
  r.varuint()
  skipRestrictionArgument(r)
  r.extensions()
  r.leave()
  return at
}

export function skipVectorOfRestriction(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(4, undefined, 4); left > 0; left -= 1) skipRestriction(r)
  return at
}

export function skipVectorOfVectorOfRestriction(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(1, undefined, 1); left > 0; left -= 1) skipVectorOfRestriction(r)
  return at
}

export function skipPairOfInt64AndVectorOfRestriction(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  skipVectorOfRestriction(r)
  return at
}

export function skipRestrictionArgument(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(42, 'restriction_argument')) {
    case 0:
      skipVoidT(r)
      break
    case 1:
      r.bool()
      break
    case 2:
      r.take(8)
      break
    case 3:
      r.prefixed()
      break
    case 4:
      r.take(4)
      break
    case 5:
      r.take(33)
      break
    case 6:
      r.take(32)
      break
    case 7:
      r.instance()
      break
    case 8:
      r.instance()
      break
    case 9:
      r.instance()
      break
    case 10:
      r.instance()
      break
    case 11:
      r.instance()
      break
    case 12:
      r.instance()
      break
    case 13:
      r.instance()
      break
    case 14:
      r.instance()
      break
    case 15:
      r.instance()
      break
    case 16:
      r.instance()
      break
    case 17:
      r.instance()
      break
    case 18:
      r.instance()
      break
    case 19:
      r.instance()
      break
    case 20:
      skipSetOfBool(r)
      break
    case 21:
      skipSetOfInt64(r)
      break
    case 22:
      skipSetOfString(r)
      break
    case 23:
      skipSetOfTimePointSec(r)
      break
    case 24:
      skipSetOfPublicKey(r)
      break
    case 25:
      skipSetOfSha256(r)
      break
    case 26:
      skipSetOfAccountId(r)
      break
    case 27:
      skipSetOfAssetId(r)
      break
    case 28:
      skipSetOfForceSettlementId(r)
      break
    case 29:
      skipSetOfCommitteeMemberId(r)
      break
    case 30:
      skipSetOfWitnessId(r)
      break
    case 31:
      skipSetOfLimitOrderId(r)
      break
    case 32:
      skipSetOfCallOrderId(r)
      break
    case 33:
      skipSetOfCustomId(r)
      break
    case 34:
      skipSetOfProposalId(r)
      break
    case 35:
      skipSetOfWithdrawPermissionId(r)
      break
    case 36:
      skipSetOfVestingBalanceId(r)
      break
    case 37:
      skipSetOfWorkerId(r)
      break
    case 38:
      skipSetOfBalanceId(r)
      break
    case 39:
      skipVectorOfRestriction(r)
      break
    case 40:
      skipVectorOfVectorOfRestriction(r)
      break
    case 41:
      skipPairOfInt64AndVectorOfRestriction(r)
      break
  }
  return at
}

export function viewSetOfBool(r: ChainReader): readonly boolean[] {
  return viewSet(r, byBool, (r) => r.bool())
}

export function viewSetOfInt64(r: ChainReader): readonly bigint[] {
  return viewSet(r, byInt64, (r) => r.int64())
}

export function viewSetOfString(r: ChainReader): readonly string[] {
  return viewSet(r, byText, (r) => r.string())
}

export function viewSetOfTimePointSec(r: ChainReader): readonly number[] {
  return viewSet(r, byUint32, (r) => r.uint32())
}

export function viewSetOfPublicKey(r: ChainReader): readonly string[] {
  return viewSet(r, byAddressOfKey, (r) => r.publicKey())
}

export function viewSetOfSha256(r: ChainReader): readonly string[] {
  return viewSet(r, byBytes32, (r) => r.hex(32))
}

export function viewSetOfForceSettlementId(r: ChainReader): readonly ObjectId<1, 4>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 4))
}

export function viewSetOfCommitteeMemberId(r: ChainReader): readonly ObjectId<1, 5>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 5))
}

export function viewSetOfWitnessId(r: ChainReader): readonly ObjectId<1, 6>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 6))
}

export function viewSetOfLimitOrderId(r: ChainReader): readonly ObjectId<1, 7>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 7))
}

export function viewSetOfCallOrderId(r: ChainReader): readonly ObjectId<1, 8>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 8))
}

export function viewSetOfCustomId(r: ChainReader): readonly ObjectId<1, 9>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 9))
}

export function viewSetOfProposalId(r: ChainReader): readonly ObjectId<1, 10>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 10))
}

export function viewSetOfWithdrawPermissionId(r: ChainReader): readonly ObjectId<1, 12>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 12))
}

export function viewSetOfVestingBalanceId(r: ChainReader): readonly ObjectId<1, 13>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 13))
}

export function viewSetOfWorkerId(r: ChainReader): readonly ObjectId<1, 14>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 14))
}

export function viewSetOfBalanceId(r: ChainReader): readonly ObjectId<1, 15>[] {
  return viewSet(r, byVarint, (r) => r.objectId(1, 15))
}

export function decodeVectorOfRestriction(r: ChainReader): readonly types.Restriction[] {
  const count = r.count(4, undefined, 4)
  if (count === 0) return []
  const elements: types.Restriction[] = [new RestrictionView(r)]
  for (let index = 1; index < count; index += 1) elements.push(new RestrictionView(r))
  return elements
}

export function decodeVectorOfVectorOfRestriction(r: ChainReader): readonly (readonly types.Restriction[])[] {
  const count = r.count(1, undefined, 1)
  if (count === 0) return []
  const elements: (readonly types.Restriction[])[] = [decodeVectorOfRestriction(r)]
  for (let index = 1; index < count; index += 1) elements.push(decodeVectorOfRestriction(r))
  return elements
}

export function viewPairOfInt64AndVectorOfRestriction(
  r: ChainReader,
): readonly [bigint, readonly types.Restriction[]] {
  return [r.int64(), decodeVectorOfRestriction(r)]
}

export function viewRestrictionArgument(r: ChainReader): types.RestrictionArgument {
  switch (r.tag(42, 'restriction_argument')) {
    case 0:
      return [0, NOTHING]
    case 1:
      return [1, r.bool()]
    case 2:
      return [2, r.int64()]
    case 3:
      return [3, r.string()]
    case 4:
      return [4, r.uint32()]
    case 5:
      return [5, r.publicKey()]
    case 6:
      return [6, r.hex(32)]
    case 7:
      return [7, r.objectId(1, 2)]
    case 8:
      return [8, r.objectId(1, 3)]
    case 9:
      return [9, r.objectId(1, 4)]
    case 10:
      return [10, r.objectId(1, 5)]
    case 11:
      return [11, r.objectId(1, 6)]
    case 12:
      return [12, r.objectId(1, 7)]
    case 13:
      return [13, r.objectId(1, 8)]
    case 14:
      return [14, r.objectId(1, 9)]
    case 15:
      return [15, r.objectId(1, 10)]
    case 16:
      return [16, r.objectId(1, 12)]
    case 17:
      return [17, r.objectId(1, 13)]
    case 18:
      return [18, r.objectId(1, 14)]
    case 19:
      return [19, r.objectId(1, 15)]
    case 20:
      return [20, viewSetOfBool(r)]
    case 21:
      return [21, viewSetOfInt64(r)]
    case 22:
      return [22, viewSetOfString(r)]
    case 23:
      return [23, viewSetOfTimePointSec(r)]
    case 24:
      return [24, viewSetOfPublicKey(r)]
    case 25:
      return [25, viewSetOfSha256(r)]
    case 26:
      return [26, viewSetOfAccountId(r)]
    case 27:
      return [27, viewSetOfAssetId(r)]
    case 28:
      return [28, viewSetOfForceSettlementId(r)]
    case 29:
      return [29, viewSetOfCommitteeMemberId(r)]
    case 30:
      return [30, viewSetOfWitnessId(r)]
    case 31:
      return [31, viewSetOfLimitOrderId(r)]
    case 32:
      return [32, viewSetOfCallOrderId(r)]
    case 33:
      return [33, viewSetOfCustomId(r)]
    case 34:
      return [34, viewSetOfProposalId(r)]
    case 35:
      return [35, viewSetOfWithdrawPermissionId(r)]
    case 36:
      return [36, viewSetOfVestingBalanceId(r)]
    case 37:
      return [37, viewSetOfWorkerId(r)]
    case 38:
      return [38, viewSetOfBalanceId(r)]
    case 39:
      return [39, decodeVectorOfRestriction(r)]
    case 40:
      return [40, decodeVectorOfVectorOfRestriction(r)]
    default:
      return [41, viewPairOfInt64AndVectorOfRestriction(r)]
  }
}

export function decodeVectorOfOpWrapper(r: ChainReader): readonly types.OpWrapper[] {
  const count = r.count(12, undefined, 5)
  if (count === 0) return []
  const elements: types.OpWrapper[] = [new OpWrapperView(r)]
  for (let index = 1; index < count; index += 1) elements.push(new OpWrapperView(r))
  return elements
}

export function decodeVestingPolicyInitializer(r: ChainReader): types.VestingPolicyInitializer {
  switch (r.tag(3, 'vesting_policy_initializer')) {
    case 0:
      return [0, new LinearVestingPolicyInitializerView(r)]
    case 1:
      return [1, new CddVestingPolicyInitializerView(r)]
    default:
      return [2, NOTHING]
  }
}

export function decodeWorkerInitializer(r: ChainReader): types.WorkerInitializer {
  switch (r.tag(3, 'worker_initializer')) {
    case 0:
      return [0, NOTHING]
    case 1:
      return [1, new VestingBalanceWorkerInitializerView(r)]
    default:
      return [2, NOTHING]
  }
}

export function decodePredicate(r: ChainReader): types.Predicate {
  switch (r.tag(3, 'predicate')) {
    case 0:
      return [0, new AccountNameEqLitPredicateView(r)]
    case 1:
      return [1, new AssetSymbolEqLitPredicateView(r)]
    default:
      return [2, new BlockIdPredicateView(r)]
  }
}

export function decodeVectorOfPredicate(r: ChainReader): readonly types.Predicate[] {
  const count = r.count(3, undefined, 2)
  if (count === 0) return []
  const elements: types.Predicate[] = [decodePredicate(r)]
  for (let index = 1; index < count; index += 1) elements.push(decodePredicate(r))
  return elements
}

export function decodeVectorOfBlindOutput(r: ChainReader): readonly types.BlindOutput[] {
  const count = r.count(42, undefined, 7)
  if (count === 0) return []
  const elements: types.BlindOutput[] = [new BlindOutputView(r)]
  for (let index = 1; index < count; index += 1) elements.push(new BlindOutputView(r))
  return elements
}

export function decodeVectorOfBlindInput(r: ChainReader): readonly types.BlindInput[] {
  const count = r.count(40, undefined, 5)
  if (count === 0) return []
  const elements: types.BlindInput[] = [new BlindInputView(r)]
  for (let index = 1; index < count; index += 1) elements.push(new BlindInputView(r))
  return elements
}

export function skipHtlcHash(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(4, 'htlc_hash')) {
    case 0:
      r.take(20)
      break
    case 1:
      r.take(20)
      break
    case 2:
      r.take(32)
      break
    case 3:
      r.take(20)
      break
  }
  return at
}

export function viewHtlcHash(r: ChainReader): types.HtlcHash {
  switch (r.tag(4, 'htlc_hash')) {
    case 0:
      return [0, r.hex(20)]
    case 1:
      return [1, r.hex(20)]
    case 2:
      return [2, r.hex(32)]
    default:
      return [3, r.hex(20)]
  }
}

export function skipSetOfUint16(r: ChainReader): number {
  return skipSet(r, 2, 1, byUint16, (r) => r.take(2))
}

export function viewSetOfUint16(r: ChainReader): readonly number[] {
  return viewSet(r, byUint16, (r) => r.uint16())
}

export function skipAsset(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.instance()
  return at
}

export function skipPrice(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  skipAsset(r)
  return at
}

export function skipPairOfAssetIdAndPrice(r: ChainReader): number {
  const at = r.offset
  r.instance()
  skipPrice(r)
  return at
}

export function skipMapOfAssetIdToPrice(r: ChainReader): number {
  return skipSet(r, 19, 5, byVarint, skipPairOfAssetIdAndPrice)
}

export function skipPairOfAccountIdAndInt64(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.take(8)
  return at
}

export function skipMapOfAccountIdToInt64(r: ChainReader): number {
  return skipSet(r, 9, 2, byVarint, skipPairOfAccountIdAndInt64)
}

export function viewMapOfAssetIdToPrice(r: ChainReader): readonly (readonly [ObjectId<1, 3>, types.Price])[] {
  return viewMap(
    r,
    byVarint,
    (r) => r.objectId(1, 3),
    (r) => new PriceView(r),
  )
}

export function viewMapOfAccountIdToInt64(r: ChainReader): readonly (readonly [ObjectId<1, 2>, bigint])[] {
  return viewMap(
    r,
    byVarint,
    (r) => r.objectId(1, 2),
    (r) => r.int64(),
  )
}

export function decodeLimitOrderAutoAction(r: ChainReader): types.LimitOrderAutoAction {
  switch (r.tag(1, 'limit_order_auto_action')) {
    default:
      return [0, new CreateTakeProfitOrderActionView(r)]
  }
}

export function decodeVectorOfLimitOrderAutoAction(r: ChainReader): readonly types.LimitOrderAutoAction[] {
  const count = r.count(12, undefined, 7)
  if (count === 0) return []
  const elements: types.LimitOrderAutoAction[] = [decodeLimitOrderAutoAction(r)]
  for (let index = 1; index < count; index += 1) elements.push(decodeLimitOrderAutoAction(r))
  return elements
}

export function decodeVectorOfOperation(r: ChainReader): readonly types.Operation[] {
  const count = r.count(12, undefined, 5)
  if (count === 0) return []
  const elements: types.Operation[] = [decodeOperation(r)]
  for (let index = 1; index < count; index += 1) elements.push(decodeOperation(r))
  return elements
}

export function skipVectorOfFixedBytes65(r: ChainReader): number {
  const at = r.offset
  r.take(r.count(65) * 65)
  return at
}

export function viewVectorOfFixedBytes65(r: ChainReader): readonly string[] {
  const count = r.count(65, undefined, 1)
  if (count === 0) return []
  const elements: string[] = [r.hex(65)]
  for (let index = 1; index < count; index += 1) elements.push(r.hex(65))
  return elements
}

export function skipVoidResult(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipGenericOperationResult(r: ChainReader): number {
  const at = r.offset
  skipSetOfObjectId(r)
  skipSetOfObjectId(r)
  skipSetOfObjectId(r)
  return at
}

export function skipVectorOfAsset(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(9, undefined, 2); left > 0; left -= 1) skipAsset(r)
  return at
}

export function skipGenericExchangeOperationResult(r: ChainReader): number {
  const at = r.offset
  skipVectorOfAsset(r)
  skipVectorOfAsset(r)
  skipVectorOfAsset(r)
  return at
}

export function skipExtendableOperationResultDtl(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 7)
    switch (index) {
      case 0:
        skipSetOfAccountId(r)
        break
      case 1:
        skipSetOfObjectId(r)
        break
      case 2:
        skipSetOfObjectId(r)
        break
      case 3:
        skipSetOfObjectId(r)
        break
      case 4:
        skipVectorOfAsset(r)
        break
      case 5:
        skipVectorOfAsset(r)
        break
      case 6:
        skipVectorOfAsset(r)
        break
    }
  }
  return at
}

export function skipOperationResult(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(6, 'operation_result')) {
    case 0:
      skipVoidResult(r)
      break
    case 1:
      r.take(8)
      break
    case 2:
      skipAsset(r)
      break
    case 3:
      skipGenericOperationResult(r)
      break
    case 4:
      skipGenericExchangeOperationResult(r)
      break
    case 5:
      skipExtendableOperationResultDtl(r)
      break
  }
  return at
}

export function skipVectorOfOperationResult(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(1, undefined, 1); left > 0; left -= 1) skipOperationResult(r)
  return at
}

export function viewOperationResult(r: ChainReader): types.OperationResult {
  switch (r.tag(6, 'operation_result')) {
    case 0:
      return [0, NOTHING]
    case 1:
      return [1, r.anyObjectId()]
    case 2:
      return [2, new AssetView(r)]
    case 3:
      return [3, new GenericOperationResultView(r)]
    case 4:
      return [4, new GenericExchangeOperationResultView(r)]
    default:
      return [5, decodeExtendableOperationResultDtl(r)]
  }
}

export function viewVectorOfOperationResult(r: ChainReader): readonly types.OperationResult[] {
  const count = r.count(1, undefined, 1)
  if (count === 0) return []
  const elements: types.OperationResult[] = [viewOperationResult(r)]
  for (let index = 1; index < count; index += 1) elements.push(viewOperationResult(r))
  return elements
}

export function decodeVectorOfProcessedTransaction(r: ChainReader): readonly types.ProcessedTransaction[] {
  const count = r.count(14, undefined, 7)
  if (count === 0) return []
  const elements: types.ProcessedTransaction[] = [new ProcessedTransactionView(r)]
  for (let index = 1; index < count; index += 1) elements.push(new ProcessedTransactionView(r))
  return elements
}

export function decodeSpecialAuthority(r: ChainReader): types.SpecialAuthority {
  switch (r.tag(2, 'special_authority')) {
    case 0:
      return [0, NOTHING]
    default:
      return [1, new TopHoldersSpecialAuthorityView(r)]
  }
}

export function skipMemoData(r: ChainReader): number {
  const at = r.offset
  r.take(33)
  r.take(33)
  r.take(8)
  r.prefixed()
  return at
}

export function skipTransferOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  if (r.bool()) skipMemoData(r)
  r.extensions()
  return at
}

export function skipCreateTakeProfitOrderAction(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.take(2)
  r.take(2)
  r.take(4)
  r.bool()
  r.extensions()
  return at
}

export function skipLimitOrderAutoAction(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(1, 'limit_order_auto_action')) {
    case 0:
      skipCreateTakeProfitOrderAction(r)
      break
  }
  return at
}

export function skipVectorOfLimitOrderAutoAction(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(12, undefined, 7); left > 0; left -= 1) skipLimitOrderAutoAction(r)
  return at
}

export function skipLimitOrderCreateOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 1)
    switch (index) {
      case 0:
        skipVectorOfLimitOrderAutoAction(r)
        break
    }
  }
  return at
}

export function skipLimitOrderCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.take(4)
  r.bool()
  skipLimitOrderCreateOperationExtensions(r)
  return at
}

export function skipLimitOrderCancelOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipCallOrderUpdateOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 1)
    switch (index) {
      case 0:
        r.take(2)
        break
    }
  }
  return at
}

export function skipCallOrderUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  skipAsset(r)
  skipCallOrderUpdateOperationExtensions(r)
  return at
}

export function skipFillOrderOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.take(8)
  r.instance()
  skipAsset(r)
  skipAsset(r)
  skipPrice(r)
  r.bool()
  return at
}

export function skipAuthority(r: ChainReader): number {
  const at = r.offset
  r.take(4)
  skipMapOfAccountIdToUint16(r)
  skipMapOfPublicKeyToUint16(r)
  skipMapOfAddressToUint16(r)
  return at
}

export function skipAccountOptions(r: ChainReader): number {
  const at = r.offset
  r.take(33)
  r.instance()
  r.take(2)
  r.take(2)
  skipSetOfVoteId(r)
  r.extensions()
  return at
}

export function skipNoSpecialAuthority(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipTopHoldersSpecialAuthority(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.take(1)
  return at
}

export function skipSpecialAuthority(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(2, 'special_authority')) {
    case 0:
      skipNoSpecialAuthority(r)
      break
    case 1:
      skipTopHoldersSpecialAuthority(r)
      break
  }
  return at
}

export function skipBuybackAccountOptions(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.instance()
  skipSetOfAssetId(r)
  return at
}

export function skipAccountCreateOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 4)
    switch (index) {
      case 0:
        skipVoidT(r)
        break
      case 1:
        skipSpecialAuthority(r)
        break
      case 2:
        skipSpecialAuthority(r)
        break
      case 3:
        skipBuybackAccountOptions(r)
        break
    }
  }
  return at
}

export function skipAccountCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(2)
  r.prefixed()
  skipAuthority(r)
  skipAuthority(r)
  skipAccountOptions(r)
  skipAccountCreateOperationExtensions(r)
  return at
}

export function skipAccountUpdateOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 3)
    switch (index) {
      case 0:
        skipVoidT(r)
        break
      case 1:
        skipSpecialAuthority(r)
        break
      case 2:
        skipSpecialAuthority(r)
        break
    }
  }
  return at
}

export function skipAccountUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  if (r.bool()) skipAuthority(r)
  if (r.bool()) skipAuthority(r)
  if (r.bool()) skipAccountOptions(r)
  skipAccountUpdateOperationExtensions(r)
  return at
}

export function skipAccountWhitelistOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(1)
  r.extensions()
  return at
}

export function skipAccountUpgradeOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.bool()
  r.extensions()
  return at
}

export function skipAccountTransferOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipAdditionalAssetOptions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 3)
    switch (index) {
      case 0:
        r.take(2)
        break
      case 1:
        skipSetOfAccountId(r)
        break
      case 2:
        r.take(2)
        break
    }
  }
  return at
}

export function skipAssetOptions(r: ChainReader): number {
  const at = r.offset
  r.take(8)
  r.take(2)
  r.take(8)
  r.take(2)
  r.take(2)
  skipPrice(r)
  skipSetOfAccountId(r)
  skipSetOfAccountId(r)
  skipSetOfAssetId(r)
  skipSetOfAssetId(r)
  r.prefixed()
  skipAdditionalAssetOptions(r)
  return at
}

export function skipBitassetOptionsExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 6)
    switch (index) {
      case 0:
        r.take(2)
        break
      case 1:
        r.take(2)
        break
      case 2:
        r.take(2)
        break
      case 3:
        r.take(2)
        break
      case 4:
        r.take(2)
        break
      case 5:
        r.take(1)
        break
    }
  }
  return at
}

export function skipBitassetOptions(r: ChainReader): number {
  const at = r.offset
  r.take(4)
  r.take(1)
  r.take(4)
  r.take(2)
  r.take(2)
  r.instance()
  skipBitassetOptionsExtensions(r)
  return at
}

export function skipAssetCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.prefixed()
  r.take(1)
  skipAssetOptions(r)
  if (r.bool()) skipBitassetOptions(r)
  r.bool()
  r.extensions()
  return at
}

export function skipAssetUpdateOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 2)
    switch (index) {
      case 0:
        r.take(1)
        break
      case 1:
        r.bool()
        break
    }
  }
  return at
}

export function skipAssetUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) r.instance()
  skipAssetOptions(r)
  skipAssetUpdateOperationExtensions(r)
  return at
}

export function skipAssetUpdateBitassetOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipBitassetOptions(r)
  r.extensions()
  return at
}

export function skipAssetUpdateFeedProducersOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipSetOfAccountId(r)
  r.extensions()
  return at
}

export function skipAssetIssueOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  r.instance()
  if (r.bool()) skipMemoData(r)
  r.extensions()
  return at
}

export function skipAssetReserveOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  r.extensions()
  return at
}

export function skipAssetFundFeePoolOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(8)
  r.extensions()
  return at
}

export function skipAssetSettleOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  r.extensions()
  return at
}

export function skipAssetGlobalSettleOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipPrice(r)
  r.extensions()
  return at
}

export function skipPriceFeed(r: ChainReader): number {
  const at = r.offset
  skipPrice(r)
  r.take(2)
  r.take(2)
  skipPrice(r)
  return at
}

export function skipAssetPublishFeedOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 1)
    switch (index) {
      case 0:
        r.take(2)
        break
    }
  }
  return at
}

export function skipAssetPublishFeedOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipPriceFeed(r)
  skipAssetPublishFeedOperationExtensions(r)
  return at
}

export function skipWitnessCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.prefixed()
  r.take(33)
  return at
}

export function skipWitnessUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) r.prefixed()
  if (r.bool()) r.take(33)
  return at
}

export function skipOpWrapper(r: ChainReader): number {
  const at = r.offset
  r.enter()
  skipOperation(r)
  r.leave()
  return at
}

export function skipVectorOfOpWrapper(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(12, undefined, 5); left > 0; left -= 1) skipOpWrapper(r)
  return at
}

export function skipProposalCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.take(4)
  skipVectorOfOpWrapper(r)
  if (r.bool()) r.take(4)
  r.extensions()
  return at
}

export function skipProposalUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipSetOfAccountId(r)
  skipSetOfAccountId(r)
  skipSetOfAccountId(r)
  skipSetOfAccountId(r)
  skipSetOfPublicKey(r)
  skipSetOfPublicKey(r)
  r.extensions()
  return at
}

export function skipProposalDeleteOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.bool()
  r.instance()
  r.extensions()
  return at
}

export function skipWithdrawPermissionCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  r.take(4)
  r.take(4)
  r.take(4)
  return at
}

export function skipWithdrawPermissionUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  skipAsset(r)
  r.take(4)
  r.take(4)
  r.take(4)
  return at
}

export function skipWithdrawPermissionClaimOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  skipAsset(r)
  if (r.bool()) skipMemoData(r)
  return at
}

export function skipWithdrawPermissionDeleteOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  return at
}

export function skipCommitteeMemberCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.prefixed()
  return at
}

export function skipCommitteeMemberUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) r.prefixed()
  return at
}

export function skipFeeSchedule(r: ChainReader): number {
  const at = r.offset
  skipSetOfFeeParameters(r)
  r.take(4)
  return at
}

export function skipHtlcOptions(r: ChainReader): number {
  const at = r.offset
  r.take(4)
  r.take(4)
  return at
}

export function skipCustomAuthorityOptionsType(r: ChainReader): number {
  const at = r.offset
  r.take(4)
  r.take(4)
  r.take(4)
  r.take(4)
  return at
}

export function skipChainParametersExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 4)
    switch (index) {
      case 0:
        skipHtlcOptions(r)
        break
      case 1:
        skipCustomAuthorityOptionsType(r)
        break
      case 2:
        r.take(2)
        break
      case 3:
        r.take(2)
        break
    }
  }
  return at
}

export function skipChainParameters(r: ChainReader): number {
  const at = r.offset
  skipFeeSchedule(r)
  r.take(1)
  r.take(4)
  r.take(1)
  r.take(4)
  r.take(4)
  r.take(4)
  r.take(4)
  r.take(4)
  r.take(1)
  r.take(1)
  r.take(2)
  r.take(2)
  r.take(2)
  r.take(2)
  r.take(2)
  r.take(2)
  r.take(4)
  r.take(8)
  r.bool()
  r.bool()
  r.take(8)
  r.take(8)
  r.take(2)
  r.take(8)
  r.take(2)
  r.take(1)
  r.take(1)
  skipChainParametersExtensions(r)
  return at
}

export function skipCommitteeMemberUpdateGlobalParametersOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  skipChainParameters(r)
  return at
}

export function skipLinearVestingPolicyInitializer(r: ChainReader): number {
  const at = r.offset
  r.take(4)
  r.take(4)
  r.take(4)
  return at
}

export function skipCddVestingPolicyInitializer(r: ChainReader): number {
  const at = r.offset
  r.take(4)
  r.take(4)
  return at
}

export function skipInstantVestingPolicyInitializer(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipVestingPolicyInitializer(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(3, 'vesting_policy_initializer')) {
    case 0:
      skipLinearVestingPolicyInitializer(r)
      break
    case 1:
      skipCddVestingPolicyInitializer(r)
      break
    case 2:
      skipInstantVestingPolicyInitializer(r)
      break
  }
  return at
}

export function skipVestingBalanceCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipVestingPolicyInitializer(r)
  return at
}

export function skipVestingBalanceWithdrawOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  return at
}

export function skipRefundWorkerInitializer(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipVestingBalanceWorkerInitializer(r: ChainReader): number {
  const at = r.offset
  r.take(2)
  return at
}

export function skipBurnWorkerInitializer(r: ChainReader): number {
  const at = r.offset

  return at
}

export function skipWorkerInitializer(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(3, 'worker_initializer')) {
    case 0:
      skipRefundWorkerInitializer(r)
      break
    case 1:
      skipVestingBalanceWorkerInitializer(r)
      break
    case 2:
      skipBurnWorkerInitializer(r)
      break
  }
  return at
}

export function skipWorkerCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.take(4)
  r.take(4)
  r.take(8)
  r.prefixed()
  r.prefixed()
  skipWorkerInitializer(r)
  return at
}

export function skipCustomOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipSetOfAccountId(r)
  r.take(2)
  r.prefixed()
  return at
}

export function skipAccountNameEqLitPredicate(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.prefixed()
  return at
}

export function skipAssetSymbolEqLitPredicate(r: ChainReader): number {
  const at = r.offset
  r.instance()
  r.prefixed()
  return at
}

export function skipBlockIdPredicate(r: ChainReader): number {
  const at = r.offset
  r.take(20)
  return at
}

export function skipPredicate(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(3, 'predicate')) {
    case 0:
      skipAccountNameEqLitPredicate(r)
      break
    case 1:
      skipAssetSymbolEqLitPredicate(r)
      break
    case 2:
      skipBlockIdPredicate(r)
      break
  }
  return at
}

export function skipVectorOfPredicate(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(3, undefined, 2); left > 0; left -= 1) skipPredicate(r)
  return at
}

export function skipAssertOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipVectorOfPredicate(r)
  skipSetOfAccountId(r)
  r.extensions()
  return at
}

export function skipBalanceClaimOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(33)
  skipAsset(r)
  return at
}

export function skipOverrideTransferOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  skipAsset(r)
  if (r.bool()) skipMemoData(r)
  r.extensions()
  return at
}

export function skipStealthConfirmation(r: ChainReader): number {
  const at = r.offset
  r.take(33)
  if (r.bool()) r.take(33)
  r.prefixed()
  return at
}

export function skipBlindOutput(r: ChainReader): number {
  const at = r.offset
  r.take(33)
  r.prefixed()
  skipAuthority(r)
  if (r.bool()) skipStealthConfirmation(r)
  return at
}

export function skipVectorOfBlindOutput(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(42, undefined, 7); left > 0; left -= 1) skipBlindOutput(r)
  return at
}

export function skipTransferToBlindOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  skipAsset(r)
  r.instance()
  r.take(32)
  skipVectorOfBlindOutput(r)
  return at
}

export function skipBlindInput(r: ChainReader): number {
  const at = r.offset
  r.take(33)
  skipAuthority(r)
  return at
}

export function skipVectorOfBlindInput(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(40, undefined, 5); left > 0; left -= 1) skipBlindInput(r)
  return at
}

export function skipBlindTransferOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  skipVectorOfBlindInput(r)
  skipVectorOfBlindOutput(r)
  return at
}

export function skipTransferFromBlindOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  skipAsset(r)
  r.instance()
  r.take(32)
  skipVectorOfBlindInput(r)
  return at
}

export function skipAssetSettleCancelOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  return at
}

export function skipAssetClaimFeesOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 1)
    switch (index) {
      case 0:
        r.instance()
        break
    }
  }
  return at
}

export function skipAssetClaimFeesOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  skipAssetClaimFeesOperationExtensions(r)
  return at
}

export function skipFbaDistributeOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.take(8)
  r.take(8)
  return at
}

export function skipBidCollateralOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.extensions()
  return at
}

export function skipExecuteBidOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  skipAsset(r)
  skipAsset(r)
  return at
}

export function skipAssetClaimPoolOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  r.extensions()
  return at
}

export function skipAssetUpdateIssuerOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipHtlcCreateOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 1)
    switch (index) {
      case 0:
        skipMemoData(r)
        break
    }
  }
  return at
}

export function skipHtlcCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipHtlcHash(r)
  r.take(2)
  r.take(4)
  skipHtlcCreateOperationExtensions(r)
  return at
}

export function skipHtlcRedeemOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.prefixed()
  r.extensions()
  return at
}

export function skipHtlcRedeemedOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  r.instance()
  skipAsset(r)
  skipHtlcHash(r)
  r.take(2)
  r.prefixed()
  return at
}

export function skipHtlcExtendOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(4)
  r.extensions()
  return at
}

export function skipHtlcRefundOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  skipAsset(r)
  skipHtlcHash(r)
  r.take(2)
  return at
}

export function skipCustomAuthorityCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.bool()
  r.take(4)
  r.take(4)
  r.varuint()
  skipAuthority(r)
  skipVectorOfRestriction(r)
  r.extensions()
  return at
}

export function skipCustomAuthorityUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) r.bool()
  if (r.bool()) r.take(4)
  if (r.bool()) r.take(4)
  if (r.bool()) skipAuthority(r)
  skipSetOfUint16(r)
  skipVectorOfRestriction(r)
  r.extensions()
  return at
}

export function skipCustomAuthorityDeleteOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipTicketCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.varuint()
  skipAsset(r)
  r.extensions()
  return at
}

export function skipTicketUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.varuint()
  if (r.bool()) skipAsset(r)
  r.extensions()
  return at
}

export function skipLiquidityPoolCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  r.instance()
  r.take(2)
  r.take(2)
  r.extensions()
  return at
}

export function skipLiquidityPoolDeleteOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipLiquidityPoolDepositOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.extensions()
  return at
}

export function skipLiquidityPoolWithdrawOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  r.extensions()
  return at
}

export function skipLiquidityPoolExchangeOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.extensions()
  return at
}

export function skipSametFundCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(8)
  r.take(4)
  r.extensions()
  return at
}

export function skipSametFundDeleteOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipSametFundUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) skipAsset(r)
  if (r.bool()) r.take(4)
  r.extensions()
  return at
}

export function skipSametFundBorrowOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  r.extensions()
  return at
}

export function skipSametFundRepayOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.extensions()
  return at
}

export function skipCreditOfferCreateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(8)
  r.take(4)
  r.take(4)
  r.take(8)
  r.bool()
  r.take(4)
  skipMapOfAssetIdToPrice(r)
  skipMapOfAccountIdToInt64(r)
  r.extensions()
  return at
}

export function skipCreditOfferDeleteOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.extensions()
  return at
}

export function skipCreditOfferUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) skipAsset(r)
  if (r.bool()) r.take(4)
  if (r.bool()) r.take(4)
  if (r.bool()) r.take(8)
  if (r.bool()) r.bool()
  if (r.bool()) r.take(4)
  if (r.bool()) skipMapOfAssetIdToPrice(r)
  if (r.bool()) skipMapOfAccountIdToInt64(r)
  r.extensions()
  return at
}

export function skipCreditOfferAcceptOperationExtensions(r: ChainReader): number {
  const at = r.offset
  if (r.passZero()) return at
  let index = -1
  for (let left = r.count(1); left > 0; left -= 1) {
    index = r.memberAfter(index, 1)
    switch (index) {
      case 0:
        r.take(1)
        break
    }
  }
  return at
}

export function skipCreditOfferAcceptOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.take(4)
  r.take(4)
  skipCreditOfferAcceptOperationExtensions(r)
  return at
}

export function skipCreditDealRepayOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.extensions()
  return at
}

export function skipCreditDealExpiredOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.instance()
  r.instance()
  skipAsset(r)
  skipAsset(r)
  r.take(4)
  return at
}

export function skipLiquidityPoolUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) r.take(2)
  if (r.bool()) r.take(2)
  r.extensions()
  return at
}

export function skipCreditDealUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  r.take(1)
  r.extensions()
  return at
}

export function skipLimitOrderUpdateOperation(r: ChainReader): number {
  const at = r.offset
  skipAsset(r)
  r.instance()
  r.instance()
  if (r.bool()) skipPrice(r)
  if (r.bool()) skipAsset(r)
  if (r.bool()) r.take(4)
  if (r.bool()) skipVectorOfLimitOrderAutoAction(r)
  r.extensions()
  return at
}

export function skipOperation(r: ChainReader): number {
  const at = r.offset
  switch (r.tag(78, 'operation')) {
    case 0:
      skipTransferOperation(r)
      break
    case 1:
      skipLimitOrderCreateOperation(r)
      break
    case 2:
      skipLimitOrderCancelOperation(r)
      break
    case 3:
      skipCallOrderUpdateOperation(r)
      break
    case 4:
      skipFillOrderOperation(r)
      break
    case 5:
      skipAccountCreateOperation(r)
      break
    case 6:
      skipAccountUpdateOperation(r)
      break
    case 7:
      skipAccountWhitelistOperation(r)
      break
    case 8:
      skipAccountUpgradeOperation(r)
      break
    case 9:
      skipAccountTransferOperation(r)
      break
    case 10:
      skipAssetCreateOperation(r)
      break
    case 11:
      skipAssetUpdateOperation(r)
      break
    case 12:
      skipAssetUpdateBitassetOperation(r)
      break
    case 13:
      skipAssetUpdateFeedProducersOperation(r)
      break
    case 14:
      skipAssetIssueOperation(r)
      break
    case 15:
      skipAssetReserveOperation(r)
      break
    case 16:
      skipAssetFundFeePoolOperation(r)
      break
    case 17:
      skipAssetSettleOperation(r)
      break
    case 18:
      skipAssetGlobalSettleOperation(r)
      break
    case 19:
      skipAssetPublishFeedOperation(r)
      break
    case 20:
      skipWitnessCreateOperation(r)
      break
    case 21:
      skipWitnessUpdateOperation(r)
      break
    case 22:
      skipProposalCreateOperation(r)
      break
    case 23:
      skipProposalUpdateOperation(r)
      break
    case 24:
      skipProposalDeleteOperation(r)
      break
    case 25:
      skipWithdrawPermissionCreateOperation(r)
      break
    case 26:
      skipWithdrawPermissionUpdateOperation(r)
      break
    case 27:
      skipWithdrawPermissionClaimOperation(r)
      break
    case 28:
      skipWithdrawPermissionDeleteOperation(r)
      break
    case 29:
      skipCommitteeMemberCreateOperation(r)
      break
    case 30:
      skipCommitteeMemberUpdateOperation(r)
      break
    case 31:
      skipCommitteeMemberUpdateGlobalParametersOperation(r)
      break
    case 32:
      skipVestingBalanceCreateOperation(r)
      break
    case 33:
      skipVestingBalanceWithdrawOperation(r)
      break
    case 34:
      skipWorkerCreateOperation(r)
      break
    case 35:
      skipCustomOperation(r)
      break
    case 36:
      skipAssertOperation(r)
      break
    case 37:
      skipBalanceClaimOperation(r)
      break
    case 38:
      skipOverrideTransferOperation(r)
      break
    case 39:
      skipTransferToBlindOperation(r)
      break
    case 40:
      skipBlindTransferOperation(r)
      break
    case 41:
      skipTransferFromBlindOperation(r)
      break
    case 42:
      skipAssetSettleCancelOperation(r)
      break
    case 43:
      skipAssetClaimFeesOperation(r)
      break
    case 44:
      skipFbaDistributeOperation(r)
      break
    case 45:
      skipBidCollateralOperation(r)
      break
    case 46:
      skipExecuteBidOperation(r)
      break
    case 47:
      skipAssetClaimPoolOperation(r)
      break
    case 48:
      skipAssetUpdateIssuerOperation(r)
      break
    case 49:
      skipHtlcCreateOperation(r)
      break
    case 50:
      skipHtlcRedeemOperation(r)
      break
    case 51:
      skipHtlcRedeemedOperation(r)
      break
    case 52:
      skipHtlcExtendOperation(r)
      break
    case 53:
      skipHtlcRefundOperation(r)
      break
    case 54:
      skipCustomAuthorityCreateOperation(r)
      break
    case 55:
      skipCustomAuthorityUpdateOperation(r)
      break
    case 56:
      skipCustomAuthorityDeleteOperation(r)
      break
    case 57:
      skipTicketCreateOperation(r)
      break
    case 58:
      skipTicketUpdateOperation(r)
      break
    case 59:
      skipLiquidityPoolCreateOperation(r)
      break
    case 60:
      skipLiquidityPoolDeleteOperation(r)
      break
    case 61:
      skipLiquidityPoolDepositOperation(r)
      break
    case 62:
      skipLiquidityPoolWithdrawOperation(r)
      break
    case 63:
      skipLiquidityPoolExchangeOperation(r)
      break
    case 64:
      skipSametFundCreateOperation(r)
      break
    case 65:
      skipSametFundDeleteOperation(r)
      break
    case 66:
      skipSametFundUpdateOperation(r)
      break
    case 67:
      skipSametFundBorrowOperation(r)
      break
    case 68:
      skipSametFundRepayOperation(r)
      break
    case 69:
      skipCreditOfferCreateOperation(r)
      break
    case 70:
      skipCreditOfferDeleteOperation(r)
      break
    case 71:
      skipCreditOfferUpdateOperation(r)
      break
    case 72:
      skipCreditOfferAcceptOperation(r)
      break
    case 73:
      skipCreditDealRepayOperation(r)
      break
    case 74:
      skipCreditDealExpiredOperation(r)
      break
    case 75:
      skipLiquidityPoolUpdateOperation(r)
      break
    case 76:
      skipCreditDealUpdateOperation(r)
      break
    case 77:
      skipLimitOrderUpdateOperation(r)
      break
  }
  return at
}

export function skipVectorOfOperation(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(12, undefined, 5); left > 0; left -= 1) skipOperation(r)
  return at
}

export function skipProcessedTransaction(r: ChainReader): number {
  const at = r.offset
  r.take(2)
  r.take(4)
  r.take(4)
  skipVectorOfOperation(r)
  r.extensions()
  skipVectorOfFixedBytes65(r)
  skipVectorOfOperationResult(r)
  return at
}

export function skipVectorOfProcessedTransaction(r: ChainReader): number {
  const at = r.offset
  for (let left = r.count(14, undefined, 7); left > 0; left -= 1) skipProcessedTransaction(r)
  return at
}

export function skipSignedBlock(r: ChainReader): number {
  const at = r.offset
  r.take(20)
  r.take(4)
  r.instance()
  r.take(20)
  r.extensions()
  r.take(65)
  skipVectorOfProcessedTransaction(r)
  return at
}

export function skipSignedTransaction(r: ChainReader): number {
  const at = r.offset
  r.take(2)
  r.take(4)
  r.take(4)
  skipVectorOfOperation(r)
  r.extensions()
  skipVectorOfFixedBytes65(r)
  return at
}

export function skipTransaction(r: ChainReader): number {
  const at = r.offset
  r.take(2)
  r.take(4)
  r.take(4)
  skipVectorOfOperation(r)
  r.extensions()
  return at
}

/** What decodes a type, by core's name of it. */
export const DECODERS: ReadonlyMap<string, (r: ChainReader) => unknown> = new Map<
  string,
  (r: ChainReader) => unknown
>([
  ['account_name_eq_lit_predicate', (r) => new AccountNameEqLitPredicateView(r)],
  ['account_options', (r) => new AccountOptionsView(r)],
  ['asset', (r) => new AssetView(r)],
  ['asset_options', (r) => new AssetOptionsView(r)],
  ['asset_symbol_eq_lit_predicate', (r) => new AssetSymbolEqLitPredicateView(r)],
  ['authority', (r) => new AuthorityView(r)],
  ['bitasset_options', (r) => new BitassetOptionsView(r)],
  ['blind_input', (r) => new BlindInputView(r)],
  ['blind_output', (r) => new BlindOutputView(r)],
  ['block_id_predicate', (r) => new BlockIdPredicateView(r)],
  ['burn_worker_initializer', () => NOTHING],
  ['buyback_account_options', (r) => new BuybackAccountOptionsView(r)],
  ['cdd_vesting_policy_initializer', (r) => new CddVestingPolicyInitializerView(r)],
  ['chain_parameters', (r) => new ChainParametersView(r)],
  ['create_take_profit_order_action', (r) => new CreateTakeProfitOrderActionView(r)],
  ['custom_authority_options_type', (r) => new CustomAuthorityOptionsTypeView(r)],
  ['fee_schedule', (r) => new FeeScheduleView(r)],
  ['generic_exchange_operation_result', (r) => new GenericExchangeOperationResultView(r)],
  ['generic_operation_result', (r) => new GenericOperationResultView(r)],
  ['htlc_options', (r) => new HtlcOptionsView(r)],
  ['instant_vesting_policy_initializer', () => NOTHING],
  ['linear_vesting_policy_initializer', (r) => new LinearVestingPolicyInitializerView(r)],
  ['memo_data', (r) => new MemoDataView(r)],
  ['no_special_authority', () => NOTHING],
  ['op_wrapper', (r) => new OpWrapperView(r)],
  ['price', (r) => new PriceView(r)],
  ['price_feed', (r) => new PriceFeedView(r)],
  ['refund_worker_initializer', () => NOTHING],
  ['restriction', (r) => new RestrictionView(r)],
  ['stealth_confirmation', (r) => new StealthConfirmationView(r)],
  ['top_holders_special_authority', (r) => new TopHoldersSpecialAuthorityView(r)],
  ['vesting_balance_worker_initializer', (r) => new VestingBalanceWorkerInitializerView(r)],
  ['void_result', () => NOTHING],
  ['void_t', () => NOTHING],
  ['transfer_operation', (r) => new TransferOperationView(r)],
  ['limit_order_create_operation', (r) => new LimitOrderCreateOperationView(r)],
  ['limit_order_cancel_operation', (r) => new LimitOrderCancelOperationView(r)],
  ['call_order_update_operation', (r) => new CallOrderUpdateOperationView(r)],
  ['fill_order_operation', (r) => new FillOrderOperationView(r)],
  ['account_create_operation', (r) => new AccountCreateOperationView(r)],
  ['account_update_operation', (r) => new AccountUpdateOperationView(r)],
  ['account_whitelist_operation', (r) => new AccountWhitelistOperationView(r)],
  ['account_upgrade_operation', (r) => new AccountUpgradeOperationView(r)],
  ['account_transfer_operation', (r) => new AccountTransferOperationView(r)],
  ['asset_create_operation', (r) => new AssetCreateOperationView(r)],
  ['asset_update_operation', (r) => new AssetUpdateOperationView(r)],
  ['asset_update_bitasset_operation', (r) => new AssetUpdateBitassetOperationView(r)],
  ['asset_update_feed_producers_operation', (r) => new AssetUpdateFeedProducersOperationView(r)],
  ['asset_issue_operation', (r) => new AssetIssueOperationView(r)],
  ['asset_reserve_operation', (r) => new AssetReserveOperationView(r)],
  ['asset_fund_fee_pool_operation', (r) => new AssetFundFeePoolOperationView(r)],
  ['asset_settle_operation', (r) => new AssetSettleOperationView(r)],
  ['asset_global_settle_operation', (r) => new AssetGlobalSettleOperationView(r)],
  ['asset_publish_feed_operation', (r) => new AssetPublishFeedOperationView(r)],
  ['witness_create_operation', (r) => new WitnessCreateOperationView(r)],
  ['witness_update_operation', (r) => new WitnessUpdateOperationView(r)],
  ['proposal_create_operation', (r) => new ProposalCreateOperationView(r)],
  ['proposal_update_operation', (r) => new ProposalUpdateOperationView(r)],
  ['proposal_delete_operation', (r) => new ProposalDeleteOperationView(r)],
  ['withdraw_permission_create_operation', (r) => new WithdrawPermissionCreateOperationView(r)],
  ['withdraw_permission_update_operation', (r) => new WithdrawPermissionUpdateOperationView(r)],
  ['withdraw_permission_claim_operation', (r) => new WithdrawPermissionClaimOperationView(r)],
  ['withdraw_permission_delete_operation', (r) => new WithdrawPermissionDeleteOperationView(r)],
  ['committee_member_create_operation', (r) => new CommitteeMemberCreateOperationView(r)],
  ['committee_member_update_operation', (r) => new CommitteeMemberUpdateOperationView(r)],
  [
    'committee_member_update_global_parameters_operation',
    (r) => new CommitteeMemberUpdateGlobalParametersOperationView(r),
  ],
  ['vesting_balance_create_operation', (r) => new VestingBalanceCreateOperationView(r)],
  ['vesting_balance_withdraw_operation', (r) => new VestingBalanceWithdrawOperationView(r)],
  ['worker_create_operation', (r) => new WorkerCreateOperationView(r)],
  ['custom_operation', (r) => new CustomOperationView(r)],
  ['assert_operation', (r) => new AssertOperationView(r)],
  ['balance_claim_operation', (r) => new BalanceClaimOperationView(r)],
  ['override_transfer_operation', (r) => new OverrideTransferOperationView(r)],
  ['transfer_to_blind_operation', (r) => new TransferToBlindOperationView(r)],
  ['blind_transfer_operation', (r) => new BlindTransferOperationView(r)],
  ['transfer_from_blind_operation', (r) => new TransferFromBlindOperationView(r)],
  ['asset_settle_cancel_operation', (r) => new AssetSettleCancelOperationView(r)],
  ['asset_claim_fees_operation', (r) => new AssetClaimFeesOperationView(r)],
  ['fba_distribute_operation', (r) => new FbaDistributeOperationView(r)],
  ['bid_collateral_operation', (r) => new BidCollateralOperationView(r)],
  ['execute_bid_operation', (r) => new ExecuteBidOperationView(r)],
  ['asset_claim_pool_operation', (r) => new AssetClaimPoolOperationView(r)],
  ['asset_update_issuer_operation', (r) => new AssetUpdateIssuerOperationView(r)],
  ['htlc_create_operation', (r) => new HtlcCreateOperationView(r)],
  ['htlc_redeem_operation', (r) => new HtlcRedeemOperationView(r)],
  ['htlc_redeemed_operation', (r) => new HtlcRedeemedOperationView(r)],
  ['htlc_extend_operation', (r) => new HtlcExtendOperationView(r)],
  ['htlc_refund_operation', (r) => new HtlcRefundOperationView(r)],
  ['custom_authority_create_operation', (r) => new CustomAuthorityCreateOperationView(r)],
  ['custom_authority_update_operation', (r) => new CustomAuthorityUpdateOperationView(r)],
  ['custom_authority_delete_operation', (r) => new CustomAuthorityDeleteOperationView(r)],
  ['ticket_create_operation', (r) => new TicketCreateOperationView(r)],
  ['ticket_update_operation', (r) => new TicketUpdateOperationView(r)],
  ['liquidity_pool_create_operation', (r) => new LiquidityPoolCreateOperationView(r)],
  ['liquidity_pool_delete_operation', (r) => new LiquidityPoolDeleteOperationView(r)],
  ['liquidity_pool_deposit_operation', (r) => new LiquidityPoolDepositOperationView(r)],
  ['liquidity_pool_withdraw_operation', (r) => new LiquidityPoolWithdrawOperationView(r)],
  ['liquidity_pool_exchange_operation', (r) => new LiquidityPoolExchangeOperationView(r)],
  ['samet_fund_create_operation', (r) => new SametFundCreateOperationView(r)],
  ['samet_fund_delete_operation', (r) => new SametFundDeleteOperationView(r)],
  ['samet_fund_update_operation', (r) => new SametFundUpdateOperationView(r)],
  ['samet_fund_borrow_operation', (r) => new SametFundBorrowOperationView(r)],
  ['samet_fund_repay_operation', (r) => new SametFundRepayOperationView(r)],
  ['credit_offer_create_operation', (r) => new CreditOfferCreateOperationView(r)],
  ['credit_offer_delete_operation', (r) => new CreditOfferDeleteOperationView(r)],
  ['credit_offer_update_operation', (r) => new CreditOfferUpdateOperationView(r)],
  ['credit_offer_accept_operation', (r) => new CreditOfferAcceptOperationView(r)],
  ['credit_deal_repay_operation', (r) => new CreditDealRepayOperationView(r)],
  ['credit_deal_expired_operation', (r) => new CreditDealExpiredOperationView(r)],
  ['liquidity_pool_update_operation', (r) => new LiquidityPoolUpdateOperationView(r)],
  ['credit_deal_update_operation', (r) => new CreditDealUpdateOperationView(r)],
  ['limit_order_update_operation', (r) => new LimitOrderUpdateOperationView(r)],
  ['transfer_operation::fee_params_t', (r) => new TransferOperationFeeParametersView(r)],
  ['limit_order_create_operation::fee_params_t', (r) => new LimitOrderCreateOperationFeeParametersView(r)],
  ['limit_order_cancel_operation::fee_params_t', (r) => new LimitOrderCancelOperationFeeParametersView(r)],
  ['call_order_update_operation::fee_params_t', (r) => new CallOrderUpdateOperationFeeParametersView(r)],
  ['fill_order_operation::fee_params_t', () => NOTHING],
  ['account_create_operation::fee_params_t', (r) => new AccountCreateOperationFeeParametersView(r)],
  ['account_update_operation::fee_params_t', (r) => new AccountUpdateOperationFeeParametersView(r)],
  ['account_whitelist_operation::fee_params_t', (r) => new AccountWhitelistOperationFeeParametersView(r)],
  ['account_upgrade_operation::fee_params_t', (r) => new AccountUpgradeOperationFeeParametersView(r)],
  ['account_transfer_operation::fee_params_t', (r) => new AccountTransferOperationFeeParametersView(r)],
  ['asset_create_operation::fee_params_t', (r) => new AssetCreateOperationFeeParametersView(r)],
  ['asset_update_operation::fee_params_t', (r) => new AssetUpdateOperationFeeParametersView(r)],
  [
    'asset_update_bitasset_operation::fee_params_t',
    (r) => new AssetUpdateBitassetOperationFeeParametersView(r),
  ],
  [
    'asset_update_feed_producers_operation::fee_params_t',
    (r) => new AssetUpdateFeedProducersOperationFeeParametersView(r),
  ],
  ['asset_issue_operation::fee_params_t', (r) => new AssetIssueOperationFeeParametersView(r)],
  ['asset_reserve_operation::fee_params_t', (r) => new AssetReserveOperationFeeParametersView(r)],
  ['asset_fund_fee_pool_operation::fee_params_t', (r) => new AssetFundFeePoolOperationFeeParametersView(r)],
  ['asset_settle_operation::fee_params_t', (r) => new AssetSettleOperationFeeParametersView(r)],
  ['asset_global_settle_operation::fee_params_t', (r) => new AssetGlobalSettleOperationFeeParametersView(r)],
  ['asset_publish_feed_operation::fee_params_t', (r) => new AssetPublishFeedOperationFeeParametersView(r)],
  ['witness_create_operation::fee_params_t', (r) => new WitnessCreateOperationFeeParametersView(r)],
  ['witness_update_operation::fee_params_t', (r) => new WitnessUpdateOperationFeeParametersView(r)],
  ['proposal_create_operation::fee_params_t', (r) => new ProposalCreateOperationFeeParametersView(r)],
  ['proposal_update_operation::fee_params_t', (r) => new ProposalUpdateOperationFeeParametersView(r)],
  ['proposal_delete_operation::fee_params_t', (r) => new ProposalDeleteOperationFeeParametersView(r)],
  [
    'withdraw_permission_create_operation::fee_params_t',
    (r) => new WithdrawPermissionCreateOperationFeeParametersView(r),
  ],
  [
    'withdraw_permission_update_operation::fee_params_t',
    (r) => new WithdrawPermissionUpdateOperationFeeParametersView(r),
  ],
  [
    'withdraw_permission_claim_operation::fee_params_t',
    (r) => new WithdrawPermissionClaimOperationFeeParametersView(r),
  ],
  [
    'withdraw_permission_delete_operation::fee_params_t',
    (r) => new WithdrawPermissionDeleteOperationFeeParametersView(r),
  ],
  [
    'committee_member_create_operation::fee_params_t',
    (r) => new CommitteeMemberCreateOperationFeeParametersView(r),
  ],
  [
    'committee_member_update_operation::fee_params_t',
    (r) => new CommitteeMemberUpdateOperationFeeParametersView(r),
  ],
  [
    'committee_member_update_global_parameters_operation::fee_params_t',
    (r) => new CommitteeMemberUpdateGlobalParametersOperationFeeParametersView(r),
  ],
  [
    'vesting_balance_create_operation::fee_params_t',
    (r) => new VestingBalanceCreateOperationFeeParametersView(r),
  ],
  [
    'vesting_balance_withdraw_operation::fee_params_t',
    (r) => new VestingBalanceWithdrawOperationFeeParametersView(r),
  ],
  ['worker_create_operation::fee_params_t', (r) => new WorkerCreateOperationFeeParametersView(r)],
  ['custom_operation::fee_params_t', (r) => new CustomOperationFeeParametersView(r)],
  ['assert_operation::fee_params_t', (r) => new AssertOperationFeeParametersView(r)],
  ['balance_claim_operation::fee_params_t', () => NOTHING],
  ['override_transfer_operation::fee_params_t', (r) => new OverrideTransferOperationFeeParametersView(r)],
  ['transfer_to_blind_operation::fee_params_t', (r) => new TransferToBlindOperationFeeParametersView(r)],
  ['blind_transfer_operation::fee_params_t', (r) => new BlindTransferOperationFeeParametersView(r)],
  ['transfer_from_blind_operation::fee_params_t', (r) => new TransferFromBlindOperationFeeParametersView(r)],
  ['asset_settle_cancel_operation::fee_params_t', () => NOTHING],
  ['asset_claim_fees_operation::fee_params_t', (r) => new AssetClaimFeesOperationFeeParametersView(r)],
  ['fba_distribute_operation::fee_params_t', () => NOTHING],
  ['bid_collateral_operation::fee_params_t', (r) => new BidCollateralOperationFeeParametersView(r)],
  ['execute_bid_operation::fee_params_t', () => NOTHING],
  ['asset_claim_pool_operation::fee_params_t', (r) => new AssetClaimPoolOperationFeeParametersView(r)],
  ['asset_update_issuer_operation::fee_params_t', (r) => new AssetUpdateIssuerOperationFeeParametersView(r)],
  ['htlc_create_operation::fee_params_t', (r) => new HtlcCreateOperationFeeParametersView(r)],
  ['htlc_redeem_operation::fee_params_t', (r) => new HtlcRedeemOperationFeeParametersView(r)],
  ['htlc_redeemed_operation::fee_params_t', () => NOTHING],
  ['htlc_extend_operation::fee_params_t', (r) => new HtlcExtendOperationFeeParametersView(r)],
  ['htlc_refund_operation::fee_params_t', () => NOTHING],
  [
    'custom_authority_create_operation::fee_params_t',
    (r) => new CustomAuthorityCreateOperationFeeParametersView(r),
  ],
  [
    'custom_authority_update_operation::fee_params_t',
    (r) => new CustomAuthorityUpdateOperationFeeParametersView(r),
  ],
  [
    'custom_authority_delete_operation::fee_params_t',
    (r) => new CustomAuthorityDeleteOperationFeeParametersView(r),
  ],
  ['ticket_create_operation::fee_params_t', (r) => new TicketCreateOperationFeeParametersView(r)],
  ['ticket_update_operation::fee_params_t', (r) => new TicketUpdateOperationFeeParametersView(r)],
  [
    'liquidity_pool_create_operation::fee_params_t',
    (r) => new LiquidityPoolCreateOperationFeeParametersView(r),
  ],
  [
    'liquidity_pool_delete_operation::fee_params_t',
    (r) => new LiquidityPoolDeleteOperationFeeParametersView(r),
  ],
  [
    'liquidity_pool_deposit_operation::fee_params_t',
    (r) => new LiquidityPoolDepositOperationFeeParametersView(r),
  ],
  [
    'liquidity_pool_withdraw_operation::fee_params_t',
    (r) => new LiquidityPoolWithdrawOperationFeeParametersView(r),
  ],
  [
    'liquidity_pool_exchange_operation::fee_params_t',
    (r) => new LiquidityPoolExchangeOperationFeeParametersView(r),
  ],
  ['samet_fund_create_operation::fee_params_t', (r) => new SametFundCreateOperationFeeParametersView(r)],
  ['samet_fund_delete_operation::fee_params_t', (r) => new SametFundDeleteOperationFeeParametersView(r)],
  ['samet_fund_update_operation::fee_params_t', (r) => new SametFundUpdateOperationFeeParametersView(r)],
  ['samet_fund_borrow_operation::fee_params_t', (r) => new SametFundBorrowOperationFeeParametersView(r)],
  ['samet_fund_repay_operation::fee_params_t', (r) => new SametFundRepayOperationFeeParametersView(r)],
  ['credit_offer_create_operation::fee_params_t', (r) => new CreditOfferCreateOperationFeeParametersView(r)],
  ['credit_offer_delete_operation::fee_params_t', (r) => new CreditOfferDeleteOperationFeeParametersView(r)],
  ['credit_offer_update_operation::fee_params_t', (r) => new CreditOfferUpdateOperationFeeParametersView(r)],
  ['credit_offer_accept_operation::fee_params_t', (r) => new CreditOfferAcceptOperationFeeParametersView(r)],
  ['credit_deal_repay_operation::fee_params_t', (r) => new CreditDealRepayOperationFeeParametersView(r)],
  ['credit_deal_expired_operation::fee_params_t', () => NOTHING],
  [
    'liquidity_pool_update_operation::fee_params_t',
    (r) => new LiquidityPoolUpdateOperationFeeParametersView(r),
  ],
  ['credit_deal_update_operation::fee_params_t', (r) => new CreditDealUpdateOperationFeeParametersView(r)],
  ['limit_order_update_operation::fee_params_t', (r) => new LimitOrderUpdateOperationFeeParametersView(r)],
  ['transaction', (r) => new TransactionView(r)],
  ['signed_transaction', (r) => new SignedTransactionView(r)],
  ['processed_transaction', (r) => new ProcessedTransactionView(r)],
  ['block_header', (r) => new BlockHeaderView(r)],
  ['signed_block_header', (r) => new SignedBlockHeaderView(r)],
  ['signed_block', (r) => new SignedBlockView(r)],
  ['operation', (r) => decodeOperation(r)],
  ['fee_parameters', (r) => decodeFeeParameters(r)],
  ['operation_result', (r) => viewOperationResult(r)],
  ['special_authority', (r) => decodeSpecialAuthority(r)],
  ['htlc_hash', (r) => viewHtlcHash(r)],
  ['limit_order_auto_action', (r) => decodeLimitOrderAutoAction(r)],
  ['predicate', (r) => decodePredicate(r)],
  ['vesting_policy_initializer', (r) => decodeVestingPolicyInitializer(r)],
  ['worker_initializer', (r) => decodeWorkerInitializer(r)],
  ['restriction_argument', (r) => viewRestrictionArgument(r)],
])
