import { type AddressRow, isEvictable } from './address-row.ts'
import type { AddressProfile } from './is-dialable.ts'
import {
  groupOf,
  NEW_PLACES,
  newPlaceOf,
  PLACES,
  type PlaceRules,
  sourceOf,
  triedPlaceOf,
} from './table-places.ts'

/** Addresses learnt from peers that are kept: as many as the table has places. */
export const MAX_LEARNT_ADDRESSES = 4096
/** Rows one network may have told, of those that were only heard of. */
export const MAX_ROWS_PER_SOURCE = 32
/** Rows whose addresses lie in one network of 16 bits. */
export const MAX_ROWS_PER_GROUP = 32
/** Rows of one host, with different ports. */
export const MAX_ROWS_PER_HOST = 4

/** Incumbents whose place somebody else has earned, remembered to be tested. */
const MAX_CONTESTED = 64
/** An incumbent that failed twice and had no success for so long gives way. */
const GIVES_WAY_AFTER_MS = 14_400_000

/**
 * Addresses learnt from peers, in places that follow from a secret: whoever tells addresses can neither choose which places
 * he gets nor get at more than a few buckets, and nothing that is only told takes the place of what was connected to
 * (the idea is that of Bitcoin Core's `addrman.cpp`).
 *
 * In profile `local` every address is a network of its own, and only the number of places bounds.
 */
export interface AddressTable extends PlaceRules {
  /** By `host:port`. */
  readonly rows: Map<string, AddressRow>
  /** First the places of rows that were heard of, then of those that were tried. */
  readonly places: (AddressRow | undefined)[]
  readonly perHost: Map<string, number>
  readonly perGroup: Map<string, number>
  /** Rows that were heard of, by the network that told them. */
  readonly perSource: Map<string, Set<AddressRow>>
  readonly contested: Set<AddressRow>
}

export function createAddressTable(profile: AddressProfile, secret: Uint8Array): AddressTable {
  return {
    profile,
    secret,
    rows: new Map(),
    places: new Array<AddressRow | undefined>(PLACES).fill(undefined),
    perHost: new Map(),
    perGroup: new Map(),
    perSource: new Map(),
    contested: new Set(),
  }
}

/** Whether a row stands among those that were connected to. */
export function isTried({ place }: AddressRow): boolean {
  return place >= NEW_PLACES
}

/** Puts a row among those that were heard of. False: there is no room for it, or none for its source or network. */
export function addRow(table: AddressTable, row: AddressRow, wallMs: number): boolean {
  if (table.rows.has(row.key) || isCrowded(table, row)) return false
  if (!hasRoomFrom(table, sourceOf(row, table.profile), wallMs)) return false
  if (!takeNewPlace(table, row, wallMs)) return false
  table.rows.set(row.key, row)
  count(table.perHost, row.address.host, 1)
  count(table.perGroup, groupOf(row.address, table.profile), 1)
  return true
}

/** Takes a row out. */
export function removeRow(table: AddressTable, row: AddressRow): void {
  if (table.rows.get(row.key) !== row) return
  table.rows.delete(row.key)
  table.contested.delete(row)
  leavePlace(table, row)
  count(table.perHost, row.address.host, -1)
  count(table.perGroup, groupOf(row.address, table.profile), -1)
}

/**
 * Moves a row that was connected to among those that were tried. Where its place there is taken by one that still
 * answers, it stays where it is, and the incumbent is put down to be tested.
 */
export function promoteRow(table: AddressTable, row: AddressRow, wallMs: number): boolean {
  if (isTried(row) || table.rows.get(row.key) !== row) return isTried(row)
  const place = triedPlaceOf(row, table)
  const incumbent = table.places[place]
  if (incumbent !== undefined && !givesWay(incumbent, wallMs)) {
    if (table.contested.size < MAX_CONTESTED) table.contested.add(incumbent)
    return false
  }
  leavePlace(table, row)
  if (incumbent !== undefined) demote(table, incumbent, wallMs)
  settle(table, row, place)
  return true
}

/** Back among those that were heard of, if there is a place; else it is forgotten. */
function demote(table: AddressTable, row: AddressRow, wallMs: number): void {
  table.contested.delete(row)
  leavePlace(table, row)
  const hasPlace =
    hasRoomFrom(table, sourceOf(row, table.profile), wallMs) && takeNewPlace(table, row, wallMs)
  if (!hasPlace) removeRow(table, row)
}

function givesWay(row: AddressRow, wallMs: number): boolean {
  return !row.isInUse && row.failures >= 2 && wallMs - row.lastSuccessMs > GIVES_WAY_AFTER_MS
}

function isCrowded(table: AddressTable, { address }: AddressRow): boolean {
  if (table.profile === 'local') return false
  const inGroup = table.perGroup.get(groupOf(address, table.profile)) ?? 0
  return inGroup >= MAX_ROWS_PER_GROUP || (table.perHost.get(address.host) ?? 0) >= MAX_ROWS_PER_HOST
}

/** Whether a network may tell one more, if need be in place of one that it told and that was of no use. */
function hasRoomFrom(table: AddressTable, source: string, wallMs: number): boolean {
  const told = table.perSource.get(source)
  if (table.profile === 'local' || told === undefined || told.size < MAX_ROWS_PER_SOURCE) return true
  for (const row of told) {
    if (!isEvictable(row, wallMs)) continue
    removeRow(table, row)
    return true
  }
  return false
}

function takeNewPlace(table: AddressTable, row: AddressRow, wallMs: number): boolean {
  const place = chooseNewPlace(table, row)
  const incumbent = table.places[place]
  if (incumbent !== undefined && !isEvictable(incumbent, wallMs)) return false
  if (incumbent !== undefined) removeRow(table, incumbent)
  settle(table, row, place)
  const source = sourceOf(row, table.profile)
  const told = table.perSource.get(source)
  if (told === undefined) table.perSource.set(source, new Set([row]))
  else told.add(row)
  return true
}

/** In profile `local`, where nobody has to be kept from anything, the next free place will do. */
function chooseNewPlace(table: AddressTable, row: AddressRow): number {
  const first = newPlaceOf(row, table)
  if (table.profile === 'public') return first
  for (let step = 0; step < NEW_PLACES; step += 1) {
    const place = (first + step) % NEW_PLACES
    if (table.places[place] === undefined) return place
  }
  return first
}

function settle(table: AddressTable, row: AddressRow, place: number): void {
  row.place = place
  table.places[place] = row
}

function leavePlace(table: AddressTable, row: AddressRow): void {
  if (table.places[row.place] !== row) return
  table.places[row.place] = undefined
  if (!isTried(row)) {
    const source = sourceOf(row, table.profile)
    const told = table.perSource.get(source)
    told?.delete(row)
    if (told?.size === 0) table.perSource.delete(source)
  }
  row.place = -1
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const next = (counts.get(key) ?? 0) + by
  if (next > 0) counts.set(key, next)
  else counts.delete(key)
}
