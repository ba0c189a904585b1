import type { Cursor } from '../chain/cursor.ts'
import { UsageError } from '../errors.ts'
import { type Branch, MAX_BLOCKS_BACK, type OtherTransaction } from './branch.ts'
import type { AnnouncedBlock, BranchIndex, ChainEvent } from './chain-event.ts'
import { type ForkRhythm, planFork, type PlannedFork } from './plan-forks.ts'
import { announced, type AnnouncedTransaction, type Timeline } from './timeline.ts'

/** A chain that can part in two and grow together again. */
export interface ForkingTimeline extends Timeline {
  /** The heads of both branches while it is split. */
  readonly heads: readonly [Cursor, Cursor] | undefined
  /** Parts after a block; default the head. Throws {@link UsageError} `BAD_OPTION` when that cannot be. */
  split(after?: number): Forked
  /** Makes the next block of a branch, in the next slot whose witness is on it. */
  make(branch: BranchIndex): ChainEvent
  /** Ends the split: all go on on that branch. */
  join(winner: BranchIndex): ChainEvent
  /** Whether a block includes the transaction with that id, on a branch or on the one there is. */
  includes(branch: BranchIndex, id: string): boolean
}

type Forked = Extract<ChainEvent, { readonly type: 'forked' }>

export interface ForkingOptions {
  readonly seed: string
  readonly blockIntervalSeconds: number
  /** Instances of the witnesses, ascending. */
  readonly witnesses: readonly number[]
  readonly lastBlock: number | undefined
  /** Splits that come by themselves; default none. */
  readonly rhythm: ForkRhythm | undefined
  /** Whether there are nodes on branch 0 alone. */
  readonly isOneSided: boolean
  /** Transactions of others that a block after that head may include, on a branch or on the one there is; default none. */
  readonly others?: (branch: BranchIndex, headSeconds: number) => readonly OtherTransaction[]
}

/** A split under way. */
interface Split {
  readonly after: Cursor
  readonly branches: readonly [Branch, Branch]
  /** The blocks of both above `after`, lowest first. */
  readonly made: readonly [AnnouncedBlock[], AnnouncedBlock[]]
  /** Undefined for one that is ended by {@link ForkingTimeline.join}. */
  readonly plan: PlannedFork | undefined
}

const BRANCHES: readonly [BranchIndex, BranchIndex] = [0, 1]
const otherThan = (branch: BranchIndex): BranchIndex => (branch === 0 ? 1 : 0)

/**
 * Witnesses at work who may lose sight of each other. Every block follows from the recipe and from what is asked for.
 *
 * While it is split each branch has its own schedule, and a slot whose witness is on the other branch is missed on this one.
 * Transactions that were known before are in both branches; later ones belong to one, and refer to its blocks.
 */
export function createForkingTimeline(first: Branch, options: ForkingOptions): ForkingTimeline {
  const { seed, blockIntervalSeconds, witnesses, lastBlock = Infinity, rhythm, isOneSided } = options
  const { others = () => [] } = options
  const sides = new Map(
    witnesses.map((witness, index): [number, BranchIndex] => [witness, index % 2 === 0 ? 0 : 1]),
  )
  const told = new WeakSet<readonly unknown[]>()
  /** The newest blocks of the trunk, those that can come to be a branch. */
  let newest: readonly AnnouncedBlock[] = []
  let trunk = first
  let split: Split | undefined
  let passedSeconds = first.headSeconds
  let forks = 0
  /** The head when the branches last grew together. */
  let joinedAt = 0

  function announceOn(branch: Branch, side: BranchIndex | undefined): readonly AnnouncedTransaction[] {
    const transactions = branch.pending()
    if (told.has(transactions)) return []
    told.add(transactions)
    return transactions.map((transaction) => ({ transaction, branch: side }))
  }

  /** The block of a trunk that is not split, in the slot at that time. */
  function makeOnTrunk(seconds: number): AnnouncedBlock {
    const made = announced(
      trunk.make((seconds - trunk.headSeconds) / blockIntervalSeconds, others(0, trunk.headSeconds)),
    )
    newest = [...newest, made].slice(-MAX_BLOCKS_BACK)
    passedSeconds = seconds
    return made
  }

  function makeOnBranch({ branches, made }: Split, branch: BranchIndex, slot: number): ChainEvent {
    const block = announced(branches[branch].make(slot, others(branch, branches[branch].headSeconds)))
    made[branch].push(block)
    passedSeconds = Math.max(passedSeconds, block.block.timestamp)
    return { type: 'block', branch, ...block }
  }

  const isOn = (branch: Branch, side: BranchIndex, slot: number): boolean =>
    sides.get(branch.witnessOf(slot)) === side

  function makeNext(at: Split, side: BranchIndex): ChainEvent {
    let slot = 1
    while (!isOn(at.branches[side], side, slot)) slot += 1
    return makeOnBranch(at, side, slot)
  }

  function begin(after: number, plan?: PlannedFork): Forked {
    const other = trunk.part(after, `fork ${forks}`)
    if (other === undefined) {
      throw new UsageError(
        'BAD_OPTION',
        `the chain cannot part after block ${after}: only after one of its last ${MAX_BLOCKS_BACK}`,
      )
    }
    const above = newest.filter(({ block }) => block.number > after)
    split = { after: other.head, branches: [trunk, other], made: [[...above], []], plan }
    forks += 1
    return { type: 'forked', after: other.head }
  }

  function end({ branches, made, after }: Split, winner: BranchIndex): ChainEvent {
    const applied = made[winner]
    trunk = branches[winner]
    newest = [...newest.filter(({ block }) => block.number <= after.number), ...applied].slice(
      -MAX_BLOCKS_BACK,
    )
    split = undefined
    joinedAt = trunk.head.number
    const undone = made[otherThan(winner)].map(({ block }) => block).toReversed()
    return { type: 'joined', winner, undone, applied }
  }

  /** A slot passes on both branches; the losing one gets so many blocks, then its witnesses are away. */
  function passSlot(at: Split, { loser, depth }: PlannedFork, seconds: number): readonly ChainEvent[] {
    const events = BRANCHES.flatMap((side) => {
      const slot = (seconds - at.branches[side].headSeconds) / blockIntervalSeconds
      const isDone = side === loser && at.made[side].length >= depth
      return isDone || !isOn(at.branches[side], side, slot) ? [] : [makeOnBranch(at, side, slot)]
    })
    passedSeconds = seconds
    const winner = otherThan(loser)
    const isOver = at.made[loser].length === depth && at.made[winner].length > depth
    return isOver ? [...events, end(at, winner)] : events
  }

  const timeline: ForkingTimeline = {
    get headSeconds() {
      return passedSeconds
    },
    get nextSeconds() {
      const isOver = split === undefined && trunk.head.number >= lastBlock
      return isOver ? undefined : passedSeconds + blockIntervalSeconds
    },
    get heads(): readonly [Cursor, Cursor] | undefined {
      return split && [split.branches[0].head, split.branches[1].head]
    },
    makePast() {
      if (trunk.head.number >= lastBlock) return undefined
      const { block } = makeOnTrunk(passedSeconds + blockIntervalSeconds)
      joinedAt = block.number
      return block
    },
    announce() {
      if (split === undefined) return announceOn(trunk, undefined)
      const [one, other] = split.branches
      if (one.pending() === other.pending()) return announceOn(one, undefined)
      return [...announceOn(one, 0), ...announceOn(other, 1)]
    },
    next() {
      const seconds = passedSeconds + blockIntervalSeconds
      const isDue =
        split === undefined && rhythm !== undefined && trunk.head.number - joinedAt >= rhythm.every
      const events = isDue ? [begin(trunk.head.number, planFork(seed, forks, rhythm, isOneSided))] : []
      if (split?.plan !== undefined) return [...events, ...passSlot(split, split.plan, seconds)]
      if (split !== undefined) throw whileSplit()
      return [{ type: 'block', branch: undefined, ...makeOnTrunk(seconds) }]
    },
    split(after = trunk.head.number) {
      if (split !== undefined) throw whileSplit()
      if (witnesses.length < 2) throw new UsageError('BAD_OPTION', 'a fork needs at least two witnesses')
      return begin(after)
    },
    make(branch) {
      if (split === undefined) throw notSplit()
      return makeNext(split, branch)
    },
    join(winner) {
      if (split === undefined) throw notSplit()
      return end(split, winner)
    },
    includes: (branch, id) => (split?.branches[branch] ?? trunk).includes(id),
  }
  return timeline
}

function whileSplit(): UsageError {
  return new UsageError(
    'BAD_OPTION',
    'the devnet is split: make blocks on one of the branches, or join them first',
  )
}

function notSplit(): UsageError {
  return new UsageError('BAD_OPTION', 'the devnet is not split')
}
