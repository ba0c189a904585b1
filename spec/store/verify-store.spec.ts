import test from 'ava'
import { makeTestChain } from '../support/test-chain.ts'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { StoreError } from '../../lib/errors.ts'
import { buildBlock } from '../../lib/devnet/build-block.ts'
import { rawOf, toServedBlock } from '../../lib/devnet/served-block.ts'
import type { StoredBlock } from '../../lib/store/block-store.ts'
import type { StoreReader } from '../../lib/store/open-store-reader.ts'
import { verifyStore } from '../../lib/store/verify-store.ts'
import { toList } from '../support/store-folder.ts'

const chain = makeTestChain(20)
const good = Array.from({ length: 20 }, (_, index): StoredBlock => {
  const { number, id, raw } = chain.received(index + 1)
  return { number, id, raw }
})

/** A reader of these blocks; where there is none it says that one is damaged. */
function readerOf(blocks: readonly (StoredBlock | undefined)[], missed?: StoreReader['missed']): StoreReader {
  return {
    chainId: '',
    ends: [1, blocks.length],
    missed,
    // eslint-disable-next-line @typescript-eslint/require-await -- files have to be waited for
    async *read(from, to) {
      for (let number = from; number <= to; number += 1) {
        const block = blocks[number - 1]
        if (block === undefined)
          throw new StoreError('DAMAGED', `block ${number} is bad`, { range: [number, number] })
        yield block
      }
    },
    get: (number) => Promise.resolve(blocks[number - 1]),
    close: () => Promise.resolve(),
  }
}

async function problemsOf(reader: StoreReader): Promise<readonly (string | undefined)[]> {
  const found = await toList(verifyStore(reader, 'BTS'))
  return found.flatMap(({ problem }) => (problem === undefined ? [] : [problem]))
}

function changed(number: number, change: (block: StoredBlock) => StoredBlock): readonly StoredBlock[] {
  return good.map((block) => (block.number === number ? change(block) : block))
}

function withByte(raw: Uint8Array, at: number): Uint8Array {
  const copy = raw.slice()
  copy[at] = (copy[at] as number) ^ 1
  return copy
}

test('a good chain has no problem', async (t) => {
  const found = await toList(verifyStore(readerOf(good), 'BTS'))
  t.is(found.length, 20)
  t.deepEqual(await problemsOf(readerOf(good)), [])
})

test('each kind of problem is named, and what is behind it looked at', async (t) => {
  const wrongId = changed(7, (block) => ({ ...block, raw: withByte(block.raw, 30) }))
  t.deepEqual(await problemsOf(readerOf(wrongId)), ['block 7 is not the one its id names'])
  const longer = changed(7, (block) => ({ ...block, raw: Uint8Array.of(...block.raw, 0) }))
  t.deepEqual(await problemsOf(readerOf(longer)), ['block 7 has bytes behind its end'])
  const shorter = changed(7, (block) => ({ ...block, raw: block.raw.slice(0, -1) }))
  t.regex((await problemsOf(readerOf(shorter)))[0] ?? '', /^block 7 is no block: /)
  const holes = good.map((block) => ([7, 12, 20].includes(block.number) ? undefined : block))
  t.deepEqual(await problemsOf(readerOf(holes)), ['block 7 is bad', 'block 12 is bad', 'block 20 is bad'])
})

test('where a file cannot be read the blocks are tried one by one', async (t) => {
  const reader = readerOf(good)
  const broken: StoreReader = {
    ...reader,
    async *read(from, to) {
      if (from <= 9 && to >= 8) throw new StoreError('IO', 'the disk broke')
      yield* reader.read(from, to)
    },
    get: (number) => {
      if (number === 8 || number === 9) return Promise.reject(new StoreError('IO', 'the disk broke'))
      return Promise.resolve(good[number - 1])
    },
  }
  t.deepEqual(await problemsOf(broken), [
    'block 8 cannot be read: the disk broke',
    'block 9 cannot be read: the disk broke',
  ])
  t.is((await toList(verifyStore(broken, 'BTS'))).length, 20)
})

test('a chain that is not one is found at the joint', async (t) => {
  const other = makeTestChain(20, 'other')
  const mixed = good.map((block) =>
    block.number < 10 ? block : { ...block, ...pick(other.received(block.number)) },
  )
  t.deepEqual(await problemsOf(readerOf(mixed)), ['block 10 does not continue block 9'])
})

test('transactions that are not those of the merkle root are found, and later protocols counted', async (t) => {
  // One transaction with an operation no version knows, under a root that is that of none.
  const { previous, timestamp } = chain.served(1)
  const block = buildBlock(
    { number: 1, previous, timestamp, witness: 1, transactions: [] },
    new Uint8Array(32).fill(7),
  )
  const header = rawOf(block).slice(0, -1)
  const unknown = Uint8Array.of(...header, 1, ...new Uint8Array(10), 1, 120, ...new Uint8Array(20))
  const known = Uint8Array.of(...header, 1, ...new Uint8Array(10), 0, 0, 0, 0)
  const stored = (raw: Uint8Array) => readerOf([{ number: 1, id: toServedBlock(payloadOf(raw)).id, raw }])
  t.deepEqual(await problemsOf(stored(known)), ['the transactions of block 1 do not fit its merkle root'])
  const found = await toList(verifyStore(stored(unknown), 'BTS'))
  t.deepEqual(found, [{ first: 1, last: 1, problem: undefined, isUnchecked: true }])
})

test('a lost end of the same length is found by what was durable last', async (t) => {
  t.deepEqual(await problemsOf(readerOf(good, { number: 20, id: good[19]?.id ?? '' })), [])
  t.deepEqual(await problemsOf(readerOf(good, { number: 18, id: GENESIS.id })), [
    'block 18 is not the one that was the last to become durable',
  ])
})

function pick({ id, raw }: { readonly id: string; readonly raw: Uint8Array }) {
  return { id, raw }
}

function payloadOf(raw: Uint8Array): Uint8Array {
  return Uint8Array.of(...raw, ...new Uint8Array(20))
}
