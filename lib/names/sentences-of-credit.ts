import { percentText } from './amount-text.ts'
import type { Sentences, Teller } from './teller.ts'
import { counted, duration, joined } from './teller.ts'

/** `GRAPHENE_FEE_RATE_DENOM` */
const RATE = 1_000_000

/** How a deal is repaid by itself (`credit_deal_auto_repayment_type`). */
const AUTO_REPAY = [
  'no automatic repayment',
  'automatic repayment in full',
  'automatic repayment in parts',
] as const

/** Flash loans from SameT funds, and credit. */
export const CREDIT_SENTENCES: Sentences<
  | 'samet_fund_create'
  | 'samet_fund_delete'
  | 'samet_fund_update'
  | 'samet_fund_borrow'
  | 'samet_fund_repay'
  | 'credit_offer_create'
  | 'credit_offer_delete'
  | 'credit_offer_update'
  | 'credit_offer_accept'
  | 'credit_deal_repay'
  | 'credit_deal_update'
  | 'credit_deal_expired'
> = {
  samet_fund_create: ({ owner_account: owner, asset_type: asset, balance, fee_rate: rate }, tell) =>
    `${tell.account(owner)} lends ${tell.amount({ amount: balance, asset_id: asset })} ` +
    `within transactions for ${percentText(rate, RATE)}, as a new SameT fund`,

  samet_fund_delete: ({ owner_account: owner, fund_id: fund }, tell) =>
    `${tell.account(owner)} closes SameT fund ${fund}`,

  samet_fund_update: (
    { owner_account: owner, fund_id: fund, delta_amount: delta, new_fee_rate: rate },
    tell,
  ) => {
    const changes = [
      ...(delta === undefined ? [] : [`${delta.amount < 0n ? 'takes back' : 'adds'} ${tell.size(delta)}`]),
      ...(rate === undefined ? [] : [`asks ${percentText(rate, RATE)}`]),
    ]
    return `${tell.account(owner)} updates SameT fund ${fund}${changes.length === 0 ? '' : `: ${joined(changes)}`}`
  },

  samet_fund_borrow: ({ borrower, fund_id: fund, borrow_amount: amount }, tell) =>
    `${tell.account(borrower)} borrows ${tell.amount(amount)} from SameT fund ${fund} within the transaction`,

  samet_fund_repay: ({ account, fund_id: fund, repay_amount: amount, fund_fee: fee }, tell) =>
    `${tell.account(account)} pays ${tell.amount(amount)} and a fee of ${tell.amount(fee)} back to SameT fund ${fund}`,

  credit_offer_create: (operation, tell) => {
    const { owner_account: owner, asset_type: asset, enabled: isEnabled, auto_disable_time: end } = operation
    const amount = tell.amount({ amount: operation.balance, asset_id: asset })
    const least = tell.amount({ amount: operation.min_deal_amount, asset_id: asset })
    return (
      `${tell.account(owner)} offers ${amount} as credit for ${percentText(operation.fee_rate, RATE)} ` +
      `over up to ${duration(operation.max_duration_seconds)}, at least ${least} a deal` +
      `${collateralText(operation.acceptable_collateral, tell)}${borrowersText(operation.acceptable_borrowers)}` +
      (isEnabled ? `, until ${tell.time(end)}` : ', disabled')
    )
  },

  credit_offer_delete: ({ owner_account: owner, offer_id: offer }, tell) =>
    `${tell.account(owner)} withdraws credit offer ${offer}`,

  credit_offer_update: (operation, tell) => {
    const {
      owner_account: owner,
      offer_id: offer,
      delta_amount: delta,
      fee_rate: rate,
      enabled: isEnabled,
    } = operation
    const { max_duration_seconds: longest, min_deal_amount: least, auto_disable_time: end } = operation
    const { acceptable_collateral: collateral, acceptable_borrowers: borrowers } = operation
    const changes = [
      ...(delta === undefined ? [] : [`${delta.amount < 0n ? 'takes back' : 'adds'} ${tell.size(delta)}`]),
      ...(rate === undefined ? [] : [`asks ${percentText(rate, RATE)}`]),
      ...(longest === undefined ? [] : [`lends for up to ${duration(longest)}`]),
      ...(least === undefined ? [] : [`lends at least ${leastText(least, delta?.asset_id, tell)} a deal`]),
      ...(isEnabled === undefined ? [] : [isEnabled ? 'enables it' : 'disables it']),
      ...(end === undefined ? [] : [`lets it stand until ${tell.time(end)}`]),
      ...(collateral === undefined ? [] : [`takes ${counted(collateral.length, 'kind')} of collateral`]),
      ...(borrowers === undefined ? [] : [`names ${counted(borrowers.length, 'borrower')}`]),
    ]
    return `${tell.account(owner)} updates credit offer ${offer}${changes.length === 0 ? '' : `: ${joined(changes)}`}`
  },

  credit_offer_accept: (operation, tell) => {
    const { borrower, offer_id: offer, borrow_amount: amount, collateral, extensions } = operation
    const repaid = extensions.auto_repay === undefined ? '' : `, with ${autoRepayText(extensions.auto_repay)}`
    return (
      `${tell.account(borrower)} borrows ${tell.amount(amount)} from credit offer ${offer} ` +
      `against ${tell.amount(collateral)}, for at most ${percentText(operation.max_fee_rate, RATE)} ` +
      `and at least ${duration(operation.min_duration_seconds)}${repaid}`
    )
  },

  credit_deal_repay: ({ account, deal_id: deal, repay_amount: amount, credit_fee: fee }, tell) =>
    `${tell.account(account)} pays ${tell.amount(amount)} and a fee of ${tell.amount(fee)} back for credit deal ${deal}`,

  credit_deal_update: ({ account, deal_id: deal, auto_repay: repay }, tell) =>
    `${tell.account(account)} chooses ${autoRepayText(repay)} for credit deal ${deal}`,

  credit_deal_expired: (operation, tell) => {
    const { deal_id: deal, offer_owner: owner, borrower, unpaid_amount: unpaid, collateral } = operation
    return (
      `credit deal ${deal} expires with ${tell.amount(unpaid)} unpaid by ${tell.account(borrower)}: ` +
      `${tell.account(owner)} gets ${tell.amount(collateral)} of collateral`
    )
  },
}

function collateralText(
  accepted: Parameters<Sentences['credit_offer_create']>[0]['acceptable_collateral'],
  tell: Teller,
): string {
  return accepted.length === 0 ? '' : `, against ${tell.list(accepted, ([asset]) => tell.asset(asset))}`
}

/** The update does not say which asset the offer is in, unless it adds some. */
function leastText(amount: bigint, asset: Parameters<Teller['asset']>[0] | undefined, tell: Teller): string {
  return asset === undefined ? `${amount} of its smallest units` : tell.amount({ amount, asset_id: asset })
}

function borrowersText(accepted: readonly unknown[]): string {
  return accepted.length === 0 ? '' : `, to ${counted(accepted.length, 'named borrower')}`
}

function autoRepayText(kind: number): string {
  return AUTO_REPAY[kind] ?? `automatic repayment of kind ${kind}`
}
