import test from 'ava'
import {
  isMaintenance,
  isOnSlot,
  isTooFarAhead,
  MAINNET_TIMING,
  slotAt,
  type SlotBase,
  slotTime,
} from '../../lib/chain/slots.ts'

/** 2024-03-19T05:00:00, a full hour. */
const HOUR = 1_710_824_400
const at = (timestamp: number, isMaintenanceBlock = false): SlotBase => ({
  number: 1000,
  timestamp,
  isMaintenance: isMaintenanceBlock,
})

test('slots follow the block at the interval', (t) => {
  t.is(slotTime(at(HOUR + 6), 1, MAINNET_TIMING), HOUR + 9)
  t.is(slotTime(at(HOUR + 6), 5, MAINNET_TIMING), HOUR + 21)
  // A block that is not on its slot counts as if it were.
  t.is(slotTime(at(HOUR + 7), 1, MAINNET_TIMING), HOUR + 9)
})

test('slots are left out after a block that counted votes', (t) => {
  t.is(slotTime(at(HOUR, true), 1, MAINNET_TIMING), HOUR + 12)
  t.is(slotAt(at(HOUR, true), HOUR + 9, MAINNET_TIMING), 0)
  t.is(slotAt(at(HOUR, true), HOUR + 12, MAINNET_TIMING), 1)
})

test('the first block is counted from genesis, to the second', (t) => {
  const genesis: SlotBase = { number: 0, timestamp: HOUR + 1, isMaintenance: false }
  t.is(slotTime(genesis, 1, MAINNET_TIMING), HOUR + 4)
  t.is(slotAt(genesis, HOUR + 10, MAINNET_TIMING), 3)
  t.true(isMaintenance(genesis, HOUR + 10, MAINNET_TIMING))
})

test('a time belongs to the slot it comes after', (t) => {
  const slots = [0, 1, 2, 3, 4, 5, 6, 8, 9].map((after) => slotAt(at(HOUR), HOUR + after, MAINNET_TIMING))
  t.deepEqual(slots, [0, 0, 0, 1, 1, 1, 2, 2, 3])
  t.true(isOnSlot(at(HOUR), HOUR + 6, MAINNET_TIMING))
  t.false(isOnSlot(at(HOUR), HOUR + 7, MAINNET_TIMING))
  t.false(isOnSlot(at(HOUR), HOUR, MAINNET_TIMING))
})

test('votes are counted by the first block of each interval', (t) => {
  t.false(isMaintenance(at(HOUR - 6), HOUR - 3, MAINNET_TIMING))
  t.true(isMaintenance(at(HOUR - 3), HOUR, MAINNET_TIMING))
  t.true(isMaintenance(at(HOUR - 3), HOUR + 30, MAINNET_TIMING))
  t.false(isMaintenance(at(HOUR), HOUR + 3, MAINNET_TIMING))
})

test('a block may be just under two and a half seconds ahead of the clock', (t) => {
  t.false(isTooFarAhead(HOUR, HOUR - 2.499))
  t.true(isTooFarAhead(HOUR, HOUR - 2.5))
  t.false(isTooFarAhead(HOUR, HOUR + 1000))
})
