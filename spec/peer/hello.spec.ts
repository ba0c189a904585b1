import test from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { PeerFault } from '../../lib/errors.ts'
import { decodeMessage, encodeMessage, type HelloMessage } from '../../lib/messages/registry.ts'
import type { VariantObject } from '../../lib/messages/variant.ts'
import {
  checkHello,
  createHello,
  type HelloCheck,
  type HelloOptions,
  isRejection,
  type NodeIdentity,
  type PeerHello,
  type Rejection,
} from '../../lib/peer/hello.ts'
import { createIdentity } from '../../lib/peer/identity.ts'
import { bytesOf, hexOf } from '../support/hex.ts'
import { SESSION } from '../support/session-vectors.ts'

const MAINNET = '4018d7844c78f6a6c41c6a552b898022310fc5dec06da467ee7905a8dad512c8'
const NODE_ID = '5e'.repeat(33)
const peer: NodeIdentity = {
  privateKey: SESSION.node.privateKey,
  publicKey: hexOf(SESSION.node.publicKey),
  nodeId: NODE_ID,
}
const us = createIdentity()
const options: HelloOptions = {
  identity: peer,
  chainId: MAINNET,
  userAgent: 'test/1',
  head: { number: 77, id: `0000004d${'ab'.repeat(16)}` },
  headTime: 1_700_000_000,
}

const hello = (change: Partial<HelloMessage> = {}): HelloMessage => ({
  ...createHello(options, SESSION.secret),
  ...change,
})
const saying = (user_data: VariantObject): HelloMessage => hello({ user_data })

function check(message: HelloMessage, change: Partial<HelloCheck> = {}): PeerHello | Rejection {
  return checkHello(message, {
    chainId: MAINNET,
    identity: us,
    secret: SESSION.secret,
    isConnectedTo: () => false,
    ...change,
  })
}
function accepted(message: HelloMessage): PeerHello {
  const answer = check(message)
  if (isRejection(answer)) throw new Error(answer.reason)
  return answer
}
function platformOf({ user_data: { platform } }: HelloMessage): string {
  return typeof platform === 'string' ? platform : ''
}
function codeOf(message: HelloMessage, change: Partial<HelloCheck> = {}): number | undefined {
  const answer = check(message, change)
  return isRejection(answer) ? answer.code : undefined
}

test('a hello is signed as core signs it', (t) => {
  t.is(createHello(options, SESSION.secret).signed_shared_secret, hexOf(SESSION.node.signature))
})

test('a hello says all that core says, in core’s order', (t) => {
  const message = createHello({ ...options, inbound: { address: '10.1.2.3', port: 1776 } }, SESSION.secret)
  t.is(message.user_agent, 'test/1')
  t.is(message.core_protocol_version, 106)
  t.is(message.inbound_address, '10.1.2.3')
  t.is(message.inbound_port, 1776)
  t.is(message.chain_id, MAINNET)
  t.deepEqual(Object.entries(message.user_data), [
    ['fc_git_revision_sha', '0'.repeat(40)],
    ['fc_git_revision_unix_timestamp', 0n],
    ['platform', platformOf(message)],
    ['bitness', 64n],
    ['node_id', NODE_ID],
    ['last_known_block_hash', `0000004d${'ab'.repeat(16)}`],
    ['last_known_block_number', 77n],
    ['last_known_block_time', '2023-11-14T22:13:20'],
  ])
  t.regex(platformOf(message), /^(linux|osx|win32|obsd|other)$/)
})

test('who does not listen says port 0', (t) => {
  const message = createHello(options, SESSION.secret)
  t.is(message.inbound_address, '0.0.0.0')
  t.is(message.inbound_port, 0)
  t.is(message.outbound_port, 0)
})

test('a hello says the port it comes from where that is asked for', (t) => {
  const inbound = { address: '10.1.2.3', port: 1776 }
  t.is(createHello({ ...options, inbound }, SESSION.secret).outbound_port, 1776)
  t.is(createHello({ ...options, inbound, outboundPort: 40_000 }, SESSION.secret).outbound_port, 40_000)
})

test('a hello is understood after its way over the wire', (t) => {
  const { payload } = encodeMessage(createHello(options, SESSION.secret))
  const message = decodeMessage(5006, payload)
  if (message.type !== 'hello_message') return t.fail()
  t.deepEqual(accepted(message), {
    userAgent: 'test/1',
    protocolVersion: 106,
    nodeId: NODE_ID,
    publicKey: peer.publicKey,
    chainId: MAINNET,
    inboundAddress: '0.0.0.0',
    inboundPort: 0,
    outboundPort: 0,
    platform: platformOf(message),
    revision: '0'.repeat(40),
    head: options.head,
    headTime: options.headTime,
  })
})

test('core’s own hello is accepted, with the key as its identity', (t) => {
  const message = decodeMessage(5006, SESSION.hello)
  if (message.type !== 'hello_message') return t.fail()
  const { nodeId, publicKey, platform, head, headTime } = accepted(message)
  t.is(nodeId, peer.publicKey)
  t.is(publicKey, peer.publicKey)
  t.is(platform, 'linux')
  t.deepEqual(head, GENESIS)
  t.is(headTime, 0)
})

test('a hello without user data is accepted', (t) => {
  t.is(accepted(saying({})).nodeId, peer.publicKey)
})

/** `s` mirrored to the high half of the order, and the recovery id with it. */
function highS(signature: Uint8Array): string {
  const order = BigInt('0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141')
  const mirrored = (order - BigInt(`0x${hexOf(signature.subarray(33))}`)).toString(16).padStart(64, '0')
  const header = 31 + (((signature[0] as number) - 31) ^ 1)
  return header.toString(16) + hexOf(signature.subarray(1, 33)) + mirrored
}

test('a signature with a high s is accepted, and one that says the key is not compressed', (t) => {
  t.is(codeOf(hello({ signed_shared_secret: highS(SESSION.node.signature) })), undefined)
  const uncompressed = Uint8Array.from(SESSION.node.signature)
  uncompressed[0] = (uncompressed[0] as number) - 4
  t.is(codeOf(hello({ signed_shared_secret: hexOf(uncompressed) })), undefined)
})

const flipped = Uint8Array.from(SESSION.node.signature)
flipped[40] = (flipped[40] as number) ^ 1
const BAD_SIGNATURES: readonly (readonly [string, string])[] = [
  ['with a flipped bit', hexOf(flipped)],
  ['of zeros', '00'.repeat(65)],
  ['of ones', 'ff'.repeat(65)],
  ['with header 26', `1a${hexOf(SESSION.node.signature).slice(2)}`],
  ['with header 35', `23${hexOf(SESSION.node.signature).slice(2)}`],
]
for (const [title, signature] of BAD_SIGNATURES) {
  test(`a signature ${title} is refused as an invalid hello`, (t) => {
    t.is(codeOf(hello({ signed_shared_secret: signature })), 6)
  })
}

test('a signature of another session, or of another key, is refused', (t) => {
  t.is(codeOf(hello(), { secret: SESSION.secret.map((byte) => byte ^ 1) }), 6)
  t.is(codeOf(hello({ node_public_key: us.publicKey })), 6)
  t.is(codeOf(hello({ node_public_key: '00'.repeat(33) })), 6)
})

test('another chain is refused, before anything else is looked at', (t) => {
  const message = hello({
    chain_id: '00'.repeat(32),
    user_data: { node_id: 'zz' },
    signed_shared_secret: '00'.repeat(65),
  })
  const answer = check(message)
  t.deepEqual(answer, { code: 1, reason: `You are on a different chain (${'00'.repeat(32)}) than I am` })
})

test('we ourselves are refused, by node id or by key', (t) => {
  t.is(codeOf(hello(), { identity: { ...us, nodeId: NODE_ID } }), 3)
  t.is(codeOf(hello(), { identity: { ...us, publicKey: peer.publicKey } }), 3)
})

test('a second connection to a node is refused; whoever knows the others is told its id and its key', (t) => {
  const asked: string[] = []
  const isConnectedTo = (...name: readonly string[]): boolean => asked.push(...name) > 0
  t.is(codeOf(hello(), { isConnectedTo }), 2)
  t.deepEqual(asked, [NODE_ID, peer.publicKey])
})

test('one that is all right may be refused for want of a place, and nothing else is asked after that', (t) => {
  const full = { code: 4, reason: 'I have no place for another connection' }
  const asked: string[] = []
  const refuse = ({ publicKey }: PeerHello): typeof full => {
    asked.push(publicKey)
    return full
  }
  t.deepEqual(check(hello(), { refuse }), full)
  t.is(codeOf(hello(), { refuse, isConnectedTo: () => true }), 2)
  t.is(codeOf(hello({ chain_id: '00'.repeat(32) }), { refuse }), 1)
  t.deepEqual(asked, [peer.publicKey])
  t.is(codeOf(hello(), { refuse: () => undefined }), undefined)
})

test('a node id of zeros, or of nothing, is a fault', (t) => {
  for (const node_id of ['00'.repeat(33), '', '0', null]) {
    t.throws(() => check(saying({ node_id })), { instanceOf: PeerFault, code: 'BAD_HELLO', message: /null/ })
  }
})

test('a node id that is not hex is a fault, but only in a hello that is otherwise good', (t) => {
  t.throws(() => check(saying({ node_id: 'zz' })), {
    instanceOf: PeerFault,
    code: 'BAD_HELLO',
    message: /not hex/,
  })
  t.is(codeOf({ ...saying({ node_id: 'zz' }), signed_shared_secret: '00'.repeat(65) }), 6)
})

test('a node id is filled up or cut to 33 bytes, as fc reads it', (t) => {
  t.is(accepted(saying({ node_id: 'AB' })).nodeId, `ab${'00'.repeat(32)}`)
  t.is(accepted(saying({ node_id: 'abc' })).nodeId, `abc${'0'.repeat(63)}`)
  t.is(accepted(saying({ node_id: 'cd'.repeat(40) })).nodeId, 'cd'.repeat(33))
  t.is(accepted(saying({ node_id: 17n })).nodeId, `17${'00'.repeat(32)}`)
})

test('what a peer says of its head is taken where it can be', (t) => {
  const nothing = { head: GENESIS, headTime: 0 }
  const cases: readonly (readonly [VariantObject, Pick<PeerHello, 'head' | 'headTime'>])[] = [
    [{}, nothing],
    [{ last_known_block_hash: 'zz', last_known_block_number: -1n, last_known_block_time: 'never' }, nothing],
    [{ last_known_block_number: 2n ** 64n - 1n, last_known_block_time: true }, nothing],
    [{ last_known_block_hash: ['a'], last_known_block_number: {}, last_known_block_time: null }, nothing],
    [{ last_known_block_number: '12' }, { head: { number: 12, id: GENESIS.id }, headTime: 0 }],
  ]
  for (const [data, expected] of cases) {
    const { head, headTime } = accepted(saying(data))
    t.deepEqual({ head, headTime }, expected)
  }
})

test('an identity has a key, its public half, and an id that is new each time', (t) => {
  const again = createIdentity(us.privateKey)
  t.is(again.publicKey, us.publicKey)
  t.not(again.nodeId, us.nodeId)
  t.regex(again.nodeId, /^[0-9a-f]{66}$/)
  t.is(bytesOf(us.publicKey).length, 33)
})
