import type { RxBitsharesError } from '../errors.ts'
import { type AddressProfile, isDialable } from './is-dialable.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'

/** Addresses learnt from peers that are kept; those the user gave and the seeds come on top. */
export const MAX_LEARNT_ADDRESSES = 1000
/** Addresses taken from one message (`GRAPHENE_NET_MAX_ADDRESSES_TO_HANDLE_AT_ONCE`). */
export const MAX_ADDRESSES_PER_MESSAGE = 200

/** How an address came to be known. What the user gave and seeds are tried for ever, the others have to prove themselves. */
export type AddressSource = 'user' | 'seed' | 'peer'

export interface AddressEntry {
  readonly address: PeerAddress
  readonly source: AddressSource
  /** Whether a connection to it exists or is being made. */
  isInUse: boolean
  /** Attempts that failed in a row. */
  failures: number
  nextDialAt: number
  lastError: string | undefined
}

export interface AddressBook {
  readonly entries: Map<string, AddressEntry>
  learnt: number
}

export function createAddressBook(given: readonly PeerAddress[], seeds: readonly PeerAddress[]): AddressBook {
  const book: AddressBook = { entries: new Map(), learnt: 0 }
  for (const address of given) put(book, address, 'user')
  for (const address of seeds) put(book, address, 'seed')
  return book
}

/** Adds what a peer told; returns how many were new. Full, it takes nothing more until a failing one is dropped. */
export function learnAddresses(
  book: AddressBook,
  addresses: readonly PeerAddress[],
  profile: AddressProfile,
): number {
  let added = 0
  for (const address of addresses.slice(0, MAX_ADDRESSES_PER_MESSAGE)) {
    if (book.learnt >= MAX_LEARNT_ADDRESSES) break
    if (book.entries.has(formatAddress(address)) || !isDialable(address, profile)) continue
    put(book, address, 'peer')
    book.learnt += 1
    added += 1
  }
  return added
}

export function noteDialling(book: AddressBook, address: PeerAddress): void {
  const entry = book.entries.get(formatAddress(address))
  if (entry !== undefined) entry.isInUse = true
}

/** The connection became useful: past failures are forgiven. */
export function noteActive(book: AddressBook, address: PeerAddress): void {
  const entry = book.entries.get(formatAddress(address))
  if (entry !== undefined) entry.failures = 0
}

/** Failed so often, an address that only a peer told is dropped. */
const MAX_LEARNT_FAILURES = 5
/** Waits before the next attempt: by source, the first and the longest, in milliseconds. */
const WAIT_MS = { user: [1000, 30_000], seed: [5000, 60_000], peer: [30_000, 3_600_000] } as const
/** A wrong chain or ourselves does not change soon (core waits about an hour). */
const HOPELESS_WAIT_MS = { user: 60_000, seed: 600_000, peer: 3_600_000 } as const
/** One that broke the protocol has to wait longer than one that was merely unreachable. */
const FAULT_FACTOR = 10
const JITTER = 0.2

/**
 * The connection ended, or never was. Says when to try again: twice as long after each failure, with jitter.
 *
 * @param random a number in [0, 1)
 */
export function noteClosed(
  book: AddressBook,
  address: PeerAddress,
  error: RxBitsharesError,
  at: number,
  random: number,
): void {
  const key = formatAddress(address)
  const entry = book.entries.get(key)
  if (entry === undefined) return
  entry.isInUse = false
  entry.lastError = error.message
  if (entry.source === 'peer' && entry.failures + 1 >= MAX_LEARNT_FAILURES) {
    book.entries.delete(key)
    book.learnt -= 1
    return
  }
  const [firstMs, maxMs] = WAIT_MS[entry.source]
  const isHopeless = error.code === 'WRONG_CHAIN' || error.code === 'SELF'
  const isFault = error.name === 'PeerFault'
  const usualMs = Math.min(firstMs * 2 ** entry.failures * (isFault ? FAULT_FACTOR : 1), maxMs)
  const waitMs = isHopeless ? HOPELESS_WAIT_MS[entry.source] : usualMs
  entry.failures += 1
  entry.nextDialAt = at + waitMs * (1 + JITTER * (2 * random - 1))
}

function put(book: AddressBook, address: PeerAddress, source: AddressSource): void {
  const key = formatAddress(address)
  if (book.entries.has(key)) return
  book.entries.set(key, { address, source, isInUse: false, failures: 0, nextDialAt: 0, lastError: undefined })
}
