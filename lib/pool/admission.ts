import { type AddressList, isListed } from './address-list.ts'
import type { InboundLimits } from './inbound-limits.ts'
import { ipv4Number, networkGroup, plainHost } from './ipv4.ts'
import type { AddressProfile } from './is-dialable.ts'
import { takeToken, type TokenBucket } from './token-bucket.ts'

/** Attempts of one host are counted over so long. */
const ATTEMPTS_WINDOW_MS = 10_000
/** Hosts whose attempts are counted; beyond it the oldest is forgotten. */
const MAX_WATCHED_HOSTS = 4096

/** Who may connect to us. */
export interface InboundRules {
  readonly profile: AddressProfile
  readonly limits: InboundLimits
  /** Never let in. */
  readonly deny?: AddressList
  /** Where it is given, nobody else is let in. */
  readonly allow?: AddressList
  /** Hosts the user gave as peers; where only those are wanted, nobody else is let in. */
  readonly only?: ReadonlySet<string>
  /** Whether peers are known by their key: who they are shows only in their hello, so `only` cannot turn them away before. */
  readonly hasTrusted: boolean
  /** Whether a host has behaved so badly that it is left alone for a while. */
  isShunned?(host: string): boolean
}

/** Connections there are, and attempts there were. */
export interface Admission {
  /** Open connections: for each, its host, whether it has said hello, and whether it takes one of the places. */
  readonly open: Map<number, { readonly host: string; isGreeted: boolean; takesPlace: boolean }>
  readonly attempts: Map<string, { count: number; readonly since: number }>
  readonly accepts: TokenBucket
}

/** Why a connection is not accepted. */
export type Refusal =
  | 'denied'
  | 'notAllowed'
  | 'shunned'
  | 'tooManyAttempts'
  | 'tooFast'
  | 'tooManyOfHost'
  | 'tooManyOfSubnet'
  | 'tooManyOfNetwork'
  | 'tooManyPending'

export function createAdmission({ acceptBurst }: InboundLimits): Admission {
  return { open: new Map(), attempts: new Map(), accepts: { tokens: acceptBurst, filledAt: 0 } }
}

/**
 * Whether to go on with a connection that was accepted, before anything is computed for it. Undefined: yes. The attempt
 * counts either way; who is let in is put down with `noteOpened`.
 *
 * @param host as the socket says
 * @param at milliseconds, monotonic
 */
export function judgeArrival(
  admission: Admission,
  host: string,
  rules: InboundRules,
  at: number,
): Refusal | undefined {
  const { limits, profile } = rules
  const who = plainHost(host)
  if (rules.deny !== undefined && isListed(rules.deny, who)) return 'denied'
  if (rules.allow !== undefined && !isListed(rules.allow, who)) return 'notAllowed'
  if (rules.only !== undefined && !rules.only.has(who) && !rules.hasTrusted) return 'notAllowed'
  if (profile === 'public') {
    if (rules.isShunned?.(who) === true) return 'shunned'
    if (countAttempt(admission, who, at) > limits.maxAttemptsPerHost) return 'tooManyAttempts'
    const rate = { burst: limits.acceptBurst, perSecond: limits.acceptsPerSecond }
    if (!takeToken(admission.accepts, rate, at)) return 'tooFast'
    const crowd = countNeighbours(admission, who)
    if (crowd.host >= limits.maxInboundPerHost) return 'tooManyOfHost'
    if (crowd.subnet >= limits.maxInboundPerSubnet) return 'tooManyOfSubnet'
    if (crowd.network >= limits.maxInboundPerNetwork) return 'tooManyOfNetwork'
  }
  return countPending(admission) >= limits.maxPendingInbound ? 'tooManyPending' : undefined
}

/** Puts a connection down as let in. */
export function noteOpened(admission: Admission, peer: number, host: string): void {
  admission.open.set(peer, { host: plainHost(host), isGreeted: false, takesPlace: false })
}

/** Its hello was accepted. It takes one of the places, unless the user trusts it. */
export function noteGreeted(admission: Admission, peer: number, isTrusted: boolean): void {
  const known = admission.open.get(peer)
  if (known === undefined) return
  known.isGreeted = true
  known.takesPlace = !isTrusted
}

/** It is gone. */
export function noteGone(admission: Admission, peer: number): void {
  admission.open.delete(peer)
}

/** Why a hello is refused, as `connection_rejected_message` says it. */
export interface GreetingRefusal {
  /**
   * 4 `not_accepting_connections`: all places are taken, and somebody may be let go instead, see `chooseEviction`.
   * 5 `blocked` (`rejection_reason_code`).
   */
  readonly code: 4 | 5
  readonly reason: string
}

/**
 * Whether a peer that has said who it is may stay; undefined: yes. One the user trusts always may.
 *
 * @param isTrusted whether its key, which the hello proves, is one the user trusts
 */
export function judgeGreeting(
  admission: Admission,
  host: string,
  isTrusted: boolean,
  rules: InboundRules,
): GreetingRefusal | undefined {
  if (isTrusted) return undefined
  if (rules.only !== undefined && !rules.only.has(plainHost(host))) {
    return { code: 5, reason: 'I connect to chosen peers only' }
  }
  if (countPlacesTaken(admission) >= rules.limits.maxInbound) {
    return { code: 4, reason: 'I have no place for another connection' }
  }
  return undefined
}

/** Of the places of `maxInbound` so many are taken. */
export function countPlacesTaken({ open }: Admission): number {
  let taken = 0
  for (const { takesPlace } of open.values()) taken += takesPlace ? 1 : 0
  return taken
}

function countPending({ open }: Admission): number {
  let pending = 0
  for (const { isGreeted } of open.values()) pending += isGreeted ? 0 : 1
  return pending
}

function countAttempt({ attempts }: Admission, host: string, at: number): number {
  const known = attempts.get(host)
  if (known !== undefined && at - known.since < ATTEMPTS_WINDOW_MS) return (known.count += 1)
  attempts.delete(host)
  const [oldest] = attempts.keys()
  if (attempts.size >= MAX_WATCHED_HOSTS && oldest !== undefined) attempts.delete(oldest)
  attempts.set(host, { count: 1, since: at })
  return 1
}

function countNeighbours(
  { open }: Admission,
  host: string,
): { readonly host: number; readonly subnet: number; readonly network: number } {
  const counts = { host: 0, subnet: 0, network: 0 }
  const isIpv4 = ipv4Number(host) !== undefined
  for (const other of open.values()) {
    if (other.host === host) counts.host += 1
    if (isIpv4 && networkGroup(other.host, 3) === networkGroup(host, 3)) counts.subnet += 1
    if (isIpv4 && networkGroup(other.host) === networkGroup(host)) counts.network += 1
  }
  return counts
}
