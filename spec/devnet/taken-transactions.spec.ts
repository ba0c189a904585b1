import test, { type ExecutionContext } from 'ava'
import { encode } from '../../lib/codec.ts'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { UsageError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'
import type { SignedTransaction } from '../../lib/protocol/generated/types.ts'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import { signTransfer } from '../support/transfer.ts'
import { startDevnet } from '../support/with-devnet.ts'
import { connectClient, type ScriptedClient } from './scripted-client.ts'

const START = new Date('2026-01-01T00:00:00Z')

/** A client that has everything, and is told of what is new. */
async function connectInSync(t: ExecutionContext, devnet: Devnet, node = 0): Promise<ScriptedClient> {
  const address = devnet.addresses[node] ?? devnet.address
  const client = await connectClient(t, address, devnet.chainId)
  client.send({
    type: 'fetch_blockchain_item_ids_message',
    item_type: ITEM_TYPE.block,
    blockchain_synopsis: [devnet.head.id],
  })
  await client.take('blockchain_item_ids_inventory_message')
  return client
}

function announce(client: ScriptedClient, ...hashes: readonly string[]): void {
  client.send({
    type: 'item_ids_inventory_message',
    item_type: ITEM_TYPE.trx,
    item_hashes_available: hashes,
  })
}

/** Announces a transaction and gives it when it is asked for. */
async function give(client: ScriptedClient, payload: Uint8Array): Promise<void> {
  const hash = toMessageHash(payload)
  announce(client, hash)
  const { item_type, items_to_fetch } = await client.take('fetch_items_message')
  if (item_type !== ITEM_TYPE.trx || [...items_to_fetch][0] !== hash)
    throw new Error('something else is asked for')
  client.send({ type: 'trx_message', payload })
}

/** Asks for the time; when the answer is here, so is everything that was sent before it. */
async function settle(client: ScriptedClient): Promise<void> {
  client.send({ type: 'current_time_request_message', request_sent_time: 1n })
  await client.take('current_time_reply_message')
}

const pack = (transaction: SignedTransaction): Uint8Array => encode('signed_transaction', transaction)
const idsIn = (devnet: Devnet, number: number): readonly string[] =>
  viewBlock(devnet.block(number)?.raw ?? new Uint8Array(0)).transactions.map(({ id }) => id)

test('a transaction that a peer announces is fetched, told to the others once, and in the next block', async (t) => {
  const devnet = await startDevnet(t, { history: 5, nodes: 2 })
  const giver = await connectInSync(t, devnet)
  const beside = await connectInSync(t, devnet)
  const elsewhere = await connectInSync(t, devnet, 1)
  const payload = pack(signTransfer(devnet))
  const hash = toMessageHash(payload)
  await give(giver, payload)
  for (const client of [beside, elsewhere]) {
    const told = await client.take('item_ids_inventory_message')
    t.deepEqual([told.item_type, told.item_hashes_available], [ITEM_TYPE.trx, [hash]])
  }
  elsewhere.send({ type: 'fetch_items_message', item_type: ITEM_TYPE.trx, items_to_fetch: [hash] })
  t.deepEqual((await elsewhere.take('trx_message')).payload, payload)

  announce(beside, hash)
  await settle(beside)
  await settle(giver)
  t.is(beside.waiting('fetch_items_message'), 0)
  t.is(beside.waiting('item_ids_inventory_message'), 0)
  t.is(giver.waiting('item_ids_inventory_message'), 0)

  devnet.produce(3)
  t.deepEqual(
    [6, 7, 8].map((number) => devnet.block(number)?.transactions),
    [1, 0, 0],
  )
})

test('of two peers that announce one transaction one is asked, and the other when that one is gone', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const [first, second] = [await connectInSync(t, devnet), await connectInSync(t, devnet)]
  const payload = pack(signTransfer(devnet))
  announce(first, toMessageHash(payload))
  await first.take('fetch_items_message')
  announce(second, toMessageHash(payload))
  await settle(second)
  t.is(second.waiting('fetch_items_message'), 0)
  first.close()
  await second.take('fetch_items_message')
  second.send({ type: 'trx_message', payload })
  await settle(second)
  devnet.produce()
  t.is(devnet.block(6)?.transactions, 1)
})

test('what is not good is neither told nor included, and not asked for again', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const giver = await connectInSync(t, devnet)
  const other = await connectInSync(t, devnet)
  const good = signTransfer(devnet)
  const bad: readonly SignedTransaction[] = [
    { ...good, signatures: [] },
    { ...good, signatures: [...good.signatures, ...good.signatures] },
    { ...good, ref_block_prefix: (good.ref_block_prefix ^ 1) >>> 0 },
    { ...good, expiration: (devnet.block(5)?.timestamp ?? 0) - 1 },
    { ...good, expiration: good.expiration + 100_000 },
  ]
  for (const transaction of bad) {
    await give(giver, pack(transaction))
    announce(giver, toMessageHash(pack(transaction)))
    await settle(giver)
    t.is(giver.waiting('fetch_items_message'), 0)
  }
  await settle(other)
  t.is(other.waiting('item_ids_inventory_message'), 0)
  devnet.produce()
  t.is(devnet.block(6)?.transactions, 0)
})

test('a transaction that nobody asked for ends the connection', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const client = await connectInSync(t, devnet)
  client.send({ type: 'trx_message', payload: pack(signTransfer(devnet)) })
  await client.closed
  devnet.produce()
  t.is(devnet.block(6)?.transactions, 0)
})

test('submit gives a transaction to a node, which tells its peers', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const client = await connectInSync(t, devnet)
  const transaction = signTransfer(devnet)
  const id = devnet.submit(transaction)
  const { item_hashes_available: hashes } = await client.take('item_ids_inventory_message')
  t.deepEqual(hashes, [toMessageHash(pack(transaction))])
  devnet.produce()
  t.deepEqual(idsIn(devnet, 6), [id])
  t.throws(() => devnet.submit(transaction), { instanceOf: UsageError, message: /already/ })
})

test('submit says why a transaction is not taken', async (t) => {
  const devnet = await startDevnet(t, { history: 5 })
  const good = signTransfer(devnet)
  t.throws(() => devnet.submit({ ...good, signatures: [] }), { code: 'BAD_VALUE', message: /not signed/ })
  t.throws(() => devnet.submit(good, 7), { code: 'BAD_OPTION', message: /no node 7/ })
  await devnet.close()
  t.throws(() => devnet.submit(good), { code: 'BAD_OPTION', message: /running/ })
})

test('without transactions of others a chain has the same bytes, and with them the same accounts act', async (t) => {
  const options = { history: 5, transactionsPerBlock: 4, startTime: START }
  const [plain, given] = [await startDevnet(t, options), await startDevnet(t, options)]
  t.deepEqual(plain.block(5)?.raw, given.block(5)?.raw)
  given.submit(signTransfer(given))
  plain.produce()
  given.produce()
  t.deepEqual(idsIn(given, 6).slice(0, -1), idsIn(plain, 6))
})

test('on a split network a transaction is known on one branch, and included on the winner when it loses', async (t) => {
  const devnet = await startDevnet(t, { history: 5, nodes: 2 })
  const transaction = signTransfer(devnet)
  const fork = devnet.fork()
  const id = devnet.submit(transaction, 0)
  const elsewhere = await connectInSync(t, devnet, 1)
  fork.produce(0)
  fork.produce(1, 2)
  await settle(elsewhere)
  t.deepEqual(idsIn(devnet, 6), [id])
  fork.join(1)
  t.deepEqual(idsIn(devnet, 6), [])
  devnet.produce(2)
  t.deepEqual([...idsIn(devnet, 8), ...idsIn(devnet, 9)], [id])
})

test('a transaction that refers to a block of the branch that lost is let go', async (t) => {
  const devnet = await startDevnet(t, { history: 5, nodes: 2 })
  const fork = devnet.fork()
  fork.produce(0)
  devnet.submit(signTransfer(devnet), 0)
  t.throws(() => devnet.submit(signTransfer(devnet, { amount: 2n }), 1), { message: /not known here/ })
  fork.produce(0)
  t.is(devnet.block(7)?.transactions, 1)
  fork.join(1)
  devnet.produce(3)
  for (let number = 6; number <= devnet.head.number; number += 1) t.is(devnet.block(number)?.transactions, 0)
})

test('parted below the block that includes it, a transaction is included on the other branch too', async (t) => {
  const devnet = await startDevnet(t, { history: 5, nodes: 2 })
  const id = devnet.submit(signTransfer(devnet, { validSeconds: 600 }))
  devnet.produce(2)
  const fork = devnet.fork({ after: 5 })
  fork.produce(1, 3)
  fork.join(1)
  t.deepEqual(idsIn(devnet, 6), [id])
  for (let number = 7; number <= 8; number += 1) t.is(devnet.block(number)?.transactions, 0)
})

test('a recording takes no transactions', async (t) => {
  const made = await startDevnet(t, { history: 5 })
  const raws = [1, 2, 3, 4, 5].map((number) => made.block(number)?.raw ?? new Uint8Array(0))
  const devnet = await startDevnet(t, { recording: raws, chainId: made.chainId })
  const client = await connectInSync(t, devnet)
  const transaction = signTransfer(made)
  announce(client, toMessageHash(pack(transaction)))
  await settle(client)
  t.is(client.waiting('fetch_items_message'), 0)
  t.throws(() => devnet.submit(transaction), { code: 'BAD_OPTION', message: /recording/ })
})
