import test from 'ava'
import { watchStore } from '../../lib/metrics/watch-store.ts'
import { createMemoryStore } from '../../lib/store/memory-store.ts'
import { openDiskStore } from '../../lib/store/open-disk-store.ts'
import { chainOf, CHAIN_ID } from '../support/page-world.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const BLOCKS = chainOf(3)
const BYTES = BLOCKS.reduce((sum, { raw }) => sum + raw.length, 0)

test('a store in memory is as large as its blocks', async (t) => {
  const store = createMemoryStore()
  const read = watchStore(store)
  t.deepEqual(await read(), { durableBlock: undefined, sizeBytes: 0 })
  await store.append(BLOCKS)
  t.deepEqual(await read(), { durableBlock: 3, sizeBytes: BYTES })
  await store.close()
  t.deepEqual(await read(), { durableBlock: undefined, sizeBytes: 0 })
})

test('a store on disk is as large as its files, and says so before anything is written', async (t) => {
  const directory = (await temporaryFolder(t))('data')
  const first = await openDiskStore({ directory, chainId: CHAIN_ID })
  await first.append(BLOCKS)
  await first.close()
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  const { durableBlock, sizeBytes = 0 } = (await watchStore(store)()) ?? {}
  t.is(durableBlock, 3)
  t.true(sizeBytes >= BYTES, `${sizeBytes} bytes`)
  await store.close()
})

test('however many ask, the store is asked by one at a time', async (t) => {
  let asked = 0
  let answer: (size: number) => void = () => {}
  const sizeBytes = () => {
    asked += 1
    return new Promise<number>((resolve) => (answer = resolve))
  }
  const read = watchStore({ last: () => Promise.resolve(undefined), sizeBytes })
  const answers = Array.from({ length: 100 }, () => read())
  t.is(asked, 1)
  answer(5)
  for (const figures of await Promise.all(answers)) t.is(figures?.sizeBytes, 5)
  void read()
  t.is(asked, 2)
})

test('a store that fails has no figures, and none is none', async (t) => {
  const read = watchStore({ last: () => Promise.reject(new Error('closed')) })
  t.is(await read(), undefined)
  t.is(await watchStore(undefined)(), undefined)
})
