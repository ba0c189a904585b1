import test from 'ava'
import fc from 'fast-check'
import { operationFilter } from '../../lib/names/filters.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import { decode } from '../../lib/protocol/decode.ts'
import { encode } from '../../lib/protocol/encode.ts'
import type { Operation } from '../../lib/protocol/generated/types.ts'
import { fromJson, toJson } from '../../lib/protocol/json.ts'
import { toPlain } from '../../lib/protocol/plain.ts'
import { anyValue } from '../support/chain-values.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'

const vectors = (readJsonLines('operations.jsonl.gz') as readonly { readonly raw: string }[]).map(({ raw }) =>
  decode('operation', bytesOf(raw)),
)
const recorded = (readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly raw: string }[]).flatMap(
  ({ raw }) => viewBlock(bytesOf(raw)).transactions.flatMap(({ operations }) => operations),
)

/** Text and sets of text that a custom authority restricts members to: what looks like an id there is none. */
function isTextOfRestriction(json: unknown): boolean {
  const [tag, content] = Array.isArray(json) && json.length === 2 ? (json as unknown[]) : []
  return (tag === 3 && typeof content === 'string') || (tag === 22 && Array.isArray(content))
}

/** Every id of a type that is in an operation, by a walk through its JSON. */
function idsIn(json: unknown, type: number, into: Set<string> = new Set()): Set<string> {
  if (isTextOfRestriction(json)) return into
  if (typeof json === 'string' && new RegExp(`^1\\.${type}\\.\\d+$`).test(json)) into.add(json)
  else if (typeof json === 'object' && json !== null)
    for (const inner of Object.values(json)) idsIn(inner, type, into)
  return into
}

/** The operation's JSON without its fee and those of the operations in it. */
function withoutFees(json: unknown): unknown {
  const [tag, members] = json as [number, Record<string, unknown>]
  const rest = Object.fromEntries(Object.entries(members).filter(([name]) => name !== 'fee'))
  const proposed = (rest['proposed_ops'] ?? []) as readonly { readonly op: unknown }[]
  return [
    tag,
    tag === 22 ? { ...rest, proposed_ops: proposed.map(({ op }) => ({ op: withoutFees(op) })) } : rest,
  ]
}

const operations = [...vectors, ...recorded]
const samples = operations.map((operation) => {
  const json = toJson('operation', operation)
  return {
    operation,
    accounts: idsIn(json, 2),
    assets: idsIn(withoutFees(json), 3),
    assetsAndFees: idsIn(json, 3),
  }
})

test('finds every account and asset where a search of the JSON finds it', (t) => {
  for (const { operation, accounts, assets, assetsAndFees } of samples) {
    for (const id of accounts)
      t.true(operationFilter({ accounts: [id] })(operation), `${operation.type} ${id}`)
    for (const id of assets) t.true(operationFilter({ assets: [id] })(operation), `${operation.type} ${id}`)
    for (const id of assetsAndFees) {
      t.true(operationFilter({ assets: [id], withFees: true })(operation), `${operation.type} ${id}`)
      t.is(operationFilter({ assets: [id] })(operation), assets.has(id), `${operation.type} ${id}`)
    }
  }
})

test('finds no other', (t) => {
  const all = { accounts: new Set<string>(), assets: new Set<string>() }
  for (const { accounts, assetsAndFees } of samples) {
    for (const id of accounts) all.accounts.add(id)
    for (const id of assetsAndFees) all.assets.add(id)
  }
  const few = [...all.accounts]
    .filter((_, index) => index % 20 === 0)
    .map((id) => [id, operationFilter({ accounts: [id] })] as const)
  const fewAssets = [...all.assets]
    .filter((_, index) => index % 10 === 0)
    .map((id) => [id, operationFilter({ assets: [id], withFees: true })] as const)
  t.true(few.length > 40 && fewAssets.length > 40)
  for (const { operation, accounts, assetsAndFees } of samples) {
    for (const [id, isWanted] of few)
      if (isWanted(operation) !== accounts.has(id)) t.fail(`${operation.type} ${id}`)
    for (const [id, isWanted] of fewAssets)
      if (isWanted(operation) !== assetsAndFees.has(id)) t.fail(`${operation.type} ${id}`)
  }
})

test('looks at plain objects as at decoded ones', (t) => {
  for (const { operation, accounts, assets } of samples.slice(0, vectors.length)) {
    for (const same of [
      toPlain('operation', operation),
      fromJson('operation', toJson('operation', operation)) as Operation,
    ]) {
      for (const id of accounts) t.true(operationFilter({ accounts: [id] })(same), `${operation.type} ${id}`)
      for (const id of assets) t.true(operationFilter({ assets: [id] })(same), `${operation.type} ${id}`)
      t.false(operationFilter({ accounts: ['1.2.281474976710655'] })(same))
    }
  }
})

test('agrees with a search of the JSON on any operation and id', (t) => {
  const type = { named_variant: 'operation' }
  fc.assert(
    fc.property(anyValue(type), fc.nat(300), (value, instance) => {
      const operation = decode('operation', encode('operation', value as Operation))
      const id = `1.2.${instance}`
      const present = idsIn(toJson('operation', operation), 2)
      t.is(operationFilter({ accounts: [id] })(operation), present.has(id))
      t.true([...present].every((found) => operationFilter({ accounts: [found] })(operation)))
    }),
    { numRuns: 500 },
  )
})

test('wants one of each list, and all of the lists', (t) => {
  const [one, other] = ['1.2.17', '1.2.18'] as const
  const json = [
    0,
    {
      fee: { amount: 5, asset_id: '1.3.1' },
      from: one,
      to: '1.2.30',
      amount: { amount: 1, asset_id: '1.3.2' },
    },
  ]
  const transfer = fromJson('operation', json) as Operation
  const isWanted = (filter: Parameters<typeof operationFilter>[0]): boolean =>
    operationFilter(filter)(transfer)
  t.true(isWanted({}))
  t.true(isWanted({ types: ['transfer', 'asset_issue'] }))
  t.false(isWanted({ types: ['asset_issue'] }))
  t.false(isWanted({ types: [] }))
  t.true(isWanted({ accounts: [other, one] }))
  t.false(isWanted({ accounts: [other] }))
  t.true(isWanted({ assets: ['1.3.2'] }))
  t.false(isWanted({ assets: ['1.3.1'] }))
  t.true(isWanted({ assets: ['1.3.1'], withFees: true }))
  t.true(isWanted({ types: ['transfer'], accounts: [one], assets: ['1.3.2'] }))
  t.false(isWanted({ types: ['transfer'], accounts: [one], assets: ['1.3.3'] }))
})

test('refuses names that are no operations and texts that are no ids', (t) => {
  for (const filter of [
    { types: ['transfers' as 'transfer'] },
    { accounts: ['nathan'] },
    { accounts: ['1.3.0'] },
    { accounts: ['1.2.01'] },
    { assets: ['BTS'] },
    { assets: ['1.3.281474976710656'] },
  ]) {
    t.throws(() => operationFilter(filter), { code: 'BAD_OPTION' }, JSON.stringify(filter))
  }
})
