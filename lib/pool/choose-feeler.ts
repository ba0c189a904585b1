import type { PeerAddress } from '../transport/peer-address.ts'
import type { AddressBook } from './address-book.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { isTried } from './address-table.ts'

/** A feeler goes out so often: a short connection that shows whether somebody answers, and ends when it is active. */
export const FEELER_EVERY_MS = 120_000

/**
 * An address to test, so that the table fills with what is there: first one that holds a place somebody else has earned,
 * else one of those that were only heard of, by chance. Undefined: there is nothing to test.
 */
export function chooseFeeler(
  book: AddressBook,
  rules: AddressRules,
  at: number,
  random: () => number,
): PeerAddress | undefined {
  const isReady = (row: { isInUse: boolean; nextDialAt: number; address: PeerAddress }): boolean =>
    !row.isInUse && row.nextDialAt <= at && mayDial(row.address, 'peer', rules)
  for (const row of book.table.contested) if (isReady(row)) return row.address
  const heard = [...book.table.rows.values()].filter((row) => !isTried(row) && isReady(row))
  return heard[Math.floor(random() * heard.length)]?.address
}

const SILENT_INTERVALS = 10
const ONE_MORE_EVERY_MS = 15_000
const MAX_EXTRA = 4

/**
 * How many connections more than usual are made while no block comes, in case all we have hide the chain from us: the
 * first after ten block intervals, another every 15 s, four at most.
 */
export function countExtraOutbound(silentMs: number, blockIntervalMs: number): number {
  const overdueMs = silentMs - SILENT_INTERVALS * blockIntervalMs
  return overdueMs < 0 ? 0 : Math.min(MAX_EXTRA, 1 + Math.floor(overdueMs / ONE_MORE_EVERY_MS))
}
