import test from 'ava'
import { MAX_LABEL_CHARS, MAX_PER_EVENT, MAX_SHOWN_PEERS } from '../../lib/dash/limits.ts'
import { toPeerFacts } from '../../lib/dash/node-facts.ts'
import { type Heard, tellHeard } from '../../lib/dash/tell-heard.ts'
import { createNameBook } from '../../lib/names/name-book.ts'
import { Block, type Reception } from '../../lib/node/block.ts'
import type { PeerStatus } from '../../lib/node/events.ts'
import { readTransaction } from '../../lib/protocol/transaction.ts'
import { forkTestChain, makeTestChain, START_SECONDS, type TestChain } from '../support/test-chain.ts'

const chain = makeTestChain(60)
const branch = forkTestChain(chain, 58, 60)

/** The events of what is heard one after the other, a millisecond apart. */
function tell(
  heard: readonly (Heard extends infer H ? (H extends Heard ? Omit<H, 'at' | 'chainMs'> : never) : never)[],
) {
  const chainMs = (START_SECONDS + 60 * 3) * 1000
  return tellHeard(
    heard.map((each, index): Heard => ({ ...each, at: 1000 + index, chainMs })),
    createNameBook(),
  )
}

function step(
  type: 'block_applied' | 'block_undone',
  number: number,
  source: Reception['source'] = 'live',
  of: TestChain = chain,
) {
  const block = new Block(of.received(number), { peer: '127.0.0.1:1776', at: 1000, source })
  return { kind: 'step', step: { type, block } } as const
}

test('a change of branches is told in its order', (t) => {
  const told = tell([
    step('block_applied', 58),
    step('block_applied', 59),
    step('block_undone', 59),
    step('block_applied', 59, 'live', branch),
    step('block_applied', 60, 'live', branch),
  ])
  t.deepEqual(
    told.map((event) => {
      if (event.type === 'blocks') return event.blocks.map(({ id }) => id)
      return event.type === 'undone' ? event.id : event.type
    }),
    [
      [chain.served(58).id, chain.served(59).id],
      chain.served(59).id,
      [branch.served(59).id, branch.served(60).id],
    ],
  )
})

test('of many blocks at once the last are described, the rest is counted', (t) => {
  const [event] = tell(Array.from({ length: 60 }, (_, index) => step('block_applied', index + 1, 'sync')))
  t.is(event?.type, 'blocks')
  if (event?.type !== 'blocks') return
  t.is(event.blocks.length, 60)
  t.is(event.blocks.filter(({ details }) => details !== undefined).length, 20)
  t.true(event.blocks.every(({ latencyMs, isCounted }) => latencyMs === undefined && isCounted))
})

test('blocks that are long past are only numbers, but for the last of them', (t) => {
  const chainMs = (START_SECONDS + 10_000) * 1000
  const heard = Array.from({ length: 60 }, (_, index): Heard => ({
    ...step('block_applied', index + 1, 'sync'),
    at: 1000,
    chainMs,
  }))
  const [event] = tellHeard(heard, createNameBook())
  t.like(event, { type: 'blocks', skipped: 40 })
  if (event?.type !== 'blocks') return
  t.deepEqual(
    event.blocks.map(({ number, isCounted }) => [number, isCounted]),
    Array.from({ length: 20 }, (_, index) => [41 + index, false]),
  )
})

test('who announces a block is told once each, before the block', (t) => {
  const announced = (peer: string, itemType: 'block' | 'transaction') =>
    ({ kind: 'event', event: { type: 'announced', peer, itemType, count: 1 } }) as const
  const told = tell([
    step('block_applied', 60),
    announced('a:1', 'block'),
    announced('b:1', 'transaction'),
    announced('c:1', 'block'),
    announced('a:1', 'block'),
  ])
  t.deepEqual(
    told.map((event) => (event.type === 'announced' ? [event.peer, event.at] : event.type)),
    [['a:1', 1001], ['c:1', 1003], 'blocks'],
  )
})

test('of the time only the newest is told', (t) => {
  t.deepEqual(
    tell([{ kind: 'tick' }, { kind: 'tick' }]).map(({ at }) => at),
    [1001],
  )
})

/** A transfer of 5 satoshis from 1.2.17 to 1.2.18, without a fee and signatures. */
const TRANSFER = readTransaction(
  Uint8Array.from([
    ...[1, 0, 2, 0, 0, 0, 3, 0, 0, 0], // reference block, expiration
    ...[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], // one operation, a transfer; its fee
    ...[17, 18, 5, 0, 0, 0, 0, 0, 0, 0, 0], // from, to, amount
    ...[0, 0, 0, 0], // no memo, no extensions, no signatures
  ]),
)

test('pending transactions are told up to a number, and the rest is counted', (t) => {
  const pending = Array.from(
    { length: MAX_PER_EVENT + 7 },
    (_, index) =>
      ({
        kind: 'transaction',
        event: { status: 'pending', id: String(index), transaction: TRANSFER, at: 1, peer: 'a:1' },
      }) as const,
  )
  const [event] = tell(pending)
  t.like(event, { type: 'pending', skipped: 7 })
  if (event?.type !== 'pending') return
  t.is(event.transactions.length, MAX_PER_EVENT)
  t.like(event.transactions[0], { id: '7', type: 'transfer', operations: 1, peer: 'a:1' })
})

test('a transaction of an undone block waits again, without a peer', (t) => {
  const from = chain.served(1)
  const [event] = tell([
    {
      kind: 'transaction',
      event: { status: 'returned', id: 'x', transaction: TRANSFER, from: { number: 1, id: from.id } },
    },
  ])
  t.like(event, { type: 'pending', transactions: [{ id: 'x', peer: undefined }] })
})

test('the end of transactions is told in parts, of those that nobody heard of before not at all', (t) => {
  const block = { number: 1, id: chain.served(1).id }
  const ended = Array.from(
    { length: MAX_PER_EVENT + 1 },
    (_, index) =>
      ({
        kind: 'transaction',
        event: { status: 'included', id: String(index), transaction: TRANSFER, block, pendingForMs: 12.4 },
      }) as const,
  )
  const unheard = {
    kind: 'transaction',
    event: { status: 'included', id: 'y', transaction: TRANSFER, block },
  } as const
  const expired = { kind: 'transaction', event: { status: 'expired', id: 'z' } } as const
  const told = tell([...ended, unheard, expired])
  t.deepEqual(
    told.map((event) => (event.type === 'settled' ? event.transactions.length : event.type)),
    [MAX_PER_EVENT, 2],
  )
  const last = told.at(-1)
  t.like(last, {
    transactions: [
      { block: 1, pendingForMs: 12 },
      { id: 'z', block: undefined },
    ],
  })
})

test('texts of peers are cut and cleaned, and of many connections the active ones are told', (t) => {
  const status = (index: number): PeerStatus => ({
    peer: `192.0.2.1:${index}`,
    direction: 'outbound',
    state: index < MAX_SHOWN_PEERS ? 'connecting' : 'active',
    sync: undefined,
    hello: {
      userAgent: '\u001b]0;owned\u0007'.repeat(500),
      protocolVersion: 106,
      nodeId: '',
      publicKey: '',
      chainId: '',
      inboundAddress: '',
      inboundPort: 0,
      outboundPort: 0,
      platform: '\u009b2J',
      revision: '',
      head: { number: 7, id: '' },
      headTime: 0,
    },
    ageMs: 1,
    clockOffsetMs: 1.234,
    roundTripMs: undefined,
    bytesReceived: 0,
    bytesSent: 0,
    blocksReceived: 0,
  })
  const peers = toPeerFacts(Array.from({ length: MAX_SHOWN_PEERS + 10 }, (_, index) => status(index)))
  t.is(peers.length, MAX_SHOWN_PEERS)
  t.is(peers[9]?.state, 'active')
  t.is(peers[10]?.state, 'connecting')
  const [first] = peers
  t.true((first?.userAgent.length ?? 0) <= MAX_LABEL_CHARS)
  t.false(/\p{Cc}/u.test(`${first?.userAgent ?? ''}${first?.platform ?? ''}`))
  t.is(first?.clockOffsetMs, 1.2)
})
