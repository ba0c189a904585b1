import test from 'ava'
import {
  earlyFrameLimitOf,
  frameLimitOf,
  MAX_EARLY_MESSAGE_SIZE_BYTES,
  MAX_MESSAGE_SIZE_BYTES,
} from '../../lib/transport/frame-limits.ts'

const KNOWN = [
  1000, 1001, 5001, 5002, 5003, 5004, 5005, 5006, 5007, 5008, 5009, 5010, 5011, 5012, 5013, 5014, 5017,
]

test('a block may be as large as the protocol allows', (t) => {
  t.deepEqual(frameLimitOf(1001), { keepBytes: 2 * 1024 * 1024, excess: 'fault' })
})

test('what an honest core can exceed is cut short, everything else is a fault', (t) => {
  const lenient = KNOWN.filter((type) => frameLimitOf(type).excess === 'truncate')
  t.deepEqual(lenient, [1000, 5001, 5010, 5011, 5014, 5017])
})

test('the largest messages that core sends fit', (t) => {
  t.true(frameLimitOf(5002).keepBytes >= 4 + 4 + 3 + 2000 * 20)
  t.true(frameLimitOf(5004).keepBytes >= 4 + 2 + 200 * 20)
  t.true(frameLimitOf(5010).keepBytes >= 2 + 200 * 53)
})

test('unknown types are kept small and are not the fault of the one who sends them', (t) => {
  for (const type of [0, 999, 5018, 5099, 6000, 0xffff_ffff]) {
    t.deepEqual(frameLimitOf(type), { keepBytes: 65_536, excess: 'truncate' })
  }
})

test('before hello nothing above 16 KiB is kept', (t) => {
  for (const type of KNOWN) {
    const early = earlyFrameLimitOf(type)
    const later = frameLimitOf(type)
    t.is(early.keepBytes, Math.min(later.keepBytes, MAX_EARLY_MESSAGE_SIZE_BYTES))
    t.is(early.excess, later.excess)
    t.true(later.keepBytes <= MAX_MESSAGE_SIZE_BYTES)
  }
})
