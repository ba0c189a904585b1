import type { PeerAddress } from '../transport/peer-address.ts'
import { type AddressBook, LEARNT_DIALS } from './address-book.ts'
import type { AddressRow } from './address-row.ts'
import { type AddressRules, mayDial } from './address-rules.ts'
import { createLearntDraw } from './draw-learnt.ts'
import { groupOf } from './table-places.ts'
import { tokensAt } from './token-bucket.ts'

/** Connections we make, and how many may be in the making at once. */
export interface DialLimits extends AddressRules {
  readonly maxOutbound: number
  readonly maxDialling: number
}

/** Seeds may take half of the places; more only where nothing else is known. */
const SEED_SHARE = 0.5
const LEAST_SEEDS = 2

/**
 * The addresses to dial now: what the user gave first, then the anchors of the last run, then seeds for half of the places,
 * then what peers told, then more seeds. What was learnt is drawn, more often than not from what was connected to
 * before, and never two of one network (16 bits) unless the profile is `local`.
 *
 * @param counts how many connections are being made, and how many we made that are open
 * @param random in [0, 1)
 */
export function chooseDials(
  book: AddressBook,
  counts: { readonly dialling: number; readonly open: number },
  limits: DialLimits,
  at: number,
  random: () => number,
): readonly PeerAddress[] {
  const free = limits.maxOutbound - counts.open - counts.dialling
  const room = Math.min(free, limits.maxDialling - counts.dialling)
  if (room <= 0) return []
  const chosen: PeerAddress[] = []
  const groups = new Set<string>()
  const choose = (row: AddressRow): void => {
    groups.add(groupOf(row.address, limits.profile))
    chosen.push(row.address)
  }

  const seeds: AddressRow[] = []
  let seedsInUse = 0
  for (const row of book.apart.values()) {
    if (row.isInUse) {
      groups.add(groupOf(row.address, limits.profile))
      if (row.source === 'seed') seedsInUse += 1
    } else if (row.nextDialAt <= at && mayDial(row.address, row.source, limits)) {
      if (row.source === 'seed') seeds.push(row)
      else if (chosen.length < room) choose(row)
    }
  }
  // Those that failed least before others, and not always the same ones first.
  seeds.sort((a, b) => a.failures - b.failures)
  const budget = limits.profile === 'local' ? Infinity : tokensAt(book.dials, LEARNT_DIALS, at)
  const learntRoom = Math.floor(Math.min(budget, room - chosen.length))
  // Made only where something may come of it: it looks at the whole table.
  const learnt = learntRoom < 1 ? undefined : createLearntDraw(book, limits, at, groups)
  const fromAnchors = [...book.anchors].flatMap((key) => learnt?.take(key) ?? []).slice(0, learntRoom)
  fromAnchors.forEach(choose)
  const seedPlaces = Math.max(LEAST_SEEDS, Math.floor(limits.maxOutbound * SEED_SHARE)) - seedsInUse
  seeds.splice(0, Math.max(0, Math.min(seedPlaces, room - chosen.length))).forEach(choose)
  for (let left = learntRoom - fromAnchors.length; left > 0 && chosen.length < room; left -= 1) {
    const row = learnt?.draw(random)
    if (row === undefined) break
    choose(row)
  }
  for (const row of seeds.slice(0, room - chosen.length)) choose(row)
  return chosen
}
