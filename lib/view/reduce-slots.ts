import type { BlockSummary } from './block-summary.ts'
import { MAX_SLOTS } from './limits.ts'
import { appended } from './percentile.ts'

/** One slot of the chain: `missed`: nobody used it. `undone`: its block left the chain. */
export interface SlotCell {
  readonly state: 'produced' | 'missed' | 'undone'
  /** Seconds since 1970. */
  readonly timestamp: number
  /** `1.6.N`, where it is known. */
  readonly witness?: string
  readonly witnessName?: string
  /** Of its block, if it has one. */
  readonly number?: number
  readonly id?: string
  readonly operations?: number
  readonly latencyMs?: number
  /** Of a missed one: the block that told it, being the next. */
  readonly toldBy?: string
}

/** The newest slots by time, the newest last. */
export type Slots = readonly SlotCell[]

/** A block, and the slots missed before it. Of a time that an undone block was made for, that block is shown. */
export function addSlots(slots: Slots, block: BlockSummary): Slots {
  const { timestamp, witness, witnessName, number, id, operationCount: operations, latencyMs } = block
  const others = slots.filter((slot) => slot.id !== id)
  const isTaken = (time: number): boolean => others.some((slot) => slot.timestamp === time)
  const missed = block.missedBefore
    .filter((slot) => !isTaken(slot.timestamp))
    .map((slot): SlotCell => ({ state: 'missed', ...slot, toldBy: id }))
  const produced: SlotCell = {
    state: 'produced',
    timestamp,
    witness,
    ...(witnessName !== undefined && { witnessName }),
    number,
    id,
    operations,
    ...(latencyMs !== undefined && { latencyMs }),
  }
  const all = appended(others, [...missed, produced], MAX_SLOTS)
  const last = others.at(-1)
  const [first] = missed
  // After blocks were undone, new ones are of slots in the middle.
  const isInOrder = last === undefined || last.timestamp <= (first ?? produced).timestamp
  return isInOrder ? all : [...all].sort((a, b) => a.timestamp - b.timestamp)
}

/** A block left the chain: what it told of slots before its own is no longer so. */
export function undoSlot(slots: Slots, id: string): Slots {
  return slots
    .filter(({ toldBy }) => toldBy !== id)
    .map((slot) => (slot.id === id ? { ...slot, state: 'undone' } : slot))
}

/** The share of slots with a block, 0 to 1; undefined where there are none. */
export function producedShare(slots: Slots): number | undefined {
  if (slots.length === 0) return undefined
  return slots.filter(({ state }) => state === 'produced').length / slots.length
}
