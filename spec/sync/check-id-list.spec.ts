import test from 'ava'
import { findFaultInIdList } from '../../lib/sync/check-id-list.ts'
import { blockId, blockIds } from '../support/blocks.ts'

const now = 2_000_000_000
const cases = [
  ['continues the synopsis', [...blockIds(5, 9)], 0, [blockId(1), blockId(5)], undefined],
  ['starts at block 1 after an empty synopsis', blockIds(1, 3), 7, [], undefined],
  ['is empty and leaves nothing', [], 0, [blockId(1)], undefined],
  ['is empty and leaves something', [], 1, [blockId(1)], /empty list/],
  ['leaves one out', [...blockIds(5, 7), ...blockIds(9, 12)], 0, [blockId(5)], /gap after block 7/],
  ['starts with an id that was not asked for', blockIds(5, 9, 'b'), 0, [blockId(5)], /starts at block 5/],
  ['does not start at block 1 after an empty synopsis', blockIds(2, 9), 0, [], /starts at block 2/],
  [
    'claims more blocks than time allows',
    blockIds(5, 9),
    0xffff_ffff,
    [blockId(5)],
    /more blocks than can exist/,
  ],
] as const

for (const [title, ids, remaining, synopsis, expected] of cases) {
  test(`a list that ${title} is ${expected === undefined ? 'good' : 'a fault'}`, (t) => {
    const fault = findFaultInIdList({ ids, remaining }, synopsis, now - 100, now)
    if (expected === undefined) t.is(fault, undefined)
    else t.regex(fault ?? '', expected)
  })
}
