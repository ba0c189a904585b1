import { UsageError } from '../errors.ts'
import type { Operation } from '../protocol/generated/types.ts'
import { objectIdFromText } from '../protocol/object-id.ts'
import { OPERATION_NAMES } from '../protocol/schema.ts'
import type { Wanted } from './find-ids.ts'
import { IdFinder } from './find-ids.ts'

/** Which operations are wanted. What is left out does not matter; of each list one is enough. */
export interface OperationFilter {
  /** Names of operations: `transfer`, `limit_order_create` … What is within a proposal does not count. */
  readonly types?: readonly Operation['type'][] | undefined
  /** Accounts (`1.2.17`) that are anywhere in the operation: in its members, authorities, lists, proposed operations. */
  readonly accounts?: readonly string[] | undefined
  /** Assets (`1.3.0`) that are anywhere in the operation, except that only its fee is paid in one. */
  readonly assets?: readonly string[] | undefined
  /** Whether an asset counts too that only a fee is paid in. Default false. */
  readonly withFees?: boolean | undefined
}

const ACCOUNT = [1, 2] as const
const ASSET = [1, 3] as const

/**
 * Returns what tells whether an operation is wanted.
 *
 * Made once and asked often: most operations are passed after a few comparisons of numbers. Throws {@link UsageError}
 * `BAD_OPTION` for a name that is no operation and for text that is no id of an account or asset.
 */
export function operationFilter(filter: OperationFilter): (operation: Operation) => boolean {
  const { types, accounts, assets, withFees = false } = filter
  const checks: ((operation: Operation) => boolean)[] = []
  if (types !== undefined) checks.push(typeFilter(types))
  if (accounts !== undefined) checks.push(idFilter(ACCOUNT, accounts, true))
  if (assets !== undefined) checks.push(idFilter(ASSET, assets, withFees))
  const [only, ...rest] = checks
  if (only === undefined) return () => true
  return rest.length === 0 ? only : (operation) => checks.every((check) => check(operation))
}

function typeFilter(types: readonly string[]): (operation: Operation) => boolean {
  const unknown = types.find((type) => !(OPERATION_NAMES as readonly string[]).includes(type))
  if (unknown !== undefined)
    throw new UsageError('BAD_OPTION', `there is no operation ${JSON.stringify(unknown)}`)
  const wanted: ReadonlySet<string> = new Set(types)
  return ({ type }) => wanted.has(type)
}

type Kind = readonly [space: number, type: number]

function idFilter(kind: Kind, ids: readonly string[], withFees: boolean): (operation: Operation) => boolean {
  const wanted = wantedIds(kind, ids)
  const finder = finderOf(kind, withFees)
  return (operation) => finder.has(operation, wanted)
}

function wantedIds([space, type]: Kind, ids: readonly string[]): Wanted {
  const numbers = ids.map((id) => {
    const parts = /^\d+\.\d+\.\d+$/.test(id) ? readId(id) : undefined
    if (parts?.[0] !== space || parts[1] !== type) {
      throw new UsageError(
        'BAD_OPTION',
        `expected an id like ${space}.${type}.0, found ${JSON.stringify(id)}`,
      )
    }
    return parts[2]
  })
  return { numbers: new Set(numbers), texts: new Set(ids) }
}

function readId(id: string): readonly [number, number, number] | undefined {
  try {
    return objectIdFromText(id)
  } catch {
    return undefined
  }
}

const finders = new Map<string, IdFinder>()

/** Making one goes through the whole schema, so each is made once. */
function finderOf([space, type]: Kind, withFees: boolean): IdFinder {
  const key = `${space}.${type}.${withFees}`
  const finder = finders.get(key) ?? new IdFinder(space, type, withFees)
  finders.set(key, finder)
  return finder
}
