const MASK = (1n << 64n) - 1n
const K0 = 0xc3a5c85c97cb3127n
const K1 = 0xb492b66fbe98f273n
const KM = 0x9ddfea08eb382d69n

/** Bytes of the shared secret, the only input this hash ever has. */
export const SECRET_SIZE_BYTES: number = 64

/**
 * The 16 bytes that initialise the cipher of a connection, from its 64-byte shared secret.
 *
 * This is CityHash128 1.1 as fc has it (`fc/src/crypto/city.cpp`, `city_hash128`): its pair of words is
 * (high, low) where Google's is (low, high), so that the seed words are swapped and the mixing step takes its first
 * argument twice. A stock CityHash gives another result. Written out for 64 bytes, where it has exactly two rounds.
 * The high word comes first, each word little-endian (`fc/src/crypto/aes.cpp`, `aes_encoder::init`).
 *
 * Throws `RangeError` for another length.
 */
export function cityHash128(secret: Uint8Array): Uint8Array {
  if (secret.length !== SECRET_SIZE_BYTES) throw new RangeError(`a secret has 64 bytes, not ${secret.length}`)
  const view = new DataView(secret.buffer, secret.byteOffset, secret.byteLength)
  const word = (offset: number): bigint => view.getBigUint64(offset, true)

  let a = (word(8) + K0) & MASK
  let b = word(0)
  let c = mix((word(56) + K1) & MASK, a)
  let d = mix((b + 48n) & MASK, (c + word(48)) & MASK)
  a = (a + d) & MASK
  for (let offset = 16; offset <= 32; offset += 16) {
    a = ((a ^ stir(word(offset))) * K1) & MASK
    b ^= a
    c = ((c ^ stir(word(offset + 8))) * K1) & MASK
    d ^= c
  }
  a = mix(a, c)
  b = mix(d, b)

  const hash = new Uint8Array(16)
  const out = new DataView(hash.buffer)
  out.setBigUint64(0, a ^ b, true)
  out.setBigUint64(8, mix(b, a), true)
  return hash
}

/** `HashLen16` of CityHash with fc's words: the second step takes `u` again, Google's takes `v`. */
function mix(u: bigint, v: bigint): bigint {
  const p = shiftMix(((u ^ v) * KM) & MASK)
  const q = shiftMix(((u ^ p) * KM) & MASK)
  return (q * KM) & MASK
}

function stir(value: bigint): bigint {
  return (shiftMix((value * K1) & MASK) * K1) & MASK
}

function shiftMix(value: bigint): bigint {
  return value ^ (value >> 47n)
}
