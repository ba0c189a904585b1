import test from 'ava'
import { parseAddressList } from '../../lib/pool/address-list.ts'
import type { AddressRules } from '../../lib/pool/address-rules.ts'
import { mayCheck } from '../../lib/pool/may-check.ts'
import { readOwnHosts } from '../../lib/pool/own-hosts.ts'

const own = { port: 1776, hosts: () => new Set(['8.8.8.8', '192.168.1.5']) }

const cases = [
  // A node of the internet, and one on a local net.
  ['9.9.9.9', 1776, true, true],
  ['192.168.1.9', 1776, false, true],
  ['10.0.0.1', 1776, false, true],
  ['169.254.169.254', 8080, false, true],
  ['0.0.0.0', 1776, false, false],
  ['224.0.0.1', 1776, false, false],
  // This machine: no port of it, or not the one where we listen.
  ['8.8.8.8', 1776, false, false],
  ['8.8.8.8', 5000, false, true],
  ['192.168.1.5', 1776, false, false],
  ['127.0.0.1', 1776, false, false],
  ['127.9.9.9', 1776, false, false],
  ['127.0.0.1', 5000, false, true],
  // Ports of services.
  ['9.9.9.9', 1023, false, false],
  ['9.9.9.9', 80, false, false],
  ['9.9.9.9', 0, false, false],
  ['9.9.9.9', 3306, false, false],
  ['seed.example.org', 1776, false, false],
] as const

for (const [host, port, inPublic, inLocal] of cases) {
  test(`${host} port ${port} is ${inPublic ? '' : 'not '}checked in public, ${inLocal ? '' : 'not '}on local nets`, (t) => {
    t.is(mayCheck({ host, port }, { profile: 'public' }, own), inPublic)
    t.is(mayCheck({ host, port }, { profile: 'local' }, own), inLocal)
  })
}

const address = { host: '9.9.9.9', port: 1776 }
const REFUSED: readonly [string, Partial<AddressRules>][] = [
  ['is denied', { deny: parseAddressList(['9.9.9.0/24'], 'deny') }],
  ['is not among those that are allowed', { allow: parseAddressList(['7.7.7.7'], 'allow') }],
  ['is not what the user gave, where nothing else is wanted', { isOnly: true }],
  ['has behaved badly', { isShunned: () => true }],
  ['is where we listen', { own: new Set(['9.9.9.9:1776']) }],
]
for (const [what, rules] of REFUSED) {
  test(`an address is not checked that ${what}`, (t) => {
    t.false(mayCheck(address, { profile: 'public', ...rules }, own))
  })
}

test('the system is asked for its addresses only where all else is in order', (t) => {
  const asked = { port: 1776, hosts: () => t.fail() }
  t.false(mayCheck({ host: '10.0.0.1', port: 1776 }, { profile: 'public' }, asked))
})

test('the loopback address is one of this machine', (t) => {
  t.true(readOwnHosts().has('127.0.0.1'))
})
