import test from 'ava'
import fc from 'fast-check'
import { GENESIS } from '../../lib/chain/cursor.ts'
import {
  type Chain,
  createChain,
  idAt,
  joinChain as join,
  type Linked,
  MAX_HELD_BLOCKS,
  MAX_RECENT_IDS,
  type Outcome,
} from '../../lib/chain/join-chain.ts'
import { blockId, linkedBlock } from '../support/blocks.ts'

const yes = (): boolean => true

/** What became of a block, and which joined. */
function joinChain(
  chain: Chain<Linked>,
  block: Linked,
  accept: () => boolean,
): { readonly outcome: Outcome; readonly applied: readonly Linked[] } {
  const applied: Linked[] = []
  return { outcome: join(chain, block, accept, applied), applied }
}
const numbers = (blocks: readonly Linked[]): readonly number[] => blocks.map(({ number }) => number)

test('a block that continues the head is applied', (t) => {
  const chain = createChain<Linked>(GENESIS)
  const { outcome, applied } = joinChain(chain, linkedBlock(1), yes)
  t.is(outcome, 'applied')
  t.deepEqual(numbers(applied), [1])
  t.deepEqual(chain.head, { number: 1, id: blockId(1) })
})

test('a block before its predecessor is held, and follows it', (t) => {
  const chain = createChain<Linked>(GENESIS)
  t.is(joinChain(chain, linkedBlock(3), yes).outcome, 'held')
  t.is(joinChain(chain, linkedBlock(2), yes).outcome, 'held')
  t.deepEqual(numbers(joinChain(chain, linkedBlock(1), yes).applied), [1, 2, 3])
  t.is(chain.heldIds.size, 0)
  t.is(chain.heldBytes, 0)
})

test('a block of the chain is known, one beside it competes', (t) => {
  const chain = createChain<Linked>(GENESIS)
  for (const number of [1, 2, 3]) joinChain(chain, linkedBlock(number), yes)
  t.is(joinChain(chain, linkedBlock(2), yes).outcome, 'known')
  t.is(joinChain(chain, linkedBlock(2, 'b', 'a'), yes).outcome, 'competing')
  t.is(joinChain(chain, linkedBlock(4, 'b'), yes).outcome, 'competing')
  t.is(chain.head.number, 3)
})

test('a block that the application refuses does not join, another in its place does', (t) => {
  const chain = createChain<Linked>(GENESIS)
  t.is(joinChain(chain, linkedBlock(1, 'b'), () => false).outcome, 'refused')
  t.is(joinChain(chain, linkedBlock(1), yes).outcome, 'applied')
})

test('a block whose time does not come after its predecessor is refused', (t) => {
  const chain = createChain<Linked>(GENESIS)
  joinChain(chain, linkedBlock(1), yes)
  t.is(joinChain(chain, { ...linkedBlock(2), timestamp: linkedBlock(1).timestamp }, yes).outcome, 'refused')
})

test('no more blocks are held than the limit', (t) => {
  const chain = createChain<Linked>(GENESIS)
  for (let number = 3; number < MAX_HELD_BLOCKS + 3; number += 1) joinChain(chain, linkedBlock(number), yes)
  t.is(chain.heldIds.size, MAX_HELD_BLOCKS)
  t.is(joinChain(chain, linkedBlock(MAX_HELD_BLOCKS + 3), yes).outcome, 'full')
})

test('no more ids are remembered than the limit', (t) => {
  const chain = createChain<Linked>(GENESIS)
  for (let number = 1; number <= MAX_RECENT_IDS + 10; number += 1) joinChain(chain, linkedBlock(number), yes)
  t.is(idAt(chain, 10), undefined)
  t.is(idAt(chain, 11), blockId(11))
  t.is(idAt(chain, MAX_RECENT_IDS + 10), blockId(MAX_RECENT_IDS + 10))
  t.is(idAt(chain, MAX_RECENT_IDS + 11), undefined)
  t.is(joinChain(chain, linkedBlock(5), yes).outcome, 'known')
})

test('in any order of arrival, with repeats, each block is applied once and in order', (t) => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 300 }), (order) => {
      const chain = createChain<Linked>(GENESIS)
      const applied = order.flatMap((number) => numbers(joinChain(chain, linkedBlock(number), yes).applied))
      t.deepEqual(
        applied,
        applied.map((_, index) => index + 1),
      )
      const present = new Set(order)
      let expected = 0
      while (present.has(expected + 1)) expected += 1
      t.is(chain.head.number, expected)
    }),
  )
})
