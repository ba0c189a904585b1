import { hashHex } from '#platform'
import { DEFAULT_KEY_PREFIX } from '../crypto/key-text.ts'
import { UsageError } from '../errors.ts'
import type { ChainTiming } from './slots.ts'
import type { WitnessesAtGenesis } from './track-witnesses.ts'
import type { WitnessKeys } from './witness-keys.ts'
import { type Electorate, toKey } from './witness-operations.ts'

/** What a chain begins with, as far as following it goes. */
export interface Genesis {
  /** SHA-256 of the document's bytes, 64 hex digits. */
  readonly chainId: string
  readonly timing: ChainTiming
  /** Until the committee changes it. */
  readonly maxBlockSizeBytes: number
  readonly witnesses: WitnessesAtGenesis
  readonly electorate: Electorate
  readonly keys: WitnessKeys
}

/**
 * Reads a genesis document as bitshares-core does (`genesis_state.hpp`, and `db_genesis.cpp`, `init_genesis`).
 *
 * Witness candidates get the numbers 1, 2 and so on; 0 is a special one. Throws {@link UsageError} `BAD_OPTION` in one
 * sentence for what is not such a document.
 */
export function readGenesis(bytes: Uint8Array, prefix: string = DEFAULT_KEY_PREFIX): Genesis {
  const document = parse(bytes)
  const parameters = objectAt(document, 'initial_parameters')
  const candidates = listAt(document, 'initial_witness_candidates')
  const keys = candidates.map((candidate, index) => {
    const text = isObject(candidate) ? candidate['block_signing_key'] : undefined
    if (typeof text !== 'string') throw bad(`candidate ${index + 1} has no block_signing_key`)
    return [index + 1, { key: keyOf(text, prefix), source: 'genesis' }] as const
  })
  const initialCount = numberAt(document, 'initial_active_witnesses')
  if (initialCount < 1 || initialCount > keys.length)
    throw bad('initial_active_witnesses is not a number of candidates')
  // With no votes the least number is wanted, and of equal candidates the first ones are taken.
  const wanted = Math.max(1, numberAt(objectAt(document, 'immutable_parameters'), 'min_witness_count'))
  const count = Math.min(wanted, keys.length)
  return {
    chainId: hashHex('sha256', bytes),
    timing: {
      blockIntervalSeconds: atLeast1('block_interval', numberAt(parameters, 'block_interval')),
      maintenanceIntervalSeconds: atLeast1(
        'maintenance_interval',
        numberAt(parameters, 'maintenance_interval'),
      ),
      maintenanceSkipSlots: numberAt(parameters, 'maintenance_skip_slots'),
    },
    maxBlockSizeBytes: numberAt(parameters, 'maximum_block_size'),
    witnesses: {
      timestamp: timeAt(document),
      initial: firstNumbers(initialCount),
      elected: firstNumbers(count),
    },
    electorate: { count, isShort: keys.length < wanted },
    keys: { keys: new Map(keys), proposed: new Map(), nextWitness: keys.length + 1 },
  }
}

type Members = Readonly<Record<string, unknown>>

function parse(bytes: Uint8Array): Members {
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw bad('it is not JSON', error)
  }
  if (!isObject(document)) throw bad('it is not an object')
  return document
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function objectAt(members: Members, name: string): Members {
  const value = members[name]
  if (!isObject(value)) throw bad(`${name} is missing`)
  return value
}

function listAt(members: Members, name: string): readonly unknown[] {
  const value = members[name]
  if (!Array.isArray(value) || value.length === 0) throw bad(`${name} is missing or empty`)
  return value
}

/** A whole number; core also writes them as texts. */
function numberAt(members: Members, name: string): number {
  const value = members[name]
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
    throw bad(`${name} is not a number`)
  return number
}

function timeAt(document: Members): number {
  const text = document['initial_timestamp']
  const milliseconds = typeof text === 'string' ? Date.parse(`${text}Z`) : Number.NaN
  if (Number.isNaN(milliseconds)) throw bad('initial_timestamp is not a time')
  return milliseconds / 1000
}

function keyOf(text: string, prefix: string): string {
  try {
    return toKey(text, prefix)
  } catch (error) {
    throw bad(`"${text}" is not a key that begins with ${prefix}`, error)
  }
}

function firstNumbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function atLeast1(name: string, number: number): number {
  if (number < 1) throw bad(`${name} is 0`)
  return number
}

function bad(what: string, cause?: unknown): UsageError {
  return new UsageError('BAD_OPTION', `this is not a genesis document: ${what}`, { cause })
}
