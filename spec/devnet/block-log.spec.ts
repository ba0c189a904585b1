import test from 'ava'
import { createBlockLog, MAX_LOST_BLOCKS } from '../../lib/devnet/block-log.ts'
import { createBranchLog } from '../../lib/devnet/branch-log.ts'
import type { ServedBlock } from '../../lib/devnet/served-block.ts'
import { InternalError } from '../../lib/errors.ts'
import { blockId, blockIds } from '../support/blocks.ts'

const ZERO = '0'.repeat(40)

function servedBlock(number: number, branch?: string, previousBranch = branch): ServedBlock {
  const previous = number === 1 ? ZERO : blockId(number - 1, previousBranch)
  return {
    number,
    id: blockId(number, branch),
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

/** A branch of a log after block 40, up to block 45. */
function branchOf(trunk: ReturnType<typeof createBlockLog>): ReturnType<typeof createBranchLog> {
  const branch = createBranchLog(trunk, 40)
  for (let number = 41; number <= 45; number += 1)
    branch.append(servedBlock(number, 'b', number === 41 ? 'a' : 'b'))
  return branch
}

test('a branch shares what is below it and lists its own blocks above', (t) => {
  const trunk = logOf(1, 60)
  const branch = branchOf(trunk)
  t.deepEqual(branch.head, { number: 45, id: blockId(45, 'b') })
  t.is(branch.headSeconds, 135)
  t.is(branch.byNumber(40)?.id, blockId(40))
  t.is(branch.byNumber(41)?.id, blockId(41, 'b'))
  t.is(branch.byNumber(46), undefined)
  t.is(branch.byId(blockId(45, 'b'))?.number, 45)
  t.is(branch.byId(blockId(12))?.number, 12)
  const own = [41, 42, 43, 44, 45].map((number) => blockId(number, 'b'))
  t.deepEqual(branch.listIds([]), { ids: [...blockIds(1, 40), ...own], remaining: 0 })
  t.deepEqual(branch.listIds([blockId(39)]).ids, [...blockIds(39, 40), ...own])
  t.deepEqual(branch.listIds([blockId(30), blockId(43, 'b')]).ids, own.slice(2))
  // A peer on the other branch is told from where they part.
  t.deepEqual(branch.listIds([blockId(20), blockId(40), blockId(50)]).ids, [blockId(40), ...own])
  t.is(branch.toSynopsis().at(-1), blockId(45, 'b'))
  t.is(branch.toSynopsis()[0], blockId(1))
  t.throws(() => branch.append(servedBlock(47, 'b')), { instanceOf: InternalError })
})

test('a trunk that goes on does not show in its branch', (t) => {
  const trunk = logOf(1, 40)
  const branch = branchOf(trunk)
  trunk.append(servedBlock(41))
  t.deepEqual(branch.listIds([blockId(40)]).ids.slice(0, 2), [blockId(40), blockId(41, 'b')])
  t.is(trunk.head.id, blockId(41))
  t.is(trunk.byId(blockId(41, 'b')), undefined)
})

test('a branch may begin before block 1', (t) => {
  const branch = createBranchLog(logOf(1, 3), 0)
  t.deepEqual(branch.listIds([]), { ids: [], remaining: 0 })
  t.deepEqual(branch.head, { number: 0, id: ZERO })
  branch.append(servedBlock(1, 'b'))
  t.deepEqual(branch.listIds([]).ids, [blockId(1, 'b')])
  t.deepEqual(branch.listIds([ZERO]).ids, [blockId(1, 'b')])
})

test('a log that is cut goes over to other blocks, and gives the lost ones to who knows their ids', (t) => {
  const trunk = logOf(1, 50)
  const gone = trunk.cut(47)
  t.deepEqual(
    gone.map(({ number }) => number),
    [48, 49, 50],
  )
  t.deepEqual(trunk.head, { number: 47, id: blockId(47) })
  trunk.append(servedBlock(48, 'b', 'a'))
  t.deepEqual(trunk.listIds([blockId(46), blockId(49)]).ids, [blockId(46), blockId(47), blockId(48, 'b')])
  t.is(trunk.byNumber(48)?.id, blockId(48, 'b'))
  t.is(trunk.byId(blockId(49))?.number, 49)
  t.is(trunk.cut(47).length, 1)
  t.is(trunk.cut(0).length, 47)
  t.deepEqual(trunk.head, { number: 0, id: ZERO })
})

test('remembers a bounded number of lost blocks', (t) => {
  const trunk = createBlockLog()
  const lost = Array.from({ length: MAX_LOST_BLOCKS + 5 }, (_, index) => servedBlock(index + 1, 'b'))
  trunk.remember(lost)
  t.is(trunk.byId(blockId(5, 'b')), undefined)
  t.is(trunk.byId(blockId(6, 'b'))?.number, 6)
})
