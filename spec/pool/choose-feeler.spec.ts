import test from 'ava'
import * as pool from '../../lib/pool/address-book.ts'
import { isTried } from '../../lib/pool/address-table.ts'
import { chooseFeeler, countExtraOutbound } from '../../lib/pool/choose-feeler.ts'
import { learnAddresses } from '../../lib/pool/learn-addresses.ts'
import { addressesOf, momentAt, seededRandom, tellingAt } from '../support/pool-world.ts'

const rules = { profile: 'public' } as const

test('a feeler goes to what was only heard of, by chance', (t) => {
  const book = pool.createAddressBook([{ host: '9.9.9.9', port: 1 }], [])
  t.is(
    chooseFeeler(book, rules, 0, () => 0),
    undefined,
  )
  learnAddresses(book, addressesOf(20), tellingAt(0))
  const [first] = book.table.rows.values()
  if (first === undefined) return t.fail()
  pool.noteActive(book, first.address, momentAt(0), undefined)
  t.true(isTried(first))
  const random = seededRandom(1)
  const chosen = new Set(Array.from({ length: 300 }, () => chooseFeeler(book, rules, 0, random)?.host))
  t.is(chosen.size, book.table.rows.size - 1)
  t.false(chosen.has(first.address.host))
})

test('one that holds a place somebody else has earned is tested before others, once', (t) => {
  const book = pool.createAddressBook([], [])
  learnAddresses(book, addressesOf(20), tellingAt(0))
  const [, row] = book.table.rows.values()
  if (row === undefined) return t.fail()
  book.table.contested.add(row)
  t.is(
    chooseFeeler(book, rules, 0, () => 0),
    row.address,
  )
  row.nextDialAt = 1
  t.not(
    chooseFeeler(book, rules, 0, () => 0),
    row.address,
  )
})

test('while no block comes more connections are made, one by one, up to four', (t) => {
  const cases = [0, 29_999, 30_000, 44_999, 45_000, 75_000, 1_000_000].map((silentMs) =>
    countExtraOutbound(silentMs, 3000),
  )
  t.deepEqual(cases, [0, 0, 1, 1, 2, 4, 4])
})
