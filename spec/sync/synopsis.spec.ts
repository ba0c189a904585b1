import test from 'ava'
import { GENESIS, numberOfId } from '../../lib/chain/cursor.ts'
import { createChain, joinChain, type Linked, MAX_RECENT_IDS } from '../../lib/chain/join-chain.ts'
import { toSynopsis } from '../../lib/sync/synopsis.ts'
import { blockId, linkedBlock } from '../support/blocks.ts'

function chainOf(from: number, to: number): ReturnType<typeof createChain<Linked>> {
  const start = from === 1 ? GENESIS : { number: from - 1, id: blockId(from - 1) }
  const chain = createChain<Linked>(start)
  for (let number = from; number <= to; number += 1) joinChain(chain, linkedBlock(number), () => true, [])
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
  const synopsis = toSynopsis(chainOf(1, MAX_RECENT_IDS * 2))
  t.true(synopsis.length <= 16)
  t.is(synopsis.at(-1), blockId(MAX_RECENT_IDS * 2))
})
