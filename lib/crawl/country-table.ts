import { ipv4Number } from '../pool/ipv4.ts'

/** Which country an address is in, by a table of ranges. */
export interface CountryTable {
  readonly ranges: number
  /** Two letters, or undefined where the table says nothing. */
  countryOf(this: void, host: string): string | undefined
}

/**
 * Reads lines of `start,end,country`, the two ends as addresses or as numbers, in any order: the form of the CSV files of
 * `@ip-location-db`. Lines of IPv6 and lines that say something else are left out.
 */
export function readCountryTable(csv: string): CountryTable {
  const rows: (readonly [start: number, end: number, country: string])[] = []
  for (const line of csv.split('\n')) {
    const [start = '', end = '', country = ''] = line.split(',').map(unquote)
    const first = toNumber(start)
    const last = toNumber(end)
    if (first === undefined || last === undefined || last < first || !/^[A-Za-z]{2}$/.test(country)) continue
    rows.push([first, last, country.toUpperCase()])
  }
  rows.sort((a, b) => a[0] - b[0])
  return {
    ranges: rows.length,
    countryOf(host) {
      const number = ipv4Number(host)
      if (number === undefined) return undefined
      let low = 0
      let high = rows.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((rows[middle]?.[0] ?? Infinity) <= number) low = middle + 1
        else high = middle
      }
      const row = rows[low - 1]
      return row !== undefined && number <= row[1] ? row[2] : undefined
    },
  }
}

const HIGHEST = 0xffff_ffff

function toNumber(text: string): number | undefined {
  if (!/^\d{1,10}$/.test(text)) return ipv4Number(text)
  const number = Number(text)
  return number <= HIGHEST ? number : undefined
}

function unquote(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1')
}
