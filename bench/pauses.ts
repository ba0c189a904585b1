// How long the event loop stands still at most while a node catches up with signatures checked.
import { filter, interval, lastValueFrom, map, pairwise, scan, takeUntil } from 'rxjs'
import { createNode } from '../lib/node/create-node.ts'
import { privateNetwork } from '../lib/node/networks.ts'
import { createRecoveryPool } from '../lib/workers/recovery-pool.ts'
import { median, round } from './figures.ts'
import { serve, type Server } from './sync.ts'

const ROUNDS = 3

/** Milliseconds between two turns of the loop, the longest of a round; medians over rounds. */
export interface PauseFigures {
  readonly blocks: number
  readonly threads: number
  readonly withThreadsMs: number
  /** Where the main thread works through the signatures, a few at a time. */
  readonly mainThreadMs: number
}

export async function benchPauses(recording: string): Promise<PauseFigures> {
  const server = await serve(recording)
  try {
    const { pauseMs: withThreadsMs, threads } = await measure(server)
    const { pauseMs: mainThreadMs } = await measure(server, { threads: 0 })
    return { blocks: server.head, threads, withThreadsMs, mainThreadMs }
  } finally {
    server.process.kill()
  }
}

async function measure(
  { port, chainId, head }: Server,
  options: { readonly threads?: number } = {},
): Promise<{ readonly pauseMs: number; readonly threads: number }> {
  const recoveryPool = createRecoveryPool(options)
  const pauses: number[] = []
  for (let index = 0; index <= ROUNDS; index += 1) {
    const node = createNode({
      network: privateNetwork(chainId),
      peers: [`127.0.0.1:${port}`],
      from: 'genesis',
      verify: 'signatures',
      recoveryPool,
    })
    const last$ = node.block$.pipe(filter(({ number }) => number === head))
    const longest$ = interval(1).pipe(
      map(() => performance.now()),
      pairwise(),
      scan((longest, [before, now]) => Math.max(longest, now - before), 0),
      takeUntil(last$),
    )
    const pauseMs = await lastValueFrom(longest$)
    if (index > 0) pauses.push(pauseMs)
  }
  const { threads } = recoveryPool.status
  recoveryPool.close()
  return { pauseMs: round(median(pauses), 1), threads }
}
