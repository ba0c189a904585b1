import { hashLatin1 } from '#platform'
import { formatAddress, type PeerAddress } from '../transport/peer-address.ts'
import type { AddressRow } from './address-row.ts'
import { networkGroup } from './ipv4.ts'
import type { AddressProfile } from './is-dialable.ts'

/** Buckets of addresses that were only heard of, and the places of each. */
const NEW_BUCKETS = 64
const NEW_BUCKET_PLACES = 48
/** Buckets of addresses that were connected to, and the places of each. */
const TRIED_BUCKETS = 16
const TRIED_BUCKET_PLACES = 64
/** Places of rows that were heard of; those of tried rows follow them. */
export const NEW_PLACES: number = NEW_BUCKETS * NEW_BUCKET_PLACES
/** All places. */
export const PLACES: number = NEW_PLACES + TRIED_BUCKETS * TRIED_BUCKET_PLACES

/** Buckets that what one network tells can get into. */
const BUCKETS_PER_SOURCE = 4
/** Tried buckets that addresses of one network can get into. */
const BUCKETS_PER_GROUP = 2

/** What places follow from. */
export interface PlaceRules {
  readonly profile: AddressProfile
  /** 32 bytes, kept with the table. */
  readonly secret: Uint8Array
}

/** What an address counts as when peers are spread: its network of 16 bits, in profile `local` itself. */
export function groupOf(address: PeerAddress, profile: AddressProfile): string {
  return profile === 'local' ? formatAddress(address) : networkGroup(address.host)
}

/** The network that told a row, in profile `local` the teller itself; its own where nobody did. */
export function sourceOf({ toldBy, address }: AddressRow, profile: AddressProfile): string {
  if (toldBy === undefined) return groupOf(address, profile)
  return profile === 'local' ? toldBy : networkGroup(toldBy)
}

/** Number of the bucket that a place is in; those of tried rows come after those of new ones. */
export function bucketOf(place: number): number {
  return place < NEW_PLACES
    ? Math.floor(place / NEW_BUCKET_PLACES)
    : NEW_BUCKETS + Math.floor((place - NEW_PLACES) / TRIED_BUCKET_PLACES)
}

/** Where a row goes that was heard of: one of the few buckets its source can get at, one place in it. */
export function newPlaceOf(row: AddressRow, rules: PlaceRules): number {
  const source = sourceOf(row, rules.profile)
  const which = draw(
    rules,
    `group ${groupOf(row.address, rules.profile)} told by ${source}`,
    BUCKETS_PER_SOURCE,
  )
  const bucket = draw(rules, `bucket ${which} of ${source}`, NEW_BUCKETS)
  return bucket * NEW_BUCKET_PLACES + draw(rules, `new ${bucket} ${row.key}`, NEW_BUCKET_PLACES)
}

/** Where a row goes that was connected to: one of the few buckets of its network, one place in it. */
export function triedPlaceOf(row: AddressRow, rules: PlaceRules): number {
  const which = draw(rules, `address ${row.key}`, BUCKETS_PER_GROUP)
  const bucket = draw(rules, `bucket ${which} for ${groupOf(row.address, rules.profile)}`, TRIED_BUCKETS)
  const at = draw(rules, `tried ${bucket} ${row.key}`, TRIED_BUCKET_PLACES)
  return NEW_PLACES + bucket * TRIED_BUCKET_PLACES + at
}

/** A number below `limit` that only who knows the secret can tell from the text. */
function draw({ secret }: PlaceRules, text: string, limit: number): number {
  const digest = hashLatin1('sha256', concat(secret, new TextEncoder().encode(text)))
  return [0, 1, 2, 3].reduce((number, at) => number * 256 + digest.charCodeAt(at), 0) % limit
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
