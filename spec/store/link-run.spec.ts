import test from 'ava'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { UsageError } from '../../lib/errors.ts'
import { blockBelow, joinRun, MAX_REPLACED_BLOCKS, type Span, toRun } from '../../lib/store/link-run.ts'
import { blockId } from '../support/blocks.ts'

/** Blocks of a branch, the first of which continues that of another. */
function run(first: number, last: number, branch = 'a', below = branch): Span {
  return {
    first: { number: first, id: blockId(first, branch) },
    base: first === 1 ? GENESIS.id : blockId(first - 1, below),
    last: { number: last, id: blockId(last, branch) },
  }
}

const STORED = run(101, 200)

const places: readonly (readonly [
  title: string,
  span: Span | undefined,
  run: Span,
  below: string | undefined,
  after: Span,
])[] = [
  ['an empty store takes any', undefined, run(101, 110), undefined, run(101, 110)],
  ['what comes next', STORED, run(201, 210), undefined, run(101, 210)],
  [
    'another end',
    STORED,
    run(200, 203, 'b', 'a'),
    blockId(199),
    { ...STORED, last: run(200, 203, 'b').last },
  ],
  [
    'a shorter end',
    STORED,
    run(150, 160, 'b', 'a'),
    blockId(149),
    { ...STORED, last: run(150, 160, 'b').last },
  ],
  ['another beginning', STORED, run(101, 103, 'b', 'a'), undefined, run(101, 103, 'b', 'a')],
]
for (const [title, span, next, below, after] of places) {
  test(`joins ${title}`, (t) => {
    t.is(blockBelow(span, next), below === undefined ? undefined : next.first.number - 1)
    t.deepEqual(joinRun(span, next, below), after)
  })
}

const refused: readonly (readonly [title: string, span: Span | undefined, run: Span, message: string])[] = [
  ['a gap', STORED, run(202, 203), 'block 202 leaves a gap: the store ends with block 200'],
  ['what is below', STORED, run(100, 103), 'block 100 is below the store, which begins with block 101'],
  [
    'too much at once',
    run(1, MAX_REPLACED_BLOCKS + 2),
    run(2, 3),
    `block 2 would replace more than 100000 blocks: the store ends with block ${MAX_REPLACED_BLOCKS + 2}`,
  ],
]
for (const [title, span, next, message] of refused) {
  test(`refuses ${title}`, (t) => {
    t.throws(() => blockBelow(span, next), { instanceOf: UsageError, code: 'NOT_LINKED', message })
  })
}

test('refuses blocks of another branch wherever they would join', (t) => {
  for (const [span, next, below] of [
    [STORED, run(201, 203, 'b'), undefined],
    [STORED, run(180, 203, 'b'), blockId(179)],
    [STORED, run(101, 203, 'b'), undefined],
    [undefined, { ...run(1, 3), base: blockId(0, 'b') }, undefined],
  ] as const) {
    t.throws(() => joinRun(span, next, below), { instanceOf: UsageError, code: 'NOT_LINKED' })
  }
})

test('refuses lists that are no run', (t) => {
  const raw = new Uint8Array(100)
  const block = (number: number, id = blockId(number)) => ({ number, id, previous: blockId(number - 1), raw })
  t.deepEqual(toRun([block(5), block(6)]), run(5, 6))
  t.throws(() => toRun([]), { code: 'BAD_VALUE' })
  t.throws(() => toRun([block(5), block(7)]), { code: 'NOT_LINKED' })
  t.throws(() => toRun([block(5), { ...block(6), previous: blockId(5, 'b') }]), { code: 'NOT_LINKED' })
  t.throws(() => toRun([block(5, blockId(6))]), { code: 'BAD_VALUE' })
  t.throws(() => toRun([block(5, 'five')]), { code: 'BAD_VALUE' })
  t.throws(() => toRun([block(0)]), { code: 'BAD_VALUE' })
})
