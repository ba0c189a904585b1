import test from 'ava'
import { filter, firstValueFrom, map, ReplaySubject, switchMap } from 'rxjs'
import { PackedHashes } from '../../lib/messages/hashes.ts'
import type { Message } from '../../lib/messages/registry.ts'
import { type Link, openLink } from '../../lib/peer/link.ts'
import { ANSWER_SECONDS, MAX_WATCHED_REQUESTS, UNANSWERED_MS } from '../../lib/peer/request-times.ts'
import { createTally, type Tally } from '../../lib/peer/tally.ts'
import { frameOf } from '../support/frames.ts'
import { createSocketPair } from '../support/socket-pair.ts'

const HASH = '00'.repeat(20)
const TIME_REQUEST: Message = { type: 'current_time_request_message', request_sent_time: 1n }
const fetch = (item_type: number, count: number): Message => ({
  type: 'fetch_items_message',
  item_type,
  items_to_fetch: new PackedHashes(new Uint8Array(count * 20)),
})
const blocks = (count: number) =>
  ({
    type: 'block_messages',
    frames: Array.from({ length: count }, () => frameOf(1001, new Uint8Array(1))),
  }) as const
const notAvailable = (item_type: number) =>
  ({ type: 'item_not_available_message', requested_item: { item_type, item_hash: HASH } }) as const

function createWorld() {
  const clock = { at: 0, nowMs: () => clock.at }
  const tally = createTally(clock)
  const of = (kind: string) => {
    const found = tally.readRequests().find((each) => each.kind === kind)
    if (found === undefined) throw new Error(`no ${kind}`)
    return found
  }
  return { clock, tally, of, link: tally.openLink(() => 0) }
}

test('messages are counted by type and direction, bytes as frames', (t) => {
  const { tally, link } = createWorld()
  const payload = new Uint8Array(9)
  link.framesReceived([
    { type: 1001, payload },
    { type: 1001, payload },
    { type: 5012, payload: new Uint8Array(8) },
  ])
  link.framesReceived([
    { type: 77, payload },
    { type: 78, payload },
  ])
  link.sent(TIME_REQUEST, 8)
  t.deepEqual(tally.readMessages(), [
    { type: 'block_message', direction: 'received', count: 2, bytes: 64 },
    { type: 'current_time_request_message', direction: 'received', count: 1, bytes: 16 },
    { type: 'current_time_request_message', direction: 'sent', count: 1, bytes: 16 },
    { type: 'unknown_message', direction: 'received', count: 2, bytes: 64 },
  ])
})

test('a request for blocks is answered when the last of them has come, or was said not to be there', (t) => {
  const { clock, of, link } = createWorld()
  link.sent(fetch(1001, 3), 0)
  link.sent(fetch(1001, 1), 0)
  t.is(of('blocks').inFlight, 2)
  clock.at = 40
  link.messageReceived(blocks(2))
  t.is(of('blocks').inFlight, 2)
  clock.at = 300
  link.messageReceived(notAvailable(1001))
  t.like(of('blocks'), { inFlight: 1, answered: 1, unanswered: 0, seconds: 0.3 })
  t.is(of('blocks').classes[ANSWER_SECONDS.indexOf(0.5)], 1)
  // What nobody asked for settles nothing.
  link.messageReceived(notAvailable(1000))
  link.messageReceived(blocks(5))
  t.like(of('blocks'), { inFlight: 0, answered: 2 })
  t.is(of('transactions').answered, 0)
})

test('an answer slower than every bound is in the last class', (t) => {
  const { clock, of, link } = createWorld()
  link.sent(TIME_REQUEST, 8)
  clock.at = 31_000
  link.messageReceived({
    type: 'current_time_reply_message',
    request_sent_time: 1n,
    request_received_time: 1n,
    reply_transmitted_time: 1n,
  })
  t.is(of('time').classes.at(-1), 1)
})

test('requests that are never answered are given up after a while and when the connection ends', (t) => {
  const { clock, of, link } = createWorld()
  link.sent(fetch(1000, 1), 0)
  clock.at = UNANSWERED_MS
  link.sent(fetch(1000, 1), 0)
  t.like(of('transactions'), { inFlight: 1, unanswered: 1 })
  link.close()
  t.like(of('transactions'), { inFlight: 0, unanswered: 2, answered: 0 })
})

test('no more requests than the limit are watched', (t) => {
  const { of, link } = createWorld()
  for (let count = 0; count < MAX_WATCHED_REQUESTS + 5; count += 1) link.sent(fetch(1001, 1), 0)
  t.is(of('blocks').inFlight, MAX_WATCHED_REQUESTS)
})

test('the fullest outbox is told, of links that are open', (t) => {
  const { tally } = createWorld()
  const full = tally.openLink(() => 900)
  tally.openLink(() => 30)
  t.is(tally.readQueuedBytes(), 900)
  full.close()
  t.is(tally.readQueuedBytes(), 30)
})

test('a link counts what it sends and what comes, and closes its tally with its subscription', async (t) => {
  const [near, far] = createSocketPair()
  const ours: Tally = createTally({ nowMs: () => 0 })
  const theirs: Tally = createTally({ nowMs: () => 0 })
  const opened$ = new ReplaySubject<Link>(1)
  const both = [
    openLink(near, ours).subscribe(opened$),
    openLink(far, theirs)
      .pipe(
        switchMap((link) => link.message$.pipe(map(({ type }) => ({ type, link })))),
        filter(({ type }) => type === 'address_request_message'),
      )
      .subscribe(({ link }) => {
        link.send({ type: 'address_message', addresses: [] })
      }),
  ]
  const link = await firstValueFrom(opened$)
  const answered = firstValueFrom(link.message$)
  link.send({ type: 'address_request_message' })
  link.send(TIME_REQUEST)
  await answered
  const counted = (tally: Tally) =>
    tally.readMessages().map(({ type, direction, count }) => `${type} ${direction} ${count}`)
  t.deepEqual(counted(ours), [
    'address_request_message sent 1',
    'address_message received 1',
    'current_time_request_message sent 1',
  ])
  t.like(
    ours.readRequests().find(({ kind }) => kind === 'addresses'),
    { inFlight: 0, answered: 1 },
  )
  t.true(counted(theirs).includes('address_message sent 1'))
  for (const subscription of both) subscription.unsubscribe()
  t.like(
    ours.readRequests().find(({ kind }) => kind === 'time'),
    { inFlight: 0, unanswered: 1 },
  )
})
