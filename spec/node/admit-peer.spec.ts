import test from 'ava'
import fc from 'fast-check'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { isConnectedTo, whyNoPlace } from '../../lib/node/admit-peer.ts'
import {
  createNodeState,
  type LoopEvent,
  type NodeCommand,
  type NodeContext,
} from '../../lib/node/node-state.ts'
import { reduceNode } from '../../lib/node/reduce-node.ts'
import type { PeerHello } from '../../lib/peer/hello.ts'
import { DEFAULT_INBOUND_LIMITS } from '../../lib/pool/inbound-limits.ts'
import { parseAddress } from '../../lib/transport/peer-address.ts'
import { createContext } from '../support/node-world.ts'

const PLACES = 12
const TRUSTED = 'trusted key'

function helloOf(nodeId: string, publicKey: string = nodeId): PeerHello {
  return {
    userAgent: 'spec',
    protocolVersion: 106,
    nodeId,
    publicKey,
    chainId: '',
    inboundAddress: '',
    inboundPort: 0,
    outboundPort: 0,
    platform: '',
    revision: '',
    head: GENESIS,
    headTime: 0,
  }
}

/**
 * All connect from one network, so that of networks none is ranked above the others by what only this node knows, and each from
 * a host of its own.
 */
const inbound: NodeContext['inbound'] = {
  profile: 'public',
  limits: { ...DEFAULT_INBOUND_LIMITS, maxInbound: PLACES, maxInboundPerNetwork: 64 },
  hasTrusted: true,
}
const hostAt = (number: number): string => `20.1.${number}.1`

/** A node with twelve places for those who connect, and what it does about them. */
function createWorld(change: Partial<NodeContext> = {}, given: readonly string[] = []) {
  const context = createContext({
    inbound,
    trustedKeys: new Set([TRUSTED]),
    ...change,
  })
  const state = createNodeState(context, given.map(parseAddress), [], { after: GENESIS })
  let now = 0
  let sockets = 0
  const take = (event: LoopEvent): readonly NodeCommand[] => reduceNode(state, event)
  const lost = (commands: readonly NodeCommand[]): readonly string[] =>
    commands.flatMap((command) =>
      command.do === 'disconnect' ? [`${command.peer} ${command.fault.code}`] : [],
    )
  return {
    state,
    /** Connects to us, a second later than the one before; returns its key. */
    arrive(host?: string): number {
      now += 1000
      sockets += 1
      const address = { host: host ?? hostAt(sockets), port: 40_000 + sockets }
      const commands = take({ type: 'arrived', socket: sockets, address, at: now })
      const accepted = commands.find((command) => command.do === 'accept')
      if (accepted === undefined) throw new Error('it is turned away')
      take({ type: 'connected', peer: accepted.peer, at: now })
      return accepted.peer
    },
    /** Dials what it was given; returns the key of that connection. */
    dial(): number {
      now += 1000
      const [key] = take({ type: 'loop', loop: 'p2p_network_connect', at: now }).flatMap((command) =>
        command.do === 'dial' ? [command.peer] : [],
      )
      if (key === undefined) throw new Error('nobody is dialled')
      take({ type: 'connected', peer: key, at: now })
      return key
    },
    whyNot: (key: number, hello: PeerHello) => whyNoPlace(state, key, hello)?.code,
    /** Says hello; returns who is let go for that. */
    greet: (key: number, hello = helloOf(`node ${key}`)) =>
      lost(take({ type: 'greeted', peer: key, at: now, hello })),
    activate: (key: number) => lost(take({ type: 'active', peer: key, at: now })),
    end: (key: number) => void take({ type: 'ending', peer: key, at: now }),
    isTwin: (key: number, nodeId: string, publicKey = nodeId) =>
      isConnectedTo(state, key, { nodeId, publicKey }),
  }
}

type World = ReturnType<typeof createWorld>

/** So many peers that have said hello and are active, oldest first. */
function fill(world: World, count: number = PLACES, isActive = true): readonly number[] {
  return Array.from({ length: count }, () => {
    const key = world.arrive()
    world.greet(key)
    if (isActive) world.activate(key)
    return key
  })
}

test('while there is room nobody has to go', (t) => {
  const world = createWorld()
  fill(world, PLACES - 1)
  const key = world.arrive()
  t.is(world.whyNot(key, helloOf('x')), undefined)
  t.deepEqual(world.greet(key), [])
})

test('when all places are taken the youngest that nothing speaks for gives its place', (t) => {
  const world = createWorld()
  const keys = fill(world)
  const newcomer = world.arrive()
  t.is(world.whyNot(newcomer, helloOf('x')), undefined)
  t.deepEqual(world.greet(newcomer), [`${keys.at(-1)} STOPPED`])
})

test('one who is on his way out is not let go a second time, nor is one who has not finished his handshake', (t) => {
  const world = createWorld()
  const keys = fill(world, PLACES - 1)
  const [half] = fill(world, 1, false)
  const first = world.arrive()
  t.deepEqual(world.greet(first), [`${keys.at(-1)} STOPPED`])
  world.end(keys.at(-1) ?? 0)
  const second = world.arrive()
  t.deepEqual(world.greet(second), [`${keys.at(-2)} STOPPED`])
  t.not(half, keys.at(-2))
})

test('what a peer has brought speaks for it', (t) => {
  const world = createWorld()
  const keys = fill(world)
  for (const key of keys.slice(-4)) {
    const peer = world.state.peers.get(key)
    if (peer !== undefined) peer.lastBlockAt = 1
  }
  t.deepEqual(world.greet(world.arrive()), [`${keys.at(-5)} STOPPED`])
})

test('where all have earned their place the newcomer is refused as core does it, and nobody goes', (t) => {
  const world = createWorld({
    inbound: { ...inbound, limits: { ...inbound.limits, maxInbound: 4 } },
  })
  fill(world, 4)
  const newcomer = world.arrive()
  t.is(world.whyNot(newcomer, helloOf('x')), 4)
  // One whose key is trusted comes on top.
  t.is(world.whyNot(newcomer, helloOf('x', TRUSTED)), undefined)
  t.deepEqual(world.greet(newcomer, helloOf('x', TRUSTED)), [])
  t.is(world.whyNot(world.arrive(), helloOf('y')), 4)
})

test('one who is trusted takes nobody’s place and is let go for nobody', (t) => {
  const world = createWorld()
  const keys = fill(world, PLACES - 1)
  const trusted = world.arrive()
  t.deepEqual(world.greet(trusted, helloOf('x', TRUSTED)), [])
  world.activate(trusted)
  const last = world.arrive()
  t.deepEqual(world.greet(last), [], 'twelve others fit beside it')
  world.activate(last)
  // The youngest of all are left out as long as they are trusted.
  const again = world.arrive()
  t.deepEqual(world.greet(again, helloOf('y', TRUSTED)), [])
  world.activate(again)
  t.deepEqual(world.greet(world.arrive()), [`${last} STOPPED`])
  t.is(keys.length, PLACES - 1)
})

test('whom we have dialled is asked for no place and gives none', (t) => {
  const world = createWorld({}, [`${hostAt(99)}:1776`])
  const keys = fill(world)
  const dialled = world.dial()
  t.is(world.whyNot(dialled, helloOf('x')), undefined)
  t.deepEqual(world.greet(dialled), [])
  world.activate(dialled)
  t.deepEqual(world.greet(world.arrive()), [`${keys.at(-1)} STOPPED`])
  t.is(world.whyNot(9999, helloOf('x')), undefined, 'one that is gone meanwhile')
})

test('where only chosen peers are wanted strangers are refused, unless their key is trusted', (t) => {
  const world = createWorld({
    inbound: { ...inbound, only: new Set([hostAt(1)]) },
  })
  t.is(world.whyNot(world.arrive(hostAt(1)), helloOf('x')), undefined)
  t.is(world.whyNot(world.arrive(hostAt(2)), helloOf('x')), 5)
  t.is(world.whyNot(world.arrive(hostAt(2)), helloOf('x', TRUSTED)), undefined)
})

test('a second connection to a node is refused once the first is active, and not before', (t) => {
  const world = createWorld()
  const first = world.arrive()
  const second = world.arrive()
  t.false(world.isTwin(second, 'a'), 'nobody has said hello')
  world.greet(first, helloOf('a'))
  t.false(world.isTwin(second, 'a'), 'the other side may still refuse the first')
  world.activate(first)
  t.true(world.isTwin(second, 'a'))
  t.false(world.isTwin(first, 'a'), 'it is no twin of itself')
  t.false(world.isTwin(second, 'b'))
  t.false(world.isTwin(second, 'a', 'key of another'), 'an id is anybody’s claim')
  world.end(first)
  t.false(world.isTwin(second, 'a'), 'what is closing takes no place')
})

test('two nodes that dial each other keep the same connection, in whatever order they become active', (t) => {
  const names = [
    { nodeId: 'a', publicKey: '02aa' },
    { nodeId: 'b', publicKey: '02bb' },
  ] as const
  // Connection 0 is made by the one with the smaller key; it has to stay.
  const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
  fc.assert(
    fc.property(orders, (order) => {
      const sides = names.map((self, me) => {
        const other = names[1 - me] ?? self
        const world = createWorld({ self }, ['127.0.0.1:1776'])
        const made = world.dial()
        const taken = world.arrive()
        for (const key of [made, taken]) world.greet(key, helloOf(other.nodeId, other.publicKey))
        return { world, keys: me === 0 ? [made, taken] : [taken, made] }
      })
      const lost: number[] = []
      for (const step of order) {
        const { world, keys } = sides[step >> 1] ?? { world: createWorld(), keys: [] }
        const which = step & 1
        for (const text of world.activate(keys[which] ?? 0)) {
          t.true(text.endsWith(' DUPLICATE'))
          lost.push(keys.indexOf(Number.parseInt(text, 10)))
        }
      }
      t.deepEqual(lost, [1, 1])
    }),
  )
})
