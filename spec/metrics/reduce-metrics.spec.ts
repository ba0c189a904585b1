import test from 'ava'
import type { Block } from '../../lib/node/block.ts'
import type { NodeEvent } from '../../lib/node/events.ts'
import { createMetricsPrinter } from '../../lib/metrics/print-metrics.ts'
import { countEvent, createEventCounts } from '../../lib/metrics/reduce-metrics.ts'
import { BUILD, IDLE_PROCESS } from '../support/idle-process.ts'

const PEER = '127.0.0.1:1776'
const block = (source: 'sync' | 'live', transactions = 0): Block =>
  ({
    number: 7,
    received: { source, at: 0 },
    transactions: new Array<unknown>(transactions),
  }) as unknown as Block
const closed = (code: string, isFault: boolean): NodeEvent => ({
  type: 'peerClosed',
  peer: PEER,
  code,
  message: 'a text of the peer "}\n',
  isFault,
})
const reason = { code: 'WRONG_KEY', message: 'another key' }

/** What happens, and the lines that have to come of it. */
const TABLE: readonly (readonly [title: string, events: readonly NodeEvent[], lines: readonly string[]])[] = [
  [
    'applied blocks by source, with their transactions',
    [
      { type: 'blockApplied', block: block('sync', 2) },
      { type: 'blockApplied', block: block('live') },
      { type: 'blockApplied', block: block('live', 3) },
    ],
    [
      'x_blocks_applied_total{source="sync"} 1',
      'x_blocks_applied_total{source="live"} 2',
      'x_blocks_applied_total{source="store"} 0',
      'x_block_transactions_total{source="live"} 3',
    ],
  ],
  [
    'a longer branch',
    [
      { type: 'blockUndone', block: block('live') },
      { type: 'blockUndone', block: block('live') },
      {
        type: 'reorganized',
        from: { number: 7, id: '' },
        to: { number: 8, id: '' },
        undone: 2,
        applied: 3,
      },
    ],
    ['x_reorganizations_total 1', 'x_blocks_undone_total 2'],
  ],
  [
    'refused and doubted blocks by code',
    [
      { type: 'blockRefused', block: block('live'), peer: PEER, reason },
      { type: 'blockDoubted', block: block('live'), peer: PEER, reason },
      { type: 'blockDoubted', block: block('live'), peer: PEER, reason },
      { type: 'blockHeld', block: block('live'), peer: PEER },
    ],
    [
      'x_blocks_refused_total{code="WRONG_KEY"} 1',
      'x_blocks_doubted_total{code="WRONG_KEY"} 2',
      'x_blocks_set_aside_total{reason="held"} 1',
    ],
  ],
  [
    'ended connections, faults apart, without the texts of peers',
    [closed('RESET', false), closed('DECODE', true), closed('DECODE', true)],
    ['x_connections_closed_total{code="RESET"} 1', 'x_peer_faults_total{code="DECODE"} 2'],
  ],
  [
    'connections on their way and turned away',
    [
      { type: 'peerDialled', peer: PEER },
      { type: 'peerArrived', peer: PEER },
      { type: 'peerActive', peer: PEER },
      { type: 'peerTurnedAway', peer: PEER, reason: 'tooFast' },
    ],
    [
      'x_connections_total{step="dialled"} 1',
      'x_connections_total{step="active"} 1',
      'x_connections_turned_away_total{reason="tooFast"} 1',
    ],
  ],
  [
    'announced items by type',
    [{ type: 'announced', peer: PEER, itemType: 'transaction', count: 5 }],
    ['x_announced_items_total{type="transaction"} 5'],
  ],
  [
    'what is durable',
    [
      { type: 'durable', number: 41, id: '' },
      { type: 'diskFull', directory: '/data', waitingBlocks: 3 },
    ],
    ['x_store_durable_block_number 41', 'x_store_disk_full 1'],
  ],
  [
    'a disk that has room again, and what the machine refused',
    [
      { type: 'diskFull', directory: '/data', waitingBlocks: 3 },
      { type: 'diskHasRoom', directory: '/data' },
      { type: 'acceptFailed', message: 'too many open files' },
    ],
    ['x_store_disk_full 0', 'x_troubles_total{kind="acceptFailed"} 1'],
  ],
]

for (const [title, events, lines] of TABLE) {
  test(`events become text: ${title}`, async (t) => {
    const counts = createEventCounts()
    for (const event of events) countEvent(counts, event)
    const text = await createMetricsPrinter('x_').print({
      counts,
      status: undefined,
      peers: [],
      workload: undefined,
      chainSeconds: 0,
      process: IDLE_PROCESS,
      build: BUILD,
      store: undefined,
    })
    const printed = text.split('\n')
    for (const line of lines) t.true(printed.includes(line), line)
    t.false(text.includes('a text of the peer'))
  })
}
