import test from 'ava'
import { numberOfId } from '../../lib/chain/cursor.ts'
import { resyncWith, setOpen } from '../../lib/sync/reduce-sync.ts'
import * as limits from '../../lib/sync/sync-state.ts'
import { blockId, blockIds } from '../support/blocks.ts'
import { createSyncWorld, type SyncWorld } from '../support/sync-world.ts'

const fetched = (world: SyncWorld): Record<number, number[]> => {
  const byPeer: Record<number, number[]> = {}
  for (const { peer, ids } of world.takeFetches()) (byPeer[peer] ??= []).push(...ids.map(numberOfId))
  return byPeer
}
const modeOf = (world: SyncWorld, peer: number): string => world.state.peers.get(peer)?.mode ?? 'gone'

test('a new peer is asked what it has', (t) => {
  const world = createSyncWorld()
  world.add(1)
  t.deepEqual(world.takeAsks(), [{ peer: 1, synopsis: [] }])
})

test('listed blocks are fetched, and the peer asked again until it has nothing new', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.takeAsks()
  world.list(1, blockIds(1, 3))
  t.deepEqual(fetched(world), { 1: [1, 2, 3] })
  for (const number of [1, 2, 3]) t.true(world.deliver(1, number))
  t.deepEqual(world.takeAsks(), [{ peer: 1, synopsis: [blockId(1), blockId(3)] }])
  world.list(1, [blockId(3)])
  t.is(modeOf(world, 1), 'inSync')
})

test('two peers share the work and no block is asked from both', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.add(2)
  world.list(1, blockIds(1, 2000), 5000)
  world.list(2, blockIds(1, 2000), 5000)
  const work = fetched(world)
  const all = [...(work[1] ?? []), ...(work[2] ?? [])]
  t.true((work[1]?.length ?? 0) > 0 && (work[2]?.length ?? 0) > 0)
  t.is(new Set(all).size, all.length)
})

test('what a lost peer owed is asked from another', (t) => {
  const world = createSyncWorld()
  for (const peer of [1, 2]) {
    world.add(peer)
    world.list(peer, blockIds(1, 60))
  }
  const before = fetched(world)
  t.deepEqual(before[1], numbersTo(50))
  world.remove(1)
  const after = fetched(world)
  t.deepEqual(
    [...(before[2] ?? []), ...(after[2] ?? [])].sort((a, b) => a - b),
    numbersTo(60),
  )
})

test('a block nobody asked this peer for is not its delivery', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 3))
  t.false(world.deliver(1, 7))
  t.true(world.deliver(1, 1))
  t.false(world.deliver(1, 1))
})

test('a list with a gap ends the connection', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, [...blockIds(1, 3), ...blockIds(5, 9)])
  t.deepEqual(world.takeDisconnects(), [{ peer: 1, code: 'BAD_ID_LIST' }])
})

test('a list that nobody asked for is ignored', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 3))
  world.takeFetches()
  world.list(1, blockIds(1, 2000))
  t.deepEqual(world.takeFetches(), [])
  t.deepEqual(world.takeDisconnects(), [])
})

test('more ids are asked for while blocks come, and the window bounds what is fetched', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.takeAsks()
  world.list(1, blockIds(1, 2000), 100_000)
  t.is(world.takeAsks().length, 1)
  world.list(1, blockIds(2000, 3999), 98_000)
  t.is(world.takeAsks().length, 1)
  world.list(1, blockIds(3999, 5998), 96_000)
  world.list(1, blockIds(5998, 7997), 94_000)
  world.list(1, blockIds(7997, 9996), 92_000)
  t.true((world.state.peers.get(1)?.queue.length ?? 0) <= limits.MAX_QUEUED_IDS + 2000)
  const highest = Math.max(...Object.values(fetched(world)).flat())
  t.true(highest <= limits.SYNC_WINDOW_BLOCKS)
})

test('the block all wait for is asked from another peer when it is late', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 40))
  world.add(2)
  world.list(2, blockIds(1, 40))
  t.deepEqual(fetched(world), { 1: numbersTo(40) })
  world.tick(limits.FIRST_STALL_MS + 1)
  t.deepEqual(fetched(world)[2], numbersTo(40))
  t.true(world.deliver(1, 1), 'the late answer is still welcome')
})

test('a peer that owes blocks and sends nothing is let go', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 40))
  world.tick(limits.BLOCK_TIMEOUT_MS + 1)
  t.deepEqual(world.takeDisconnects(), [{ peer: 1, code: 'TIMEOUT' }])
})

test('a peer that does not answer a synopsis is let go', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.tick(limits.ID_LIST_TIMEOUT_MS + 1)
  t.deepEqual(world.takeDisconnects(), [{ peer: 1, code: 'TIMEOUT' }])
})

test('a peer that does not have what it listed rests, and its work goes to another', (t) => {
  const world = createSyncWorld()
  for (const peer of [1, 2]) {
    world.add(peer)
    world.list(peer, blockIds(1, 40))
  }
  fetched(world)
  world.refuse(1, blockId(1))
  t.is(modeOf(world, 1), 'resting')
  t.deepEqual(fetched(world)[2], numbersTo(40))
})

test('a peer that lists the same again and again rests', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 3))
  for (const number of [1, 2, 3]) world.deliver(1, number)
  for (let round = 0; round < limits.MAX_FRUITLESS_ROUNDS; round += 1) world.list(1, blockIds(1, 3))
  t.is(modeOf(world, 1), 'resting')
})

test('a peer that knows none of our blocks is elsewhere and asked again later', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 3))
  for (const number of [1, 2, 3]) world.deliver(1, number)
  world.takeAsks()
  world.list(1, [])
  t.is(modeOf(world, 1), 'elsewhere')
  world.tick(limits.POLL_MS + 1)
  t.is(world.takeAsks().length, 1)
})

test('a list that leaves our chain where it cannot be changed puts the peer elsewhere', (t) => {
  const world = createSyncWorld(0)
  world.add(1)
  world.list(1, blockIds(1, 5))
  for (let number = 1; number <= 5; number += 1) world.deliver(1, number)
  world.list(1, [blockId(1), ...blockIds(2, 9, 'b')])
  t.is(modeOf(world, 1), 'elsewhere')
  t.deepEqual(
    world
      .takeFetches()
      .flatMap(({ ids }) => ids)
      .filter((id) => id === blockId(6, 'b')),
    [],
  )
})

test('a branch that left our chain is fetched, and its peer is in sync when all of it is here', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 5))
  for (let number = 1; number <= 5; number += 1) world.deliver(1, number)
  world.add(2)
  world.takeFetches()
  world.takeAsks()
  world.list(2, [...blockIds(1, 3), ...blockIds(4, 5, 'b')])
  t.deepEqual(
    world.takeFetches().flatMap(({ ids }) => ids),
    blockIds(4, 5, 'b'),
  )
  t.true(world.deliver(2, 4, 'b', 'a'))
  t.deepEqual(world.takeAsks(), [])
  t.true(world.deliver(2, 5, 'b'))
  t.deepEqual(world.chain.head, { number: 5, id: blockId(5) })
  // Its own tip comes last in what it is asked, so that a peer that has no more answers with that alone and announces.
  t.deepEqual(
    world.takeAsks().map(({ synopsis }) => synopsis.at(-1)),
    [blockId(5, 'b')],
  )
  world.list(2, [blockId(5, 'b')])
  t.is(modeOf(world, 2), 'inSync')
})

test('a branch that grows longer becomes the chain, and its peer goes on from there', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 5))
  for (let number = 1; number <= 5; number += 1) world.deliver(1, number)
  world.add(2)
  world.takeAsks()
  world.list(2, [...blockIds(1, 3), ...blockIds(4, 7, 'b')])
  world.takeFetches()
  world.deliver(2, 4, 'b', 'a')
  for (const number of [5, 6, 7]) world.deliver(2, number, 'b')
  t.deepEqual(world.chain.head, { number: 7, id: blockId(7, 'b') })
  const asked = world.takeAsks().filter(({ peer }) => peer === 2)
  t.deepEqual(
    asked.map(({ synopsis }) => synopsis.at(-1)),
    [blockId(7, 'b')],
  )
  world.list(2, [blockId(7, 'b')])
  t.is(modeOf(world, 2), 'inSync')
})

test('while the consumer has no room nothing is asked for, afterwards everything goes on', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.takeAsks()
  world.run(setOpen(world.state, world.chain, false, 0))
  world.list(1, blockIds(1, 40))
  t.deepEqual(world.takeFetches(), [])
  world.run(setOpen(world.state, world.chain, true, 0))
  t.deepEqual(fetched(world), { 1: numbersTo(40) })
})

test('a peer in sync is asked again when it shows a block that does not link', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.takeAsks()
  world.list(1, [])
  t.is(modeOf(world, 1), 'inSync')
  world.run(resyncWith(world.state, world.chain, 1, 0))
  t.is(world.takeAsks().length, 1)
})

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
