import test from 'ava'
import fc from 'fast-check'
import * as limits from '../../lib/view/limits.ts'
import { headOf } from '../../lib/view/reduce-blocks.ts'
import { continuesView, EMPTY_VIEW, reduceView, type ViewState } from '../../lib/view/reduce-view.ts'
import type { ViewEvent } from '../../lib/view/view-event.ts'
import { blockId } from '../support/blocks.ts'
import { blockEvent, missed, summaryOf, undoEvent } from './summaries.ts'

const viewOf = (...events: readonly ViewEvent[]): ViewState => events.reduce(reduceView, EMPTY_VIEW)
const numbersOf = ({ blocks }: ViewState): readonly number[] => blocks.map(({ number }) => number)

test('blocks are shown in the order in which they came', (t) => {
  const view = viewOf(blockEvent(1), blockEvent(2), blockEvent(3))
  t.deepEqual(numbersOf(view), [1, 2, 3])
  t.is(headOf(view.blocks)?.number, 3)
  t.is(view.feed.length, 6)
  t.deepEqual(view.feed[0]?.place, [0, 0])
  t.is(view.feed[0]?.number, 1)
})

test('an undone block stays where it was, and counts no more', (t) => {
  const view = viewOf(
    blockEvent(1),
    blockEvent(2),
    undoEvent(2),
    blockEvent(2, { timestamp: 1_700_000_049 }, 'b'),
  )
  t.deepEqual(
    view.blocks.map(({ number, isUndone = false }) => [number, isUndone]),
    [
      [1, false],
      [2, true],
      [2, false],
    ],
  )
  t.is(headOf(view.blocks)?.id, blockId(2, 'b'))
  t.is(view.feed.filter(({ isUndone }) => isUndone === true).length, 2)
  t.is(view.throughput.minutes[0]?.blocks, 2)
  t.is(view.throughput.minutes[0]?.families.transfer, 4)
  t.deepEqual(
    view.throughput.points.map(({ id }) => id),
    [blockId(1), blockId(2, 'b')],
  )
  t.is(view.witnesses['1.6.3']?.undone, 1)
  t.is(view.witnesses['1.6.3']?.produced, 1)
})

test('a block that was undone and comes back is shown once', (t) => {
  const view = viewOf(blockEvent(1), blockEvent(2), undoEvent(2), blockEvent(2))
  t.deepEqual(
    view.blocks.map(({ number, isUndone = false }) => [number, isUndone]),
    [
      [1, false],
      [2, false],
    ],
  )
  t.is(view.feed.length, 4)
  t.is(view.slots.length, 2)
})

test('an undo of a block that is not shown changes nothing', (t) => {
  const view = viewOf(blockEvent(5))
  t.is(reduceView(view, undoEvent(4)), view)
})

test('slots are shown by their time: produced, missed and undone', (t) => {
  const { timestamp } = summaryOf(2)
  const view = viewOf(
    blockEvent(1),
    blockEvent(2, { timestamp: timestamp + 3, missedBefore: [missed(timestamp)] }),
    undoEvent(2),
    // The other branch used the slot that was missed, and missed the one that was used.
    blockEvent(2, { timestamp }, 'b'),
    blockEvent(3, {
      timestamp: timestamp + 6,
      previous: blockId(2, 'b'),
      missedBefore: [missed(timestamp + 3)],
    }),
  )
  t.deepEqual(
    view.slots.map(({ timestamp: time, state }) => [time - timestamp, state]),
    [
      [-3, 'produced'],
      [0, 'produced'],
      [3, 'undone'],
      [6, 'produced'],
    ],
  )
})

test('a witness is told by what it made, what it missed and how late its blocks came', (t) => {
  const { timestamp } = summaryOf(2)
  const view = viewOf(
    blockEvent(1, { witness: '1.6.4', witnessName: 'anna', latencyMs: 30 }),
    blockEvent(2, {
      witness: '1.6.4',
      latencyMs: 10,
      missedBefore: [missed(timestamp), missed(timestamp, '1.6.4')],
    }),
  )
  t.deepEqual(view.witnesses['1.6.4'], {
    witness: '1.6.4',
    name: 'anna',
    produced: 2,
    missed: 1,
    undone: 0,
    operations: 4,
    lastNumber: 2,
    lastTimestamp: timestamp,
    latenciesMs: [30, 10],
  })
  t.is(view.witnesses['1.6.9']?.missed, 1)
  t.is(view.witnesses['1.6.9']?.lastNumber, undefined)
  const undone = reduceView(view, undoEvent(2))
  t.is(undone.witnesses['1.6.4']?.missed, 0)
  t.is(undone.witnesses['1.6.9']?.missed, 0)
})

test('a transaction is followed from first sight to its block, and back', (t) => {
  const totals = { pending: 2, seen: 2, included: 0, expired: 0 }
  const line = { at: 1000, operations: 1, type: 'transfer', text: 'a sends 1 BTS to b' }
  const heard: ViewEvent = {
    type: 'mempool',
    totals,
    heard: [
      { id: 'one', ...line },
      { id: 'two', ...line },
    ],
    expired: [],
  }
  const before = viewOf(blockEvent(1), heard, heard)
  t.deepEqual(
    before.mempool.traced.map(({ id, state }) => [id, state]),
    [
      ['one', 'pending'],
      ['two', 'pending'],
    ],
  )
  const block = blockEvent(2, { transactions: [{ id: 'one', operations: 1, waitMs: 700 }] })
  const after = [
    block,
    { type: 'mempool', totals: { ...totals, pending: 0 }, heard: [], expired: ['two'] } as const,
  ].reduce(reduceView, before)
  t.deepEqual(
    after.mempool.traced.map(({ id, state, number, waitMs }) => [id, state, number, waitMs]),
    [
      ['one', 'included', 2, 700],
      ['two', 'expired', undefined, undefined],
    ],
  )
  t.deepEqual(after.mempool.waitsMs, [700])
  t.is(after.mempool.totals.pending, 0)
  const undone = reduceView(after, undoEvent(2))
  t.deepEqual(undone.mempool.traced[0], { id: 'one', ...line, state: 'pending' })
})

test('of status and peers only the newest counts', (t) => {
  const status = {
    state: 'live',
    reason: 'at the head',
    headTime: 5,
    behindBlocks: 0,
    blocksPerSecond: 1,
    activePeers: 1,
    connectingPeers: 0,
    droppedAnnouncements: 0,
    reorganizations: 0,
  } as const
  const view = viewOf({ type: 'status', status }, { type: 'peers', peers: [] })
  t.is(view.status, status)
  t.deepEqual(view.peers, [])
})

test('what does not continue the chain is noticed', (t) => {
  const view = viewOf(blockEvent(1), blockEvent(2))
  t.true(continuesView(EMPTY_VIEW, blockEvent(9)))
  t.true(continuesView(view, blockEvent(3)))
  t.false(continuesView(view, blockEvent(4)))
  t.false(continuesView(view, blockEvent(2)))
  t.true(continuesView(view, undoEvent(2)))
  t.false(continuesView(view, undoEvent(1)))
  t.true(continuesView(view, { type: 'peers', peers: [] }))
})

/** Many blocks, some of them taken back, as a node tells them. */
const history = fc.array(fc.nat(9), { maxLength: 80 }).map((steps) => {
  const events: ViewEvent[] = []
  let chain: { readonly number: number; readonly id: string }[] = []
  let made = 0
  for (const step of steps) {
    const head = chain.at(-1)
    if (step < 2 && head !== undefined) {
      const previous = chain.at(-2)?.id ?? '0'.repeat(40)
      events.push({ type: 'undo', ...head, previous })
      chain = chain.slice(0, -1)
      continue
    }
    made += 1
    const number = chain.length + 1
    const id = number.toString(16).padStart(8, '0') + made.toString(16).padStart(32, '0')
    events.push({
      type: 'block',
      block: summaryOf(number, {
        id,
        previous: head?.id ?? '0'.repeat(40),
        timestamp: 1_700_000_000 + made * 3,
        operationCount: step,
        missedBefore: step === 9 ? [missed(1_700_000_000 + made * 3 - 1)] : [],
      }),
    })
    chain.push({ number, id })
  }
  return { events, chain }
})

test('whatever is undone, the view is that of the chain, and survives JSON', (t) => {
  fc.assert(
    fc.property(history, ({ events, chain }) => {
      let view = EMPTY_VIEW
      for (const event of events) {
        t.true(continuesView(view, event))
        view = reduceView(view, event)
      }
      const shown = view.blocks.filter(({ isUndone }) => isUndone !== true)
      t.deepEqual(
        shown.map(({ number, id }) => ({ number, id })),
        chain,
      )
      const operations = shown.reduce((sum, { operationCount }) => sum + operationCount, 0)
      t.is(
        view.throughput.minutes.reduce((sum, minute) => sum + minute.operations, 0),
        operations,
      )
      t.is(view.throughput.points.length, chain.length)
      t.is(view.slots.filter(({ state }) => state === 'produced').length, chain.length)
      t.is(
        Object.values(view.witnesses).reduce((sum, { produced }) => sum + produced, 0),
        chain.length,
      )
      const times = view.slots.map(({ timestamp }) => timestamp)
      t.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
      )
      t.deepEqual(JSON.parse(JSON.stringify(view)), JSON.parse(JSON.stringify({ ...EMPTY_VIEW, ...view })))
    }),
    { numRuns: 50 },
  )
})

test('nothing grows beyond its limit', (t) => {
  let view = EMPTY_VIEW
  for (let number = 1; number <= 2000; number += 1) {
    const block = summaryOf(number, {
      witness: `1.6.${number}`,
      latencyMs: number,
      timestamp: 1_700_000_000 + number * 61,
      missedBefore: [missed(1_700_000_000 + number * 61 - 3)],
      transactions: [{ id: `${number}`, operations: 1, waitMs: 5 }],
      orders: [
        {
          kind: 'order',
          transactionId: '',
          account: 'a',
          market: '1.3.0/1.3.1',
          title: 'BTS/USD',
          side: 'sell',
          gives: '1 BTS',
          asks: '1 USD',
          price: '1',
        },
      ],
    })
    view = reduceView(view, { type: 'block', block })
    view = reduceView(view, {
      type: 'mempool',
      totals: view.mempool.totals,
      heard: [{ id: `pending ${number}`, at: 0, operations: 1, type: 'transfer', text: '' }],
      expired: [],
    })
  }
  t.is(view.blocks.length, limits.MAX_SHOWN_BLOCKS)
  t.is(view.feed.length, limits.MAX_FEED_LINES)
  t.is(view.slots.length, limits.MAX_SLOTS)
  t.is(view.throughput.points.length, limits.MAX_POINTS)
  t.is(view.throughput.minutes.length, limits.MAX_MINUTES)
  t.is(Object.keys(view.witnesses).length, limits.MAX_WITNESSES)
  t.is(view.mempool.traced.length, limits.MAX_TRACED_TRANSACTIONS)
  t.is(view.mempool.waitsMs.length, limits.MAX_WAITS)
  t.is(view.orders.length, limits.MAX_ORDERS)
})
