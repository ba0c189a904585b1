import test, { type ExecutionContext } from 'ava'
import { createNameBook } from '../../lib/names/name-book.ts'
import { MAX_PENDING_LINES, PEERS_EVERY_MS, PENDING_EVERY_MS } from '../../lib/serve/limits.ts'
import { MempoolWatch } from '../../lib/serve/watch-mempool.ts'
import { type NodeStep, watchNode } from '../../lib/serve/watch-node.ts'
import { EMPTY_VIEW, reduceView } from '../../lib/view/reduce-view.ts'
import {
  blockOn,
  chainOf,
  heard,
  PEER_STATUS,
  ScriptedNode,
  STATUS,
  transferOf,
} from '../support/page-world.ts'
import { createVirtualTime } from '../support/virtual-time.ts'

function watch(t: ExecutionContext, chainSeconds = 0) {
  const node = new ScriptedNode()
  const time = createVirtualTime()
  const names = createNameBook()
  const mempool = new MempoolWatch(names)
  const steps: NodeStep[] = []
  const subscription = watchNode(node, {
    names,
    mempool,
    chainSeconds: () => chainSeconds,
    scheduler: time.scheduler,
  }).subscribe((step) => steps.push(step))
  t.teardown(() => {
    subscription.unsubscribe()
  })
  const of = <Type extends NodeStep['type']>(type: Type) =>
    steps.filter((step): step is Extract<NodeStep, { readonly type: Type }> => step.type === type)
  return { node, time, names, mempool, steps, of, subscription }
}

test('blocks come in order, with names, latency and what they are made of', (t) => {
  const [one, two] = chainOf(2, () => ({ transactions: [[transferOf(0, 3)]] }))
  if (one === undefined || two === undefined) throw new Error()
  const { node, of, names } = watch(t, two.timestamp + 0.125)
  node.apply(one, two)
  const [first, second] = of('block').map(({ event }) => event.block)
  t.deepEqual([first?.number, second?.number], [1, 2])
  t.is(second?.latencyMs, 125)
  t.is(first?.operations[0]?.text, 'committee-account sends 0.00001 BTS to null-account')
  t.is(names.head, 2)
})

test('a block from catching up has no latency', (t) => {
  const { node, of } = watch(t)
  node.apply(blockOn(undefined, { source: 'sync' }))
  t.false('latencyMs' in (of('block')[0]?.event.block ?? {}))
})

test('an undone block is told, and the name book follows', (t) => {
  const [one, two] = chainOf(2)
  if (one === undefined || two === undefined) throw new Error()
  const { node, of, names } = watch(t)
  node.apply(one, two)
  node.undo(two)
  t.deepEqual(of('undo')[0]?.event, { type: 'undo', number: 2, id: two.id, previous: one.id })
  t.is(names.head, 1)
  const other = blockOn(one, { after: 6 })
  node.apply(other)
  t.is(of('block').at(-1)?.event.block.id, other.id)
})

test('missed slots are told with the block after them, also when a change has several blocks', (t) => {
  const [one, two, three] = chainOf(3)
  if (one === undefined || two === undefined || three === undefined) throw new Error()
  const { node, of } = watch(t)
  const slot = { isProduced: false, isUndone: false, block: undefined }
  node.tellSlots({
    ...slot,
    timestamp: one.timestamp,
    isProduced: true,
    witness: '1.6.1',
    block: one.cursor,
  })
  node.tellSlots({ ...slot, timestamp: 5, witness: '1.6.2' })
  node.tellSlots({ ...slot, timestamp: 6, witness: undefined })
  node.tellSlots({
    ...slot,
    timestamp: two.timestamp,
    isProduced: true,
    witness: '1.6.1',
    block: two.cursor,
  })
  node.tellSlots({
    ...slot,
    timestamp: three.timestamp,
    isProduced: true,
    witness: '1.6.1',
    block: three.cursor,
  })
  node.apply(one, two, three)
  node.tellSlots({ ...slot, timestamp: 6, isUndone: true, witness: undefined })
  t.deepEqual(
    of('block').map(({ event }) => event.block.missedBefore),
    [[], [{ timestamp: 5, witness: '1.6.2' }, { timestamp: 6 }], []],
  )
})

test('a transaction is told when it is heard of, and its wait with its block', (t) => {
  const { node, of, time, mempool } = watch(t)
  const one = blockOn(undefined, { transactions: [[transferOf(0, 3)]] })
  const at = one.received.at - 700
  const event = heard([transferOf(0, 3)], at)
  node.tellTransactions(event)
  t.not(mempool.find(event.id), undefined)
  time.advance(PENDING_EVERY_MS)
  t.deepEqual(
    of('mempool').map(({ event: { totals, heard: lines } }) => [totals.pending, lines.map(({ id }) => id)]),
    [[1, [event.id]]],
  )
  node.apply(one)
  t.deepEqual(of('block')[0]?.event.block.transactions, [{ id: event.id, operations: 1, waitMs: 700 }])
  t.is(mempool.find(event.id), undefined)
})

test('what becomes of transactions is counted, whatever the order', (t) => {
  const { node, of, time } = watch(t)
  const one = heard([transferOf(0, 3, 1)], 1)
  const two = heard([transferOf(0, 3, 2)], 1)
  if (one.status !== 'pending') throw new Error()
  const block = blockOn(undefined)
  const { id, transaction } = one
  node.tellTransactions(one)
  node.tellTransactions(two)
  node.tellTransactions({ status: 'included', id, transaction, block: block.cursor, pendingForMs: 5 })
  node.tellTransactions({ status: 'included', id: 'unseen', transaction, block: block.cursor })
  node.tellTransactions({ status: 'returned', id, transaction, from: block.cursor })
  node.tellTransactions({ status: 'included', id, transaction, block: block.cursor, pendingForMs: 5 })
  node.tellTransactions({ status: 'expired', id: two.id })
  time.advance(PENDING_EVERY_MS)
  t.deepEqual(of('mempool').at(-1)?.event.totals, { pending: 0, seen: 2, included: 1, expired: 1 })
  t.deepEqual(of('mempool').at(-1)?.event.expired, [two.id])
})

test('of a flood of transactions some are told, and all are counted', (t) => {
  const { node, of, time } = watch(t)
  for (let amount = 1; amount <= 100; amount += 1) node.tellTransactions(heard([transferOf(0, 3, amount)], 1))
  time.advance(PENDING_EVERY_MS)
  t.is(of('mempool').length, 1)
  t.is(of('mempool')[0]?.event.heard.length, MAX_PENDING_LINES)
  t.is(of('mempool')[0]?.event.totals.pending, 100)
})

test('connections are told at once, then so often', (t) => {
  const { node, of, time } = watch(t)
  for (let blocksReceived = 0; blocksReceived < 10; blocksReceived += 1)
    node.tellPeers({ ...PEER_STATUS, blocksReceived })
  t.is(of('peers').length, 1)
  time.advance(PEERS_EVERY_MS)
  t.is(of('peers').length, 2)
  t.is(of('peers')[1]?.event.peers[0]?.blocksReceived, 9)
})

test('the standing has the age of the head by the clock of the chain', (t) => {
  const { node, of } = watch(t, 1003.5)
  node.tellStatus({ ...STATUS, head: { number: 1, id: '00' }, headTime: 1000 })
  t.is(of('status')[0]?.event.status.headAgeSeconds, 3.5)
})

test('it leaves the node when it is left', (t) => {
  const { node, subscription, time } = watch(t)
  node.tellTransactions(heard([transferOf(0, 3)], 1))
  subscription.unsubscribe()
  t.false(node.isObserved)
  t.is(time.timers, 0)
})

test('the steps make a view', (t) => {
  const { node, steps } = watch(t)
  const [one, two] = chainOf(2)
  if (one === undefined || two === undefined) throw new Error()
  node.apply(one, two)
  node.undo(two)
  const view = steps.reduce((state, { event }) => reduceView(state, event), EMPTY_VIEW)
  t.deepEqual(
    view.blocks.map(({ number, isUndone = false }) => [number, isUndone]),
    [
      [1, false],
      [2, true],
    ],
  )
})
