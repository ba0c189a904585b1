import { instanceFromText } from '../protocol/object-id.ts'
import { asElements, asMembers, atIndex, found, inMember, refuse } from '../protocol/json/value-fault.ts'

// What a file holds is looked at member by member: each of these gives the value or refuses it, with its path.

/** Gives what it makes of JSON, or refuses it. */
export type Form<T> = (json: unknown) => T

/** A whole number from 0 to `most`. */
export function wholeNumber(most: number = Number.MAX_SAFE_INTEGER): Form<number> {
  return (json) =>
    typeof json === 'number' && Number.isSafeInteger(json) && json >= 0 && json <= most
      ? json
      : refuse(`expected a whole number up to ${most}, found ${found(json)}`)
}

export const bool: Form<boolean> = (json) =>
  typeof json === 'boolean' ? json : refuse(`expected true or false, found ${found(json)}`)

/** Text of 1 to `most` characters. */
export function text(most: number): Form<string> {
  return (json) =>
    typeof json === 'string' && json.length > 0 && json.length <= most
      ? json
      : refuse(`expected text of 1 to ${most} characters, found ${found(json)}`)
}

/** So many hex digits, in lower case. */
export function digits(count: number): Form<string> {
  const pattern = new RegExp(`^[0-9a-f]{${count}}$`)
  return (json) =>
    typeof json === 'string' && pattern.test(json)
      ? json
      : refuse(`expected ${count} hex digits, found ${found(json)}`)
}

/** The number in an object id of space 1 and this type. */
export function idOf(type: number): Form<number> {
  return (json) => instanceFromText(1, type, json)
}

/** Undefined where the member is missing. */
export function maybe<T>(form: Form<T>): Form<T | undefined> {
  return (json) => (json === undefined ? undefined : form(json))
}

export function listOf<T>(form: Form<T>, most: number = Number.MAX_SAFE_INTEGER): Form<T[]> {
  return (json) => {
    const elements = asElements(json)
    if (elements.length > most) return refuse(`expected at most ${most} elements, found ${elements.length}`)
    return elements.map((element, index) => {
      try {
        return form(element)
      } catch (fault) {
        throw atIndex(fault, index)
      }
    })
  }
}

/** An object whose keys are ids. */
export function byId<T>(type: number, form: Form<T>, most: number): Form<Map<number, T>> {
  const key = idOf(type)
  return (json) => {
    const members = asMembers(json)
    // Names come by the million: pairs of them would take longer than all the rest.
    const ids = Object.keys(members)
    if (ids.length > most) return refuse(`expected at most ${most} members, found ${ids.length}`)
    const values = new Map<number, T>()
    for (const id of ids) {
      try {
        values.set(key(id), form(members[id]))
      } catch (fault) {
        throw inMember(fault, id)
      }
    }
    return values
  }
}

/** An object with these members; others are ignored. */
export function membersOf<T>(forms: { readonly [Name in keyof T]-?: Form<T[Name]> }): Form<T> {
  const names = Object.keys(forms) as (keyof T & string)[]
  return (json) => {
    const members = asMembers(json)
    return Object.fromEntries(
      names
        .map((name) => [name, inStep(name, () => forms[name](members[name]))] as const)
        .filter(([, value]) => value !== undefined),
    ) as T
  }
}

/** One of several objects, told apart by the text in one member. */
export function oneOf<T>(member: string, forms: Readonly<Record<string, Form<T>>>): Form<T> {
  return (json) => {
    const name = asMembers(json)[member]
    const form = typeof name === 'string' && Object.hasOwn(forms, name) ? forms[name] : undefined
    if (form === undefined)
      return inStep(member, () => refuse(`expected ${Object.keys(forms).join(', ')}, found ${found(name)}`))
    return form(json)
  }
}

/** Exactly this value. */
export function exactly<T extends string | number>(value: T): Form<T> {
  return (json) =>
    json === value ? value : refuse(`expected ${JSON.stringify(value)}, found ${found(json)}`)
}

function inStep<T>(step: string, read: () => T): T {
  try {
    return read()
  } catch (fault) {
    throw inMember(fault, step)
  }
}
