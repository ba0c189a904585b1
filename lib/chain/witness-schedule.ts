/** Who signs which block: an order, and how many slots went by since genesis. */
export interface WitnessSchedule {
  /** Instances in the order of this round. */
  readonly order: readonly number[]
  /** Slots since genesis. */
  readonly counter: number
}

/** The order before the first round is over: ascending ids. */
export function createWitnessSchedule(witnesses: readonly number[]): WitnessSchedule {
  return { order: witnesses, counter: 0 }
}

/** The witness of the slot so many intervals after the head block (`db_witness_schedule.cpp`, `get_scheduled_witness`). */
export function scheduledWitness({ order, counter }: WitnessSchedule, slot: number): number {
  return order[(counter + slot) % order.length] as number
}

/**
 * The schedule after a block in the `slot`-th slot since the one before it, which is 1 where none was missed.
 *
 * A round ends with each block whose number is a multiple of the number of witnesses; the next one's order is drawn from
 * the block's time (`db_witness_schedule.cpp`, `update_witness_schedule`).
 *
 * @param witnesses the active ones, in ascending order
 */
export function advanceWitnessSchedule(
  { order, counter }: WitnessSchedule,
  witnesses: readonly number[],
  block: { readonly number: number; readonly timestamp: number },
  slot: number,
): WitnessSchedule {
  const isRoundOver = block.number % witnesses.length === 0
  return {
    order: isRoundOver ? shuffleWitnesses(witnesses, block.timestamp) : order,
    counter: counter + slot,
  }
}

/** The order of a round that begins after a block of that time; `witnesses` in ascending order. */
export function shuffleWitnesses(witnesses: readonly number[], headSeconds: number): readonly number[] {
  return drawOrder(witnesses.length, headSeconds).map((rank) => witnesses[rank] as number)
}

/**
 * The order of a round by rank: who is first among the active witnesses in ascending order has rank 0.
 *
 * It depends on their number and the time alone, so that it is known before they are.
 */
export function drawOrder(count: number, headSeconds: number): readonly number[] {
  const order = Array.from({ length: count }, (_, rank) => rank)
  // The high and low halves of the 64 bits `(time << 32) + rank * multiplier`: bigints would take twenty times as long.
  let high = headSeconds >>> 0
  let low = 0
  for (let rank = 0; rank < count; rank += 1) {
    const other = rank + scramble(high, low, count - rank)
    const moved = order[rank] as number
    order[rank] = order[other] as number
    order[other] = moved
    const sum = low + MULTIPLIER_LOW
    low = sum >>> 0
    high = (high + MULTIPLIER_HIGH + (sum > 0xffff_ffff ? 1 : 0)) >>> 0
  }
  return order
}

// 2685821657736338717, of the xorshift64* generator.
const MULTIPLIER_HIGH = 0x2545f491
const MULTIPLIER_LOW = 0x4f6cdd1d

/** One step of xorshift64*, modulo `range`. */
function scramble(startHigh: number, startLow: number, range: number): number {
  let high = startHigh
  let low = startLow
  const lowAfter12 = low ^ ((low >>> 12) | (high << 20))
  high ^= high >>> 12
  low = lowAfter12
  high ^= (high << 25) | (low >>> 7)
  low ^= low << 25
  const lowAfter27 = low ^ ((low >>> 27) | (high << 5))
  high ^= high >>> 27
  low = lowAfter27 >>> 0
  const productHigh =
    highOfProduct(low, MULTIPLIER_LOW) + Math.imul(high, MULTIPLIER_LOW) + Math.imul(low, MULTIPLIER_HIGH)
  const productLow = Math.imul(low, MULTIPLIER_LOW) >>> 0
  // 2^32 modulo the range, at most 1001, keeps all of it exact.
  return (((productHigh >>> 0) % range) * (0x1_0000_0000 % range) + (productLow % range)) % range
}

/** The upper half of the product of two numbers of 32 bits. */
function highOfProduct(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16)
  // `middle` has up to 33 bits, so no bit operator may touch it before it is split.
  const carry = aLow * bHigh + (middle % 0x1_0000)
  return aHigh * bHigh + Math.floor(middle / 0x1_0000) + Math.floor(carry / 0x1_0000)
}
