import type { WitnessFacts } from './witness-operations.ts'

/**
 * Where a key is known from: the genesis document, an operation in a block, a checkpoint, or the first block that we saw
 * of the witness, or the first with a new key.
 */
export type KeySource = 'genesis' | 'operation' | 'checkpoint' | 'first_use'

export interface WitnessKey {
  /** 66 hex digits. */
  readonly key: string
  readonly source: KeySource
}

/** The witnesses' signing keys as they stand after a block. Never changed: each block of a fork has its own. */
export interface WitnessKeys {
  readonly keys: ReadonlyMap<number, WitnessKey>
  /** Keys that proposals give to witnesses, should they be executed: newest last. */
  readonly proposed: ReadonlyMap<number, readonly string[]>
  /** The number of the next witness to be made; undefined where not all of them were seen. */
  readonly nextWitness: number | undefined
}

/** Nothing is known. */
export const NO_KEYS: WitnessKeys = { keys: new Map(), proposed: new Map(), nextWitness: undefined }

// What operations can make grow. They cost a fee each, so neither is met in practice.
const KEY_LIMIT = 10_000
const PROPOSED_LIMIT = 1000
const PROPOSED_PER_WITNESS = 4

/** The keys after a block with these facts; the same object if it changes nothing. */
export function learnKeys(known: WitnessKeys, facts: WitnessFacts): WitnessKeys {
  const { updated, created, proposed, mayCreateUnseen } = facts
  if (updated.length === 0 && created.length === 0 && proposed.length === 0 && !mayCreateUnseen) return known
  const keys = new Map(known.keys)
  let { nextWitness } = known
  for (const { witness, key } of created) {
    const instance = witness ?? nextWitness
    nextWitness = instance === undefined ? undefined : instance + 1
    if (instance !== undefined) put(keys, instance, { key, source: 'operation' })
  }
  for (const { witness, key } of updated) put(keys, witness, { key, source: 'operation' })
  return {
    keys,
    proposed: addProposed(known.proposed, facts),
    nextWitness: mayCreateUnseen ? undefined : nextWitness,
  }
}

/** The keys after a witness has been seen to use one that is not known otherwise. */
export function setKey(known: WitnessKeys, witness: number, key: WitnessKey): WitnessKeys {
  const keys = new Map(known.keys)
  put(keys, witness, key)
  return { ...known, keys }
}

/** The keys with those of a checkpoint. They may be older than the chain, so they are taken where nothing better is known. */
export function addCheckpointKeys(known: WitnessKeys, checkpoint: ReadonlyMap<number, string>): WitnessKeys {
  const keys = new Map(known.keys)
  for (const [witness, key] of checkpoint) {
    const source = keys.get(witness)?.source
    if (source === undefined || source === 'first_use') put(keys, witness, { key, source: 'checkpoint' })
  }
  return { ...known, keys }
}

function put(keys: Map<number, WitnessKey>, witness: number, key: WitnessKey): void {
  if (keys.size < KEY_LIMIT || keys.has(witness)) keys.set(witness, key)
}

function addProposed(
  before: WitnessKeys['proposed'],
  { proposed }: WitnessFacts,
): ReadonlyMap<number, readonly string[]> {
  if (proposed.length === 0) return before
  const after = new Map(before)
  for (const { witness, key } of proposed) {
    const others = (after.get(witness) ?? []).filter((each) => each !== key)
    after.delete(witness)
    after.set(witness, [...others, key].slice(-PROPOSED_PER_WITNESS))
  }
  for (const witness of after.keys()) {
    if (after.size <= PROPOSED_LIMIT) break
    after.delete(witness)
  }
  return after
}
