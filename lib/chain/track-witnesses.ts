import { findWitnesses, fitsAt, type FoundWitnesses, type Guess, type SeenBlock } from './find-witnesses.ts'
import { lastIrreversible, nextIrreversible } from './irreversible.ts'
import { addSlots, type RecentSlots, SLOTS_AT_GENESIS, UNSEEN_SLOTS } from './recent-slots.ts'
import { type ChainTiming, isMaintenance, slotAt, type SlotBase } from './slots.ts'
import { drawOrder } from './witness-schedule.ts'

/** The active witnesses, by rank, their place in ascending order, and the order in which they take turns. */
interface ActiveWitnesses extends Omit<FoundWitnesses, 'lastBlocks'> {
  /** Whether votes cannot have changed them since genesis. If not, they are those of this maintenance interval alone. */
  readonly isCertain: boolean
}

/** What the active witnesses have made. */
interface LastBlocks {
  /** By rank: the number of the last block, 0 for none. */
  readonly numbers: readonly number[]
  /** What is irreversible by them alone. */
  readonly irreversible: number
}

/**
 * Who signs which slot, and what is irreversible, as it stands after a block.
 *
 * It is never changed, so each block of a fork has its own and nothing has to be undone.
 */
export interface WitnessTrack {
  /** Undefined before the first block of a stream that begins in the middle. */
  readonly head: SlotBase | undefined
  /** Slots since genesis, or since {@link isCounting}. */
  readonly slots: number
  /** Whether the slots between the head and the next block can be told: not after the first block of such a stream. */
  readonly isCounting: boolean
  readonly recent: RecentSlots
  readonly active: ActiveWitnesses | undefined
  readonly lastBlocks: LastBlocks
  /** The blocks since votes were last counted, while the witnesses are looked for. */
  readonly seen: readonly SeenBlock[]
  readonly guess: Guess | undefined
  /** What bitshares-core has as last irreversible block after this one; undefined while that cannot be known. */
  readonly irreversible: number | undefined
  /** The last of those that were known: it never falls. */
  readonly irreversibleAtLeast: number
}

/** Blocks kept while the witnesses are looked for: two rounds of the most there may be. */
const MAX_SEEN_BLOCKS = 204
/** All numbers of witnesses are tried once in so many blocks. */
const SEARCH_STEP = 4

/** What a chain begins with. */
export interface WitnessesAtGenesis {
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Those that take turns up to the first block, ascending. */
  readonly initial: readonly number[]
  /** Those that the first block's maintenance makes active as long as nobody has voted, ascending. */
  readonly elected: readonly number[]
}

/** The track before block 1: everything is known. */
export function trackFromGenesis({ timestamp, initial, elected }: WitnessesAtGenesis): WitnessTrack {
  const isCertain = initial.length === elected.length && initial.every((each, rank) => each === elected[rank])
  return {
    head: { number: 0, timestamp, isMaintenance: false },
    slots: 0,
    isCounting: true,
    recent: SLOTS_AT_GENESIS,
    active: {
      count: initial.length,
      offset: 0,
      order: initial.map((_, rank) => rank),
      witnesses: initial,
      isCertain,
    },
    lastBlocks: { numbers: initial.map(() => 0), irreversible: 0 },
    seen: [],
    guess: undefined,
    irreversible: 0,
    irreversibleAtLeast: 0,
  }
}

const NO_BLOCKS: LastBlocks = { numbers: [], irreversible: 0 }

/** The track of a stream that begins in the middle: nothing is known until the blocks have shown it. */
export const TRACK_FROM_MIDDLE: WitnessTrack = {
  head: undefined,
  slots: 0,
  isCounting: false,
  recent: UNSEEN_SLOTS,
  active: undefined,
  lastBlocks: NO_BLOCKS,
  seen: [],
  guess: undefined,
  irreversible: undefined,
  irreversibleAtLeast: 0,
}

/** What the track needs of a block. */
export interface WitnessedBlock {
  readonly number: number
  readonly timestamp: number
  /** The number of its witness: 5 for `1.6.5`. */
  readonly witnessInstance: number
}

/** Where a block stands among the slots. */
export interface BlockTurn {
  /** Which slot after the block before, from 1 on; 0 if its time is before the first one's. */
  readonly slot: number
  /** Whether it was its witness's turn; `unknown` while the order is. */
  readonly turn: 'in' | 'out' | 'unknown'
  readonly track: WitnessTrack
}

/**
 * The track after one more block. It only takes notice; whether the block may be there is for the caller to decide.
 *
 * Which witnesses are active may change whenever votes are counted. Where that cannot be ruled out they are looked for anew
 * after each count, and what depends on them is unknown until they are found, a round or two later.
 *
 * @param mayChangeWitnesses whether votes in this block may make others active when they are next counted
 */
export function trackBlock(
  track: WitnessTrack,
  block: WitnessedBlock,
  timing: ChainTiming,
  mayChangeWitnesses = true,
): BlockTurn {
  const { number, timestamp } = block
  const base = track.head
  if (base === undefined) {
    // Whether votes were counted by it is not known, and so not where the slots after it are.
    return {
      slot: 1,
      turn: 'unknown',
      track: { ...track, head: { number, timestamp, isMaintenance: false } },
    }
  }
  const slot = slotAt(base, timestamp, timing)
  const head = { number, timestamp, isMaintenance: isMaintenance(base, timestamp, timing) }
  if (!track.isCounting) {
    const next = search({ ...track, head, isCounting: true, recent: addSlots(track.recent, 0) }, block)
    return {
      slot: Math.min(slot, 1),
      turn: 'unknown',
      track: head.isMaintenance ? countVotes(next, block) : next,
    }
  }
  const slots = track.slots + slot
  const recent = addSlots(track.recent, Math.max(slot - 1, 0))
  const { active } = track
  const turn = active === undefined ? 'unknown' : turnOf(active, slots, block.witnessInstance)
  // A block out of turn that is in the chain all the same says that the witnesses are others than was thought.
  const next =
    active === undefined || turn === 'out' || slot === 0
      ? search({ ...track, head, slots, recent, active: undefined }, block)
      : produce(track, head, slots, recent, active, block, active.isCertain && !mayChangeWitnesses)
  return { slot, turn, track: head.isMaintenance ? countVotes(next, block) : next }
}

/** The witness of the `slot`-th slot after the head, from 1 on; undefined while that is not known. */
export function witnessOfSlot({ active, slots }: WitnessTrack, slot: number): number | undefined {
  return active?.witnesses[active.order[(slots + slot + active.offset) % active.count] as number]
}

function turnOf(active: ActiveWitnesses, slots: number, witness: number): 'in' | 'out' {
  const rank = active.order[(slots + active.offset) % active.count] as number
  const expected = active.witnesses[rank]
  const fits = expected === undefined ? fitsAt(active.witnesses, rank, witness) : expected === witness
  return fits ? 'in' : 'out'
}

/** After a block in turn: its witness has a new last block, and perhaps a round is over. */
function produce(
  track: WitnessTrack,
  head: SlotBase,
  slots: number,
  recent: RecentSlots,
  active: ActiveWitnesses,
  { number, timestamp, witnessInstance }: WitnessedBlock,
  isCertain: boolean,
): WitnessTrack {
  const { count, offset, order, witnesses } = active
  const rank = order[(slots + offset) % count] as number
  const isRoundOver = number % count === 0
  const isSame = !isRoundOver && witnesses[rank] !== undefined && isCertain === active.isCertain
  const next = isSame
    ? active
    : {
        count,
        offset,
        order: isRoundOver ? drawOrder(count, timestamp) : order,
        witnesses: witnesses[rank] === undefined ? witnesses.with(rank, witnessInstance) : witnesses,
        isCertain,
      }
  const { numbers: before, irreversible } = track.lastBlocks
  const numbers = before.with(rank, number)
  const lastBlocks = {
    numbers,
    irreversible: nextIrreversible(irreversible, before[rank] as number, numbers),
  }
  return settle(track.irreversibleAtLeast, head, slots, recent, next, lastBlocks)
}

/**
 * The track with these witnesses, and what is irreversible by their last blocks. One whose last block is not known made it
 * before all the known ones.
 */
function settle(
  irreversibleAtLeast: number,
  head: SlotBase,
  slots: number,
  recent: RecentSlots,
  active: ActiveWitnesses,
  lastBlocks: LastBlocks,
): WitnessTrack {
  const number = lastBlocks.irreversible
  // Found in the blocks, none of the lowest is known yet: what was irreversible before cannot be told.
  const isKnown = number > 0 || active.isCertain
  const atLeast = Math.max(irreversibleAtLeast, number)
  return {
    head,
    slots,
    isCounting: true,
    recent,
    active,
    lastBlocks,
    seen: NONE_SEEN,
    guess: undefined,
    irreversible: isKnown ? atLeast : undefined,
    irreversibleAtLeast: atLeast,
  }
}

const NONE_SEEN: readonly SeenBlock[] = []

/** After a block that counted votes: the witnesses are the same as before only where that is certain. */
function countVotes(track: WitnessTrack, block: WitnessedBlock): WitnessTrack {
  if (track.active?.isCertain === true) return track
  const { active } = track
  return {
    ...track,
    active: undefined,
    guess: active === undefined ? track.guess : { count: active.count, offset: active.offset },
    seen: [toSeen(track, block)],
  }
}

function search(track: WitnessTrack, block: WitnessedBlock): WitnessTrack {
  const seen = [...track.seen.slice(-(MAX_SEEN_BLOCKS - 1)), toSeen(track, block)]
  const found =
    (track.guess === undefined ? undefined : findWitnesses(seen, track.guess)) ??
    (seen.length % SEARCH_STEP === 0 ? findWitnesses(seen) : undefined)
  const { head, slots, recent } = track
  if (found === undefined || head === undefined) return { ...track, seen, irreversible: undefined }
  const { lastBlocks: numbers, ...active } = found
  const lastBlocks = { numbers, irreversible: lastIrreversible(numbers) }
  return settle(track.irreversibleAtLeast, head, slots, recent, { ...active, isCertain: false }, lastBlocks)
}

function toSeen({ slots }: WitnessTrack, { number, timestamp, witnessInstance }: WitnessedBlock): SeenBlock {
  return { number, timestamp, slots, witness: witnessInstance }
}
