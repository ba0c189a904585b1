import { dropOldest } from './drop-oldest.ts'
import type { BlockFacts, SlotFacts } from './facts.ts'

/** Witnesses shown; a chain has some dozens. Those that were not seen for longest go first. */
export const MAX_WITNESS_ROWS = 200
/** Latencies of a witness's blocks that the median is of. */
export const MAX_WITNESS_LATENCIES = 32
/** Slots of the strip; what participation is counted over. */
export const MAX_SLOTS = 128

/** What a witness did since the dashboard runs. */
export interface WitnessRow {
  readonly witness: string
  readonly produced: number
  readonly missed: number
  readonly lastBlock: number | undefined
  /** Seconds since 1970 of its last block. */
  readonly lastTime: number | undefined
  /** From the time of its blocks to their arrival, milliseconds, the newest last. */
  readonly latenciesMs: readonly number[]
}

/** By name; the one whose block came last is last. */
export type WitnessRows = ReadonlyMap<string, WitnessRow>

/** Counts blocks for those who produced them. */
export function noteProduced(rows: WitnessRows, blocks: readonly BlockFacts[]): WitnessRows {
  const changed = new Map(rows)
  for (const { witness, number, timestamp, latencyMs } of blocks) {
    const row = changed.get(witness) ?? newRow(witness)
    // Put in anew, so that the order is that of the last block.
    changed.delete(witness)
    changed.set(witness, {
      ...row,
      produced: row.produced + 1,
      lastBlock: number,
      lastTime: timestamp,
      latenciesMs:
        latencyMs === undefined
          ? row.latenciesMs
          : [...row.latenciesMs, latencyMs].slice(-MAX_WITNESS_LATENCIES),
    })
  }
  dropOldest(changed, MAX_WITNESS_ROWS)
  return changed
}

/** A block was taken off the chain: it does not count any more. */
export function noteTakenBack(rows: WitnessRows, { witness }: BlockFacts): WitnessRows {
  const row = rows.get(witness)
  return row === undefined
    ? rows
    : new Map(rows).set(witness, { ...row, produced: Math.max(0, row.produced - 1) })
}

/** Counts slots without a block for those whose they were. */
export function noteMissed(rows: WitnessRows, slots: readonly SlotFacts[]): WitnessRows {
  const changed = new Map(rows)
  for (const { witness, isProduced, isUndone } of slots) {
    if (isProduced || witness === undefined) continue
    const row = changed.get(witness) ?? newRow(witness)
    changed.set(witness, { ...row, missed: Math.max(0, row.missed + (isUndone ? -1 : 1)) })
  }
  dropOldest(changed, MAX_WITNESS_ROWS)
  return changed
}

/** The strip of the last slots: what was undone is taken out of it again. */
export function addSlots(strip: readonly SlotFacts[], slots: readonly SlotFacts[]): readonly SlotFacts[] {
  let changed = [...strip]
  for (const slot of slots) {
    changed = changed.filter(({ timestamp }) => timestamp !== slot.timestamp)
    if (!slot.isUndone) changed.push(slot)
  }
  return changed.toSorted((a, b) => a.timestamp - b.timestamp).slice(-MAX_SLOTS)
}

function newRow(witness: string): WitnessRow {
  return { witness, produced: 0, missed: 0, lastBlock: undefined, lastTime: undefined, latenciesMs: [] }
}
