import test from 'ava'
import fc from 'fast-check'
import type { Block } from '../../lib/node/block.ts'
import type { NodePeer } from '../../lib/node/node-state.ts'
import {
  createRecoveryQueue,
  dropBatchesOf,
  enqueue,
  hasBlocksOf,
  hasRoom,
  MAX_BATCH_BLOCKS,
  MAX_BATCHES_OUT,
  MAX_RECOVERING_BLOCKS,
  MAX_RECOVERING_BYTES,
  type RecoveryBatch,
  settleBatch,
  takeDone,
  takeOutgoing,
} from '../../lib/node/recovery-queue.ts'

const peerOf = (key: number): NodePeer => ({ key }) as NodePeer
const [one, other] = [peerOf(1), peerOf(2)]
const blocksFrom = (first: number, count: number, sizeBytes = 100): readonly Block[] =>
  Array.from({ length: count }, (_, index) => ({ number: first + index, sizeBytes }) as unknown as Block)
/** `1: 5-7` for blocks 5 to 7 of peer 1. */
const textOf = ({ peer, blocks }: RecoveryBatch): string =>
  `${peer.key}: ${blocks[0]?.number}-${blocks.at(-1)?.number}`

test('what one peer sends is cut into batches, and what comes before the last is out is added to it', (t) => {
  const queue = createRecoveryQueue()
  enqueue(queue, one, blocksFrom(1, MAX_BATCH_BLOCKS + 5))
  enqueue(queue, one, blocksFrom(MAX_BATCH_BLOCKS + 6, 1))
  t.deepEqual(takeOutgoing(queue).map(textOf), ['1: 1-100', '1: 101-106'])
  enqueue(queue, one, blocksFrom(107, 1))
  t.deepEqual(takeOutgoing(queue).map(textOf), ['1: 107-107'])
})

test('a batch is of one peer', (t) => {
  const queue = createRecoveryQueue()
  enqueue(queue, one, blocksFrom(1, 2))
  enqueue(queue, other, blocksFrom(3, 2))
  enqueue(queue, one, blocksFrom(5, 2))
  t.deepEqual(takeOutgoing(queue).map(textOf), ['1: 1-2', '2: 3-4', '1: 5-6'])
})

test('so many are out at a time, and the next goes when one is done', (t) => {
  const queue = createRecoveryQueue()
  enqueue(queue, one, blocksFrom(1, MAX_BATCH_BLOCKS * (MAX_BATCHES_OUT + 2)))
  const [first] = takeOutgoing(queue)
  t.deepEqual(takeOutgoing(queue), [])
  settleBatch(queue, first?.number ?? 0)
  const next = MAX_BATCH_BLOCKS * MAX_BATCHES_OUT + 1
  t.deepEqual(takeOutgoing(queue).map(textOf), [`1: ${next}-${next + MAX_BATCH_BLOCKS - 1}`])
})

test('what is done sooner than what came before it waits for that', (t) => {
  const queue = createRecoveryQueue()
  enqueue(queue, one, blocksFrom(1, 300))
  const [first, second, third] = takeOutgoing(queue).map(({ number }) => number)
  if (first === undefined || second === undefined || third === undefined) return t.fail()
  settleBatch(queue, second)
  t.is(takeDone(queue), undefined)
  settleBatch(queue, first)
  t.deepEqual(
    [takeDone(queue), takeDone(queue)].map((batch) => batch && textOf(batch)),
    ['1: 1-100', '1: 101-200'],
  )
  t.is(takeDone(queue), undefined)
  t.true(hasBlocksOf(queue, one))
  settleBatch(queue, third)
  takeDone(queue)
  t.false(hasBlocksOf(queue, one))
})

test('what is dropped comes back as nothing, and keeps nobody waiting', (t) => {
  const queue = createRecoveryQueue()
  enqueue(queue, one, blocksFrom(1, 2))
  enqueue(queue, other, blocksFrom(3, 2))
  const [first, second] = takeOutgoing(queue)
  t.deepEqual(dropBatchesOf(queue, one).map(textOf), ['1: 1-2'])
  settleBatch(queue, first?.number ?? 0)
  t.is(takeDone(queue), undefined)
  settleBatch(queue, second?.number ?? 0)
  t.is(takeDone(queue)?.peer, other)
  t.like(queue, { batches: [], blockCount: 0, sizeBytes: 0 })
})

test('there is room below so many blocks and bytes', (t) => {
  const queue = createRecoveryQueue()
  t.true(hasRoom(queue))
  enqueue(queue, one, blocksFrom(1, MAX_RECOVERING_BLOCKS - 1))
  t.true(hasRoom(queue))
  enqueue(queue, one, blocksFrom(MAX_RECOVERING_BLOCKS, 1))
  t.false(hasRoom(queue))
  dropBatchesOf(queue, one)
  t.true(hasRoom(queue))
  enqueue(queue, one, blocksFrom(1, 16, MAX_RECOVERING_BYTES / 16))
  t.false(hasRoom(queue))
})

test('in whatever order batches are done, all blocks leave in the order in which they came', (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ peer: fc.constantFrom(one, other), count: fc.integer({ min: 1, max: 250 }) }), {
        maxLength: 12,
      }),
      fc.infiniteStream(fc.nat(MAX_BATCHES_OUT)),
      (deliveries, choices) => {
        const queue = createRecoveryQueue()
        const out: number[] = []
        const left: number[] = []
        let came = 0
        const turn = (): void => {
          out.push(...takeOutgoing(queue).map(({ number }) => number))
          t.true(out.length <= MAX_BATCHES_OUT)
          const [number] = out.splice((choices.next().value ?? 0) % Math.max(1, out.length), 1)
          if (number !== undefined) settleBatch(queue, number)
          for (let batch = takeDone(queue); batch !== undefined; batch = takeDone(queue))
            left.push(...batch.blocks.map((block) => block.number))
        }
        for (const { peer, count } of deliveries) {
          enqueue(queue, peer, blocksFrom(came + 1, count))
          came += count
          turn()
        }
        while (queue.batches.length > 0) turn()
        t.deepEqual(
          left,
          Array.from({ length: came }, (_, index) => index + 1),
        )
        t.like(queue, { blockCount: 0, sizeBytes: 0 })
      },
    ),
  )
})
