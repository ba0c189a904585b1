import test from 'ava'
import fc from 'fast-check'
import { readCountryTable } from '../../lib/crawl/country-table.ts'

const CSV = `start,end,country
2.0.0.0,2.0.255.255,FR
"1.0.0.0","1.0.0.255","au"
16777472,16777727,CN

2001:200::,2001:200:ffff:ffff:ffff:ffff:ffff:ffff,JP
3.0.0.5,3.0.0.1,US
4.0.0.0,4.0.0.255,
5.0.0.0,5.0.0.255,Utopia
6.0.0.0\r
7.0.0.0,7.0.0.0,NL\r
4294967040,4294967295,ZZ
4294967296,4294967299,XX
`

test('lines with addresses or with numbers are read, others are left out', (t) => {
  const { ranges, countryOf } = readCountryTable(CSV)
  t.is(ranges, 5)
  for (const [host, country] of [
    ['1.0.0.0', 'AU'],
    ['1.0.0.255', 'AU'],
    ['1.0.1.0', 'CN'],
    ['1.0.1.255', 'CN'],
    ['1.0.2.0', undefined],
    ['0.255.255.255', undefined],
    ['2.0.128.1', 'FR'],
    ['3.0.0.3', undefined],
    ['4.0.0.1', undefined],
    ['7.0.0.0', 'NL'],
    ['7.0.0.1', undefined],
    ['255.255.255.255', 'ZZ'],
    ['seed.example', undefined],
    ['hidden:5555', undefined],
    ['', undefined],
  ] as const) {
    t.is(countryOf(host), country, host)
  }
})

test('an empty table says nothing', (t) => {
  t.is(readCountryTable('').ranges, 0)
  t.is(readCountryTable('').countryOf('1.0.0.0'), undefined)
})

test('every address is found in the range it is in, and in no other', (t) => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(0xffff), { minLength: 2, maxLength: 40 }),
      fc.nat(0xffff),
      (bounds, number) => {
        const sorted = [...bounds].sort((a, b) => a - b)
        const ranges = sorted.flatMap((start, index) => {
          const end = sorted[index + 1]
          return end === undefined || index % 2 === 1 ? [] : [[start, end] as const]
        })
        const lines = ranges.map(
          ([start, end], index) => `${start},${end},${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index] ?? 'Z'}A`,
        )
        const { countryOf } = readCountryTable(lines.reverse().join('\n'))
        const expected = ranges.findIndex(([start, end]) => start <= number && number <= end)
        const host = `0.0.${number >> 8}.${number & 255}`
        t.is(countryOf(host) !== undefined, expected >= 0)
      },
    ),
  )
})
