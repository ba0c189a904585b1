import test from 'ava'
import {
  asapScheduler,
  filter,
  firstValueFrom,
  lastValueFrom,
  observeOn,
  of,
  Subject,
  take,
  tap,
  toArray,
} from 'rxjs'
import { encode } from '../../lib/codec.ts'
import { UsageError } from '../../lib/errors.ts'
import { type BroadcastEvent, followBroadcast, toOutgoing } from '../../lib/node/broadcast.ts'
import { createNode } from '../../lib/node/create-node.ts'
import type { NodeEvent } from '../../lib/node/events.ts'
import { toMessageHash, toTransactionId } from '../../lib/protocol/identities.ts'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { connectClient } from '../devnet/scripted-client.ts'
import { followDevnet, startDevnet } from '../support/with-devnet.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { signTransfer } from '../support/transfer.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'

/** Does something once a node of the devnet has taken a transaction. */
function onceTaken(devnet: Devnet, then: () => void): void {
  devnet.event$
    .pipe(
      filter(({ type }) => type === 'transactionMade'),
      take(1),
      observeOn(asapScheduler),
    )
    .subscribe(then)
}

const statuses = (events: readonly BroadcastEvent[]): readonly string[] => events.map(({ status }) => status)

test('a transfer is sent, included by the next block, and irreversible after a few more', async (t) => {
  const devnet = await startDevnet(t, { history: 5, transactionsPerBlock: 0 })
  const transaction = signTransfer(devnet)
  const node = followDevnet(devnet)
  onceTaken(devnet, () => devnet.produce(8))
  const told = await lastValueFrom(node.broadcast(transaction).pipe(toArray()))
  const id = toTransactionId(encode('transaction', transaction))
  t.deepEqual(statuses(told), ['sent', 'included', 'irreversible'])
  t.true(told.every((event) => event.id === id))
  const included = told.find((event) => event.status === 'included')
  t.is(included?.block.number, 6)
  t.is(devnet.block(6)?.transactions, 1)
})

test('a peer that connects later is told of what is in no block yet', async (t) => {
  const options = { history: 5, startTime: new Date('2026-01-01T00:00:00Z') }
  const devnet = await startDevnet(t, options)
  const transaction = signTransfer(devnet)
  // The same chain once more: a node that the first one does not tell of it.
  const twin = await startDevnet(t, options)
  t.is(twin.chainId, devnet.chainId)
  const peers = [devnet.address, twin.address].map(formatAddress)
  twin.nodes[0]?.stop()
  const node = createNode({ network: devnet.network, peers, only: true, from: 1 })
  const sent$ = node.broadcast(transaction).pipe(
    filter((event) => event.status === 'sent'),
    tap(({ peers: count }) => {
      if (count === 1) void twin.nodes[0]?.start()
    }),
    take(2),
    toArray(),
  )
  t.deepEqual(
    (await lastValueFrom(sent$)).map(({ peer, peers: count }) => [peer, count]),
    peers.map((peer, index) => [peer, index + 1]),
  )
})

test('a transaction that comes around is heard', async (t) => {
  const devnet = await startDevnet(t, { history: 5, transactionsPerBlock: 0 })
  const transaction = signTransfer(devnet)
  const node = createNode({ network: devnet.network, from: 1, listen: '127.0.0.1:0' })
  const listening = firstValueFrom(node.event$.pipe(filter((event) => event.type === 'listening')))
  const heard = firstValueFrom(node.broadcast(transaction).pipe(filter((event) => event.status === 'heard')))
  const { address } = await listening
  const port = Number(address.slice(address.lastIndexOf(':') + 1))
  const client = await connectClient(t, { host: '127.0.0.1', port }, devnet.chainId)
  const hash = toMessageHash(encode('signed_transaction', transaction))
  client.send({
    type: 'item_ids_inventory_message',
    item_type: ITEM_TYPE.trx,
    item_hashes_available: [hash],
  })
  t.like(await heard, { status: 'heard' })
})

test('a transaction returns when its block is undone, and is included again', async (t) => {
  const devnet = await startDevnet(t, { history: 10, transactionsPerBlock: 0, nodes: 2 })
  const node = followDevnet(devnet, { peers: [formatAddress(devnet.address)] })
  const fork = devnet.fork()
  onceTaken(devnet, () => fork.produce(0))
  const told: BroadcastEvent[] = []
  await lastValueFrom(
    node.broadcast(signTransfer(devnet)).pipe(
      tap((event) => {
        told.push(event)
        if (event.status !== 'included') return
        if (event.block.number === 11) {
          fork.produce(1, 2)
          fork.join(1)
          devnet.produce()
        } else devnet.produce(8)
      }),
    ),
  )
  const course = told.filter(({ status }) => status !== 'sent')
  t.deepEqual(statuses(course), ['included', 'returned', 'included', 'irreversible'])
  t.deepEqual(
    course.map((event) => (event.status === 'included' ? event.block.number : 0)),
    [11, 0, 13, 0],
  )
})

test('a transaction that refers to a block of another branch is not taken and expires', async (t) => {
  const devnet = await startDevnet(t, { history: 10, transactionsPerBlock: 0 })
  const head = devnet.block(10)
  if (head === undefined) throw new Error('there is no block 10')
  const transaction = signTransfer(devnet, {
    validSeconds: 3,
    block: { ...head, id: `${head.id.slice(0, 8)}${'ab'.repeat(16)}` },
  })
  t.throws(() => devnet.submit(transaction), { code: 'BAD_VALUE', message: /block of another branch/ })
  const told: BroadcastEvent[] = []
  await lastValueFrom(
    followDevnet(devnet)
      .broadcast(transaction)
      .pipe(
        tap((event) => {
          told.push(event)
          if (event.status === 'sent') devnet.produce(5)
        }),
      ),
  )
  t.deepEqual(statuses(told), ['sent', 'expired'])
  for (let number = 11; number <= 15; number += 1) t.is(devnet.block(number)?.transactions, 0)
})

test('what cannot be sent is refused at the call', (t) => {
  const devnet = createDevnet({ history: 1 })
  t.is(devnet.head.number, 0)
  const signed = signTransfer(devnet, { block: { number: 1, id: '00'.repeat(20), timestamp: 0 } })
  const rows: readonly [string, typeof signed, RegExp][] = [
    ['unsigned', { ...signed, signatures: [] }, /has to be signed/],
    ['empty', { ...signed, operations: [] }, /without operations/],
    [
      'large',
      { ...signed, operations: Array.from({ length: 12_000 }, () => signed.operations).flat() },
      /is too large/,
    ],
  ]
  for (const [name, transaction, message] of rows) {
    const error = t.throws(() => toOutgoing(transaction, 'BTS'), { instanceOf: UsageError }, name)
    t.is(error.code, 'BAD_VALUE')
    t.regex(error.message, message)
    t.throws(
      () => createNode({ network: { ...devnet.network, seeds: ['127.0.0.1:1'] } }).broadcast(transaction),
      {
        instanceOf: UsageError,
      },
    )
  }
})

test('too many transactions on their way are an error of the one more', (t) => {
  const devnet = createDevnet({ history: 1 })
  const outgoing = toOutgoing(
    signTransfer(devnet, { block: { number: 1, id: '00'.repeat(20), timestamp: 0 } }),
    'BTS',
  )
  const { id } = outgoing.transaction
  const refusals: NodeEvent[] = [
    { type: 'transactionNotSent', id: 'another', reason: 'not this one' },
    { type: 'transactionNotSent', id, reason: 'many are on their way' },
  ]
  const errors: unknown[] = []
  followBroadcast(outgoing, of(...refusals), () => undefined).subscribe({
    error: (error: unknown) => errors.push(error),
  })
  t.is(errors.length, 1)
  t.like(errors[0], { code: 'OVERFLOW', message: 'many are on their way' })
})

test('it is sent once somebody subscribes, after the node runs', (t) => {
  const devnet = createDevnet({ history: 1 })
  const outgoing = toOutgoing(
    signTransfer(devnet, { block: { number: 1, id: '00'.repeat(20), timestamp: 0 } }),
    'BTS',
  )
  const event$ = new Subject<NodeEvent>()
  const order: boolean[] = []
  const broadcast$ = followBroadcast(outgoing, event$, () => order.push(event$.observed))
  t.deepEqual(order, [])
  broadcast$.subscribe().unsubscribe()
  t.deepEqual(order, [true])
  t.false(event$.observed)
})
