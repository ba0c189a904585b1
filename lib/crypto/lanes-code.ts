/** Instructions of a WebAssembly function in the order they run, each by the number that its specification gives it. */
export class LanesCode {
  readonly bytes: number[] = []

  get(local: number): this {
    return this.#put(0x20, local)
  }

  set(local: number): this {
    return this.#put(0x21, local)
  }

  /** Of two values and a condition, the first where it holds. */
  select(): this {
    return this.#put(0x1b)
  }

  /** Runs `body` again and again as long as `condition` leaves something other than 0. */
  loop(condition: (code: this) => void, body: (code: this) => void): this {
    this.bytes.push(0x02, NOTHING, 0x03, NOTHING)
    condition(this)
    // 0: leaves the loop and what is around it.
    this.bytes.push(0x45, 0x0d, 1)
    body(this)
    this.bytes.push(0x0c, 0, 0x0b, 0x0b)
    return this
  }

  i32(value: number): this {
    this.bytes.push(0x41)
    let rest = value | 0
    for (; rest < -64 || rest >= 64; rest >>= 7) this.bytes.push((rest & 0x7f) | 0x80)
    this.bytes.push(rest & 0x7f)
    return this
  }

  i32Load(offset: number): this {
    return this.#put(0x28, UNALIGNED, offset)
  }

  i32Store(offset: number): this {
    return this.#put(0x36, UNALIGNED, offset)
  }

  i32Store8(offset: number): this {
    return this.#put(0x3a, UNALIGNED, offset)
  }

  i32Add(): this {
    return this.#put(0x6a)
  }

  i32Subtract(): this {
    return this.#put(0x6b)
  }

  i32And(): this {
    return this.#put(0x71)
  }

  i32Or(): this {
    return this.#put(0x72)
  }

  i32IsLess(): this {
    return this.#put(0x49)
  }

  i32IsMore(): this {
    return this.#put(0x4b)
  }

  i32ShiftLeft(bits: number): this {
    return this.i32(bits).#put(0x74)
  }

  i32ShiftRight(bits: number): this {
    return this.i32(bits).#put(0x76)
  }

  i32RotateLeft(bits: number): this {
    return this.i32(bits).#put(0x77)
  }

  load(offset: number): this {
    return this.#simd(0, UNALIGNED, offset)
  }

  /** Four times the 32 bits that stand there. */
  loadSplat(offset: number): this {
    return this.#simd(9, UNALIGNED, offset)
  }

  store(offset: number): this {
    return this.#simd(11, UNALIGNED, offset)
  }

  /** Four times the same 32 bits. */
  constant(word: number): this {
    this.#simd(12)
    for (let byte = 0; byte < 16; byte += 1) this.bytes.push((word >>> (8 * (byte % 4))) & 0xff)
    return this
  }

  /** Bytes of two values in a row, 0 to 15 of the first and 16 to 31 of the second. */
  shuffle(bytes: readonly number[]): this {
    this.#simd(13)
    this.bytes.push(...bytes)
    return this
  }

  splat(): this {
    return this.#simd(17)
  }

  replaceLane(lane: number): this {
    return this.#simd(28, lane)
  }

  /** By lanes: all bits where the first is more than the second. */
  isMore(): this {
    return this.#simd(60)
  }

  or(): this {
    return this.#simd(80)
  }

  xor(): this {
    return this.#simd(81)
  }

  /** Of two values and a mask, the bits of the first where those of the mask are set. */
  bitSelect(): this {
    return this.#simd(82)
  }

  shiftLeft(bits: number): this {
    return this.i32(bits).#simd(171)
  }

  shiftRight(bits: number): this {
    return this.i32(bits).#simd(173)
  }

  add(): this {
    return this.#simd(174)
  }

  #simd(number: number, ...numbers: readonly number[]): this {
    return this.#put(0xfd, number, ...numbers)
  }

  /** An instruction and what belongs to it. */
  #put(instruction: number, ...numbers: readonly number[]): this {
    this.bytes.push(instruction)
    for (const number of numbers) putNumber(this.bytes, number)
    return this
  }
}

const NOTHING = 0x40
/** How memory is aligned: a hint, as a power of two. */
const UNALIGNED = 0

/** A whole number as LEB128. */
export function putNumber(bytes: number[], number: number): void {
  let rest = number
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80)
  bytes.push(rest)
}
