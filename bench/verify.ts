// How many blocks a second are read and verified at each level, on the main thread and with threads that recover the keys:
// node dist/bench/verify.js [FOLDER with blocks.bin and genesis.json]
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { lastValueFrom, tap } from 'rxjs'
import { readGenesis } from '../lib/chain/genesis-document.ts'
import { createVerifier, stateAtGenesis, type VerifyLevel } from '../lib/chain/verify-block.ts'
import { packSignatures } from '../lib/crypto/packed-signatures.ts'
import { createSignatures, type SignatureBackend } from '../lib/crypto/signatures.ts'
import { toHex } from '../lib/platform/node.ts'
import { type BlockView, viewBlock } from '../lib/protocol/block-view.ts'
import { recoverKeys } from '../lib/workers/recover-keys.ts'
import { createRecoveryPool, type RecoveryPool } from '../lib/workers/recovery-pool.ts'
import { readRecording } from './codec.ts'
import { median, round } from './figures.ts'

const ROUNDS = 3
const CHUNK_BLOCKS = 50
/** Without the native library a block takes milliseconds: fewer of them have to do. */
const SLOW_BLOCKS = 200
const LEVELS = ['links', 'signatures', 'strict'] as const

/** A chain from block 1 on. */
export interface BenchChain {
  readonly genesis: Uint8Array
  /** Packed `signed_block`s. */
  readonly blocks: readonly Uint8Array[]
}

/** Blocks a second at one level. */
export interface VerifyFigure {
  readonly level: VerifyLevel
  /** Undefined where no signature is looked at. */
  readonly backend: SignatureBackend['name'] | undefined
  readonly mainThread: number
  /** With the threads that are the default on this machine. */
  readonly withThreads: number | undefined
}

export interface VerifyFigures {
  readonly blocks: number
  readonly threads: number
  readonly figures: readonly VerifyFigure[]
}

/** Medians over rounds. Each block is read from its bytes, its merkle root checked, and then verified as part of its chain. */
export async function benchVerify({ genesis, blocks }: BenchChain): Promise<VerifyFigures> {
  const figures: VerifyFigure[] = []
  let threads = 0
  for (const backend of ['secp256k1', 'noble'] as const) {
    const signatures = createSignatures(backend)
    if (signatures === undefined) continue
    const chain = { genesis, blocks: backend === 'noble' ? blocks.slice(0, SLOW_BLOCKS) : blocks }
    const pool = createRecoveryPool({ backend })
    for (const level of LEVELS) {
      if (level === 'links' && figures.length > 0) continue
      const mainThread = await measure(chain, () => verifyAll(chain, level, signatures))
      const withThreads =
        level === 'links' ? undefined : await measure(chain, () => verifyWithThreads(chain, level, pool))
      figures.push({ level, backend: level === 'links' ? undefined : backend, mainThread, withThreads })
    }
    threads = pool.status.threads
    pool.close()
  }
  return { blocks: blocks.length, threads, figures }
}

/** Blocks a second. One round more than are counted, to warm up. */
async function measure({ blocks }: BenchChain, run: () => void | Promise<void>): Promise<number> {
  const times: number[] = []
  for (let index = 0; index <= ROUNDS; index += 1) {
    const start = performance.now()
    await run()
    if (index > 0) times.push(performance.now() - start)
  }
  return round((blocks.length * 1000) / median(times))
}

function verifyAll({ genesis, blocks }: BenchChain, level: VerifyLevel, by: SignatureBackend): void {
  const check = createCheck(genesis, level, ({ headerDigest, witnessSignature }) => {
    const key = by.recover(headerDigest, witnessSignature)
    return key && toHex(key)
  })
  for (const bytes of blocks) check(read(bytes))
}

/** Chunks of blocks go to the pool as they are read, and are verified in order as their keys come back. */
async function verifyWithThreads(
  { genesis, blocks }: BenchChain,
  level: VerifyLevel,
  pool: RecoveryPool,
): Promise<void> {
  const signers = new Map<BlockView, string | undefined>()
  const check = createCheck(genesis, level, (block) => signers.get(block))
  const chunks: (readonly BlockView[])[] = []
  function* packChunks(): Generator<Uint8Array<ArrayBuffer>> {
    for (let start = 0; start < blocks.length; start += CHUNK_BLOCKS) {
      const chunk = blocks.slice(start, start + CHUNK_BLOCKS).map(read)
      chunks.push(chunk)
      yield packSignatures(
        chunk.map(({ headerDigest, witnessSignature }) => ({
          digest: headerDigest,
          signature: witnessSignature,
        })),
      )
    }
  }
  const key$ = recoverKeys(pool, packChunks()).pipe(
    tap((keys) => {
      const chunk = chunks.shift() ?? []
      chunk.forEach((block, index) => signers.set(block, keys.hexAt(index)))
      for (const block of chunk) check(block)
      signers.clear()
    }),
  )
  await lastValueFrom(key$)
}

function read(bytes: Uint8Array): BlockView {
  const block = viewBlock(bytes, { copy: false })
  if (block.merkle !== 'ok') throw new Error(`block ${block.number} has a bad merkle root`)
  return block
}

/** A verifier that follows the chain, and throws for a block that is not as good as the level asks. */
function createCheck(
  genesisBytes: Uint8Array,
  level: VerifyLevel,
  signerOf: (block: BlockView) => string | undefined,
): (block: BlockView) => void {
  const genesis = readGenesis(genesisBytes)
  const { timing, electorate, maxBlockSizeBytes } = genesis
  const verifier = createVerifier({
    level,
    timing,
    electorate,
    maxBlockSizeBytes,
    signerOf: (block) => signerOf(block as unknown as BlockView),
  })
  let state = stateAtGenesis(genesis)
  return (block) => {
    const result = verifier.check(block, state, () => [])
    if (result.verdict !== 'ok') throw new Error(`block ${block.number}: ${result.reason.message}`)
    if (result.state.verdict.level !== level) throw new Error(`block ${block.number} is not ${level}`)
    state = result.state
  }
}

/** The recorded chain in that folder; without one the chain of the fork among the vectors. */
export function verifyChain(folder: string): BenchChain {
  const recording = join(folder, 'blocks.bin')
  if (existsSync(recording))
    return { genesis: readFileSync(join(folder, 'genesis.json')), blocks: readRecording(recording) }
  const text = gunzipSync(readFileSync('spec/vectors/fork.jsonl.gz')).toString('utf8')
  const [first, ...lines] = text
    .trimEnd()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { readonly genesis?: string; readonly branch?: string; readonly raw?: string },
    )
  const branch = (name: string): readonly Uint8Array[] =>
    lines
      .filter((line) => line.branch === name)
      .map(({ raw = '' }) => Uint8Array.from(Buffer.from(raw, 'hex')))
  const final = branch('final')
  const common = viewBlock(final[0] as Uint8Array).number - 1
  return {
    genesis: new TextEncoder().encode(first?.genesis),
    blocks: [...branch('b').slice(0, common), ...final],
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(JSON.stringify(await benchVerify(verifyChain(process.argv[2] ?? '')), undefined, 2))
