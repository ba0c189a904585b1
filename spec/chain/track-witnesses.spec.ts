import test from 'ava'
import fc from 'fast-check'
import { participation } from '../../lib/chain/recent-slots.ts'
import type { ChainTiming } from '../../lib/chain/slots.ts'
import {
  TRACK_FROM_MIDDLE,
  trackBlock,
  trackFromGenesis,
  type WitnessTrack,
  witnessOfSlot,
} from '../../lib/chain/track-witnesses.ts'
import { slotsUpTo } from '../../lib/chain/witness-slots.ts'
import { type Simulation, simulateWitnesses } from '../support/simulated-witnesses.ts'
import { readWitnesses, RECORDED_TIMING, RECORDED_WITNESSES } from '../support/witness-vectors.ts'

const TIMING: ChainTiming = {
  blockIntervalSeconds: 3,
  maintenanceIntervalSeconds: 600,
  maintenanceSkipSlots: 3,
}
const START = 1_767_225_601

function startOf({ witnesses, genesisSeconds }: Simulation): WitnessTrack {
  const initial = Array.from({ length: witnesses }, (_, index) => index + 1)
  return trackFromGenesis({ timestamp: genesisSeconds, initial, elected: initial })
}

const simulations: fc.Arbitrary<Simulation> = fc.record({
  seed: fc.nat(),
  blocks: fc.constant(700),
  timing: fc.record({
    blockIntervalSeconds: fc.constantFrom(1, 3, 5),
    maintenanceIntervalSeconds: fc.constantFrom(300, 600),
    maintenanceSkipSlots: fc.integer({ min: 0, max: 3 }),
  }),
  genesisSeconds: fc.integer({ min: START, max: START + 1000 }),
  witnesses: fc.constantFrom(1, 2, 3, 5, 7, 11, 21, 27),
  missedShare: fc.constantFrom(0, 0, 0.02, 0.2),
  absentShare: fc.constantFrom(0, 0, 0.1, 0.3),
  changeShare: fc.constantFrom(0, 0.2, 1),
})

test('joining any chain at any block, whatever is known is right, whoever is voted in', (t) => {
  let known = 0
  let turns = 0
  fc.assert(
    fc.property(simulations, fc.nat(600), (simulation, skipped) => {
      let track = TRACK_FROM_MIDDLE
      for (const block of simulateWitnesses(simulation).slice(skipped)) {
        const step = trackBlock(track, block, simulation.timing)
        track = step.track
        t.not(step.turn, 'out')
        if (step.turn === 'in') turns += 1
        if (track.irreversible === undefined) continue
        known += 1
        t.is(track.irreversible, block.irreversible)
      }
    }),
    { numRuns: 100 },
  )
  t.true(known > 10_000 && turns > 10_000)
})

test('from genesis everything is known until a vote may change who is active, and what is known is right', (t) => {
  let lost = 0
  fc.assert(
    fc.property(simulations, (simulation) => {
      let track = startOf(simulation)
      let hasVoted = false
      for (const block of simulateWitnesses(simulation)) {
        const step = trackBlock(track, block, simulation.timing, block.changesWitnesses)
        track = step.track
        hasVoted ||= block.changesWitnesses
        t.not(step.turn, 'out')
        if (!hasVoted) t.is(step.turn, 'in')
        if (!hasVoted) t.is(track.irreversible, block.irreversible)
        if (track.irreversible !== undefined) t.is(track.irreversible, block.irreversible)
        else lost += 1
      }
    }),
    { numRuns: 100 },
  )
  t.true(lost > 0)
})

test('a network like mainnet is known within two rounds of joining, and again after each count of votes', (t) => {
  const simulation: Simulation = {
    seed: 7,
    blocks: 3000,
    timing: { blockIntervalSeconds: 3, maintenanceIntervalSeconds: 3600, maintenanceSkipSlots: 3 },
    genesisSeconds: START,
    witnesses: 27,
    missedShare: 0.001,
    absentShare: 0,
    changeShare: 0,
  }
  const blocks = simulateWitnesses(simulation)
  for (const start of [10, 333, 1001, 2002]) {
    let track = TRACK_FROM_MIDDLE
    let unknown = 0
    for (const block of blocks.slice(start)) {
      ;({ track } = trackBlock(track, block, simulation.timing))
      if (track.irreversible === undefined) unknown += 1
      else unknown = 0
      t.true(unknown <= 2 * 27, `block ${block.number}`)
    }
  }
})

test('a block out of turn is told, and one in the chain all the same makes the order unknown', (t) => {
  const [chain] = readWitnesses()
  let track = trackFromGenesis({
    timestamp: chain?.genesisSeconds ?? 0,
    initial: RECORDED_WITNESSES,
    elected: RECORDED_WITNESSES,
  })
  const blocks = chain?.blocks ?? []
  for (const block of blocks.slice(0, 100)) ({ track } = trackBlock(track, block, RECORDED_TIMING, false))
  const next = blocks[100]
  if (next === undefined) return t.fail()
  t.is(witnessOfSlot(track, 1), next.witnessInstance)
  const other = { ...next, witnessInstance: (next.witnessInstance % 11) + 1 }
  const { turn, track: after } = trackBlock(track, other, RECORDED_TIMING, false)
  t.is(turn, 'out')
  t.is(witnessOfSlot(after, 1), undefined)
  t.is(after.irreversible, undefined)
  t.is(track.irreversible, after.irreversibleAtLeast)
})

test('missed slots have the names of those who missed them, slots skipped for maintenance are none', (t) => {
  const fork = readWitnesses().find(({ name }) => name === 'fork final')
  let track = trackFromGenesis({
    timestamp: fork?.genesisSeconds ?? 0,
    initial: RECORDED_WITNESSES,
    elected: RECORDED_WITNESSES,
  })
  const missed = new Set<number>()
  let gaps = 0
  for (const block of fork?.blocks ?? []) {
    const slots = slotsUpTo(track, block, RECORDED_TIMING)
    t.deepEqual(slots.at(-1), {
      timestamp: block.timestamp,
      witness: block.witnessInstance,
      isProduced: true,
    })
    for (const { witness = 0, timestamp } of slots.slice(0, -1)) {
      t.true(timestamp < block.timestamp)
      gaps += 1
      missed.add(witness)
    }
    ;({ track } = trackBlock(track, block, RECORDED_TIMING, false))
  }
  // All but the six witnesses of one node were cut off, and later that node was away for a while.
  t.deepEqual(
    [...missed].sort((a, b) => a - b),
    RECORDED_WITNESSES,
  )
  // The 32 seconds before the first block are more than a round.
  t.is(gaps, 60)
  t.is(participation(track.recent), 1)
})

test('nobody is blamed when a whole round is missed', (t) => {
  const track = trackFromGenesis({ timestamp: START, initial: [1, 2, 3], elected: [1, 2, 3] })
  const { track: after } = trackBlock(
    track,
    { number: 1, timestamp: START + 3, witnessInstance: 2 },
    TIMING,
    false,
  )
  const blockAfter = (slot: number): object[] => [
    ...slotsUpTo(after, { number: 2, timestamp: START + 2 + 3 * (3 + slot), witnessInstance: 1 }, TIMING),
  ]
  t.is(blockAfter(1).length, 1)
  t.is(blockAfter(3).length, 3)
  t.is(blockAfter(4).length, 1)
})
