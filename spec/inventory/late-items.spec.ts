import test from 'ava'
import * as inventory from '../../lib/inventory/reduce-inventory.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'

const HASH = '0b'.repeat(20)
const notSeen = (): boolean => false
const peersOf = (commands: readonly PeerCommand[]): readonly number[] => commands.map(({ peer }) => peer)

function createWorld(): inventory.InventoryState {
  const state = inventory.createInventoryState()
  for (const peer of [1, 2]) inventory.addInventoryPeer(state, peer, 0)
  return state
}

test('when all who announced an item are slow, nobody is asked for it twice', (t) => {
  const state = createWorld()
  const announce = (peer: number, at: number): readonly PeerCommand[] =>
    inventory.takeInventory(state, peer, ITEM_TYPE.block, [HASH], notSeen, at)
  t.deepEqual(peersOf(announce(1, 0)), [1])
  t.deepEqual(peersOf(announce(2, 0)), [])
  const { BLOCK_HEDGE_MS } = inventory
  t.deepEqual(peersOf(inventory.tickInventory(state, BLOCK_HEDGE_MS + 1)), [2])
  t.deepEqual(peersOf(inventory.tickInventory(state, 3 * BLOCK_HEDGE_MS)), [])
  t.deepEqual(peersOf(inventory.tickInventory(state, 5 * BLOCK_HEDGE_MS)), [])
  t.true(inventory.takeItem(state, 1, HASH))
  t.true(inventory.takeItem(state, 2, HASH))
  t.false(inventory.takeItem(state, 1, HASH))
})

test('an item that was given up and is announced again is still owed', (t) => {
  const state = createWorld()
  const announce = (at: number): readonly PeerCommand[] =>
    inventory.takeInventory(state, 1, ITEM_TYPE.block, [HASH], notSeen, at)
  announce(0)
  inventory.tickInventory(state, inventory.WANTED_MS + 1)
  t.is(state.wanted.size, 0)
  t.deepEqual(announce(inventory.WANTED_MS + 2), [])
  t.true(inventory.takeItem(state, 1, HASH))
  t.is(state.wanted.size, 0)
  inventory.tickInventory(state, inventory.WANTED_MS + inventory.LATE_MS + 3)
  t.deepEqual(peersOf(announce(inventory.WANTED_MS + inventory.LATE_MS + 4)), [1])
})
