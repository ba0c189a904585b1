import { LanesCode, putNumber } from './lanes-code.ts'

// The WebAssembly module behind `hash-lanes.ts`, written out instruction by instruction: SHA-256 (FIPS 180-4) of four
// messages in step, each in 32 of the 128 bits of a register.

/** Messages that are worked on in step. */
export const LANES = 4
/** Where the eight words stand that a hash begins with: SHA-256's, and behind them those of SHA-224. */
export const BEGINNINGS_START = 0
/** Where jobs may stand: for each message where it begins, its length and where its digest goes, three uint32, and four bytes. */
export const JOBS_START = 2048
export const JOB_SIZE_BYTES = 16
/** So far behind the end of a message is read; nothing of that is used. */
export const OVERREAD_SIZE_BYTES = 63

/** The ends of the messages with their padding, by lane. */
const TAILS_START = 1024
const TAIL_SIZE_BYTES = 256
const BLOCK_SIZE_BYTES = 64
/** After each message: one byte that ends it, eight that say how long it was. */
const SUFFIX_SIZE_BYTES = 9

// Types and locals of the function: parameters, others of 32 bits, others of 128.
const I32 = 0x7f
const V128 = 0x7b
const JOBS = 0
const GROUPS = 1
const BEGINNING = 2
const BLOCK = 3
const MOST_BLOCKS = 4
const AT = 5
const LENGTH = 6
const STARTS = range(7, LANES)
/** Blocks of the message that need no padding, by lane, and all of its blocks. */
const FULL_BLOCKS = range(11, LANES)
const BLOCKS = range(15, LANES)
const I32_COUNT = 16
const HASH = range(19, 8)
const STATE = range(27, 8)
const WORDS = range(35, 16)
const TEMPORARY = 51
const OTHER = 52
/** The numbers of blocks of the four lanes. */
const COUNTS = 53
const V128_COUNT = 35

const K = cubeRootFractions(64)
/** The bytes of four words, those of each in the other order. */
const SWAPPED = range(0, 16).map((byte) => (byte & ~3) + 3 - (byte & 3))

/**
 * The module: it imports nothing, and exports `memory` of so many pages of 64 KiB and `hash(jobs, groups, beginning)`, which
 * works through groups of {@link LANES} jobs and puts each digest, 32 bytes, where its job says.
 *
 * All messages of a group are read before its digests are written.
 */
export function writeLanesModule(pages: number): Uint8Array<ArrayBuffer> {
  const code = new LanesCode()
  hashGroups(code)
  const body = [2, I32_COUNT, I32, V128_COUNT, V128, ...code.bytes, 0x0b]
  const out = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
  putSection(out, 1, [1, 0x60, 3, I32, I32, I32, 0])
  putSection(out, 3, [1, 0])
  putSection(out, 5, [1, 1, pages, pages])
  putSection(out, 7, [2, ...nameOf('memory'), 2, 0, ...nameOf('hash'), 0, 0])
  const size: number[] = []
  putNumber(size, body.length)
  putSection(out, 10, [1, ...size, ...body])
  return Uint8Array.from(out)
}

function hashGroups(code: LanesCode): void {
  code.loop(
    () => code.get(GROUPS),
    () => {
      code.i32(0).set(MOST_BLOCKS)
      for (let lane = 0; lane < LANES; lane += 1) readJob(code, lane)
      code.get(BLOCKS[0]).splat()
      for (let lane = 1; lane < LANES; lane += 1) code.get(at(BLOCKS, lane)).replaceLane(lane)
      code.set(COUNTS)
      for (const [word, local] of HASH.entries())
        code
          .get(BEGINNING)
          .loadSplat(4 * word)
          .set(local)
      code.i32(0).set(BLOCK)
      code.loop(
        () => code.get(BLOCK).get(MOST_BLOCKS).i32IsLess(),
        () => {
          compress(code)
          code.get(BLOCK).i32(1).i32Add().set(BLOCK)
        },
      )
      writeDigests(code)
      code
        .get(JOBS)
        .i32(LANES * JOB_SIZE_BYTES)
        .i32Add()
        .set(JOBS)
      code.get(GROUPS).i32(1).i32Subtract().set(GROUPS)
    },
  )
}

/** Reads the job of a lane, and puts the end of its message where padding can follow it. */
function readJob(code: LanesCode, lane: number): void {
  const job = lane * JOB_SIZE_BYTES
  const tail = TAILS_START + lane * TAIL_SIZE_BYTES
  const [start, full, blocks] = [at(STARTS, lane), at(FULL_BLOCKS, lane), at(BLOCKS, lane)]
  code.get(JOBS).i32Load(job).set(start)
  code
    .get(JOBS)
    .i32Load(job + 4)
    .set(LENGTH)
  code.get(LENGTH).i32ShiftRight(6).set(full)
  code.get(LENGTH).i32(SUFFIX_SIZE_BYTES + BLOCK_SIZE_BYTES - 1)
  code.i32Add().i32ShiftRight(6).set(blocks)
  code.get(blocks).get(MOST_BLOCKS).get(blocks).get(MOST_BLOCKS).i32IsMore().select().set(MOST_BLOCKS)
  // A whole block is copied, then zeros are put behind what belongs to the message.
  code.get(start).get(full).i32ShiftLeft(6).i32Add().set(AT)
  for (let offset = 0; offset < BLOCK_SIZE_BYTES; offset += 16)
    code.i32(tail).get(AT).load(offset).store(offset)
  code
    .get(LENGTH)
    .i32(BLOCK_SIZE_BYTES - 1)
    .i32And()
    .set(AT)
  for (let offset = 0; offset < 2 * BLOCK_SIZE_BYTES; offset += 16)
    code
      .get(AT)
      .constant(0)
      .store(tail + offset)
  code.get(AT).i32(0x80).i32Store8(tail)
  // The length in bits is the last of it.
  code.get(LENGTH).i32ShiftLeft(3).set(LENGTH)
  code.get(blocks).get(full).i32Subtract().i32ShiftLeft(6)
  code
    .get(LENGTH)
    .i32RotateLeft(8)
    .i32(0x00ff00ff)
    .i32And()
    .get(LENGTH)
    .i32RotateLeft(24)
    .i32(0xff00ff00)
    .i32And()
    .i32Or()
  code.i32Store(tail - 4)
}

/** One block of each lane. A lane whose message is over goes through the motions, and keeps what it had. */
function compress(code: LanesCode): void {
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const words = WORDS.slice(4 * quarter, 4 * quarter + 4)
    for (const [lane, word] of words.entries()) {
      putBlockStart(code, lane)
      code.load(16 * quarter).set(word)
    }
    transpose(code, words)
    for (const word of words) code.get(word).get(word).shuffle(SWAPPED).set(word)
  }
  for (const [word, local] of HASH.entries()) code.get(local).set(at(STATE, word))
  for (let index = 0; index < K.length; index += 1) round(code, index)
  code.get(COUNTS).get(BLOCK).splat().isMore().set(TEMPORARY)
  for (const [word, local] of HASH.entries())
    code.get(local).get(at(STATE, word)).add().get(local).get(TEMPORARY).bitSelect().set(local)
}

/** Where the block of a lane stands: in the message as long as that fills it, then in its tail. */
function putBlockStart(code: LanesCode, lane: number): void {
  const [full, blocks] = [at(FULL_BLOCKS, lane), at(BLOCKS, lane)]
  code.get(at(STARTS, lane)).get(BLOCK).i32ShiftLeft(6).i32Add()
  code.get(BLOCK).get(full).i32Subtract().i32(0).get(BLOCK).get(blocks).i32IsLess().select().i32ShiftLeft(6)
  code.i32(TAILS_START + lane * TAIL_SIZE_BYTES).i32Add()
  code.get(BLOCK).get(full).i32IsLess().select()
}

/** Four locals of four words each: what were the first words of all becomes the first local. */
function transpose(code: LanesCode, locals: readonly number[]): void {
  const [a, b, c, d] = locals as readonly [number, number, number, number]
  code
    .get(a)
    .get(b)
    .shuffle(bytesOf(0, 4, 1, 5))
    .set(TEMPORARY)
  code
    .get(c)
    .get(d)
    .shuffle(bytesOf(0, 4, 1, 5))
    .set(OTHER)
  code
    .get(c)
    .get(d)
    .shuffle(bytesOf(2, 6, 3, 7))
    .set(c)
  code
    .get(a)
    .get(b)
    .shuffle(bytesOf(2, 6, 3, 7))
    .set(a)
  code
    .get(a)
    .get(c)
    .shuffle(bytesOf(2, 3, 6, 7))
    .set(d)
  code
    .get(a)
    .get(c)
    .shuffle(bytesOf(0, 1, 4, 5))
    .set(c)
  code
    .get(TEMPORARY)
    .get(OTHER)
    .shuffle(bytesOf(0, 1, 4, 5))
    .set(a)
  code
    .get(TEMPORARY)
    .get(OTHER)
    .shuffle(bytesOf(2, 3, 6, 7))
    .set(b)
}

/** One of the 64 rounds. The words of the state stay where they are, and change their names. */
function round(code: LanesCode, index: number): void {
  const named = (letter: number): number => at(STATE, (letter - index + K.length) % 8)
  const [a, b, c, d] = [named(0), named(1), named(2), named(3)]
  const [e, f, g, h] = [named(4), named(5), named(6), named(7)]
  if (index >= 16) makeWord(code, index)
  code
    .get(h)
    .get(at(WORDS, index % 16))
    .add()
    .constant(at(K, index))
    .add()
  rotations(code, e, 6, 11, 25).add()
  code.get(f).get(g).get(e).bitSelect().add().set(TEMPORARY)
  code.get(d).get(TEMPORARY).add().set(d)
  // The majority of three: either of two that agree, and where they do not the third.
  code.get(c).get(b).get(a).get(b).xor().bitSelect().get(TEMPORARY).add()
  rotations(code, a, 2, 13, 22).add().set(h)
}

function makeWord(code: LanesCode, index: number): void {
  const back = (count: number): number => at(WORDS, (index - count) % 16)
  code.get(back(16)).get(back(7)).add()
  rotations(code, back(15), 7, 18).get(back(15)).shiftRight(3).xor().add()
  rotations(code, back(2), 17, 19).get(back(2)).shiftRight(10).xor().add().set(back(16))
}

/** A local turned to the right by each of these counts of bits, one upon the other by xor. */
function rotations(code: LanesCode, local: number, ...counts: readonly number[]): LanesCode {
  for (const [index, count] of counts.entries()) {
    code
      .get(local)
      .shiftRight(count)
      .get(local)
      .shiftLeft(32 - count)
      .or()
    if (index > 0) code.xor()
  }
  return code
}

function writeDigests(code: LanesCode): void {
  for (const first of [0, 4]) {
    const words = HASH.slice(first, first + 4)
    transpose(code, words)
    for (const [lane, local] of words.entries())
      code
        .get(JOBS)
        .i32Load(lane * JOB_SIZE_BYTES + 8)
        .get(local)
        .get(local)
        .shuffle(SWAPPED)
        .store(4 * first)
  }
}

/** The bytes of these words. */
function bytesOf(...words: readonly number[]): readonly number[] {
  return words.flatMap((word) => range(4 * word, 4))
}

function putSection(out: number[], id: number, content: readonly number[]): void {
  out.push(id)
  putNumber(out, content.length)
  for (const byte of content) out.push(byte)
}

function nameOf(text: string): readonly number[] {
  return [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))]
}

function range(first: number, count: number): [number, ...number[]] {
  return Array.from({ length: count }, (_, index) => first + index) as [number, ...number[]]
}

function at(values: readonly number[], index: number): number {
  return values[index] as number
}

/** The first 32 bits behind the point of the cube roots of the first primes. */
function cubeRootFractions(count: number): readonly number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  return primes.map((prime) => Number(cubeRoot(BigInt(prime) << 96n) & 0xffff_ffffn))
}

/** The largest whole number whose cube is not more. */
function cubeRoot(value: bigint): bigint {
  let root = 0n
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** 3n <= value) root += bit
  return root
}
