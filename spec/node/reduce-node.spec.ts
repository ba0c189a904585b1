import test from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { NodeCommand } from '../../lib/node/node-state.ts'
import { FORKED_AFTER_MS } from '../../lib/node/node-status.ts'
import { printable } from '../../lib/node/printable.ts'
import { createNodeWorld, type NodeWorld } from '../support/node-world.ts'
import { forkTestChain, makeTestChain } from '../support/test-chain.ts'

const chain = makeTestChain(60)
const fork = forkTestChain(chain, 25, 60)
const ADDRESSES = ['127.0.0.1:5001', '127.0.0.1:5002']

/** A node that is in sync with a peer at block 30 of the chain. */
function createLiveWorld(): { readonly world: NodeWorld; readonly peer: number } {
  const world = createNodeWorld({
    chain,
    head: 30,
    start: { after: GENESIS },
    addresses: ADDRESSES.slice(0, 1),
  })
  world.addPeer({})
  world.advance(3000)
  const [peer] = world.state.peers.keys()
  if (peer === undefined || world.status?.state !== 'live') throw new Error('the node is not live')
  return { world, peer }
}

/** One word for each thing that is done, without what is only told. */
const deedsOf = (commands: readonly NodeCommand[]): readonly string[] =>
  commands.flatMap((command) => {
    switch (command.do) {
      case 'send':
        return [`${command.message.type} to ${command.peer}`]
      case 'disconnect':
        return [`disconnect ${command.peer} ${command.fault.code}`]
      case 'change':
        return [
          ...command.change.undone.map(({ number }) => `undo ${number}`),
          ...command.change.applied.map(({ number }) => `apply ${number}`),
        ]
      default:
        return []
    }
  })
const toldBy = (commands: readonly NodeCommand[]): readonly string[] =>
  commands.flatMap((command) => (command.do === 'emit' ? [command.event.type] : []))

const announce = (world: NodeWorld, peer: number, hash: string): readonly NodeCommand[] =>
  world.take({ type: 'announced', peer, at: world.now, itemType: ITEM_TYPE.block, hashes: [hash] })
const receive = (
  world: NodeWorld,
  peer: number,
  source: typeof chain,
  ...numbers: number[]
): readonly NodeCommand[] =>
  world.take({
    type: 'blocksReceived',
    peer,
    at: world.now,
    blocks: numbers.map((number) => source.received(number)),
  })

test('a block that nobody asked for ends the connection', (t) => {
  const { world, peer } = createLiveWorld()
  t.deepEqual(deedsOf(receive(world, peer, chain, 31)), [`disconnect ${peer} UNREQUESTED_ITEM`])
})

test('what came before it in the same piece is taken all the same', (t) => {
  const { world, peer } = createLiveWorld()
  announce(world, peer, chain.received(31).messageHash)
  t.deepEqual(deedsOf(receive(world, peer, chain, 31, 33)), [
    'apply 31',
    `disconnect ${peer} UNREQUESTED_ITEM`,
  ])
})

test('a transaction that nobody asked for ends the connection', (t) => {
  const { world, peer } = createLiveWorld()
  const transaction = { id: 'aa', expiration: 1 } as never
  const commands = world.take({ type: 'transactionReceived', peer, at: world.now, hash: 'aa', transaction })
  t.deepEqual(deedsOf(commands), [`disconnect ${peer} UNREQUESTED_ITEM`])
})

test('an announced block is asked for, applied, and not asked for again', (t) => {
  const { world, peer } = createLiveWorld()
  const { messageHash } = chain.received(31)
  t.deepEqual(deedsOf(announce(world, peer, messageHash)), [`fetch_items_message to ${peer}`])
  t.deepEqual(deedsOf(receive(world, peer, chain, 31)), ['apply 31'])
  t.deepEqual(deedsOf(announce(world, peer, messageHash)), [])
})

test('an announced block that does not link is held, and its sender is asked where its chain goes', (t) => {
  const { world, peer } = createLiveWorld()
  // The sender is asked for it, and for nothing else so far.
  announce(world, peer, fork.received(33).messageHash)
  const commands = receive(world, peer, fork, 33)
  t.deepEqual(deedsOf(commands), [`fetch_blockchain_item_ids_message to ${peer}`])
  t.deepEqual(toldBy(commands), ['blockHeld'])
})

test('what is missing before an announced block is fetched, and then all of it joins', (t) => {
  const { world, peer } = createLiveWorld()
  world.head = 33
  announce(world, peer, chain.received(33).messageHash)
  world.advance(1000)
  t.is(world.emitted.at(-1), 33)
  t.true(world.events.some(({ type }) => type === 'blockHeld'))
  t.deepEqual(world.wronged, [])
})

test('a block of another branch is kept beside the chain, and nobody is asked or blamed', (t) => {
  const { world, peer } = createLiveWorld()
  announce(world, peer, fork.received(26).messageHash)
  const commands = receive(world, peer, fork, 26)
  t.deepEqual(deedsOf(commands), [])
  t.deepEqual(toldBy(commands), ['blockCompeting'])
  t.is(world.emitted.at(-1), 30)
})

test('half a minute of blocks that do not link is called a fork, and the next that does ends it', (t) => {
  const { world, peer } = createLiveWorld()
  announce(world, peer, fork.received(31).messageHash)
  receive(world, peer, fork, 31)
  world.advance(FORKED_AFTER_MS)
  t.is(world.status?.state, 'live')
  world.advance(1000)
  t.is(world.status?.state, 'forked')
  announce(world, peer, chain.received(31).messageHash)
  t.deepEqual(deedsOf(receive(world, peer, chain, 31)).slice(0, 1), ['apply 31'])
  world.advance(500)
  t.not(world.status?.state, 'forked')
})

test('a block that the application refuses is told once, and nobody is blamed for it', (t) => {
  const world = createNodeWorld({
    chain,
    head: 30,
    start: { after: GENESIS },
    addresses: ADDRESSES.slice(0, 1),
    acceptBlock: ({ number }) => number !== 20,
  })
  world.addPeer({})
  world.advance(5000)
  t.is(world.emitted.at(-1), 19)
  t.deepEqual(world.wronged, [])
  const refused = world.events.filter((event) => event.type === 'blockRefused')
  t.deepEqual(
    refused.filter(({ reason }) => reason.code === 'NOT_ACCEPTED').map(({ block }) => block.number),
    [20],
  )
  t.true(refused.every(({ reason }) => ['NOT_ACCEPTED', 'ANCESTOR_REFUSED'].includes(reason.code)))
  world.advance(60_000)
  t.is(world.status?.state, 'forked')
  t.is(world.emitted.at(-1), 19)
  t.deepEqual(world.wronged, [])
})

test('what a session says after its end is nobody’s', (t) => {
  const { world, peer } = createLiveWorld()
  world.take({ type: 'closed', peer, at: world.now, error: new LinkError('RESET', 'gone') })
  t.deepEqual(announce(world, peer, chain.received(31).messageHash), [])
  t.deepEqual(receive(world, peer, chain, 31), [])
})

test('what an ending peer owes is asked from others at once, not after the goodbye', (t) => {
  const world = createNodeWorld({ chain, head: 60, start: { after: GENESIS }, addresses: ADDRESSES })
  for (let count = 0; count < 2; count += 1) world.addPeer({ blockEveryMs: 50 })
  world.advance(100)
  const keys = [...world.state.peers.keys()]
  const [owing = 0] = world.state.sync.inFlight.values()
  t.true(keys.includes(owing))
  const commands = world.take({ type: 'ending', peer: owing, at: world.now })
  t.is(world.state.peers.get(owing)?.state, 'closing')
  const others = keys.filter((key) => key !== owing)
  t.true(commands.every((command) => command.do !== 'send' || others.includes(command.peer)))
  t.false([...world.state.sync.inFlight.values()].includes(owing))
})

test('a list of ids that cannot be ends the connection, one that nobody asked for does not', (t) => {
  const { world, peer } = createLiveWorld()
  const list = (ids: readonly string[]): readonly NodeCommand[] =>
    world.take({ type: 'idsListed', peer, at: world.now, ids, remaining: 0 })
  t.deepEqual(deedsOf(list([chain.served(40).id])), [])
  announce(world, peer, chain.received(33).messageHash)
  receive(world, peer, chain, 33)
  t.deepEqual(deedsOf(list([chain.served(40).id])), [`disconnect ${peer} BAD_ID_LIST`])
})

test('a peer that is lost is told of with the reason, and dialled again', (t) => {
  const { world, peer } = createLiveWorld()
  const error = new PeerFault('DECODE', `bad \u001b[31m${'x'.repeat(1000)}`)
  world.take({ type: 'closed', peer, at: world.now, error })
  const closed = world.events.findLast((event) => event.type === 'peerClosed')
  t.like(closed, { peer: ADDRESSES[0], code: 'DECODE', isFault: true })
  t.is(closed?.type === 'peerClosed' && closed.message, printable(error.message))
  world.advance(300)
  t.is(world.status?.state, 'connecting')
  t.regex(world.status?.reason ?? '', /no peer is connected; 127\.0\.0\.1:5001: bad  \[31m/)
  world.advance(30_000)
  t.is(world.status?.state, 'live')
})

test('texts of peers are cut, and cannot steer a terminal', (t) => {
  t.is(printable('a\u0000\u001b[2J'), 'a  [2J')
  t.is(printable('\r\n\u007f\u0085\u202e\u2066\ufeff'), ' '.repeat(7))
  t.is(printable('x'.repeat(1000)).length, 256)
  t.is(printable('BitShares Reference Implementation'), 'BitShares Reference Implementation')
})

test('whoever answers at a pinned address with another key is let go, and dialled again later', (t) => {
  const pins = new Map([[ADDRESSES[0] ?? '', 'the key of somebody else']])
  const world = createNodeWorld({
    chain,
    head: 30,
    start: { after: GENESIS },
    addresses: ADDRESSES.slice(0, 1),
    dialLimits: { pins },
  })
  world.addPeer({ isLiar: true })
  world.advance(3000)
  const closed = world.events.find((event) => event.type === 'peerClosed')
  t.like(closed, {
    code: 'BAD_HELLO',
    message: '127.0.0.1:5001 is not the peer you trust: it has another key',
  })
  t.deepEqual(world.emitted, [])
  world.advance(120_000)
  t.true(world.events.filter(({ type }) => type === 'peerDialled').length > 1)
})

test('where only given peers are wanted, what they tell is not dialled', (t) => {
  const dialledWith = (isOnly: boolean): readonly string[] => {
    const world = createNodeWorld({
      chain,
      head: 30,
      start: { after: GENESIS },
      addresses: ADDRESSES.slice(0, 1),
      dialLimits: { isOnly },
    })
    world.addPeer({})
    world.advance(1000)
    const [peer = 0] = world.state.peers.keys()
    const addresses = [{ host: '127.0.0.1', port: 5002 }]
    world.take({ type: 'addressesTold', peer, at: world.now, addresses, entries: [] })
    world.advance(1000)
    return world.events.flatMap((event) => (event.type === 'peerDialled' ? event.peer : []))
  }
  t.deepEqual(dialledWith(true), ['127.0.0.1:5001'])
  t.deepEqual(dialledWith(false), ['127.0.0.1:5001', '127.0.0.1:5002'])
})
