import test from 'ava'
import {
  addCheckpointKeys,
  learnKeys,
  NO_KEYS,
  setKey,
  type WitnessKeys,
} from '../../lib/chain/witness-keys.ts'
import { NO_FACTS } from '../../lib/chain/witness-operations.ts'

const TWO: WitnessKeys = {
  keys: new Map([
    [1, { key: 'a', source: 'genesis' }],
    [2, { key: 'b', source: 'genesis' }],
  ]),
  proposed: new Map(),
  nextWitness: 3,
}

test('a block without such operations leaves everything as it is', (t) => {
  t.is(learnKeys(TWO, NO_FACTS), TWO)
})

test('the keys before stay what they were', (t) => {
  const after = learnKeys(TWO, { ...NO_FACTS, updated: [{ witness: 2, key: 'c' }] })
  t.deepEqual(after.keys.get(2), { key: 'c', source: 'operation' })
  t.deepEqual(TWO.keys.get(2), { key: 'b', source: 'genesis' })
})

test('new witnesses are counted from genesis on', (t) => {
  const created = [
    { witness: undefined, key: 'c' },
    { witness: undefined, key: 'd' },
  ]
  const after = learnKeys(TWO, { ...NO_FACTS, created, updated: [{ witness: 4, key: 'e' }] })
  t.deepEqual(after.keys.get(3), { key: 'c', source: 'operation' })
  t.deepEqual(after.keys.get(4), { key: 'e', source: 'operation' })
  t.is(after.nextWitness, 5)
})

test('after witnesses may have been made unseen their numbers are no longer counted', (t) => {
  const unsure = learnKeys(TWO, { ...NO_FACTS, mayCreateUnseen: true })
  t.is(unsure.nextWitness, undefined)
  const after = learnKeys(unsure, { ...NO_FACTS, created: [{ witness: undefined, key: 'c' }] })
  t.is(after.keys.size, 2)
  t.deepEqual(learnKeys(NO_KEYS, { ...NO_FACTS, created: [{ witness: 9, key: 'c' }] }).keys.get(9), {
    key: 'c',
    source: 'operation',
  })
})

test('a few proposed keys are kept of each witness', (t) => {
  const proposed = ['c', 'd', 'e', 'c', 'f', 'g'].map((key) => ({ witness: 2, key }))
  t.deepEqual(learnKeys(TWO, { ...NO_FACTS, proposed }).proposed.get(2), ['e', 'c', 'f', 'g'])
  const many = Array.from({ length: 1200 }, (_, witness) => ({ witness, key: 'c' }))
  const kept = learnKeys(TWO, { ...NO_FACTS, proposed: many }).proposed
  t.is(kept.size, 1000)
  t.true(kept.has(1199))
})

test('a checkpoint tells keys that nothing better tells', (t) => {
  const seen = setKey(TWO, 7, { key: 'x', source: 'first_use' })
  const after = addCheckpointKeys(
    seen,
    new Map([
      [1, 'old'],
      [7, 'y'],
      [8, 'z'],
    ]),
  )
  t.deepEqual(
    [1, 7, 8].map((witness) => after.keys.get(witness)),
    [
      { key: 'a', source: 'genesis' },
      { key: 'y', source: 'checkpoint' },
      { key: 'z', source: 'checkpoint' },
    ],
  )
})
