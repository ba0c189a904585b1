import test, { type ExecutionContext } from 'ava'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import { type ChainState, createVerifier, stateAtGenesis } from '../../lib/chain/verify-block.ts'
import type { BranchIndex, ChainEvent } from '../../lib/devnet/chain-event.ts'
import { createForkingTimeline, type ForkingTimeline } from '../../lib/devnet/forking-timeline.ts'
import { openTrunk } from '../../lib/devnet/generate-chain.ts'
import type { ForkRhythm } from '../../lib/devnet/plan-forks.ts'
import { rawOf, type ServedBlock } from '../../lib/devnet/served-block.ts'
import { UsageError } from '../../lib/errors.ts'
import { viewBlock } from '../../lib/protocol/block-view.ts'

const START = 1_767_225_600
const WITNESSES = 7

interface World {
  readonly timeline: ForkingTimeline
  readonly genesis: Uint8Array
}

function createWorld(
  options: {
    readonly seed?: string
    readonly perBlock?: number
    readonly witnesses?: number
    readonly rhythm?: ForkRhythm
    readonly lastBlock?: number
    readonly isOneSided?: boolean
  } = {},
): World {
  const {
    seed = 'forks',
    perBlock = 3,
    witnesses = WITNESSES,
    rhythm,
    lastBlock,
    isOneSided = false,
  } = options
  const { trunk, cast, genesis } = openTrunk({
    seed,
    startSeconds: START,
    blockIntervalSeconds: 3,
    witnesses,
    traffic: { perBlock, isExact: false },
  })
  const timeline = createForkingTimeline(trunk, {
    seed,
    blockIntervalSeconds: 3,
    witnesses: cast.witnesses.map(({ instance }) => instance),
    lastBlock,
    rhythm,
    isOneSided,
  })
  return { timeline, genesis: new TextEncoder().encode(genesis) }
}

/** Lets slots pass. */
function pass(timeline: ForkingTimeline, slots: number): readonly ChainEvent[] {
  return Array.from({ length: slots }, () => {
    timeline.announce()
    return timeline.next()
  }).flat()
}

function make(timeline: ForkingTimeline, branch: BranchIndex, count: number): readonly ServedBlock[] {
  return blocksOf(Array.from({ length: count }, () => timeline.make(branch)))
}

function blocksOf(events: readonly ChainEvent[], branch?: BranchIndex): readonly ServedBlock[] {
  return events.flatMap((event) =>
    event.type === 'block' && (branch === undefined || event.branch === branch) ? [event.block] : [],
  )
}

function transactionIds(block: ServedBlock): readonly string[] {
  return viewBlock(rawOf(block)).transactions.map(({ id }) => id)
}

/** Verifies a chain from block 1 on as strictly as there is, and returns its last state. */
function verify(t: ExecutionContext, genesisBytes: Uint8Array, blocks: readonly ServedBlock[]): ChainState {
  const genesis = readGenesis(genesisBytes)
  const { timing, electorate, maxBlockSizeBytes } = genesis
  const verifier = createVerifier({ level: 'strict', timing, electorate, maxBlockSizeBytes })
  let state = stateAtGenesis(genesis)
  let previous = '0'.repeat(40)
  for (const served of blocks) {
    const block = viewBlock(rawOf(served))
    if (block.previous !== previous || block.merkle !== 'ok') t.fail(`block ${block.number} does not fit`)
    const check = verifier.check(block, state, () => [])
    if (check.verdict !== 'ok') {
      t.fail(`block ${block.number}: ${check.reason.message}`)
      return state
    }
    state = check.state
    const { level, signer, newKey } = state.verdict
    if (level !== 'strict' || signer !== 'known' || newKey !== undefined)
      t.fail(`block ${block.number} is ${level}, its signer is ${signer}`)
    previous = block.id
  }
  return state
}

for (const depth of [1, 2, 5, 12, 20]) {
  test(`two branches of ${depth} and ${depth + 1} blocks hold in the strictest check, and so does what follows`, (t) => {
    const { timeline, genesis } = createWorld()
    const common = blocksOf(pass(timeline, 40))
    timeline.split()
    const lost = make(timeline, 1, depth)
    const won = make(timeline, 0, depth + 1)
    const joined = timeline.join(0)
    if (joined.type !== 'joined') return t.fail()
    t.deepEqual(joined.undone, lost.toReversed())
    t.deepEqual(
      joined.applied.map(({ block }) => block),
      won,
    )
    const later = blocksOf(pass(timeline, 20))
    const onLost = verify(t, genesis, [...common, ...lost])
    const onWon = verify(t, genesis, [...common, ...won])
    // Neither branch has enough witnesses to make anything of it irreversible.
    t.true((onLost.track?.irreversible ?? 99) <= 40)
    t.true((onWon.track?.irreversible ?? 99) <= 40)
    const after = verify(t, genesis, [...common, ...won, ...later])
    t.true((after.track?.irreversible ?? 0) > 40 + depth + 1)
  })
}

test('each witness signs on its branch, and its slots are missed on the other', (t) => {
  const { timeline } = createWorld()
  pass(timeline, 10)
  timeline.split()
  const branches = [make(timeline, 0, 15), make(timeline, 1, 15)]
  const [even = new Set(), odd = new Set()] = branches.map(
    (blocks) => new Set(blocks.map(({ witness }) => witness)),
  )
  t.deepEqual([...even].sort(), [1, 3, 5, 7])
  t.deepEqual([...odd].sort(), [2, 4, 6])
  for (const blocks of branches) t.true((blocks[14]?.timestamp ?? 0) > START + (10 + 15) * 3)
})

test('the same seed and requests give the same bytes, another seed others', (t) => {
  const run = (seed: string): readonly string[] => {
    const { timeline } = createWorld({ seed })
    const events = [...pass(timeline, 6), timeline.split(4)]
    for (const branch of [1, 0, 1, 1, 1] as const) events.push(timeline.make(branch))
    events.push(timeline.join(1), ...pass(timeline, 3))
    return blocksOf(events).map(({ id }) => id)
  }
  t.deepEqual(run('a'), run('a'))
  t.is(new Set([...run('a'), ...run('b')]).size, 2 * run('a').length)
})

test('what was known before is in both branches, what came later in one, and does not come back', (t) => {
  const { timeline } = createWorld({ perBlock: 8 })
  const known = new Set<string>()
  const common: ServedBlock[] = []
  for (let slot = 0; slot <= 12; slot += 1) {
    for (const { transaction, branch } of timeline.announce()) {
      t.is(branch, undefined)
      known.add(transaction.id)
    }
    if (slot < 12) common.push(...blocksOf(timeline.next()))
  }
  timeline.split()
  t.deepEqual(timeline.announce(), [])
  const lost = make(timeline, 1, 4)
  const won = make(timeline, 0, 5)
  timeline.join(0)
  const later = blocksOf(pass(timeline, 30))
  const inChain = new Set([...common, ...won, ...later].flatMap(transactionIds))
  const undone = lost.flatMap(transactionIds)
  t.true(undone.filter((id) => known.has(id)).length > 3)
  t.true(undone.filter((id) => !known.has(id)).length > 10)
  for (const id of undone) t.is(inChain.has(id), known.has(id))
})

test('each branch tells its transactions once, before the block they are for', (t) => {
  const { timeline } = createWorld({ perBlock: 8 })
  pass(timeline, 12)
  timeline.announce()
  timeline.split()
  const told: string[] = []
  for (const side of [0, 1, 1, 0, 0, 1] as const) {
    timeline.make(side)
    const announced = timeline.announce()
    t.true(announced.every(({ branch }) => branch === side))
    told.push(...announced.map(({ transaction }) => transaction.id))
    t.deepEqual(timeline.announce(), [])
  }
  t.true(told.length > 10)
  t.is(new Set(told).size, told.length)
})

test('a chain parts below its head, even below what is irreversible', (t) => {
  const { timeline, genesis } = createWorld()
  const blocks = blocksOf(pass(timeline, 60))
  t.true((verify(t, genesis, blocks).track?.irreversible ?? 0) > 30)
  const forked = timeline.split(30)
  t.deepEqual(forked, { type: 'forked', after: { number: 30, id: blocks[29]?.id ?? '' } })
  t.deepEqual(timeline.heads, [{ number: 60, id: blocks[59]?.id ?? '' }, forked.after])
  const other = make(timeline, 1, 31)
  t.not(other[0]?.id, blocks[30]?.id)
  verify(t, genesis, [...blocks.slice(0, 30), ...other])
  const joined = timeline.join(1)
  if (joined.type !== 'joined') return t.fail()
  t.deepEqual(joined.undone, blocks.slice(30).toReversed())
  verify(t, genesis, [...blocks.slice(0, 30), ...other, ...blocksOf(pass(timeline, 10))])
})

test('after a split the chain goes on no earlier than either branch was', (t) => {
  const { timeline, genesis } = createWorld()
  const common = blocksOf(pass(timeline, 10))
  timeline.split()
  const lost = make(timeline, 1, 12)
  const won = make(timeline, 0, 13)
  const latest = Math.max(lost.at(-1)?.timestamp ?? 0, won.at(-1)?.timestamp ?? 0)
  t.is(timeline.headSeconds, latest)
  timeline.join(0)
  const [next] = blocksOf(timeline.next())
  t.is(next?.timestamp, latest + 3)
  verify(t, genesis, [...common, ...won, ...(next === undefined ? [] : [next])])
})

test('splits again and again, from any branch', (t) => {
  const { timeline, genesis } = createWorld()
  const chain: ServedBlock[] = [...blocksOf(pass(timeline, 9))]
  for (const winner of [1, 1, 0, 1] as const) {
    const back = chain.length - 2
    timeline.split(back)
    make(timeline, winner === 0 ? 1 : 0, 1)
    const joined = (make(timeline, winner, 5), timeline.join(winner))
    if (joined.type !== 'joined') return t.fail()
    chain.splice(back, Infinity, ...joined.applied.map(({ block }) => block), ...blocksOf(pass(timeline, 4)))
  }
  t.is(verify(t, genesis, chain).verdict.level, 'strict')
  t.is(chain.at(-1)?.number, chain.length)
})

test('by itself it splits after so many blocks, and the losing branch gets as many as the seed says', (t) => {
  const { timeline, genesis } = createWorld({ rhythm: { every: 8, depth: [1, 3] }, perBlock: 1 })
  const chain: ServedBlock[] = []
  const depths: number[] = []
  const losers = new Set<BranchIndex>()
  let sinceJoin = 0
  for (const event of pass(timeline, 300)) {
    if (event.type === 'block' && event.branch === undefined) {
      chain.push(event.block)
      sinceJoin += 1
    } else if (event.type === 'forked') {
      t.is(sinceJoin, 8)
      t.is(chain.at(-1)?.id, event.after.id)
    } else if (event.type === 'joined') {
      depths.push(event.undone.length)
      losers.add(event.winner === 0 ? 1 : 0)
      t.true(event.applied.length > event.undone.length)
      verify(t, genesis, [...chain, ...event.undone.toReversed()])
      chain.push(...event.applied.map(({ block }) => block))
      sinceJoin = 0
    }
  }
  verify(t, genesis, chain)
  t.deepEqual([...new Set(depths)].sort(), [1, 2, 3])
  t.is(losers.size, 2)
})

test('where all nodes are on one branch that is the one that loses', (t) => {
  const { timeline } = createWorld({ rhythm: { every: 3, depth: [1, 2] }, isOneSided: true })
  const winners = pass(timeline, 200).flatMap((event) => (event.type === 'joined' ? [event.winner] : []))
  t.true(winners.length > 5)
  t.true(winners.every((winner) => winner === 1))
})

test('ends at the last block, and not while it is split', (t) => {
  const { timeline } = createWorld({ rhythm: { every: 8, depth: [2, 2] }, lastBlock: 9 })
  const events: ChainEvent[] = []
  while (timeline.nextSeconds !== undefined) events.push(...timeline.next())
  t.is(events.at(-1)?.type, 'joined')
  t.true(blocksOf(events, 0).length >= 2 && blocksOf(events, 1).length >= 2)
})

test('its past has no splits, and the first comes so many blocks after it', (t) => {
  const { timeline } = createWorld({ rhythm: { every: 4, depth: [1, 1] } })
  for (let made = 0; made < 30; made += 1) t.is(timeline.makePast()?.number, made + 1)
  const events = pass(timeline, 5)
  t.deepEqual(
    blocksOf(events.slice(0, 4)).map(({ number }) => number),
    [31, 32, 33, 34],
  )
  t.is(events[4]?.type, 'forked')
  const { timeline: short } = createWorld({ lastBlock: 2 })
  t.deepEqual([short.makePast()?.number, short.makePast()?.number, short.makePast()], [1, 2, undefined])
})

test('says in one sentence what cannot be', (t) => {
  const { timeline } = createWorld()
  pass(timeline, 110)
  const bad = (message: string) => ({ instanceOf: UsageError, code: 'BAD_OPTION', message })
  t.throws(() => timeline.make(0), bad('the devnet is not split'))
  t.throws(() => timeline.join(0), bad('the devnet is not split'))
  for (const after of [9, 111, -1]) {
    t.throws(
      () => timeline.split(after),
      bad(`the chain cannot part after block ${after}: only after one of its last 100`),
    )
  }
  t.is(timeline.split(10).after.number, 10)
  const splitAlready = bad('the devnet is split: make blocks on one of the branches, or join them first')
  t.throws(() => timeline.split(), splitAlready)
  t.throws(() => timeline.next(), splitAlready)
  const { timeline: alone } = createWorld({ witnesses: 1 })
  t.throws(() => alone.split(), bad('a fork needs at least two witnesses'))
})
