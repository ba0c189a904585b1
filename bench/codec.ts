// How fast blocks are decoded and checked, as a ratio to SHA-256 of the same bytes in the same process:
// node dist/bench/codec.js [blocks.bin]
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { viewBlock, viewBlockMessage } from '../lib/protocol/block-view.ts'
import { ChainReader } from '../lib/protocol/chain-reader.ts'
import { decodeAt } from '../lib/protocol/decode.ts'
import { round } from './figures.ts'
import { teachToWalk } from './walk-leaves.ts'

const ROUNDS = 41
const WARM_UP_ROUNDS = 10
const EMPTY_BLOCKS = 10_000
const EMPTY_BLOCK_MESSAGE_SIZE_BYTES = 132

/** The best of many rounds in which all kinds of work take turns; ratios are to SHA-256 of the same bytes. */
export interface CodecFigures {
  readonly blocks: number
  readonly megabytes: number
  readonly sha256MegabytesPerSecond: number
  readonly decodeRatio: number
  readonly decodeMegabytesPerSecond: number
  /** Decoding without looking at what was decoded. */
  readonly decodeOnlyRatio: number
  readonly checkRatio: number
  readonly checkMegabytesPerSecond: number
  readonly emptyBlocksPerSecond: number
  readonly leaves: number
}

/** `blocks`: packed `signed_block`s. */
export function benchCodec(blocks: readonly Uint8Array[]): CodecFigures {
  const walk = teachToWalk()
  const empty = new Uint8Array(EMPTY_BLOCK_MESSAGE_SIZE_BYTES)
  let leaves = 0
  const work = {
    sha256: () => blocks.forEach((block) => createHash('sha256').update(block).digest()),
    decode: () => {
      leaves = 0
      for (const block of blocks) leaves += walk(decodeAt('signed_block', readerOf(block)))
    },
    decodeOnly: () => blocks.forEach((block) => decodeAt('signed_block', readerOf(block))),
    check: () => blocks.forEach(check),
    empty: () => {
      for (let index = 0; index < EMPTY_BLOCKS; index += 1) {
        if (viewBlockMessage(empty).block.merkle !== 'ok') throw new Error('an empty block has a bad root')
      }
    },
  }
  const ms = measure(work)
  const bytes = blocks.reduce((sum, { length }) => sum + length, 0)
  const perSecond = (name: keyof typeof work): number => round(bytes / 1000 / ms[name], 1)
  return {
    blocks: blocks.length,
    megabytes: round(bytes / 1e6, 2),
    sha256MegabytesPerSecond: perSecond('sha256'),
    decodeRatio: round(ms.sha256 / ms.decode, 3),
    decodeMegabytesPerSecond: perSecond('decode'),
    decodeOnlyRatio: round(ms.sha256 / ms.decodeOnly, 3),
    checkRatio: round(ms.sha256 / ms.check, 3),
    checkMegabytesPerSecond: perSecond('check'),
    emptyBlocksPerSecond: round((EMPTY_BLOCKS / ms.empty) * 1000),
    leaves,
  }
}

/** The blocks of a recording: for each a little-endian uint32 length, then the packed block. */
export function readRecording(path: string): readonly Uint8Array[] {
  const bytes = readFileSync(path)
  const blocks: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const start = at + 4
    at = start + bytes.readUInt32LE(at)
    blocks.push(Uint8Array.from(bytes.subarray(start, at)))
  }
  return blocks
}

/** What there is without a recording: the fuller blocks among the vectors, from the root of the project. */
export function sampleBlocks(): readonly Uint8Array[] {
  const lines = gunzipSync(readFileSync('spec/vectors/chain-blocks.jsonl.gz'))
    .toString('utf8')
    .trimEnd()
    .split('\n')
  return lines
    .map((line) => Uint8Array.from(Buffer.from((JSON.parse(line) as { readonly raw: string }).raw, 'hex')))
    .filter(({ length }) => length > 2000)
}

const readerOf = (bytes: Uint8Array): ChainReader => new ChainReader(bytes, 0, bytes.length, 'BTS')

/** Header, id, transaction ids and merkle root of a block. */
function check(bytes: Uint8Array): void {
  const block = viewBlock(bytes, { copy: false })
  if (block.merkle !== 'ok' || block.id.length !== 40) throw new Error(`block ${block.number} is bad`)
  for (const { id } of block.transactions) if (id.length !== 40) throw new Error('a transaction without id')
}

/**
 * The shortest time of each kind of work, all taking turns: what else the machine has to do only ever adds to a time, and to
 * some of them more than to others.
 */
function measure<Name extends string>(
  work: Readonly<Record<Name, () => void>>,
): Readonly<Record<Name, number>> {
  const names = Object.keys(work) as Name[]
  const times = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<
    Name,
    number[]
  >
  for (let index = 0; index < WARM_UP_ROUNDS + ROUNDS; index += 1) {
    for (const name of names) {
      const start = performance.now()
      work[name]()
      if (index >= WARM_UP_ROUNDS) times[name].push(performance.now() - start)
    }
  }
  return Object.fromEntries(names.map((name) => [name, Math.min(...times[name])])) as Record<Name, number>
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = process.argv[2]
  console.log(
    JSON.stringify(benchCodec(path === undefined ? sampleBlocks() : readRecording(path)), undefined, 2),
  )
}
