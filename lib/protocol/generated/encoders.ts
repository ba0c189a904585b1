// Generated from schema.ts by `npm run generate`; do not edit.

import {
  AccountCreateOperationView,
  AccountNameEqLitPredicateView,
  AssetCreateOperationView,
  AssetOptionsView,
  AssetSymbolEqLitPredicateView,
  CommitteeMemberCreateOperationView,
  CommitteeMemberUpdateOperationView,
  RestrictionView,
  WitnessCreateOperationView,
  WitnessUpdateOperationView,
  WorkerCreateOperationView,
} from './decoders.ts'
import type * as types from './types.ts'
import type { ChainWriter, Encode } from '../encoding.ts'
import {
  checkArray,
  checkObject,
  encodeAddress,
  encodeBool,
  encodeBytes,
  encodeExtensions,
  encodeHash20,
  encodeHash32,
  encodeInt64,
  encodeObjectId,
  encodePublicKey,
  encodeString,
  encodeUint16,
  encodeUint32,
  encodeUint64,
  encodeUint8,
  encodeVaruint,
  encodeVoteId,
  extension,
  fixedBytes,
  map,
  member,
  objectId,
  optional,
  pair,
  refuseTag,
  set,
  tagged,
  vector,
} from '../encoding.ts'
import { found, refuse } from '../json/value-fault.ts'
import type { ObjectId, VoteId } from '../object-id.ts'
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
import { canonicalBytes } from '../transcode.ts'

const encodeAccountId: Encode<ObjectId<1, 2>> = objectId(1, 2)

const encodeSetOfVoteId: Encode<readonly VoteId[]> = set(encodeVoteId, byUint32)

const encodeAssetId: Encode<ObjectId<1, 3>> = objectId(1, 3)

const encodeSetOfAccountId: Encode<readonly ObjectId<1, 2>[]> = set(encodeAccountId, byVarint)

const encodeSetOfAssetId: Encode<readonly ObjectId<1, 3>[]> = set(encodeAssetId, byVarint)

const encodeAdditionalAssetOptions: Encode<types.AdditionalAssetOptions> = extension([
  ['reward_percent', encodeUint16],
  ['whitelist_market_fee_sharing', encodeSetOfAccountId],
  ['taker_fee_percent', encodeUint16],
])

const encodeMapOfAccountIdToUint16: Encode<readonly (readonly [ObjectId<1, 2>, number])[]> = map(
  encodeAccountId,
  byVarint,
  encodeUint16,
)

const encodeMapOfPublicKeyToUint16: Encode<readonly (readonly [string, number])[]> = map(
  encodePublicKey,
  byAddressOfKey,
  encodeUint16,
)

const encodeMapOfAddressToUint16: Encode<readonly (readonly [string, number])[]> = map(
  encodeAddress,
  byBytes20,
  encodeUint16,
)

const encodeBitassetOptionsExtensions: Encode<types.BitassetOptionsExtensions> = extension([
  ['initial_collateral_ratio', encodeUint16],
  ['maintenance_collateral_ratio', encodeUint16],
  ['maximum_short_squeeze_ratio', encodeUint16],
  ['margin_call_fee_ratio', encodeUint16],
  ['force_settle_fee_percent', encodeUint16],
  ['black_swan_response_method', encodeUint8],
])

const encodeFixedBytes33: Encode<string> = fixedBytes(33)

const encodeOptionalStealthConfirmation: Encode<types.StealthConfirmation | undefined> =
  optional(encodeStealthConfirmation)

const encodeChainParametersExtensions: Encode<types.ChainParametersExtensions> = extension([
  ['updatable_htlc_options', encodeHtlcOptions],
  ['custom_authority_options', encodeCustomAuthorityOptionsType],
  ['market_fee_network_percent', encodeUint16],
  ['maker_fee_discount_percent', encodeUint16],
])

const encodeSetOfFeeParameters: Encode<readonly types.FeeParameters[]> = set(encodeFeeParameters, byVarint)

const encodeVectorOfAsset: Encode<readonly types.Asset[]> = vector(encodeAsset)

const encodeSetOfObjectId: Encode<readonly ObjectId[]> = set(encodeObjectId, byUint64)

const encodeOptionalPublicKey: Encode<string | undefined> = optional(encodePublicKey)

const encodeOptionalMemoData: Encode<types.MemoData | undefined> = optional(encodeMemoData)

const encodeVectorOfLimitOrderAutoAction: Encode<readonly types.LimitOrderAutoAction[]> =
  vector(encodeLimitOrderAutoAction)

const encodeLimitOrderCreateOperationExtensions: Encode<types.LimitOrderCreateOperationExtensions> =
  extension([['on_fill', encodeVectorOfLimitOrderAutoAction]])

const encodeLimitOrderId: Encode<ObjectId<1, 7>> = objectId(1, 7)

const encodeCallOrderUpdateOperationExtensions: Encode<types.CallOrderUpdateOperationExtensions> = extension([
  ['target_collateral_ratio', encodeUint16],
])

const encodeAccountCreateOperationExtensions: Encode<types.AccountCreateOperationExtensions> = extension([
  ['null_ext', encodeVoidT],
  ['owner_special_authority', encodeSpecialAuthority],
  ['active_special_authority', encodeSpecialAuthority],
  ['buyback_options', encodeBuybackAccountOptions],
])

const encodeOptionalAuthority: Encode<types.Authority | undefined> = optional(encodeAuthority)

const encodeOptionalAccountOptions: Encode<types.AccountOptions | undefined> = optional(encodeAccountOptions)

const encodeAccountUpdateOperationExtensions: Encode<types.AccountUpdateOperationExtensions> = extension([
  ['null_ext', encodeVoidT],
  ['owner_special_authority', encodeSpecialAuthority],
  ['active_special_authority', encodeSpecialAuthority],
])

const encodeOptionalBitassetOptions: Encode<types.BitassetOptions | undefined> =
  optional(encodeBitassetOptions)

const encodeOptionalAccountId: Encode<ObjectId<1, 2> | undefined> = optional(encodeAccountId)

const encodeAssetUpdateOperationExtensions: Encode<types.AssetUpdateOperationExtensions> = extension([
  ['new_precision', encodeUint8],
  ['skip_core_exchange_rate', encodeBool],
])

const encodeAssetPublishFeedOperationExtensions: Encode<types.AssetPublishFeedOperationExtensions> =
  extension([['initial_collateral_ratio', encodeUint16]])

const encodeWitnessId: Encode<ObjectId<1, 6>> = objectId(1, 6)

const encodeOptionalString: Encode<string | undefined> = optional(encodeString)

const encodeVectorOfOpWrapper: Encode<readonly types.OpWrapper[]> = vector(encodeOpWrapper)

const encodeOptionalUint32: Encode<number | undefined> = optional(encodeUint32)

const encodeProposalId: Encode<ObjectId<1, 10>> = objectId(1, 10)

const encodeSetOfPublicKey: Encode<readonly string[]> = set(encodePublicKey, byAddressOfKey)

const encodeWithdrawPermissionId: Encode<ObjectId<1, 12>> = objectId(1, 12)

const encodeCommitteeMemberId: Encode<ObjectId<1, 5>> = objectId(1, 5)

const encodeVestingBalanceId: Encode<ObjectId<1, 13>> = objectId(1, 13)

const encodeVectorOfPredicate: Encode<readonly types.Predicate[]> = vector(encodePredicate)

const encodeBalanceId: Encode<ObjectId<1, 15>> = objectId(1, 15)

const encodeVectorOfBlindOutput: Encode<readonly types.BlindOutput[]> = vector(encodeBlindOutput)

const encodeVectorOfBlindInput: Encode<readonly types.BlindInput[]> = vector(encodeBlindInput)

const encodeForceSettlementId: Encode<ObjectId<1, 4>> = objectId(1, 4)

const encodeAssetClaimFeesOperationExtensions: Encode<types.AssetClaimFeesOperationExtensions> = extension([
  ['claim_from_asset_id', encodeAssetId],
])

const encodeHtlcCreateOperationExtensions: Encode<types.HtlcCreateOperationExtensions> = extension([
  ['memo', encodeMemoData],
])

const encodeHtlcId: Encode<ObjectId<1, 16>> = objectId(1, 16)

const encodeVectorOfRestriction: Encode<readonly types.Restriction[]> = vector(encodeRestriction)

const encodeCustomAuthorityId: Encode<ObjectId<1, 17>> = objectId(1, 17)

const encodeOptionalBool: Encode<boolean | undefined> = optional(encodeBool)

const encodeOptionalTimePointSec: Encode<number | undefined> = optional(encodeUint32)

const encodeSetOfUint16: Encode<readonly number[]> = set(encodeUint16, byUint16)

const encodeTicketId: Encode<ObjectId<1, 18>> = objectId(1, 18)

const encodeOptionalAsset: Encode<types.Asset | undefined> = optional(encodeAsset)

const encodeLiquidityPoolId: Encode<ObjectId<1, 19>> = objectId(1, 19)

const encodeSametFundId: Encode<ObjectId<1, 20>> = objectId(1, 20)

const encodeMapOfAssetIdToPrice: Encode<readonly (readonly [ObjectId<1, 3>, types.Price])[]> = map(
  encodeAssetId,
  byVarint,
  encodePrice,
)

const encodeMapOfAccountIdToInt64: Encode<readonly (readonly [ObjectId<1, 2>, bigint])[]> = map(
  encodeAccountId,
  byVarint,
  encodeInt64,
)

const encodeCreditOfferId: Encode<ObjectId<1, 21>> = objectId(1, 21)

const encodeOptionalInt64: Encode<bigint | undefined> = optional(encodeInt64)

const encodeOptionalMapOfAssetIdToPrice: Encode<
  readonly (readonly [ObjectId<1, 3>, types.Price])[] | undefined
> = optional(encodeMapOfAssetIdToPrice)

const encodeOptionalMapOfAccountIdToInt64: Encode<
  readonly (readonly [ObjectId<1, 2>, bigint])[] | undefined
> = optional(encodeMapOfAccountIdToInt64)

const encodeCreditOfferAcceptOperationExtensions: Encode<types.CreditOfferAcceptOperationExtensions> =
  extension([['auto_repay', encodeUint8]])

const encodeCreditDealId: Encode<ObjectId<1, 22>> = objectId(1, 22)

const encodeOptionalUint16: Encode<number | undefined> = optional(encodeUint16)

const encodeOptionalPrice: Encode<types.Price | undefined> = optional(encodePrice)

const encodeOptionalVectorOfLimitOrderAutoAction: Encode<readonly types.LimitOrderAutoAction[] | undefined> =
  optional(encodeVectorOfLimitOrderAutoAction)

const encodeVectorOfOperation: Encode<readonly types.Operation[]> = vector(encodeOperation)

const encodeFixedBytes65: Encode<string> = fixedBytes(65)

const encodeVectorOfFixedBytes65: Encode<readonly string[]> = vector(encodeFixedBytes65)

const encodeVectorOfOperationResult: Encode<readonly types.OperationResult[]> = vector(encodeOperationResult)

const encodeVectorOfProcessedTransaction: Encode<readonly types.ProcessedTransaction[]> =
  vector(encodeProcessedTransaction)

const encodeExtendableOperationResultDtl: Encode<types.ExtendableOperationResultDtl> = extension([
  ['impacted_accounts', encodeSetOfAccountId],
  ['new_objects', encodeSetOfObjectId],
  ['updated_objects', encodeSetOfObjectId],
  ['removed_objects', encodeSetOfObjectId],
  ['paid', encodeVectorOfAsset],
  ['received', encodeVectorOfAsset],
  ['fees', encodeVectorOfAsset],
])

const encodeCallOrderId: Encode<ObjectId<1, 8>> = objectId(1, 8)

const encodeCustomId: Encode<ObjectId<1, 9>> = objectId(1, 9)

const encodeWorkerId: Encode<ObjectId<1, 14>> = objectId(1, 14)

const encodeSetOfBool: Encode<readonly boolean[]> = set(encodeBool, byBool)

const encodeSetOfInt64: Encode<readonly bigint[]> = set(encodeInt64, byInt64)

const encodeSetOfString: Encode<readonly string[]> = set(encodeString, byText)

const encodeSetOfTimePointSec: Encode<readonly number[]> = set(encodeUint32, byUint32)

const encodeSetOfSha256: Encode<readonly string[]> = set(encodeHash32, byBytes32)

const encodeSetOfForceSettlementId: Encode<readonly ObjectId<1, 4>[]> = set(encodeForceSettlementId, byVarint)

const encodeSetOfCommitteeMemberId: Encode<readonly ObjectId<1, 5>[]> = set(encodeCommitteeMemberId, byVarint)

const encodeSetOfWitnessId: Encode<readonly ObjectId<1, 6>[]> = set(encodeWitnessId, byVarint)

const encodeSetOfLimitOrderId: Encode<readonly ObjectId<1, 7>[]> = set(encodeLimitOrderId, byVarint)

const encodeSetOfCallOrderId: Encode<readonly ObjectId<1, 8>[]> = set(encodeCallOrderId, byVarint)

const encodeSetOfCustomId: Encode<readonly ObjectId<1, 9>[]> = set(encodeCustomId, byVarint)

const encodeSetOfProposalId: Encode<readonly ObjectId<1, 10>[]> = set(encodeProposalId, byVarint)

const encodeSetOfWithdrawPermissionId: Encode<readonly ObjectId<1, 12>[]> = set(
  encodeWithdrawPermissionId,
  byVarint,
)

const encodeSetOfVestingBalanceId: Encode<readonly ObjectId<1, 13>[]> = set(encodeVestingBalanceId, byVarint)

const encodeSetOfWorkerId: Encode<readonly ObjectId<1, 14>[]> = set(encodeWorkerId, byVarint)

const encodeSetOfBalanceId: Encode<readonly ObjectId<1, 15>[]> = set(encodeBalanceId, byVarint)

const encodeVectorOfVectorOfRestriction: Encode<readonly (readonly types.Restriction[])[]> =
  vector(encodeVectorOfRestriction)

const encodePairOfInt64AndVectorOfRestriction: Encode<readonly [bigint, readonly types.Restriction[]]> = pair(
  encodeInt64,
  encodeVectorOfRestriction,
)

export function encodeAccountNameEqLitPredicate(
  w: ChainWriter,
  value: types.AccountNameEqLitPredicate,
): void {
  checkObject(value)
  member(w, 'account_id', encodeAccountId, value.account_id)
  if (value instanceof AccountNameEqLitPredicateView) {
    w.raw(canonicalBytes('string', value._r.at(value._name)))
  } else {
    member(w, 'name', encodeString, value.name)
  }
}

export function encodeAccountOptions(w: ChainWriter, value: types.AccountOptions): void {
  checkObject(value)
  member(w, 'memo_key', encodePublicKey, value.memo_key)
  member(w, 'voting_account', encodeAccountId, value.voting_account)
  member(w, 'num_witness', encodeUint16, value.num_witness)
  member(w, 'num_committee', encodeUint16, value.num_committee)
  member(w, 'votes', encodeSetOfVoteId, value.votes)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAsset(w: ChainWriter, value: types.Asset): void {
  checkObject(value)
  member(w, 'amount', encodeInt64, value.amount)
  member(w, 'asset_id', encodeAssetId, value.asset_id)
}

export function encodeAssetOptions(w: ChainWriter, value: types.AssetOptions): void {
  checkObject(value)
  member(w, 'max_supply', encodeInt64, value.max_supply)
  member(w, 'market_fee_percent', encodeUint16, value.market_fee_percent)
  member(w, 'max_market_fee', encodeInt64, value.max_market_fee)
  member(w, 'issuer_permissions', encodeUint16, value.issuer_permissions)
  member(w, 'flags', encodeUint16, value.flags)
  member(w, 'core_exchange_rate', encodePrice, value.core_exchange_rate)
  member(w, 'whitelist_authorities', encodeSetOfAccountId, value.whitelist_authorities)
  member(w, 'blacklist_authorities', encodeSetOfAccountId, value.blacklist_authorities)
  member(w, 'whitelist_markets', encodeSetOfAssetId, value.whitelist_markets)
  member(w, 'blacklist_markets', encodeSetOfAssetId, value.blacklist_markets)
  if (value instanceof AssetOptionsView) {
    w.raw(canonicalBytes('string', value._r.at(value._description)))
  } else {
    member(w, 'description', encodeString, value.description)
  }
  member(w, 'extensions', encodeAdditionalAssetOptions, value.extensions)
}

export function encodeAssetSymbolEqLitPredicate(
  w: ChainWriter,
  value: types.AssetSymbolEqLitPredicate,
): void {
  checkObject(value)
  member(w, 'asset_id', encodeAssetId, value.asset_id)
  if (value instanceof AssetSymbolEqLitPredicateView) {
    w.raw(canonicalBytes('string', value._r.at(value._symbol)))
  } else {
    member(w, 'symbol', encodeString, value.symbol)
  }
}

export function encodeAuthority(w: ChainWriter, value: types.Authority): void {
  checkObject(value)
  member(w, 'weight_threshold', encodeUint32, value.weight_threshold)
  member(w, 'account_auths', encodeMapOfAccountIdToUint16, value.account_auths)
  member(w, 'key_auths', encodeMapOfPublicKeyToUint16, value.key_auths)
  member(w, 'address_auths', encodeMapOfAddressToUint16, value.address_auths)
}

export function encodeBitassetOptions(w: ChainWriter, value: types.BitassetOptions): void {
  checkObject(value)
  member(w, 'feed_lifetime_sec', encodeUint32, value.feed_lifetime_sec)
  member(w, 'minimum_feeds', encodeUint8, value.minimum_feeds)
  member(w, 'force_settlement_delay_sec', encodeUint32, value.force_settlement_delay_sec)
  member(w, 'force_settlement_offset_percent', encodeUint16, value.force_settlement_offset_percent)
  member(w, 'maximum_force_settlement_volume', encodeUint16, value.maximum_force_settlement_volume)
  member(w, 'short_backing_asset', encodeAssetId, value.short_backing_asset)
  member(w, 'extensions', encodeBitassetOptionsExtensions, value.extensions)
}

export function encodeBlindInput(w: ChainWriter, value: types.BlindInput): void {
  checkObject(value)
  member(w, 'commitment', encodeFixedBytes33, value.commitment)
  member(w, 'owner', encodeAuthority, value.owner)
}

export function encodeBlindOutput(w: ChainWriter, value: types.BlindOutput): void {
  checkObject(value)
  member(w, 'commitment', encodeFixedBytes33, value.commitment)
  member(w, 'range_proof', encodeBytes, value.range_proof)
  member(w, 'owner', encodeAuthority, value.owner)
  member(w, 'stealth_memo', encodeOptionalStealthConfirmation, value.stealth_memo)
}

export function encodeBlockIdPredicate(w: ChainWriter, value: types.BlockIdPredicate): void {
  checkObject(value)
  member(w, 'id', encodeHash20, value.id)
}

export function encodeBurnWorkerInitializer(_w: ChainWriter, value: types.BurnWorkerInitializer): void {
  checkObject(value)
}

export function encodeBuybackAccountOptions(w: ChainWriter, value: types.BuybackAccountOptions): void {
  checkObject(value)
  member(w, 'asset_to_buy', encodeAssetId, value.asset_to_buy)
  member(w, 'asset_to_buy_issuer', encodeAccountId, value.asset_to_buy_issuer)
  member(w, 'markets', encodeSetOfAssetId, value.markets)
}

export function encodeCddVestingPolicyInitializer(
  w: ChainWriter,
  value: types.CddVestingPolicyInitializer,
): void {
  checkObject(value)
  member(w, 'start_claim', encodeUint32, value.start_claim)
  member(w, 'vesting_seconds', encodeUint32, value.vesting_seconds)
}

export function encodeChainParameters(w: ChainWriter, value: types.ChainParameters): void {
  checkObject(value)
  member(w, 'current_fees', encodeFeeSchedule, value.current_fees)
  member(w, 'block_interval', encodeUint8, value.block_interval)
  member(w, 'maintenance_interval', encodeUint32, value.maintenance_interval)
  member(w, 'maintenance_skip_slots', encodeUint8, value.maintenance_skip_slots)
  member(w, 'committee_proposal_review_period', encodeUint32, value.committee_proposal_review_period)
  member(w, 'maximum_transaction_size', encodeUint32, value.maximum_transaction_size)
  member(w, 'maximum_block_size', encodeUint32, value.maximum_block_size)
  member(w, 'maximum_time_until_expiration', encodeUint32, value.maximum_time_until_expiration)
  member(w, 'maximum_proposal_lifetime', encodeUint32, value.maximum_proposal_lifetime)
  member(w, 'maximum_asset_whitelist_authorities', encodeUint8, value.maximum_asset_whitelist_authorities)
  member(w, 'maximum_asset_feed_publishers', encodeUint8, value.maximum_asset_feed_publishers)
  member(w, 'maximum_witness_count', encodeUint16, value.maximum_witness_count)
  member(w, 'maximum_committee_count', encodeUint16, value.maximum_committee_count)
  member(w, 'maximum_authority_membership', encodeUint16, value.maximum_authority_membership)
  member(w, 'reserve_percent_of_fee', encodeUint16, value.reserve_percent_of_fee)
  member(w, 'network_percent_of_fee', encodeUint16, value.network_percent_of_fee)
  member(w, 'lifetime_referrer_percent_of_fee', encodeUint16, value.lifetime_referrer_percent_of_fee)
  member(w, 'cashback_vesting_period_seconds', encodeUint32, value.cashback_vesting_period_seconds)
  member(w, 'cashback_vesting_threshold', encodeInt64, value.cashback_vesting_threshold)
  member(w, 'count_non_member_votes', encodeBool, value.count_non_member_votes)
  member(w, 'allow_non_member_whitelists', encodeBool, value.allow_non_member_whitelists)
  member(w, 'witness_pay_per_block', encodeInt64, value.witness_pay_per_block)
  member(w, 'worker_budget_per_day', encodeInt64, value.worker_budget_per_day)
  member(w, 'max_predicate_opcode', encodeUint16, value.max_predicate_opcode)
  member(w, 'fee_liquidation_threshold', encodeInt64, value.fee_liquidation_threshold)
  member(w, 'accounts_per_fee_scale', encodeUint16, value.accounts_per_fee_scale)
  member(w, 'account_fee_scale_bitshifts', encodeUint8, value.account_fee_scale_bitshifts)
  member(w, 'max_authority_depth', encodeUint8, value.max_authority_depth)
  member(w, 'extensions', encodeChainParametersExtensions, value.extensions)
}

export function encodeCreateTakeProfitOrderAction(
  w: ChainWriter,
  value: types.CreateTakeProfitOrderAction,
): void {
  checkObject(value)
  member(w, 'fee_asset_id', encodeAssetId, value.fee_asset_id)
  member(w, 'spread_percent', encodeUint16, value.spread_percent)
  member(w, 'size_percent', encodeUint16, value.size_percent)
  member(w, 'expiration_seconds', encodeUint32, value.expiration_seconds)
  member(w, 'repeat', encodeBool, value.repeat)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCustomAuthorityOptionsType(
  w: ChainWriter,
  value: types.CustomAuthorityOptionsType,
): void {
  checkObject(value)
  member(
    w,
    'max_custom_authority_lifetime_seconds',
    encodeUint32,
    value.max_custom_authority_lifetime_seconds,
  )
  member(w, 'max_custom_authorities_per_account', encodeUint32, value.max_custom_authorities_per_account)
  member(
    w,
    'max_custom_authorities_per_account_op',
    encodeUint32,
    value.max_custom_authorities_per_account_op,
  )
  member(w, 'max_custom_authority_restrictions', encodeUint32, value.max_custom_authority_restrictions)
}

export function encodeFeeSchedule(w: ChainWriter, value: types.FeeSchedule): void {
  checkObject(value)
  member(w, 'parameters', encodeSetOfFeeParameters, value.parameters)
  member(w, 'scale', encodeUint32, value.scale)
}

export function encodeGenericExchangeOperationResult(
  w: ChainWriter,
  value: types.GenericExchangeOperationResult,
): void {
  checkObject(value)
  member(w, 'paid', encodeVectorOfAsset, value.paid)
  member(w, 'received', encodeVectorOfAsset, value.received)
  member(w, 'fees', encodeVectorOfAsset, value.fees)
}

export function encodeGenericOperationResult(w: ChainWriter, value: types.GenericOperationResult): void {
  checkObject(value)
  member(w, 'new_objects', encodeSetOfObjectId, value.new_objects)
  member(w, 'updated_objects', encodeSetOfObjectId, value.updated_objects)
  member(w, 'removed_objects', encodeSetOfObjectId, value.removed_objects)
}

export function encodeHtlcOptions(w: ChainWriter, value: types.HtlcOptions): void {
  checkObject(value)
  member(w, 'max_timeout_secs', encodeUint32, value.max_timeout_secs)
  member(w, 'max_preimage_size', encodeUint32, value.max_preimage_size)
}

export function encodeInstantVestingPolicyInitializer(
  _w: ChainWriter,
  value: types.InstantVestingPolicyInitializer,
): void {
  checkObject(value)
}

export function encodeLinearVestingPolicyInitializer(
  w: ChainWriter,
  value: types.LinearVestingPolicyInitializer,
): void {
  checkObject(value)
  member(w, 'begin_timestamp', encodeUint32, value.begin_timestamp)
  member(w, 'vesting_cliff_seconds', encodeUint32, value.vesting_cliff_seconds)
  member(w, 'vesting_duration_seconds', encodeUint32, value.vesting_duration_seconds)
}

export function encodeMemoData(w: ChainWriter, value: types.MemoData): void {
  checkObject(value)
  member(w, 'from', encodePublicKey, value.from)
  member(w, 'to', encodePublicKey, value.to)
  member(w, 'nonce', encodeUint64, value.nonce)
  member(w, 'message', encodeBytes, value.message)
}

export function encodeNoSpecialAuthority(_w: ChainWriter, value: types.NoSpecialAuthority): void {
  checkObject(value)
}

export function encodeOpWrapper(w: ChainWriter, value: types.OpWrapper): void {
  checkObject(value)
  w.enter()
  member(w, 'op', encodeOperation, value.op)
  w.leave()
}

export function encodePrice(w: ChainWriter, value: types.Price): void {
  checkObject(value)
  member(w, 'base', encodeAsset, value.base)
  member(w, 'quote', encodeAsset, value.quote)
}

export function encodePriceFeed(w: ChainWriter, value: types.PriceFeed): void {
  checkObject(value)
  member(w, 'settlement_price', encodePrice, value.settlement_price)
  member(w, 'maintenance_collateral_ratio', encodeUint16, value.maintenance_collateral_ratio)
  member(w, 'maximum_short_squeeze_ratio', encodeUint16, value.maximum_short_squeeze_ratio)
  member(w, 'core_exchange_rate', encodePrice, value.core_exchange_rate)
}

export function encodeRefundWorkerInitializer(_w: ChainWriter, value: types.RefundWorkerInitializer): void {
  checkObject(value)
}

export function encodeRestriction(w: ChainWriter, value: types.Restriction): void {
  checkObject(value)
  w.enter()
  member(w, 'member_index', encodeVaruint, value.member_index)
  member(w, 'restriction_type', encodeVaruint, value.restriction_type)
  if (value instanceof RestrictionView) {
    w.raw(canonicalBytes({ named_variant: 'restriction_argument' }, value._r.at(value._argument)))
  } else {
    member(w, 'argument', encodeRestrictionArgument, value.argument)
  }
  member(w, 'extensions', encodeExtensions, value.extensions)
  w.leave()
}

export function encodeStealthConfirmation(w: ChainWriter, value: types.StealthConfirmation): void {
  checkObject(value)
  member(w, 'one_time_key', encodePublicKey, value.one_time_key)
  member(w, 'to', encodeOptionalPublicKey, value.to)
  member(w, 'encrypted_memo', encodeBytes, value.encrypted_memo)
}

export function encodeTopHoldersSpecialAuthority(
  w: ChainWriter,
  value: types.TopHoldersSpecialAuthority,
): void {
  checkObject(value)
  member(w, 'asset', encodeAssetId, value.asset)
  member(w, 'num_top_holders', encodeUint8, value.num_top_holders)
}

export function encodeVestingBalanceWorkerInitializer(
  w: ChainWriter,
  value: types.VestingBalanceWorkerInitializer,
): void {
  checkObject(value)
  member(w, 'pay_vesting_period_days', encodeUint16, value.pay_vesting_period_days)
}

export function encodeVoidResult(_w: ChainWriter, value: types.VoidResult): void {
  checkObject(value)
}

export function encodeVoidT(_w: ChainWriter, value: types.VoidT): void {
  checkObject(value)
}

export function encodeTransferOperation(w: ChainWriter, value: types.TransferOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'from', encodeAccountId, value.from)
  member(w, 'to', encodeAccountId, value.to)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'memo', encodeOptionalMemoData, value.memo)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLimitOrderCreateOperation(
  w: ChainWriter,
  value: types.LimitOrderCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'seller', encodeAccountId, value.seller)
  member(w, 'amount_to_sell', encodeAsset, value.amount_to_sell)
  member(w, 'min_to_receive', encodeAsset, value.min_to_receive)
  member(w, 'expiration', encodeUint32, value.expiration)
  member(w, 'fill_or_kill', encodeBool, value.fill_or_kill)
  member(w, 'extensions', encodeLimitOrderCreateOperationExtensions, value.extensions)
}

export function encodeLimitOrderCancelOperation(
  w: ChainWriter,
  value: types.LimitOrderCancelOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'fee_paying_account', encodeAccountId, value.fee_paying_account)
  member(w, 'order', encodeLimitOrderId, value.order)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCallOrderUpdateOperation(w: ChainWriter, value: types.CallOrderUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'funding_account', encodeAccountId, value.funding_account)
  member(w, 'delta_collateral', encodeAsset, value.delta_collateral)
  member(w, 'delta_debt', encodeAsset, value.delta_debt)
  member(w, 'extensions', encodeCallOrderUpdateOperationExtensions, value.extensions)
}

export function encodeFillOrderOperation(w: ChainWriter, value: types.FillOrderOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'order_id', encodeObjectId, value.order_id)
  member(w, 'account_id', encodeAccountId, value.account_id)
  member(w, 'pays', encodeAsset, value.pays)
  member(w, 'receives', encodeAsset, value.receives)
  member(w, 'fill_price', encodePrice, value.fill_price)
  member(w, 'is_maker', encodeBool, value.is_maker)
}

export function encodeAccountCreateOperation(w: ChainWriter, value: types.AccountCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'registrar', encodeAccountId, value.registrar)
  member(w, 'referrer', encodeAccountId, value.referrer)
  member(w, 'referrer_percent', encodeUint16, value.referrer_percent)
  if (value instanceof AccountCreateOperationView) {
    w.raw(canonicalBytes('string', value._r.at(value._name)))
  } else {
    member(w, 'name', encodeString, value.name)
  }
  member(w, 'owner', encodeAuthority, value.owner)
  member(w, 'active', encodeAuthority, value.active)
  member(w, 'options', encodeAccountOptions, value.options)
  member(w, 'extensions', encodeAccountCreateOperationExtensions, value.extensions)
}

export function encodeAccountUpdateOperation(w: ChainWriter, value: types.AccountUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'owner', encodeOptionalAuthority, value.owner)
  member(w, 'active', encodeOptionalAuthority, value.active)
  member(w, 'new_options', encodeOptionalAccountOptions, value.new_options)
  member(w, 'extensions', encodeAccountUpdateOperationExtensions, value.extensions)
}

export function encodeAccountWhitelistOperation(
  w: ChainWriter,
  value: types.AccountWhitelistOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'authorizing_account', encodeAccountId, value.authorizing_account)
  member(w, 'account_to_list', encodeAccountId, value.account_to_list)
  member(w, 'new_listing', encodeUint8, value.new_listing)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAccountUpgradeOperation(w: ChainWriter, value: types.AccountUpgradeOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account_to_upgrade', encodeAccountId, value.account_to_upgrade)
  member(w, 'upgrade_to_lifetime_member', encodeBool, value.upgrade_to_lifetime_member)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAccountTransferOperation(w: ChainWriter, value: types.AccountTransferOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account_id', encodeAccountId, value.account_id)
  member(w, 'new_owner', encodeAccountId, value.new_owner)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetCreateOperation(w: ChainWriter, value: types.AssetCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  if (value instanceof AssetCreateOperationView) {
    w.raw(canonicalBytes('string', value._r.at(value._symbol)))
  } else {
    member(w, 'symbol', encodeString, value.symbol)
  }
  member(w, 'precision', encodeUint8, value.precision)
  member(w, 'common_options', encodeAssetOptions, value.common_options)
  member(w, 'bitasset_opts', encodeOptionalBitassetOptions, value.bitasset_opts)
  member(w, 'is_prediction_market', encodeBool, value.is_prediction_market)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetUpdateOperation(w: ChainWriter, value: types.AssetUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_to_update', encodeAssetId, value.asset_to_update)
  member(w, 'new_issuer', encodeOptionalAccountId, value.new_issuer)
  member(w, 'new_options', encodeAssetOptions, value.new_options)
  member(w, 'extensions', encodeAssetUpdateOperationExtensions, value.extensions)
}

export function encodeAssetUpdateBitassetOperation(
  w: ChainWriter,
  value: types.AssetUpdateBitassetOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_to_update', encodeAssetId, value.asset_to_update)
  member(w, 'new_options', encodeBitassetOptions, value.new_options)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetUpdateFeedProducersOperation(
  w: ChainWriter,
  value: types.AssetUpdateFeedProducersOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_to_update', encodeAssetId, value.asset_to_update)
  member(w, 'new_feed_producers', encodeSetOfAccountId, value.new_feed_producers)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetIssueOperation(w: ChainWriter, value: types.AssetIssueOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_to_issue', encodeAsset, value.asset_to_issue)
  member(w, 'issue_to_account', encodeAccountId, value.issue_to_account)
  member(w, 'memo', encodeOptionalMemoData, value.memo)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetReserveOperation(w: ChainWriter, value: types.AssetReserveOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'payer', encodeAccountId, value.payer)
  member(w, 'amount_to_reserve', encodeAsset, value.amount_to_reserve)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetFundFeePoolOperation(
  w: ChainWriter,
  value: types.AssetFundFeePoolOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'from_account', encodeAccountId, value.from_account)
  member(w, 'asset_id', encodeAssetId, value.asset_id)
  member(w, 'amount', encodeInt64, value.amount)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetSettleOperation(w: ChainWriter, value: types.AssetSettleOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetGlobalSettleOperation(
  w: ChainWriter,
  value: types.AssetGlobalSettleOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_to_settle', encodeAssetId, value.asset_to_settle)
  member(w, 'settle_price', encodePrice, value.settle_price)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetPublishFeedOperation(
  w: ChainWriter,
  value: types.AssetPublishFeedOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'publisher', encodeAccountId, value.publisher)
  member(w, 'asset_id', encodeAssetId, value.asset_id)
  member(w, 'feed', encodePriceFeed, value.feed)
  member(w, 'extensions', encodeAssetPublishFeedOperationExtensions, value.extensions)
}

export function encodeWitnessCreateOperation(w: ChainWriter, value: types.WitnessCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'witness_account', encodeAccountId, value.witness_account)
  if (value instanceof WitnessCreateOperationView) {
    w.raw(canonicalBytes('string', value._r.at(value._url)))
  } else {
    member(w, 'url', encodeString, value.url)
  }
  member(w, 'block_signing_key', encodePublicKey, value.block_signing_key)
}

export function encodeWitnessUpdateOperation(w: ChainWriter, value: types.WitnessUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'witness', encodeWitnessId, value.witness)
  member(w, 'witness_account', encodeAccountId, value.witness_account)
  if (value instanceof WitnessUpdateOperationView && value._new_url !== undefined) {
    w.bool(true)
    w.raw(canonicalBytes('string', value._r.at(value._new_url)))
  } else {
    member(w, 'new_url', encodeOptionalString, value.new_url)
  }
  member(w, 'new_signing_key', encodeOptionalPublicKey, value.new_signing_key)
}

export function encodeProposalCreateOperation(w: ChainWriter, value: types.ProposalCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'fee_paying_account', encodeAccountId, value.fee_paying_account)
  member(w, 'expiration_time', encodeUint32, value.expiration_time)
  member(w, 'proposed_ops', encodeVectorOfOpWrapper, value.proposed_ops)
  member(w, 'review_period_seconds', encodeOptionalUint32, value.review_period_seconds)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeProposalUpdateOperation(w: ChainWriter, value: types.ProposalUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'fee_paying_account', encodeAccountId, value.fee_paying_account)
  member(w, 'proposal', encodeProposalId, value.proposal)
  member(w, 'active_approvals_to_add', encodeSetOfAccountId, value.active_approvals_to_add)
  member(w, 'active_approvals_to_remove', encodeSetOfAccountId, value.active_approvals_to_remove)
  member(w, 'owner_approvals_to_add', encodeSetOfAccountId, value.owner_approvals_to_add)
  member(w, 'owner_approvals_to_remove', encodeSetOfAccountId, value.owner_approvals_to_remove)
  member(w, 'key_approvals_to_add', encodeSetOfPublicKey, value.key_approvals_to_add)
  member(w, 'key_approvals_to_remove', encodeSetOfPublicKey, value.key_approvals_to_remove)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeProposalDeleteOperation(w: ChainWriter, value: types.ProposalDeleteOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'fee_paying_account', encodeAccountId, value.fee_paying_account)
  member(w, 'using_owner_authority', encodeBool, value.using_owner_authority)
  member(w, 'proposal', encodeProposalId, value.proposal)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeWithdrawPermissionCreateOperation(
  w: ChainWriter,
  value: types.WithdrawPermissionCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'withdraw_from_account', encodeAccountId, value.withdraw_from_account)
  member(w, 'authorized_account', encodeAccountId, value.authorized_account)
  member(w, 'withdrawal_limit', encodeAsset, value.withdrawal_limit)
  member(w, 'withdrawal_period_sec', encodeUint32, value.withdrawal_period_sec)
  member(w, 'periods_until_expiration', encodeUint32, value.periods_until_expiration)
  member(w, 'period_start_time', encodeUint32, value.period_start_time)
}

export function encodeWithdrawPermissionUpdateOperation(
  w: ChainWriter,
  value: types.WithdrawPermissionUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'withdraw_from_account', encodeAccountId, value.withdraw_from_account)
  member(w, 'authorized_account', encodeAccountId, value.authorized_account)
  member(w, 'permission_to_update', encodeWithdrawPermissionId, value.permission_to_update)
  member(w, 'withdrawal_limit', encodeAsset, value.withdrawal_limit)
  member(w, 'withdrawal_period_sec', encodeUint32, value.withdrawal_period_sec)
  member(w, 'period_start_time', encodeUint32, value.period_start_time)
  member(w, 'periods_until_expiration', encodeUint32, value.periods_until_expiration)
}

export function encodeWithdrawPermissionClaimOperation(
  w: ChainWriter,
  value: types.WithdrawPermissionClaimOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'withdraw_permission', encodeWithdrawPermissionId, value.withdraw_permission)
  member(w, 'withdraw_from_account', encodeAccountId, value.withdraw_from_account)
  member(w, 'withdraw_to_account', encodeAccountId, value.withdraw_to_account)
  member(w, 'amount_to_withdraw', encodeAsset, value.amount_to_withdraw)
  member(w, 'memo', encodeOptionalMemoData, value.memo)
}

export function encodeWithdrawPermissionDeleteOperation(
  w: ChainWriter,
  value: types.WithdrawPermissionDeleteOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'withdraw_from_account', encodeAccountId, value.withdraw_from_account)
  member(w, 'authorized_account', encodeAccountId, value.authorized_account)
  member(w, 'withdrawal_permission', encodeWithdrawPermissionId, value.withdrawal_permission)
}

export function encodeCommitteeMemberCreateOperation(
  w: ChainWriter,
  value: types.CommitteeMemberCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'committee_member_account', encodeAccountId, value.committee_member_account)
  if (value instanceof CommitteeMemberCreateOperationView) {
    w.raw(canonicalBytes('string', value._r.at(value._url)))
  } else {
    member(w, 'url', encodeString, value.url)
  }
}

export function encodeCommitteeMemberUpdateOperation(
  w: ChainWriter,
  value: types.CommitteeMemberUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'committee_member', encodeCommitteeMemberId, value.committee_member)
  member(w, 'committee_member_account', encodeAccountId, value.committee_member_account)
  if (value instanceof CommitteeMemberUpdateOperationView && value._new_url !== undefined) {
    w.bool(true)
    w.raw(canonicalBytes('string', value._r.at(value._new_url)))
  } else {
    member(w, 'new_url', encodeOptionalString, value.new_url)
  }
}

export function encodeCommitteeMemberUpdateGlobalParametersOperation(
  w: ChainWriter,
  value: types.CommitteeMemberUpdateGlobalParametersOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'new_parameters', encodeChainParameters, value.new_parameters)
}

export function encodeVestingBalanceCreateOperation(
  w: ChainWriter,
  value: types.VestingBalanceCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'creator', encodeAccountId, value.creator)
  member(w, 'owner', encodeAccountId, value.owner)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'policy', encodeVestingPolicyInitializer, value.policy)
}

export function encodeVestingBalanceWithdrawOperation(
  w: ChainWriter,
  value: types.VestingBalanceWithdrawOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'vesting_balance', encodeVestingBalanceId, value.vesting_balance)
  member(w, 'owner', encodeAccountId, value.owner)
  member(w, 'amount', encodeAsset, value.amount)
}

export function encodeWorkerCreateOperation(w: ChainWriter, value: types.WorkerCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner', encodeAccountId, value.owner)
  member(w, 'work_begin_date', encodeUint32, value.work_begin_date)
  member(w, 'work_end_date', encodeUint32, value.work_end_date)
  member(w, 'daily_pay', encodeInt64, value.daily_pay)
  if (value instanceof WorkerCreateOperationView) {
    w.raw(canonicalBytes('string', value._r.at(value._name)))
  } else {
    member(w, 'name', encodeString, value.name)
  }
  if (value instanceof WorkerCreateOperationView) {
    w.raw(canonicalBytes('string', value._r.at(value._url)))
  } else {
    member(w, 'url', encodeString, value.url)
  }
  member(w, 'initializer', encodeWorkerInitializer, value.initializer)
}

export function encodeCustomOperation(w: ChainWriter, value: types.CustomOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'payer', encodeAccountId, value.payer)
  member(w, 'required_auths', encodeSetOfAccountId, value.required_auths)
  member(w, 'id', encodeUint16, value.id)
  member(w, 'data', encodeBytes, value.data)
}

export function encodeAssertOperation(w: ChainWriter, value: types.AssertOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'fee_paying_account', encodeAccountId, value.fee_paying_account)
  member(w, 'predicates', encodeVectorOfPredicate, value.predicates)
  member(w, 'required_auths', encodeSetOfAccountId, value.required_auths)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeBalanceClaimOperation(w: ChainWriter, value: types.BalanceClaimOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'deposit_to_account', encodeAccountId, value.deposit_to_account)
  member(w, 'balance_to_claim', encodeBalanceId, value.balance_to_claim)
  member(w, 'balance_owner_key', encodePublicKey, value.balance_owner_key)
  member(w, 'total_claimed', encodeAsset, value.total_claimed)
}

export function encodeOverrideTransferOperation(
  w: ChainWriter,
  value: types.OverrideTransferOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'from', encodeAccountId, value.from)
  member(w, 'to', encodeAccountId, value.to)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'memo', encodeOptionalMemoData, value.memo)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeTransferToBlindOperation(w: ChainWriter, value: types.TransferToBlindOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'from', encodeAccountId, value.from)
  member(w, 'blinding_factor', encodeHash32, value.blinding_factor)
  member(w, 'outputs', encodeVectorOfBlindOutput, value.outputs)
}

export function encodeBlindTransferOperation(w: ChainWriter, value: types.BlindTransferOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'inputs', encodeVectorOfBlindInput, value.inputs)
  member(w, 'outputs', encodeVectorOfBlindOutput, value.outputs)
}

export function encodeTransferFromBlindOperation(
  w: ChainWriter,
  value: types.TransferFromBlindOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'to', encodeAccountId, value.to)
  member(w, 'blinding_factor', encodeHash32, value.blinding_factor)
  member(w, 'inputs', encodeVectorOfBlindInput, value.inputs)
}

export function encodeAssetSettleCancelOperation(
  w: ChainWriter,
  value: types.AssetSettleCancelOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'settlement', encodeForceSettlementId, value.settlement)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'amount', encodeAsset, value.amount)
}

export function encodeAssetClaimFeesOperation(w: ChainWriter, value: types.AssetClaimFeesOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'amount_to_claim', encodeAsset, value.amount_to_claim)
  member(w, 'extensions', encodeAssetClaimFeesOperationExtensions, value.extensions)
}

export function encodeFbaDistributeOperation(w: ChainWriter, value: types.FbaDistributeOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account_id', encodeAccountId, value.account_id)
  member(w, 'fba_id', encodeObjectId, value.fba_id)
  member(w, 'amount', encodeInt64, value.amount)
}

export function encodeBidCollateralOperation(w: ChainWriter, value: types.BidCollateralOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'bidder', encodeAccountId, value.bidder)
  member(w, 'additional_collateral', encodeAsset, value.additional_collateral)
  member(w, 'debt_covered', encodeAsset, value.debt_covered)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeExecuteBidOperation(w: ChainWriter, value: types.ExecuteBidOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'bidder', encodeAccountId, value.bidder)
  member(w, 'debt', encodeAsset, value.debt)
  member(w, 'collateral', encodeAsset, value.collateral)
}

export function encodeAssetClaimPoolOperation(w: ChainWriter, value: types.AssetClaimPoolOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_id', encodeAssetId, value.asset_id)
  member(w, 'amount_to_claim', encodeAsset, value.amount_to_claim)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeAssetUpdateIssuerOperation(
  w: ChainWriter,
  value: types.AssetUpdateIssuerOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'issuer', encodeAccountId, value.issuer)
  member(w, 'asset_to_update', encodeAssetId, value.asset_to_update)
  member(w, 'new_issuer', encodeAccountId, value.new_issuer)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeHtlcCreateOperation(w: ChainWriter, value: types.HtlcCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'from', encodeAccountId, value.from)
  member(w, 'to', encodeAccountId, value.to)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'preimage_hash', encodeHtlcHash, value.preimage_hash)
  member(w, 'preimage_size', encodeUint16, value.preimage_size)
  member(w, 'claim_period_seconds', encodeUint32, value.claim_period_seconds)
  member(w, 'extensions', encodeHtlcCreateOperationExtensions, value.extensions)
}

export function encodeHtlcRedeemOperation(w: ChainWriter, value: types.HtlcRedeemOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'htlc_id', encodeHtlcId, value.htlc_id)
  member(w, 'redeemer', encodeAccountId, value.redeemer)
  member(w, 'preimage', encodeBytes, value.preimage)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeHtlcRedeemedOperation(w: ChainWriter, value: types.HtlcRedeemedOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'htlc_id', encodeHtlcId, value.htlc_id)
  member(w, 'from', encodeAccountId, value.from)
  member(w, 'to', encodeAccountId, value.to)
  member(w, 'redeemer', encodeAccountId, value.redeemer)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'htlc_preimage_hash', encodeHtlcHash, value.htlc_preimage_hash)
  member(w, 'htlc_preimage_size', encodeUint16, value.htlc_preimage_size)
  member(w, 'preimage', encodeBytes, value.preimage)
}

export function encodeHtlcExtendOperation(w: ChainWriter, value: types.HtlcExtendOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'htlc_id', encodeHtlcId, value.htlc_id)
  member(w, 'update_issuer', encodeAccountId, value.update_issuer)
  member(w, 'seconds_to_add', encodeUint32, value.seconds_to_add)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeHtlcRefundOperation(w: ChainWriter, value: types.HtlcRefundOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'htlc_id', encodeHtlcId, value.htlc_id)
  member(w, 'to', encodeAccountId, value.to)
  member(w, 'original_htlc_recipient', encodeAccountId, value.original_htlc_recipient)
  member(w, 'htlc_amount', encodeAsset, value.htlc_amount)
  member(w, 'htlc_preimage_hash', encodeHtlcHash, value.htlc_preimage_hash)
  member(w, 'htlc_preimage_size', encodeUint16, value.htlc_preimage_size)
}

export function encodeCustomAuthorityCreateOperation(
  w: ChainWriter,
  value: types.CustomAuthorityCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'enabled', encodeBool, value.enabled)
  member(w, 'valid_from', encodeUint32, value.valid_from)
  member(w, 'valid_to', encodeUint32, value.valid_to)
  member(w, 'operation_type', encodeVaruint, value.operation_type)
  member(w, 'auth', encodeAuthority, value.auth)
  member(w, 'restrictions', encodeVectorOfRestriction, value.restrictions)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCustomAuthorityUpdateOperation(
  w: ChainWriter,
  value: types.CustomAuthorityUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'authority_to_update', encodeCustomAuthorityId, value.authority_to_update)
  member(w, 'new_enabled', encodeOptionalBool, value.new_enabled)
  member(w, 'new_valid_from', encodeOptionalTimePointSec, value.new_valid_from)
  member(w, 'new_valid_to', encodeOptionalTimePointSec, value.new_valid_to)
  member(w, 'new_auth', encodeOptionalAuthority, value.new_auth)
  member(w, 'restrictions_to_remove', encodeSetOfUint16, value.restrictions_to_remove)
  member(w, 'restrictions_to_add', encodeVectorOfRestriction, value.restrictions_to_add)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCustomAuthorityDeleteOperation(
  w: ChainWriter,
  value: types.CustomAuthorityDeleteOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'authority_to_delete', encodeCustomAuthorityId, value.authority_to_delete)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeTicketCreateOperation(w: ChainWriter, value: types.TicketCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'target_type', encodeVaruint, value.target_type)
  member(w, 'amount', encodeAsset, value.amount)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeTicketUpdateOperation(w: ChainWriter, value: types.TicketUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'ticket', encodeTicketId, value.ticket)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'target_type', encodeVaruint, value.target_type)
  member(w, 'amount_for_new_target', encodeOptionalAsset, value.amount_for_new_target)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLiquidityPoolCreateOperation(
  w: ChainWriter,
  value: types.LiquidityPoolCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'asset_a', encodeAssetId, value.asset_a)
  member(w, 'asset_b', encodeAssetId, value.asset_b)
  member(w, 'share_asset', encodeAssetId, value.share_asset)
  member(w, 'taker_fee_percent', encodeUint16, value.taker_fee_percent)
  member(w, 'withdrawal_fee_percent', encodeUint16, value.withdrawal_fee_percent)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLiquidityPoolDeleteOperation(
  w: ChainWriter,
  value: types.LiquidityPoolDeleteOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'pool', encodeLiquidityPoolId, value.pool)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLiquidityPoolDepositOperation(
  w: ChainWriter,
  value: types.LiquidityPoolDepositOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'pool', encodeLiquidityPoolId, value.pool)
  member(w, 'amount_a', encodeAsset, value.amount_a)
  member(w, 'amount_b', encodeAsset, value.amount_b)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLiquidityPoolWithdrawOperation(
  w: ChainWriter,
  value: types.LiquidityPoolWithdrawOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'pool', encodeLiquidityPoolId, value.pool)
  member(w, 'share_amount', encodeAsset, value.share_amount)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLiquidityPoolExchangeOperation(
  w: ChainWriter,
  value: types.LiquidityPoolExchangeOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'pool', encodeLiquidityPoolId, value.pool)
  member(w, 'amount_to_sell', encodeAsset, value.amount_to_sell)
  member(w, 'min_to_receive', encodeAsset, value.min_to_receive)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSametFundCreateOperation(w: ChainWriter, value: types.SametFundCreateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner_account', encodeAccountId, value.owner_account)
  member(w, 'asset_type', encodeAssetId, value.asset_type)
  member(w, 'balance', encodeInt64, value.balance)
  member(w, 'fee_rate', encodeUint32, value.fee_rate)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSametFundDeleteOperation(w: ChainWriter, value: types.SametFundDeleteOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner_account', encodeAccountId, value.owner_account)
  member(w, 'fund_id', encodeSametFundId, value.fund_id)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSametFundUpdateOperation(w: ChainWriter, value: types.SametFundUpdateOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner_account', encodeAccountId, value.owner_account)
  member(w, 'fund_id', encodeSametFundId, value.fund_id)
  member(w, 'delta_amount', encodeOptionalAsset, value.delta_amount)
  member(w, 'new_fee_rate', encodeOptionalUint32, value.new_fee_rate)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSametFundBorrowOperation(w: ChainWriter, value: types.SametFundBorrowOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'borrower', encodeAccountId, value.borrower)
  member(w, 'fund_id', encodeSametFundId, value.fund_id)
  member(w, 'borrow_amount', encodeAsset, value.borrow_amount)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSametFundRepayOperation(w: ChainWriter, value: types.SametFundRepayOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'fund_id', encodeSametFundId, value.fund_id)
  member(w, 'repay_amount', encodeAsset, value.repay_amount)
  member(w, 'fund_fee', encodeAsset, value.fund_fee)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCreditOfferCreateOperation(
  w: ChainWriter,
  value: types.CreditOfferCreateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner_account', encodeAccountId, value.owner_account)
  member(w, 'asset_type', encodeAssetId, value.asset_type)
  member(w, 'balance', encodeInt64, value.balance)
  member(w, 'fee_rate', encodeUint32, value.fee_rate)
  member(w, 'max_duration_seconds', encodeUint32, value.max_duration_seconds)
  member(w, 'min_deal_amount', encodeInt64, value.min_deal_amount)
  member(w, 'enabled', encodeBool, value.enabled)
  member(w, 'auto_disable_time', encodeUint32, value.auto_disable_time)
  member(w, 'acceptable_collateral', encodeMapOfAssetIdToPrice, value.acceptable_collateral)
  member(w, 'acceptable_borrowers', encodeMapOfAccountIdToInt64, value.acceptable_borrowers)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCreditOfferDeleteOperation(
  w: ChainWriter,
  value: types.CreditOfferDeleteOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner_account', encodeAccountId, value.owner_account)
  member(w, 'offer_id', encodeCreditOfferId, value.offer_id)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCreditOfferUpdateOperation(
  w: ChainWriter,
  value: types.CreditOfferUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'owner_account', encodeAccountId, value.owner_account)
  member(w, 'offer_id', encodeCreditOfferId, value.offer_id)
  member(w, 'delta_amount', encodeOptionalAsset, value.delta_amount)
  member(w, 'fee_rate', encodeOptionalUint32, value.fee_rate)
  member(w, 'max_duration_seconds', encodeOptionalUint32, value.max_duration_seconds)
  member(w, 'min_deal_amount', encodeOptionalInt64, value.min_deal_amount)
  member(w, 'enabled', encodeOptionalBool, value.enabled)
  member(w, 'auto_disable_time', encodeOptionalTimePointSec, value.auto_disable_time)
  member(w, 'acceptable_collateral', encodeOptionalMapOfAssetIdToPrice, value.acceptable_collateral)
  member(w, 'acceptable_borrowers', encodeOptionalMapOfAccountIdToInt64, value.acceptable_borrowers)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCreditOfferAcceptOperation(
  w: ChainWriter,
  value: types.CreditOfferAcceptOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'borrower', encodeAccountId, value.borrower)
  member(w, 'offer_id', encodeCreditOfferId, value.offer_id)
  member(w, 'borrow_amount', encodeAsset, value.borrow_amount)
  member(w, 'collateral', encodeAsset, value.collateral)
  member(w, 'max_fee_rate', encodeUint32, value.max_fee_rate)
  member(w, 'min_duration_seconds', encodeUint32, value.min_duration_seconds)
  member(w, 'extensions', encodeCreditOfferAcceptOperationExtensions, value.extensions)
}

export function encodeCreditDealRepayOperation(w: ChainWriter, value: types.CreditDealRepayOperation): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'deal_id', encodeCreditDealId, value.deal_id)
  member(w, 'repay_amount', encodeAsset, value.repay_amount)
  member(w, 'credit_fee', encodeAsset, value.credit_fee)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCreditDealExpiredOperation(
  w: ChainWriter,
  value: types.CreditDealExpiredOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'deal_id', encodeCreditDealId, value.deal_id)
  member(w, 'offer_id', encodeCreditOfferId, value.offer_id)
  member(w, 'offer_owner', encodeAccountId, value.offer_owner)
  member(w, 'borrower', encodeAccountId, value.borrower)
  member(w, 'unpaid_amount', encodeAsset, value.unpaid_amount)
  member(w, 'collateral', encodeAsset, value.collateral)
  member(w, 'fee_rate', encodeUint32, value.fee_rate)
}

export function encodeLiquidityPoolUpdateOperation(
  w: ChainWriter,
  value: types.LiquidityPoolUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'pool', encodeLiquidityPoolId, value.pool)
  member(w, 'taker_fee_percent', encodeOptionalUint16, value.taker_fee_percent)
  member(w, 'withdrawal_fee_percent', encodeOptionalUint16, value.withdrawal_fee_percent)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeCreditDealUpdateOperation(
  w: ChainWriter,
  value: types.CreditDealUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'account', encodeAccountId, value.account)
  member(w, 'deal_id', encodeCreditDealId, value.deal_id)
  member(w, 'auto_repay', encodeUint8, value.auto_repay)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeLimitOrderUpdateOperation(
  w: ChainWriter,
  value: types.LimitOrderUpdateOperation,
): void {
  checkObject(value)
  member(w, 'fee', encodeAsset, value.fee)
  member(w, 'seller', encodeAccountId, value.seller)
  member(w, 'order', encodeLimitOrderId, value.order)
  member(w, 'new_price', encodeOptionalPrice, value.new_price)
  member(w, 'delta_amount_to_sell', encodeOptionalAsset, value.delta_amount_to_sell)
  member(w, 'new_expiration', encodeOptionalTimePointSec, value.new_expiration)
  member(w, 'on_fill', encodeOptionalVectorOfLimitOrderAutoAction, value.on_fill)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeTransferOperationFeeParameters(
  w: ChainWriter,
  value: types.TransferOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeLimitOrderCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.LimitOrderCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLimitOrderCancelOperationFeeParameters(
  w: ChainWriter,
  value: types.LimitOrderCancelOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCallOrderUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.CallOrderUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeFillOrderOperationFeeParameters(
  _w: ChainWriter,
  value: types.FillOrderOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeAccountCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.AccountCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'basic_fee', encodeUint64, value.basic_fee)
  member(w, 'premium_fee', encodeUint64, value.premium_fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeAccountUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.AccountUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeInt64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeAccountWhitelistOperationFeeParameters(
  w: ChainWriter,
  value: types.AccountWhitelistOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeInt64, value.fee)
}

export function encodeAccountUpgradeOperationFeeParameters(
  w: ChainWriter,
  value: types.AccountUpgradeOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'membership_annual_fee', encodeUint64, value.membership_annual_fee)
  member(w, 'membership_lifetime_fee', encodeUint64, value.membership_lifetime_fee)
}

export function encodeAccountTransferOperationFeeParameters(
  w: ChainWriter,
  value: types.AccountTransferOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'symbol3', encodeUint64, value.symbol3)
  member(w, 'symbol4', encodeUint64, value.symbol4)
  member(w, 'long_symbol', encodeUint64, value.long_symbol)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeAssetUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeAssetUpdateBitassetOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetUpdateBitassetOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetUpdateFeedProducersOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetUpdateFeedProducersOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetIssueOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetIssueOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeAssetReserveOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetReserveOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetFundFeePoolOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetFundFeePoolOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetSettleOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetSettleOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetGlobalSettleOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetGlobalSettleOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetPublishFeedOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetPublishFeedOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeWitnessCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.WitnessCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeWitnessUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.WitnessUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeInt64, value.fee)
}

export function encodeProposalCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.ProposalCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeProposalUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.ProposalUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeProposalDeleteOperationFeeParameters(
  w: ChainWriter,
  value: types.ProposalDeleteOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeWithdrawPermissionCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.WithdrawPermissionCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeWithdrawPermissionUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.WithdrawPermissionUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeWithdrawPermissionClaimOperationFeeParameters(
  w: ChainWriter,
  value: types.WithdrawPermissionClaimOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeWithdrawPermissionDeleteOperationFeeParameters(
  w: ChainWriter,
  value: types.WithdrawPermissionDeleteOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCommitteeMemberCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.CommitteeMemberCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCommitteeMemberUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.CommitteeMemberUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCommitteeMemberUpdateGlobalParametersOperationFeeParameters(
  w: ChainWriter,
  value: types.CommitteeMemberUpdateGlobalParametersOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeVestingBalanceCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.VestingBalanceCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeVestingBalanceWithdrawOperationFeeParameters(
  w: ChainWriter,
  value: types.VestingBalanceWithdrawOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeWorkerCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.WorkerCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCustomOperationFeeParameters(
  w: ChainWriter,
  value: types.CustomOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeAssertOperationFeeParameters(
  w: ChainWriter,
  value: types.AssertOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeBalanceClaimOperationFeeParameters(
  _w: ChainWriter,
  value: types.BalanceClaimOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeOverrideTransferOperationFeeParameters(
  w: ChainWriter,
  value: types.OverrideTransferOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeTransferToBlindOperationFeeParameters(
  w: ChainWriter,
  value: types.TransferToBlindOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_output', encodeUint32, value.price_per_output)
}

export function encodeBlindTransferOperationFeeParameters(
  w: ChainWriter,
  value: types.BlindTransferOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_output', encodeUint32, value.price_per_output)
}

export function encodeTransferFromBlindOperationFeeParameters(
  w: ChainWriter,
  value: types.TransferFromBlindOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetSettleCancelOperationFeeParameters(
  _w: ChainWriter,
  value: types.AssetSettleCancelOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeAssetClaimFeesOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetClaimFeesOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeFbaDistributeOperationFeeParameters(
  _w: ChainWriter,
  value: types.FbaDistributeOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeBidCollateralOperationFeeParameters(
  w: ChainWriter,
  value: types.BidCollateralOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeExecuteBidOperationFeeParameters(
  _w: ChainWriter,
  value: types.ExecuteBidOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeAssetClaimPoolOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetClaimPoolOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeAssetUpdateIssuerOperationFeeParameters(
  w: ChainWriter,
  value: types.AssetUpdateIssuerOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeHtlcCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.HtlcCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'fee_per_day', encodeUint64, value.fee_per_day)
}

export function encodeHtlcRedeemOperationFeeParameters(
  w: ChainWriter,
  value: types.HtlcRedeemOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'fee_per_kb', encodeUint64, value.fee_per_kb)
}

export function encodeHtlcRedeemedOperationFeeParameters(
  _w: ChainWriter,
  value: types.HtlcRedeemedOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeHtlcExtendOperationFeeParameters(
  w: ChainWriter,
  value: types.HtlcExtendOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'fee_per_day', encodeUint64, value.fee_per_day)
}

export function encodeHtlcRefundOperationFeeParameters(
  _w: ChainWriter,
  value: types.HtlcRefundOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeCustomAuthorityCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.CustomAuthorityCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'basic_fee', encodeUint64, value.basic_fee)
  member(w, 'price_per_byte', encodeUint32, value.price_per_byte)
}

export function encodeCustomAuthorityUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.CustomAuthorityUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'basic_fee', encodeUint64, value.basic_fee)
  member(w, 'price_per_byte', encodeUint32, value.price_per_byte)
}

export function encodeCustomAuthorityDeleteOperationFeeParameters(
  w: ChainWriter,
  value: types.CustomAuthorityDeleteOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeTicketCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.TicketCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeTicketUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.TicketUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLiquidityPoolCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.LiquidityPoolCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLiquidityPoolDeleteOperationFeeParameters(
  w: ChainWriter,
  value: types.LiquidityPoolDeleteOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLiquidityPoolDepositOperationFeeParameters(
  w: ChainWriter,
  value: types.LiquidityPoolDepositOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLiquidityPoolWithdrawOperationFeeParameters(
  w: ChainWriter,
  value: types.LiquidityPoolWithdrawOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLiquidityPoolExchangeOperationFeeParameters(
  w: ChainWriter,
  value: types.LiquidityPoolExchangeOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeSametFundCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.SametFundCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeSametFundDeleteOperationFeeParameters(
  w: ChainWriter,
  value: types.SametFundDeleteOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeSametFundUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.SametFundUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeSametFundBorrowOperationFeeParameters(
  w: ChainWriter,
  value: types.SametFundBorrowOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeSametFundRepayOperationFeeParameters(
  w: ChainWriter,
  value: types.SametFundRepayOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCreditOfferCreateOperationFeeParameters(
  w: ChainWriter,
  value: types.CreditOfferCreateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeCreditOfferDeleteOperationFeeParameters(
  w: ChainWriter,
  value: types.CreditOfferDeleteOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCreditOfferUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.CreditOfferUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
  member(w, 'price_per_kbyte', encodeUint32, value.price_per_kbyte)
}

export function encodeCreditOfferAcceptOperationFeeParameters(
  w: ChainWriter,
  value: types.CreditOfferAcceptOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCreditDealRepayOperationFeeParameters(
  w: ChainWriter,
  value: types.CreditDealRepayOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCreditDealExpiredOperationFeeParameters(
  _w: ChainWriter,
  value: types.CreditDealExpiredOperationFeeParameters,
): void {
  checkObject(value)
}

export function encodeLiquidityPoolUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.LiquidityPoolUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeCreditDealUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.CreditDealUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeLimitOrderUpdateOperationFeeParameters(
  w: ChainWriter,
  value: types.LimitOrderUpdateOperationFeeParameters,
): void {
  checkObject(value)
  member(w, 'fee', encodeUint64, value.fee)
}

export function encodeTransaction(w: ChainWriter, value: types.Transaction): void {
  checkObject(value)
  member(w, 'ref_block_num', encodeUint16, value.ref_block_num)
  member(w, 'ref_block_prefix', encodeUint32, value.ref_block_prefix)
  member(w, 'expiration', encodeUint32, value.expiration)
  member(w, 'operations', encodeVectorOfOperation, value.operations)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSignedTransaction(w: ChainWriter, value: types.SignedTransaction): void {
  checkObject(value)
  member(w, 'ref_block_num', encodeUint16, value.ref_block_num)
  member(w, 'ref_block_prefix', encodeUint32, value.ref_block_prefix)
  member(w, 'expiration', encodeUint32, value.expiration)
  member(w, 'operations', encodeVectorOfOperation, value.operations)
  member(w, 'extensions', encodeExtensions, value.extensions)
  member(w, 'signatures', encodeVectorOfFixedBytes65, value.signatures)
}

export function encodeProcessedTransaction(w: ChainWriter, value: types.ProcessedTransaction): void {
  checkObject(value)
  member(w, 'ref_block_num', encodeUint16, value.ref_block_num)
  member(w, 'ref_block_prefix', encodeUint32, value.ref_block_prefix)
  member(w, 'expiration', encodeUint32, value.expiration)
  member(w, 'operations', encodeVectorOfOperation, value.operations)
  member(w, 'extensions', encodeExtensions, value.extensions)
  member(w, 'signatures', encodeVectorOfFixedBytes65, value.signatures)
  member(w, 'operation_results', encodeVectorOfOperationResult, value.operation_results)
}

export function encodeBlockHeader(w: ChainWriter, value: types.BlockHeader): void {
  checkObject(value)
  member(w, 'previous', encodeHash20, value.previous)
  member(w, 'timestamp', encodeUint32, value.timestamp)
  member(w, 'witness', encodeWitnessId, value.witness)
  member(w, 'transaction_merkle_root', encodeHash20, value.transaction_merkle_root)
  member(w, 'extensions', encodeExtensions, value.extensions)
}

export function encodeSignedBlockHeader(w: ChainWriter, value: types.SignedBlockHeader): void {
  checkObject(value)
  member(w, 'previous', encodeHash20, value.previous)
  member(w, 'timestamp', encodeUint32, value.timestamp)
  member(w, 'witness', encodeWitnessId, value.witness)
  member(w, 'transaction_merkle_root', encodeHash20, value.transaction_merkle_root)
  member(w, 'extensions', encodeExtensions, value.extensions)
  member(w, 'witness_signature', encodeFixedBytes65, value.witness_signature)
}

export function encodeSignedBlock(w: ChainWriter, value: types.SignedBlock): void {
  checkObject(value)
  member(w, 'previous', encodeHash20, value.previous)
  member(w, 'timestamp', encodeUint32, value.timestamp)
  member(w, 'witness', encodeWitnessId, value.witness)
  member(w, 'transaction_merkle_root', encodeHash20, value.transaction_merkle_root)
  member(w, 'extensions', encodeExtensions, value.extensions)
  member(w, 'witness_signature', encodeFixedBytes65, value.witness_signature)
  member(w, 'transactions', encodeVectorOfProcessedTransaction, value.transactions)
}

export function encodeOperation(w: ChainWriter, value: types.Operation): void {
  checkObject(value)
  switch (value.type) {
    case 'transfer':
      w.varint(0)
      encodeTransferOperation(w, value)
      break
    case 'limit_order_create':
      w.varint(1)
      encodeLimitOrderCreateOperation(w, value)
      break
    case 'limit_order_cancel':
      w.varint(2)
      encodeLimitOrderCancelOperation(w, value)
      break
    case 'call_order_update':
      w.varint(3)
      encodeCallOrderUpdateOperation(w, value)
      break
    case 'fill_order':
      w.varint(4)
      encodeFillOrderOperation(w, value)
      break
    case 'account_create':
      w.varint(5)
      encodeAccountCreateOperation(w, value)
      break
    case 'account_update':
      w.varint(6)
      encodeAccountUpdateOperation(w, value)
      break
    case 'account_whitelist':
      w.varint(7)
      encodeAccountWhitelistOperation(w, value)
      break
    case 'account_upgrade':
      w.varint(8)
      encodeAccountUpgradeOperation(w, value)
      break
    case 'account_transfer':
      w.varint(9)
      encodeAccountTransferOperation(w, value)
      break
    case 'asset_create':
      w.varint(10)
      encodeAssetCreateOperation(w, value)
      break
    case 'asset_update':
      w.varint(11)
      encodeAssetUpdateOperation(w, value)
      break
    case 'asset_update_bitasset':
      w.varint(12)
      encodeAssetUpdateBitassetOperation(w, value)
      break
    case 'asset_update_feed_producers':
      w.varint(13)
      encodeAssetUpdateFeedProducersOperation(w, value)
      break
    case 'asset_issue':
      w.varint(14)
      encodeAssetIssueOperation(w, value)
      break
    case 'asset_reserve':
      w.varint(15)
      encodeAssetReserveOperation(w, value)
      break
    case 'asset_fund_fee_pool':
      w.varint(16)
      encodeAssetFundFeePoolOperation(w, value)
      break
    case 'asset_settle':
      w.varint(17)
      encodeAssetSettleOperation(w, value)
      break
    case 'asset_global_settle':
      w.varint(18)
      encodeAssetGlobalSettleOperation(w, value)
      break
    case 'asset_publish_feed':
      w.varint(19)
      encodeAssetPublishFeedOperation(w, value)
      break
    case 'witness_create':
      w.varint(20)
      encodeWitnessCreateOperation(w, value)
      break
    case 'witness_update':
      w.varint(21)
      encodeWitnessUpdateOperation(w, value)
      break
    case 'proposal_create':
      w.varint(22)
      encodeProposalCreateOperation(w, value)
      break
    case 'proposal_update':
      w.varint(23)
      encodeProposalUpdateOperation(w, value)
      break
    case 'proposal_delete':
      w.varint(24)
      encodeProposalDeleteOperation(w, value)
      break
    case 'withdraw_permission_create':
      w.varint(25)
      encodeWithdrawPermissionCreateOperation(w, value)
      break
    case 'withdraw_permission_update':
      w.varint(26)
      encodeWithdrawPermissionUpdateOperation(w, value)
      break
    case 'withdraw_permission_claim':
      w.varint(27)
      encodeWithdrawPermissionClaimOperation(w, value)
      break
    case 'withdraw_permission_delete':
      w.varint(28)
      encodeWithdrawPermissionDeleteOperation(w, value)
      break
    case 'committee_member_create':
      w.varint(29)
      encodeCommitteeMemberCreateOperation(w, value)
      break
    case 'committee_member_update':
      w.varint(30)
      encodeCommitteeMemberUpdateOperation(w, value)
      break
    case 'committee_member_update_global_parameters':
      w.varint(31)
      encodeCommitteeMemberUpdateGlobalParametersOperation(w, value)
      break
    case 'vesting_balance_create':
      w.varint(32)
      encodeVestingBalanceCreateOperation(w, value)
      break
    case 'vesting_balance_withdraw':
      w.varint(33)
      encodeVestingBalanceWithdrawOperation(w, value)
      break
    case 'worker_create':
      w.varint(34)
      encodeWorkerCreateOperation(w, value)
      break
    case 'custom':
      w.varint(35)
      encodeCustomOperation(w, value)
      break
    case 'assert':
      w.varint(36)
      encodeAssertOperation(w, value)
      break
    case 'balance_claim':
      w.varint(37)
      encodeBalanceClaimOperation(w, value)
      break
    case 'override_transfer':
      w.varint(38)
      encodeOverrideTransferOperation(w, value)
      break
    case 'transfer_to_blind':
      w.varint(39)
      encodeTransferToBlindOperation(w, value)
      break
    case 'blind_transfer':
      w.varint(40)
      encodeBlindTransferOperation(w, value)
      break
    case 'transfer_from_blind':
      w.varint(41)
      encodeTransferFromBlindOperation(w, value)
      break
    case 'asset_settle_cancel':
      w.varint(42)
      encodeAssetSettleCancelOperation(w, value)
      break
    case 'asset_claim_fees':
      w.varint(43)
      encodeAssetClaimFeesOperation(w, value)
      break
    case 'fba_distribute':
      w.varint(44)
      encodeFbaDistributeOperation(w, value)
      break
    case 'bid_collateral':
      w.varint(45)
      encodeBidCollateralOperation(w, value)
      break
    case 'execute_bid':
      w.varint(46)
      encodeExecuteBidOperation(w, value)
      break
    case 'asset_claim_pool':
      w.varint(47)
      encodeAssetClaimPoolOperation(w, value)
      break
    case 'asset_update_issuer':
      w.varint(48)
      encodeAssetUpdateIssuerOperation(w, value)
      break
    case 'htlc_create':
      w.varint(49)
      encodeHtlcCreateOperation(w, value)
      break
    case 'htlc_redeem':
      w.varint(50)
      encodeHtlcRedeemOperation(w, value)
      break
    case 'htlc_redeemed':
      w.varint(51)
      encodeHtlcRedeemedOperation(w, value)
      break
    case 'htlc_extend':
      w.varint(52)
      encodeHtlcExtendOperation(w, value)
      break
    case 'htlc_refund':
      w.varint(53)
      encodeHtlcRefundOperation(w, value)
      break
    case 'custom_authority_create':
      w.varint(54)
      encodeCustomAuthorityCreateOperation(w, value)
      break
    case 'custom_authority_update':
      w.varint(55)
      encodeCustomAuthorityUpdateOperation(w, value)
      break
    case 'custom_authority_delete':
      w.varint(56)
      encodeCustomAuthorityDeleteOperation(w, value)
      break
    case 'ticket_create':
      w.varint(57)
      encodeTicketCreateOperation(w, value)
      break
    case 'ticket_update':
      w.varint(58)
      encodeTicketUpdateOperation(w, value)
      break
    case 'liquidity_pool_create':
      w.varint(59)
      encodeLiquidityPoolCreateOperation(w, value)
      break
    case 'liquidity_pool_delete':
      w.varint(60)
      encodeLiquidityPoolDeleteOperation(w, value)
      break
    case 'liquidity_pool_deposit':
      w.varint(61)
      encodeLiquidityPoolDepositOperation(w, value)
      break
    case 'liquidity_pool_withdraw':
      w.varint(62)
      encodeLiquidityPoolWithdrawOperation(w, value)
      break
    case 'liquidity_pool_exchange':
      w.varint(63)
      encodeLiquidityPoolExchangeOperation(w, value)
      break
    case 'samet_fund_create':
      w.varint(64)
      encodeSametFundCreateOperation(w, value)
      break
    case 'samet_fund_delete':
      w.varint(65)
      encodeSametFundDeleteOperation(w, value)
      break
    case 'samet_fund_update':
      w.varint(66)
      encodeSametFundUpdateOperation(w, value)
      break
    case 'samet_fund_borrow':
      w.varint(67)
      encodeSametFundBorrowOperation(w, value)
      break
    case 'samet_fund_repay':
      w.varint(68)
      encodeSametFundRepayOperation(w, value)
      break
    case 'credit_offer_create':
      w.varint(69)
      encodeCreditOfferCreateOperation(w, value)
      break
    case 'credit_offer_delete':
      w.varint(70)
      encodeCreditOfferDeleteOperation(w, value)
      break
    case 'credit_offer_update':
      w.varint(71)
      encodeCreditOfferUpdateOperation(w, value)
      break
    case 'credit_offer_accept':
      w.varint(72)
      encodeCreditOfferAcceptOperation(w, value)
      break
    case 'credit_deal_repay':
      w.varint(73)
      encodeCreditDealRepayOperation(w, value)
      break
    case 'credit_deal_expired':
      w.varint(74)
      encodeCreditDealExpiredOperation(w, value)
      break
    case 'liquidity_pool_update':
      w.varint(75)
      encodeLiquidityPoolUpdateOperation(w, value)
      break
    case 'credit_deal_update':
      w.varint(76)
      encodeCreditDealUpdateOperation(w, value)
      break
    case 'limit_order_update':
      w.varint(77)
      encodeLimitOrderUpdateOperation(w, value)
      break
    default:
      refuse(`there is no operation ${found((value as { type?: unknown }).type)}`)
  }
}

export function encodeFeeParameters(w: ChainWriter, value: types.FeeParameters): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeTransferOperationFeeParameters, value[1])
      break
    case 1:
      tagged(w, 1, encodeLimitOrderCreateOperationFeeParameters, value[1])
      break
    case 2:
      tagged(w, 2, encodeLimitOrderCancelOperationFeeParameters, value[1])
      break
    case 3:
      tagged(w, 3, encodeCallOrderUpdateOperationFeeParameters, value[1])
      break
    case 4:
      tagged(w, 4, encodeFillOrderOperationFeeParameters, value[1])
      break
    case 5:
      tagged(w, 5, encodeAccountCreateOperationFeeParameters, value[1])
      break
    case 6:
      tagged(w, 6, encodeAccountUpdateOperationFeeParameters, value[1])
      break
    case 7:
      tagged(w, 7, encodeAccountWhitelistOperationFeeParameters, value[1])
      break
    case 8:
      tagged(w, 8, encodeAccountUpgradeOperationFeeParameters, value[1])
      break
    case 9:
      tagged(w, 9, encodeAccountTransferOperationFeeParameters, value[1])
      break
    case 10:
      tagged(w, 10, encodeAssetCreateOperationFeeParameters, value[1])
      break
    case 11:
      tagged(w, 11, encodeAssetUpdateOperationFeeParameters, value[1])
      break
    case 12:
      tagged(w, 12, encodeAssetUpdateBitassetOperationFeeParameters, value[1])
      break
    case 13:
      tagged(w, 13, encodeAssetUpdateFeedProducersOperationFeeParameters, value[1])
      break
    case 14:
      tagged(w, 14, encodeAssetIssueOperationFeeParameters, value[1])
      break
    case 15:
      tagged(w, 15, encodeAssetReserveOperationFeeParameters, value[1])
      break
    case 16:
      tagged(w, 16, encodeAssetFundFeePoolOperationFeeParameters, value[1])
      break
    case 17:
      tagged(w, 17, encodeAssetSettleOperationFeeParameters, value[1])
      break
    case 18:
      tagged(w, 18, encodeAssetGlobalSettleOperationFeeParameters, value[1])
      break
    case 19:
      tagged(w, 19, encodeAssetPublishFeedOperationFeeParameters, value[1])
      break
    case 20:
      tagged(w, 20, encodeWitnessCreateOperationFeeParameters, value[1])
      break
    case 21:
      tagged(w, 21, encodeWitnessUpdateOperationFeeParameters, value[1])
      break
    case 22:
      tagged(w, 22, encodeProposalCreateOperationFeeParameters, value[1])
      break
    case 23:
      tagged(w, 23, encodeProposalUpdateOperationFeeParameters, value[1])
      break
    case 24:
      tagged(w, 24, encodeProposalDeleteOperationFeeParameters, value[1])
      break
    case 25:
      tagged(w, 25, encodeWithdrawPermissionCreateOperationFeeParameters, value[1])
      break
    case 26:
      tagged(w, 26, encodeWithdrawPermissionUpdateOperationFeeParameters, value[1])
      break
    case 27:
      tagged(w, 27, encodeWithdrawPermissionClaimOperationFeeParameters, value[1])
      break
    case 28:
      tagged(w, 28, encodeWithdrawPermissionDeleteOperationFeeParameters, value[1])
      break
    case 29:
      tagged(w, 29, encodeCommitteeMemberCreateOperationFeeParameters, value[1])
      break
    case 30:
      tagged(w, 30, encodeCommitteeMemberUpdateOperationFeeParameters, value[1])
      break
    case 31:
      tagged(w, 31, encodeCommitteeMemberUpdateGlobalParametersOperationFeeParameters, value[1])
      break
    case 32:
      tagged(w, 32, encodeVestingBalanceCreateOperationFeeParameters, value[1])
      break
    case 33:
      tagged(w, 33, encodeVestingBalanceWithdrawOperationFeeParameters, value[1])
      break
    case 34:
      tagged(w, 34, encodeWorkerCreateOperationFeeParameters, value[1])
      break
    case 35:
      tagged(w, 35, encodeCustomOperationFeeParameters, value[1])
      break
    case 36:
      tagged(w, 36, encodeAssertOperationFeeParameters, value[1])
      break
    case 37:
      tagged(w, 37, encodeBalanceClaimOperationFeeParameters, value[1])
      break
    case 38:
      tagged(w, 38, encodeOverrideTransferOperationFeeParameters, value[1])
      break
    case 39:
      tagged(w, 39, encodeTransferToBlindOperationFeeParameters, value[1])
      break
    case 40:
      tagged(w, 40, encodeBlindTransferOperationFeeParameters, value[1])
      break
    case 41:
      tagged(w, 41, encodeTransferFromBlindOperationFeeParameters, value[1])
      break
    case 42:
      tagged(w, 42, encodeAssetSettleCancelOperationFeeParameters, value[1])
      break
    case 43:
      tagged(w, 43, encodeAssetClaimFeesOperationFeeParameters, value[1])
      break
    case 44:
      tagged(w, 44, encodeFbaDistributeOperationFeeParameters, value[1])
      break
    case 45:
      tagged(w, 45, encodeBidCollateralOperationFeeParameters, value[1])
      break
    case 46:
      tagged(w, 46, encodeExecuteBidOperationFeeParameters, value[1])
      break
    case 47:
      tagged(w, 47, encodeAssetClaimPoolOperationFeeParameters, value[1])
      break
    case 48:
      tagged(w, 48, encodeAssetUpdateIssuerOperationFeeParameters, value[1])
      break
    case 49:
      tagged(w, 49, encodeHtlcCreateOperationFeeParameters, value[1])
      break
    case 50:
      tagged(w, 50, encodeHtlcRedeemOperationFeeParameters, value[1])
      break
    case 51:
      tagged(w, 51, encodeHtlcRedeemedOperationFeeParameters, value[1])
      break
    case 52:
      tagged(w, 52, encodeHtlcExtendOperationFeeParameters, value[1])
      break
    case 53:
      tagged(w, 53, encodeHtlcRefundOperationFeeParameters, value[1])
      break
    case 54:
      tagged(w, 54, encodeCustomAuthorityCreateOperationFeeParameters, value[1])
      break
    case 55:
      tagged(w, 55, encodeCustomAuthorityUpdateOperationFeeParameters, value[1])
      break
    case 56:
      tagged(w, 56, encodeCustomAuthorityDeleteOperationFeeParameters, value[1])
      break
    case 57:
      tagged(w, 57, encodeTicketCreateOperationFeeParameters, value[1])
      break
    case 58:
      tagged(w, 58, encodeTicketUpdateOperationFeeParameters, value[1])
      break
    case 59:
      tagged(w, 59, encodeLiquidityPoolCreateOperationFeeParameters, value[1])
      break
    case 60:
      tagged(w, 60, encodeLiquidityPoolDeleteOperationFeeParameters, value[1])
      break
    case 61:
      tagged(w, 61, encodeLiquidityPoolDepositOperationFeeParameters, value[1])
      break
    case 62:
      tagged(w, 62, encodeLiquidityPoolWithdrawOperationFeeParameters, value[1])
      break
    case 63:
      tagged(w, 63, encodeLiquidityPoolExchangeOperationFeeParameters, value[1])
      break
    case 64:
      tagged(w, 64, encodeSametFundCreateOperationFeeParameters, value[1])
      break
    case 65:
      tagged(w, 65, encodeSametFundDeleteOperationFeeParameters, value[1])
      break
    case 66:
      tagged(w, 66, encodeSametFundUpdateOperationFeeParameters, value[1])
      break
    case 67:
      tagged(w, 67, encodeSametFundBorrowOperationFeeParameters, value[1])
      break
    case 68:
      tagged(w, 68, encodeSametFundRepayOperationFeeParameters, value[1])
      break
    case 69:
      tagged(w, 69, encodeCreditOfferCreateOperationFeeParameters, value[1])
      break
    case 70:
      tagged(w, 70, encodeCreditOfferDeleteOperationFeeParameters, value[1])
      break
    case 71:
      tagged(w, 71, encodeCreditOfferUpdateOperationFeeParameters, value[1])
      break
    case 72:
      tagged(w, 72, encodeCreditOfferAcceptOperationFeeParameters, value[1])
      break
    case 73:
      tagged(w, 73, encodeCreditDealRepayOperationFeeParameters, value[1])
      break
    case 74:
      tagged(w, 74, encodeCreditDealExpiredOperationFeeParameters, value[1])
      break
    case 75:
      tagged(w, 75, encodeLiquidityPoolUpdateOperationFeeParameters, value[1])
      break
    case 76:
      tagged(w, 76, encodeCreditDealUpdateOperationFeeParameters, value[1])
      break
    case 77:
      tagged(w, 77, encodeLimitOrderUpdateOperationFeeParameters, value[1])
      break
    default:
      refuseTag(value, 78)
  }
}

export function encodeOperationResult(w: ChainWriter, value: types.OperationResult): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeVoidResult, value[1])
      break
    case 1:
      tagged(w, 1, encodeObjectId, value[1])
      break
    case 2:
      tagged(w, 2, encodeAsset, value[1])
      break
    case 3:
      tagged(w, 3, encodeGenericOperationResult, value[1])
      break
    case 4:
      tagged(w, 4, encodeGenericExchangeOperationResult, value[1])
      break
    case 5:
      tagged(w, 5, encodeExtendableOperationResultDtl, value[1])
      break
    default:
      refuseTag(value, 6)
  }
}

export function encodeSpecialAuthority(w: ChainWriter, value: types.SpecialAuthority): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeNoSpecialAuthority, value[1])
      break
    case 1:
      tagged(w, 1, encodeTopHoldersSpecialAuthority, value[1])
      break
    default:
      refuseTag(value, 2)
  }
}

export function encodeHtlcHash(w: ChainWriter, value: types.HtlcHash): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeHash20, value[1])
      break
    case 1:
      tagged(w, 1, encodeHash20, value[1])
      break
    case 2:
      tagged(w, 2, encodeHash32, value[1])
      break
    case 3:
      tagged(w, 3, encodeHash20, value[1])
      break
    default:
      refuseTag(value, 4)
  }
}

export function encodeLimitOrderAutoAction(w: ChainWriter, value: types.LimitOrderAutoAction): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeCreateTakeProfitOrderAction, value[1])
      break
    default:
      refuseTag(value, 1)
  }
}

export function encodePredicate(w: ChainWriter, value: types.Predicate): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeAccountNameEqLitPredicate, value[1])
      break
    case 1:
      tagged(w, 1, encodeAssetSymbolEqLitPredicate, value[1])
      break
    case 2:
      tagged(w, 2, encodeBlockIdPredicate, value[1])
      break
    default:
      refuseTag(value, 3)
  }
}

export function encodeVestingPolicyInitializer(w: ChainWriter, value: types.VestingPolicyInitializer): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeLinearVestingPolicyInitializer, value[1])
      break
    case 1:
      tagged(w, 1, encodeCddVestingPolicyInitializer, value[1])
      break
    case 2:
      tagged(w, 2, encodeInstantVestingPolicyInitializer, value[1])
      break
    default:
      refuseTag(value, 3)
  }
}

export function encodeWorkerInitializer(w: ChainWriter, value: types.WorkerInitializer): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeRefundWorkerInitializer, value[1])
      break
    case 1:
      tagged(w, 1, encodeVestingBalanceWorkerInitializer, value[1])
      break
    case 2:
      tagged(w, 2, encodeBurnWorkerInitializer, value[1])
      break
    default:
      refuseTag(value, 3)
  }
}

export function encodeRestrictionArgument(w: ChainWriter, value: types.RestrictionArgument): void {
  checkArray(value)
  switch (value[0]) {
    case 0:
      tagged(w, 0, encodeVoidT, value[1])
      break
    case 1:
      tagged(w, 1, encodeBool, value[1])
      break
    case 2:
      tagged(w, 2, encodeInt64, value[1])
      break
    case 3:
      tagged(w, 3, encodeString, value[1])
      break
    case 4:
      tagged(w, 4, encodeUint32, value[1])
      break
    case 5:
      tagged(w, 5, encodePublicKey, value[1])
      break
    case 6:
      tagged(w, 6, encodeHash32, value[1])
      break
    case 7:
      tagged(w, 7, encodeAccountId, value[1])
      break
    case 8:
      tagged(w, 8, encodeAssetId, value[1])
      break
    case 9:
      tagged(w, 9, encodeForceSettlementId, value[1])
      break
    case 10:
      tagged(w, 10, encodeCommitteeMemberId, value[1])
      break
    case 11:
      tagged(w, 11, encodeWitnessId, value[1])
      break
    case 12:
      tagged(w, 12, encodeLimitOrderId, value[1])
      break
    case 13:
      tagged(w, 13, encodeCallOrderId, value[1])
      break
    case 14:
      tagged(w, 14, encodeCustomId, value[1])
      break
    case 15:
      tagged(w, 15, encodeProposalId, value[1])
      break
    case 16:
      tagged(w, 16, encodeWithdrawPermissionId, value[1])
      break
    case 17:
      tagged(w, 17, encodeVestingBalanceId, value[1])
      break
    case 18:
      tagged(w, 18, encodeWorkerId, value[1])
      break
    case 19:
      tagged(w, 19, encodeBalanceId, value[1])
      break
    case 20:
      tagged(w, 20, encodeSetOfBool, value[1])
      break
    case 21:
      tagged(w, 21, encodeSetOfInt64, value[1])
      break
    case 22:
      tagged(w, 22, encodeSetOfString, value[1])
      break
    case 23:
      tagged(w, 23, encodeSetOfTimePointSec, value[1])
      break
    case 24:
      tagged(w, 24, encodeSetOfPublicKey, value[1])
      break
    case 25:
      tagged(w, 25, encodeSetOfSha256, value[1])
      break
    case 26:
      tagged(w, 26, encodeSetOfAccountId, value[1])
      break
    case 27:
      tagged(w, 27, encodeSetOfAssetId, value[1])
      break
    case 28:
      tagged(w, 28, encodeSetOfForceSettlementId, value[1])
      break
    case 29:
      tagged(w, 29, encodeSetOfCommitteeMemberId, value[1])
      break
    case 30:
      tagged(w, 30, encodeSetOfWitnessId, value[1])
      break
    case 31:
      tagged(w, 31, encodeSetOfLimitOrderId, value[1])
      break
    case 32:
      tagged(w, 32, encodeSetOfCallOrderId, value[1])
      break
    case 33:
      tagged(w, 33, encodeSetOfCustomId, value[1])
      break
    case 34:
      tagged(w, 34, encodeSetOfProposalId, value[1])
      break
    case 35:
      tagged(w, 35, encodeSetOfWithdrawPermissionId, value[1])
      break
    case 36:
      tagged(w, 36, encodeSetOfVestingBalanceId, value[1])
      break
    case 37:
      tagged(w, 37, encodeSetOfWorkerId, value[1])
      break
    case 38:
      tagged(w, 38, encodeSetOfBalanceId, value[1])
      break
    case 39:
      tagged(w, 39, encodeVectorOfRestriction, value[1])
      break
    case 40:
      tagged(w, 40, encodeVectorOfVectorOfRestriction, value[1])
      break
    case 41:
      tagged(w, 41, encodePairOfInt64AndVectorOfRestriction, value[1])
      break
    default:
      refuseTag(value, 42)
  }
}

/** What encodes a type, by core's name of it. */
export const ENCODERS: ReadonlyMap<string, Encode<never>> = new Map<string, Encode<never>>([
  ['account_name_eq_lit_predicate', encodeAccountNameEqLitPredicate],
  ['account_options', encodeAccountOptions],
  ['asset', encodeAsset],
  ['asset_options', encodeAssetOptions],
  ['asset_symbol_eq_lit_predicate', encodeAssetSymbolEqLitPredicate],
  ['authority', encodeAuthority],
  ['bitasset_options', encodeBitassetOptions],
  ['blind_input', encodeBlindInput],
  ['blind_output', encodeBlindOutput],
  ['block_id_predicate', encodeBlockIdPredicate],
  ['burn_worker_initializer', encodeBurnWorkerInitializer],
  ['buyback_account_options', encodeBuybackAccountOptions],
  ['cdd_vesting_policy_initializer', encodeCddVestingPolicyInitializer],
  ['chain_parameters', encodeChainParameters],
  ['create_take_profit_order_action', encodeCreateTakeProfitOrderAction],
  ['custom_authority_options_type', encodeCustomAuthorityOptionsType],
  ['fee_schedule', encodeFeeSchedule],
  ['generic_exchange_operation_result', encodeGenericExchangeOperationResult],
  ['generic_operation_result', encodeGenericOperationResult],
  ['htlc_options', encodeHtlcOptions],
  ['instant_vesting_policy_initializer', encodeInstantVestingPolicyInitializer],
  ['linear_vesting_policy_initializer', encodeLinearVestingPolicyInitializer],
  ['memo_data', encodeMemoData],
  ['no_special_authority', encodeNoSpecialAuthority],
  ['op_wrapper', encodeOpWrapper],
  ['price', encodePrice],
  ['price_feed', encodePriceFeed],
  ['refund_worker_initializer', encodeRefundWorkerInitializer],
  ['restriction', encodeRestriction],
  ['stealth_confirmation', encodeStealthConfirmation],
  ['top_holders_special_authority', encodeTopHoldersSpecialAuthority],
  ['vesting_balance_worker_initializer', encodeVestingBalanceWorkerInitializer],
  ['void_result', encodeVoidResult],
  ['void_t', encodeVoidT],
  ['transfer_operation', encodeTransferOperation],
  ['limit_order_create_operation', encodeLimitOrderCreateOperation],
  ['limit_order_cancel_operation', encodeLimitOrderCancelOperation],
  ['call_order_update_operation', encodeCallOrderUpdateOperation],
  ['fill_order_operation', encodeFillOrderOperation],
  ['account_create_operation', encodeAccountCreateOperation],
  ['account_update_operation', encodeAccountUpdateOperation],
  ['account_whitelist_operation', encodeAccountWhitelistOperation],
  ['account_upgrade_operation', encodeAccountUpgradeOperation],
  ['account_transfer_operation', encodeAccountTransferOperation],
  ['asset_create_operation', encodeAssetCreateOperation],
  ['asset_update_operation', encodeAssetUpdateOperation],
  ['asset_update_bitasset_operation', encodeAssetUpdateBitassetOperation],
  ['asset_update_feed_producers_operation', encodeAssetUpdateFeedProducersOperation],
  ['asset_issue_operation', encodeAssetIssueOperation],
  ['asset_reserve_operation', encodeAssetReserveOperation],
  ['asset_fund_fee_pool_operation', encodeAssetFundFeePoolOperation],
  ['asset_settle_operation', encodeAssetSettleOperation],
  ['asset_global_settle_operation', encodeAssetGlobalSettleOperation],
  ['asset_publish_feed_operation', encodeAssetPublishFeedOperation],
  ['witness_create_operation', encodeWitnessCreateOperation],
  ['witness_update_operation', encodeWitnessUpdateOperation],
  ['proposal_create_operation', encodeProposalCreateOperation],
  ['proposal_update_operation', encodeProposalUpdateOperation],
  ['proposal_delete_operation', encodeProposalDeleteOperation],
  ['withdraw_permission_create_operation', encodeWithdrawPermissionCreateOperation],
  ['withdraw_permission_update_operation', encodeWithdrawPermissionUpdateOperation],
  ['withdraw_permission_claim_operation', encodeWithdrawPermissionClaimOperation],
  ['withdraw_permission_delete_operation', encodeWithdrawPermissionDeleteOperation],
  ['committee_member_create_operation', encodeCommitteeMemberCreateOperation],
  ['committee_member_update_operation', encodeCommitteeMemberUpdateOperation],
  [
    'committee_member_update_global_parameters_operation',
    encodeCommitteeMemberUpdateGlobalParametersOperation,
  ],
  ['vesting_balance_create_operation', encodeVestingBalanceCreateOperation],
  ['vesting_balance_withdraw_operation', encodeVestingBalanceWithdrawOperation],
  ['worker_create_operation', encodeWorkerCreateOperation],
  ['custom_operation', encodeCustomOperation],
  ['assert_operation', encodeAssertOperation],
  ['balance_claim_operation', encodeBalanceClaimOperation],
  ['override_transfer_operation', encodeOverrideTransferOperation],
  ['transfer_to_blind_operation', encodeTransferToBlindOperation],
  ['blind_transfer_operation', encodeBlindTransferOperation],
  ['transfer_from_blind_operation', encodeTransferFromBlindOperation],
  ['asset_settle_cancel_operation', encodeAssetSettleCancelOperation],
  ['asset_claim_fees_operation', encodeAssetClaimFeesOperation],
  ['fba_distribute_operation', encodeFbaDistributeOperation],
  ['bid_collateral_operation', encodeBidCollateralOperation],
  ['execute_bid_operation', encodeExecuteBidOperation],
  ['asset_claim_pool_operation', encodeAssetClaimPoolOperation],
  ['asset_update_issuer_operation', encodeAssetUpdateIssuerOperation],
  ['htlc_create_operation', encodeHtlcCreateOperation],
  ['htlc_redeem_operation', encodeHtlcRedeemOperation],
  ['htlc_redeemed_operation', encodeHtlcRedeemedOperation],
  ['htlc_extend_operation', encodeHtlcExtendOperation],
  ['htlc_refund_operation', encodeHtlcRefundOperation],
  ['custom_authority_create_operation', encodeCustomAuthorityCreateOperation],
  ['custom_authority_update_operation', encodeCustomAuthorityUpdateOperation],
  ['custom_authority_delete_operation', encodeCustomAuthorityDeleteOperation],
  ['ticket_create_operation', encodeTicketCreateOperation],
  ['ticket_update_operation', encodeTicketUpdateOperation],
  ['liquidity_pool_create_operation', encodeLiquidityPoolCreateOperation],
  ['liquidity_pool_delete_operation', encodeLiquidityPoolDeleteOperation],
  ['liquidity_pool_deposit_operation', encodeLiquidityPoolDepositOperation],
  ['liquidity_pool_withdraw_operation', encodeLiquidityPoolWithdrawOperation],
  ['liquidity_pool_exchange_operation', encodeLiquidityPoolExchangeOperation],
  ['samet_fund_create_operation', encodeSametFundCreateOperation],
  ['samet_fund_delete_operation', encodeSametFundDeleteOperation],
  ['samet_fund_update_operation', encodeSametFundUpdateOperation],
  ['samet_fund_borrow_operation', encodeSametFundBorrowOperation],
  ['samet_fund_repay_operation', encodeSametFundRepayOperation],
  ['credit_offer_create_operation', encodeCreditOfferCreateOperation],
  ['credit_offer_delete_operation', encodeCreditOfferDeleteOperation],
  ['credit_offer_update_operation', encodeCreditOfferUpdateOperation],
  ['credit_offer_accept_operation', encodeCreditOfferAcceptOperation],
  ['credit_deal_repay_operation', encodeCreditDealRepayOperation],
  ['credit_deal_expired_operation', encodeCreditDealExpiredOperation],
  ['liquidity_pool_update_operation', encodeLiquidityPoolUpdateOperation],
  ['credit_deal_update_operation', encodeCreditDealUpdateOperation],
  ['limit_order_update_operation', encodeLimitOrderUpdateOperation],
  ['transfer_operation::fee_params_t', encodeTransferOperationFeeParameters],
  ['limit_order_create_operation::fee_params_t', encodeLimitOrderCreateOperationFeeParameters],
  ['limit_order_cancel_operation::fee_params_t', encodeLimitOrderCancelOperationFeeParameters],
  ['call_order_update_operation::fee_params_t', encodeCallOrderUpdateOperationFeeParameters],
  ['fill_order_operation::fee_params_t', encodeFillOrderOperationFeeParameters],
  ['account_create_operation::fee_params_t', encodeAccountCreateOperationFeeParameters],
  ['account_update_operation::fee_params_t', encodeAccountUpdateOperationFeeParameters],
  ['account_whitelist_operation::fee_params_t', encodeAccountWhitelistOperationFeeParameters],
  ['account_upgrade_operation::fee_params_t', encodeAccountUpgradeOperationFeeParameters],
  ['account_transfer_operation::fee_params_t', encodeAccountTransferOperationFeeParameters],
  ['asset_create_operation::fee_params_t', encodeAssetCreateOperationFeeParameters],
  ['asset_update_operation::fee_params_t', encodeAssetUpdateOperationFeeParameters],
  ['asset_update_bitasset_operation::fee_params_t', encodeAssetUpdateBitassetOperationFeeParameters],
  [
    'asset_update_feed_producers_operation::fee_params_t',
    encodeAssetUpdateFeedProducersOperationFeeParameters,
  ],
  ['asset_issue_operation::fee_params_t', encodeAssetIssueOperationFeeParameters],
  ['asset_reserve_operation::fee_params_t', encodeAssetReserveOperationFeeParameters],
  ['asset_fund_fee_pool_operation::fee_params_t', encodeAssetFundFeePoolOperationFeeParameters],
  ['asset_settle_operation::fee_params_t', encodeAssetSettleOperationFeeParameters],
  ['asset_global_settle_operation::fee_params_t', encodeAssetGlobalSettleOperationFeeParameters],
  ['asset_publish_feed_operation::fee_params_t', encodeAssetPublishFeedOperationFeeParameters],
  ['witness_create_operation::fee_params_t', encodeWitnessCreateOperationFeeParameters],
  ['witness_update_operation::fee_params_t', encodeWitnessUpdateOperationFeeParameters],
  ['proposal_create_operation::fee_params_t', encodeProposalCreateOperationFeeParameters],
  ['proposal_update_operation::fee_params_t', encodeProposalUpdateOperationFeeParameters],
  ['proposal_delete_operation::fee_params_t', encodeProposalDeleteOperationFeeParameters],
  [
    'withdraw_permission_create_operation::fee_params_t',
    encodeWithdrawPermissionCreateOperationFeeParameters,
  ],
  [
    'withdraw_permission_update_operation::fee_params_t',
    encodeWithdrawPermissionUpdateOperationFeeParameters,
  ],
  ['withdraw_permission_claim_operation::fee_params_t', encodeWithdrawPermissionClaimOperationFeeParameters],
  [
    'withdraw_permission_delete_operation::fee_params_t',
    encodeWithdrawPermissionDeleteOperationFeeParameters,
  ],
  ['committee_member_create_operation::fee_params_t', encodeCommitteeMemberCreateOperationFeeParameters],
  ['committee_member_update_operation::fee_params_t', encodeCommitteeMemberUpdateOperationFeeParameters],
  [
    'committee_member_update_global_parameters_operation::fee_params_t',
    encodeCommitteeMemberUpdateGlobalParametersOperationFeeParameters,
  ],
  ['vesting_balance_create_operation::fee_params_t', encodeVestingBalanceCreateOperationFeeParameters],
  ['vesting_balance_withdraw_operation::fee_params_t', encodeVestingBalanceWithdrawOperationFeeParameters],
  ['worker_create_operation::fee_params_t', encodeWorkerCreateOperationFeeParameters],
  ['custom_operation::fee_params_t', encodeCustomOperationFeeParameters],
  ['assert_operation::fee_params_t', encodeAssertOperationFeeParameters],
  ['balance_claim_operation::fee_params_t', encodeBalanceClaimOperationFeeParameters],
  ['override_transfer_operation::fee_params_t', encodeOverrideTransferOperationFeeParameters],
  ['transfer_to_blind_operation::fee_params_t', encodeTransferToBlindOperationFeeParameters],
  ['blind_transfer_operation::fee_params_t', encodeBlindTransferOperationFeeParameters],
  ['transfer_from_blind_operation::fee_params_t', encodeTransferFromBlindOperationFeeParameters],
  ['asset_settle_cancel_operation::fee_params_t', encodeAssetSettleCancelOperationFeeParameters],
  ['asset_claim_fees_operation::fee_params_t', encodeAssetClaimFeesOperationFeeParameters],
  ['fba_distribute_operation::fee_params_t', encodeFbaDistributeOperationFeeParameters],
  ['bid_collateral_operation::fee_params_t', encodeBidCollateralOperationFeeParameters],
  ['execute_bid_operation::fee_params_t', encodeExecuteBidOperationFeeParameters],
  ['asset_claim_pool_operation::fee_params_t', encodeAssetClaimPoolOperationFeeParameters],
  ['asset_update_issuer_operation::fee_params_t', encodeAssetUpdateIssuerOperationFeeParameters],
  ['htlc_create_operation::fee_params_t', encodeHtlcCreateOperationFeeParameters],
  ['htlc_redeem_operation::fee_params_t', encodeHtlcRedeemOperationFeeParameters],
  ['htlc_redeemed_operation::fee_params_t', encodeHtlcRedeemedOperationFeeParameters],
  ['htlc_extend_operation::fee_params_t', encodeHtlcExtendOperationFeeParameters],
  ['htlc_refund_operation::fee_params_t', encodeHtlcRefundOperationFeeParameters],
  ['custom_authority_create_operation::fee_params_t', encodeCustomAuthorityCreateOperationFeeParameters],
  ['custom_authority_update_operation::fee_params_t', encodeCustomAuthorityUpdateOperationFeeParameters],
  ['custom_authority_delete_operation::fee_params_t', encodeCustomAuthorityDeleteOperationFeeParameters],
  ['ticket_create_operation::fee_params_t', encodeTicketCreateOperationFeeParameters],
  ['ticket_update_operation::fee_params_t', encodeTicketUpdateOperationFeeParameters],
  ['liquidity_pool_create_operation::fee_params_t', encodeLiquidityPoolCreateOperationFeeParameters],
  ['liquidity_pool_delete_operation::fee_params_t', encodeLiquidityPoolDeleteOperationFeeParameters],
  ['liquidity_pool_deposit_operation::fee_params_t', encodeLiquidityPoolDepositOperationFeeParameters],
  ['liquidity_pool_withdraw_operation::fee_params_t', encodeLiquidityPoolWithdrawOperationFeeParameters],
  ['liquidity_pool_exchange_operation::fee_params_t', encodeLiquidityPoolExchangeOperationFeeParameters],
  ['samet_fund_create_operation::fee_params_t', encodeSametFundCreateOperationFeeParameters],
  ['samet_fund_delete_operation::fee_params_t', encodeSametFundDeleteOperationFeeParameters],
  ['samet_fund_update_operation::fee_params_t', encodeSametFundUpdateOperationFeeParameters],
  ['samet_fund_borrow_operation::fee_params_t', encodeSametFundBorrowOperationFeeParameters],
  ['samet_fund_repay_operation::fee_params_t', encodeSametFundRepayOperationFeeParameters],
  ['credit_offer_create_operation::fee_params_t', encodeCreditOfferCreateOperationFeeParameters],
  ['credit_offer_delete_operation::fee_params_t', encodeCreditOfferDeleteOperationFeeParameters],
  ['credit_offer_update_operation::fee_params_t', encodeCreditOfferUpdateOperationFeeParameters],
  ['credit_offer_accept_operation::fee_params_t', encodeCreditOfferAcceptOperationFeeParameters],
  ['credit_deal_repay_operation::fee_params_t', encodeCreditDealRepayOperationFeeParameters],
  ['credit_deal_expired_operation::fee_params_t', encodeCreditDealExpiredOperationFeeParameters],
  ['liquidity_pool_update_operation::fee_params_t', encodeLiquidityPoolUpdateOperationFeeParameters],
  ['credit_deal_update_operation::fee_params_t', encodeCreditDealUpdateOperationFeeParameters],
  ['limit_order_update_operation::fee_params_t', encodeLimitOrderUpdateOperationFeeParameters],
  ['transaction', encodeTransaction],
  ['signed_transaction', encodeSignedTransaction],
  ['processed_transaction', encodeProcessedTransaction],
  ['block_header', encodeBlockHeader],
  ['signed_block_header', encodeSignedBlockHeader],
  ['signed_block', encodeSignedBlock],
  ['operation', encodeOperation],
  ['fee_parameters', encodeFeeParameters],
  ['operation_result', encodeOperationResult],
  ['special_authority', encodeSpecialAuthority],
  ['htlc_hash', encodeHtlcHash],
  ['limit_order_auto_action', encodeLimitOrderAutoAction],
  ['predicate', encodePredicate],
  ['vesting_policy_initializer', encodeVestingPolicyInitializer],
  ['worker_initializer', encodeWorkerInitializer],
  ['restriction_argument', encodeRestrictionArgument],
])
