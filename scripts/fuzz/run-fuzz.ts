import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DecodeError, PeerFault } from '../../lib/errors.ts'
import { mutate } from './mutate.ts'
import { Random } from './random.ts'

/** Something that reads bytes, and good payloads to start from. */
export interface FuzzTarget {
  readonly name: string
  readonly payloads: readonly Uint8Array[]
  /**
   * Reads the bytes; may throw {@link DecodeError} with a path, or {@link PeerFault}, and nothing else. Throws also for
   * what it finds wrong.
   */
  read(bytes: Uint8Array): void
}

/** What came of a run, as it is printed: one line of JSON. */
export interface FuzzSummary {
  readonly iterations: number
  readonly targets: number
  readonly seed: number
  readonly rejected: number
  readonly accepted: number
  /** How many were rejected for what. */
  readonly codes: Readonly<Record<string, number>>
  /** The longest that one payload took, and what it was. */
  readonly maxMs: number
  readonly slowest: string
  /** From a tenth of the way to the end, after collecting garbage at both. */
  readonly heapGrowthMiB: number
  readonly findings: number
  readonly seconds: number
}

export interface FuzzResult {
  readonly summary: FuzzSummary
  /** The first payload that made something else happen, if there is one, with what happened. */
  readonly finding: string | undefined
}

/** No payload of a few kilobytes may keep the process for longer, however busy the machine is. */
const MAX_MS = 2000
/** What may be kept: caches and compiled code, not anything of the payloads. */
const MAX_HEAP_GROWTH_MIB = 16
const MIB = 1024 * 1024

/** Longer payloads do not grow: mutations of mutations are not kept. */
export function runFuzz(targets: readonly FuzzTarget[], iterations: number, seed: number): FuzzResult {
  const random = new Random(seed)
  const codes = new Map<string, number>()
  const started = performance.now()
  const warmUp = Math.floor(iterations / 10)
  let heapAtStart = 0
  let findings = 0
  let accepted = 0
  let maxMs = 0
  let slowest = ''
  let finding: string | undefined
  const find = (what: string): void => {
    findings += 1
    finding ??= what
  }
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    if (iteration === warmUp) heapAtStart = usedHeap()
    const target = targets[iteration % targets.length] as FuzzTarget
    const bytes = mutate(random.of(target.payloads), random.of(target.payloads), random)
    const begun = performance.now()
    try {
      target.read(bytes)
      accepted += 1
    } catch (error) {
      if (isExpected(error, bytes)) codes.set(error.code, (codes.get(error.code) ?? 0) + 1)
      else find(`${target.name} ${Buffer.from(bytes).toString('hex')}\n${String((error as Error).stack)}`)
    }
    const tookMs = performance.now() - begun
    if (tookMs > maxMs) {
      maxMs = tookMs
      slowest = `${target.name}, ${bytes.length} bytes`
    }
  }
  const heapGrowthMiB = Math.round(((usedHeap() - heapAtStart) / MIB) * 10) / 10
  if (maxMs > MAX_MS) find(`${slowest} took ${Math.round(maxMs)} ms`)
  if (heapGrowthMiB > MAX_HEAP_GROWTH_MIB) find(`the heap grew by ${heapGrowthMiB} MiB`)
  const sorted = [...codes].sort(([, a], [, b]) => b - a)
  const summary: FuzzSummary = {
    iterations,
    targets: targets.length,
    seed,
    rejected: sorted.reduce((sum, [, count]) => sum + count, 0),
    accepted,
    codes: Object.fromEntries(sorted),
    maxMs: Math.round(maxMs * 10) / 10,
    slowest,
    heapGrowthMiB,
    findings,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }
  return { summary, finding }
}

function isExpected(error: unknown, bytes: Uint8Array): error is DecodeError | PeerFault {
  if (error instanceof PeerFault) {
    // The reason goes to the peer and into logs.
    return error.message !== '' && (error.code !== 'DECODE' || error.cause instanceof DecodeError)
  }
  return error instanceof DecodeError && error.path !== '' && error.offset <= bytes.length
}

/** Bytes that are alive. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  collectGarbage()
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
