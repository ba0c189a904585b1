import { hashHex } from '#platform'
import { addressToText, publicKeyToAddress } from '../crypto/key-text.ts'
import type { Cast } from './cast.ts'
import { feeParameters } from './fees.ts'

export interface GenesisOptions {
  /** Chain time of genesis in seconds; block 1 comes one interval later. */
  readonly startSeconds: number
  readonly blockIntervalSeconds: number
}

/** What each account owns at genesis, in the smallest unit of the core asset: ten million. */
export const INITIAL_BALANCE: bigint = 1_000_000_000_000n
const MAX_CORE_SUPPLY = 1_000_000_000_000_000n
const MAX_ASSET_SUPPLY = 1_000_000_000_000_000n

/**
 * The genesis document, as bitshares-core reads it (`genesis_state_type`). The SHA-256 of this very text is the chain id.
 *
 * No slot is skipped for maintenance, so that a block follows every interval.
 */
export function createGenesis(cast: Cast, { startSeconds, blockIntervalSeconds }: GenesisOptions): string {
  const members = [...cast.witnesses.map(({ account }) => account), ...cast.accounts]
  const document = {
    initial_timestamp: new Date(startSeconds * 1000).toISOString().slice(0, 19),
    max_core_supply: String(MAX_CORE_SUPPLY),
    initial_parameters: initialParameters(blockIntervalSeconds),
    initial_accounts: members.map(({ name, owner, active }) => ({
      name,
      owner_key: owner.text,
      active_key: active.text,
      is_lifetime_member: true,
    })),
    initial_assets: cast.assets.map(({ symbol, issuer, description, precision, isBitasset }) => ({
      symbol,
      issuer_name: issuer,
      description,
      precision,
      max_supply: String(MAX_ASSET_SUPPLY),
      accumulated_fees: 0,
      is_bitasset: isBitasset,
      collateral_records: [],
    })),
    initial_balances: cast.accounts.map(({ active }) => ({
      owner: addressToText(publicKeyToAddress(active.publicKey)),
      asset_symbol: 'BTS',
      amount: String(INITIAL_BALANCE),
    })),
    initial_vesting_balances: [],
    initial_active_witnesses: cast.witnesses.length,
    initial_witness_candidates: cast.witnesses.map(({ account, signing }) => ({
      owner_name: account.name,
      block_signing_key: signing.text,
    })),
    initial_committee_candidates: cast.witnesses.map(({ account }) => ({ owner_name: account.name })),
    initial_worker_candidates: [],
    immutable_parameters: {
      min_committee_member_count: cast.witnesses.length,
      min_witness_count: cast.witnesses.length,
      num_special_accounts: 0,
      num_special_assets: 0,
    },
  }
  return `${JSON.stringify(document, undefined, 1)}\n`
}

/** The id of the chain that begins with this genesis text. */
export function chainIdOf(genesis: string): string {
  return hashHex('sha256', new TextEncoder().encode(genesis))
}

function initialParameters(blockIntervalSeconds: number): object {
  return {
    current_fees: { parameters: feeParameters(), scale: 10_000 },
    block_interval: blockIntervalSeconds,
    maintenance_interval: 86_400,
    maintenance_skip_slots: 0,
    committee_proposal_review_period: 1_209_600,
    maximum_transaction_size: 2048,
    maximum_block_size: 2_000_000,
    maximum_time_until_expiration: 86_400,
    maximum_proposal_lifetime: 2_419_200,
    maximum_asset_whitelist_authorities: 10,
    maximum_asset_feed_publishers: 10,
    maximum_witness_count: 1001,
    maximum_committee_count: 1001,
    maximum_authority_membership: 10,
    reserve_percent_of_fee: 2000,
    network_percent_of_fee: 2000,
    lifetime_referrer_percent_of_fee: 3000,
    cashback_vesting_period_seconds: 31_536_000,
    cashback_vesting_threshold: 10_000_000,
    count_non_member_votes: true,
    allow_non_member_whitelists: false,
    witness_pay_per_block: 1_000_000,
    worker_budget_per_day: '50000000000',
    max_predicate_opcode: 1,
    fee_liquidation_threshold: 10_000_000,
    accounts_per_fee_scale: 1000,
    account_fee_scale_bitshifts: 4,
    max_authority_depth: 2,
    extensions: { updatable_htlc_options: { max_timeout_secs: 2_592_000, max_preimage_size: 1_024_000 } },
  }
}
