import test from 'ava'
import fc from 'fast-check'
import * as advertising from '../../lib/inventory/reduce-advertising.ts'
import {
  INVENTORY_MEMORY_MS,
  MAX_NEW_ITEMS,
  MAX_REMEMBERED_ITEMS,
} from '../../lib/inventory/reduce-advertising.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { PeerCommand } from '../../lib/peer/peer-command.ts'

const { block: BLOCK, trx: TRX } = ITEM_TYPE
const hash = (number: number): string => number.toString(16).padStart(40, '0')
const hashes = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => hash(first + index))

/** Peers of which all have what we have. */
function createWorld(...peers: readonly number[]): advertising.AdvertisingState {
  const state = advertising.createAdvertisingState()
  for (const peer of peers) {
    advertising.addAdvertisedPeer(state, peer)
    advertising.noteSynopsisAnswered(state, peer, true)
  }
  return state
}

const addItems = (state: advertising.AdvertisingState, itemType: number, items: readonly string[]): void => {
  for (const item of items) advertising.noteNewItem(state, itemType, item)
}

/** Each message of a pass: to whom, of which type, what it tells. */
function told(commands: readonly PeerCommand[]): readonly (readonly [number, number, readonly string[]])[] {
  return commands.map((command) => {
    if (command.do !== 'send' || command.message.type !== 'item_ids_inventory_message')
      throw new Error(`a pass wants ${command.do}`)
    const { item_type, item_hashes_available } = command.message
    return [command.peer, item_type, [...item_hashes_available]] as const
  })
}

const pass = (state: advertising.AdvertisingState, at: number): ReturnType<typeof told> =>
  told(advertising.advertiseInventory(state, at))

test('what is new is told to all that are in sync, blocks before transactions', (t) => {
  const state = createWorld(1, 2)
  addItems(state, TRX, [hash(10)])
  addItems(state, BLOCK, [hash(1)])
  addItems(state, TRX, [hash(11)])
  t.deepEqual(pass(state, 0), [
    [1, BLOCK, [hash(1)]],
    [1, TRX, [hash(10), hash(11)]],
    [2, BLOCK, [hash(1)]],
    [2, TRX, [hash(10), hash(11)]],
  ])
  t.deepEqual(pass(state, 0), [], 'once')
})

test('a peer that lacks blocks is told nothing, and what was new then is not told later', (t) => {
  const state = createWorld(1)
  advertising.addAdvertisedPeer(state, 2)
  addItems(state, BLOCK, [hash(1)])
  t.deepEqual(pass(state, 0), [[1, BLOCK, [hash(1)]]])
  advertising.noteSynopsisAnswered(state, 2, true)
  t.deepEqual(pass(state, 1), [])
  advertising.noteSynopsisAnswered(state, 1, false)
  addItems(state, BLOCK, [hash(2)])
  t.deepEqual(pass(state, 2), [[2, BLOCK, [hash(2)]]])
})

test('who told us of an item is not told of it', (t) => {
  const state = createWorld(1, 2, 3)
  advertising.noteKnownItems(state, 2, [hash(1), hash(2)], 0)
  addItems(state, BLOCK, [hash(1)])
  addItems(state, TRX, [hash(2), hash(3)])
  t.deepEqual(pass(state, 5), [
    [1, BLOCK, [hash(1)]],
    [1, TRX, [hash(2), hash(3)]],
    [2, TRX, [hash(3)]],
    [3, BLOCK, [hash(1)]],
    [3, TRX, [hash(2), hash(3)]],
  ])
  t.is(advertising.countKnowing(state, hash(2)), 3)
})

test('an item that comes again is told only to those who have not heard of it for two minutes', (t) => {
  const state = createWorld(1, 2)
  advertising.noteKnownItems(state, 1, [hash(1)], 1000)
  addItems(state, TRX, [hash(1)])
  t.deepEqual(pass(state, 2000), [[2, TRX, [hash(1)]]])
  addItems(state, TRX, [hash(1)])
  t.deepEqual(pass(state, 1000 + INVENTORY_MEMORY_MS), [])
  addItems(state, TRX, [hash(1)])
  t.deepEqual(pass(state, 1001 + INVENTORY_MEMORY_MS), [[1, TRX, [hash(1)]]])
  addItems(state, TRX, [hash(1)])
  t.deepEqual(pass(state, 2001 + INVENTORY_MEMORY_MS), [[2, TRX, [hash(1)]]])
  t.is(INVENTORY_MEMORY_MS, 120_000)
})

test('hearing of an item again keeps it remembered', (t) => {
  const state = createWorld(1)
  advertising.noteKnownItems(state, 1, [hash(1), hash(2)], 0)
  advertising.noteKnownItems(state, 1, [hash(1)], 60_000)
  addItems(state, TRX, [hash(1), hash(2)])
  t.deepEqual(pass(state, INVENTORY_MEMORY_MS + 1), [[1, TRX, [hash(2)]]])
})

test('a message has a thousand hashes at most', (t) => {
  const state = createWorld(1)
  addItems(state, BLOCK, hashes(1, 1000))
  addItems(state, TRX, hashes(2001, 4001))
  t.deepEqual(
    pass(state, 0).map(([peer, type, items]) => [peer, type, items[0], items.length]),
    [
      [1, BLOCK, hash(1), 1000],
      [1, TRX, hash(2001), 1000],
      [1, TRX, hash(3001), 1000],
      [1, TRX, hash(4001), 1],
    ],
  )
})

test('a flood of new transactions pushes the oldest of them out, and no block', (t) => {
  const state = createWorld(1)
  addItems(state, BLOCK, hashes(1, 2))
  addItems(state, TRX, hashes(100, 100 + MAX_NEW_ITEMS + 9))
  addItems(state, BLOCK, hashes(3, 4))
  t.is(state.fresh.size, MAX_NEW_ITEMS)
  const items = pass(state, 0).flatMap(([, , list]) => list)
  t.deepEqual(items, [...hashes(1, 4), ...hashes(100 + 14, 100 + MAX_NEW_ITEMS + 9)])
})

test('a new transaction that waits already pushes nothing out', (t) => {
  const state = createWorld(1)
  addItems(state, TRX, hashes(1, MAX_NEW_ITEMS))
  addItems(state, TRX, [hash(MAX_NEW_ITEMS)])
  t.is(state.fresh.size, MAX_NEW_ITEMS)
  t.true(state.fresh.has(hash(1)))
})

test('where only blocks wait a transaction finds no room', (t) => {
  const state = createWorld(1)
  addItems(state, BLOCK, hashes(1, MAX_NEW_ITEMS))
  addItems(state, TRX, [hash(0)])
  t.false(state.fresh.has(hash(0)))
  addItems(state, BLOCK, [hash(MAX_NEW_ITEMS + 1)])
  t.is(state.fresh.size, MAX_NEW_ITEMS + 1)
})

test('of what a peer knows the newest are remembered, whatever it claims to have', (t) => {
  const state = createWorld(1)
  advertising.noteKnownItems(state, 1, hashes(1, MAX_REMEMBERED_ITEMS + 2), 0)
  t.is(state.peers.get(1)?.knows.size, MAX_REMEMBERED_ITEMS)
  addItems(state, TRX, hashes(1, 4))
  t.deepEqual(pass(state, 0), [[1, TRX, hashes(1, 2)]])
})

test('a peer that is gone is told nothing, and comes back as a stranger', (t) => {
  const state = createWorld(1, 2)
  addItems(state, TRX, [hash(1)])
  pass(state, 0)
  advertising.removeAdvertisedPeer(state, 1)
  t.is(advertising.countKnowing(state, hash(1)), 1)
  addItems(state, TRX, [hash(2)])
  t.deepEqual(pass(state, 1), [[2, TRX, [hash(2)]]])
  // What comes late from a connection that is closed.
  advertising.noteKnownItems(state, 1, [hash(3)], 2)
  advertising.noteSynopsisAnswered(state, 1, true)
  t.deepEqual([...state.peers.keys()], [2])
  advertising.addAdvertisedPeer(state, 1)
  addItems(state, TRX, [hash(4)])
  t.deepEqual(pass(state, 3), [[2, TRX, [hash(4)]]])
})

const PEERS = [0, 1, 2, 3] as const
const ITEMS = 8
const isBlock = (item: number): boolean => item % 3 === 0

test('each item is told to each peer in sync once within two minutes, and never to one who told us', (t) => {
  const step = fc.record({
    do: fc.constantFrom('accept', 'accept', 'hear', 'pass', 'pass', 'wait', 'sync', 'lag', 'reconnect'),
    peer: fc.constantFrom(...PEERS),
    item: fc.nat(ITEMS - 1),
    ms: fc.oneof(fc.nat(1000), fc.integer({ min: 50_000, max: 130_000 })),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const state = advertising.createAdvertisingState()
      for (const peer of PEERS) advertising.addAdvertisedPeer(state, peer)
      /** When a peer last heard of an item from us, or we from it. */
      const knows = new Map<string, number>()
      const inSync = new Set<number>()
      const fresh = new Set<number>()
      let now = 0
      const isKnown = (peer: number, item: number): boolean =>
        now - (knows.get(`${peer} ${item}`) ?? -Infinity) <= INVENTORY_MEMORY_MS
      for (const { do: action, peer, item, ms } of steps) {
        if (action === 'wait') now += ms
        else if (action === 'accept') {
          advertising.noteNewItem(state, isBlock(item) ? BLOCK : TRX, hash(item))
          fresh.add(item)
        } else if (action === 'hear') {
          advertising.noteKnownItems(state, peer, [hash(item)], now)
          knows.set(`${peer} ${item}`, now)
        } else if (action === 'sync' || action === 'lag') {
          advertising.noteSynopsisAnswered(state, peer, action === 'sync')
          if (action === 'sync') inSync.add(peer)
          else inSync.delete(peer)
        } else if (action === 'reconnect') {
          advertising.removeAdvertisedPeer(state, peer)
          advertising.addAdvertisedPeer(state, peer)
          inSync.delete(peer)
          for (const key of knows.keys()) if (key.startsWith(`${peer} `)) knows.delete(key)
        } else {
          const messages = pass(state, now)
          for (const each of PEERS) {
            const wanted = [...fresh].filter((one) => inSync.has(each) && !isKnown(each, one))
            const mine = messages.filter(([to]) => to === each)
            t.deepEqual(
              mine.map(([, type]) => type),
              [BLOCK, TRX].filter((type) => wanted.some((one) => isBlock(one) === (type === BLOCK))),
            )
            t.deepEqual(mine.flatMap(([, , items]) => items).sort(), wanted.map(hash).sort())
            for (const one of wanted) knows.set(`${each} ${one}`, now)
          }
          fresh.clear()
        }
      }
    }),
  )
})
