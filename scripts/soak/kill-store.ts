import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { fromEvent, switchMap, take, timer } from 'rxjs'
import { createRandom, type Random } from '../../lib/devnet/random.ts'
import type { DiskStore } from '../../lib/store/disk-store.ts'
import { openDiskStore } from '../../lib/store/open-disk-store.ts'
import { plannedAppend } from './planned-appends.ts'

const child = fileURLToPath(new URL('append-until-killed.js', import.meta.url))
const CHAIN_ID = 'ab'.repeat(32)
/** Of those that are killed before they said anything: while they start, or open the store. */
const MAX_START_MS = 1500
/** Of the others, from the first append on. */
const MAX_LIFE_MS = 800
const KILLED_EARLY = 0.25
/** Appends that may be on disk without having been said to be: those under way, and those said too late. */
const MAX_UNSAID = 1000
/** Everything is read after every so many kills, and at the end; else what changed. */
const READ_ALL_EVERY = 20

/** What came of killing. */
export interface Killed {
  readonly kills: number
  /** Appends that were said to be durable. */
  readonly appends: number
  readonly blocks: number
  /** Kills after which more was there than had been said. */
  readonly unsaid: number
  readonly slowestOpenMs: number
  readonly problems: readonly string[]
}

/** A block as it has to be found. */
interface Kept {
  readonly id: string
  readonly checksum: number
}

/**
 * Kills a process that appends to a store, again and again, each time after a random while, some of them
 * while they start. Whatever it said was durable has to
 * be there, and all of what is there has to be what some number of appends leaves behind.
 */
export async function killStore(kills: number, seed: string): Promise<Killed> {
  const directory = mkdtempSync(join(tmpdir(), 'rx-bitshares-kill-'))
  const random = createRandom(seed)
  const problems: string[] = []
  /** What has to be on disk, by number from 1. */
  const model: Kept[] = []
  let appends = 0
  let unsaid = 0
  let slowestOpenMs = 0
  try {
    for (let kill = 1; kill <= kills && problems.length === 0; kill += 1) {
      const said = await liveAndDie(directory, seed, appends, random)
      const startedAt = performance.now()
      const store = await openDiskStore({ directory, chainId: CHAIN_ID })
      slowestOpenMs = Math.max(slowestOpenMs, performance.now() - startedAt)
      const head = (await store.last())?.id
      let lowest = model.length + 1
      let extra = 0
      for (; appends < said || (model.at(-1)?.id !== head && extra < MAX_UNSAID); appends += 1) {
        lowest = Math.min(lowest, advance(model, seed, appends))
        if (appends >= said) extra += 1
      }
      if (extra > 0) unsaid += 1
      if (store.cut !== undefined)
        problems.push(`kill ${kill}: blocks ${store.cut.join(' to ')} were cut off`)
      if (model.at(-1)?.id !== head)
        problems.push(`kill ${kill}: the last block is no append's, after ${said} of them`)
      else
        problems.push(
          ...(await compare(store, model, kill % READ_ALL_EVERY === 0 || kill === kills ? 1 : lowest)),
        )
      await store.close()
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
  return { kills, appends, blocks: model.length, unsaid, slowestOpenMs: Math.round(slowestOpenMs), problems }
}

/** Resolves with how many appends are durable by what the process said before it was killed. */
async function liveAndDie(directory: string, seed: string, first: number, random: Random): Promise<number> {
  const args = [child, directory, CHAIN_ID, seed, String(first)]
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const death$ = random.chance(KILLED_EARLY)
    ? timer(random.below(MAX_START_MS))
    : fromEvent(running.stdout, 'data').pipe(
        take(1),
        switchMap(() => timer(random.below(MAX_LIFE_MS))),
      )
  const killing = death$.subscribe(() => running.kill('SIGKILL'))
  const closed = once(running, 'close')
  let said = first
  for await (const line of createInterface({ input: running.stdout })) said = Number(line) + 1
  const [code, signal] = (await closed) as [number | null, string | null]
  killing.unsubscribe()
  if (signal !== 'SIGKILL') throw new Error(`the appending process ended by itself: ${signal ?? code}`)
  return said
}

/** Applies an append of the plan; returns its first number. */
function advance(model: Kept[], seed: string, index: number): number {
  const blocks = plannedAppend(seed, index, {
    number: model.length,
    idOf: (number) => model[number - 1]?.id ?? '',
  })
  const [first] = blocks
  model.length = (first?.number ?? 1) - 1
  model.push(...blocks.map(({ id, raw }) => ({ id, checksum: crc32(raw) })))
  return model.length - blocks.length + 1
}

async function compare(store: DiskStore, model: readonly Kept[], from: number): Promise<readonly string[]> {
  let next = from
  for await (const { number, id, raw } of store.read(from)) {
    const expected = model[next - 1]
    if (number !== next || id !== expected?.id) return [`block ${number} came where block ${next} should be`]
    if (crc32(raw) !== expected.checksum) return [`block ${number} has other bytes`]
    next += 1
  }
  return next === model.length + 1 ? [] : [`block ${next} is missing`]
}
