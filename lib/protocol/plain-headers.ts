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

/** The headers of the plain ones among the payloads of `block_message`s, hashed in step: histories have long runs of them. */
export class PlainHeaders {
  /** The layout of each that is plain. */
  readonly #layouts: readonly (BlockLayout | undefined)[]
  /** For each whether the id behind it is its own; undefined where it was not looked at. */
  readonly #named: readonly (boolean | undefined)[] | undefined

  constructor(places: readonly PayloadPlace[]) {
    this.#layouts = places.map(({ bytes, start, end }) => plainLayoutAt(bytes, start, end))
    const lanes = places.length < MIN_HEADERS_IN_STEP ? undefined : hashLanes()
    if (lanes?.start(places.length, sizeOf(places)) === true)
      this.#named = hashInStep(lanes, places, this.#layouts)
  }

  layoutAt(index: number): BlockLayout | undefined {
    return this.#layouts[index]
  }

  /** Whether the id behind that one is its own; undefined: that is to be found out. */
  isNamedAt(index: number): boolean | undefined {
    return this.#named?.[index]
  }
}

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
): readonly (boolean | undefined)[] {
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
    if (layout === undefined) return undefined
    const digestAt = lanes.digestAt(count)
    count += 1
    const at = start + layout.sizeBytes
    return at + ID_SIZE_BYTES <= end && isIdOfDigestAt(bytes, at, start, lanes.bytes, digestAt)
  })
}
