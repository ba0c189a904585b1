import type { RxBitsharesError } from '../errors.ts'
import { type BackOff, backOffMs } from '../flow/back-off.ts'
import { cleanText } from '../names/clean-text.ts'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'

/** How an address came to be known. What the user gave and seeds are tried for ever, the others have to prove themselves. */
export type AddressSource = 'user' | 'seed' | 'peer'

/** Now, by the clock that only goes forward and by that of the wall. */
export interface Moment {
  /** Milliseconds, monotonic: for waiting. */
  readonly at: number
  /** Milliseconds since 1970: for what is kept across runs. */
  readonly wallMs: number
}

/** What is known of one address. Times are in milliseconds since 1970, 0: never. */
export interface AddressRow {
  /** `host:port`. */
  readonly key: string
  readonly address: PeerAddress
  readonly source: AddressSource
  /** Host of the peer that told it first; undefined where it is our own knowledge. */
  readonly toldBy: string | undefined
  readonly firstSeenMs: number
  /** When it was last told or connected to. */
  lastSeenMs: number
  lastAttemptMs: number
  lastSuccessMs: number
  attempts: number
  successes: number
  /** Attempts that failed, and connections that ended, since the last success. */
  failures: number
  /** Why the last connection ended, freed of what could steer a terminal and cut. */
  lastError: string | undefined
  /** The key it last proved to have, 66 hex digits. */
  publicKey: string | undefined
  /** What it last said it is, cleaned and cut. */
  userAgent: string | undefined
  /** Whether a connection to it exists or is being made. */
  isInUse: boolean
  /** By the monotonic clock. */
  nextDialAt: number
  /** Its place in the table, -1: it stands apart. */
  place: number
}

/** Characters of an error that are kept. */
const LAST_ERROR_LENGTH = 160
/** Characters of a user agent that are kept. */
const USER_AGENT_LENGTH = 64

export function createRow(
  address: PeerAddress,
  source: AddressSource,
  toldBy: string | undefined,
  wallMs: number,
): AddressRow {
  return {
    key: formatAddress(address),
    address,
    source,
    toldBy,
    firstSeenMs: wallMs,
    lastSeenMs: wallMs,
    lastAttemptMs: 0,
    lastSuccessMs: 0,
    attempts: 0,
    successes: 0,
    failures: 0,
    lastError: undefined,
    publicKey: undefined,
    userAgent: undefined,
    isInUse: false,
    nextDialAt: 0,
    place: -1,
  }
}

/** A text of a peer as it is kept. */
export function keptError(text: string): string {
  return cleanText(text, LAST_ERROR_LENGTH)
}

/** A user agent as it is kept. */
export function keptUserAgent(text: string): string {
  return cleanText(text, USER_AGENT_LENGTH)
}

/** Waits before the next attempt; a fifth either way is chance. */
const WAIT: Readonly<Record<AddressSource, BackOff>> = {
  user: { firstMs: 1000, maxMs: 30_000, jitter: 0.4 },
  seed: { firstMs: 5000, maxMs: 60_000, jitter: 0.4 },
  peer: { firstMs: 30_000, maxMs: 3_600_000, jitter: 0.4 },
}
/** A wrong chain or ourselves does not change soon (core waits about an hour). */
const HOPELESS_MS: Readonly<Record<AddressSource, number>> = { user: 60_000, seed: 600_000, peer: 3_600_000 }
/** One that broke the protocol has to wait longer than one that was merely unreachable. */
const FAULT_FACTOR = 10

/**
 * How long an address rests after its connection ended, in milliseconds.
 *
 * @param random a number in [0, 1)
 */
export function restMs({ source, failures }: AddressRow, error: RxBitsharesError, random: number): number {
  const usual = WAIT[source]
  if (error.code === 'WRONG_CHAIN' || error.code === 'SELF') {
    const waitMs = HOPELESS_MS[source]
    return backOffMs(1, { ...usual, firstMs: waitMs, maxMs: waitMs }, random)
  }
  const factor = error.name === 'PeerFault' ? FAULT_FACTOR : 1
  return backOffMs(failures + 1, { ...usual, firstMs: usual.firstMs * factor }, random)
}

/** The rest an address would have taken by now had the process not ended in between. */
export function restAfterRestartMs({ source, failures, lastAttemptMs }: AddressRow, wallMs: number): number {
  if (failures === 0 || source !== 'peer') return 0
  const waitMs = backOffMs(failures, { ...WAIT[source], jitter: 0 }, 0)
  return Math.min(waitMs, Math.max(0, lastAttemptMs + waitMs - wallMs))
}

const DAY_MS = 86_400_000
/** So many failures without any success make a row one that others may take the place of. */
const MAX_FIRST_FAILURES = 3
/** So many failures in a row over so long are enough. */
const MAX_FAILURES = 10
const MAX_FAILING_MS: number = 3 * DAY_MS
const MAX_UNHEARD_MS: number = 30 * DAY_MS

/** Whether a learnt row may make room for another one. */
export function isEvictable(row: AddressRow, wallMs: number): boolean {
  if (row.isInUse) return false
  if (row.successes === 0 && row.failures >= MAX_FIRST_FAILURES) return true
  return isSpent(row, wallMs) || wallMs - row.lastSeenMs > MAX_UNHEARD_MS
}

/** Whether a learnt row has failed for so long that it is forgotten. */
export function isSpent(row: AddressRow, wallMs: number): boolean {
  const since = Math.max(row.firstSeenMs, row.lastSuccessMs)
  return !row.isInUse && row.failures >= MAX_FAILURES && wallMs - since > MAX_FAILING_MS
}
