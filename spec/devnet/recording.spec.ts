import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { createDevnet } from '../../lib/devnet/create-devnet.ts'
import { chainIdOf } from '../../lib/devnet/genesis.ts'
import { readRecording } from '../../lib/devnet/read-recording.ts'
import { rawOf } from '../../lib/devnet/served-block.ts'
import { writeChain } from '../../lib/devnet/write-chain.ts'
import { UsageError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { SERVE_BELOW_BYTES } from '../../lib/peer/answer-requests.ts'
import { viewBlock, viewBlockMessage } from '../../lib/protocol/block-view.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { connectClient } from './scripted-client.ts'

const CHAIN_ID = 'a4'.repeat(32)

/** Blocks 1490 to 1570 of a chain of bitshares-core. */
const RECORDED = readJsonLines('chain-blocks.jsonl.gz')
  .map((line) => bytesOf((line as { readonly raw: string }).raw))
  .slice(-81)

async function folder(t: ExecutionContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'rx-bitshares-'))
  t.teardown(() => rm(path, { recursive: true }))
  return path
}

test('writes a chain and reads it back', async (t) => {
  const path = join(await folder(t), 'blocks.bin')
  const told: number[] = []
  const written = await writeChain(path, {
    blocks: 40,
    transactionsPerBlock: 2,
    onProgress: (made) => told.push(made),
  })
  t.is(written.head.number, 40)
  t.is(told.at(-1), 40)
  t.is((await readFile(path)).length, written.bytes)

  const { chainId, blocks } = readRecording(path)
  t.is(chainId, written.chainId)
  t.is(chainIdOf(await readFile(join(path, '../genesis.json'), 'utf8')), chainId)
  t.is(blocks.length, 40)
  t.is(blocks.at(-1)?.id, written.head.id)
  for (const block of blocks) {
    const view = viewBlock(rawOf(block))
    t.is(view.id, block.id)
    t.is(view.merkle, 'ok')
    t.is(view.transactions.length, 2)
    t.is(block.transactions, 2)
  }
})

test('writes the same file again, and stops when it is told to', async (t) => {
  const path = await folder(t)
  await writeChain(join(path, 'a'), { blocks: 20 })
  await writeChain(join(path, 'b'), { blocks: 20 })
  t.deepEqual(await readFile(join(path, 'a')), await readFile(join(path, 'b')))
  const stopped = writeChain(join(path, 'c'), { blocks: 20, signal: AbortSignal.abort() })
  await t.throwsAsync(stopped, { any: true, name: 'AbortError' })
})

test('reads headers as they are', (t) => {
  const { blocks } = readRecording(RECORDED, CHAIN_ID)
  for (const [index, block] of blocks.entries()) {
    const view = viewBlock(RECORDED[index] ?? new Uint8Array(0))
    t.is(block.number, 1490 + index)
    t.is(block.id, view.id)
    t.is(block.previous, view.previous)
    t.is(block.timestamp, view.timestamp)
    t.is(block.witness, view.witnessInstance)
    t.is(block.transactions, view.transactions.length)
    t.is(viewBlockMessage(block.payload).blockId, view.id)
  }
})

test('serves a recorded chain and makes the blocks that were held back', async (t) => {
  const devnet = createDevnet({
    recording: RECORDED,
    chainId: CHAIN_ID,
    hold: 3,
    production: 'manual',
  })
  t.teardown(() => devnet.close())
  await devnet.start()
  t.is(devnet.head.number, 1567)
  t.is(devnet.network.blockIntervalSeconds, 1)
  t.is(devnet.genesis, undefined)

  const client = await connectClient(t, devnet.address, CHAIN_ID)
  const first = viewBlock(RECORDED[0] ?? new Uint8Array(0))
  const ask = (...synopsis: readonly string[]): void =>
    client.send({
      type: 'fetch_blockchain_item_ids_message',
      item_type: ITEM_TYPE.block,
      blockchain_synopsis: synopsis,
    })
  const fetch = (itemType: number, hashes: readonly string[]): void =>
    client.send({ type: 'fetch_items_message', item_type: itemType, items_to_fetch: hashes })

  ask(first.previous)
  const { item_hashes_available: ids } = await client.take('blockchain_item_ids_inventory_message')
  t.is(ids[0], first.previous)
  t.is(ids.length, 79)
  fetch(ITEM_TYPE.block, ids.slice(1))
  for (const raw of RECORDED.slice(0, 78)) {
    const { payload } = await client.take('block_message')
    t.is(hexOf(payload.subarray(0, payload.length - 20)), hexOf(raw))
  }

  ask(devnet.head.id)
  await client.take('blockchain_item_ids_inventory_message')
  devnet.produce(5)
  t.is(devnet.head.number, 1570)
  const pending = new Set<string>()
  for (const raw of RECORDED.slice(78)) {
    for (;;) {
      const announced = await client.take('item_ids_inventory_message')
      fetch(announced.item_type, announced.item_hashes_available)
      if (announced.item_type === ITEM_TYPE.block) break
      pending.add(readTransaction((await client.take('trx_message')).payload).id)
    }
    const { payload } = await client.take('block_message')
    t.is(hexOf(payload.subarray(0, payload.length - 20)), hexOf(raw))
  }
  // Those of the last two blocks became known while the client was in sync.
  const last = RECORDED.slice(79).flatMap((raw) => viewBlock(raw).transactions.map(({ id }) => id))
  t.true(last.length > 20)
  t.deepEqual(
    last.filter((id) => !pending.has(id)),
    [],
  )
})

test('serves far more at one request than waits to be sent at a time', async (t) => {
  const recording = largeBlocks(60)
  const devnet = createDevnet({ recording, chainId: CHAIN_ID })
  t.teardown(() => devnet.close())
  await devnet.start()
  const client = await connectClient(t, devnet.address, CHAIN_ID)
  const ids = recording.map((_, index) => devnet.block(index + 1)?.id ?? '')
  client.send({ type: 'fetch_items_message', item_type: ITEM_TYPE.block, items_to_fetch: ids })
  let bytes = 0
  for (const id of ids) {
    const { payload } = await client.take('block_message')
    t.is(hexOf(payload.subarray(-20)), id)
    bytes += payload.length
  }
  t.true(bytes > 4 * SERVE_BELOW_BYTES)
})

test('says in one sentence what is wrong with a recording', async (t) => {
  const path = await folder(t)
  const file = join(path, 'blocks.bin')
  const refuse = (message: string, read: () => unknown): void => {
    t.throws(read, { instanceOf: UsageError, message })
  }
  refuse(`cannot read ${file}: there is no such file`, () => readRecording(file))
  await writeFile(file, Uint8Array.of(200, 0, 0, 0, 1, 2, 3))
  refuse(`${file} ends in the middle of record 1`, () => readRecording(file, CHAIN_ID))
  await writeFile(file, Uint8Array.of(3, 0, 0, 0, 1, 2, 3))
  t.throws(() => readRecording(file, CHAIN_ID), { message: /record 1 is not a block: / })
  await writeFile(file, new Uint8Array(0))
  refuse(`${file} has no blocks`, () => readRecording(file, CHAIN_ID))
  refuse('a recording of blocks in memory needs a chainId', () => readRecording(RECORDED))
  refuse('"abc" is not a chain id: it has 64 hex digits', () => readRecording(RECORDED, 'abc'))
  const gap = [...RECORDED.slice(0, 2), ...RECORDED.slice(3)]
  refuse('the recording: block 1493 does not follow block 1491', () => readRecording(gap, CHAIN_ID))
})

/** Linked headers, each with 20 000 bytes behind it that mean nothing. */
function largeBlocks(count: number): readonly Uint8Array[] {
  let previous = '0'.repeat(40)
  return Array.from({ length: count }, (_, index) => {
    const header = new ByteWriter()
      .hex(previous)
      .uint32(index)
      .varint(1)
      .raw(new Uint8Array(20 + 1 + 65))
    const raw = header.varint(0).raw(new Uint8Array(20_000)).done()
    previous = readRecording([raw], CHAIN_ID).blocks[0]?.id ?? ''
    return raw
  })
}
