import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test, { type ExecutionContext } from 'ava'
import { ClassicLevel } from 'classic-level'
import { GENESIS } from '../../lib/chain/cursor.ts'
import { createRandom } from '../../lib/devnet/random.ts'
import { StoreError, type StoreErrorCode } from '../../lib/errors.ts'
import type { StorableBlock } from '../../lib/store/block-store.ts'
import { CHECKED_BLOCKS } from '../../lib/store/last-good.ts'
import { type Change, openLevelFiles } from '../../lib/store/level-files.ts'
import { openStoreReader } from '../../lib/store/open-store-reader.ts'
import { openDiskStore } from '../../lib/store/open-disk-store.ts'
import { verifyStore } from '../../lib/store/verify-store.ts'
import { makeBlocks } from '../../scripts/soak/planned-appends.ts'
import { CHAIN_ID, makeFolder, toList } from '../support/store-folder.ts'

const OTHER_CHAIN = 'cd'.repeat(32)
const blocks = makeBlocks(createRandom('open'), 0, GENESIS.id, 1500)
const block = (number: number): StorableBlock => blocks[number - 1] as StorableBlock

async function refuses(
  t: ExecutionContext,
  promise: Promise<unknown>,
  code: StoreErrorCode,
  message: string,
) {
  const error = await t.throwsAsync(promise, { instanceOf: StoreError })
  t.is(error.code, code)
  t.is(error.message, message)
}

/** A folder with a store of these blocks. */
async function filled(t: ExecutionContext, count = 300): Promise<string> {
  const directory = await makeFolder(t)
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  await store.append(blocks.slice(0, count))
  await store.close()
  return directory
}

/** Changes records behind the store's back. */
async function tamper(directory: string, change: Change): Promise<void> {
  const files = await openLevelFiles(directory)
  await files.commit([change], 9)
  await files.close()
}

/** Flips a bit of a record. */
async function damage(directory: string, number: number): Promise<void> {
  const level = new ClassicLevel<Uint8Array, Uint8Array>(join(directory, 'blocks'), {
    keyEncoding: 'view',
    valueEncoding: 'view',
  })
  const key = Buffer.from([0x62, 0, 0, number >> 8, number & 255])
  const record = (await level.get(key)) as Uint8Array
  record[30] = (record[30] as number) ^ 1
  await level.put(key, record)
  await level.close()
}

test('a directory is of one process at a time', async (t) => {
  const directory = await makeFolder(t)
  const script = fileURLToPath(new URL('../../scripts/soak/append-until-killed.js', import.meta.url))
  const args = [script, directory, CHAIN_ID, 'spec', '0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  const inUse = `${directory} is in use by another process: one at a time may have it open`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'LOCKED', inUse)

  child.kill('SIGKILL')
  await once(child, 'close')
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'LOCKED', inUse)
  await store.close()
  await (await openDiskStore({ directory, chainId: CHAIN_ID })).close()
})

test('a directory is of one chain', async (t) => {
  const directory = await filled(t)
  const message = `${directory} holds blocks of chain ${CHAIN_ID}, not of ${OTHER_CHAIN}: choose another directory`
  await refuses(t, openDiskStore({ directory, chainId: OTHER_CHAIN }), 'WRONG_CHAIN', message)
  const reader = await openStoreReader(directory)
  t.is(reader.chainId, CHAIN_ID)
  t.deepEqual(reader.ends, [1, 300])
  await reader.close()
})

test('what a later version wrote is left as it is', async (t) => {
  const directory = await filled(t)
  await writeFile(
    join(directory, 'store.json'),
    JSON.stringify({ format: 2, chainId: CHAIN_ID, what: 'else' }),
  )
  const before = await readdir(directory, { recursive: true })
  const message = `${directory} was written by a later version of rx-bitshares (format 2, this one knows 1)`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'WRONG_VERSION', message)
  t.deepEqual(await readdir(directory, { recursive: true }), before)
})

test('a directory that is no store is not taken for one', async (t) => {
  const directory = await makeFolder(t)
  const none = `${directory} is not a directory in which blocks are kept`
  await refuses(t, openStoreReader(directory), 'WRONG_VERSION', none)
  t.deepEqual(await readdir(directory), [])
  await writeFile(join(directory, 'store.json'), '{"format":')
  const unreadable = `${join(directory, 'store.json')} is not what rx-bitshares writes there`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'WRONG_VERSION', unreadable)
  const file = join(directory, 'store.json', 'below')
  await t.throwsAsync(openDiskStore({ directory: file, chainId: CHAIN_ID }), { code: 'IO' })
})

test('blocks without a label are refused, files without blocks get one', async (t) => {
  const directory = await filled(t)
  await rm(join(directory, 'store.json'))
  const message = `${directory} has blocks, but nothing that says of which chain`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'WRONG_VERSION', message)

  // As a process leaves it that was killed between the two.
  const other = await makeFolder(t)
  await (await openLevelFiles(other)).close()
  await (await openDiskStore({ directory: other, chainId: CHAIN_ID })).close()
  t.deepEqual(JSON.parse(await readFile(join(other, 'store.json'), 'utf8')), { format: 1, chainId: CHAIN_ID })
})

const tails: readonly (readonly [title: string, change: Change | number, good: number])[] = [
  ['a damaged last block', 300, 299],
  ['a damaged block near the end', 250, 249],
  ['a gap near the end', { removed: [240, 260], blocks: [] }, 239],
  [
    'blocks of another branch at the end',
    { removed: undefined, blocks: makeBlocks(createRandom('b'), 290, block(289).id, 3) },
    290,
  ],
]
for (const [title, change, good] of tails) {
  test(`${title}: the end is cut off and can be fetched again`, async (t) => {
    const directory = await filled(t)
    await (typeof change === 'number' ? damage(directory, change) : tamper(directory, change))
    const store = await openDiskStore({ directory, chainId: CHAIN_ID })
    t.deepEqual(store.cut, [good + 1, 300])
    t.deepEqual(await store.last(), { number: good, id: block(good).id })
    t.is(await store.get(300), undefined)
    await store.append(blocks.slice(good, 320))
    t.is((await toList(store.read(1))).length, 320)
    await store.close()
    const again = await openDiskStore({ directory, chainId: CHAIN_ID })
    t.is(again.cut, undefined)
    t.is((await again.last())?.number, 320)
    await again.close()
  })
}

test('damage below the end is met where it is, and what is behind it can be read', async (t) => {
  const directory = await filled(t, 1500)
  await damage(directory, 100)
  await tamper(directory, { removed: [200, 210], blocks: [] })
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  t.is(store.cut, undefined)
  const damaged = `block 100 in ${directory} is not what was written there`
  await refuses(t, store.get(100), 'DAMAGED', damaged)
  await refuses(t, toList(store.read(1)), 'DAMAGED', damaged)
  await refuses(t, store.get(205), 'DAMAGED', `block 205 is missing in ${directory}`)
  await refuses(t, toList(store.read(101)), 'DAMAGED', `blocks 200 to 210 are missing in ${directory}`)
  await refuses(t, toList(store.read(150, 205)), 'DAMAGED', `blocks 200 to 205 are missing in ${directory}`)
  t.is((await toList(store.read(211))).length, 1290)
  // The last branch may begin right above it.
  const error = await t.throwsAsync(store.append(makeBlocks(createRandom('c'), 210, block(210).id, 2)), {
    instanceOf: StoreError,
  })
  t.deepEqual(error.range, [210, 210])
  await store.close()
})

test('more damage than an end has is refused', async (t) => {
  const directory = await filled(t, 1500)
  await damage(directory, 1500 - CHECKED_BLOCKS + 1)
  const message = `the blocks in ${directory} end with more damage than can be cut off: delete the directory, and they are fetched again`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'DAMAGED', message)
})

/** The only file of that kind. */
async function fileOf(directory: string, ending: string): Promise<string> {
  const names = await readdir(join(directory, 'blocks'))
  return join(directory, 'blocks', names.find((name) => name.endsWith(ending)) ?? '')
}

test('an end that the library lost without a word is missed', async (t) => {
  const directory = await filled(t)
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  await store.append(blocks.slice(300, 350))
  await store.close()
  const log = await fileOf(directory, '.log')
  const bytes = await readFile(log)
  bytes[100] = (bytes[100] as number) ^ 1
  await writeFile(log, bytes)

  const reader = await openStoreReader(directory)
  t.deepEqual(reader.ends, [1, 350])
  t.deepEqual(reader.missed, { number: 350, id: block(350).id })
  await refuses(t, toList(reader.read(1, 350)), 'DAMAGED', `blocks 301 to 350 are missing in ${directory}`)
  await reader.close()

  const again = await openDiskStore({ directory, chainId: CHAIN_ID })
  t.deepEqual(again.cut, [301, 350])
  t.is((await again.append(blocks.slice(300, 310))).number, 310)
  await again.close()
  const mended = await openDiskStore({ directory, chainId: CHAIN_ID })
  t.is(mended.cut, undefined)
  t.is((await toList(mended.read(1))).length, 310)
  await mended.close()
})

test('when everything is lost that is said, too, and it begins anew', async (t) => {
  const directory = await filled(t)
  await truncate(await fileOf(directory, '.log'))
  const reader = await openStoreReader(directory)
  t.deepEqual(reader.ends, [1, 300])
  await reader.close()
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  t.deepEqual(store.cut, [1, 300])
  t.is(await store.last(), undefined)
  await store.append(blocks.slice(0, 10))
  await store.close()
  const again = await openDiskStore({ directory, chainId: CHAIN_ID })
  t.deepEqual([again.cut, (await again.last())?.number], [undefined, 10])
  await again.close()
})

test('a table that cannot be read is named', async (t) => {
  const directory = await filled(t)
  // Opening makes a table of the log.
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  await store.append(blocks.slice(300))
  await store.close()
  const table = await fileOf(directory, '.ldb')
  await truncate(table, 1000)
  const error = await t.throwsAsync(openDiskStore({ directory, chainId: CHAIN_ID }), {
    instanceOf: StoreError,
  })
  t.is(error.code, 'IO')
  t.true(error.message.includes(table), error.message)
  const reader = await openStoreReader(directory)
  const found = await toList(verifyStore(reader, 'BTS'))
  // Those made here have bytes behind their end, which says nothing of the files.
  const bad = found.filter(({ problem = 'behind its end' }) => !problem.endsWith('behind its end'))
  t.deepEqual([found.length - bad.length, bad.at(0)?.first, bad.at(-1)?.last], [1200, 1, 300])
  await reader.close()
})

test('without the file that names the others nothing is thrown away', async (t) => {
  const directory = await filled(t)
  await rm(join(directory, 'blocks', 'CURRENT'))
  const before = await readdir(directory, { recursive: true })
  const error = await t.throwsAsync(openDiskStore({ directory, chainId: CHAIN_ID }), {
    instanceOf: StoreError,
  })
  t.is(error.code, 'DAMAGED')
  t.deepEqual(await readdir(directory, { recursive: true }), before)
})

test('a state that nothing can be made of does no harm', async (t) => {
  const directory = await filled(t)
  const path = join(directory, 'state.json')
  const state = await readFile(path, 'utf8')
  for (const text of [
    '',
    '{',
    state.replace('"sequence":1', '"sequence":8'),
    '{"sequence":8,"checksum":1}',
    'null',
  ]) {
    await writeFile(path, text)
    const store = await openDiskStore({ directory, chainId: CHAIN_ID })
    t.deepEqual([store.cut, (await store.last())?.number], [undefined, 300], text)
    await store.close()
  }
})

test('a damaged first block of few leaves nothing to go on with', async (t) => {
  const directory = await filled(t)
  await damage(directory, 1)
  await rm(join(directory, 'state.json'))
  const message = `the blocks in ${directory} end with more damage than can be cut off: delete the directory, and they are fetched again`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'DAMAGED', message)
})

test('a damaged first block far from the end is known by the state, or else named', async (t) => {
  const directory = await filled(t, 1500)
  await damage(directory, 1)
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  t.deepEqual(await store.first(), { number: 1, id: block(1).id })
  await store.close()
  await rm(join(directory, 'state.json'))
  const message = `block 1, the first in ${directory}, is not what was written there`
  await refuses(t, openDiskStore({ directory, chainId: CHAIN_ID }), 'DAMAGED', message)
})

test('a closed store does nothing more', async (t) => {
  const directory = await filled(t)
  const store = await openDiskStore({ directory, chainId: CHAIN_ID })
  const appending = store.append(blocks.slice(300, 310))
  await store.close()
  t.is((await appending).number, 310)
  await t.throwsAsync(store.append(blocks.slice(310, 320)), { code: 'CLOSED' })
  await t.throwsAsync(store.get(1), { code: 'CLOSED' })
  await t.throwsAsync(toList(store.read(1)), { code: 'CLOSED' })
})
