import { randomBytes } from '#platform'
import type { RxBitsharesError } from '../errors.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import {
  type AddressRow,
  type AddressSource,
  createRow,
  isSpent,
  keptError,
  keptUserAgent,
  type Moment,
  restMs,
} from './address-row.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { addRow, type AddressTable, createAddressTable, promoteRow, removeRow } from './address-table.ts'
import type { AddressProfile } from './is-dialable.ts'
import { createTokenBucket, takeToken, type TokenBucket, type TokenRate } from './token-bucket.ts'

/** Dials to learnt addresses: so many at once, then thirty a minute. In profile `local` as many as there is room for. */
export const LEARNT_DIALS: TokenRate = { burst: 10, perSecond: 0.5 }

/** Every address a node knows. What the user gave and seeds stand apart from the table: nothing takes their place. */
export interface AddressBook {
  /** By `host:port`. */
  readonly apart: Map<string, AddressRow>
  readonly table: AddressTable
  /** Peers of the last run that are dialled before others, until the first attempt. */
  readonly anchors: Set<string>
  /** What peers may still tell, by host. */
  readonly tellers: Map<string, TokenBucket>
  /** What may still be dialled of what was learnt. */
  readonly dials: TokenBucket
}

export interface BookOptions {
  /** Default `public`. */
  readonly profile?: AddressProfile
  /** 32 bytes that places in the table follow from. Default: new ones. */
  readonly secret?: Uint8Array
}

const SECRET_SIZE_BYTES = 32

export function createAddressBook(
  given: readonly PeerAddress[],
  seeds: readonly PeerAddress[],
  { profile = 'public', secret = randomBytes(SECRET_SIZE_BYTES) }: BookOptions = {},
): AddressBook {
  const book: AddressBook = {
    apart: new Map(),
    table: createAddressTable(profile, secret),
    anchors: new Set(),
    tellers: new Map(),
    dials: createTokenBucket(LEARNT_DIALS, 0),
  }
  for (const address of given) putApart(book, address, 'user')
  for (const address of seeds) putApart(book, address, 'seed')
  return book
}

/** What is known of an address. */
export function findRow(book: AddressBook, address: PeerAddress): AddressRow | undefined {
  const key = formatAddress(address)
  return book.apart.get(key) ?? book.table.rows.get(key)
}

/** Takes an endpoint that was dialled back and is that of a peer that had dialled us. */
export function noteVerified(
  book: AddressBook,
  address: PeerAddress,
  who: PeerClaims,
  rules: AddressRules,
  moment: Moment,
): void {
  if (!mayDial(address, 'peer', rules)) return
  const row = findRow(book, address) ?? createRow(address, 'peer', undefined, moment.wallMs)
  if (row.place < 0 && row.source === 'peer' && !addRow(book.table, row, moment.wallMs)) return
  noteSuccess(book, row, who, moment)
}

export function noteDialling(book: AddressBook, address: PeerAddress, { at, wallMs }: Moment): void {
  const row = findRow(book, address)
  if (row === undefined) return
  row.isInUse = true
  row.attempts += 1
  row.lastAttemptMs = wallMs
  if (row.source === 'peer' && book.table.profile === 'public') takeToken(book.dials, LEARNT_DIALS, at)
}

/** What a peer said and proved of itself. */
export interface PeerClaims {
  /** 66 hex digits. */
  readonly publicKey: string
  readonly userAgent: string
}

/** The connection became useful: past failures are forgiven, and a learnt address has proved itself. */
export function noteActive(
  book: AddressBook,
  address: PeerAddress,
  moment: Moment,
  who: PeerClaims | undefined,
): void {
  const row = findRow(book, address)
  if (row !== undefined) noteSuccess(book, row, who, moment)
}

/**
 * The connection ended, or never was. Says when to try again: twice as long after each failure, with jitter.
 *
 * @param random a number in [0, 1)
 */
export function noteClosed(
  book: AddressBook,
  address: PeerAddress,
  error: RxBitsharesError,
  { at, wallMs }: Moment,
  random: number,
): void {
  const row = findRow(book, address)
  if (row === undefined) return
  const waitMs = restMs(row, error, random)
  row.isInUse = false
  row.failures += 1
  row.lastError = keptError(error.message)
  row.nextDialAt = at + waitMs
  book.anchors.delete(row.key)
  book.table.contested.delete(row)
  if (row.source === 'peer' && isSpent(row, wallMs)) removeRow(book.table, row)
}

function noteSuccess(
  book: AddressBook,
  row: AddressRow,
  who: PeerClaims | undefined,
  { wallMs }: Moment,
): void {
  row.failures = 0
  row.successes += 1
  row.lastSuccessMs = wallMs
  row.lastSeenMs = wallMs
  row.lastError = undefined
  if (who !== undefined) {
    row.publicKey = who.publicKey
    row.userAgent = keptUserAgent(who.userAgent)
  }
  if (row.source === 'peer') promoteRow(book.table, row, wallMs)
}

function putApart(book: AddressBook, address: PeerAddress, source: AddressSource): void {
  const row = createRow(address, source, undefined, 0)
  if (!book.apart.has(row.key)) book.apart.set(row.key, row)
}
