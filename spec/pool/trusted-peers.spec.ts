import test from 'ava'
import { publicKeyToText } from '../../lib/crypto/key-text.ts'
import { UsageError } from '../../lib/errors.ts'
import { toAdvertising } from '../../lib/pool/pool-options.ts'
import {
  checkPin,
  formatTrustedPeer,
  parseTrustedPeer,
  toTrustedPeers,
} from '../../lib/pool/trusted-peers.ts'
import { bytesOf } from '../support/hex.ts'

const KEY = `02${'ab'.repeat(32)}`
const OTHER = `03${'cd'.repeat(32)}`
const address = { host: 'a.example', port: 1776 }

test('a trusted peer is a key, as hex or as text of the network, with or without an address', (t) => {
  const text = publicKeyToText(bytesOf(KEY), 'TEST')
  t.deepEqual(parseTrustedPeer(KEY.toUpperCase(), 'BTS'), { publicKey: KEY })
  t.deepEqual(parseTrustedPeer(text, 'TEST'), { publicKey: KEY })
  t.deepEqual(parseTrustedPeer(`${text}@a.example`, 'TEST'), { publicKey: KEY, address })
  t.is(formatTrustedPeer({ publicKey: KEY, address }), `${KEY}@a.example:1776`)
  t.deepEqual(parseTrustedPeer(formatTrustedPeer({ publicKey: KEY, address }), 'BTS'), {
    publicKey: KEY,
    address,
  })
})

test('what is no key, or no address, is refused in a sentence', (t) => {
  const text = publicKeyToText(bytesOf(KEY), 'TEST')
  for (const wrong of ['', 'a.example:1776', text, `${KEY}00`, `${KEY}@`, `${KEY}@a b`]) {
    const error = t.throws(() => parseTrustedPeer(wrong, 'BTS'), { instanceOf: UsageError }, wrong)
    t.is(error.code, 'BAD_OPTION')
  }
})

test('an address cannot have two keys, a key may have two addresses', (t) => {
  const one = { publicKey: KEY, address }
  t.throws(() => toTrustedPeers([one, { publicKey: OTHER, address }]), {
    message: /a\.example:1776 cannot have two keys/,
  })
  const { keys, addresses } = toTrustedPeers([one, one, { publicKey: KEY, address: { ...address, port: 7 } }])
  t.is(keys.size, 1)
  t.is(addresses.length, 2)
})

test('whoever answers at a pinned address must have its key', (t) => {
  const { pins } = toTrustedPeers([{ publicKey: KEY, address }, { publicKey: OTHER }])
  t.is(checkPin(pins, address, KEY), undefined)
  t.like(checkPin(pins, address, OTHER), { code: 'BAD_HELLO' })
  t.is(checkPin(pins, { ...address, port: 7 }, OTHER), undefined)
  t.is(checkPin(undefined, address, OTHER), undefined)
})

test('what is advertised is all, nothing, a list or all but a list', (t) => {
  t.deepEqual(toAdvertising(), { mode: 'all' })
  t.deepEqual(toAdvertising('nothing'), { mode: 'nothing' })
  t.like(toAdvertising({ list: ['8.8.8.8'] }), { mode: 'list' })
  t.like(toAdvertising({ excludeList: ['8.8.8.8'] }), { mode: 'exclude_list' })
  t.throws(() => toAdvertising('some' as 'all'), { message: /advertise "some" is unknown/ })
  t.throws(() => toAdvertising({ list: ['a b'] }), { message: /advertise: "a b"/ })
})
