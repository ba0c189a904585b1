import test from 'ava'
import {
  advanceWitnessSchedule,
  createWitnessSchedule,
  scheduledWitness,
  shuffleWitnesses,
} from '../../lib/devnet/witness-schedule.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { bytesOf } from '../support/hex.ts'

const ACTIVE = Array.from({ length: 11 }, (_, index) => index + 1)

test('draws the orders that a chain of bitshares-core drew', (t) => {
  const blocks = readJsonLines('chain-blocks.jsonl.gz')
    .map((line) => viewBlock(bytesOf((line as { readonly raw: string }).raw)))
    .filter(({ number }) => number >= 1490)
  const roundEnd = blocks.findIndex(({ number }) => number % ACTIVE.length === 0)
  const [last, ...rest] = blocks.slice(roundEnd)
  t.true(last !== undefined && rest.length > 70)
  // How many slots went by since genesis is not known here: one count of eleven has to fit all of them.
  const fitting = ACTIVE.filter((counter) => {
    let schedule = { order: shuffleWitnesses(ACTIVE, last?.timestamp ?? 0), counter }
    return rest.every((block) => {
      const isDue = scheduledWitness(schedule, 1) === block.witnessInstance
      schedule = advanceWitnessSchedule(schedule, ACTIVE, block, 1)
      return isDue
    })
  })
  t.is(fitting.length, 1)
})

test('begins with the witnesses in ascending order', (t) => {
  const blocks = readJsonLines('chain-blocks.jsonl.gz')
    .slice(0, 6)
    .map((line) => viewBlock(bytesOf((line as { readonly raw: string }).raw)))
  // The first block came 46 intervals after genesis.
  const initial = createWitnessSchedule(ACTIVE)
  t.deepEqual(
    [scheduledWitness(initial, 46)],
    blocks.slice(0, 1).map(({ witnessInstance }) => witnessInstance),
  )
  const schedule = { ...initial, counter: 46 }
  t.deepEqual(
    blocks.slice(1).map((_, index) => scheduledWitness(schedule, index + 1)),
    blocks.slice(1).map(({ witnessInstance }) => witnessInstance),
  )
})

test('every witness has one place in a round', (t) => {
  for (let time = 1_767_225_600; time < 1_767_225_650; time += 1) {
    t.deepEqual(
      [...shuffleWitnesses(ACTIVE, time)].sort((a, b) => a - b),
      ACTIVE,
    )
  }
})
