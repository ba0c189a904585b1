import type { NamedBlock } from '../../lib/names/learn-names.ts'
import type { Operation, OperationResult } from '../../lib/protocol/generated/types.ts'
import { fromJson, toJson } from '../../lib/protocol/json.ts'
import { timeToText } from '../../lib/protocol/json/time-text.ts'
import { OPERATION_NAMES } from '../../lib/protocol/schema.ts'

/** What a chain has, by the numbers of ids. */
export interface Truth {
  readonly accounts: string[]
  readonly assets: { readonly symbol: string; issuer: number }[]
  /** Witness 1.6.0 is nobody. */
  readonly witnesses: (number | undefined)[]
  readonly members: number[]
  readonly pools: {
    readonly assetA: number
    readonly assetB: number
    readonly share: number
    isDeleted: boolean
  }[]
  readonly proposals: Map<number, Proposal>
  proposalCount: number
}

interface Proposal {
  readonly operations: readonly Operation[]
  readonly expires: number
  readonly isReviewed: boolean
  wasApproved: boolean
}

/** What a step wants to do; numbers pick from what there is. What the chain would refuse does not get into a block. */
export type Wish =
  | {
      readonly type: 'account' | 'asset' | 'witness' | 'member' | 'pool' | 'transfer' | 'issue'
      readonly pick: number
    }
  | {
      readonly type: 'hand_over' | 'say_witness' | 'say_member' | 'deposit' | 'unpool' | 'delete'
      readonly pick: number
    }
  | { readonly type: 'approve'; readonly pick: number; readonly isAdded: boolean }
  | {
      readonly type: 'propose'
      readonly wishes: readonly Wish[]
      readonly expiresIn: number
      readonly isReviewed: boolean
    }

/** So few names that proposals and others want the same. */
const NAMES = 12

/** Builds an operation from the members that matter. */
export function operationOf(type: Operation['type'], members: object): Operation {
  return fromJson('operation', [OPERATION_NAMES.indexOf(type), members]) as Operation
}

/**
 * A chain that knows what proposals do, as far as ids and names go: it makes blocks as a name book sees them, and keeps the
 * truth that is not in them. `willRun` is asked whether a proposal runs that could.
 */
export class ChainModel {
  truth: Truth
  readonly #willRun: () => boolean
  #seconds = 1_800_000_000
  #number = 0

  constructor(willRun: () => boolean) {
    this.#willRun = willRun
    this.truth = {
      accounts: [
        'committee-account',
        'witness-account',
        'relaxed-committee-account',
        'null-account',
        'temp-account',
        'proxy-to-self',
        'init0',
        'init1',
      ],
      assets: [{ symbol: 'BTS', issuer: 3 }],
      witnesses: [undefined, 6, 7],
      members: [6],
      pools: [],
      proposals: new Map(),
      proposalCount: 0,
    }
  }

  static readonly genesis: object = {
    initial_accounts: [{ name: 'init0' }, { name: 'init1' }],
    initial_assets: [],
    initial_witness_candidates: [{ owner_name: 'init0' }, { owner_name: 'init1' }],
    initial_committee_candidates: [{ owner_name: 'init0' }],
    immutable_parameters: { num_special_accounts: 0, num_special_assets: 0 },
  }

  /** The next block. */
  block(wishes: readonly Wish[], withResults: boolean): NamedBlock {
    this.#number += 1
    this.#seconds += 3
    const operations: Operation[] = []
    const results: OperationResult[] = []
    for (const wish of wishes) {
      const operation = this.#operation(wish, this.truth)
      if (operation === undefined) continue
      const id = this.#apply(operation, this.truth)
      if (id === false) continue
      operations.push(operation)
      results.push(id === true ? [0, {}] : [1, id])
    }
    const due = [...this.truth.proposals].filter(([, { expires }]) => expires <= this.#seconds)
    for (const [id, proposal] of due.sort(([a, one], [b, other]) => one.expires - other.expires || a - b)) {
      if (this.truth.proposals.has(id) && proposal.wasApproved && this.#willRun()) this.#run(id)
      this.truth.proposals.delete(id)
    }
    const transactions = [{ operations, operation_results: withResults ? results : [] }]
    return { number: this.#number, timestamp: this.#seconds, transactions }
  }

  #run(id: number): void {
    const before = this.truth
    this.truth = structuredClone({ ...before, proposals: new Map() })
    for (const [each, proposal] of before.proposals) this.truth.proposals.set(each, { ...proposal })
    const isDone = before.proposals
      .get(id)
      ?.operations.every((operation) => this.#apply(operation, this.truth) !== false)
    if (isDone === true) this.truth.proposals.delete(id)
    else this.truth = before
  }

  /** False if the chain refuses it; the id of what it makes, if it makes anything. */
  #apply(operation: Operation, truth: Truth): `1.${number}.${bigint}` | boolean {
    const numberIn = (id: string): number => Number(id.split('.')[2])
    switch (operation.type) {
      case 'account_create':
        if (truth.accounts.includes(operation.name)) return false
        return `1.2.${truth.accounts.push(operation.name) - 1}` as `1.2.${bigint}`
      case 'asset_create':
        if (truth.assets.some(({ symbol }) => symbol === operation.symbol)) return false
        truth.assets.push({ symbol: operation.symbol, issuer: numberIn(operation.issuer) })
        return `1.3.${truth.assets.length - 1}` as `1.3.${bigint}`
      case 'witness_create':
        if (truth.witnesses.includes(numberIn(operation.witness_account))) return false
        return `1.6.${truth.witnesses.push(numberIn(operation.witness_account)) - 1}` as `1.6.${bigint}`
      case 'committee_member_create':
        if (truth.members.includes(numberIn(operation.committee_member_account))) return false
        return `1.5.${truth.members.push(numberIn(operation.committee_member_account)) - 1}` as `1.5.${bigint}`
      case 'liquidity_pool_create': {
        const [assetA, assetB, share] = [operation.asset_a, operation.asset_b, operation.share_asset].map(
          numberIn,
        ) as [number, number, number]
        if (truth.pools.some((pool) => pool.share === share && !pool.isDeleted)) return false
        const count = truth.pools.push({ assetA, assetB, share, isDeleted: false })
        return `1.19.${count - 1}` as `1.19.${bigint}`
      }
      case 'liquidity_pool_delete': {
        const pool = truth.pools[numberIn(operation.pool)]
        if (pool === undefined || pool.isDeleted) return false
        pool.isDeleted = true
        return true
      }
      case 'asset_update_issuer': {
        const asset = truth.assets[numberIn(operation.asset_to_update)]
        if (asset?.issuer !== numberIn(operation.issuer)) return false
        asset.issuer = numberIn(operation.new_issuer)
        return true
      }
      case 'proposal_create': {
        const { expiration_time: expires, proposed_ops: ops, review_period_seconds: review } = operation
        const id = truth.proposalCount
        truth.proposalCount += 1
        truth.proposals.set(id, {
          operations: ops.map(({ op }) => op),
          expires,
          isReviewed: review !== undefined,
          wasApproved: false,
        })
        return `1.10.${id}` as `1.10.${bigint}`
      }
      case 'proposal_update': {
        const id = numberIn(operation.proposal)
        const proposal = truth.proposals.get(id)
        if (proposal === undefined) return false
        if (operation.active_approvals_to_add.length > 0) proposal.wasApproved = true
        if (!proposal.isReviewed && proposal.wasApproved && this.#willRun()) this.#run(id)
        return true
      }
      case 'proposal_delete':
        return truth.proposals.delete(numberIn(operation.proposal))
      default:
        return true
    }
  }

  #operation(wish: Wish, truth: Truth): Operation | undefined {
    const { accounts, assets, witnesses, members, pools, proposals } = truth
    // The newest are picked often: they are what is in doubt.
    const number = (of: readonly unknown[], pick: number): number => Math.max(0, of.length - 1 - (pick % 7))
    if (wish.type === 'propose') {
      const operations = wish.wishes.flatMap((each) => this.#operation(each, truth) ?? [])
      return operationOf('proposal_create', {
        fee_paying_account: '1.2.6',
        expiration_time: timeToText(this.#seconds + wish.expiresIn),
        proposed_ops: operations.map((op) => ({ op: toJson('operation', op) })),
        ...(wish.isReviewed ? { review_period_seconds: 1 } : {}),
      })
    }
    const { pick } = wish
    const account = number(accounts, pick)
    const asset = number(assets, pick)
    switch (wish.type) {
      case 'account':
        return operationOf('account_create', {
          registrar: '1.2.6',
          referrer: '1.2.6',
          name: `name-${pick % NAMES}`,
          ...closed,
        })
      case 'asset':
        return operationOf('asset_create', {
          issuer: `1.2.${account}`,
          symbol: `SYM${pick % NAMES}`,
          precision: 4,
          common_options: ASSET_OPTIONS,
        })
      case 'witness':
        return operationOf('witness_create', { witness_account: `1.2.${account}`, block_signing_key: KEY })
      case 'member':
        return operationOf('committee_member_create', { committee_member_account: `1.2.${account}` })
      case 'pool':
        return operationOf('liquidity_pool_create', {
          asset_a: '1.3.0',
          asset_b: `1.3.${pick % assets.length}`,
          share_asset: `1.3.${asset}`,
        })
      case 'transfer':
        return operationOf('transfer', {
          from: `1.2.${pick % accounts.length}`,
          to: `1.2.${account}`,
          amount: { asset_id: `1.3.${asset}` },
        })
      case 'issue':
        return operationOf('asset_issue', {
          issuer: `1.2.${assets[asset]?.issuer ?? 0}`,
          asset_to_issue: { amount: 1, asset_id: `1.3.${asset}` },
          issue_to_account: `1.2.${account}`,
        })
      case 'hand_over':
        return operationOf('asset_update_issuer', {
          issuer: `1.2.${assets[asset]?.issuer ?? 0}`,
          asset_to_update: `1.3.${asset}`,
          new_issuer: `1.2.${account}`,
        })
      case 'say_witness': {
        const witness = Math.max(1, number(witnesses, pick))
        return operationOf('witness_update', {
          witness: `1.6.${witness}`,
          witness_account: `1.2.${witnesses[witness] ?? 0}`,
        })
      }
      case 'say_member': {
        const member = number(members, pick)
        return operationOf('committee_member_update', {
          committee_member: `1.5.${member}`,
          committee_member_account: `1.2.${members[member] ?? 0}`,
        })
      }
      case 'unpool':
        return operationOf('liquidity_pool_delete', { account: '1.2.6', pool: `1.19.${number(pools, pick)}` })
      case 'deposit': {
        const pool = number(pools, pick)
        const { assetA, assetB, isDeleted } = pools[pool] ?? { isDeleted: true }
        if (isDeleted) return undefined
        return operationOf('liquidity_pool_deposit', {
          account: '1.2.6',
          pool: `1.19.${pool}`,
          amount_a: { asset_id: `1.3.${assetA}` },
          amount_b: { asset_id: `1.3.${assetB}` },
        })
      }
      case 'approve':
      case 'delete': {
        const id = [...proposals.keys()][number([...proposals.keys()], pick)]
        if (id === undefined) return undefined
        const members = { fee_paying_account: '1.2.6', proposal: `1.10.${id}` }
        if (wish.type === 'delete') return operationOf('proposal_delete', members)
        const isAdded = 'isAdded' in wish && wish.isAdded
        return operationOf('proposal_update', {
          ...members,
          [isAdded ? 'active_approvals_to_add' : 'active_approvals_to_remove']: ['1.2.6'],
        })
      }
    }
  }
}

const CORE = { amount: 1, asset_id: '1.3.0' }
const ASSET_OPTIONS = { issuer_permissions: 0, core_exchange_rate: { base: CORE, quote: CORE } }
/** Authorities that somebody has to satisfy. */
const KEY = 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV'
const closed = { owner: { weight_threshold: 1 }, active: { weight_threshold: 1 }, options: { memo_key: KEY } }
