import test from 'ava'
import fc from 'fast-check'
import { addBlock, awaitedIds, dropHeld, retryDoubted } from '../../lib/chain/add-block.ts'
import { GENESIS } from '../../lib/chain/cursor.ts'
import {
  createForkTree,
  idInChain,
  idOf,
  isBeside,
  nodeOf,
  type Added,
  type TreeRules,
} from '../../lib/chain/fork-tree.ts'
import { blocksAbove, type TreeBlock } from '../../lib/chain/tree-node.ts'
import { identified, linkedBlock } from '../support/blocks.ts'

/** Everything is good, nothing is irreversible. */
const LENIENT: TreeRules<TreeBlock, null> = {
  check: () => ({ verdict: 'ok', state: null }),
  accept: () => true,
  irreversible: () => undefined,
}

const names = (blocks: readonly TreeBlock[]): readonly string[] => blocks.map(nameOf)
/** `3b`: block 3 of branch b. */
const nameOf = ({ id, number }: TreeBlock): string =>
  `${number}${String.fromCharCode(Number.parseInt(id.slice(-2), 16))}`
const named = (added: Added<TreeBlock, unknown>): object => ({
  outcome: added.outcome,
  undone: names(added.undone),
  applied: names(added.applied),
})

/** `2b` after `1a` is `['2b', 'a']`; of its own branch `['2b']`. */
function block(name: string, previousBranch?: string): TreeBlock {
  const branch = name.slice(-1)
  return linkedBlock(Number.parseInt(name, 10), branch, previousBranch ?? branch)
}

test('a block that continues the head is applied', (t) => {
  const tree = createForkTree(GENESIS, null, LENIENT)
  t.deepEqual(named(addBlock(tree, block('1a'))), { outcome: 'applied', undone: [], applied: ['1a'] })
  t.is(tree.head.number, 1)
  t.is(tree.headTime, block('1a').timestamp)
  t.is(idInChain(tree, 1), block('1a').id)
})

test('a branch of equal length changes nothing, a longer one wins', (t) => {
  const tree = createForkTree(GENESIS, null, LENIENT)
  for (const name of ['1a', '2a', '3a']) addBlock(tree, block(name))
  t.deepEqual(named(addBlock(tree, block('2b', 'a'))), { outcome: 'branch', undone: [], applied: [] })
  t.deepEqual(named(addBlock(tree, block('3b'))), { outcome: 'branch', undone: [], applied: [] })
  t.deepEqual(named(addBlock(tree, block('4b'))), {
    outcome: 'applied',
    undone: ['3a', '2a'],
    applied: ['2b', '3b', '4b'],
  })
  t.is(idInChain(tree, 3), block('3b').id)
  t.true(isBeside(tree, block('3a').id))
  t.false(isBeside(tree, block('3b').id))
})

test('a chain that was left is taken up again when it grows', (t) => {
  const tree = createForkTree(GENESIS, null, LENIENT)
  for (const each of [block('1a'), block('2a'), block('2b', 'a'), block('3b')]) addBlock(tree, each)
  t.is(addBlock(tree, block('3a')).outcome, 'branch')
  t.deepEqual(named(addBlock(tree, block('4a'))), {
    outcome: 'applied',
    undone: ['3b', '2b'],
    applied: ['2a', '3a', '4a'],
  })
})

test('the same block again is known, on a branch too', (t) => {
  const tree = createForkTree(GENESIS, null, LENIENT)
  for (const each of [block('1a'), block('2a'), block('2b', 'a')]) addBlock(tree, each)
  for (const each of [block('1a'), block('2a'), block('2b', 'a')]) t.is(addBlock(tree, each).outcome, 'known')
})

test('a block waits for its ancestors, which can be asked for', (t) => {
  const tree = createForkTree(GENESIS, null, LENIENT)
  for (const name of ['4a', '3a', '6a']) t.is(addBlock(tree, block(name)).outcome, 'held')
  t.is(addBlock(tree, block('4a')).outcome, 'held')
  t.deepEqual(awaitedIds(tree), [block('2a').id, block('5a').id])
  addBlock(tree, block('1a'))
  t.deepEqual(named(addBlock(tree, block('2a'))), {
    outcome: 'applied',
    undone: [],
    applied: ['2a', '3a', '4a'],
  })
  t.deepEqual(names(dropHeld(tree, () => true)), ['6a'])
  t.is(tree.besideCount, 0)
  t.is(tree.held.sizeBytes, 0)
})

test('a branch whose blocks came in reverse replaces the chain at once', (t) => {
  const tree = createForkTree(GENESIS, null, LENIENT)
  for (const name of ['1a', '2a', '3a', '5b', '4b', '3b']) addBlock(tree, block(name))
  t.deepEqual(named(addBlock(tree, block('2b', 'a'))), {
    outcome: 'applied',
    undone: ['3a', '2a'],
    applied: ['2b', '3b', '4b', '5b'],
  })
})

test('what is irreversible is told once, and a branch that parts below it is refused', (t) => {
  const tree = createForkTree<TreeBlock, number>(GENESIS, 0, {
    ...LENIENT,
    check: ({ number }) => ({ verdict: 'ok', state: number }),
    irreversible: (number) => number - 2,
  })
  for (const each of [block('1a'), block('2b', 'a'), block('2a'), block('2c', 'a')]) addBlock(tree, each)
  t.deepEqual(names(addBlock(tree, block('3a')).irreversible), ['1a'])
  addBlock(tree, block('3b'))
  const { irreversible, dropped } = addBlock(tree, block('4a'))
  t.deepEqual(names(irreversible), ['2a'])
  t.deepEqual(
    dropped.map((each) => [nameOf(each.block), each.reason.code]),
    [
      ['2b', 'BELOW_IRREVERSIBLE'],
      ['3b', 'ANCESTOR_REFUSED'],
      ['2c', 'BELOW_IRREVERSIBLE'],
    ],
  )
  for (const each of [block('2d', 'a'), block('3f')]) {
    t.like(addBlock(tree, each), { outcome: 'refused', reason: { code: 'BELOW_IRREVERSIBLE' } })
  }
  t.is(addBlock(tree, block('4b')).reason?.code, 'ANCESTOR_REFUSED')
  // It parts at the last irreversible block, not below it.
  t.is(addBlock(tree, block('3e', 'a')).outcome, 'branch')
})

test('a check sees the state of its own branch', (t) => {
  const seen: [string, string][] = []
  const tree = createForkTree<TreeBlock, string>(GENESIS, '', {
    ...LENIENT,
    check: (each, before) => {
      seen.push([nameOf(each), before])
      return { verdict: 'ok', state: before + nameOf(each) }
    },
    irreversible: () => undefined,
  })
  for (const each of [block('1a'), block('2a'), block('2b', 'a'), block('3b')]) addBlock(tree, each)
  t.deepEqual(seen, [
    ['1a', ''],
    ['2a', '1a'],
    ['2b', '1a'],
    ['3b', '1a2b'],
  ])
})

test('a branch with a bad block does not replace the chain, whatever is built on it', (t) => {
  const bad = block('3b').id
  const reason = { code: 'BAD', message: 'it is bad' }
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, {
    ...LENIENT,
    check: ({ id }) => (id === bad ? { verdict: 'refused', reason } : { verdict: 'ok', state: null }),
  })
  for (const each of [block('1a'), block('2a'), block('3a'), block('5b')]) addBlock(tree, each)
  t.is(addBlock(tree, block('2b', 'a')).outcome, 'branch')
  t.is(addBlock(tree, block('4b')).outcome, 'held')
  const { outcome, reason: why, dropped } = addBlock(tree, block('3b'))
  t.is(outcome, 'refused')
  t.is(why, reason)
  t.deepEqual(names(dropped.map((each) => each.block)), ['4b', '5b'])
  t.is(addBlock(tree, block('5b')).reason?.code, 'ANCESTOR_REFUSED')
  t.is(addBlock(tree, block('6b')).reason?.code, 'ANCESTOR_REFUSED')
  t.is(addBlock(tree, block('3b')).reason?.code, 'BAD')
  t.is(tree.head.id, block('3a').id)
})

test('nothing is undone for a branch that the application does not accept', (t) => {
  const refused = block('3b').id
  const asked: string[] = []
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, {
    ...LENIENT,
    accept: (each) => {
      asked.push(nameOf(each))
      return each.id !== refused
    },
  })
  for (const each of [block('1a'), block('2a'), block('2b', 'a'), block('4b'), block('5b')])
    addBlock(tree, each)
  const { outcome, reason, dropped } = addBlock(tree, block('3b'))
  t.is(outcome, 'refused')
  t.is(reason?.code, 'NOT_ACCEPTED')
  t.deepEqual(names(dropped.map((each) => each.block)), ['4b', '5b'])
  t.is(tree.head.id, block('2a').id)
  t.deepEqual(asked, ['1a', '2a', '2b', '3b'])
})

test('a doubted block is applied when enough is built on it, with all of that', (t) => {
  const doubted = block('2a').id
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, {
    ...LENIENT,
    check: ({ id }, _before, built) =>
      id === doubted && built().length < 3
        ? { verdict: 'doubted', reason: { code: 'ODD', message: 'it is odd' } }
        : { verdict: 'ok', state: null },
  })
  addBlock(tree, block('1a'))
  t.is(addBlock(tree, block('2a')).reason?.code, 'ODD')
  t.is(addBlock(tree, block('3a')).outcome, 'doubted')
  t.is(addBlock(tree, block('4a')).reason?.code, 'ODD')
  t.deepEqual(named(addBlock(tree, block('5a'))), {
    outcome: 'applied',
    undone: [],
    applied: ['2a', '3a', '4a', '5a'],
  })
  t.is(tree.doubted.size, 0)
})

test('a doubted block is checked again on request', (t) => {
  let isHeard = false
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, {
    ...LENIENT,
    check: () =>
      isHeard ? { verdict: 'ok', state: null } : { verdict: 'doubted', reason: { code: 'ODD', message: '' } },
  })
  addBlock(tree, block('1a'))
  t.deepEqual(names(retryDoubted(tree).applied), [])
  isHeard = true
  t.deepEqual(names(retryDoubted(tree).applied), ['1a'])
})

test('the chain goes on beside a doubted block', (t) => {
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, {
    ...LENIENT,
    check: ({ id }) =>
      id === block('2b', 'a').id
        ? { verdict: 'doubted', reason: { code: 'ODD', message: '' } }
        : { verdict: 'ok', state: null },
    irreversible: () => 2,
  })
  for (const each of [block('1a'), block('2b', 'a'), block('3b')]) addBlock(tree, each)
  const { outcome, dropped } = addBlock(tree, block('2a'))
  t.is(outcome, 'applied')
  t.deepEqual(
    dropped.map((each) => [nameOf(each.block), each.reason.code]),
    [
      ['2b', 'ODD'],
      ['3b', 'ANCESTOR_REFUSED'],
    ],
  )
  t.is(tree.doubted.size, 0)
})

test('a full tree lets go of the lowest tips of branches, then of the chain below', (t) => {
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, LENIENT, { maxBlocks: 4 })
  for (const each of [block('1a'), block('2a'), block('2b', 'a'), block('3a')]) addBlock(tree, each)
  t.is(addBlock(tree, block('2c', 'a')).outcome, 'full')
  const { dropped, released } = addBlock(tree, block('4a'))
  t.deepEqual(
    dropped.map((each) => [nameOf(each.block), each.reason.code]),
    [['2b', 'NO_ROOM']],
  )
  t.deepEqual(names(released), [])
  t.deepEqual(names(addBlock(tree, block('5a')).released), ['1a'])
  t.is(tree.root.number, 1)
  t.is(tree.head.number, 5)
  t.is(tree.sizeBytes, 4 * 100)
})

test('bytes are limited as blocks are', (t) => {
  const tree = createForkTree<TreeBlock, null>(GENESIS, null, LENIENT, { maxBytes: 250, maxHeldBytes: 150 })
  t.deepEqual(
    ['1a', '2a', '3a'].flatMap((name) => names(addBlock(tree, block(name)).released)),
    ['1a'],
  )
  t.is(addBlock(tree, { ...block('4a'), sizeBytes: 300 }).outcome, 'full')
  t.is(addBlock(tree, block('6a')).outcome, 'held')
  t.is(addBlock(tree, block('7a')).outcome, 'full')
})

test('no more refused ids are remembered than the limit', (t) => {
  const tree = createForkTree<TreeBlock, null>(
    GENESIS,
    null,
    { ...LENIENT, accept: () => false },
    { maxRefusedIds: 3 },
  )
  for (const branch of 'abcdefg') addBlock(tree, block(`1${branch}`))
  t.is(tree.refused.size, 3)
})

/** A random tree: each block names an earlier one as its parent, and may have faults. */
interface Plan {
  readonly parents: readonly number[]
  readonly faults: readonly Fault[]
  /** In which order blocks arrive, with repeats. */
  readonly arrivals: readonly number[]
  /** How many blocks on top of one make it irreversible. */
  readonly lag: number
}
type Fault = 'none' | 'refused' | 'unaccepted' | 'doubted'
const BUILT_FOR_DOUBTED = 2

const plans: fc.Arbitrary<Plan> = fc.integer({ min: 1, max: 30 }).chain((count) =>
  fc.record({
    // Mostly on the newest, so that branches grow.
    parents: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.oneof(
          { weight: 3, arbitrary: fc.constant(index) },
          { weight: 2, arbitrary: fc.integer({ min: 0, max: index }) },
        ),
      ),
    ),
    faults: fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constant<Fault>('none') },
        { weight: 1, arbitrary: fc.constantFrom<Fault>('refused', 'unaccepted', 'doubted') },
      ),
      { minLength: count, maxLength: count },
    ),
    arrivals: fc
      .tuple(
        fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => index + 1),
          { minLength: count },
        ),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: count }), { maxLength: 10 }),
      )
      .map(([order, isSorted, repeats]) => [
        ...(isSorted ? [...order].sort((a, b) => a - b) : order),
        ...repeats,
      ]),
    lag: fc.integer({ min: 1, max: 12 }),
  }),
)

/** The plan's blocks; the one with index 0 is genesis. */
function toBlocks({ parents }: Plan): readonly TreeBlock[] {
  const blocks: TreeBlock[] = [
    { ...GENESIS, previous: '', ...identified(GENESIS.id, ''), timestamp: 0, sizeBytes: 0 },
  ]
  for (const [index, parent] of parents.entries()) {
    const { number, id } = blocks[parent] as TreeBlock
    const next = number + 1
    const own = next.toString(16).padStart(8, '0') + (index + 1).toString(16).padStart(32, '0')
    blocks.push({
      number: next,
      id: own,
      previous: id,
      ...identified(own, id),
      timestamp: next,
      sizeBytes: 10,
    })
  }
  return blocks
}

/** What the tree should do, by looking at everything anew after each arrival. */
class Model {
  readonly received = new Set<string>()
  readonly cleared = new Set<string>()
  floor: TreeBlock
  head: TreeBlock
  private readonly byId: ReadonlyMap<string, TreeBlock>
  private readonly faultOf: (id: string) => Fault
  private readonly lag: number

  constructor(blocks: readonly TreeBlock[], plan: Plan) {
    this.byId = new Map(blocks.map((each) => [each.id, each]))
    const faults = new Map(blocks.slice(1).map(({ id }, index) => [id, plan.faults[index] ?? 'none']))
    this.faultOf = (id) => faults.get(id) ?? 'none'
    this.lag = plan.lag
    this.floor = this.head = blocks[0] as TreeBlock
    this.received.add(this.head.id)
  }

  pathOf(block: TreeBlock): readonly TreeBlock[] {
    const parent = this.byId.get(block.previous)
    return parent === undefined ? [block] : [...this.pathOf(parent), block]
  }

  take(id: string): void {
    this.received.add(id)
    for (let isChanged = true; isChanged;) {
      isChanged = false
      for (const each of this.byId.values()) {
        if (this.faultOf(each.id) !== 'doubted' || this.cleared.has(each.id) || !this.isGoodBelow(each))
          continue
        if (this.heightAbove(each) < BUILT_FOR_DOUBTED) continue
        this.cleared.add(each.id)
        isChanged = true
      }
    }
    const good = [...this.byId.values()].filter((each) => this.isGoodBelow(each) && this.isGood(each))
    const highest = Math.max(...good.map(({ number }) => number))
    const best = good.filter(({ number }) => number === highest)
    this.best = highest > this.head.number ? best : [this.head]
  }

  /** The blocks that may be head now; which of them, the order decides in which they were linked. */
  best: readonly TreeBlock[] = []

  settle(head: TreeBlock): void {
    this.head = head
    const floor = this.pathOf(head)[head.number - this.lag]
    if (floor !== undefined && floor.number > this.floor.number) this.floor = floor
  }

  private isGood(block: TreeBlock): boolean {
    const fault = this.faultOf(block.id)
    return (
      this.received.has(block.id) && (fault === 'none' || (fault === 'doubted' && this.cleared.has(block.id)))
    )
  }

  private isGoodBelow(block: TreeBlock): boolean {
    const path = this.pathOf(block)
    return (
      path.includes(this.floor) &&
      this.received.has(block.id) &&
      path.slice(0, -1).every((each) => this.isGood(each))
    )
  }

  private heightAbove(block: TreeBlock): number {
    const children = [...this.byId.values()].filter(
      ({ id, previous }) => previous === block.id && this.received.has(id),
    )
    return Math.max(0, ...children.map((child) => 1 + this.heightAbove(child)))
  }
}

test('in any tree and any order of arrival, replaying the changes gives the longest good branch', (t) => {
  fc.assert(
    fc.property(plans, (plan) => {
      const blocks = toBlocks(plan)
      const model = new Model(blocks, plan)
      const start = model.head
      const faults = new Map(blocks.slice(1).map(({ id }, index) => [id, plan.faults[index]]))
      const tree = createForkTree<TreeBlock, number>(GENESIS, 0, {
        check({ id, number }, before, built) {
          t.is(before, number - 1)
          const fault = faults.get(id)
          if (fault === 'refused') return { verdict: 'refused', reason: { code: 'BAD', message: '' } }
          if (fault !== 'doubted' || built().length >= BUILT_FOR_DOUBTED)
            return { verdict: 'ok', state: number }
          return { verdict: 'doubted', reason: { code: 'ODD', message: '' } }
        },
        accept: ({ id }) => faults.get(id) !== 'unaccepted',
        irreversible: (number) => number - plan.lag,
      })
      const replayed: TreeBlock[] = []
      const settled: TreeBlock[] = []
      for (const index of plan.arrivals) {
        const block = blocks[index] as TreeBlock
        const wasGiven = model.received.has(block.id)
        model.take(block.id)
        const { outcome, undone, applied, states, irreversible, released } = addBlock(tree, block)
        t.deepEqual(
          states,
          applied.map(({ number }) => number),
        )
        for (const each of undone) t.is(replayed.pop(), each)
        for (const each of applied) {
          t.is(each.previous, replayed.at(-1)?.id ?? GENESIS.id)
          replayed.push(each)
        }
        if (wasGiven && outcome !== 'held') t.true(undone.length + applied.length === 0)
        settled.push(...irreversible)
        t.deepEqual(released, [])
        const head = replayed.at(-1) ?? start
        t.true(model.best.includes(head), `${outcome}: head ${head.number}, best ${model.best[0]?.number}`)
        model.settle(head)
        t.is(tree.head.id, head.id)
        t.is(tree.root.number, model.floor.number)
        t.deepEqual(settled, replayed.slice(0, model.floor.number))
        for (const [number, { id }] of replayed.entries()) t.is(idInChain(tree, number + 1), id)
        t.is(outcome === 'applied', applied.includes(block))
      }
      const inChain = [...tree.chain].filter((node) => node !== tree.root)
      const waiting = [...tree.branches.values()]
      const kept = [...inChain, ...waiting]
      t.is(tree.blockCount, kept.length)
      t.is(tree.sizeBytes, kept.length * 10)
      t.true([...tree.chain].every(({ place }) => place === 'chain'))
      t.true(waiting.every(({ place }) => place === 'branch'))
      t.deepEqual(
        [...tree.branches.keys()],
        waiting.map((node) => idOf(tree, node)),
      )
      t.is(tree.besideCount, waiting.length + tree.held.ids.size)
      for (const node of kept) {
        t.is(node.block?.previous, node.parent && idOf(tree, node.parent))
        t.is(nodeOf(tree, node.block?.id ?? ''), node)
      }
      for (const node of tree.doubted.keys()) t.true(blocksAbove(node).length < BUILT_FOR_DOUBTED)
    }),
    { numRuns: 1000 },
  )
})

test('in any tree and with any limits, what is kept stays within them and the changes can be replayed', (t) => {
  fc.assert(
    fc.property(
      plans,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 6 }),
      (plan, maxBlocks, maxHeldBlocks) => {
        const blocks = toBlocks(plan)
        const tree = createForkTree<TreeBlock, null>(GENESIS, null, LENIENT, { maxBlocks, maxHeldBlocks })
        const replayed: TreeBlock[] = []
        let released = 0
        for (const index of plan.arrivals) {
          const added = addBlock(tree, blocks[index] as TreeBlock)
          for (const each of added.undone) t.is(replayed.pop(), each)
          for (const each of added.applied) {
            t.is(each.previous, replayed.at(-1)?.id ?? GENESIS.id)
            replayed.push(each)
          }
          for (const each of added.released) {
            t.is(replayed[released], each)
            released += 1
          }
          t.true(replayed.length >= released)
          t.true(tree.blockCount <= maxBlocks)
          t.true(tree.held.ids.size <= maxHeldBlocks)
        }
      },
    ),
    { numRuns: 1000 },
  )
})
