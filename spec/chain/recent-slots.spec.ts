import test from 'ava'
import fc from 'fast-check'
import {
  addSlots,
  participation,
  PARTICIPATION_SLOTS,
  SLOTS_AT_GENESIS,
  UNSEEN_SLOTS,
} from '../../lib/chain/recent-slots.ts'

test('a chain begins with full participation', (t) => {
  t.is(participation(SLOTS_AT_GENESIS), 1)
  t.is(participation(addSlots(SLOTS_AT_GENESIS, 0)), 1)
  t.is(participation(addSlots(SLOTS_AT_GENESIS, 32)), 0.75)
})

test('in the middle of a chain it is known when all slots have been seen', (t) => {
  let slots = UNSEEN_SLOTS
  for (let count = 1; count < PARTICIPATION_SLOTS; count += 1) slots = addSlots(slots, 0)
  t.is(participation(slots), undefined)
  t.is(participation(addSlots(slots, 0)), 1)
})

test('it is the share of bits that core has, over any gaps', (t) => {
  const mask = (1n << 128n) - 1n
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })), { maxLength: 300 }),
      (gaps) => {
        let slots = SLOTS_AT_GENESIS
        let bits = mask
        for (const missed of gaps) {
          slots = addSlots(slots, missed)
          bits = (((bits << 1n) + 1n) << BigInt(missed)) & mask
        }
        t.is(participation(slots), bits.toString(2).replaceAll('0', '').length / 128)
      },
    ),
  )
})
