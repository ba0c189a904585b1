import test from 'ava'
import fc from 'fast-check'
import { LinkError } from '../../lib/errors.ts'
import * as pool from '../../lib/pool/address-book.ts'
import type { Moment } from '../../lib/pool/address-row.ts'
import { isTried, MAX_LEARNT_ADDRESSES, MAX_ROWS_PER_SOURCE } from '../../lib/pool/address-table.ts'
import { chooseDials, type DialLimits } from '../../lib/pool/choose-dials.ts'
import { createDialBacks, takeDialBack } from '../../lib/pool/dial-back.ts'
import { ipv4Number, isInSubnet, networkGroup, parseSubnet } from '../../lib/pool/ipv4.ts'
import { learnAddresses } from '../../lib/pool/learn-addresses.ts'
import { printPeerFile, readPeerFile } from '../../lib/pool/peer-file.ts'
import { restoreBook } from '../../lib/pool/restore-book.ts'
import { formatAddress, type PeerAddress } from '../../lib/transport/peer-address.ts'
import { addressesOf, HOUR_MS, momentAt, seededRandom, tellingAt } from '../support/pool-world.ts'

const CHAIN_ID = '0f'.repeat(32)
const limits: DialLimits = { maxOutbound: 8, maxDialling: 8, profile: 'public' }
const none = { dialling: 0, open: 0 }

/** Addresses of honest nodes, in networks 20 to 89, and of an attacker with as many networks as he likes, 100 to 219. */
const HONEST = addressesOf(24)
const isHostile = ({ host }: PeerAddress): boolean => Number(host.split('.')[0]) >= 100
const hostile = (from: number, count: number): PeerAddress[] =>
  Array.from({ length: count }, (_, index) => {
    const number = from * 200 + index
    return {
      host: `${100 + (number % 27)}.${Math.floor(number / 27) % 256}.3.${1 + (number % 200)}`,
      port: 1776,
    }
  })

const seeds = [
  { host: 'seed1.example', port: 1776 },
  { host: 'seed2.example', port: 1776 },
]

const tried: PeerAddress[] = []

/** A book that has been used: its honest rows were connected to. Then 200 peers of the attacker tell 200 addresses each. */
const flooded = ((): string => {
  const book = pool.createAddressBook([], seeds, { secret: new Uint8Array(32).fill(7) })
  learnAddresses(book, HONEST, tellingAt(0, '60.1.1.1'))
  for (const address of HONEST) {
    pool.noteDialling(book, address, momentAt(0))
    pool.noteActive(book, address, momentAt(0), undefined)
    pool.noteClosed(book, address, new LinkError('CLOSED', 'bye'), momentAt(0), 0.5)
  }
  // Two of them may meet in one place, as always; so it is those that stand there when the flood comes.
  tried.push(...[...book.table.rows.values()].filter(isTried).map(({ address }) => address))
  for (let peer = 0; peer < 200; peer += 1) {
    const teller = `${150 + Math.floor(peer / 20)}.${peer}.1.1`
    learnAddresses(book, hostile(peer, 200), tellingAt(HOUR_MS, teller))
  }
  return printPeerFile(book, CHAIN_ID, momentAt(HOUR_MS).wallMs)
})()

/** A node's book after a restart with a file. */
function restart(text: string, moment: Moment): pool.AddressBook {
  const read = readPeerFile(text, CHAIN_ID)
  if (read.result !== 'read') throw new Error(read.result)
  const book = pool.createAddressBook([], seeds, { secret: read.content.secret })
  restoreBook(book, read.content, limits, moment)
  return book
}

test('a flood of addresses gets no more than its share of the table, and takes nothing from what was tried', (t) => {
  const book = restart(flooded, momentAt(HOUR_MS))
  const rows = [...book.table.rows.values()]
  t.true(rows.length <= MAX_LEARNT_ADDRESSES)
  t.true(rows.filter(({ address }) => isHostile(address)).length > 1000, 'the flood is one')
  for (const told of book.table.perSource.values()) t.true(told.size <= MAX_ROWS_PER_SOURCE)
  t.true(tried.length >= 20)
  for (const address of tried) {
    const row = pool.findRow(book, address)
    t.true(row !== undefined && isTried(row), formatAddress(address))
  }
  t.false(rows.some((row) => isHostile(row.address) && isTried(row)))
})

test('of ten thousand choices no more than half lead into the networks of a flood', (t) => {
  const book = restart(flooded, momentAt(6 * HOUR_MS))
  const random = seededRandom(5)
  const learnt = { ...limits, maxOutbound: 5, isShunned: (host: string) => host.endsWith('.example') }
  const chosen = Array.from({ length: 2000 }, () =>
    chooseDials(book, none, learnt, 6 * HOUR_MS, random),
  ).flat()
  t.is(chosen.length, 10_000)
  const share = chosen.filter(isHostile).length / chosen.length
  t.true(share <= 0.5, String(share))
  t.true(share > 0.3, 'what was only heard of is tried, too')
})

test('one network cannot fill more than a few buckets, whatever it tells', (t) => {
  const book = pool.createAddressBook([], [])
  for (let round = 0; round < 20; round += 1) {
    learnAddresses(book, addressesOf(200, 200 * round), tellingAt(round * 24 * HOUR_MS, '9.9.1.1'))
  }
  const buckets = new Set([...book.table.rows.values()].map(({ place }) => Math.floor(place / 48)))
  t.true(buckets.size <= 4)
})

test('of twenty restarts with a flooded table each finds an honest peer within a minute', (t) => {
  const isHonest = (address: PeerAddress): boolean => !isHostile(address)
  let text = flooded
  for (let round = 0; round < 20; round += 1) {
    const { wallMs } = momentAt((2 + round) * HOUR_MS)
    const book = restart(text, { at: 0, wallMs })
    const random = seededRandom(round)
    let honestAt: number | undefined
    const open: PeerAddress[] = []
    // Everybody answers at once: the attacker is as good a peer as any, to the eye.
    for (let at = 0; at <= 60_000; at += 250) {
      const moment = { at, wallMs: wallMs + at }
      for (const address of chooseDials(book, { dialling: 0, open: open.length }, limits, at, random)) {
        pool.noteDialling(book, address, moment)
        pool.noteActive(book, address, moment, undefined)
        open.push(address)
        if (isHonest(address)) honestAt ??= at
      }
    }
    t.true(honestAt !== undefined, `restart ${round}`)
    t.is(open.length, limits.maxOutbound)
    const groups = open.map(({ host }) => networkGroup(host))
    t.is(new Set(groups).size, groups.length)
    text = printPeerFile(book, CHAIN_ID, wallMs)
  }
})

test('the peers that were connected longest are dialled first after a restart', (t) => {
  const book = restart(flooded, momentAt(2 * HOUR_MS))
  for (const [index, address] of tried.slice(5, 9).entries()) {
    pool.noteDialling(book, address, momentAt(2 * HOUR_MS + 1000 * index))
    pool.noteActive(book, address, momentAt(2 * HOUR_MS + 1000 * index), undefined)
  }
  const again = restart(printPeerFile(book, CHAIN_ID, 0), momentAt(3 * HOUR_MS))
  const chosen = chooseDials(again, none, { ...limits, maxOutbound: 2 }, 3 * HOUR_MS, seededRandom(3))
  t.deepEqual(chosen, tried.slice(5, 7))
})

const RESERVED = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map((text) => parseSubnet(text) ?? { first: 0, prefix: 0 })
const toHost = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')

test('of ten thousand addresses that must not be dialled none is learnt, and none chosen', (t) => {
  const random = seededRandom(11)
  const below = (limit: number): number => Math.floor(random() * limit)
  const own = '8.8.4.4:1776'
  const forbidden = Array.from({ length: 10_000 }, (_, index): PeerAddress => {
    const { first, prefix } = RESERVED[index % RESERVED.length] ?? { first: 0, prefix: 32 }
    switch (index % 5) {
      case 0:
        return {
          host: `8.${below(256)}.8.8`,
          port: [22, 25, 6379, 80, 443, 1023, 3306, 6667, 0, 65_536][below(10)] ?? 0,
        }
      case 1:
        return {
          host: ['0.0.0.0', '::ffff:8.8.8.8', '::1', '8.8.8', '010.8.8.8', 'localhost'][below(6)] ?? '',
          port: 1776,
        }
      case 2:
        return { host: '8.8.4.4', port: 1776 }
      default:
        return { host: toHost(first + below(2 ** (32 - prefix))), port: 1776 + below(100) }
    }
  })
  const rules = { ...limits, own: new Set([own]) }
  const book = pool.createAddressBook([], [])
  for (let from = 0; from < forbidden.length; from += 200) {
    const telling = { ...tellingAt(0, `${from % 200}.${from % 251}.1.1`), rules }
    t.is(learnAddresses(book, forbidden.slice(from, from + 200), telling), 0)
  }
  t.deepEqual(chooseDials(book, none, rules, 0, random), [])

  // Not even from a file.
  const dialled = forbidden.map((address) => ({
    endpoint: formatAddress(address),
    source: 'peer',
    tried: true,
    successes: 9,
  }))
  const file = {
    format: 'rx-bitshares peers',
    version: 1,
    chain_id: CHAIN_ID,
    secret: '00'.repeat(32),
    peers: dialled,
  }
  const read = readPeerFile(JSON.stringify({ ...file, anchors: [own, '127.0.0.1:1776'] }), CHAIN_ID)
  if (read.result !== 'read') return t.fail(read.result)
  t.is(restoreBook(book, read.content, rules, momentAt(0)), 0)
  t.deepEqual(chooseDials(book, none, rules, 0, random), [])
})

test('whatever is told, only addresses of the internet and ports of nodes are chosen', (t) => {
  const told = fc.record({
    host: fc.oneof(
      fc.nat(0xffff_ffff).map(toHost),
      fc
        .constantFrom(...RESERVED)
        .chain(({ first, prefix }) => fc.nat(2 ** (32 - prefix) - 1).map((by) => toHost(first + by))),
      fc.string({ maxLength: 20 }),
    ),
    port: fc.oneof(fc.nat(70_000), fc.integer({ min: -5, max: 2000 }), fc.double()),
  })
  fc.assert(
    fc.property(fc.array(told, { maxLength: 60 }), fc.nat(), (addresses, seed) => {
      const book = pool.createAddressBook([], [])
      learnAddresses(book, addresses, tellingAt(0, '9.9.9.9', seededRandom(seed)))
      for (const { host, port } of chooseDials(book, none, limits, 0, seededRandom(seed))) {
        const number = ipv4Number(host)
        t.true(number !== undefined && !RESERVED.some((subnet) => isInSubnet(number, subnet)), host)
        t.true(Number.isInteger(port) && port >= 1024 && port <= 65_535, String(port))
      }
    }),
  )
})

test('a thousand peers that claim one endpoint make us dial it once an hour, and only if it is their own host', (t) => {
  const book = pool.createAddressBook([], [])
  const dialBacks = createDialBacks()
  const victim = '8.8.8.8'
  const dialled: string[] = []
  for (let peer = 0; peer < 1000; peer += 1) {
    // Three hours of them; what their hellos claim as host is not even looked at.
    const at = peer * 10_800
    const host = peer % 10 === 0 ? victim : `60.${Math.floor(peer / 250)}.${peer % 250}.9`
    const address = takeDialBack(dialBacks, book, host, 1776, limits, at)
    if (address === undefined) continue
    t.is(address.host, host)
    dialled.push(address.host)
  }
  t.is(dialled.filter((host) => host === victim).length, 3)
})

test('dial-backs are six at once and then six a minute, and count against all dials', (t) => {
  const book = pool.createAddressBook([], [])
  const dialBacks = createDialBacks()
  const dialled = Array.from({ length: 4000 }, (_, index) =>
    takeDialBack(dialBacks, book, `60.${index % 200}.${Math.floor(index / 200)}.9`, 1776, limits, index * 15),
  ).filter((address) => address !== undefined)
  t.is(dialled.length, 11)
  const spent = pool.createAddressBook([], [])
  spent.dials.tokens = 0
  t.is(takeDialBack(createDialBacks(), spent, '60.1.1.1', 1776, limits, 0), undefined)
})

test('only what may be dialled and is not known to be there is dialled back', (t) => {
  const book = pool.createAddressBook([], [])
  const ask = (host: string, port: number): string | undefined => {
    const address = takeDialBack(createDialBacks(), book, host, port, limits, 0)
    return address && formatAddress(address)
  }
  t.is(ask('8.8.8.8', 1776), '8.8.8.8:1776')
  t.is(ask('8.8.8.8', 0), undefined)
  t.is(ask('8.8.8.8', 25), undefined)
  t.is(ask('10.0.0.1', 1776), undefined)
  pool.noteVerified(
    book,
    { host: '8.8.8.8', port: 1776 },
    { publicKey: '', userAgent: '' },
    limits,
    momentAt(0),
  )
  t.is(ask('8.8.8.8', 1776), undefined)
})
