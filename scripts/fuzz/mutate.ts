import type { Random } from './random.ts'

/** Bytes that decide something: ends of varints, counts, bools, tags. */
const TELLING: readonly (readonly number[])[] = [
  [0],
  [1],
  [0x7f],
  [0x80],
  [0xff],
  [0x80, 0x00],
  [0xff, 0xff, 0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0x16],
  [0x27, 0x01],
]

/** A copy of `payload` with one to four changes; `other` is where pieces of foreign bytes come from. */
export function mutate(payload: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let bytes = payload
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) bytes = change(bytes, other, random)
  return bytes
}

function change(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1)
  const length = random.below(1 + random.below(64))
  switch (random.below(7)) {
    case 0:
      return put(bytes, at, 1, [random.below(256)])
    case 1:
      return put(bytes, at, 1, [(bytes[at] ?? 0) ^ (1 << random.below(8))])
    case 2:
      return put(bytes, at, random.below(3), random.of(TELLING))
    case 3:
      return put(bytes, at, length, [])
    case 4:
      return bytes.slice(0, at)
    case 5:
      return put(bytes, at, 0, bytes.subarray(at, at + length))
    default: {
      const from = random.below(other.length + 1)
      return put(bytes, at, random.below(2) * length, other.subarray(from, from + length))
    }
  }
}

/** `bytes` with `removed` bytes at `at` replaced by `added`. */
function put(bytes: Uint8Array, at: number, removed: number, added: ArrayLike<number>): Uint8Array {
  const rest = Math.min(at + removed, bytes.length)
  const out = new Uint8Array(at + added.length + bytes.length - rest)
  out.set(bytes.subarray(0, at))
  out.set(added, at)
  out.set(bytes.subarray(rest), at + added.length)
  return out
}
