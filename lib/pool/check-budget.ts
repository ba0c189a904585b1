import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { AddressProfile } from './is-dialable.ts'

/** Checks that are made within any sixty seconds, whoever asks for them. */
export const MAX_CHECKS_PER_MINUTE = 6
/** An address is checked once in so long. */
export const CHECK_GAP_MS = 3_600_000
/** Addresses whose last check is remembered: all that an hour can bring. */
export const MAX_CHECKED_ADDRESSES = 360

const MINUTE_MS = 60_000

/** What was checked lately. */
export interface CheckBudget {
  /** When an address was checked last, the longest ago first. */
  readonly lastAt: Map<string, number>
  /** When the last checks were made, the longest ago first. */
  readonly recent: number[]
}

export function createCheckBudget(): CheckBudget {
  return { lastAt: new Map(), recent: [] }
}

/** What counts as one address: a host with all its ports, or, where all are on one machine, each port by itself. */
export function budgetKey(address: PeerAddress, profile: AddressProfile): string {
  return profile === 'local' ? formatAddress(address) : address.host
}

/** Whether a check of that address may be made now. */
export function hasBudget({ lastAt, recent }: CheckBudget, key: string, at: number): boolean {
  const last = lastAt.get(key)
  if (last !== undefined && at - last < CHECK_GAP_MS) return false
  const first = recent.at(-MAX_CHECKS_PER_MINUTE)
  return first === undefined || at - first >= MINUTE_MS
}

/** Puts a check down, if it may be made: whether it may. */
export function takeBudget(budget: CheckBudget, key: string, at: number): boolean {
  if (!hasBudget(budget, key, at)) return false
  const { lastAt, recent } = budget
  recent.push(at)
  if (recent.length > MAX_CHECKS_PER_MINUTE) recent.shift()
  lastAt.delete(key)
  const [oldest] = lastAt.keys()
  if (lastAt.size >= MAX_CHECKED_ADDRESSES && oldest !== undefined) lastAt.delete(oldest)
  lastAt.set(key, at)
  return true
}
