import test from 'ava'
import { Subject } from 'rxjs'
import { PeerFault } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { Message, MessageOf } from '../../lib/messages/registry.ts'
import {
  answerAddressRequests,
  answerSynopses,
  MAX_QUEUED_REQUESTS,
  SERVE_BELOW_BYTES,
  serveItems,
} from '../../lib/peer/answer-requests.ts'
import { EMPTY_RESPONDER, type Responder } from '../../lib/peer/responder.ts'
import { DEFAULT_TIMING } from '../../lib/peer/timing.ts'
import { createFakeLink, type FakeLink } from '../support/fake-link.ts'
import { createVirtualTime, runWithClock } from '../support/virtual-time.ts'

const hash = (number: number): string => number.toString(16).padStart(40, '0')
const hashes = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => hash(from + index))
const fetch = (
  items_to_fetch: readonly string[],
  item_type: number = ITEM_TYPE.block,
): MessageOf<'fetch_items_message'> => ({
  type: 'fetch_items_message',
  item_type,
  items_to_fetch,
})

/** A link that takes what is sent as bytes to be drained. */
function createSlowLink(itemSizeBytes: number): FakeLink & { drain(): void } {
  const link = createFakeLink()
  return Object.assign(link, {
    send(message: Message) {
      link.sent.push(message)
      link.queuedBytes += itemSizeBytes
    },
    drain() {
      link.queuedBytes = 0
      link.drain$.next(undefined)
    },
  })
}

const hasEverything: Responder = {
  ...EMPTY_RESPONDER,
  getItem: (itemType, item) => ({
    type: itemType === ITEM_TYPE.block ? 'block_message' : 'trx_message',
    payload: Uint8Array.of(Number.parseInt(item.slice(-2), 16)),
  }),
}

test('a synopsis is answered with what follows it, of the type that was asked for', (t) => {
  const link = createFakeLink()
  const request$ = new Subject<MessageOf<'fetch_blockchain_item_ids_message'>>()
  const asked: (readonly string[])[] = []
  const listIds: Responder['listIds'] = (synopsis) => {
    asked.push(synopsis)
    return { ids: [hash(2), hash(3)], remaining: 7 }
  }
  answerSynopses(request$, link, { ...EMPTY_RESPONDER, listIds }).subscribe()
  request$.next({
    type: 'fetch_blockchain_item_ids_message',
    item_type: 1234,
    blockchain_synopsis: [hash(1), hash(2)],
  })
  t.deepEqual(asked, [[hash(1), hash(2)]])
  t.deepEqual(link.sent, [
    {
      type: 'blockchain_item_ids_inventory_message',
      total_remaining_item_count: 7,
      item_type: 1234,
      item_hashes_available: [hash(2), hash(3)],
    },
  ])
})

test('who has nothing says so', (t) => {
  const link = createFakeLink()
  const synopsis$ = new Subject<MessageOf<'fetch_blockchain_item_ids_message'>>()
  const fetch$ = new Subject<MessageOf<'fetch_items_message'>>()
  answerSynopses(synopsis$, link, EMPTY_RESPONDER).subscribe()
  serveItems(fetch$, link, EMPTY_RESPONDER).subscribe()
  synopsis$.next({ type: 'fetch_blockchain_item_ids_message', item_type: 1001, blockchain_synopsis: [] })
  fetch$.next(fetch([hash(1), hash(2)], ITEM_TYPE.trx))
  t.deepEqual(link.sent, [
    {
      type: 'blockchain_item_ids_inventory_message',
      total_remaining_item_count: 0,
      item_type: 1001,
      item_hashes_available: [],
    },
    { type: 'item_not_available_message', requested_item: { item_type: ITEM_TYPE.trx, item_hash: hash(1) } },
    { type: 'item_not_available_message', requested_item: { item_type: ITEM_TYPE.trx, item_hash: hash(2) } },
  ])
})

test('items are served in the order asked, no more than the peer takes', (t) => {
  const link = createSlowLink(SERVE_BELOW_BYTES / 4)
  const request$ = new Subject<MessageOf<'fetch_items_message'>>()
  serveItems(request$, link, hasEverything).subscribe()
  request$.next(fetch(hashes(1, 6)))
  t.is(link.sent.length, 4)
  request$.next(fetch(hashes(7, 9)))
  t.is(link.sent.length, 4, 'what was asked later waits as well')
  link.drain()
  t.is(link.sent.length, 8)
  link.drain()
  t.is(link.sent.length, 9)
  link.drain()
  t.deepEqual(
    link.sent.map((message) => (message.type === 'block_message' ? message.payload[0] : message.type)),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  )
})

test('an item is looked up when its turn comes, not before', (t) => {
  const link = createSlowLink(SERVE_BELOW_BYTES)
  const lookedUp: string[] = []
  const getItem: Responder['getItem'] = (itemType, item) => {
    lookedUp.push(item)
    return hasEverything.getItem(itemType, item)
  }
  const request$ = new Subject<MessageOf<'fetch_items_message'>>()
  serveItems(request$, link, { ...hasEverything, getItem }).subscribe()
  request$.next(fetch(hashes(1, 1000)))
  t.deepEqual(lookedUp, [hash(1)])
  link.drain()
  t.deepEqual(lookedUp, [hash(1), hash(2)])
})

test('a peer that asks for more than it takes ends with OVERFLOW', (t) => {
  const link = createSlowLink(SERVE_BELOW_BYTES)
  const request$ = new Subject<MessageOf<'fetch_items_message'>>()
  let error: unknown
  serveItems(request$, link, hasEverything).subscribe({ error: (thrown: unknown) => (error = thrown) })
  request$.next(fetch(hashes(1, 1000)))
  request$.next(fetch(hashes(1001, 2000)))
  t.is(error, undefined)
  // One is out, so there is room for exactly one.
  request$.next(fetch(hashes(2001, 2001)))
  t.is(error, undefined)
  request$.next(fetch(hashes(2002, 2002)))
  t.true(error instanceof PeerFault && error.code === 'OVERFLOW')
  t.false(request$.observed || link.drain$.observed)
  t.is(link.sent.length, 1)
  t.is(MAX_QUEUED_REQUESTS, 2000)
})

test('each session has a queue of its own', (t) => {
  const links = [createSlowLink(SERVE_BELOW_BYTES), createSlowLink(1)]
  const request$ = new Subject<MessageOf<'fetch_items_message'>>()
  for (const link of links) serveItems(request$, link, hasEverything).subscribe()
  request$.next(fetch(hashes(1, 3)))
  t.deepEqual(
    links.map(({ sent }) => sent.length),
    [1, 3],
  )
})

test('stops serving with the subscription', (t) => {
  const link = createSlowLink(SERVE_BELOW_BYTES)
  const request$ = new Subject<MessageOf<'fetch_items_message'>>()
  const subscription = serveItems(request$, link, hasEverything).subscribe()
  request$.next(fetch(hashes(1, 3)))
  subscription.unsubscribe()
  link.drain()
  t.is(link.sent.length, 1)
  t.false(request$.observed || link.drain$.observed)
})

test('the first request for addresses is always answered, later ones after a while', (t) => {
  runWithClock(t, ({ hot, flush }, clock) => {
    const answeredAt: number[] = []
    const link = createFakeLink()
    link.send = () => void answeredAt.push(clock.nowMs())
    const request$ = hot(`1s a 1s a ${DEFAULT_TIMING.addressesGapMs - 1002}ms a a`)
    const listAddresses: Responder['listAddresses'] = () => []
    answerAddressRequests(
      request$,
      link,
      { ...EMPTY_RESPONDER, listAddresses },
      clock,
      DEFAULT_TIMING,
    ).subscribe()
    flush()
    t.deepEqual(answeredAt, [1000, 1000 + DEFAULT_TIMING.addressesGapMs])
  })
})

test('addresses are answered even when there are none', (t) => {
  const link = createFakeLink()
  const request$ = new Subject<unknown>()
  answerAddressRequests(
    request$,
    link,
    EMPTY_RESPONDER,
    createVirtualTime().clock,
    DEFAULT_TIMING,
  ).subscribe()
  request$.next(undefined)
  t.deepEqual(link.sent, [{ type: 'address_message', addresses: [] }])
})
