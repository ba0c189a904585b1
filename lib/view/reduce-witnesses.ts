import type { BlockHeadline, BlockSummary } from './block-summary.ts'
import { MAX_WITNESS_LATENCIES, MAX_WITNESSES } from './limits.ts'
import { appended, percentile } from './percentile.ts'

/** What one witness did since we watch. */
export interface WitnessRow {
  /** `1.6.N` */
  readonly witness: string
  readonly name?: string
  readonly produced: number
  readonly missed: number
  readonly undone: number
  readonly operations: number
  /** Its newest block; absent if it only missed. */
  readonly lastNumber?: number
  /** Seconds since 1970 of its newest slot. */
  readonly lastTimestamp: number
  /** From slot to arrival, the newest last. */
  readonly latenciesMs: readonly number[]
}

/** By id. */
export type Witnesses = Readonly<Record<string, WitnessRow>>

export function addToWitnesses(witnesses: Witnesses, block: BlockSummary): Witnesses {
  const next: Record<string, WitnessRow> = { ...witnesses }
  for (const { witness, witnessName, timestamp } of block.missedBefore) {
    if (witness === undefined) continue
    const row = rowOf(next, witness, witnessName)
    next[witness] = { ...row, missed: row.missed + 1, lastTimestamp: timestamp }
  }
  const { witness, witnessName, number, timestamp, operationCount, latencyMs } = block
  const row = rowOf(next, witness, witnessName)
  next[witness] = {
    ...row,
    produced: row.produced + 1,
    operations: row.operations + operationCount,
    lastNumber: number,
    lastTimestamp: timestamp,
    latenciesMs: appended(row.latenciesMs, latencyMs === undefined ? [] : [latencyMs], MAX_WITNESS_LATENCIES),
  }
  return bounded(next)
}

export function undoOfWitness(
  witnesses: Witnesses,
  { witness, operationCount, missedBefore }: BlockHeadline,
): Witnesses {
  const next: Record<string, WitnessRow> = { ...witnesses }
  for (const { witness: absent } of missedBefore) {
    const row = absent === undefined ? undefined : next[absent]
    if (row !== undefined) next[row.witness] = { ...row, missed: Math.max(0, row.missed - 1) }
  }
  const row = next[witness]
  if (row === undefined) return next
  const { produced, undone, operations } = row
  next[witness] = {
    ...row,
    produced: Math.max(0, produced - 1),
    undone: undone + 1,
    operations: Math.max(0, operations - operationCount),
  }
  return next
}

/** Median and 95th percentile of the time from slot to arrival, in milliseconds. */
export function latencyOf({ latenciesMs }: WitnessRow): {
  readonly median: number | undefined
  readonly high: number | undefined
} {
  return { median: percentile(latenciesMs, 0.5), high: percentile(latenciesMs, 0.95) }
}

function rowOf(
  witnesses: Readonly<Record<string, WitnessRow>>,
  witness: string,
  name: string | undefined,
): WitnessRow {
  const known = witnesses[witness]
  if (known !== undefined) return name === undefined ? known : { ...known, name }
  return {
    witness,
    ...(name !== undefined && { name }),
    produced: 0,
    missed: 0,
    undone: 0,
    operations: 0,
    lastTimestamp: 0,
    latenciesMs: [],
  }
}

function bounded(witnesses: Record<string, WitnessRow>): Witnesses {
  const rows = Object.values(witnesses)
  if (rows.length <= MAX_WITNESSES) return witnesses
  const [silent] = rows.sort((a, b) => a.lastTimestamp - b.lastTimestamp)
  return Object.fromEntries(Object.entries(witnesses).filter(([witness]) => witness !== silent?.witness))
}
