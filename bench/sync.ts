// How fast blocks are followed, as a ratio to a sink that only cuts the same stream into frames.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Observable } from 'rxjs'
import { writeChain } from '../lib/devnet/write-chain.ts'
import { createNode } from '../lib/node/create-node.ts'
import { privateNetwork } from '../lib/node/networks.ts'
import { map } from 'rxjs'
import { median, round } from './figures.ts'
import { sinkBlocks } from './sink.ts'

const ROUNDS = 15

export interface Server {
  readonly process: ChildProcess
  readonly port: number
  readonly chainId: string
  readonly head: number
}

/** Figures of one recording: blocks a second of both, and the median of the rounds' ratios. */
export interface SyncFigures {
  readonly blocks: number
  readonly sinkPerSecond: number
  readonly nodePerSecond: number
  readonly ratio: number
}

export async function benchSync(recording: string): Promise<SyncFigures> {
  const server = await serve(recording)
  try {
    const ratios: number[] = []
    const sinks: number[] = []
    const nodes: number[] = []
    for (let index = 0; index < ROUNDS; index += 1) {
      const sinkMs = await measure(sinkBlocks(server.port, server.chainId), server.head)
      const nodeMs = await measure(followBlocks(server), server.head)
      if (index === 0) continue
      sinks.push((server.head / sinkMs) * 1000)
      nodes.push((server.head / nodeMs) * 1000)
      ratios.push(sinkMs / nodeMs)
    }
    return {
      blocks: server.head,
      sinkPerSecond: round(median(sinks)),
      nodePerSecond: round(median(nodes)),
      ratio: round(median(ratios), 3),
    }
  } finally {
    server.process.kill()
  }
}

/** A long chain of empty blocks, made once and kept with the temporary files. */
export function emptyChain(blocks: number): Promise<string> {
  return keptChain(blocks, 0)
}

/** The same with 30 transactions in each block. */
export function fullChain(blocks: number): Promise<string> {
  return keptChain(blocks, 30)
}

async function keptChain(blocks: number, transactionsPerBlock: number): Promise<string> {
  const folder = join(tmpdir(), `rx-bitshares-bench-${blocks}-${transactionsPerBlock}`)
  const path = join(folder, 'blocks.bin')
  // The genesis document is written last.
  if (!existsSync(join(folder, 'genesis.json'))) {
    mkdirSync(folder, { recursive: true })
    await writeChain(path, { blocks, transactionsPerBlock, startTime: new Date('2020-01-01T00:00:00Z') })
  }
  return path
}

function followBlocks({ port, chainId }: Server): Observable<number> {
  const node = createNode({
    network: privateNetwork(chainId),
    peers: [`127.0.0.1:${port}`],
    from: 'genesis',
    verify: 'links',
  })
  return node.block$.pipe(map(({ number }) => number))
}

/** Milliseconds from the first count above zero to the last block. */
function measure(count$: Observable<number>, last: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let startedAt = 0
    const subscription = count$.subscribe({
      next(count) {
        if (count > 0 && startedAt === 0) startedAt = performance.now()
        if (count < last) return
        resolve(performance.now() - startedAt)
        queueMicrotask(() => {
          subscription.unsubscribe()
        })
      },
      error: reject,
    })
  })
}

export async function serve(recording: string): Promise<Server> {
  const script = new URL('./serve-recording.js', import.meta.url).pathname
  const child = spawn(process.execPath, [script, recording], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { process: child, ...(JSON.parse(line) as Omit<Server, 'process'>) }
}
