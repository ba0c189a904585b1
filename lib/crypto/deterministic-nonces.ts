import { hmacSha256 } from '#platform'

/**
 * The nonces of RFC 6979 for a digest and a private key, with HMAC-SHA-256, one after the other without end.
 *
 * Those after the first are what the RFC's loop draws when a nonce was refused. Whether a nonce is below the order of
 * the curve is left to the caller; a larger one comes up once in 2^127.
 */
export function* deterministicNonces(
  digest: Uint8Array,
  privateKey: Uint8Array,
): Generator<Uint8Array, never, undefined> {
  let key = new Uint8Array(32)
  let value = new Uint8Array(32).fill(1)
  for (const separator of [0, 1]) {
    key = hmacSha256(key, joined(value, separator, privateKey, digest))
    value = hmacSha256(key, value)
  }
  for (;;) {
    value = hmacSha256(key, value)
    yield value.slice()
    key = hmacSha256(key, joined(value, 0))
    value = hmacSha256(key, value)
  }
}

function joined(value: Uint8Array, separator: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, value.length + 1))
  bytes.set(value)
  bytes[value.length] = separator
  let at = value.length + 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
