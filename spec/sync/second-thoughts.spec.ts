import test from 'ava'
import { numberOfId } from '../../lib/chain/cursor.ts'
import { fitsList, noteBytes, takeDeliveries } from '../../lib/sync/reduce-sync.ts'
import * as limits from '../../lib/sync/sync-state.ts'
import { blockId, blockIds, linkedBlock } from '../support/blocks.ts'
import { createSyncWorld, type SyncWorld } from '../support/sync-world.ts'

const modeOf = (world: SyncWorld, peer: number): string => world.state.peers.get(peer)?.mode ?? 'gone'

/** A world where peer 1 delivered blocks 1 to `head` and is about to say that this is all. */
function createWorldAt(head: number, depth?: number): SyncWorld {
  const world = createSyncWorld(depth)
  world.add(1)
  world.list(1, blockIds(1, head))
  for (let number = 1; number <= head; number += 1) world.deliver(1, number)
  world.takeAsks()
  world.takeFetches()
  return world
}

for (const last of [2, 4, 5, 6, 40]) {
  test(`a branch that left our chain at block 1 and ends at ${last} puts the peer elsewhere when that cannot be changed`, (t) => {
    const world = createWorldAt(5, 0)
    world.list(1, [blockId(1), ...blockIds(2, last, 'b')])
    t.is(modeOf(world, 1), 'elsewhere')
    t.deepEqual(world.takeDisconnects(), [])
    t.deepEqual(world.takeFetches(), [])
  })
}

test('a list that was news when it was asked for, and is not any more, is no fault', (t) => {
  const world = createWorldAt(5)
  world.add(2)
  for (let round = 0; round < limits.MAX_FRUITLESS_ROUNDS + 2; round += 1) {
    const head = world.chain.head.number
    // Peer 2 announces the next block before peer 1 has told of it.
    world.list(2, [blockId(head), blockId(head + 1)])
    world.deliver(2, head + 1)
    world.list(1, [blockId(head), blockId(head + 1)])
    t.not(modeOf(world, 1), 'resting')
    t.is(world.takeAsks().filter(({ peer }) => peer === 1).length, 1)
  }
  const { number } = world.chain.head
  world.list(1, [blockId(number)])
  t.is(modeOf(world, 1), 'inSync')
})

test('what our chain has passed while it was listed leads to the next question', (t) => {
  const world = createWorldAt(5)
  world.list(1, blockIds(5, 6), 3)
  world.takeAsks()
  world.add(2)
  world.list(2, blockIds(1, 9))
  world.deliver(1, 6)
  for (let number = 7; number <= 9; number += 1) t.true(world.deliver(2, number))
  world.takeAsks()
  world.list(1, blockIds(6, 9))
  t.true(world.state.peers.get(1)?.synopsis !== undefined)
})

test('a peer that rested is asked again, although others go on delivering', (t) => {
  const world = createSyncWorld()
  for (const peer of [1, 2]) {
    world.add(peer)
    world.list(peer, blockIds(1, 2000), 5000)
  }
  world.takeAsks()
  for (const { peer, ids } of world.takeFetches()) if (peer === 1) for (const id of ids) world.refuse(1, id)
  t.is(modeOf(world, 1), 'resting')
  world.list(1, blockIds(2000, 2100), 4900)
  let number = 0
  for (let second = 0; second <= limits.REST_MS / 1000; second += 1) {
    world.tick(1000)
    world.takeFetches()
    world.deliver(2, (number += 1))
  }
  world.tick(1000)
  t.true(world.takeAsks().some(({ peer }) => peer === 1))
})

test('what a resting peer listed before does not end its rest', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 40), 100)
  world.takeFetches()
  world.refuse(1, blockId(1))
  world.list(1, blockIds(40, 140))
  t.is(modeOf(world, 1), 'resting')
  t.deepEqual(world.takeFetches(), [])
})

test('a peer that delivered all it listed, of which something was left out, is asked again', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.takeAsks()
  world.list(1, blockIds(1, 4))
  world.takeFetches()
  world.deliver(1, 1)
  // It came, and found no place: as a block that was refused.
  const { id } = linkedBlock(2)
  t.is(takeDeliveries(world.state, 1, [linkedBlock(2)], 0, world.now), 1)
  t.false(world.chain.isHeld(id))
  for (const number of [3, 4]) world.deliver(1, number)
  t.deepEqual(world.takeAsks(), [])
  for (let second = 0; second <= limits.POLL_MS / 1000 + 1; second += 1) world.tick(1000)
  t.is(world.takeAsks().length, 1)
})

test('a block that does not follow the one listed before it is told apart', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 4))
  t.true(fitsList(world.state, 1, linkedBlock(3)))
  t.false(fitsList(world.state, 1, { ...linkedBlock(3), previous: blockId(2, 'b') }))
  // Not the one it listed there: it came otherwise.
  t.true(fitsList(world.state, 1, linkedBlock(3, 'b')))
})

test('a peer is never asked twice for a block that it still owes', (t) => {
  const world = createSyncWorld()
  const asked = new Set<string>()
  const take = (): void => {
    for (const { peer, ids } of world.takeFetches()) {
      for (const id of ids) {
        t.false(asked.has(`${peer} ${id}`), `block ${numberOfId(id)} from ${peer}`)
        asked.add(`${peer} ${id}`)
      }
    }
  }
  for (const peer of [1, 2]) {
    world.add(peer)
    world.list(peer, blockIds(1, 100))
  }
  take()
  // Peer 1 sends one large block very slowly; its work goes to peer 2, which falls silent in turn.
  for (let number = 51; number <= 70; number += 1) world.deliver(2, number)
  for (let second = 0; second < 12; second += 1) {
    noteBytes(world.state, 1, 2000, world.now)
    world.tick(1000)
    take()
  }
  t.true(world.deliver(1, 1))
  take()
  for (let number = 2; number <= 50; number += 1) t.true(world.deliver(1, number))
  take()
})

test('a peer that was just asked is not called slow', (t) => {
  const world = createSyncWorld()
  world.add(1)
  world.list(1, blockIds(1, 60))
  world.takeFetches()
  for (let number = 1; number <= 50; number += 1) world.deliver(1, number)
  world.tick(250)
  world.add(2)
  world.list(2, [...blockIds(50, 60)])
  const allowance = world.state.peers.get(2)?.allowance
  world.tick(250)
  world.tick(250)
  t.is(world.state.peers.get(2)?.allowance, allowance)
})
