// Resident memory of `rx-bitshares stream` while it catches up and while it follows live.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { round } from './figures.ts'

export interface MemoryFigures {
  /** MiB after a quarter, a half, three quarters and all of the chain. */
  readonly catchingUpMiB: readonly number[]
  readonly blocks: number
  /** MiB after 300 live blocks of 30 transactions. */
  readonly liveMiB: number
}

const cli = new URL('../lib/cli/main.js', import.meta.url).pathname
const LIVE_BLOCKS = 300
/** Blocks come faster than their times say, so these have to begin where they do not run into the future. */
const LIVE_START = '2020-01-01T00:00:00Z'

export async function benchMemory(recording: string): Promise<MemoryFigures> {
  const server = await startDevnet('--recording', recording)
  const { head_block_num: blocks } = server.listening
  const catchingUpMiB: number[] = []
  await follow(server, ['--from', 'genesis'], (count, pid) => {
    if (count % Math.floor(blocks / 4) === 0) catchingUpMiB.push(residentMiB(pid))
    return count < blocks
  })
  const live = await startDevnet('--interval', '30', '--transactions', '30', '--start', LIVE_START)
  let liveMiB = 0
  await follow(live, [], (count, pid) => {
    liveMiB = residentMiB(pid)
    return count < LIVE_BLOCKS
  })
  return { catchingUpMiB, blocks, liveMiB }
}

interface Devnet {
  readonly process: ChildProcess
  readonly listening: {
    readonly chain_id: string
    readonly addresses: readonly string[]
    readonly head_block_num: number
  }
}

async function startDevnet(...args: string[]): Promise<Devnet> {
  const child = spawn(process.execPath, [cli, 'devnet', '--format', 'json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  child.stdout.resume()
  return { process: child, listening: JSON.parse(line) as Devnet['listening'] }
}

/** Runs `stream` against a devnet and ends both when `take` says so. */
async function follow(
  devnet: Devnet,
  args: readonly string[],
  take: (count: number, pid: number) => boolean,
): Promise<void> {
  const { chain_id, addresses } = devnet.listening
  const peers = addresses.flatMap((address) => ['--peer', address])
  const stream = spawn(
    process.execPath,
    [cli, 'stream', '--chain-id', chain_id, '--format', 'json', ...peers, ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let count = 0
  for await (const line of createInterface({ input: stream.stdout })) {
    if (line === '') continue
    count += 1
    if (!take(count, stream.pid ?? 0)) break
  }
  stream.kill()
  devnet.process.kill()
}

function residentMiB(pid: number): number {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return round(Number(kib) / 1024)
}
