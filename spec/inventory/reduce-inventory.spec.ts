import test from 'ava'
import fc from 'fast-check'
import * as inventory from '../../lib/inventory/reduce-inventory.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'

const { block: BLOCK, trx: TRX } = ITEM_TYPE
const notSeen = (): boolean => false
const hash = (number: number): string => number.toString(16).padStart(40, '0')
const asked = (commands: readonly PeerCommand[]): readonly (readonly [number, readonly string[]])[] =>
  commands.map((command) =>
    command.do === 'send' && command.message.type === 'fetch_items_message'
      ? ([command.peer, [...command.message.items_to_fetch]] as const)
      : ([command.peer, [command.do]] as const),
  )

function createWorld(...peers: number[]): inventory.InventoryState {
  const state = inventory.createInventoryState()
  state.wantsTransactions = true
  for (const peer of peers) inventory.addInventoryPeer(state, peer, 0)
  return state
}

test('an announced block is asked for at once, from the one who announced it', (t) => {
  const state = createWorld(1, 2)
  t.deepEqual(asked(inventory.takeInventory(state, 2, BLOCK, [hash(1)], notSeen, 0)), [[2, [hash(1)]]])
})

test('an item on its way is not asked for twice, and not when it was here before', (t) => {
  const state = createWorld(1, 2)
  inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 0)
  t.deepEqual(inventory.takeInventory(state, 2, BLOCK, [hash(1)], notSeen, 0), [])
  t.deepEqual(
    inventory.takeInventory(state, 2, BLOCK, [hash(2)], (item) => item === hash(2), 0),
    [],
  )
})

test('only what was asked from a peer is taken from it, once', (t) => {
  const state = createWorld(1, 2)
  inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 0)
  t.false(inventory.takeItem(state, 2, hash(1)))
  t.true(inventory.takeItem(state, 1, hash(1)))
  t.false(inventory.takeItem(state, 1, hash(1)))
  t.is(state.wanted.size, 0)
})

test('a block that does not come is asked from the next who announced it, and the late copy is still welcome', (t) => {
  const state = createWorld(1, 2)
  inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 0)
  inventory.takeInventory(state, 2, BLOCK, [hash(1)], notSeen, 10)
  t.deepEqual(inventory.tickInventory(state, inventory.BLOCK_HEDGE_MS), [])
  t.deepEqual(asked(inventory.tickInventory(state, inventory.BLOCK_HEDGE_MS + 1)), [[2, [hash(1)]]])
  t.true(inventory.takeItem(state, 2, hash(1)))
  t.true(inventory.takeItem(state, 1, hash(1)))
})

test('a peer that does not have it is not asked again', (t) => {
  const state = createWorld(1, 2)
  inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 0)
  inventory.takeInventory(state, 2, BLOCK, [hash(1)], notSeen, 0)
  t.deepEqual(asked(inventory.takeItemNotAvailable(state, 1, hash(1), 5)), [[2, [hash(1)]]])
  t.deepEqual(inventory.takeItemNotAvailable(state, 2, hash(1), 6), [])
  t.deepEqual(asked(inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 7)), [[1, [hash(1)]]])
})

test('what a lost peer was asked for is asked from another', (t) => {
  const state = createWorld(1, 2)
  inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 0)
  inventory.takeInventory(state, 2, BLOCK, [hash(1)], notSeen, 0)
  t.deepEqual(asked(inventory.removeInventoryPeer(state, 1, 1)), [[2, [hash(1)]]])
})

test('what nobody delivers is forgotten', (t) => {
  const state = createWorld(1)
  inventory.takeInventory(state, 1, BLOCK, [hash(1)], notSeen, 0)
  inventory.tickInventory(state, inventory.WANTED_MS + 1)
  t.is(state.wanted.size, 0)
})

test('transactions are asked for only while somebody listens, and never when there is no room', (t) => {
  const state = createWorld(1)
  state.wantsTransactions = false
  t.deepEqual(inventory.takeInventory(state, 1, TRX, [hash(1)], notSeen, 0), [])
  state.wantsTransactions = true
  t.is(inventory.takeInventory(state, 1, TRX, [hash(1)], notSeen, 0).length, 1)
  state.isOpen = false
  t.deepEqual(inventory.takeInventory(state, 1, TRX, [hash(2)], notSeen, 0), [])
})

test('a flood of transactions is bounded for each peer and in all, and does not keep a block out', (t) => {
  const state = createWorld(1, 2, 3, 4, 5, 6)
  let next = 1
  for (const peer of [1, 2, 3, 4, 5]) {
    const flood = Array.from({ length: 10_000 }, () => hash((next += 1)))
    inventory.takeInventory(state, peer, TRX, flood, notSeen, 0)
    t.true((state.peers.get(peer)?.asked.size ?? 0) <= inventory.TRX_BURST)
  }
  t.true(state.wanted.size <= inventory.MAX_WANTED)
  t.true(state.dropped > 0)
  t.deepEqual(asked(inventory.takeInventory(state, 6, BLOCK, [hash(0)], notSeen, 0)), [[6, [hash(0)]]])
})

test('whatever happens, nothing is asked from a peer that is gone, and nothing is asked twice at once', (t) => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('announce' as const), peer: fc.nat(3), item: fc.nat(5) }),
    fc.record({ do: fc.constant('deliver' as const), peer: fc.nat(3), item: fc.nat(5) }),
    fc.record({ do: fc.constant('lack' as const), peer: fc.nat(3), item: fc.nat(5) }),
    fc.record({ do: fc.constant('leave' as const), peer: fc.nat(3), item: fc.nat(5) }),
    fc.record({ do: fc.constant('wait' as const), peer: fc.nat(3), item: fc.nat(5) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const state = createWorld(0, 1, 2, 3)
      let now = 0
      for (const { do: action, peer, item } of steps) {
        now += 100
        const commands: readonly PeerCommand[] =
          action === 'announce'
            ? inventory.takeInventory(state, peer, BLOCK, [hash(item)], notSeen, now)
            : action === 'lack'
              ? inventory.takeItemNotAvailable(state, peer, hash(item), now)
              : action === 'leave'
                ? inventory.removeInventoryPeer(state, peer, now)
                : action === 'wait'
                  ? inventory.tickInventory(state, (now += 2000))
                  : (void inventory.takeItem(state, peer, hash(item)), [])
        for (const command of commands) t.true(state.peers.has(command.peer))
        const items = asked(commands).flatMap(([, hashes]) => hashes)
        t.is(new Set(items).size, items.length)
      }
    }),
  )
})
