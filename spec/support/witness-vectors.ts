import type { ChainTiming } from '../../lib/chain/slots.ts'
import type { WitnessedBlock } from '../../lib/chain/track-witnesses.ts'
import { readJsonLines } from './json-lines.ts'

/** A chain of bitshares-core: who made which block when, and what was irreversible after it where a node wrote that down. */
export interface RecordedWitnesses {
  readonly name: string
  readonly genesisSeconds: number
  readonly blocks: readonly (WitnessedBlock & { readonly irreversible: number | undefined })[]
}

/** How both recorded chains divide time. */
export const RECORDED_TIMING: ChainTiming = {
  blockIntervalSeconds: 1,
  maintenanceIntervalSeconds: 60,
  maintenanceSkipSlots: 1,
}

/** Their witnesses, in ascending order. */
export const RECORDED_WITNESSES: readonly number[] = Array.from({ length: 11 }, (_, index) => index + 1)

/** The recorded chain, the branches of the fork, and the chain that both of its nodes had later. */
export function readWitnesses(): readonly RecordedWitnesses[] {
  const chains = readJsonLines('witnesses.jsonl.gz') as readonly {
    readonly name: string
    readonly genesis_time: number
    readonly blocks: readonly (readonly [timestamp: number, witness: number, irreversible?: number])[]
  }[]
  return chains.map(({ name, genesis_time, blocks }) => ({
    name,
    genesisSeconds: genesis_time,
    blocks: blocks.map(([timestamp, witnessInstance, irreversible], index) => ({
      number: index + 1,
      timestamp,
      witnessInstance,
      irreversible,
    })),
  }))
}
