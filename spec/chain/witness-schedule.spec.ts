import test from 'ava'
import fc from 'fast-check'
import { slotAt, type SlotBase, isMaintenance } from '../../lib/chain/slots.ts'
import {
  advanceWitnessSchedule,
  createWitnessSchedule,
  drawOrder,
  scheduledWitness,
  shuffleWitnesses,
} from '../../lib/chain/witness-schedule.ts'
import { readWitnesses, RECORDED_TIMING, RECORDED_WITNESSES } from '../support/witness-vectors.ts'

for (const { name, genesisSeconds, blocks } of readWitnesses()) {
  test(`names the witness of every block of the ${name} chain`, (t) => {
    let schedule = createWitnessSchedule(RECORDED_WITNESSES)
    let head: SlotBase = { number: 0, timestamp: genesisSeconds, isMaintenance: false }
    let named = 0
    for (const block of blocks) {
      const slot = slotAt(head, block.timestamp, RECORDED_TIMING)
      if (scheduledWitness(schedule, slot) === block.witnessInstance) named += 1
      schedule = advanceWitnessSchedule(schedule, RECORDED_WITNESSES, block, slot)
      head = { ...block, isMaintenance: isMaintenance(head, block.timestamp, RECORDED_TIMING) }
    }
    t.is(named, blocks.length)
    t.true(blocks.length > 150)
  })
}

const MASK = (1n << 64n) - 1n
const MULTIPLIER = 2_685_821_657_736_338_717n

/** The order as protocol documents write it down. */
function drawWithBigints(count: number, headSeconds: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let index = 0; index < count; index += 1) {
    let k = ((BigInt(headSeconds) << 32n) + BigInt(index) * MULTIPLIER) & MASK
    k ^= k >> 12n
    k ^= (k << 25n) & MASK
    k ^= k >> 27n
    k = (k * MULTIPLIER) & MASK
    const other = index + Number(k % BigInt(count - index))
    const moved = order[index] as number
    order[index] = order[other] as number
    order[other] = moved
  }
  return order
}

test('draws the same orders as arithmetic with 64 bits', (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1001 }),
      fc.integer({ min: 0, max: 0xffff_ffff }),
      (count, seconds) => {
        t.deepEqual(drawOrder(count, seconds), drawWithBigints(count, seconds))
      },
    ),
    {
      numRuns: 200,
      examples: [
        [1001, 0xffff_ffff],
        [27, 0],
      ],
    },
  )
})

test('every witness has one place in a round', (t) => {
  const order = shuffleWitnesses([3, 5, 8, 13], 1_767_225_600)
  t.deepEqual(
    [...order].sort((a, b) => a - b),
    [3, 5, 8, 13],
  )
})
