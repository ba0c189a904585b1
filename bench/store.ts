// node dist/bench/store.js [RECORDING…]: what keeping blocks costs, with the library we use and with lmdb where that is installed
// (npm install --no-save lmdb). Each recording is written in commits of a thousand blocks, then block by block; read from end to
// end, then here and there; closed and opened again. Every commit waits for the disk.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readRecording } from '../lib/devnet/read-recording.ts'
import { rawOf } from '../lib/devnet/served-block.ts'
import type { StorableBlock } from '../lib/store/block-store.ts'
import { openLevelFiles } from '../lib/store/level-files.ts'
import { openDiskStore } from '../lib/store/open-disk-store.ts'
import { RECORD_OVERHEAD_BYTES, writeRecord } from '../lib/store/stored-record.ts'
import { median, round } from './figures.ts'
import { emptyChain, fullChain } from './sync.ts'

const COMMIT_BLOCKS = 1000
const SINGLE_COMMITS = 300
const GETS = 2000
const ROUNDS = 3

/** Figures of one library with one recording. */
export interface StoreFigures {
  readonly library: string
  /** Blocks a second, a thousand a commit, and as megabytes. */
  readonly writtenPerSecond: number
  readonly writtenMegabytesPerSecond: number
  /** Milliseconds for a commit of one block. */
  readonly commitMs: number
  readonly readPerSecond: number
  readonly getMicroseconds: number
  readonly openMs: number
  /** Bytes on disk for each byte of the blocks. */
  readonly diskRatio: number
}

/** What is measured. */
interface Engine {
  write(blocks: readonly StorableBlock[]): Promise<unknown>
  get(number: number): Promise<unknown>
  /** Reads everything; resolves with how many blocks there were. */
  scan(): Promise<number>
  close(): Promise<unknown>
}

type OpenEngine = (directory: string) => Promise<Engine>

const openStore: OpenEngine = async (directory) => {
  const store = await openDiskStore({ directory, chainId: '00'.repeat(32) })
  return {
    write: (blocks) => store.append(blocks),
    get: (number) => store.get(number),
    async scan() {
      let count = 0
      for await (const { number } of store.read(1)) count += Number(number > 0)
      return count
    },
    close: () => store.close(),
  }
}

const openLevel: OpenEngine = async (directory) => {
  const files = await openLevelFiles(directory)
  return {
    write: (blocks) => files.commit([{ removed: undefined, blocks }], 1),
    get: (number) => files.get(number),
    async scan() {
      let count = 0
      for await (const entries of files.entries(0, 0xffff_ffff)) count += entries.length
      return count
    },
    close: () => files.close(),
  }
}

/** The part of lmdb that is used. */
interface Lmdb {
  open(
    this: void,
    options: object,
  ): {
    transaction(run: () => void): Promise<unknown>
    put(key: number, value: Uint8Array): void
    get(key: number): unknown
    getRange(): Iterable<unknown>
    close(): Promise<void>
  }
}

/** Undefined where lmdb is not installed. */
async function importLmdb(): Promise<OpenEngine | undefined> {
  const name: string = 'lmdb'
  const lmdb = await (import(name) as Promise<Lmdb>).catch(() => undefined)
  if (lmdb === undefined) return undefined
  return (path) => {
    const database = lmdb.open({ path, encoding: 'binary', overlappingSync: false })
    return Promise.resolve({
      write: (blocks) =>
        database.transaction(() => {
          for (const block of blocks) {
            const record = new Uint8Array(block.raw.length + RECORD_OVERHEAD_BYTES)
            writeRecord(block, 1, record)
            database.put(block.number, record)
          }
        }),
      get: (number) => Promise.resolve(database.get(number)),
      scan: () => Promise.resolve([...database.getRange()].length),
      close: () => database.close(),
    })
  }
}

/** Every library with one recording. */
export async function benchStore(recording: string): Promise<readonly StoreFigures[]> {
  const blocks = readRecording(recording).blocks.map((block) => ({ ...block, raw: rawOf(block) }))
  const openLmdb = await importLmdb()
  const engines = [
    ['store', openStore],
    ['classic-level', openLevel],
    ...(openLmdb === undefined ? [] : [['lmdb', openLmdb] as const]),
  ] as const
  const rounds: StoreFigures[][] = engines.map(() => [])
  // In turns, so that whatever else the machine does falls on all of them.
  for (let count = 0; count < ROUNDS; count += 1) {
    for (const [index, [library, open]] of engines.entries())
      rounds[index]?.push(await measure(library, open, blocks))
  }
  return rounds.map(middleOf)
}

async function measure(
  library: string,
  open: OpenEngine,
  blocks: readonly StorableBlock[],
): Promise<StoreFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'rx-bitshares-bench-store-'))
  try {
    const many = blocks.slice(0, blocks.length - SINGLE_COMMITS)
    const megabytes = many.reduce((sum, { raw }) => sum + raw.length, 0) / 1e6
    let engine = await open(directory)
    const writeMs = await time(async () => {
      for (let at = 0; at < many.length; at += COMMIT_BLOCKS)
        await engine.write(many.slice(at, at + COMMIT_BLOCKS))
    })
    const diskRatio = sizeOf(directory) / 1e6 / megabytes
    const singleMs = await time(async () => {
      for (const block of blocks.slice(many.length)) await engine.write([block])
    })
    await engine.close()
    const openMs = await time(async () => {
      engine = await open(directory)
    })
    const readMs = await time(async () => {
      if ((await engine.scan()) !== blocks.length) throw new Error(`${library} lost blocks`)
    })
    const getMs = await time(async () => {
      for (let count = 0; count < GETS; count += 1) await engine.get(1 + ((count * 7919) % blocks.length))
    })
    await engine.close()
    return {
      library,
      writtenPerSecond: round((many.length / writeMs) * 1000),
      writtenMegabytesPerSecond: round((megabytes / writeMs) * 1000, 1),
      commitMs: round(singleMs / SINGLE_COMMITS, 2),
      readPerSecond: round((blocks.length / readMs) * 1000),
      getMicroseconds: round((getMs / GETS) * 1000),
      openMs: round(openMs),
      diskRatio: round(diskRatio, 2),
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function middleOf(figures: readonly StoreFigures[]): StoreFigures {
  const [first] = figures as readonly [StoreFigures]
  const keys = Object.keys(first).filter((key) => key !== 'library') as Exclude<
    keyof StoreFigures,
    'library'
  >[]
  return {
    ...first,
    ...Object.fromEntries(keys.map((key) => [key, median(figures.map((each) => each[key]))])),
  }
}

async function time(run: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

function sizeOf(directory: string): number {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return names.reduce(
    (sum, name) => sum + (statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const given = process.argv.slice(2)
  const recordings = given.length > 0 ? given : [await emptyChain(100_000), await fullChain(2000)]
  for (const recording of recordings) {
    console.log(recording)
    console.table(await benchStore(recording))
  }
}
