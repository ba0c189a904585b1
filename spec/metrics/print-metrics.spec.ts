import { readFileSync } from 'node:fs'
import test from 'ava'
import { cleanLabel, countLabels } from '../../lib/metrics/bounded-labels.ts'
import { MAX_LABEL_LENGTH, MAX_VERSIONS } from '../../lib/metrics/limits.ts'
import { createMetricsPrinter } from '../../lib/metrics/print-metrics.ts'
import { createEventCounts } from '../../lib/metrics/reduce-metrics.ts'
import type { PeerStatus, Status } from '../../lib/node/events.ts'
import { ANSWER_SECONDS } from '../../lib/peer/request-times.ts'
import { BUILD, IDLE_PROCESS } from '../support/idle-process.ts'

const peer = (userAgent: string, offsetMs: number): PeerStatus =>
  ({
    direction: 'outbound',
    state: 'active',
    sync: 'inSync',
    hello: { userAgent },
    clockOffsetMs: offsetMs,
  }) as unknown as PeerStatus
const FIGURES = {
  counts: createEventCounts(),
  status: undefined,
  peers: [],
  workload: undefined,
  chainSeconds: 1012,
  process: IDLE_PROCESS,
  build: BUILD,
  store: undefined,
}

test('a node that knows nothing yet has no head, rather than head 0', async (t) => {
  const text = await createMetricsPrinter('').print(FIGURES)
  t.notRegex(text, /^head_block_number/m)
  t.notRegex(text, /^head_age_seconds/m)
  t.regex(text, /^state\{state="stopped"\} 1$/m)
  t.regex(text, /^memory_bytes\{kind="heap"\} 2$/m)
})

test('head, age and lag come of the status, peers by state, clock and version', async (t) => {
  const status = {
    state: 'live',
    head: { number: 90, id: '' },
    headTime: 1000,
    irreversible: { number: 71, id: '' },
    behindBlocks: 0,
    participation: 0.97,
    droppedAnnouncements: 2,
    droppedTransactions: 7,
  } as unknown as Status
  const peers = [peer('core 6.1', -20), peer('core 6.1', 30), peer('a"}\n{evil', 4000)]
  const text = await createMetricsPrinter('').print({ ...FIGURES, status, peers })
  for (const line of [
    'head_block_number 90',
    'head_age_seconds 12',
    'irreversible_lag_blocks 19',
    'participation_ratio 0.97',
    'state{state="live"} 1',
    'state{state="forked"} 0',
    'dropped_announcements_total 2',
    'dropped_transactions_total 7',
    'build_info{version="1.2.3",node="v20",signatures="noble"} 1',
    'peers{state="active",direction="outbound"} 3',
    'peers{state="active",direction="inbound"} 0',
    'peers_by_sync{sync="inSync"} 3',
    'peers_by_version{version="core 6.1"} 2',
    'peers_by_version{version="a____evil"} 1',
    'clock_offset_seconds 0.03',
  ]) {
    t.true(text.split('\n').includes(line), line)
  }
})

test('a store says what is durable and how large it is; without one nothing is said', async (t) => {
  const printer = createMetricsPrinter('')
  const text = await printer.print({ ...FIGURES, store: { durableBlock: 41, sizeBytes: 4096 } })
  t.regex(text, /^store_durable_block_number 41$/m)
  t.regex(text, /^store_bytes 4096$/m)
  const unknown = await printer.print({
    ...FIGURES,
    store: { durableBlock: undefined, sizeBytes: undefined },
  })
  t.notRegex(unknown, /^store_(?:bytes|durable_block_number) /m)
  t.notRegex(await printer.print(FIGURES), /^store_(?:bytes|durable_block_number) /m)
})

test('a second print has no label of the first that is gone, and no sum of both', async (t) => {
  const printer = createMetricsPrinter('')
  await printer.print({ ...FIGURES, peers: [peer('old', 0), peer('new', 0)] })
  const text = await printer.print({ ...FIGURES, peers: [peer('new', 0)] })
  t.regex(text, /version="new"\} 1$/m)
  t.notRegex(text, /version="old"/)
})

test('messages, requests and queues come of the workload, times as a histogram', async (t) => {
  const classes = ANSWER_SECONDS.map(() => 0)
  const text = await createMetricsPrinter('').print({
    ...FIGURES,
    workload: {
      messages: [{ type: 'block_message', direction: 'received', count: 3, bytes: 480 }],
      requests: [
        {
          kind: 'blocks',
          inFlight: 2,
          answered: 4,
          unanswered: 1,
          seconds: 1.5,
          classes: [1, 2, ...classes.slice(2), 1],
        },
      ],
      queues: [{ name: 'heldBlocks', length: 5, limit: 4096 }],
    },
  })
  for (const line of [
    '# TYPE request_seconds histogram',
    'messages_total{type="block_message",direction="received"} 3',
    'message_bytes_total{type="block_message",direction="received"} 480',
    'requests_in_flight{kind="blocks"} 2',
    'requests_unanswered_total{kind="blocks"} 1',
    'request_seconds_bucket{kind="blocks",le="0.005"} 1',
    'request_seconds_bucket{kind="blocks",le="0.02"} 3',
    'request_seconds_bucket{kind="blocks",le="30"} 3',
    'request_seconds_bucket{kind="blocks",le="+Inf"} 4',
    'request_seconds_sum{kind="blocks"} 1.5',
    'request_seconds_count{kind="blocks"} 4',
    'queue_length{queue="heldBlocks"} 5',
    'queue_limit{queue="heldBlocks"} 4096',
  ]) {
    t.true(text.split('\n').includes(line), line)
  }
})

test('versions of peers are cleaned, cut and at most so many', (t) => {
  t.is(cleanLabel('BitShares core 7.0 (Linux)'), 'BitShares core 7.0 (Linux)')
  t.is(cleanLabel('\u001b[31m"\\'), '_[31m__'.replace('[', '_'))
  t.is(cleanLabel(' \n'), '_')
  t.is(cleanLabel(''), 'unknown')
  t.is(cleanLabel('x'.repeat(500)).length, MAX_LABEL_LENGTH)
  const texts = Array.from({ length: 500 }, (_, index) => `v${index}`)
  const counted = countLabels([...texts, 'v7'], MAX_VERSIONS)
  t.is(counted.size, MAX_VERSIONS + 1)
  t.is(counted.get('v7'), 2)
  t.is(counted.get('other'), 500 - MAX_VERSIONS)
})

test('the page on operation lists every metric with its type', async (t) => {
  const page = readFileSync(new URL('../../../docs/operation.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| `(\w+)` +\| (counter|gauge|histogram) /gm)].map(([, ...row]) =>
    row.join(' '),
  )
  const text = await createMetricsPrinter('').print(FIGURES)
  const printed = [...text.matchAll(/^# TYPE (\w+ \w+)$/gm)].map(([, row]) => row)
  t.deepEqual(listed, printed)
})
