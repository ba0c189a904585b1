import type { HtlcHash } from '../protocol/generated/types.ts'
import type { Sentences, Teller } from './teller.ts'
import { counted, duration, withMemo } from './teller.ts'

const HASHES = ['RIPEMD-160', 'SHA-1', 'SHA-256', 'HASH-160'] as const

/** How long a ticket locks (`ticket.hpp`, `ticket_type`). */
const LOCKS = ['no time', '180 days', '360 days', '720 days', 'ever'] as const

/** How amounts change hands, at once or later. */
export const TRANSFER_SENTENCES: Sentences<
  | 'transfer'
  | 'override_transfer'
  | 'transfer_to_blind'
  | 'blind_transfer'
  | 'transfer_from_blind'
  | 'balance_claim'
  | 'fba_distribute'
  | 'vesting_balance_create'
  | 'vesting_balance_withdraw'
  | 'htlc_create'
  | 'htlc_redeem'
  | 'htlc_redeemed'
  | 'htlc_extend'
  | 'htlc_refund'
  | 'ticket_create'
  | 'ticket_update'
> = {
  transfer: ({ from, to, amount, memo }, tell) =>
    `${tell.account(from)} sends ${tell.amount(amount)} to ${tell.account(to)}${withMemo(memo)}`,

  override_transfer: ({ issuer, from, to, amount, memo }, tell) =>
    `${tell.account(issuer)} as issuer moves ${tell.amount(amount)} from ${tell.account(from)} ` +
    `to ${tell.account(to)}${withMemo(memo)}`,

  transfer_to_blind: ({ from, amount, outputs }, tell) =>
    `${tell.account(from)} sends ${tell.amount(amount)} to ${counted(outputs.length, 'blind output')}`,

  blind_transfer: ({ inputs, outputs }) =>
    `a blind transfer turns ${counted(inputs.length, 'input')} into ${counted(outputs.length, 'output')}`,

  transfer_from_blind: ({ inputs, amount, to }, tell) =>
    `${tell.account(to)} receives ${tell.amount(amount)} from ${counted(inputs.length, 'blind input')}`,

  balance_claim: ({ deposit_to_account: to, balance_to_claim: balance, total_claimed: amount }, tell) =>
    `${tell.account(to)} claims ${tell.amount(amount)} of balance ${balance}`,

  fba_distribute: ({ account_id: account, fba_id: source, amount }, tell) =>
    `${tell.account(account)} gets ${tell.core(amount)} of the fees in ${source}`,

  vesting_balance_create: ({ creator, owner, amount, policy: [kind, policy] }, tell) => {
    const given = `${tell.account(creator)} puts ${tell.amount(amount)} aside for ${tell.account(owner)}`
    if (kind === 2) return `${given}, to be withdrawn at any time`
    if (kind === 1) return `${given}, to be earned by waiting for ${duration(policy.vesting_seconds)}`
    return `${given}, released over ${duration(policy.vesting_duration_seconds)} from ${tell.time(policy.begin_timestamp)} on`
  },

  vesting_balance_withdraw: ({ vesting_balance: balance, owner, amount }, tell) =>
    `${tell.account(owner)} withdraws ${tell.amount(amount)} from vesting balance ${balance}`,

  htlc_create: (operation, tell) =>
    `${tell.account(operation.from)} locks ${tell.amount(operation.amount)} for ${tell.account(operation.to)}, ` +
    `who may redeem it within ${duration(operation.claim_period_seconds)} with the preimage of ` +
    `${hashText(operation.preimage_hash, operation.preimage_size)}${withMemo(operation.extensions.memo)}`,

  htlc_redeem: ({ htlc_id: htlc, redeemer, preimage }, tell) =>
    `${tell.account(redeemer)} redeems HTLC ${htlc} with a preimage of ${counted(preimage.length, 'byte')}`,

  htlc_redeemed: ({ htlc_id: htlc, from, to, redeemer, amount }, tell) =>
    `${tell.account(to)} receives ${tell.amount(amount)} of ${tell.account(from)} from HTLC ${htlc}, ` +
    `which ${tell.account(redeemer)} redeemed`,

  htlc_extend: ({ htlc_id: htlc, update_issuer: account, seconds_to_add: seconds }, tell) =>
    `${tell.account(account)} extends HTLC ${htlc} by ${duration(seconds)}`,

  htlc_refund: ({ htlc_id: htlc, to, original_htlc_recipient: recipient, htlc_amount: amount }, tell) =>
    `${tell.amount(amount)} in HTLC ${htlc} for ${tell.account(recipient)} goes back to ${tell.account(to)}`,

  ticket_create: ({ account, target_type: type, amount }, tell) =>
    `${tell.account(account)} locks ${tell.amount(amount)} for ${lockText(type)} in a ticket`,

  ticket_update: ({ ticket, account, target_type: type, amount_for_new_target: amount }, tell) =>
    `${tell.account(account)} changes ${partText(amount, tell)}ticket ${ticket} to be locked for ${lockText(type)}`,
}

function partText(
  amount: Parameters<Sentences['ticket_update']>[0]['amount_for_new_target'],
  tell: Teller,
): string {
  return amount === undefined ? '' : `${tell.amount(amount)} of `
}

function hashText([kind]: HtlcHash, sizeBytes: number): string {
  return `a ${HASHES[kind]} hash${sizeBytes === 0 ? '' : ` (${counted(sizeBytes, 'byte')})`}`
}

function lockText(type: number | bigint): string {
  return LOCKS[Number(type)] ?? `type ${type}`
}
