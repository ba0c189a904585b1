import test from 'ava'
import { learnNames, type NamedBlock, unlearnNames } from '../../lib/names/learn-names.ts'
import { KINDS } from '../../lib/names/kinds.ts'
import { MAINNET_ID } from '../../lib/names/known-names.ts'
import type { NameBookOptions } from '../../lib/names/book-state.ts'
import { createNameBook, type NameBook, stateOf } from '../../lib/names/name-book.ts'
import { namesText } from '../../lib/names/names-text.ts'
import { MAINNET, privateNetwork, TESTNET } from '../../lib/node/networks.ts'
import type { Operation, OperationResult } from '../../lib/protocol/generated/types.ts'
import { fromJson } from '../../lib/protocol/json.ts'
import { timeFromText } from '../../lib/protocol/json/time-text.ts'
import type { ObjectId } from '../../lib/protocol/object-id.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { ChainModel, operationOf } from './chain-model.ts'

const [{ genesis }, ...lines] = readJsonLines('named-chain.jsonl.gz') as readonly [
  { readonly genesis: unknown },
  ...{ readonly block_num: number; readonly timestamp: string; readonly operations: readonly unknown[] }[],
]
const recorded = lines.map(({ block_num: number, timestamp, operations }) =>
  block(
    number,
    operations.map((json) => fromJson('operation', json) as Operation),
    [],
    timeFromText(timestamp),
  ),
)

function block(
  number: number,
  operations: readonly Operation[] = [],
  operation_results: readonly OperationResult[] = [],
  timestamp = 1_800_000_000 + number,
): NamedBlock {
  return { number, timestamp, transactions: [{ operations, operation_results }] }
}

/** Those of the recording that have operations of interest, and empty ones between. */
function follow(book: NameBook, each: (block: NamedBlock) => void = () => undefined): void {
  for (const next of recorded) {
    for (let number = (book.head ?? 0) + 1; number < next.number; number += 1)
      learnNames(book, block(number, [], [], 0))
    each(next)
    learnNames(book, next)
  }
}

const book = (options: NameBookOptions = {}): NameBook => createNameBook(options)
const registration = (name: string): Operation =>
  operationOf('account_create', {
    registrar: '1.2.6',
    referrer: '1.2.6',
    name,
    owner: { weight_threshold: 1 },
    active: { weight_threshold: 1 },
    options: { memo_key: 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV' },
  })
const proposal = (proposed: readonly Operation[], expires: string, review?: number): Operation => {
  const [whole] = proposed
  const made = operationOf('proposal_create', {
    fee_paying_account: '1.2.6',
    expiration_time: expires,
    ...(review === undefined ? {} : { review_period_seconds: review }),
  })
  return whole === undefined ? made : ({ ...made, proposed_ops: proposed.map((op) => ({ op })) } as Operation)
}
const approval = (id: string, by: readonly string[] = ['1.2.6']): Operation =>
  operationOf('proposal_update', { fee_paying_account: '1.2.6', proposal: id, active_approvals_to_add: by })
const transfer = (to: string): Operation =>
  operationOf('transfer', { from: '1.2.6', to, amount: { amount: 1, asset_id: '1.3.0' } })
const LATER = '2030-01-01T00:00:00'

test('counted ids are those that a recorded chain uses', (t) => {
  const names = book({ genesis })
  let agreements = 0
  follow(names, ({ transactions }) => {
    for (const operation of transactions.flatMap(({ operations }) => operations)) {
      switch (operation.type) {
        case 'asset_issue':
          t.is(names.asset(operation.asset_to_issue.asset_id)?.issuer, operation.issuer)
          break
        case 'asset_update':
        case 'asset_update_bitasset':
        case 'asset_update_feed_producers':
          t.is(names.asset(operation.asset_to_update)?.issuer, operation.issuer)
          break
        case 'witness_update':
          t.is(names.witness(operation.witness), operation.witness_account)
          break
        case 'committee_member_update':
          t.is(names.committeeMember(operation.committee_member), operation.committee_member_account)
          break
        case 'liquidity_pool_deposit':
          t.deepEqual(names.liquidityPool(operation.pool)?.assetA, operation.amount_a.asset_id)
          t.deepEqual(names.liquidityPool(operation.pool)?.assetB, operation.amount_b.asset_id)
          break
        case 'liquidity_pool_withdraw':
          t.is(names.liquidityPool(operation.pool)?.shareAsset, operation.share_amount.asset_id)
          break
        case 'assert':
          for (const [tag, predicate] of operation.predicates) {
            if (tag === 0) t.is(names.account(predicate.account_id), predicate.name)
            if (tag === 1) t.is(names.asset(predicate.asset_id)?.symbol, predicate.symbol)
          }
          break
        default:
          return
      }
      agreements += 1
    }
  })
  t.true(agreements > 60)
  t.deepEqual(
    KINDS.map((kind) => names.certainty(kind)),
    ['1.2.89', '1.3.19', '1.5.12', '1.6.14', '1.10.32', '1.19.3'].map((next) => ({
      state: 'counted',
      next: next as ObjectId,
    })),
  )
  t.is(names.account('1.2.59'), 'alice-a1')
  t.is(names.accountNamed('alice-a1'), '1.2.59')
  t.deepEqual(names.asset('1.3.12'), { symbol: 'TEMPTOKEN', precision: 6, issuer: '1.2.0' })
  t.is(names.assetNamed('HUSD'), '1.3.3')
})

test('a proposal that makes another is followed by the id that only fits if it ran', (t) => {
  // Block 1109 makes proposal 1.10.6, which proposes a proposal, 1110 approves it, 1111 makes one, and 1112 approves 1.10.8.
  const names = book({ genesis })
  const states: unknown[] = []
  follow(names, ({ number }) => {
    if (number > 1108 && number < 1114) states.push(names.certainty('proposal'))
  })
  t.deepEqual(states, [
    { state: 'counted', next: '1.10.6' },
    { state: 'counted', next: '1.10.7' },
    { state: 'waiting', since: 1110 },
    { state: 'waiting', since: 1110 },
    { state: 'counted', next: '1.10.9' },
  ])
})

test('begins with what every chain has, and with what is known of the public one', (t) => {
  t.is(book().account('1.2.5'), 'proxy-to-self')
  t.deepEqual(book().asset('1.3.0'), { symbol: 'BTS', precision: 5, issuer: '1.2.3' })
  t.is(book({ network: TESTNET }).asset('1.3.0')?.symbol, 'TEST')
  t.is(book().asset('1.3.121'), undefined)
  t.is(MAINNET_ID, MAINNET.chainId)
  const mainnet = book({ network: MAINNET })
  t.deepEqual(mainnet.asset('1.3.121'), { symbol: 'USD', precision: 4, issuer: undefined })
  t.is(mainnet.asset('1.3.0')?.symbol, 'BTS')
  t.deepEqual(mainnet.certainty('account'), {
    state: 'uncertain',
    since: 0,
    because: 'the blocks did not begin at genesis',
  })
})

test('gives the ids of a genesis document as bitshares-core does', (t) => {
  const names = book({
    genesis: {
      initial_accounts: [{ name: 'init0' }, { name: 'issuer' }],
      initial_assets: [
        {
          symbol: 'PEG',
          issuer_name: 'witness-account',
          precision: 4,
          is_bitasset: true,
          collateral_records: [{}, {}],
        },
        { symbol: 'OTHER', issuer_name: 'issuer', precision: 2 },
      ],
      initial_witness_candidates: [{ owner_name: 'init0' }],
      initial_committee_candidates: [{ owner_name: 'issuer' }],
      immutable_parameters: { num_special_accounts: 100, num_special_assets: 100 },
    },
  })
  t.is(names.account('1.2.100'), 'init0')
  t.is(names.account('1.2.103'), 'peg-collateral-holder-1')
  t.deepEqual(names.asset('1.3.100'), { symbol: 'PEG', precision: 4, issuer: '1.2.1' })
  t.deepEqual(names.asset('1.3.101'), { symbol: 'OTHER', precision: 2, issuer: '1.2.101' })
  t.is(names.witness('1.6.1'), '1.2.100')
  t.is(names.committeeMember('1.5.0'), '1.2.101')
  t.deepEqual(names.certainty('account'), { state: 'counted', next: '1.2.104' })
  t.deepEqual(names.certainty('liquidity_pool'), { state: 'counted', next: '1.19.0' })
})

test('names wait for whether a proposal ran, and are given when that is clear', (t) => {
  const open = (): NameBook => {
    const names = book({ genesis: ChainModel.genesis })
    learnNames(names, block(1, [proposal([registration('proposed')], LATER)]))
    learnNames(names, block(2, [approval('1.10.0')]))
    learnNames(names, block(3, [registration('next')]))
    t.deepEqual(names.certainty('account'), { state: 'waiting', since: 2 })
    t.is(names.account('1.2.8'), undefined)
    return names
  }
  const ran = open()
  learnNames(ran, block(4, [transfer('1.2.9')]))
  t.deepEqual([ran.account('1.2.8'), ran.account('1.2.9')], ['proposed', 'next'])
  t.deepEqual(ran.certainty('account'), { state: 'counted', next: '1.2.10' })

  const didNot = open()
  learnNames(didNot, block(4, [approval('1.10.0', ['1.2.7'])]))
  t.is(didNot.account('1.2.8'), 'next')
  t.deepEqual(didNot.certainty('account'), { state: 'waiting', since: 4 })

  const couldNot = open()
  learnNames(couldNot, block(4, [registration('proposed')]))
  t.deepEqual([couldNot.account('1.2.8'), couldNot.account('1.2.9')], ['next', 'proposed'])
  t.deepEqual(couldNot.certainty('account'), { state: 'counted', next: '1.2.10' })

  const takenBack = open()
  unlearnNames(takenBack, block(3))
  unlearnNames(takenBack, block(2))
  t.deepEqual(takenBack.certainty('account'), { state: 'counted', next: '1.2.8' })
})

test('a proposal under review may run when it expires, one without approvals never', (t) => {
  const names = book({ genesis: ChainModel.genesis })
  const at = (seconds: number): string =>
    new Date((1_800_000_000 + seconds) * 1000).toISOString().slice(0, 19)
  const proposals = [proposal([registration('one')], at(5), 1), proposal([registration('other')], at(6))]
  learnNames(names, block(1, proposals))
  learnNames(names, block(2, [approval('1.10.0')]))
  learnNames(names, block(3))
  learnNames(names, block(4))
  t.is(names.certainty('account').state, 'counted')
  learnNames(names, block(5))
  t.deepEqual(names.certainty('account'), { state: 'waiting', since: 5 })
  learnNames(names, block(6, [transfer('1.2.8')]))
  t.is(names.account('1.2.8'), 'one')
  t.deepEqual(names.certainty('account'), { state: 'counted', next: '1.2.9' })
})

test('where an authority is everybody’s, a proposal may run without approvals', (t) => {
  const open = { weight_threshold: 2, account_auths: [['1.2.4', 2]] }
  const rows: readonly (readonly [Operation, boolean])[] = [
    [operationOf('account_update', { account: '1.2.6', active: open }), true],
    [operationOf('account_update', { account: '1.2.6', owner: { weight_threshold: 0 } }), true],
    [
      operationOf('account_update', {
        account: '1.2.6',
        active: {
          weight_threshold: 2,
          account_auths: [
            ['1.2.4', 1],
            ['1.2.7', 1],
          ],
        },
      }),
      false,
    ],
    [operationOf('custom_authority_create', { account: '1.2.6', auth: open }), true],
    [proposal([operationOf('account_update', { account: '1.2.6', owner: open })], LATER), true],
  ]
  const soon = new Date(1_800_000_003_000).toISOString().slice(0, 19)
  for (const [given, isOpen] of rows) {
    const names = book({ genesis: ChainModel.genesis })
    learnNames(names, block(1, [given]))
    learnNames(names, block(2, [proposal([registration('a')], soon)]))
    learnNames(names, block(3))
    t.is(names.certainty('account').state, isOpen ? 'waiting' : 'counted', given.type)
  }
})

test('what is told of a pool that may be there shows that it is', (t) => {
  const pool = (share: string): Operation =>
    operationOf('liquidity_pool_create', { asset_a: '1.3.0', asset_b: '1.3.1', share_asset: share })
  const removal = operationOf('liquidity_pool_delete', { account: '1.2.6', pool: '1.19.0' })
  const names = book({ genesis: ChainModel.genesis })
  learnNames(names, block(1, [proposal([pool('1.3.2')], LATER)]))
  learnNames(names, block(2, [approval('1.10.0')]))
  t.is(names.liquidityPool('1.19.0'), undefined)
  learnNames(names, block(3, [removal, pool('1.3.2')]))
  t.is(names.liquidityPool('1.19.0')?.shareAsset, '1.3.2')
  t.deepEqual(names.certainty('liquidity_pool'), { state: 'counted', next: '1.19.2' })
})

test('a proposal that changes an asset leaves its precision open', (t) => {
  const asset = operationOf('asset_create', {
    issuer: '1.2.6',
    symbol: 'SHOP',
    precision: 2,
    common_options: {
      issuer_permissions: 0,
      core_exchange_rate: { base: { amount: 1, asset_id: '1.3.0' }, quote: { amount: 1, asset_id: '1.3.0' } },
    },
  })
  const update = (extensions: object): Operation =>
    operationOf('asset_update', {
      issuer: '1.2.6',
      asset_to_update: '1.3.1',
      new_options: {
        issuer_permissions: 0,
        core_exchange_rate: {
          base: { amount: 1, asset_id: '1.3.0' },
          quote: { amount: 1, asset_id: '1.3.0' },
        },
      },
      extensions,
    })
  const names = book({ genesis: ChainModel.genesis })
  learnNames(names, block(1, [asset, proposal([update({ new_precision: 5 })], LATER)]))
  t.is(names.asset('1.3.1')?.precision, 2)
  learnNames(names, block(2, [approval('1.10.0')]))
  t.deepEqual(names.asset('1.3.1'), { symbol: 'SHOP', precision: undefined, issuer: undefined })
  learnNames(names, block(3, [update({ new_precision: 3 })]))
  t.deepEqual(names.asset('1.3.1'), { symbol: 'SHOP', precision: 3, issuer: '1.2.6' })
})

test('blocks that say the ids of what they made need no counting, and start it', (t) => {
  const names = book()
  learnNames(names, block(7, [registration('a')], [[1, '1.2.500']]))
  t.is(names.account('1.2.500'), 'a')
  t.is(names.certainty('account').state, 'uncertain')

  const first = book()
  learnNames(first, block(1))
  t.deepEqual(first.certainty('proposal'), { state: 'counted', next: '1.10.0' })
  t.is(first.certainty('account').state, 'uncertain')
  learnNames(first, block(2, [registration('a')], [[1, '1.2.500']]))
  learnNames(first, block(3, [registration('b')]))
  t.is(first.account('1.2.501'), 'b')
  t.deepEqual(first.certainty('account'), { state: 'counted', next: '1.2.502' })

  const pool = operationOf('liquidity_pool_create', {
    asset_a: '1.3.0',
    asset_b: '1.3.1',
    share_asset: '1.3.2',
  })
  const made = { new_objects: ['1.19.3', '2.3.5'], updated_objects: [], removed_objects: [] } as const
  learnNames(first, block(4, [pool], [[3, made]]))
  t.is(first.liquidityPool('1.19.3')?.shareAsset, '1.3.2')
})

test('learns what operations say of objects made before', (t) => {
  const names = book()
  learnNames(
    names,
    block(9_000_000, [
      operationOf('witness_update', { witness: '1.6.30', witness_account: '1.2.77' }),
      operationOf('committee_member_update', {
        committee_member: '1.5.3',
        committee_member_account: '1.2.78',
      }),
      operationOf('liquidity_pool_deposit', {
        pool: '1.19.5',
        amount_a: { amount: 1, asset_id: '1.3.0' },
        amount_b: { amount: 1, asset_id: '1.3.9' },
      }),
      operationOf('assert', {
        predicates: [
          [0, { account_id: '1.2.77', name: 'w' }],
          [1, { asset_id: '1.3.9', symbol: 'NINE' }],
        ],
      }),
    ]),
  )
  t.is(names.witness('1.6.30'), '1.2.77')
  t.is(names.committeeMember('1.5.3'), '1.2.78')
  t.deepEqual(names.liquidityPool('1.19.5'), { assetA: '1.3.0', assetB: '1.3.9', shareAsset: undefined })
  t.is(names.account('1.2.77'), 'w')
  t.deepEqual(names.asset('1.3.9'), { symbol: 'NINE', precision: undefined, issuer: undefined })
})

test('knows no new ids after blocks it did not see, or could not read', (t) => {
  const gap = book({ genesis: ChainModel.genesis })
  learnNames(gap, block(1))
  learnNames(gap, block(3, [registration('a')]))
  t.is(gap.account('1.2.8'), undefined)
  t.like(gap.certainty('account'), { state: 'uncertain', since: 3 })

  const opaque = book({ genesis: ChainModel.genesis })
  learnNames(opaque, { ...block(1), opaque: new Uint8Array(3) })
  t.like(opaque.certainty('asset'), {
    state: 'uncertain',
    since: 1,
    because: 'a part of the block cannot be read',
  })
  unlearnNames(opaque, block(1))
  t.is(opaque.certainty('asset').state, 'counted')
})

test('notices that blocks go on from another one of the same number', (t) => {
  const idOf = (number: number, branch: string): string =>
    `${number.toString(16).padStart(8, '0')}${branch.repeat(32)}`
  const one = { ...block(1), id: idOf(1, 'a'), previous: '0'.repeat(40) }
  const names = book({ genesis: ChainModel.genesis })
  learnNames(names, one)
  t.is(names.headId, one.id)
  const file = JSON.parse(JSON.stringify(names)) as { readonly head_id: string }
  t.is(file.head_id, one.id)

  const same = book({ names: file })
  learnNames(same, { ...block(2, [registration('b')]), id: idOf(2, 'a'), previous: idOf(1, 'a') })
  t.is(same.account('1.2.8'), 'b')
  t.throws(() => unlearnNames(same, { number: 2, id: idOf(2, 'b') }), {
    code: 'BAD_VALUE',
    message: 'block 2 is not the one to undo: the last one has another id',
  })
  unlearnNames(same, { number: 2, id: idOf(2, 'a') })
  t.deepEqual([same.head, same.headId], [1, idOf(1, 'a')])

  const other = book({ names: file })
  learnNames(other, { ...block(2, [registration('b')]), id: idOf(2, 'b'), previous: idOf(1, 'b') })
  t.is(other.account('1.2.8'), undefined)
  t.like(other.certainty('account'), {
    state: 'uncertain',
    since: 2,
    because: 'it does not follow the block 1 that was known',
  })
})

test('keeps apart the names of different chains', (t) => {
  const [one, other] = ['1'.repeat(64), '2'.repeat(64)] as const
  const of = (chainId: string) => ({ network: privateNetwork(chainId) })
  const file = JSON.parse(JSON.stringify(book(of(one)))) as unknown
  t.is(book({ names: file }).chainId, one)
  t.is(book({ names: file, ...of(one) }).chainId, one)
  t.throws(() => book({ names: file, ...of(other) }), {
    code: 'BAD_VALUE',
    message: `names.chain_id: these are names of the chain ${one}`,
  })
  t.is(book({ names: { format: 'rx-bitshares names', version: 1 }, ...of(other) }).chainId, other)
})

test('undoes only the last block, and those it remembers', (t) => {
  const names = book({ genesis: ChainModel.genesis, limits: { maxUndoBlocks: 2 } })
  for (const number of [1, 2, 3]) learnNames(names, block(number, [registration(`a${number}`)]))
  t.throws(() => unlearnNames(names, block(2)), { code: 'BAD_VALUE', message: /the last one is 3/ })
  unlearnNames(names, block(3))
  unlearnNames(names, block(2))
  t.throws(() => unlearnNames(names, block(1)), { code: 'BAD_VALUE', message: /none can be undone/ })
  t.deepEqual([names.head, names.account('1.2.8'), names.account('1.2.9')], [1, 'a1', undefined])
})

test('keeps no more than its limits', (t) => {
  const names = book({
    genesis: ChainModel.genesis,
    limits: { maxAccounts: 10, maxProposals: 3, maxWaiting: 2 },
  })
  learnNames(names, block(1, ['a', 'b', 'c', 'd'].map(registration)))
  t.deepEqual([names.account('1.2.9'), names.account('1.2.10')], ['b', undefined])
  t.deepEqual(names.certainty('account'), { state: 'counted', next: '1.2.12' })
  learnNames(names, block(2, [proposal([registration('e')], LATER), approval('1.10.0')]))
  learnNames(names, block(3, ['f', 'g'].map(registration)))
  t.like(names.certainty('account'), { state: 'uncertain', since: 3 })
  t.is(names.certainty('asset').state, 'counted')
  learnNames(
    names,
    block(
      4,
      ['h', 'i', 'j'].map((name) => proposal([registration(name)], LATER)),
    ),
  )
  t.like(names.certainty('asset'), {
    state: 'uncertain',
    since: 4,
    because: 'too many proposals are pending',
  })
})

test('names of strangers have no control characters and no great length', (t) => {
  const names = book({ genesis: ChainModel.genesis })
  learnNames(names, block(1, [registration('\u001b[2Ja\nb'), registration('x'.repeat(100_000))]))
  t.is(names.account('1.2.8'), '[2Jab')
  t.is(names.account('1.2.9')?.length, 63)
})

test('goes on from a file as if it had never stopped', (t) => {
  const whole = book({ genesis })
  follow(whole)
  const first = book({ genesis })
  for (const next of recorded.slice(0, 200)) {
    for (let number = (first.head ?? 0) + 1; number < next.number; number += 1)
      learnNames(first, block(number, [], [], 0))
    learnNames(first, next)
  }
  const rest = book({ names: JSON.parse(JSON.stringify(first)) as unknown })
  t.is(rest.head, first.head)
  for (const next of recorded.slice(200)) {
    for (let number = (rest.head ?? 0) + 1; number < next.number; number += 1)
      learnNames(rest, block(number, [], [], 0))
    learnNames(rest, next)
  }
  t.is(JSON.stringify(rest), JSON.stringify(whole))
})

test('takes a file with nothing but names', (t) => {
  const names = book({ names: { format: 'rx-bitshares names', version: 1, accounts: { '1.2.1000': 'me' } } })
  t.is(names.account('1.2.1000'), 'me')
  t.is(names.account('1.2.0'), 'committee-account')
  t.is(names.certainty('account').state, 'uncertain')
  learnNames(names, block(90_000_000))
  t.is(names.head, 90_000_000)
})

test('adds names to those of a genesis document, or goes on from where they were exported', (t) => {
  const { genesis } = ChainModel
  const some = { format: 'rx-bitshares names', version: 1, accounts: { '1.2.1000': 'me' } }
  const names = book({ genesis, names: some })
  t.deepEqual([names.account('1.2.6'), names.account('1.2.1000')], ['init0', 'me'])
  t.deepEqual(names.certainty('account'), { state: 'counted', next: '1.2.8' })

  const first = book({ genesis })
  learnNames(first, block(1, [registration('a')]))
  const next = book({ genesis, names: JSON.parse(JSON.stringify(first)) as unknown })
  t.is(next.head, 1)
  t.deepEqual(next.certainty('account'), { state: 'counted', next: '1.2.9' })
})

test('takes the genesis document as bytes, from the network too', (t) => {
  const bytes = new TextEncoder().encode(JSON.stringify(ChainModel.genesis))
  t.is(book({ genesis: bytes }).account('1.2.6'), 'init0')
  t.is(
    book({ network: { chainId: '0'.repeat(64), prefix: 'BTS', genesis: bytes } }).account('1.2.6'),
    'init0',
  )
  t.throws(() => book({ genesis: new Uint8Array(3) }), {
    code: 'BAD_VALUE',
    message: 'genesis: it is not JSON',
  })
})

test('its text in pieces is what JSON.stringify gives, as it was at the call', (t) => {
  const names = book({ genesis })
  follow(names)
  const pieces = namesText(names)
  const whole = JSON.stringify(names)
  learnNames(names, block((names.head ?? 0) + 1, [registration('later')]))
  const text = [...pieces].join('')
  t.deepEqual(JSON.parse(text), JSON.parse(whole))
  t.true(text.includes('\n  "1.2.59": "alice-a1",\n'))
  t.is(JSON.stringify(book({ names: JSON.parse(text) as unknown })), whole)

  const many = book()
  for (let id = 0; id < 25_000; id += 1) stateOf(many).content.accounts.set(id, `account-${id}`)
  t.is([...namesText(many)].length, 3)
  t.is(JSON.stringify(JSON.parse([...namesText(many)].join(''))).length, JSON.stringify(many).length)
  t.deepEqual(JSON.parse([...namesText(many)].join('')), JSON.parse(JSON.stringify(many)))
})

test('refuses files that are not what they should be, and says where', (t) => {
  const file = { format: 'rx-bitshares names', version: 1 }
  const counting = JSON.parse(
    JSON.stringify(book({ genesis: ChainModel.genesis }).toJSON().counting),
  ) as object
  const rows: readonly (readonly [unknown, RegExp])[] = [
    [null, /^names: expected an object, found null/],
    [[], /^names: expected an object/],
    [{}, /^names\.format: expected "rx-bitshares names", found nothing/],
    [{ ...file, version: 2 }, /^names\.version: expected 1, found 2/],
    [{ ...file, head: -1 }, /^names\.head: expected a whole number/],
    [{ ...file, chain_id: '4018' }, /^names\.chain_id: expected 64 hex digits, found "4018"/],
    [{ ...file, head: 5, head_id: '5'.repeat(40) }, /^names: `head_id` is not the id of block `head`/],
    [
      { ...file, accounts: { '1.3.5': 'a' } },
      /^names\.accounts\.1\.3\.5: expected an object id like 1\.2\.0/,
    ],
    [
      { ...file, accounts: { '1.2.5': '' } },
      /^names\.accounts\.1\.2\.5: expected text of 1 to 63 characters/,
    ],
    [{ ...file, accounts: { '1.2.5': 'x'.repeat(64) } }, /^names\.accounts\.1\.2\.5: expected text/],
    [
      { ...file, assets: { '1.3.5': { symbol: 'A', precision: 256 } } },
      /^names\.assets\.1\.3\.5\.precision: /,
    ],
    [{ ...file, witnesses: { '1.6.5': 7 } }, /^names\.witnesses\.1\.6\.5: expected an object id/],
    [
      { ...file, liquidity_pools: { '1.19.0': { asset_a: '1.2.5' } } },
      /^names\.liquidity_pools\.1\.19\.0\.asset_a: /,
    ],
    [{ ...file, counting }, /^names: ids are counted, but `head` does not say/],
    [{ ...file, head: 5, counting: { ...counting, is_complete: 1 } }, /^names\.counting\.is_complete: /],
    [{ ...file, head: 5, counting: { ...counting, counts: {} } }, /^names\.counting\.counts\.account: /],
  ]
  for (const [names, message] of rows)
    t.throws(() => book({ names }), { code: 'BAD_VALUE', message }, String(message))
  const deep = JSON.parse(
    `${'{"type":"creation","creation":{"kind":"proposal","proposal":{"proposer":1,"expires":1,"isReviewed":false,"isOpen":false,"effects":['.repeat(300)}${']}}}'.repeat(300)}`,
  ) as unknown
  const pending = [
    {
      serial: 0,
      proposer: 1,
      expires: 1,
      isReviewed: false,
      isOpen: false,
      wasApproved: false,
      effects: [deep],
    },
  ]
  t.throws(() => book({ names: { ...file, head: 5, counting: { ...counting, pending, next_serial: 1 } } }), {
    code: 'BAD_VALUE',
    message: /nested deeper than 200/,
  })
})

test('refuses genesis documents that are not what they should be, and says where', (t) => {
  const document = ChainModel.genesis
  const rows: readonly (readonly [unknown, RegExp])[] = [
    [5, /^genesis: expected an object/],
    [{ ...document, initial_accounts: [{}] }, /^genesis\.initial_accounts\[0\]\.name: expected text/],
    [
      { ...document, initial_witness_candidates: [{ owner_name: 'nobody' }] },
      /^genesis: there is no account "nobody"/,
    ],
    [
      { ...document, initial_assets: [{ symbol: 'A', issuer_name: 'init0', precision: '4' }] },
      /^genesis\.initial_assets\[0\]\.precision/,
    ],
    [{ ...document, immutable_parameters: undefined }, /^genesis\.immutable_parameters: expected an object/],
  ]
  for (const [wrong, message] of rows)
    t.throws(() => book({ genesis: wrong }), { code: 'BAD_VALUE', message })
})
