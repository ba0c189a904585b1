import test, { type ExecutionContext } from 'ava'
import type { Message, MessageName, MessageOf } from '../../lib/messages/registry.ts'
import { CHECK_TIMEOUT_MS } from '../../lib/node/firewall/confirm-node.ts'
import { NULL_ENDPOINT, NULL_NODE_ID } from '../../lib/node/firewall/reduce-own.ts'
import { PASSED_ON_TIMEOUT_MS } from '../../lib/node/firewall/reduce-passed-on.ts'
import type { NodeContext } from '../../lib/node/node-state.ts'
import type { NodeIdentity } from '../../lib/peer/hello.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { type CheckingWorld, createCheckingWorld } from '../support/checking-world.ts'
import { END } from '../support/far-end.ts'
import {
  ACCEPTED,
  hears,
  NO_ADDRESSES,
  says,
  saysHello,
  type Step,
  waitsForTheEnd,
} from '../support/scripted-peer.ts'

const [ASKER, CHECKER, OTHER, TARGET] = [1, 2, 3, 4].map(() => createIdentity()) as [
  NodeIdentity,
  NodeIdentity,
  NodeIdentity,
  NodeIdentity,
]
const ABOUT_MYSELF: Message = {
  type: 'check_firewall_message',
  node_id: NULL_NODE_ID,
  endpoint_to_check: NULL_ENDPOINT,
}
const asks = (node_id: string, endpoint_to_check: string): Step =>
  says({ type: 'check_firewall_message', node_id, endpoint_to_check })
const tells = (node_id: string, endpoint_checked: string, result: number): Step =>
  says({ type: 'check_firewall_reply_message', node_id, endpoint_checked, result })

/** Waits for a message of that name among those about blocks and times. */
function hearsAmid<Name extends MessageName>(
  name: Name,
  check: (message: MessageOf<Name>) => void = () => {},
): Step {
  return async (far) => {
    for (;;) {
      const message = await far.hear()
      if (message === END) throw new Error(`the peer expected ${name} and heard the end`)
      if (message.type === name) {
        check(message as MessageOf<Name>)
        return
      }
      if (/firewall|current_connections/.test(message.type))
        throw new Error(`the peer expected ${name} and heard ${message.type}`)
    }
  }
}

/** Waits for what came of a check. */
const hearsResult = (t: ExecutionContext, nodeId: string, endpoint: string, result: number): Step =>
  hearsAmid('check_firewall_reply_message', (reply) =>
    t.deepEqual(reply, {
      type: 'check_firewall_reply_message',
      node_id: nodeId,
      endpoint_checked: endpoint,
      result,
    }),
  )
/** Waits to be asked for a check. */
const hearsRequest = (t: ExecutionContext, nodeId: string, endpoint: string): Step =>
  hearsAmid('check_firewall_message', (request) =>
    t.deepEqual(request, {
      type: 'check_firewall_message',
      node_id: nodeId,
      endpoint_to_check: endpoint,
    }),
  )

/** Becomes an active peer that listens at a port, 0: nowhere. */
const shakesHands = (identity: NodeIdentity, port = 0): readonly Step[] => [
  hears('hello_message'),
  saysHello({ identity, ...(port === 0 ? {} : { inbound: { address: '10.0.0.1', port } }) }),
  hears('connection_accepted_message'),
  says(ACCEPTED),
  hears('address_request_message'),
  says(NO_ADDRESSES),
  hearsAmid('current_time_request_message'),
]

/** A moment that one peer brings about and others wait for. */
function moment(): { readonly reached: Step; readonly come: Promise<void> } {
  let reach = (): void => {}
  const come = new Promise<void>((resolve) => (reach = resolve))
  return { reached: () => reach(), come }
}

function createWorld(
  t: ExecutionContext,
  known: readonly string[] = [],
  context: Partial<NodeContext> = {},
): CheckingWorld {
  const world = createCheckingWorld(known, context)
  t.teardown(() => world.stop())
  return world
}

const SEED = '9.9.9.9:1776'

test('a node that listens asks a peer it connected to about itself, and believes the answer', async (t) => {
  const world = createWorld(t, [SEED])
  const isActive = moment()
  const peer = world.sits(
    SEED,
    ...shakesHands(CHECKER, 1776),
    isActive.reached,
    hearsRequest(t, NULL_NODE_ID, NULL_ENDPOINT),
    tells(world.nodeId, '8.8.4.4:1776', 2),
    // Where we are, as it says, is no address to be checked.
    asks(TARGET.nodeId, '8.8.4.4:2001'),
    hearsResult(t, TARGET.nodeId, '8.8.4.4:2001', 0),
  )
  world.tick()
  await isActive.come
  await world.settle()
  world.tick()
  await peer
  await world.settle()
  t.is(world.state.firewall.own.isFirewalled, false)
  t.deepEqual(
    world.events.filter(({ type }) => type === 'firewallChecked'),
    [{ type: 'firewallChecked', peer: SEED, address: '8.8.4.4:1776', result: 'connection_successful' }],
  )
})

/** A node whose one peer, to which it connected, plays that after the handshake. */
async function connectToSeed(
  t: ExecutionContext,
  context: Partial<NodeContext>,
  ...steps: readonly Step[]
): Promise<{ readonly world: CheckingWorld; readonly peer: Promise<void> }> {
  const world = createWorld(t, [SEED], context)
  const isActive = moment()
  const peer = world.sits(SEED, ...shakesHands(CHECKER, 1776), isActive.reached, ...steps)
  world.tick()
  await isActive.come
  await world.settle()
  return { world, peer }
}

test('what a peer says that was not asked, or says of another node, counts for nothing', async (t) => {
  const said = moment()
  const { world, peer } = await connectToSeed(
    t,
    {},
    tells('ab'.repeat(33), '8.8.4.4:1776', 1),
    () => said.come,
    hearsRequest(t, NULL_NODE_ID, NULL_ENDPOINT),
    tells('ab'.repeat(33), '8.8.4.4:1776', 1),
  )
  await world.settle()
  t.is(world.state.firewall.own.isFirewalled, undefined)
  await said.reached({} as never)
  world.tick()
  await peer
  await world.settle()
  t.is(world.state.firewall.own.isFirewalled, undefined)
  t.false(world.events.some(({ type }) => type === 'firewallChecked'))
})

const QUIET: readonly [string, Partial<NodeContext>][] = [
  ['without the switch', { firewallChecks: false }],
  ['that does not listen', { listening: () => undefined }],
]
for (const [which, context] of QUIET) {
  test(`a node ${which} asks nobody about itself`, async (t) => {
    const { world } = await connectToSeed(t, context)
    world.tick()
    t.is(world.state.firewall.own.asking, undefined)
    t.is(world.state.firewall.own.lastAsked.size, 0)
  })
}

test('without the switch nothing is answered and nobody is dialled', async (t) => {
  const world = createWorld(t, [], { firewallChecks: false })
  const time: Message = { type: 'current_time_request_message', request_sent_time: 1n }
  await world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER, 1776),
    says(ABOUT_MYSELF),
    asks(TARGET.nodeId, '5.5.5.5:2001'),
    says({ type: 'get_current_connections_request_message' }, time),
    // Throws if anything else of the kind comes first.
    hearsAmid('current_time_reply_message'),
  )
  t.deepEqual(world.dialled, [])
})

test('a peer that asks about itself is checked by another peer, and told what that one found', async (t) => {
  const world = createWorld(t)
  const isActive = moment()
  const endpoint = '7.7.7.7:1800'
  const checker = world.comes(
    '6.6.6.6:40001',
    ...shakesHands(CHECKER),
    isActive.reached,
    hearsRequest(t, ASKER.nodeId, endpoint),
    tells(ASKER.nodeId, endpoint, 1),
  )
  await isActive.come
  await world.settle()
  await world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER, 1800),
    says(ABOUT_MYSELF),
    hearsResult(t, ASKER.nodeId, endpoint, 1),
  )
  await checker
  t.is(world.state.firewall.passedOn.size, 0)
  t.deepEqual(world.dialled, [])
})

test('where a peer cannot check, the next is asked; where none can, the one that asked is told', async (t) => {
  const world = createWorld(t)
  const endpoint = '7.7.7.7:1800'
  const [one, two] = [moment(), moment()]
  const unable = (identity: NodeIdentity, isActive: Step): readonly Step[] => [
    ...shakesHands(identity),
    isActive,
    hearsRequest(t, ASKER.nodeId, endpoint),
    tells(ASKER.nodeId, endpoint, 0),
  ]
  const checkers = [
    world.comes('6.6.6.6:40001', ...unable(CHECKER, one.reached)),
    world.comes('6.6.5.5:40001', ...unable(OTHER, two.reached)),
  ]
  await Promise.all([one.come, two.come])
  await world.settle()
  await world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER, 1800),
    says(ABOUT_MYSELF),
    hearsResult(t, ASKER.nodeId, endpoint, 0),
  )
  await Promise.all(checkers)
  t.is(world.state.firewall.passedOn.size, 0)
})

test('a peer that does not answer is given up, and so is one that goes', async (t) => {
  const world = createWorld(t)
  const endpoint = '7.7.7.7:1800'
  const [one, two] = [moment(), moment()]
  const silent = world.comes(
    '6.6.6.6:40001',
    ...shakesHands(CHECKER),
    one.reached,
    hearsRequest(t, ASKER.nodeId, endpoint),
  )
  await one.come
  await world.settle()
  const leaves = world.comes(
    '6.6.5.5:40001',
    ...shakesHands(OTHER),
    two.reached,
    hearsRequest(t, ASKER.nodeId, endpoint),
    (far) => far.end(),
  )
  await two.come
  await world.settle()
  const told = world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER, 1800),
    says(ABOUT_MYSELF),
    hearsResult(t, ASKER.nodeId, endpoint, 0),
  )
  await silent
  world.time.advance(PASSED_ON_TIMEOUT_MS)
  world.tick()
  await leaves
  await told
  t.is(world.state.firewall.passedOn.size, 0)
})

const UNABLE: readonly [string, number, string][] = [
  ['listens nowhere', 0, '7.7.7.7:0'],
  ['listens where others would not dial', 80, '7.7.7.7:80'],
  ['is our only one', 1800, '7.7.7.7:1800'],
]
for (const [which, port, endpoint] of UNABLE) {
  test(`a peer that ${which} is told that it cannot be checked`, async (t) => {
    const world = createWorld(t)
    await world.comes(
      '7.7.7.7:40000',
      ...shakesHands(ASKER, port),
      says(ABOUT_MYSELF),
      hearsResult(t, ASKER.nodeId, endpoint, 0),
    )
    t.is(world.state.firewall.passedOn.size, 0)
  })
}

/** What sits where a node is looked for, and what the peer that asked is told. */
const FOUND: readonly [string, readonly Step[] | undefined, number][] = [
  ['the node', [hears('hello_message'), saysHello({ identity: TARGET }), waitsForTheEnd()], 2],
  ['another node', [hears('hello_message'), saysHello({ identity: OTHER }), waitsForTheEnd()], 1],
  [
    'a node of another chain',
    [hears('hello_message'), saysHello({ identity: TARGET, chainId: 'd5'.repeat(32) }), waitsForTheEnd()],
    1,
  ],
  ['nobody', undefined, 1],
]
for (const [who, steps, result] of FOUND) {
  test(`a check that finds ${who} is answered with ${result}`, async (t) => {
    const world = createWorld(t)
    const endpoint = '5.5.5.5:2001'
    const target = steps === undefined ? undefined : world.sits(endpoint, ...steps)
    await world.comes(
      '7.7.7.7:40000',
      ...shakesHands(ASKER),
      asks(TARGET.nodeId, endpoint),
      hearsResult(t, TARGET.nodeId, endpoint, result),
    )
    await target
    t.deepEqual(world.dialled, [endpoint])
    t.is(world.state.firewall.made.size, 0)
    t.deepEqual(
      world.events.filter(({ type }) => type === 'addressChecked'),
      [
        {
          type: 'addressChecked',
          peer: '7.7.7.7:40000',
          address: endpoint,
          result: result === 2 ? 'connection_successful' : 'unable_to_connect',
        },
      ],
    )
  })
}

test('a check that hears nothing is over after a while', async (t) => {
  const world = createWorld(t)
  const endpoint = '5.5.5.5:2001'
  const [isReached, isAsked] = [moment(), moment()]
  const target = world.sits(endpoint, hears('hello_message'), isReached.reached, waitsForTheEnd())
  const asker = world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER),
    isAsked.reached,
    asks(TARGET.nodeId, endpoint),
    hearsResult(t, TARGET.nodeId, endpoint, 1),
  )
  await isAsked.come
  await isReached.come
  world.time.advance(CHECK_TIMEOUT_MS)
  await asker
  await target
})

const UNCHECKED: readonly [string, string][] = [
  ['a private address', '10.1.2.3:1776'],
  ['a port below 1024', '5.5.5.5:80'],
  ['this machine', '8.8.8.8:2001'],
  ['no address at all', '0.0.0.0:0'],
]
for (const [what, endpoint] of UNCHECKED) {
  test(`${what} is not dialled, and the peer that asked is told at once`, async (t) => {
    const world = createWorld(t, [], { ownHosts: () => new Set(['8.8.8.8']) })
    await world.comes(
      '7.7.7.7:40000',
      ...shakesHands(ASKER),
      asks(TARGET.nodeId, endpoint),
      hearsResult(t, TARGET.nodeId, endpoint, 0),
    )
    t.deepEqual(world.dialled, [])
  })
}

test('a node that is connected already, or that is this very one, is not dialled', async (t) => {
  const world = createWorld(t)
  const isActive = moment()
  void world.comes('6.6.6.6:40001', ...shakesHands(OTHER), isActive.reached)
  await isActive.come
  await world.settle()
  await world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER),
    asks(OTHER.nodeId, '5.5.5.5:2001'),
    hearsResult(t, OTHER.nodeId, '5.5.5.5:2001', 0),
    asks(world.nodeId, '5.5.5.5:2001'),
    hearsResult(t, world.nodeId, '5.5.5.5:2001', 0),
    asks(NULL_NODE_ID, '5.5.5.5:2001'),
    hearsResult(t, NULL_NODE_ID, '5.5.5.5:2001', 0),
  )
  t.deepEqual(world.dialled, [])
})

test('nothing counts that is asked before a hello', async (t) => {
  const world = createWorld(t)
  await world.comes(
    '7.7.7.7:40000',
    hears('hello_message'),
    asks(TARGET.nodeId, '5.5.5.5:2001'),
    says({ type: 'get_current_connections_request_message' }),
    saysHello({ identity: ASKER }),
    hears('connection_accepted_message'),
  )
  t.deepEqual(world.dialled, [])
})

test('a peer that asks is told who we are connected to, and not again at once', async (t) => {
  const world = createWorld(t)
  const request: Message = { type: 'get_current_connections_request_message' }
  const time: Message = { type: 'current_time_request_message', request_sent_time: 1n }
  world.state.bandwidth.minutes.sent.push(90, 30)
  world.state.bandwidth.minutes.received.push(10, 20)
  await world.comes(
    '7.7.7.7:40000',
    ...shakesHands(ASKER),
    says(request),
    hearsAmid('get_current_connections_reply_message', (reply) => {
      const { current_connections: connections, type, ...rates } = reply
      t.is(type, 'get_current_connections_reply_message')
      t.deepEqual(rates, {
        upload_rate_one_minute: 30,
        download_rate_one_minute: 20,
        upload_rate_fifteen_minutes: 60,
        download_rate_fifteen_minutes: 15,
        upload_rate_one_hour: 60,
        download_rate_one_hour: 15,
      })
      t.is(connections.length, 1)
      const [connection] = connections
      t.is(connection?.remote_endpoint, '7.7.7.7:40000')
      t.is(connection?.node_id, ASKER.nodeId)
      t.is(connection?.connection_direction, 1)
      t.is(connection?.user_data['user_agent'], 'far end')
      t.is(connection?.user_data['last_known_block_number'], 7n)
    }),
    says(request, time),
    hearsAmid('current_time_reply_message'),
  )
})
