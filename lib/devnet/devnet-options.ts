import { asyncScheduler, type SchedulerLike } from 'rxjs'
import { UsageError } from '../errors.ts'
import { type NodeTraits, varyNodes } from './node-traits.ts'
import type { ForkRhythm } from './plan-forks.ts'

/** What a devnet is to be. Everything has a default. */
export interface DevnetOptions {
  /** Keys, accounts and traffic follow from it. Default `devnet`. */
  readonly seed?: string
  /** Chain time of genesis. The same seed and start time give the same bytes. Default: now. */
  readonly startTime?: Date
  /**
   * Milliseconds from one block to the next, 20 to 30000; default 1000. Block times are whole seconds: with another
   * interval than 1000, 2000 … the chain has a clock of its own, `network.chainSeconds`.
   */
  readonly intervalMs?: number
  /** `manual`: a block is made only by `produce()`, and the chain's clock stands still in between. Default `timed`. */
  readonly production?: 'timed' | 'manual'
  /** Blocks that are there before the network starts. Default 0. */
  readonly history?: number
  /** Number of the last block. Default: there is none. */
  readonly blocks?: number
  /** Witnesses, 1 to 101; default 7. */
  readonly witnesses?: number
  /** Transactions a block on average, 0 to 200; default 5. */
  readonly transactionsPerBlock?: number
  /** Listening nodes, 1 to 50; default 1, and 2 with `forks`. */
  readonly nodes?: number
  /**
   * Lets the nodes fall apart now and then: those with odd numbers, counted from 0, follow a branch of their own, made by every
   * second witness, until the longer branch wins and all go on on it. A devnet of one node goes over to the winner itself.
   * Default: never. With `production: 'manual'` there is `fork()` instead.
   */
  readonly forks?: ForkOptions
  /**
   * Makes the nodes differ: versions, systems, clocks, heads, whom they tell of; some are stuck, some full. Or says how each
   * differs. Default false: all are alike and know each other.
   */
  readonly varied?: boolean | readonly NodeTraits[]
  /** Default `127.0.0.1`. */
  readonly host?: string
  /** Port of the first node, the others follow it. Default 0: any free ports. */
  readonly port?: number
  /**
   * Serves this chain instead of making one: a file of blocks, each with its length in four bytes, little-endian, in front,
   * or the packed blocks. `seed` then only gives the nodes their keys.
   */
  readonly recording?: string | readonly Uint8Array[]
  /** Chain id of the recording. Default: what stands in a file `chain-id` beside it. */
  readonly chainId?: string
  /** The last so many blocks of the recording are not there at the start: one is made every interval. Default 0. */
  readonly hold?: number
  /** Drives every timer and is asked for the time. Default: the machine's. */
  readonly scheduler?: SchedulerLike
}

/** When a devnet splits by itself, and how far. */
export interface ForkOptions {
  /** Blocks from the end of one split to the next, 1 to 10000; default 20. */
  readonly every?: number
  /** How many blocks the losing branch gets, 1 to 20: a number, or the least and the most. Default 1 to 3. */
  readonly depth?: number | readonly [least: number, most: number]
}

/** Options with everything filled in and checked. */
export interface ResolvedDevnetOptions {
  readonly seed: string
  readonly startSeconds: number
  readonly intervalMs: number
  readonly blockIntervalSeconds: number
  readonly production: 'timed' | 'manual'
  readonly history: number
  readonly lastBlock: number | undefined
  readonly witnesses: number
  readonly transactionsPerBlock: number
  readonly nodes: number
  readonly forks: ForkRhythm | undefined
  /** Of the nodes that differ, by number. */
  readonly traits: readonly NodeTraits[]
  readonly host: string
  readonly port: number
  readonly recording: string | readonly Uint8Array[] | undefined
  readonly chainId: string | undefined
  readonly hold: number
  readonly scheduler: SchedulerLike
}

const MAX_BLOCKS = 0xffff_fffe
const MAX_SECONDS = 0xffff_ffff

/** Fills in defaults. Throws {@link UsageError} `BAD_OPTION` with a sentence that names the option. */
export function resolveDevnetOptions(options: DevnetOptions): ResolvedDevnetOptions {
  const scheduler = options.scheduler ?? asyncScheduler
  const intervalMs = within('intervalMs', options.intervalMs, 1000, 20, 30_000)
  const blockIntervalSeconds = Math.max(1, Math.round(intervalMs / 1000))
  const history = within('history', options.history, 0, 0, 10_000_000)
  if (options.recording !== undefined && (options.startTime !== undefined || options.history !== undefined)) {
    const option = options.startTime === undefined ? 'history' : 'startTime'
    throw new UsageError('BAD_OPTION', `${option} cannot be chosen for a recording`)
  }
  if (options.recording === undefined && (options.hold !== undefined || options.chainId !== undefined)) {
    const option = options.hold === undefined ? 'chainId' : 'hold'
    throw new UsageError('BAD_OPTION', `${option} is for recordings`)
  }
  const seed = options.seed ?? 'devnet'
  const nodes = within('nodes', options.nodes, options.forks === undefined ? 1 : 2, 1, 50)
  const { varied = false } = options
  return {
    seed,
    startSeconds: toStartSeconds(options.startTime, scheduler.now(), history * blockIntervalSeconds),
    intervalMs,
    blockIntervalSeconds,
    production: options.production ?? 'timed',
    history,
    lastBlock: options.blocks === undefined ? undefined : within('blocks', options.blocks, 0, 1, MAX_BLOCKS),
    witnesses: within('witnesses', options.witnesses, 7, 1, 101),
    transactionsPerBlock: within('transactionsPerBlock', options.transactionsPerBlock, 5, 0, 200),
    forks: options.forks && toRhythm(options.forks, options),
    nodes,
    traits: varied === true ? varyNodes(seed, nodes) : varied === false ? [] : varied,
    host: options.host ?? '127.0.0.1',
    port: within('port', options.port, 0, 0, 65_535),
    recording: options.recording,
    chainId: options.chainId,
    hold: within('hold', options.hold, 0, 0, MAX_BLOCKS),
    scheduler,
  }
}

/** Blocks of the losing branch at most: so many stay far from what is irreversible, and are undone in one message. */
const MAX_FORK_DEPTH = 20
const DEFAULT_FORK_DEPTH = [1, 3] as const

function toRhythm(
  { every, depth = DEFAULT_FORK_DEPTH }: ForkOptions,
  { recording, production, witnesses }: DevnetOptions,
): ForkRhythm {
  if (recording !== undefined) throw new UsageError('BAD_OPTION', 'a recording has no forks but its own')
  if (production === 'manual')
    throw new UsageError('BAD_OPTION', "forks come by themselves; with production: 'manual' call fork()")
  if (witnesses === 1) throw new UsageError('BAD_OPTION', 'a fork needs at least two witnesses')
  const [least, most] = typeof depth === 'number' ? [depth, depth] : depth
  return {
    every: within('forks.every', every, 20, 1, 10_000),
    depth: [
      within('forks.depth', least, 1, 1, MAX_FORK_DEPTH),
      within('forks.depth', most, 1, least, MAX_FORK_DEPTH),
    ],
  }
}

/** A whole number of an option, or its default. */
export function within(
  name: string,
  value: number | undefined,
  byDefault: number,
  least: number,
  most: number,
): number {
  if (value === undefined) return byDefault
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError('BAD_OPTION', `${name} is ${value}, not a whole number from ${least} to ${most}`)
}

/** Genesis time in seconds: the given one, or so long ago that the history ends now. */
export function toStartSeconds(startTime: Date | undefined, nowMs: number, historySeconds: number): number {
  const seconds =
    startTime === undefined
      ? Math.max(0, Math.floor(nowMs / 1000) - historySeconds)
      : Math.floor(startTime.getTime() / 1000)
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_SECONDS) return seconds
  throw new UsageError('BAD_OPTION', 'startTime is not a time between 1970 and 2106')
}
