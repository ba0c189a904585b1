import test, { type ExecutionContext } from 'ava'
import { DecodeError, InternalError, LinkError, PeerFault, type RxBitsharesError } from '../../lib/errors.ts'
import { ITEM_TYPE } from '../../lib/messages/item-messages.ts'
import type { Message } from '../../lib/messages/registry.ts'
import { EMPTY_RESPONDER } from '../../lib/peer/responder.ts'
import type { SessionContext } from '../../lib/peer/session-context.ts'
import { DEFAULT_TIMING } from '../../lib/peer/timing.ts'
import { ByteWriter } from '../../lib/wire/byte-writer.ts'
import { bytesOf } from '../support/hex.ts'
import { readJsonLines } from '../support/json-lines.ts'
import {
  ACCEPTED,
  ADDRESS_REQUEST,
  CHAIN_ID,
  ends,
  FAR_IDENTITY,
  hears,
  hearsTheEnd,
  NO_ADDRESSES,
  resets,
  says,
  saysHello,
  sendsFrame,
  SHAKES_HANDS,
  type Step,
  waitsForTheEnd,
} from '../support/scripted-peer.ts'
import { NEAR_IDENTITY, type SessionWorld, startSession } from '../support/session-world.ts'

const [coreBlock] = readJsonLines('chain-blocks.jsonl.gz') as readonly {
  readonly raw: string
  readonly json: { readonly block_id: string }
}[]
const BLOCK_ID = coreBlock?.json.block_id ?? ''
/** A block message as core sends it. */
const BLOCK = bytesOf(`${coreBlock?.raw ?? ''}${BLOCK_ID}`)
const GREETS: readonly Step[] = [hears('hello_message'), saysHello(), hears('connection_accepted_message')]
const HASH = '0b'.repeat(20)

const rejects = (reason_code: number): Step =>
  says({
    type: 'connection_rejected_message',
    user_agent: 'far end',
    core_protocol_version: 106,
    remote_endpoint: '127.0.0.1:1776',
    reason_code,
    reason_string: 'no',
  })
const saysGoodbye = (reason_for_closing: string): Step =>
  says({
    type: 'closing_connection_message',
    reason_for_closing,
    closing_due_to_error: false,
    error: undefined,
  })
/** The first cipher block of a frame that announces so much. */
const announces =
  (type: number, sizeBytes: number): Step =>
  (far) =>
    far.sendPlain(new ByteWriter().uint32(sizeBytes).uint32(type).raw(new Uint8Array(8)).done())

const typesOf = ({ events }: SessionWorld): readonly string[] => events.map(({ type }) => type)

/** The end of a session: its reason, and that it left nothing behind. */
async function assertClosed(t: ExecutionContext, world: SessionWorld): Promise<RxBitsharesError> {
  const error = await world.closed
  t.true(world.near.destroyed)
  t.is(world.time.timers, 0)
  t.false(world.command$.observed)
  for (const event of ['data', 'readable', 'end', 'close']) {
    const left = world.near.listeners(event).filter((listener) => !listener.name.startsWith('onend'))
    t.deepEqual(left, [], event)
  }
  return error
}

/** Plays a script to its end and returns why the session ended. */
async function play(
  t: ExecutionContext,
  steps: readonly Step[],
  overrides: Partial<SessionContext> = {},
): Promise<{ readonly error: RxBitsharesError; readonly world: SessionWorld }> {
  const world = startSession(steps, overrides)
  await world.script
  return { error: await assertClosed(t, world), world }
}

function assertError(t: ExecutionContext, error: RxBitsharesError, expected: string, message?: RegExp): void {
  t.is(`${error.name} ${error.code}`, expected)
  if (message !== undefined) t.regex(error.message, message)
}

test('shakes hands with a peer it dialled', async (t) => {
  const world = startSession([...SHAKES_HANDS, ends()])
  await assertClosed(t, world)
  t.deepEqual(typesOf(world), ['connected', 'greeted', 'addressesTold', 'active', 'ending', 'closed'])
  const { hello } = await world.first('greeted')
  t.is(hello.nodeId, FAR_IDENTITY.nodeId)
  t.is(hello.userAgent, 'far end')
})

test('says who it is without waiting for the other', async (t) => {
  const { error } = await play(t, [
    hears('hello_message', ({ chain_id, node_public_key, user_data }) => {
      t.is(chain_id, CHAIN_ID)
      t.is(node_public_key, NEAR_IDENTITY.publicKey)
      t.is(user_data['node_id'], NEAR_IDENTITY.nodeId)
    }),
    ends(),
  ])
  assertError(t, error, 'LinkError CLOSED')
})

test('understands acceptance that comes before the hello', async (t) => {
  const world = startSession([
    hears('hello_message'),
    says(ACCEPTED),
    hears('address_request_message'),
    saysHello(),
    hears('connection_accepted_message'),
    says(NO_ADDRESSES),
    hears('current_time_request_message'),
    ends(),
  ])
  await assertClosed(t, world)
  t.deepEqual(typesOf(world), ['connected', 'greeted', 'addressesTold', 'active', 'ending', 'closed'])
})

test('a peer that dialled us is active with its first synopsis, which is answered', async (t) => {
  const world = startSession(
    [
      ...GREETS,
      says({ type: 'fetch_blockchain_item_ids_message', item_type: 1001, blockchain_synopsis: [] }),
      hears('current_time_request_message'),
      hears(
        'blockchain_item_ids_inventory_message',
        ({ item_hashes_available, total_remaining_item_count }) => {
          t.deepEqual(item_hashes_available, [])
          t.is(total_remaining_item_count, 0)
        },
      ),
      ends(),
    ],
    { direction: 'inbound' },
  )
  await assertClosed(t, world)
  t.true(typesOf(world).includes('active'))
})

test('answers what a peer asks', async (t) => {
  await play(t, [
    hears('hello_message'),
    // In any state.
    says({ type: 'current_time_request_message', request_sent_time: 5n }),
    hears('current_time_reply_message', ({ request_sent_time }) => t.is(request_sent_time, 5n)),
    saysHello(),
    hears('connection_accepted_message'),
    says(ADDRESS_REQUEST),
    hears('address_message', ({ addresses }) => t.deepEqual(addresses, [])),
    says({ type: 'fetch_items_message', item_type: 1001, items_to_fetch: [HASH] }),
    hears('item_not_available_message', ({ requested_item }) =>
      t.deepEqual(requested_item, { item_type: 1001, item_hash: HASH }),
    ),
    ends(),
  ])
})

test('passes on what a peer brings', async (t) => {
  const world = startSession([
    ...SHAKES_HANDS,
    says(
      { type: 'item_ids_inventory_message', item_type: 1000, item_hashes_available: [HASH] },
      {
        type: 'blockchain_item_ids_inventory_message',
        total_remaining_item_count: 7,
        item_type: 1001,
        item_hashes_available: [BLOCK_ID],
      },
      { type: 'block_message', payload: BLOCK },
      { type: 'item_not_available_message', requested_item: { item_type: 1001, item_hash: HASH } },
      {
        type: 'current_time_reply_message',
        request_sent_time: -2000n,
        request_received_time: 4000n,
        reply_transmitted_time: 4000n,
      },
    ),
    ends(),
  ])
  await assertClosed(t, world)
  t.like(await world.first('announced'), { itemType: ITEM_TYPE.trx, hashes: [HASH] })
  const { ids, remaining } = await world.first('idsListed')
  t.deepEqual([[...ids], remaining], [[BLOCK_ID], 7])
  t.like(await world.first('notAvailable'), { itemType: ITEM_TYPE.block, hash: HASH })
  t.like(await world.first('clockMeasured'), { clockOffsetMs: 5, roundTripMs: 2 })
  const { blocks } = await world.first('blocksReceived')
  t.deepEqual(
    blocks.map(({ id, number }) => ({ id, number })),
    [{ id: BLOCK_ID, number: 1 }],
  )
})

test('tells the addresses of those that listen', async (t) => {
  const address = (remote_endpoint: string) => ({
    remote_endpoint,
    last_seen_time: 0,
    latency: 0n,
    node_id: '00'.repeat(33),
    direction: 2,
    firewalled: 0,
  })
  const world = startSession([
    ...GREETS,
    says(ACCEPTED),
    hears('address_request_message'),
    says({
      type: 'address_message',
      addresses: [
        address('1.2.3.4:1776'),
        address('1.2.3.5:0'),
        address('0.0.0.0:10'),
        address('255.255.255.255:65535'),
      ],
    }),
    hears('current_time_request_message'),
    ends(),
  ])
  await assertClosed(t, world)
  const { addresses } = await world.first('addressesTold')
  t.deepEqual(addresses, [
    { host: '1.2.3.4', port: 1776 },
    { host: '0.0.0.0', port: 10 },
    { host: '255.255.255.255', port: 65_535 },
  ])
})

test('a peer that rejects us is asked for addresses, and the rejection is why it ended', async (t) => {
  const { error, world } = await play(t, [
    ...GREETS,
    rejects(4),
    hears('address_request_message'),
    says(NO_ADDRESSES),
    hears('closing_connection_message', ({ closing_due_to_error }) => t.false(closing_due_to_error)),
    hearsTheEnd(),
  ])
  assertError(t, error, 'LinkError REJECTED', /not_accepting_connections.*"no"/)
  t.deepEqual(typesOf(world), ['connected', 'greeted', 'addressesTold', 'ending', 'closed'])
})

test('a rejection is why it ended, however the peer goes on', async (t) => {
  const ways: readonly (readonly Step[])[] = [
    [saysGoodbye('bye'), waitsForTheEnd()],
    [ends()],
    [hears('address_request_message'), resets()],
  ]
  for (const way of ways) {
    const { error } = await play(t, [...GREETS, rejects(2), ...way])
    assertError(t, error, 'LinkError DUPLICATE', /already_connected/)
  }
})

test('a rejection is why it ended when the peer says nothing more', async (t) => {
  const world = startSession([...GREETS, rejects(4), hears('address_request_message'), waitsForTheEnd()])
  await world.first('greeted')
  await world.settle()
  world.time.advance(DEFAULT_TIMING.handshakeTimeoutMs)
  assertError(t, await assertClosed(t, world), 'LinkError REJECTED')
})

test('on another chain or connected to itself, the peer is not asked for anything', async (t) => {
  for (const [code, expected] of [
    [1, 'LinkError WRONG_CHAIN'],
    [3, 'LinkError SELF'],
  ] as const) {
    const { error } = await play(t, [
      ...GREETS,
      rejects(code),
      hears('closing_connection_message'),
      hearsTheEnd(),
    ])
    assertError(t, error, expected)
  }
})

const REFUSED: readonly (readonly [string, Step, Partial<SessionContext>, number | undefined, string])[] = [
  ['on another chain', saysHello({ chainId: '00'.repeat(32) }), {}, 1, 'LinkError WRONG_CHAIN'],
  [
    'that is connected already',
    saysHello(),
    { isConnectedTo: (id) => id === FAR_IDENTITY.nodeId },
    2,
    'LinkError DUPLICATE',
  ],
  ['that is this very node', saysHello({ identity: NEAR_IDENTITY }), {}, 3, 'LinkError SELF'],
  [
    'with a bad signature',
    saysHello({}, { signed_shared_secret: '1f'.repeat(65) }),
    {},
    6,
    'PeerFault BAD_HELLO',
  ],
  [
    'with a null node id',
    saysHello({}, { user_data: { node_id: '' } }),
    {},
    undefined,
    'PeerFault BAD_HELLO',
  ],
  [
    'with a node id that is not hex',
    saysHello({}, { user_data: { node_id: 'zz' } }),
    {},
    undefined,
    'PeerFault BAD_HELLO',
  ],
]
for (const [title, hello, overrides, code, expected] of REFUSED) {
  test(`refuses a peer ${title}`, async (t) => {
    const rejection =
      code === undefined
        ? []
        : [hears('connection_rejected_message', ({ reason_code }) => t.is(reason_code, code))]
    const { error, world } = await play(
      t,
      [hears('hello_message'), hello, ...rejection, hears('closing_connection_message'), hearsTheEnd()],
      overrides,
    )
    assertError(t, error, expected)
    t.deepEqual(typesOf(world), ['connected', 'ending', 'closed'])
  })
}

test('a hello without user data is enough', async (t) => {
  const { world } = await play(t, [
    hears('hello_message'),
    saysHello({}, { user_data: {} }),
    hears('connection_accepted_message'),
    ends(),
  ])
  t.is((await world.first('greeted')).hello.nodeId, FAR_IDENTITY.publicKey)
})

const FAULTS: readonly (readonly [string, readonly Step[], string, RegExp])[] = [
  ['a second hello', [...GREETS, saysHello()], 'UNEXPECTED_MESSAGE', /hello twice/],
  ['addresses asked for before the hello', [says(ADDRESS_REQUEST)], 'UNEXPECTED_MESSAGE', /before its hello/],
  [
    'a synopsis before the hello',
    [says({ type: 'fetch_blockchain_item_ids_message', item_type: 1001, blockchain_synopsis: [] })],
    'UNEXPECTED_MESSAGE',
    /before its hello/,
  ],
  ['a message of type 6000', [...GREETS, sendsFrame(6000)], 'UNREQUESTED_ITEM', /type 6000/],
  ['a message of type 999', [...GREETS, sendsFrame(999)], 'UNREQUESTED_ITEM', /type 999/],
  [
    'a hello of more than 16 KiB',
    [hears('hello_message'), announces(5006, 16 * 1024 + 1)],
    'FRAME_TOO_LARGE',
    /5006 of 16385/,
  ],
  [
    'a block of more than 16 KiB before the hello',
    [hears('hello_message'), announces(1001, 16 * 1024 + 1)],
    'FRAME_TOO_LARGE',
    /1001/,
  ],
  [
    'a frame of 2 MiB and a byte',
    [...SHAKES_HANDS, announces(1001, 2 * 1024 * 1024 + 1)],
    'FRAME_TOO_LARGE',
    /2097153/,
  ],
  [
    'a frame of 4 GiB of a type that is ignored',
    [...SHAKES_HANDS, announces(5018, 0xffff_ffff)],
    'FRAME_TOO_LARGE',
    /4294967295/,
  ],
  [
    'a payload that is no hello',
    [hears('hello_message'), sendsFrame(5006, bytesOf('ffff'))],
    'DECODE',
    /hello_message\.user_agent/,
  ],
  [
    'a payload that is no transaction',
    [...SHAKES_HANDS, sendsFrame(1000, bytesOf('0102'))],
    'DECODE',
    /trx_message: signed_transaction/,
  ],
  [
    'a payload that is no block',
    [...SHAKES_HANDS, sendsFrame(1001, bytesOf('0102'))],
    'DECODE',
    /block_message/,
  ],
  [
    'a block without its id',
    [...SHAKES_HANDS, sendsFrame(1001, BLOCK.subarray(0, -1))],
    'DECODE',
    /block_id/,
  ],
  [
    'a block that is not the one its id names',
    [...SHAKES_HANDS, sendsFrame(1001, Uint8Array.of(...BLOCK.subarray(0, -1), 0))],
    'BAD_BLOCK',
    /not the one its id names/,
  ],
]
for (const [title, steps, code, message] of FAULTS) {
  test(`${title} ends the connection with ${code}`, async (t) => {
    const { error, world } = await play(t, [...steps, waitsForTheEnd()])
    assertError(t, error, `PeerFault ${code}`, message)
    if (code === 'DECODE') t.true(error.cause instanceof DecodeError)
    t.is(typesOf(world).filter((type) => type === 'closed').length, 1)
  })
}

test('a peer is told why its connection ends', async (t) => {
  await play(t, [
    ...SHAKES_HANDS,
    sendsFrame(1001, Uint8Array.of(...BLOCK.subarray(0, -1), 0)),
    hears('closing_connection_message', ({ reason_for_closing, closing_due_to_error }) => {
      t.regex(reason_for_closing, /not the one its id names/)
      t.true(closing_due_to_error)
    }),
    hearsTheEnd(),
  ])
})

test('reserved types and those nobody answers any more are ignored, whatever they hold', async (t) => {
  const { error } = await play(t, [
    ...SHAKES_HANDS,
    ...[5000, 5014, 5015, 5016, 5017, 5018, 5099].map((type) => sendsFrame(type, bytesOf('ff'))),
    says({ type: 'current_time_request_message', request_sent_time: 1n }),
    hears('current_time_reply_message'),
    ends(),
  ])
  assertError(t, error, 'LinkError CLOSED')
})

test('an inventory of more than can be kept is read past', async (t) => {
  const { error, world } = await play(t, [
    ...SHAKES_HANDS,
    sendsFrame(5001, new Uint8Array(300 * 1024)),
    says({ type: 'current_time_request_message', request_sent_time: 1n }),
    hears('current_time_reply_message'),
    ends(),
  ])
  assertError(t, error, 'LinkError CLOSED')
  t.false(typesOf(world).includes('announced'))
})

test('after the hello a block may be large', async (t) => {
  const { error } = await play(t, [
    ...SHAKES_HANDS,
    // It arrives as a whole and is then found to be no block.
    sendsFrame(1001, new Uint8Array(1024 * 1024).fill(0xff)),
    waitsForTheEnd(),
  ])
  assertError(t, error, 'PeerFault DECODE')
})

test('a peer that says goodbye is gone, with its reason quoted', async (t) => {
  const { error } = await play(t, [
    ...SHAKES_HANDS,
    saysGoodbye(`no \u001b[2J more${'!'.repeat(9000)}`),
    waitsForTheEnd(),
  ])
  assertError(t, error, 'LinkError CLOSED', /said goodbye: "no \\u001b\[2J more!+"$/)
  t.true(error.message.length < 400)
})

test('a peer that closes is gone, a peer that breaks off too', async (t) => {
  assertError(
    t,
    (await play(t, [...SHAKES_HANDS, ends()])).error,
    'LinkError CLOSED',
    /closed the connection/,
  )
  assertError(t, (await play(t, [...SHAKES_HANDS, resets()])).error, 'LinkError RESET')
})

test('the time for the handshake is absolute: what the peer sends does not put it off', async (t) => {
  const world = startSession(GREETS)
  const far = await world.script
  for (let second = 2; second < 15; second += 2) {
    far.say({ type: 'current_time_request_message', request_sent_time: 1n })
    await world.settle()
    world.time.advance(2000)
    t.false(typesOf(world).includes('closed'), `after ${second} s`)
  }
  world.time.advance(1000)
  assertError(t, await assertClosed(t, world), 'LinkError TIMEOUT', /handshake/)
})

test('a silent active peer is asked for the time and given up after a minute', async (t) => {
  const world = startSession([
    ...SHAKES_HANDS,
    hears('current_time_request_message'),
    hears('current_time_request_message'),
    hears('current_time_request_message'),
    hears('closing_connection_message', ({ reason_for_closing }) =>
      t.is(reason_for_closing, 'the peer was silent for 60 s'),
    ),
    hearsTheEnd(),
  ])
  await world.first('active')
  world.time.advance(60_000)
  assertError(t, await assertClosed(t, world), 'LinkError TIMEOUT', /silent for 60 s/)
  await world.script
})

test('an active peer is asked for addresses every 15 minutes', async (t) => {
  const world = startSession([...SHAKES_HANDS, hears('address_request_message'), ends()], {
    timing: { ...DEFAULT_TIMING, silenceTimeoutMs: 3_600_000, pingAfterMs: 3_600_000 },
  })
  await world.first('active')
  world.time.advance(DEFAULT_TIMING.addressesEveryMs)
  await world.script
  await assertClosed(t, world)
})

test('does what the node wants', async (t) => {
  const message: Message = { type: 'fetch_items_message', item_type: 1001, items_to_fetch: [HASH] }
  const world = startSession([
    ...SHAKES_HANDS,
    hears('fetch_items_message', ({ items_to_fetch }) => t.deepEqual(items_to_fetch, [HASH])),
    hears('closing_connection_message', ({ reason_for_closing }) =>
      t.is(reason_for_closing, 'block 9 was not asked for'),
    ),
    hearsTheEnd(),
  ])
  await world.first('active')
  world.command$.next({ do: 'send', peer: 1, message })
  const fault = new PeerFault('UNREQUESTED_ITEM', 'block 9 was not asked for')
  world.command$.next({ do: 'disconnect', peer: 1, fault })
  t.is(await assertClosed(t, world), fault)
  await world.script
})

test('a peer that does not close after goodbye is left after a second', async (t) => {
  const world = startSession([...SHAKES_HANDS, (far) => void far.socket.pause()])
  await world.first('active')
  await world.script
  world.command$.next({ do: 'disconnect', peer: 1, fault: new LinkError('STOPPED', 'enough') })
  world.time.advance(DEFAULT_TIMING.goodbyeMs - 1)
  t.false(typesOf(world).includes('closed'))
  world.time.advance(1)
  assertError(t, await assertClosed(t, world), 'LinkError STOPPED')
})

test('a peer that does not read what it is sent ends with OVERFLOW', async (t) => {
  const world = startSession([...SHAKES_HANDS, (far) => void far.socket.pause()])
  await world.first('active')
  await world.script
  const message: Message = { type: 'trx_message', payload: new Uint8Array(512 * 1024) }
  for (let count = 0; count < 10; count += 1) world.command$.next({ do: 'send', peer: 1, message })
  assertError(t, await assertClosed(t, world), 'PeerFault OVERFLOW')
})

const x = (byte: number): number[] => new Array<number>(32).fill(byte)
for (const [title, key] of [
  ['of zeros', [0, ...x(0)]],
  ['of ones', [0xff, ...x(0xff)]],
  ['beyond the field', [2, ...x(0xff)]],
  ['that is not compressed', [4, ...x(1)]],
  ['at infinity', [2, ...x(0)]],
] as const) {
  test(`a key ${title} ends it before it began`, async (t) => {
    const world = startSession(undefined)
    world.far.write(Uint8Array.from(key))
    assertError(t, await assertClosed(t, world), 'PeerFault BAD_KEY')
    t.deepEqual(typesOf(world), ['closed'])
  })
}

test('our own key sent back ends it before it began', async (t) => {
  const world = startSession(undefined)
  world.far.once('data', (key: Uint8Array) => world.far.write(key))
  assertError(t, await assertClosed(t, world), 'PeerFault BAD_KEY', /our own/)
})

test('a mistake of ours ends one connection and is not called a fault of the peer', async (t) => {
  const { error } = await play(
    t,
    [
      ...SHAKES_HANDS,
      says({ type: 'fetch_items_message', item_type: 1001, items_to_fetch: [HASH] }),
      hears('closing_connection_message'),
      hearsTheEnd(),
    ],
    {
      responder: {
        ...EMPTY_RESPONDER,
        getItem() {
          throw new TypeError('oops')
        },
      },
    },
  )
  t.true(error instanceof InternalError)
})

test('unsubscribing closes at once and without a word', async (t) => {
  const world = startSession(SHAKES_HANDS)
  const far = await world.script
  t.true(world.time.timers > 0)
  world.subscription.unsubscribe()
  t.true(world.near.destroyed)
  t.is(world.time.timers, 0)
  t.false(world.command$.observed)
  t.is(await far.hear(), 'end')
  t.false(typesOf(world).includes('closed'))
})

test('unsubscribing closes at any point of the handshake', async (t) => {
  const steps = [...SHAKES_HANDS]
  for (let count = 0; count <= steps.length; count += 1) {
    const world = startSession(steps.slice(0, count))
    await world.script
    await world.settle()
    world.subscription.unsubscribe()
    t.true(world.near.destroyed)
    t.is(world.time.timers, 0)
    t.false(world.command$.observed)
  }
})
