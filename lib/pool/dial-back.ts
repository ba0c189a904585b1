import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import { type AddressBook, findRow, LEARNT_DIALS } from './address-book.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { takeToken, type TokenBucket, type TokenRate, tokensAt } from './token-bucket.ts'

/** Dial-backs in all: so many at once, then six a minute. */
const DIAL_BACKS: TokenRate = { burst: 6, perSecond: 0.1 }
/** A host is dialled back once in so long, whatever it claims. */
const DIAL_BACK_GAP_MS = 3_600_000
/** Hosts whose last dial-back is remembered: more than an hour's budget. */
const MAX_DIALLED_BACK = 1024

/** What was dialled back lately. */
export interface DialBacks {
  readonly lastAt: Map<string, number>
  readonly budget: TokenBucket
}

export function createDialBacks(): DialBacks {
  return { lastAt: new Map(), budget: { tokens: DIAL_BACKS.burst, filledAt: 0 } }
}

/**
 * Where to find out whether a peer that dialled us can be dialled: the port it named, on the host its connection came
 * from and on no other. Undefined: not now. What is returned is put down as dialled.
 *
 * @param inboundPort from its hello; 0: it does not listen
 */
export function takeDialBack(
  dialBacks: DialBacks,
  book: AddressBook,
  host: string,
  inboundPort: number,
  rules: AddressRules,
  at: number,
): PeerAddress | undefined {
  const address = { host, port: inboundPort }
  if (inboundPort === 0 || !mayDial(address, 'peer', rules)) return undefined
  const known = findRow(book, address)
  if (known?.isInUse === true || (known?.lastSuccessMs ?? 0) > 0) return undefined
  const isLocal = rules.profile === 'local'
  const who = isLocal ? formatAddress(address) : host
  const lastAt = dialBacks.lastAt.get(who)
  if (lastAt !== undefined && at - lastAt < DIAL_BACK_GAP_MS) return undefined
  if (!isLocal && tokensAt(book.dials, LEARNT_DIALS, at) < 1) return undefined
  if (!isLocal && !takeToken(dialBacks.budget, DIAL_BACKS, at)) return undefined
  if (!isLocal) takeToken(book.dials, LEARNT_DIALS, at)
  const [oldest] = dialBacks.lastAt.keys()
  if (dialBacks.lastAt.size >= MAX_DIALLED_BACK && oldest !== undefined) dialBacks.lastAt.delete(oldest)
  dialBacks.lastAt.delete(who)
  dialBacks.lastAt.set(who, at)
  return address
}
