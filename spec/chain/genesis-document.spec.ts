import test from 'ava'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { readFork } from '../support/fork-vectors.ts'

const { genesis } = readFork()
type Document = Record<string, unknown>
const read = (change: (document: Document) => unknown): unknown => {
  const document = JSON.parse(new TextDecoder().decode(genesis)) as Document
  return readGenesis(new TextEncoder().encode(JSON.stringify(change(document) ?? document)))
}

test('tells the chain id, how time is divided, and who signs with what', (t) => {
  const { chainId, timing, maxBlockSizeBytes, witnesses, electorate, keys } = readGenesis(genesis)
  t.is(chainId, 'e5cc2d7fac0e87d530a53300452388bc19aceabd7a48689055d0382ef39d96a0')
  t.deepEqual(timing, { blockIntervalSeconds: 1, maintenanceIntervalSeconds: 60, maintenanceSkipSlots: 1 })
  t.is(maxBlockSizeBytes, 2_000_000)
  t.is(witnesses.timestamp, Date.UTC(2026, 10, 23, 10, 17, 30) / 1000)
  t.deepEqual(witnesses.initial, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  t.deepEqual(witnesses.elected, witnesses.initial)
  t.deepEqual(electorate, { count: 11, isShort: false })
  t.is(keys.nextWitness, 12)
  t.is(keys.keys.size, 11)
  t.deepEqual(keys.keys.get(11), {
    key: '02c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf',
    source: 'genesis',
  })
})

test('as many are active as there must be, or as there are', (t) => {
  const count = (minimum: number): unknown =>
    read((document) => {
      document['immutable_parameters'] = { min_witness_count: minimum }
    })
  t.like(count(3), { electorate: { count: 3, isShort: false }, witnesses: { elected: [1, 2, 3] } })
  t.like(count(21), { electorate: { count: 11, isShort: true } })
})

test('refuses what is no such document, in a sentence', (t) => {
  const expectation = { code: 'BAD_OPTION', message: /^this is not a genesis document: / }
  t.throws(() => readGenesis(new TextEncoder().encode('{')), expectation)
  t.throws(() => readGenesis(genesis, 'TEST'), expectation)
  const changes: readonly ((document: Document) => unknown)[] = [
    () => [],
    (document) => delete document['initial_timestamp'] && document,
    (document) => ({ ...document, initial_witness_candidates: [] }),
    (document) => ({ ...document, initial_witness_candidates: [{ owner_name: 'init0' }] }),
    (document) => ({ ...document, initial_active_witnesses: 12 }),
    (document) => ({ ...document, immutable_parameters: {} }),
    (document) => ({ ...document, initial_parameters: { block_interval: 0 } }),
    (document) => ({
      ...document,
      initial_parameters: { ...(document['initial_parameters'] as object), block_interval: 0 },
    }),
  ]
  for (const change of changes) t.throws(() => read(change), expectation)
})
