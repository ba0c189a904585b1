/** How a chain divides time (`chain_parameters.hpp`). */
export interface ChainTiming {
  /** Seconds from one slot to the next. */
  readonly blockIntervalSeconds: number
  /** Votes are counted by the first block of each stretch of so many seconds since 1970. */
  readonly maintenanceIntervalSeconds: number
  /** Slots left out after a block that counted them. */
  readonly maintenanceSkipSlots: number
}

/** Of BitShares' main network. */
export const MAINNET_TIMING: ChainTiming = {
  blockIntervalSeconds: 3,
  maintenanceIntervalSeconds: 3600,
  maintenanceSkipSlots: 3,
}

/** What slots are counted from: a block, or genesis, which has number 0. */
export interface SlotBase {
  readonly number: number
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Whether votes were counted by this block: slots are left out after it. */
  readonly isMaintenance: boolean
}

/** How far ahead of the clock a block may be, in seconds, exclusive (`application.cpp`, `handle_block`). */
export const FUTURE_TOLERANCE_SECONDS = 2.5

/** Whether a block's time is too far ahead of the chain's clock. `nowSeconds` has to keep its fraction. */
export function isTooFarAhead(timestamp: number, nowSeconds: number): boolean {
  return timestamp - nowSeconds >= FUTURE_TOLERANCE_SECONDS
}

/**
 * Whether the block of that time, the next after `base`, counts votes (`db_block.cpp`, `_apply_block`, and
 * `db_maint.cpp`, `perform_chain_maintenance`). The first block always does.
 *
 * Core keeps the time of the next count, which is a multiple of the interval as long as the interval stays what it is.
 */
export function isMaintenance(base: SlotBase, timestamp: number, timing: ChainTiming): boolean {
  const interval = timing.maintenanceIntervalSeconds
  return base.number === 0 || Math.floor(timestamp / interval) > Math.floor(base.timestamp / interval)
}

/**
 * The time of the `slot`-th slot after `base`, from 1 on (`db_witness_schedule.cpp`, `get_slot_time`).
 *
 * After genesis slots are counted from its very second, after a block from the multiple of the interval it lies in.
 */
export function slotTime(base: SlotBase, slot: number, timing: ChainTiming): number {
  const { blockIntervalSeconds, maintenanceSkipSlots } = timing
  if (base.number === 0) return base.timestamp + slot * blockIntervalSeconds
  const skipped = base.isMaintenance ? maintenanceSkipSlots : 0
  const start = base.timestamp - (base.timestamp % blockIntervalSeconds)
  return start + (slot + skipped) * blockIntervalSeconds
}

/**
 * Which slot after `base` a time lies in, 0 if before the first (`db_witness_schedule.cpp`, `get_slot_at_time`).
 *
 * All but the last of them were missed when a block of that time follows.
 */
export function slotAt(base: SlotBase, timestamp: number, timing: ChainTiming): number {
  const first = slotTime(base, 1, timing)
  return timestamp < first ? 0 : Math.floor((timestamp - first) / timing.blockIntervalSeconds) + 1
}

/** Whether a time is the very second of a slot. Core asks for no more than {@link slotAt}, but its witnesses do no other. */
export function isOnSlot(base: SlotBase, timestamp: number, timing: ChainTiming): boolean {
  const slot = slotAt(base, timestamp, timing)
  return slot > 0 && slotTime(base, slot, timing) === timestamp
}
