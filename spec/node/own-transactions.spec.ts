import test from 'ava'
import { encode } from '../../lib/codec.ts'
import { privateKeyToWif } from '../../lib/crypto/key-text.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { Block } from '../../lib/node/block.ts'
import type { LoopEvent, NodeCommand, NodeState } from '../../lib/node/node-state.ts'
import { createNodeState } from '../../lib/node/node-state.ts'
import {
  ADVERTISE_AGAIN_MS,
  dueOwn,
  MAX_OWN_TRANSACTIONS,
  noteIncludedOwn,
  type OwnTransaction,
  type OwnTransactions,
  takeExpiredOwn,
  toOwnTransaction,
} from '../../lib/node/own-transactions.ts'
import { followOwn } from '../../lib/node/own-transaction-events.ts'
import { reduceNode } from '../../lib/node/reduce-node.ts'
import { toMessageHash } from '../../lib/protocol/identities.ts'
import { draftTransaction, signTransaction } from '../../lib/protocol/sign-transaction.ts'
import { readTransaction, type Transaction } from '../../lib/protocol/transaction.ts'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { createContext } from '../support/node-world.ts'
import { recordedBlocks } from '../support/recorded-blocks.ts'
import { makeTestChain } from '../support/test-chain.ts'

const CHAIN_ID = '11'.repeat(32)
const HEAD = { number: 9, id: `00000009${'ab'.repeat(16)}`, timestamp: 1_700_000_000 }

/** A transfer of that amount, which is what makes it differ from others. */
function transfer(
  amount: number,
  byte = 7,
): { readonly transaction: Transaction; readonly payload: Uint8Array } {
  const draft = draftTransaction(
    [
      {
        type: 'transfer',
        fee: { amount: 100n, asset_id: '1.3.0' },
        from: '1.2.17',
        to: '1.2.18',
        amount: { amount: BigInt(amount), asset_id: '1.3.0' },
        extensions: [],
      },
    ],
    HEAD,
  )
  const wif = privateKeyToWif(new Uint8Array(32).fill(byte))
  const payload = encode('signed_transaction', signTransaction(draft, wif, CHAIN_ID))
  return { transaction: readTransaction(payload), payload }
}

/** Ones that expire at a hundred and each a second later, advertised at a time of their own. */
function makeOwn(...advertisedAt: readonly number[]): OwnTransactions {
  const own: OwnTransactions = new Map()
  for (const [index, at] of advertisedAt.entries()) {
    const transaction = { id: `id ${index}`, expiration: 100 + index }
    own.set(transaction.id, toOwnTransaction(transaction, `hash ${index}`, at))
  }
  return own
}
const idsOf = (list: readonly OwnTransaction[]): readonly string[] => list.map(({ id }) => id)

test('what is in no block is due again after fifteen seconds, and then not before as many more', (t) => {
  const own = makeOwn(0, 5000)
  t.deepEqual(idsOf(dueOwn(own, ADVERTISE_AGAIN_MS - 1)), [])
  t.deepEqual(idsOf(dueOwn(own, ADVERTISE_AGAIN_MS)), ['id 0'])
  t.deepEqual(idsOf(dueOwn(own, ADVERTISE_AGAIN_MS)), [])
  t.deepEqual(idsOf(dueOwn(own, 5000 + ADVERTISE_AGAIN_MS)), ['id 1'])
  t.deepEqual(idsOf(dueOwn(own, 2 * ADVERTISE_AGAIN_MS)), ['id 0'])
  t.is(ADVERTISE_AGAIN_MS, 15_000)
})

test('what is in a block is not due, and is again once that is undone', (t) => {
  const blocks = recordedBlocks()
  const block = [...blocks.values()].find(({ transactions }) => transactions.length > 1)
  const [first, second] = block?.transactions ?? []
  if (block === undefined || first === undefined || second === undefined) throw new Error('no such block')
  const own: OwnTransactions = new Map(
    [first, second].map((each) => [each.id, toOwnTransaction(each, each.id, 0)]),
  )
  const empty = new Block(makeTestChain(1).received(1), { at: 0, source: 'live' })
  noteIncludedOwn(own, [empty], true)
  t.is(dueOwn(own, 20_000).length, 2)
  noteIncludedOwn(own, [empty, block], true)
  t.deepEqual(dueOwn(own, 40_000), [])
  t.deepEqual(takeExpiredOwn(own, 0xffff_ffff), [], 'nor can it expire')
  noteIncludedOwn(own, [block], false)
  t.deepEqual(idsOf(dueOwn(own, 40_000)), [first.id, second.id])
})

test('it expires once the head is later than its last second, and is let go', (t) => {
  const own = makeOwn(0, 0, 0)
  t.deepEqual(idsOf(takeExpiredOwn(own, 100)), [])
  t.deepEqual(idsOf(takeExpiredOwn(own, 102)), ['id 0', 'id 1'])
  t.deepEqual([...own.keys()], ['id 2'])
  t.deepEqual(takeExpiredOwn(own, 102), [])
})

const deeds = (commands: readonly NodeCommand[]): readonly string[] =>
  commands.flatMap((command) => {
    if (command.do === 'emit') {
      const { event } = command
      return 'id' in event ? [`${event.type} ${event.id.slice(0, 6)}`] : [event.type]
    }
    if (command.do === 'wake') return [`wake ${command.loop}`]
    if (command.do !== 'send') return [command.do]
    const { peer, message } = command
    return message.type === 'item_ids_inventory_message'
      ? message.item_hashes_available.map((hash) => `tell ${peer} ${hash.slice(0, 6)}`)
      : [`${message.type} ${peer}`]
  })

/** A node with these peers, active and in sync with us. */
function createWorld(...peers: readonly number[]) {
  const state: NodeState = createNodeState(createContext(), [], [], { after: GENESIS })
  let now = 0
  const take = (event: LoopEvent): readonly string[] => deeds(reduceNode(state, event))
  const world = {
    state,
    take,
    /** The node's loops, so many milliseconds later. */
    pass(ms: number): readonly string[] {
      now += ms
      return [
        ...take({ type: 'loop', loop: 'bandwidth_monitor', at: now }),
        ...take({ type: 'loop', loop: 'advertise_inventory', at: now }),
      ]
    },
    broadcast: (one: ReturnType<typeof transfer>) => take({ type: 'broadcast', at: now, ...one }),
    connect(peer: number): void {
      take({ type: 'arrived', socket: peer, address: { host: '127.0.0.1', port: 5000 + peer }, at: now })
      take({ type: 'connected', peer, at: now })
      take({ type: 'active', peer, at: now })
    },
    sync: (peer: number, isInSync = true) =>
      take({ type: 'synopsisAnswered', peer, at: now, isInSync, unknown: undefined }),
    announce: (peer: number, hash: string) =>
      take({ type: 'announced', peer, at: now, itemType: ITEM_TYPE.trx, hashes: [hash] }),
  }
  for (const peer of peers) {
    world.connect(peer)
    world.sync(peer)
  }
  return world
}

const ONE = transfer(1)
const HASH = toMessageHash(ONE.payload)
const [ID6, HASH6] = [ONE.transaction.id.slice(0, 6), HASH.slice(0, 6)]

test('a transaction of ours is told to all in sync at once, and to none of them again before fifteen seconds', (t) => {
  const world = createWorld(1, 2)
  t.deepEqual(world.broadcast(ONE), ['wake advertise_inventory'])
  t.deepEqual(world.pass(0), [`tell 1 ${HASH6}`, `tell 2 ${HASH6}`])
  t.deepEqual(world.broadcast(ONE), [], 'given once more it is the same one')
  t.deepEqual(world.pass(ADVERTISE_AGAIN_MS - 1), [])
  t.deepEqual(world.pass(1), ['wake advertise_inventory', `tell 1 ${HASH6}`, `tell 2 ${HASH6}`])
  t.deepEqual(world.pass(1000), [])
})

test('who comes into sync later is told then, and who knows already is not told again for it', (t) => {
  const world = createWorld(1)
  world.broadcast(ONE)
  world.pass(0)
  world.connect(2)
  t.deepEqual(world.pass(1000), [])
  t.deepEqual(world.sync(2, false), [])
  t.deepEqual(world.sync(2), ['wake advertise_inventory'])
  t.deepEqual(world.pass(1000), [`tell 2 ${HASH6}`])
})

test('given before there is any peer, it waits for the first', (t) => {
  const world = createWorld()
  t.deepEqual(world.broadcast(ONE), ['wake advertise_inventory'])
  t.deepEqual(world.pass(0), [])
  world.connect(1)
  t.deepEqual(world.sync(1), ['wake advertise_inventory'])
  t.deepEqual(world.pass(0), [`tell 1 ${HASH6}`])
})

test('each peer that fetches it is told of once, each that announces it without having it from us is heard', (t) => {
  const world = createWorld(1, 2, 3)
  world.broadcast(ONE)
  world.pass(0)
  const served = (peer: number, hash = HASH): readonly string[] =>
    world.take({ type: 'transactionServed', peer, at: 0, hash })
  t.deepEqual(served(1), [`transactionSent ${ID6}`])
  t.deepEqual(served(1), [])
  t.deepEqual(served(2, 'ff'.repeat(20)), [])
  t.deepEqual(served(2), [`transactionSent ${ID6}`])
  t.deepEqual(world.announce(1, HASH), ['announced'])
  t.deepEqual(world.announce(3, HASH), ['announced', `transactionEchoed ${ID6}`])
})

test('it is ours that is served, and nobody is asked for it', (t) => {
  const world = createWorld(1)
  world.take({ type: 'demand', at: 0, wantsTransactions: true, isOpen: true })
  world.broadcast(ONE)
  t.deepEqual(world.announce(1, HASH), ['announced', `transactionEchoed ${ID6}`])
  t.deepEqual(world.state.items.get(HASH)?.message.payload, ONE.payload)
})

test('a thousand are followed at once, and one more is refused at once', (t) => {
  const world = createWorld()
  for (let index = 0; index < MAX_OWN_TRANSACTIONS; index += 1) {
    const id = `id ${index}`
    world.state.own.set(id, toOwnTransaction({ id, expiration: 2_000_000_000 }, id, 0))
  }
  t.deepEqual(world.broadcast(ONE), [`transactionNotSent ${ID6}`])
  t.is(world.state.own.size, MAX_OWN_TRANSACTIONS)
  t.is(MAX_OWN_TRANSACTIONS, 1000)
})

test('where nothing is told to be irreversible the oldest that is in a block gives way', (t) => {
  const world = createWorld()
  for (let index = 0; index < MAX_OWN_TRANSACTIONS; index += 1) {
    const id = `id ${index}`
    const own = toOwnTransaction({ id, expiration: 2_000_000_000 }, id, 0)
    world.state.own.set(id, { ...own, isIncluded: index === 5 || index === 7 })
  }
  t.deepEqual(world.broadcast(ONE), ['wake advertise_inventory'])
  t.is(world.state.own.size, MAX_OWN_TRANSACTIONS)
  t.false(world.state.own.has('id 5'))
  t.true(
    world.state.own.has('id 7') && world.state.own.has('id 0') && world.state.own.has(ONE.transaction.id),
  )
})

test('with each change of the chain it is seen what is in blocks, what is final and what has expired', (t) => {
  const world = createWorld()
  const blocks = recordedBlocks()
  const block = [...blocks.values()].find(({ transactions }) => transactions.length > 0)
  const [mine] = block?.transactions ?? []
  if (block === undefined || mine === undefined) throw new Error('no such block')
  const { own } = world.state
  own.set(mine.id, toOwnTransaction(mine, mine.id, 0))
  const change = (part: Partial<Record<'undone' | 'applied' | 'irreversible', readonly Block[]>>) =>
    deeds(
      followOwn(world.state, [
        { do: 'change', change: { undone: [], applied: [], irreversible: [], ...part } },
      ]),
    )
  change({ applied: [block] })
  t.true(own.get(mine.id)?.isIncluded)
  change({ undone: [block] })
  t.false(own.get(mine.id)?.isIncluded)
  // A block that was undone, and is applied again behind another one, all in one change.
  change({ undone: [block], applied: [block] })
  t.true(own.get(mine.id)?.isIncluded)
  change({ irreversible: [block] })
  t.is(own.size, 0)
})
