import type { AddressBook } from './address-book.ts'
import type { AddressRow } from './address-row.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { isTried } from './address-table.ts'
import { bucketOf, groupOf } from './table-places.ts'

/** Learnt addresses that may be dialled now, to be drawn one after the other. */
export interface LearntDraw {
  /** One by chance; undefined: there is none left. Its network counts as taken from then on. */
  draw(random: () => number): AddressRow | undefined
  /** A certain one, by `host:port`; undefined: it may not be dialled now. */
  take(key: string): AddressRow | undefined
}

/** Draws from what was connected to before, as long as there is any. */
const TRIED_SHARE = 0.6

/** Rows by the bucket they are in. */
type Buckets = Map<number, AddressRow[]>

/**
 * More than every second draw, by chance, is from what was connected to before: so whoever fills the table with addresses
 * that were only told gets less than half of what is drawn. Among the buckets each counts alike, however full; in a bucket those
 * that failed less often come more often.
 *
 * @param groups networks that are taken; the draw adds those of connections there are, and those it draws
 */
export function createLearntDraw(
  book: AddressBook,
  rules: AddressRules,
  at: number,
  groups: Set<string>,
): LearntDraw {
  const tried: Buckets = new Map()
  const heard: Buckets = new Map()
  for (const row of book.table.rows.values()) {
    if (row.isInUse) groups.add(groupOf(row.address, rules.profile))
    else if (row.nextDialAt <= at) put(isTried(row) ? tried : heard, row)
  }
  const accept = (row: AddressRow): boolean => {
    const group = groupOf(row.address, rules.profile)
    if (groups.has(group) || !mayDial(row.address, 'peer', rules)) return false
    groups.add(group)
    return true
  }
  return {
    draw(random) {
      // Each turn takes a row out, so this ends.
      while (tried.size + heard.size > 0) {
        const prefersTried = random() < TRIED_SHARE
        const row = takeOut(tried.size > 0 && (prefersTried || heard.size === 0) ? tried : heard, random)
        if (accept(row)) return row
      }
      return undefined
    },
    take(key) {
      const row = book.table.rows.get(key)
      return row !== undefined && !row.isInUse && row.nextDialAt <= at && accept(row) ? row : undefined
    },
  }
}

function put(buckets: Buckets, row: AddressRow): void {
  const bucket = bucketOf(row.place)
  const rows = buckets.get(bucket)
  if (rows === undefined) buckets.set(bucket, [row])
  else rows.push(row)
}

/** A row of a bucket that is not empty. */
function takeOut(buckets: Buckets, random: () => number): AddressRow {
  const all = [...buckets]
  const [bucket, rows] = all[Math.floor(random() * all.length)] as (typeof all)[number]
  const [row] = rows.splice(chooseIndex(rows, random), 1)
  if (rows.length === 0) buckets.delete(bucket)
  return row as AddressRow
}

/** Half as often for each failure. */
function chooseIndex(rows: readonly AddressRow[], random: () => number): number {
  const weights = rows.map(({ failures }) => 2 ** -Math.min(failures, 10))
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  const index = weights.findIndex((weight) => (left -= weight) < 0)
  return index < 0 ? rows.length - 1 : index
}
