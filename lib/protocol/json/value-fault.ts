import { UsageError } from '../../errors.ts'

/**
 * A value that does not fit its type, on its way up: every container adds its step to the path, and the entry function
 * turns it into a {@link UsageError}.
 */
export class ValueFault extends Error {
  path = ''
}

/** Refuses a value. */
export function refuse(detail: string): never {
  throw new ValueFault(detail)
}

/** The same fault with a member's name in front of its path. */
export function inMember(fault: unknown, name: string): unknown {
  if (fault instanceof ValueFault) {
    fault.path = fault.path === '' || fault.path.startsWith('[') ? name + fault.path : `${name}.${fault.path}`
  }
  return fault
}

/** The same fault with a place in a list in front of its path. */
export function atIndex(fault: unknown, index: number): unknown {
  return inMember(fault, `[${index}]`)
}

/** Runs `convert` and throws what it refuses as `BAD_VALUE`, with the path from `name` on. */
export function asUsageError<T>(name: string, convert: () => T): T {
  try {
    return convert()
  } catch (fault) {
    if (!(fault instanceof ValueFault)) throw fault
    inMember(fault, name)
    throw new UsageError('BAD_VALUE', `${fault.path}: ${fault.message}`)
  }
}

/** A short rendering of what was found instead, for messages. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'string')
    return value.length > 40 ? `${JSON.stringify(value.slice(0, 40))}…` : JSON.stringify(value)
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value)
  return `a ${typeof value}`
}

/** The members of an object; anything else is refused. */
export function asMembers(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>
  }
  return refuse(`expected an object, found ${found(value)}`)
}

/** The elements of an array; anything else is refused. */
export function asElements(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[]
  return refuse(`expected an array, found ${found(value)}`)
}
