import test from 'ava'
import { addBlock, retryDoubted } from '../../lib/chain/add-block.ts'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { createForkTree, type ForkTree } from '../../lib/chain/fork-tree.ts'
import { readGenesis } from '../../lib/chain/genesis-document.ts'
import type { ChainTiming } from '../../lib/chain/slots.ts'
import { trackFromGenesis } from '../../lib/chain/track-witnesses.ts'
import {
  type ChainState,
  createVerifier,
  stateAtGenesis,
  stateInMiddle,
  type VerifiableBlock,
  type VerifyOptions,
} from '../../lib/chain/verify-block.ts'
import type { WitnessKey } from '../../lib/chain/witness-keys.ts'
import type { SeenTransaction, WitnessOperation } from '../../lib/chain/witness-operations.ts'
import type { BlockView } from '../../lib/protocol/block-view.ts'
import { identified } from '../support/blocks.ts'
import { FIRST_LOST, readFork } from '../support/fork-vectors.ts'
import { simulateWitnesses } from '../support/simulated-witnesses.ts'
import { readWitnesses } from '../support/witness-vectors.ts'

const fork = readFork()
const genesis = readGenesis(fork.genesis)
const { timing, electorate, maxBlockSizeBytes } = genesis
const numbers = (blocks: readonly { readonly number: number }[]): readonly number[] =>
  blocks.map(({ number }) => number)
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('the real fork: the lost branch is undone, the longer one applied and verified in full', (t) => {
  const verifier = createVerifier({ level: 'strict', timing, electorate, maxBlockSizeBytes })
  const tree = createForkTree<BlockView, ChainState>(GENESIS, stateAtGenesis(genesis), {
    ...verifier,
    accept: () => true,
  })
  const irreversible: number[] = []
  for (const block of fork.lost) {
    const added = addBlock(tree, block)
    t.is(added.outcome, 'applied')
    irreversible.push(...numbers(added.irreversible))
  }
  t.is(irreversible.at(-1), 114)
  const recorded = readWitnesses().find(({ name }) => name === 'fork final')?.blocks ?? []
  const undone: BlockView[] = []
  let compared = 0
  for (const block of fork.final) {
    const added = addBlock(tree, block)
    if (block.number < FIRST_LOST) t.is(added.outcome, 'known')
    else t.is(added.outcome, block.number <= 166 ? 'branch' : 'applied')
    if (added.undone.length > 0) {
      t.is(block.number, 167)
      t.deepEqual(numbers(added.applied), range(FIRST_LOST, 167))
    }
    undone.push(...added.undone)
    irreversible.push(...numbers(added.irreversible))
    for (const [index, state] of added.states.entries()) {
      t.like(state.verdict, { level: 'strict', signer: 'known', newKey: undefined })
      const expected = recorded[(added.applied[index]?.number ?? 0) - 1]?.irreversible
      if (expected === undefined) continue
      t.is(state.track?.irreversible, expected)
      compared += 1
    }
  }
  t.deepEqual(numbers(undone), range(FIRST_LOST, 166).toReversed())
  t.is(
    undone.reduce((sum, { transactionCount }) => sum + transactionCount, 0),
    21,
  )
  t.is(compared, 877)
  t.deepEqual(irreversible, range(1, 1778))
})

test('a key that a block replaces is expected from the next block on', (t) => {
  const verifier = createVerifier({ level: 'signatures', timing, electorate })
  let state = stateAtGenesis(genesis)
  const keys = new Set<string | undefined>()
  for (const block of fork.final) {
    const result = verifier.check(block, state, () => [])
    if (result.verdict !== 'ok') return t.fail(`block ${block.number}: ${result.reason.message}`)
    if (block.number === 1657) t.is(state.keys.keys.get(4)?.source, 'genesis')
    state = result.state
    if (block.number === 1658) t.is(state.keys.keys.get(4)?.source, 'operation')
    if (block.witnessInstance === 4) keys.add(state.keys.keys.get(4)?.key)
  }
  t.is(keys.size, 2)
})

test('joined in the middle, keys are those first used, until an operation gives a new one', (t) => {
  const verifier = createVerifier({ level: 'strict', timing })
  let state = stateInMiddle(timing)
  const signers = new Map<string, number>()
  let strict = 0
  for (const block of fork.final.slice(1500)) {
    const result = verifier.check(block, state, () => [])
    if (result.verdict !== 'ok') return t.fail(`block ${block.number}: ${result.reason.message}`)
    state = result.state
    const { signer, level, newKey } = state.verdict
    signers.set(signer, (signers.get(signer) ?? 0) + 1)
    if (level === 'strict') strict += 1
    t.is(newKey !== undefined, block.number > 1500 && keysBefore.get(block.witnessInstance) === undefined)
    keysBefore.set(block.witnessInstance, newKey ?? keysBefore.get(block.witnessInstance))
    if (block.number > 1658 && block.witnessInstance === 4) t.is(signer, 'known')
  }
  t.is((signers.get('first_use') ?? 0) + (signers.get('known') ?? 0), 287)
  t.true((signers.get('known') ?? 0) > 5)
  t.true(strict > 150)
})
const keysBefore = new Map<number, string | undefined>()

test('with a bit of its signature changed a block is refused, or doubted for its key', (t) => {
  const verifier = createVerifier({ level: 'signatures', timing, electorate })
  const state = stateAtGenesis(genesis)
  const [block] = fork.lost
  if (block === undefined) return t.fail()
  const outcomes = range(1, 64).map((at) => {
    const witnessSignature = block.witnessSignature.slice()
    witnessSignature[at] = (witnessSignature[at] ?? 0) ^ 1
    const {
      headerDigest,
      number,
      id,
      previous,
      timestamp,
      sizeBytes,
      witnessInstance,
      transactions,
      opaque,
    } = block
    const result = verifier.check(
      {
        headerDigest,
        witnessSignature,
        number,
        id,
        previous,
        ...identified(id, previous),
        timestamp,
        sizeBytes,
        witnessInstance,
        transactions,
        opaque,
      },
      state,
      () => [],
    )
    return result.verdict === 'ok' ? 'ok' : result.reason.code
  })
  t.deepEqual([...new Set(outcomes)].sort(), ['BAD_SIGNATURE', 'WRONG_KEY'])
})

// Blocks that are made up, whose keys are texts.

const TIMING: ChainTiming = {
  blockIntervalSeconds: 3,
  maintenanceIntervalSeconds: 3600,
  maintenanceSkipSlots: 0,
}
const START = 1_767_225_600
const WITNESSES = range(1, 7)

interface MadeUp extends VerifiableBlock {
  readonly key: string | undefined
}

const simulated = simulateWitnesses({
  seed: 1,
  blocks: 200,
  timing: TIMING,
  genesisSeconds: START,
  witnesses: WITNESSES.length,
  missedShare: 0,
  absentShare: 0,
  changeShare: 0,
})

const idOf = (number: number, branch: string): string =>
  number === 0
    ? GENESIS.id
    : number.toString(16).padStart(8, '0') + branch.charCodeAt(0).toString(16).padStart(32, '0')

/** The simulated block of that number on branch `a`, with some of it changed. */
function madeUp(
  number: number,
  changes: Partial<MadeUp> & { readonly branch?: string; readonly on?: string } = {},
): MadeUp {
  const { branch = 'a', on = branch, ...rest } = changes
  const { timestamp, witnessInstance } = simulated[number - 1] as (typeof simulated)[number]
  const previous = idOf(number - 1, on)
  return {
    number,
    id: idOf(number, branch),
    previous,
    ...identified(idOf(number, branch), previous),
    timestamp,
    witnessInstance,
    sizeBytes: 100,
    transactions: [],
    opaque: undefined,
    headerDigest: new Uint8Array(32),
    witnessSignature: new Uint8Array(65),
    key: `key of ${changes.witnessInstance ?? witnessInstance}`,
    ...rest,
  }
}

function treeOf(options: Partial<VerifyOptions> = {}): ForkTree<MadeUp, ChainState> {
  const keys = new Map(
    WITNESSES.map((witness): [number, WitnessKey] => [
      witness,
      { key: `key of ${witness}`, source: 'genesis' },
    ]),
  )
  const state: ChainState = {
    timestamp: 0,
    keys: { keys, proposed: new Map(), nextWitness: 8 },
    track: trackFromGenesis({ timestamp: START, initial: WITNESSES, elected: WITNESSES }),
    verdict: { level: 'links', signer: 'unknown', newKey: undefined, slots: [] },
  }
  const verifier = createVerifier({
    level: 'strict',
    timing: TIMING,
    electorate: { count: 7, isShort: false },
    maxBlockSizeBytes: 1000,
    signerOf: (block) => (block as MadeUp).key,
    ...options,
  })
  return createForkTree<MadeUp, ChainState>(GENESIS, state, { ...verifier, accept: () => true })
}

function grow(tree: ForkTree<MadeUp, ChainState>, from: number, to: number, branch = 'a'): readonly string[] {
  return range(from, to).map((number) => addBlock(tree, madeUp(number, { branch })).outcome)
}

test('a block that is right passes all levels', (t) => {
  const tree = treeOf()
  t.deepEqual(grow(tree, 1, 50), new Array<string>(50).fill('applied'))
  t.like(tree.headNode.state?.verdict, { level: 'strict', signer: 'known' })
})

test('at each level a block passes no more than that', (t) => {
  for (const level of ['links', 'signatures'] as const) {
    const tree = treeOf({ level })
    grow(tree, 1, 3)
    t.like(tree.headNode.state?.verdict, { level, signer: level === 'links' ? 'unknown' : 'known' })
  }
})

test('a time that is not after that of the block before is refused', (t) => {
  const tree = treeOf()
  grow(tree, 1, 5)
  const { outcome, reason } = addBlock(tree, madeUp(6, { timestamp: simulated[4]?.timestamp ?? 0 }))
  t.is(outcome, 'refused')
  t.is(reason?.code, 'TIME')
})

test('a signature that no key can have made is refused', (t) => {
  const tree = treeOf()
  t.is(addBlock(tree, madeUp(1, { key: undefined })).reason?.code, 'BAD_SIGNATURE')
  t.is(addBlock(treeOf({ level: 'links' }), madeUp(1, { key: undefined })).outcome, 'applied')
})

const doubts: readonly (readonly [code: string, changes: Partial<MadeUp>])[] = [
  ['WRONG_KEY', { key: 'another key' }],
  ['NOT_ON_SLOT', { timestamp: (simulated[5]?.timestamp ?? 0) + 1 }],
  ['SIZE', { sizeBytes: 1001 }],
  // The block before was made by this one, the next three are not.
  ['OUT_OF_TURN', { witnessInstance: simulated[4]?.witnessInstance ?? 0 }],
]
for (const [code, changes] of doubts) {
  test(`a block is doubted for ${code}, and the chain goes on with another`, (t) => {
    const tree = treeOf()
    grow(tree, 1, 5)
    t.like(addBlock(tree, madeUp(6, { ...changes, branch: 'b', on: 'a' })), {
      outcome: 'doubted',
      reason: { code },
    })
    t.deepEqual(grow(tree, 6, 8), ['applied', 'applied', 'applied'])
  })

  test(`a block doubted for ${code} is believed when three others have built on it`, (t) => {
    const tree = treeOf()
    grow(tree, 1, 5)
    t.is(addBlock(tree, madeUp(6, changes)).outcome, 'doubted')
    t.deepEqual(grow(tree, 7, 8), ['doubted', 'doubted'])
    const { outcome, applied } = addBlock(tree, madeUp(9))
    t.is(outcome, 'applied')
    t.deepEqual(numbers(applied), [6, 7, 8, 9])
    t.is(tree.doubted.size, 0)
  })
}

test('a new key is then the first used, and the old one no longer good', (t) => {
  const tree = treeOf()
  grow(tree, 1, 5)
  const { witnessInstance } = madeUp(6)
  addBlock(tree, madeUp(6, { key: 'new key' }))
  grow(tree, 7, 8)
  const { states } = addBlock(tree, madeUp(9))
  t.like(states[0]?.verdict, { signer: 'first_use', newKey: 'new key' })
  t.like(states[1]?.verdict, { signer: 'known', newKey: undefined })
  let next = 10
  while (simulated[next - 1]?.witnessInstance !== witnessInstance) {
    grow(tree, next, next)
    next += 1
  }
  t.is(addBlock(tree, madeUp(next, { branch: 'b', on: 'a' })).reason?.code, 'WRONG_KEY')
  const again = addBlock(tree, madeUp(next, { key: 'new key' }))
  t.like(again.states[0]?.verdict, { signer: 'first_use', newKey: undefined })
})

test('blocks that a liar signs himself convince nobody, however many they are', (t) => {
  const tree = treeOf()
  grow(tree, 1, 100)
  const { witnessInstance } = madeUp(90)
  const first = tree.root.number + 1
  for (const number of range(first, first + 60)) {
    const on = number === first ? 'a' : 'f'
    t.is(addBlock(tree, madeUp(number, { branch: 'f', on, key: 'liar', witnessInstance })).outcome, 'doubted')
  }
  t.is(tree.head.id, idOf(100, 'a'))
  t.deepEqual(grow(tree, 101, 101), ['applied'])
})

test('a doubted block waits until two peers have told of it', (t) => {
  let isHeard = false
  const tree = treeOf({ isWidelyHeard: () => isHeard })
  grow(tree, 1, 5)
  addBlock(tree, madeUp(6, { key: 'new key' }))
  t.deepEqual([...new Set(grow(tree, 7, 10))], ['doubted'])
  isHeard = true
  t.deepEqual(numbers(retryDoubted(tree).applied), range(6, 10))
})

test('when all keys are new at once, three rounds are enough', (t) => {
  const tree = treeOf()
  grow(tree, 1, 5)
  let applied: readonly number[] = []
  let number = 6
  for (; applied.length === 0 && number < 60; number += 1) {
    const { witnessInstance } = madeUp(number)
    applied = numbers(addBlock(tree, madeUp(number, { key: `new key of ${witnessInstance}` })).applied)
  }
  t.is(applied[0], 6)
  t.is(number - 6, 3 * 7 + 1)
})

test('a key that a proposal gives is known when it comes into use', (t) => {
  const key = 'BTS6MRyAjQq8ud7hVNYcfnVPJqcVpscN5So8BhtHuGYqET5GDW5CV'
  const hex = '02c0ded2bc1f1305fb0faac5e6c03ee3a1924234985427b6167ca569d13df435cf'
  const { witnessInstance } = madeUp(6)
  const operation: WitnessOperation = {
    type: 'proposal_create',
    proposed_ops: [
      {
        op: {
          type: 'witness_update',
          witness: `1.6.${witnessInstance}`,
          new_signing_key: key,
        } as WitnessOperation,
      },
    ],
  }
  const transaction: SeenTransaction = {
    raw: new Uint8Array(20),
    operations: [operation],
    operation_results: [],
  }
  const tree = treeOf()
  grow(tree, 1, 4)
  addBlock(tree, madeUp(5, { transactions: [transaction] }))
  // Anybody can propose anything, so it is doubted all the same.
  t.is(addBlock(tree, madeUp(6, { key: hex })).outcome, 'doubted')
  grow(tree, 7, 8)
  t.like(addBlock(tree, madeUp(9)).states[0]?.verdict, { signer: 'known', newKey: hex })
})

test('without timing nothing is said of slots and turns', (t) => {
  const verifier = createVerifier({ level: 'strict', signerOf: (block) => (block as MadeUp).key })
  const tree = createForkTree<MadeUp, ChainState>(GENESIS, stateInMiddle(undefined), {
    ...verifier,
    accept: () => true,
  })
  t.is(addBlock(tree, madeUp(1, { timestamp: START + 1 })).outcome, 'applied')
  t.like(tree.headNode.state, {
    track: undefined,
    verdict: { level: 'signatures', signer: 'first_use', slots: [] },
  })
})

test('missed slots come with the block after them', (t) => {
  const tree = treeOf()
  grow(tree, 1, 5)
  const missing = simulated[5]
  const { witnessInstance, timestamp } = simulated[6] as (typeof simulated)[number]
  const { states } = addBlock(tree, madeUp(6, { witnessInstance, timestamp }))
  t.deepEqual(states[0]?.verdict.slots, [
    { timestamp: missing?.timestamp, witness: missing?.witnessInstance, isProduced: false },
    { timestamp, witness: witnessInstance, isProduced: true },
  ])
})
