import test from 'ava'
import fc from 'fast-check'
import type { ExecutionContext } from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import type { Start } from '../../lib/node/node-state.ts'
import type { StartGoal } from '../../lib/sync/locate-start.ts'
import { createNodeWorld, type NodeWorld, type SimulatedPeer } from '../support/node-world.ts'
import { forkTestChain, makeTestChain } from '../support/test-chain.ts'

const chain = makeTestChain(400)
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
          const world = createNodeWorld({
            chain,
            head,
            start: from(Math.min(first, head + 1)),
            addresses: ADDRESSES,
          })
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
      { numRuns: 40 },
    )
  })
}

type Mishap = {
  readonly do: 'drop' | 'restart' | 'stall'
  readonly peer: number
  readonly at: number
  readonly forMs: number
}

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
    { numRuns: 150 },
  )
})

test('one honest peer among liars is enough', (t) => {
  const kind = fc.constantFrom('no items' as const, 'stalled' as const, 'behind' as const)
  fc.assert(
    fc.property(
      fc.array(fc.record({ kind, latencyMs: fc.nat(300) }), { minLength: 1, maxLength: 3 }),
      fc.nat(3),
      (liars, place) => {
        const world = createNodeWorld({ chain, head: 300, start: from(1), addresses: ADDRESSES })
        const toPeer = ({ kind, latencyMs }: (typeof liars)[number]): Partial<SimulatedPeer> => ({
          latencyMs,
          isLiar: true,
          hasNoItems: kind === 'no items',
          isStalled: kind === 'stalled',
          lag: kind === 'behind' ? 250 : 0,
        })
        const peers = liars.map(toPeer)
        peers.splice(place, 0, {})
        for (const peer of peers) world.addPeer(peer)
        world.advance(60_000)
        t.is(world.emitted.length, 300, JSON.stringify(world.status))
        assertConsecutive(t, world, 1)
        t.deepEqual(world.wronged, [])
      },
    ),
    { numRuns: 60 },
  )
})

test('peers on other branches that are no longer disturb nobody', (t) => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ lastCommon: fc.integer({ min: 1, max: 149 }), length: fc.integer({ min: 1, max: 149 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      fc.nat(2000),
      (forks, pauseMs) => {
        const world = createNodeWorld({ chain, head: 150, start: from(1), addresses: ADDRESSES })
        world.addPeer({})
        const peers = forks.map(({ lastCommon, length }) =>
          world.addPeer({
            chain: forkTestChain(chain, lastCommon, Math.max(length, lastCommon)),
            isUp: false,
          }),
        )
        world.advance(5000)
        t.is(world.emitted.at(-1), 150)
        for (const peer of peers) peer.isUp = true
        for (let count = 0; count < 30; count += 1) {
          world.advance(1000 + pauseMs)
          world.produce()
        }
        world.advance(5000)
        t.is(world.emitted.at(-1), 180)
        assertConsecutive(t, world, 1)
        t.deepEqual(world.wronged, [])
        t.deepEqual(world.undone, [])
        for (const block of world.blocks) t.is(block.id, chain.served(block.number).id)
      },
    ),
    { numRuns: 40 },
  )
})

test('the longer branch is followed, and the lost one undone, however they overtake each other', (t) => {
  fc.assert(
    fc.property(
      fc.record({
        lastCommon: fc.integer({ min: 100, max: 149 }),
        // How far each branch is ahead of the other, again and again.
        leads: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
        latencies: fc.tuple(fc.nat(800), fc.nat(800)),
      }),
      ({ lastCommon, leads, latencies: [first, second] }) => {
        const fork = forkTestChain(chain, lastCommon, 400)
        const world = createNodeWorld({ chain, head: lastCommon, start: from(1), addresses: ADDRESSES })
        const a = world.addPeer({ latencyMs: first })
        const b = world.addPeer({ latencyMs: second, chain: fork })
        world.advance(10_000)
        for (const [round, lead] of leads.entries()) {
          const [ahead, behind] = round % 2 === 0 ? [a, b] : [b, a]
          // Who was behind makes up for it and more; the other one waits.
          for (let count = ahead.lag + lead; count > 0; count -= 1) {
            if (ahead.lag > 0) ahead.lag -= 1
            else behind.lag += 1
            if (ahead.lag === 0 && behind.lag > 0) world.produce()
            world.advance(1000)
          }
          world.advance(60_000)
          t.is(world.emitted.at(-1), world.head, JSON.stringify(world.status))
          const expected = ahead === a ? chain : fork
          for (const block of world.blocks) t.is(block.id, expected.served(block.number).id)
        }
        assertConsecutive(t, world, 1)
        t.deepEqual(world.wronged, [])
      },
    ),
    { numRuns: 40 },
  )
})

test('a longer branch of the only peer is followed', (t) => {
  const world = createNodeWorld({ chain, head: 150, start: from(1), addresses: ADDRESSES.slice(0, 2) })
  const honest = world.addPeer({})
  world.advance(5000)
  honest.isUp = false
  world.drop(honest)
  world.addPeer({ chain: forkTestChain(chain, 140, 200) })
  world.head = 160
  world.advance(60_000)
  t.is(world.status?.state, 'live')
  t.deepEqual(world.undone, [150, 149, 148, 147, 146, 145, 144, 143, 142, 141])
  t.is(world.emitted.length, 160)
})

test('a stream that begins on a branch its peers have left goes back and comes over', (t) => {
  const lost = forkTestChain(chain, 280, 290)
  const world = createNodeWorld({
    chain,
    head: 300,
    start: { after: { number: 288, id: lost.served(288).id } },
    addresses: ADDRESSES.slice(0, 2),
  })
  world.addPeer({})
  // Knows the lost branch still.
  world.addPeer({ chain: lost, latencyMs: 100 })
  world.advance(60_000)
  t.is(world.status?.state, 'live')
  t.deepEqual(
    world.undone.filter((number) => number <= 288),
    [288, 287, 286, 285, 284, 283, 282, 281],
  )
  t.is(world.emitted.at(-1), 300)
  t.is(world.emitted[0], 281)
  t.deepEqual(world.wronged, [])
})

test('a consumer without room is not given more than what was on its way, and gets all of it later', (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ openMs: fc.nat(3000), closedMs: fc.nat(20_000) }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      (phases, count) => {
        const world = createNodeWorld({ chain, head: 300, start: from(1), addresses: ADDRESSES })
        for (let index = 0; index < count; index += 1)
          world.addPeer({ blockEveryMs: 5, latencyMs: 40 * index })
        const setOpen = (isOpen: boolean): void => {
          world.take({ type: 'demand', at: world.now, wantsTransactions: false, isOpen })
        }
        for (const { openMs, closedMs } of phases) {
          setOpen(true)
          world.advance(openMs)
          world.produce()
          setOpen(false)
          const before = world.fetched
          for (let passed = 0; passed < closedMs; passed += 1000) {
            world.advance(1000)
            if (world.head < 390) world.produce()
          }
          t.is(world.fetched, before)
        }
        setOpen(true)
        world.advance(30_000)
        t.is(world.emitted.at(-1), world.head)
        assertConsecutive(t, world, 1)
        t.deepEqual(world.wronged, [])
      },
    ),
    { numRuns: 60 },
  )
})

const goals: readonly (readonly [string, StartGoal, number])[] = [
  ['the head', { kind: 'head' }, 300],
  ['a height', { kind: 'number', number: 123 }, 123],
  ['a height near the head', { kind: 'number', number: 298 }, 298],
  ['a height to come', { kind: 'number', number: 310 }, 310],
  ['a time', { kind: 'time', seconds: chain.served(77).timestamp - 1 }, 77],
  ['a time to come', { kind: 'time', seconds: chain.served(400).timestamp }, 301],
]
for (const [title, goal, first] of goals) {
  test(`begins at ${title}, whatever becomes of the peers meanwhile`, (t) => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ latencyMs: fc.constantFrom(0, 50, 400, 4000, 9000, 14_000) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(mishap, { maxLength: 8 }),
        (peers, mishaps) => {
          const world = createNodeWorld({ chain, head: 300, start: { goal }, addresses: ADDRESSES })
          schedule(
            world,
            peers.map((peer) => world.addPeer(peer)),
            mishaps,
          )
          // Long enough for a peer that answers every question after 14 s.
          world.advance(400_000)
          for (let count = 0; count < 20; count += 1) {
            world.advance(40_000)
            world.produce()
          }
          world.advance(120_000)
          t.is(world.emitted.at(-1), 320, JSON.stringify(world.status))
          assertConsecutive(t, world, first)
          t.deepEqual(world.wronged, [])
        },
      ),
      { numRuns: 20 },
    )
  })
}
