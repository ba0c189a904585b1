import test from 'ava'
import { LinkError } from '../../lib/errors.ts'
import * as pool from '../../lib/pool/address-book.ts'
import { parseAddressList } from '../../lib/pool/address-list.ts'
import { chooseDials, type DialLimits } from '../../lib/pool/choose-dials.ts'
import { learnAddresses } from '../../lib/pool/learn-addresses.ts'
import { formatAddress, type PeerAddress } from '../../lib/transport/peer-address.ts'
import { addressesOf, momentAt, seededRandom, tellingAt } from '../support/pool-world.ts'

const given = { host: '127.0.0.1', port: 5000 }
const seed = { host: 'seed.example', port: 1776 }
const told = { host: '8.8.8.8', port: 1776 }
const limits: DialLimits = { maxOutbound: 8, maxDialling: 4, profile: 'public' }
const none = { dialling: 0, open: 0 }

const choose = (book: pool.AddressBook, change: Partial<DialLimits> = {}, at = 0, counts = none): string[] =>
  chooseDials(book, counts, { ...limits, ...change }, at, seededRandom(at + 7)).map(formatAddress)
const seedsOf = (count: number): PeerAddress[] =>
  Array.from({ length: count }, (_, index) => ({ host: `seed${index}.example`, port: 1776 }))

test('what the user gave is dialled before seeds, seeds before what peers told', (t) => {
  const book = pool.createAddressBook([given], [seed])
  learnAddresses(book, [told], tellingAt(0))
  t.deepEqual(choose(book), ['127.0.0.1:5000', 'seed.example:1776', '8.8.8.8:1776'])
})

test('an address is dialled when its wait is over, and not before', (t) => {
  const book = pool.createAddressBook([given], [])
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const { nextDialAt = 0 } = pool.findRow(book, given) ?? {}
    t.deepEqual(choose(book, {}, nextDialAt - 1), [])
    t.deepEqual(choose(book, {}, nextDialAt), ['127.0.0.1:5000'])
    pool.noteDialling(book, given, momentAt(nextDialAt))
    t.deepEqual(choose(book, {}, nextDialAt), [])
    pool.noteClosed(book, given, new LinkError('UNREACHABLE', 'refused'), momentAt(nextDialAt), 0.5)
  }
})

test('of one network only one learnt address is dialled, on local nets any', (t) => {
  for (const [profile, count] of [
    ['public', 1],
    ['local', 3],
  ] as const) {
    const book = pool.createAddressBook([], [], { profile })
    const nodes = [1, 2, 3].map((last) => ({ host: `8.8.8.${last}`, port: 1776 }))
    learnAddresses(book, nodes, { ...tellingAt(0), rules: { profile } })
    t.is(choose(book, { profile }).length, count)
  }
})

test('a learnt address in the network of a connection there is, is not dialled', (t) => {
  const book = pool.createAddressBook([{ host: '8.8.1.1', port: 1 }], [])
  learnAddresses(book, [told], tellingAt(0))
  pool.noteDialling(book, { host: '8.8.1.1', port: 1 }, momentAt(0))
  t.deepEqual(choose(book), [])
})

test('no more is dialled than there is room for', (t) => {
  const peers = Array.from({ length: 20 }, (_, index) => ({ host: `h${index}`, port: 1 }))
  const book = pool.createAddressBook(peers, [])
  t.is(choose(book).length, 4)
  t.is(choose(book, {}, 0, { dialling: 3, open: 0 }).length, 1)
  t.is(choose(book, {}, 0, { dialling: 0, open: 7 }).length, 1)
  t.is(choose(book, {}, 0, { dialling: 0, open: 8 }).length, 0)
})

test('seeds take half of the places, and more only where nothing else is known', (t) => {
  const book = pool.createAddressBook([], seedsOf(10))
  const wide = { maxDialling: 8 }
  t.is(choose(book, wide).length, 8)
  learnAddresses(book, addressesOf(30), tellingAt(0))
  const chosen = choose(book, wide)
  t.is(chosen.filter((key) => key.startsWith('seed')).length, 4)
  t.is(chosen.length, 8)
  for (const address of seedsOf(4)) pool.noteDialling(book, address, momentAt(0))
  t.true(choose(book, wide, 0, { dialling: 0, open: 4 }).every((key) => !key.startsWith('seed')))
})

test('seeds are tried again for ever, a minute apart at most', (t) => {
  const book = pool.createAddressBook([], [seed])
  let at = 0
  for (let attempt = 0; attempt < 50; attempt += 1) {
    pool.noteDialling(book, seed, momentAt(at))
    pool.noteClosed(book, seed, new LinkError('UNREACHABLE', 'gone'), momentAt(at), 0.999)
    t.deepEqual(choose(book, {}, at + 72_000), ['seed.example:1776'])
    at += 72_000
  }
})

test('nothing but what the user gave is dialled where only that is wanted', (t) => {
  const book = pool.createAddressBook([given], [seed])
  learnAddresses(book, [told], tellingAt(0))
  t.deepEqual(choose(book, { isOnly: true }), ['127.0.0.1:5000'])
})

test('who is denied is not dialled, whoever named him; who is not allowed, unless the user gave him', (t) => {
  const book = pool.createAddressBook([given], [seed])
  learnAddresses(book, [told], tellingAt(0))
  const deny = parseAddressList(['127.0.0.0/8', 'SEED.example', '8.8.8.8:1776'], 'deny')
  t.deepEqual(choose(book, { deny }), [])
  const allow = parseAddressList(['8.8.0.0/16'], 'allow')
  t.deepEqual(choose(book, { allow }), ['127.0.0.1:5000', '8.8.8.8:1776'])
})

test('a host that is shunned is not dialled, unless the user gave it', (t) => {
  const book = pool.createAddressBook([given], [])
  learnAddresses(book, [told], tellingAt(0))
  t.deepEqual(choose(book, { isShunned: () => true }), ['127.0.0.1:5000'])
})

test('anchors of the last run are dialled before seeds and others, once', (t) => {
  const book = pool.createAddressBook([], seedsOf(2))
  learnAddresses(book, addressesOf(30), tellingAt(0))
  const [anchor] = [...book.table.rows.values()].slice(11)
  if (anchor === undefined) return t.fail()
  book.anchors.add(anchor.key)
  t.is(choose(book)[0], anchor.key)
  pool.noteDialling(book, anchor.address, momentAt(0))
  pool.noteClosed(book, anchor.address, new LinkError('UNREACHABLE', 'gone'), momentAt(0), 0.5)
  t.not(choose(book, {}, 60_000)[0], anchor.key)
  t.is(book.anchors.size, 0)
})

test('learnt addresses are dialled ten at once and then thirty a minute, on local nets without a limit', (t) => {
  const dialled = (profile: 'public' | 'local'): number => {
    const book = pool.createAddressBook([], [], { profile })
    for (let peer = 1; peer < 30; peer += 1)
      learnAddresses(book, addressesOf(30, 30 * peer), {
        ...tellingAt(0, `${peer}.1.1.1`),
        rules: { profile },
      })
    let count = 0
    for (let at = 0; at <= 60_000; at += 250) {
      const rules = { ...limits, profile, maxOutbound: 100, maxDialling: 100 }
      for (const address of chooseDials(book, none, rules, at, seededRandom(at))) {
        count += 1
        pool.noteDialling(book, address, momentAt(at))
        pool.noteClosed(book, address, new LinkError('UNREACHABLE', 'gone'), momentAt(at), 0.5)
      }
    }
    return count
  }
  t.is(dialled('public'), 40)
  t.true(dialled('local') > 500)
})
