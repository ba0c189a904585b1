import test from 'ava'
import fc from 'fast-check'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { cutLog, varyNodes, withTraits } from '../../lib/devnet/node-traits.ts'
import { createBlockLog } from '../../lib/devnet/block-log.ts'
import type { ServedBlock } from '../../lib/devnet/served-block.ts'
import { collect, followDevnet, startDevnet, whenStatus } from '../support/with-devnet.ts'

const idOf = (number: number): string =>
  number === 0 ? GENESIS.id : number.toString(16).padStart(8, '0').padEnd(40, 'a')

/** A log of so many blocks that are nothing but numbers. */
function logOf(count: number): ReturnType<typeof createBlockLog> {
  const log = createBlockLog()
  for (let number = 1; number <= count; number += 1) {
    const block = { number, id: idOf(number), previous: idOf(number - 1), timestamp: 1000 + number }
    log.append(block as ServedBlock)
  }
  return log
}

test('the same seed gives the same nodes, another seed others', (t) => {
  t.deepEqual(varyNodes('a', 30), varyNodes('a', 30))
  t.notDeepEqual(varyNodes('a', 30), varyNodes('b', 30))
})

test('of thirty nodes some are stuck, some full, some have wrong clocks, and the first is in order', (t) => {
  for (const seed of ['devnet', 'a', 'b', 'c']) {
    const nodes = varyNodes(seed, 30)
    t.is(nodes.filter(({ stuckAt }) => stuckAt !== undefined).length, 3)
    t.is(nodes.filter(({ isFull }) => isFull).length, 3)
    t.true(new Set(nodes.map(({ userAgent }) => userAgent)).size > 1)
    t.true(new Set(nodes.map(({ platform }) => platform)).size > 2)
    const [first] = nodes
    t.is(first?.stuckAt, undefined)
    t.is(first?.isFull, undefined)
    t.true(Math.abs(first?.clockOffsetMs ?? 9999) <= 500)
  }
})

test('however many there are, all can be found from the first', (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.string(), (count, seed) => {
      const nodes = varyNodes(seed, count)
      const found = new Set([0])
      for (const index of found) for (const other of nodes[index]?.tellsOf ?? []) found.add(other)
      t.is(found.size, count)
      for (const [index, { tellsOf }] of nodes.entries()) {
        t.false(tellsOf.includes(index))
        t.true(tellsOf.every((other) => other < count))
      }
    }),
  )
})

test('a log that is cut is that of a shorter chain', (t) => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(70), fc.array(fc.nat(70), { maxLength: 8 }), (length, last, asked) => {
      const cut = cutLog(logOf(length), last)
      const short = logOf(Math.min(length, last))
      t.deepEqual(cut.head, short.head)
      t.is(cut.headSeconds, short.headSeconds)
      const synopsis = asked.map(idOf)
      t.deepEqual(cut.listIds(synopsis), short.listIds(synopsis))
      for (const number of asked) {
        t.is(cut.byNumber(number)?.id, short.byNumber(number)?.id)
        t.is(cut.byId(idOf(number))?.number, short.byId(idOf(number))?.number)
      }
      for (const id of cut.toSynopsis()) t.true(short.byId(id) !== undefined)
    }),
  )
})

test('nodes without traits are as they were', (t) => {
  const served = { userAgent: 'x' } as Parameters<typeof withTraits>[2]
  t.is(withTraits(undefined, [], served), served)
})

test('a stuck node serves what it has, and tells of no new blocks', async (t) => {
  const [trait] = varyNodes('a', 1)
  if (trait === undefined) return t.fail()
  const devnet = await startDevnet(t, { history: 20, varied: [{ ...trait, stuckAt: 7 }] })
  const node = followDevnet(devnet)
  const blocks = collect(node.block$, 7)
  await whenStatus(node, 'live')
  devnet.produce(3)
  t.is((await blocks).at(-1)?.number, 7)
})
