const UTF_8 = new TextEncoder()

/** Appends little-endian values to bytes that grow as needed. `done()` returns exactly what was written. */
export class ByteWriter {
  #bytes: Uint8Array
  #view: DataView
  #length = 0

  constructor(capacityBytes = 256) {
    this.#bytes = new Uint8Array(capacityBytes)
    this.#view = new DataView(this.#bytes.buffer)
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length
  }

  #reserve(count: number): number {
    const at = this.#length
    const needed = at + count
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer)
    }
    this.#length = needed
    return at
  }

  uint8(value: number): this {
    const at = this.#reserve(1)
    this.#bytes[at] = value
    return this
  }

  uint16(value: number): this {
    const at = this.#reserve(2)
    this.#view.setUint16(at, value, true)
    return this
  }

  uint32(value: number): this {
    const at = this.#reserve(4)
    this.#view.setUint32(at, value, true)
    return this
  }

  int64(value: bigint): this {
    const at = this.#reserve(8)
    this.#view.setBigInt64(at, value, true)
    return this
  }

  uint64(value: bigint): this {
    const at = this.#reserve(8)
    this.#view.setBigUint64(at, value, true)
    return this
  }

  bool(value: boolean): this {
    return this.uint8(value ? 1 : 0)
  }

  /** The shortest form of a variable-length integer. */
  varint(value: number | bigint): this {
    if (typeof value === 'bigint') {
      let rest = value
      while (rest > 0x7fn) {
        this.uint8(Number(rest & 0x7fn) | 0x80)
        rest >>= 7n
      }
      return this.uint8(Number(rest))
    }
    let rest = value
    while (rest > 0x7f) {
      this.uint8((rest % 128) | 0x80)
      rest = Math.floor(rest / 128)
    }
    return this.uint8(rest)
  }

  raw(bytes: Uint8Array): this {
    const at = this.#reserve(bytes.length)
    this.#bytes.set(bytes, at)
    return this
  }

  /** Hex digits as bytes; the caller has checked that they are hex of even length. */
  hex(text: string): this {
    const count = text.length / 2
    const at = this.#reserve(count)
    for (let index = 0; index < count; index += 1) {
      const high = NIBBLES[text.charCodeAt(index * 2)] as number
      this.#bytes[at + index] = (high << 4) | (NIBBLES[text.charCodeAt(index * 2 + 1)] as number)
    }
    return this
  }

  lengthPrefixed(bytes: Uint8Array): this {
    return this.varint(bytes.length).raw(bytes)
  }

  string(text: string): this {
    return this.lengthPrefixed(UTF_8.encode(text))
  }

  /** Exactly what was written, as bytes of their own. */
  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}

/** The value of each hex digit, by its character code. */
const NIBBLES: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16)
  return Number.isNaN(value) ? 0 : value
})
