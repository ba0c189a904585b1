import test from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { signatures } from '../../lib/crypto/signatures.ts'
import { UsageError } from '../../lib/errors.ts'
import { createNode } from '../../lib/node/create-node.ts'
import { MAINNET, privateNetwork, TESTNET } from '../../lib/node/networks.ts'
import { DEFAULT_LIMITS, type NodeOptions, resolveOptions } from '../../lib/node/options.ts'

const CHAIN_ID = '0f'.repeat(32)
const ID = `000004d2${'ab'.repeat(16)}`

const BAD: readonly (readonly [string, unknown, RegExp])[] = [
  ['a network nobody knows', { network: 'devnet' }, /network "devnet" is unknown/],
  ['a number as network', { network: 7 }, /network "7" is unknown/],
  [
    'a chain id that is too short',
    { network: privateNetwork('00'), peers: ['a:1'] },
    /"00" is not a chain id/,
  ],
  [
    'a private network without a peer',
    { network: privateNetwork(CHAIN_ID) },
    /private has no seeds: give at least one peer/,
  ],
  ['only, without a peer', { only: true }, /give at least one peer/],
  ['a peer that is none', { peers: ['http://example.com'] }, /"http:\/\/example\.com" is not a peer/],
  ['a port that cannot be', { peers: ['example.com:70000'] }, /not a peer/],
  ['an address that cannot be', { peers: [{ host: 'a b', port: 1 }] }, /"a b:1" is not a peer/],
  ['a height with a fraction', { from: 1.5 }, /from: 1\.5 is not a block number/],
  ['a height below zero', { from: -1 }, /not a block number/],
  ['a height above 32 bits', { from: 2 ** 32 }, /not a block number/],
  ['a date that is none', { from: new Date('never') }, /not a valid date/],
  ['a cursor whose id has another number', { from: { number: 7, id: ID } }, /neither "head"/],
  ['a cursor with an id that is none', { from: { number: 7, id: 'x' } }, /neither "head"/],
  ['a word nobody knows', { from: 'tail' }, /neither "head"/],
  ['a trusted peer without a key', { trusted: ['1.2.3.4:5'] }, /"1\.2\.3\.4:5" is no key of a node/],
  ['a trusted key of another network', { trusted: ['TEST8YAMLRNcddXvdH9'] }, /is no key of a node/],
  ['a list entry that is none', { deny: ['10.0.0.0/33'] }, /deny: "10\.0\.0\.0\/33" is neither an address/],
  ['a limit below zero', { limits: { maxOutbound: -1 } }, /limits\.maxOutbound is -1/],
  ['a limit that is no number', { limits: { goodbyeMs: Number.NaN } }, /limits\.goodbyeMs is NaN/],
]
for (const [title, options, message] of BAD) {
  test(`refuses ${title} in one sentence, when it is created`, (t) => {
    const error = t.throws(() => createNode(options as NodeOptions), { instanceOf: UsageError, message })
    t.is(error.code, 'BAD_OPTION')
    t.false(error.message.includes('\n'))
  })
}

const STARTS: readonly (readonly [string, NodeOptions['from'], object])[] = [
  ['nothing', undefined, { goal: { kind: 'head' } }],
  ['head', 'head', { goal: { kind: 'head' } }],
  ['genesis', 'genesis', { after: GENESIS }],
  ['block 0', 0, { after: GENESIS }],
  ['block 1', 1, { after: GENESIS }],
  ['block 2', 2, { goal: { kind: 'number', number: 2 } }],
  ['a time with a fraction', new Date(1500), { goal: { kind: 'time', seconds: 2 } }],
  ['a cursor', { number: 1234, id: ID }, { after: { number: 1234, id: ID } }],
]
for (const [title, from, start] of STARTS) {
  test(`understands ${title} as a start`, (t) => {
    t.deepEqual(resolveOptions({ ...(from === undefined ? {} : { from }) }).start, start as unknown)
  })
}

test('the defaults are mainnet, its seeds, and the limits as documented', (t) => {
  const { network, given, seeds, limits, dialLimits, userAgent } = resolveOptions({})
  t.is(network, MAINNET)
  t.deepEqual(given, [])
  t.is(seeds.length, MAINNET.seeds.length)
  // Handshakes without native code are so slow that fewer are accepted.
  t.deepEqual(limits, { ...DEFAULT_LIMITS, acceptsPerSecond: signatures.name === 'noble' ? 8 : 20 })
  t.like(dialLimits, { maxOutbound: 8, maxDialling: 4, profile: 'public', isOnly: false })
  t.is(userAgent, 'rx-bitshares')
})

test('given peers come beside the seeds, or instead of them', (t) => {
  const peers = ['example.com', { host: '1.2.3.4', port: 5 }]
  const beside = resolveOptions({ network: 'testnet', peers })
  t.is(beside.network, TESTNET)
  t.deepEqual(beside.given, [
    { host: 'example.com', port: 1776 },
    { host: '1.2.3.4', port: 5 },
  ])
  t.is(beside.seeds.length, TESTNET.seeds.length)
  t.deepEqual(resolveOptions({ peers, only: true }).seeds, [])
})

test('a chain of one’s own never dials the seeds of another', (t) => {
  const peers = ['1.2.3.4:5']
  const own = { ...MAINNET, name: 'mine', chainId: CHAIN_ID }
  t.deepEqual(resolveOptions({ network: own, peers }).seeds, [])
  t.deepEqual(resolveOptions({ network: { ...own, seeds: [...own.seeds, 'mine.example:7'] }, peers }).seeds, [
    { host: 'mine.example', port: 7 },
  ])
  t.deepEqual(resolveOptions({ network: privateNetwork(CHAIN_ID), peers }).seeds, [])
  t.throws(() => resolveOptions({ network: own }), { message: /mine has no seeds: give at least one peer/ })
})

test('trusted peers are dialled like given ones, and their keys are expected', (t) => {
  const key = `02${'ab'.repeat(32)}`
  const { given, dialLimits, trusted } = resolveOptions({
    only: true,
    peers: ['1.2.3.4:5'],
    trusted: [`${key}@1.2.3.4:5`, { publicKey: key, address: { host: 'b.example', port: 6 } }, key],
  })
  t.deepEqual(given, [
    { host: '1.2.3.4', port: 5 },
    { host: 'b.example', port: 6 },
  ])
  t.deepEqual(
    [...(dialLimits.pins ?? [])],
    [
      ['1.2.3.4:5', key],
      ['b.example:6', key],
    ],
  )
  t.deepEqual([...trusted.keys], [key])
})

test('everyone the user names is dialled, whatever the limit for others is', (t) => {
  const peers = Array.from({ length: 12 }, (_, index) => `127.0.0.1:${5000 + index}`)
  const { dialLimits } = resolveOptions({ peers })
  t.is(dialLimits.maxOutbound, 12)
  t.is(dialLimits.maxDialling, 8)
})
