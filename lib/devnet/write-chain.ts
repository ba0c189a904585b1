import { open, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { asyncScheduler } from 'rxjs'
import type { Cursor } from '../chain/cursor.ts'
import { toStartSeconds, within } from './devnet-options.ts'
import { generateChain } from './generate-chain.ts'
import { RECORD_HEADER_SIZE_BYTES } from './read-recording.ts'
import { rawOf } from './served-block.ts'

export interface WriteChainOptions {
  /** How many, from block 1 on. */
  readonly blocks: number
  /** In every block, 0 to 2000; default 0. */
  readonly transactionsPerBlock?: number
  /** Default `devnet`. */
  readonly seed?: string
  /** Chain time of genesis. Default 2026-01-01, so that the same options give the same file. */
  readonly startTime?: Date
  /** Seconds from one block to the next, 1 to 30; default 3. */
  readonly blockIntervalSeconds?: number
  /** Default 7. */
  readonly witnesses?: number
  /** Aborted, it stops and rejects with the signal's reason; the file keeps what was written. */
  readonly signal?: AbortSignal
  /** Called now and then with the number of blocks made so far. */
  readonly onProgress?: (made: number) => void
}

/** What was written. */
export interface WrittenChain {
  readonly chainId: string
  readonly head: Cursor
  readonly bytes: number
  readonly seconds: number
  readonly blocksPerSecond: number
}

/** So much is collected before it is written, which is also how long the process is busy at a time. */
const CHUNK_SIZE_BYTES = 1024 * 1024
const CHUNK_BLOCKS = 1000
const DEFAULT_START = new Date('2026-01-01T00:00:00Z')

/**
 * Makes a chain and writes it as a recording, with `chain-id` and `genesis.json` beside it.
 *
 * All signatures are real, so it takes its time: about 7000 empty blocks or 7000 transactions a second where the native
 * secp256k1 is installed. Throws {@link UsageError} `BAD_OPTION` for an option that cannot be, and what the file system
 * throws.
 */
export async function writeChain(path: string, options: WriteChainOptions): Promise<WrittenChain> {
  const count = within('blocks', options.blocks, 0, 1, 0xffff_fffe)
  const chain = generateChain({
    seed: options.seed ?? 'devnet',
    startSeconds: toStartSeconds(options.startTime ?? DEFAULT_START, 0, 0),
    blockIntervalSeconds: within('blockIntervalSeconds', options.blockIntervalSeconds, 3, 1, 30),
    witnesses: within('witnesses', options.witnesses, 7, 1, 101),
    traffic: {
      perBlock: within('transactionsPerBlock', options.transactionsPerBlock, 0, 0, 2000),
      isExact: true,
    },
  })
  const startedAt = asyncScheduler.now()
  const file = await open(path, 'w')
  let bytes = 0
  try {
    while (chain.head.number < count) {
      options.signal?.throwIfAborted()
      const chunk = makeChunk(chain, count)
      await file.writeFile(chunk)
      bytes += chunk.length
      options.onProgress?.(chain.head.number)
    }
  } finally {
    await file.close()
  }
  await writeFile(join(dirname(path), 'chain-id'), `${chain.chainId}\n`)
  await writeFile(join(dirname(path), 'genesis.json'), chain.genesis)
  const seconds = (asyncScheduler.now() - startedAt) / 1000
  return {
    chainId: chain.chainId,
    head: chain.head,
    bytes,
    seconds,
    blocksPerSecond: count / Math.max(seconds, 0.001),
  }
}

function makeChunk(chain: ReturnType<typeof generateChain>, count: number): Uint8Array {
  const records: Uint8Array[] = []
  let size = 0
  while (chain.head.number < count && records.length < CHUNK_BLOCKS && size < CHUNK_SIZE_BYTES) {
    const raw = rawOf(chain.next())
    records.push(raw)
    size += RECORD_HEADER_SIZE_BYTES + raw.length
  }
  const chunk = new Uint8Array(size)
  const view = new DataView(chunk.buffer)
  let at = 0
  for (const raw of records) {
    view.setUint32(at, raw.length, true)
    chunk.set(raw, at + RECORD_HEADER_SIZE_BYTES)
    at += RECORD_HEADER_SIZE_BYTES + raw.length
  }
  return chunk
}
