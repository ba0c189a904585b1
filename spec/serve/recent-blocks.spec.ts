import test from 'ava'
import { MAX_RECENT_BLOCKS, MAX_RECENT_BYTES } from '../../lib/serve/limits.ts'
import { type RecentBlock, RecentBlocks } from '../../lib/serve/recent-blocks.ts'
import { blockId } from '../support/blocks.ts'

const recent = (number: number, branch = 'a', sizeBytes = 10): RecentBlock => ({
  number,
  id: blockId(number, branch),
  raw: new Uint8Array(sizeBytes),
  receivedAt: 0,
  peer: '',
  latencyMs: undefined,
  isUndone: false,
})

test('a block is found by number and by id, its transactions by theirs', async (t) => {
  const blocks = new RecentBlocks()
  blocks.add(recent(1), ['one', 'two'])
  t.is(blocks.find(1)?.id, blockId(1))
  t.is(blocks.find(blockId(1))?.number, 1)
  t.deepEqual(blocks.place('two'), { blockId: blockId(1), index: 1 })
  t.is(await blocks.get(1), blocks.find(1)?.raw)
  t.is(await blocks.get(2), undefined)
})

test('an undone block is found by its id alone, until the next of its number also by that', (t) => {
  const blocks = new RecentBlocks()
  blocks.add(recent(1), ['one'])
  blocks.undo(blockId(1))
  t.is(blocks.find(1), undefined)
  t.true(blocks.find(blockId(1))?.isUndone)
  blocks.add(recent(1, 'b'), ['one'])
  t.is(blocks.find(1)?.id, blockId(1, 'b'))
  t.is(blocks.place('one')?.blockId, blockId(1, 'b'))
  blocks.add(recent(1), ['one'])
  t.false(blocks.find(1)?.isUndone)
})

test('the oldest go when there are too many, with their transactions', (t) => {
  const blocks = new RecentBlocks()
  for (let number = 1; number <= MAX_RECENT_BLOCKS + 1; number += 1) blocks.add(recent(number), [`${number}`])
  t.is(blocks.find(1), undefined)
  t.is(blocks.place('1'), undefined)
  t.not(blocks.find(2), undefined)
})

test('or when they have too many bytes, but the newest stays', (t) => {
  const blocks = new RecentBlocks()
  for (const number of [1, 2, 3]) blocks.add(recent(number, 'a', MAX_RECENT_BYTES / 2), [])
  t.deepEqual(
    [1, 2, 3].map((number) => blocks.find(number) !== undefined),
    [false, true, true],
  )
  blocks.add(recent(4, 'a', 2 * MAX_RECENT_BYTES), [])
  t.deepEqual(
    [3, 4].map((number) => blocks.find(number) !== undefined),
    [false, true],
  )
})
