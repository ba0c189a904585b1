import { createReadStream } from 'node:fs'
import test from 'ava'
import fc from 'fast-check'
import type { FeedEvent } from '../../lib/dash/feed-event.ts'
import { columnsOf } from '../../lib/dash/columns.ts'
import { readRecording } from '../../lib/dash/recording.ts'
import { reduceDash } from '../../lib/dash/reduce-dash.ts'
import { renderDash } from '../../lib/dash/render-dash.ts'
import { createDashState, type DashState, PANES } from '../../lib/dash/view-state.ts'
import {
  blockFacts,
  blocksEvent,
  dashAfter,
  NOON,
  peerFacts,
  press,
  STARTED,
  statusEvent,
} from '../support/dash-feed.ts'
import { isKept } from '../support/kept-frames.ts'

const recording = new URL('../../../spec/dash/recordings/devnet.jsonl', import.meta.url)
const events: FeedEvent[] = []
for await (const event of readRecording(createReadStream(recording, 'utf8') as AsyncIterable<string>)) {
  events.push(event)
}

/** The end of the recording on a screen of that size, after some keys. */
function replayed(columns: number, rows: number, ...keys: readonly string[]): DashState {
  return press(reduceDash(dashAfter(events, { columns, rows }), { type: 'over' }), ...keys)
}

for (const [name, columns, rows, keys] of [
  ['overview-80x24', 80, 24, []],
  ['overview-160x48', 160, 48, []],
  ['overview-100x30', 100, 30, []],
  ['overview-60x16', 60, 16, []],
  ['overview-40x8', 40, 8, []],
  ['blocks-80x24', 80, 24, ['b', 'DOWN', 'DOWN', 'DOWN']],
  ['operations-80x24', 80, 24, ['o', 'o']],
  ['transactions-80x24', 80, 24, ['t']],
  ['witnesses-80x24', 80, 24, ['w', 's', 's']],
  ['peers-160x48', 160, 48, ['p', 's', 'DOWN']],
  ['detail-80x24', 80, 24, ['DOWN', 'DOWN', 'ENTER', 'DOWN', 'ENTER']],
  ['help-80x24', 80, 24, ['?']],
  ['typing-80x24', 80, 24, ['/', 'l', 'i', 'm', 'i', 't']],
  ['filtered-80x24', 80, 24, ['/', '1', '.', '2', '.', '1', '8', 'ENTER']],
  ['paused-80x24', 80, 24, [' ']],
] as const) {
  test(`the recording on a screen gives the kept frame ${name}`, (t) => {
    isKept(t, name, renderDash(replayed(columns, rows, ...keys)))
  })
}

test('catching up is shown as a bar with its rate and the time left', (t) => {
  const status = { state: 'syncing', reason: '60000 blocks behind', headTime: NOON - 200_000 } as const
  const state = dashAfter([
    STARTED,
    { type: 'tick', at: NOON * 1000, chainMs: NOON * 1000 },
    statusEvent(NOON * 1000 + 10, { ...status, headNumber: 40_000, behindBlocks: 60_000 }),
    blocksEvent(
      blockFacts(60_000, {
        source: 'sync',
        latencyMs: undefined,
        isCounted: false,
        timestamp: NOON - 160_000,
        receivedAt: NOON * 1000 + 900,
      }),
    ),
    statusEvent(NOON * 1000 + 1000, {
      ...status,
      headNumber: 60_000,
      headTime: NOON - 160_000,
      behindBlocks: 40_000,
      blocksPerSecond: 1234.5,
    }),
  ])
  isKept(t, 'syncing-80x24', renderDash(state))
})

test('without a peer the reason is shown', (t) => {
  const reason = 'no peer is connected; seed.example.org:1776: connection refused'
  isKept(
    t,
    'connecting-80x24',
    renderDash(
      dashAfter([
        STARTED,
        {
          type: 'peers',
          at: NOON * 1000,
          peers: [peerFacts('seed.example.org:1776', { state: 'connecting', sync: undefined })],
        },
        statusEvent(NOON * 1000 + 10, { state: 'connecting', reason, activePeers: 0, connectingPeers: 1 }),
      ]),
    ),
  )
})

test('before anything was heard there is a frame, too', (t) => {
  isKept(t, 'starting-80x24', renderDash(createDashState({ columns: 80, rows: 24 })))
})

test('a screen that is too small says so', (t) => {
  isKept(t, 'small-30x5', renderDash(replayed(30, 5)))
})

test('every line fills the screen exactly, whatever its size, the pane and the texts of peers', (t) => {
  const odd = dashAfter([
    ...events,
    {
      type: 'peers',
      at: NOON * 1000,
      peers: ['比特股', '\u05d0\u0301', '😀'.repeat(40), ''].map((userAgent, index) =>
        peerFacts(`${userAgent}:${index}`, { userAgent, revision: userAgent, platform: userAgent }),
      ),
    },
  ])
  const keys = fc.constantFrom(
    'b',
    'o',
    't',
    'w',
    'p',
    'TAB',
    'DOWN',
    'END',
    'ENTER',
    's',
    'r',
    '/',
    '股',
    '?',
    'ESCAPE',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 240 }),
      fc.integer({ min: 1, max: 70 }),
      fc.array(keys, { maxLength: 6 }),
      (columns, rows, pressed) => {
        const resized = reduceDash(odd, { type: 'resize', size: { columns, rows } })
        const { lines } = renderDash(press(resized, ...pressed))
        t.is(lines.length, rows)
        const widths = lines.map((line) => line.reduce((sum, { text }) => sum + columnsOf(text), 0))
        t.true(widths.every((width) => width === columns))
      },
    ),
    { numRuns: 300 },
  )
})

test('a pane that is alone has a frame of every kind', (t) => {
  for (const pane of PANES) {
    const state = replayed(120, 40)
    const alone = { ...state, view: { ...state.view, pane, isAlone: true } }
    t.is(renderDash(alone).lines.length, 40, pane)
  }
})
