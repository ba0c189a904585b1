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

/** The character codes of the two digits of each byte. */
const HIGH_DIGITS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >> 4).toString(16).charCodeAt(0),
)
const LOW_DIGITS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte & 15).toString(16).charCodeAt(0),
)

/** Whether `bytes` from `at` on are those that `text`, lower-case hex, stands for. */
export function matchesHex(bytes: Uint8Array, at: number, text: string): boolean {
  let byteAt = at
  for (let index = 0; index < text.length; index += 2) {
    const byte = bytes[byteAt] as number
    byteAt += 1
    if (text.charCodeAt(index) !== HIGH_DIGITS[byte] || text.charCodeAt(index + 1) !== LOW_DIGITS[byte])
      return false
  }
  return true
}
