import test from 'ava'
import fc from 'fast-check'
import { firstValueFrom, lastValueFrom, NEVER, Subject, tap, throwError, timer } from 'rxjs'
import { type Cursor, GENESIS } from '../../lib/chain/cursor.ts'
import { createRandom } from '../../lib/devnet/random.ts'
import type { StorableBlock } from '../../lib/store/block-store.ts'
import { createMemoryStore } from '../../lib/store/memory-store.ts'
import {
  type ChainStep,
  MAX_UNWRITTEN_BLOCKS,
  MAX_UNWRITTEN_BYTES,
  storeChain,
} from '../../lib/store/store-chain.ts'
import { makeBlocks } from '../../scripts/soak/planned-appends.ts'
import { toList } from '../support/store-folder.ts'

const blocks = makeBlocks(createRandom('chain'), 0, GENESIS.id, 2 * MAX_UNWRITTEN_BLOCKS)
const applied = (block: StorableBlock): ChainStep => ({ type: 'block_applied', block })
const undone = (block: StorableBlock): ChainStep => ({ type: 'block_undone', block })
const settle = () => firstValueFrom(timer(0))

/** A store that is told when to be done, under an operator that is told what happens. */
function makeWriter() {
  const appends: { readonly run: readonly StorableBlock[]; done(): void; fail(error: Error): void }[] = []
  const store = {
    append: (run: readonly StorableBlock[]) =>
      new Promise<Cursor>((resolve, reject) => {
        const { number, id } = run.at(-1) as StorableBlock
        appends.push({ run, done: () => resolve({ number, id }), fail: reject })
      }),
  }
  const told: string[] = []
  const gate = { close: () => void told.push('close'), open: () => void told.push('open') }
  const step$ = new Subject<ChainStep>()
  const subscription = step$.pipe(storeChain(store, gate)).subscribe({
    next: ({ number }) => told.push(`${number} is durable`),
    error: (error: unknown) => told.push((error as Error).message),
    complete: () => told.push('complete'),
  })
  const heard = () =>
    told.splice(0).filter((line, index, lines) => line !== 'open' || lines[index + 1] !== 'open')
  return {
    appends,
    step$,
    subscription,
    heard,
    numbers: () => appends.map(({ run }) => run.map(({ number }) => number)),
  }
}

test('what comes together is written together, and what comes meanwhile next', async (t) => {
  const { appends, step$, heard, numbers } = makeWriter()
  for (const block of blocks.slice(0, 3)) step$.next(applied(block))
  await settle()
  for (const block of blocks.slice(3, 5)) step$.next(applied(block))
  await settle()
  t.deepEqual(numbers(), [[1, 2, 3]])
  appends[0]?.done()
  await settle()
  t.deepEqual(numbers(), [
    [1, 2, 3],
    [4, 5],
  ])
  step$.complete()
  appends[1]?.done()
  await settle()
  t.deepEqual(
    heard().filter((line) => line !== 'open'),
    ['3 is durable', '5 is durable', 'complete'],
  )
})

test('what is undone before it was written never is, and another branch takes the place of what was', async (t) => {
  const { appends, step$, numbers } = makeWriter()
  for (const block of blocks.slice(0, 3)) step$.next(applied(block))
  await settle()
  const [fourth, third, second] = [blocks[3], blocks[2], blocks[1]] as [
    StorableBlock,
    StorableBlock,
    StorableBlock,
  ]
  step$.next(applied(fourth))
  for (const block of [fourth, third, second]) step$.next(undone(block))
  const other = makeBlocks(createRandom('other'), 1, blocks[0]?.id ?? '', 4)
  for (const block of other) step$.next(applied(block))
  step$.next({ type: 'block_irreversible', block: blocks[0] as StorableBlock })
  appends[0]?.done()
  await settle()
  t.deepEqual(numbers(), [
    [1, 2, 3],
    [2, 3, 4, 5],
  ])
  t.deepEqual(appends[1]?.run, other)
})

test('the gate is closed while too many blocks wait, and opened at half', async (t) => {
  const { appends, step$, subscription, heard } = makeWriter()
  for (const block of blocks.slice(0, MAX_UNWRITTEN_BLOCKS - 1)) step$.next(applied(block))
  t.false(heard().includes('close'))
  step$.next(applied(blocks[MAX_UNWRITTEN_BLOCKS - 1] as StorableBlock))
  t.deepEqual(heard(), ['close'])
  await settle()
  appends[0]?.done()
  await settle()
  t.deepEqual(heard(), ['open', '2000 is durable'])
  subscription.unsubscribe()
})

test('the gate is closed while too many bytes wait, and left open at the end', (t) => {
  const { step$, subscription, heard } = makeWriter()
  const [first] = blocks as [StorableBlock]
  step$.next(applied({ ...first, raw: new Uint8Array(MAX_UNWRITTEN_BYTES) }))
  t.deepEqual(heard(), ['close'])
  subscription.unsubscribe()
  t.deepEqual(heard(), ['open'])
})

test('an append that fails ends the stream with its error', async (t) => {
  const { appends, step$, heard } = makeWriter()
  step$.next(applied(blocks[0] as StorableBlock))
  await settle()
  appends[0]?.fail(new Error('the disk broke'))
  await settle()
  t.true(heard().includes('the disk broke'))
  t.false(step$.observed)
})

test('an error of the source comes after what it gave is durable', async (t) => {
  const { appends, step$, heard } = makeWriter()
  step$.next(applied(blocks[0] as StorableBlock))
  step$.error(new Error('over'))
  await settle()
  appends[0]?.done()
  await settle()
  t.deepEqual(
    heard().filter((line) => line !== 'open'),
    ['1 is durable', 'over'],
  )
  const empty: string[] = []
  throwError(() => new Error('at once'))
    .pipe(storeChain(createMemoryStore(), { close() {}, open() {} }))
    .subscribe({ error: (error: unknown) => empty.push((error as Error).message) })
  t.deepEqual(empty, ['at once'])
})

test('what waits when the subscriber leaves is given to the store', async (t) => {
  const { appends, step$, subscription, numbers } = makeWriter()
  step$.next(applied(blocks[0] as StorableBlock))
  await settle()
  step$.next(applied(blocks[1] as StorableBlock))
  step$.next(applied(blocks[2] as StorableBlock))
  subscription.unsubscribe()
  t.deepEqual(numbers(), [[1], [2, 3]])
  appends[0]?.done()
  appends[1]?.fail(new Error('nobody hears it'))
  await settle()
  t.is(appends.length, 2)
})

test('leaving unsubscribes from the source', (t) => {
  let isOver = false
  const never$ = NEVER.pipe(tap({ unsubscribe: () => (isOver = true) }))
  never$
    .pipe(storeChain(createMemoryStore(), { close() {}, open() {} }))
    .subscribe()
    .unsubscribe()
  t.true(isOver)
})

test('whatever the chain does, the store ends with it', async (t) => {
  const move = fc.record({
    undone: fc.nat(6),
    applied: fc.integer({ min: 1, max: 12 }),
    pauses: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 20 }), fc.string(), async (moves, seed) => {
      const random = createRandom(seed)
      const store = createMemoryStore()
      const step$ = new Subject<ChainStep>()
      const durable: Cursor[] = []
      const written = lastValueFrom(
        step$.pipe(
          storeChain(store, { close() {}, open() {} }),
          tap((cursor) => durable.push(cursor)),
        ),
        { defaultValue: undefined },
      )
      let chain: StorableBlock[] = []
      for (const { undone: count, applied: more, pauses } of moves) {
        for (const block of chain.slice(Math.max(0, chain.length - count)).reverse())
          step$.next(undone(block))
        chain = chain.slice(0, Math.max(0, chain.length - count))
        const { number, id } = chain.at(-1) ?? GENESIS
        const next = makeBlocks(random, number, id, more + count)
        for (const block of next) step$.next(applied(block))
        chain.push(...next)
        if (pauses) await settle()
      }
      step$.complete()
      await written
      t.deepEqual(
        (await toList(store.read(1))).map(({ id }) => id),
        chain.map(({ id }) => id),
      )
      if (chain.length > 0) t.is(durable.at(-1)?.id, chain.at(-1)?.id)
    }),
    { numRuns: 60 },
  )
})
