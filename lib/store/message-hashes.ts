import { toMessageHash } from '../protocol/identities.ts'
import { fromHex } from '../wire/hex.ts'
import type { StoredBlock } from './block-store.ts'

/** So many of the newest blocks are found by message hash: a day of them. Peers ask within minutes. */
export const MAX_HASHED_BLOCKS = 28_800

/** Where the blocks are that have to be hashed. */
export interface HashedBlocks {
  readonly span: { readonly first: number; readonly last: number } | undefined
  read(from: number, to: number): AsyncIterable<StoredBlock>
}

/**
 * Finds the newest blocks by message hash. Nothing of it is on disk: an index of a hundred million random keys would cost
 * more than the blocks do, and it follows from them.
 */
export interface MessageHashes {
  /** The number of the block. The first call hashes a day of blocks, later ones those that came since. */
  find(hash: string): Promise<number | undefined>
  /** Blocks from this number on have given way to others. */
  forgetFrom(number: number): void
}

export function createMessageHashes(blocks: HashedBlocks): MessageHashes {
  const numbers = new Map<string, number>()
  /** In the order of the chain, so that the oldest go first and undone ones last. */
  let hashes: string[] = []
  let firstNumber = 0
  let catchingUp: Promise<void> | undefined
  let generation = 0

  const forgetAll = (): void => {
    numbers.clear()
    hashes = []
  }
  const nextNumber = (): number => firstNumber + hashes.length
  const trim = (): void => {
    const excess = hashes.length - MAX_HASHED_BLOCKS
    // Now and then instead of with each block, because what is left moves.
    if (excess < MAX_HASHED_BLOCKS / 8) return
    for (const hash of hashes.slice(0, excess)) numbers.delete(hash)
    hashes = hashes.slice(excess)
    firstNumber += excess
  }
  const catchUp = async (): Promise<void> => {
    const { span } = blocks
    if (span === undefined) return
    const lowest = Math.max(span.first, span.last - MAX_HASHED_BLOCKS + 1)
    if (hashes.length === 0 || nextNumber() < lowest) {
      forgetAll()
      firstNumber = lowest
    }
    const started = generation
    for await (const block of blocks.read(nextNumber(), span.last)) {
      // What was forgotten meanwhile is left to the next call.
      if (generation !== started) return
      const hash = messageHashOf(block)
      numbers.set(hash, block.number)
      hashes.push(hash)
    }
    trim()
  }

  return {
    async find(hash) {
      const known = numbers.get(hash)
      if (known !== undefined) return known
      catchingUp ??= catchUp().finally(() => (catchingUp = undefined))
      await catchingUp
      return numbers.get(hash)
    },
    forgetFrom(number) {
      generation += 1
      const kept = Math.max(0, number - firstNumber)
      for (const hash of hashes.slice(kept)) numbers.delete(hash)
      hashes.length = Math.min(hashes.length, kept)
    },
  }
}

/** RIPEMD-160 of the payload of the block's message: its bytes and its id. */
export function messageHashOf({ id, raw }: StoredBlock): string {
  const payload = new Uint8Array(raw.length + id.length / 2)
  payload.set(raw)
  payload.set(fromHex(id), raw.length)
  return toMessageHash(payload)
}
