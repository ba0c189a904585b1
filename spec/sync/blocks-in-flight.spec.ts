import test from 'ava'
import fc from 'fast-check'
import { packHashes } from '../../lib/messages/hashes.ts'
import { BlocksInFlight } from '../../lib/sync/blocks-in-flight.ts'
import { blockId, blockIds, linkedBlock } from '../support/blocks.ts'

const bytesOf = (id: string): Uint8Array => packHashes([id]).bytes

test('a block is owed by who was asked for it, until it comes', (t) => {
  const inFlight = new BlocksInFlight()
  inFlight.add(packHashes(blockIds(1, 3)), 7)
  t.is(inFlight.size, 3)
  t.is(inFlight.get(blockId(2)), 7)
  t.false(inFlight.settle(linkedBlock(2), 8), 'another did not have to deliver it')
  t.false(inFlight.settle(linkedBlock(2, 'b'), 7), 'nor did it have to deliver another')
  t.true(inFlight.settle(linkedBlock(2), 7))
  t.false(inFlight.settle(linkedBlock(2), 7), 'nor twice')
  t.deepEqual([...inFlight.values()], [7, 7])
})

test('blocks of one height, and of heights far apart, do not get into each other’s way', (t) => {
  const inFlight = new BlocksInFlight()
  const ids = [blockId(5), blockId(5, 'b'), blockId(5 + 4096), blockId(5 + 8192)]
  for (const [owner, id] of ids.entries()) inFlight.add(packHashes([id]), owner)
  t.deepEqual(
    ids.map((id) => inFlight.get(id)),
    [0, 1, 2, 3],
  )
  t.true(inFlight.settle(linkedBlock(5), 0))
  t.true(inFlight.settle(linkedBlock(5, 'b'), 1))
  t.true(inFlight.delete(blockId(5 + 4096), 2))
  t.deepEqual(inFlight.release(3), [blockId(5 + 8192)])
  t.is(inFlight.size, 0)
})

const id = fc
  .tuple(fc.constantFrom(1, 2, 4097, 4098, 8193), fc.constantFrom('a', 'b'))
  .map(([number, branch]) => ({ number, branch, id: blockId(number, branch) }))
const owner = fc.nat(3)
const step = fc.record({ what: fc.constantFrom('add', 'settle', 'delete', 'release'), id, owner })

test('it is what a Map from ids to peers would be', (t) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const inFlight = new BlocksInFlight()
      const model = new Map<string, number>()
      for (const { what, id: block, owner: peer } of steps) {
        const isOwed = model.get(block.id) === peer
        if (what === 'add') {
          if (model.has(block.id)) continue
          inFlight.add(packHashes([block.id]), peer)
          model.set(block.id, peer)
        } else if (what === 'release') {
          const owed = [...model].filter(([, each]) => each === peer).map(([each]) => each)
          t.deepEqual([...inFlight.release(peer)].sort(), owed.sort())
          for (const each of owed) model.delete(each)
        } else {
          const isStruck =
            what === 'settle'
              ? inFlight.settle(linkedBlock(block.number, block.branch), peer)
              : inFlight.delete(block.id, peer)
          t.is(isStruck, isOwed)
          if (isOwed) model.delete(block.id)
        }
        t.is(inFlight.size, model.size)
        t.deepEqual([...inFlight.values()].sort(), [...model.values()].sort())
        t.is(inFlight.get(block.id), model.get(block.id))
        t.is(inFlight.hasAt(bytesOf(block.id), 0), model.has(block.id))
      }
    }),
  )
})
