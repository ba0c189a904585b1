// From the arrival of an announcement to the block on `block$`, on loopback, next to what the wire alone takes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { createNode } from '../lib/node/create-node.ts'
import { type NetworkDescription, privateNetwork } from '../lib/node/networks.ts'
import { percentile, round } from './figures.ts'

const BLOCKS = 300
const INTERVAL_MS = 30
/** From block to block by their times. */
const BLOCK_SECONDS = 1
const TRANSACTIONS_PER_BLOCK = 30

export interface LatencyFigures {
  readonly blocks: number
  readonly transactionsPerBlock: number
  /** Announcement received to block emitted, in milliseconds: asking, the peer's answer, checking, emitting. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** A message to the same peer and back, in milliseconds. */
  readonly roundTripMs: number
}

export async function benchLatency(): Promise<LatencyFigures> {
  const cli = new URL('../lib/cli/main.js', import.meta.url).pathname
  const args = [
    'devnet',
    '--interval',
    `${INTERVAL_MS}`,
    '--transactions',
    `${TRANSACTIONS_PER_BLOCK}`,
    '--format',
    'json',
  ]
  const devnet = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: devnet.stdout }), 'line')) as [string]
  devnet.stdout.resume()
  const startedAt = performance.now()
  const listening = JSON.parse(line) as {
    readonly chain_id: string
    readonly addresses: readonly string[]
    readonly chain_seconds: number
  }
  // The chain's clock goes as many times faster than ours as its blocks come.
  const passed = (): number => ((performance.now() - startedAt) / INTERVAL_MS) * BLOCK_SECONDS
  const network = {
    ...privateNetwork(listening.chain_id),
    chainSeconds: () => listening.chain_seconds + passed(),
  }
  try {
    return await measure(network, listening.addresses)
  } finally {
    devnet.kill()
  }
}

function measure(network: NetworkDescription, peers: readonly string[]): Promise<LatencyFigures> {
  const node = createNode({ network, peers, from: 'head' })
  const delays: number[] = []
  const trips: number[] = []
  let announcedAt: number | undefined
  return new Promise((resolve, reject) => {
    const subscription = node.event$.subscribe({
      next(event) {
        if (event.type === 'announced' && event.itemType === 'block') announcedAt = performance.now()
        if (event.type === 'clockMeasured') trips.push(event.roundTripMs)
        if (
          event.type !== 'blockApplied' ||
          event.block.received.source !== 'live' ||
          announcedAt === undefined
        )
          return
        delays.push(performance.now() - announcedAt)
        announcedAt = undefined
        if (delays.length < BLOCKS) return
        queueMicrotask(() => {
          subscription.unsubscribe()
        })
        resolve({
          blocks: BLOCKS,
          transactionsPerBlock: TRANSACTIONS_PER_BLOCK,
          p50Ms: round(percentile(delays, 0.5), 2),
          p99Ms: round(percentile(delays, 0.99), 2),
          roundTripMs: round(percentile(trips, 0.5), 2),
        })
      },
      error: reject,
    })
  })
}
