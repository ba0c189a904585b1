import { type HashLanes, hashLanes } from '../crypto/hash-lanes.ts'
import { type BlockLayout, plainLayoutAt } from './block-layout.ts'
import { ID_SIZE_BYTES, isIdOfDigestAt } from './identities.ts'

/** Fewer are hashed sooner one by one. */
const MIN_HEADERS_IN_STEP = 3

/** The payload of a message in the memory it came in, from `start` up to `end`. */
export interface PayloadPlace {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  /** A view of it. */
  readonly payload: Uint8Array
}

/**
 * The headers of the plain ones among the payloads of `block_message`s, hashed in step: histories have long runs of them. Where
 * that is not worth it, none counts as plain.
 */
export class PlainHeaders {
  readonly #layouts: readonly (BlockLayout | undefined)[]
  readonly #named: readonly boolean[]

  constructor(places: readonly PayloadPlace[]) {
    const lanes = places.length < MIN_HEADERS_IN_STEP ? undefined : hashLanes()
    const isWorthIt = lanes?.start(places.length, sizeOf(places)) === true
    this.#layouts = isWorthIt ? places.map(({ bytes, start, end }) => plainLayoutAt(bytes, start, end)) : NONE
    this.#named = isWorthIt ? hashInStep(lanes, places, this.#layouts) : NONE
  }

  /** The layout of that one; undefined: it has to be read by itself. */
  layoutAt(index: number): BlockLayout | undefined {
    return this.#layouts[index]
  }

  /** Whether the id behind a plain one is its own. */
  isNamedAt(index: number): boolean {
    return this.#named[index] === true
  }
}

const NONE: readonly never[] = []

/** Bytes of the memory in which they stand, some of them next to each other. */
function sizeOf(places: readonly PayloadPlace[]): number {
  let sizeBytes = 0
  let last: Uint8Array | undefined
  for (const { bytes } of places) {
    if (bytes !== last) sizeBytes += bytes.length
    last = bytes
  }
  return sizeBytes
}

function hashInStep(
  lanes: HashLanes,
  places: readonly PayloadPlace[],
  layouts: readonly (BlockLayout | undefined)[],
): readonly boolean[] {
  let last: Uint8Array | undefined
  let base = 0
  for (let index = 0; index < places.length; index += 1) {
    const layout = layouts[index]
    if (layout === undefined) continue
    const { bytes, start } = places[index] as PayloadPlace
    if (bytes !== last) base = lanes.put(bytes)
    last = bytes
    lanes.add(base + start, layout.sizeBytes - 1)
  }
  lanes.hash('sha224')
  let count = 0
  return places.map(({ bytes, start, end }, index) => {
    const layout = layouts[index]
    if (layout === undefined) return false
    const digestAt = lanes.digestAt(count)
    count += 1
    const at = start + layout.sizeBytes
    return at + ID_SIZE_BYTES <= end && isIdOfDigestAt(bytes, at, start, lanes.bytes, digestAt)
  })
}
