// How fast a node serves a chain from disk to 1, 8 and 32 peers at once, and what 200 peers that follow live cost it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once, setMaxListeners } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { filter, firstValueFrom, forkJoin, last, merge, take, takeUntil, tap, timer, toArray } from 'rxjs'
import { createDevnet } from '../lib/devnet/create-devnet.ts'
import { generateChain } from '../lib/devnet/generate-chain.ts'
import { rawOf } from '../lib/devnet/served-block.ts'
import { createNode } from '../lib/node/create-node.ts'
import { openDiskStore } from '../lib/store/open-disk-store.ts'
import { round } from './figures.ts'
import { sinkBlocks } from './sink.ts'

const BLOCKS = 1000
const TRANSACTIONS = 30
const FOLLOWERS = 200
const FOLLOWED_BLOCKS = 15
/** What that may take; the peers share the machine with the node. */
const FOLLOW_MS = 120_000

export interface ServingFigure {
  readonly peers: number
  readonly blocksPerSecond: number
  readonly megabytesPerSecond: number
  /** Of the node's process, in shares of one core. */
  readonly cores: number
  readonly residentMiB: number
}

export interface ServingFigures {
  readonly blocks: number
  readonly megabytes: number
  readonly fromDisk: readonly ServingFigure[]
  readonly following: FollowingFigure
}

/** What a node takes that many peers follow live. */
export interface FollowingFigure {
  readonly peers: number
  /** How many of them have had their blocks in time. */
  readonly served: number
  readonly blocks: number
  readonly cores: number
  readonly residentMiB: number
}

export async function benchServing(): Promise<ServingFigures> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-serving-'))
  try {
    const { chainId, bytes } = await fill(directory)
    const fromDisk: ServingFigure[] = []
    for (const peers of [1, 8, 32]) fromDisk.push(await serve(chainId, directory, peers, bytes))
    return {
      blocks: BLOCKS,
      megabytes: round(bytes / 1e6),
      fromDisk,
      following: await follow(),
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function fill(directory: string): Promise<{ readonly chainId: string; readonly bytes: number }> {
  const source = generateChain({
    seed: 'serving',
    startSeconds: 1_700_000_000,
    blockIntervalSeconds: 3,
    witnesses: 11,
    traffic: { perBlock: TRANSACTIONS, isExact: true },
  })
  const store = await openDiskStore({ directory, chainId: source.chainId })
  let bytes = 0
  for (let count = 0; count < BLOCKS; count += 100) {
    const run = Array.from({ length: 100 }, () => source.next()).map((block) => ({
      number: block.number,
      id: block.id,
      previous: block.previous,
      raw: rawOf(block),
    }))
    for (const { raw } of run) bytes += raw.length
    await store.append(run)
  }
  await store.close()
  return { chainId: source.chainId, bytes }
}

interface Server {
  readonly process: ChildProcess
  readonly lines: Interface
  readonly port: number
}

async function startServer(...args: readonly string[]): Promise<Server> {
  const script = new URL('./serve-store.js', import.meta.url).pathname
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  const { address } = JSON.parse(line) as { readonly address: string }
  return { process: child, lines, port: Number(address.slice(address.lastIndexOf(':') + 1)) }
}

async function usageOf({ process: child, lines }: Server): Promise<{ cpuMs: number; residentBytes: number }> {
  const answer = once(lines, 'line') as Promise<[string]>
  child.stdin?.write('\n')
  return JSON.parse((await answer)[0]) as { cpuMs: number; residentBytes: number }
}

async function serve(
  chainId: string,
  directory: string,
  peers: number,
  bytes: number,
): Promise<ServingFigure> {
  const server = await startServer(chainId, directory)
  try {
    const before = await usageOf(server)
    const startedAt = performance.now()
    await firstValueFrom(
      forkJoin(Array.from({ length: peers }, () => sinkBlocks(server.port, chainId).pipe(last()))),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const after = await usageOf(server)
    return {
      peers,
      blocksPerSecond: Math.round((BLOCKS * peers) / seconds),
      megabytesPerSecond: round((bytes * peers) / seconds / 1e6),
      cores: round((after.cpuMs - before.cpuMs) / 1000 / seconds, 2),
      residentMiB: Math.round(after.residentBytes / 1024 / 1024),
    }
  } finally {
    server.process.kill()
  }
}

/** A node that 200 peers follow through: none of them knows another peer. */
async function follow(): Promise<FollowingFigure> {
  const devnet = createDevnet({ intervalMs: 1000, transactionsPerBlock: TRANSACTIONS })
  await devnet.start()
  const server = await startServer(devnet.chainId, '', ...devnet.network.seeds)
  const network = { ...devnet.network, seeds: [] }
  const peers = [`127.0.0.1:${server.port}`]
  const stop = new AbortController()
  setMaxListeners(FOLLOWERS, stop.signal)
  let served = 0
  try {
    const before = await usageOf(server)
    const startedAt = performance.now()
    const followers = Array.from({ length: FOLLOWERS }, () =>
      createNode({ network, peers, only: true, from: 'head', verify: 'links', signal: stop.signal }),
    )
    const enough$ = merge(
      ...followers.map((node) =>
        node.block$.pipe(
          filter((_, index) => index === FOLLOWED_BLOCKS - 1),
          take(1),
          tap(() => {
            served += 1
          }),
        ),
      ),
    )
    await firstValueFrom(enough$.pipe(takeUntil(timer(FOLLOW_MS)), toArray()))
    const seconds = (performance.now() - startedAt) / 1000
    const after = await usageOf(server)
    return {
      peers: FOLLOWERS,
      served,
      blocks: FOLLOWED_BLOCKS,
      cores: round((after.cpuMs - before.cpuMs) / 1000 / seconds, 2),
      residentMiB: Math.round(after.residentBytes / 1024 / 1024),
    }
  } finally {
    stop.abort()
    server.process.kill()
    await devnet.close()
  }
}
