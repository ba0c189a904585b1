import test from 'ava'
import { type Cursor, GENESIS, numberOfId } from '../../lib/chain/cursor.ts'
import * as locate from '../../lib/sync/locate-start.ts'
import { blockId, linkedBlock } from '../support/blocks.ts'

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
  const { anchor } = locate.addLocatePeer(state, { key: 1, number: 0, id: GENESIS.id, time: 0 }, 0)
  t.deepEqual(anchor, GENESIS)
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
