import type { AccountOptions } from '../protocol/generated/types.ts'
import { percentText } from './amount-text.ts'
import { cleanText, quoted } from './clean-text.ts'
import { NAME_LENGTH } from './effects.ts'
import { OPERATION_NAMES } from '../protocol/schema.ts'
import type { Sentences, Teller } from './teller.ts'
import { counted, duration, joined, withMemo } from './teller.ts'

const PROXY_TO_SELF = '1.2.5'

/** What accounts do with themselves and with each other. */
export const ACCOUNT_SENTENCES: Sentences<
  | 'account_create'
  | 'account_update'
  | 'account_whitelist'
  | 'account_upgrade'
  | 'account_transfer'
  | 'withdraw_permission_create'
  | 'withdraw_permission_update'
  | 'withdraw_permission_claim'
  | 'withdraw_permission_delete'
  | 'custom_authority_create'
  | 'custom_authority_update'
  | 'custom_authority_delete'
> = {
  account_create: ({ registrar, referrer, referrer_percent, name }, tell) => {
    const share = referrer_percent === 0 ? '' : ` for ${percentText(referrer_percent, 10_000)}`
    const referred = registrar === referrer ? '' : `, referred by ${tell.account(referrer)}${share}`
    return `${tell.account(registrar)} registers the account ${cleanText(name, NAME_LENGTH)}${referred}`
  },

  account_update: ({ account, owner, active, new_options: options, extensions }, tell) => {
    const changed = [
      ...(owner === undefined ? [] : ['owner authority']),
      ...(active === undefined ? [] : ['active authority']),
      ...(options === undefined ? [] : [`options (${optionsText(options, tell)})`]),
      ...(extensions.owner_special_authority === undefined ? [] : ['special owner authority']),
      ...(extensions.active_special_authority === undefined ? [] : ['special active authority']),
    ]
    if (changed.length === 0) return `${tell.account(account)} updates its account without a change`
    return `${tell.account(account)} sets its ${joined(changed)}`
  },

  account_whitelist: ({ authorizing_account: by, account_to_list: of, new_listing: listing }, tell) => {
    const names = [
      ...((listing & 1) === 0 ? [] : ['whitelist']),
      ...((listing & 2) === 0 ? [] : ['blacklist']),
    ]
    if (names.length === 0)
      return `${tell.account(by)} takes ${tell.account(of)} off its whitelist and blacklist`
    return `${tell.account(by)} puts ${tell.account(of)} on its ${joined(names)}`
  },

  account_upgrade: ({ account_to_upgrade: account, upgrade_to_lifetime_member: isForLife }, tell) =>
    `${tell.account(account)} becomes ${isForLife ? 'a lifetime' : 'an annual'} member`,

  account_transfer: ({ account_id: account, new_owner: owner }, tell) =>
    `${tell.account(account)} is handed over to ${tell.account(owner)}`,

  withdraw_permission_create: (operation, tell) =>
    `${tell.account(operation.withdraw_from_account)} lets ${withdrawalText(operation, tell)}`,

  withdraw_permission_update: (operation, tell) =>
    `${tell.account(operation.withdraw_from_account)} changes withdraw permission ${operation.permission_to_update} ` +
    `to let ${withdrawalText(operation, tell)}`,

  withdraw_permission_claim: (operation, tell) => {
    const {
      withdraw_from_account: from,
      withdraw_to_account: to,
      withdraw_permission: permission,
    } = operation
    const amount = tell.amount(operation.amount_to_withdraw)
    return (
      `${tell.account(to)} withdraws ${amount} from ${tell.account(from)} ` +
      `by withdraw permission ${permission}${withMemo(operation.memo)}`
    )
  },

  withdraw_permission_delete: (operation, tell) =>
    `${tell.account(operation.withdraw_from_account)} takes withdraw permission ${operation.withdrawal_permission} ` +
    `from ${tell.account(operation.authorized_account)}`,

  custom_authority_create: (operation, tell) => {
    const { account, enabled, operation_type: type, restrictions, valid_from: from, valid_to: to } = operation
    return (
      `${tell.account(account)} creates a custom authority for ${operationName(type)} ` +
      `with ${counted(restrictions.length, 'restriction')}, from ${tell.time(from)} to ${tell.time(to)}` +
      (enabled ? '' : ', disabled')
    )
  },

  custom_authority_update: (operation, tell) => {
    const { account, authority_to_update: authority, new_enabled: isEnabled } = operation
    const { restrictions_to_remove: removed, restrictions_to_add: added } = operation
    const changes = [
      ...(isEnabled === undefined ? [] : [isEnabled ? 'enables it' : 'disables it']),
      ...(operation.new_valid_from === undefined
        ? []
        : [`lets it begin at ${tell.time(operation.new_valid_from)}`]),
      ...(operation.new_valid_to === undefined
        ? []
        : [`lets it end at ${tell.time(operation.new_valid_to)}`]),
      ...(operation.new_auth === undefined ? [] : ['sets who it is for']),
      ...(removed.length === 0 ? [] : [`removes ${counted(removed.length, 'restriction')}`]),
      ...(added.length === 0 ? [] : [`adds ${counted(added.length, 'restriction')}`]),
    ]
    const what = changes.length === 0 ? '' : `: ${joined(changes)}`
    return `${tell.account(account)} updates custom authority ${authority}${what}`
  },

  custom_authority_delete: ({ account, authority_to_delete: authority }, tell) =>
    `${tell.account(account)} deletes custom authority ${authority}`,
}

function optionsText({ voting_account: voter, votes }: AccountOptions, tell: Teller): string {
  return voter === PROXY_TO_SELF ? counted(votes.length, 'vote') : `voting through ${tell.account(voter)}`
}

type Withdrawal = Pick<
  Parameters<Sentences['withdraw_permission_create']>[0],
  | 'authorized_account'
  | 'withdrawal_limit'
  | 'withdrawal_period_sec'
  | 'periods_until_expiration'
  | 'period_start_time'
>

function withdrawalText(operation: Withdrawal, tell: Teller): string {
  const {
    withdrawal_period_sec: period,
    periods_until_expiration: periods,
    period_start_time: start,
  } = operation
  return (
    `${tell.account(operation.authorized_account)} withdraw up to ${tell.amount(operation.withdrawal_limit)} ` +
    `in each of ${counted(periods, 'period')} of ${duration(period)} from ${tell.time(start)} on`
  )
}

function operationName(tag: number | bigint): string {
  return OPERATION_NAMES[Number(tag)] ?? `operation ${tag}`
}

/** What only some need: data, and conditions. */
export const OTHER_SENTENCES: Sentences<'custom' | 'assert'> = {
  custom: ({ payer, id, data }, tell) =>
    `${tell.account(payer)} puts ${counted(data.length, 'byte')} of data with id ${id} on the chain`,

  assert: ({ fee_paying_account: payer, predicates }, tell) => {
    const conditions = tell.list(predicates, ([tag, predicate]) => {
      if (tag === 0) return `account ${predicate.account_id} is called ${quoted(predicate.name, NAME_LENGTH)}`
      if (tag === 1) return `asset ${predicate.asset_id} is called ${quoted(predicate.symbol, NAME_LENGTH)}`
      return `block ${predicate.id} is part of the chain`
    })
    return `${tell.account(payer)} asserts ${conditions === '' ? 'nothing' : `that ${conditions}`}`
  },
}
