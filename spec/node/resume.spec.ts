import test, { type ExecutionContext } from 'ava'
import fc from 'fast-check'
import { type Cursor, GENESIS } from '../../lib/chain/cursor.ts'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { createHoldBack, type StreamMode } from '../../lib/chain/hold-back.ts'
import type { Block } from '../../lib/node/block.ts'
import type { Verification } from '../../lib/node/chain-rules.ts'
import { createNodeWorld, type NodeWorld } from '../support/node-world.ts'
import { forkTestChain, makeTestChain } from '../support/test-chain.ts'

// So many witnesses that a branch of twelve blocks cannot be irreversible.
const chain = makeTestChain(420, 'resume', 21)
const ADDRESSES = ['127.0.0.1:5001', '127.0.0.1:5002', '127.0.0.1:5003']

const VERIFICATION: Verification = {
  level: 'strict',
  genesis: readGenesis(chain.genesis),
  timing: undefined,
  checkpoint: new Map(),
  prefix: 'BTS',
}

/** What somebody has who replays the events, and keeps it over restarts. */
interface Consumer {
  readonly ids: string[]
  readonly first: number
  irreversible: number
}

/** Feeds a consumer with what a world's node says from now on, as the stream of that mode would. */
function feed(t: ExecutionContext, world: NodeWorld, consumer: Consumer, mode: StreamMode): void {
  const holdBack = createHoldBack<Block>(mode)
  let next = 0
  world.onChange((change) => {
    const { undone, applied, irreversible } = holdBack(change)
    for (const block of undone) {
      t.is(consumer.ids.at(-1), block.id, `block ${block.number} is undone and was not the last`)
      t.true(block.number > consumer.irreversible, `block ${block.number} is undone and was irreversible`)
      consumer.ids.pop()
    }
    for (const block of applied) {
      t.is(block.number, consumer.first + consumer.ids.length)
      t.is(block.previous, consumer.ids.at(-1) ?? block.previous)
      consumer.ids.push(block.id)
    }
    for (const { number, id } of irreversible) {
      // In a stream that goes on after a block the first one says that all below it are irreversible, too.
      if (next !== 0) t.is(number, next)
      t.true(number > consumer.irreversible, `${number} is irreversible after ${consumer.irreversible}`)
      t.is(consumer.ids[number - consumer.first], id)
      consumer.irreversible = number
      next = number + 1
    }
  })
}

const cursorOf = ({ ids, first }: Consumer): Cursor => {
  const id = ids.at(-1)
  return id === undefined ? GENESIS : { number: first + ids.length - 1, id }
}

const run = fc.record({
  forSeconds: fc.integer({ min: 0, max: 60 }),
  latencies: fc.tuple(fc.nat(900), fc.nat(900), fc.nat(900)),
  mishaps: fc.array(
    fc.record({ peer: fc.nat(2), atMs: fc.nat(60_000), forMs: fc.integer({ min: 100, max: 9000 }) }),
    { maxLength: 5 },
  ),
})

/** Long enough for everything to come right, and for witnesses to be found. */
const LAST_RUN = { forSeconds: 250, latencies: [50, 60, 70], mishaps: [] } as const

for (const mode of ['head', { confirmations: 6 }, 'irreversible'] as const) {
  const title = typeof mode === 'string' ? mode : `${mode.confirmations} confirmations`
  test(`over restarts, lost peers, forks and switches nothing is missing or double: ${title}`, (t) => {
    fc.assert(
      fc.property(
        fc.record({
          lastCommon: fc.integer({ min: 60, max: 120 }),
          lostLength: fc.integer({ min: 1, max: 12 }),
          runs: fc.array(run, { minLength: 1, maxLength: 4 }),
        }),
        ({ lastCommon, lostLength, runs }) => {
          const lost = forkTestChain(chain, lastCommon, lastCommon + lostLength, (witness) => witness <= 6)
          const consumer: Consumer = { ids: [], first: 1, irreversible: 0 }
          // The branch that will be lost is ahead at first: the other one has come only half as far.
          let head = lastCommon + Math.floor(lostLength / 2)
          let world: NodeWorld | undefined
          for (const { forSeconds, latencies, mishaps } of [...runs, LAST_RUN]) {
            world = createNodeWorld({
              chain,
              head,
              start: { after: cursorOf(consumer) },
              addresses: ADDRESSES,
              verification: VERIFICATION,
              aheadSeconds: 1000,
            })
            feed(t, world, consumer, mode)
            const peers = [
              world.addPeer({ latencyMs: latencies[0] }),
              world.addPeer({ latencyMs: latencies[1], chain: lost, lag: head - lost.length }),
              world.addPeer({ latencyMs: latencies[2] }),
            ]
            for (const { peer, atMs, forMs } of mishaps) {
              const victim = peers[peer]
              if (victim === undefined) continue
              world.after(atMs, () => {
                victim.isUp = false
                world?.drop(victim)
                world?.after(forMs, () => (victim.isUp = true))
              })
            }
            for (let second = 0; second < forSeconds; second += 1) {
              world.advance(1000)
              if (second % 3 === 0) world.produce()
              const [, straggler] = peers
              if (straggler !== undefined) straggler.lag = world.head - lost.length
            }
            if (forSeconds > 0) world.advance(5000)
            head = world.head
            t.deepEqual(world.wronged, [])
          }
          const until = {
            head: () => head,
            irreversible: () => world?.status?.irreversible?.number ?? 0,
            confirmations: () => head - 6,
          }[typeof mode === 'string' ? mode : 'confirmations']()
          // No witness makes two blocks before all have made one, or nearly so.
          t.true(head - until <= 2 * 21, JSON.stringify(world?.status))
          const expected = Array.from({ length: until }, (_, index) => chain.served(index + 1).id)
          t.deepEqual(consumer.ids.slice(0, expected.length), expected, JSON.stringify(world?.status))
        },
      ),
      { numRuns: 12 },
    )
  })
}
