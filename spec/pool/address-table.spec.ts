import test from 'ava'
import fc from 'fast-check'
import { type AddressRow, createRow } from '../../lib/pool/address-row.ts'
import * as tables from '../../lib/pool/address-table.ts'
import { bucketOf, groupOf, NEW_PLACES, PLACES, sourceOf } from '../../lib/pool/table-places.ts'
import { HOUR_MS } from '../support/pool-world.ts'

const SECRET = new Uint8Array(32).fill(3)
const NOW = Date.UTC(2026, 0, 1)

/** Every count and every place says the same as the rows do. */
function brokenRule(table: tables.AddressTable): string | undefined {
  const rows = [...table.rows.values()]
  for (const row of rows) {
    if (table.rows.get(row.key) !== row) return `${row.key} is under another key`
    if (table.places[row.place] !== row) return `${row.key} is not in its place`
  }
  if (table.places.filter((row) => row !== undefined).length !== rows.length)
    return 'a place holds what is gone'
  const countBy = (keyOf: (row: AddressRow) => string, of = rows): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const row of of) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    return counts
  }
  const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
    a.size === b.size && [...a].every(([key, count]) => b.get(key) === count)
  const heard = rows.filter((row) => !tables.isTried(row))
  const perSource = new Map([...table.perSource].map(([source, told]) => [source, told.size]))
  if (
    !isSame(
      table.perHost,
      countBy(({ address }) => address.host),
    )
  )
    return 'hosts are miscounted'
  if (
    !isSame(
      table.perGroup,
      countBy(({ address }) => groupOf(address, table.profile)),
    )
  )
    return 'networks are miscounted'
  if (
    !isSame(
      perSource,
      countBy((row) => sourceOf(row, table.profile), heard),
    )
  )
    return 'sources are miscounted'
  if (table.profile === 'local') return undefined
  const over = (counts: ReadonlyMap<string, number>, most: number): boolean =>
    [...counts.values()].some((count) => count > most)
  if (over(table.perHost, tables.MAX_ROWS_PER_HOST)) return 'a host has too many rows'
  if (over(table.perGroup, tables.MAX_ROWS_PER_GROUP)) return 'a network has too many rows'
  if (over(perSource, tables.MAX_ROWS_PER_SOURCE)) return 'a source told too many rows'
  if ([...table.contested].some((row) => !tables.isTried(row)))
    return 'what is contested has no place to lose'
  return undefined
}

const step = fc.record({
  host: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(6)).map(([a, b, c]) => `${20 + a}.${b}.1.${c}`),
  port: fc.integer({ min: 2000, max: 2006 }),
  from: fc.option(
    fc.nat(2).map((b) => `60.${b}.1.1`),
    { nil: undefined },
  ),
  act: fc.constantFrom('add', 'add', 'add', 'promote', 'promote', 'remove', 'fail', 'use', 'age'),
})

for (const profile of ['public', 'local'] as const) {
  test(`whatever happens, rows, places and counts of a ${profile} table agree and no limit is passed`, (t) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const table = tables.createAddressTable(profile, SECRET)
        let now = NOW
        for (const { host, port, from, act } of steps) {
          const known = table.rows.get(`${host}:${port}`)
          if (act === 'add') tables.addRow(table, createRow({ host, port }, 'peer', from, now), now)
          else if (act === 'age') now += 2 * HOUR_MS
          else if (known !== undefined) {
            if (act === 'promote') {
              known.lastSuccessMs = now
              tables.promoteRow(table, known, now)
            } else if (act === 'remove') tables.removeRow(table, known)
            else if (act === 'fail') known.failures += 2
            else known.isInUse = !known.isInUse
          }
          const broken = brokenRule(table)
          if (broken !== undefined) throw new Error(`${broken} after ${act} ${host}:${port}`)
        }
      }),
      { numRuns: 60 },
    )
    t.pass()
  })
}

test('the table has as many places as its limit says', (t) => {
  t.is(PLACES, tables.MAX_LEARNT_ADDRESSES)
  t.is(bucketOf(0), 0)
  t.is(bucketOf(NEW_PLACES - 1), 63)
  t.is(bucketOf(NEW_PLACES), 64)
  t.is(bucketOf(PLACES - 1), 79)
})

/** Rows of one network that all get the same place among the tried ones, found by trying. */
function rivals(table: tables.AddressTable, count: number): readonly AddressRow[] {
  const byPlace = new Map<number, AddressRow[]>()
  for (let number = 0; number < 60_000; number += 1) {
    const host = `${20 + (number % 60)}.${Math.floor(number / 60) % 256}.${Math.floor(number / 15_360)}.1`
    const row = createRow({ host, port: 1776 }, 'peer', `${100 + (number % 100)}.${number % 251}.1.1`, NOW)
    if (!tables.addRow(table, row, NOW)) continue
    const probe = tables.createAddressTable(table.profile, table.secret)
    const copy = createRow(row.address, 'peer', row.toldBy, NOW)
    tables.addRow(probe, copy, NOW)
    tables.promoteRow(probe, copy, NOW)
    const same = byPlace.get(copy.place) ?? []
    byPlace.set(copy.place, [...same, row])
    if (same.length + 1 === count) return [...same, row]
  }
  throw new Error('no rivals found')
}

test('one that answered takes a tried place only of one that failed twice and had no success for hours', (t) => {
  const table = tables.createAddressTable('public', SECRET)
  const [first, second] = rivals(table, 2)
  if (first === undefined || second === undefined) return t.fail()
  first.lastSuccessMs = NOW
  t.true(tables.promoteRow(table, first, NOW))
  t.false(tables.promoteRow(table, second, NOW + 9 * HOUR_MS))
  t.true(table.contested.has(first), 'it is put down to be tested')
  t.false(tables.isTried(second))

  first.failures = 1
  t.false(tables.promoteRow(table, second, NOW + 9 * HOUR_MS))
  first.failures = 2
  t.false(tables.promoteRow(table, second, NOW + 3 * HOUR_MS))
  first.isInUse = true
  t.false(tables.promoteRow(table, second, NOW + 9 * HOUR_MS))
  first.isInUse = false
  t.true(tables.promoteRow(table, second, NOW + 9 * HOUR_MS))
  t.true(tables.isTried(second))
  t.false(tables.isTried(first))
  t.true(table.rows.has(first.key), 'it is still heard of')
  t.is(table.contested.size, 0)
  t.is(brokenRule(table), undefined)
})

test('what was only heard of gives its place to another only when it failed, or was not heard of for a month', (t) => {
  const make = (number: number): AddressRow =>
    createRow({ host: `${20 + (number % 100)}.${number % 250}.1.1`, port: 1776 }, 'peer', '60.1.1.1', NOW)
  const takesOver = (change: Partial<AddressRow>, after: number): boolean => {
    const table = tables.createAddressTable('public', SECRET)
    const row = make(0)
    tables.addRow(table, row, NOW)
    Object.assign(row, change)
    for (let number = 1; number < 3000 && table.rows.has(row.key); number += 1) {
      const next = make(number)
      if (tables.addRow(table, next, NOW + after)) tables.removeRow(table, next)
    }
    return !table.rows.has(row.key)
  }
  t.false(takesOver({}, 0))
  t.false(takesOver({ failures: 2 }, 0))
  t.true(takesOver({ failures: 3 }, 0))
  t.false(takesOver({ failures: 3, successes: 1 }, 0))
  t.false(takesOver({ failures: 3, isInUse: true }, 0))
  t.true(takesOver({}, 31 * 24 * HOUR_MS))
})
