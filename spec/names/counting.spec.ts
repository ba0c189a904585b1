import test from 'ava'
import fc from 'fast-check'
import type { NamedBlock } from '../../lib/names/learn-names.ts'
import { learnNames, unlearnNames } from '../../lib/names/learn-names.ts'
import type { NameBook } from '../../lib/names/name-book.ts'
import { createNameBook, stateOf } from '../../lib/names/name-book.ts'
import { KINDS } from '../../lib/names/kinds.ts'
import type { Truth, Wish } from './chain-model.ts'
import { ChainModel } from './chain-model.ts'

const pick = fc.nat(1000)
const anySimpleWish = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom('account', 'asset', 'witness', 'member', 'pool'), pick }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('transfer', 'issue', 'say_witness', 'say_member', 'deposit'),
      pick,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('hand_over', 'unpool', 'delete'), pick }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('approve'), pick, isAdded: fc.boolean() }) },
) as fc.Arbitrary<Wish>
const proposalOf = (wish: fc.Arbitrary<Wish>): fc.Arbitrary<Wish> =>
  fc.record({
    type: fc.constant('propose'),
    wishes: fc.array(wish, { minLength: 1, maxLength: 3 }),
    expiresIn: fc.integer({ min: 1, max: 30 }),
    isReviewed: fc.boolean(),
  })
const anyWish = fc.oneof(
  { weight: 5, arbitrary: anySimpleWish },
  {
    weight: 1,
    arbitrary: proposalOf(
      fc.oneof({ weight: 4, arbitrary: anySimpleWish }, { weight: 1, arbitrary: proposalOf(anySimpleWish) }),
    ),
  },
)

/** Complains of every name that is not the truth. */
function lies(book: NameBook, truth: Truth): string[] {
  const { content, counting } = stateOf(book)
  const wrong: string[] = []
  for (const [id, name] of content.accounts)
    if (truth.accounts[id] !== name) wrong.push(`1.2.${id} is not ${name}`)
  for (const [id, { symbol, issuer, precision }] of content.assets) {
    const known = truth.assets[id]
    if (known?.symbol !== symbol) wrong.push(`1.3.${id} is not ${symbol}`)
    // Proposals that are not known may change it unseen.
    if (counting.isComplete && issuer !== undefined && known?.issuer !== issuer)
      wrong.push(`1.3.${id} is not of ${issuer}`)
    if (id > 0 && precision !== undefined && precision !== 4)
      wrong.push(`1.3.${id} has not ${precision} decimals`)
  }
  for (const [id, account] of content.witnesses)
    if (truth.witnesses[id] !== account) wrong.push(`1.6.${id} is not ${account}`)
  for (const [id, account] of content.committeeMembers)
    if (truth.members[id] !== account) wrong.push(`1.5.${id} is not ${account}`)
  for (const [id, { assetA, shareAsset }] of content.pools) {
    if (assetA !== undefined && truth.pools[id]?.assetA !== assetA)
      wrong.push(`1.19.${id} is not of ${assetA}`)
    if (shareAsset !== undefined && truth.pools[id]?.share !== shareAsset)
      wrong.push(`1.19.${id} has not shares in ${shareAsset}`)
  }
  const { accounts, assets, witnesses, members, pools, proposalCount } = truth
  const next = {
    account: accounts.length,
    asset: assets.length,
    witness: witnesses.length,
    committee_member: members.length,
    liquidity_pool: pools.length,
    proposal: proposalCount,
  }
  for (const kind of KINDS) {
    const { next: counted, waiting } = counting.counts[kind]
    if (counted === undefined) continue
    if (counted > next[kind] || (waiting.length === 0 && counted !== next[kind]))
      wrong.push(`the next ${kind} is not ${counted}`)
  }
  return wrong
}

const anyChain = fc.record({
  blocks: fc.array(fc.array(anyWish, { maxLength: 4 }), { minLength: 5, maxLength: 40 }),
  fates: fc.infiniteStream(fc.boolean()),
  resultsUntil: fc.oneof(fc.constant(0), fc.nat(40)),
  withGenesis: fc.boolean(),
  undone: fc.nat(40),
})

test('never gives a name that is not the truth, whatever proposals do unseen', (t) => {
  const seen = { counted: 0, waiting: 0, uncertain: 0 }
  fc.assert(
    fc.property(anyChain, ({ blocks, fates, resultsUntil, withGenesis, undone }) => {
      const chain = new ChainModel(() => fates.next().value as boolean)
      const book = createNameBook(withGenesis ? { genesis: ChainModel.genesis } : {})
      const applied: { readonly block: NamedBlock; readonly before: string }[] = []
      for (const [index, wishes] of blocks.entries()) {
        const block = chain.block(wishes, index < resultsUntil)
        applied.push({ block, before: JSON.stringify(book) })
        learnNames(book, block)
        const wrong = lies(book, chain.truth)
        if (wrong.length > 0) throw new Error(wrong.join(', '))
      }
      if (withGenesis) for (const kind of KINDS) seen[book.certainty(kind).state] += 1

      const after = JSON.stringify(book)
      const taken = applied.slice(-undone - 1).toReversed()
      for (const { block, before } of taken) {
        unlearnNames(book, block)
        if (JSON.stringify(book) !== before) throw new Error(`block ${block.number} is not undone`)
      }
      for (const { block } of taken.toReversed()) learnNames(book, block)
      if (JSON.stringify(book) !== after) throw new Error('blocks applied again give another book')
      if (JSON.stringify(createNameBook({ names: JSON.parse(after) as unknown })) !== after)
        throw new Error('an import differs')
    }),
    { numRuns: 1000, includeErrorInReport: true },
  )
  t.true(seen.counted > seen.waiting + seen.uncertain, JSON.stringify(seen))
  t.true(seen.waiting > 20 && seen.uncertain > 0, JSON.stringify(seen))
  t.log(JSON.stringify(seen))
})
