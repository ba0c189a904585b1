import test, { type ExecutionContext } from 'ava'
import { filter, firstValueFrom, take, toArray } from 'rxjs'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import { viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import type { DevnetOptions } from '../../lib/devnet/devnet-options.ts'
import { UsageError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { connectTcp } from '../../lib/transport/connect-tcp.ts'
import { hexOf } from '../support/hex.ts'
import { listen } from '../support/loopback.ts'
import { connectClient, type ScriptedClient } from './scripted-client.ts'

const START = new Date('2026-01-01T00:00:00Z')

async function startDevnet(t: ExecutionContext, options: DevnetOptions = {}): Promise<Devnet> {
  const devnet = createDevnet({ production: 'manual', startTime: START, ...options })
  t.teardown(() => devnet.close())
  await devnet.start()
  return devnet
}

function askIds(client: ScriptedClient, synopsis: readonly string[]): ReturnType<typeof takeIds> {
  client.send({
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis: synopsis,
  })
  return takeIds(client)
}

async function takeIds(client: ScriptedClient): Promise<{ ids: readonly string[]; remaining: number }> {
  const list = await client.take('blockchain_item_ids_inventory_message')
  return { ids: list.item_hashes_available, remaining: list.total_remaining_item_count }
}

function askItems(client: ScriptedClient, itemType: number, ...hashes: readonly string[]): void {
  client.send({ type: 'fetch_items_message', item_type: itemType, items_to_fetch: hashes })
}

/** Asks for the time; when the answer is here, so is everything that was sent before it. */
async function settle(client: ScriptedClient): Promise<void> {
  while (client.waiting('current_time_reply_message') > 0) await client.take('current_time_reply_message')
  client.send({ type: 'current_time_request_message', request_sent_time: 1n })
  await client.take('current_time_reply_message')
}

test('serves the chain it made, block by block', async (t) => {
  const devnet = await startDevnet(t, { history: 60 })
  const client = await connectClient(t, devnet.address, devnet.chainId)
  const { ids, remaining } = await askIds(client, [])
  t.is(ids.length, 60)
  t.is(remaining, 0)
  askItems(client, ITEM_TYPE.block, ...ids)
  for (const [index, id] of ids.entries()) {
    const { payload } = await client.take('block_message')
    const { block, blockId } = viewBlockMessage(payload)
    t.is(blockId, id)
    t.is(block.id, id)
    t.is(hexOf(block.raw), hexOf(devnet.block(index + 1)?.raw ?? new Uint8Array(0)))
  }
})

test('two devnets of the same seed and start time serve the same bytes', async (t) => {
  const [one, other] = await Promise.all([startDevnet(t, { history: 20 }), startDevnet(t, { history: 20 })])
  t.is(one.chainId, other.chainId)
  one.produce(5)
  other.produce(5)
  t.is(one.head.number, 25)
  t.deepEqual(one.head, other.head)
  for (let number = 1; number <= 25; number += 1)
    t.deepEqual(one.block(number)?.raw, other.block(number)?.raw)
})

test('announces transactions, then the block they are in, to a peer that has everything', async (t) => {
  const devnet = await startDevnet(t, { history: 5, transactionsPerBlock: 8 })
  const client = await connectClient(t, devnet.address, devnet.chainId)
  t.is((await askIds(client, [devnet.head.id])).ids.length, 1)

  devnet.produce(2)
  const pending = new Map<string, Uint8Array>()
  const blocks: string[] = []
  while (blocks.length < 2) {
    const { item_type, item_hashes_available: hashes } = await client.take('item_ids_inventory_message')
    askItems(client, item_type, ...hashes)
    for (const hash of hashes) {
      const name = item_type === ITEM_TYPE.block ? 'block_message' : 'trx_message'
      const { payload } = await client.take(name)
      t.is(toMessageHash(payload), hash)
      if (name === 'block_message') blocks.push(viewBlockMessage(payload).block.id)
      else pending.set(readTransaction(payload).id, payload)
    }
  }
  t.deepEqual(blocks, [devnet.block(6)?.id, devnet.block(7)?.id])
  t.true(pending.size > 0)
  const included = viewBlock(devnet.block(7)?.raw ?? new Uint8Array(0)).transactions
  const heard = included.filter(({ id }) => pending.has(id))
  // Those that were known before the client came, and passed over by block 6, are new to it.
  t.true(heard.length >= included.length - 3)
  for (const { id, raw } of heard) t.is(hexOf(raw), `${hexOf(pending.get(id) ?? raw)}00`)
})

test('tells nothing to a peer that is behind, until it asks again and has everything', async (t) => {
  const devnet = await startDevnet(t, { history: 3, transactionsPerBlock: 0 })
  const client = await connectClient(t, devnet.address, devnet.chainId)
  t.is((await askIds(client, [])).ids.length, 3)
  devnet.produce()
  await settle(client)
  t.is(client.waiting('item_ids_inventory_message'), 0)

  t.is((await askIds(client, [devnet.head.id])).ids.length, 1)
  devnet.produce()
  const announced = await client.take('item_ids_inventory_message')
  t.is(announced.item_type, ITEM_TYPE.block)

  // A stale synopsis switches it off again, as core does.
  t.is((await askIds(client, [devnet.block(4)?.id ?? ''])).ids.length, 2)
  devnet.produce()
  await settle(client)
  t.is(client.waiting('item_ids_inventory_message'), 0)
})

test('asks a peer that becomes active for its chain, with a synopsis of its own', async (t) => {
  const devnet = await startDevnet(t, { history: 9 })
  const client = await connectClient(t, devnet.address, devnet.chainId)
  const { blockchain_synopsis } = await client.take('fetch_blockchain_item_ids_message')
  t.is(blockchain_synopsis[0], devnet.block(1)?.id)
  t.is(blockchain_synopsis.at(-1), devnet.head.id)
  const { request_sent_time } = await client.take('current_time_request_message')
  t.true(request_sent_time > 0n)
})

test('says that a block above its head is not available', async (t) => {
  const devnet = await startDevnet(t, { history: 2 })
  const client = await connectClient(t, devnet.address, devnet.chainId)
  const unknown = `ffffff00${'1'.repeat(32)}`
  askItems(client, ITEM_TYPE.block, unknown)
  const { requested_item } = await client.take('item_not_available_message')
  t.deepEqual({ ...requested_item }, { item_type: ITEM_TYPE.block, item_hash: unknown })
})

for (const [what, itemType, hash] of [
  ['a block that does not exist below the head', ITEM_TYPE.block, `00000001${'1'.repeat(32)}`],
  ['a transaction that was not announced', ITEM_TYPE.trx, 'ff'.repeat(20)],
] as const) {
  test(`breaks the connection without a word to who asks for ${what}`, async (t) => {
    const devnet = await startDevnet(t, { history: 2 })
    const client = await connectClient(t, devnet.address, devnet.chainId)
    askItems(client, itemType, hash)
    await client.closed
    t.is(client.waiting('closing_connection_message'), 0)
    t.is(client.waiting('item_not_available_message'), 0)
  })
}

test('says goodbye to who sends an item that nobody asked for', async (t) => {
  const devnet = await startDevnet(t, { history: 1 })
  const client = await connectClient(t, devnet.address, devnet.chainId)
  askItems(client, ITEM_TYPE.block, devnet.head.id)
  client.send(await client.take('block_message'))
  const goodbye = await client.take('closing_connection_message')
  t.true(goodbye.closing_due_to_error)
  t.is(goodbye.reason_for_closing, 'you sent a block that I did not ask for')
  await client.closed
})

test('gives a transaction by its id too, and forgets both names some blocks later', async (t) => {
  const devnet = await startDevnet(t, { history: 3, transactionsPerBlock: 4 })
  const made$ = devnet.event$.pipe(filter((event) => event.type === 'transactionMade'))
  const made = firstValueFrom(made$)
  devnet.produce(3)
  const { id, hash } = await made
  const client = await connectClient(t, devnet.address, devnet.chainId)
  for (const name of [id, hash]) {
    askItems(client, ITEM_TYPE.trx, name)
    t.is(toMessageHash((await client.take('trx_message')).payload), hash)
  }
  devnet.produce(20)
  askItems(client, ITEM_TYPE.trx, hash)
  await client.closed
  t.pass()
})

test('refuses a peer of another chain and says why', async (t) => {
  const devnet = await startDevnet(t)
  const refused = connectClient(t, devnet.address, '11'.repeat(32))
  await t.throwsAsync(refused, { message: /the connection ended before connection_accepted_message/ })
})

test('tells who asks where its other nodes are', async (t) => {
  const devnet = await startDevnet(t, { nodes: 3 })
  const client = await connectClient(t, devnet.addresses[1] ?? devnet.address, devnet.chainId)
  const { addresses } = await client.take('address_message')
  const others = [devnet.addresses[0], devnet.addresses[2]].map((address) => `127.0.0.1:${address?.port}`)
  t.deepEqual(
    addresses.map(({ remote_endpoint }) => remote_endpoint),
    others,
  )
  t.deepEqual(
    devnet.network.seeds,
    devnet.addresses.map(({ port }) => `127.0.0.1:${port}`),
  )
})

test('a node can be stopped and started again at the same port, while the others go on', async (t) => {
  const devnet = await startDevnet(t, { nodes: 2, history: 2, transactionsPerBlock: 0 })
  const [first, second] = devnet.nodes
  if (first === undefined || second === undefined) throw new Error('two nodes were asked for')
  const { address } = first
  const [lost, kept] = await Promise.all([
    connectClient(t, first.address, devnet.chainId),
    connectClient(t, second.address, devnet.chainId),
  ])
  t.is((await askIds(kept, [devnet.head.id])).ids.length, 1)
  t.is(first.connections, 1)

  first.stop()
  await lost.closed
  t.false(first.isListening)
  t.is(first.connections, 0)
  await t.throwsAsync(connectClient(t, address, devnet.chainId), { message: /nothing listens there/ })
  devnet.produce()
  t.is((await kept.take('item_ids_inventory_message')).item_hashes_available.length, 1)

  await first.start()
  t.deepEqual(first.address, address)
  const again = await connectClient(t, first.address, devnet.chainId)
  t.is((await askIds(again, [])).ids.length, 3)
  t.is((await askIds(again, [devnet.head.id])).ids.length, 1)
  devnet.produce()
  t.is((await again.take('item_ids_inventory_message')).item_hashes_available.length, 1)
})

test('breaks all connections of a node and goes on listening', async (t) => {
  const devnet = await startDevnet(t)
  const clients = await Promise.all([
    connectClient(t, devnet.address, devnet.chainId),
    connectClient(t, devnet.address, devnet.chainId),
  ])
  devnet.nodes[0]?.disconnectAll()
  await Promise.all(clients.map(({ closed }) => closed))
  t.is(devnet.nodes[0]?.connections, 0)
  await connectClient(t, devnet.address, devnet.chainId)
  t.is(devnet.nodes[0]?.connections, 1)
})

test('makes a block every interval on a clock of its own', async (t) => {
  const devnet = createDevnet({ intervalMs: 20, startTime: START, blocks: 3, transactionsPerBlock: 2 })
  t.teardown(() => devnet.close())
  const made = firstValueFrom(devnet.block$.pipe(take(3), toArray()))
  await devnet.start()
  const { chainSeconds } = devnet.network
  const start = START.getTime() / 1000
  t.deepEqual(
    (await made).map(({ timestamp }) => timestamp - start),
    [1, 2, 3],
  )
  t.is(chainSeconds?.(), start + 3)
})

test('the streams complete when it is closed, and what was made can still be read', async (t) => {
  const devnet = await startDevnet(t, { history: 4 })
  const events = firstValueFrom(devnet.event$.pipe(toArray()))
  const client = await connectClient(t, devnet.address, devnet.chainId)
  await client.take('fetch_blockchain_item_ids_message')
  await devnet.close()
  await client.closed
  t.true((await events).some(({ type }) => type === 'peerActive'))
  t.is(devnet.block(4)?.number, 4)
  t.false(devnet.nodes[0]?.isListening)
  t.throws(() => devnet.produce(), { instanceOf: UsageError })
})

test('says in one sentence that a port is taken', async (t) => {
  const { address } = await listen(t)
  const devnet = createDevnet({ port: address.port })
  await t.throwsAsync(devnet.start(), {
    instanceOf: UsageError,
    message: `cannot listen at 127.0.0.1:${address.port}: the port is in use by another program`,
  })
})

test('is not disturbed by connections that say nothing, or nonsense', async (t) => {
  const devnet = await startDevnet(t, { history: 1 })
  const silent = await firstValueFrom(connectTcp(devnet.address, { timeoutMs: 10_000 }))
  const loud = await firstValueFrom(connectTcp(devnet.address, { timeoutMs: 10_000 }))
  const broken = new Promise((resolve) => loud.once('close', resolve))
  loud.resume()
  loud.write('GET / HTTP/1.1 and what else a browser says')
  await broken
  silent.destroy()
  const client = await connectClient(t, devnet.address, devnet.chainId)
  t.is((await askIds(client, [])).ids.length, 1)
})
