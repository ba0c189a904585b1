import { setImmediate as turn } from 'node:timers/promises'
import test from 'ava'
import {
  config,
  endWith,
  filter,
  firstValueFrom,
  lastValueFrom,
  type Observable,
  Subscription,
  take,
  toArray,
} from 'rxjs'
import { privateNetwork } from '../../lib/node/networks.ts'
import { createNode } from '../../lib/node/create-node.ts'
import type { Block } from '../../lib/node/block.ts'
import type { NodeEvent, Status } from '../../lib/node/events.ts'
import type { TransactionEvent } from '../../lib/inventory/track-transactions.ts'
import type { Transaction } from '../../lib/protocol/transaction.ts'
import { MAX_ALLOWANCE } from '../../lib/sync/sync-state.ts'
import { formatAddress } from '../../lib/transport/peer-address.ts'
import { listen } from '../support/loopback.ts'
import { collect, followDevnet, startDevnet, whenConnected, whenStatus } from '../support/with-devnet.ts'

const numbersOf = (blocks: readonly { readonly number: number }[]): number[] =>
  blocks.map(({ number }) => number)
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

test('starts nothing until somebody subscribes', async (t) => {
  const devnet = await startDevnet(t)
  const node = followDevnet(devnet)
  t.truthy(node.block$)
  await turn()
  t.is(devnet.nodes[0]?.connections, 0)
})

test('emits every block once, in order, from the first to those that are made meanwhile', async (t) => {
  const devnet = await startDevnet(t, { history: 2500 })
  const node = followDevnet(devnet)
  const blocks: Block[] = []
  const done = new Promise<void>((resolve) => {
    const subscription = node.block$.subscribe((block) => {
      blocks.push(block)
      if (block.number >= 2500 && block.number < 2510) devnet.produce()
      if (block.number === 2510) {
        subscription.unsubscribe()
        resolve()
      }
    })
  })
  await done
  t.deepEqual(numbersOf(blocks), range(1, 2510))
  for (const { number, id, previous, raw, received } of blocks) {
    const original = devnet.block(number)
    t.deepEqual({ id, previous }, { id: original?.id ?? '', previous: original?.previous ?? '' })
    t.deepEqual(Uint8Array.from(raw), Uint8Array.from(original?.raw ?? []))
    t.is(received.peer, formatAddress(devnet.address))
  }
})

test('subscribers of one tick see the same first block, one that comes later joins where the stream is', async (t) => {
  const devnet = await startDevnet(t, { history: 20 })
  const node = followDevnet(devnet)
  const seen: [Block[], Block[], Block[]] = [[], [], []]
  const all = new Subscription()
  t.teardown(() => all.unsubscribe())
  all.add(node.block$.subscribe((block) => seen[0].push(block)))
  all.add(node.block$.subscribe((block) => seen[1].push(block)))
  await whenStatus(node, 'live')
  all.add(node.block$.subscribe((block) => seen[2].push(block)))
  const last = firstValueFrom(node.block$)
  devnet.produce()
  await last
  t.deepEqual(numbersOf(seen[0]), range(1, 21))
  t.deepEqual(seen[1], seen[0])
  t.deepEqual(seen[2], seen[0].slice(-1))
})

test('whoever subscribes afterwards starts anew', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const node = followDevnet(devnet)
  t.deepEqual(numbersOf(await collect(node.block$, 5)), range(1, 5))
  t.deepEqual(numbersOf(await collect(node.block$, 3)), range(1, 3))
})

test('leaving and coming back within the grace time goes on where it was', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const controller = new AbortController()
  const node = followDevnet(devnet, { graceMs: 60_000, signal: controller.signal })
  t.deepEqual(numbersOf(await collect(node.block$, 5)), range(1, 5))
  const later = collect(node.block$, 1)
  devnet.produce()
  t.deepEqual(numbersOf(await later), [6])
  // Nobody listens, and it goes on; an abort ends that as well.
  t.is(devnet.nodes[0]?.connections, 1)
  const closed = whenConnected(devnet, 0)
  controller.abort()
  await closed
})

test('an abort completes every stream and closes every connection', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const controller = new AbortController()
  const node = followDevnet(devnet, { signal: controller.signal })
  const every: readonly Observable<unknown>[] = [
    node.block$,
    node.trx$,
    node.operation$,
    node.status$,
    node.peers$,
    node.event$,
  ]
  const ended = every.map((stream$) => lastValueFrom(stream$.pipe(endWith('complete'))))
  await whenStatus(node, 'live')
  const closed = whenConnected(devnet, 0)
  controller.abort()
  await closed
  t.deepEqual(
    await Promise.all(ended),
    every.map(() => 'complete'),
  )
})

test('aborted before it began, it completes at once and dials nobody', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const node = followDevnet(devnet, { signal: AbortSignal.abort() })
  t.deepEqual(await firstValueFrom(node.block$.pipe(toArray())), [])
  t.is(devnet.nodes[0]?.connections, 0)
})

const STARTS = [
  ['block 1', 1, 1],
  ['a height', 1234, 1234],
  ['a height near the head', 2999, 2999],
] as const
for (const [title, from, first] of STARTS) {
  test(`begins at ${title}`, async (t) => {
    const devnet = await startDevnet(t, { history: 3000 })
    t.deepEqual(numbersOf(await collect(followDevnet(devnet, { from }).block$, 2)), [first, first + 1])
  })
}

test('begins at a time, at a cursor, and at the head', async (t) => {
  const devnet = await startDevnet(t, { history: 3000 })
  const { timestamp = 0 } = devnet.block(777) ?? {}
  const atTime = followDevnet(devnet, { from: new Date(timestamp * 1000) })
  t.deepEqual(numbersOf(await collect(atTime.block$, 2)), [777, 778])
  const { id = '' } = devnet.block(1500) ?? {}
  const atCursor = followDevnet(devnet, { from: { number: 1500, id } })
  t.deepEqual(numbersOf(await collect(atCursor.block$, 2)), [1501, 1502])
  const atHead = followDevnet(devnet, { from: 'head' })
  t.deepEqual(numbersOf(await collect(atHead.block$, 1)), [3000])
})

test('a height that is still to come is waited for', async (t) => {
  const devnet = await startDevnet(t, { history: 10 })
  const node = followDevnet(devnet, { from: 13 })
  const next = collect(node.block$, 2)
  await whenStatus(node, 'live')
  for (let count = 0; count < 4; count += 1) devnet.produce()
  t.deepEqual(numbersOf(await next), [13, 14])
})

test('on a chain without a block the first one is waited for', async (t) => {
  const devnet = await startDevnet(t)
  for (const from of ['head', 'genesis'] as const) {
    const node = followDevnet(devnet, { from })
    const first = collect(node.block$, 1)
    await whenStatus(node, 'live')
    if (devnet.head.number === 0) devnet.produce()
    t.deepEqual(numbersOf(await first), [1])
  }
})

test('the application may refuse a block, and the stream waits there', async (t) => {
  const devnet = await startDevnet(t, { history: 10 })
  const node = followDevnet(devnet, { accept: { block: ({ number }) => number !== 7 } })
  const blocks: Block[] = []
  const subscription = node.block$.subscribe((block) => blocks.push(block))
  const refused = await firstValueFrom(node.event$.pipe(filter((event) => event.type === 'blockRefused')))
  t.is(refused.block.number, 7)
  t.deepEqual(numbersOf(blocks), range(1, 6))
  subscription.unsubscribe()
})

test('a transaction is pending once and included once', async (t) => {
  const devnet = await startDevnet(t, { history: 3, transactionsPerBlock: 6 })
  const node = followDevnet(devnet)
  const events: TransactionEvent<Transaction>[] = []
  const subscription = node.trx$.subscribe((event) => events.push(event))
  t.teardown(() => subscription.unsubscribe())
  await whenStatus(node, 'live')
  for (let count = 0; count < 5; count += 1) {
    const block = firstValueFrom(node.block$)
    devnet.produce()
    await block
  }
  await turn()
  const pending = events.filter(({ status }) => status === 'pending').map(({ id }) => id)
  const included = events.filter(({ status }) => status === 'included').map(({ id }) => id)
  t.true(pending.length > 0 && included.length > 0)
  t.is(new Set(pending).size, pending.length)
  t.is(new Set(included).size, included.length)
  const both = events.filter((event) => event.status === 'included' && event.pendingForMs !== undefined)
  t.true(both.length > 0)
  for (const { id } of both) {
    const order = events.filter((event) => event.id === id).map(({ status }) => status)
    t.deepEqual(order, ['pending', 'included'])
  }
})

test('transactions are asked for only while somebody listens to them', async (t) => {
  const devnet = await startDevnet(t, { history: 3, transactionsPerBlock: 6 })
  const node = followDevnet(devnet)
  const events: NodeEvent[] = []
  const subscription = node.event$.subscribe((event) => events.push(event))
  t.teardown(() => subscription.unsubscribe())
  await whenStatus(node, 'live')
  const produceOne = async (): Promise<void> => {
    const block = firstValueFrom(node.block$)
    devnet.produce()
    await block
  }
  await produceOne()
  await produceOne()
  const heard = (): number => events.filter(({ type }) => type === 'transactionHeard').length
  t.is(heard(), 0)
  const listener = node.trx$.subscribe()
  await produceOne()
  await produceOne()
  t.true(heard() > 0)
  listener.unsubscribe()
})

test('the application may refuse a transaction', async (t) => {
  const devnet = await startDevnet(t, { history: 3, transactionsPerBlock: 6 })
  const node = followDevnet(devnet, { accept: { transaction: () => false } })
  const refused = firstValueFrom(node.event$.pipe(filter((event) => event.type === 'transactionRefused')))
  const pending: unknown[] = []
  const subscription = node.trx$
    .pipe(filter(({ status }) => status === 'pending'))
    .subscribe((event) => pending.push(event))
  await whenStatus(node, 'live')
  devnet.produce()
  await refused
  t.deepEqual(pending, [])
  subscription.unsubscribe()
})

test('operations come one by one with their place', async (t) => {
  const devnet = await startDevnet(t, { history: 30, transactionsPerBlock: 4 })
  const node = followDevnet(devnet)
  const blocks = collect(node.block$, 30)
  const operations = await collect(node.operation$, 50)
  const expected = (await blocks).flatMap((block) =>
    block.transactions.flatMap((transaction, transactionIndex) =>
      transaction.operations.map((_, operationIndex) => [
        block.number,
        transactionIndex,
        operationIndex,
        transaction.id,
      ]),
    ),
  )
  t.deepEqual(
    operations.map(({ block, transactionIndex, operationIndex, transactionId }) => [
      block.number,
      transactionIndex,
      operationIndex,
      transactionId,
    ]),
    expected.slice(0, 50),
  )
})

test('tells how it stands, and the newest status to whoever comes later', async (t) => {
  const devnet = await startDevnet(t, { history: 2000 })
  const node = followDevnet(devnet, { from: 1900 })
  const statuses: Status[] = []
  const subscription = node.status$.subscribe((status) => statuses.push(status))
  const block$ = node.block$.subscribe()
  const live = await whenStatus(node, 'live')
  t.deepEqual(live.head, devnet.head)
  t.is(live.activePeers, 1)
  t.is(live.behindBlocks, 0)
  t.is(statuses[0]?.state, 'connecting')
  t.true(statuses.every(({ reason }) => reason.length > 0))
  t.is((await firstValueFrom(node.status$)).state, 'live')
  const [peer] = await firstValueFrom(node.peers$)
  t.is(peer?.state, 'active')
  t.is(peer?.hello?.userAgent, 'rx-bitshares devnet')
  block$.unsubscribe()
  subscription.unsubscribe()
})

test('a peer that is lost while catching up is made up for by another', async (t) => {
  const devnet = await startDevnet(t, { history: 6000, nodes: 2 })
  const node = followDevnet(devnet)
  const numbers: number[] = []
  const done = firstValueFrom(node.block$.pipe(filter(({ number }) => number === 6000)))
  const subscription = node.block$.subscribe(({ number }) => {
    numbers.push(number)
    if (number === 500) devnet.nodes[0]?.stop()
  })
  await done
  subscription.unsubscribe()
  t.deepEqual(numbers, range(1, 6000))
})

test('after each way of losing its only peer it goes on where it was', async (t) => {
  const devnet = await startDevnet(t, { history: 20 })
  const node = followDevnet(devnet, { limits: { watchEveryMs: 20 } })
  const numbers: number[] = []
  const subscription = node.block$.subscribe(({ number }) => numbers.push(number))
  t.teardown(() => subscription.unsubscribe())
  const [peer] = devnet.nodes
  const losses = [
    () => peer?.disconnectAll(),
    async () => {
      peer?.stop()
      await peer?.start()
    },
  ]
  for (const lose of losses) {
    await whenStatus(node, 'live')
    const lost = whenStatus(node, 'connecting')
    await lose()
    await lost
    // What is made in the meantime is not missed.
    devnet.produce(2)
    const next = firstValueFrom(node.block$.pipe(take(2), toArray()))
    await next
  }
  t.deepEqual(numbers, range(1, 24))
})

test('says why there is nobody: another chain', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const { seeds } = devnet.network
  const node = followDevnet(devnet, { network: { ...privateNetwork('00'.repeat(32)), seeds } })
  const closed = await firstValueFrom(node.event$.pipe(filter((event) => event.type === 'peerClosed')))
  t.is(closed.code, 'WRONG_CHAIN')
  t.false(closed.isFault)
  const status = await firstValueFrom(node.status$.pipe(filter(({ reason }) => reason.includes('chain'))))
  t.is(status.state, 'connecting')
})

test('says why there is nobody: nothing listens there', async (t) => {
  const listener = await listen(t)
  listener.close()
  const devnet = await startDevnet(t)
  const node = createNode({ network: devnet.network, peers: [listener.address], only: true })
  const closed = await firstValueFrom(node.event$.pipe(filter((event) => event.type === 'peerClosed')))
  t.is(closed.code, 'UNREACHABLE')
  const status = await firstValueFrom(node.status$.pipe(filter(({ reason }) => reason.includes('refused'))))
  t.is(status.state, 'connecting')
})

test('a peer that takes connections and says nothing is given up, while another one serves', async (t) => {
  const silent = await listen(t)
  const devnet = await startDevnet(t, { history: 50 })
  const node = createNode({
    network: devnet.network,
    peers: [silent.address, devnet.address],
    only: true,
    from: 'genesis',
    limits: { connectTimeoutMs: 100 },
  })
  const closed = firstValueFrom(node.event$.pipe(filter((event) => event.type === 'peerClosed')))
  t.deepEqual(numbersOf(await collect(node.block$, 50)), range(1, 50))
  const last = await Promise.race([
    closed,
    firstValueFrom(node.event$.pipe(filter(({ type }) => type === 'peerClosed'))),
  ])
  t.like(last, { code: 'TIMEOUT' })
})

test('a subscriber that throws disturbs nobody else', async (t) => {
  const devnet = await startDevnet(t, { history: 10 })
  const node = followDevnet(devnet)
  const uncaught: unknown[] = []
  const before = config.onUnhandledError
  config.onUnhandledError = (error) => uncaught.push(error)
  t.teardown(() => (config.onUnhandledError = before))
  const mistake = new Error('a mistake of the user')
  const throwing = node.block$.subscribe(() => {
    throw mistake
  })
  t.deepEqual(numbersOf(await collect(node.block$, 10)), range(1, 10))
  throwing.unsubscribe()
  await reported(uncaught, 10)
  t.true(uncaught.length >= 1)
  t.true(uncaught.every((error) => error === mistake))
})

test('a slow loop stops the fetching and loses nothing', async (t) => {
  const devnet = await startDevnet(t, { history: 6000 })
  const node = followDevnet(devnet)
  const numbers: number[] = []
  let mostWaiting = 0
  let delivered = 0
  const watching = node.block$.subscribe(() => (delivered += 1))
  for await (const block of node.toAsyncIterable(node.block$, { highWaterMark: 100 })) {
    numbers.push(block.number)
    mostWaiting = Math.max(mostWaiting, delivered - numbers.length)
    await turn()
    if (block.number === 3000) break
  }
  watching.unsubscribe()
  t.deepEqual(numbers, range(1, 3000))
  // What was asked for already still comes: at most what a peer may owe at once, and a chunk.
  t.true(mostWaiting <= 100 + MAX_ALLOWANCE + 1000, `${mostWaiting} waited`)
})

test('a loop that is left closes everything, also while it was full', async (t) => {
  const devnet = await startDevnet(t, { history: 2000 })
  const node = followDevnet(devnet)
  for await (const { number } of node.toAsyncIterable(node.block$, { highWaterMark: 2 })) {
    if (number === 3) break
  }
  await whenConnected(devnet, 0)
  // The next one begins with an open gate.
  t.deepEqual(numbersOf(await collect(node.block$, 2000)), range(1, 2000))
})

test('two loops over one iterable do not open each other’s gate', async (t) => {
  const devnet = await startDevnet(t, { history: 6000 })
  const node = followDevnet(devnet)
  const iterable = node.toAsyncIterable(node.block$, { highWaterMark: 10 })
  const slow = iterable[Symbol.asyncIterator]()
  const quick = iterable[Symbol.asyncIterator]()
  const [first] = await Promise.all([nextOf(slow), nextOf(quick)])
  t.is(first.number, 1)
  let delivered = 0
  const watching = node.block$.subscribe(() => (delivered += 1))
  await quick.return?.()
  // The slow one is full: nothing more is asked for, whatever the other one does.
  await whenStatus(node, 'syncing')
  for (let round = 0; round < 50; round += 1) await turn()
  t.true(delivered < 2000, `${delivered} blocks for a loop that takes none`)
  await slow.return?.()
  watching.unsubscribe()
})

test('a loop over the status gets the newest one, however slow it is', async (t) => {
  const devnet = await startDevnet(t, { history: 300 })
  const node = followDevnet(devnet)
  const iterator = node.toAsyncIterable(node.status$)[Symbol.asyncIterator]()
  t.is((await nextOf(iterator)).state, 'connecting')
  const blocks = node.block$.subscribe()
  await whenStatus(node, 'live')
  t.is((await nextOf(iterator)).state, 'live')
  blocks.unsubscribe()
  await iterator.return?.()
})

/** Errors nobody handles are reported in a later turn. */
async function reported(errors: readonly unknown[], count: number): Promise<void> {
  for (let round = 0; round < 1000 && errors.length < count; round += 1) await turn()
}

async function nextOf<T>(iterator: AsyncIterator<T, unknown>): Promise<T> {
  const result = await iterator.next()
  if (result.done === true) throw new Error('the stream has ended')
  return result.value
}
