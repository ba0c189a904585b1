import test from 'ava'
import { MAX_FILTER_CHARS } from '../../lib/dash/filter-rows.ts'
import { blockRows, operationRows, peerRows, transactionRows, witnessRows } from '../../lib/dash/pane-rows.ts'
import { reduceDash } from '../../lib/dash/reduce-dash.ts'
import type { DashState } from '../../lib/dash/view-state.ts'
import {
  blockFacts,
  blocksEvent,
  dashAfter,
  NOON,
  operationFacts,
  peerFacts,
  press,
  STARTED,
} from '../support/dash-feed.ts'

const blocks = [1, 2, 3, 4].map((number) =>
  blockFacts(number, {
    operations: number,
    sizeBytes: 1000 - number,
    details: [
      operationFacts({
        type: number === 2 ? 'limit_order_create' : 'transfer',
        ids: [`1.2.${number}`, '1.3.0'],
      }),
    ],
  }),
)
const events = [
  STARTED,
  ...blocks.map((block) => blocksEvent(block)),
  {
    type: 'peers',
    at: NOON * 1000 + 13_000,
    peers: [peerFacts('a.example:1776'), peerFacts('b.example:1776', { roundTripMs: 900 })],
  } as const,
  {
    type: 'pending',
    at: NOON * 1000 + 13_000,
    transactions: [{ id: 'f'.repeat(40), peer: 'a', operations: 1, type: 'transfer', sentence: 'x' }],
    skipped: 0,
  } as const,
  {
    type: 'settled',
    at: NOON * 1000 + 13_500,
    transactions: [{ id: 'f'.repeat(40), block: 3, pendingForMs: 500 }],
  } as const,
]
const dash = dashAfter(events)
const wide = dashAfter(events, { columns: 160, rows: 48 })

const numbers = (state: DashState) => blockRows(state).map(({ row }) => row.number)
/** The state after a filter was typed, and some keys. */
const typed = (state: DashState, text: string, ...keys: readonly string[]) =>
  press(state, '/', ...Array.from(text), ...keys)
const selected = (state: DashState) => state.view.panes[state.view.pane].selected

test('q ends it, in a page over it only that page', (t) => {
  t.true(press(dash, 'q').view.isQuitting)
  t.false(press(dash, '?', 'q').view.isHelp)
  t.false(press(dash, '?', 'q').view.isQuitting)
  const { detail, isQuitting } = press(dash, 'ENTER', 'q').view
  t.deepEqual([detail, isQuitting], [undefined, false])
})

test('the key of a pane goes to it, and again gives it the whole screen and takes it away', (t) => {
  const steps = [press(wide, 'p'), press(wide, 'p', 'p'), press(wide, 'p', 'p', 'p')]
  t.deepEqual(
    steps.map(({ view: { pane, isAlone } }) => [pane, isAlone]),
    [
      ['peers', false],
      ['peers', true],
      ['peers', false],
    ],
  )
})

test('a pane that a small screen has no room for has it alone, and Esc goes back to all', (t) => {
  const alone = press(dash, 'w').view
  t.deepEqual([alone.pane, alone.isAlone], ['witnesses', true])
  const back = press(dash, 'w', 'ESCAPE').view
  t.deepEqual([back.pane, back.isAlone], ['blocks', false])
})

test('Tab goes through the panes that are to be seen', (t) => {
  t.is(press(dash, 'TAB').view.pane, 'operations')
  t.is(press(dash, 'TAB', 'TAB', 'TAB').view.pane, 'blocks')
  t.is(press(dash, 'SHIFT_TAB').view.pane, 'peers')
  t.is(press(wide, 'TAB', 'TAB').view.pane, 'transactions')
})

test('the cursor stays on its block while new ones come', (t) => {
  const state = press(dash, 'DOWN', 'DOWN')
  t.is(selected(state), blocks[2]?.id)
  const later = reduceDash(state, { type: 'feed', events: [blocksEvent(blockFacts(5))] })
  t.is(selected(later), blocks[2]?.id)
  t.is(selected(press(later, 'UP')), blocks[3]?.id)
})

test('the cursor stops at the ends, and Home and Esc let go of it', (t) => {
  t.is(selected(press(dash, 'END', 'DOWN')), blocks[0]?.id)
  t.is(selected(press(dash, 'DOWN', 'UP', 'UP')), blocks[3]?.id)
  t.is(selected(press(dash, 'PAGE_DOWN')), blocks[0]?.id)
  t.is(selected(press(dash, 'DOWN', 'HOME')), undefined)
  t.is(selected(press(dash, 'DOWN', 'ESCAPE')), undefined)
})

test('s sorts by the next column, r reverses', (t) => {
  t.deepEqual(numbers(dash), [4, 3, 2, 1])
  t.deepEqual(numbers(press(dash, 'r')), [1, 2, 3, 4])
  t.deepEqual(numbers(press(dash, 's', 'r')), [1, 2, 3, 4], 'by operations')
  t.deepEqual(numbers(press(dash, 's', 's')), [1, 2, 3, 4], 'by size')
  t.deepEqual(numbers(press(dash, 's', 's', 's', 's')), [4, 3, 2, 1])
  const peers = press(dash, 'p', 's', 's')
  t.deepEqual(
    peerRows(peers).map(({ row }) => row.peer),
    ['b.example:1776', 'a.example:1776'],
  )
})

test('a filter is by words and by ids as a whole, and works while it is typed', (t) => {
  t.deepEqual(numbers(typed(dash, 'limit')), [2])
  t.deepEqual(numbers(typed(dash, '1.2.1', 'ENTER')), [1])
  t.deepEqual(numbers(typed(dash, '1.3.0 transfer', 'ENTER')), [4, 3, 1])
  t.deepEqual(numbers(typed(dash, 'WITNESS1', 'ENTER')), [4, 1])
  t.deepEqual(numbers(typed(dash, 'limitx', 'BACKSPACE', 'ENTER')), [2])
  t.deepEqual(numbers(typed(dash, 'limit', 'ENTER', 'ESCAPE')), [4, 3, 2, 1])
  t.deepEqual(numbers(typed(dash, 'limit', 'ESCAPE')), [4, 3, 2, 1])
})

test('a filter of blocks is one of operations and transactions, and none of peers and witnesses', (t) => {
  const state = typed(dash, 'limit', 'ENTER')
  t.deepEqual(transactionRows(state), [])
  t.is(peerRows(state).length, 2)
  t.is(witnessRows(state).length, 3)
  t.is(operationRows(state).length, 1)
  t.is(peerRows(typed(press(dash, 'p'), 'b.ex')).length, 1)
})

test('keys are letters while a filter is typed, and a filter has an end', (t) => {
  const state = typed(dash, 'q'.repeat(MAX_FILTER_CHARS + 20))
  t.false(state.view.isQuitting)
  t.is(state.view.typed?.length, MAX_FILTER_CHARS)
  t.is(press(state, 'CTRL_U').view.typed, '')
  t.is(press(dash, '/', 'F5', 'LEFT').view.typed, '')
})

test('Space halts the screen, and then shows what came in between', (t) => {
  const halted = press(dash, ' ')
  const later = reduceDash(halted, { type: 'feed', events: [blocksEvent(blockFacts(5))] })
  t.deepEqual(numbers(later), [4, 3, 2, 1])
  t.deepEqual(numbers(press(later, ' ')), [5, 4, 3, 2, 1])
})

test('Enter looks into the block of the cursor, or the first, and the arrows go to its neighbours', (t) => {
  t.is(press(dash, 'ENTER').view.detail?.id, blocks[3]?.id)
  t.is(press(dash, 'DOWN', 'DOWN', 'ENTER').view.detail?.id, blocks[2]?.id)
  t.is(press(dash, 'ENTER', 'LEFT').view.detail?.id, blocks[2]?.id)
  t.is(press(dash, 'ENTER', 'RIGHT').view.detail?.id, blocks[3]?.id)
  t.true(press(dash, 'ENTER', 'ENTER').view.detail?.isOpen)
  t.is(press(dash, 'ENTER', 'DOWN', 'PAGE_DOWN', 'END').view.detail?.selected, 0)
})

test('Enter on a transaction looks into its block', (t) => {
  t.is(press(dash, 't', 'ENTER').view.detail?.id, blocks[2]?.id)
})

test('no key breaks a dashboard that has heard nothing', (t) => {
  const empty = dashAfter([])
  for (const key of ['ENTER', 'DOWN', 'END', 's', 'r', 'TAB', 'LEFT', 'F9', '漢']) {
    t.notThrows(() => press(empty, 't', key, 'b', key, 'p', key), key)
  }
})
