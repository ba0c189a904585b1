// node fill-disk.js DIRECTORY: in a process with a small disk of its own mounted at DIRECTORY, fills that with blocks, waits for
// what happens, makes room, and prints what it saw as a line of JSON.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncScheduler, filter, firstValueFrom, ReplaySubject, type SchedulerLike } from 'rxjs'
import { createRandom } from '../../lib/devnet/random.ts'
import { GENESIS } from '../../lib/chain/cursor.ts'
import type { StorableBlock, StoreEvent } from '../../lib/store/block-store.ts'
import { RETRY_MS } from '../../lib/store/commit-queue.ts'
import { openDiskStore } from '../../lib/store/open-disk-store.ts'
import { makeBlocks } from '../../scripts/soak/planned-appends.ts'
import { CHAIN_ID } from '../support/store-folder.ts'

/** What was seen. */
export interface FilledDisk {
  readonly events: readonly StoreEvent['type'][]
  /** Blocks that were durable when the disk was full, how many of them could be read then, and three pauses later. */
  readonly durable: number
  readonly readable: number
  readonly durableLater: number
  /** Blocks of appends that waited, and those that became durable once there was room. */
  readonly waiting: number
  readonly durableAfterwards: number
  /** Blocks that a store opened anew has, in one chain, and how many of them have the right bytes. */
  readonly last: number
  readonly right: number
}

const [directory = ''] = process.argv.slice(2)
/** The pauses of the store, a hundred times as fast. */
const fast: SchedulerLike = {
  now: () => asyncScheduler.now(),
  schedule: (work, delay = 0, state) => asyncScheduler.schedule(work as never, delay / 100, state as never),
}
const ballast = join(directory, 'ballast')
writeFileSync(ballast, new Uint8Array(3 * 1024 * 1024))

const store = await openDiskStore({ directory, chainId: CHAIN_ID, scheduler: fast })
const events: StoreEvent['type'][] = []
const event$ = new ReplaySubject<StoreEvent>(10)
store.event$?.subscribe(event$)
event$.subscribe(({ type }) => events.push(type))

const random = createRandom('fill')
const blocks: StorableBlock[] = []
let durable = 0
let waiting = 0
const appends: Promise<void>[] = []
while (!events.includes('diskFull')) {
  const { number, id } = blocks.at(-1) ?? GENESIS
  const run = makeBlocks(random, number, id, 500)
  blocks.push(...run)
  waiting += run.length
  appends.push(
    store.append(run).then((cursor) => {
      durable = cursor.number
      waiting -= run.length
    }),
  )
  // Two at a time: when the disk is full, one waits with the one at work.
  await Promise.race([appends.at(-2), firstEvent('diskFull')])
}
const seen = { durable, waiting, readable: 0, durableLater: 0 }
for await (const { number, raw } of store.read(1)) if (isRight(number, raw)) seen.readable += 1
await pause(3 * RETRY_MS)
seen.durableLater = durable

rmSync(ballast)
await firstEvent('diskHasRoom')
await Promise.all(appends)
const durableAfterwards = durable
await store.close()

const again = await openDiskStore({ directory, chainId: CHAIN_ID })
let right = 0
for await (const { number, raw } of again.read(1)) if (isRight(number, raw)) right += 1
const report: FilledDisk = {
  events,
  ...seen,
  durableAfterwards,
  last: (await again.last())?.number ?? 0,
  right,
}
await again.close()
process.stdout.write(`${JSON.stringify(report)}\n`)

function isRight(number: number, raw: Uint8Array): boolean {
  return Buffer.compare(raw, blocks[number - 1]?.raw ?? new Uint8Array()) === 0
}

function firstEvent(type: StoreEvent['type']): Promise<unknown> {
  return firstValueFrom(event$.pipe(filter((event) => event.type === type)))
}

function pause(ms: number): Promise<unknown> {
  return new Promise((resolve) => void fast.schedule(() => resolve(undefined), ms))
}
