import { quoted } from './clean-text.ts'
import type { Sentences, Teller } from './teller.ts'
import { counted, duration, joined } from './teller.ts'

/** A url is as long as it likes on the wire; core takes 127 characters (`GRAPHENE_MAX_URL_LENGTH`). */
const URL_LENGTH = 60
const WORKER_NAME_LENGTH = 63
/** Of a proposal's operations as many are told. */
const TOLD = 10

/** Who runs the chain, and what is put to a vote. */
export const GOVERNANCE_SENTENCES: Sentences<
  | 'witness_create'
  | 'witness_update'
  | 'committee_member_create'
  | 'committee_member_update'
  | 'committee_member_update_global_parameters'
  | 'worker_create'
  | 'proposal_create'
  | 'proposal_update'
  | 'proposal_delete'
> = {
  witness_create: ({ witness_account: account, url, block_signing_key: key }, tell) =>
    `${tell.account(account)} stands as a witness that signs with ${key}${urlText(url)}`,

  witness_update: ({ witness, witness_account: account, new_url: url, new_signing_key: key }, tell) => {
    const changes = [
      ...(key === undefined ? [] : [`its signing key to ${key}`]),
      ...(url === undefined ? [] : [`its url to ${quoted(url, URL_LENGTH)}`]),
    ]
    const what = changes.length === 0 ? 'changes nothing' : `sets ${joined(changes)}`
    return `${tell.account(account)}, witness ${witness}, ${what}`
  },

  committee_member_create: ({ committee_member_account: account, url }, tell) =>
    `${tell.account(account)} stands for the committee${urlText(url)}`,

  committee_member_update: (
    { committee_member: member, committee_member_account: account, new_url: url },
    tell,
  ) =>
    `${tell.account(account)}, committee member ${member}, ` +
    (url === undefined ? 'changes nothing' : `sets its url to ${quoted(url, URL_LENGTH)}`),

  committee_member_update_global_parameters: ({ new_parameters: parameters }, tell) =>
    `the committee sets the parameters of the chain: a block every ${duration(parameters.block_interval)}, ` +
    `maintenance every ${duration(parameters.maintenance_interval)}, ` +
    `${tell.core(parameters.witness_pay_per_block)} for a block, ` +
    `${tell.core(parameters.worker_budget_per_day)} a day for workers, and ` +
    counted(parameters.current_fees.parameters.length, 'fee'),

  worker_create: (operation, tell) => {
    const { owner, work_begin_date: begin, work_end_date: end, daily_pay: pay, initializer } = operation
    return (
      `${tell.account(owner)} asks for ${tell.core(pay)} a day from ${tell.time(begin)} to ${tell.time(end)} ` +
      `for the worker ${quoted(operation.name, WORKER_NAME_LENGTH)}${payText(initializer)}`
    )
  },

  proposal_create: (operation, tell) => {
    const {
      fee_paying_account: account,
      expiration_time: end,
      proposed_ops: ops,
      review_period_seconds: review,
    } = operation
    const told = ops.slice(0, TOLD).map(({ op }) => tell.inner(op))
    if (ops.length > TOLD) told.push(`and ${ops.length - TOLD} more`)
    const reviewed = review === undefined ? '' : `, after ${duration(review)} of review`
    const what = told.length === 0 ? 'nothing' : told.join('; ')
    return `${tell.account(account)} proposes, for approval until ${tell.time(end)}${reviewed}: ${what}`
  },

  proposal_update: (operation, tell) => {
    const { fee_paying_account: account, proposal } = operation
    const added = approvalsText(
      operation.active_approvals_to_add,
      operation.owner_approvals_to_add,
      operation.key_approvals_to_add,
      tell,
    )
    const removed = approvalsText(
      operation.active_approvals_to_remove,
      operation.owner_approvals_to_remove,
      operation.key_approvals_to_remove,
      tell,
    )
    const name = tell.account(account)
    if (added === name && removed === '') return `${name} approves ${tell.proposal(proposal)}`
    if (added === '' && removed === name) return `${name} no longer approves ${tell.proposal(proposal)}`
    const changes = [
      ...(added === '' ? [] : [`adds the approval of ${added}`]),
      ...(removed === '' ? [] : [`removes that of ${removed}`]),
    ]
    const what = changes.length === 0 ? 'changes nothing' : joined(changes)
    return `${name} ${what} on ${tell.proposal(proposal)}`
  },

  proposal_delete: ({ fee_paying_account: account, using_owner_authority: isOwner, proposal }, tell) =>
    `${tell.account(account)} deletes ${tell.proposal(proposal)}${isOwner ? ' with its owner authority' : ''}`,
}

function urlText(url: string): string {
  return url === '' ? '' : ` (${quoted(url, URL_LENGTH)})`
}

function payText([kind, initializer]: Parameters<Sentences['worker_create']>[0]['initializer']): string {
  if (kind === 0) return ', to go back to the reserve'
  if (kind === 1) return `, to be paid out over ${counted(initializer.pay_vesting_period_days, 'day')}`
  return ', to be burnt'
}

function approvalsText(
  active: readonly Parameters<Teller['account']>[0][],
  owner: readonly Parameters<Teller['account']>[0][],
  keys: readonly string[],
  tell: Teller,
): string {
  return joined([
    ...(active.length === 0 ? [] : [tell.accounts(active)]),
    ...(owner.length === 0 ? [] : [`${tell.accounts(owner)} (owner)`]),
    ...(keys.length === 0 ? [] : [counted(keys.length, 'key')]),
  ])
}
