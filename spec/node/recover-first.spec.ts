import test from 'ava'
import fc from 'fast-check'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import type { VerifiableBlock, VerifyLevel } from '../../lib/chain/verify-block.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import { MAX_BATCHES_OUT, MAX_RECOVERING_BLOCKS } from '../../lib/node/recovery-queue.ts'
import { toHex } from '../../lib/platform/node.ts'
import { MAX_ALLOWANCE } from '../../lib/sync/sync-state.ts'
import { createNodeWorld, type NodeWorld, type NodeWorldOptions } from '../support/node-world.ts'
import { forgeTestChain, makeTestChain } from '../support/test-chain.ts'

const chain = makeTestChain(3000, 'recover')
const ADDRESSES = ['127.0.0.1:5001', '127.0.0.1:5002', '127.0.0.1:5003']
const NEVER_MS = 1e9

const keys = new Map(
  chain.cast.witnesses.map(({ instance, signing }) => [instance, toHex(signing.publicKey)] as const),
)
/** The key that it should be signed with, unless nobody signed it: sooner told than found out. */
const signerOf = ({ witnessInstance, witnessSignature }: VerifiableBlock): string | undefined =>
  witnessSignature.every((byte) => byte === 0) ? undefined : keys.get(witnessInstance)

interface RecoveringWorld extends NodeWorld {
  /** Numbers of the blocks that were given away to have their keys recovered, batch by batch. */
  readonly given: readonly (readonly number[])[]
}

/** A node that holds blocks against the keys of genesis. */
function createWorld(
  options: Partial<NodeWorldOptions> & { readonly level?: VerifyLevel } = {},
): RecoveringWorld {
  const { level = 'strict', recoverMs = () => 10, ...others } = options
  const given: number[][] = []
  const world = createNodeWorld({
    chain,
    head: 300,
    start: { after: GENESIS },
    addresses: ADDRESSES,
    signerOf,
    verification: {
      level,
      genesis: readGenesis(chain.genesis),
      timing: undefined,
      checkpoint: new Map(),
      prefix: 'BTS',
    },
    ...others,
    recoverMs(blocks) {
      given.push(blocks.map(({ number }) => number))
      return recoverMs(blocks)
    },
  })
  return Object.defineProperty(world, 'given', { value: given }) as RecoveringWorld
}

const after = (number: number): NodeWorldOptions['start'] => ({
  after: { number, id: chain.served(number).id },
})
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1)

for (const level of ['signatures', 'strict'] as const) {
  test(`${level}: keys of the past are recovered before its blocks are offered, in the order of the chain`, (t) => {
    const world = createWorld({ level })
    world.addPeer({})
    world.advance(5000)
    t.deepEqual(world.emitted, upTo(300))
    // The last few are not worth it.
    const given = world.given.flat()
    t.deepEqual(given, upTo(given.length))
    t.true(given.length > 280)
    t.true(world.blocks.every(({ verified }) => verified.level === level))
    t.is(world.status?.state, 'live')
  })
}

test('links: nothing is recovered, here or elsewhere', (t) => {
  let asked = 0
  const world = createWorld({
    level: 'links',
    signerOf(block) {
      asked += 1
      return signerOf(block)
    },
  })
  world.addPeer({})
  world.advance(5000)
  t.deepEqual(world.emitted, upTo(300))
  t.is(asked, 0)
  t.deepEqual(world.given, [])
})

test('a few blocks, and those that are announced, are verified where they are', (t) => {
  const world = createWorld({ start: after(293) })
  world.addPeer({})
  world.advance(5000)
  for (let count = 0; count < 20; count += 1) {
    world.produce()
    world.advance(1000)
  }
  t.deepEqual(world.emitted, upTo(320).slice(293))
  t.deepEqual(world.given, [])
})

test('while keys are being recovered the node is catching up, and asks nobody for the same blocks', (t) => {
  const world = createWorld({ recoverMs: () => NEVER_MS })
  for (const latencyMs of [10, 40, 90]) world.addPeer({ latencyMs })
  world.advance(14_000)
  t.deepEqual(world.emitted, [])
  t.is(world.fetched, 300)
  t.is(world.state.chain?.waiting.size, 300)
  t.like(world.status, { state: 'syncing', behindBlocks: 300 })
  t.is(world.given.length, MAX_BATCHES_OUT)
})

test('an announced block waits for those before it, and for nothing else', (t) => {
  for (const isNext of [true, false]) {
    const world = createWorld({ recoverMs: () => 5000 })
    world.addPeer({})
    // It has nothing that the other one has not sent already.
    world.addPeer({ latencyMs: 400 })
    world.advance(3000)
    t.deepEqual(world.emitted, [])
    const [peer, other] = world.state.peers.keys()
    const from = isNext ? peer : other
    if (from === undefined) return t.fail()
    const block = chain.received(isNext ? 301 : 311)
    world.take({
      type: 'announced',
      peer: from,
      at: world.now,
      itemType: ITEM_TYPE.block,
      hashes: [block.messageHash],
    })
    const commands = world.take({ type: 'blocksReceived', peer: from, at: world.now, blocks: [block] })
    t.is(world.state.chain?.waiting.has(block.id), isNext)
    const told = commands.flatMap((command) => (command.do === 'emit' ? [command.event.type] : []))
    t.is(told.includes('blockHeld'), !isNext)
  }
})

test('with so many blocks in the queue no more are asked for, and nothing is lost', (t) => {
  const world = createWorld({ head: 3000, recoverMs: () => 4000 })
  world.addPeer({})
  let most = 0
  for (let count = 0; count < 400 && world.emitted.length < 3000; count += 1) {
    world.advance(100)
    most = Math.max(most, world.state.chain?.recovery.blockCount ?? 0)
  }
  t.true(most >= MAX_RECOVERING_BLOCKS && most <= MAX_RECOVERING_BLOCKS + MAX_ALLOWANCE, `${most}`)
  t.deepEqual(world.emitted, upTo(3000))
  t.is(world.fetched, 3000)
  t.like(world.state.chain?.recovery, { batches: [], blockCount: 0, sizeBytes: 0 })
})

test('whoever sent a block that nobody signed is blamed, and what else it sent is not looked at', (t) => {
  fc.assert(
    fc.property(
      fc.record({
        lastGood: fc.integer({ min: 10, max: 280 }),
        latencies: fc.tuple(fc.nat(300), fc.nat(300)),
        recoverMs: fc.nat(500),
        leaves: fc.boolean(),
      }),
      ({ lastGood, latencies: [first, second], recoverMs, leaves }) => {
        const world = createWorld({ recoverMs: () => recoverMs })
        const liar = world.addPeer({
          latencyMs: first,
          isLiar: true,
          chain: forgeTestChain(chain, lastGood, 300),
        })
        world.addPeer({ latencyMs: second })
        if (leaves) world.after(first * 4 + 400, () => world.drop(liar))
        // Where both are as quick, each batch is a block, and a few at a time take their half a second.
        world.advance(60_000)
        t.deepEqual(world.emitted, upTo(300))
        for (const block of world.blocks) t.is(block.id, chain.served(block.number).id)
        t.deepEqual(world.wronged, [])
        t.is(world.state.chain?.waiting.size, 0)
      },
    ),
    { numRuns: 20 },
  )
  const world = createWorld()
  world.addPeer({ isLiar: true, chain: forgeTestChain(chain, 120, 300) })
  world.advance(2000)
  t.deepEqual(world.emitted, upTo(120))
  const refused = world.events.filter((event) => event.type === 'blockRefused')
  t.is(refused[0]?.reason.code, 'BAD_SIGNATURE')
  // Those of its own batch, and no others.
  t.true(refused.length <= 100)
  t.true(world.events.some((event) => event.type === 'peerClosed' && event.code === 'BAD_BLOCK'))
})

test('however long each batch takes, and whatever becomes of the peers, the stream has no gap and no double', (t) => {
  fc.assert(
    fc.property(
      fc.record({
        peers: fc.array(
          fc.record({
            latencyMs: fc.nat(400),
            blockEveryMs: fc.constantFrom(0, 1, 5),
            lag: fc.constantFrom(0, 0, 2),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        times: fc.infiniteStream(fc.oneof(fc.nat(20), fc.nat(3000))),
        drops: fc.array(fc.record({ peer: fc.nat(2), at: fc.nat(20_000) }), { maxLength: 6 }),
        pauses: fc.array(fc.integer({ min: 200, max: 3000 }), { minLength: 5, maxLength: 20 }),
        start: fc.integer({ min: 1, max: 280 }),
      }),
      ({ peers, times, drops, pauses, start }) => {
        const recoverMs = (): number => Number(times.next().value)
        const world = createWorld({ start: after(start), recoverMs })
        const simulated = peers.map((peer) => world.addPeer(peer))
        for (const { peer, at } of drops) {
          const dropped = simulated[peer % simulated.length]
          if (dropped !== undefined) world.after(at, () => world.drop(dropped))
        }
        for (const pause of pauses) {
          world.advance(pause)
          world.produce()
        }
        world.advance(90_000)
        const head = world.head - Math.min(...peers.map(({ lag }) => lag))
        t.deepEqual(world.emitted, upTo(head).slice(start))
        t.deepEqual(world.wronged, [])
        t.is(world.state.chain?.waiting.size, 0)
      },
    ),
    { numRuns: 40 },
  )
})
