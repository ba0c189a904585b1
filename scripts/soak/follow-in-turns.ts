import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../lib/cli/main.js', import.meta.url))
/** A turn ends after so many blocks; the next begins at the cursor. */
const TURN_BLOCKS = 400
/** A turn that hangs is killed; at ten blocks a second one takes well under a minute. */
const MAX_TURN_MS = 180_000
const MAX_PROBLEMS = 20

export interface Followed {
  readonly blocks: number
  readonly turns: number
  /** Of the stream's process, before each turn's end; empty where the system does not tell. */
  readonly residentMiB: readonly number[]
  readonly problems: string[]
}

export interface FollowOptions {
  readonly chainId: string
  readonly peers: readonly string[]
  readonly isOver: () => boolean
  /** The id of a block as it was made. */
  readonly idOf: (number: number) => string | undefined
}

/** Runs `rx-bitshares stream` again and again, each time from where the last one was stopped, and holds each block against its id. */
export async function followInTurns({ chainId, peers, isOver, idOf }: FollowOptions): Promise<Followed> {
  const residentMiB: number[] = []
  const problems: string[] = []
  let number = 0
  let turns = 0
  while (!isOver() && problems.length < MAX_PROBLEMS) {
    const from = number === 0 ? 'genesis' : `${number}:${idOf(number) ?? ''}`
    const peerFlags = peers.flatMap((peer) => ['--peer', peer])
    const args = ['stream', '--chain-id', chainId, '--format', 'json', '--wait', '--from', from, ...peerFlags]
    const child = spawn(process.execPath, [cli, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: MAX_TURN_MS,
      killSignal: 'SIGKILL',
    })
    const closed = once(child, 'close')
    let count = 0
    for await (const line of createInterface({ input: child.stdout })) {
      const block = JSON.parse(line) as { readonly block_num: number; readonly block_id: string }
      number += 1
      count += 1
      if (block.block_num !== number) problems.push(`block ${block.block_num} came, not ${number}`)
      if (block.block_id !== idOf(block.block_num)) problems.push(`block ${block.block_num} has another id`)
      number = block.block_num
      if (count === TURN_BLOCKS || (count < TURN_BLOCKS && isOver())) {
        residentMiB.push(...residentOf(child.pid))
        child.kill('SIGINT')
        count = TURN_BLOCKS
      }
    }
    const [code, signal] = (await closed) as [number | null, string | null]
    if (code !== 0) problems.push(`turn ${turns + 1} ended with ${signal ?? code}`)
    turns += 1
  }
  return { blocks: number, turns, residentMiB, problems }
}

function residentOf(pid: number | undefined): readonly number[] {
  const path = `/proc/${pid}/status`
  if (!existsSync(path)) return []
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8')) ?? []
  return kibibytes === undefined ? [] : [Math.round(Number(kibibytes) / 1024)]
}
