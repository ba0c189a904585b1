import test from 'ava'
import { type Cursor, GENESIS, numberOfId } from '../../lib/chain/cursor.ts'
import * as locate from '../../lib/sync/locate-start.ts'
import { blockId, blockIds, linkedBlock } from '../support/blocks.ts'

/** Lets the search talk to a peer that has blocks 1 to `head`, and returns what it finds and how many messages it took. */
function search(goal: locate.StartGoal, head: number): { anchor: Cursor | undefined; messages: number } {
  const state = locate.createLocateState(goal)
  const time = linkedBlock(head).timestamp
  let messages = 0
  let result = locate.addLocatePeer(state, { key: 1, number: head, id: blockId(head), time }, 0)
  while (result.anchor === undefined) {
    const [command] = result.commands
    if (command?.do !== 'send') return { anchor: undefined, messages }
    const { message } = command
    messages += 1
    if (message.type === 'fetch_blockchain_item_ids_message') {
      const start = Math.max(1, numberOfId(message.blockchain_synopsis.at(-1) ?? GENESIS.id))
      const end = Math.min(head, start + 1999)
      const ids = Array.from({ length: end - start + 1 }, (_, index) => blockId(start + index))
      result = locate.takeLocateList(state, 1, ids, head - end, 0)
    } else if (message.type === 'fetch_items_message') {
      const [id = ''] = message.items_to_fetch
      result = locate.takeLocateBlock(state, 1, linkedBlock(numberOfId(id)), 0)
    }
  }
  return { anchor: result.anchor, messages }
}

const at = (number: number): Cursor => (number === 0 ? GENESIS : { number, id: blockId(number) })
const timeOf = (number: number): number => linkedBlock(number).timestamp

const cases: readonly (readonly [string, locate.StartGoal, number, Cursor])[] = [
  ['the head', { kind: 'head' }, 5000, at(4999)],
  ['the head of a chain of one block', { kind: 'head' }, 1, at(0)],
  ['a height near the head', { kind: 'number', number: 4990 }, 5000, at(4989)],
  ['a height far below the head', { kind: 'number', number: 12_345 }, 50_000, at(12_344)],
  ['a height at the edge of a list', { kind: 'number', number: 2001 }, 50_000, at(2000)],
  ['block 2', { kind: 'number', number: 2 }, 50_000, at(1)],
  ['a height that is still to come', { kind: 'number', number: 6000 }, 5000, at(5000)],
  ['the time of a block near the head', { kind: 'time', seconds: timeOf(4998) }, 5000, at(4997)],
  ['a time between two blocks', { kind: 'time', seconds: timeOf(4998) - 1 }, 5000, at(4997)],
  ['a time far below the head', { kind: 'time', seconds: timeOf(23_456) }, 50_000, at(23_455)],
  ['a time before the first block', { kind: 'time', seconds: 1000 }, 50_000, at(0)],
  ['a time that is still to come', { kind: 'time', seconds: timeOf(6000) }, 5000, at(5000)],
]
for (const [title, goal, head, expected] of cases) {
  test(`finds the block before ${title}`, (t) => {
    const { anchor, messages } = search(goal, head)
    t.deepEqual(anchor, expected)
    t.true(messages < 100, `took ${messages} messages`)
  })
}

test('an empty chain starts at genesis', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 0, id: GENESIS.id, time: 0 }, 0)
  t.deepEqual(locate.takeLocateList(state, 1, [], 0, 0).anchor, GENESIS)
})

test('a peer that does not say where its head is is asked', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 0, id: GENESIS.id, time: 0 }, 0)
  const { commands } = locate.takeLocateList(state, 1, blockIds(1, 9), 0, 0)
  t.like(commands, [{ message: { type: 'fetch_items_message', items_to_fetch: [blockId(9)] } }])
  t.deepEqual(locate.takeLocateBlock(state, 1, linkedBlock(9), 0).anchor, at(8))
})

test('the only peer is not asked twice: its answer is waited for, and then it is let go', (t) => {
  const state = locate.createLocateState({ kind: 'number', number: 3 })
  locate.addLocatePeer(state, { key: 1, number: 5000, id: blockId(5000), time: 0 }, 0)
  t.deepEqual(locate.tickLocate(state, locate.LOCATE_TIMEOUT_MS).commands, [])
  t.is(locate.takeLocateList(state, 1, [blockId(5000)], 0, locate.ANSWER_TIMEOUT_MS - 1).commands.length, 1)
  t.deepEqual(locate.tickLocate(state, 2 * locate.ANSWER_TIMEOUT_MS - 2).commands, [])
  const { commands } = locate.tickLocate(state, 2 * locate.ANSWER_TIMEOUT_MS - 1)
  t.like(commands, [{ do: 'disconnect', peer: 1, fault: { code: 'TIMEOUT' } }])
})

test('peers that know nothing are asked again, but not at once', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  t.deepEqual(locate.takeLocateList(state, 1, [], 0, 10).commands, [])
  t.deepEqual(locate.tickLocate(state, 10 + locate.LOCATE_PAUSE_MS - 1).commands, [])
  t.is(locate.tickLocate(state, 10 + locate.LOCATE_PAUSE_MS).commands.length, 1)
})

test('a peer that joins is asked while the others pause', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  locate.takeLocateList(state, 1, [], 0, 10)
  t.is(locate.addLocatePeer(state, { key: 2, number: 9, id: blockId(9), time: 0 }, 20).commands[0]?.peer, 2)
})

test('answers that come when the start is known have been asked for, each once', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  locate.takeLocateList(state, 1, [blockId(9)], 0, 0)
  locate.addLocatePeer(state, { key: 2, number: 9, id: blockId(9), time: 0 }, 0)
  locate.tickLocate(state, locate.LOCATE_TIMEOUT_MS)
  locate.takeLocateList(state, 2, [blockId(9)], 0, 0)
  t.deepEqual(locate.takeLocateBlock(state, 2, linkedBlock(9), 0).anchor, at(8))
  t.true(locate.settleLocateBlock(state, 1, blockId(9)))
  t.false(locate.settleLocateBlock(state, 1, blockId(9)))
  t.false(locate.settleLocateList(state, 1))
})

test('a list with a gap, or of blocks that were not asked for, ends the connection and another peer is asked', (t) => {
  for (const ids of [[blockId(9), blockId(11)], [blockId(8)], [blockId(9, 'b')]]) {
    const state = locate.createLocateState({ kind: 'head' })
    locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
    locate.addLocatePeer(state, { key: 2, number: 8, id: blockId(8), time: 0 }, 0)
    const { commands } = locate.takeLocateList(state, 1, ids, 0, 0)
    t.like(commands[0], { do: 'disconnect', peer: 1, fault: { code: 'BAD_ID_LIST' } })
    t.like(commands[1], { do: 'send', peer: 2 })
  }
})

test('a block that was not asked for ends the connection', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  const { commands } = locate.takeLocateBlock(state, 1, linkedBlock(9), 0)
  t.like(commands, [{ do: 'disconnect', fault: { code: 'UNREQUESTED_ITEM' } }])
})

test('a refusal of the block that is looked at leads to another peer, any other means nothing', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  locate.addLocatePeer(state, { key: 2, number: 8, id: blockId(8), time: 0 }, 0)
  locate.takeLocateList(state, 1, [blockId(9)], 0, 0)
  t.deepEqual(locate.takeLocateRefusal(state, 1, blockId(7), 0).commands, [])
  t.is(locate.takeLocateRefusal(state, 1, blockId(9), 0).commands[0]?.peer, 2)
})

test('a silent peer is replaced by another one', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  const first = locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  t.is(first.commands[0]?.peer, 1)
  t.deepEqual(locate.addLocatePeer(state, { key: 2, number: 8, id: blockId(8), time: 0 }, 1).commands, [])
  t.deepEqual(locate.tickLocate(state, locate.LOCATE_TIMEOUT_MS - 1).commands, [])
  t.is(locate.tickLocate(state, locate.LOCATE_TIMEOUT_MS + 1).commands[0]?.peer, 2)
})

test('a lost peer is replaced by another one, and none is waited for', (t) => {
  const state = locate.createLocateState({ kind: 'head' })
  locate.addLocatePeer(state, { key: 1, number: 9, id: blockId(9), time: 0 }, 0)
  t.deepEqual(locate.removeLocatePeer(state, 1, 1).commands, [])
  t.is(locate.addLocatePeer(state, { key: 2, number: 8, id: blockId(8), time: 0 }, 2).commands[0]?.peer, 2)
})
