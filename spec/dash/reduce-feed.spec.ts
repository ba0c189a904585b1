import test from 'ava'
import { MAX_BLOCK_ROWS, MAX_DETAIL_CHARS } from '../../lib/dash/reduce-feed.ts'
import { MAX_DECODED_CHARS, MAX_DETAILED_OPERATIONS } from '../../lib/dash/limits.ts'
import { MAX_BARS, MAX_MINUTES } from '../../lib/dash/tally.ts'
import { MAX_SLOTS, MAX_WITNESS_ROWS } from '../../lib/dash/witness-rows.ts'
import {
  blockFacts,
  blocksEvent,
  feedAfter,
  NOON,
  operationFacts,
  peerFacts,
  STARTED,
  statusEvent,
} from '../support/dash-feed.ts'

test('blocks are kept, the newest last, up to a number', (t) => {
  const blocks = Array.from({ length: MAX_BLOCK_ROWS + 5 }, (_, index) => blockFacts(index + 1))
  const feed = feedAfter([STARTED, ...blocks.map((block) => blocksEvent(block))])
  t.is(feed.blocks.length, MAX_BLOCK_ROWS)
  t.is(feed.blocks.at(-1)?.number, MAX_BLOCK_ROWS + 5)
})

test('the time on the chain goes on with ticks and blocks', (t) => {
  const at = NOON * 1000
  t.is(feedAfter([{ type: 'tick', at, chainMs: at - 500 }]).chainAheadMs, -500)
  const feed = feedAfter([{ type: 'blocks', at, chainMs: at + 700, blocks: [], skipped: 3 }])
  t.is(feed.chainAheadMs, 700)
})

test('an undone block stays, marked, and its operations do not count any more', (t) => {
  const [kept, undone] = [blockFacts(1), blockFacts(2, { witness: 'eve' })]
  const feed = feedAfter([
    STARTED,
    blocksEvent(kept, undone),
    { type: 'undone', at: NOON * 1000 + 9000, number: 2, id: undone.id },
  ])
  t.deepEqual(
    feed.blocks.map(({ number, isUndone }) => [number, isUndone]),
    [
      [1, false],
      [2, true],
    ],
  )
  t.is(feed.tally.minutes.at(-1)?.transactions, 1)
  t.is(feed.tally.minutes.at(-1)?.counts.get('transfer'), 1)
  t.is(feed.witnesses.get('eve')?.produced, 0)
})

test('an undone block that was never seen changes nothing', (t) => {
  const before = feedAfter([STARTED, blocksEvent(blockFacts(1))])
  const after = feedAfter([{ type: 'undone', at: NOON * 1000, number: 9, id: 'f'.repeat(40) }], before)
  t.deepEqual(after, before)
})

test('blocks of the past are shown, but not counted', (t) => {
  const feed = feedAfter([STARTED, blocksEvent(blockFacts(1, { isCounted: false, source: 'sync' }))])
  t.is(feed.blocks.length, 1)
  t.is(feed.tally.since, undefined)
})

test('details of the oldest blocks go when all of them take too much', (t) => {
  const long = operationFacts({ decoded: 'x'.repeat(MAX_DECODED_CHARS) })
  const details = Array.from({ length: MAX_DETAILED_OPERATIONS }, () => long)
  const blocks = Array.from({ length: 40 }, (_, index) => blockFacts(index + 1, { details }))
  const feed = feedAfter([STARTED, ...blocks.map((block) => blocksEvent(block))])
  const kept = feed.blocks.reduce((sum, { detailChars }) => sum + detailChars, 0)
  t.true(kept <= MAX_DETAIL_CHARS)
  t.is(feed.blocks.length, 40)
  t.is(feed.blocks[0]?.details, undefined)
  t.is(feed.blocks.at(-1)?.details?.length, MAX_DETAILED_OPERATIONS)
})

test('what is counted of the chain is bounded, however long it runs', (t) => {
  const blocks = Array.from({ length: 400 }, (_, index) =>
    blockFacts(index + 1, { timestamp: NOON + 60 * index, witness: `witness${index}` }),
  )
  const feed = feedAfter([
    STARTED,
    ...blocks.map((block) => blocksEvent(block)),
    {
      type: 'slots',
      at: NOON * 1000,
      slots: blocks.map(({ timestamp }) => ({ timestamp, witness: 'x', isProduced: true, isUndone: false })),
    },
  ])
  t.is(feed.tally.bars.length, MAX_BARS)
  t.is(feed.tally.minutes.length, MAX_MINUTES)
  t.is(feed.witnesses.size, MAX_WITNESS_ROWS)
  t.is(feed.slots.length, MAX_SLOTS)
})

test('missed slots count for their witness, and not any more when they are taken back', (t) => {
  const missed = { timestamp: NOON + 3, witness: 'eve', isProduced: false, isUndone: false }
  const feed = feedAfter([
    STARTED,
    {
      type: 'slots',
      at: NOON * 1000,
      slots: [
        missed,
        { ...missed, timestamp: NOON + 6 },
        { ...missed, timestamp: NOON + 9, witness: undefined },
      ],
    },
  ])
  t.is(feed.witnesses.get('eve')?.missed, 2)
  t.deepEqual([...feed.witnesses.keys()], ['eve'])
  t.is(feed.slots.length, 3)
  const back = feedAfter([{ type: 'slots', at: NOON * 1000, slots: [{ ...missed, isUndone: true }] }], feed)
  t.is(back.witnesses.get('eve')?.missed, 1)
  t.is(back.slots.length, 2)
})

test('the bar of catching up begins at the head of its beginning', (t) => {
  const syncing = (headNumber: number) =>
    statusEvent(NOON * 1000, { state: 'syncing', headNumber, behindBlocks: 9 })
  t.is(feedAfter([syncing(0), syncing(40), syncing(80)]).syncedFrom, 40)
  t.is(feedAfter([syncing(40), statusEvent(NOON * 1000, { state: 'live' }), syncing(99)]).syncedFrom, 99)
})

test('rates of a connection are the growth of its bytes in time', (t) => {
  const at = NOON * 1000
  const peers = (ms: number, bytesReceived: number, ageMs: number) =>
    ({
      type: 'peers',
      at: at + ms,
      peers: [peerFacts('a.example:1776', { bytesReceived, ageMs })],
    }) as const
  const [row] = feedAfter([peers(0, 1000, 5000), peers(2000, 3000, 7000)]).peers
  t.is(row?.receivedPerSecond, 400)
  const [again] = feedAfter([peers(0, 90_000, 5000), peers(2000, 100, 50)]).peers
  t.is(again?.receivedPerSecond, 0, 'a younger connection of that address is another one')
})

test('who announces is forgotten with its connection', (t) => {
  const at = NOON * 1000
  const feed = feedAfter([
    STARTED,
    blocksEvent(blockFacts(1)),
    { type: 'announced', at: at + 6100, peer: 'b.example:1776' },
    { type: 'peers', at: at + 6200, peers: [peerFacts('a.example:1776')] },
  ])
  t.deepEqual([...feed.announcements.peers.keys()], ['a.example:1776'])
})
