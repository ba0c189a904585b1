import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import type { Check, Reason } from './fork-tree.ts'
import type { Genesis } from './genesis-document.ts'
import { recoverSigner, type SignedHeader } from './recover-signer.ts'
import { type ChainTiming, isOnSlot } from './slots.ts'
import { TRACK_FROM_MIDDLE, trackBlock, trackFromGenesis, type WitnessTrack } from './track-witnesses.ts'
import type { TreeBlock } from './tree-node.ts'
import { learnKeys, NO_KEYS, setKey, type WitnessKeys } from './witness-keys.ts'
import { missedSlots, ownSlot, type WitnessSlot } from './witness-slots.ts'
import {
  type Electorate,
  NO_FACTS,
  readWitnessFacts,
  type SeenTransaction,
  type WitnessFacts,
} from './witness-operations.ts'

/**
 * How much is asked of a block. Each level includes those before it.
 *
 * - `links`: its time fits the block before and lies on a slot, its size is allowed. (Its id, its merkle root and that it
 *   follows the block before are looked at earlier.)
 * - `signatures`: the key of the witness in its header signed it.
 * - `strict`: it was that witness's turn, where the order is known.
 */
export type VerifyLevel = 'links' | 'signatures' | 'strict'

/** A block that can be verified. */
export interface VerifiableBlock extends TreeBlock, SignedHeader {
  /** The number of its witness: 5 for `1.6.5`. */
  readonly witnessInstance: number
  readonly transactions: readonly SeenTransaction[]
  /** What of it could not be read. */
  readonly opaque: Uint8Array | undefined
}

/** What was found out about a block. */
export interface Verdict {
  /** The highest level that it passed. */
  readonly level: VerifyLevel
  /**
   * What is known of the key that signed it: `known` from genesis, an operation or a checkpoint; `first_use`: from the
   * first block of the witness that was seen, or the first with a new key; `unknown`: signatures are not looked at.
   */
  readonly signer: 'known' | 'first_use' | 'unknown'
  /** The key it was signed with, 66 hex digits, if no operation that could be seen gave it to the witness. */
  readonly newKey: string | undefined
  /** The slots since the block before, its own last; none while the chain's timing is not known. */
  readonly slots: readonly WitnessSlot[]
}

/** What is known after a block. Never changed: each block of a fork has its own. */
export interface ChainState {
  /** Seconds since 1970 of the block; 0 before the first. */
  readonly timestamp: number
  readonly keys: WitnessKeys
  /** Undefined while the chain's timing is not known. */
  readonly track: WitnessTrack | undefined
  readonly verdict: Verdict
}

export interface VerifyOptions {
  readonly level: VerifyLevel
  /** Without it nothing is known of slots, turns and what is irreversible. */
  readonly timing?: ChainTiming | undefined
  /** Who is active as long as no vote says otherwise; from genesis alone. */
  readonly electorate?: Electorate | undefined
  /** The chain's parameter; larger blocks are doubted. */
  readonly maxBlockSizeBytes?: number | undefined
  /** What keys begin with; default `BTS`. */
  readonly prefix?: string
  /** The key that signed a block; default {@link recoverSigner}. A pool of threads may have found it out before. */
  readonly signerOf?: (block: VerifiableBlock) => string | undefined
  /** Whether a doubted block was heard of from two peers, or from the only one; default yes. */
  readonly isWidelyHeard?: (block: VerifiableBlock) => boolean
}

/** The part of a tree's rules that is about the blocks themselves. */
export interface Verifier {
  check(
    block: VerifiableBlock,
    before: ChainState,
    built: () => readonly VerifiableBlock[],
  ): Check<ChainState>
  irreversible(state: ChainState): number | undefined
}

const NOTHING_YET: Verdict = { level: 'links', signer: 'unknown', newKey: undefined, slots: [] }

/** The state a chain begins with, before block 1. */
export function stateAtGenesis({ keys, witnesses }: Genesis): ChainState {
  return { timestamp: 0, keys, track: trackFromGenesis(witnesses), verdict: NOTHING_YET }
}

/** The state with which a stream begins in the middle of a chain, with the keys that are known from elsewhere. */
export function stateInMiddle(timing: ChainTiming | undefined, keys: WitnessKeys = NO_KEYS): ChainState {
  return { timestamp: 0, keys, track: timing && TRACK_FROM_MIDDLE, verdict: NOTHING_YET }
}

/** Blocks built on a doubted one before it is believed, and other witnesses that have to have made them. */
const CONFIRMING_BLOCKS = 3
/** Rounds of blocks in turn that do without known keys: all witnesses may have got new ones at once. */
const CONFIRMING_ROUNDS = 3

/**
 * Makes the rules that verify blocks.
 *
 * A time that does not come after that of the block before, and a signature that no key can have made, are refused. All
 * else is doubted only, because what is known may be out of date: keys, intervals and sizes can be changed by proposals,
 * whose execution leaves no trace in blocks. A doubted block is believed once three other witnesses, whose keys are known,
 * have built on it and two peers have it; then its key is taken over. Liars cannot bring that about, and no stream ends at
 * a change that it could not see.
 */
export function createVerifier(options: VerifyOptions): Verifier {
  const { level, timing, electorate, maxBlockSizeBytes = Infinity, prefix = DEFAULT_KEY_PREFIX } = options
  const { signerOf = recoverSigner, isWidelyHeard = () => true } = options
  const signers = new WeakMap<VerifiableBlock, string>()

  // A doubted block is looked at again and again, and so are those built on it.
  const signer = (block: VerifiableBlock): string | undefined => {
    const found = signers.get(block) ?? signerOf(block)
    if (found !== undefined) signers.set(block, found)
    return found
  }

  const factsOf = (block: VerifiableBlock, before: ChainState): WitnessFacts => {
    const isCertain = before.track?.active?.isCertain === true
    if (level === 'links' && !isCertain) return NO_FACTS
    return readWitnessFacts(block.transactions, block.opaque === undefined, electorate, prefix)
  }

  return {
    check(block, before, built) {
      if (block.timestamp <= before.timestamp) {
        return refused('TIME', `its time is not after that of block ${block.number - 1}`)
      }
      const key = level === 'links' ? undefined : signer(block)
      if (key === undefined && level !== 'links')
        return refused('BAD_SIGNATURE', 'no key can have signed it so')
      const facts = factsOf(block, before)
      const step = track(before, block, facts)
      const doubt = whyDoubted(block, before, step.turn, key)
      if (doubt !== undefined && !isBelieved(block, before, step, built()))
        return { verdict: 'doubted', reason: doubt }
      const isTracked = step.track !== undefined
      if (key === undefined) {
        const verdict = isTracked ? new Passed('links', 'unknown', undefined, step, block) : NOTHING_YET
        return okay(block.timestamp, learnKeys(before.keys, facts), step.track, verdict)
      }
      const { witnessInstance: witness } = block
      const expected = before.keys.keys.get(witness)
      const isExpected = key === expected?.key
      const isProposed = before.keys.proposed.get(witness)?.includes(key) ?? false
      const source = isExpected ? expected.source : isProposed ? 'operation' : 'first_use'
      const keys = isExpected ? before.keys : setKey(before.keys, witness, { key, source })
      const passed = level === 'strict' && step.turn !== 'in' ? 'signatures' : level
      const known = source === 'first_use' ? 'first_use' : 'known'
      const verdict = new Passed(passed, known, isExpected ? undefined : key, step, block)
      return okay(block.timestamp, learnKeys(keys, facts), step.track, verdict)
    },
    irreversible: ({ track: at }) => at?.irreversible,
  }

  function track(before: ChainState, block: VerifiableBlock, facts: WitnessFacts): Step {
    if (before.track === undefined || timing === undefined) return UNTRACKED
    const step = trackBlock(before.track, block, timing, facts.mayChangeWitnesses)
    const { slot, turn, track: after } = step
    return { turn, track: after, missed: missedSlots(before.track, slot, timing) }
  }

  function whyDoubted(
    block: VerifiableBlock,
    { keys, track: at }: ChainState,
    turn: Step['turn'],
    key: string | undefined,
  ): Reason | undefined {
    if (block.sizeBytes > maxBlockSizeBytes) {
      return {
        code: 'SIZE',
        message: `it has ${block.sizeBytes} bytes, the chain allows ${maxBlockSizeBytes}`,
      }
    }
    if (timing !== undefined && at?.head !== undefined && !isOnSlot(at.head, block.timestamp, timing)) {
      return { code: 'NOT_ON_SLOT', message: 'its time is not that of a slot' }
    }
    const expected = key === undefined ? undefined : keys.keys.get(block.witnessInstance)
    if (expected !== undefined && expected.key !== key) {
      return { code: 'WRONG_KEY', message: `witness 1.6.${block.witnessInstance} has another key` }
    }
    if (level === 'strict' && turn === 'out') {
      return { code: 'OUT_OF_TURN', message: `it was not the turn of witness 1.6.${block.witnessInstance}` }
    }
    return undefined
  }

  /** Whether others have built enough on a doubted block. */
  function isBelieved(
    block: VerifiableBlock,
    before: ChainState,
    step: Step,
    built: readonly VerifiableBlock[],
  ): boolean {
    if (built.length < CONFIRMING_BLOCKS || !isWidelyHeard(block)) return false
    if (level === 'links') return true
    const confirming = new Set<number>()
    let { keys } = before
    for (const each of built) {
      const { witnessInstance: witness } = each
      const expected = keys.keys.get(witness)?.key
      if (witness !== block.witnessInstance && expected !== undefined && expected === signer(each))
        confirming.add(witness)
      keys = learnKeys(keys, factsOf(each, before))
    }
    const others = before.keys.keys.size - Number(before.keys.keys.has(block.witnessInstance))
    return confirming.size >= Math.min(CONFIRMING_BLOCKS, others) || isAllInTurn(step, others, built)
  }

  /** Whether rounds have gone by on a doubted block as they should, though nobody's key is known any more. */
  function isAllInTurn(step: Step, others: number, built: readonly VerifiableBlock[]): boolean {
    const count = step.track?.active?.count ?? others
    if (step.turn === 'out' || built.length < CONFIRMING_ROUNDS * count) return false
    let at = step.track
    for (const block of built) {
      if (at === undefined || timing === undefined) break
      const { turn, track: after } = trackBlock(at, block, timing)
      if (turn === 'out') return false
      at = after
    }
    return new Set(built.map(({ witnessInstance }) => witnessInstance)).size > count / 2
  }
}

/** What following the slots says of a block. */
interface Step {
  readonly turn: 'in' | 'out' | 'unknown'
  readonly track: WitnessTrack | undefined
  readonly missed: readonly WitnessSlot[]
}

const UNTRACKED: Step = { turn: 'unknown', track: undefined, missed: [] }

/** A verdict that tells of the slots when it is asked. */
class Passed implements Verdict {
  readonly level: VerifyLevel
  readonly signer: Verdict['signer']
  readonly newKey: string | undefined
  /** The slots that were missed before it; undefined where the timing is not known. */
  readonly #missed: readonly WitnessSlot[] | undefined
  readonly #timestamp: number
  readonly #witnessInstance: number

  constructor(
    level: VerifyLevel,
    signer: Verdict['signer'],
    newKey: string | undefined,
    { track, missed }: Step,
    { timestamp, witnessInstance }: VerifiableBlock,
  ) {
    this.level = level
    this.signer = signer
    this.newKey = newKey
    this.#missed = track === undefined ? undefined : missed
    this.#timestamp = timestamp
    this.#witnessInstance = witnessInstance
  }

  get slots(): readonly WitnessSlot[] {
    if (this.#missed === undefined) return []
    const own = ownSlot({ timestamp: this.#timestamp, witnessInstance: this.#witnessInstance })
    return [...this.#missed, own]
  }
}

function okay(
  timestamp: number,
  keys: WitnessKeys,
  track: WitnessTrack | undefined,
  verdict: Verdict,
): Check<ChainState> {
  return { verdict: 'ok', state: { timestamp, keys, track, verdict } }
}

function refused(code: string, message: string): Check<never> {
  return { verdict: 'refused', reason: { code, message } }
}
