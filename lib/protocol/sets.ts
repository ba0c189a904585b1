import { DecodeError } from '../errors.ts'
import type { ChainReader } from './chain-reader.ts'
import type { Order } from './order.ts'

/** Passes a value, checking all that decoding it would check. */
export type Skip = (reader: ChainReader) => unknown
/** Reads a value into what a user sees. */
export type View<T> = (reader: ChainReader) => T

/** A set's or map's element, with what decides its place. */
export interface Entry<T> {
  readonly key: number | bigint | string
  readonly value: T
}

/**
 * How many elements a set may have that does not arrive in order.
 *
 * Core writes sets in order, so that only messages of other software have them otherwise; putting a million of them in
 * order would cost us far more than them.
 */
export const MAX_UNORDERED: number = 10_000

/**
 * Passes a set and returns where it starts. Any order and repeated elements are accepted up to {@link MAX_UNORDERED}, as
 * core's reader accepts them (`fc/container/flat.hpp`, `unpack`), and remembered as not canonical.
 */
export function skipSet(r: ChainReader, sizeBytes: number, reads: number, order: Order, skip: Skip): number {
  const at = r.offset
  const count = r.count(sizeBytes, undefined, reads)
  const watch = new OrderWatch(r, count, at)
  for (let index = 0; index < count; index += 1) {
    if (count > 1) watch.next(order)
    skip(r)
  }
  return at
}

/** Sees whether the elements of a set ascend. */
export class OrderWatch {
  isAscending = true
  readonly #r: ChainReader
  readonly #count: number
  readonly #at: number
  #previous: number | bigint | string | undefined

  /** `count` elements that are announced at `at`. */
  constructor(r: ChainReader, count: number, at: number) {
    this.#r = r
    this.#count = count
    this.#at = at
  }

  /** Looks at the element that the reader is at, without moving on. */
  next(order: Order): void {
    if (!this.isAscending) return
    const r = this.#r
    const start = r.offset
    const key = order(r)
    r.offset = start
    if (this.#previous !== undefined && !(key > this.#previous)) {
      this.isAscending = false
      r.canonical = false
      if (this.#count > MAX_UNORDERED) {
        throw new DecodeError('LENGTH', `a set of ${this.#count} elements is not in order`, this.#at)
      }
    }
    this.#previous = key
  }
}

/** The elements of a set that was passed before, as core has them: in order, each once. */
export function viewSet<T>(r: ChainReader, order: Order, view: View<T>): readonly T[] {
  const count = r.varint()
  const entries: Entry<T>[] = []
  for (let index = 0; index < count; index += 1) {
    const start = r.offset
    const key = order(r)
    r.offset = start
    entries.push({ key, value: view(r) })
  }
  return inOrder(entries).map((entry) => entry.value)
}

/** The same of a map: keys and values in turn, ordered by key. */
export function viewMap<K, V>(
  r: ChainReader,
  order: Order,
  viewKey: View<K>,
  viewValue: View<V>,
): readonly (readonly [K, V])[] {
  return viewSet(r, order, (reader) => [viewKey(reader), viewValue(reader)] as const)
}

/** Ascending and without repetition; of equal keys the first is kept, as `flat_set::insert` keeps it. */
export function inOrder<T>(entries: readonly Entry<T>[]): readonly Entry<T>[] {
  if (entries.every((entry, index) => index === 0 || (entries[index - 1] as Entry<T>).key < entry.key))
    return entries
  const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return sorted.filter((entry, index) => index === 0 || (sorted[index - 1] as Entry<T>).key !== entry.key)
}
