import test from 'ava'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import { REJECTION_REASONS } from '../../lib/messages/handshake-messages.ts'
import type { MessageOf } from '../../lib/messages/registry.ts'
import type { DecodedMessage } from '../../lib/peer/decode.ts'
import type { PeerHello, Rejection } from '../../lib/peer/hello.ts'
import {
  createHandshakeState,
  DEADLINE,
  type Ended,
  type HandshakeCommand,
  type HandshakeState,
  reduceHandshake,
  REFRESH,
} from '../../lib/peer/reduce-handshake.ts'

type Input = DecodedMessage | typeof REFRESH | typeof DEADLINE | Ended

const HELLO: MessageOf<'hello_message'> = {
  type: 'hello_message',
  user_agent: 'peer',
  core_protocol_version: 106,
  inbound_address: '1.2.3.4',
  inbound_port: 1776,
  outbound_port: 0,
  node_public_key: '02'.repeat(33),
  signed_shared_secret: '1f'.repeat(65),
  chain_id: 'c4'.repeat(32),
  user_data: {},
}
const GREETED: PeerHello = {
  userAgent: 'peer',
  protocolVersion: 106,
  nodeId: 'aa'.repeat(33),
  publicKey: HELLO.node_public_key,
  chainId: HELLO.chain_id,
  inboundAddress: HELLO.inbound_address,
  inboundPort: 1776,
  outboundPort: 0,
  platform: '',
  revision: '',
  head: { number: 0, id: '0'.repeat(40) },
  headTime: 0,
}
const ACCEPTED: Input = { type: 'connection_accepted_message' }
const ADDRESS_REQUEST: Input = { type: 'address_request_message' }
const ADDRESSES: Input = { type: 'address_message', addresses: [] }
const SYNOPSIS: Input = {
  type: 'fetch_blockchain_item_ids_message',
  item_type: 1001,
  blockchain_synopsis: [],
}
const FETCH: Input = { type: 'fetch_items_message', item_type: 1001, items_to_fetch: [] }
const INVENTORY: Input = { type: 'item_ids_inventory_message', item_type: 1001, item_hashes_available: [] }
const GOODBYE: Input = {
  type: 'closing_connection_message',
  reason_for_closing: 'that is all',
  closing_due_to_error: false,
  error: undefined,
}
const RESET: Input = { type: 'ended', error: new LinkError('RESET', 'connection lost') }
const PING: Input = { type: 'current_time_request_message', request_sent_time: 1n }
const rejected = (code: number): Input => ({
  type: 'connection_rejected_message',
  user_agent: 'peer',
  core_protocol_version: 106,
  remote_endpoint: '0.0.0.0:0',
  reason_code: code,
  reason_string: 'because',
})

/** One word for each thing that is done. */
function nameOf(command: HandshakeCommand): string {
  switch (command.do) {
    case 'send':
      return command.message.type === 'connection_rejected_message'
        ? `send connection_rejected_message ${command.message.reason_code}`
        : `send ${command.message.type}`
    case 'end':
      return `end ${command.error.name} ${command.error.code}`
    default:
      return command.do
  }
}

interface Run {
  readonly state: HandshakeState
  readonly done: readonly (readonly string[])[]
}

function run(
  direction: 'inbound' | 'outbound',
  inputs: readonly Input[],
  verdict: PeerHello | Rejection = GREETED,
): Run {
  let state = createHandshakeState(direction)
  const done = inputs.map((input) => {
    const [next, commands] = reduceHandshake(state, input, () => verdict)
    state = next
    return commands.map(nameOf)
  })
  return { state, done }
}

const GREET = ['greet', 'send connection_accepted_message']
const ASK = ['send address_request_message']
const TELL = ['tellAddresses']
const NOTHING: readonly string[] = []

const CONVERSATIONS: readonly (readonly [
  string,
  'inbound' | 'outbound',
  readonly (readonly [Input, readonly string[]])[],
])[] = [
  [
    'the usual order',
    'outbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [ADDRESSES, [...TELL, 'activate']],
    ],
  ],
  [
    'the peer accepts before it says hello',
    'outbound',
    [
      [ACCEPTED, ASK],
      [ADDRESSES, TELL],
      [HELLO, ['greet', 'send connection_accepted_message', 'activate']],
    ],
  ],
  [
    'the hello comes between acceptance and addresses',
    'outbound',
    [
      [ACCEPTED, ASK],
      [HELLO, GREET],
      [ADDRESSES, [...TELL, 'activate']],
    ],
  ],
  [
    'acceptance said twice counts once',
    'outbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [ACCEPTED, NOTHING],
    ],
  ],
  [
    'a peer that dialled us is active with its addresses',
    'inbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [ADDRESSES, [...TELL, 'activate']],
      [SYNOPSIS, NOTHING],
    ],
  ],
  [
    'a peer that dialled us is active with its first synopsis, and its addresses are taken afterwards',
    'inbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [SYNOPSIS, ['activate']],
      [ADDRESSES, TELL],
    ],
  ],
  [
    'a peer that dialled us is active with its synopsis even before it accepts us',
    'inbound',
    [
      [HELLO, GREET],
      [SYNOPSIS, ['activate']],
      [ACCEPTED, ASK],
      [ADDRESSES, TELL],
    ],
  ],
  [
    'a peer that we dialled is not active by its synopsis',
    'outbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [SYNOPSIS, NOTHING],
      [ADDRESSES, [...TELL, 'activate']],
    ],
  ],
  [
    'addresses nobody asked for are ignored',
    'outbound',
    [
      [ADDRESSES, NOTHING],
      [HELLO, GREET],
      [ADDRESSES, NOTHING],
    ],
  ],
  [
    'addresses are taken once',
    'outbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [ADDRESSES, [...TELL, 'activate']],
      [ADDRESSES, NOTHING],
    ],
  ],
  [
    'an active peer is asked for addresses again',
    'outbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [ADDRESSES, [...TELL, 'activate']],
      [REFRESH, ASK],
      [ADDRESSES, TELL],
    ],
  ],
  [
    'one that is not active is not',
    'outbound',
    [
      [REFRESH, NOTHING],
      [HELLO, GREET],
      [REFRESH, NOTHING],
    ],
  ],
  [
    'a request for addresses after the hello is not its business',
    'outbound',
    [
      [HELLO, GREET],
      [ADDRESS_REQUEST, NOTHING],
    ],
  ],
  [
    'requests for items after the hello are not',
    'outbound',
    [
      [HELLO, GREET],
      [FETCH, NOTHING],
      [INVENTORY, NOTHING],
    ],
  ],
  [
    'a question for the time at any moment is not',
    'outbound',
    [
      [PING, NOTHING],
      [HELLO, GREET],
      [PING, NOTHING],
    ],
  ],
  [
    'a second hello',
    'outbound',
    [
      [HELLO, GREET],
      [HELLO, ['end PeerFault UNEXPECTED_MESSAGE']],
    ],
  ],
  [
    'addresses asked for before the hello',
    'inbound',
    [[ADDRESS_REQUEST, ['end PeerFault UNEXPECTED_MESSAGE']]],
  ],
  ['a synopsis before the hello', 'inbound', [[SYNOPSIS, ['end PeerFault UNEXPECTED_MESSAGE']]]],
  ['items asked for before the hello', 'inbound', [[FETCH, ['end PeerFault UNEXPECTED_MESSAGE']]]],
  ['items announced before the hello', 'inbound', [[INVENTORY, ['end PeerFault UNEXPECTED_MESSAGE']]]],
  [
    'a rejection is answered with a request for addresses, and ends with them',
    'outbound',
    [
      [HELLO, GREET],
      [rejected(4), ASK],
      [ADDRESSES, [...TELL, 'end LinkError REJECTED']],
    ],
  ],
  [
    'a rejection before the hello',
    'outbound',
    [
      [rejected(5), ASK],
      [ADDRESSES, [...TELL, 'end LinkError REJECTED']],
    ],
  ],
  [
    'a rejection, then acceptance',
    'outbound',
    [
      [HELLO, GREET],
      [rejected(4), ASK],
      [ACCEPTED, NOTHING],
    ],
  ],
  [
    'a rejection, then the hello',
    'outbound',
    [
      [rejected(4), ASK],
      [HELLO, GREET],
      [ADDRESSES, [...TELL, 'end LinkError REJECTED']],
    ],
  ],
  [
    'a rejection, then goodbye',
    'outbound',
    [
      [HELLO, GREET],
      [rejected(2), ASK],
      [GOODBYE, ['end LinkError DUPLICATE']],
    ],
  ],
  [
    'a rejection, then the connection breaks',
    'outbound',
    [
      [HELLO, GREET],
      [rejected(4), ASK],
      [RESET, ['end LinkError REJECTED']],
    ],
  ],
  [
    'a rejection, then silence',
    'outbound',
    [
      [HELLO, GREET],
      [rejected(4), ASK],
      [DEADLINE, ['end LinkError REJECTED']],
    ],
  ],
  [
    'a second rejection',
    'outbound',
    [
      [rejected(4), ASK],
      [rejected(4), ['end PeerFault UNEXPECTED_MESSAGE']],
    ],
  ],
  [
    'a rejection after acceptance',
    'outbound',
    [
      [ACCEPTED, ASK],
      [rejected(4), ['end PeerFault UNEXPECTED_MESSAGE']],
    ],
  ],
  [
    'goodbye',
    'outbound',
    [
      [HELLO, GREET],
      [GOODBYE, ['end LinkError CLOSED']],
    ],
  ],
  [
    'the connection breaks',
    'outbound',
    [
      [HELLO, GREET],
      [RESET, ['end LinkError RESET']],
    ],
  ],
  [
    'silence until the deadline',
    'outbound',
    [
      [HELLO, GREET],
      [ACCEPTED, ASK],
      [DEADLINE, ['end LinkError TIMEOUT']],
    ],
  ],
  [
    'the deadline of an active peer',
    'inbound',
    [
      [HELLO, GREET],
      [SYNOPSIS, ['activate']],
      [DEADLINE, NOTHING],
    ],
  ],
]

for (const [title, direction, conversation] of CONVERSATIONS) {
  test(`${title} (${direction})`, (t) => {
    const inputs = conversation.map(([input]) => input)
    t.deepEqual(
      run(direction, inputs).done,
      conversation.map(([, done]) => done),
    )
  })
}

for (const [code, reason] of REJECTION_REASONS.entries()) {
  const kind = { different_chain: 'WRONG_CHAIN', connected_to_self: 'SELF', already_connected: 'DUPLICATE' }
  const expected = (kind as Readonly<Partial<Record<string, string>>>)[reason] ?? 'REJECTED'
  test(`a rejection as ${reason} becomes ${expected}`, (t) => {
    // On another chain, or connected to itself, the peer has closed already: there is nobody to ask.
    const isGone = code === 1 || code === 3
    const { done } = run('outbound', [HELLO, rejected(code), ADDRESSES])
    t.deepEqual(done[1], isGone ? [`end LinkError ${expected}`] : ASK)
    if (!isGone) t.deepEqual(done[2], [...TELL, `end LinkError ${expected}`])
  })
}

test('a rejection code of a later version is a rejection', (t) => {
  const { done } = run('outbound', [HELLO, rejected(200), ADDRESSES])
  t.deepEqual(done[2], [...TELL, 'end LinkError REJECTED'])
})

test('the reason of a rejection is part of the error, quoted and cut', (t) => {
  const [state] = reduceHandshake(
    createHandshakeState('outbound'),
    { ...rejected(4), reason_string: `\u001b[2J"${'x'.repeat(10_000)}` } as Input,
    () => GREETED,
  )
  const [, [, command]] = reduceHandshake(state, ADDRESSES, () => GREETED)
  if (command?.do !== 'end') return t.fail()
  t.true(command.error.message.length < 400)
  t.false(command.error.message.includes('\u001b'))
  t.regex(command.error.message, /not_accepting_connections/)
})

const REFUSALS: readonly (readonly [number, string])[] = [
  [1, 'LinkError WRONG_CHAIN'],
  [2, 'LinkError DUPLICATE'],
  [3, 'LinkError SELF'],
  [6, 'PeerFault BAD_HELLO'],
]
for (const [code, error] of REFUSALS) {
  test(`a hello refused with ${String(REJECTION_REASONS[code])} is told so and ends with ${error}`, (t) => {
    for (const before of [[], [ACCEPTED], [ACCEPTED, ADDRESSES]]) {
      const { done } = run('outbound', [...before, HELLO], { code, reason: 'no' })
      t.deepEqual(done.at(-1), [`send connection_rejected_message ${code}`, `end ${error}`])
    }
  })
}

test('a refused peer never becomes active, whatever it sends', (t) => {
  const { state, done } = run('inbound', [HELLO, ACCEPTED, ADDRESSES, REFRESH], { code: 2, reason: 'no' })
  t.false(state.isActive)
  t.false(done.flat().includes('activate'))
})

for (const code of [4, 5]) {
  const refused = (...inputs: readonly Input[]): Run => run('inbound', inputs, { code, reason: 'no place' })
  const told = [`send connection_rejected_message ${code}`]

  test(`one refused with ${String(REJECTION_REASONS[code])} is told who else is here before it goes`, (t) => {
    t.deepEqual(refused(HELLO, ADDRESS_REQUEST).done, [told, ['answerAddresses', 'end LinkError STOPPED']])
  })

  test(`one refused with ${String(REJECTION_REASONS[code])} that asks nothing goes for want of a place`, (t) => {
    for (const input of [DEADLINE, RESET, GOODBYE]) {
      t.deepEqual(refused(HELLO, input).done, [told, ['end LinkError STOPPED']])
    }
  })

  test(`one refused with ${String(REJECTION_REASONS[code])} is not served`, (t) => {
    for (const input of [SYNOPSIS, FETCH, INVENTORY, HELLO]) {
      const { state, done } = refused(HELLO, input)
      t.deepEqual(done[1], ['end PeerFault UNEXPECTED_MESSAGE'])
      t.false(state.isActive)
    }
    t.false(refused(HELLO, ACCEPTED, ADDRESSES).state.isActive)
  })
}

test('whoever judges a hello may throw, and nothing has changed then', (t) => {
  const before = createHandshakeState('outbound')
  const fault = new PeerFault('BAD_HELLO', 'the node id in its hello is null')
  const judge = (): never => {
    throw fault
  }
  t.throws(() => reduceHandshake(before, HELLO, judge), { is: fault })
  t.deepEqual(before, createHandshakeState('outbound'))
})
