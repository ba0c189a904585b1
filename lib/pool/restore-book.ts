import type { AddressBook } from './address-book.ts'
import { type AddressRow, type Moment, restAfterRestartMs } from './address-row.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { addRow, promoteRow } from './address-table.ts'
import type { PeerContent } from './peer-file.ts'

/**
 * Fills a book with what a file remembers; returns how many learnt addresses came back. The book must have been made with
 * the secret of the file. What the user gave now and today's seeds keep their standing and get their history back; what
 * the rules forbid today does not come back.
 */
export function restoreBook(
  book: AddressBook,
  { rows, anchors }: PeerContent,
  rules: AddressRules,
  moment: Moment,
): number {
  let restored = 0
  // Those that were connected to first: places in the table are given once.
  for (const { row, isTried } of [...rows].sort((a, b) => Number(b.isTried) - Number(a.isTried))) {
    const apart = book.apart.get(row.key)
    if (apart !== undefined) {
      copyHistory(row, apart, moment)
      continue
    }
    if (row.source !== 'peer' || !mayDial(row.address, 'peer', rules)) continue
    copyHistory(row, row, moment)
    if (!addRow(book.table, row, moment.wallMs)) continue
    restored += 1
    if (isTried) promoteRow(book.table, row, moment.wallMs)
  }
  for (const key of anchors) if (book.table.rows.has(key)) book.anchors.add(key)
  return restored
}

/** Takes over what a row went through. A file from the future is one that a wrong clock wrote: no time is after now. */
function copyHistory(from: AddressRow, to: AddressRow, { at, wallMs }: Moment): void {
  to.lastSeenMs = Math.min(from.lastSeenMs, wallMs)
  to.lastAttemptMs = Math.min(from.lastAttemptMs, wallMs)
  to.lastSuccessMs = Math.min(from.lastSuccessMs, wallMs)
  to.attempts = from.attempts
  to.successes = from.successes
  to.failures = from.failures
  to.lastError = from.lastError
  to.publicKey = from.publicKey
  to.userAgent = from.userAgent
  to.nextDialAt = at + restAfterRestartMs(to, wallMs)
}
