import { drawOrder } from './witness-schedule.ts'

/** What a block tells of who is active: who made it, and in which slot. */
export interface SeenBlock {
  readonly number: number
  readonly timestamp: number
  /** Slots up to it, counted from anywhere. */
  readonly slots: number
  readonly witness: number
}

/** The active witnesses as far as their blocks show them. A witness's rank is its place among them in ascending order. */
export interface FoundWitnesses {
  readonly count: number
  /** What has to be added to the counted slots so that they are those of the order, modulo `count`. */
  readonly offset: number
  /** The ranks in the order of the round. */
  readonly order: readonly number[]
  /** By rank; undefined is one that has made no block yet. */
  readonly witnesses: readonly (number | undefined)[]
  /** By rank: the number of the last block, 0 for none. */
  readonly lastBlocks: readonly number[]
}

/** How many active witnesses there may be for them to be found. Mainnet has had 11 to 29. */
const MAX_COUNT = 101
/** So improbable, in bits, an accident has to be: one in a thousand million. */
const EVIDENCE_BITS = 30

/** A number of witnesses that may be the right one, with its offset if that is known too. */
export interface Guess {
  readonly count: number
  readonly offset: number
}

/**
 * Finds the active witnesses in consecutive blocks since votes were last counted, oldest first.
 *
 * How many they are is tried out. For each number the times of the blocks that end a round say in which order ranks take
 * turns, whoever has them (`db_witness_schedule.cpp`, `update_witness_schedule`). A number is right when all blocks since
 * the first end of a round fit: one rank always means the same witness, and higher ranks mean higher numbers. By accident
 * that happens to `m` witnesses once in `m!` times, so about a round is enough where they are many; the fewer, the longer.
 *
 * `guess` is tried alone when given. Undefined while nothing, or more than one thing, fits well enough.
 */
export function findWitnesses(seen: readonly SeenBlock[], guess?: Guess): FoundWitnesses | undefined {
  if (guess !== undefined) return tryCount(seen, guess.count, EVIDENCE_BITS, guess.offset)[0]
  const neededBits = EVIDENCE_BITS + Math.log2((MAX_COUNT * (MAX_COUNT + 1)) / 2)
  let found: FoundWitnesses | undefined
  for (let count = 1; count <= MAX_COUNT; count += 1) {
    for (const candidate of tryCount(seen, count, neededBits)) {
      if (found !== undefined) return undefined
      found = candidate
    }
  }
  return found
}

/** A round: its order, and the blocks made by it. */
interface Round {
  readonly order: readonly number[]
  readonly blocks: readonly SeenBlock[]
}

function tryCount(
  seen: readonly SeenBlock[],
  count: number,
  neededBits: number,
  offset?: number,
): readonly FoundWitnesses[] {
  const start = seen.findIndex(({ number }) => number % count === 0)
  const usable = start < 0 ? 0 : seen.length - start - 1
  // The most that so many blocks can show, were each of a witness not seen before.
  if (usable < count && maxBits(usable) < neededBits) return []
  const rounds = toRounds(seen.slice(start), count)
  const offsets = offset === undefined ? Array.from({ length: count }, (_, index) => index) : [offset]
  return offsets.flatMap((each) => tryOffset(rounds, count, each, neededBits) ?? [])
}

function toRounds(seen: readonly SeenBlock[], count: number): readonly Round[] {
  const rounds: Round[] = []
  for (let at = 0; at < seen.length; at += count) {
    const end = seen[at] as SeenBlock
    rounds.push({ order: drawOrder(count, end.timestamp), blocks: seen.slice(at + 1, at + count + 1) })
  }
  return rounds
}

function tryOffset(
  rounds: readonly Round[],
  count: number,
  offset: number,
  neededBits: number,
): FoundWitnesses | undefined {
  const witnesses = new Array<number | undefined>(count).fill(undefined)
  const lastBlocks = new Array<number>(count).fill(0)
  let distinct = 0
  let bits = 0
  let slotBefore: number | undefined
  for (const { order, blocks } of rounds) {
    for (const { number, slots, witness } of blocks) {
      const rank = order[(slots + offset) % count] as number
      const before = witnesses[rank]
      if (before === undefined) {
        if (!fitsAt(witnesses, rank, witness)) return undefined
        witnesses[rank] = witness
        distinct += 1
      } else if (before !== witness) return undefined
      // One witness alone shows nothing by being the right one, but two would have taken turns.
      bits += count === 1 ? Number(slots - 1 === slotBefore) : Math.log2(distinct)
      slotBefore = slots
      lastBlocks[rank] = number
    }
  }
  if (bits < neededBits) return undefined
  return { count, offset, order: rounds.at(-1)?.order ?? [], witnesses, lastBlocks }
}

/** Whether a witness may have a rank, next to those whose ranks are known: ranks are in ascending order. */
export function fitsAt(witnesses: readonly (number | undefined)[], rank: number, witness: number): boolean {
  for (let below = rank - 1; below >= 0; below -= 1) {
    const other = witnesses[below]
    if (other === undefined) continue
    if (other >= witness) return false
    break
  }
  for (let above = rank + 1; above < witnesses.length; above += 1) {
    const other = witnesses[above]
    if (other !== undefined) return other > witness
  }
  return true
}

function maxBits(blocks: number): number {
  let bits = 0
  for (let distinct = 2; distinct <= blocks; distinct += 1) bits += Math.log2(distinct)
  return bits
}
