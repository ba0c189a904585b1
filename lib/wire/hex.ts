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
