import test from 'ava'
import fc from 'fast-check'
import type { ExecutionContext } from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import type { Start } from '../../lib/node/node-state.ts'
import { createNodeWorld, type NodeWorld, type SimulatedPeer } from '../support/node-world.ts'
import { makeTestChain } from '../support/test-chain.ts'

const chain = makeTestChain(400)
const other = makeTestChain(400, 'another chain')
const ADDRESSES = ['127.0.0.1:5001', '127.0.0.1:5002', '127.0.0.1:5003', '127.0.0.1:5004']

/** From the block with that number on. */
const from = (number: number): Start => ({
  after: number <= 1 ? GENESIS : { number: number - 1, id: chain.served(number - 1).id },
})

function assertConsecutive(t: ExecutionContext, world: NodeWorld, first: number): void {
  t.deepEqual(
    world.emitted,
    world.emitted.map((_, index) => first + index),
  )
}

test('follows one peer from the first block to the head, and on as blocks are made', (t) => {
  const world = createNodeWorld({ chain, head: 300, start: from(1), addresses: ADDRESSES.slice(0, 1) })
  world.addPeer({})
  world.advance(5000)
  t.is(world.emitted.at(-1), 300)
  t.is(world.status?.state, 'live')
  for (let count = 0; count < 20; count += 1) {
    world.produce()
    world.advance(1000)
  }
  t.is(world.emitted.at(-1), 320)
  assertConsecutive(t, world, 1)
})

const SPREAD = [-3, -2, -1, 0, 1, 2, 3] as const

for (const offset of SPREAD) {
  test(`begins ${offset} blocks from the head while blocks are made, and never stops`, (t) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 200 }),
        fc.array(fc.record({ latencyMs: fc.nat(900), lag: fc.nat(2) }), { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(1500), { minLength: 8, maxLength: 16 }),
        (head, peers, pauses) => {
          const first = head + offset
          const world = createNodeWorld({ chain, head, start: from(Math.min(first, head + 1)), addresses: ADDRESSES })
          for (const peer of peers) world.addPeer(peer)
          for (const pause of pauses) {
            world.advance(pause)
            world.produce()
          }
          const least = Math.min(...peers.map(({ lag }) => lag))
          world.advance(15_000 + 5000)
          assertConsecutive(t, world, Math.min(first, head + 1))
          t.is(world.emitted.at(-1), world.head - least, JSON.stringify(world.status))
          t.deepEqual(world.wronged, [])
        },
      ),
      { numRuns: 70 },
    )
  })
}

type Mishap =
  | { readonly do: 'drop' | 'restart' | 'stall'; readonly peer: number; readonly at: number; readonly forMs: number }

const mishap: fc.Arbitrary<Mishap> = fc.record({
  do: fc.constantFrom('drop' as const, 'restart' as const, 'stall' as const),
  peer: fc.nat(3),
  at: fc.nat(40_000),
  forMs: fc.integer({ min: 100, max: 12_000 }),
})

function schedule(world: NodeWorld, peers: readonly SimulatedPeer[], mishaps: readonly Mishap[]): void {
  for (const { do: what, peer: index, at, forMs } of mishaps) {
    const peer = peers[index % peers.length]
    if (peer === undefined) continue
    world.after(at, () => {
      if (what === 'drop') world.drop(peer)
      else if (what === 'stall') {
        peer.isStalled = true
        world.after(forMs, () => (peer.isStalled = false))
      } else {
        peer.isUp = false
        world.drop(peer)
        world.after(forMs, () => (peer.isUp = true))
      }
    })
  }
}

test('whatever becomes of the peers, the stream has no gap and no double, and reaches the head', (t) => {
  fc.assert(
    fc.property(
      fc.record({
        start: fc.integer({ min: 1, max: 220 }),
        peers: fc.array(
          fc.record({
            latencyMs: fc.nat(500),
            blockEveryMs: fc.constantFrom(0, 1, 5, 40),
            lag: fc.constantFrom(0, 0, 0, 1, 5),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        mishaps: fc.array(mishap, { maxLength: 14 }),
        pauses: fc.array(fc.integer({ min: 200, max: 3000 }), { minLength: 10, maxLength: 40 }),
      }),
      ({ start, peers, mishaps, pauses }) => {
        const world = createNodeWorld({ chain, head: 220, start: from(start), addresses: ADDRESSES })
        const simulated = peers.map((peer) => world.addPeer(peer))
        schedule(world, simulated, mishaps)
        for (const pause of pauses) {
          world.advance(pause)
          world.produce()
        }
        world.advance(60_000)
        // All is well from here on: within two rounds of back-off the node has to be where the network is.
        for (let count = 0; count < 10; count += 1) {
          world.advance(3000)
          world.produce()
        }
        world.advance(40_000)
        const least = Math.min(...peers.map(({ lag }) => lag))
        assertConsecutive(t, world, start)
        t.is(world.emitted.at(-1), world.head - least, JSON.stringify(world.status))
        t.deepEqual(world.wronged, [])
      },
    ),
    { numRuns: 300 },
  )
})

test('one honest peer among liars is enough', (t) => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          kind: fc.constantFrom('other chain', 'no items', 'stalled', 'behind'),
          latencyMs: fc.nat(300),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      fc.nat(3),
      (liars, place) => {
        const world = createNodeWorld({ chain, head: 300, start: from(1), addresses: ADDRESSES })
        const add = (index: number): void => {
          if (index === place % (liars.length + 1)) world.addPeer({})
          const liar = liars[index]
          if (liar === undefined) return
          const { kind, latencyMs } = liar
          world.addPeer({
            latencyMs,
            isLiar: true,
            chain: kind === 'other chain' ? other : chain,
            hasNoItems: kind === 'no items',
            isStalled: kind === 'stalled',
            lag: kind === 'behind' ? 250 : 0,
          })
        }
        for (let index = 0; index <= liars.length; index += 1) add(index)
        world.advance(60_000)
        const count = world.emitted.length
        t.is(count, 300, JSON.stringify([liars, place, world.status]))
        assertConsecutive(t, world, 1)
        // What the liars served instead is not among it, unless it came first and fits nobody else.
        t.deepEqual(world.wronged, [])
      },
    ),
    { numRuns: 60 },
  )
})
