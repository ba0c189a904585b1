import type { AddressBook, AddressEntry, AddressSource } from './address-book.ts'
import { type AddressProfile, networkGroup } from './is-dialable.ts'
import type { PeerAddress } from '../transport/peer-address.ts'

/** Connections we make, and how many may be in the making at once. */
export interface DialLimits {
  readonly maxOutbound: number
  readonly maxDialling: number
  readonly profile: AddressProfile
}

const RANK: Readonly<Record<AddressSource, number>> = { user: 0, seed: 1, peer: 2 }

/**
 * The addresses to dial now: what the user gave first, then seeds, then what peers told, those that failed least before
 * others. Of the learnt ones never two in one network (16 bits), unless the profile is `local`.
 *
 * @param dialling how many connections are being made
 * @param open how many we made that are open
 */
export function chooseDials(
  book: AddressBook,
  counts: { readonly dialling: number; readonly open: number },
  limits: DialLimits,
  at: number,
): readonly PeerAddress[] {
  const room = Math.min(
    limits.maxOutbound - counts.open - counts.dialling,
    limits.maxDialling - counts.dialling,
  )
  if (room <= 0) return []
  const candidates: AddressEntry[] = []
  const groups = new Set<string>()
  for (const entry of book.entries.values()) {
    if (entry.isInUse) groups.add(networkGroup(entry.address.host))
    else if (entry.nextDialAt <= at) candidates.push(entry)
  }
  candidates.sort((a, b) => RANK[a.source] - RANK[b.source] || a.failures - b.failures)
  const chosen: PeerAddress[] = []
  for (const { address, source } of candidates) {
    if (chosen.length >= room) break
    const group = networkGroup(address.host)
    if (source === 'peer' && limits.profile === 'public' && groups.has(group)) continue
    groups.add(group)
    chosen.push(address)
  }
  return chosen
}
