import type { PeerFaultCode, RxBitsharesError } from '../errors.ts'
import { plainHost } from './ipv4.ts'
import type { AddressProfile } from './is-dialable.ts'

/** Points halve in this time. */
const HALF_LIFE_MS = 600_000
/** With so many a connection ends. */
export const DISCONNECT_POINTS = 20
/** With so many a host is left alone for a day. */
export const DISCOURAGE_POINTS = 50
/** So long a host is left alone. */
const DISCOURAGED_MS = 86_400_000
/** Hosts that are left alone at a time; beyond it the oldest is forgotten. */
export const MAX_DISCOURAGED = 5000
/** Hosts whose points are kept. */
export const MAX_SCORED = 5000

/** How hosts have behaved, for the life of the process: nothing of it is written down. */
export interface Conduct {
  readonly scores: Map<string, { readonly points: number; readonly at: number }>
  /** Until when a host is left alone. */
  readonly discouraged: Map<string, number>
}

export function createConduct(): Conduct {
  return { scores: new Map(), discouraged: new Map() }
}

/**
 * What a fault costs. Bytes that make no sense cost nothing: whoever sits on the line can flip them, and would have us
 * turn away honest peers. A block that is not what it says was made so by who sent it.
 */
const POINTS: Readonly<Record<PeerFaultCode, number>> = {
  FRAME_TOO_LARGE: 0,
  DECODE: 0,
  BAD_KEY: 0,
  BAD_HELLO: 0,
  UNEXPECTED_MESSAGE: 10,
  UNREQUESTED_ITEM: DISCONNECT_POINTS,
  BAD_ID_LIST: DISCONNECT_POINTS,
  OVERFLOW: DISCONNECT_POINTS,
  BAD_BLOCK: DISCOURAGE_POINTS,
}

/** What the end of a connection costs its host. */
export function pointsOf(error: RxBitsharesError): number {
  return error.name === 'PeerFault' ? POINTS[error.code as PeerFaultCode] : 0
}

/** What follows from a penalty. */
export type Verdict = 'none' | 'disconnect' | 'discourage'

/**
 * Puts penalty points on a host and says what follows. In profile `local`, where many nodes share a host, no host is left
 * alone for what one of them did.
 */
export function penalise(
  conduct: Conduct,
  host: string,
  points: number,
  profile: AddressProfile,
  at: number,
): Verdict {
  if (points <= 0) return 'none'
  const who = plainHost(host)
  const total = scoreOf(conduct, who, at) + points
  putLast(conduct.scores, who, { points: total, at }, MAX_SCORED)
  if (total >= DISCOURAGE_POINTS && profile === 'public') {
    putLast(conduct.discouraged, who, at + DISCOURAGED_MS, MAX_DISCOURAGED)
    return 'discourage'
  }
  return total >= DISCONNECT_POINTS ? 'disconnect' : 'none'
}

/** Whether a host is left alone at a moment. */
export function isDiscouraged(conduct: Conduct, host: string, at: number): boolean {
  const who = plainHost(host)
  const until = conduct.discouraged.get(who)
  if (until === undefined) return false
  if (until > at) return true
  conduct.discouraged.delete(who)
  return false
}

/** The points of a host at a moment. */
export function scoreOf({ scores }: Conduct, host: string, at: number): number {
  const score = scores.get(plainHost(host))
  return score === undefined ? 0 : score.points * 2 ** (-Math.max(0, at - score.at) / HALF_LIFE_MS)
}

/** Sets an entry as the newest; the oldest leaves where there would be too many. */
function putLast<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.delete(key)
  const [oldest] = map.keys()
  if (map.size >= most && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
