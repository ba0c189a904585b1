import test from 'ava'
import { LinkError, PeerFault } from '../../lib/errors.ts'
import * as pool from '../../lib/pool/address-book.ts'
import { chooseDials } from '../../lib/pool/choose-dials.ts'

const given = { host: '127.0.0.1', port: 5000 }
const seed = { host: 'seed.example', port: 1776 }
const refused = new LinkError('UNREACHABLE', 'refused')
const limits = { maxOutbound: 8, maxDialling: 4, profile: 'public' } as const
const none = { dialling: 0, open: 0 }

test('what the user gave is dialled before seeds, seeds before what peers told', (t) => {
  const book = pool.createAddressBook([given], [seed])
  pool.learnAddresses(book, [{ host: '8.8.8.8', port: 1776 }], 'public')
  t.deepEqual(
    chooseDials(book, none, limits, 0).map(({ host }) => host),
    ['127.0.0.1', 'seed.example', '8.8.8.8'],
  )
})

test('a failing peer is tried again after ever longer waits, for ever', (t) => {
  const book = pool.createAddressBook([given], [])
  const waits: number[] = []
  let now = 0
  for (let attempt = 0; attempt < 12; attempt += 1) {
    pool.noteDialling(book, given)
    pool.noteClosed(book, given, refused, now, 0.5)
    const { nextDialAt } = book.entries.get('127.0.0.1:5000') ?? { nextDialAt: 0 }
    waits.push(nextDialAt - now)
    t.deepEqual(chooseDials(book, none, limits, nextDialAt - 1), [])
    t.is(chooseDials(book, none, limits, nextDialAt).length, 1)
    now = nextDialAt
  }
  t.deepEqual(waits.slice(0, 6), [1000, 2000, 4000, 8000, 16_000, 30_000])
  t.is(waits.at(-1), 30_000)
})

test('a wait varies by a fifth', (t) => {
  const waits = [0, 0.999].map((random) => {
    const book = pool.createAddressBook([given], [])
    pool.noteClosed(book, given, refused, 0, random)
    return Math.round(book.entries.get('127.0.0.1:5000')?.nextDialAt ?? 0)
  })
  t.deepEqual(waits, [800, 1200])
})

test('one that broke the protocol waits longer, one on another chain longest', (t) => {
  const wait = (error: LinkError | PeerFault): number => {
    const book = pool.createAddressBook([given], [])
    pool.noteClosed(book, given, error, 0, 0.5)
    return book.entries.get('127.0.0.1:5000')?.nextDialAt ?? 0
  }
  t.true(wait(new PeerFault('BAD_BLOCK', 'x')) > wait(refused))
  t.true(wait(new LinkError('WRONG_CHAIN', 'x')) > wait(new PeerFault('BAD_BLOCK', 'x')))
})

test('being active again forgives', (t) => {
  const book = pool.createAddressBook([given], [])
  for (let attempt = 0; attempt < 5; attempt += 1) pool.noteClosed(book, given, refused, 0, 0.5)
  pool.noteActive(book, given)
  pool.noteClosed(book, given, refused, 0, 0.5)
  t.is(book.entries.get('127.0.0.1:5000')?.nextDialAt, 1000)
})

test('a learnt address that keeps failing is dropped', (t) => {
  const book = pool.createAddressBook([given], [])
  const told = { host: '8.8.8.8', port: 1776 }
  pool.learnAddresses(book, [told], 'public')
  for (let attempt = 0; attempt < 5; attempt += 1) pool.noteClosed(book, told, refused, 0, 0.5)
  t.false(book.entries.has('8.8.8.8:1776'))
  t.is(book.learnt, 0)
})

test('no more addresses are learnt than the limits, in all and from one message', (t) => {
  const book = pool.createAddressBook([given], [])
  const told = (from: number): { host: string; port: number }[] =>
    Array.from({ length: 1000 }, (_, index) => ({
      host: `8.${from}.${index >> 8}.${index & 255}`,
      port: 1776,
    }))
  t.is(pool.learnAddresses(book, told(1), 'public'), pool.MAX_ADDRESSES_PER_MESSAGE)
  for (let round = 2; round < 20; round += 1) pool.learnAddresses(book, told(round), 'public')
  t.is(book.learnt, pool.MAX_LEARNT_ADDRESSES)
})

test('of one network only one learnt address is dialled, on local nets any', (t) => {
  const book = pool.createAddressBook([], [])
  const told = [1, 2, 3].map((last) => ({ host: `8.8.8.${last}`, port: 1776 }))
  pool.learnAddresses(book, told, 'public')
  t.is(chooseDials(book, none, limits, 0).length, 1)
  t.is(chooseDials(book, none, { ...limits, profile: 'local' }, 0).length, 3)
})

test('no more is dialled than there is room for', (t) => {
  const peers = Array.from({ length: 20 }, (_, index) => ({ host: `h${index}`, port: 1 }))
  const book = pool.createAddressBook(peers, [])
  t.is(chooseDials(book, none, limits, 0).length, 4)
  t.is(chooseDials(book, { dialling: 3, open: 0 }, limits, 0).length, 1)
  t.is(chooseDials(book, { dialling: 0, open: 7 }, limits, 0).length, 1)
  t.is(chooseDials(book, { dialling: 0, open: 8 }, limits, 0).length, 0)
})
