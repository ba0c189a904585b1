import { filter, firstValueFrom } from 'rxjs'
import type { Devnet } from '../../lib/devnet/devnet.ts'
import { createNode } from '../../lib/node/create-node.ts'
import { createMemoryStore } from '../../lib/store/memory-store.ts'
import { pause } from './pause.ts'

/** Who dials whom among the nodes of a mesh, by number; node 0 also dials the devnet. */
export type Topology = 'line' | 'ring' | 'star'

export interface MeshResult {
  readonly topology: Topology
  readonly restarts: number
  readonly problems: readonly string[]
}

const NODES = 5
/** Ports have to last over restarts, because the neighbours know them. */
const HOST = '127.0.0.1'
const CATCH_UP_MS = 60_000

interface MeshNode {
  readonly store: ReturnType<typeof createMemoryStore>
  port: number
  ids: string[]
  running: { stop(): Promise<void> } | undefined
}

/**
 * Runs five nodes of ours, of which one alone knows the devnet, starts and stops them at random while blocks are made, and
 * checks that all end on the same head, with every block once and in order.
 */
export async function runMesh(
  devnet: Devnet,
  topology: Topology,
  forMs: number,
  random: () => number,
): Promise<MeshResult> {
  const problems: string[] = []
  const nodes = Array.from({ length: NODES }, (): MeshNode => {
    return { store: createMemoryStore(), port: 0, ids: [], running: undefined }
  })
  for (const index of nodes.keys()) await start(index)
  const endAt = performance.now() + forMs
  let restarts = 0
  while (performance.now() < endAt) {
    await pause(500 + random() * 2500)
    const index = Math.floor(random() * NODES)
    await nodes[index]?.running?.stop()
    await pause(random() * 1500)
    await start(index)
    restarts += 1
  }
  // What was made by now, all have to have in a while.
  const { number, id } = devnet.head
  const waitUntil = performance.now() + CATCH_UP_MS
  while (nodes.some(({ ids }) => ids[number - 1] !== id) && performance.now() < waitUntil) await pause(100)
  for (const [index, { ids, running }] of nodes.entries()) {
    await running?.stop()
    if (ids[number - 1] !== id)
      problems.push(`${topology}: node ${index} is at ${ids.length}, not at ${number}`)
    const wrong = ids.findIndex((each, place) => each !== devnet.block(place + 1)?.id)
    if (wrong >= 0) problems.push(`${topology}: node ${index} has another block ${wrong + 1}`)
  }
  return { topology, restarts, problems }

  async function start(index: number): Promise<void> {
    const self = nodes[index] as MeshNode
    const abort = new AbortController()
    const node = createNode({
      network: { ...devnet.network, seeds: [] },
      peers: [...neighboursOf(index), ...(index === 0 ? devnet.network.seeds : [])],
      from: 'genesis',
      listen: `${HOST}:${self.port}`,
      store: self.store,
      signal: abort.signal,
    })
    const listening = firstValueFrom(node.event$.pipe(filter((event) => event.type === 'listening')))
    const over = new Promise<void>((resolve) => {
      node.chain$.subscribe({
        next({ type, block }) {
          if (type === 'block_undone') {
            if (self.ids.pop() !== block.id)
              problems.push(`${topology}: ${block.number} undone at ${index}, not the last`)
          } else if (type === 'block_applied') {
            if (block.number !== self.ids.length + 1)
              problems.push(
                `${topology}: block ${block.number} came to node ${index} after ${self.ids.length}`,
              )
            self.ids.push(block.id)
          }
        },
        error(error: unknown) {
          problems.push(`${topology}: node ${index} ended with ${String(error)}`)
          resolve()
        },
        complete: resolve,
      })
    })
    self.running = {
      async stop() {
        abort.abort()
        await over
        self.running = undefined
      },
    }
    const { address } = await listening
    self.port = Number(address.slice(address.lastIndexOf(':') + 1))
  }

  function neighboursOf(index: number): readonly string[] {
    const others = { line: [index - 1], ring: [(index + NODES - 1) % NODES], star: index === 0 ? [] : [0] }[
      topology
    ]
    return others
      .map((other) => nodes[other]?.port ?? 0)
      .filter((port) => port > 0)
      .map((port) => `${HOST}:${port}`)
  }
}
