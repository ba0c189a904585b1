import type { PeerAddress } from '../transport/peer-address.ts'
import { type AddressBook, findRow } from './address-book.ts'
import { createRow, type Moment } from './address-row.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { addRow } from './address-table.ts'
import { createTokenBucket, takeToken, type TokenBucket, type TokenRate, tokensAt } from './token-bucket.ts'

/** Addresses taken from one message (`GRAPHENE_NET_MAX_ADDRESSES_TO_HANDLE_AT_ONCE`). */
export const MAX_ADDRESSES_PER_MESSAGE = 200
/** New rows one peer may add: so many at once, then so many an hour. In profile `local` it may add what it likes. */
const TOLD: TokenRate = { burst: 32, perSecond: 8 / 3600 }
/** Peers whose budget is remembered. */
const MAX_TELLERS = 1024

/** Who tells addresses, when, and to whom. */
export interface Telling extends Moment {
  /** Host of the peer that tells, as the connection shows it. */
  readonly from: string
  readonly rules: AddressRules
  /** In [0, 1). */
  random(this: void): number
}

/**
 * Adds what a peer told; returns how many were new. Of more than a peer may add, chance takes some: a list in an order of
 * the peer's choosing gains it nothing.
 */
export function learnAddresses(book: AddressBook, told: readonly PeerAddress[], telling: Telling): number {
  const { from, rules, at, wallMs, random } = telling
  const candidates = told.slice(0, MAX_ADDRESSES_PER_MESSAGE)
  let added = 0
  while (candidates.length > 0) {
    const [address] = candidates.splice(Math.floor(random() * candidates.length), 1)
    if (address === undefined || !mayDial(address, 'peer', rules)) continue
    const known = findRow(book, address)
    if (known !== undefined) {
      known.lastSeenMs = Math.max(known.lastSeenMs, wallMs)
      continue
    }
    const budget = budgetOf(book, from, at)
    if (tokensAt(budget, TOLD, at) < 1 && book.table.profile === 'public') break
    if (!addRow(book.table, createRow(address, 'peer', from, wallMs), wallMs)) continue
    takeToken(budget, TOLD, at)
    added += 1
  }
  return added
}

function budgetOf({ tellers }: AddressBook, host: string, at: number): TokenBucket {
  const known = tellers.get(host)
  if (known !== undefined) return known
  const [oldest] = tellers.keys()
  if (tellers.size >= MAX_TELLERS && oldest !== undefined) tellers.delete(oldest)
  const budget = createTokenBucket(TOLD, at)
  tellers.set(host, budget)
  return budget
}
