import test from 'ava'
import { createBlockLog } from '../../lib/devnet/block-log.ts'
import type { ServedBlock } from '../../lib/devnet/served-block.ts'
import { InternalError } from '../../lib/errors.ts'
import { blockId, blockIds } from '../support/blocks.ts'

const ZERO = '0'.repeat(40)

function servedBlock(number: number): ServedBlock {
  const previous = number === 1 ? ZERO : blockId(number - 1)
  return {
    number,
    id: blockId(number),
    previous,
    timestamp: number * 3,
    witness: 1,
    transactions: 0,
    payload: new Uint8Array(20),
  }
}

function logOf(from: number, to: number): ReturnType<typeof createBlockLog> {
  const log = createBlockLog()
  for (let number = from; number <= to; number += 1) log.append(servedBlock(number))
  return log
}

const log = logOf(1, 2500)

for (const [what, synopsis, from, to] of [
  ['nothing', [], 1, 2000],
  ['the id of genesis', [ZERO], 1, 2000],
  ['the head', [blockId(2500)], 2500, 2500],
  ['a block in the middle', [blockId(3), blockId(1000)], 1000, 2500],
  ['the last known of several', [blockId(3), blockId(2000), blockId(2100, 'b')], 2000, 2500],
] as const) {
  test(`lists from what is known of a synopsis: ${what}`, (t) => {
    const { ids, remaining } = log.listIds(synopsis)
    t.deepEqual(ids, blockIds(from, to))
    t.is(remaining, 2500 - to)
  })
}

test('lists nothing for a synopsis of another chain, and while there is no block', (t) => {
  t.deepEqual(log.listIds([blockId(1, 'b'), blockId(2, 'b')]), { ids: [], remaining: 0 })
  t.deepEqual(createBlockLog().listIds([]), { ids: [], remaining: 0 })
})

test('a log without a beginning lists from the block before its first on', (t) => {
  const late = logOf(100, 105)
  t.deepEqual(late.listIds([]), { ids: [], remaining: 0 })
  t.deepEqual(late.listIds([ZERO]), { ids: [], remaining: 0 })
  t.deepEqual(late.listIds([blockId(99)]).ids, blockIds(99, 105))
  t.deepEqual(late.listIds([blockId(103)]).ids, blockIds(103, 105))
  t.is(late.byId(blockId(99)), undefined)
  t.is(late.byId(blockId(103))?.number, 103)
  t.is(late.byNumber(105)?.number, 105)
  t.is(late.byNumber(99), undefined)
})

test('its synopsis begins with the first block, ends with the head and is short', (t) => {
  for (const count of [1, 2, 3, 4, 5, 17, 1000]) {
    const synopsis = logOf(1, count).toSynopsis()
    t.is(synopsis[0], blockId(1))
    t.is(synopsis.at(-1), blockId(count))
    t.true(synopsis.length <= 12)
  }
  t.deepEqual(createBlockLog().toSynopsis(), [])
})

test('refuses a block that does not follow', (t) => {
  const short = logOf(1, 3)
  t.throws(() => short.append(servedBlock(5)), { instanceOf: InternalError })
  t.deepEqual(short.head, { number: 3, id: blockId(3) })
})
