import type { ChainTiming } from '../../lib/chain/slots.ts'
import type { WitnessedBlock } from '../../lib/chain/track-witnesses.ts'
import { shuffleWitnesses } from '../../lib/chain/witness-schedule.ts'

/** What happens on a simulated chain. Each share is between 0 and 1. */
export interface Simulation {
  /** Any number; the same one gives the same chain. */
  readonly seed: number
  readonly blocks: number
  readonly timing: ChainTiming
  readonly genesisSeconds: number
  /** Active witnesses at genesis. */
  readonly witnesses: number
  /** How many slots are missed by chance. */
  readonly missedShare: number
  /** How many of the witnesses make no blocks at all. */
  readonly absentShare: number
  /** After how many counts of votes another set of witnesses is active. */
  readonly changeShare: number
}

/** A block, and what the chain's state is after it. */
export interface SimulatedBlock extends WitnessedBlock {
  readonly irreversible: number
  /** Whether a vote in it makes others active at the next count. */
  readonly changesWitnesses: boolean
}

/**
 * A chain as bitshares-core would go on, with everything looked up in its state: the active witnesses, the order of the
 * round, each witness's last block.
 */
export function simulateWitnesses(simulation: Simulation): readonly SimulatedBlock[] {
  const { timing, genesisSeconds, blocks: count } = simulation
  const random = createRandom(simulation.seed)
  const interval = timing.blockIntervalSeconds
  let active = ascending(simulation.witnesses)
  let order = active
  let elected = active
  const lastBlocks = new Map<number, number>()
  const isAbsent = new Map<number, boolean>()
  const produces = (witness: number): boolean => {
    if (!isAbsent.has(witness)) isAbsent.set(witness, random() < simulation.absentShare)
    return isAbsent.get(witness) === false && random() >= simulation.missedShare
  }
  let slots = 0
  let irreversible = 0
  let time = genesisSeconds
  let nextCount = 0
  let skipped = 0
  const blocks: SimulatedBlock[] = []
  for (let number = 1; number <= count; number += 1) {
    let slot = 1
    const witnessAt = (index: number): number => order[(slots + index) % order.length] as number
    // Somebody has to go on, however many are away.
    while (!produces(witnessAt(slot)) && slot < 3 * order.length) slot += 1
    const start = number === 1 ? genesisSeconds : Math.floor(time / interval) * interval
    const timestamp = start + (slot + skipped) * interval
    const witness = witnessAt(slot)
    slots += slot
    time = timestamp
    lastBlocks.set(witness, number)
    const sorted = active.map((each) => lastBlocks.get(each) ?? 0).sort((a, b) => a - b)
    irreversible = Math.max(irreversible, sorted[Math.floor((active.length * 30) / 100)] ?? 0)
    let changesWitnesses = false
    if (random() < simulation.changeShare / 20) {
      changesWitnesses = true
      elected = otherWitnesses(active, random)
    }
    skipped = 0
    if (timestamp >= nextCount) {
      nextCount =
        (Math.floor(timestamp / timing.maintenanceIntervalSeconds) + 1) * timing.maintenanceIntervalSeconds
      skipped = timing.maintenanceSkipSlots
      active = elected
    }
    if (number % active.length === 0) order = shuffleWitnesses(active, timestamp)
    blocks.push({ number, timestamp, witnessInstance: witness, irreversible, changesWitnesses })
  }
  return blocks
}

function ascending(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

/** One witness replaced, a few more, or a few less. */
function otherWitnesses(active: readonly number[], random: () => number): readonly number[] {
  const chosen = new Set(active)
  const highest = Math.max(...active) + 3
  const kind = random()
  const changes = 1 + Math.floor(random() * 2)
  for (let change = 0; change < changes; change += 1) {
    const out = active[Math.floor(random() * active.length)] as number
    if (kind < 0.7 && chosen.size > 3) chosen.delete(out)
    if (kind < 0.4 || kind >= 0.7) chosen.add(1 + Math.floor(random() * highest))
  }
  return [...chosen].sort((a, b) => a - b)
}

/** Numbers from 0 to 1 (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
