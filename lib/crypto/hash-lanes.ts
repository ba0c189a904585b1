import {
  BEGINNINGS_START,
  JOB_SIZE_BYTES,
  JOBS_START,
  LANES,
  OVERREAD_SIZE_BYTES,
  writeLanesModule,
} from './lanes-module.ts'

// Many small hashes at once. One alone is made sooner by what the platform has, where going in and out takes longer than
// the hash; four in step without going in and out take less than half of that.

/** Messages of one batch. */
export const MAX_BATCH_MESSAGES = 4096
/** Bytes of one batch. */
export const MAX_BATCH_BYTES: number = 512 * 1024

/** A SHA-2 digest: SHA-224's are the first 28 bytes of 32. */
export const DIGEST_ROOM_SIZE_BYTES = 32
const PAGE_SIZE_BYTES = 65_536
const DIGESTS_START = JOBS_START + (MAX_BATCH_MESSAGES + LANES) * JOB_SIZE_BYTES
/** Where lanes that have nothing to do put what they made of it. */
const WASTE_START = DIGESTS_START + MAX_BATCH_MESSAGES * DIGEST_ROOM_SIZE_BYTES
const INPUT_START = WASTE_START + DIGEST_ROOM_SIZE_BYTES
const PAGES = Math.ceil((INPUT_START + MAX_BATCH_BYTES + OVERREAD_SIZE_BYTES) / PAGE_SIZE_BYTES)
/** Messages of up to so many blocks are sorted, so that those in step end together. */
const SORTED_BLOCKS = 32
const WORDS_PER_JOB = JOB_SIZE_BYTES / 4

// What a hash begins with (FIPS 180-4, 5.3.2 and 5.3.3).
const BEGINNINGS = {
  sha256: [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
  sha224: [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4],
} as const

/**
 * Hashes many messages in step. There is one for the process: `start`, `put` and `add` what there is, `hash`, and read the
 * digests out of `bytes` before anybody else starts.
 */
export class HashLanes {
  /** The memory it works in. Digest `n` stands at `digestAt(n)`. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly #words: Uint32Array
  readonly #hash: LanesExports['hash']
  #messages = 0
  #end = INPUT_START
  readonly #starts = new Uint32Array(MAX_BATCH_MESSAGES)
  readonly #sizes = new Uint32Array(MAX_BATCH_MESSAGES)
  readonly #places = new Uint32Array(SORTED_BLOCKS + 2)

  constructor({ memory, hash }: LanesExports) {
    this.bytes = new Uint8Array(memory.buffer)
    this.#words = new Uint32Array(memory.buffer)
    this.#hash = hash
    this.#words.set(BEGINNINGS.sha256, BEGINNINGS_START / 4)
    this.#words.set(BEGINNINGS.sha224, BEGINNINGS_START / 4 + BEGINNINGS.sha256.length)
  }

  /** Begins a batch. False if it has no room for so many messages of so many bytes in all. */
  start(messages: number, sizeBytes: number): boolean {
    this.#messages = 0
    this.#end = INPUT_START
    return messages <= MAX_BATCH_MESSAGES && sizeBytes <= MAX_BATCH_BYTES
  }

  /** Copies bytes in which messages stand, and returns where they are now. */
  put(bytes: Uint8Array): number {
    const at = this.#end
    this.bytes.set(bytes, at)
    this.#end += bytes.length
    return at
  }

  /** Adds the message of so many bytes at `at`, where it was put. */
  add(at: number, sizeBytes: number): void {
    this.#starts[this.#messages] = at
    this.#sizes[this.#messages] = sizeBytes
    this.#messages += 1
  }

  /** Hashes all messages of the batch. More may be put and added, or hashed by another name, afterwards. */
  hash(name: keyof typeof BEGINNINGS): void {
    const count = this.#messages
    const places = this.#sort(count)
    for (let index = 0; index < count; index += 1) {
      const kind = kindOf(this.#sizes[index] as number)
      const place = places[kind] as number
      places[kind] = place + 1
      this.#setJob(
        place,
        this.#starts[index] as number,
        this.#sizes[index] as number,
        DIGESTS_START + index * DIGEST_ROOM_SIZE_BYTES,
      )
    }
    this.#run(count, name)
  }

  /**
   * Hashes each two neighbours of the first `count` digests into one, which takes the place of the first that is free; a last
   * one without a neighbour is carried over. Returns how many there are then.
   */
  hashPairs(count: number): number {
    const pairs = count >>> 1
    for (let index = 0; index < pairs; index += 1) {
      const left = this.digestAt(2 * index)
      this.#setJob(index, left, 2 * DIGEST_ROOM_SIZE_BYTES, this.digestAt(index))
    }
    this.#run(pairs, 'sha256')
    if (count % 2 === 0) return pairs
    const last = this.digestAt(count - 1)
    this.bytes.copyWithin(this.digestAt(pairs), last, last + DIGEST_ROOM_SIZE_BYTES)
    return pairs + 1
  }

  /** Where the digest of message `index` stands in `bytes`. */
  digestAt(index: number): number {
    return DIGESTS_START + index * DIGEST_ROOM_SIZE_BYTES
  }

  /** Where among the jobs the first of each kind goes. */
  #sort(count: number): Uint32Array {
    const places = this.#places.fill(0)
    for (let index = 0; index < count; index += 1) {
      const next = kindOf(this.#sizes[index] as number) + 1
      places[next] = (places[next] as number) + 1
    }
    for (let kind = 1; kind < places.length; kind += 1)
      places[kind] = (places[kind] as number) + (places[kind - 1] as number)
    return places
  }

  #setJob(place: number, start: number, sizeBytes: number, digest: number): void {
    const at = JOBS_START / 4 + place * WORDS_PER_JOB
    this.#words[at] = start
    this.#words[at + 1] = sizeBytes
    this.#words[at + 2] = digest
  }

  #run(count: number, name: keyof typeof BEGINNINGS): void {
    const groups = Math.ceil(count / LANES)
    for (let place = count; place < groups * LANES; place += 1)
      this.#setJob(place, INPUT_START, 0, WASTE_START)
    const skipped = name === 'sha256' ? 0 : BEGINNINGS.sha256.length * 4
    this.#hash(JOBS_START, groups, BEGINNINGS_START + skipped)
  }
}

/** Messages of one kind have the same number of blocks; the longest are all of one. */
function kindOf(sizeBytes: number): number {
  return Math.min(SORTED_BLOCKS, sizeBytes >>> 6)
}

interface LanesExports {
  readonly memory: { readonly buffer: ArrayBuffer }
  hash(this: void, jobs: number, groups: number, beginning: number): void
}

/** What of WebAssembly is used: its types come with those of browsers only. */
export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

let shared: HashLanes | undefined
let isTried = false

/** The one of this process, see {@link createHashLanes}; made when it is first asked for. */
export function hashLanes(): HashLanes | undefined {
  if (!isTried) {
    isTried = true
    shared = createHashLanes((globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly)
  }
  return shared
}

/** Undefined where WebAssembly or its 128-bit registers are missing, or a page is not allowed to use them. */
export function createHashLanes(api: WebAssemblyApi | undefined): HashLanes | undefined {
  if (api === undefined) return undefined
  try {
    const module = new api.Module(writeLanesModule(PAGES))
    return new HashLanes(new api.Instance(module).exports as LanesExports)
  } catch {
    return undefined
  }
}
