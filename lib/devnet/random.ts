import { hashBytes } from '#platform'

/** Numbers that look random and are the same for the same seed. Not for keys of any worth. */
export interface Random {
  /** 0 to 2^32 - 1. */
  uint32(): number
  /** 0 to `limit` - 1. */
  below(limit: number): number
  /** `least` to `most`, both included. */
  between(least: number, most: number): number
  /** Whether something of that probability happens. */
  chance(share: number): boolean
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
}

/** A generator seeded by the SHA-256 of a text (sfc32, whose whole state is the seed). */
export function createRandom(seed: string): Random {
  const view = new DataView(Uint8Array.from(hashBytes('sha256', new TextEncoder().encode(seed))).buffer)
  let a = view.getUint32(0)
  let b = view.getUint32(4)
  let c = view.getUint32(8)
  let counter = view.getUint32(12)

  function uint32(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  const below = (limit: number): number => Math.floor((uint32() / 2 ** 32) * limit)

  return {
    uint32,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => uint32() / 2 ** 32 < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
  }
}
