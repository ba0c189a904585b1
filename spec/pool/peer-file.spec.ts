import test from 'ava'
import fc from 'fast-check'
import { LinkError } from '../../lib/errors.ts'
import * as pool from '../../lib/pool/address-book.ts'
import { isTried } from '../../lib/pool/address-table.ts'
import { learnAddresses } from '../../lib/pool/learn-addresses.ts'
import { printPeerFile, readPeerFile } from '../../lib/pool/peer-file.ts'
import { restoreBook } from '../../lib/pool/restore-book.ts'
import { addressesOf, HOUR_MS, momentAt, tellingAt } from '../support/pool-world.ts'

const CHAIN_ID = '0f'.repeat(32)
const rules = { profile: 'public' } as const
const given = { host: 'given.example', port: 5000 }
const who = { publicKey: `02${'ab'.repeat(32)}`, userAgent: 'BitShares "Reference" Implementation' }

/** A book that has seen something. */
function createUsedBook(): pool.AddressBook {
  const book = pool.createAddressBook([given], [], { secret: new Uint8Array(32).fill(9) })
  learnAddresses(book, addressesOf(30), tellingAt(0))
  const rows = [...book.table.rows.values()]
  for (const [index, { address }] of [...rows, { address: given }].entries()) {
    pool.noteDialling(book, address, momentAt(1000 + index))
    if (index % 3 === 0) pool.noteActive(book, address, momentAt(2000 + index), who)
    if (index % 6 !== 0)
      pool.noteClosed(book, address, new LinkError('RESET', 'gone\n'), momentAt(3000 + index), 0.5)
  }
  return book
}
function restore(text: string, moment = momentAt(10 * HOUR_MS), peers = [given]): pool.AddressBook {
  const read = readPeerFile(text, CHAIN_ID)
  if (read.result !== 'read') throw new Error(read.result)
  const book = pool.createAddressBook(peers, [], { secret: read.content.secret })
  restoreBook(book, read.content, rules, moment)
  return book
}

test('what is known of peers survives a restart, places in the table as well', (t) => {
  const book = createUsedBook()
  const again = restore(printPeerFile(book, CHAIN_ID, momentAt(5000).wallMs))
  const kept = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'isInUse' && name !== 'nextDialAt'))
  const byKey = (from: pool.AddressBook): object[] =>
    [...from.table.rows.values()].sort((a, b) => a.key.localeCompare(b.key)).map(kept)
  t.deepEqual(byKey(again), byKey(book))
  t.true([...again.table.rows.values()].some(isTried))
  t.is(again.anchors.size, 2)
  const { attempts, successes, failures, lastSuccessMs, lastError } = pool.findRow(book, given) ?? {}
  t.like(pool.findRow(again, given), { attempts, successes, failures, lastSuccessMs, lastError })
  t.is(attempts, 1)
})

test('a wait that began before a restart goes on after it', (t) => {
  const book = pool.createAddressBook([], [])
  const [address] = addressesOf(1)
  if (address === undefined) return t.fail()
  learnAddresses(book, [address], tellingAt(0))
  for (let attempt = 0; attempt < 8; attempt += 1) {
    pool.noteDialling(book, address, momentAt(0))
    pool.noteClosed(book, address, new LinkError('RESET', 'gone'), momentAt(0), 0.5)
  }
  const text = printPeerFile(book, CHAIN_ID, momentAt(0).wallMs)
  const waitAfter = (ms: number): number => {
    const moment = { at: 7, wallMs: momentAt(ms).wallMs }
    return (pool.findRow(restore(text, moment), address)?.nextDialAt ?? 0) - moment.at
  }
  t.is(waitAfter(0), HOUR_MS)
  t.is(waitAfter(HOUR_MS / 2), HOUR_MS / 2)
  t.is(waitAfter(2 * HOUR_MS), 0)
  t.is(waitAfter(-1000 * HOUR_MS), HOUR_MS, 'a clock that was wrong keeps nobody waiting for weeks')
})

test('a peer the user gave once is not dialled for ever after', (t) => {
  const text = printPeerFile(createUsedBook(), CHAIN_ID, momentAt(0).wallMs)
  t.is(pool.findRow(restore(text, momentAt(0), []), given), undefined)
})

test('the file is one JSON document with a row a line', (t) => {
  const text = printPeerFile(createUsedBook(), CHAIN_ID, momentAt(0).wallMs)
  const file = JSON.parse(text) as { chain_id: string; written: string; peers: { endpoint: string }[] }
  t.is(file.chain_id, CHAIN_ID)
  t.is(file.written, '2026-01-01T00:00:00.000Z')
  t.is(text.split('\n').filter((line) => line.startsWith('{"endpoint":')).length, file.peers.length)
})

const empty = JSON.parse(printPeerFile(pool.createAddressBook([], []), CHAIN_ID, 0)) as Record<
  string,
  unknown
>
for (const [title, text, reason] of [
  ['an empty file', '', /not JSON/],
  ['half of a file', printPeerFile(createUsedBook(), CHAIN_ID, 0).slice(0, 500), /not JSON, or only a part/],
  ['a list', '[]', /not JSON/],
  ['another document', '{"format":"rx-bitshares names"}', /not a list of peers/],
  ['a later version', JSON.stringify({ ...empty, version: 2 }), /another version/],
  ['a file without peers', JSON.stringify({ ...empty, peers: undefined }), /a part is missing/],
  ['a file without its secret', JSON.stringify({ ...empty, secret: 'ab' }), /its secret is missing/],
] as const) {
  test(`${title} is called broken, with the reason`, (t) => {
    const read = readPeerFile(text, CHAIN_ID)
    t.is(read.result, 'broken')
    t.regex(read.result === 'broken' ? read.reason : '', reason)
  })
}

test('the peers of another chain are not used', (t) => {
  t.deepEqual(readPeerFile(JSON.stringify(empty), '00'.repeat(32)), {
    result: 'otherChain',
    chainId: CHAIN_ID,
  })
})

test('a row that cannot be is left out, the others count', (t) => {
  const good = { endpoint: '8.8.8.8:1776', source: 'peer' }
  const peers = [
    good,
    null,
    7,
    {},
    { ...good, endpoint: 'a b' },
    { ...good, source: 'friend' },
    { ...good, endpoint: 5 },
  ]
  const read = readPeerFile(JSON.stringify({ ...empty, peers }), CHAIN_ID)
  t.is(read.result === 'read' && read.content.rows.length, 1)
  t.is(read.result === 'read' && read.content.skipped, 6)
})

test('whatever stands in a file, reading it throws nothing and makes no row that cannot be', (t) => {
  const field = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant('9e99'),
  )
  const row = fc.record({
    endpoint: fc.oneof(fc.constant('8.8.8.8:1776'), field),
    source: fc.oneof(fc.constantFrom('peer', 'user', 'seed'), field),
    told_by: field,
    tried: field,
    first_seen: fc.oneof(field, fc.constant('+275760-09-13T00:00:00Z')),
    last_seen: field,
    last_success: field,
    last_attempt: field,
    attempts: field,
    successes: field,
    failures: field,
    last_error: fc.string({ maxLength: 400 }),
    user_agent: field,
    node_public_key: field,
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (peers) => {
      const text = JSON.stringify({ ...empty, peers, anchors: ['x', 7, null] })
      const book = restore(text)
      for (const each of book.table.rows.values()) {
        t.true(Number.isSafeInteger(each.failures) && each.failures >= 0)
        t.true(each.lastSeenMs <= momentAt(10 * HOUR_MS).wallMs)
        t.true((each.lastError ?? '').length <= 160 && (each.userAgent ?? '').length <= 64)
        t.true(Number.isFinite(each.nextDialAt))
      }
      t.notThrows(() => printPeerFile(book, CHAIN_ID, 0))
    }),
  )
})
