import test from 'ava'
import { EventClients, type EventSink } from '../../lib/serve/event-clients.ts'
import { encodeStep } from '../../lib/serve/filtered-events.ts'
import { type ChainStep, Journal } from '../../lib/serve/journal.ts'
import { MAX_JOURNAL_EVENTS, MAX_UNSENT_BYTES, STALLED_CLIENT_MS } from '../../lib/serve/limits.ts'
import { parseFilter } from '../../lib/serve/parse-filter.ts'
import { blockId } from '../support/blocks.ts'
import { summaryOf, undoEvent } from '../view/summaries.ts'

const ALL = parseFilter(new URLSearchParams())
const decoder = new TextDecoder()

/** What a slow or fast reader has been given. */
class Sink implements EventSink {
  text = ''
  unsent = 0
  /** Whether what is written stays unsent. */
  isStuck = false
  end$ = ''

  write(bytes: Uint8Array): void {
    this.text += decoder.decode(bytes)
    if (this.isStuck) this.unsent += bytes.length
  }

  unsentBytes(): number {
    return this.unsent
  }

  end(): void {
    this.end$ = 'ended'
  }

  destroy(): void {
    this.end$ = 'destroyed'
  }

  get ids(): readonly string[] {
    return [...this.text.matchAll(/^id: (\d+:.*)$/gm)].map(([, id = '']) => id)
  }

  get numbers(): readonly number[] {
    return this.ids.map((id) => Number(id.split(':')[0]))
  }
}

function setUp() {
  const journal = new Journal()
  const dropped: string[] = []
  const encoded: string[] = []
  const clients = new EventClients(
    journal,
    (entry, { key }) => {
      encoded.push(key)
      return new TextEncoder().encode(`id: ${entry.after}\nevent: block\ndata: {}\n\n`)
    },
    (reason) => dropped.push(reason),
  )
  const push = (step: ChainStep, atMs = 0): void => {
    journal.push(step, encodeStep(step))
    clients.advance(atMs)
  }
  const pushBlock = (number: number, branch = 'a', atMs = 0): void =>
    push({ type: 'block', block: summaryOf(number, {}, branch), raw: new Uint8Array(0) }, atMs)
  const add = (cursor?: string, filter = ALL, sink = new Sink()) => {
    const client = clients.add(sink, filter, cursor, [], 0)
    return { sink, client }
  }
  return { journal, clients, push, pushBlock, add, dropped, encoded }
}

const cursor = (number: number, branch = 'a'): string => `${number}:${blockId(number, branch)}`

test('without a cursor a client hears what comes', (t) => {
  const { pushBlock, add } = setUp()
  pushBlock(1)
  const { sink } = add()
  pushBlock(2)
  pushBlock(3)
  t.deepEqual(sink.numbers, [2, 3])
  t.regex(sink.text, /^retry: \d+\n\n/)
})

test('with a cursor it hears what it missed, each once', (t) => {
  const { pushBlock, push, add } = setUp()
  pushBlock(1)
  pushBlock(2)
  push(undoEvent(2))
  pushBlock(2, 'b')
  const { sink } = add(cursor(2))
  pushBlock(3)
  t.deepEqual(sink.ids, [cursor(1), cursor(2, 'b'), cursor(3)])
  t.regex(sink.text, /event: undo/)
})

test('a client that is ahead of a chain that catches up waits for it', (t) => {
  const { pushBlock, add } = setUp()
  const { sink } = add(cursor(2))
  pushBlock(1)
  pushBlock(2)
  t.deepEqual(sink.ids, [])
  pushBlock(3)
  t.deepEqual(sink.ids, [cursor(3)])
  t.notRegex(sink.text, /reset/)
})

test('a client whose block is of another branch has to begin anew', (t) => {
  const { pushBlock, add } = setUp()
  pushBlock(1)
  const { sink } = add(cursor(2, 'z'))
  t.notRegex(sink.text, /reset/)
  pushBlock(2)
  t.regex(sink.text, /event: reset/)
  pushBlock(3)
  t.is(sink.ids.at(-1), cursor(3))
})

test('so has one that was away for too long', (t) => {
  const { pushBlock, add } = setUp()
  for (let number = 1; number <= MAX_JOURNAL_EVENTS + 5; number += 1) pushBlock(number)
  const { sink } = add(cursor(3))
  t.regex(sink.text, /event: reset/)
})

test('what a slow client has not taken waits in the journal, not with the client', (t) => {
  const { pushBlock, add, clients, dropped } = setUp()
  const { sink, client } = add()
  sink.isStuck = true
  let number = 0
  while (sink.unsent < MAX_UNSENT_BYTES) pushBlock((number += 1))
  const most = sink.unsent
  for (let more = 0; more < 50; more += 1) pushBlock((number += 1))
  t.is(sink.unsent, most)
  sink.isStuck = false
  sink.unsent = 0
  clients.drained(client, 1000)
  t.deepEqual(
    sink.numbers,
    Array.from({ length: number }, (_, index) => index + 1),
  )
  t.deepEqual(dropped, [])
})

test('a client that takes nothing for too long is dropped, one that has nothing to take is not', (t) => {
  const { pushBlock, add, clients, dropped } = setUp()
  const { sink } = add()
  const idle = add()
  sink.isStuck = true
  sink.unsent = MAX_UNSENT_BYTES
  idle.sink.isStuck = true
  pushBlock(1, 'a', 5000)
  clients.dropStalled(5000 + STALLED_CLIENT_MS - 1)
  t.is(clients.size, 2)
  clients.dropStalled(5000 + STALLED_CLIENT_MS)
  t.is(clients.size, 1)
  t.is(sink.end$, 'destroyed')
  t.is(idle.sink.end$, '')
  t.deepEqual(dropped, ['it did not read'])
})

test('a client that reads so slowly that the journal forgets is dropped', (t) => {
  const { pushBlock, add, clients, dropped } = setUp()
  const { sink, client } = add()
  sink.unsent = MAX_UNSENT_BYTES
  for (let number = 1; number <= MAX_JOURNAL_EVENTS + 1; number += 1) pushBlock(number)
  sink.unsent = 0
  clients.drained(client, 0)
  t.is(sink.end$, 'destroyed')
  t.deepEqual(dropped, ['it read too slowly'])
})

test('of what only the newest counts, those who are behind hear nothing', (t) => {
  const { add, clients } = setUp()
  const fast = add()
  const slow = add()
  const other = add(undefined, parseFilter(new URLSearchParams('topics=peers')))
  slow.sink.unsent = MAX_UNSENT_BYTES
  clients.tell('status', new TextEncoder().encode('event: status\n\n'))
  clients.heartbeat()
  t.regex(fast.sink.text, /event: status\n\nevent: heartbeat/)
  t.notRegex(slow.sink.text, /status|heartbeat/)
  t.notRegex(other.sink.text, /status/)
})

test('a client with a filter gets its own events', (t) => {
  const { pushBlock, add, encoded } = setUp()
  const { sink } = add(undefined, parseFilter(new URLSearchParams('ops=transfer')))
  add()
  pushBlock(1)
  t.deepEqual(sink.ids, [cursor(1)])
  t.is(encoded.length, 1)
})

test('closing ends all of them', (t) => {
  const { add, clients } = setUp()
  const sinks = [add().sink, add().sink]
  clients.close()
  t.deepEqual(
    sinks.map(({ end$ }) => end$),
    ['ended', 'ended'],
  )
  t.is(clients.size, 0)
})
