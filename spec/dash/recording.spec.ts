import test from 'ava'
import fc from 'fast-check'
import { UsageError } from '../../lib/errors.ts'
import { readFeedEvent, type FeedEvent } from '../../lib/dash/feed-event.ts'
import { MAX_SHOWN_PEERS } from '../../lib/dash/limits.ts'
import { MAX_LINE_CHARS, readRecording, toRecordingLines } from '../../lib/dash/recording.ts'
import { blockFacts, blocksEvent, NOON, peerFacts, STARTED, statusEvent } from '../support/dash-feed.ts'

async function read(...chunks: readonly string[]): Promise<FeedEvent[]> {
  async function* arriving(): AsyncGenerator<string> {
    for (const chunk of chunks) yield await Promise.resolve(chunk)
  }
  const events: FeedEvent[] = []
  for await (const event of readRecording(arriving())) events.push(event)
  return events
}

const events: readonly FeedEvent[] = [
  STARTED,
  blocksEvent(blockFacts(1), blockFacts(2, { latencyMs: undefined, details: undefined, source: 'sync' })),
  { type: 'peers', at: NOON * 1000, peers: [peerFacts('a:1', { roundTripMs: undefined, sync: undefined })] },
  statusEvent(NOON * 1000, { irreversibleNumber: 1, participation: 0.5 }),
]

test('what is written is read again, however it is cut into chunks', async (t) => {
  const text = toRecordingLines(events)
  t.deepEqual(await read(text), events)
  t.deepEqual(await read(...Array.from(text)), events)
  t.deepEqual(await read(text.trimEnd()), events)
})

test('a line that is no event is named with its number and what is wrong', async (t) => {
  const first = toRecordingLines([STARTED])
  const cases: readonly (readonly [string, RegExp])[] = [
    ['{"type":"started"', /^line 2 of the recording: .*JSON/],
    ['{"type":"toString","at":1}', /^line 2 of the recording: it is no event/],
    ['{"type":"tick","at":1}', /^line 2 of the recording: chainMs is not a number/],
    ['{"type":"tick","at":1e999,"chainMs":1}', /^line 2 of the recording: at is not a number/],
    ['{"type":"peers","at":1,"peers":[{}]}', /^line 2 of the recording: peers\[0\]\.peer is not a text/],
    ['7', /^line 2 of the recording: it is no event/],
  ]
  for (const [line, message] of cases) {
    await t.throwsAsync(read(first + line), { instanceOf: UsageError, code: 'BAD_VALUE', message }, line)
  }
})

test('a file that does not begin as a recording does is refused', async (t) => {
  const message = /no recording of a dashboard in version 1/
  await t.throwsAsync(read('{"type":"tick","at":1,"chainMs":1}\n'), { message })
  await t.throwsAsync(read(toRecordingLines([{ ...STARTED, version: 2 } as FeedEvent])), { message })
})

test('a line without an end is given up', async (t) => {
  const part = 'x'.repeat(1_000_000)
  let given = 0
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      given += part.length
      yield await Promise.resolve(part)
    }
  }
  await t.throwsAsync(readRecording(endless()).next(), { message: /too long/ })
  t.true(given <= MAX_LINE_CHARS + 2 * part.length)
})

test('lists that are too long are refused, texts are cut and cleaned', (t) => {
  const peers = Array.from({ length: MAX_SHOWN_PEERS + 1 }, () => peerFacts('a:1'))
  t.throws(() => readFeedEvent({ type: 'peers', at: 1, peers }), {
    message: /peers is not a list of at most/,
  })
  const event = readFeedEvent({ type: 'closed', at: 1, peer: '\u001b[2Jx'.repeat(100), reason: 'a\nb' })
  t.deepEqual(event, { type: 'closed', at: 1, peer: `${'[2Jx'.repeat(16).slice(0, 63)}…`, reason: 'ab' })
})

test('any JSON is an event or refused', (t) => {
  const type = fc.constantFrom(
    'started',
    'blocks',
    'peers',
    'status',
    'slots',
    'pending',
    'settled',
    'undone',
    'tick',
  )
  const object = fc.record({
    type,
    at: fc.integer(),
    chainMs: fc.jsonValue(),
    blocks: fc.jsonValue(),
    peers: fc.jsonValue(),
  })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), object), (value) => {
      try {
        readFeedEvent(value)
      } catch (error) {
        t.true(error instanceof UsageError)
      }
    }),
  )
})
