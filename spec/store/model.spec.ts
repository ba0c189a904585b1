import { join } from 'node:path'
import test, { type ExecutionContext } from 'ava'
import fc from 'fast-check'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { createRandom } from '../../lib/devnet/random.ts'
import { UsageError } from '../../lib/errors.ts'
import type { BlockStore, StorableBlock } from '../../lib/store/block-store.ts'
import { createMemoryStore } from '../../lib/store/memory-store.ts'
import { messageHashOf } from '../../lib/store/message-hashes.ts'
import { openDiskStore } from '../../lib/store/open-disk-store.ts'
import { makeBlocks } from '../../scripts/soak/planned-appends.ts'
import { CHAIN_ID, makeFolder, toList } from '../support/store-folder.ts'

/** What is done to a store and to a list of blocks alike. */
type Step =
  /** Goes on `undone` blocks below the end; 0: at the end. Several are asked for before the first is awaited. */
  | { readonly do: 'append'; readonly runs: readonly { readonly undone: number; readonly count: number }[] }
  /** Blocks that do not belong there. */
  | { readonly do: 'refuse'; readonly how: 'gap' | 'other' | 'below' | 'broken' | 'none' | 'misnamed' }
  | { readonly do: 'reopen' }

const run = fc.record({
  undone: fc.constantFrom(0, 0, 0, 1, 2, 7, 1000),
  count: fc.integer({ min: 1, max: 12 }),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      runs: fc.array(run, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refuse' as const),
      how: fc.constantFrom('gap', 'other', 'below', 'broken', 'none', 'misnamed'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
)

interface Kept {
  store: BlockStore
  /** Undefined where the store does not outlive its process. */
  readonly reopen: (() => Promise<BlockStore>) | undefined
  /** So many of the newest blocks are kept. */
  readonly most: number
}

async function follow(t: ExecutionContext, kept: Kept, base: number, seed: string, steps: readonly Step[]) {
  const random = createRandom(seed)
  const baseId = base === 0 ? GENESIS.id : base.toString(16).padStart(8, '0') + 'cd'.repeat(16)
  let model: StorableBlock[] = []
  const next = (undone: number, count: number) => {
    model = model.slice(0, Math.max(0, model.length - undone))
    const below = model.at(-1) ?? { number: lowest(), id: lowestId() }
    return makeBlocks(random, below.number, below.id, count)
  }
  // A store that forgot its oldest blocks takes nothing below those it has.
  let bottom = { number: base, id: baseId }
  const lowest = () => bottom.number
  const lowestId = () => bottom.id
  const trim = () => {
    while (model.length > kept.most) {
      const { number, id } = model.shift() as StorableBlock
      bottom = { number, id }
    }
  }

  for (const each of steps) {
    if (each.do === 'append') {
      const appended = each.runs.map(({ undone, count }) => {
        const blocks = next(undone, count)
        model.push(...blocks)
        trim()
        return { ends: kept.store.append(blocks), last: blocks.at(-1) as StorableBlock }
      })
      for (const { ends, last } of appended) t.deepEqual(await ends, { number: last.number, id: last.id })
    } else if (each.do === 'refuse') {
      await refuse(t, kept.store, model, each.how, random)
    } else if (kept.reopen !== undefined) {
      await kept.store.close()
      kept.store = await kept.reopen()
    }
    await compare(t, kept.store, model)
  }
  await kept.store.close()
}

async function refuse(
  t: ExecutionContext,
  store: BlockStore,
  model: readonly StorableBlock[],
  how: Extract<Step, { readonly do: 'refuse' }>['how'],
  random: ReturnType<typeof createRandom>,
) {
  const [first] = model
  const last = model.at(-1)
  const stranger = 'ee'.repeat(20)
  const follow = (number: number, id: string, count = 2) => makeBlocks(random, number, id, count)
  const wrong = (): readonly StorableBlock[] => {
    if (how === 'none') return []
    const number = last?.number ?? 0
    const id = last?.id ?? GENESIS.id
    if (how === 'broken') return [...follow(number, id), ...follow(number + 7, stranger)]
    if (how === 'misnamed') return follow(number, id).map((block) => ({ ...block, number: block.number + 1 }))
    if (last === undefined || first === undefined) return []
    if (how === 'gap') return follow(number + 1, stranger)
    if (how === 'below') return follow(first.number - 2, stranger)
    return follow(
      random.between(first.number, number),
      number.toString(16).padStart(8, '0') + 'ef'.repeat(16),
    )
  }
  const blocks = wrong()
  // Blocks of the wrong branch begin at 1 where the store begins at 1: there they are as wrong as anywhere.
  if (blocks.length > 0 && (blocks[0]?.number ?? 0) < 1) return
  const error = await t.throwsAsync(store.append(blocks), { instanceOf: UsageError })
  t.true(['NOT_LINKED', 'BAD_VALUE'].includes(error.code), `${how}: ${error.message}`)
}

async function compare(t: ExecutionContext, store: BlockStore, model: readonly StorableBlock[]) {
  const cursor = (block: StorableBlock | undefined) => block && { number: block.number, id: block.id }
  const [first] = model
  const last = model.at(-1)
  t.deepEqual(await store.first(), cursor(first))
  t.deepEqual(await store.last(), cursor(last))
  const plain = (blocks: readonly StorableBlock[]) =>
    blocks.map(({ number, id, raw }) => `${number} ${id} ${Buffer.from(raw).toString('hex')}`)
  const read = async (from: number, to?: number) =>
    plain((await toList(store.read(from, to))) as StorableBlock[])
  t.deepEqual(await read(0), plain(model))
  if (first === undefined || last === undefined) return
  const middle = model[model.length >> 1] as StorableBlock
  t.deepEqual(await read(middle.number, last.number - 1), plain(model.slice(model.length >> 1, -1)))
  for (const block of [first, middle, last]) {
    t.deepEqual(Buffer.from((await store.get(block.number)) ?? []), Buffer.from(block.raw))
    t.deepEqual(Buffer.from((await store.get(block.id)) ?? []), Buffer.from(block.raw))
    t.is((await store.getByMessageHash(messageHashOf(block)))?.id, block.id)
  }
  t.is(await store.get(last.number + 1), undefined)
  t.is(await store.get(first.number - 1), undefined)
  t.is(await store.get(last.id.slice(0, -2) + (last.id.endsWith('00') ? '01' : '00')), undefined)
  t.is(await store.getByMessageHash('00'.repeat(20)), undefined)
}

const base = fc.constantFrom(0, 0, 41, 90_000_000)
const plan = fc.array(step, { minLength: 1, maxLength: 20 })

test('a store in memory holds what a list of blocks would', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      base,
      fc.string(),
      plan,
      fc.constantFrom(5, 20, Infinity),
      async (base, seed, steps, most) => {
        const store = createMemoryStore(most === Infinity ? {} : { maxBlocks: most })
        await follow(t, { store, reopen: undefined, most }, base, seed, steps)
      },
    ),
    { numRuns: 150 },
  )
})

test('a store on disk holds what a list of blocks would, opened again as often as one likes', async (t) => {
  const folder = await makeFolder(t)
  let count = 0
  await fc.assert(
    fc.asyncProperty(base, fc.string(), plan, async (base, seed, steps) => {
      const directory = join(folder, String((count += 1)))
      const reopen = () => openDiskStore({ directory, chainId: CHAIN_ID })
      await follow(t, { store: await reopen(), reopen, most: Infinity }, base, seed, steps)
    }),
    { numRuns: 40 },
  )
})
