const HEX = /^(?:[0-9a-fA-F]{2})*$/

/** Whether a text is hex digits of even count. */
export function isHex(text: string): boolean {
  return HEX.test(text)
}

/** The bytes of hex digits. The caller has checked them, see {@link isHex}. */
export function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2)
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16)
  }
  return bytes
}

/** Whether `bytes` from `at` on are those that the digits of `text` from `start` to `end`, lower-case hex, stand for. */
export function matchesHex(bytes: Uint8Array, at: number, text: string, start = 0, end: number = text.length): boolean {
  let byteAt = at
  for (let index = start; index < end; index += 2) {
    const byte = bytes[byteAt] as number
    byteAt += 1
    if (text.charCodeAt(index) !== digit(byte >> 4) || text.charCodeAt(index + 1) !== digit(byte & 15)) return false
  }
  return true
}

const CODE_OF_0 = 0x30
const CODE_OF_A = 0x61

function digit(nibble: number): number {
  return nibble < 10 ? CODE_OF_0 + nibble : CODE_OF_A + nibble - 10
}
