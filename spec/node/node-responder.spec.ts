import test from 'ava'
import { addBlocks } from '../../lib/chain/add-block.ts'
import { type Cursor, GENESIS, type IdList } from '../../lib/chain/cursor.ts'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { StoreError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { Message } from '../../lib/messages/registry.ts'
import { Block } from '../../lib/node/block.ts'
import { toBlockMessage } from '../../lib/node/block-message.ts'
import { createChainRules } from '../../lib/node/chain-rules.ts'
import { createItemCache, MAX_CACHED_ITEM_BYTES } from '../../lib/node/item-cache.ts'
import { NodeChain } from '../../lib/node/node-chain.ts'
import { createNodeResponder, itemOf, type ServedFrom } from '../../lib/node/node-responder.ts'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import type { BlockStore } from '../../lib/store/block-store.ts'
import { createMemoryStore } from '../../lib/store/memory-store.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import { forkTestChain, makeTestChain, type TestChain } from '../support/test-chain.ts'

const { block: BLOCK, trx: TRX } = ITEM_TYPE
const IDS_PER_LIST = 2000

const long = makeTestChain(2100)
const chain = makeTestChain(60, 'short')
const other = forkTestChain(chain, 40, 60)

const idsOf = (from: TestChain, first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => from.served(first + index).id)
const blocksOf = (from: TestChain, first: number, last: number): readonly Block[] =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => new Block(from.received(first + index), { at: 0, source: 'sync' }),
  )

/** A chain that has these blocks; with its genesis they become irreversible, and are let go. */
function makeChain(from: TestChain, last: number, start: Cursor = GENESIS, isTimed = false): NodeChain {
  const rules = createChainRules(
    {
      level: 'links',
      genesis: isTimed ? readGenesis(from.genesis) : undefined,
      timing: undefined,
      checkpoint: new Map(),
      prefix: 'BTS',
    },
    { signerOf: () => undefined, isWidelyHeard: () => true },
  )
  const made = new NodeChain(start, rules, () => true)
  grow(made, from, start.number + 1, last)
  return made
}

function grow(into: NodeChain, from: TestChain, first: number, last: number): void {
  const blocks = blocksOf(from, first, last)
  for (let at = 0; at < blocks.length;) at += addBlocks(into.tree, blocks, at).count
}

async function makeStore(from: TestChain, first: number, last: number): Promise<BlockStore> {
  const store = createMemoryStore()
  await store.append(Array.from({ length: last - first + 1 }, (_, index) => from.received(first + index)))
  return store
}

function serving(
  made: NodeChain | undefined,
  from: Partial<ServedFrom> = {},
): ReturnType<typeof createNodeResponder> {
  return createNodeResponder({
    chain: () => made,
    items: createItemCache(),
    store: undefined,
    listAddresses: () => [],
    ...from,
  })
}

/** The payload of an item in hex, or that it is not available. */
async function payloadOf(item: Message | undefined | Promise<Message | undefined>): Promise<string> {
  const message = await item
  if (message === undefined) return 'not available'
  return 'payload' in message ? hexOf(message.payload) : message.type
}

const messageOf = (from: TestChain, number: number): string => hexOf(from.served(number).payload)
const NOTHING: IdList = { ids: [], remaining: 0 }

test('the list begins with the last id of the synopsis that is ours, and goes on to the head', async (t) => {
  const rows: readonly [string, readonly string[], number][] = [
    ['who has nothing gets all from block 1 on', [], 1],
    ['zeros mean nothing, too', [GENESIS.id], 1],
    ['a part of our chain', idsOf(chain, 20, 30), 30],
    ['the head', idsOf(chain, 50, 50), 50],
    ['block 1', idsOf(chain, 1, 1), 1],
    ['a branch that parts below its last ids', [...idsOf(chain, 38, 40), ...idsOf(other, 41, 45)], 40],
    ['ids above our head', [...idsOf(chain, 10, 20), ...idsOf(chain, 51, 60)], 20],
    ['not in order: the last one counts', [...idsOf(chain, 40, 40), ...idsOf(chain, 7, 7)], 7],
    ['zeros behind: from block 1 on', [...idsOf(chain, 40, 40), GENESIS.id], 1],
  ]
  const store = await makeStore(chain, 1, 50)
  for (const [name, synopsis, first] of rows) {
    const expected = { ids: idsOf(chain, first, 50), remaining: 0 }
    t.deepEqual(await serving(makeChain(chain, 50)).listIds(synopsis), expected, name)
    t.deepEqual(await serving(makeChain(chain, 50), { store }).listIds(synopsis), expected, `${name}, store`)
  }
})

test('who is on no branch of ours, or asks before there is a block, gets an empty list', async (t) => {
  const stranger = makeTestChain(5, 'stranger')
  const store = await makeStore(chain, 1, 50)
  for (const from of [{}, { store }]) {
    t.deepEqual(await serving(makeChain(chain, 50), from).listIds(idsOf(stranger, 1, 5)), NOTHING)
    t.deepEqual(await serving(makeChain(chain, 0), from).listIds([]), NOTHING)
    t.deepEqual(await serving(undefined, from).listIds(idsOf(chain, 1, 5)), NOTHING)
  }
})

test('a list has two thousand ids at most, and says how many more there are', async (t) => {
  const made = makeChain(long, 2100, GENESIS, true)
  // Irreversible blocks have left the tree, so what is served here comes from the store.
  t.true(made.rootNumber > 2000)
  const responder = serving(made, { store: await makeStore(long, 1, 2100) })
  t.deepEqual(await responder.listIds([]), { ids: idsOf(long, 1, IDS_PER_LIST), remaining: 100 })
  t.deepEqual(await responder.listIds(idsOf(long, 100, 100)), {
    ids: idsOf(long, 100, 2099),
    remaining: 1,
  })
  t.deepEqual(await responder.listIds(idsOf(long, 101, 101)), {
    ids: idsOf(long, 101, 2100),
    remaining: 0,
  })
})

test('what has been let go is not offered, and what follows it is', (t) => {
  const made = makeChain(long, 2100, GENESIS, true)
  const { rootNumber } = made
  const responder = serving(made)
  t.deepEqual(responder.listIds([]), NOTHING)
  t.deepEqual(responder.listIds(idsOf(long, rootNumber - 1, rootNumber - 1)), NOTHING)
  // Both have this one; it need not be served.
  t.deepEqual(responder.listIds(idsOf(long, rootNumber, rootNumber)), {
    ids: idsOf(long, rootNumber, 2100),
    remaining: 0,
  })
  t.is(responder.getItem(BLOCK, long.served(rootNumber).id), undefined)
})

test('a list goes over the seam between the store and the chain', async (t) => {
  // As after a start: the chain remembers no id below block 30.
  const made = makeChain(chain, 50, { number: 30, id: chain.served(30).id })
  const responder = serving(made, { store: await makeStore(chain, 1, 35) })
  for (const first of [1, 2, 15, 29, 30, 31, 35, 36, 50])
    t.deepEqual(
      await responder.listIds(idsOf(chain, Math.max(1, first - 3), first)),
      { ids: idsOf(chain, first, 50), remaining: 0 },
      `after ${first}`,
    )
})

test('of a synopsis with zeros in front the last block that is in the store counts', async (t) => {
  const made = makeChain(chain, 50, { number: 30, id: chain.served(30).id })
  const responder = serving(made, { store: await makeStore(chain, 1, 50) })
  const synopsis = [GENESIS.id, ...idsOf(chain, 12, 12), ...idsOf(other, 45, 45)]
  t.deepEqual(await responder.listIds(synopsis), { ids: idsOf(chain, 12, 50), remaining: 0 })
})

test('an undone block that the store still has is not taken for one of the chain', async (t) => {
  const made = makeChain(other, 50, { number: 30, id: other.served(30).id })
  const responder = serving(made, { store: await makeStore(chain, 1, 45) })
  t.deepEqual(await responder.listIds(idsOf(chain, 45, 45)), NOTHING)
  t.deepEqual(await responder.listIds([...idsOf(chain, 20, 20), ...idsOf(chain, 45, 45)]), {
    ids: idsOf(other, 20, 50),
    remaining: 0,
  })
})

test('what is not durable yet and has left the tree is not offered', async (t) => {
  const made = makeChain(chain, 50, GENESIS, true)
  const { rootNumber } = made
  t.true(rootNumber > 35)
  const responder = serving(made, { store: await makeStore(chain, 1, 32) })
  t.deepEqual(await responder.listIds([]), { ids: idsOf(chain, 1, 32), remaining: 0 })
  t.deepEqual(await responder.listIds(idsOf(chain, 20, 20)), { ids: idsOf(chain, 20, 32), remaining: 0 })
  // It has more than can be given now: it learns of what is new, and asks again.
  t.deepEqual(await responder.listIds(idsOf(chain, 34, 34)), { ids: idsOf(chain, 34, 34), remaining: 0 })
  t.deepEqual(await responder.listIds(idsOf(chain, rootNumber, rootNumber)), {
    ids: idsOf(chain, rootNumber, 50),
    remaining: 0,
  })
})

test('every block that is offered is given', async (t) => {
  const rows: readonly [string, NodeChain, BlockStore | undefined][] = [
    ['from the tree', makeChain(chain, 50), undefined],
    ['from tree and store', makeChain(chain, 50, GENESIS, true), await makeStore(chain, 1, 50)],
    ['with a store that is behind', makeChain(chain, 50, GENESIS, true), await makeStore(chain, 1, 20)],
    ['with the newest in the store', makeChain(chain, 50, GENESIS, true), await makeStore(chain, 25, 50)],
  ]
  for (const [name, made, store] of rows) {
    const responder = serving(made, { store })
    let offered = 0
    for (let number = 0; number <= 50; number += 1) {
      const { ids } = await responder.listIds(number === 0 ? [] : idsOf(chain, number, number))
      for (const id of number === 0 ? ids : ids.slice(1)) {
        t.is(
          await payloadOf(responder.getItem(BLOCK, id)),
          messageOf(chain, Number.parseInt(id.slice(0, 8), 16)),
          name,
        )
        offered += 1
      }
    }
    t.true(offered > 50, name)
  }
})

test('a block is given by its id, byte for byte as it came', async (t) => {
  const vectors = readJsonLines('chain-blocks.jsonl.gz') as readonly { readonly raw: string }[]
  t.true(vectors.length > 80)
  for (const { raw } of vectors.slice(0, 6)) {
    const message = toBlockMessage(bytesOf(raw), 'ab'.repeat(20))
    t.is(hexOf(message.payload), raw + 'ab'.repeat(20))
  }
  const responder = serving(makeChain(chain, 50))
  for (const number of [1, 25, 50]) {
    const { id, payload } = chain.served(number)
    t.deepEqual(await payloadOf(responder.getItem(BLOCK, id)), hexOf(payload))
  }
  // Another branch, above the head, a block id asked for as a transaction.
  t.is(await payloadOf(responder.getItem(BLOCK, other.served(45).id)), 'not available')
  t.is(await payloadOf(responder.getItem(BLOCK, chain.served(51).id)), 'not available')
  t.is(await payloadOf(responder.getItem(TRX, chain.served(25).id)), 'not available')
  t.is(await payloadOf(responder.getItem(BLOCK, 'ff'.repeat(20))), 'not available')
})

test('a block that was let go comes from the store, by its id and by the hash of its message', async (t) => {
  const made = makeChain(chain, 50, GENESIS, true)
  const responder = serving(made, { store: await makeStore(chain, 1, 50) })
  for (const number of [1, made.rootNumber, 50]) {
    const { messageHash, id } = chain.received(number)
    t.is(await payloadOf(responder.getItem(BLOCK, id)), messageOf(chain, number))
    t.is(await payloadOf(responder.getItem(BLOCK, messageHash)), messageOf(chain, number))
    t.is(await payloadOf(responder.getItem(TRX, messageHash)), 'not available')
  }
  t.is(await payloadOf(responder.getItem(BLOCK, chain.received(51).messageHash)), 'not available')
})

test('items that were announced are given by the hash of their message, and as nothing else', async (t) => {
  const items = createItemCache()
  const { messageHash, id } = chain.received(55)
  items.set(messageHash, {
    itemType: BLOCK,
    message: { type: 'block_message', payload: chain.served(55).payload },
  })
  const transaction = bytesOf((readJsonLines('transactions.jsonl.gz')[0] as { readonly raw: string }).raw)
  const hash = toMessageHash(transaction)
  items.set(hash, { itemType: TRX, message: { type: 'trx_message', payload: transaction } })
  const responder = serving(makeChain(chain, 50), { items })
  t.is(await payloadOf(responder.getItem(BLOCK, messageHash)), messageOf(chain, 55))
  t.is(await payloadOf(responder.getItem(TRX, hash)), hexOf(transaction))
  t.is(await payloadOf(responder.getItem(TRX, messageHash)), 'not available')
  t.is(await payloadOf(responder.getItem(BLOCK, hash)), 'not available')
  t.is(await payloadOf(responder.getItem(BLOCK, id)), 'not available')
  t.is(itemOf(items, TRX, hash)?.type, 'trx_message')
  t.is(itemOf(items, BLOCK, hash), undefined)
  t.is(itemOf(items, TRX, 'ff'.repeat(20)), undefined)
})

test('items that were announced are kept in bounds, the ones used last', (t) => {
  const items = createItemCache()
  const size = 1024 * 1024
  const hashAt = (number: number): string => number.toString(16).padStart(40, '0')
  for (let number = 0; number < 40; number += 1) {
    items.set(hashAt(number), {
      itemType: TRX,
      message: { type: 'trx_message', payload: new Uint8Array(size - 1) },
    })
    t.is(itemOf(items, TRX, hashAt(0))?.type, 'trx_message')
  }
  t.is(items.calculatedSize, MAX_CACHED_ITEM_BYTES)
  t.is(itemOf(items, TRX, hashAt(1)), undefined)
  t.is(itemOf(items, TRX, hashAt(39))?.type, 'trx_message')
})

test('what a disk does not give is not available, and ends nothing', async (t) => {
  const broken = (): Promise<never> => Promise.reject(new StoreError('DAMAGED', 'the disk is gone'))
  const store: BlockStore = { ...(await makeStore(chain, 1, 50)), get: broken, getByMessageHash: broken }
  const responder = serving(makeChain(chain, 50, { number: 30, id: chain.served(30).id }), { store })
  t.is(await payloadOf(responder.getItem(BLOCK, chain.served(3).id)), 'not available')
  t.is(await payloadOf(responder.getItem(BLOCK, chain.received(3).messageHash)), 'not available')
  t.deepEqual(await responder.listIds(idsOf(chain, 3, 3)), NOTHING)
  t.deepEqual(await responder.listIds(idsOf(chain, 40, 40)), { ids: idsOf(chain, 40, 50), remaining: 0 })
})
