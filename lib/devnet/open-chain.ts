import type { Cast } from './cast.ts'
import type { ResolvedDevnetOptions } from './devnet-options.ts'
import { createForkingTimeline, type ForkingOptions, type ForkingTimeline } from './forking-timeline.ts'
import { openTrunk } from './generate-chain.ts'
import { readRecording } from './read-recording.ts'
import { replayChain } from './replay-chain.ts'
import type { ServedBlock } from './served-block.ts'
import { type Timeline, toTimeline } from './timeline.ts'

/** A chain to be served, made or recorded. */
export interface OpenedChain {
  readonly timeline: Timeline
  /** The same if it can part: a recording cannot. */
  readonly forking: ForkingTimeline | undefined
  /** How many blocks are there from the start. */
  readonly history: number
  readonly chainId: string
  readonly blockIntervalSeconds: number
  readonly genesis: string | undefined
  readonly cast: Cast | undefined
}

/**
 * The chain that the options ask for. Throws {@link UsageError} for a recording that cannot be read.
 *
 * @param others transactions of others that it is to include; a recording does not
 */
export function openChain(
  options: ResolvedDevnetOptions,
  others: NonNullable<ForkingOptions['others']>,
): OpenedChain {
  return options.recording === undefined
    ? openGenerated(options, others)
    : openRecorded(options, options.recording)
}

function openGenerated(
  options: ResolvedDevnetOptions,
  others: NonNullable<ForkingOptions['others']>,
): OpenedChain {
  const { seed, blockIntervalSeconds, history, lastBlock, transactionsPerBlock, forks, nodes } = options
  const { trunk, chainId, genesis, cast } = openTrunk({
    ...options,
    traffic: { perBlock: transactionsPerBlock, isExact: false },
  })
  const forking = createForkingTimeline(trunk, {
    seed,
    blockIntervalSeconds,
    witnesses: cast.witnesses.map(({ instance }) => instance),
    lastBlock,
    rhythm: forks,
    isOneSided: nodes === 1,
    others,
  })
  return { timeline: forking, forking, history, chainId, genesis, cast, blockIntervalSeconds }
}

function openRecorded(
  { chainId, hold, lastBlock = Infinity }: ResolvedDevnetOptions,
  recording: string | readonly Uint8Array[],
): OpenedChain {
  const recorded = readRecording(recording, chainId)
  const blocks = recorded.blocks.filter(({ number }) => number <= lastBlock)
  return {
    timeline: toTimeline(replayChain(blocks)),
    forking: undefined,
    history: Math.max(0, blocks.length - hold),
    chainId: recorded.chainId,
    blockIntervalSeconds: intervalOf(blocks),
    genesis: undefined,
    cast: undefined,
  }
}

/** Blocks looked at to find the interval: some slots are missed or skipped. */
const LOOKED_AT = 1000

/** Seconds between two blocks: the smallest difference there is. */
function intervalOf(blocks: readonly ServedBlock[]): number {
  const times = blocks.slice(-LOOKED_AT).map(({ timestamp }) => timestamp)
  return times.slice(1).reduce((least, time, index) => Math.min(least, time - (times[index] ?? 0)), 30)
}
