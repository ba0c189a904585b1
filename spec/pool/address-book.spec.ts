import test from 'ava'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import * as pool from '../../lib/pool/address-book.ts'
import type { AddressRow, Moment } from '../../lib/pool/address-row.ts'
import { MAX_ROWS_PER_GROUP, MAX_ROWS_PER_HOST, MAX_ROWS_PER_SOURCE } from '../../lib/pool/address-table.ts'
import { learnAddresses, MAX_ADDRESSES_PER_MESSAGE } from '../../lib/pool/learn-addresses.ts'
import type { PeerAddress } from '../../lib/transport/peer-address.ts'
import { addressesOf, HOUR_MS, momentAt, seededRandom, tellingAt } from '../support/pool-world.ts'

const given = { host: '127.0.0.1', port: 5000 }
const told = { host: '8.8.8.8', port: 1776 }
const refused = new LinkError('UNREACHABLE', 'refused')
const who = { publicKey: '02'.repeat(33), userAgent: 'BitShares \u001b[31mReference' }

/** Where counts matter: which of some addresses meet in one place is chance. */
const secret = new Uint8Array(32).fill(1)

const rowOf = (book: pool.AddressBook, address: PeerAddress): AddressRow => {
  const row = pool.findRow(book, address)
  if (row === undefined) throw new Error(`${address.host} is not in the book`)
  return row
}
const fail = (book: pool.AddressBook, address: PeerAddress, moment: Moment, error = refused): void =>
  pool.noteClosed(book, address, error, moment, 0.5)

test('a wait doubles with each failure up to its longest, and goes on for ever', (t) => {
  const book = pool.createAddressBook([given], [])
  const waits = Array.from({ length: 12 }, () => {
    pool.noteDialling(book, given, momentAt(0))
    fail(book, given, momentAt(0))
    return rowOf(book, given).nextDialAt
  })
  t.deepEqual(waits.slice(0, 6), [1000, 2000, 4000, 8000, 16_000, 30_000])
  t.is(waits.at(-1), 30_000)
})

test('a wait varies by a fifth', (t) => {
  const waits = [0, 0.999].map((random) => {
    const book = pool.createAddressBook([given], [])
    pool.noteClosed(book, given, refused, momentAt(0), random)
    return rowOf(book, given).nextDialAt
  })
  t.deepEqual(waits, [800, 1200])
})

test('one that broke the protocol waits longer, one on another chain longest', (t) => {
  const wait = (error: LinkError | PeerFault): number => {
    const book = pool.createAddressBook([given], [])
    pool.noteClosed(book, given, error, momentAt(0), 0.5)
    return rowOf(book, given).nextDialAt
  }
  t.is(wait(refused), 1000)
  t.is(wait(new PeerFault('BAD_BLOCK', 'x')), 10_000)
  t.is(wait(new LinkError('WRONG_CHAIN', 'x')), 60_000)
  t.is(wait(new LinkError('SELF', 'x')), 60_000)
})

test('being active again forgives', (t) => {
  const book = pool.createAddressBook([given], [])
  for (let attempt = 0; attempt < 5; attempt += 1) fail(book, given, momentAt(0))
  pool.noteActive(book, given, momentAt(0), who)
  t.is(rowOf(book, given).failures, 0)
  fail(book, given, momentAt(0))
  t.is(rowOf(book, given).nextDialAt, 1000)
})

test('a row keeps what happened to its address, in texts that cannot steer a terminal', (t) => {
  const book = pool.createAddressBook([], [])
  learnAddresses(book, [told], tellingAt(0, '9.9.9.9'))
  pool.noteDialling(book, told, momentAt(1000))
  t.true(rowOf(book, told).isInUse)
  pool.noteActive(book, told, momentAt(2000), who)
  pool.noteClosed(book, told, new LinkError('RESET', `gone\u0007${'x'.repeat(500)}`), momentAt(3000), 0.5)
  const row = rowOf(book, told)
  t.like(row, {
    toldBy: '9.9.9.9',
    attempts: 1,
    successes: 1,
    failures: 1,
    isInUse: false,
    firstSeenMs: momentAt(0).wallMs,
    lastAttemptMs: momentAt(1000).wallMs,
    lastSuccessMs: momentAt(2000).wallMs,
    publicKey: who.publicKey,
    userAgent: 'BitShares [31mReference',
  })
  t.is(row.lastError?.length, 160)
  t.regex(row.lastError ?? '', /^gonex+…$/)
})

test('a learnt address is forgotten after ten failures over three days, and not before', (t) => {
  const book = pool.createAddressBook([given], [])
  learnAddresses(book, [told], tellingAt(0))
  for (let attempt = 0; attempt < 20; attempt += 1) fail(book, told, momentAt(71 * HOUR_MS))
  t.true(pool.findRow(book, told) !== undefined)
  t.true(rowOf(book, told).nextDialAt - 71 * HOUR_MS <= 1.2 * HOUR_MS)
  fail(book, told, momentAt(73 * HOUR_MS))
  t.is(pool.findRow(book, told), undefined)
})

test('what the user gave and seeds are never forgotten', (t) => {
  const seed = { host: 'seed.example', port: 1776 }
  const book = pool.createAddressBook([given], [seed])
  for (let day = 0; day < 100; day += 1) {
    fail(book, given, momentAt(day * 24 * HOUR_MS))
    fail(book, seed, momentAt(day * 24 * HOUR_MS))
  }
  t.is(rowOf(book, given).failures, 100)
  t.is(rowOf(book, seed).failures, 100)
})

test('one peer adds a few addresses at once and a few an hour, chance says which', (t) => {
  const book = pool.createAddressBook([], [], { secret })
  const list = addressesOf(1000)
  t.is(learnAddresses(book, list, tellingAt(0)), MAX_ROWS_PER_SOURCE)
  t.is(learnAddresses(book, list, tellingAt(60_000)), 0)
  const chosen = list.flatMap((address, index) => (pool.findRow(book, address) === undefined ? [] : index))
  t.true(chosen.every((index) => index < MAX_ADDRESSES_PER_MESSAGE))
  t.true(chosen.some((index) => index > MAX_ROWS_PER_SOURCE))

  // Its own failing rows make room for what it tells later, eight an hour.
  for (const row of [...book.table.rows.values()])
    for (let count = 0; count < 3; count += 1) fail(book, row.address, momentAt(0))
  t.is(learnAddresses(book, addressesOf(1000, 2000), tellingAt(HOUR_MS)), 8)
  t.is(book.table.rows.size, MAX_ROWS_PER_SOURCE)
})

test('peers of one network tell no more than one of them could', (t) => {
  const book = pool.createAddressBook([], [], { secret })
  for (let peer = 1; peer < 100; peer += 1)
    learnAddresses(book, addressesOf(200, 200 * peer), tellingAt(0, `9.9.9.${peer}`))
  t.is(book.table.rows.size, MAX_ROWS_PER_SOURCE)
})

test('of one host and of one network only some addresses are kept', (t) => {
  const book = pool.createAddressBook([], [], { secret })
  const ports = Array.from({ length: 50 }, (_, index) => ({ host: '8.8.8.8', port: 2100 + index }))
  const hosts = Array.from({ length: 200 }, (_, index) => ({ host: `7.7.0.${index}`, port: 2000 }))
  for (let peer = 1; peer < 40; peer += 1) {
    learnAddresses(book, ports, tellingAt(0, `${peer}.1.1.1`))
    learnAddresses(book, hosts, tellingAt(0, `${peer}.2.1.1`))
  }
  const keys = [...book.table.rows.keys()]
  t.is(keys.filter((key) => key.startsWith('8.8.8.8:')).length, MAX_ROWS_PER_HOST)
  t.is(keys.filter((key) => key.startsWith('7.7.')).length, MAX_ROWS_PER_GROUP)
})

test('on local nets one peer may tell all of it, of one host as well', (t) => {
  const book = pool.createAddressBook([], [], { profile: 'local' })
  const ports = Array.from({ length: 150 }, (_, index) => ({ host: '127.0.0.1', port: 20_000 + index }))
  const telling = { ...tellingAt(0, '127.0.0.1'), rules: { profile: 'local' } } as const
  t.is(learnAddresses(book, ports, telling), 150)
})

test('what is told of an address that is known changes nothing but when it was heard of', (t) => {
  const book = pool.createAddressBook([given], [])
  learnAddresses(book, [told], tellingAt(0, '9.9.9.9'))
  fail(book, told, momentAt(1000))
  const before = { ...rowOf(book, told) }
  t.is(learnAddresses(book, [told, given], tellingAt(5000, '5.5.5.5')), 0)
  t.deepEqual(rowOf(book, told), { ...before, lastSeenMs: momentAt(5000).wallMs })
  t.is(rowOf(book, given).toldBy, undefined)
})

test('nothing is learnt where only given peers are wanted, nor what is denied or not allowed', (t) => {
  const telling = tellingAt(0)
  const denied = { subnets: [], hosts: new Set<string>(), endpoints: new Set(['8.8.8.8:1776']) }
  for (const rules of [
    { ...telling.rules, isOnly: true },
    { ...telling.rules, deny: denied },
    { ...telling.rules, allow: { ...denied, endpoints: new Set(['8.8.8.8:1777']) } },
    { ...telling.rules, own: new Set(['8.8.8.8:1776']) },
    { ...telling.rules, isShunned: (host: string) => host === '8.8.8.8' },
  ]) {
    const book = pool.createAddressBook([given], [])
    t.is(learnAddresses(book, [told], { ...telling, rules }), 0)
  }
})

test('an endpoint that was dialled back becomes a tried row, with its key', (t) => {
  const book = pool.createAddressBook([], [])
  pool.noteVerified(book, told, who, { profile: 'public' }, momentAt(7))
  t.like(rowOf(book, told), { successes: 1, publicKey: who.publicKey, toldBy: undefined })
  pool.noteVerified(book, { host: '10.0.0.1', port: 1776 }, who, { profile: 'public' }, momentAt(7))
  t.is(pool.findRow(book, { host: '10.0.0.1', port: 1776 }), undefined)
})

test('the same secret puts addresses in the same places, another one elsewhere', (t) => {
  const placesWith = (secret: Uint8Array): readonly number[] => {
    const book = pool.createAddressBook([], [], { secret })
    learnAddresses(book, addressesOf(30), tellingAt(0, '9.9.9.9', seededRandom(1)))
    return [...book.table.rows.values()].map(({ place }) => place)
  }
  const [one, same, other] = [1, 1, 2].map((byte) => placesWith(new Uint8Array(32).fill(byte)))
  t.deepEqual(one, same)
  t.notDeepEqual(one, other)
})
