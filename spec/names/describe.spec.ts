import test from 'ava'
import fc from 'fast-check'
import { describe } from '../../lib/names/describe.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import type { Names } from '../../lib/names/names.ts'
import { MAINNET } from '../../lib/node/networks.ts'
import { decode } from '../../lib/protocol/decode.ts'
import type { Operation } from '../../lib/protocol/generated/types.ts'
import { OPERATION_NAMES } from '../../lib/protocol/schema.ts'
import { toPlain } from '../../lib/protocol/plain.ts'
import { anyValue } from '../support/chain-values.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const vectors = readJsonLines('operations.jsonl.gz') as readonly {
  readonly raw: string
  readonly name: string
}[]
const KEY = 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV'

const ACCOUNTS = ['committee-account', , , , , 'proxy-to-self', 'alice', 'bob', 'carol', 'dave'] as readonly (
  string | undefined
)[]
const ASSETS: Readonly<Record<string, readonly [string, number | undefined]>> = {
  '1.3.0': ['BTS', 5],
  '1.3.1': ['USD', 4],
  '1.3.2': ['POOL', 2],
  '1.3.3': ['ODD', undefined],
}

/** Accounts 1.2.6 alice, 1.2.7 bob, 1.2.8 carol, 1.2.9 dave; BTS, USD, shares POOL; ODD of which the precision is not known. */
const names: Names = {
  account: (id) => ACCOUNTS[Number(id.slice(4))],
  asset: (id) => {
    const [symbol, precision] = ASSETS[id] ?? []
    return symbol === undefined ? undefined : { symbol, precision, issuer: undefined }
  },
  committeeMember: () => undefined,
  witness: () => undefined,
  liquidityPool: (id) =>
    id === '1.19.0' ? { assetA: '1.3.0', assetB: '1.3.1', shareAsset: '1.3.2' } : undefined,
  proposer: (id) => (id === '1.10.3' ? '1.2.6' : undefined),
}

const bts = (amount: bigint) => ({ amount, asset_id: '1.3.0' })
const usd = (amount: bigint) => ({ amount, asset_id: '1.3.1' })
const [alice, bob, carol, dave] = ['1.2.6', '1.2.7', '1.2.8', '1.2.9'] as const
const noon = 1_795_435_200
const NONE = { extensions: {} }
/** Only what is told of an operation: that nothing else is looked at is part of it. */
const row = (type: Operation['type'], members: object, text: string) =>
  [{ type, ...members } as Operation, text] as const

const ROWS: readonly (readonly [Operation, string])[] = [
  row('transfer', { from: alice, to: bob, amount: bts(1_250_000n) }, 'alice sends 12.5 BTS to bob'),
  row(
    'transfer',
    { from: '1.2.77', to: bob, amount: { amount: 5n, asset_id: '1.3.99' }, memo: {} },
    '1.2.77 sends 5 units of 1.3.99 to bob with a memo',
  ),
  row(
    'transfer',
    { from: alice, to: bob, amount: { amount: 1n, asset_id: '1.3.3' } },
    'alice sends 1 unit of ODD to bob',
  ),
  row(
    'transfer',
    { from: alice, to: bob, amount: usd(9_223_372_036_854_775_807n) },
    'alice sends 922337203685477.5807 USD to bob',
  ),
  row(
    'limit_order_create',
    {
      seller: alice,
      amount_to_sell: bts(100_000n),
      min_to_receive: usd(5n),
      expiration: noon,
      fill_or_kill: false,
      ...NONE,
    },
    'alice offers 1 BTS for at least 0.0005 USD until 2026-11-23 12:00:00 UTC',
  ),
  row(
    'limit_order_create',
    {
      seller: alice,
      amount_to_sell: bts(100_000n),
      min_to_receive: usd(50_000n),
      expiration: noon,
      fill_or_kill: true,
      extensions: { on_fill: [[0, {}]] },
    },
    'alice offers 1 BTS for at least 5 USD at once or not at all, to be followed by a take-profit order',
  ),
  row('limit_order_cancel', { fee_paying_account: alice, order: '1.7.9' }, 'alice cancels order 1.7.9'),
  row(
    'limit_order_update',
    {
      seller: alice,
      order: '1.7.9',
      new_price: { base: bts(100_000n), quote: usd(20_000n) },
      delta_amount_to_sell: bts(-100_000n),
    },
    'alice updates order 1.7.9: asks 2 USD for 1 BTS and takes back 1 BTS',
  ),
  row(
    'call_order_update',
    {
      funding_account: alice,
      delta_collateral: bts(200_000n),
      delta_debt: usd(-10_000n),
      extensions: { target_collateral_ratio: 1750 },
    },
    'alice adds 2 BTS of collateral, pays back 1 USD and aims at 175% of collateral',
  ),
  row(
    'call_order_update',
    { funding_account: alice, delta_collateral: bts(-1n), delta_debt: usd(0n), ...NONE },
    'alice takes back 0.00001 BTS of collateral for its debt in USD',
  ),
  row(
    'fill_order',
    { order_id: '1.7.9', account_id: alice, pays: bts(1n), receives: usd(1n), is_maker: true },
    'alice pays 0.00001 BTS and receives 0.0001 USD as maker for order 1.7.9',
  ),
  row(
    'account_create',
    { registrar: alice, referrer: bob, referrer_percent: 5000, name: 'erin' },
    'alice registers the account erin, referred by bob for 50%',
  ),
  row(
    'account_update',
    { account: alice, owner: {}, new_options: { voting_account: '1.2.5', votes: ['1:1', '0:2'] }, ...NONE },
    'alice sets its owner authority and options (2 votes)',
  ),
  row(
    'account_update',
    { account: alice, new_options: { voting_account: bob, votes: [] }, ...NONE },
    'alice sets its options (voting through bob)',
  ),
  row(
    'account_whitelist',
    { authorizing_account: alice, account_to_list: bob, new_listing: 3 },
    'alice puts bob on its whitelist and blacklist',
  ),
  row(
    'account_upgrade',
    { account_to_upgrade: alice, upgrade_to_lifetime_member: true },
    'alice becomes a lifetime member',
  ),
  row('account_transfer', { account_id: alice, new_owner: bob }, 'alice is handed over to bob'),
  row(
    'asset_create',
    {
      issuer: alice,
      symbol: 'NEW',
      precision: 3,
      common_options: { max_supply: 1_000_500n },
      bitasset_opts: { short_backing_asset: '1.3.0' },
      is_prediction_market: false,
    },
    'alice creates the smart coin NEW with 3 decimals, of which there may be 1000.5, backed by BTS',
  ),
  row(
    'asset_update',
    { issuer: alice, asset_to_update: '1.3.1', new_issuer: bob, extensions: { new_precision: 1 } },
    'alice updates USD: sets its options, gives it 1 decimal and hands it over to bob',
  ),
  row(
    'asset_update_feed_producers',
    {
      issuer: alice,
      asset_to_update: '1.3.1',
      new_feed_producers: [alice, bob, carol, dave, '1.2.10', '1.2.11', '1.2.12'],
    },
    'alice has the price of USD published by alice, bob, carol, dave, 1.2.10 and 2 more',
  ),
  row(
    'asset_issue',
    { issuer: alice, asset_to_issue: usd(10_000n), issue_to_account: bob },
    'alice issues 1 USD to bob',
  ),
  row(
    'asset_reserve',
    { payer: alice, amount_to_reserve: usd(10_000n) },
    'alice takes 1 USD out of circulation',
  ),
  row(
    'asset_fund_fee_pool',
    { from_account: alice, asset_id: '1.3.1', amount: 100_000n },
    'alice puts 1 BTS into the fee pool of USD',
  ),
  row('asset_settle', { account: alice, amount: usd(10_000n) }, 'alice asks for the settlement of 1 USD'),
  row(
    'asset_global_settle',
    { issuer: alice, asset_to_settle: '1.3.1', settle_price: { base: usd(10_000n), quote: bts(300_000n) } },
    'alice orders the settlement of all USD, at 1 USD for 3 BTS',
  ),
  row(
    'asset_publish_feed',
    {
      publisher: alice,
      asset_id: '1.3.1',
      feed: {
        settlement_price: { base: usd(10_000n), quote: bts(300_000n) },
        maintenance_collateral_ratio: 1601,
      },
    },
    'alice publishes a feed for USD: 1 USD for 3 BTS, collateral of at least 160.1%',
  ),
  row(
    'asset_settle_cancel',
    { settlement: '1.4.2', account: alice, amount: usd(10_000n) },
    'settlement 1.4.2 of alice over 1 USD is cancelled',
  ),
  row(
    'asset_claim_fees',
    { issuer: alice, amount_to_claim: bts(100_000n), extensions: { claim_from_asset_id: '1.3.1' } },
    'alice claims 1 BTS of fees from USD',
  ),
  row(
    'witness_create',
    { witness_account: alice, url: '', block_signing_key: KEY },
    `alice stands as a witness that signs with ${KEY}`,
  ),
  row(
    'witness_update',
    { witness: '1.6.4', witness_account: alice, new_url: 'https://a' },
    'alice, witness 1.6.4, sets its url to “https://a”',
  ),
  row(
    'proposal_create',
    {
      fee_paying_account: alice,
      expiration_time: noon,
      review_period_seconds: 3600,
      proposed_ops: [
        { op: { type: 'transfer', from: bob, to: carol, amount: bts(100_000n) } },
        { op: { type: 'account_upgrade', account_to_upgrade: dave, upgrade_to_lifetime_member: false } },
      ],
    },
    'alice proposes, for approval until 2026-11-23 12:00:00 UTC, after 1 hour of review: bob sends 1 BTS to carol; dave becomes an annual member',
  ),
  row(
    'proposal_update',
    { fee_paying_account: bob, proposal: '1.10.3', ...approvals({ active_approvals_to_add: [bob] }) },
    'bob approves proposal 1.10.3 of alice',
  ),
  row(
    'proposal_update',
    { fee_paying_account: bob, proposal: '1.10.4', ...approvals({ active_approvals_to_remove: [bob] }) },
    'bob no longer approves proposal 1.10.4',
  ),
  row(
    'proposal_update',
    {
      fee_paying_account: bob,
      proposal: '1.10.4',
      ...approvals({
        active_approvals_to_add: [alice],
        key_approvals_to_add: [KEY],
        owner_approvals_to_remove: [carol],
      }),
    },
    'bob adds the approval of alice and 1 key and removes that of carol (owner) on proposal 1.10.4',
  ),
  row(
    'proposal_delete',
    { fee_paying_account: bob, proposal: '1.10.3', using_owner_authority: true },
    'bob deletes proposal 1.10.3 of alice with its owner authority',
  ),
  row(
    'withdraw_permission_create',
    {
      withdraw_from_account: alice,
      authorized_account: bob,
      withdrawal_limit: bts(100_000n),
      withdrawal_period_sec: 90_061,
      periods_until_expiration: 2,
      period_start_time: noon,
    },
    'alice lets bob withdraw up to 1 BTS in each of 2 periods of 1 day 1 hour 1 minute 1 second from 2026-11-23 12:00:00 UTC on',
  ),
  row(
    'withdraw_permission_claim',
    {
      withdraw_from_account: alice,
      withdraw_to_account: bob,
      withdraw_permission: '1.12.1',
      amount_to_withdraw: bts(1n),
    },
    'bob withdraws 0.00001 BTS from alice by withdraw permission 1.12.1',
  ),
  row(
    'committee_member_create',
    { committee_member_account: alice, url: 'https://a' },
    'alice stands for the committee (“https://a”)',
  ),
  row(
    'vesting_balance_create',
    {
      creator: alice,
      owner: bob,
      amount: bts(100_000n),
      policy: [1, { start_claim: 0, vesting_seconds: 60 }],
    },
    'alice puts 1 BTS aside for bob, to be earned by waiting for 1 minute',
  ),
  row(
    'vesting_balance_withdraw',
    { owner: bob, vesting_balance: '1.13.1', amount: bts(1n) },
    'bob withdraws 0.00001 BTS from vesting balance 1.13.1',
  ),
  row(
    'worker_create',
    {
      owner: alice,
      work_begin_date: noon,
      work_end_date: noon + 86_400,
      daily_pay: 100_000n,
      name: 'w',
      url: '',
      initializer: [1, { pay_vesting_period_days: 1 }],
    },
    'alice asks for 1 BTS a day from 2026-11-23 12:00:00 UTC to 2026-11-24 12:00:00 UTC for the worker “w”, to be paid out over 1 day',
  ),
  row(
    'custom',
    { payer: alice, id: 7, data: new Uint8Array(1) },
    'alice puts 1 byte of data with id 7 on the chain',
  ),
  row(
    'assert',
    {
      fee_paying_account: alice,
      predicates: [
        [0, { account_id: bob, name: 'bob' }],
        [2, { id: '00' }],
      ],
    },
    'alice asserts that account 1.2.7 is called “bob” and block 00 is part of the chain',
  ),
  row(
    'balance_claim',
    { deposit_to_account: alice, balance_to_claim: '1.15.0', total_claimed: bts(100_000n) },
    'alice claims 1 BTS of balance 1.15.0',
  ),
  row(
    'override_transfer',
    { issuer: alice, from: bob, to: carol, amount: usd(1n) },
    'alice as issuer moves 0.0001 USD from bob to carol',
  ),
  row(
    'transfer_to_blind',
    { from: alice, amount: bts(100_000n), outputs: [{}, {}] },
    'alice sends 1 BTS to 2 blind outputs',
  ),
  row('blind_transfer', { inputs: [{}], outputs: [{}, {}] }, 'a blind transfer turns 1 input into 2 outputs'),
  row(
    'transfer_from_blind',
    { to: alice, amount: bts(100_000n), inputs: [{}] },
    'alice receives 1 BTS from 1 blind input',
  ),
  row(
    'bid_collateral',
    { bidder: alice, additional_collateral: bts(100_000n), debt_covered: usd(10_000n) },
    'alice bids 1 BTS of collateral for taking over 1 USD of debt',
  ),
  row(
    'bid_collateral',
    { bidder: alice, additional_collateral: bts(0n), debt_covered: usd(0n) },
    'alice withdraws its bid for debt in USD',
  ),
  row(
    'asset_claim_pool',
    { issuer: alice, asset_id: '1.3.1', amount_to_claim: bts(1n) },
    'alice takes 0.00001 BTS out of the fee pool of USD',
  ),
  row(
    'asset_update_issuer',
    { issuer: alice, asset_to_update: '1.3.1', new_issuer: bob },
    'alice hands USD over to bob',
  ),
  row(
    'htlc_create',
    {
      from: alice,
      to: bob,
      amount: bts(100_000n),
      preimage_hash: [2, '00'],
      preimage_size: 32,
      claim_period_seconds: 7200,
      extensions: { memo: {} },
    },
    'alice locks 1 BTS for bob, who may redeem it within 2 hours with the preimage of a SHA-256 hash (32 bytes) with a memo',
  ),
  row(
    'htlc_redeem',
    { htlc_id: '1.16.0', redeemer: bob, preimage: new Uint8Array(2) },
    'bob redeems HTLC 1.16.0 with a preimage of 2 bytes',
  ),
  row(
    'htlc_refund',
    { htlc_id: '1.16.0', to: alice, original_htlc_recipient: bob, htlc_amount: bts(100_000n) },
    '1 BTS in HTLC 1.16.0 for bob goes back to alice',
  ),
  row(
    'custom_authority_create',
    {
      account: alice,
      enabled: false,
      operation_type: 0,
      restrictions: [{}],
      valid_from: noon,
      valid_to: noon + 60,
    },
    'alice creates a custom authority for transfer with 1 restriction, from 2026-11-23 12:00:00 UTC to 2026-11-23 12:01:00 UTC, disabled',
  ),
  row(
    'ticket_create',
    { account: alice, target_type: 4, amount: bts(100_000n) },
    'alice locks 1 BTS for ever in a ticket',
  ),
  row(
    'liquidity_pool_create',
    {
      account: alice,
      asset_a: '1.3.0',
      asset_b: '1.3.1',
      share_asset: '1.3.2',
      taker_fee_percent: 25,
      withdrawal_fee_percent: 0,
    },
    'alice creates a liquidity pool of BTS and USD with shares in POOL, for a taker fee of 0.25% and a withdrawal fee of 0%',
  ),
  row(
    'liquidity_pool_deposit',
    { account: alice, pool: '1.19.0', amount_a: bts(100_000n), amount_b: usd(10_000n) },
    'alice offers up to 1 BTS and 1 USD to liquidity pool 1.19.0 (BTS/USD) for shares',
  ),
  row(
    'liquidity_pool_withdraw',
    { account: alice, pool: '1.19.1', share_amount: { amount: 150n, asset_id: '1.3.2' } },
    'alice hands in 1.5 POOL to liquidity pool 1.19.1',
  ),
  row(
    'liquidity_pool_exchange',
    { account: alice, pool: '1.19.0', amount_to_sell: bts(100_000n), min_to_receive: usd(1n) },
    'alice offers 1 BTS to liquidity pool 1.19.0 (BTS/USD) for at least 0.0001 USD',
  ),
  row(
    'samet_fund_create',
    { owner_account: alice, asset_type: '1.3.1', balance: 10_000n, fee_rate: 300 },
    'alice lends 1 USD within transactions for 0.03%, as a new SameT fund',
  ),
  row(
    'samet_fund_update',
    { owner_account: alice, fund_id: '1.20.0', delta_amount: usd(-10_000n), new_fee_rate: 10_000 },
    'alice updates SameT fund 1.20.0: takes back 1 USD and asks 1%',
  ),
  row(
    'credit_offer_accept',
    {
      borrower: alice,
      offer_id: '1.21.0',
      borrow_amount: usd(10_000n),
      collateral: bts(100_000n),
      max_fee_rate: 30_000,
      min_duration_seconds: 86_400,
      extensions: { auto_repay: 1 },
    },
    'alice borrows 1 USD from credit offer 1.21.0 against 1 BTS, for at most 3% and at least 1 day, with automatic repayment in full',
  ),
  row(
    'credit_offer_update',
    { owner_account: alice, offer_id: '1.21.0', min_deal_amount: 5n, enabled: false },
    'alice updates credit offer 1.21.0: lends at least 5 of its smallest units a deal and disables it',
  ),
  row(
    'credit_deal_expired',
    {
      deal_id: '1.22.0',
      offer_id: '1.21.0',
      offer_owner: bob,
      borrower: alice,
      unpaid_amount: usd(10_000n),
      collateral: bts(100_000n),
      fee_rate: 1,
    },
    'credit deal 1.22.0 expires with 1 USD unpaid by alice: bob gets 1 BTS of collateral',
  ),
]

function approvals(some: object): object {
  const lists = ['active_approvals', 'owner_approvals', 'key_approvals'].flatMap((list) => [
    `${list}_to_add`,
    `${list}_to_remove`,
  ])
  return { ...Object.fromEntries(lists.map((list) => [list, []])), ...some }
}

test('says what an operation does', (t) => {
  for (const [operation, text] of ROWS) t.is(describe(operation, names), text)
  t.true(new Set(ROWS.map(([{ type }]) => type)).size > 50)
})

test('says it with ids where no names are known', (t) => {
  const transfer = { type: 'transfer', from: alice, to: bob, amount: bts(1_250_000n) } as unknown as Operation
  t.is(describe(transfer), '1.2.6 sends 1250000 units of 1.3.0 to 1.2.7')
  t.is(describe(transfer, createNameBook({ network: MAINNET })), '1.2.6 sends 12.5 BTS to 1.2.7')
})

/** One line that a terminal shows as it is. */
const LINE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]{5,2000}$/u

test('says something of every operation, the same each time', (t) => {
  t.is(new Set(vectors.map(({ name }) => name)).size, OPERATION_NAMES.length)
  for (const { raw } of vectors) {
    const operation = decode('operation', bytesOf(raw))
    for (const known of [undefined, names]) {
      const text = describe(operation, known)
      t.regex(text, LINE, operation.type)
      t.is(describe(operation, known), text)
      t.is(describe(toPlain('operation', operation), known), text)
    }
  }
})

test('says one line of limited length, whatever is in the operation', (t) => {
  fc.assert(
    fc.property(anyValue({ named_variant: 'operation' }), (value) => {
      const text = describe(value as Operation, names)
      t.true(LINE.test(text), text)
    }),
    { numRuns: 1000 },
  )
})

test('text of strangers cannot move the cursor, fill the screen or end its quotation', (t) => {
  const evil = `\u001b[2J\u202e“${'x'.repeat(1_000_000)}`
  const create = (url: string): Operation =>
    ({ type: 'committee_member_create', committee_member_account: alice, url }) as unknown as Operation
  t.is(describe(create(evil), names), `alice stands for the committee (“[2J'${'x'.repeat(55)}…”)`)
  const strange: Names = {
    ...names,
    account: () => `\u0007${'y'.repeat(1000)}`,
    asset: () => ({ symbol: 'Z\n'.repeat(100), precision: 999, issuer: undefined }),
  }
  const text = describe(
    { type: 'transfer', from: alice, to: bob, amount: bts(5n) } as unknown as Operation,
    strange,
  )
  t.regex(text, LINE)
  t.true(text.length < 500)
})

test('proposals within proposals are told to some depth, and many operations to some number', (t) => {
  const propose = (ops: readonly Operation[]): Operation =>
    ({
      type: 'proposal_create',
      fee_paying_account: alice,
      expiration_time: noon,
      proposed_ops: ops.map((op) => ({ op })),
    }) as unknown as Operation
  const transfer = { type: 'transfer', from: alice, to: bob, amount: bts(100_000n) } as unknown as Operation
  const until = 'alice proposes, for approval until 2026-11-23 12:00:00 UTC: '
  t.is(describe(propose([propose([transfer])]), names), `${until}${until}alice sends 1 BTS to bob`)
  let deep = transfer
  for (let depth = 0; depth < 150; depth += 1) deep = propose([deep])
  t.is(describe(deep, names), `${until.repeat(4)}a further operation (proposal_create)`)
  t.true(
    describe(propose(new Array<Operation>(12).fill(transfer)), names).endsWith(
      'alice sends 1 BTS to bob; and 2 more',
    ),
  )
  t.is(
    describe(propose(new Array<Operation>(10).fill(propose(new Array<Operation>(10).fill(transfer)))), names)
      .length,
    2000,
  )
})

test('claims no fill, price or proceeds that only the state of the chain tells', (t) => {
  const requests = ROWS.filter(([{ type }]) =>
    /^(limit_order_(create|update|cancel)|liquidity_pool|call_order|asset_settle$|bid_collateral)/.test(type),
  )
  t.true(requests.length > 10)
  for (const [, text] of requests)
    t.notRegex(text, /\b(sold|bought|sells|buys|filled|receives|gets|trades)\b/)
})
