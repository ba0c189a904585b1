const MASK = (1n << 64n) - 1n
const MULTIPLIER = 2_685_821_657_736_338_717n

/** Who signs which block, as far as a chain without missed slots needs it. */
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

/** The order of a round that begins after a block of that time. */
export function shuffleWitnesses(witnesses: readonly number[], headSeconds: number): readonly number[] {
  const order = [...witnesses]
  for (let index = 0; index < order.length; index += 1) {
    let k = ((BigInt(headSeconds) << 32n) + BigInt(index) * MULTIPLIER) & MASK
    k ^= k >> 12n
    k ^= (k << 25n) & MASK
    k ^= k >> 27n
    k = (k * MULTIPLIER) & MASK
    const other = index + Number(k % BigInt(order.length - index))
    const moved = order[index] as number
    order[index] = order[other] as number
    order[other] = moved
  }
  return order
}
