/** Bytes of hex; spaces are for the eye. */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
}

/** Lower-case hex of bytes. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Bytes of their own class, so that a Buffer equals a Uint8Array. */
export function plain(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes)
}
