import test from 'ava'
import { GENESIS, numberOfId } from '../../lib/chain/cursor.ts'
import { RECENT_IDS } from '../../lib/chain/recent-ids.ts'
import { toSynopsis } from '../../lib/sync/synopsis.ts'
import { blockId, linkedBlock } from '../support/blocks.ts'
import { createSyncChain, type TestSyncChain } from '../support/sync-chain.ts'

function chainOf(from: number, to: number): TestSyncChain {
  const start = from === 1 ? GENESIS : { number: from - 1, id: blockId(from - 1) }
  const chain = createSyncChain(start, 20)
  for (let number = from; number <= to; number += 1) chain.add(linkedBlock(number))
  return chain
}

test('an empty chain asks with an empty synopsis', (t) => {
  t.deepEqual(toSynopsis(chainOf(1, 0)), [])
})

test('a start in the middle asks with the block before it', (t) => {
  t.deepEqual(toSynopsis(chainOf(100, 99)), [blockId(99)])
})

test('the gaps halve towards the head as those of bitshares-core do', (t) => {
  // core with 20 undoable blocks at head 3001 sends these numbers
  t.deepEqual(toSynopsis(chainOf(2982, 3001)).map(numberOfId), [2981, 2992, 2997, 3000, 3001])
})

test('a synopsis stays short however long the chain, and ends with the head', (t) => {
  const synopsis = toSynopsis(chainOf(1, RECENT_IDS * 2))
  t.true(synopsis.length <= 18)
  t.is(synopsis.at(-1), blockId(RECENT_IDS * 2))
})
